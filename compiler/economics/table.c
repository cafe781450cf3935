/* Tables: the list of computed tables, and what their makers share. */
#include "economics/table.h"

static const TableKind kinds[] = {
#define TABLE(name, maker, takes_party, words) {TEXT_INIT(name), maker, takes_party, words},
#include "economics/tables.def"
#undef TABLE
};

const TableKind *table_kinds(size_t *count)
{
	*count = sizeof kinds / sizeof kinds[0];
	return kinds;
}

const TableKind *table_kind(Text name)
{
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (text_equal(kinds[i].name, name))
			return &kinds[i];
	return NULL;
}

ComputedTable *table_new(Arena *arena, size_t columns, size_t first_numeric)
{
	ComputedTable *table = ARENA_NEW(arena, ComputedTable);
	bool *numeric = ARENA_ARRAY(arena, bool, columns);
	for (size_t i = first_numeric; i < columns; i++)
		numeric[i] = true;
	table->column_count = columns;
	table->numeric = numeric;
	return table;
}

TableCell *table_add_row(Arena *arena, ComputedTable *table, bool sum)
{
	TableCell *cells = ARENA_ARRAY(arena, TableCell, table->column_count);
	*ARENA_PUSH(arena, table) = (ComputedRow){cells, sum};
	return cells;
}

TableCell cell_word(size_t word)
{
	return (TableCell){.kind = CELL_WORD, .word = word};
}

TableCell cell_text(Text text, Span origin)
{
	return (TableCell){.kind = CELL_TEXT, .text = text, .origin = origin};
}

TableCell cell_entry(const Entry *entry)
{
	if (entry == NULL)
		return (TableCell){.kind = CELL_EMPTY};
	return (TableCell){.kind = CELL_ENTRY, .entry = entry, .origin = entry->origin};
}

const Entry *table_entry(const TableRequest *request, Quantity quantity, const Party *party)
{
	Text name = party == NULL ? quantity_facts(quantity)->name
	                          : quantity_of(request->arena, quantity, party->key.text);
	return ledger_find(request->ledger, name);
}
