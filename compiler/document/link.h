/* Link: which targets may become links, and how a target is spelt as a URL. */
#ifndef DOCUMENT_LINK_H
#define DOCUMENT_LINK_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/text.h"

/* https:, http:, mailto: and tel:, in upper or lower case, with something after it. Any other link
 * is written as its text alone. */
bool link_is_allowed(Text target);

/* The target in ASCII: every byte that may not stand in a URL (RFC 3986, section 2) becomes %XX,
 * and so do brackets; an escape that is there already stays. */
void link_put(Buffer *out, Text target);

#endif
