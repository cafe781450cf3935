/* Costs: what the organisations' work costs, what they pay themselves, and whether it tallies. */
#include "base/swedish.h"
#include "economics/calculation.h"
#include "economics/needs.h"
#include "model/resolve.h"

static Stream agreed_stream(const Calculation *c, const Entry *agreed)
{
	return (Stream){
	        .agreed = agreed,
	        .days = c->timeline.days,
	        .in_time = c->timeline.known,
	        .years = ARENA_ARRAY(c->arena, const Entry *, (size_t)year_count(c) + 1),
	};
}

static const PartyAmount *declared_own_financing(const Calculation *c, size_t party)
{
	const PartyAmount *amounts = c->agreement->economy.own_financing.items;
	for (size_t i = 0; i < c->agreement->economy.own_financing.count; i++)
		if (amounts[i].party == &c->parties[party])
			return &amounts[i];
	return NULL;
}

void costs_declare(Calculation *c)
{
	const ListValue *list = &c->agreement->economy.costs;
	const Cost *costs = list->items;
	c->costs = ARENA_ARRAY(c->arena, Stream, list->count + 1);
	for (size_t i = 0; i < list->count; i++) {
		if (costs[i].party == NULL)
			continue;
		Text name = quantity_number(c->arena, QUANTITY_COST_ITEM, i);
		c->costs[i] =
		        agreed_stream(c, declare_amount(c, name, &costs[i].amount, costs[i].span));
	}
	c->own = ARENA_ARRAY(c->arena, Stream, c->party_count + 1);
	for (size_t p = 0; p < c->party_count; p++) {
		const PartyAmount *own = declared_own_financing(c, p);
		if (own == NULL)
			continue;
		Text name = quantity_of(c->arena, QUANTITY_OWN_FINANCING, c->parties[p].key.text);
		c->own[p] = agreed_stream(c, declare_amount(c, name, &own->amount, own->key.span));
	}
}

/* Costs by organisation, and as agreed also by type. */
static void sum_costs(Calculation *c)
{
	const ListValue *list = &c->agreement->economy.costs;
	const Cost *costs = list->items;
	EntryList *items = ARENA_ARRAY(c->arena, EntryList, c->party_count + 1);
	EntryList kinds[COST_KINDS] = {0};
	for (size_t i = 0; i < list->count; i++) {
		const Entry *entry = stream_in_frame(
		        c, &c->costs[i], quantity_number(c->arena, QUANTITY_COST_ITEM, i));
		if (entry == NULL)
			continue;
		list_add(c, &items[party_index(c->agreement, costs[i].party)], entry);
		list_add(c, &kinds[VALUE_GIVEN(costs[i].kind) ? costs[i].kind.choice : COST_OTHER],
		         entry);
	}
	for (size_t p = 0; p < c->party_count; p++)
		c->cost[p] = list_sum(c, name_of_party(c, QUANTITY_COST, p), &items[p], list->span);
	EntryList totals = list_present(c, c->cost);
	list_sum(c, name_of_all(c, QUANTITY_COST), &totals, list->span);
	bool unsettled = c->ledger->unsettled;
	c->ledger->unsettled = unsettled || kinds_are_open(c->agreement);
	for (int kind = 0; c->frame.kind == FRAME_AGREED && kind < COST_KINDS; kind++)
		list_sum(c, quantity_of(c->arena, QUANTITY_COST_OF_KIND, cost_kind_word(kind)),
		         &kinds[kind], list->span);
	c->ledger->unsettled = unsettled;
}

/* Only what was agreed can be wrong; other frames follow from it. */
static void check_financing(Calculation *c, size_t party)
{
	const PartyAmount *declared = declared_own_financing(c, party);
	Money cost = c->cost[party]->value, own = c->own_financing[party]->value;
	Money grant = c->granted[party] != NULL ? c->granted[party]->value : 0;
	/* What is left is made from the cost and the grant, or stands for itself. */
	bool unknown =
	        c->own_financing[party]->standing == STANDING_UNKNOWN ||
	        c->cost[party]->standing == STANDING_UNKNOWN ||
	        (c->granted[party] != NULL && c->granted[party]->standing == STANDING_UNKNOWN);
	if (c->has_faults || c->frame.kind != FRAME_AGREED || unknown)
		return;
	if (declared != NULL && cost - grant != own) {
		Money left = cost - grant - own;
		diagnose(c->ledger->diagnostics, FINANCING_DOES_NOT_TALLY, declared->amount.span,
		         party_label(c, party), swedish_amount(c->arena, cost),
		         swedish_amount(c->arena, grant), swedish_amount(c->arena, own),
		         swedish_amount(c->arena, left < 0 ? -left : left));
	} else if (c->granted[party] != NULL && grant > cost) {
		diagnose(c->ledger->diagnostics, GRANT_EXCEEDS_COST,
		         c->granted[party]->operands[0]->origin, party_label(c, party),
		         swedish_amount(c->arena, grant), swedish_amount(c->arena, cost));
		for (size_t i = 0; i < c->cost[party]->operand_count; i++)
			diagnostic_note(c->ledger->diagnostics, COST_STANDS_HERE,
			                c->cost[party]->operands[i]->origin);
	}
}

static void calculate_own_financing(Calculation *c, size_t party)
{
	Text name = name_of_party(c, QUANTITY_OWN_FINANCING, party);
	const Entry *cost = c->cost[party], *granted = c->granted[party];
	c->own_financing[party] = stream_in_frame(
	        c, &c->own[party],
	        quantity_of(c->arena, QUANTITY_OWN_FINANCING, c->parties[party].key.text));
	if (c->own_financing[party] == NULL && cost != NULL)
		c->own_financing[party] =
		        ledger_difference(c->ledger, name, (const Entry *[]){cost, granted},
		                          granted != NULL ? 2 : 1, cost->origin);
	if (cost != NULL && c->own_financing[party] != NULL)
		check_financing(c, party);
}

/* An organisation that tells its costs but no contribution contributes its own financing. */
static void own_financing_is_put_in(Calculation *c)
{
	for (size_t p = 0; p < c->party_count; p++) {
		const Entry *own = c->own_financing[p];
		if (c->put_in[p] == NULL && own != NULL)
			c->put_in[p] = ledger_sum(c->ledger, name_of_party(c, QUANTITY_PUT_IN, p),
			                          &own, 1, own->origin);
	}
}

void costs_in_frame(Calculation *c)
{
	sum_costs(c);
	for (size_t p = 0; p < c->party_count; p++)
		calculate_own_financing(c, p);
	own_financing_is_put_in(c);
	EntryList owns = list_present(c, c->own_financing);
	const Entry *cost = ledger_find(c->ledger, name_of_all(c, QUANTITY_COST));
	const Entry *own = list_sum(c, name_of_all(c, QUANTITY_OWN_FINANCING), &owns,
	                            c->agreement->economy.costs.span);
	if (cost == NULL || own == NULL)
		return;
	EntryList terms = {0};
	list_add(c, &terms, cost);
	list_add(c, &terms, ledger_find(c->ledger, name_of_all(c, QUANTITY_GRANT)));
	list_add(c, &terms, own);
	ledger_difference(c->ledger, name_of_all(c, QUANTITY_DIFFERENCE), terms.items, terms.count,
	                  cost->origin);
}
