/* Shown: which of a case's own tables and notes its documents show, and which are forgotten. */
#include "template/expansion.h"

Shown shown_new(Arena *arena, const Agreement *agreement)
{
	return (Shown){.tables = ARENA_ARRAY(arena, bool, agreement->tables.count + 1),
	               .notes = ARENA_ARRAY(arena, bool, agreement->footnotes.count + 1)};
}

void show_note(Expansion *x, size_t note)
{
	if (x->request->shown != NULL)
		x->request->shown->notes[note] = true;
}

void show_table(Expansion *x, size_t table)
{
	if (x->request->shown != NULL)
		x->request->shown->tables[table] = true;
}

void show_value(Expansion *x, Text name)
{
	const FreeTable *tables = x->scope.agreement->tables.items;
	if (!text_starts(name, TEXT("tabeller.")))
		return;
	for (size_t i = 0; i < x->scope.agreement->tables.count; i++) {
		Text parts[] = {TEXT("tabeller."), tables[i].key.text, TEXT(".")};
		if (text_starts(name, text_join(x->scope.arena, parts, 3)))
			show_table(x, i);
	}
}

void shown_check(const Shown *shown, const Agreement *agreement, Diagnostics *diagnostics)
{
	const FreeTable *tables = agreement->tables.items;
	const Footnote *notes = agreement->footnotes.items;
	for (size_t i = 0; i < agreement->tables.count; i++)
		if (!shown->tables[i])
			diagnose(diagnostics, NEVER_SHOWN, tables[i].key.span, TEXT("Tabellen"),
			         tables[i].key.text, TEXT("tabell"));
	for (size_t i = 0; i < agreement->footnotes.count; i++)
		if (!shown->notes[i])
			diagnose(diagnostics, NEVER_SHOWN, notes[i].key.span, TEXT("Fotnoten"),
			         notes[i].key.text, TEXT("not"));
}
