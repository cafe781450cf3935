/* Furniture: what a page has above and below the document. */
#ifndef HTML_FURNITURE_H
#define HTML_FURNITURE_H

#include "base/buffer.h"
#include "document/document.h"

/* The way past the header for those who use a keyboard, to the element with the serial. */
void html_put_skip_link(Buffer *out, uint32_t serial);

/* What the printed page has in its upper margin; nothing when the facts have nothing for it. */
void html_put_header(Buffer *out, const DocumentFacts *facts);

/* Where the same document is in other formats; nothing when its file has no name. */
void html_put_footer(Buffer *out, const DocumentFacts *facts);

#endif
