/* Quantity: what the ledger's entries are called. */
#include "economics/quantity.h"

#include "base/buffer.h"
#include "base/limits.h"
#include "model/fields.h"

static const QuantityFacts facts[] = {
#define QUANTITY(id, name, of, when, label)                                                        \
	[QUANTITY_##id] = {TEXT_INIT(name), (of), (when), TEXT_INIT(label)},
#include "economics/quantities.def"
#undef QUANTITY
};

const QuantityFacts *quantity_facts(Quantity quantity)
{
	return &facts[quantity];
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

Text quantity_for_period(Arena *arena, Text name)
{
	return dotted(arena, name, TEXT("perioden"));
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

/* The calendar years that a case could have amounts for. */
typedef struct YearSpan {
	int first, last; /* none when last < first */
} YearSpan;

static YearSpan years_of(const Agreement *agreement)
{
	Date from = agreement->period.from.date, to = agreement->period.to.date;
	if (date_is_given(agreement->economy.horizon.date))
		to = agreement->economy.horizon.date;
	if (!date_is_given(from) || !date_is_given(to) || to.year - from.year > LIMIT_YEARS)
		return (YearSpan){1, 0};
	return (YearSpan){from.year, to.year};
}

static void add_name(Arena *arena, TextList *names, Text name, unsigned when, YearSpan years)
{
	if (when & WHEN_PER_YEAR)
		*ARENA_PUSH(arena, names) = name;
	if (when & WHEN_YEARS) {
		*ARENA_PUSH(arena, names) = quantity_for_period(arena, name);
		*ARENA_PUSH(arena, names) = quantity_before_index(arena, name);
	}
	for (int year = years.first; when & (WHEN_YEARS | WHEN_INDEX) && year <= years.last; year++)
		*ARENA_PUSH(arena, names) = quantity_in_year(arena, name, year);
}

void quantity_names(Arena *arena, const Agreement *agreement, TextList *names)
{
	const Party *parties = agreement->parties.items;
	YearSpan years = years_of(agreement);
	for (Quantity q = 0; q < QUANTITIES; q++) {
		if (facts[q].of & OF_ALL)
			add_name(arena, names, facts[q].name, facts[q].when, years);
		for (size_t p = 0; facts[q].of & OF_PARTY && p < agreement->parties.count; p++)
			add_name(arena, names, quantity_of(arena, q, parties[p].key.text),
			         facts[q].when, years);
		for (int kind = 0; facts[q].of & OF_KIND && kind < COST_KINDS; kind++)
			add_name(arena, names, quantity_of(arena, q, cost_kind_word(kind)),
			         WHEN_PER_YEAR, years);
	}
}
