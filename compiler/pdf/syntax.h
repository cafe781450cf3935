/* Syntax: the few forms of PDF objects that we write ourselves. */
#ifndef PDF_SYNTAX_H
#define PDF_SYNTAX_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/text.h"
#include "document/style.h"

/* "12 0 R" (ISO 32000-1, 7.3.10). */
void syntax_put_reference(Buffer *out, uint32_t object);

/* A byte of a literal string (7.3.4.2), where nothing that is put so can be syntax. Such strings
 * are half as long as hexadecimal ones. */
void syntax_put_string_byte(Buffer *out, unsigned byte);

/* A text string (7.9.2.2): a literal string with a byte for each character where PDFDocEncoding has
 * all of them, else in UTF-16. Soft hyphens are left out, since no such text is divided into lines.
 * What is longer than the 65 535 bytes that a string may have is cut off. */
void syntax_put_text(Buffer *out, Text text);

/* The name of a file, always in UTF-16 and in hexadecimal digits: names have one order whatever
 * their letters are, and whoever looks for them in the bytes of a file has one form to read. */
void syntax_put_name(Buffer *out, Text name);

/* An address as a literal string of ASCII: what RFC 3986 does not allow is percent-encoded. */
void syntax_put_uri(Buffer *out, Text target);

/* A length in points and a space. */
void syntax_put_length(Buffer *out, Length length);

/* Red, green and blue from 0 to 1, and the operator that fills with them. */
void syntax_put_fill(Buffer *out, Colour colour);

#endif
