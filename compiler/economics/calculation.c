/* Calculation: lists of entries, and what they are called in the frame under way. */
#include "economics/calculation.h"

void list_add(Calculation *c, EntryList *list, const Entry *entry)
{
	if (entry != NULL)
		*ARENA_PUSH(c->arena, list) = entry;
}

EntryList list_present(Calculation *c, const Entry *const *of_parties)
{
	EntryList list = {0};
	for (size_t p = 0; p < c->party_count; p++)
		list_add(c, &list, of_parties[p]);
	return list;
}

const Entry *list_sum(Calculation *c, Text name, const EntryList *list, Span origin)
{
	return ledger_sum(c->ledger, name, list->items, list->count, origin);
}

Text framed(Calculation *c, Text name)
{
	switch (c->frame.kind) {
	case FRAME_AGREED: break;
	case FRAME_STAGE: return quantity_from(c->arena, name, c->frame.from);
	case FRAME_YEAR: return quantity_in_year(c->arena, name, c->frame.year);
	case FRAME_PERIOD: return quantity_together(c->arena, c->agreement, name);
	case FRAME_BEFORE_INDEX: return quantity_before_index(c->arena, name);
	}
	return name;
}

Text name_of_all(Calculation *c, Quantity quantity)
{
	return framed(c, quantity_facts(quantity)->name);
}

Text name_of_party(Calculation *c, Quantity quantity, size_t party)
{
	return framed(c, quantity_of(c->arena, quantity, c->parties[party].key.text));
}

Text name_extended(Calculation *c, Text name, Text key)
{
	Text parts[] = {name, TEXT("."), key};
	return text_join(c->arena, parts, 3);
}

Text party_label(const Calculation *c, size_t party)
{
	const Party *p = &c->parties[party];
	return VALUE_GIVEN(p->short_name) ? p->short_name.text : p->key.text;
}

bool party_is_public(const Calculation *c, size_t party)
{
	return c->parties[party].sector.choice == SECTOR_PUBLIC;
}

int year_count(const Calculation *c)
{
	const Days *days = &c->timeline.days;
	return c->timeline.known ? days->last.year - days->first.year + 1 : 0;
}

size_t sole_civil_party(const Calculation *c)
{
	size_t sole = SIZE_MAX;
	for (size_t p = 0; p < c->party_count; p++) {
		if (party_is_public(c, p))
			continue;
		if (sole != SIZE_MAX)
			return SIZE_MAX;
		sole = p;
	}
	return sole;
}

const Entry *declare_amount(Calculation *c, Text name, const AmountValue *amount, Span owner)
{
	return VALUE_GIVEN(*amount)
	               ? ledger_declare(c->ledger, name, UNIT_AMOUNT, amount->money, amount->span)
	               : ledger_unknown(c->ledger, name, owner);
}

bool split_entry_counts(const PartyAmount *amount)
{
	return amount->party != NULL;
}
