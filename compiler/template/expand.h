/* Expand: a template, a case and its ledger become a document. */
#ifndef TEMPLATE_EXPAND_H
#define TEMPLATE_EXPAND_H

#include "document/document.h"
#include "economics/table.h"
#include "model/agreement.h"
#include "source/diagnostic.h"
#include "source/loader.h"
#include "template/reference.h"
#include "template/template.h"

/* What {{referens ...}} asks for: a part of the manual, written by the compiler from its own
 * tables, under `parent` with headings of `level` and below. */
typedef struct ReferenceRequest {
	const ReferenceScope *scope;
	struct Expansion *expansion; /* for reference_put_table */
	Document *document;
	Node *parent;
	Text subject;
	Span place;
	int level;
	Diagnostics *diagnostics;
} ReferenceRequest;

/* What the documents of a case show of its own tables and notes, one for each of them. */
typedef struct Shown {
	bool *tables;
	bool *notes;
} Shown;

/* Warns of what none of the documents has shown. */
Shown shown_new(Arena *arena, const Agreement *agreement);
void shown_check(const Shown *shown, const Agreement *agreement, Diagnostics *diagnostics);

/*
 * One document of a case. Everything is reported; when errors were, the document is not fit to be
 * written. The document is finished (document_finish) when it is returned, and sound
 * (document_check) when there were none.
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
	void (*reference)(void *context, const ReferenceRequest *request);
	void *reference_context;
	/* Is told of a text block that the document uses; or NULL. */
	void (*block_used)(void *context, const TextBlock *block);
	void *block_context;
	/* Is told of a file that is read for a section of a sound case, before it is expanded. */
	void (*file_read)(void *context, const Source *source, const DocumentPlan *plan,
	                  const Section *section);
	void *file_context;
	bool case_has_faults; /* the case had errors before its documents were begun */
	Shown *shown;         /* is told of what the document shows; or NULL */
} ExpandRequest;

/* The computed table of this name as {{tabell ...}} would put it; nothing when the case says
 * nothing that it could show. */
void reference_put_table(const ReferenceRequest *request, Text name);

Document *expand_document(const ExpandRequest *request, const Template *template,
                          const DocumentPlan *plan);

#endif
