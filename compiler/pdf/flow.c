/* Flow: lines, columns and side-by-side parts as strips. */
#include "pdf/flow.h"

#include "pdf/word.h"

/* Columns are cut into strips of at most this part of a page's height. */
enum { PARTS_OF_PAGE = 4 };

/* A heading wants this many strips after it on its page. */
enum { STRIPS_AFTER_HEADING = 2 };

Flow flow_new(Typeset *set, Length left, Length width)
{
	return (Flow){.set = set, .left = left, .width = width};
}

void flow_space(Flow *flow, Length space)
{
	if (space > flow->space)
		flow->space = space;
}

Strip *flow_strip(Flow *flow, Length height)
{
	Strip *strip = ARENA_PUSH(flow->set->strips, &flow->strips);
	*strip = (Strip){.before = flow->space,
	                 .height = height,
	                 .new_page = flow->new_page,
	                 .new_sheet = flow->new_sheet,
	                 .turned = flow->turned};
	flow->space = 0;
	flow->new_page = false;
	flow->new_sheet = false;
	if (flow->owed > 0 && --flow->owed > 0)
		strip->keep = true;
	return strip;
}

/* ---- Items of a strip ---- */

/* Glyphs [first, end), whose text begins at byte `start`. */
static const PlacedGlyph *place_glyphs(Arena *arena, const Paragraph *paragraph, size_t first,
                                       size_t end, size_t start)
{
	PlacedGlyph *placed = ARENA_ARRAY(arena, PlacedGlyph, end - first);
	for (size_t i = first; i < end; i++) {
		const Glyph *glyph = &paragraph->glyphs[i];
		placed[i - first] = (PlacedGlyph){.cluster = glyph->cluster - (uint32_t)start,
		                                  .kern = glyph->kern,
		                                  .x = glyph->x,
		                                  .y = glyph->y,
		                                  .index = glyph->index};
	}
	return placed;
}

static Item *put_piece(Strip *strip, Typeset *set, const Paragraph *paragraph, const Piece *piece,
                       size_t first, size_t end)
{
	Item *item = ARENA_PUSH(set->strips, strip);
	size_t start = paragraph->glyphs[first].cluster;
	Text text = text_cut(paragraph->text, start, paragraph_text_end(paragraph, end - 1));
	*item = (Item){
	        .kind = ITEM_TEXT,
	        .node = piece->node,
	        .link = piece->link,
	        .colour = piece->colour,
	        .face = piece->face,
	        .size = piece->size,
	        .glyphs = place_glyphs(set->pages, paragraph, first, end, start),
	        .glyph_count = end - first,
	        .text = text_copy(set->pages, text),
	};
	return item;
}

/* The width of glyphs [first, end), which end a line, without the spaces at their end. */
static Length inked_width(const Paragraph *paragraph, size_t first, size_t end)
{
	while (end > first && paragraph->text.bytes[paragraph->glyphs[end - 1].cluster] == ' ')
		end--;
	return paragraph_width(paragraph, first, end);
}

void strip_put_line(Strip *strip, Typeset *set, const Paragraph *paragraph, const Line *line,
                    Length x, Length baseline, Role role)
{
	size_t glyph = line->first;
	for (size_t p = paragraph_piece_at(paragraph, glyph); glyph < line->end; p++) {
		const Piece *piece = &paragraph->pieces[p];
		size_t end = piece->end < line->end ? piece->end : line->end;
		if (end == glyph)
			continue;
		Item *item = put_piece(strip, set, paragraph, piece, glyph, end);
		item->role = role;
		item->x = x;
		item->y = baseline - piece->rise;
		item->hyphen = line->hyphen && end == line->end;
		Length width = paragraph_width(paragraph, glyph, end);
		item->width = end == line->end ? inked_width(paragraph, glyph, end) : width;
		if (item->hyphen)
			item->width += word_hyphen_width(set, paragraph, end - 1);
		x += width;
		glyph = end;
	}
}

void strip_put_rectangle(Strip *strip, Typeset *set, Length x, Length y, Length width,
                         Length height, Colour colour)
{
	(void)ARENA_PUSH(set->strips, strip);
	for (size_t i = strip->count - 1; i > 0; i--)
		strip->items[i] = strip->items[i - 1];
	strip->items[0] = (Item){
	        .kind = ITEM_RECTANGLE,
	        .role = ROLE_DECORATION,
	        .x = x,
	        .y = y,
	        .width = width,
	        .height = height,
	        .colour = colour,
	};
}

Length flow_baseline(const Typeset *set, const Paragraph *paragraph, Length leading)
{
	Length lowest = 0;
	if (paragraph->piece_count == 0)
		return leading;
	for (size_t i = 0; i < paragraph->piece_count; i++) {
		const Piece *piece = &paragraph->pieces[i];
		const FontMetrics *metrics = font_metrics(set->fonts, piece->face);
		Length ascender = font_length(metrics, metrics->ascender, piece->size);
		Length descender = font_length(metrics, metrics->descender, piece->size);
		Length own = (leading - (ascender - descender)) / 2 + ascender;
		lowest = own > lowest ? own : lowest;
	}
	return lowest;
}

/* ---- Paragraphs ---- */

/* The label waits for the first line of text beside which it can stand. */
static void put_label(Flow *flow, Strip *strip, Length baseline)
{
	const Paragraph *label = flow->label;
	if (label == NULL)
		return;
	Line line = {.end = label->glyph_count};
	strip_put_line(strip, flow->set, label, &line, flow->label_x, baseline, ROLE_LABEL);
	flow->label = NULL;
}

/* What stands below a heading may be the last of its page though it is less than was wanted, where
 * the next heading ends it; else short sections would all hang together. */
static void release_section(Flow *flow)
{
	if (flow->owed > 0 && flow->owed < STRIPS_AFTER_HEADING)
		flow->strips.items[flow->strips.count - 1].keep = false;
	flow->owed = 0;
}

void flow_paragraph(Flow *flow, const Paragraph *paragraph, Setting setting)
{
	const TextStyle *style = setting.style;
	Measure measure = {.width = flow->width, .rag = setting.rag, .even = setting.even};
	Lines lines = break_lines(flow->set, paragraph, measure);
	Length baseline = flow_baseline(flow->set, paragraph, style->leading);
	flow_space(flow, style->before);
	if (setting.anchor != NULL)
		release_section(flow);
	for (size_t i = 0; i < lines.count; i++) {
		Strip *strip = flow_strip(flow, style->leading);
		bool last = i + 1 == lines.count;
		/* Neither a first nor a last line stands alone. */
		if (last ? setting.keep : setting.whole || i == 0 || i + 2 == lines.count)
			strip->keep = true;
		if (i == 0)
			strip->anchor = setting.anchor;
		put_label(flow, strip, baseline);
		strip_put_line(strip, flow->set, paragraph, &lines.items[i], flow->left, baseline,
		               setting.role);
	}
	flow_space(flow, style->after);
	if (setting.anchor != NULL)
		flow->owed = STRIPS_AFTER_HEADING;
}

/* ---- Columns ---- */

static void put_column_line(Strip *strip, Typeset *set, const Column *column, size_t line,
                            Length baseline)
{
	if (line < column->drop || line - column->drop >= column->lines.count)
		return;
	const Line *set_line = &column->lines.items[line - column->drop];
	Length x = column->x;
	if (column->align == ALIGN_END)
		x += column->width - set_line->width;
	strip_put_line(strip, set, column->paragraph, set_line, x, baseline, column->role);
}

size_t flow_columns(Flow *flow, const Column *columns, size_t count, Length leading, Length above,
                    Length below)
{
	Typeset *set = flow->set;
	size_t first = flow->strips.count;
	size_t line_count = 1;
	Length baseline = 0;
	for (size_t c = 0; c < count; c++) {
		Length own = flow_baseline(set, columns[c].paragraph, leading);
		size_t own_lines = columns[c].drop + columns[c].lines.count;
		if (own_lines > line_count)
			line_count = own_lines;
		/* One without text has no baseline to agree on. */
		if (columns[c].paragraph->glyph_count > 0 && own > baseline)
			baseline = own;
	}
	if (baseline == 0)
		baseline = leading;
	size_t most = (size_t)(set->style->page_height / PARTS_OF_PAGE / leading) + 1;
	for (size_t from = 0; from < line_count; from += most) {
		size_t to = from + most < line_count ? from + most : line_count;
		Length top = from == 0 ? above : 0;
		Length bottom = to == line_count ? below : 0;
		Strip *strip = flow_strip(flow, top + (Length)(to - from) * leading + bottom);
		if (to < line_count)
			strip->keep = true;
		if (from == 0)
			put_label(flow, strip, top + baseline);
		for (size_t c = 0; c < count; c++) {
			for (size_t i = from; i < to; i++) {
				Length y = top + (Length)(i - from) * leading + baseline;
				put_column_line(strip, set, &columns[c], i, y);
			}
		}
	}
	return first;
}

/* ---- Parts side by side ---- */

Length strips_height(const Strips *strips)
{
	Length height = 0;
	for (size_t i = 0; i < strips->count; i++)
		height += (i > 0 ? strips->items[i].before : 0) + strips->items[i].height;
	return height;
}

static void stack(Strip *strip, Typeset *set, const Strips *part)
{
	Length y = 0;
	for (size_t i = 0; i < part->count; i++) {
		const Strip *from = &part->items[i];
		y += i > 0 ? from->before : 0;
		for (size_t j = 0; j < from->count; j++) {
			Item *item = ARENA_PUSH(set->strips, strip);
			*item = from->items[j];
			item->y += y;
		}
		y += from->height;
	}
}

static void append(Flow *flow, const Strips *part)
{
	for (size_t i = 0; i < part->count; i++) {
		flow_space(flow, part->items[i].before);
		Strip *strip = flow_strip(flow, 0);
		Strip asked = *strip;
		*strip = part->items[i];
		strip->before = asked.before;
		strip->new_page = asked.new_page;
		strip->new_sheet = asked.new_sheet;
		strip->keep = asked.keep || i + 1 < part->count;
	}
}

void flow_beside(Flow *flow, const Flow *parts, size_t count, Length limit)
{
	Length height = 0;
	for (size_t i = 0; i < count; i++) {
		Length own = strips_height(&parts[i].strips);
		height = own > height ? own : height;
	}
	if (height <= limit) {
		Strip *strip = flow_strip(flow, height);
		for (size_t i = 0; i < count; i++)
			stack(strip, flow->set, &parts[i].strips);
		return;
	}
	for (size_t i = 0; i < count; i++)
		append(flow, &parts[i].strips);
}
