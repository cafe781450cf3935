/* Sentence: finding words, and which figure they stand by. */
#include "economics/sentence.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "economics/quantity.h"
#include "model/resolve.h"
#include "prose/numeral.h"

/* The case. */

static size_t party_with_key(const Agreement *agreement, Text path)
{
	const Party *parties = agreement->parties.items;
	for (size_t p = 0; p < agreement->parties.count; p++) {
		Text key = parties[p].key.text;
		if (text_starts(path, key) &&
		    (path.length == key.length || path.bytes[key.length] == '.'))
			return p;
	}
	return ANY_PARTY;
}

/* The party of the contribution or the cost that a name has the number of. */
static size_t party_with_number(const Agreement *agreement, Text quantity, int64_t number)
{
	const ListValue *contributions = &agreement->economy.contributions;
	const ListValue *costs = &agreement->economy.costs;
	size_t index = (size_t)number - 1;
	const Party *party = NULL;
	if (text_equal(quantity, quantity_facts(QUANTITY_CONTRIBUTION)->name) &&
	    index < contributions->count)
		party = ((const Contribution *)contributions->items)[index].party;
	else if (text_equal(quantity, quantity_facts(QUANTITY_COST_ITEM)->name) &&
	         index < costs->count)
		party = ((const Cost *)costs->items)[index].party;
	return party != NULL ? party_index(agreement, party) : ANY_PARTY;
}

/* Whose value a name is: "ekonomi.insats.pingst", "ekonomi.insatser.1",
 * "ekonomi.insatser.1.pingst".
 */
static size_t party_in_name(const Agreement *agreement, Text name)
{
	if (text_starts(name, quantity_facts(QUANTITY_CIVIL_PUT_IN)->name) ||
	    text_equal(name, quantity_facts(QUANTITY_CIVIL_SHARE)->name))
		return CIVIL_PARTIES;
	if (text_equal(name, quantity_facts(QUANTITY_PUBLIC_SHARE)->name))
		return PUBLIC_PARTIES;
	if (text_equal(name, quantity_facts(QUANTITY_ALL_SHARES)->name))
		return ALL_PARTIES;
	size_t point = text_find(name, TEXT("."), 0);
	size_t after = point == TEXT_NOWHERE ? point : text_find(name, TEXT("."), point + 1);
	if (after == TEXT_NOWHERE)
		return ANY_PARTY;
	Text path = text_after(name, after + 1), first = path, rest = path;
	text_next(&rest, '.', &first);
	int64_t number = 0;
	if (!text_integer(first, &number) || number < 1)
		return party_with_key(agreement, path);
	size_t party = party_with_key(agreement, rest);
	return party != ANY_PARTY ? party
	                          : party_with_number(agreement, text_cut(name, 0, after), number);
}

static uint32_t rows_that_mean(const Known *known)
{
	static_assert(MEANINGS <= 32, "a bit for each row");
	uint32_t rows = 0;
	for (size_t row = 0; row < MEANINGS; row++) {
		const Meaning *meaning = meaning_at(row);
		if (units_compare(meaning->unit, known->unit) &&
		    meaning_has_name(meaning, known->name))
			rows |= UINT32_C(1) << row;
	}
	return rows;
}

void tally_case_open(Arena *arena, const Agreement *agreement, const Ledger *ledger, TallyCase *c)
{
	*c = (TallyCase){.arena = arena, .agreement = agreement};
	known_collect(arena, agreement, ledger, &c->known);
	uint32_t *meant_by = ARENA_ARRAY(arena, uint32_t, c->known.count + 1);
	size_t *party_of = ARENA_ARRAY(arena, size_t, c->known.count + 1);
	for (size_t i = 0; i < c->known.count; i++) {
		meant_by[i] = rows_that_mean(&c->known.items[i]);
		party_of[i] = party_in_name(agreement, c->known.items[i].name);
	}
	c->meant_by = meant_by;
	c->party_of = party_of;
}

/* Words. */

typedef struct Place {
	size_t first, end;
} Place;

typedef struct PlaceList {
	Place *items;
	size_t count;
	size_t capacity;
} PlaceList;

/* The words of a sentence that count, in its order. */
typedef struct WordPlaces {
	PlaceList mentions[MEANINGS];
	PlaceList clauses; /* where one clause ends and the next begins */
} WordPlaces;

/* A name, or its genitive, as whole words; case does not count. */
static bool name_stands_at(Text text, size_t at, Text name)
{
	size_t in_name = 0;
	while (in_name < name.length) {
		uint32_t wanted = utf8_lower(utf8_next(name, &in_name));
		Gap gap = gap_at(text, at);
		if (wanted == ' ' && gap.spaced)
			at = gap.end;
		else if (at >= text.length || utf8_lower(utf8_next(text, &at)) != wanted)
			return false;
	}
	size_t colon = at + (utf8_at(text, at) == ':');
	if (utf8_lower(utf8_at(text, colon)) == 's')
		at = colon + 1;
	return name.length > 0 && !utf8_is_letter(utf8_at(text, at));
}

static bool party_stands_at(const Party *party, Text text, size_t at)
{
	return name_stands_at(text, at, party->key.text) ||
	       name_stands_at(text, at, party->name.text) ||
	       name_stands_at(text, at, party->short_name.text) ||
	       (party->board != NULL && name_stands_at(text, at, party->board->name.text));
}

static void find_parties(const TallyCase *c, Sentence *s, size_t at)
{
	const Party *parties = c->agreement->parties.items;
	for (size_t p = 0; p < c->agreement->parties.count && p < PARTIES_BY_NAME; p++) {
		if (s->party_named[p] || !party_stands_at(&parties[p], s->text, at))
			continue;
		s->party_named[p] = s->any_party = true;
		bool civil = parties[p].sector.choice == SECTOR_CIVIL;
		s->civil_party = s->civil_party || civil;
		s->public_party = s->public_party || !civil;
	}
}

static void find_meanings(const TallyCase *c, Sentence *s, WordPlaces *places, size_t at)
{
	for (size_t row = 0; row < MEANINGS; row++) {
		const Meaning *meaning = meaning_at(row);
		RowState *state = &s->rows[row];
		size_t end = words_match(s->text, at, meaning->words);
		if (end > at) {
			*ARENA_PUSH(c->arena, &places->mentions[row]) = (Place){at, end};
			state->mentioned = true;
		}
		state->sure = state->sure || meaning->sure.length == 0 ||
		              words_match(s->text, at, meaning->sure) > at;
	}
}

static bool is_conjunction(Text text, size_t at)
{
	static const Text words = TEXT_INIT("och!|samt!|men!|eller!|medan!|varav!");
	return words_match(text, at, words) > at;
}

/* A year of four digits that belongs to no figure, and in which the agreement is not in force. */
static bool is_other_year(const TallyCase *c, Text text, size_t at)
{
	Numeral numeral;
	if (!numeral_read(text, at, &numeral) || !numeral.year)
		return false;
	const Period *period = &c->agreement->period;
	if (!date_is_given(period->from.date) || numeral.digits < period->from.date.year)
		return true;
	return date_is_given(period->to.date) && numeral.digits > period->to.date.year;
}

/* Passes the sentence once, word by word. */
static void find_words(const TallyCase *c, Sentence *s, WordPlaces *places)
{
	size_t figure = 0;
	for (size_t at = s->first; at < s->end;) {
		while (figure < s->literal_count && s->literals[figure].end <= at)
			figure++;
		bool in_figure = figure < s->literal_count && s->literals[figure].first <= at;
		size_t next = at;
		uint32_t codepoint = utf8_next(s->text, &next);
		if (utf8_is_word(codepoint))
			find_parties(c, s, at);
		if (utf8_is_letter(codepoint)) {
			find_meanings(c, s, places, at);
			if (!in_figure && is_conjunction(s->text, at))
				*ARENA_PUSH(c->arena, &places->clauses) = (Place){at, at};
			next = letters_end(s->text, at);
		} else if (is_digit(codepoint) && !in_figure) {
			s->other_year = s->other_year || is_other_year(c, s->text, at);
			while (next < s->end && is_digit((unsigned char)s->text.bytes[next]))
				next++;
		} else if (strchr(",;:()", s->text.bytes[at]) != NULL && !in_figure) {
			*ARENA_PUSH(c->arena, &places->clauses) = (Place){at, at};
		}
		at = next;
	}
}

/* Which figure the words stand by: crossing as few ends of clauses as can be, then the nearest,
 * where one that follows counts as half as far away. */

typedef struct Distance {
	size_t clauses;
	size_t bytes;
} Distance;

/* Ends of clauses before a place. */
static size_t clauses_before(const PlaceList *clauses, size_t place)
{
	size_t low = 0, high = clauses->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (clauses->items[middle].first < place)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static Distance distance_between(const PlaceList *clauses, size_t first, size_t end)
{
	return (Distance){clauses_before(clauses, end) - clauses_before(clauses, first),
	                  end - first};
}

static Distance twice(Distance distance)
{
	return (Distance){distance.clauses, distance.bytes * 2};
}

static bool is_nearer(Distance a, Distance b)
{
	return a.clauses != b.clauses ? a.clauses < b.clauses : a.bytes < b.bytes;
}

typedef struct Nearest {
	const Literal *literal;
	Distance distance;
} Nearest;

static void consider(Nearest *nearest, const Literal *literal, Distance distance)
{
	if (nearest->literal != NULL && !is_nearer(distance, nearest->distance))
		return;
	*nearest = (Nearest){literal, distance};
}

static const Literal *nearest_figure(const Sentence *s, const WordPlaces *places, size_t row)
{
	const PlaceList *mentions = &places->mentions[row];
	Nearest nearest = {0};
	const Literal *before = NULL;
	size_t next = 0;
	for (size_t m = 0; m < mentions->count; m++) {
		const Place *word = &mentions->items[m];
		const Literal *after = NULL;
		while (next < s->literal_count && after == NULL) {
			const Literal *literal = &s->literals[next];
			bool of_unit = units_compare(meaning_at(row)->unit, literal->unit);
			if (of_unit && literal->first >= word->end)
				after = literal;
			else if (of_unit)
				before = literal;
			next += after == NULL;
		}
		if (after != NULL)
			consider(&nearest, after,
			         distance_between(&places->clauses, word->end, after->first));
		if (before != NULL && before->end <= word->first)
			consider(&nearest, before,
			         twice(distance_between(&places->clauses, before->end,
			                                word->first)));
	}
	return nearest.literal;
}

/* Whether something in the sentence is what a row's words mean. */

bool sentence_can_mean(const TallyCase *c, const Sentence *s, size_t row, size_t known)
{
	if (!(c->meant_by[known] >> row & 1))
		return false;
	size_t party = c->party_of[known];
	if (!s->any_party)
		return true;
	if (party == ALL_PARTIES)
		return false;
	if (party == CIVIL_PARTIES)
		return s->civil_party;
	if (party == PUBLIC_PARTIES)
		return s->public_party;
	return party >= PARTIES_BY_NAME || s->party_named[party];
}

static bool is_satisfied(const TallyCase *c, const Sentence *s, size_t row)
{
	for (size_t i = 0; i < s->insert_count; i++)
		if (meaning_has_name(meaning_at(row), s->inserts[i].body))
			return true;
	for (size_t k = 0; k < c->known.count; k++) {
		if (!sentence_can_mean(c, s, row, k))
			continue;
		for (size_t i = 0; i < s->literal_count; i++)
			if (known_equals(&c->known.items[k], &s->literals[i]))
				return true;
	}
	return false;
}

void sentence_read(const TallyCase *c, Sentence *sentence)
{
	WordPlaces places = {0};
	find_words(c, sentence, &places);
	for (size_t row = 0; row < MEANINGS; row++) {
		RowState *state = &sentence->rows[row];
		if (!state->mentioned)
			continue;
		bool party = words_have_party(meaning_at(row)->sure) && sentence->any_party;
		state->sure = state->sure || party;
		state->target = nearest_figure(sentence, &places, row);
		state->satisfied = state->target != NULL && is_satisfied(c, sentence, row);
	}
}

bool sentence_is_doubtful(const Sentence *sentence, Unit unit)
{
	if (sentence->other_year)
		return true;
	for (size_t at = sentence->first; at < sentence->end;) {
		size_t end = letters_end(sentence->text, at);
		if (end > at && is_doubt(sentence->text, at, unit))
			return true;
		if (end > at)
			at = end;
		else
			utf8_next(sentence->text, &at);
	}
	return false;
}
