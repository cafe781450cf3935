/* Table: column widths from what the cells hold, and a strip a row. */
#include "pdf/blocks.h"
#include "pdf/word.h"

/*
 * Widths. Every column has a natural width, with which nothing in it needs a second line, and a
 * least width, under which a word would stick out. If the natural widths fit they are stretched to
 * the measure in proportion. Else every column has its least width, and what is left is given out
 * where it saves most height. Where not even the least widths fit, the type gets smaller by half
 * points, to COMFORTABLE. If that does not help words are hyphenated, the longest first, in type
 * that may get still smaller, to SMALLEST. A table that does not fit even so is squeezed, and long
 * words break anywhere, but no figure does as long as there is room for all of them.
 */
#define POINT       ((Length)1000)
#define COMFORTABLE ((Length)8000)
#define SMALLEST    ((Length)7500)
#define STEP        ((Length)500)
#define ROUNDING    ((Length)100)

enum {
	PADDING = 45,       /* beside the text of a cell, in per cent of the type size */
	ROW_PADDING = 30,   /* above and below it */
	WIDEST_SHARE = 50,  /* more of the measure than this no column asks for, in per cent */
	ELBOW_ROOM = 15,    /* wanted above the least widths where words are hyphenated */
	CAPTION_SPACE = 40, /* under the caption, in per cent of the type size */
};

/* What is left of the measure is given out in this many parts. */
enum { SHARES = 200 };

#define HEAD_RULE ((Length)1000)
#define SUM_RULE  ((Length)800)
#define ROW_RULE  ((Length)400)

typedef struct Cell {
	const Paragraph *paragraph;
	Alignment align;
} Cell;

typedef struct Row {
	const Node *node;
	Cell *cells;
	size_t count;
} Row;

typedef struct Rows {
	Row *items;
	size_t count;
	size_t capacity;
} Rows;

typedef struct Table {
	Typeset *set;
	Rows rows;
	size_t columns;
	Length size; /* of the type */
	Length left;
	Length measure;  /* of the whole table */
	Length *natural; /* by column, at the style's size, without padding */
	Length *least;
	Length *hyphenated;
	int64_t *bulk;  /* of the text in each column: see share_by_need */
	Length *widths; /* at `size` */
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
	size_t count = 0;
	for (const Node *cell = node->first; cell != NULL; cell = cell->next)
		count++;
	row->cells = ARENA_ARRAY(table->set->scratch, Cell, count);
	bool bold = is_part(row, NODE_TABLE_HEAD) || is_sum(row);
	Ink ink = {.face = bold ? FACE_BOLD : FACE_REGULAR,
	           .size = style->table.size,
	           .colour = style->text_colour};
	for (Node *cell = node->first; cell != NULL; cell = cell->next) {
		row->cells[row->count++] = (Cell){
		        .paragraph = paragraph_of_node(table->set, cell, ink),
		        .align = cell->as.cell.align,
		};
	}
	if (count > table->columns)
		table->columns = count;
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

/* ---- Widths ---- */

static Length maximum(Length a, Length b)
{
	return a > b ? a : b;
}

static Length minimum(Length a, Length b)
{
	return a < b ? a : b;
}

static void measure_columns(Table *table)
{
	Arena *arena = table->set->scratch;
	Length cap = table->measure * WIDEST_SHARE / 100;
	table->natural = ARENA_ARRAY(arena, Length, table->columns);
	table->least = ARENA_ARRAY(arena, Length, table->columns);
	table->widths = ARENA_ARRAY(arena, Length, table->columns);
	table->bulk = ARENA_ARRAY(arena, int64_t, table->columns);
	for (size_t r = 0; r < table->rows.count; r++) {
		const Row *row = &table->rows.items[r];
		for (size_t c = 0; c < row->count; c++) {
			const Paragraph *cell = row->cells[c].paragraph;
			Length natural = break_natural_width(cell);
			Length least = break_least_width(table->set, cell, false);
			table->natural[c] = maximum(table->natural[c], natural);
			table->least[c] = maximum(table->least[c], least);
			table->bulk[c] += (int64_t)(natural / POINT) * (natural / POINT);
		}
	}
	for (size_t c = 0; c < table->columns; c++) {
		if (table->natural[c] > cap)
			table->natural[c] = maximum(cap, table->least[c]);
	}
}

/* Asking the dictionary about every word is left until it is needed. The words of the head stay
 * whole as long as that can be, since a column is found by them. */
static void measure_hyphenated(Table *table, bool whole_heads)
{
	table->hyphenated = ARENA_ARRAY(table->set->scratch, Length, table->columns);
	for (size_t r = 0; r < table->rows.count; r++) {
		const Row *row = &table->rows.items[r];
		bool divide = !whole_heads || !is_part(row, NODE_TABLE_HEAD);
		for (size_t c = 0; c < row->count; c++) {
			Length least =
			        break_least_width(table->set, row->cells[c].paragraph, divide);
			table->hyphenated[c] = maximum(table->hyphenated[c], least);
		}
	}
}

/* A width at the style's size, at another: a little more, since every glyph is rounded on its own
 * and what fits exactly must still do so. */
static Length at_size(const Table *table, Length width, Length size)
{
	Length full = table->set->style->table.size;
	return size == full ? width : (Length)((int64_t)width * size / full) + ROUNDING;
}

static Length padding(Length size)
{
	return size * PADDING / 100;
}

/* What the table has for text in its columns. */
static Length room(const Table *table, Length size)
{
	return table->measure - 2 * padding(size) * (Length)table->columns;
}

static int64_t sum_at_size(const Table *table, const Length *widths, Length size)
{
	int64_t sum = 0;
	for (size_t c = 0; c < table->columns; c++)
		sum += at_size(table, widths[c], size);
	return sum;
}

/* The largest size, `size` or one not below `smallest`, at which `widths` fit; or 0. */
static Length largest_fitting(const Table *table, const Length *widths, Length size,
                              Length smallest)
{
	do {
		if (sum_at_size(table, widths, size) <= room(table, size))
			return size;
		size -= STEP;
	} while (size >= smallest);
	return 0;
}

/* Natural widths, stretched in proportion to fill the room that columns with a settled width leave.
 */
static void stretch(Table *table, int64_t available, const bool *settled)
{
	int64_t total = 0;
	int64_t passed = 0;
	int64_t given = 0;
	for (size_t c = 0; c < table->columns; c++) {
		total += settled[c] ? 0 : table->natural[c];
		available -= settled[c] ? table->widths[c] : 0;
	}
	for (size_t c = 0; c < table->columns; c++) {
		if (settled[c])
			continue;
		passed += table->natural[c];
		/* Counted from the first column on, so that rounding never adds up. */
		int64_t until = total > 0 ? available * passed / total : 0;
		table->widths[c] = (Length)(until - given);
		given = until;
	}
}

/* The width of the widest amount, date or other figure in a column, at the type's size. */
static Length figure_width(const Table *table, size_t column)
{
	Length widest = 0;
	for (size_t r = 0; r < table->rows.count; r++) {
		const Row *row = &table->rows.items[r];
		if (column >= row->count)
			continue;
		const Paragraph *cell = row->cells[column].paragraph;
		for (size_t first = 0, end; first < cell->glyph_count; first = end) {
			end = word_end(cell, first, cell->glyph_count);
			if (word_is_figure(cell, first, end))
				widest = maximum(widest, paragraph_width(cell, first, end));
		}
	}
	return at_size(table, widest, table->size);
}

static void squeeze(Table *table, Length available)
{
	bool *settled = ARENA_ARRAY(table->set->scratch, bool, table->columns);
	Length *figures = ARENA_ARRAY(table->set->scratch, Length, table->columns);
	int64_t sum = 0;
	for (size_t c = 0; c < table->columns; c++) {
		figures[c] = figure_width(table, c);
		sum += figures[c];
	}
	stretch(table, available, settled);
	for (bool again = sum <= available; again;) {
		again = false;
		for (size_t c = 0; c < table->columns; c++) {
			if (settled[c] || table->widths[c] >= figures[c])
				continue;
			table->widths[c] = figures[c];
			settled[c] = again = true;
		}
		stretch(table, available, settled);
	}
}

/*
 * A cell whose text is n long takes about n/w lines in a column w wide. Let the square of that,
 * over all cells, be as small as it can: a high cell then counts more than two low ones, as it
 * should where a row is as high as its highest cell. A column's part of the sum is its bulk, the
 * sum of all n squared, divided by w squared, so a little more width saves most where bulk/w^3 is
 * greatest.
 */
static void share_by_need(Table *table, Length available)
{
	int64_t spare = available;
	for (size_t c = 0; c < table->columns; c++)
		spare -= table->widths[c];
	Length part = (Length)(spare / SHARES);
	for (int i = 0; i < SHARES && part > 0; i++) {
		size_t neediest = 0;
		int64_t greatest = -1;
		for (size_t c = 0; c < table->columns; c++) {
			int64_t width = maximum(table->widths[c], POINT) / (POINT / 10);
			int64_t saved = table->bulk[c] * 1000000 / (width * width * width);
			if (table->widths[c] < at_size(table, table->natural[c], table->size) &&
			    saved > greatest) {
				neediest = c;
				greatest = saved;
			}
		}
		table->widths[neediest] += part;
	}
}

/* A column's part when none gets more than `cap` unless it must, nor more than its words need. */
static Length capped(const Table *table, size_t column, Length cap)
{
	Length whole = at_size(table, table->least[column], table->size);
	Length least = at_size(table, table->hyphenated[column], table->size);
	return maximum(least, minimum(whole, cap));
}

/* Where words must be hyphenated the narrower columns keep theirs whole and the widest share what
 * is left evenly: the largest common cap that fits. */
static void share_among_words(Table *table, Length available)
{
	Length low = 0;
	Length high = available;
	while (low < high) {
		Length cap = low + (high - low + 1) / 2;
		int64_t sum = 0;
		for (size_t c = 0; c < table->columns; c++)
			sum += capped(table, c, cap);
		if (sum <= available)
			low = cap;
		else
			high = cap - 1;
	}
	for (size_t c = 0; c < table->columns; c++)
		table->widths[c] = capped(table, c, low);
}

/* Smaller type is better than columns of next to nothing but parts of words. */
static Length size_of_hyphenated(const Table *table)
{
	Length largest = minimum(table->set->style->table.size, COMFORTABLE);
	for (Length size = largest; size > SMALLEST; size -= STEP) {
		int64_t sum = sum_at_size(table, table->hyphenated, size);
		if (sum * (100 + ELBOW_ROOM) <= (int64_t)room(table, size) * 100)
			return size;
	}
	return largest_fitting(table, table->hyphenated, minimum(largest, SMALLEST), SMALLEST);
}

/* Settles the type size; returns the widths that fit at it, or NULL when none do. */
static const Length *settle_size(Table *table)
{
	Length full = table->set->style->table.size;
	table->size = largest_fitting(table, table->least, full, COMFORTABLE);
	if (table->size != 0)
		return table->least;
	for (int whole_heads = 1; whole_heads >= 0; whole_heads--) {
		measure_hyphenated(table, whole_heads);
		table->size = size_of_hyphenated(table);
		if (table->size != 0)
			return table->hyphenated;
	}
	table->size = minimum(full, SMALLEST);
	return NULL;
}

static void settle_widths(Table *table)
{
	measure_columns(table);
	const Length *base = settle_size(table);
	Length available = room(table, table->size);
	if (base == NULL) {
		squeeze(table, available);
		return;
	}
	if (sum_at_size(table, table->natural, table->size) <= available) {
		stretch(table, available, ARENA_ARRAY(table->set->scratch, bool, table->columns));
		return;
	}
	if (base == table->least) {
		for (size_t c = 0; c < table->columns; c++)
			table->widths[c] = at_size(table, base[c], table->size);
	} else {
		/* Half of what is left for whole words, half for long texts. */
		int64_t least = sum_at_size(table, base, table->size);
		share_among_words(table, (Length)((available + least) / 2));
	}
	share_by_need(table, available);
}

/* ---- Strips ---- */

static void resize_cells(Table *table)
{
	Length full = table->set->style->table.size;
	for (size_t r = 0; table->size != full && r < table->rows.count; r++) {
		Row *row = &table->rows.items[r];
		for (size_t c = 0; c < row->count; c++)
			row->cells[c].paragraph = paragraph_resized(
			        table->set, row->cells[c].paragraph, table->size, full);
	}
}

/* The cells of a row with their lines; those of a head stand at its foot. */
static Column *set_cells(Table *table, const Row *row)
{
	Column *columns = ARENA_ARRAY(table->set->scratch, Column, row->count);
	Length inner = padding(table->size);
	Length x = table->left;
	size_t most = 0;
	for (size_t c = 0; c < row->count; c++) {
		const Cell *cell = &row->cells[c];
		Measure measure = {.width = table->widths[c],
		                   .rag = BREAK_RAG_WORDS,
		                   .even = is_part(row, NODE_TABLE_HEAD)};
		columns[c] = (Column){
		        .paragraph = cell->paragraph,
		        .lines = break_lines(table->set, cell->paragraph, measure),
		        .x = x + inner,
		        .width = table->widths[c],
		        .align = cell->align,
		};
		x += table->widths[c] + 2 * inner;
		most = columns[c].lines.count > most ? columns[c].lines.count : most;
	}
	for (size_t c = 0; is_part(row, NODE_TABLE_HEAD) && c < row->count; c++)
		columns[c].drop = most - columns[c].lines.count;
	return columns;
}

static Length table_width(const Table *table)
{
	Length width = 0;
	for (size_t c = 0; c < table->columns; c++)
		width += table->widths[c] + 2 * padding(table->size);
	return width;
}

/* Rules and shades; they lie behind the text, so what is put last lies deepest. */
static void decorate_row(Table *table, Strips *strips, size_t first, const Row *row)
{
	const Style *style = table->set->style;
	bool head = is_part(row, NODE_TABLE_HEAD);
	Length width = table_width(table);
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
	return is_part(&rows->items[index], NODE_TABLE_HEAD) || is_sum(&rows->items[index + 1]) ||
	       is_part(&rows->items[index + 1], NODE_TABLE_FOOT) || index == 0 ||
	       is_part(&rows->items[index - 1], NODE_TABLE_HEAD) || index + 2 == rows->count;
}

static void put_row(Flow *flow, Table *table, size_t index)
{
	const Style *style = table->set->style;
	const Row *row = &table->rows.items[index];
	Length leading = (Length)((int64_t)style->table.leading * table->size / style->table.size);
	Length space = table->size * ROW_PADDING / 100;
	size_t first = flow_columns(flow, set_cells(table, row), row->count, leading, space,
	                            space + HEAD_RULE);
	decorate_row(table, &flow->strips, first, row);
	for (size_t i = first; i < flow->strips.count; i++) {
		Strip *strip = &flow->strips.items[i];
		strip->head = is_part(row, NODE_TABLE_HEAD) ? NULL : table->head;
	}
	if (keeps_with_next(table, index))
		flow->strips.items[flow->strips.count - 1].keep = true;
}

/* A copy of the head's strips, to be repeated, unless it is so high that it would crowd out rows.
 */
static const Strips *copy_head(Table *table, const Strips *strips, size_t first)
{
	Strips *head = ARENA_NEW(table->set->strips, Strips);
	for (size_t i = first; i < strips->count; i++)
		*ARENA_PUSH(table->set->strips, head) = strips->items[i];
	return strips_height(head) < blocks_page_height(table->set->style) / 4 ? head : NULL;
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

void table_to_strips(Flow *flow, Node *node)
{
	const Style *style = flow->set->style;
	Table table = {.set = flow->set, .left = flow->left, .measure = flow->width};
	flow_space(flow, style->table.before);
	put_caption(flow, node);
	read_rows(&table, node);
	if (table.columns == 0)
		return;
	settle_widths(&table);
	resize_cells(&table);
	size_t first = flow->strips.count;
	size_t index = 0;
	while (index < table.rows.count && is_part(&table.rows.items[index], NODE_TABLE_HEAD))
		put_row(flow, &table, index++);
	if (flow->strips.count > first)
		table.head = copy_head(&table, &flow->strips, first);
	while (index < table.rows.count)
		put_row(flow, &table, index++);
	flow_space(flow, style->table.after);
}
