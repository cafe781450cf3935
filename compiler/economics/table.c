/* Tables: the list of computed tables, and what their makers share. */
#include "economics/table.h"

#include "base/buffer.h"
#include "economics/timeline.h"

static const TableKind kinds[] = {
#define TABLE(name, maker, takes_party, headings, words, shows, about)                             \
	{TEXT_INIT(name), maker, takes_party, headings, words, TEXT_INIT(shows), TEXT_INIT(about)},
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

void table_set_words(Arena *arena, ComputedTable *table, size_t column)
{
	bool *numeric = ARENA_ARRAY(arena, bool, table->column_count);
	for (size_t c = 0; c < table->column_count; c++)
		numeric[c] = c != column && table->numeric[c];
	table->numeric = numeric;
}

TableCell *table_add_row(Arena *arena, ComputedTable *table, bool sum)
{
	TableCell *cells = ARENA_ARRAY(arena, TableCell, table->column_count);
	*ARENA_PUSH(arena, table) = (ComputedRow){cells, sum};
	return cells;
}

void table_set_heading(Arena *arena, ComputedTable *table, size_t column, Text heading)
{
	if (table->headings == NULL)
		table->headings = ARENA_ARRAY(arena, Text, table->column_count);
	table->headings[column] = heading;
}

TableCell cell_year(Arena *arena, int year)
{
	Buffer digits = buffer_new(arena, 16);
	buffer_put_integer(&digits, year);
	return cell_text(buffer_text(&digits), (Span){0});
}

TableCell cell_date(Date date, Span origin)
{
	return (TableCell){.kind = CELL_DATE, .date = date, .origin = origin};
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

TableYears table_years(const TableRequest *request)
{
	Timeline timeline = timeline_of(request->agreement);
	if (!timeline.known)
		return (TableYears){0, -1};
	return (TableYears){timeline.days.first.year, timeline.days.last.year};
}

const Entry *table_named(const TableRequest *request, Text name, int year)
{
	return ledger_find(request->ledger,
	                   year != 0 ? quantity_in_year(request->arena, name, year) : name);
}

const Entry *table_entry(const TableRequest *request, Quantity quantity, const Party *party)
{
	Text name = party == NULL ? quantity_facts(quantity)->name
	                          : quantity_of(request->arena, quantity, party->key.text);
	return ledger_find(request->ledger, name);
}
