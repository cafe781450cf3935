/* Columns: natural widths, least widths, and what is between them given out where it saves lines.
 */
#include "pdf/columns.h"

#include "pdf/break.h"
#include "pdf/word.h"

#define POINT    ((Length)1000)
#define SMALLEST ((Length)7500)
#define STEP     ((Length)500)
#define ROUNDING ((Length)100)

enum {
	PADDING = 45,      /* in per cent of the type size */
	GUTTER = 100,      /* between an amount and the words beside it, the same */
	WIDEST_SHARE = 50, /* more of the measure than this no column asks for, in per cent */
	ELBOW_ROOM = 15,   /* wanted above the least widths where words are hyphenated */
	NARROW = 66,       /* of the measure, for a table that is ... */
	NARROW_UP_TO = 58, /* ... naturally no wider, in per cent */
};

/* What is left of the measure is given out in this many parts. */
enum { SHARES = 200 };

/* A table that is being fitted into its measure. */
typedef struct Fit {
	Typeset *set;
	const Rows *rows;
	size_t count;    /* of columns */
	Length measure;  /* of the whole table */
	Length size;     /* of the type */
	Length *natural; /* by column, at the style's size, without padding */
	Length *least;
	Length *hyphenated;
	bool *apart;     /* words after a column of amounts, which end close to them */
	int64_t *bulk;   /* of the text in each column: see share_by_need */
	Length *lengths; /* of the text in each cell, row by row, at the style's size */
	Length *widths;  /* at `size` */
} Fit;

static Length maximum(Length a, Length b)
{
	return a > b ? a : b;
}

static Length minimum(Length a, Length b)
{
	return a < b ? a : b;
}

static void measure_columns(Fit *fit)
{
	Arena *arena = fit->set->scratch;
	Length cap = fit->measure * WIDEST_SHARE / 100;
	fit->natural = ARENA_ARRAY(arena, Length, fit->count);
	fit->least = ARENA_ARRAY(arena, Length, fit->count);
	fit->widths = ARENA_ARRAY(arena, Length, fit->count);
	fit->bulk = ARENA_ARRAY(arena, int64_t, fit->count);
	fit->lengths = ARENA_ARRAY(arena, Length, fit->rows->count * fit->count);
	for (size_t r = 0; r < fit->rows->count; r++) {
		const Row *row = &fit->rows->items[r];
		for (size_t c = 0; c < row->count; c++) {
			const Paragraph *cell = row->cells[c].paragraph;
			Length natural = break_natural_width(cell);
			Length least = break_least_width(fit->set, cell, false);
			fit->natural[c] = maximum(fit->natural[c], natural);
			fit->least[c] = maximum(fit->least[c], least);
			fit->lengths[r * fit->count + c] = natural;
			fit->bulk[c] += (int64_t)(natural / POINT) * (natural / POINT);
		}
	}
	for (size_t c = 0; c < fit->count; c++) {
		if (fit->natural[c] > cap)
			fit->natural[c] = maximum(cap, fit->least[c]);
	}
}

/* Asking the dictionary about every word is left until it is needed. The words of the head stay
 * whole as long as that can be, since a column is found by them. */
static void measure_hyphenated(Fit *fit, bool whole_heads)
{
	fit->hyphenated = ARENA_ARRAY(fit->set->scratch, Length, fit->count);
	for (size_t r = 0; r < fit->rows->count; r++) {
		const Row *row = &fit->rows->items[r];
		bool divide = !whole_heads || !row->head;
		for (size_t c = 0; c < row->count; c++) {
			Length least = break_least_width(fit->set, row->cells[c].paragraph, divide);
			fit->hyphenated[c] = maximum(fit->hyphenated[c], least);
		}
	}
}

/* A width at the style's size, at another: a little more, since every glyph is rounded on its own
 * and what fits exactly must still do so. */
static Length at_size(const Fit *fit, Length width, Length size)
{
	Length full = fit->set->style->table.size;
	return size == full ? width : (Length)((int64_t)width * size / full) + ROUNDING;
}

static Length padding(Length size)
{
	return size * PADDING / 100;
}

/* Before the padding of a column. */
static Length gutter(const Fit *fit, size_t column, Length size)
{
	return fit->apart[column] ? size * GUTTER / 100 : 0;
}

/* What columns have between them and at the sides. */
static Length air(const Fit *fit, Length size)
{
	Length sum = 2 * padding(size) * (Length)fit->count;
	for (size_t c = 0; c < fit->count; c++)
		sum += gutter(fit, c, size);
	return sum;
}

/* What the table has for text in its columns. */
static Length room(const Fit *fit, Length size)
{
	return fit->measure - air(fit, size);
}

static int64_t sum_at_size(const Fit *fit, const Length *widths, Length size)
{
	int64_t sum = 0;
	for (size_t c = 0; c < fit->count; c++)
		sum += at_size(fit, widths[c], size);
	return sum;
}

/* The largest size, `size` or one not below `smallest`, at which `widths` fit; or 0. */
static Length largest_fitting(const Fit *fit, const Length *widths, Length size, Length smallest)
{
	do {
		if (sum_at_size(fit, widths, size) <= room(fit, size))
			return size;
		size -= STEP;
	} while (size >= smallest);
	return 0;
}

/* Natural widths, stretched in proportion to fill the room that columns with a settled width leave.
 */
static void stretch(Fit *fit, int64_t available, const bool *settled)
{
	int64_t total = 0;
	int64_t passed = 0;
	int64_t given = 0;
	for (size_t c = 0; c < fit->count; c++) {
		total += settled[c] ? 0 : fit->natural[c];
		available -= settled[c] ? fit->widths[c] : 0;
	}
	for (size_t c = 0; c < fit->count; c++) {
		if (settled[c])
			continue;
		passed += fit->natural[c];
		/* Counted from the first column on, so that rounding never adds up. */
		int64_t until = total > 0 ? available * passed / total : 0;
		fit->widths[c] = (Length)(until - given);
		given = until;
	}
}

/* The width of the widest amount, date or other figure in a column, at the type's size. */
static Length figure_width(const Fit *fit, size_t column)
{
	Length widest = 0;
	for (size_t r = 0; r < fit->rows->count; r++) {
		const Row *row = &fit->rows->items[r];
		if (column >= row->count)
			continue;
		const Paragraph *cell = row->cells[column].paragraph;
		for (size_t first = 0, end; first < cell->glyph_count; first = end) {
			end = word_end(cell, first, cell->glyph_count);
			if (word_is_figure(cell, first, end))
				widest = maximum(widest, paragraph_width(cell, first, end));
		}
	}
	return at_size(fit, widest, fit->size);
}

static void squeeze(Fit *fit, Length available)
{
	bool *settled = ARENA_ARRAY(fit->set->scratch, bool, fit->count);
	Length *figures = ARENA_ARRAY(fit->set->scratch, Length, fit->count);
	int64_t sum = 0;
	for (size_t c = 0; c < fit->count; c++) {
		figures[c] = figure_width(fit, c);
		sum += figures[c];
	}
	stretch(fit, available, settled);
	for (bool again = sum <= available; again;) {
		again = false;
		for (size_t c = 0; c < fit->count; c++) {
			if (settled[c] || fit->widths[c] >= figures[c])
				continue;
			fit->widths[c] = figures[c];
			settled[c] = again = true;
		}
		stretch(fit, available, settled);
	}
}

/*
 * A cell whose text is n long takes about n/w lines in a column w wide. Let the square of that,
 * over all cells, be as small as it can: a high cell then counts more than two low ones, as it
 * should where a row is as high as its highest cell. A column's part of the sum is its bulk, the
 * sum of all n squared, divided by w squared, so a little more width saves most where bulk/w^3 is
 * greatest.
 */
static void share_by_need(Fit *fit, Length available)
{
	int64_t spare = available;
	for (size_t c = 0; c < fit->count; c++)
		spare -= fit->widths[c];
	Length part = (Length)(spare / SHARES);
	for (int i = 0; i < SHARES && part > 0; i++) {
		size_t neediest = 0;
		int64_t greatest = -1;
		for (size_t c = 0; c < fit->count; c++) {
			int64_t width = maximum(fit->widths[c], POINT) / (POINT / 10);
			int64_t saved = fit->bulk[c] * 1000000 / (width * width * width);
			if (fit->widths[c] < at_size(fit, fit->natural[c], fit->size) &&
			    saved > greatest) {
				neediest = c;
				greatest = saved;
			}
		}
		fit->widths[neediest] += part;
	}
}

/* A column's part when none gets more than `cap` unless it must, nor more than its words need. */
static Length capped(const Fit *fit, size_t column, Length cap)
{
	Length whole = at_size(fit, fit->least[column], fit->size);
	Length least = at_size(fit, fit->hyphenated[column], fit->size);
	return maximum(least, minimum(whole, cap));
}

/* Where words must be hyphenated the narrower columns keep theirs whole and the widest share what
 * is left evenly: the largest common cap that fits. */
static void share_among_words(Fit *fit, Length available)
{
	Length low = 0;
	Length high = available;
	while (low < high) {
		Length cap = low + (high - low + 1) / 2;
		int64_t sum = 0;
		for (size_t c = 0; c < fit->count; c++)
			sum += capped(fit, c, cap);
		if (sum <= available)
			low = cap;
		else
			high = cap - 1;
	}
	for (size_t c = 0; c < fit->count; c++)
		fit->widths[c] = capped(fit, c, low);
}

/* Smaller type is better than columns of next to nothing but parts of words. */
static Length size_of_hyphenated(const Fit *fit, Length largest)
{
	largest = minimum(largest, COLUMNS_COMFORTABLE);
	for (Length size = largest; size > SMALLEST; size -= STEP) {
		int64_t sum = sum_at_size(fit, fit->hyphenated, size);
		if (sum * (100 + ELBOW_ROOM) <= (int64_t)room(fit, size) * 100)
			return size;
	}
	return largest_fitting(fit, fit->hyphenated, minimum(largest, SMALLEST), SMALLEST);
}

/* Settles the type size; returns the widths that fit at it, or NULL when none do. */
static const Length *settle_size(Fit *fit, Length largest)
{
	fit->size = largest_fitting(fit, fit->least, largest, COLUMNS_COMFORTABLE);
	if (fit->size != 0)
		return fit->least;
	for (int whole_heads = 1; whole_heads >= 0; whole_heads--) {
		measure_hyphenated(fit, whole_heads);
		fit->size = size_of_hyphenated(fit, largest);
		if (fit->size != 0)
			return fit->hyphenated;
	}
	fit->size = minimum(largest, SMALLEST);
	return NULL;
}

static bool is_of_amounts(const Fit *fit, size_t column)
{
	for (size_t r = 0; r < fit->rows->count; r++)
		if (column < fit->rows->items[r].count)
			return fit->rows->items[r].cells[column].align == ALIGN_END;
	return false;
}

static void find_gutters(Fit *fit)
{
	fit->apart = ARENA_ARRAY(fit->set->scratch, bool, fit->count);
	for (size_t c = 1; c < fit->count; c++)
		fit->apart[c] = is_of_amounts(fit, c - 1) && !is_of_amounts(fit, c);
}

static void narrow(Fit *fit)
{
	Length full = fit->set->style->table.size;
	int64_t natural = sum_at_size(fit, fit->natural, full) + air(fit, full);
	if (natural * 100 <= (int64_t)fit->measure * NARROW_UP_TO)
		fit->measure = (Length)((int64_t)fit->measure * NARROW / 100);
}

/* ---- Lines saved ---- */

/* Weighing all cells for each pair of columns costs time: tables for which that is more than this
 * are left as share_by_need has them. */
enum { MOST_WEIGHED = 60000, ROUNDS = 40 };

/* A line that is followed by another is not quite full. */
enum { FULLNESS = 92 };

/* About how many lines a text takes. */
static int64_t lines_in(Length text, Length width)
{
	Length full = maximum((Length)((int64_t)width * FULLNESS / 100), 1);
	return text <= width ? 1 : 1 + (text - width + full - 1) / full;
}

/* Of all rows together. */
static int64_t lines_of(const Fit *fit)
{
	int64_t sum = 0;
	for (size_t r = 0; r < fit->rows->count; r++) {
		int64_t highest = 1;
		for (size_t c = 0; c < fit->rows->items[r].count; c++) {
			Length text = at_size(fit, fit->lengths[r * fit->count + c], fit->size);
			int64_t own = lines_in(text, fit->widths[c]);
			highest = own > highest ? own : highest;
		}
		sum += highest;
	}
	return sum;
}

/* What a column may give to another. */
typedef struct Move {
	size_t from;
	size_t to;
	Length part;
} Move;

static void make_move(Fit *fit, Move move)
{
	fit->widths[move.from] -= move.part;
	fit->widths[move.to] += move.part;
}

/* Tries to give a half, a quarter, and so on of what a column can spare to another. */
static void try_moves(Fit *fit, Move move, Length spare, Move *best, int64_t *fewest)
{
	for (move.part = spare / 2; move.part > POINT; move.part /= 2) {
		make_move(fit, move);
		int64_t lines = lines_of(fit);
		if (lines < *fewest) {
			*fewest = lines;
			*best = move;
		}
		make_move(fit, (Move){move.to, move.from, move.part});
	}
}

/* Moves width between columns as long as rows get lower by it; none gets less than `base`. */
static void save_lines(Fit *fit, const Length *base)
{
	if (fit->rows->count > MOST_WEIGHED / fit->count / fit->count / fit->count)
		return;
	int64_t fewest = lines_of(fit);
	for (int round = 0; round < ROUNDS; round++) {
		Move best = {.part = 0};
		for (size_t from = 0; from < fit->count; from++) {
			Length spare = fit->widths[from] - at_size(fit, base[from], fit->size);
			for (size_t to = 0; to < fit->count; to++)
				if (to != from)
					try_moves(fit, (Move){from, to, 0}, spare, &best, &fewest);
		}
		if (best.part == 0)
			return;
		make_move(fit, best);
	}
}

/* ---- Settling ---- */

static void settle_widths(Fit *fit, const Length *base)
{
	Length available = room(fit, fit->size);
	if (base == NULL) {
		squeeze(fit, available);
		return;
	}
	if (sum_at_size(fit, fit->natural, fit->size) <= available) {
		stretch(fit, available, ARENA_ARRAY(fit->set->scratch, bool, fit->count));
		return;
	}
	if (base == fit->least) {
		for (size_t c = 0; c < fit->count; c++)
			fit->widths[c] = at_size(fit, base[c], fit->size);
	} else {
		/* Half of what is left for whole words, half for long texts. */
		int64_t least = sum_at_size(fit, base, fit->size);
		share_among_words(fit, (Length)((available + least) / 2));
	}
	share_by_need(fit, available);
	save_lines(fit, base);
}

Columns columns_settle(Typeset *set, const Rows *rows, Length measure, Length largest)
{
	Fit fit = {.set = set, .rows = rows, .measure = measure};
	for (size_t r = 0; r < rows->count; r++)
		fit.count = rows->items[r].count > fit.count ? rows->items[r].count : fit.count;
	find_gutters(&fit);
	measure_columns(&fit);
	narrow(&fit);
	const Length *base = settle_size(&fit, largest);
	settle_widths(&fit, base);
	Columns columns = {.count = fit.count,
	                   .size = fit.size,
	                   .padding = padding(fit.size),
	                   .gutters = ARENA_ARRAY(set->scratch, Length, fit.count),
	                   .widths = fit.widths,
	                   .strained = base != fit.least};
	for (size_t c = 0; c < fit.count; c++)
		columns.gutters[c] = gutter(&fit, c, fit.size);
	return columns;
}

Length columns_width(const Columns *columns)
{
	Length width = 0;
	for (size_t c = 0; c < columns->count; c++)
		width += columns->gutters[c] + columns->widths[c] + 2 * columns->padding;
	return width;
}
