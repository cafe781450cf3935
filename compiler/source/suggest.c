/* Suggest: weighted edit distance over characters, for "Menade du ...?". */
#include "source/suggest.h"

#include <stdbool.h>
#include <stdint.h>

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
 * count as one edit. Only the last three rows of the matrix are kept. */
static int distance(const Name *a, const Name *b)
{
	int rows[3][NAME_CHARACTERS + 1] = {{0}};
	for (size_t j = 1; j <= b->length; j++)
		rows[0][j] = rows[0][j - 1] + insertion_cost(b->characters[j - 1]);
	for (size_t i = 1; i <= a->length; i++) {
		int *row = rows[i % 3];
		const int *above = rows[(i + 2) % 3];
		const int *two_above = rows[(i + 1) % 3];
		uint32_t from = a->characters[i - 1];
		row[0] = above[0] + insertion_cost(from);
		for (size_t j = 1; j <= b->length; j++) {
			uint32_t to = b->characters[j - 1];
			int cost = above[j - 1] + substitution_cost(from, to);
			cost = smaller(cost, above[j] + insertion_cost(from));
			cost = smaller(cost, row[j - 1] + insertion_cost(to));
			if (i > 1 && j > 1 && from == b->characters[j - 2] &&
			    to == a->characters[i - 2])
				cost = smaller(cost, two_above[j - 2] + EDIT);
			row[j] = cost;
		}
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

Text suggest_nearest(Text name, const Text *candidates, size_t count)
{
	Name wanted;
	Text nearest = {0};
	int nearest_distance = 3 * EDIT + 1;
	if (name.length == 0 || !name_of(name, &wanted))
		return nearest;
	for (size_t i = 0; i < count; i++) {
		Name candidate;
		if (!name_of(candidates[i], &candidate))
			continue;
		int edits = distance(&wanted, &candidate);
		if (edits <= farthest(&wanted, &candidate) && edits < nearest_distance) {
			nearest = candidates[i];
			nearest_distance = edits;
		}
	}
	return nearest;
}
