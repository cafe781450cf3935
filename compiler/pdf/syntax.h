/* Syntax: the few forms of PDF objects that we write ourselves. */
#ifndef PDF_SYNTAX_H
#define PDF_SYNTAX_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/text.h"
#include "document/style.h"

/* "12 0 R" (ISO 32000-1, 7.3.10). */
void syntax_put_reference(Buffer *out, uint32_t object);

/* A text string (7.9.2.2) in UTF-16 as hexadecimal digits, so nothing in it can be syntax. Soft
 * hyphens are left out, since no such text is divided into lines. What is longer than the 65 535
 * bytes that a string may have is cut off. */
void syntax_put_text(Buffer *out, Text text);

/* An address as a literal string of ASCII: what RFC 3986 does not allow is percent-encoded. */
void syntax_put_uri(Buffer *out, Text target);

/* A length in points and a space. */
void syntax_put_length(Buffer *out, Length length);

/* Red, green and blue from 0 to 1, and the operator that fills with them. */
void syntax_put_fill(Buffer *out, Colour colour);

#endif
