/* Misnamed: weighing the keys of parties against the names that are used. */
#include "model/misnamed.h"

#include "base/utf8.h"
#include "model/resolve.h"
#include "source/suggest.h"

/* A name that the economy calls a party by. */
typedef struct PartyUse {
	Text name;
	Span span;
} PartyUse;

typedef struct PartyUses {
	Arena *arena;
	PartyUse *items;
	size_t count;
	size_t capacity;
} PartyUses;

static void add_use(PartyUses *uses, Text name, Span span)
{
	if (name.length > 0)
		*ARENA_PUSH(uses->arena, uses) = (PartyUse){name, span};
}

static void add_amounts(PartyUses *uses, const ListValue *list)
{
	const PartyAmount *amounts = list->items;
	for (size_t i = 0; i < list->count; i++)
		add_use(uses, amounts[i].key.text, amounts[i].key.span);
}

static PartyUses uses_of(Arena *arena, const Economy *economy)
{
	PartyUses uses = {.arena = arena};
	const Contribution *contributions = economy->contributions.items;
	for (size_t i = 0; i < economy->contributions.count; i++) {
		add_use(&uses, contributions[i].party_id.text, contributions[i].party_id.span);
		add_amounts(&uses, &contributions[i].split);
	}
	const Cost *costs = economy->costs.items;
	for (size_t i = 0; i < economy->costs.count; i++)
		add_use(&uses, costs[i].party_id.text, costs[i].party_id.span);
	add_amounts(&uses, &economy->own_financing);
	return uses;
}

/* How often a name stands in the file, as a whole word. */

static size_t count_in(Text text, Text name)
{
	size_t count = 0;
	for (size_t at = text_find(text, name, 0); at != TEXT_NOWHERE;
	     at = text_find(text, name, at + 1))
		count += !utf8_is_word(utf8_before(text, at)) &&
		         !utf8_is_word(utf8_at(text, at + name.length));
	return count;
}

/* Texts in files of their own may use the key too. */
static bool has_files(const Agreement *agreement)
{
	const DocumentPlan *plans = agreement->documents.items;
	for (size_t i = 0; i < agreement->documents.count; i++) {
		const Section *sections = plans[i].sections.items;
		for (size_t k = 0; k < plans[i].sections.count; k++)
			if (VALUE_GIVEN(sections[k].file))
				return true;
	}
	return false;
}

/* The first use of the one name that this party is meant by and no party has; NULL for none, for
 * several, and where the party's own key is used. */
static const PartyUse *use_of_meant(const Agreement *agreement, const PartyUses *uses,
                                    const Party *party, const Text *keys)
{
	const PartyUse *meant = NULL;
	for (size_t i = 0; i < uses->count; i++) {
		const PartyUse *use = &uses->items[i];
		if (text_equal(use->name, party->key.text))
			return NULL;
		if (agreement_party(agreement, use->name) != NULL ||
		    !text_equal(suggest_nearest(use->name, keys, agreement->parties.count),
		                party->key.text))
			continue;
		if (meant != NULL && !text_equal(meant->name, use->name))
			return NULL;
		if (meant == NULL)
			meant = use;
	}
	return meant;
}

static bool has_digit(Text text)
{
	for (size_t i = 0; i < text.length; i++)
		if (text.bytes[i] >= '0' && text.bytes[i] <= '9')
			return true;
	return false;
}

void misnamed_parties(Arena *arena, Agreement *agreement, Diagnostics *diagnostics)
{
	PartyUses uses = uses_of(arena, &agreement->economy);
	Party *parties = agreement->parties.items;
	Text *keys = ARENA_ARRAY(arena, Text, agreement->parties.count + 1);
	for (size_t i = 0; i < agreement->parties.count; i++)
		keys[i] = parties[i].key.text;
	for (size_t i = 0; i < agreement->parties.count; i++) {
		Key *key = &parties[i].key;
		const PartyUse *meant = use_of_meant(agreement, &uses, &parties[i], keys);
		if (meant == NULL || key->span.source == NULL ||
		    count_in(key->span.source->bytes, key->text) != 1 ||
		    count_in(key->span.source->bytes, meant->name) < 2)
			continue;
		diagnose(diagnostics, PARTY_MISNAMED, key->span, key->text, meant->name);
		if (!has_digit(meant->name) && !has_digit(key->text) && !has_files(agreement))
			diagnostic_fix(diagnostics, key->span, meant->name);
		diagnostic_note(diagnostics, PARTY_USED, meant->span, meant->name);
		keys[i] = key->text = meant->name;
	}
}
