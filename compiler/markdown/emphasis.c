/* Emphasis: the characters on both sides of both edges. */
#include "markdown/emphasis.h"

#include "base/utf8.h"

/* The node after `node` below `root` on the way down, or from the end: the node before it. */
static const Node *step(const Node *root, const Node *node, bool backwards)
{
	const Node *child = backwards ? node->last : node->first;
	if (child)
		return child;
	while (node != root) {
		const Node *sibling = backwards ? node->previous : node->next;
		if (sibling)
			return sibling;
		node = node->parent;
	}
	return NULL;
}

static uint32_t edge_of_leaf(const Node *node, bool last)
{
	if (node->kind == NODE_LINE_BREAK)
		return ' ';
	if (node->kind == NODE_NOTE_REFERENCE)
		return last ? ']' : '[';
	if (node->kind == NODE_CODE)
		return '`';
	if (node->kind == NODE_LINK && node_link_leads(node))
		return last ? ')' : '[';
	if (node->kind == NODE_TEXT_RUN && node->as.text.length > 0)
		return last ? utf8_before(node->as.text, node->as.text.length)
		            : utf8_at(node->as.text, 0);
	return 0;
}

static bool is_emphasis(const Node *node)
{
	return node->kind == NODE_EMPHASIS || emphasis_is_strong(node);
}

/* Whether `leaf`, somewhere below `node`, stands in emphasis within it. */
static bool is_marked_below(const Node *node, const Node *leaf)
{
	for (const Node *above = leaf->parent; leaf != node && above != node;
	     above = above->parent) {
		if (is_emphasis(above))
			return true;
	}
	return false;
}

/* The first or last character of what is written for a node, 0 when nothing is. Emphasis at the
 * edge of emphasis is a tag (see touches). */
static uint32_t edge(const Node *node, bool last)
{
	for (const Node *part = node; part; part = step(node, part, last)) {
		uint32_t character = edge_of_leaf(part, last);
		if (character && is_marked_below(node, part))
			return last ? '>' : '<';
		if (character)
			return character;
	}
	return 0;
}

uint32_t emphasis_next(const Node *node)
{
	while (node_facts(node->kind)->class == CLASS_INLINE) {
		uint32_t next = node->next ? edge(node->next, false) : 0;
		if (next)
			return next;
		node = node->next ? node->next : node->parent;
	}
	return 0;
}

/* Unicode's white space as far as it occurs in documents, and both ends of a line. */
static bool is_space(uint32_t codepoint)
{
	return codepoint <= ' ' || codepoint == 0xA0 || codepoint == 0x202F ||
	       (codepoint >= 0x2000 && codepoint <= 0x200A);
}

/* White space or certain punctuation: characters that may stand outside of any edge. */
static bool is_apart(uint32_t codepoint)
{
	bool ascii = codepoint < 0x80 && !utf8_is_word(codepoint);
	bool general = codepoint >= 0x2010 && codepoint <= 0x2027;
	return is_space(codepoint) || ascii || general;
}

static bool is_edge(uint32_t inside, uint32_t outside)
{
	return !is_space(inside) && (utf8_is_word(inside) || is_apart(outside));
}

bool emphasis_is_strong(const Node *node)
{
	switch (node_facts(node->kind)->class) {
	case CLASS_INLINE: return node->kind == NODE_STRONG;
	case CLASS_PART: break;
	case CLASS_ROOT:
	case CLASS_BLOCK: return false;
	}
	if (node->kind == NODE_CELL || node->kind == NODE_HEADER_CELL)
		return node->parent && node->parent->as.row.sum;
	return node->kind == NODE_CAPTION || node->kind == NODE_FIELD_NAME;
}

static bool is_marked_already(const Node *node)
{
	bool strong = emphasis_is_strong(node);
	for (const Node *above = node->parent; above; above = above->parent) {
		if (strong ? emphasis_is_strong(above) : above->kind == NODE_EMPHASIS)
			return true;
	}
	return false;
}

/* Whether these stars would run together with those before them or with those that end the emphasis
 * around them: three in a row can be read in more than one way. */
static bool touches(const Node *node, uint32_t previous)
{
	if (previous == '*')
		return true;
	for (const Node *next = node->next; next; next = next->next) {
		if (edge(next, false))
			return false;
	}
	return node->parent && is_emphasis(node->parent);
}

EmphasisMark emphasis_mark(const Node *node, uint32_t previous)
{
	uint32_t first = edge(node, false);
	uint32_t last = edge(node, true);
	if (first == 0 || is_marked_already(node))
		return EMPHASIS_UNMARKED;
	if (touches(node, previous) || !is_edge(first, previous) ||
	    !is_edge(last, emphasis_next(node)))
		return EMPHASIS_TAG;
	return EMPHASIS_STARS;
}
