/* Plain writer: one walk over the tree, in which only those kinds take part that show. */
#include "plain/writer.h"

#include "base/buffer.h"
#include "base/utf8.h"

/*
 * Within lists and quotations every line has something before it: an item's first line its marker,
 * the others a tab. An empty line is written when the next block begins: only then is it known
 * whether they stand in a tight list.
 */
typedef struct Writer {
	Buffer out;
	Buffer first; /* before the next line */
	Buffer rest;  /* before the lines after it */
	int *numbers; /* of its next item, by serial of a LIST */
	bool pending; /* a block has ended: an empty line is due before the next */
	bool headed;  /* the line before is a heading */
} Writer;

static void put(Writer *writer, Text text)
{
	buffer_put(&writer->out, text);
}

static bool ends_line(uint32_t codepoint)
{
	return codepoint == 0x2028 || codepoint == 0x2029;
}

static bool is_control(uint32_t codepoint)
{
	return codepoint < 0x20 || (codepoint >= 0x7F && codepoint < 0xA0);
}

static void put_data(Writer *writer, Text text)
{
	for (size_t i = 0; i < text.length;) {
		uint32_t codepoint = utf8_next(text, &i);
		bool plain = !is_control(codepoint) && !ends_line(codepoint);
		buffer_put_codepoint(&writer->out, plain ? codepoint : ' ');
	}
}

static void put_capitals(Writer *writer, Text text)
{
	for (size_t i = 0; i < text.length;)
		buffer_put_codepoint(&writer->out, utf8_upper(utf8_next(text, &i)));
}

/* Lines */

static void copy_rest(Writer *writer)
{
	buffer_clear(&writer->first);
	buffer_put(&writer->first, buffer_text(&writer->rest));
}

static void push(Writer *writer, Text first, Text rest)
{
	buffer_put(&writer->first, first);
	buffer_put(&writer->rest, rest);
}

static void pop(Writer *writer, Text rest)
{
	writer->rest.length -= rest.length;
	copy_rest(writer);
}

static void begin_line(Writer *writer)
{
	writer->headed = false;
	put(writer, buffer_text(&writer->first));
	copy_rest(writer);
}

static void end_line(Writer *writer)
{
	put(writer, TEXT("\n"));
}

static void put_empty_line(Writer *writer)
{
	Text before = buffer_text(&writer->rest);
	while (text_ends(before, TEXT(" ")) || text_ends(before, TEXT("\t")))
		before.length--;
	put(writer, before);
	end_line(writer);
}

/* Blocks */

static bool is_tight(const Node *node)
{
	const Node *item = node->kind == NODE_LIST ? node->parent : node;
	return item != NULL && item->kind == NODE_ITEM && item->parent != NULL &&
	       item->parent->as.list.tight;
}

static void begin_block(Writer *writer, const Node *node)
{
	if (writer->pending && !is_tight(node))
		put_empty_line(writer);
	writer->pending = false;
}

static void enter_block(Writer *writer, const Node *node)
{
	begin_block(writer, node);
	begin_line(writer);
}

static void leave_block(Writer *writer, const Node *node)
{
	(void)node;
	end_line(writer);
	writer->pending = true;
}

static void leave_group(Writer *writer, const Node *node)
{
	(void)node;
	writer->pending = true;
}

static void leave_line(Writer *writer, const Node *node)
{
	(void)node;
	end_line(writer);
}

/* One heading right above another would look like one of two lines. */
static void enter_heading(Writer *writer, const Node *node)
{
	writer->pending = writer->pending || writer->headed;
	enter_block(writer, node);
}

static void leave_heading(Writer *writer, const Node *node)
{
	(void)node;
	end_line(writer);
	writer->headed = true;
}

static void put_title(Writer *writer, const Node *group)
{
	if (group->as.group.title.length == 0) {
		begin_block(writer, group);
		return;
	}
	enter_heading(writer, group);
	put_data(writer, group->as.group.title);
	leave_heading(writer, group);
}

static void enter_quotation(Writer *writer, const Node *node)
{
	begin_block(writer, node);
	push(writer, TEXT("> "), TEXT("> "));
}

static void leave_quotation(Writer *writer, const Node *node)
{
	(void)node;
	pop(writer, TEXT("> "));
}

static void leave_signature_line(Writer *writer, const Node *node)
{
	put(writer, text_ends(buffer_text(&writer->out), TEXT(":")) ? TEXT(" ") : TEXT(": "));
	put_data(writer, node->as.line.filled);
	put(writer, node->as.line.filled.length > 0 ? TEXT(" ______") : TEXT("______"));
	leave_block(writer, node);
}

/* Lists */

static void enter_list(Writer *writer, const Node *node)
{
	begin_block(writer, node);
	writer->numbers[node->serial] = node->as.list.start;
}

static void enter_item(Writer *writer, const Node *node)
{
	Buffer marker = buffer_new(writer->out.arena, 32);
	if (node->parent->as.list.ordered) {
		buffer_put_integer(&marker, writer->numbers[node->parent->serial]++);
		buffer_put(&marker, TEXT(". "));
	} else {
		buffer_put(&marker, TEXT("– "));
	}
	begin_block(writer, node);
	push(writer, buffer_text(&marker), TEXT("\t"));
}

static void leave_item(Writer *writer, const Node *node)
{
	(void)node;
	pop(writer, TEXT("\t"));
}

/* Contents: the headings alone, since what is pasted has other pages. */

static void enter_entry(Writer *writer, const Node *node)
{
	begin_line(writer);
	put(writer, node->as.entry.level > 1 ? TEXT("\t– ") : TEXT("– "));
}

/* Fields and tables */

static void begin_group(Writer *writer, const Node *node)
{
	begin_block(writer, node);
}

static void enter_line(Writer *writer, const Node *node)
{
	(void)node;
	begin_line(writer);
}

static void leave_field_name(Writer *writer, const Node *node)
{
	(void)node;
	if (!text_ends(buffer_text(&writer->out), TEXT(":")))
		put(writer, TEXT(":"));
}

static void enter_field_value(Writer *writer, const Node *node)
{
	bool again = node->previous != NULL && node->previous->kind == NODE_FIELD_VALUE;
	if (node->first != NULL)
		put(writer, again ? TEXT(", ") : TEXT(" "));
}

static void enter_cell(Writer *writer, const Node *node)
{
	if (node->previous != NULL)
		put(writer, TEXT("\t"));
}

/* Notes */

static void put_note_mark(Writer *writer, int number)
{
	put(writer, TEXT("["));
	buffer_put_integer(&writer->out, number);
	put(writer, TEXT("]"));
}

static void enter_note(Writer *writer, const Node *node)
{
	begin_line(writer);
	put_note_mark(writer, node->as.note.number);
	put(writer, TEXT(" "));
}

static void enter_reference(Writer *writer, const Node *node)
{
	put_note_mark(writer, node->as.reference.note->as.note.number);
}

/* Inline nodes */

static void enter_text(Writer *writer, const Node *node)
{
	put_data(writer, node->as.text);
}

/* Only paragraphs and code have lines of their own; a row or a heading is one line. */
static bool has_lines(const Node *node)
{
	while (node_facts(node->kind)->class == CLASS_INLINE)
		node = node->parent;
	return node->kind == NODE_PARAGRAPH || node->kind == NODE_CODE_BLOCK;
}

static void enter_break(Writer *writer, const Node *node)
{
	if (!has_lines(node)) {
		put(writer, TEXT(" "));
	} else if (node->next != NULL) {
		end_line(writer);
		begin_line(writer);
	}
}

/* "mailto:namn@kommunen.se" is shown as "namn@kommunen.se". */
static Text address_of(Text target)
{
	static const Text unsaid[] = {TEXT_INIT("mailto:"), TEXT_INIT("tel:")};
	for (size_t i = 0; i < sizeof unsaid / sizeof unsaid[0]; i++)
		if (text_starts(target, unsaid[i]))
			return text_after(target, unsaid[i].length);
	return target;
}

/* Whether the text is the address, with or without "https://". */
static bool shows_address(Text shown, Text address)
{
	size_t slashes = text_find(address, TEXT("//"), 0);
	return text_equal(shown, address) ||
	       (slashes != TEXT_NOWHERE && text_equal(shown, text_after(address, slashes + 2)));
}

/* A link within the document leads nowhere once it has been pasted. */
static void leave_link(Writer *writer, const Node *node)
{
	Text address = address_of(node->as.link.target);
	if (!node_link_leads(node) || node->as.link.heading != NULL ||
	    shows_address(node_text(writer->out.arena, node), address))
		return;
	put(writer, TEXT(" ("));
	put_data(writer, address);
	put(writer, TEXT(")"));
}

typedef void Visit(Writer *writer, const Node *node);

/* A kind without functions is seen only through what it holds. */
static const struct {
	Visit *enter;
	Visit *leave;
} kinds[NODE_KINDS] = {
        [NODE_HEADING] = {.enter = enter_heading, .leave = leave_heading},
        [NODE_PARAGRAPH] = {.enter = enter_block, .leave = leave_block},
        [NODE_LIST] = {.enter = enter_list},
        [NODE_ITEM] = {.enter = enter_item, .leave = leave_item},
        [NODE_QUOTATION] = {.enter = enter_quotation, .leave = leave_quotation},
        [NODE_CODE_BLOCK] = {.enter = enter_block, .leave = leave_block},
        [NODE_FIELD_LIST] = {.enter = begin_group, .leave = leave_group},
        [NODE_FIELD] = {.enter = enter_line, .leave = leave_line},
        [NODE_FIELD_NAME] = {.leave = leave_field_name},
        [NODE_FIELD_VALUE] = {.enter = enter_field_value},
        [NODE_TABLE] = {.enter = begin_group, .leave = leave_group},
        [NODE_CAPTION] = {.enter = enter_line, .leave = leave_line},
        [NODE_ROW] = {.enter = enter_line, .leave = leave_line},
        [NODE_HEADER_CELL] = {.enter = enter_cell},
        [NODE_CELL] = {.enter = enter_cell},
        [NODE_CONTENTS] = {.enter = put_title, .leave = leave_group},
        [NODE_CONTENTS_ENTRY] = {.enter = enter_entry, .leave = leave_line},
        [NODE_SIGNATURE_LINE] = {.enter = enter_block, .leave = leave_signature_line},
        [NODE_NOTES] = {.enter = put_title, .leave = leave_group},
        [NODE_NOTE] = {.enter = enter_note, .leave = leave_line},
        [NODE_TEXT_RUN] = {.enter = enter_text},
        [NODE_LINE_BREAK] = {.enter = enter_break},
        [NODE_LINK] = {.leave = leave_link},
        [NODE_NOTE_REFERENCE] = {.enter = enter_reference},
};

static void put_draft_mark(Writer *writer, const Document *document)
{
	if (document->facts.draft_mark.length == 0)
		return;
	put_capitals(writer, document->facts.draft_mark);
	leave_block(writer, document->root);
}

Text plain_write(Arena *arena, const Document *document)
{
	Writer writer = {
	        .out = buffer_new(arena, BUFFER_MAXIMUM),
	        .first = buffer_new(arena, BUFFER_MAXIMUM),
	        .rest = buffer_new(arena, BUFFER_MAXIMUM),
	        .numbers = ARENA_ARRAY(arena, int, (size_t)document->serial + 1),
	};
	put_draft_mark(&writer, document);
	for (Walk walk = walk_start(document->root); walk_next(&walk);) {
		Visit *enter = kinds[walk.node->kind].enter;
		Visit *leave = kinds[walk.node->kind].leave;
		if (walk.event == WALK_ENTER && enter != NULL)
			enter(&writer, walk.node);
		else if (walk.event == WALK_LEAVE && leave != NULL)
			leave(&writer, walk.node);
	}
	if (writer.out.length == 0)
		end_line(&writer);
	return writer.out.full ? TEXT("") : buffer_text(&writer.out);
}
