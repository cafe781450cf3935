/* The split table: what each recipient gets of the grant a year. */
#include "economics/table.h"

ComputedTable *table_split(const TableRequest *request)
{
	const Entry *grant = table_entry(request, QUANTITY_GRANT, NULL);
	if (grant == NULL)
		return NULL;
	ComputedTable *table = table_new(request->arena, 2, 1);
	const Party *parties = request->agreement->parties.items;
	for (size_t i = 0; i < request->agreement->parties.count; i++) {
		const Entry *received = table_entry(request, QUANTITY_GRANT, &parties[i]);
		if (received == NULL)
			continue;
		TableCell *cells = table_add_row(request->arena, table, false);
		cells[0] = cell_text(parties[i].name.text, parties[i].name.span);
		cells[1] = cell_entry(received);
	}
	if (table->count == 0)
		return NULL;
	TableCell *cells = table_add_row(request->arena, table, true);
	cells[0] = cell_word(0);
	cells[1] = cell_entry(grant);
	return table;
}
