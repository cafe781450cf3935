/* Contents: the title and an entry for each heading; the numbers come when pages are settled. */
#include "pdf/blocks.h"

enum {
	NUMBER_ROOM = 300,  /* kept free of text at the right, in per cent of the type size */
	SECTION_SPACE = 35, /* above an entry of the first level, in per cent of the leading */
	LEFTOVER = 20,      /* per cent of a page: so little is not worth one */
};

static void put_title(Flow *flow, const Node *contents)
{
	const Style *style = flow->set->style;
	const TextStyle *text = &style->headings[0];
	if (contents->as.group.title.length == 0)
		return;
	Ink ink = {.face = FACE_BOLD, .size = text->size, .colour = style->text_colour};
	const Paragraph *title =
	        paragraph_of_text(flow->set, contents->as.group.title, contents, ink);
	flow_paragraph(flow, title,
	               (Setting){.style = text,
	                         .role = ROLE_TITLE,
	                         .anchor = contents,
	                         .rag = BREAK_RAG_WORDS,
	                         .whole = true,
	                         .keep = true});
}

/* From the end of the entry's last line to the right edge: leader and number. */
static void put_number(Strip *strip, Typeset *set, const Node *entry, Ink ink, Length right)
{
	const Item *last = &strip->items[strip->count - 1];
	Length x = last->x + last->width;
	Length y = last->y;
	Item *item = ARENA_PUSH(set->strips, strip);
	*item = (Item){
	        .kind = ITEM_PAGE_NUMBER,
	        .role = ROLE_PAGE_NUMBER,
	        .node = entry,
	        .link = entry,
	        .x = x,
	        .y = y,
	        .width = right - x,
	        .face = ink.face,
	        .size = ink.size,
	        .colour = ink.colour,
	};
}

static void put_entry(Flow *flow, Node *entry)
{
	const Style *style = flow->set->style;
	int level = entry->as.entry.level;
	Length left = flow->left;
	Length width = flow->width;
	TextStyle text = {.size = style->body.size, .leading = style->body.leading};
	if (level <= 1)
		text.before = style->body.leading * SECTION_SPACE / 100;
	else
		flow->left += style->list_indent * (level < 6 ? level - 1 : 5);
	flow->width = left + width - flow->left - style->body.size * NUMBER_ROOM / 100;
	Ink ink = {.size = text.size, .colour = style->text_colour};
	flow_paragraph(flow, paragraph_of_node(flow->set, entry, ink),
	               (Setting){.style = &text, .rag = BREAK_RAG_WORDS, .whole = true});
	Strip *last = &flow->strips.items[flow->strips.count - 1];
	if (last->count > 0)
		put_number(last, flow->set, entry, ink, left + width);
	flow->left = left;
	flow->width = width;
}

/* Where the last page of contents would hold hardly anything, the space between sections gives way,
 * as far as it can. */
static void spare_last_page(Strips *strips, size_t first, Length page)
{
	Strips contents = {.items = strips->items + first, .count = strips->count - first};
	Length height = strips_height(&contents), spaces = 0;
	/* No page but the last is quite full. */
	Length pages = height / page, excess = height % page;
	for (size_t i = 1; i < contents.count; i++)
		spaces += contents.items[i].before;
	Length saved = excess + pages * contents.items[0].height;
	if (pages == 0 || excess > page * LEFTOVER / 100 || saved > spaces)
		return;
	for (size_t i = 1; i < contents.count; i++)
		contents.items[i].before -=
		        (Length)((int64_t)contents.items[i].before * saved / spaces);
}

void contents_to_strips(Flow *flow, Node *contents)
{
	size_t first = flow->strips.count;
	put_title(flow, contents);
	for (Node *entry = contents->first; entry != NULL; entry = entry->next)
		put_entry(flow, entry);
	spare_last_page(&flow->strips, first, blocks_page_height(flow->set->style));
	flow_space(flow, flow->set->style->body.after);
}
