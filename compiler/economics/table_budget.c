/* The budget table: what the grant costs in each calendar year, by board where several give it. */
#include "economics/table.h"

/* The boards that give, where there are several. */
static size_t find_boards(const TableRequest *request, const Party **boards)
{
	const Party *parties = request->agreement->parties.items;
	size_t count = 0;
	for (size_t p = 0; p < request->agreement->parties.count; p++) {
		Text share =
		        quantity_of(request->arena, QUANTITY_SHARE_OF_GRANT, parties[p].key.text);
		if (ledger_find(request->ledger, share) != NULL)
			boards[count++] = &parties[p];
	}
	return count;
}

/* The name of an amount in a year, or in all years for year 0. */
static Text in_time(const TableRequest *request, Text name, int year)
{
	return year != 0 ? quantity_in_year(request->arena, name, year)
	                 : quantity_together(request->arena, request->agreement, name);
}

/* A row's amounts after its first cell; false when there is no grant. */
static bool fill_row(const TableRequest *request, const Party *const *boards, size_t count,
                     int year, TableCell *cells)
{
	const Entry *grant = ledger_find(
	        request->ledger, in_time(request, quantity_facts(QUANTITY_GRANT)->name, year));
	for (size_t b = 0; b < count; b++) {
		Text name = quantity_of(request->arena, QUANTITY_CASH_GRANTED, boards[b]->key.text);
		cells[b] = cell_entry(ledger_find(request->ledger, in_time(request, name, year)));
	}
	cells[count] = cell_entry(grant);
	return grant != NULL;
}

ComputedTable *table_budget(const TableRequest *request)
{
	const Party **boards =
	        ARENA_ARRAY(request->arena, const Party *, request->agreement->parties.count + 1);
	size_t count = find_boards(request, boards);
	TableYears years = table_years(request);
	ComputedTable *table = table_new(request->arena, count + 2, 1);
	TableCell *amounts = ARENA_ARRAY(request->arena, TableCell, count + 1);
	for (size_t b = 0; b < count; b++)
		table_set_heading(request->arena, table, b + 1, boards[b]->name.text);
	/* The period's row comes after the last year's. */
	for (int year = years.first; year <= years.last + 1; year++) {
		bool sum = year > years.last;
		if (!fill_row(request, boards, count, sum ? 0 : year, amounts))
			continue;
		TableCell *cells = table_add_row(request->arena, table, sum);
		cells[0] = sum ? cell_word(0) : cell_year(request->arena, year);
		for (size_t b = 0; b <= count; b++)
			cells[b + 1] = amounts[b];
	}
	return table->count > 0 ? table : NULL;
}
