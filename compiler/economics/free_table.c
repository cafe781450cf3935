/* Free tables: the case's own tables, their cells typed by column, their sums and shares computed.
 */
#include "economics/table.h"

#include "base/buffer.h"
#include "model/bind.h"
#include "model/resolve.h"

typedef struct EntryColumn {
	const Entry **items; /* the entries of the rows that have one */
	size_t count;
	size_t capacity;
} EntryColumn;

typedef struct FreeTableMaking {
	Ledger *ledger;
	const FreeTable *source;
	const Column *columns;
	EntryColumn *entries; /* one for each column */
	ComputedTable *table;
	unsigned decimals;
} FreeTableMaking;

static Text column_name(const FreeTableMaking *m, size_t column)
{
	Text parts[] = {TEXT("tabeller."), m->source->key.text, TEXT("."),
	                m->columns[column].heading.text};
	return text_join(m->ledger->arena, parts, 4);
}

static Text cell_name(const FreeTableMaking *m, size_t column, size_t row)
{
	Buffer name = buffer_new(m->ledger->arena, BUFFER_MAXIMUM);
	buffer_put(&name, column_name(m, column));
	buffer_put_byte(&name, '.');
	buffer_put_integer(&name, (int64_t)row + 1);
	return buffer_text(&name);
}

static size_t find_column(const FreeTableMaking *m, Text heading)
{
	for (size_t c = 0; c < m->source->columns.count; c++)
		if (text_equal(m->columns[c].heading.text, heading))
			return c;
	return SIZE_MAX;
}

static TableCell declare(FreeTableMaking *m, size_t column, size_t row, Unit unit, int64_t value,
                         Span span)
{
	const Entry *entry =
	        ledger_declare(m->ledger, cell_name(m, column, row), unit, value, span);
	*ARENA_PUSH(m->ledger->arena, &m->entries[column]) = entry;
	return cell_entry(entry);
}

/* A typed cell. A dash or nothing is an empty cell of any kind. */
static TableCell read_cell(FreeTableMaking *m, size_t column, size_t row, const TextValue *typed)
{
	static const Field amount = {.kind = FIELD_AMOUNT};
	static const Field count = {.kind = FIELD_INTEGER, .example = TEXT_INIT("25")};
	static const Field date = {.kind = FIELD_DATE};
	Binder binder = {.arena = m->ledger->arena, .diagnostics = m->ledger->diagnostics};
	AmountValue amount_value = {0};
	IntegerValue count_value = {0};
	DateValue date_value = {0};
	/* One that could not be read at all has been reported, and has no text. */
	if (!VALUE_GIVEN(*typed) || typed->text.length == 0 || text_equal(typed->text, TEXT("–")) ||
	    text_equal(typed->text, TEXT("-")))
		return cell_entry(NULL);
	switch ((ColumnKind)m->columns[column].kind.choice) {
	case COLUMN_AMOUNT:
		if (bind_scalar(&binder, &amount, typed->text, typed->span, &amount_value))
			return declare(m, column, row, UNIT_AMOUNT, amount_value.money,
			               typed->span);
		break;
	case COLUMN_COUNT:
		if (bind_scalar(&binder, &count, typed->text, typed->span, &count_value))
			return declare(m, column, row, UNIT_COUNT, count_value.value, typed->span);
		break;
	case COLUMN_DATE:
		if (bind_scalar(&binder, &date, typed->text, typed->span, &date_value))
			return (TableCell){
			        .kind = CELL_DATE, .date = date_value.date, .origin = typed->span};
		break;
	case COLUMN_TEXT:
	case COLUMN_UNIT_PRICE:
	case COLUMN_SHARE: return cell_text(typed->text, typed->span);
	}
	return cell_entry(NULL);
}

/* Shares and unit prices. */
static void compute_shares(FreeTableMaking *m, TableCell *cells, size_t row, Span origin)
{
	for (size_t c = 0; c < m->source->columns.count; c++) {
		if (!column_is_computed(&m->columns[c]))
			continue;
		size_t part = find_column(m, m->columns[c].numerator.text);
		size_t whole = find_column(m, m->columns[c].denominator.text);
		if (part == SIZE_MAX || whole == SIZE_MAX || cells[part].kind != CELL_ENTRY ||
		    cells[whole].kind != CELL_ENTRY)
			continue;
		bool sums = row == m->source->rows.count;
		Text name = sums ? column_name(m, c) : cell_name(m, c, row);
		const Entry *entry =
		        m->columns[c].kind.choice == COLUMN_SHARE
		                ? ledger_quotient(m->ledger, name, cells[part].entry,
		                                  cells[whole].entry, m->decimals, origin)
		                : ledger_unit_price(m->ledger, name, cells[part].entry,
		                                    cells[whole].entry, origin);
		cells[c] = cell_entry(entry);
	}
}

/* Whether each cell is known to stand in its own column. */
static bool is_full(const FreeTableMaking *m, const TableRow *row)
{
	size_t typed = 0;
	for (size_t c = 0; c < m->source->columns.count; c++)
		typed += !column_is_computed(&m->columns[c]);
	return row->cells.count == typed;
}

/* What has been reported of the columns, or of a row, makes its cells stand in the wrong ones. */
static void add_rows(FreeTableMaking *m)
{
	const TableRow *rows = m->source->rows.items;
	if (diagnostics_have_error(m->ledger->diagnostics, m->source->columns.span))
		return;
	for (size_t r = 0; r < m->source->rows.count; r++) {
		const TextItem *typed = rows[r].cells.items;
		TableCell *cells = table_add_row(m->ledger->arena, m->table, false);
		size_t next = 0;
		for (size_t c = 0; c < m->source->columns.count && is_full(m, &rows[r]); c++)
			if (!column_is_computed(&m->columns[c]) && next < rows[r].cells.count)
				cells[c] = read_cell(m, c, r, &typed[next++].text);
		compute_shares(m, cells, r, rows[r].cells.span);
	}
}

static bool is_summed(const Column *column)
{
	if (VALUE_GIVEN(column->sum))
		return column->sum.value;
	return column->kind.choice == COLUMN_AMOUNT;
}

static void add_sum_row(FreeTableMaking *m)
{
	TableCell *cells = table_add_row(m->ledger->arena, m->table, true);
	cells[0] = cell_text(m->source->sum_label.text, m->source->sum_label.span);
	for (size_t c = 1; c < m->source->columns.count; c++)
		if (is_summed(&m->columns[c]))
			cells[c] = cell_entry(ledger_sum(m->ledger, column_name(m, c),
			                                 m->entries[c].items, m->entries[c].count,
			                                 m->source->span));
	compute_shares(m, cells, m->source->rows.count, m->source->span);
}

ComputedTable *free_table_make(Ledger *ledger, const FreeTable *table, unsigned decimals)
{
	size_t count = table->columns.count;
	if (count == 0)
		return NULL;
	FreeTableMaking m = {
	        .ledger = ledger,
	        .source = table,
	        .columns = table->columns.items,
	        .entries = ARENA_ARRAY(ledger->arena, EntryColumn, count),
	        .table = table_new(ledger->arena, count, count),
	        .decimals = decimals,
	};
	bool *numeric = ARENA_ARRAY(ledger->arena, bool, count);
	for (size_t c = 0; c < count; c++)
		numeric[c] = m.columns[c].kind.choice != COLUMN_TEXT &&
		             m.columns[c].kind.choice != COLUMN_DATE;
	m.table->numeric = numeric;
	m.table->caption = &table->caption;
	m.table->columns = m.columns;
	add_rows(&m);
	if (VALUE_GIVEN(table->sum_label))
		add_sum_row(&m);
	return m.table;
}
