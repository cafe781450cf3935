/* The financing table: what each party puts in a year, and its share of the scope. */
#include "economics/table.h"

ComputedTable *table_financing(const TableRequest *request)
{
	const Entry *scope = table_entry(request, QUANTITY_SCOPE, NULL);
	if (scope == NULL)
		return NULL;
	ComputedTable *table = table_new(request->arena, 3, 1);
	const Party *parties = request->agreement->parties.items;
	for (size_t i = 0; i < request->agreement->parties.count; i++) {
		const Party *party = &parties[i];
		const Entry *put_in = table_entry(request, QUANTITY_PUT_IN, party);
		if (put_in == NULL)
			continue;
		TableCell *cells = table_add_row(request->arena, table, false);
		cells[0] = cell_text(party->name.text, party->name.span);
		cells[1] = cell_entry(put_in);
		cells[2] = cell_entry(table_entry(request, QUANTITY_SHARE_OF_SCOPE, party));
	}
	TableCell *cells = table_add_row(request->arena, table, true);
	cells[0] = cell_word(0);
	cells[1] = cell_entry(scope);
	cells[2] = cell_entry(table_entry(request, QUANTITY_ALL_SHARES, NULL));
	return table;
}
