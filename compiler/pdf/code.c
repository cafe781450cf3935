/* Code: lines of one width a character, kept as they are on a shade. */
#include "base/buffer.h"
#include "pdf/blocks.h"

enum {
	SIDE = 90,  /* between the edge of the shade and the code, in per cent of the type size */
	EDGE = 55,  /* above the first line and below the last */
	WHOLE = 14, /* lines that stand on one page if they are no more */
	HANG_COLUMNS = 2, /* what a line's second part is set in by */
};

typedef struct CodeLine {
	const Node *first; /* of its runs */
	const Node *end;   /* after them */
} CodeLine;

typedef struct CodeLines {
	CodeLine *items;
	size_t count;
	size_t capacity;
} CodeLines;

static CodeLines lines_of(Arena *arena, const Node *block)
{
	CodeLines lines = {.items = NULL};
	const Node *first = block->first;
	for (const Node *part = first; part != NULL; part = part->next) {
		if (part->kind != NODE_LINE_BREAK)
			continue;
		*ARENA_PUSH(arena, &lines) = (CodeLine){first, part};
		first = part->next;
	}
	*ARENA_PUSH(arena, &lines) = (CodeLine){first, NULL};
	return lines;
}

/* A line too long for its width goes on below, set in as far as it began and a little more. */
static Length hang_of(const Paragraph *line, Length width)
{
	size_t spaces = 0;
	if (line->glyph_count == 0 || break_natural_width(line) <= width)
		return 0;
	while (spaces < line->glyph_count && line->text.bytes[line->glyphs[spaces].cluster] == ' ')
		spaces++;
	Length hang = ((Length)spaces + HANG_COLUMNS) * line->glyphs[0].advance;
	return hang < width / 2 ? hang : 0;
}

/* One strip, with what its shade has above and below the text. */
static Strip *put_strip(Flow *flow, Length above, Length below)
{
	const TextStyle *style = &flow->set->style->code;
	Length height = above + style->leading + below;
	Strip *strip = flow_strip(flow, height);
	strip_put_rectangle(strip, flow->set, flow->left, 0, flow->width, height,
	                    flow->set->style->shade_colour);
	return strip;
}

static void put_line(Flow *flow, const CodeLine *code, bool first, bool last)
{
	Typeset *set = flow->set;
	const TextStyle *style = &set->style->code;
	Length side = style->size * SIDE / 100, edge = style->size * EDGE / 100;
	Ink ink = {.face = FACE_FIXED, .size = style->size, .colour = set->style->text_colour};
	const Paragraph *line = paragraph_of_runs(set, code->first, code->end, ink);
	Length width = flow->width - 2 * side;
	Length hang = hang_of(line, width);
	Lines parts =
	        break_lines(set, line, (Measure){.width = width - hang, .rag = BREAK_RAG_WORDS});
	for (size_t i = 0; i < parts.count; i++) {
		bool begins = first && i == 0, ends = last && i + 1 == parts.count;
		Strip *strip = put_strip(flow, begins ? edge : 0, ends ? edge : 0);
		strip->keep = strip->keep || i + 1 < parts.count;
		Length baseline = flow_baseline(set, line, style->leading) + (begins ? edge : 0);
		strip_put_line(strip, set, line, &parts.items[i],
		               flow->left + side + (i > 0 ? hang : 0), baseline, ROLE_TEXT);
	}
}

void code_to_strips(Flow *flow, Node *block)
{
	CodeLines lines = lines_of(flow->set->scratch, block);
	const TextStyle *style = &flow->set->style->code;
	Strips *strips = &flow->strips;
	/* What leads in to code stands on its page. */
	if (strips->count > 0)
		strips->items[strips->count - 1].keep = true;
	flow_space(flow, style->before);
	for (size_t i = 0; i < lines.count; i++) {
		bool last = i + 1 == lines.count;
		put_line(flow, &lines.items[i], i == 0, last);
		if (!last && (lines.count <= WHOLE || i == 0 || i + 2 == lines.count))
			strips->items[strips->count - 1].keep = true;
	}
	flow_space(flow, style->after);
}
