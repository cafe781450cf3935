/* Quantity: what the ledger's entries are called. */
#include "economics/quantity.h"

#include "base/buffer.h"
#include "base/swedish.h"
#include "economics/timeline.h"
#include "model/fields.h"

static const QuantityFacts facts[] = {
#define QUANTITY(id, name, of, when, label, about)                                                 \
	[QUANTITY_##id] = {TEXT_INIT(name), (of), (when), TEXT_INIT(label), TEXT_INIT(about)},
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
