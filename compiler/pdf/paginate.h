/* Paginate: strips to pages, with footnotes at the foot of the page that refers to them. */
#ifndef PDF_PAGINATE_H
#define PDF_PAGINATE_H

#include <stdbool.h>

#include "document/document.h"
#include "pdf/flow.h"
#include "pdf/layout.h"
#include "pdf/typeset.h"

/*
 * Fills `layout`, which must have room for its places. False when there would be more than
 * LIMIT_PAGES pages.
 *
 * Strips are taken a group at a time: up to the first that does not keep with the next. A group
 * goes to the page that is being filled if it fits there together with the notes that it is the
 * first to refer to; else it begins a new page, under the head of its table if it continues one.
 * A group that not even an empty page can hold is broken where that page ends, and a note that does
 * not fit under it continues at the foot of the next.
 *
 * Where a little less space everywhere does away with a page, spaces are made so much smaller.
 */
bool paginate(Typeset *set, const Document *document, const Strips *strips, Layout *layout);

#endif
