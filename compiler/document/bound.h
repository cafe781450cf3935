/* Bound: where no line of a document may end. */
#ifndef DOCUMENT_BOUND_H
#define DOCUMENT_BOUND_H

#include "document/document.h"

/*
 * Makes no-break spaces of the spaces that keep together amounts, dates, references to laws and
 * names of one letter (swedish_bound), over all the text of a block: also where a part of it is
 * bold, a link or a value, and where its source has a line end. Code is left as it is.
 * document_finish does it, so whoever builds a tree need not.
 */
void document_bind(Document *document);

#endif
