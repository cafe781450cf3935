/* Signatures: blocks to sign in, two beside each other where there is room. */
#include "pdf/blocks.h"

enum {
	BESIDE = 2,
	GAP = 300,          /* between blocks, in per cent of the type size */
	ROOM_TO_WRITE = 28, /* points above the line */
	LINE_THICKNESS = 600,
	LINE_SHARE = 60,   /* of the measure, where a block has it for itself */
	BLOCK_SPACE = 180, /* between rows of blocks, in per cent of the leading */
};

#define POINT 1000

static void put_paragraph(Flow *flow, Node *node)
{
	const Style *style = flow->set->style;
	TextStyle tight = {.size = style->body.size, .leading = style->body.leading};
	Ink ink = {.size = tight.size, .colour = style->text_colour};
	flow_paragraph(flow, paragraph_of_node(flow->set, node, ink),
	               (Setting){.style = &tight, .rag = BREAK_RAG_WORDS, .even = true});
}

/* Room above a line to write on. What is known beforehand stands there as if it had been written,
 * and makes more room where it takes more than one line. */
static Strip *put_room(Flow *flow, const Node *node)
{
	const Style *style = flow->set->style;
	if (node->as.line.filled.length == 0)
		return flow_strip(flow, ROOM_TO_WRITE * POINT);
	Ink ink = {.size = style->body.size, .colour = style->text_colour};
	const Paragraph *filled = paragraph_of_text(flow->set, node->as.line.filled, node, ink);
	Lines lines = break_lines(flow->set, filled,
	                          (Measure){.width = flow->width, .rag = BREAK_RAG_WORDS});
	Length more = (Length)(lines.count - 1) * style->body.leading;
	Strip *room = flow_strip(flow, ROOM_TO_WRITE * POINT + more);
	Length baseline = room->height - style->body.size / 3 - more;
	for (size_t i = 0; i < lines.count; i++, baseline += style->body.leading)
		strip_put_line(room, flow->set, filled, &lines.items[i], flow->left, baseline,
		               ROLE_TEXT);
	return room;
}

/* A rule to write on, with what is to be written there in small text under it. */
static void put_signature_line(Flow *flow, Node *node)
{
	const Style *style = flow->set->style;
	Strip *room = put_room(flow, node);
	room->keep = true;
	strip_put_rectangle(room, flow->set, flow->left, room->height - LINE_THICKNESS, flow->width,
	                    LINE_THICKNESS, style->text_colour);
	TextStyle small = {.size = style->small.size, .leading = style->small.leading};
	Ink ink = {.size = small.size, .colour = style->quiet_colour};
	flow_space(flow, style->small.size / 4);
	flow_paragraph(flow, paragraph_of_node(flow->set, node, ink),
	               (Setting){.style = &small, .rag = BREAK_RAG_WORDS});
	flow_space(flow, style->small.size / 4);
}

/* `*above` gets the number of strips above the first line to sign on, 0 when there is no line. */
static Flow block_of(Typeset *set, Node *signature, Length left, Length width, size_t *above)
{
	Flow block = flow_new(set, left, width);
	*above = 0;
	for (Node *part = signature->first; part != NULL; part = part->next) {
		if (part->kind == NODE_SIGNATURE_LINE) {
			if (*above == 0)
				*above = block.strips.count;
			put_signature_line(&block, part);
		} else {
			put_paragraph(&block, part);
		}
	}
	return block;
}

static Length height_above(const Flow *block, size_t above)
{
	Strips strips = {.items = block->strips.items, .count = above};
	return strips_height(&strips);
}

/* Lines to sign on stand level, however much the names above them take. */
static void level(Flow *blocks, const size_t *above, size_t count)
{
	Length most = 0;
	for (size_t i = 0; i < count; i++) {
		Length own = height_above(&blocks[i], above[i]);
		most = own > most ? own : most;
	}
	for (size_t i = 0; i < count; i++) {
		if (above[i] > 0)
			blocks[i].strips.items[above[i]].before +=
			        most - height_above(&blocks[i], above[i]);
	}
}

void signatures_to_strips(Flow *flow, Node *signatures)
{
	const Style *style = flow->set->style;
	Length gap = style->body.size * GAP / 100;
	bool alone = signatures->first == signatures->last;
	Length width = alone ? flow->width * LINE_SHARE / 100 : (flow->width - gap) / BESIDE;
	flow_space(flow, style->body.leading);
	Node *signature = signatures->first;
	while (signature != NULL) {
		Flow blocks[BESIDE];
		size_t above[BESIDE], count = 0;
		for (; count < BESIDE && signature != NULL; signature = signature->next, count++) {
			Length left = flow->left + (Length)count * (width + gap);
			blocks[count] = block_of(flow->set, signature, left, width, &above[count]);
		}
		level(blocks, above, count);
		flow_beside(flow, blocks, count, blocks_page_height(style));
		/* Whoever signs sees on the same page who else does. */
		if (signature != NULL)
			flow->strips.items[flow->strips.count - 1].keep = true;
		flow_space(flow, style->body.leading * BLOCK_SPACE / 100);
	}
}
