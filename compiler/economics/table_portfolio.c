/* The portfolio table: the cases side by side, who gets what, and what it adds up to. */
#include "economics/table.h"

#include "base/swedish.h"

static Text receivers(const TableRequest *request, const PortfolioCase *c)
{
	Text *names = ARENA_ARRAY(request->arena, Text, c->party_count + 1);
	size_t count = 0;
	for (size_t i = 0; i < c->party_count; i++)
		if (c->parties[i].civil)
			names[count++] = c->parties[i].name;
	return swedish_list(request->arena, names, count);
}

ComputedTable *table_portfolio(const TableRequest *request)
{
	const Portfolio *portfolio =
	        request->portfolio != NULL
	                ? request->portfolio(request->portfolio_context, request->place)
	                : NULL;
	if (portfolio == NULL || portfolio->scope == NULL)
		return NULL;
	ComputedTable *table = table_new(request->arena, 6, 3);
	for (size_t i = 0; i < portfolio->count; i++) {
		const PortfolioCase *c = &portfolio->items[i];
		if (c->scope == NULL)
			continue;
		TableCell *cells = table_add_row(request->arena, table, false);
		cells[0] = cell_text(c->title, (Span){0});
		cells[1] = cell_text(receivers(request, c), (Span){0});
		cells[2] = cell_text(portfolio_period(request->arena, c), (Span){0});
		cells[3] = cell_entry(c->grant);
		cells[4] = cell_entry(c->scope);
		cells[5] = cell_entry(c->share);
	}
	TableCell *cells = table_add_row(request->arena, table, true);
	cells[0] = cell_word(0);
	cells[3] = cell_entry(portfolio->grant);
	cells[4] = cell_entry(portfolio->scope);
	cells[5] = cell_entry(portfolio->share);
	return table;
}
