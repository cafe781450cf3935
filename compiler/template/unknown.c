/* Unknown: notes and parties that a case does not have, and which was probably meant. */
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
