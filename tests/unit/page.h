/* Page: a small template and a case become a document, shown as one line of text to compare. */
#ifndef TESTS_UNIT_PAGE_H
#define TESTS_UNIT_PAGE_H

#include "case.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "document/document.h"
#include "lint/lint.h"
#include "source/loader.h"
#include "template/check.h"
#include "template/expand.h"
#include "template/template.h"

/*
 *	page_expand(desk, "# {{ärende.rubrik}}\n", "ärende: {rubrik: R}\nrapport:\n");
 *	assert_page(desk, "<h1>R</h1>");
 *
 * The outline names nodes much as HTML does. A no-break space is written ~. In texts, <, > and &
 * are written &lt;, &gt; and &amp;, so that a tag in an outline is always a node.
 */
static const char *const page_names[NODE_KINDS] = {
        [NODE_DOCUMENT] = "document",
        [NODE_COVER] = "cover",
        [NODE_MASTHEAD] = "masthead",
        [NODE_SECTION] = "section",
        [NODE_HEADING] = "h",
        [NODE_PARAGRAPH] = "p",
        [NODE_LIST] = "ul",
        [NODE_ITEM] = "li",
        [NODE_QUOTATION] = "quote",
        [NODE_CODE_BLOCK] = "pre",
        [NODE_FIELD_LIST] = "fields",
        [NODE_FIELD] = "field",
        [NODE_FIELD_NAME] = "name",
        [NODE_FIELD_VALUE] = "value",
        [NODE_TABLE] = "table",
        [NODE_CAPTION] = "caption",
        [NODE_TABLE_HEAD] = "head",
        [NODE_TABLE_BODY] = "body",
        [NODE_TABLE_FOOT] = "foot",
        [NODE_ROW] = "row",
        [NODE_HEADER_CELL] = "th",
        [NODE_CELL] = "td",
        [NODE_CONTENTS] = "contents",
        [NODE_CONTENTS_ENTRY] = "entry",
        [NODE_SIGNATURES] = "signatures",
        [NODE_SIGNATURE] = "signature",
        [NODE_SIGNATURE_LINE] = "line",
        [NODE_NOTES] = "notes",
        [NODE_NOTE] = "note",
        [NODE_LINE_BREAK] = "br",
        [NODE_EMPHASIS] = "em",
        [NODE_STRONG] = "strong",
        [NODE_CODE] = "code",
        [NODE_FOREIGN] = "lang",
        [NODE_LINK] = "a",
        [NODE_NOTE_REFERENCE] = "ref",
};

static inline void page_put_text(Buffer *out, Text text)
{
	for (size_t i = 0; i < text.length;) {
		uint32_t c = utf8_next(text, &i);
		if (c == 0xA0)
			buffer_put_byte(out, '~');
		else if (c == '<' || c == '>' || c == '&')
			buffer_put(out, c == '<'   ? TEXT("&lt;")
			                : c == '>' ? TEXT("&gt;")
			                           : TEXT("&amp;"));
		else
			buffer_put_codepoint(out, c);
	}
}

/* What tells a node from others of its kind, within its opening tag. */
static inline void page_put_facts(Buffer *out, const Node *node)
{
	if (node->kind == NODE_HEADING)
		buffer_put_integer(out, node->as.heading.level);
	if (node->kind == NODE_LIST && node->as.list.start != 1) {
		buffer_put_byte(out, ' ');
		buffer_put_integer(out, node->as.list.start);
	}
	if (node->kind == NODE_LIST && !node->as.list.tight)
		buffer_put(out, TEXT(" loose"));
	if (node->kind == NODE_ROW && node->as.row.sum)
		buffer_put(out, TEXT(" sum"));
	if ((node->kind == NODE_CELL || node->kind == NODE_HEADER_CELL) &&
	    node->as.cell.align == ALIGN_END)
		buffer_put(out, TEXT(" end"));
	Text more = node->kind == NODE_LINK                                   ? node->as.link.target
	            : node->kind == NODE_CONTENTS || node->kind == NODE_NOTES ? node->as.group.title
	            : node->kind == NODE_FOREIGN        ? node->as.foreign.language
	            : node->kind == NODE_SIGNATURE_LINE ? node->as.line.filled
	                                                : (Text){0};
	if (more.length > 0) {
		buffer_put_byte(out, ' ');
		page_put_text(out, more);
	}
	if (node->kind == NODE_NOTE_REFERENCE) {
		buffer_put_byte(out, ' ');
		buffer_put_integer(out, node->as.reference.note->as.note.number);
	}
}

static inline void page_put_tag(Buffer *out, const Node *node, bool enter)
{
	if (node->kind == NODE_TEXT_RUN) {
		page_put_text(out, enter ? node->as.text : (Text){0});
		return;
	}
	bool leaf = node->kind == NODE_LINE_BREAK || node->kind == NODE_NOTE_REFERENCE;
	if (leaf && !enter)
		return;
	bool ordered = node->kind == NODE_LIST && node->as.list.ordered;
	buffer_put(out, enter ? TEXT("<") : TEXT("</"));
	buffer_put(out, text_of(ordered ? "ol" : page_names[node->kind]));
	if (enter)
		page_put_facts(out, node);
	else if (node->kind == NODE_HEADING)
		buffer_put_integer(out, node->as.heading.level);
	buffer_put_byte(out, '>');
}

/* What stands in the node, without the node itself. */
static inline Text page_outline(Desk *desk, Node *node)
{
	Buffer out = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	for (Walk walk = walk_start(node); walk_next(&walk);)
		if (walk.node != node)
			page_put_tag(&out, walk.node, walk.event == WALK_ENTER);
	return buffer_text(&out);
}

static inline const Source *page_load(void *context, Text name, Span asked)
{
	Desk *desk = context;
	for (const DeskFile *file = desk->files; file != NULL && file->name != NULL; file++)
		if (text_equal(text_of(file->name), name))
			return desk_source(desk, "fall.md", file->bytes);
	diagnose(&desk->diagnostics, FILE_UNREADABLE, asked, name, TEXT("den finns inte"));
	return NULL;
}

#define PAGE_HEAD "---\nnyckel: rapport\nbenämning: Rapport\nnoter: Noter\n---\n\n"

static const char page_words[] =
        "finansiering: {rubrik: Insatser, kolumner: [Part, Kronor, Andel], rader: [Summa]}\n"
        "fördelning: {rubrik: Fördelning, kolumner: [Mottagare, Kronor], rader: [Summa]}\n"
        "kostnader:\n  rubrik: Kostnader{{#om part.namn}} för {{part.kortnamn}}{{/om}}\n"
        "  kolumner: [Kostnad, Kronor]\n  rader: [Summa]\n"
        "kostnadsslag: {kolumner: [Slag, Kronor], rader: [Summa]}\n"
        "helhet: {kolumner: [Post, Kronor], rader: [Kostnad, Bidrag, Egen finansiering, "
        "Differens]}\n";

/* A file beside the case is read before it is expanded. */
static inline void page_file_read(void *context, const Source *source, const DocumentPlan *plan,
                                  const Section *section)
{
	Desk *desk = context;
	Lint *lint = lint_open(&desk->arena, &desk->agreement, desk->ledger, &desk->diagnostics);
	lint_file(lint, source, plan, section);
}

/* What answers {{referens ...}}. */
typedef struct PageReference {
	void (*answer)(void *context, const ReferenceRequest *request);
	void *context;
} PageReference;

/* A set of one template, the words above, and the desk's files whose names have no ending as text
 * blocks. False when it has faults, which are reported. */
static inline bool page_templates_whole(Desk *desk, const char *whole, const char *words,
                                        TemplateSet *set)
{
	Arena *arena = &desk->arena;
	size_t errors = desk->diagnostics.errors;
	template_words_read(arena, desk_source(desk, "tabeller.yaml", words), set,
	                    &desk->diagnostics);
	template_read(arena, desk_source(desk, "rapport.md", whole), TEXT("rapport"), set,
	              &desk->diagnostics);
	for (const DeskFile *file = desk->files; file != NULL && file->name != NULL; file++)
		if (text_find(text_of(file->name), TEXT("."), 0) == TEXT_NOWHERE)
			template_block_read(arena, desk_source(desk, "block.md", file->bytes),
			                    text_of(file->name), set, &desk->diagnostics);
	templates_check(arena, set, &desk->diagnostics);
	return desk->diagnostics.errors == errors;
}

/* The same, of a template that is given without its head. */
static inline bool page_templates(Desk *desk, const char *body, const char *words, TemplateSet *set)
{
	return page_templates_whole(desk, desk_join(desk, PAGE_HEAD, body), words, set);
}

/* The first document of the case by the template `whole`, unless that has faults of its own. */
static inline void page_expand_whole(Desk *desk, const char *whole, const char *yaml,
                                     PageReference reference)
{
	desk_calculate(desk, yaml);
	Arena *arena = &desk->arena;
	TemplateSet set = {0};
	if (!page_templates_whole(desk, whole, page_words, &set))
		return;
	const ListValue *tables = &desk->agreement.tables;
	const ComputedTable **made = ARENA_ARRAY(arena, const ComputedTable *, tables->count + 1);
	for (size_t i = 0; i < tables->count; i++)
		made[i] = free_table_make(desk->ledger, &((const FreeTable *)tables->items)[i],
		                          economics_decimals(&desk->agreement));
	Loader loader = {page_load, desk};
	ExpandRequest request = {
	        .arena = arena,
	        .templates = &set,
	        .agreement = &desk->agreement,
	        .ledger = desk->ledger,
	        .free_tables = made,
	        .loader = &loader,
	        .diagnostics = &desk->diagnostics,
	        .reference = reference.answer,
	        .reference_context = reference.context,
	        .file_read = page_file_read,
	        .file_context = desk,
	        .case_has_faults = desk->diagnostics.errors > 0,
	};
	assert_true(desk->agreement.documents.count > 0);
	assert_int_equal(set.count, 1);
	desk->document = expand_document(&request, &set.items[0], desk->agreement.documents.items);
	Text fault = {0};
	if (desk->diagnostics.errors == 0 && document_check(desk->document, &fault) != NULL)
		fail_msg("the document is unsound: %.*s", (int)fault.length, fault.bytes);
}

/* The same by a template that is given without its head. */
static inline void page_expand(Desk *desk, const char *body, const char *yaml)
{
	page_expand_whole(desk, desk_join(desk, PAGE_HEAD, body), yaml,
	                  (PageReference){NULL, NULL});
}

#define assert_page(desk, expected)                                                                \
	do {                                                                                       \
		assert_sound(desk);                                                                \
		assert_text(page_outline((desk), (desk)->document->root), (expected));             \
	} while (0)

/* The same for what a case writes in its own words: `yaml` gives the key "a" of the document. */
#define PAGE_SECTION "# T\n\n{{#avsnitt}}\n\n## A {a}\n\n{{text}}\n\n{{/avsnitt}}\n"

static inline Text page_prose(Desk *desk)
{
	Node *section = desk->document->root->first->next;
	assert_non_null(section);
	assert_int_equal(section->kind, NODE_SECTION);
	Text all = page_outline(desk, section);
	Text heading = TEXT("<h2>A</h2>");
	assert_true(text_starts(all, heading));
	return text_after(all, heading.length);
}

#endif
