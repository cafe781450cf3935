/* Notes: the number of a footnote, and its text hanging beside it. */
#include "pdf/notes.h"

#include "base/buffer.h"
#include "pdf/blocks.h"

enum { INDENT = 140 }; /* of the text, in per cent of the type size */

/* The number is a link back to the text. */
static void link_back(Strip *strip, const Node *note)
{
	for (size_t i = 0; i < strip->count; i++)
		if (strip->items[i].role == ROLE_LABEL)
			strip->items[i].link = note;
}

const Strips *notes_to_strips(Typeset *set, Node *note)
{
	const Style *style = set->style;
	Ink ink = {.size = style->note.size, .colour = style->text_colour};
	Buffer number = buffer_new(set->scratch, 16);
	buffer_put_integer(&number, note->as.note.number);
	const Paragraph *label = paragraph_of_text(set, buffer_text(&number), note, ink);

	Length indent = ink.size * INDENT / 100;
	Flow flow = flow_new(set, style->margin_left, blocks_measure(style));
	flow.label = label;
	flow.label_x = flow.left;
	flow.left += indent;
	flow.width -= indent;
	flow_paragraph(&flow, paragraph_of_node(set, note, ink),
	               (Setting){.style = &style->note, .rag = BREAK_RAG_TEXT});
	flow.strips.items[0].anchor = note;
	link_back(&flow.strips.items[0], note);

	Strips *strips = ARENA_NEW(set->strips, Strips);
	*strips = flow.strips;
	return strips;
}
