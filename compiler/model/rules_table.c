/* Rules of a case's own tables: full rows, and columns that can be named. */
#include "base/buffer.h"
#include "model/gaps.h"
#include "model/resolve.h"
#include "model/rules.h"
#include "source/suggest.h"

static Text count_text(Arena *arena, size_t count)
{
	Buffer digits = buffer_new(arena, 32);
	buffer_put_integer(&digits, (int64_t)count);
	return buffer_text(&digits);
}

/* A table of a draft that lacks something is not looked at before it is whole. */
static bool is_open(const Agreement *agreement, const FreeTable *table)
{
	if (agreement->gaps == NULL)
		return false;
	Text path = path_below(agreement->gaps->arena, TEXT("tabeller"), table->key.text);
	return gaps_find_within(agreement->gaps, path) != NULL;
}

static void rows_fill_their_tables(Arena *arena, const Agreement *agreement,
                                   Diagnostics *diagnostics)
{
	const FreeTable *tables = agreement->tables.items;
	for (size_t t = 0; t < agreement->tables.count; t++) {
		const Column *columns = tables[t].columns.items;
		size_t typed = 0;
		/* A column that could not be read may be computed or typed. */
		if (is_open(agreement, &tables[t]) ||
		    diagnostics_have_error(diagnostics, tables[t].columns.span))
			continue;
		for (size_t c = 0; c < tables[t].columns.count; c++)
			typed += !column_is_computed(&columns[c]);
		const TableRow *rows = tables[t].rows.items;
		for (size_t r = 0; r < tables[t].rows.count; r++)
			if (rows[r].cells.span.source != NULL && rows[r].cells.count != typed)
				diagnose(diagnostics, CELL_COUNT, rows[r].cells.span,
				         count_text(arena, rows[r].cells.count),
				         count_text(arena, typed));
	}
}

/* Whether the column's cells are typed numbers, which others can be computed from. */
static bool is_countable(const Column *column)
{
	return column->kind.choice == COLUMN_AMOUNT || column->kind.choice == COLUMN_COUNT;
}

static void check_column_name(Arena *arena, const FreeTable *table, const TextValue *name,
                              Diagnostics *diagnostics)
{
	/* One that could not be read has no text. */
	if (name->text.length == 0)
		return;
	const Column *columns = table->columns.items;
	Text *headings = ARENA_ARRAY(arena, Text, table->columns.count + 1);
	size_t count = 0;
	for (size_t c = 0; c < table->columns.count; c++) {
		if (!is_countable(&columns[c]))
			continue;
		headings[count++] = columns[c].heading.text;
		if (text_equal(columns[c].heading.text, name->text))
			return;
	}
	suggest_report(diagnostics, &(UnknownName){.name = name->text,
	                                           .span = name->span,
	                                           .names = headings,
	                                           .count = count,
	                                           .near = UNKNOWN_COLUMN_NEAR,
	                                           .far = UNKNOWN_COLUMN,
	                                           .none = TEXT("ingen")});
}

/* What a computed column is made from. */
static void check_operand(const Agreement *agreement, const FreeTable *table, size_t index,
                          const Field *field, Diagnostics *diagnostics)
{
	const Column *column = (const Column *)table->columns.items + index;
	const TextValue *name = field_member(field, column);
	Arena *arena = diagnostics->arena;
	if (VALUE_GIVEN(*name)) {
		check_column_name(arena, table, name, diagnostics);
		return;
	}
	if (agreement->gaps == NULL) {
		diagnose(diagnostics, MISSING_KEY, column->kind.span, field->key, TEXT("kolumnen"),
		         TEXT("Värde per år"));
		return;
	}
	Text path = path_below(arena, TEXT("tabeller"), table->key.text);
	path = path_item(arena, path_below(arena, path, TEXT("kolumner")), index);
	gaps_add_field(agreement->gaps, field, path_below(arena, path, field->key), column->span);
}

static void shares_name_columns(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics)
{
	const FreeTable *tables = agreement->tables.items;
	const Record *columns =
	        record_field(record_of_group(TEXT("tabeller")), TEXT("kolumner"))->record;
	const Field *operands[] = {record_field(columns, TEXT("täljare")),
	                           record_field(columns, TEXT("nämnare"))};
	(void)arena;
	for (size_t t = 0; t < agreement->tables.count; t++) {
		const Column *column = tables[t].columns.items;
		bool open = is_open(agreement, &tables[t]) ||
		            diagnostics_have_error(diagnostics, tables[t].columns.span);
		for (size_t c = 0; c < tables[t].columns.count; c++)
			for (size_t k = 0; k < 2 && !open && column_is_computed(&column[c]); k++)
				check_operand(agreement, &tables[t], c, operands[k], diagnostics);
	}
}

/*
 * The sum of a column is called "tabeller.t.Belopp", and its first cell "tabeller.t.Belopp.1". Two
 * columns of a table must have different headings in any case; otherwise headings collide only when
 * one sum is called as another column's cell is, which takes a heading with a full stop, or a
 * table's key with one.
 */
typedef struct NamedColumn {
	const FreeTable *table;
	const Column *column;
	Text name;
} NamedColumn;

static bool makes_values(const Column *column)
{
	return column->kind.choice != COLUMN_TEXT && column->kind.choice != COLUMN_DATE;
}

/* Whether `name` is what a cell of the column is called. */
static bool is_cell_of(Text name, const NamedColumn *column)
{
	int64_t row = 0;
	size_t length = column->name.length;
	if (name.length <= length + 1 || name.bytes[length] != '.' || name.bytes[length + 1] == '0')
		return false;
	return text_equal(text_cut(name, 0, length), column->name) &&
	       text_integer(text_after(name, length + 1), &row) &&
	       row <= (int64_t)column->table->rows.count;
}

static bool collide(const NamedColumn *a, const NamedColumn *b)
{
	if (a->table == b->table && text_equal(a->name, b->name))
		return true;
	return makes_values(a->column) && makes_values(b->column) &&
	       (text_equal(a->name, b->name) || is_cell_of(a->name, b) || is_cell_of(b->name, a));
}

static NamedColumn name_column(Arena *arena, const FreeTable *table, const Column *column)
{
	Text parts[] = {TEXT("tabeller."), table->key.text, TEXT("."), column->heading.text};
	return (NamedColumn){table, column, text_join(arena, parts, 4)};
}

static void check_collisions(const NamedColumn *all, size_t count, Diagnostics *diagnostics)
{
	const NamedColumn *column = &all[count];
	for (size_t i = 0; i < count; i++) {
		if (!collide(&all[i], column))
			continue;
		bool longer = column->name.length > all[i].name.length;
		diagnose(diagnostics, COLUMN_TAKEN, column->column->heading.span,
		         column->column->heading.text, longer ? column->name : all[i].name);
		diagnostic_note(diagnostics, COLUMN_TAKEN_BY, all[i].column->heading.span);
		return;
	}
}

static void columns_have_names_of_their_own(Arena *arena, const Agreement *agreement,
                                            Diagnostics *diagnostics)
{
	const FreeTable *tables = agreement->tables.items;
	size_t most = 0, count = 0;
	for (size_t t = 0; t < agreement->tables.count; t++)
		most += tables[t].columns.count;
	NamedColumn *all = ARENA_ARRAY(arena, NamedColumn, most + 1);
	for (size_t t = 0; t < agreement->tables.count; t++) {
		const Column *columns = tables[t].columns.items;
		for (size_t c = 0; c < tables[t].columns.count; c++) {
			if (columns[c].heading.text.length == 0)
				continue;
			all[count] = name_column(arena, &tables[t], &columns[c]);
			check_collisions(all, count, diagnostics);
			count++;
		}
	}
}

static void tables_have_columns(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics)
{
	(void)arena;
	const FreeTable *tables = agreement->tables.items;
	const Record *table = record_of_group(TEXT("tabeller"));
	const Field *columns = record_field(table, TEXT("kolumner"));
	for (size_t t = 0; t < agreement->tables.count; t++)
		if (tables[t].columns.count == 0 && tables[t].columns.span.source != NULL &&
		    !is_open(agreement, &tables[t]) &&
		    !diagnostics_have_error(diagnostics, tables[t].columns.span))
			diagnose(diagnostics, LIST_EMPTY, tables[t].columns.span, columns->key,
			         columns->example);
}

static void notes_have_text(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics)
{
	(void)arena;
	const Footnote *notes = agreement->footnotes.items;
	/* In a draft the binder has noted them as gaps. */
	for (size_t i = 0; i < agreement->footnotes.count && agreement->gaps == NULL; i++)
		if (!VALUE_GIVEN(notes[i].text) &&
		    !diagnostics_have_error(diagnostics, agreement->footnotes.span))
			diagnose(diagnostics, NOTE_EMPTY, notes[i].key.span, notes[i].key.text);
}

static const Rule rules[] = {
        tables_have_columns,
        notes_have_text,
        rows_fill_their_tables,
        shares_name_columns,
        columns_have_names_of_their_own,
};

void rules_of_tables(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics)
{
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		rules[i](arena, agreement, diagnostics);
}
