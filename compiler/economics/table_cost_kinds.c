/* The table of cost types: what staff, volunteers, premises and so on cost in all a year. */
#include "economics/table.h"

#include "base/utf8.h"

ComputedTable *table_cost_kinds(const TableRequest *request)
{
	ComputedTable *table = table_new(request->arena, 2, 1);
	for (int kind = 0; kind < COST_KINDS; kind++) {
		Text word = cost_kind_word(kind);
		const Entry *entry = ledger_find(
		        request->ledger, quantity_of(request->arena, QUANTITY_COST_OF_KIND, word));
		if (entry == NULL)
			continue;
		TableCell *cells = table_add_row(request->arena, table, false);
		cells[0] = cell_text(utf8_capitalised(request->arena, word), (Span){0});
		cells[1] = cell_entry(entry);
	}
	if (table->count == 0)
		return NULL;
	TableCell *cells = table_add_row(request->arena, table, true);
	cells[0] = cell_word(0);
	cells[1] = cell_entry(table_entry(request, QUANTITY_COST, NULL));
	return table;
}
