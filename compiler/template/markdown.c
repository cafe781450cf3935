/* Markdown: cmark's tree copied into marks; the only file that knows cmark. */
#include "template/marks.h"

#include <cmark.h>
#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "template/directive.h"
#include "template/placeholder.h"

/*
 * cmark's allocator table has no user pointer, so the arena it allocates from while one text is
 * parsed has to be reached through this one variable: the only one of its kind in the program.
 */
static Arena *parsing_arena;

/* Each allocation remembers its size, which realloc needs; nothing is freed before the arena. */
typedef union SizedBlock {
	size_t size;
	max_align_t align;
} SizedBlock;

static void *arena_calloc(size_t count, size_t size)
{
	size_t bytes = count * size;
	SizedBlock *block =
	        arena_take(parsing_arena, sizeof(SizedBlock) + bytes, alignof(SizedBlock));
	block->size = bytes;
	return block + 1;
}

static void *arena_realloc(void *old, size_t size)
{
	void *memory = arena_calloc(1, size);
	if (old != NULL) {
		size_t kept = ((SizedBlock *)old - 1)->size;
		memcpy(memory, old, kept < size ? kept : size);
	}
	return memory;
}

static void arena_free(void *memory)
{
	(void)memory;
}

/* Where cmark is slow: containers nested by marks at the start of one line. */
static bool nested_too_deep(Text text)
{
	Text rest = text, line = {0};
	while (text_next(&rest, '\n', &line)) {
		size_t marks = 0;
		for (size_t i = 0; i < line.length; i++) {
			char c = line.bytes[i];
			bool item = c == '-' || c == '*' || c == '+';
			bool spaced = i + 1 < line.length && line.bytes[i + 1] == ' ';
			if (c == '>' || (item && spaced))
				marks++;
			else if (c != ' ' && c != '\t')
				break;
		}
		if (marks > LIMIT_CONTAINER_MARKS)
			return true;
	}
	return false;
}

typedef struct Copy {
	Arena *arena;
	const Placeholders *placeholders;
	Span origin;
	MarksCode code;
	bool as_it_stands; /* the text is the origin's own bytes, line for line */
} Copy;

static Mark *add_mark(Copy *copy, Mark *parent, MarkKind kind)
{
	Mark *mark = ARENA_NEW(copy->arena, Mark);
	mark->kind = kind;
	mark->span = parent->span;
	mark->parent = parent;
	if (parent->last != NULL)
		parent->last->next = mark;
	else
		parent->first = mark;
	parent->last = mark;
	return mark;
}

/* A line end within a text is one that "&NewLine;" wrote: a space, as any other. */
static void add_text(Copy *copy, Mark *parent, Text text)
{
	if (text.length == 0)
		return;
	Mark *mark = add_mark(copy, parent, MARK_TEXT);
	Buffer out = buffer_new(copy->arena, BUFFER_MAXIMUM);
	Text rest = text, line = {0};
	for (bool first = true; text_next(&rest, '\n', &line); first = false) {
		buffer_put(&out, first ? TEXT("") : TEXT(" "));
		buffer_put(&out, line);
	}
	mark->text = buffer_text(&out);
}

/* Text in which stand-ins are placeholders again. */
static void add_text_with_placeholders(Copy *copy, Mark *parent, const char *literal)
{
	Text text = text_of(literal == NULL ? "" : literal);
	size_t start = 0;
	for (size_t at = 0; at < text.length;) {
		size_t here = at;
		uint32_t c = utf8_next(text, &at);
		size_t index = c - PLACEHOLDER_FIRST;
		bool nothing = c == PLACEHOLDER_NOTHING;
		if (!nothing && (c < PLACEHOLDER_FIRST || index >= copy->placeholders->count))
			continue;
		add_text(copy, parent, text_cut(text, start, here));
		start = at;
		if (nothing)
			continue;
		Mark *mark = add_mark(copy, parent, MARK_PLACEHOLDER);
		mark->text = copy->placeholders->items[index].body;
		mark->span = copy->placeholders->items[index].span;
	}
	add_text(copy, parent, text_after(text, start));
}

static Mark *add_heading(Copy *copy, Mark *parent, cmark_node *node)
{
	Mark *mark = add_mark(copy, parent, MARK_HEADING);
	mark->level = cmark_node_get_heading_level(node);
	return mark;
}

static Mark *add_list(Copy *copy, Mark *parent, cmark_node *node)
{
	Mark *mark = add_mark(copy, parent, MARK_LIST);
	mark->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	mark->tight = cmark_node_get_list_tight(node) != 0;
	mark->start = cmark_node_get_list_start(node);
	return mark;
}

/* A text with its placeholders as they were typed, for messages: a link's target has none. */
static Text as_typed(Copy *copy, Text text)
{
	Buffer out = buffer_new(copy->arena, BUFFER_MAXIMUM);
	for (size_t at = 0; at < text.length;) {
		uint32_t c = utf8_next(text, &at);
		size_t index = c - PLACEHOLDER_FIRST;
		if (c >= PLACEHOLDER_FIRST && index < copy->placeholders->count)
			buffer_put(&out, span_text(copy->placeholders->items[index].span));
		else if (c != PLACEHOLDER_NOTHING)
			buffer_put_codepoint(&out, c);
	}
	return buffer_text(&out);
}

static Mark *add_link(Copy *copy, Mark *parent, cmark_node *node)
{
	Mark *mark = add_mark(copy, parent, MARK_LINK);
	mark->text = as_typed(copy, text_of(cmark_node_get_url(node)));
	return mark;
}

/* What stands within "<!--" and "-->"; empty when the text is anything else than one comment. */
static Text comment_inside(Text text)
{
	Text opening = TEXT("<!--"), closing = TEXT("-->");
	if (!text_starts(text, opening) || text.length < opening.length + closing.length ||
	    text_find(text, closing, opening.length) != text.length - closing.length)
		return (Text){0};
	return text_trim(text_cut(text, opening.length, text.length - closing.length));
}

/* A node's text. cmark leaves in the indentation of a line that continues a paragraph lazily after
 * a line break, where a soft break would have taken it. */
static const char *text_of_line(cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);
	cmark_node *before = cmark_node_previous(node);
	if (before != NULL && cmark_node_get_type(before) == CMARK_NODE_LINEBREAK)
		literal += strspn(literal, " \t");
	return literal;
}

/* Code and raw HTML as the text they are, a paragraph of it where it was a block. */
static void add_literal_block(Copy *copy, Mark *parent, cmark_node *node)
{
	Text rest = text_trim(text_of(cmark_node_get_literal(node))), line = {0};
	Text comment = comment_inside(rest);
	Mark *paragraph =
	        add_mark(copy, parent, comment.length > 0 ? MARK_COMMENT : MARK_PARAGRAPH);
	paragraph->text = as_typed(copy, comment);
	bool first = true;
	while (text_next(&rest, '\n', &line)) {
		if (!first)
			add_mark(copy, paragraph, MARK_LINE_BREAK);
		add_text_with_placeholders(copy, paragraph, text_terminated(copy->arena, line));
		first = false;
	}
}

static void add_code(Copy *copy, Mark *parent, cmark_node *node)
{
	if (copy->code == MARKS_WITH_CODE)
		add_mark(copy, parent, MARK_CODE)->text =
		        as_typed(copy, text_of(cmark_node_get_literal(node)));
	else
		add_text_with_placeholders(copy, parent, cmark_node_get_literal(node));
}

static void add_code_block(Copy *copy, Mark *parent, cmark_node *node)
{
	if (copy->code == MARKS_WITH_CODE)
		add_mark(copy, parent, MARK_CODE_BLOCK)->text =
		        as_typed(copy, text_of(cmark_node_get_literal(node)));
	else
		add_literal_block(copy, parent, node);
}

/* cmark counts the lines of a text as sources do; its columns are not to be trusted. */
static Span lines_of(const Copy *copy, cmark_node *node)
{
	const Source *source = copy->origin.source;
	int first = cmark_node_get_start_line(node), last = cmark_node_get_end_line(node);
	size_t before = source_position(source, copy->origin.first).line - 1;
	if (first < 1 || last < first || before + (size_t)last > source->line_count)
		return copy->origin;
	Span from = span_of_slice(source, text_trim(source_line(source, before + (size_t)first)));
	Span to = span_of_slice(source, text_trim(source_line(source, before + (size_t)last)));
	return from.first <= to.end ? span_of(source, from.first, to.end) : copy->origin;
}

static bool is_block(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	return type >= CMARK_NODE_FIRST_BLOCK && type <= CMARK_NODE_LAST_BLOCK;
}

/* The mark that a cmark node becomes, under which its children go; NULL when its children go to
 * the parent or it has none. */
static Mark *copy_node(Copy *copy, Mark *parent, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_PARAGRAPH: return add_mark(copy, parent, MARK_PARAGRAPH);
	case CMARK_NODE_HEADING: return add_heading(copy, parent, node);
	case CMARK_NODE_LIST: return add_list(copy, parent, node);
	case CMARK_NODE_ITEM: return add_mark(copy, parent, MARK_ITEM);
	case CMARK_NODE_BLOCK_QUOTE: return add_mark(copy, parent, MARK_QUOTATION);
	case CMARK_NODE_EMPH: return add_mark(copy, parent, MARK_EMPHASIS);
	case CMARK_NODE_STRONG: return add_mark(copy, parent, MARK_STRONG);
	case CMARK_NODE_LINK: return add_link(copy, parent, node);
	case CMARK_NODE_LINEBREAK: add_mark(copy, parent, MARK_LINE_BREAK); break;
	case CMARK_NODE_SOFTBREAK: add_mark(copy, parent, MARK_SOFT_BREAK); break;
	case CMARK_NODE_CODE: add_code(copy, parent, node); break;
	case CMARK_NODE_TEXT: add_text_with_placeholders(copy, parent, text_of_line(node)); break;
	case CMARK_NODE_HTML_INLINE:
		add_text_with_placeholders(copy, parent, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_CODE_BLOCK: add_code_block(copy, parent, node); break;
	case CMARK_NODE_HTML_BLOCK: add_literal_block(copy, parent, node); break;
	case CMARK_NODE_NONE:
	case CMARK_NODE_DOCUMENT:
	case CMARK_NODE_CUSTOM_BLOCK:
	case CMARK_NODE_THEMATIC_BREAK:
	case CMARK_NODE_CUSTOM_INLINE:
	case CMARK_NODE_IMAGE: break;
	}
	return NULL;
}

/* Containers deeper than this lose their markup, not their text: later walks are recursive. */
enum { MARKS_DEPTH = 64 };

/* Paragraphs and the like always get their mark, so that no text is left without one. */
static bool is_too_deep(cmark_node *node, size_t depth)
{
	switch ((int)cmark_node_get_type(node)) {
	case CMARK_NODE_LIST:
	case CMARK_NODE_BLOCK_QUOTE:
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG: return depth >= MARKS_DEPTH;
	case CMARK_NODE_ITEM: return cmark_node_get_user_data(cmark_node_parent(node)) == NULL;
	default: return false;
	}
}

/* cmark's own iterator, so that no input can exhaust the stack. A node's user data is its mark. */
static void copy_tree(Copy *copy, cmark_node *document, Mark *root)
{
	cmark_iter *iterator = cmark_iter_new(document);
	Mark *open = root;
	size_t depth = 0;
	for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
		cmark_node *node = cmark_iter_get_node(iterator);
		if (event == CMARK_EVENT_EXIT) {
			Mark *mark = cmark_node_get_user_data(node);
			open = mark != NULL ? mark->parent : open;
			depth -= mark != NULL;
			continue;
		}
		if (is_too_deep(node, depth))
			continue;
		Mark *mark = copy_node(copy, open, node);
		if (mark != NULL && copy->as_it_stands && is_block(node))
			mark->span = lines_of(copy, node);
		cmark_node_set_user_data(node, mark);
		open = mark != NULL ? mark : open;
		depth += mark != NULL;
	}
	cmark_iter_free(iterator);
}

const Mark *marks_parse(Arena *arena, Text text, Span origin, MarksCode code,
                        Diagnostics *diagnostics)
{
	Mark *root = ARENA_NEW(arena, Mark);
	*root = (Mark){.kind = MARK_ROOT, .span = origin};
	if (text.length > LIMIT_TEMPLATE_BYTES) {
		diagnose(diagnostics, TEXT_TOO_LONG, origin, TEXT("131 072"));
		return root;
	}
	if (nested_too_deep(text)) {
		diagnose(diagnostics, TEXT_TOO_NESTED, origin, TEXT("32"));
		return root;
	}
	Arena scratch = {.source = arena->source};
	Placeholders placeholders = {0};
	Text parsed = placeholders_find(&scratch, text, origin, &placeholders, diagnostics);

	parsing_arena = &scratch;
	cmark_mem memory = {arena_calloc, arena_realloc, arena_free};
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
	cmark_parser_feed(parser, parsed.bytes, parsed.length);
	cmark_node *document = cmark_parser_finish(parser);
	bool as_it_stands = origin.source != NULL && span_text(origin).bytes == text.bytes;
	copy_tree(&(Copy){arena, &placeholders, origin, code, as_it_stands}, document, root);
	parsing_arena = NULL;
	arena_release(&scratch);
	directives_pair(arena, root);
	return root;
}

const Mark *mark_alone(const Mark *mark)
{
	if (mark == NULL || mark->kind != MARK_PARAGRAPH || mark->first == NULL ||
	    mark->first != mark->last || mark->first->kind != MARK_PLACEHOLDER)
		return NULL;
	return mark->first;
}

Mark *mark_following(const Mark *mark)
{
	if (mark->first != NULL)
		return mark->first;
	while (mark != NULL && mark->next == NULL)
		mark = mark->parent;
	return mark != NULL ? mark->next : NULL;
}

bool mark_holds_blocks(const Mark *mark)
{
	return mark->kind == MARK_ROOT || mark->kind == MARK_LIST || mark->kind == MARK_ITEM ||
	       mark->kind == MARK_QUOTATION;
}
