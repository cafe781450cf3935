/* Dump: the tree as indented text, a node a line. */
#include "base/buffer.h"
#include "base/utf8.h"
#include "document/document.h"

/*
 *	DOCUMENT
 *	  HEADING level=2 id=bakgrund
 *	    TEXT_RUN "Bakgrund"
 *
 * Only what differs from zero is shown. In texts, a quotation mark and a backslash have a backslash
 * before them, and what the eye cannot tell apart (a no-break space, a control) is written \{A0}.
 */

static void put_quoted(Buffer *out, Text text)
{
	buffer_put_byte(out, '"');
	for (size_t i = 0; i < text.length;) {
		uint32_t codepoint = utf8_next(text, &i);
		if (codepoint == '"' || codepoint == '\\')
			buffer_put_byte(out, '\\');
		if (codepoint >= ' ' && codepoint != 0xA0 && codepoint != UTF8_SOFT_HYPHEN) {
			buffer_put_codepoint(out, codepoint);
			continue;
		}
		buffer_put(out, TEXT("\\{"));
		buffer_put_hex(out, codepoint, 2);
		buffer_put_byte(out, '}');
	}
	buffer_put_byte(out, '"');
}

static void put_number(Buffer *out, Text name, int value)
{
	if (value == 0)
		return;
	buffer_put_byte(out, ' ');
	buffer_put(out, name);
	buffer_put_byte(out, '=');
	buffer_put_integer(out, value);
}

static void put_mark(Buffer *out, Text mark, bool shown)
{
	if (!shown)
		return;
	buffer_put_byte(out, ' ');
	buffer_put(out, mark);
}

static void put_text(Buffer *out, Text name, Text text)
{
	if (text.length == 0)
		return;
	buffer_put_byte(out, ' ');
	buffer_put(out, name);
	put_quoted(out, text);
}

static void dump_heading(Buffer *out, const Node *node)
{
	put_number(out, TEXT("level"), node->as.heading.level);
	put_mark(out, TEXT("unlisted"), node->as.heading.unlisted);
}

static void dump_list(Buffer *out, const Node *node)
{
	put_mark(out, TEXT("ordered"), node->as.list.ordered);
	put_number(out, TEXT("start"), node->as.list.start);
	put_mark(out, TEXT("tight"), node->as.list.tight);
}

static void dump_row(Buffer *out, const Node *node)
{
	put_mark(out, TEXT("sum"), node->as.row.sum);
}

static void dump_cell(Buffer *out, const Node *node)
{
	put_mark(out, TEXT("end"), node->as.cell.align == ALIGN_END);
	put_mark(out, TEXT("row"), node->as.cell.scope == SCOPE_ROW);
}

static void dump_entry(Buffer *out, const Node *node)
{
	put_number(out, TEXT("level"), node->as.entry.level);
	if (!node->as.entry.heading)
		return;
	buffer_put(out, TEXT(" heading="));
	buffer_put(out, node->as.entry.heading->id);
}

static void dump_group(Buffer *out, const Node *node)
{
	put_text(out, TEXT("title="), node->as.group.title);
}

static void dump_note(Buffer *out, const Node *node)
{
	put_number(out, TEXT("number"), node->as.note.number);
}

static void dump_text(Buffer *out, const Node *node)
{
	buffer_put_byte(out, ' ');
	put_quoted(out, node->as.text);
}

static void dump_foreign(Buffer *out, const Node *node)
{
	put_text(out, TEXT("language="), node->as.foreign.language);
}

static void dump_abbreviation(Buffer *out, const Node *node)
{
	put_text(out, TEXT("words="), node->as.abbreviation.words);
}

static void dump_link(Buffer *out, const Node *node)
{
	put_text(out, TEXT("target="), node->as.link.target);
}

static void dump_reference(Buffer *out, const Node *node)
{
	if (node->as.reference.note)
		put_number(out, TEXT("note"), node->as.reference.note->as.note.number);
}

static void dump_line(Buffer *out, const Node *node)
{
	put_text(out, TEXT("filled="), node->as.line.filled);
}

static void (*const dumps[NODE_KINDS])(Buffer *, const Node *) = {
        [NODE_HEADING] = dump_heading,
        [NODE_LIST] = dump_list,
        [NODE_ROW] = dump_row,
        [NODE_HEADER_CELL] = dump_cell,
        [NODE_CELL] = dump_cell,
        [NODE_CONTENTS] = dump_group,
        [NODE_CONTENTS_ENTRY] = dump_entry,
        [NODE_SIGNATURE_LINE] = dump_line,
        [NODE_NOTES] = dump_group,
        [NODE_NOTE] = dump_note,
        [NODE_TEXT_RUN] = dump_text,
        [NODE_FOREIGN] = dump_foreign,
        [NODE_ABBREVIATION] = dump_abbreviation,
        [NODE_LINK] = dump_link,
        [NODE_NOTE_REFERENCE] = dump_reference,
};

static void put_node(Buffer *out, const Node *node)
{
	buffer_put(out, node_facts(node->kind)->name);
	if (dumps[node->kind])
		dumps[node->kind](out, node);
	if (node->id.length > 0) {
		buffer_put(out, TEXT(" id="));
		buffer_put(out, node->id);
	}
	buffer_put_byte(out, '\n');
}

Text document_dump(Arena *arena, const Document *document)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	size_t depth = 0;
	for (Walk walk = walk_start(document->root); walk_next(&walk);) {
		if (walk.event == WALK_LEAVE) {
			depth--;
			continue;
		}
		buffer_put_repeated(&out, ' ', 2 * depth);
		put_node(&out, walk.node);
		if (node_facts(walk.node->kind)->children)
			depth++;
	}
	return buffer_text(&out);
}
