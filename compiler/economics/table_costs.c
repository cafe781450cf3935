/* The cost table: the items of each organisation, or of one, with their sums. */
#include "economics/table.h"

static const Entry *cost_entry(const TableRequest *request, size_t index)
{
	return ledger_find(request->ledger,
	                   quantity_number(request->arena, QUANTITY_COST_ITEM, index));
}

/* The items of one party and its sum. In a table of one organisation the sum row says "Summa"; in a
 * table of several it names the organisation. */
static void add_party(const TableRequest *request, ComputedTable *table, const Party *party)
{
	const Entry *sum = table_entry(request, QUANTITY_COST, party);
	if (sum == NULL)
		return;
	const Cost *costs = request->agreement->economy.costs.items;
	for (size_t i = 0; i < request->agreement->economy.costs.count; i++) {
		if (costs[i].party != party)
			continue;
		TableCell *cells = table_add_row(request->arena, table, false);
		cells[0] = cell_text(costs[i].item.text, costs[i].item.span);
		cells[1] = cell_entry(cost_entry(request, i));
	}
	TableCell *cells = table_add_row(request->arena, table, true);
	cells[0] = request->party != NULL ? cell_word(0)
	                                  : cell_text(party->name.text, party->name.span);
	cells[1] = cell_entry(sum);
}

ComputedTable *table_costs(const TableRequest *request)
{
	ComputedTable *table = table_new(request->arena, 2, 1);
	const Party *parties = request->agreement->parties.items;
	for (size_t i = 0; i < request->agreement->parties.count; i++)
		if (request->party == NULL || request->party == &parties[i])
			add_party(request, table, &parties[i]);
	if (table->count == 0)
		return NULL;
	if (request->party == NULL) {
		TableCell *cells = table_add_row(request->arena, table, true);
		cells[0] = cell_word(0);
		cells[1] = cell_entry(table_entry(request, QUANTITY_COST, NULL));
	}
	return table;
}
