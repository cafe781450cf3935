/* Furniture: page headers, page marks, and the leaders and numbers of contents. */
#include "pdf/furniture.h"

#include "base/buffer.h"
#include "pdf/blocks.h"
#include "pdf/flow.h"

enum {
	WORDMARK_SIZE = 125,   /* in per cent of the body's size */
	MARK_GAP = 150,        /* between draft mark and page mark, in per cent of the small size */
	FINGERPRINT_SIZE = 85, /* in per cent of the small size */
	HEADER_LINES = 2,      /* what is longer is cut off rather than run into the text */
	LEADER_GAP = 45,       /* at either end of a leader, in per cent of the type size */
	LEADER_NUMBER = 190,   /* kept for the number after a leader */
	LEADER_DOTS = 400,
};

/* A line at `x` of a page; what it shows is no content. */
static void put_line(Typeset *set, Page *page, const Paragraph *paragraph, const Line *line,
                     Length x, Length baseline)
{
	Strip strip = {.height = 0};
	strip_put_line(&strip, set, paragraph, line, x, baseline, ROLE_PAGINATION);
	for (size_t i = 0; i < strip.count; i++)
		*ARENA_PUSH(set->arena, page) = strip.items[i];
}

static Line whole_line(const Paragraph *paragraph)
{
	return (Line){.end = paragraph->glyph_count,
	              .width = paragraph_width(paragraph, 0, paragraph->glyph_count)};
}

/* ---- Page header ---- */

static const Paragraph *quiet_line(Typeset *set, const DocumentFacts *facts)
{
	const Text parts[] = {facts->organisation, facts->type, facts->diary_number, facts->date};
	Buffer line = buffer_new(set->arena, BUFFER_MAXIMUM);
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

static void put_lines(Typeset *set, Page *page, const Paragraph *paragraph, Length width,
                      Length baseline, Length leading)
{
	Measure measure = {.width = width, .rag = BREAK_RAG_WORDS};
	Lines lines = break_lines(set, paragraph, measure);
	for (size_t i = 0; i < lines.count && i < HEADER_LINES; i++)
		put_line(set, page, paragraph, &lines.items[i], set->style->margin_left,
		         baseline + (Length)i * leading);
}

static void put_wordmark(Typeset *set, Page *page, const DocumentFacts *facts, Length width)
{
	const Style *style = set->style;
	Ink bold = {.face = FACE_BOLD,
	            .size = style->body.size * WORDMARK_SIZE / 100,
	            .colour = style->accent_colour};
	put_lines(set, page, paragraph_of_text(set, facts->organisation, NULL, bold), width,
	          style->header_baseline, style->body.leading);
	Ink quiet = {.size = style->small.size, .colour = style->quiet_colour};
	put_lines(set, page, paragraph_of_text(set, facts->department, NULL, quiet), width,
	          style->header_baseline + style->body.leading, style->small.leading);
}

/* "2 (8)" at the right edge, before it the draft mark; returns where they begin. */
static Length put_marks(Typeset *set, Layout *layout, size_t index, const Paragraph *draft)
{
	const Style *style = set->style;
	Buffer mark = buffer_new(set->arena, 64);
	buffer_put_integer(&mark, (int64_t)index + 1);
	buffer_put(&mark, TEXT(" ("));
	buffer_put_integer(&mark, (int64_t)layout->pages.count);
	buffer_put_byte(&mark, ')');
	Ink ink = {.size = style->small.size, .colour = style->quiet_colour};
	const Paragraph *text = paragraph_of_text(set, buffer_text(&mark), NULL, ink);

	Page *page = &layout->pages.items[index];
	Line line = whole_line(text);
	Length x = style->page_width - style->margin_right - line.width;
	put_line(set, page, text, &line, x, style->header_baseline);
	if (draft->glyph_count == 0)
		return x;
	line = whole_line(draft);
	x -= line.width + style->small.size * MARK_GAP / 100;
	put_line(set, page, draft, &line, x, style->header_baseline);
	return x;
}

/* The fingerprint stands quietly at the foot; the rest of the foot is left for the number that a
 * bundle of papers is given. */
static void put_footer(Typeset *set, Page *page, const Paragraph *fingerprint)
{
	const Style *style = set->style;
	Line line = whole_line(fingerprint);
	if (fingerprint->glyph_count > 0)
		put_line(set, page, fingerprint, &line, style->margin_left,
		         style->page_height - style->footer_baseline);
}

static const Paragraph *fingerprint_line(Typeset *set, const DocumentFacts *facts)
{
	Ink ink = {.size = set->style->small.size * FINGERPRINT_SIZE / 100,
	           .colour = set->style->quiet_colour};
	Text parts[] = {TEXT("Fingeravtryck "), facts->fingerprint};
	bool given = facts->fingerprint.length > 0;
	return paragraph_of_text(set, given ? text_join(set->arena, parts, 2) : (Text){0}, NULL,
	                         ink);
}

void furniture_put_headers(Typeset *set, const DocumentFacts *facts, Layout *layout)
{
	const Style *style = set->style;
	Ink bold = {.face = FACE_BOLD, .size = style->small.size, .colour = style->accent_colour};
	const Paragraph *draft = paragraph_of_text(set, facts->draft_mark, NULL, bold);
	const Paragraph *quiet = quiet_line(set, facts), *print = fingerprint_line(set, facts);
	for (size_t i = 0; i < layout->pages.count; i++) {
		Page *page = &layout->pages.items[i];
		Length end = put_marks(set, layout, i, draft);
		Length width = end - style->margin_left - style->body.size * 2;
		if (i == 0)
			put_wordmark(set, page, facts, width);
		else
			put_lines(set, page, quiet, width, style->header_baseline,
			          style->small.leading);
		put_footer(set, page, print);
	}
}

/* ---- Contents ---- */

/* Dots and spaces alternately, longer than any measure: a leader is its first part. */
static const Paragraph *leader_dots(Typeset *set)
{
	const Style *style = set->style;
	Buffer dots = buffer_new(set->arena, 2 * LEADER_DOTS);
	for (int i = 0; i < LEADER_DOTS; i++)
		buffer_put(&dots, TEXT(". "));
	Ink ink = {.size = style->body.size, .colour = style->quiet_colour};
	return paragraph_of_text(set, buffer_text(&dots), NULL, ink);
}

/* Leaders end at the same place, so their dots stand under one another. */
static void put_leader(Typeset *set, Page *page, const Paragraph *dots, Item number)
{
	Length gap = number.size * LEADER_GAP / 100;
	Length right = number.x + number.width - number.size * LEADER_NUMBER / 100;
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
		*ARENA_PUSH(set->arena, page) = strip.items[i];
}

static Item numbered(Typeset *set, const Layout *layout, Item item)
{
	Place place = layout_place(layout, item.node->as.entry.heading);
	Buffer digits = buffer_new(set->arena, 16);
	/* The space keeps the number apart from the text for those who listen. */
	buffer_put_byte(&digits, ' ');
	if (place.placed)
		buffer_put_integer(&digits, (int64_t)place.page + 1);
	Ink ink = {.face = item.face, .size = item.size, .colour = item.colour};
	const Paragraph *text = paragraph_of_text(set, buffer_text(&digits), item.node, ink);
	Length width = paragraph_width(text, 0, text->glyph_count);
	item.kind = ITEM_TEXT;
	item.x += item.width - width;
	item.width = width;
	item.glyphs = text->glyphs;
	item.glyph_count = text->glyph_count;
	item.text = text->text;
	item.text_end = text->text.length;
	return item;
}

void furniture_put_page_numbers(Typeset *set, Layout *layout)
{
	const Paragraph *dots = NULL;
	for (size_t p = 0; p < layout->pages.count; p++) {
		Page *page = &layout->pages.items[p];
		size_t count = page->count;
		for (size_t i = 0; i < count; i++) {
			Item item = page->items[i];
			if (item.kind != ITEM_PAGE_NUMBER)
				continue;
			if (dots == NULL)
				dots = leader_dots(set);
			page->items[i] = numbered(set, layout, item);
			put_leader(set, page, dots, item);
		}
	}
}
