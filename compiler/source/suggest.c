/* Suggest: weighted edit distance over characters, for "Menade du ...?". */
#include "source/suggest.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/swedish.h"
#include "base/utf8.h"

/* Longer names are compared with nobody: what is that long is prose, not a mistyped name. */
#define NAME_CHARACTERS 64

/* Costs are counted in half edits, so that they are integers. */
#define EDIT      2
#define NEAR_EDIT 1

typedef struct Name {
	uint32_t characters[NAME_CHARACTERS];
	size_t length;
} Name;

static bool name_of(Text text, Name *name)
{
	size_t position = 0;
	name->length = 0;
	while (position < text.length) {
		if (name->length == NAME_CHARACTERS)
			return false;
		name->characters[name->length++] = utf8_next(text, &position);
	}
	return true;
}

static bool is_separator(uint32_t character)
{
	return character == ' ' || character == '-' || character == '_';
}

/* What a character becomes for someone without Swedish letters or capitals at hand. */
static uint32_t plain_character(uint32_t character)
{
	character = utf8_lower(character);
	if (character == 0xE5 || character == 0xE4)
		return 'a';
	if (character == 0xF6)
		return 'o';
	return is_separator(character) ? ' ' : character;
}

static int insertion_cost(uint32_t character)
{
	return is_separator(character) ? NEAR_EDIT : EDIT;
}

static int substitution_cost(uint32_t a, uint32_t b)
{
	if (a == b)
		return 0;
	return plain_character(a) == plain_character(b) ? NEAR_EDIT : EDIT;
}

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

/* Optimal string alignment: Levenshtein's distance, where two neighbours that have changed places
 * count as one edit. Only the last three rows of the matrix are kept. What is at least `enough` may
 * be told as any number from there on: nothing in a row is less than the least of the two rows
 * above it. */
static int distance(const Name *a, const Name *b, int enough)
{
	int rows[3][NAME_CHARACTERS + 1];
	int least = 0, least_above = 0;
	rows[0][0] = 0;
	for (size_t j = 1; j <= b->length; j++)
		rows[0][j] = rows[0][j - 1] + insertion_cost(b->characters[j - 1]);
	for (size_t i = 1; i <= a->length; i++) {
		int *row = rows[i % 3];
		const int *above = rows[(i + 2) % 3];
		const int *two_above = rows[(i + 1) % 3];
		uint32_t from = a->characters[i - 1];
		row[0] = above[0] + insertion_cost(from);
		least_above = least;
		least = row[0];
		for (size_t j = 1; j <= b->length; j++) {
			uint32_t to = b->characters[j - 1];
			int cost = above[j - 1] + substitution_cost(from, to);
			cost = smaller(cost, above[j] + insertion_cost(from));
			cost = smaller(cost, row[j - 1] + insertion_cost(to));
			if (i > 1 && j > 1 && from == b->characters[j - 2] &&
			    to == a->characters[i - 2])
				cost = smaller(cost, two_above[j - 2] + EDIT);
			row[j] = cost;
			least = smaller(least, cost);
		}
		if (smaller(least, least_above) >= enough)
			return enough;
	}
	return rows[a->length % 3][b->length];
}

/* A third of the longer name, but at least one and at most three edits. */
static int farthest(const Name *a, const Name *b)
{
	size_t longer = a->length > b->length ? a->length : b->length;
	size_t third = longer * EDIT / 3;
	if (third < EDIT)
		return EDIT;
	return third > 3 * (size_t)EDIT ? 3 * EDIT : (int)third;
}

/* Beyond every distance that counts as near. */
#define TOO_FAR (3 * EDIT + 1)

typedef struct Nearest {
	Text name;     /* empty when none is near */
	int distance;  /* of it, in half edits */
	int second;    /* of the nearest of the other names */
	size_t length; /* of the longer of the name and the nearest, in characters */
} Nearest;

static Nearest find_nearest(Text name, const Text *candidates, size_t count)
{
	Name wanted;
	Nearest found = {.distance = TOO_FAR, .second = TOO_FAR};
	if (name.length == 0 || !name_of(name, &wanted))
		return found;
	for (size_t i = 0; i < count; i++) {
		Name candidate;
		if (text_equal(candidates[i], found.name) || !name_of(candidates[i], &candidate))
			continue;
		size_t length = wanted.length > candidate.length ? wanted.length : candidate.length;
		size_t shorter = wanted.length + candidate.length - length;
		/* From here on it changes nothing. A name that is not near can be the second. */
		int enough = found.second > found.distance ? found.second : found.distance;
		/* As many insertions as one is longer are needed at least. Most candidates are told
		 * apart by that. */
		if ((int)(length - shorter) * NEAR_EDIT >= enough)
			continue;
		int edits = distance(&wanted, &candidate, enough);
		/* Names that have nothing in common are not near each other, however short. */
		bool near = edits <= farthest(&wanted, &candidate) && edits < (int)length * EDIT;
		if (near && edits < found.distance) {
			found.second = found.distance;
			found.distance = edits;
			found.name = candidates[i];
			found.length = length;
		} else if (edits < found.second) {
			found.second = edits;
		}
	}
	return found;
}

Text suggest_nearest(Text name, const Text *candidates, size_t count)
{
	return find_nearest(name, candidates, count).name;
}

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* Whether both have the same digits in the same order. */
static bool same_digits(Text a, Text b)
{
	size_t i = 0, k = 0;
	for (;;) {
		while (i < a.length && !is_digit(a.bytes[i]))
			i++;
		while (k < b.length && !is_digit(b.bytes[k]))
			k++;
		if (i == a.length || k == b.length)
			return i == a.length && k == b.length;
		if (a.bytes[i++] != b.bytes[k++])
			return false;
	}
}

/* At most one edit in four characters, and a whole edit nearer than the next. */
static bool is_certain(Text name, const Nearest *nearest)
{
	return (size_t)nearest->distance * 4 <= nearest->length * EDIT &&
	       nearest->second >= nearest->distance + EDIT && same_digits(name, nearest->name);
}

/* Names with these would need quotation marks in some places and not in others. A # that follows
 * upon braces begins no comment. */
static bool needs_no_quotes(Text name, bool in_braces)
{
	size_t first = in_braces && text_starts(name, TEXT("#")) ? 1 : 0;
	for (size_t i = first; i < name.length; i++)
		if (text_find(TEXT("\"'\\#:,[]{}\n"), text_cut(name, i, i + 1), 0) != TEXT_NOWHERE)
			return false;
	return true;
}

/* Whatever stands around the name at its place is kept. */
static void offer(Diagnostics *diagnostics, const UnknownName *unknown, Text meant)
{
	if (unknown->span.source == NULL)
		return;
	Text typed = span_text(unknown->span);
	size_t at = text_find(typed, unknown->name, 0);
	if (at == TEXT_NOWHERE || text_find(typed, unknown->name, at + 1) != TEXT_NOWHERE)
		return;
	if (!needs_no_quotes(meant, at > 0 && typed.bytes[at - 1] == '{'))
		return;
	size_t first = unknown->span.first + at;
	diagnostic_fix(diagnostics,
	               span_of(unknown->span.source, first, first + unknown->name.length), meant);
}

static Text all_names(Arena *arena, const UnknownName *unknown)
{
	if (unknown->count == 0)
		return unknown->none.length > 0 ? unknown->none : TEXT("inget");
	return swedish_series(arena, unknown->names, unknown->count,
	                      unknown->last.length > 0 ? unknown->last : TEXT(", "));
}

Text suggest_report(Diagnostics *diagnostics, const UnknownName *unknown)
{
	Nearest nearest = find_nearest(unknown->name, unknown->names, unknown->count);
	bool near = nearest.name.length > 0;
	Text meant = near ? nearest.name : all_names(diagnostics->arena, unknown);
	DiagnosticCode code = near ? unknown->near : unknown->far;
	if (unknown->where.length > 0)
		diagnose(diagnostics, code, unknown->span, unknown->name, unknown->where, meant);
	else
		diagnose(diagnostics, code, unknown->span, unknown->name, meant);
	/* A name from the command line stands in no file. */
	if (near && unknown->span.source != NULL && is_certain(unknown->name, &nearest))
		offer(diagnostics, unknown, meant);
	return nearest.name;
}
