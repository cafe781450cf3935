/* Expand: a template, a case and its ledger become a document. */
#ifndef TEMPLATE_EXPAND_H
#define TEMPLATE_EXPAND_H

#include "document/document.h"
#include "economics/table.h"
#include "model/agreement.h"
#include "source/diagnostic.h"
#include "source/loader.h"
#include "template/template.h"

/*
 * One document of a case. Everything is reported; when errors were, the document is not fit to be
 * written. The document is finished (document_finish) when it is returned.
 *
 * `free_tables` are the case's own tables (economics/table.h), one for each of agreement->tables,
 * made before, so that prose may refer to their sums.
 */
typedef struct ExpandRequest {
	Arena *arena;
	const TemplateSet *templates;
	const Agreement *agreement;
	const Ledger *ledger;
	const ComputedTable *const *free_tables;
	const Loader *loader;
	Diagnostics *diagnostics;
	const Portfolio *(*portfolio)(void *context, Span asked); /* as in TableRequest */
	void *portfolio_context;
	bool case_has_faults; /* the case had errors before its documents were begun */
} ExpandRequest;

Document *expand_document(const ExpandRequest *request, const Template *template,
                          const DocumentPlan *plan);

#endif
