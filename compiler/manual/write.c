/* Write: nodes for the manual, and the names of its places. */
#include "manual/write.h"

#include "base/buffer.h"
#include "base/swedish.h"
#include "base/utf8.h"

static const Span nowhere = {.source = NULL};

void write_heading(ManualWriting *w, int below, Text text, Text id)
{
	Node *heading = document_add_with_text(w->document, w->parent, NODE_HEADING, text, nowhere);
	heading->as.heading.level = w->level + below;
	heading->id = id;
}

Node *write_line(ManualWriting *w)
{
	return document_add(w->document, w->parent, NODE_PARAGRAPH, nowhere);
}

void write_paragraph(ManualWriting *w, Text text)
{
	if (text.length > 0)
		put_text(w, write_line(w), text);
}

void write_code(ManualWriting *w, Text code)
{
	document_add_code_block(w->document, w->parent, code, nowhere);
}

Node *write_terms(ManualWriting *w)
{
	return document_add(w->document, w->parent, NODE_FIELD_LIST, nowhere);
}

Node *write_term(ManualWriting *w, Node *terms, Text code, Text id)
{
	Node *field = document_add(w->document, terms, NODE_FIELD, nowhere);
	field->id = id;
	Node *name = document_add(w->document, field, NODE_FIELD_NAME, nowhere);
	put_inline_code(w, name, code);
	return document_add(w->document, field, NODE_FIELD_VALUE, nowhere);
}

void put_text(ManualWriting *w, Node *parent, Text text)
{
	document_add_text(w->document, parent, text, nowhere);
}

void put_inline_code(ManualWriting *w, Node *parent, Text code)
{
	document_add_with_text(w->document, parent, NODE_CODE, code, nowhere);
}

void put_break(ManualWriting *w, Node *parent)
{
	document_add(w->document, parent, NODE_LINE_BREAK, nowhere);
}

void put_link(ManualWriting *w, Node *parent, Text text, Text id)
{
	Node *link = document_add_with_text(w->document, parent, NODE_LINK, text, nowhere);
	link->as.link.target = join2(w->arena, TEXT("#"), id);
}

/* ---- Texts ---- */

Text join2(Arena *arena, Text a, Text b)
{
	return text_join(arena, (const Text[]){a, b}, 2);
}

Text join3(Arena *arena, Text a, Text b, Text c)
{
	return text_join(arena, (const Text[]){a, b, c}, 3);
}

Text number_text(Arena *arena, int64_t number)
{
	Buffer digits = buffer_new(arena, 32);
	buffer_put_integer(&digits, number);
	return number >= 0 && number < 10000 ? buffer_text(&digits)
	                                     : swedish_integer(arena, number);
}

Text in_braces(Arena *arena, Text name)
{
	return join3(arena, TEXT("{{"), name, TEXT("}}"));
}

Text manual_id(Arena *arena, Text prefix, Text path)
{
	Text folded = utf8_ascii_folded(arena, path);
	Buffer id = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put(&id, prefix);
	for (size_t i = 0; i < folded.length; i++)
		if (folded.bytes[i] != '-' || id.bytes[id.length - 1] != '-')
			buffer_put_byte(&id, folded.bytes[i]);
	return buffer_text(&id);
}
