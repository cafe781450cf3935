/* HTML writer: one walk over the tree; the table of kinds first, then what differs from it. */
#include "html/writer.h"

#include "base/buffer.h"
#include "html/escape.h"
#include "html/furniture.h"
#include "html/head.h"
#include "html/run.h"
#include "html/words.h"

/*
 * Most kinds are an element and nothing more: put_open and put_close write it as nodes.def names
 * it. A block begins on a line of its own and ends its line, so that the source can be read and
 * compared line by line; within a paragraph nothing is added, since spaces there are text.
 */
typedef struct Writer {
	Buffer out;
	int *references;     /* how many there have been so far to each note, by its number */
	int *all_references; /* how many there are in all, likewise */
	int tables;          /* how many have begun */
	Text heading;        /* the id of the one that we are below */
	bool nested;         /* the contents are in a list within the list */
} Writer;

static void put(Writer *writer, Text markup)
{
	buffer_put(&writer->out, markup);
}

static void fresh_line(Writer *writer)
{
	const Buffer *out = &writer->out;
	if (out->length > 0 && out->bytes[out->length - 1] != '\n')
		put(writer, TEXT("\n"));
}

/* An id of the writer's own: "del-12". */
static void put_serial(Writer *writer, Text beginning, const Node *node)
{
	put(writer, beginning);
	buffer_put_integer(&writer->out, node->serial);
}

/* Kinds that hold blocks or parts, not text. */
static bool is_container(const Node *node)
{
	return !(node_facts(node->kind)->children >> NODE_TEXT_RUN & 1);
}

/* A paragraph that is a whole line of a tight list needs no element of its own. */
static bool is_bare(const Node *node)
{
	return node->kind == NODE_PARAGRAPH && node->parent && node->parent->kind == NODE_ITEM &&
	       node->parent->parent && node->parent->parent->as.list.tight && !node->previous;
}

static void put_open(Writer *writer, const Node *node, Text class)
{
	const NodeFacts *facts = node_facts(node->kind);
	if (is_bare(node))
		return;
	if (facts->class != CLASS_INLINE)
		fresh_line(writer);
	put(writer, TEXT("<"));
	put(writer, facts->html);
	html_put_attribute(&writer->out, TEXT("class"), class);
	html_put_attribute(&writer->out, TEXT("id"), node->id);
	put(writer, TEXT(">"));
	if (facts->class != CLASS_INLINE && is_container(node))
		put(writer, TEXT("\n"));
}

static void put_end_tag(Writer *writer, Text element)
{
	put(writer, TEXT("</"));
	put(writer, element);
	put(writer, TEXT(">"));
}

static void put_close(Writer *writer, const Node *node)
{
	const NodeFacts *facts = node_facts(node->kind);
	if (is_bare(node))
		return;
	put_end_tag(writer, facts->html);
	if (facts->class != CLASS_INLINE)
		put(writer, TEXT("\n"));
}

/* Text and breaks */

static void enter_text(Writer *writer, const Node *node)
{
	if (node->parent->kind == NODE_CODE || node->parent->kind == NODE_CODE_BLOCK)
		html_put(&writer->out, HTML_TEXT, node->as.text);
	else
		html_put_run(&writer->out, node->as.text);
}

static void enter_break(Writer *writer, const Node *node)
{
	put(writer, node->parent->kind == NODE_CODE_BLOCK ? TEXT("\n") : TEXT("<br>"));
}

/* A line of code too long for its box scrolls within it, as a table does: a keyboard must be able
 * to reach the box and a screen reader to name it (WCAG 2.1.1, 4.1.2). */
static void enter_code_block(Writer *writer, const Node *node)
{
	(void)node;
	fresh_line(writer);
	put(writer,
	    TEXT("<pre tabindex=\"0\" role=\"group\" aria-label=\"" WORDS_CODE "\"><code>"));
}

static void leave_code_block(Writer *writer, const Node *node)
{
	(void)node;
	put(writer, TEXT("</code></pre>\n"));
}

/* Page parts */

static void enter_document(Writer *writer, const Node *node)
{
	put_serial(writer, TEXT("<main id=\"del-"), node);
	put(writer, TEXT("\">\n"));
}

static void enter_cover(Writer *writer, const Node *node)
{
	put_open(writer, node, TEXT("cover"));
}

static void enter_masthead(Writer *writer, const Node *node)
{
	put_open(writer, node, TEXT("masthead"));
}

/* Headings */

static void enter_heading(Writer *writer, const Node *node)
{
	writer->heading = node->id;
	fresh_line(writer);
	put(writer, TEXT("<h"));
	buffer_put_integer(&writer->out, node->as.heading.level);
	html_put_attribute(&writer->out, TEXT("id"), node->id);
	put(writer, TEXT(">"));
}

static void leave_heading(Writer *writer, const Node *node)
{
	put(writer, TEXT("</h"));
	buffer_put_integer(&writer->out, node->as.heading.level);
	put(writer, TEXT(">\n"));
}

/* Lists */

static void enter_list(Writer *writer, const Node *node)
{
	fresh_line(writer);
	put(writer, node->as.list.ordered ? TEXT("<ol") : TEXT("<ul"));
	if (node->as.list.ordered && node->as.list.start != 1) {
		put(writer, TEXT(" start=\""));
		buffer_put_integer(&writer->out, node->as.list.start);
		put(writer, TEXT("\""));
	}
	put(writer, TEXT(">\n"));
}

static void leave_list(Writer *writer, const Node *node)
{
	put(writer, node->as.list.ordered ? TEXT("</ol>\n") : TEXT("</ul>\n"));
}

static void enter_item(Writer *writer, const Node *node)
{
	fresh_line(writer);
	put(writer, TEXT("<li>"));
	if (node->first && !is_bare(node->first))
		put(writer, TEXT("\n"));
}

/* Tables */

/* Too many columns for a portrait page. */
enum { WIDE_TABLE = 8 };

static bool is_wide(const Node *table)
{
	const Node *part = table->first;
	while (part && (part->kind == NODE_CAPTION || !part->first))
		part = part->next;
	int columns = 0;
	for (const Node *cell = part ? part->first->first : NULL; cell; cell = cell->next)
		columns++;
	return columns >= WIDE_TABLE;
}

static void put_table_id(Writer *writer)
{
	put(writer, TEXT("\"tabell-"));
	buffer_put_integer(&writer->out, writer->tables);
	put(writer, TEXT("\""));
}

/* A table without a caption is called what the section is called that it stands in. */
static void put_heading_name(Writer *writer)
{
	bool below = writer->heading.length > 0;
	html_put_attribute(&writer->out, TEXT("aria-labelledby"), writer->heading);
	html_put_attribute(&writer->out, TEXT("aria-label"), below ? TEXT("") : TEXT(WORDS_TABLE));
}

/* A wide table scrolls within its own box. It is a group and no region: a page with many tables
 * would have too many landmarks to find one's way by. */
static void enter_table(Writer *writer, const Node *node)
{
	bool captioned = node->first && node->first->kind == NODE_CAPTION;
	writer->tables++;
	fresh_line(writer);
	put(writer,
	    is_wide(node) ? TEXT("<div class=\"table wide\"") : TEXT("<div class=\"table\""));
	put(writer, TEXT(" tabindex=\"0\" role=\"group\""));
	if (captioned) {
		put(writer, TEXT(" aria-labelledby="));
		put_table_id(writer);
	} else {
		put_heading_name(writer);
	}
	put(writer, TEXT(">\n<table"));
	if (!captioned)
		put_heading_name(writer);
	put(writer, TEXT(">\n"));
}

static void leave_table(Writer *writer, const Node *node)
{
	(void)node;
	put(writer, TEXT("</table>\n</div>\n"));
}

static void enter_caption(Writer *writer, const Node *node)
{
	(void)node;
	put(writer, TEXT("<caption id="));
	put_table_id(writer);
	put(writer, TEXT(">"));
}

static void enter_row(Writer *writer, const Node *node)
{
	put_open(writer, node, node->as.row.sum ? TEXT("sum") : TEXT(""));
}

static Text cell_class(const Node *node)
{
	return node->as.cell.align == ALIGN_END ? TEXT("amount") : TEXT("");
}

/* A corner without text is no header of anything. */
static bool is_corner(const Node *node)
{
	return !node->first;
}

static void enter_header_cell(Writer *writer, const Node *node)
{
	Text scope = node->as.cell.scope == SCOPE_ROW ? TEXT("row") : TEXT("col");
	put(writer, is_corner(node) ? TEXT("<td") : TEXT("<th"));
	html_put_attribute(&writer->out, TEXT("class"), cell_class(node));
	html_put_attribute(&writer->out, TEXT("scope"), is_corner(node) ? TEXT("") : scope);
	put(writer, TEXT(">"));
}

static void leave_header_cell(Writer *writer, const Node *node)
{
	put(writer, is_corner(node) ? TEXT("</td>\n") : TEXT("</th>\n"));
}

static void enter_cell(Writer *writer, const Node *node)
{
	put_open(writer, node, cell_class(node));
}

/* Contents: a list of links, with the second level in lists within it */

/* A heading of level 2 for a part that has its title in the node, and the start of its list. */
static void put_group_start(Writer *writer, const Node *node, Text title)
{
	put_serial(writer, TEXT(" aria-labelledby=\"del-"), node);
	put_serial(writer, TEXT("\">\n<h2 id=\"del-"), node);
	put(writer, TEXT("\">"));
	html_put(&writer->out, HTML_TEXT,
	         node->as.group.title.length > 0 ? node->as.group.title : title);
	put(writer, TEXT("</h2>\n<ol>\n"));
}

static void enter_contents(Writer *writer, const Node *node)
{
	fresh_line(writer);
	writer->nested = false;
	put(writer, TEXT("<nav class=\"contents\""));
	put_group_start(writer, node, TEXT(WORDS_CONTENTS));
}

static void leave_contents(Writer *writer, const Node *node)
{
	(void)node;
	put(writer, TEXT("</ol>\n</nav>\n"));
}

static void enter_entry(Writer *writer, const Node *node)
{
	put(writer, TEXT("<li><a href=\"#"));
	html_put(&writer->out, HTML_URL, node->as.entry.heading->id);
	put(writer, TEXT("\">"));
}

static void leave_entry(Writer *writer, const Node *node)
{
	const Node *next = node->next;
	put(writer, TEXT("</a>"));
	if (!writer->nested && next && next->as.entry.level > node->as.entry.level) {
		writer->nested = true;
		put(writer, TEXT("\n<ol>\n"));
		return;
	}
	put(writer, TEXT("</li>\n"));
	if (writer->nested && (!next || next->as.entry.level < node->as.entry.level)) {
		writer->nested = false;
		put(writer, TEXT("</ol>\n</li>\n"));
	}
}

/* Notes */

static void enter_notes(Writer *writer, const Node *node)
{
	fresh_line(writer);
	put(writer, TEXT("<section class=\"notes\" role=\"doc-endnotes\""));
	put_group_start(writer, node, TEXT(WORDS_NOTES));
}

static void leave_notes(Writer *writer, const Node *node)
{
	(void)node;
	put(writer, TEXT("</ol>\n</section>\n"));
}

/* The first reference to note 1 is notref-1, the second notref-1-2. */
static void put_reference_id(Writer *writer, int number, int count)
{
	put(writer, TEXT("notref-"));
	buffer_put_integer(&writer->out, number);
	if (count > 1) {
		put(writer, TEXT("-"));
		buffer_put_integer(&writer->out, count);
	}
}

/* Back to each place that the note is called from. */
static void leave_note(Writer *writer, const Node *node)
{
	int number = node->as.note.number, all = writer->all_references[number];
	for (int i = 1; i <= all; i++) {
		put(writer, TEXT(" <a href=\"#"));
		put_reference_id(writer, number, i);
		put(writer, TEXT("\" role=\"doc-backlink\">"));
		put(writer, all == 1 ? TEXT(WORDS_BACK) : TEXT(WORDS_BACK_TO));
		if (all > 1)
			buffer_put_integer(&writer->out, i);
		put(writer, TEXT("</a>"));
	}
	put(writer, TEXT("</li>\n"));
}

static void enter_reference(Writer *writer, const Node *node)
{
	const Node *note = node->as.reference.note;
	int number = note->as.note.number;
	put(writer, TEXT("<sup><a href=\"#"));
	html_put(&writer->out, HTML_URL, note->id);
	put(writer, TEXT("\" id=\""));
	put_reference_id(writer, number, ++writer->references[number]);
	put(writer, TEXT("\" role=\"doc-noteref\">"));
	buffer_put_integer(&writer->out, number);
	put(writer, TEXT("</a></sup>"));
}

/* Signatures */

static void enter_signatures(Writer *writer, const Node *node)
{
	put_open(writer, node, TEXT("signatures"));
}

static void enter_signature(Writer *writer, const Node *node)
{
	put_open(writer, node, TEXT("signature"));
}

static void enter_signature_line(Writer *writer, const Node *node)
{
	put_open(writer, node, TEXT("line"));
}

/* What stands on the line already comes after its label, as it is read aloud; the style sheet puts
 * it above the line. */
static void leave_signature_line(Writer *writer, const Node *node)
{
	if (node->as.line.filled.length > 0) {
		put(writer, TEXT(" <span class=\"filled\">"));
		html_put(&writer->out, HTML_TEXT, node->as.line.filled);
		put(writer, TEXT("</span>"));
	}
	put_close(writer, node);
}

/* Words in another language */

static void enter_foreign(Writer *writer, const Node *node)
{
	put(writer, TEXT("<span"));
	html_put_attribute(&writer->out, TEXT("lang"), node->as.foreign.language);
	put(writer, TEXT(">"));
}

/* Abbreviations */

static void enter_abbreviation(Writer *writer, const Node *node)
{
	put(writer, TEXT("<abbr"));
	html_put_attribute(&writer->out, TEXT("title"), node->as.abbreviation.words);
	put(writer, TEXT(">"));
}

/* Links */

static void enter_link(Writer *writer, const Node *node)
{
	const Node *heading = node->as.link.heading;
	if (!node_link_leads(node))
		return;
	put(writer, heading ? TEXT("<a href=\"#") : TEXT("<a href=\""));
	html_put(&writer->out, HTML_URL, heading ? heading->id : node->as.link.target);
	put(writer, TEXT("\">"));
}

static void leave_link(Writer *writer, const Node *node)
{
	if (node_link_leads(node))
		put_close(writer, node);
}

typedef void Visit(Writer *writer, const Node *node);

/* Kinds that are not just an element. A kind without a function here is what nodes.def says. */
static const struct {
	Visit *enter;
	Visit *leave;
} kinds[NODE_KINDS] = {
        [NODE_DOCUMENT] = {.enter = enter_document},
        [NODE_COVER] = {.enter = enter_cover},
        [NODE_MASTHEAD] = {.enter = enter_masthead},
        [NODE_HEADING] = {.enter = enter_heading, .leave = leave_heading},
        [NODE_LIST] = {.enter = enter_list, .leave = leave_list},
        [NODE_ITEM] = {.enter = enter_item},
        [NODE_CODE_BLOCK] = {.enter = enter_code_block, .leave = leave_code_block},
        [NODE_TABLE] = {.enter = enter_table, .leave = leave_table},
        [NODE_CAPTION] = {.enter = enter_caption},
        [NODE_ROW] = {.enter = enter_row},
        [NODE_HEADER_CELL] = {.enter = enter_header_cell, .leave = leave_header_cell},
        [NODE_CELL] = {.enter = enter_cell},
        [NODE_CONTENTS] = {.enter = enter_contents, .leave = leave_contents},
        [NODE_CONTENTS_ENTRY] = {.enter = enter_entry, .leave = leave_entry},
        [NODE_SIGNATURES] = {.enter = enter_signatures},
        [NODE_SIGNATURE] = {.enter = enter_signature},
        [NODE_SIGNATURE_LINE] = {.enter = enter_signature_line, .leave = leave_signature_line},
        [NODE_NOTES] = {.enter = enter_notes, .leave = leave_notes},
        [NODE_NOTE] = {.leave = leave_note},
        [NODE_TEXT_RUN] = {.enter = enter_text},
        [NODE_LINE_BREAK] = {.enter = enter_break},
        [NODE_FOREIGN] = {.enter = enter_foreign},
        [NODE_ABBREVIATION] = {.enter = enter_abbreviation},
        [NODE_LINK] = {.enter = enter_link, .leave = leave_link},
        [NODE_NOTE_REFERENCE] = {.enter = enter_reference},
};

static void write_tree(Writer *writer, const Document *document)
{
	for (Walk walk = walk_start(document->root); walk_next(&walk);) {
		const Node *node = walk.node;
		if (walk.event == WALK_ENTER && kinds[node->kind].enter)
			kinds[node->kind].enter(writer, node);
		else if (walk.event == WALK_ENTER)
			put_open(writer, node, TEXT(""));
		else if (kinds[node->kind].leave)
			kinds[node->kind].leave(writer, node);
		else
			put_close(writer, node);
	}
}

/* How many places lead to each note, by its number. */
static void count_references(Writer *writer, const Document *document)
{
	for (Walk walk = walk_start(document->root); walk_next(&walk);)
		if (walk.event == WALK_ENTER && walk.node->kind == NODE_NOTE_REFERENCE)
			writer->all_references[walk.node->as.reference.note->as.note.number]++;
}

Text html_write(Arena *arena, const Document *document, Text css)
{
	size_t notes = (size_t)document->serial + 1;
	Writer writer = {
	        .out = buffer_new(arena, BUFFER_MAXIMUM),
	        .references = ARENA_ARRAY(arena, int, notes),
	        .all_references = ARENA_ARRAY(arena, int, notes),
	};
	count_references(&writer, document);
	html_put_head(&writer.out, &document->facts, css);
	put(&writer, TEXT("<body>\n"));
	html_put_skip_link(&writer.out, document->root->serial);
	html_put_header(&writer.out, &document->facts);
	write_tree(&writer, document);
	html_put_footer(&writer.out, &document->facts);
	put(&writer, TEXT("</body>\n</html>\n"));
	return writer.out.full ? TEXT("") : buffer_text(&writer.out);
}
