/* Furniture: what stands on pages outside the running text, and the page numbers inside it. */
#ifndef PDF_FURNITURE_H
#define PDF_FURNITURE_H

#include "document/document.h"
#include "pdf/layout.h"
#include "pdf/typeset.h"

/*
 * On the first page stands the logotype, or without one the organisation as a wordmark; on the
 * others a quiet line says what the paper belongs to should it lie loose; every page has its mark,
 * "2 (8)", and that of a draft.
 */
void furniture_put_headers(Typeset *set, const DocumentFacts *facts, Layout *layout);

/* The page numbers and leaders of contents, once every heading has its page. */
void furniture_put_page_numbers(Typeset *set, Layout *layout);

#endif
