/* The balance table: total cost, the grant, own financing, and the difference, which must be zero.
 */
#include "economics/table.h"

ComputedTable *table_balance(const TableRequest *request)
{
	static const Quantity quantities[] = {QUANTITY_COST, QUANTITY_GRANT, QUANTITY_OWN_FINANCING,
	                                      QUANTITY_DIFFERENCE};
	enum { ROWS = sizeof quantities / sizeof quantities[0] };
	if (table_entry(request, QUANTITY_DIFFERENCE, NULL) == NULL)
		return NULL;
	ComputedTable *table = table_new(request->arena, 2, 1);
	for (size_t i = 0; i < ROWS; i++) {
		const Entry *entry = table_entry(request, quantities[i], NULL);
		if (entry == NULL)
			continue;
		TableCell *cells = table_add_row(request->arena, table, i + 1 == ROWS);
		cells[0] = cell_word(i);
		cells[1] = cell_entry(entry);
	}
	return table;
}
