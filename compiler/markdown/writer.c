/* Markdown writer: one walk over the tree, two short functions a kind. */
#include "markdown/writer.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "document/link.h"
#include "markdown/code.h"
#include "markdown/emphasis.h"
#include "markdown/escape.h"
#include "markdown/lines.h"
#include "markdown/slug.h"

/*
 * Blocks are parted by an empty line, which is written when the next block begins: only then is it
 * known whether they stand in a tight list, and within which quotation the line belongs. Every
 * block, item and quotation therefore calls begin_block before it pushes or writes anything.
 *
 * Two lists after one another would be read as one, so the second takes the other marker ("*" for
 * "-", ")" for ".").
 */
typedef struct NodeState {
	EmphasisMark mark; /* how the node's emphasis was begun */
	char marker;       /* LIST: after the number, or alone */
	int next;          /* LIST: the number of the next item */
} NodeState;

typedef struct Writer {
	Lines lines;
	NodeState *states; /* by serial */
	Text *slugs;       /* by serial of a HEADING */
	MarkdownContext context;
	bool inked;          /* the line has more than spaces and tags */
	bool pending;        /* a block has ended: an empty line is due before the next */
	char closed_marker;  /* of a list that ended just before, else 0 */
	size_t closed_depth; /* and how far in it stood */
	bool nested;         /* the contents have had an entry of the first level */
} Writer;

static void put(Writer *writer, Text markup)
{
	buffer_put(&writer->lines.out, markup);
}

/* The character before the one to be written, 0 at the beginning of a line. */
static uint32_t previous_character(const Writer *writer)
{
	Text line = text_after(buffer_text(&writer->lines.out), writer->lines.start);
	if (line.length == 0)
		return 0;
	size_t position = line.length - 1;
	while (position > 0 && ((unsigned char)line.bytes[position] & 0xC0) == 0x80)
		position--;
	return utf8_next(line, &position);
}

static MarkdownPlace place_of(const Writer *writer, uint32_t next)
{
	return (MarkdownPlace){
	        .context = writer->context,
	        .line_start = lines_at_start(&writer->lines),
	        .previous = previous_character(writer),
	        .next = next,
	};
}

static void put_data(Writer *writer, Text text, uint32_t next)
{
	markdown_put(&writer->lines.out, place_of(writer, next), text);
	writer->inked = writer->inked || text_trim(text).length > 0;
}

/* Blocks and lines */

static bool is_item_of_tight_list(const Node *node)
{
	return node && node->kind == NODE_ITEM && node->parent && node->parent->as.list.tight;
}

static void begin_block(Writer *writer, const Node *node)
{
	bool tight = is_item_of_tight_list(node) ||
	             (node->kind == NODE_LIST && is_item_of_tight_list(node->parent));
	if (writer->pending && !tight)
		lines_blank(&writer->lines);
	writer->pending = false;
}

static void begin_line(Writer *writer)
{
	lines_begin(&writer->lines);
	writer->context = MARKDOWN_TEXT;
	writer->inked = false;
	writer->closed_marker = 0;
}

static void enter_block(Writer *writer, const Node *node)
{
	begin_block(writer, node);
	begin_line(writer);
}

static void leave_block(Writer *writer, const Node *node)
{
	(void)node;
	lines_end(&writer->lines);
	writer->pending = true;
}

static void begin_heading(Writer *writer, int level)
{
	begin_line(writer);
	buffer_put_repeated(&writer->lines.out, '#', (size_t)level);
	put(writer, TEXT(" "));
	writer->context = MARKDOWN_HEADING;
}

static void enter_heading(Writer *writer, const Node *node)
{
	begin_block(writer, node);
	begin_heading(writer, node->as.heading.level);
}

static void enter_quotation(Writer *writer, const Node *node)
{
	begin_block(writer, node);
	lines_push(&writer->lines, TEXT("> "), TEXT("> "));
}

static void leave_quotation(Writer *writer, const Node *node)
{
	(void)node;
	lines_pop(&writer->lines, 2);
}

static void leave_signature_line(Writer *writer, const Node *node)
{
	put(writer, previous_character(writer) == ':' ? TEXT(" ") : TEXT(": "));
	put_data(writer, node->as.line.filled, ' ');
	put(writer, node->as.line.filled.length > 0 ? TEXT(" ______") : TEXT("______"));
	leave_block(writer, node);
}

/* Code: its text is written by the node that holds it. */

static bool is_code(const Node *node)
{
	return node->kind == NODE_CODE || node->kind == NODE_CODE_BLOCK;
}

static void enter_code(Writer *writer, const Node *node)
{
	Buffer *out = &writer->lines.out;
	code_put_span(out, place_of(writer, 0), node_text(out->arena, node));
	writer->inked = true;
}

static void enter_code_block(Writer *writer, const Node *node)
{
	enter_block(writer, node);
	code_put_block(&writer->lines, node);
}

/* Emphasis */

static Text emphasis_tag(const Node *node, EmphasisMark mark, bool end)
{
	static const Text tags[2][2][2] = {
	        {{TEXT_INIT("*"), TEXT_INIT("*")}, {TEXT_INIT("<em>"), TEXT_INIT("</em>")}},
	        {{TEXT_INIT("**"), TEXT_INIT("**")},
	         {TEXT_INIT("<strong>"), TEXT_INIT("</strong>")}},
	};
	return tags[emphasis_is_strong(node)][mark == EMPHASIS_TAG][end];
}

static void enter_emphasis(Writer *writer, const Node *node)
{
	EmphasisMark mark = emphasis_mark(node, previous_character(writer));
	writer->states[node->serial].mark = mark;
	if (mark != EMPHASIS_UNMARKED)
		put(writer, emphasis_tag(node, mark, false));
}

static void leave_emphasis(Writer *writer, const Node *node)
{
	EmphasisMark mark = writer->states[node->serial].mark;
	if (mark != EMPHASIS_UNMARKED)
		put(writer, emphasis_tag(node, mark, true));
}

/* Lists */

static char list_marker(const Writer *writer, bool ordered)
{
	char usual = ordered ? '.' : '-';
	char other = ordered ? ')' : '*';
	bool follows =
	        writer->closed_marker == usual && writer->closed_depth == writer->lines.rest.length;
	return follows ? other : usual;
}

static void close_list(Writer *writer, char marker)
{
	writer->closed_marker = marker;
	writer->closed_depth = writer->lines.rest.length;
}

static void enter_list(Writer *writer, const Node *node)
{
	begin_block(writer, node);
	writer->states[node->serial].marker = list_marker(writer, node->as.list.ordered);
	writer->states[node->serial].next = node->as.list.start;
}

static void leave_list(Writer *writer, const Node *node)
{
	close_list(writer, writer->states[node->serial].marker);
}

/* "- " or "12. ". */
static Buffer item_marker(Writer *writer, const Node *item, int number)
{
	Buffer marker = buffer_new(writer->lines.out.arena, 32);
	if (item->parent->as.list.ordered)
		buffer_put_integer(&marker, number);
	buffer_put_byte(&marker, writer->states[item->parent->serial].marker);
	buffer_put_byte(&marker, ' ');
	return marker;
}

static void enter_item(Writer *writer, const Node *node)
{
	begin_block(writer, node);
	Buffer marker = item_marker(writer, node, writer->states[node->parent->serial].next++);
	Buffer spaces = buffer_new(marker.arena, marker.length);
	buffer_put_repeated(&spaces, ' ', marker.length);
	lines_push(&writer->lines, buffer_text(&marker), buffer_text(&spaces));
}

static void leave_item(Writer *writer, const Node *node)
{
	int number = writer->states[node->parent->serial].next - 1;
	lines_pop(&writer->lines, item_marker(writer, node, number).length);
}

/* Fields */

static void enter_field_list(Writer *writer, const Node *node)
{
	begin_block(writer, node);
}

static void leave_field_list(Writer *writer, const Node *node)
{
	(void)node;
	writer->pending = true;
}

static void enter_field(Writer *writer, const Node *node)
{
	(void)node;
	begin_line(writer);
}

/* Two spaces at the end of a line keep the next from running into it. */
static void leave_field(Writer *writer, const Node *node)
{
	if (node->next)
		put(writer, TEXT("  "));
	lines_end(&writer->lines);
}

static void leave_field_name(Writer *writer, const Node *node)
{
	if (previous_character(writer) != ':')
		put(writer, TEXT(":"));
	leave_emphasis(writer, node);
}

static void enter_field_value(Writer *writer, const Node *node)
{
	bool again = node->previous && node->previous->kind == NODE_FIELD_VALUE;
	if (node->first)
		put(writer, again ? TEXT(", ") : TEXT(" "));
}

/* Tables */

static const Node *first_row(const Node *part)
{
	while (part && (part->kind == NODE_CAPTION || !part->first))
		part = part->next;
	return part ? part->first : NULL;
}

static bool is_amount(const Node *cell)
{
	return cell && cell->as.cell.align == ALIGN_END;
}

/* |---|---:| where the row or the one below it sets its cells at the end. */
static void put_delimiters(Writer *writer, const Node *row)
{
	const Node *below = row->next ? row->next : first_row(row->parent->next);
	const Node *cell_below = below ? below->first : NULL;
	begin_line(writer);
	put(writer, TEXT("|"));
	for (const Node *cell = row->first; cell; cell = cell->next) {
		bool amount = is_amount(cell) || is_amount(cell_below);
		put(writer, amount ? TEXT(" ---: |") : TEXT(" --- |"));
		cell_below = cell_below ? cell_below->next : NULL;
	}
	lines_end(&writer->lines);
}

static void enter_table(Writer *writer, const Node *node)
{
	begin_block(writer, node);
}

static void enter_caption(Writer *writer, const Node *node)
{
	begin_line(writer);
	enter_emphasis(writer, node);
}

static void leave_caption(Writer *writer, const Node *node)
{
	leave_emphasis(writer, node);
	leave_block(writer, node);
}

/* A pipe table must have a head: without one, a row of empty cells. */
static void enter_body(Writer *writer, const Node *node)
{
	bool first = !node->previous || node->previous->kind == NODE_CAPTION;
	if (!first || !node->first)
		return;
	begin_block(writer, node);
	begin_line(writer);
	put(writer, TEXT("|"));
	for (const Node *cell = node->first->first; cell; cell = cell->next)
		put(writer, TEXT(" |"));
	lines_end(&writer->lines);
	put_delimiters(writer, node->first);
}

static void enter_row(Writer *writer, const Node *node)
{
	begin_block(writer, node);
	begin_line(writer);
	put(writer, TEXT("|"));
	writer->context = MARKDOWN_CELL;
}

static void leave_row(Writer *writer, const Node *node)
{
	lines_end(&writer->lines);
	if (node->parent->kind == NODE_TABLE_HEAD && !node->previous)
		put_delimiters(writer, node);
}

static void leave_table(Writer *writer, const Node *node)
{
	(void)node;
	writer->pending = true;
}

static void enter_cell(Writer *writer, const Node *node)
{
	if (node->first)
		put(writer, TEXT(" "));
	if (emphasis_is_strong(node))
		enter_emphasis(writer, node);
}

static void leave_cell(Writer *writer, const Node *node)
{
	if (emphasis_is_strong(node))
		leave_emphasis(writer, node);
	put(writer, TEXT(" |"));
}

/* Contents and notes */

static void enter_group(Writer *writer, const Node *node)
{
	if (node->as.group.title.length == 0)
		return;
	begin_block(writer, node);
	begin_heading(writer, 2);
	put_data(writer, node->as.group.title, 0);
	leave_block(writer, node);
}

static void enter_contents(Writer *writer, const Node *node)
{
	enter_group(writer, node);
	begin_block(writer, node);
	writer->nested = false;
	writer->states[node->serial].marker = list_marker(writer, false);
}

static void leave_contents(Writer *writer, const Node *node)
{
	writer->pending = true;
	leave_list(writer, node);
}

static void enter_entry(Writer *writer, const Node *node)
{
	bool first_level = node->as.entry.level <= 1;
	begin_line(writer);
	if (!first_level && writer->nested)
		put(writer, TEXT("  "));
	writer->nested = writer->nested || first_level;
	buffer_put_byte(&writer->lines.out, writer->states[node->parent->serial].marker);
	put(writer, TEXT(" ["));
}

static void leave_entry(Writer *writer, const Node *node)
{
	put(writer, TEXT("](#"));
	put(writer, writer->slugs[node->as.entry.heading->serial]);
	put(writer, TEXT(")"));
	lines_end(&writer->lines);
}

static void put_note_name(Writer *writer, int number)
{
	writer->inked = true;
	put(writer, TEXT("[^"));
	buffer_put_integer(&writer->lines.out, number);
	put(writer, TEXT("]"));
}

/* A note's text is read as blocks: it begins a line anew. */
static void enter_note(Writer *writer, const Node *node)
{
	enter_block(writer, node);
	put_note_name(writer, node->as.note.number);
	put(writer, TEXT(": "));
	writer->lines.start = writer->lines.out.length;
	writer->inked = false;
	lines_push(&writer->lines, TEXT("    "), TEXT("    "));
}

static void leave_note(Writer *writer, const Node *node)
{
	lines_pop(&writer->lines, 4);
	leave_block(writer, node);
}

/* Inline nodes */

/* Texts after one another are one text to a reader of Markdown: "&" and "amp;" make an entity. */
static void enter_text(Writer *writer, const Node *node)
{
	if (is_code(node->parent) || (node->previous && node->previous->kind == NODE_TEXT_RUN))
		return;
	Arena scratch = {.source = writer->lines.out.arena->source};
	Buffer text = buffer_new(&scratch, BUFFER_MAXIMUM);
	const Node *last = node;
	for (const Node *run = node; run && run->kind == NODE_TEXT_RUN; run = run->next) {
		buffer_put(&text, run->as.text);
		last = run;
	}
	put_data(writer, buffer_text(&text), emphasis_next(last));
	arena_release(&scratch);
}

/* A line of nothing but tags would be read as a block of HTML, and an empty one ends the paragraph:
 * there the break is a tag itself. */
static void enter_break(Writer *writer, const Node *node)
{
	if (is_code(node->parent) || emphasis_next(node) == 0)
		return;
	if (writer->context == MARKDOWN_HEADING) {
		put(writer, TEXT(" "));
	} else if (writer->context == MARKDOWN_CELL || !writer->inked) {
		put(writer, TEXT("<br>"));
	} else {
		put(writer, TEXT("  "));
		lines_continue(&writer->lines);
		writer->inked = false;
	}
}

static void enter_link(Writer *writer, const Node *node)
{
	if (!node_link_leads(node))
		return;
	writer->inked = true;
	put(writer, TEXT("["));
}

/* What a URL may hold and Markdown would read: parentheses, and an ampersand of an entity. */
static void put_target(Writer *writer, Text target)
{
	Buffer url = buffer_new(writer->lines.out.arena, BUFFER_MAXIMUM);
	link_put(&url, target);
	bool entities = text_find(buffer_text(&url), TEXT(";"), 0) != TEXT_NOWHERE;
	for (size_t i = 0; i < url.length; i++) {
		if (url.bytes[i] == '(')
			put(writer, TEXT("%28"));
		else if (url.bytes[i] == ')')
			put(writer, TEXT("%29"));
		else if (url.bytes[i] == '&' && entities)
			put(writer, TEXT("&amp;"));
		else
			buffer_put_byte(&writer->lines.out, url.bytes[i]);
	}
}

static void leave_link(Writer *writer, const Node *node)
{
	const Node *heading = node->as.link.heading;
	if (!node_link_leads(node))
		return;
	put(writer, heading ? TEXT("](#") : TEXT("]("));
	if (heading)
		put(writer, writer->slugs[heading->serial]);
	else
		put_target(writer, node->as.link.target);
	put(writer, TEXT(")"));
}

static void enter_reference(Writer *writer, const Node *node)
{
	put_note_name(writer, node->as.reference.note->as.note.number);
}

typedef void Visit(Writer *writer, const Node *node);

/* A kind without functions is seen only through what it holds. */
static const struct {
	Visit *enter;
	Visit *leave;
} kinds[NODE_KINDS] = {
        [NODE_HEADING] = {.enter = enter_heading, .leave = leave_block},
        [NODE_PARAGRAPH] = {.enter = enter_block, .leave = leave_block},
        [NODE_LIST] = {.enter = enter_list, .leave = leave_list},
        [NODE_ITEM] = {.enter = enter_item, .leave = leave_item},
        [NODE_QUOTATION] = {.enter = enter_quotation, .leave = leave_quotation},
        [NODE_CODE_BLOCK] = {.enter = enter_code_block, .leave = leave_block},
        [NODE_FIELD_LIST] = {.enter = enter_field_list, .leave = leave_field_list},
        [NODE_FIELD] = {.enter = enter_field, .leave = leave_field},
        [NODE_FIELD_NAME] = {.enter = enter_emphasis, .leave = leave_field_name},
        [NODE_FIELD_VALUE] = {.enter = enter_field_value},
        [NODE_TABLE] = {.enter = enter_table, .leave = leave_table},
        [NODE_CAPTION] = {.enter = enter_caption, .leave = leave_caption},
        [NODE_TABLE_BODY] = {.enter = enter_body},
        [NODE_TABLE_FOOT] = {.enter = enter_body},
        [NODE_ROW] = {.enter = enter_row, .leave = leave_row},
        [NODE_HEADER_CELL] = {.enter = enter_cell, .leave = leave_cell},
        [NODE_CELL] = {.enter = enter_cell, .leave = leave_cell},
        [NODE_CONTENTS] = {.enter = enter_contents, .leave = leave_contents},
        [NODE_CONTENTS_ENTRY] = {.enter = enter_entry, .leave = leave_entry},
        [NODE_SIGNATURE_LINE] = {.enter = enter_block, .leave = leave_signature_line},
        [NODE_NOTES] = {.enter = enter_group},
        [NODE_NOTE] = {.enter = enter_note, .leave = leave_note},
        [NODE_TEXT_RUN] = {.enter = enter_text},
        [NODE_LINE_BREAK] = {.enter = enter_break},
        [NODE_EMPHASIS] = {.enter = enter_emphasis, .leave = leave_emphasis},
        [NODE_STRONG] = {.enter = enter_emphasis, .leave = leave_emphasis},
        [NODE_CODE] = {.enter = enter_code},
        [NODE_LINK] = {.enter = enter_link, .leave = leave_link},
        [NODE_NOTE_REFERENCE] = {.enter = enter_reference},
};

static void write_draft_mark(Writer *writer, const Document *document)
{
	if (document->facts.draft_mark.length == 0)
		return;
	begin_line(writer);
	put(writer, TEXT("**"));
	put_data(writer, document->facts.draft_mark, 0);
	put(writer, TEXT("**"));
	leave_block(writer, document->root);
}

Text markdown_write(Arena *arena, const Document *document)
{
	Writer writer = {
	        .lines = lines_new(arena),
	        .states = ARENA_ARRAY(arena, NodeState, (size_t)document->serial + 1),
	        .slugs = slug_all(arena, document),
	};
	write_draft_mark(&writer, document);
	for (Walk walk = walk_start(document->root); walk_next(&walk);) {
		Visit *enter = kinds[walk.node->kind].enter;
		Visit *leave = kinds[walk.node->kind].leave;
		if (walk.event == WALK_ENTER && enter)
			enter(&writer, walk.node);
		else if (walk.event == WALK_LEAVE && leave)
			leave(&writer, walk.node);
	}
	if (writer.lines.out.length == 0)
		lines_end(&writer.lines);
	return writer.lines.out.full ? TEXT("") : buffer_text(&writer.lines.out);
}
