/* Notes: the case's footnotes, each written once, where it is first referred to. */
#include "model/gaps.h"
#include "template/expansion.h"

static Node *note_node(Expansion *x, size_t index, Span span)
{
	const Footnote *footnotes = x->scope.agreement->footnotes.items;
	if (x->note_nodes[index] != NULL)
		return x->note_nodes[index];
	if (x->notes == NULL) {
		x->notes = document_add(x->document, x->document->root, NODE_NOTES, span);
		x->notes->as.group.title = x->scope.template->head.notes.text;
	}
	Node *note = document_add(x->document, x->notes, NODE_NOTE, footnotes[index].text.span);
	x->note_nodes[index] = note;
	Text path = path_below(x->scope.arena, TEXT("fotnoter"), footnotes[index].key.text);
	if (gaps_find(x->scope.agreement->gaps, path) != NULL)
		expand_gap(x, path, path, note);
	expand_line(x, &footnotes[index].text, note);
	return note;
}

void expand_note(Expansion *x, const Mark *placeholder, Text argument, Node *parent)
{
	const Footnote *footnotes = x->scope.agreement->footnotes.items;
	for (size_t i = 0; i < x->scope.agreement->footnotes.count; i++) {
		if (!text_equal(footnotes[i].key.text, argument))
			continue;
		show_note(x, i);
		Node *note = note_node(x, i, placeholder->span);
		Node *reference =
		        document_add(x->document, parent, NODE_NOTE_REFERENCE, placeholder->span);
		reference->as.reference.note = note;
		return;
	}
	unknown_note(x, argument, placeholder->span);
}
