/* Code: lines of one width a character, kept as they are on a shade; a block that is a little too
 * wide gets smaller type. */
#include "base/buffer.h"
#include "pdf/blocks.h"

enum {
	SIDE = 90,  /* between the edge of the shade and the code, in per cent of the type size */
	EDGE = 55,  /* above the first line and below the last */
	WHOLE = 14, /* lines that stand on one page if they are no more */
	HANG_COLUMNS = 2, /* what a line's second part is set in by */
	ROUNDING = 500,   /* this part of a width */
	SMALLEST = 86,    /* of the type, in per cent: what is wider has its lines broken */
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
	return hang < width / 2 ? hang : width / 2;
}

static const Paragraph *set_line(Typeset *set, const CodeLine *code)
{
	const Style *style = set->style;
	return paragraph_of_runs(
	        set, code->first, code->end,
	        (Ink){.face = FACE_FIXED, .size = style->code.size, .colour = style->text_colour});
}

/* How a block is set. */
typedef struct CodeSetting {
	TextStyle style; /* in type that may be smaller than the style's */
	Length side;     /* between the edge of the shade and the code */
	Length edge;     /* above the first line and below the last */
} CodeSetting;

static CodeSetting setting_of(const Flow *flow, const CodeLines *lines)
{
	CodeSetting setting = {.style = flow->set->style->code};
	setting.side = setting.style.size * SIDE / 100;
	setting.edge = setting.style.size * EDGE / 100;
	int64_t width = flow->width - 2 * setting.side, widest = width;
	for (size_t i = 0; i < lines->count; i++) {
		int64_t own = break_natural_width(set_line(flow->set, &lines->items[i]));
		widest = own > widest && width * 100 >= own * SMALLEST ? own : widest;
	}
	/* A little less, since every glyph is rounded on its own. */
	widest = widest > width ? widest + widest / ROUNDING : width;
	setting.style.size = (Length)(setting.style.size * width / widest);
	setting.style.leading = (Length)(setting.style.leading * width / widest);
	return setting;
}

/* One strip, with what its shade has above and below the text. */
static Strip *put_strip(Flow *flow, const CodeSetting *setting, Length above, Length below)
{
	Length height = above + setting->style.leading + below;
	Strip *strip = flow_strip(flow, height);
	strip_put_rectangle(strip, flow->set, flow->left, 0, flow->width, height,
	                    flow->set->style->shade_colour);
	return strip;
}

static void put_line(Flow *flow, const CodeSetting *setting, const CodeLine *code, bool first,
                     bool last)
{
	Typeset *set = flow->set;
	Length full = set->style->code.size, edge = setting->edge;
	const Paragraph *line = set_line(set, code);
	if (setting->style.size != full)
		line = paragraph_resized(set, line, setting->style.size, full);
	Length width = flow->width - 2 * setting->side;
	Length hang = hang_of(line, width);
	Lines parts =
	        break_lines(set, line, (Measure){.width = width - hang, .rag = BREAK_RAG_WORDS});
	for (size_t i = 0; i < parts.count; i++) {
		bool begins = first && i == 0, ends = last && i + 1 == parts.count;
		Strip *strip = put_strip(flow, setting, begins ? edge : 0, ends ? edge : 0);
		strip->keep = strip->keep || i + 1 < parts.count;
		Length baseline =
		        flow_baseline(set, line, setting->style.leading) + (begins ? edge : 0);
		strip_put_line(strip, set, line, &parts.items[i],
		               flow->left + setting->side + (i > 0 ? hang : 0), baseline,
		               ROLE_TEXT);
	}
}

void code_to_strips(Flow *flow, Node *block)
{
	CodeLines lines = lines_of(flow->set->scratch, block);
	CodeSetting setting = setting_of(flow, &lines);
	Strips *strips = &flow->strips;
	/* What leads in to code stands on its page. */
	if (strips->count > 0)
		strips->items[strips->count - 1].keep = true;
	flow_space(flow, setting.style.before);
	for (size_t i = 0; i < lines.count; i++) {
		bool last = i + 1 == lines.count;
		put_line(flow, &setting, &lines.items[i], i == 0, last);
		if (!last && (lines.count <= WHOLE || i == 0 || i + 2 == lines.count))
			strips->items[strips->count - 1].keep = true;
	}
	flow_space(flow, setting.style.after);
}
