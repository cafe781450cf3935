/* Document: the facts about kinds of nodes, building the tree, and walking it. */
#include <assert.h>

#include "base/buffer.h"
#include "document/document.h"
#include "document/link.h"

/*
 * nodes.def says what may stand in a kind with BIT, BLOCKS, INLINES and NONE. The masks of all
 * blocks and all inlines come from the same list. An enumeration constant is an int, too short for
 * a bit a kind, so each mask is put together from two halves of thirty kinds.
 */
#define HALF_BITS 30
static_assert(NODE_KINDS <= 2 * HALF_BITS, "a mask of kinds has two halves");

#define HALF(name)                   (NODE_##name / HALF_BITS)
#define IN_HALF(name, half)          (HALF(name) == (half) ? 1 << NODE_##name % HALF_BITS : 0)
#define IF_CLASS(class, wanted, bit) (CLASS_##class == (wanted) ? (bit) : 0)

enum {
	BLOCKS_LOW = 0
#define NODE(name, class, children, html, pdf, words)                                              \
	| IF_CLASS(class, CLASS_BLOCK, IN_HALF(name, 0))
#include "document/nodes.def"
#undef NODE
	,
	BLOCKS_HIGH = 0
#define NODE(name, class, children, html, pdf, words)                                              \
	| IF_CLASS(class, CLASS_BLOCK, IN_HALF(name, 1))
#include "document/nodes.def"
#undef NODE
	,
	INLINES_LOW = 0
#define NODE(name, class, children, html, pdf, words)                                              \
	| IF_CLASS(class, CLASS_INLINE, IN_HALF(name, 0))
#include "document/nodes.def"
#undef NODE
	,
	INLINES_HIGH = 0
#define NODE(name, class, children, html, pdf, words)                                              \
	| IF_CLASS(class, CLASS_INLINE, IN_HALF(name, 1))
#include "document/nodes.def"
#undef NODE
};

#define BIT(kind) (UINT64_C(1) << NODE_##kind)
#define NONE      UINT64_C(0)
#define BLOCKS    ((uint64_t)BLOCKS_LOW | (uint64_t)BLOCKS_HIGH << HALF_BITS)
#define INLINES   ((uint64_t)INLINES_LOW | (uint64_t)INLINES_HIGH << HALF_BITS)

static const NodeFacts facts[NODE_KINDS] = {
#define NODE(kind, class_name, children_mask, html_name, pdf_name, swedish)                        \
	[NODE_##kind] = {.name = TEXT_INIT(#kind),                                                 \
	                 .class = CLASS_##class_name,                                              \
	                 .children = (children_mask),                                              \
	                 .html = TEXT_INIT(html_name),                                             \
	                 .pdf = TEXT_INIT(pdf_name),                                               \
	                 .words = TEXT_INIT(swedish)},
#include "document/nodes.def"
#undef NODE
};

const NodeFacts *node_facts(NodeKind kind)
{
	assert((unsigned)kind < NODE_KINDS);
	return &facts[kind];
}

Text facts_title(Arena *arena, const DocumentFacts *of)
{
	Text parts[] = {of->draft_mark, TEXT(": "), of->title};
	bool both = of->draft_mark.length > 0 && of->title.length > 0;
	return both ? text_join(arena, parts, 3) : of->title;
}

static Node *new_node(Document *document, NodeKind kind, Span origin)
{
	Node *node = ARENA_NEW(document->arena, Node);
	node->kind = kind;
	node->origin = origin;
	node->serial = ++document->serial;
	return node;
}

Document *document_new(Arena *arena)
{
	Document *document = ARENA_NEW(arena, Document);
	document->arena = arena;
	document->facts.language = TEXT("sv");
	document->root = new_node(document, NODE_DOCUMENT, (Span){.source = NULL});
	return document;
}

Node *document_add(Document *document, Node *parent, NodeKind kind, Span origin)
{
	Node *node = new_node(document, kind, origin);
	node_append(parent, node);
	return node;
}

Node *document_add_text(Document *document, Node *parent, Text text, Span origin)
{
	Node *node = document_add(document, parent, NODE_TEXT_RUN, origin);
	node->as.text = text;
	return node;
}

Node *document_add_with_text(Document *document, Node *parent, NodeKind kind, Text text,
                             Span origin)
{
	Node *node = document_add(document, parent, kind, origin);
	document_add_text(document, node, text, origin);
	return node;
}

Node *document_add_code_block(Document *document, Node *parent, Text code, Span origin)
{
	Text rest = code, line = {0};
	if (text_trim(code).length == 0)
		return NULL;
	while (text_ends(rest, TEXT("\n")))
		rest.length--;
	Node *block = document_add(document, parent, NODE_CODE_BLOCK, origin);
	for (bool first = true; text_next(&rest, '\n', &line); first = false) {
		if (!first)
			document_add(document, block, NODE_LINE_BREAK, origin);
		if (line.length > 0)
			document_add_text(document, block, line, origin);
	}
	return block;
}

void node_detach(Node *node)
{
	Node *parent = node->parent;
	if (!parent)
		return;
	if (node->previous)
		node->previous->next = node->next;
	else
		parent->first = node->next;
	if (node->next)
		node->next->previous = node->previous;
	else
		parent->last = node->previous;
	node->parent = NULL;
	node->previous = NULL;
	node->next = NULL;
}

void node_put_before(Node *next, Node *node)
{
	assert(!node->parent && next->parent);
	node->parent = next->parent;
	node->previous = next->previous;
	node->next = next;
	if (next->previous)
		next->previous->next = node;
	else
		next->parent->first = node;
	next->previous = node;
}

void node_append(Node *parent, Node *node)
{
	assert(!node->parent);
	node->parent = parent;
	node->previous = parent->last;
	if (parent->last)
		parent->last->next = node;
	else
		parent->first = node;
	parent->last = node;
}

/* The next node of the tree below `root` in the order of the text, or NULL. */
static const Node *following(const Node *root, const Node *node)
{
	if (node->first)
		return node->first;
	while (node != root && !node->next)
		node = node->parent;
	return node == root ? NULL : node->next;
}

bool node_link_leads(const Node *link)
{
	return link->as.link.heading != NULL || link_is_allowed(link->as.link.target);
}

Text node_text(Arena *arena, const Node *node)
{
	Buffer text = buffer_new(arena, BUFFER_MAXIMUM);
	for (const Node *part = node; part; part = following(node, part)) {
		if (part->kind == NODE_TEXT_RUN)
			buffer_put(&text, part->as.text);
		else if (part->kind == NODE_LINE_BREAK)
			buffer_put_byte(&text, ' ');
	}
	return buffer_text(&text);
}

Walk walk_start(Node *root)
{
	return (Walk){.root = root};
}

static void enter(Walk *walk, Node *node)
{
	walk->node = node;
	walk->event = WALK_ENTER;
}

bool walk_next(Walk *walk)
{
	bool skip = walk->skip;
	walk->skip = false;
	if (!walk->node) {
		enter(walk, walk->root);
		return walk->root != NULL;
	}
	if (walk->event == WALK_ENTER && node_facts(walk->node->kind)->children) {
		if (walk->node->first && !skip)
			enter(walk, walk->node->first);
		else
			walk->event = WALK_LEAVE;
		return true;
	}
	if (walk->node == walk->root)
		return false;
	if (walk->node->next) {
		enter(walk, walk->node->next);
	} else {
		walk->node = walk->node->parent;
		walk->event = WALK_LEAVE;
	}
	return true;
}

void walk_skip(Walk *walk)
{
	walk->skip = true;
}
