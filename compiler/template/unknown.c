/* Unknown: names in {{...}} that mean nothing, and what was probably meant. */
#include "template/expansion.h"

#include "model/resolve.h"
#include "source/suggest.h"

/* The keys of a list whose items begin with one. */
static Text *keys_of(Arena *arena, const ListValue *list, size_t size)
{
	Text *keys = ARENA_ARRAY(arena, Text, list->count + 1);
	for (size_t i = 0; i < list->count; i++)
		keys[i] = ((const Key *)(const void *)((const char *)list->items + size * i))->text;
	return keys;
}

void unknown_note(Expansion *x, Text name, Span place)
{
	const ListValue *notes = &x->scope.agreement->footnotes;
	suggest_report(x->diagnostics,
	               &(UnknownName){.name = name,
	                              .span = place,
	                              .names = keys_of(x->scope.arena, notes, sizeof(Footnote)),
	                              .count = notes->count,
	                              .near = UNKNOWN_NOTE_NEAR,
	                              .far = UNKNOWN_NOTE});
}

const Party *unknown_party(Expansion *x, Text key, Span place)
{
	const Agreement *agreement = x->scope.agreement;
	const Party *party = agreement_party(agreement, key);
	if (party != NULL)
		return party;
	const ListValue *parties = &agreement->parties;
	Text meant = suggest_report(
	        x->diagnostics,
	        &(UnknownName){.name = key,
	                       .span = place,
	                       .names = keys_of(x->scope.arena, parties, sizeof(Party)),
	                       .count = parties->count,
	                       .near = UNKNOWN_PARTY_NEAR,
	                       .far = UNKNOWN_PARTY,
	                       .none = TEXT("ingen part")});
	return agreement_party(agreement, meant);
}

/* Whether the first word of several was meant for an instruction; then reported. */
static bool is_misspelt_directive(Expansion *x, Text name, Span place)
{
	size_t space = text_find(name, TEXT(" "), 0), count = 0;
	const Text *words = directive_words(&count);
	Text first = text_cut(name, 0, space);
	if (space == TEXT_NOWHERE || suggest_nearest(first, words, count).length == 0)
		return false;
	suggest_report(x->diagnostics, &(UnknownName){.name = first,
	                                              .span = place,
	                                              .names = words,
	                                              .count = count,
	                                              .near = UNKNOWN_DIRECTIVE_NEAR,
	                                              .far = UNKNOWN_DIRECTIVE});
	return true;
}

/* Whether the name is of something in one of the case's own tables, where an error has been
 * reported that may be the reason why it is not there. */
static bool follows_from_table(const Expansion *x, Text name)
{
	const FreeTable *tables = x->scope.agreement->tables.items;
	for (size_t i = 0; i < x->scope.agreement->tables.count; i++) {
		Text parts[] = {TEXT("tabeller."), tables[i].key.text, TEXT(".")};
		if (text_starts(name, text_join(x->scope.arena, parts, 3)))
			return diagnostics_have_error(x->diagnostics, tables[i].span);
	}
	return false;
}

void unknown_reference(Expansion *x, Text name, Span place)
{
	if (follows_from_table(x, name))
		return;
	if (!is_misspelt_directive(x, name, place))
		reference_report_unknown(&x->scope, name, place, x->diagnostics);
}
