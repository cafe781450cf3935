/* Table: a strip a row, its head repeated, and a page turned where it would be too wide. */
#include "pdf/blocks.h"
#include "pdf/columns.h"

enum {
	ROW_PADDING = 30,   /* above and below the text of a cell, in per cent of the type size */
	CAPTION_SPACE = 40, /* under the caption, the same */
	CAPTION_LINES = 2,  /* room left for it where a table is to stand on one page */
};

#define HEAD_RULE ((Length)1000)
#define SUM_RULE  ((Length)800)
#define SIZE_STEP ((Length)500)
#define ROW_RULE  ((Length)400)

typedef struct Table {
	Typeset *set;
	Rows rows;
	Columns columns;
	Length left;
	bool turned; /* on pages of their own that lie down */
	const Strips *head;
} Table;

/* ---- Reading ---- */

static bool is_sum(const Row *row)
{
	return row->node->as.row.sum;
}

static bool is_part(const Row *row, NodeKind part)
{
	return row->node->parent->kind == part;
}

static void read_row(Table *table, Node *node)
{
	const Style *style = table->set->style;
	Row *row = ARENA_PUSH(table->set->scratch, &table->rows);
	row->node = node;
	row->head = is_part(row, NODE_TABLE_HEAD);
	size_t count = 0;
	for (const Node *cell = node->first; cell != NULL; cell = cell->next)
		count++;
	row->cells = ARENA_ARRAY(table->set->scratch, Cell, count);
	bool bold = row->head || is_sum(row);
	Ink ink = {.face = bold ? FACE_BOLD : FACE_REGULAR,
	           .size = style->table.size,
	           .colour = style->text_colour};
	for (Node *cell = node->first; cell != NULL; cell = cell->next) {
		row->cells[row->count++] = (Cell){
		        .paragraph = paragraph_of_node(table->set, cell, ink),
		        .align = cell->as.cell.align,
		};
	}
}

static void read_rows(Table *table, const Node *node)
{
	for (const Node *part = node->first; part != NULL; part = part->next) {
		if (part->kind == NODE_CAPTION)
			continue;
		for (Node *row = part->first; row != NULL; row = row->next)
			read_row(table, row);
	}
}

/* ---- Strips ---- */

/* Rows in the type of the columns. */
static Rows resized(const Table *table)
{
	Length full = table->set->style->table.size;
	Rows rows = {.items = NULL};
	for (size_t r = 0; r < table->rows.count; r++) {
		const Row *from = &table->rows.items[r];
		Row *row = ARENA_PUSH(table->set->scratch, &rows);
		*row = *from;
		row->cells = ARENA_ARRAY(table->set->scratch, Cell, from->count);
		for (size_t c = 0; c < from->count; c++)
			row->cells[c] =
			        (Cell){paragraph_resized(table->set, from->cells[c].paragraph,
			                                 table->columns.size, full),
			               from->cells[c].align};
	}
	return rows;
}

/* The cells of a row with their lines; those of a head stand at its foot. */
static Column *set_cells(Table *table, const Row *row)
{
	Column *columns = ARENA_ARRAY(table->set->scratch, Column, row->count);
	Length inner = table->columns.padding;
	Length x = table->left;
	size_t most = 0;
	for (size_t c = 0; c < row->count; c++) {
		const Cell *cell = &row->cells[c];
		x += table->columns.gutters[c];
		Measure measure = {.width = table->columns.widths[c],
		                   .rag = BREAK_RAG_WORDS,
		                   .even = row->head};
		columns[c] = (Column){
		        .paragraph = cell->paragraph,
		        .lines = break_lines(table->set, cell->paragraph, measure),
		        .x = x + inner,
		        .width = table->columns.widths[c],
		        .align = cell->align,
		};
		x += table->columns.widths[c] + 2 * inner;
		most = columns[c].lines.count > most ? columns[c].lines.count : most;
	}
	for (size_t c = 0; row->head && c < row->count; c++)
		columns[c].drop = most - columns[c].lines.count;
	return columns;
}

static Length row_leading(const Table *table)
{
	const TextStyle *style = &table->set->style->table;
	return (Length)((int64_t)style->leading * table->columns.size / style->size);
}

static Length row_space(const Table *table)
{
	return table->columns.size * ROW_PADDING / 100;
}

/* Rules and shades; they lie behind the text, so what is put last lies deepest. */
static void decorate_row(Table *table, Strips *strips, size_t first, const Row *row)
{
	const Style *style = table->set->style;
	bool head = row->head;
	Length width = columns_width(&table->columns);
	Strip *last = &strips->items[strips->count - 1];
	Length rule = head ? HEAD_RULE : ROW_RULE;
	strip_put_rectangle(last, table->set, table->left, last->height - rule, width, rule,
	                    head ? style->accent_colour : style->rule_colour);
	if (!is_sum(row))
		return;
	strip_put_rectangle(&strips->items[first], table->set, table->left, 0, width, SUM_RULE,
	                    style->accent_colour);
	for (size_t i = first; i < strips->count; i++)
		strip_put_rectangle(&strips->items[i], table->set, table->left, 0, width,
		                    strips->items[i].height, style->shade_colour);
}

/* Heads stay with the first rows, sums with the row above them, and neither the first row nor the
 * last stands alone on a page. */
static bool keeps_with_next(const Table *table, size_t index)
{
	const Rows *rows = &table->rows;
	if (index + 1 == rows->count)
		return false;
	return rows->items[index].head || is_sum(&rows->items[index + 1]) ||
	       is_part(&rows->items[index + 1], NODE_TABLE_FOOT) || index == 0 ||
	       rows->items[index - 1].head || index + 2 == rows->count;
}

static void put_row(Flow *flow, Table *table, size_t index)
{
	const Row *row = &table->rows.items[index];
	Length space = row_space(table);
	size_t first = flow_columns(flow, set_cells(table, row), row->count, row_leading(table),
	                            space, space + HEAD_RULE);
	decorate_row(table, &flow->strips, first, row);
	for (size_t i = first; i < flow->strips.count; i++) {
		Strip *strip = &flow->strips.items[i];
		strip->head = row->head ? NULL : table->head;
	}
	if (keeps_with_next(table, index))
		flow->strips.items[flow->strips.count - 1].keep = true;
}

/* A copy of the head's strips, to be repeated, unless it is so high that it would crowd out rows.
 */
static const Strips *copy_head(Table *table, const Strips *strips, size_t first)
{
	Style style = layout_style(table->set->style, table->turned);
	Strips *head = ARENA_NEW(table->set->strips, Strips);
	for (size_t i = first; i < strips->count; i++)
		*ARENA_PUSH(table->set->strips, head) = strips->items[i];
	return strips_height(head) < blocks_page_height(&style) / 4 ? head : NULL;
}

static void put_caption(Flow *flow, Node *table)
{
	const Style *style = flow->set->style;
	if (table->first == NULL || table->first->kind != NODE_CAPTION)
		return;
	TextStyle small = {.size = style->small.size,
	                   .leading = style->small.leading,
	                   .after = style->small.size * CAPTION_SPACE / 100};
	Ink ink = {.face = FACE_BOLD, .size = small.size, .colour = style->text_colour};
	flow_paragraph(flow, paragraph_of_node(flow->set, table->first, ink),
	               (Setting){.style = &small,
	                         .rag = BREAK_RAG_WORDS,
	                         .even = true,
	                         .whole = true,
	                         .keep = true});
}

static void put_rows(Flow *flow, Table *table)
{
	size_t first = flow->strips.count;
	size_t index = 0;
	while (index < table->rows.count && table->rows.items[index].head)
		put_row(flow, table, index++);
	if (flow->strips.count > first)
		table->head = copy_head(table, &flow->strips, first);
	while (index < table->rows.count)
		put_row(flow, table, index++);
}

/* Of all rows, as put_row sets them. */
static Length rows_height(Table *table)
{
	const Style *style = table->set->style;
	Length height = 0;
	for (size_t r = 0; r < table->rows.count; r++) {
		const Row *row = &table->rows.items[r];
		const Column *columns = set_cells(table, row);
		size_t lines = 1;
		for (size_t c = 0; c < row->count; c++)
			lines = columns[c].lines.count > lines ? columns[c].lines.count : lines;
		height += (Length)lines * row_leading(table) + 2 * row_space(table) + HEAD_RULE;
	}
	return height + style->small.leading * CAPTION_LINES;
}

/* Settles columns and type in a measure. */
static void settle_in(Table *table, const Rows *rows, Length measure, Length largest)
{
	table->columns = columns_settle(table->set, rows, measure, largest);
	table->rows = *rows;
	if (table->columns.size != table->set->style->table.size)
		table->rows = resized(table);
}

/* A table too wide for whole words has the page turned for it, if that is any wider; there it
 * stands on one page if it can in type that is read with ease. */
static void settle(Table *table, const Flow *flow)
{
	const Style *style = flow->set->style;
	Style turned = layout_style(style, true);
	Length full = style->table.size, measure = blocks_measure(&turned);
	Rows rows = table->rows;
	settle_in(table, &rows, flow->width, full);
	bool whole_measure = flow->width == blocks_measure(style);
	if (!table->columns.strained || !whole_measure || measure <= flow->width)
		return;
	table->turned = true;
	for (Length size = full; size >= COLUMNS_COMFORTABLE; size -= SIZE_STEP) {
		settle_in(table, &rows, measure, size);
		if (rows_height(table) <= blocks_page_height(&turned))
			return;
	}
	settle_in(table, &rows, measure, full);
}

void table_to_strips(Flow *flow, Node *node)
{
	const Style *style = flow->set->style;
	Table table = {.set = flow->set, .left = flow->left};
	flow_space(flow, style->table.before);
	read_rows(&table, node);
	settle(&table, flow);
	flow->turned = table.turned;
	put_caption(flow, node);
	if (table.columns.count > 0)
		put_rows(flow, &table);
	flow->turned = false;
	flow_space(flow, style->table.after);
}
