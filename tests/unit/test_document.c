/* Unit tests of document/: the facts about kinds, the tree, the walk, the finish, the dump. */
#include "support.h"

#include "base/buffer.h"
#include "document/document.h"
#include "document/link.h"
#include "document/names.h"
#include "tree.h"

#define BIT(kind) (UINT64_C(1) << NODE_##kind)

/* Facts */

static void test_facts_name_every_kind(void **state)
{
	(void)state;
	for (int kind = 0; kind < NODE_KINDS; kind++)
		assert_true(node_facts((NodeKind)kind)->name.length > 0);
	assert_text(node_facts(NODE_HEADER_CELL)->name, "HEADER_CELL");
	assert_text(node_facts(NODE_HEADER_CELL)->html, "th");
	assert_text(node_facts(NODE_HEADER_CELL)->pdf, "TH");
	assert_text(node_facts(NODE_TEXT_RUN)->html, "");
	assert_int_equal(node_facts(NODE_DOCUMENT)->class, CLASS_ROOT);
	assert_int_equal(node_facts(NODE_SECTION)->class, CLASS_BLOCK);
	assert_int_equal(node_facts(NODE_NOTE)->class, CLASS_PART);
	assert_int_equal(node_facts(NODE_NOTE_REFERENCE)->class, CLASS_INLINE);
}

static void test_facts_blocks_and_inlines_are_their_classes(void **state)
{
	(void)state;
	uint64_t blocks = node_facts(NODE_DOCUMENT)->children;
	uint64_t inlines = node_facts(NODE_PARAGRAPH)->children;
	for (int kind = 0; kind < NODE_KINDS; kind++) {
		NodeClass class = node_facts((NodeKind)kind)->class;
		assert_int_equal(blocks >> kind & 1, class == CLASS_BLOCK);
		assert_int_equal(inlines >> kind & 1, class == CLASS_INLINE);
	}
	assert_int_equal(blocks >> NODE_KINDS, 0);
	assert_int_equal(inlines >> NODE_KINDS, 0);
}

static void test_facts_parts(void **state)
{
	(void)state;
	assert_int_equal(node_facts(NODE_LIST)->children, BIT(ITEM));
	assert_int_equal(node_facts(NODE_ROW)->children, BIT(HEADER_CELL) | BIT(CELL));
	assert_int_equal(node_facts(NODE_TEXT_RUN)->children, 0);
	assert_int_equal(node_facts(NODE_NOTE_REFERENCE)->children, 0);
}

/* Tree */

static void test_new_document(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	assert_int_equal(document->root->kind, NODE_DOCUMENT);
	assert_int_equal(document->root->serial, 1);
	assert_text(document->facts.language, "sv");
	assert_text(document_dump(&arena, document), "DOCUMENT\n");
	arena_release(&arena);
}

static void test_detach_first_middle_last(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	Node *a = tree_paragraph(document, document->root, "a");
	Node *b = tree_paragraph(document, document->root, "b");
	Node *c = tree_paragraph(document, document->root, "c");
	node_detach(b);
	assert_ptr_equal(a->next, c);
	assert_ptr_equal(c->previous, a);
	assert_null(b->parent);
	node_append(document->root, b);
	assert_text(node_text(&arena, document->root), "acb");
	node_detach(a);
	assert_ptr_equal(document->root->first, c);
	assert_null(c->previous);
	node_detach(b);
	assert_ptr_equal(document->root->last, c);
	node_detach(c);
	assert_null(document->root->first);
	assert_null(document->root->last);
	node_detach(c);
	arena_release(&arena);
}

static void test_node_text(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	Node *first = tree_paragraph(document, document->root, "ett");
	tree_add(document, first, NODE_LINE_BREAK);
	Node *strong = tree_add(document, first, NODE_STRONG);
	tree_text(document, strong, "två");
	tree_reference(document, first, NULL);
	tree_text(document, first, "\xC2\xA0tre");
	tree_paragraph(document, document->root, "fyra");
	assert_text(node_text(&arena, first), "ett två\xC2\xA0tre");
	assert_text(node_text(&arena, strong), "två");
	assert_text(node_text(&arena, strong->first), "två");
	assert_text(node_text(&arena, document->root), "ett två\xC2\xA0trefyra");
	arena_release(&arena);
}

/* Walk */

static Text trace(Arena *arena, Node *root, NodeKind skipped)
{
	Buffer out = buffer_new(arena, 4096);
	for (Walk walk = walk_start(root); walk_next(&walk);) {
		buffer_put(&out, walk.event == WALK_ENTER ? TEXT("+") : TEXT("-"));
		buffer_put(&out, node_facts(walk.node->kind)->name);
		if (walk.event == WALK_ENTER && walk.node->kind == skipped)
			walk_skip(&walk);
	}
	return buffer_text(&out);
}

static void test_walk_enters_and_leaves(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	Node *section = tree_add(document, document->root, NODE_SECTION);
	tree_paragraph(document, section, "a");
	tree_add(document, section, NODE_QUOTATION);
	assert_text(trace(&arena, document->root, NODE_KINDS),
	            "+DOCUMENT+SECTION+PARAGRAPH+TEXT_RUN-PARAGRAPH+QUOTATION-QUOTATION-SECTION"
	            "-DOCUMENT");
	assert_text(trace(&arena, document->root, NODE_PARAGRAPH),
	            "+DOCUMENT+SECTION+PARAGRAPH-PARAGRAPH+QUOTATION-QUOTATION-SECTION-DOCUMENT");
	assert_text(trace(&arena, document->root, NODE_DOCUMENT), "+DOCUMENT-DOCUMENT");
	arena_release(&arena);
}

static void test_walk_stays_below_its_root(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	Node *a = tree_paragraph(document, document->root, "a");
	tree_paragraph(document, document->root, "b");
	assert_text(trace(&arena, a, NODE_KINDS), "+PARAGRAPH+TEXT_RUN-PARAGRAPH");
	assert_text(trace(&arena, a->first, NODE_KINDS), "+TEXT_RUN");
	assert_text(trace(&arena, a->first, NODE_TEXT_RUN), "+TEXT_RUN");
	assert_text(trace(&arena, NULL, NODE_KINDS), "");
	arena_release(&arena);
}

static void test_walk_of_a_deep_tree(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	Node *node = document->root;
	for (int i = 0; i < 100000; i++)
		node = tree_add(document, node, NODE_QUOTATION);
	int events = 0;
	for (Walk walk = walk_start(document->root); walk_next(&walk);)
		events++;
	assert_int_equal(events, 200002);
	arena_release(&arena);
}

/* Finish */

static void test_notes_are_numbered_by_first_reference(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	Node *text = tree_paragraph(document, document->root, "x");
	Node *notes = tree_add(document, document->root, NODE_NOTES);
	notes->as.group.title = TEXT("Noter");
	Node *a = tree_with(document, notes, NODE_NOTE, "a");
	Node *unused = tree_with(document, notes, NODE_NOTE, "u");
	Node *b = tree_with(document, notes, NODE_NOTE, "b");
	tree_reference(document, text, b);
	tree_reference(document, text, a);
	tree_reference(document, text, b);
	tree_reference(document, a, unused);
	document_finish(document);
	assert_text(document_dump(&arena, document), "DOCUMENT\n"
	                                             "  PARAGRAPH\n"
	                                             "    TEXT_RUN \"x\"\n"
	                                             "    NOTE_REFERENCE note=1\n"
	                                             "    NOTE_REFERENCE note=2\n"
	                                             "    NOTE_REFERENCE note=1\n"
	                                             "  NOTES title=\"Noter\"\n"
	                                             "    NOTE number=1 id=not-1\n"
	                                             "      TEXT_RUN \"b\"\n"
	                                             "    NOTE number=2 id=not-2\n"
	                                             "      TEXT_RUN \"a\"\n"
	                                             "      NOTE_REFERENCE\n");
	assert_null(unused->parent);
	arena_release(&arena);
}

static void test_empty_groups_are_taken_out(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	tree_heading(document, document->root, 1, "Titel");
	tree_add(document, document->root, NODE_CONTENTS);
	Node *notes = tree_add(document, document->root, NODE_NOTES);
	tree_with(document, notes, NODE_NOTE, "a");
	document_finish(document);
	assert_text(document_dump(&arena, document), "DOCUMENT\n"
	                                             "  HEADING level=1 id=titel\n"
	                                             "    TEXT_RUN \"Titel\"\n");
	arena_release(&arena);
}

static void test_heading_ids(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		const char *id;
	} cases[] = {
	        {"Bakgrund", "bakgrund"},
	        {"BAKGRUND", "bakgrund-2"},
	        {"bakgrund", "bakgrund-3"},
	        {"Bakgrund 2", "bakgrund-2-2"},
	        {"Ekonomi – 2018 (kr)", "ekonomi-2018-kr"},
	        {"Årsmöte & översyn", "arsmote-oversyn"},
	        {"–", "rubrik"},
	        {"…", "rubrik-2"},
	        {"Not 1", "rubrik-not-1"},
	        {"Del 1", "rubrik-del-1"},
	        {"Tabell 1", "rubrik-tabell-1"},
	        {"Notref 1", "rubrik-notref-1"},
	        {"Noter", "noter"},
	        {"Delmål", "delmal"},
	};
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		tree_heading(document, document->root, 2, cases[i].text);
	document_finish(document);
	const Node *node = document->root->first;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_text(node->id, cases[i].id);
		node = node->next;
	}
	arena_release(&arena);
}

static void test_contents_list_what_follows(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	tree_heading(document, document->root, 1, "Titel");
	tree_heading(document, document->root, 2, "Före");
	Node *contents = tree_add(document, document->root, NODE_CONTENTS);
	Node *section = tree_add(document, document->root, NODE_SECTION);
	Node *listed = tree_heading(document, section, 2, "A");
	tree_reference(document, listed, NULL);
	tree_add(document, listed, NODE_LINE_BREAK);
	tree_text(document, listed, "b");
	tree_heading(document, section, 3, "Under");
	tree_heading(document, section, 4, "Djupt");
	tree_heading(document, section, 2, "Dold")->as.heading.unlisted = true;
	document_finish(document);
	node_detach(contents);
	Document alone = {.arena = &arena, .root = contents};
	assert_text(document_dump(&arena, &alone), "CONTENTS\n"
	                                           "  CONTENTS_ENTRY level=1 heading=a-b\n"
	                                           "    TEXT_RUN \"A b\"\n"
	                                           "  CONTENTS_ENTRY level=2 heading=under\n"
	                                           "    TEXT_RUN \"Under\"\n");
	assert_ptr_equal(contents->first->as.entry.heading, listed);
	arena_release(&arena);
}

static void test_many_equal_headings_are_quick(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	for (int i = 0; i < 50000; i++)
		tree_heading(document, document->root, 2, "Samma");
	document_finish(document);
	assert_text(document->root->last->id, "samma-50000");
	arena_release(&arena);
}

static void test_names(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Names names = {.arena = &arena};
	assert_text(names_take(&names, TEXT("a-2"), 2), "a-2");
	assert_text(names_take(&names, TEXT("a"), 2), "a");
	assert_text(names_take(&names, TEXT("a"), 2), "a-3");
	assert_text(names_take(&names, TEXT("a-2"), 2), "a-2-2");
	assert_text(names_take(&names, TEXT("b"), 1), "b");
	assert_text(names_take(&names, TEXT("b"), 1), "b-1");
	assert_text(names_take(&names, TEXT(""), 1), "");
	assert_text(names_take(&names, TEXT(""), 1), "-1");
	arena_release(&arena);
}

/* Given ids and the links that lead to them */

static void test_a_given_id_is_kept(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	Node *made = tree_heading(document, document->root, 2, "Datum");
	Node *list = tree_add(document, document->root, NODE_FIELD_LIST);
	tree_field(document, list, "datum", "Dagen.")->id = TEXT("datum");
	Node *given = tree_heading(document, document->root, 2, "Något annat");
	given->id = TEXT("datum-2");
	document_finish(document);
	assert_text(list->first->id, "datum");
	assert_text(given->id, "datum-2");
	assert_text(made->id, "datum-3");
	arena_release(&arena);
}

static void test_links_find_their_headings(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	Node *text = tree_paragraph(document, document->root, "Se ");
	Node *forward = tree_link(document, text, "#ekonomi", "ekonomin");
	Node *astray = tree_link(document, text, "#ekonomin", "ekonomin");
	Node *outside = tree_link(document, text, "https://x.se/#ekonomi", "x");
	Node *heading = tree_heading(document, document->root, 2, "Ekonomi");
	document_finish(document);
	assert_ptr_equal(forward->as.link.heading, heading);
	assert_true(node_link_leads(forward));
	assert_null(astray->as.link.heading);
	assert_false(node_link_leads(astray));
	assert_null(outside->as.link.heading);
	assert_true(node_link_leads(outside));
	arena_release(&arena);
}

/* Code */

static void test_code_blocks_keep_their_lines(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	assert_null(tree_code(document, document->root, " \n\n"));
	tree_code(document, document->root, "a:\n  b\n\nc\n\n");
	assert_text(document_dump(&arena, document), "DOCUMENT\n"
	                                             "  CODE_BLOCK\n"
	                                             "    TEXT_RUN \"a:\"\n"
	                                             "    LINE_BREAK\n"
	                                             "    TEXT_RUN \"  b\"\n"
	                                             "    LINE_BREAK\n"
	                                             "    LINE_BREAK\n"
	                                             "    TEXT_RUN \"c\"\n");
	arena_release(&arena);
}

/* Bound. A tilde stands for a no-break space. */

static void assert_bound(Text text, const char *expected)
{
	Arena arena = test_arena();
	Buffer shown = buffer_new(&arena, 1000);
	for (size_t i = 0; i < text.length; i++) {
		bool bound = text_starts(text_after(text, i), TEXT("\u00a0"));
		buffer_put_byte(&shown, bound ? '~' : text.bytes[i]);
		i += bound;
	}
	assert_text(buffer_text(&shown), expected);
	arena_release(&arena);
}

static void test_what_belongs_together_is_bound_across_texts(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	Node *block = tree_paragraph(document, document->root, "Den 1 juli");
	Node *end_of_line = tree_text(document, block, " ");
	Node *year = tree_text(document, block, "2018 fick 5 av 7 enligt 2 ");
	Node *strong = tree_with(document, block, NODE_STRONG, "kap. 3");
	Node *rest = tree_text(document, block, " § och 933");
	tree_add(document, block, NODE_LINE_BREAK);
	Node *next = tree_text(document, block, "000 kr, 47 ");
	Node *code = tree_with(document, block, NODE_CODE, "5 kr");
	Node *percent = tree_text(document, block, " %");
	Node *other = tree_paragraph(document, document->root, "kr 5 ");
	Node *last = tree_paragraph(document, document->root, "kr");
	document_finish(document);
	assert_bound(block->first->as.text, "Den~1~juli");
	assert_bound(end_of_line->as.text, "~");
	assert_bound(year->as.text, "2018 fick 5 av 7 enligt 2~");
	assert_bound(strong->first->as.text, "kap.~3");
	assert_bound(rest->as.text, "~§ och 933");
	assert_bound(next->as.text, "000~kr, 47 ");
	assert_bound(code->first->as.text, "5 kr");
	assert_bound(percent->as.text, " %");
	assert_bound(other->first->as.text, "kr 5 ");
	assert_bound(last->first->as.text, "kr");
	arena_release(&arena);
}

static void test_headings_contents_and_lines_to_sign_on_are_bound(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	Node *contents = tree_add(document, document->root, NODE_CONTENTS);
	Node *heading = tree_heading(document, document->root, 2, "Bilaga 1");
	Node *blocks = tree_add(document, document->root, NODE_SIGNATURES);
	Node *line = tree_with(document, tree_add(document, blocks, NODE_SIGNATURE),
	                       NODE_SIGNATURE_LINE, "Ort och datum");
	line->as.line.filled = TEXT("Orten den 1 juli 2018");
	document_finish(document);
	assert_bound(heading->first->as.text, "Bilaga~1");
	assert_bound(contents->first->first->as.text, "Bilaga~1");
	assert_text(heading->id, "bilaga-1");
	assert_bound(line->as.line.filled, "Orten den~1~juli~2018");
	arena_release(&arena);
}

/* Dump */

static void test_dump_shows_what_each_kind_has(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	Node *root = document->root;
	tree_heading(document, root, 2,
	             "a\"b\\c\xC2\xA0"
	             "d")
	        ->as.heading.unlisted = true;
	Node *list = tree_add(document, root, NODE_LIST);
	list->as.list.ordered = true;
	list->as.list.start = 3;
	list->as.list.tight = true;
	Node *row = tree_add(document, root, NODE_ROW);
	row->as.row.sum = true;
	Node *cell = tree_add(document, row, NODE_HEADER_CELL);
	cell->as.cell.align = ALIGN_END;
	cell->as.cell.scope = SCOPE_ROW;
	tree_add(document, row, NODE_CELL);
	Node *link = tree_add(document, root, NODE_LINK);
	link->as.link.target = TEXT("https://x.se");
	tree_add(document, link, NODE_LINE_BREAK);
	tree_add(document, root, NODE_SIGNATURE_LINE)->as.line.filled = TEXT("Orten");
	assert_text(document_dump(&arena, document), "DOCUMENT\n"
	                                             "  HEADING level=2 unlisted\n"
	                                             "    TEXT_RUN \"a\\\"b\\\\c\\{A0}d\"\n"
	                                             "  LIST ordered start=3 tight\n"
	                                             "  ROW sum\n"
	                                             "    HEADER_CELL end row\n"
	                                             "    CELL\n"
	                                             "  LINK target=\"https://x.se\"\n"
	                                             "    LINE_BREAK\n"
	                                             "  SIGNATURE_LINE filled=\"Orten\"\n");
	arena_release(&arena);
}

/* Links */

static void test_link_schemes(void **state)
{
	(void)state;
	assert_true(link_is_allowed(TEXT("https://linkoping.se")));
	assert_true(link_is_allowed(TEXT("HTTP://linkoping.se")));
	assert_true(link_is_allowed(TEXT("mailto:a@b.se")));
	assert_true(link_is_allowed(TEXT("tel:+4613206000")));
	assert_false(link_is_allowed(TEXT("https:")));
	assert_false(link_is_allowed(TEXT("")));
	assert_false(link_is_allowed(TEXT("javascript:alert(1)")));
	assert_false(link_is_allowed(TEXT(" https://x")));
	assert_false(link_is_allowed(TEXT("data:text/html,x")));
	assert_false(link_is_allowed(TEXT("//x.se")));
	assert_false(link_is_allowed(TEXT("httpsx://x.se")));
}

static Text url(Arena *arena, Text target)
{
	Buffer out = buffer_new(arena, 4096);
	link_put(&out, target);
	return buffer_text(&out);
}

static void test_link_percent_encoding(void **state)
{
	(void)state;
	Arena arena = test_arena();
	assert_text(url(&arena, TEXT("https://x.se/a?b=c&d=(e)#f")), "https://x.se/a?b=c&d=(e)#f");
	assert_text(url(&arena, TEXT("https://x.se/å \"<|\\^`{}[]")),
	            "https://x.se/%C3%A5%20%22%3C%7C%5C%5E%60%7B%7D%5B%5D");
	assert_text(url(&arena, TEXT("https://x/%C3%a5%2%zz%")), "https://x/%C3%a5%252%25zz%25");
	assert_text(url(&arena, TEXT("https://x/#a#b")), "https://x/#a%23b");
	assert_text(url(&arena, TEXT("https://x/\n\t")), "https://x/%0A%09");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_facts_name_every_kind),
	        cmocka_unit_test(test_facts_blocks_and_inlines_are_their_classes),
	        cmocka_unit_test(test_facts_parts),
	        cmocka_unit_test(test_new_document),
	        cmocka_unit_test(test_detach_first_middle_last),
	        cmocka_unit_test(test_node_text),
	        cmocka_unit_test(test_walk_enters_and_leaves),
	        cmocka_unit_test(test_walk_stays_below_its_root),
	        cmocka_unit_test(test_walk_of_a_deep_tree),
	        cmocka_unit_test(test_notes_are_numbered_by_first_reference),
	        cmocka_unit_test(test_empty_groups_are_taken_out),
	        cmocka_unit_test(test_heading_ids),
	        cmocka_unit_test(test_contents_list_what_follows),
	        cmocka_unit_test(test_many_equal_headings_are_quick),
	        cmocka_unit_test(test_names),
	        cmocka_unit_test(test_a_given_id_is_kept),
	        cmocka_unit_test(test_links_find_their_headings),
	        cmocka_unit_test(test_code_blocks_keep_their_lines),
	        cmocka_unit_test(test_what_belongs_together_is_bound_across_texts),
	        cmocka_unit_test(test_headings_contents_and_lines_to_sign_on_are_bound),
	        cmocka_unit_test(test_dump_shows_what_each_kind_has),
	        cmocka_unit_test(test_link_schemes),
	        cmocka_unit_test(test_link_percent_encoding),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
