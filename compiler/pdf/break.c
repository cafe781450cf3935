/* Break: the most equal lines of all that are possible. */
#include "pdf/break.h"

#include "base/utf8.h"
#include "pdf/word.h"

enum { LETTERS_BESIDE_MARK = 3 };

/* ---- Chances ---- */

static uint32_t codepoint_before(Text text, size_t *position)
{
	size_t start = *position - 1;
	while (start > 0 && ((uint8_t)text.bytes[start] & 0xc0) == 0x80)
		start--;
	*position = start;
	return utf8_next(text, &start);
}

static bool is_mark(uint32_t codepoint)
{
	return codepoint == '-' || codepoint == 0x2013 || codepoint == '/';
}

/* Whether a word ends at `position`, which is no acronym. */
static bool ends_word(Text text, size_t position)
{
	bool capitals = true;
	for (int i = 0; i < LETTERS_BESIDE_MARK; i++) {
		uint32_t letter = position > 0 ? codepoint_before(text, &position) : 0;
		if (!utf8_is_letter(letter))
			return false;
		capitals = capitals && utf8_lower(letter) != letter;
	}
	return !capitals;
}

static bool begins_word(Text text, size_t position)
{
	for (int i = 0; i < LETTERS_BESIDE_MARK; i++)
		if (position == text.length || !utf8_is_letter(utf8_next(text, &position)))
			return false;
	return true;
}

/* Whether `position` follows a mark that joins two words. */
static bool follows_joining_mark(Text text, size_t position)
{
	size_t back = position;
	return is_mark(codepoint_before(text, &back)) && ends_word(text, back) &&
	       begins_word(text, position);
}

static bool is_operator(uint32_t codepoint)
{
	return codepoint == '=' || codepoint == '+' || codepoint == 0xd7 || codepoint == 0x2212;
}

static bool is_dash_at(Text text, size_t position)
{
	return utf8_next(text, &position) == 0x2013 &&
	       (position == text.length || text.bytes[position] == ' ');
}

/* A sign of arithmetic belongs to what it is done with, and a dash to what it follows. */
static bool is_bound_space(Text text, size_t position)
{
	size_t back = position - 1;
	if (back > 0 && is_operator(codepoint_before(text, &back)) && back > 0 &&
	    text.bytes[back - 1] == ' ')
		return true;
	return is_dash_at(text, position);
}

void break_find_chances(Paragraph *paragraph, const size_t *soft, size_t soft_count)
{
	Text text = paragraph->text;
	size_t next_soft = 0;
	for (size_t i = 1; i < paragraph->glyph_count; i++) {
		Glyph *glyph = &paragraph->glyphs[i];
		size_t position = glyph->cluster;
		if (position == glyph[-1].cluster || position == 0)
			continue;
		while (next_soft < soft_count && soft[next_soft] < position)
			next_soft++;
		if (next_soft < soft_count && soft[next_soft] == position)
			glyph->chance = BREAK_WITH_HYPHEN;
		else if (text.bytes[position - 1] == ' ' && text.bytes[position] != ' ' &&
		         !is_bound_space(text, position))
			glyph->chance = BREAK_AFTER_SPACE;
		else if (follows_joining_mark(text, position))
			glyph->chance = BREAK_AFTER_MARK;
	}
}

/* ---- Points ---- */

/*
 * The points of a stretch between forced breaks are its beginning, every place where a line may
 * end, and its end. A line from point a to point b is as wide as b.inked - a.start + b.hyphen.
 */
typedef struct Point {
	size_t glyph;  /* a line may end before it */
	int64_t start; /* the width of all before it */
	int64_t inked; /* the same without spaces at the end */
	Length hyphen;
	int64_t fault; /* what a line that ends here costs beyond its emptiness */
	/* The best way to get here: its cost, or IMPOSSIBLE, and the point that its last line
	 * begins at. */
	int64_t cost;
	size_t from;
} Point;

typedef struct Points {
	Point *items;
	size_t count;
	size_t capacity;
} Points;

typedef struct Breaker {
	Typeset *set;
	Arena *arena; /* for points, which are of no use once the lines are taken */
	const Paragraph *paragraph;
	Measure measure;
} Breaker;

#define IMPOSSIBLE INT64_MAX

/* Costs are squared thousandths of the measure: a line that ends so counts as if, besides what it
 * is, that much were empty. */
enum {
	STUB_COST = 450, /* a hyphen after the second letter of a word */
	STUB_LETTERS = 2,
	INSIDE_COST = 300,       /* a hyphen where a compound has a better place for it */
	SUSPENDED_COST = 330,    /* between "social-" and "och" */
	MARK_COST = 130,         /* after a hyphen that is written */
	LETTER_COST = 120,       /* after a word of one letter */
	SHORT_LAST = 250,        /* before a last line shorter than this: the shortage ... */
	SHORT_LAST_WEIGHT = 180, /* ... in per cent */
};

static int64_t square(int64_t value)
{
	return value * value;
}

/* Of a line that ends before `glyph`, between words. */
static int64_t fault_between(const Paragraph *paragraph, size_t glyph)
{
	Text text = paragraph->text;
	size_t position = paragraph->glyphs[glyph].cluster;
	uint32_t last = codepoint_before(text, &position);
	if (last != ' ' || position == 0)
		return is_mark(last) ? square(MARK_COST) : 0;
	last = codepoint_before(text, &position);
	if (last == '-')
		return square(SUSPENDED_COST);
	bool alone = position == 0 || text.bytes[position - 1] == ' ';
	return alone && utf8_is_letter(last) ? square(LETTER_COST) : 0;
}

/* A point before `glyph`, which must lie after the latest. */
static void add_point(const Breaker *breaker, Points *points, size_t glyph, bool hyphen)
{
	const Paragraph *paragraph = breaker->paragraph;
	Point point = {.glyph = glyph};
	if (points->count > 0) {
		const Point *latest = &points->items[points->count - 1];
		size_t inked = glyph;
		while (inked > latest->glyph && word_is_space(paragraph, inked - 1))
			inked--;
		point.inked = latest->start + paragraph_width(paragraph, latest->glyph, inked);
		point.start = point.inked + paragraph_width(paragraph, inked, glyph);
		if (hyphen)
			point.hyphen = word_hyphen_width(breaker->set, paragraph, glyph - 1);
	}
	*ARENA_PUSH(breaker->arena, points) = point;
}

static Points find_points(const Breaker *breaker, size_t first, size_t end, bool divide)
{
	const Paragraph *paragraph = breaker->paragraph;
	Points points = {.items = NULL};
	add_point(breaker, &points, first, false);
	for (size_t word = first; word < end;) {
		size_t next = word_end(paragraph, word, end);
		WordPoint inside[HYPHENATE_LETTERS];
		size_t count =
		        divide ? word_divide(breaker->set, paragraph, word, next, inside) : 0;
		for (size_t i = 0; i < count; i++) {
			add_point(breaker, &points, inside[i].glyph, true);
			int64_t *fault = &points.items[points.count - 1].fault;
			if (inside[i].glyph - word <= STUB_LETTERS)
				*fault = square(STUB_COST);
			else if (inside[i].inside_part)
				*fault = square(INSIDE_COST);
		}
		bool hyphen = next < end && paragraph->glyphs[next].chance == BREAK_WITH_HYPHEN;
		add_point(breaker, &points, next, hyphen);
		if (next < end && !hyphen)
			points.items[points.count - 1].fault = fault_between(paragraph, next);
		word = next;
	}
	return points;
}

/* ---- The best lines ---- */

static int64_t line_cost(const Breaker *breaker, const Points *points, size_t from, size_t to,
                         Length width)
{
	const Point *end = &points->items[to];
	int64_t full = (int64_t)width * 1000 / breaker->measure.width;
	if (to + 1 == points->count && !breaker->measure.even) {
		bool short_last = full < SHORT_LAST && from > 0;
		return short_last ? square((SHORT_LAST - full) * SHORT_LAST_WEIGHT / 100) : 0;
	}
	int64_t cost = square(1000 - full) + end->fault;
	int64_t hyphen = square((int64_t)breaker->measure.rag * 10);
	if (end->hyphen > 0)
		cost += hyphen;
	if (end->hyphen > 0 && points->items[from].hyphen > 0)
		cost += hyphen;
	return cost;
}

static Length line_width(const Points *points, size_t from, size_t to)
{
	int64_t width =
	        points->items[to].inked - points->items[from].start + points->items[to].hyphen;
	return width < PARAGRAPH_WIDEST ? (Length)width : PARAGRAPH_WIDEST;
}

/* Finds the best way to every point; false when none leads to the last. */
static bool weigh(const Breaker *breaker, Points *points)
{
	points->items[0].cost = 0;
	for (size_t to = 1; to < points->count; to++) {
		Point *end = &points->items[to];
		end->cost = IMPOSSIBLE;
		for (size_t from = to; from-- > 0;) {
			/* Without the hyphen widths only grow backwards. */
			Length width = line_width(points, from, to);
			if (width - end->hyphen > breaker->measure.width)
				break;
			if (points->items[from].cost == IMPOSSIBLE ||
			    width > breaker->measure.width)
				continue;
			int64_t cost = points->items[from].cost +
			               line_cost(breaker, points, from, to, width);
			if (cost < end->cost) {
				end->cost = cost;
				end->from = from;
			}
		}
	}
	return points->items[points->count - 1].cost != IMPOSSIBLE;
}

/* Whether a line of the best way is emptier than the rag allows. Of two lines the first may be
 * twice as empty: there is no edge for it to stand out from. */
static bool is_too_ragged(const Breaker *breaker, const Points *points)
{
	size_t before_last = points->items[points->count - 1].from;
	bool two = before_last > 0 && points->items[before_last].from == 0;
	int64_t rag = (int64_t)breaker->measure.rag * (two ? 2 : 1);
	for (size_t to = before_last; to > 0; to = points->items[to].from) {
		Length width = line_width(points, points->items[to].from, to);
		int64_t empty = breaker->measure.width - width;
		if (empty * 100 > (int64_t)breaker->measure.width * rag)
			return true;
	}
	return false;
}

static void add_line(const Breaker *breaker, Lines *lines, const Points *points, size_t from,
                     size_t to)
{
	*ARENA_PUSH(breaker->set->scratch, lines) = (Line){
	        .first = points->items[from].glyph,
	        .end = points->items[to].glyph,
	        .width = line_width(points, from, to),
	        .hyphen = points->items[to].hyphen > 0,
	};
}

static void take_best(const Breaker *breaker, const Points *points, Lines *lines)
{
	size_t count = 0;
	for (size_t to = points->count - 1; to > 0; to = points->items[to].from)
		count++;
	size_t *ends = ARENA_ARRAY(breaker->arena, size_t, count);
	size_t next = count;
	for (size_t to = points->count - 1; to > 0; to = points->items[to].from)
		ends[--next] = to;
	for (size_t i = 0; i < count; i++)
		add_line(breaker, lines, points, i > 0 ? ends[i - 1] : 0, ends[i]);
}

/* ---- When there is no way ---- */

/* The part of an endless word that fills a line, at least one glyph: what no-break spaces keep
 * together is divided at the last of them, so that its numbers and words stay whole. */
static size_t end_of_full_line(const Breaker *breaker, size_t first, size_t end, Length *width)
{
	const Paragraph *paragraph = breaker->paragraph;
	size_t glyph = first;
	Length sum = 0;
	while (glyph < end) {
		sum += paragraph->glyphs[glyph].advance;
		if (sum > breaker->measure.width && glyph > first)
			break;
		*width = sum;
		glyph++;
	}
	size_t bound = first;
	for (size_t next = first; next <= glyph && next < end;
	     next = word_next_bound(paragraph, next, end))
		bound = next;
	if (bound == first || glyph == end)
		return glyph;
	*width = paragraph_width(paragraph, first, bound);
	return bound;
}

/* Fills each line in turn, and breaks words anywhere where nothing else will do. */
static void take_first_fit(const Breaker *breaker, Points *points, Lines *lines)
{
	size_t from = 0;
	while (from + 1 < points->count) {
		size_t to = from;
		for (size_t next = from + 1; next < points->count; next++) {
			Length width = line_width(points, from, next);
			if (width - points->items[next].hyphen > breaker->measure.width)
				break;
			if (width <= breaker->measure.width)
				to = next;
		}
		if (to > from) {
			add_line(breaker, lines, points, from, to);
			from = to;
			continue;
		}
		Point *begin = &points->items[from];
		Line *line = ARENA_PUSH(breaker->set->scratch, lines);
		line->first = begin->glyph;
		line->end = end_of_full_line(breaker, begin->glyph, points->items[from + 1].glyph,
		                             &line->width);
		begin->start += line->width;
		begin->glyph = line->end;
		if (line->end == points->items[from + 1].glyph)
			from++;
	}
}

/* ---- Lines ---- */

/* The lines of a stretch without forced breaks. */
static void break_stretch(const Breaker *breaker, size_t first, size_t end, Lines *lines)
{
	Points points = find_points(breaker, first, end, false);
	bool possible = weigh(breaker, &points);
	if (!possible || is_too_ragged(breaker, &points)) {
		points = find_points(breaker, first, end, true);
		possible = weigh(breaker, &points);
	}
	if (possible)
		take_best(breaker, &points, lines);
	else
		take_first_fit(breaker, &points, lines);
}

Lines break_lines(Typeset *set, const Paragraph *paragraph, Measure measure)
{
	Lines lines = {.items = NULL};
	Arena own = {.source = set->scratch->source};
	Breaker breaker = {.set = set, .arena = &own, .paragraph = paragraph, .measure = measure};
	if (breaker.measure.width < 1)
		breaker.measure.width = 1;
	size_t first = 0;
	for (size_t end = 1; end <= paragraph->glyph_count; end++) {
		if (end < paragraph->glyph_count && paragraph->glyphs[end].chance != BREAK_FORCED)
			continue;
		break_stretch(&breaker, first, end, &lines);
		arena_release(&own);
		first = end;
	}
	if (lines.count == 0)
		(void)ARENA_PUSH(set->scratch, &lines);
	return lines;
}

/* ---- Widths ---- */

Length break_natural_width(const Paragraph *paragraph)
{
	Length widest = 0;
	Length width = 0;
	for (size_t i = 0; i < paragraph->glyph_count; i++) {
		if (paragraph->glyphs[i].chance == BREAK_FORCED)
			width = 0;
		if (width < PARAGRAPH_WIDEST)
			width += paragraph->glyphs[i].advance;
		if (width > widest && !word_is_space(paragraph, i))
			widest = width;
	}
	return widest;
}

Length break_least_width(Typeset *set, const Paragraph *paragraph, bool hyphenate)
{
	Arena own = {.source = set->scratch->source};
	Breaker breaker = {.set = set, .arena = &own, .paragraph = paragraph};
	Points points = find_points(&breaker, 0, paragraph->glyph_count, hyphenate);
	Length widest = 0;
	for (size_t i = 1; i < points.count; i++) {
		Length width = line_width(&points, i - 1, i);
		widest = width > widest ? width : widest;
	}
	arena_release(&own);
	return widest;
}
