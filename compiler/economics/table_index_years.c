/* The index table: for each calendar year the index's rise and how sure it is, what the grant is a
 * year after it, and what is paid for that year. */
#include "economics/table.h"

/* The yearly grant after the last step so far. */
static const Entry *yearly_grant(const TableRequest *request, int year, const Entry *before)
{
	const Entry *now = table_named(request, quantity_facts(QUANTITY_INDEXED_GRANT)->name, year);
	return now != NULL ? now : before;
}

ComputedTable *table_index_years(const TableRequest *request)
{
	const Entry *yearly = table_entry(request, QUANTITY_GRANT, NULL);
	Text grant = quantity_facts(QUANTITY_GRANT)->name;
	Text rates = quantity_facts(QUANTITY_RATE)->name;
	TableYears years = table_years(request);
	bool indexed = false;
	ComputedTable *table = table_new(request->arena, 5, 1);
	table_set_words(request->arena, table, 2);
	table->tells_standing = true;
	for (int year = years.first; year <= years.last; year++) {
		const Entry *rate = table_named(request, rates, year);
		yearly = yearly_grant(request, year, yearly);
		indexed = indexed || rate != NULL;
		TableCell *cells = table_add_row(request->arena, table, false);
		cells[0] = cell_year(request->arena, year);
		cells[1] = cell_entry(rate);
		if (rate != NULL)
			cells[2] = cell_text(standing_word(rate->standing), rate->origin);
		cells[3] = cell_entry(yearly);
		cells[4] = cell_entry(table_named(request, grant, year));
	}
	if (!indexed)
		return NULL;
	const Entry *sum = ledger_find(
	        request->ledger, quantity_together(request->arena, request->agreement, grant));
	if (sum != NULL) {
		TableCell *cells = table_add_row(request->arena, table, true);
		cells[0] = cell_word(0);
		cells[4] = cell_entry(sum);
	}
	return table;
}
