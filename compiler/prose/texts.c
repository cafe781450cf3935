/* Texts: walking a case for what is put in words. */
#include "prose/texts.h"

typedef struct Walk {
	Arena *arena;
	CaseTexts found;
	const DocumentPlan *plan;
	const Section *section;
} Walk;

static void add(Walk *w, TextKind kind, Span span, Text text, size_t number)
{
	if (span.source == NULL)
		return;
	*ARENA_PUSH(w->arena, &w->found) = (CaseText){.text = {span, text},
	                                              .kind = kind,
	                                              .plan = w->plan,
	                                              .section = w->section,
	                                              .number = number};
}

static void add_text(Walk *w, TextKind kind, const TextValue *value)
{
	add(w, kind, value->span, value->text, 0);
}

static void add_texts(Walk *w, TextKind kind, const ListValue *list)
{
	const TextItem *items = list->items;
	for (size_t i = 0; i < list->count; i++)
		add(w, kind, items[i].text.span, items[i].text.text, i);
}

static void add_proses(Walk *w, TextKind kind, const ListValue *list)
{
	const ProseItem *items = list->items;
	for (size_t i = 0; i < list->count; i++)
		add(w, kind, items[i].text.span, items[i].text.text, i);
}

static void add_people(Walk *w, const ListValue *list)
{
	const Person *people = list->items;
	for (size_t i = 0; i < list->count; i++) {
		add_text(w, TEXT_NAME, &people[i].name);
		add_text(w, TEXT_NAME, &people[i].role);
		add_text(w, TEXT_NAME, &people[i].place);
	}
}

static void walk_parties(Walk *w, const Agreement *agreement)
{
	const Party *parties = agreement->parties.items;
	for (size_t i = 0; i < agreement->parties.count; i++) {
		const Source *source = parties[i].key.span.source;
		/* What the register knows of a party stands in the register's file. */
		if (parties[i].name.span.source == source)
			add_text(w, TEXT_NAME, &parties[i].name);
		if (parties[i].short_name.span.source == source)
			add_text(w, TEXT_NAME, &parties[i].short_name);
		add_people(w, &parties[i].signatories);
	}
}

static void walk_tables(Walk *w, const Agreement *agreement)
{
	const FreeTable *tables = agreement->tables.items;
	for (size_t i = 0; i < agreement->tables.count; i++) {
		add_text(w, TEXT_HEADING, &tables[i].caption);
		const Column *columns = tables[i].columns.items;
		for (size_t k = 0; k < tables[i].columns.count; k++)
			add_text(w, TEXT_CELL, &columns[k].heading);
		const TableRow *rows = tables[i].rows.items;
		for (size_t k = 0; k < tables[i].rows.count; k++)
			add_texts(w, TEXT_CELL, &rows[k].cells);
	}
	const Cost *costs = agreement->economy.costs.items;
	for (size_t i = 0; i < agreement->economy.costs.count; i++)
		add_text(w, TEXT_CELL, &costs[i].item);
}

static void walk_section(Walk *w, const Section *section)
{
	w->section = section;
	add_text(w, TEXT_HEADING, &section->heading);
	add(w, TEXT_SECTION, section->text.span, section->text.text, 0);
	add_proses(w, TEXT_POINT, &section->points);
	w->section = NULL;
}

static void walk_document(Walk *w, const DocumentPlan *plan)
{
	w->plan = plan;
	add_text(w, TEXT_HEADING, &plan->title);
	add_proses(w, TEXT_ATTACHMENT, &plan->attachments);
	add_proses(w, TEXT_RECIPIENT, &plan->recipients);
	add_people(w, &plan->signatories);
	const Section *sections = plan->sections.items;
	for (size_t i = 0; i < plan->sections.count; i++)
		walk_section(w, &sections[i]);
	w->plan = NULL;
}

CaseTexts case_texts(Arena *arena, const Agreement *agreement)
{
	Walk w = {.arena = arena};
	add_text(&w, TEXT_HEADING, &agreement->matter.title);
	add_text(&w, TEXT_NAME, &agreement->matter.diary_number);
	add_texts(&w, TEXT_NAME, &agreement->matter.officers);
	walk_parties(&w, agreement);
	walk_tables(&w, agreement);
	const DocumentPlan *plans = agreement->documents.items;
	for (size_t i = 0; i < agreement->documents.count; i++)
		walk_document(&w, &plans[i]);
	const Footnote *notes = agreement->footnotes.items;
	for (size_t i = 0; i < agreement->footnotes.count; i++)
		add(&w, TEXT_NOTE, notes[i].text.span, notes[i].text.text, i);
	return w.found;
}
