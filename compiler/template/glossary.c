/* Glossary: abbreviations from the case and the register. */
#include "template/glossary.h"

#include "base/utf8.h"

enum { LONGEST_ABBREVIATION = 6 };

/* Names are abbreviations when they are one short word with two capitals: MBL, SoL, IKF. */
static bool is_abbreviation(Text name)
{
	size_t capitals = 0, characters = 0;
	for (size_t at = 0; at < name.length; characters++) {
		uint32_t c = utf8_next(name, &at);
		if (!utf8_is_letter(c))
			return false;
		capitals += utf8_lower(c) != c;
	}
	return capitals >= 2 && characters <= LONGEST_ABBREVIATION;
}

static void add(Arena *arena, Glossary *glossary, Text letters, Text words)
{
	if (letters.length > 0 && words.length > 0 && text_find(words, letters, 0) == TEXT_NOWHERE)
		*ARENA_PUSH(arena, glossary) = (GlossaryItem){letters, words};
}

static void add_name(Arena *arena, Glossary *glossary, Text name, Text words)
{
	if (is_abbreviation(name))
		add(arena, glossary, name, words);
}

static void add_list(Arena *arena, Glossary *glossary, const ListValue *list)
{
	const Abbreviation *items = list->items;
	for (size_t i = 0; i < list->count; i++)
		add(arena, glossary, items[i].key.text, items[i].words.text);
}

static void add_statutes(Arena *arena, Glossary *glossary, const ListValue *list)
{
	const Statute *statutes = list->items;
	for (size_t i = 0; i < list->count; i++) {
		const TextItem *names = statutes[i].other_names.items;
		for (size_t n = 0; n < statutes[i].other_names.count; n++)
			add_name(arena, glossary, names[n].text.text, statutes[i].name.text);
	}
}

Glossary glossary_of(Arena *arena, const Agreement *agreement)
{
	const Register *shared = agreement->shared;
	const IndexSeries *indices = shared->indices.items;
	const Organisation *organisations = shared->organisations.items;
	Glossary glossary = {0};
	add_list(arena, &glossary, &agreement->abbreviations);
	add_list(arena, &glossary, &shared->abbreviations);
	for (size_t i = 0; i < shared->indices.count; i++)
		add_name(arena, &glossary, indices[i].key.text, indices[i].name.text);
	add_statutes(arena, &glossary, &shared->statutes);
	for (size_t i = 0; i < shared->organisations.count; i++)
		add_name(arena, &glossary, organisations[i].short_name.text,
		         organisations[i].name.text);
	return glossary;
}
