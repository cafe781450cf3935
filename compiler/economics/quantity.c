/* Quantity: what the ledger's entries are called. */
#include "economics/quantity.h"

#include "base/buffer.h"
#include "model/fields.h"

static const QuantityFacts facts[] = {
#define QUANTITY(id, name, of, periodic) [QUANTITY_##id] = {TEXT_INIT(name), (of), (periodic)},
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

Text quantity_for_period(Arena *arena, Text name)
{
	return dotted(arena, name, TEXT("perioden"));
}

Text cost_kind_word(int kind)
{
	const Record *economy = record_field(&record_agreement, TEXT("ekonomi"))->record;
	const Record *cost = record_field(economy, TEXT("kostnader"))->record;
	return field_choice_word(record_field(cost, TEXT("slag")), kind);
}

static void add_name(Arena *arena, TextList *names, Text name, bool periodic)
{
	*ARENA_PUSH(arena, names) = name;
	if (periodic)
		*ARENA_PUSH(arena, names) = quantity_for_period(arena, name);
}

void quantity_names(Arena *arena, const Agreement *agreement, TextList *names)
{
	const Party *parties = agreement->parties.items;
	for (Quantity q = 0; q < QUANTITIES; q++) {
		if (facts[q].of & OF_ALL)
			add_name(arena, names, facts[q].name, facts[q].periodic);
		for (size_t p = 0; facts[q].of & OF_PARTY && p < agreement->parties.count; p++)
			add_name(arena, names, quantity_of(arena, q, parties[p].key.text),
			         facts[q].periodic);
		for (int kind = 0; facts[q].of & OF_KIND && kind < COST_KINDS; kind++)
			add_name(arena, names, quantity_of(arena, q, cost_kind_word(kind)), false);
	}
}
