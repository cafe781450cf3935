/* Inlines: text, emphasis and values within a line. */
#include "template/expansion.h"

#include "base/utf8.h"
#include "template/target.h"

/* A full stop may end an abbreviation: one with another inside ("bl.a.", "t.ex."), or of these. */
static bool ends_sentence(Text text)
{
	static const Text abbreviations[] = {TEXT_INIT("ca"), TEXT_INIT("dvs"), TEXT_INIT("kap"),
	                                     TEXT_INIT("kl"), TEXT_INIT("nr"),  TEXT_INIT("resp"),
	                                     TEXT_INIT("st")};
	if (text_ends(text, TEXT("?")) || text_ends(text, TEXT("!")))
		return true;
	if (!text_ends(text, TEXT(".")))
		return false;
	size_t start = text.length - 1;
	while (start > 0 && text.bytes[start - 1] != ' ')
		start--;
	Text word = text_cut(text, start, text.length - 1);
	for (size_t i = 0; i < sizeof abbreviations / sizeof abbreviations[0]; i++)
		if (text_equal(word, abbreviations[i]))
			return false;
	return text_find(word, TEXT("."), 0) == TEXT_NOWHERE;
}

/* Whether what is written next begins a sentence: nothing stands before it in its block, or the
 * text before it ends one. */
static bool begins_sentence(const Expansion *x, const Node *parent)
{
	if (parent->last != NULL && parent->last->kind == NODE_LINE_BREAK)
		return true;
	const Node *block = parent;
	while (node_facts(block->kind)->class == CLASS_INLINE)
		block = block->parent;
	Text text = node_text(x->scope.arena, block);
	Text trimmed = text_trim(text);
	return trimmed.length == 0 || (trimmed.length < text.length && ends_sentence(trimmed));
}

/* In prose, the writer can take the reference away; what a template shows, the case must give. A
 * case with faults may lack the value because of one of them, which has been reported. */
static void report_absent(Expansion *x, const Mark *placeholder)
{
	if (x->case_has_faults)
		return;
	if (x->prose) {
		diagnose(x->diagnostics, MISSING_VALUE, placeholder->span, placeholder->text);
		return;
	}
	diagnose(x->diagnostics, VALUE_NEEDED, x->scope.plan->key.span, x->scope.plan->key.text,
	         placeholder->text);
	diagnostic_note(x->diagnostics, VALUE_SHOWN_HERE, placeholder->span);
}

/* Templates are for many cases: what they name and only this one does not have is absent. */
static bool is_absent(const Expansion *x, const Reference *found)
{
	return found->state == REFERENCE_ABSENT ||
	       (found->state == REFERENCE_UNKNOWN && !x->prose &&
	        reference_is_possible(&x->scope, found->name));
}

Reference expand_reference(Expansion *x, const Mark *placeholder)
{
	Reference found = reference_find(&x->scope, placeholder->text);
	show_value(x, placeholder->text);
	if (found.state == REFERENCE_ABSENT)
		reference_want(&x->scope, &found);
	if (is_absent(x, &found))
		report_absent(x, placeholder);
	else
		reference_report(&x->scope, &found, placeholder->span, x->diagnostics);
	return found;
}

bool expand_condition(Expansion *x, Text name)
{
	if (x->in_section && text_equal(name, TEXT("text")))
		return x->section != NULL;
	show_value(x, name);
	return reference_find(&x->scope, name).yes;
}

static void put_value(Expansion *x, const Mark *mark, Node *parent)
{
	Reference value = expand_reference(x, mark);
	if (value.state == REFERENCE_GAP)
		expand_gap(x, value.path, value.cause, parent);
	if (value.state != REFERENCE_PRINTABLE)
		return;
	Text text = value.text;
	if (begins_sentence(x, parent))
		text = utf8_capitalised(x->scope.arena, text);
	document_add_text(x->document, parent, text,
	                  value.origin.source != NULL ? value.origin : mark->span);
}

static void put_link(Expansion *x, const Mark *mark, Node *parent)
{
	if (!link_has_target(mark, !x->prose)) {
		if (x->prose) /* a template's have been reported when it was checked */
			link_report(mark, x->diagnostics);
		expand_inlines(x, mark->first, NULL, parent);
		return;
	}
	Node *link = document_add(x->document, parent, NODE_LINK, mark->span);
	link->as.link.target = mark->text;
	expand_inlines(x, mark->first, NULL, link);
	/* A link must say something: at least where it leads. */
	if (link->first == NULL)
		document_add_text(x->document, link, mark->text, mark->span);
}

static void put_group(Expansion *x, const Mark *mark, NodeKind kind, Node *parent)
{
	Node *node = document_add(x->document, parent, kind, mark->span);
	expand_inlines(x, mark->first, NULL, node);
	if (node->first == NULL)
		node_detach(node);
}

static const Mark *expand_inline(Expansion *x, const Mark *mark, const Mark *end, Node *parent)
{
	switch (mark->kind) {
	case MARK_TEXT: document_add_text(x->document, parent, mark->text, mark->span); break;
	case MARK_SOFT_BREAK: document_add_text(x->document, parent, TEXT(" "), mark->span); break;
	case MARK_LINE_BREAK: document_add(x->document, parent, NODE_LINE_BREAK, mark->span); break;
	case MARK_EMPHASIS: put_group(x, mark, NODE_EMPHASIS, parent); break;
	case MARK_STRONG: put_group(x, mark, NODE_STRONG, parent); break;
	case MARK_LINK: put_link(x, mark, parent); break;
	case MARK_CODE:
		document_add_with_text(x->document, parent, NODE_CODE, mark->text, mark->span);
		break;
	case MARK_PLACEHOLDER: {
		if (directive_is_one(mark->text))
			return directive_run_inline(x, mark, end, parent);
		if (mark->text.length > 0) /* an empty one has been reported */
			put_value(x, mark, parent);
		break;
	}
	case MARK_ROOT:
	case MARK_PARAGRAPH:
	case MARK_HEADING:
	case MARK_LIST:
	case MARK_ITEM:
	case MARK_QUOTATION:
	case MARK_CODE_BLOCK:
	case MARK_COMMENT: break;
	}
	return mark->next;
}

void expand_inlines(Expansion *x, const Mark *first, const Mark *end, Node *parent)
{
	for (const Mark *mark = first; mark != NULL && mark != end;)
		mark = expand_inline(x, mark, end, parent);
}

/* Each paragraph on a line of its own, also those of lists and quotations: no text is lost. */
static void put_lines(Expansion *x, const Mark *first, Node *parent)
{
	for (const Mark *block = first; block != NULL; block = block->next) {
		if (mark_holds_blocks(block)) {
			put_lines(x, block->first, parent);
			continue;
		}
		if (parent->first != NULL)
			document_add(x->document, parent, NODE_LINE_BREAK, block->span);
		expand_inlines(x, block->first, NULL, parent);
	}
}

void expand_line(Expansion *x, const ProseValue *prose, Node *parent)
{
	const Mark *root = marks_parse(x->scope.arena, prose->text, prose->span, MARKS_WITHOUT_CODE,
	                               x->diagnostics);
	bool outer = x->prose;
	x->prose = true;
	put_lines(x, root->first, parent);
	x->prose = outer;
}
