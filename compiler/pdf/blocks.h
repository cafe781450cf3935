/* Blocks: every block of a document as strips. */
#ifndef PDF_BLOCKS_H
#define PDF_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>

#include "document/document.h"
#include "document/style.h"
#include "pdf/flow.h"
#include "pdf/typeset.h"

/* The strips of all blocks in reading order; notes are left out (see notes.h). */
Strips blocks_to_strips(Typeset *set, const Document *document);

/* The width and height of a page inside its margins. */
Length blocks_measure(const Style *style);
Length blocks_page_height(const Style *style);

/* ---- Kinds of blocks that have files of their own ---- */

/* table.c */
void table_to_strips(Flow *flow, Node *table);
/* fields.c: label and value beside each other; and, for a masthead, label above value in two
 * columns of fields. */
void fields_to_strips(Flow *flow, Node *list);
void fields_to_grid(Flow *flow, Node *list);
/* code.c */
void code_to_strips(Flow *flow, Node *block);
/* signatures.c */
void signatures_to_strips(Flow *flow, Node *signatures);
/* contents.c: its page numbers are settled by furniture.h. */
void contents_to_strips(Flow *flow, Node *contents);

#endif
