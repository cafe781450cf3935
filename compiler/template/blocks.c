/* Blocks: paragraphs, headings, lists and quotations of templates and prose. */
#include "template/expansion.h"

#include "base/limits.h"
#include "base/utf8.h"

enum { DEEPEST_HEADING = 6 };

static bool says_something(Node *node)
{
	for (Walk walk = walk_start(node); walk_next(&walk);) {
		Text rest = walk.node->kind == NODE_TEXT_RUN ? walk.node->as.text : (Text){0};
		for (size_t at = 0; at < rest.length;) {
			uint32_t c = utf8_next(rest, &at);
			if (c > ' ' && c != 0xA0)
				return true;
		}
	}
	return false;
}

void settle_line(Expansion *x, Node *node)
{
	if (says_something(node))
		return;
	for (Walk walk = walk_start(node); walk_next(&walk);) {
		if (walk.node->kind != NODE_NOTE_REFERENCE)
			continue;
		diagnose(x->diagnostics, NOTE_ALONE, walk.node->origin,
		         span_text(walk.node->origin));
		break;
	}
	node_detach(node);
}

static void put_inline_block(Expansion *x, const Mark *mark, NodeKind kind, Node *parent)
{
	Node *node = document_add(x->document, parent, kind, mark->span);
	expand_inlines(x, mark->first, NULL, node);
	settle_line(x, node);
}

static void put_heading(Expansion *x, const Mark *mark, Node *parent)
{
	Node *node = document_add(x->document, parent, NODE_HEADING, mark->span);
	int level = mark->level + (x->prose ? x->heading_shift : 0);
	/* A writer who skips a level means the next one; a screen reader must not miss one. */
	if (x->prose && level > x->heading_level + 1)
		level = x->heading_level + 1;
	node->as.heading.level = level < DEEPEST_HEADING ? level : DEEPEST_HEADING;
	x->heading_level = node->as.heading.level;
	expand_inlines(x, mark->first, NULL, node);
	settle_line(x, node);
}

/* Lists that a loop makes one item at a time are one list. */
static Node *list_to_fill(Expansion *x, const Mark *mark, Node *parent)
{
	Node *before = parent->last;
	if (x->scope.variables != NULL && before != NULL && before->kind == NODE_LIST &&
	    before->as.list.ordered == mark->ordered)
		return before;
	Node *list = document_add(x->document, parent, NODE_LIST, mark->span);
	list->as.list.ordered = mark->ordered;
	list->as.list.start = mark->ordered ? mark->start : 1;
	list->as.list.tight = mark->tight;
	return list;
}

static void put_list(Expansion *x, const Mark *mark, Node *parent)
{
	Node *list = list_to_fill(x, mark, parent);
	for (const Mark *item = mark->first; item != NULL; item = item->next) {
		Node *node = document_add(x->document, list, NODE_ITEM, item->span);
		expand_blocks(x, item->first, NULL, node);
		if (node->first == NULL)
			node_detach(node);
	}
	if (list->first == NULL)
		node_detach(list);
}

static void put_quotation(Expansion *x, const Mark *mark, Node *parent)
{
	Node *node = document_add(x->document, parent, NODE_QUOTATION, mark->span);
	expand_blocks(x, mark->first, NULL, node);
	if (node->first == NULL)
		node_detach(node);
}

static void expand_block(Expansion *x, const Mark *mark, Node *parent)
{
	switch (mark->kind) {
	case MARK_PARAGRAPH: put_inline_block(x, mark, NODE_PARAGRAPH, parent); break;
	case MARK_HEADING: put_heading(x, mark, parent); break;
	case MARK_LIST: put_list(x, mark, parent); break;
	case MARK_QUOTATION: put_quotation(x, mark, parent); break;
	case MARK_CODE_BLOCK:
		document_add_code_block(x->document, parent, mark->text, mark->span);
		break;
	case MARK_COMMENT:
		if (x->prose)
			put_inline_block(x, mark, NODE_PARAGRAPH, parent);
		break;
	case MARK_ROOT:
	case MARK_ITEM:
	case MARK_TEXT:
	case MARK_EMPHASIS:
	case MARK_STRONG:
	case MARK_LINK:
	case MARK_LINE_BREAK:
	case MARK_SOFT_BREAK:
	case MARK_PLACEHOLDER:
	case MARK_CODE: break;
	}
}

void expand_blocks(Expansion *x, const Mark *first, const Mark *end, Node *parent)
{
	for (const Mark *mark = first; mark != NULL && mark != end;) {
		const Mark *alone = mark_alone(mark);
		if (alone != NULL && directive_is_one(alone->text)) {
			mark = directive_run(x, mark, end, parent);
		} else {
			expand_block(x, mark, parent);
			mark = mark->next;
		}
	}
}

/* The least level among a prose's headings, also those in lists and quotations, or 0. */
static int top_level(const Mark *root)
{
	int top = 0;
	for (const Mark *mark = root->first; mark != NULL; mark = mark->next) {
		int level = mark->kind == MARK_HEADING ? mark->level : top_level(mark);
		if (level != 0 && (top == 0 || level < top))
			top = level;
	}
	return top;
}

static void expand_marks_as_prose(Expansion *x, const Mark *root, int level, Node *parent)
{
	bool outer_prose = x->prose;
	int outer_shift = x->heading_shift;
	x->prose = true;
	/* The writer's topmost headings stand just below the section's own, whatever she wrote. */
	x->heading_shift = level + 1 - top_level(root);
	expand_blocks(x, root->first, NULL, parent);
	x->prose = outer_prose;
	x->heading_shift = outer_shift;
}

void expand_prose(Expansion *x, const ProseValue *prose, int level, Node *parent)
{
	habits_check(prose->span, x->diagnostics);
	const Mark *root = marks_parse(x->scope.arena, prose->text, prose->span, MARKS_WITHOUT_CODE,
	                               x->diagnostics);
	expand_marks_as_prose(x, root, level, parent);
}

void expand_file(Expansion *x, const Source *source, Node *parent)
{
	const Mark *root =
	        marks_parse(x->scope.arena, source->bytes, span_of(source, 0, source->bytes.length),
	                    MARKS_WITHOUT_CODE, x->diagnostics);
	habits_check(span_of(source, 0, source->bytes.length), x->diagnostics);
	expand_marks_as_prose(x, root, 2, parent);
}
