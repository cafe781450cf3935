/* Inlines: text, emphasis and values within a line. */
#include "template/expansion.h"

#include "base/swedish.h"
#include "base/utf8.h"
#include "document/link.h"

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

/* The name of the first value of a group or a list. */
static Text first_within(const Reference *found)
{
	if (found->list != NULL && found->record->keyed)
		return ((const Key *)found->list->items)->text;
	if (found->list != NULL)
		return TEXT("1");
	bool fields = found->record != NULL && found->record->count > 0;
	return fields ? found->record->fields[0].key : TEXT("namn");
}

Reference expand_reference(Expansion *x, const Mark *placeholder)
{
	Text name = placeholder->text;
	Reference found = reference_find(&x->scope, name);
	show_value(x, name);
	if (found.state == REFERENCE_UNKNOWN) {
		unknown_reference(x, found.name, placeholder->span);
	} else if (found.state == REFERENCE_ABSENT) {
		reference_want(&x->scope, &found);
		if (found.state == REFERENCE_ABSENT)
			report_absent(x, placeholder);
	} else if (found.state == REFERENCE_NO_UNIT || found.state == REFERENCE_NO_AMOUNT) {
		diagnose(x->diagnostics,
		         found.state == REFERENCE_NO_UNIT ? UNIT_UNKNOWN : UNIT_OF_NO_AMOUNT,
		         placeholder->span, found.name, found.unit);
	} else if (found.state == REFERENCE_SEVERAL) {
		Text parts[] = {name, TEXT("."), first_within(&found)};
		diagnose(x->diagnostics, NOT_PRINTABLE, placeholder->span, name,
		         text_join(x->scope.arena, parts, 3));
	}
	return found;
}

bool expand_condition(Expansion *x, Text name, Span place)
{
	if (x->in_section && text_equal(name, TEXT("text")))
		return x->section != NULL;
	Reference found = reference_find(&x->scope, name);
	show_value(x, name);
	if (found.state == REFERENCE_UNKNOWN)
		unknown_reference(x, found.name, place);
	return found.yes;
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

/* Where a link's target stands in the text that it was parsed from. */
static Span link_place(const Expansion *x, const Mark *mark)
{
	Text parts[] = {TEXT("]("), mark->text, TEXT(")")};
	Text written = text_join(x->scope.arena, parts, 3);
	size_t at = text_find(span_text(mark->span), written, 0);
	if (mark->span.source == NULL || at == TEXT_NOWHERE)
		return mark->span;
	size_t first = mark->span.first + at + parts[0].length;
	return span_of(mark->span.source, first, first + mark->text.length);
}

static void put_link(Expansion *x, const Mark *mark, Node *parent)
{
	bool whole = text_find(mark->text, TEXT("{{"), 0) == TEXT_NOWHERE;
	bool within = text_starts(mark->text, TEXT("#")) && !x->prose;
	if (!whole || !(within || link_is_allowed(mark->text))) {
		diagnose(x->diagnostics, BAD_LINK, link_place(x, mark), mark->text);
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

static void put_text(Expansion *x, const Mark *mark, Node *parent)
{
	document_add_text(x->document, parent, swedish_bound(x->scope.arena, mark->text),
	                  mark->span);
}

static const Mark *expand_inline(Expansion *x, const Mark *mark, const Mark *end, Node *parent)
{
	switch (mark->kind) {
	case MARK_TEXT: put_text(x, mark, parent); break;
	case MARK_SOFT_BREAK: document_add_text(x->document, parent, TEXT(" "), mark->span); break;
	case MARK_LINE_BREAK: document_add(x->document, parent, NODE_LINE_BREAK, mark->span); break;
	case MARK_EMPHASIS: put_group(x, mark, NODE_EMPHASIS, parent); break;
	case MARK_STRONG: put_group(x, mark, NODE_STRONG, parent); break;
	case MARK_LINK: put_link(x, mark, parent); break;
	case MARK_CODE:
		document_add_with_text(x->document, parent, NODE_CODE, mark->text, mark->span);
		break;
	case MARK_PLACEHOLDER: {
		Text argument = {0};
		if (directive_of(mark->text, &argument) != NULL)
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

void expand_line(Expansion *x, const ProseValue *prose, Node *parent)
{
	const Mark *root = marks_parse(x->scope.arena, prose->text, prose->span, MARKS_WITHOUT_CODE,
	                               x->diagnostics);
	bool outer = x->prose;
	x->prose = true;
	for (const Mark *block = root->first; block != NULL; block = block->next) {
		if (block != root->first)
			document_add(x->document, parent, NODE_LINE_BREAK, prose->span);
		expand_inlines(x, block->first, NULL, parent);
	}
	x->prose = outer;
}
