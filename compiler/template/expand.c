/* Expand: a template, a case and its ledger become a document. */
#include "template/expansion.h"

#include "base/swedish.h"
#include "template/glossary.h"

/* A document has a title whatever its case lacks. */
static Text title_text(Expansion *x)
{
	Text title = plan_title(x->scope.agreement, x->scope.plan);
	Text path = TEXT("ärende.rubrik");
	return title.length == 0 && x->scope.agreement->gaps != NULL ? gap_text(x, path, path)
	                                                             : title;
}

static void set_facts(Expansion *x)
{
	const Agreement *agreement = x->scope.agreement;
	const Matter *matter = &agreement->matter;
	Arena *arena = x->scope.arena;
	Date date = plan_date(agreement, x->scope.plan);
	DocumentFacts *facts = &x->document->facts;
	facts->title = title_text(x);
	facts->type = x->scope.template->head.type.text;
	facts->organisation = agreement->shared->municipality.name.text;
	facts->language = TEXT("sv");
	if (x->scope.template->head.manual.value)
		return;
	facts->department = matter->department != NULL ? matter->department->name.text : (Text){0};
	facts->diary_number = matter->diary_number.text;
	facts->date = date_is_given(date) ? swedish_date_short(arena, date) : (Text){0};
	facts->shown_date = date.day > 0 ? facts->date : swedish_date(arena, date);
	facts->author = officers_text(arena, agreement);
	if (VALUE_GIVEN(matter->status) && matter->status.choice == STATUS_DRAFT)
		facts->draft_mark = TEXT("Utkast");
}

static void check_document(const Expansion *x)
{
	Text fault = {0};
	const Node *unsound = document_check(x->document, &fault);
	if (unsound != NULL && x->diagnostics->errors == 0)
		diagnose(x->diagnostics, DOCUMENT_UNSOUND, unsound->origin,
		         x->scope.template->head.key.text, fault);
}

Document *expand_document(const ExpandRequest *request, const Template *template,
                          const DocumentPlan *plan)
{
	Arena *arena = request->arena;
	const Agreement *agreement = request->agreement;
	Expansion x = {
	        .scope = {.arena = arena,
	                  .agreement = agreement,
	                  .plan = plan,
	                  .template = template,
	                  .ledger = request->ledger},
	        .request = request,
	        .diagnostics = request->diagnostics,
	        .case_has_faults = request->case_has_faults,
	        .document = document_new(arena),
	        .note_nodes = ARENA_ARRAY(arena, Node *, agreement->footnotes.count + 1),
	};
	set_facts(&x);
	expand_blocks(&x, template->marks->first, NULL, x.document->root);
	/* Footnotes come last, wherever the first of them was called. */
	if (x.notes != NULL) {
		node_detach(x.notes);
		node_append(x.document->root, x.notes);
	}
	Glossary glossary = glossary_of(arena, agreement);
	document_mark_abbreviations(x.document, &glossary);
	document_finish(x.document);
	check_document(&x);
	return x.document;
}
