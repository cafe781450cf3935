/* Tree: short ways to build documents for the tests of the document and of its writers. */
#ifndef TESTS_UNIT_TREE_H
#define TESTS_UNIT_TREE_H

#include "document/document.h"

#define TREE_NOWHERE ((Span){.source = NULL})

static inline Node *tree_add(Document *document, Node *parent, NodeKind kind)
{
	return document_add(document, parent, kind, TREE_NOWHERE);
}

/* A node of the kind with one text in it. */
static inline Node *tree_with(Document *document, Node *parent, NodeKind kind, const char *text)
{
	return document_add_with_text(document, parent, kind, text_of(text), TREE_NOWHERE);
}

static inline Node *tree_text(Document *document, Node *parent, const char *text)
{
	return document_add_text(document, parent, text_of(text), TREE_NOWHERE);
}

static inline Node *tree_paragraph(Document *document, Node *parent, const char *text)
{
	return tree_with(document, parent, NODE_PARAGRAPH, text);
}

static inline Node *tree_heading(Document *document, Node *parent, int level, const char *text)
{
	Node *node = tree_with(document, parent, NODE_HEADING, text);
	node->as.heading.level = level;
	return node;
}

static inline Node *tree_list(Document *document, Node *parent, bool ordered, bool tight)
{
	Node *node = tree_add(document, parent, NODE_LIST);
	node->as.list.ordered = ordered;
	node->as.list.tight = tight;
	node->as.list.start = 1;
	return node;
}

/* An item that holds one paragraph. */
static inline Node *tree_item(Document *document, Node *list, const char *text)
{
	Node *item = tree_add(document, list, NODE_ITEM);
	tree_paragraph(document, item, text);
	return item;
}

static inline Node *tree_field(Document *document, Node *list, const char *name, const char *value)
{
	Node *field = tree_add(document, list, NODE_FIELD);
	tree_with(document, field, NODE_FIELD_NAME, name);
	tree_with(document, field, NODE_FIELD_VALUE, value);
	return field;
}

/* A cell; an empty text gives a cell without anything in it. */
static inline Node *tree_cell(Document *document, Node *row, NodeKind kind, Alignment align,
                              const char *text)
{
	Node *cell = *text ? tree_with(document, row, kind, text) : tree_add(document, row, kind);
	cell->as.cell.align = align;
	return cell;
}

/* A row with a header cell in front and an amount behind. */
static inline Node *tree_row(Document *document, Node *part, const char *name, const char *amount)
{
	Node *row = tree_add(document, part, NODE_ROW);
	tree_cell(document, row, NODE_HEADER_CELL, ALIGN_START, name)->as.cell.scope = SCOPE_ROW;
	tree_cell(document, row, NODE_CELL, ALIGN_END, amount);
	return row;
}

static inline Node *tree_link(Document *document, Node *parent, const char *target,
                              const char *text)
{
	Node *link = tree_with(document, parent, NODE_LINK, text);
	link->as.link.target = text_of(target);
	return link;
}

static inline Node *tree_code(Document *document, Node *parent, const char *code)
{
	return document_add_code_block(document, parent, text_of(code), TREE_NOWHERE);
}

static inline Node *tree_reference(Document *document, Node *parent, Node *note)
{
	Node *reference = tree_add(document, parent, NODE_NOTE_REFERENCE);
	reference->as.reference.note = note;
	return reference;
}

#endif
