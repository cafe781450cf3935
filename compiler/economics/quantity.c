/* Quantity: what the ledger's entries are called. */
#include "economics/quantity.h"

#include "base/buffer.h"
#include "base/swedish.h"
#include "economics/timeline.h"
#include "model/fields.h"

static const QuantityFacts facts[] = {
#define QUANTITY(id, name, of, when, unit, label, about)                                           \
	[QUANTITY_##                                                                               \
	        id] = {TEXT_INIT(name), (of), (when), (unit), TEXT_INIT(label), TEXT_INIT(about)},
#include "economics/quantities.def"
#undef QUANTITY
};

const QuantityFacts *quantity_facts(Quantity quantity)
{
	return &facts[quantity];
}

Quantity quantity_in(Text name)
{
	Quantity found = QUANTITIES;
	for (Quantity q = 0; q < QUANTITIES; q++) {
		Text known = facts[q].name;
		bool ends = name.length == known.length ||
		            text_starts(text_after(name, known.length), TEXT("."));
		if (text_starts(name, known) && ends &&
		    (found == QUANTITIES || known.length > facts[found].name.length))
			found = q;
	}
	return found;
}

static Text dotted(Arena *arena, Text beginning, Text end)
{
	Text parts[] = {beginning, TEXT("."), end};
	return text_join(arena, parts, 3);
}

Text quantity_of(Arena *arena, Quantity quantity, Text key)
{
	return dotted(arena, facts[quantity].name, key);
}

Text quantity_number(Arena *arena, Quantity quantity, size_t index)
{
	Buffer digits = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put_integer(&digits, (int64_t)index + 1);
	return dotted(arena, facts[quantity].name, buffer_text(&digits));
}

Text quantity_in_year(Arena *arena, Text name, int year)
{
	Buffer digits = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put_integer(&digits, year);
	return dotted(arena, name, buffer_text(&digits));
}

Text quantity_from(Arena *arena, Text name, Date from)
{
	Text parts[] = {TEXT("från "), swedish_date_short(arena, from)};
	return dotted(arena, name, text_join(arena, parts, 2));
}

Text quantity_for_period(Arena *arena, Text name)
{
	return dotted(arena, name, TEXT("perioden"));
}

Text quantity_together(Arena *arena, const Agreement *agreement, Text name)
{
	Timeline timeline = timeline_of(agreement);
	Text parts[] = {TEXT("till "), {0}};
	if (timeline.whole)
		return quantity_for_period(arena, name);
	parts[1] = swedish_date_short(arena, timeline.days.last);
	return dotted(arena, name, text_join(arena, parts, 2));
}

Text quantity_before_index(Arena *arena, Text name)
{
	return dotted(arena, name, TEXT("perioden före uppräkning"));
}

Text cost_kind_word(int kind)
{
	const Record *economy = record_field(&record_agreement, TEXT("ekonomi"))->record;
	const Record *cost = record_field(economy, TEXT("kostnader"))->record;
	return field_choice_word(record_field(cost, TEXT("slag")), kind);
}

static void add_name(Arena *arena, TextList *names, Text name, unsigned when,
                     const Agreement *agreement)
{
	Timeline timeline = timeline_of(agreement);
	if (when & WHEN_PER_YEAR)
		*ARENA_PUSH(arena, names) = name;
	if (when & WHEN_YEARS) {
		*ARENA_PUSH(arena, names) = quantity_for_period(arena, name);
		*ARENA_PUSH(arena, names) = quantity_together(arena, agreement, name);
		*ARENA_PUSH(arena, names) = quantity_before_index(arena, name);
	}
	if (!timeline.known || !(when & (WHEN_YEARS | WHEN_INDEX)))
		return;
	for (int year = timeline.days.first.year; year <= timeline.days.last.year; year++)
		*ARENA_PUSH(arena, names) = quantity_in_year(arena, name, year);
}

void quantity_names(Arena *arena, const Agreement *agreement, TextList *names)
{
	const Party *parties = agreement->parties.items;
	for (Quantity q = 0; q < QUANTITIES; q++) {
		if (facts[q].of & OF_ALL)
			add_name(arena, names, facts[q].name, facts[q].when, agreement);
		for (size_t p = 0; facts[q].of & OF_PARTY && p < agreement->parties.count; p++)
			add_name(arena, names, quantity_of(arena, q, parties[p].key.text),
			         facts[q].when, agreement);
		for (int kind = 0; facts[q].of & OF_KIND && kind < COST_KINDS; kind++)
			add_name(arena, names, quantity_of(arena, q, cost_kind_word(kind)),
			         WHEN_PER_YEAR, agreement);
	}
}

/* Names before any case. */

/* The pieces of a name after the quantity's own. */
typedef struct Pieces {
	const Text *items;
	size_t count;
} Pieces;

static Pieces pieces_after(Pieces pieces, size_t count)
{
	return (Pieces){pieces.items + count, pieces.count - count};
}

static bool is_time(Text piece, unsigned when)
{
	int64_t number = 0;
	if (piece.length == 4 && text_integer(piece, &number))
		return (when & (WHEN_YEARS | WHEN_INDEX)) != 0;
	bool day = (text_starts(piece, TEXT("till ")) || text_starts(piece, TEXT("från "))) &&
	           date_parse(text_after(piece, text_find(piece, TEXT(" "), 0) + 1), &(Date){0}) ==
	                   DATE_OK;
	return (when & WHEN_YEARS) != 0 && (day || text_equal(piece, TEXT("perioden")) ||
	                                    text_equal(piece, TEXT("perioden före uppräkning")));
}

/* A calendar year's value may have parts below it where nothing else is told about it. */
static bool tell_time(Pieces pieces, unsigned when)
{
	if (pieces.count == 0)
		return (when & WHEN_PER_YEAR) != 0;
	return is_time(pieces.items[0], when) && pieces.count <= (when == WHEN_INDEX ? 3U : 1U);
}

static bool is_cost_kind(Text piece)
{
	for (int kind = 0; kind < COST_KINDS; kind++)
		if (text_equal(piece, cost_kind_word(kind)))
			return true;
	return false;
}

/* Whether the pieces may follow: a party's key may be anything, and so may the part of what is
 * numbered. */
static bool may_follow(const QuantityFacts *quantity, Pieces pieces)
{
	int64_t number = 0;
	bool numbered = pieces.count > 0 && text_integer(pieces.items[0], &number) && number > 0;
	return (quantity->of & OF_ALL && tell_time(pieces, quantity->when)) ||
	       (quantity->of & OF_PARTY && pieces.count > 0 &&
	        tell_time(pieces_after(pieces, 1), quantity->when)) ||
	       (quantity->of & OF_KIND && pieces.count == 1 && is_cost_kind(pieces.items[0])) ||
	       (quantity->of & OF_NUMBER && numbered && pieces.count <= 4);
}

static Unit unit_of(const QuantityFacts *quantity, Pieces pieces)
{
	Text last = pieces.count > 0 ? pieces.items[pieces.count - 1] : (Text){0};
	if (text_equal(last, TEXT("dag")))
		return UNIT_DATE;
	return text_equal(last, TEXT("timmar")) ? UNIT_HOURS : quantity->unit;
}

/* "ekonomi.bidrag.p.2019" after "ekonomi.bidrag": "p" and "2019". */
static bool cut_pieces(Text name, Text beginning, Text *items, size_t most, Pieces *pieces)
{
	Text rest = text_after(name, beginning.length), piece = {0};
	*pieces = (Pieces){.items = items};
	if (!text_starts(name, beginning))
		return false;
	if (rest.length == 0)
		return true;
	/* What follows begins with a point, so its first piece is empty. */
	bool fits = text_next(&rest, '.', &piece) && piece.length == 0 && rest.bytes != NULL;
	while (fits && text_next(&rest, '.', &piece)) {
		fits = piece.length > 0 && pieces->count < most;
		if (fits)
			items[pieces->count++] = piece;
	}
	return fits;
}

bool quantity_is_possible(Text name, Unit *unit)
{
	enum { MOST = 5 };
	for (Quantity q = 0; q < QUANTITIES; q++) {
		Text items[MOST] = {{0}};
		Pieces pieces = {0};
		if (!cut_pieces(name, facts[q].name, items, MOST, &pieces) ||
		    !may_follow(&facts[q], pieces))
			continue;
		*unit = unit_of(&facts[q], pieces);
		return true;
	}
	return false;
}
