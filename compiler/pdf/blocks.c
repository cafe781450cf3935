/* Blocks: one walk over the document, in which each kind of block makes its strips. */
#include "pdf/blocks.h"

#include <string.h>

#include "base/buffer.h"
#include "base/text.h"

/* Parts of the page's height, in per cent. */
enum { COVER_ABOVE = 24 };

/* Space between items of a tight list, in per cent of the leading. */
enum { TIGHT_SPACE = 12 };

/* Between a label and its text, in per cent of the type size. */
enum { LABEL_GAP = 55 };

/* What an indented block will give back, and what the items of a list count. */
typedef struct Level {
	Length left;
	Length width;
	int64_t number; /* of the next item */
} Level;

typedef struct Levels {
	Level *items;
	size_t count;
	size_t capacity;
} Levels;

typedef struct Blocks {
	Typeset *set;
	Flow flow;
	Levels levels; /* of the indented blocks that are open */
	bool has_cover;
	bool in_cover;
	bool in_masthead;
	int quotations;      /* how many are open */
	size_t cover_first;  /* its first strip */
	size_t cover_spring; /* the strip above which a cover's spare height goes, or 0 */
} Blocks;

typedef struct BlockHandler {
	void (*enter)(Blocks *blocks, Node *node);
	void (*leave)(Blocks *blocks, Node *node);
	bool whole; /* enter deals with everything below the node */
} BlockHandler;

Length blocks_measure(const Style *style)
{
	return style->page_width - style->margin_left - style->margin_right;
}

Length blocks_page_height(const Style *style)
{
	return style->page_height - style->margin_top - style->margin_bottom;
}

/* ---- Indentation ---- */

static void indent(Blocks *blocks, Length left, Length right, int64_t number)
{
	Flow *flow = &blocks->flow;
	Level *level = ARENA_PUSH(blocks->set->strips, &blocks->levels);
	*level = (Level){.left = flow->left, .width = flow->width, .number = number};
	/* However deep the nesting, a line keeps some width. */
	if (flow->width - left - right < blocks_measure(blocks->set->style) / 4)
		return;
	flow->left += left;
	flow->width -= left + right;
}

static void outdent(Blocks *blocks)
{
	Level level = blocks->levels.items[--blocks->levels.count];
	blocks->flow.left = level.left;
	blocks->flow.width = level.width;
}

/* ---- Headings and paragraphs ---- */

static const TextStyle *heading_style(const Blocks *blocks, int level)
{
	const Style *style = blocks->set->style;
	int last = (int)(sizeof style->headings / sizeof *style->headings) - 1;
	if (level <= 1)
		return blocks->in_cover ? &style->cover_title : &style->title;
	return &style->headings[level - 2 < last ? level - 2 : last];
}

static void enter_heading(Blocks *blocks, Node *node)
{
	const Style *style = blocks->set->style;
	int level = node->as.heading.level;
	const TextStyle *text = heading_style(blocks, level);
	Ink ink = {.face = FACE_BOLD,
	           .size = text->size,
	           .colour = level <= 1 ? style->accent_colour : style->text_colour};
	Setting setting = {.style = text,
	                   .rag = BREAK_RAG_WORDS,
	                   .even = true,
	                   .whole = true,
	                   .keep = true,
	                   .anchor = node};
	flow_paragraph(&blocks->flow, paragraph_of_node(blocks->set, node, ink), setting);
}

static Length between_tight_items(const Style *style)
{
	return style->body.leading * TIGHT_SPACE / 100;
}

static bool in_tight_item(const Node *node)
{
	return node->parent->kind == NODE_ITEM && node->parent->parent->as.list.tight;
}

static void enter_paragraph(Blocks *blocks, Node *node)
{
	const Style *style = blocks->set->style;
	TextStyle body = style->body;
	if (in_tight_item(node)) {
		body.before = 0;
		body.after = 0;
	}
	Ink ink = {.face = blocks->quotations > 0 ? FACE_ITALIC : FACE_REGULAR,
	           .size = body.size,
	           .colour = style->text_colour};
	Setting setting = {.style = &body,
	                   .rag = blocks->in_cover ? BREAK_RAG_WORDS : BREAK_RAG_TEXT};
	flow_paragraph(&blocks->flow, paragraph_of_node(blocks->set, node, ink), setting);
}

static void enter_quotation(Blocks *blocks, Node *node)
{
	(void)node;
	Length side = blocks->set->style->list_indent;
	blocks->quotations++;
	indent(blocks, side, side, 0);
}

static void leave_quotation(Blocks *blocks, Node *node)
{
	(void)node;
	blocks->quotations--;
	outdent(blocks);
}

/* ---- Lists ---- */

/* How many lists with bullets it stands in. */
static int nesting(const Node *list)
{
	int depth = 0;
	for (const Node *node = list->parent; node != NULL; node = node->parent)
		depth += node->kind == NODE_LIST && !node->as.list.ordered;
	return depth;
}

static Text item_label(Blocks *blocks, const Node *list, int64_t number)
{
	static const Text bullets[] = {TEXT_INIT("•"), TEXT_INIT("–")};
	if (!list->as.list.ordered)
		return bullets[nesting(list) % 2];
	Buffer label = buffer_new(blocks->set->scratch, 32);
	buffer_put_integer(&label, number);
	buffer_put_byte(&label, '.');
	return buffer_text(&label);
}

static const Paragraph *set_label(Blocks *blocks, Text text, const Node *node)
{
	const Style *style = blocks->set->style;
	Ink ink = {.size = style->body.size, .colour = style->text_colour};
	return paragraph_of_text(blocks->set, text, node, ink);
}

/* A label that found no line of text beside it gets a strip of its own. */
static void flush_label(Blocks *blocks)
{
	Flow *flow = &blocks->flow;
	if (flow->label == NULL)
		return;
	Length leading = blocks->set->style->body.leading;
	Line line = {.end = flow->label->glyph_count};
	Strip *strip = flow_strip(flow, leading);
	strip->keep = true;
	strip_put_line(strip, blocks->set, flow->label, &line, flow->label_x,
	               flow_baseline(blocks->set, flow->label, leading), ROLE_LABEL);
	flow->label = NULL;
}

/* What leads in to a list stands on the page where it begins. */
static void keep_with_list(Strips *strips, const Node *list)
{
	const Node *before = list->previous;
	if (before != NULL && before->kind == NODE_PARAGRAPH && strips->count > 0)
		strips->items[strips->count - 1].keep = true;
}

/* Above and below a list within an item of another. */
static Length around_nested(const Style *style, const Node *list)
{
	return list->parent->parent->as.list.tight ? between_tight_items(style) : style->body.after;
}

static void enter_list(Blocks *blocks, Node *list)
{
	const Style *style = blocks->set->style;
	int64_t last = list->as.list.start - 1;
	for (const Node *item = list->first; item != NULL; item = item->next)
		last++;
	const Paragraph *widest = set_label(blocks, item_label(blocks, list, last), NULL);
	Length needed = paragraph_width(widest, 0, widest->glyph_count) +
	                style->body.size * LABEL_GAP / 100;
	flush_label(blocks);
	keep_with_list(&blocks->flow.strips, list);
	if (list->parent->kind == NODE_ITEM)
		flow_space(&blocks->flow, around_nested(style, list));
	indent(blocks, needed > style->list_indent ? needed : style->list_indent, 0,
	       list->as.list.start);
}

static void leave_list(Blocks *blocks, Node *list)
{
	const Style *style = blocks->set->style;
	outdent(blocks);
	flow_space(&blocks->flow, list->parent->kind == NODE_ITEM ? around_nested(style, list)
	                                                          : style->body.after);
}

static void enter_item(Blocks *blocks, Node *item)
{
	Level *level = &blocks->levels.items[blocks->levels.count - 1];
	Text label = item_label(blocks, item->parent, level->number++);
	blocks->flow.label = set_label(blocks, label, item);
	blocks->flow.label_x = level->left;
	/* Where there was no width left to indent the label has no room beside the text. */
	if (blocks->flow.left == level->left)
		flush_label(blocks);
}

static void leave_item(Blocks *blocks, Node *item)
{
	flush_label(blocks);
	if (item->parent->as.list.tight)
		flow_space(&blocks->flow, between_tight_items(blocks->set->style));
}

/* ---- Cover and masthead ---- */

static void enter_cover(Blocks *blocks, Node *node)
{
	(void)node;
	blocks->in_cover = true;
	blocks->has_cover = true;
	blocks->cover_first = blocks->flow.strips.count;
	flow_strip(&blocks->flow, blocks_page_height(blocks->set->style) * COVER_ABOVE / 100);
}

/* The title stands high; what a page has left goes between it and the fields at the foot. */
static void leave_cover(Blocks *blocks, Node *node)
{
	(void)node;
	Strips *strips = &blocks->flow.strips;
	Strips cover = {.items = strips->items + blocks->cover_first,
	                .count = strips->count - blocks->cover_first};
	Length spare = blocks_page_height(blocks->set->style) - strips_height(&cover);
	if (blocks->cover_spring > 0 && spare > 0)
		strips->items[blocks->cover_spring].before += spare;
	blocks->in_cover = false;
	blocks->flow.space = 0;
	blocks->flow.owed = 0;
	blocks->flow.new_page = true;
	blocks->flow.new_sheet = true;
}

static void enter_masthead(Blocks *blocks, Node *node)
{
	(void)node;
	blocks->in_masthead = true;
}

static void leave_masthead(Blocks *blocks, Node *node)
{
	(void)node;
	blocks->in_masthead = false;
	flow_space(&blocks->flow, blocks->set->style->body.leading * 2);
}

static void enter_fields(Blocks *blocks, Node *list)
{
	if (blocks->in_masthead) {
		fields_to_grid(&blocks->flow, list);
		return;
	}
	if (blocks->in_cover && blocks->cover_spring == 0)
		blocks->cover_spring = blocks->flow.strips.count;
	fields_to_strips(&blocks->flow, list);
}

/* ---- Other kinds ---- */

static void enter_table(Blocks *blocks, Node *table)
{
	flush_label(blocks);
	table_to_strips(&blocks->flow, table);
}

static void enter_code(Blocks *blocks, Node *block)
{
	flush_label(blocks);
	code_to_strips(&blocks->flow, block);
}

static void enter_signatures(Blocks *blocks, Node *signatures)
{
	signatures_to_strips(&blocks->flow, signatures);
}

static void enter_contents(Blocks *blocks, Node *contents)
{
	contents_to_strips(&blocks->flow, contents);
	blocks->flow.new_page = blocks->has_cover;
}

static void enter_notes(Blocks *blocks, Node *notes)
{
	(void)blocks;
	(void)notes;
}

static const BlockHandler handlers[NODE_KINDS] = {
        [NODE_COVER] = {.enter = enter_cover, .leave = leave_cover},
        [NODE_MASTHEAD] = {.enter = enter_masthead, .leave = leave_masthead},
        [NODE_HEADING] = {.enter = enter_heading, .whole = true},
        [NODE_PARAGRAPH] = {.enter = enter_paragraph, .whole = true},
        [NODE_LIST] = {.enter = enter_list, .leave = leave_list},
        [NODE_ITEM] = {.enter = enter_item, .leave = leave_item},
        [NODE_QUOTATION] = {.enter = enter_quotation, .leave = leave_quotation},
        [NODE_CODE_BLOCK] = {.enter = enter_code, .whole = true},
        [NODE_FIELD_LIST] = {.enter = enter_fields, .whole = true},
        [NODE_TABLE] = {.enter = enter_table, .whole = true},
        [NODE_CONTENTS] = {.enter = enter_contents, .whole = true},
        [NODE_SIGNATURES] = {.enter = enter_signatures, .whole = true},
        [NODE_NOTES] = {.enter = enter_notes, .whole = true},
};

Strips blocks_to_strips(Typeset *set, const Document *document)
{
	const Style *style = set->style;
	Blocks blocks = {.set = set,
	                 .flow = flow_new(set, style->margin_left, blocks_measure(style))};
	for (Walk walk = walk_start(document->root); walk_next(&walk);) {
		const BlockHandler *handler = &handlers[walk.node->kind];
		if (walk.event == WALK_ENTER && handler->enter != NULL)
			handler->enter(&blocks, walk.node);
		if (walk.event == WALK_LEAVE && handler->leave != NULL)
			handler->leave(&blocks, walk.node);
		if (walk.event == WALK_ENTER && handler->whole)
			walk_skip(&walk);
		/* Of what a block has made only its strips are left, and a label that waits. */
		if (blocks.flow.label == NULL)
			arena_release(set->scratch);
	}
	return blocks.flow.strips;
}
