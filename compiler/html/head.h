/* Head: what a page says to browsers before there is anything to see. */
#ifndef HTML_HEAD_H
#define HTML_HEAD_H

#include "base/buffer.h"
#include "document/document.h"

/* From the first byte to the end of the head. The policy lets in what the page itself carries, and
 * nothing else: `css` by its digest. */
void html_put_head(Buffer *out, const DocumentFacts *facts, Text css);

#endif
