/* Furniture: page headers, page marks, and the leaders and numbers of contents. */
#include "pdf/furniture.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "pdf/blocks.h"
#include "pdf/flow.h"

enum {
	WORDMARK_SIZE = 125,   /* in per cent of the body's size */
	DRAFT_SIZE = 115,      /* the same */
	FRAME_PADDING = 50,    /* around the draft mark, in per cent of its size */
	MARK_GAP = 200,        /* between draft mark and page mark, in per cent of the small size */
	FINGERPRINT_SIZE = 85, /* in per cent of the small size */
	HEADER_GAP =
	        150, /* from the marks to what else stands there, in per cent of the body's size */
	HEADER_LINES = 2, /* what is longer is cut off rather than run into the text */
	LEADER_GAP = 45,  /* at either end of a leader, in per cent of the type size */
	LEADER_DOTS = 400,
};

#define POINT ((Length)1000)
#define FRAME POINT

/* A line at `x` of a page; what it shows is no content. */
static void put_line(Typeset *set, Page *page, const Paragraph *paragraph, const Line *line,
                     Length x, Length baseline)
{
	Strip strip = {.height = 0};
	strip_put_line(&strip, set, paragraph, line, x, baseline, ROLE_PAGINATION);
	for (size_t i = 0; i < strip.count; i++)
		*ARENA_PUSH(set->pages, page) = strip.items[i];
}

static Line whole_line(const Paragraph *paragraph)
{
	return (Line){.end = paragraph->glyph_count,
	              .width = paragraph_width(paragraph, 0, paragraph->glyph_count)};
}

/* ---- Page header ---- */

static const Paragraph *quiet_line(Typeset *set, const DocumentFacts *facts)
{
	const Text parts[] = {facts->organisation, facts->type, facts->diary_number,
	                      facts->shown_date};
	Buffer line = buffer_new(set->scratch, BUFFER_MAXIMUM);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (parts[i].length == 0)
			continue;
		if (line.length > 0)
			buffer_put(&line, TEXT(" · "));
		buffer_put(&line, parts[i]);
	}
	Ink ink = {.size = set->style->small.size, .colour = set->style->quiet_colour};
	return paragraph_of_text(set, buffer_text(&line), NULL, ink);
}

/* What is free of the line at the head of a page, inside its margins. */
typedef struct Band {
	Page *page;
	Length left;
	Length right;
	bool mirrored; /* a left-hand page, whose outer edge is the left one */
} Band;

static Band band_of(const Style *style, Layout *layout, size_t index)
{
	Style own = layout_style(style, layout->pages.items[index].turned);
	Length left = layout_left(style, index);
	return (Band){.page = &layout->pages.items[index],
	              .left = left,
	              .right = left + blocks_measure(&own),
	              .mirrored = layout_is_left_hand(style, index)};
}

/* Takes the outermost part; returns where it begins. */
static Length take_outer(Band *band, Length width, Length gap)
{
	Length x = band->mirrored ? band->left : band->right - width;
	if (band->mirrored)
		band->left += width + gap;
	else
		band->right -= width + gap;
	return x;
}

/* Lines at the inner edge. */
static void put_lines(Typeset *set, const Band *band, const Paragraph *paragraph, Length baseline,
                      Length leading)
{
	Length width = band->right - band->left;
	Measure measure = {.width = width, .rag = BREAK_RAG_WORDS};
	Lines lines = break_lines(set, paragraph, measure);
	for (size_t i = 0; i < lines.count && i < HEADER_LINES; i++) {
		const Line *line = &lines.items[i];
		Length x = band->mirrored ? band->right - line->width : band->left;
		put_line(set, band->page, paragraph, line, x, baseline + (Length)i * leading);
	}
}

static void put_wordmark(Typeset *set, const Band *band, const DocumentFacts *facts)
{
	const Style *style = set->style;
	Ink bold = {.face = FACE_BOLD,
	            .size = style->body.size * WORDMARK_SIZE / 100,
	            .colour = style->accent_colour};
	put_lines(set, band, paragraph_of_text(set, facts->organisation, NULL, bold),
	          style->header_baseline, style->body.leading);
	Ink quiet = {.size = style->small.size, .colour = style->quiet_colour};
	put_lines(set, band, paragraph_of_text(set, facts->department, NULL, quiet),
	          style->header_baseline + style->body.leading, style->small.leading);
}

/* Before the text, which it is read before. */
static void put_first(Typeset *set, Page *page, Item item)
{
	(void)ARENA_PUSH(set->pages, page);
	for (size_t i = page->count - 1; i > 0; i--)
		page->items[i] = page->items[i - 1];
	page->items[0] = item;
}

/* Its middle is on the line that the marks stand on, as far as the paper above and the text below
 * allow; what the organisation is called, it says itself. */
static void put_logotype(Typeset *set, Band *band, const DocumentFacts *facts)
{
	const Style *style = set->style;
	const Picture *logotype = facts->logotype;
	const FontMetrics *metrics = font_metrics(set->fonts, FACE_REGULAR);
	Length capitals = font_length(metrics, metrics->cap_height, style->small.size);
	Length top = style->header_baseline - (capitals + logotype->height) / 2;
	Length lowest = style->margin_top - LOGOTYPE_SPACE - logotype->height;
	if (top < LOGOTYPE_SPACE)
		top = LOGOTYPE_SPACE;
	if (top > lowest)
		top = lowest;
	put_first(set, band->page,
	          (Item){.kind = ITEM_PICTURE,
	                 .role = ROLE_FIGURE,
	                 .picture = logotype,
	                 .x = band->left,
	                 .y = top,
	                 .width = logotype->width,
	                 .height = logotype->height});
	band->left += logotype->width + style->body.size * HEADER_GAP / 100;
	Ink quiet = {.size = style->small.size, .colour = style->quiet_colour};
	put_lines(set, band, paragraph_of_text(set, facts->department, NULL, quiet),
	          style->header_baseline, style->small.leading);
}

/* "2 (8)" at the outer edge. */
static void put_page_mark(Typeset *set, Band *band, size_t index, size_t count)
{
	const Style *style = set->style;
	Buffer mark = buffer_new(set->scratch, 64);
	buffer_put_integer(&mark, (int64_t)index + 1);
	buffer_put(&mark, TEXT(" ("));
	buffer_put_integer(&mark, (int64_t)count);
	buffer_put_byte(&mark, ')');
	Ink ink = {.size = style->small.size, .colour = style->quiet_colour};
	const Paragraph *text = paragraph_of_text(set, buffer_text(&mark), NULL, ink);
	Line line = whole_line(text);
	Length x = take_outer(band, line.width, style->small.size * MARK_GAP / 100);
	put_line(set, band->page, text, &line, x, style->header_baseline);
}

/* ---- The mark of a draft ---- */

static Text in_capitals(Arena *arena, Text text)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < text.length;)
		buffer_put_codepoint(&out, utf8_upper(utf8_next(text, &i)));
	return buffer_text(&out);
}

static const Paragraph *draft_line(Typeset *set, const DocumentFacts *facts)
{
	Ink ink = {.face = FACE_BOLD,
	           .size = set->style->body.size * DRAFT_SIZE / 100,
	           .colour = set->style->accent_colour};
	return paragraph_of_text(set, in_capitals(set->scratch, facts->draft_mark), NULL, ink);
}

static void put_rectangle(Typeset *set, Page *page, Length x, Length y, Length width, Length height)
{
	*ARENA_PUSH(set->pages, page) = (Item){.kind = ITEM_RECTANGLE,
	                                       .role = ROLE_PAGINATION,
	                                       .x = x,
	                                       .y = y,
	                                       .width = width,
	                                       .height = height,
	                                       .colour = set->style->accent_colour};
}

/* The word in a frame, as a stamp: whoever holds any one page sees that it is none to decide on,
 * and the text is left in peace. */
static void put_stamp(Typeset *set, Band *band, const Paragraph *draft)
{
	if (draft->glyph_count == 0)
		return;
	Line line = whole_line(draft);
	const Piece *piece = &draft->pieces[0];
	const FontMetrics *metrics = font_metrics(set->fonts, piece->face);
	Length capitals = font_length(metrics, metrics->cap_height, piece->size);
	Length inside = piece->size * FRAME_PADDING / 100;
	Length width = line.width + 2 * inside, height = capitals + 2 * inside;
	Length left = take_outer(band, width, set->style->body.size * HEADER_GAP / 100);
	/* Its middle is that of the line it stands in. */
	Length beside = font_length(metrics, metrics->cap_height, set->style->small.size);
	Length baseline = set->style->header_baseline + (capitals - beside) / 2;
	Length top = baseline - capitals - inside;
	put_line(set, band->page, draft, &line, left + inside, baseline);
	put_rectangle(set, band->page, left, top, width, FRAME);
	put_rectangle(set, band->page, left, top + height - FRAME, width, FRAME);
	put_rectangle(set, band->page, left, top, FRAME, height);
	put_rectangle(set, band->page, left + width - FRAME, top, FRAME, height);
}

/* ---- The foot ---- */

static const Paragraph *fingerprint_line(Typeset *set, const DocumentFacts *facts)
{
	Ink ink = {.size = set->style->small.size * FINGERPRINT_SIZE / 100,
	           .colour = set->style->quiet_colour};
	Text parts[] = {TEXT("Fingeravtryck "), facts->fingerprint};
	bool given = facts->fingerprint.length > 0;
	return paragraph_of_text(set, given ? text_join(set->scratch, parts, 2) : (Text){0}, NULL,
	                         ink);
}

/* The fingerprint stands quietly in the left half of the foot, smaller if it must to end there. The
 * right half is never written on: there a bundle of papers gets its own number. */
static void put_foot(Typeset *set, Page *page, size_t index, const Paragraph *print)
{
	Style style = layout_style(set->style, page->turned);
	Line line = whole_line(print);
	Length x = layout_left(&style, index), room = style.page_width / 2 - x;
	if (print->glyph_count == 0)
		return;
	if (line.width > room) {
		Length size = print->pieces[0].size;
		print = paragraph_resized(
		        set, print, (Length)((int64_t)size * (room - POINT) / line.width), size);
		line = whole_line(print);
	}
	put_line(set, page, print, &line, x, style.page_height - style.footer_baseline);
}

/* The back of a cover is left as it is. */
static bool is_blank(const Layout *layout, size_t index)
{
	return index > 0 && layout->pages.items[index].count == 0;
}

void furniture_put_headers(Typeset *set, const DocumentFacts *facts, Layout *layout)
{
	const Style *style = set->style;
	const Paragraph *draft = draft_line(set, facts);
	const Paragraph *quiet = quiet_line(set, facts), *print = fingerprint_line(set, facts);
	for (size_t i = 0; i < layout->pages.count; i++) {
		if (is_blank(layout, i))
			continue;
		Band band = band_of(style, layout, i);
		put_page_mark(set, &band, i, layout->pages.count);
		put_stamp(set, &band, draft);
		if (i == 0 && facts->logotype != NULL)
			put_logotype(set, &band, facts);
		else if (i == 0)
			put_wordmark(set, &band, facts);
		else
			put_lines(set, &band, quiet, style->header_baseline, style->small.leading);
		put_foot(set, band.page, i, print);
	}
}

/* ---- Contents ---- */

/* Dots and spaces alternately, longer than any measure: a leader is its first part. */
static const Paragraph *leader_dots(Typeset *set)
{
	const Style *style = set->style;
	Buffer dots = buffer_new(set->scratch, 2 * LEADER_DOTS);
	for (int i = 0; i < LEADER_DOTS; i++)
		buffer_put(&dots, TEXT(". "));
	Ink ink = {.size = style->body.size, .colour = style->quiet_colour};
	return paragraph_of_text(set, buffer_text(&dots), NULL, ink);
}

/* The width of the widest number that a page can have. */
static Length widest_number(Typeset *set, size_t pages)
{
	Buffer digits = buffer_new(set->scratch, 16);
	for (; pages > 0; pages /= 10)
		buffer_put_byte(&digits, '0');
	Ink ink = {.size = set->style->body.size};
	const Paragraph *text = paragraph_of_text(set, buffer_text(&digits), NULL, ink);
	return paragraph_width(text, 0, text->glyph_count);
}

/* Leaders end at the same place, so their dots stand under one another. */
static void put_leader(Typeset *set, Page *page, const Paragraph *dots, Length widest, Item number)
{
	Length gap = number.size * LEADER_GAP / 100;
	Length right = number.x + number.width - widest - gap;
	Length left = number.x + gap;
	Length pitch = dots->glyph_count < 2 ? 0 : paragraph_width(dots, 0, 2);
	if (pitch <= 0 || right - left < 2 * pitch)
		return;
	size_t count = (size_t)((right - left) / pitch);
	Line line = {.end = 2 * (count < LEADER_DOTS ? count : LEADER_DOTS)};
	Strip strip = {.height = 0};
	strip_put_line(&strip, set, dots, &line, right - (Length)count * pitch, number.y,
	               ROLE_DECORATION);
	for (size_t i = 0; i < strip.count; i++)
		*ARENA_PUSH(set->pages, page) = strip.items[i];
}

static Item numbered(Typeset *set, const Layout *layout, Item item)
{
	Strip strip = {.height = 0};
	Place place = layout_place(layout, item.node->as.entry.heading);
	Buffer digits = buffer_new(set->scratch, 16);
	/* The space keeps the number apart from the text for those who listen. */
	buffer_put_byte(&digits, ' ');
	if (place.placed)
		buffer_put_integer(&digits, (int64_t)place.page + 1);
	Ink ink = {.face = item.face, .size = item.size, .colour = item.colour};
	const Paragraph *text = paragraph_of_text(set, buffer_text(&digits), item.node, ink);
	Line line = whole_line(text);
	strip_put_line(&strip, set, text, &line, item.x + item.width - line.width, item.y,
	               item.role);
	for (size_t i = 0; i < strip.count; i++)
		strip.items[i].link = item.link;
	return strip.count > 0 ? strip.items[0] : (Item){.kind = ITEM_TEXT};
}

void furniture_put_page_numbers(Typeset *set, Layout *layout)
{
	const Paragraph *dots = NULL;
	Length widest = 0;
	for (size_t p = 0; p < layout->pages.count; p++) {
		Page *page = &layout->pages.items[p];
		size_t count = page->count;
		for (size_t i = 0; i < count; i++) {
			Item item = page->items[i];
			if (item.kind != ITEM_PAGE_NUMBER)
				continue;
			if (dots == NULL) {
				dots = leader_dots(set);
				widest = widest_number(set, layout->pages.count);
			}
			page->items[i] = numbered(set, layout, item);
			put_leader(set, page, dots, widest, item);
		}
	}
}
