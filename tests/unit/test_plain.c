/* Unit tests of plain/: every kind of node as exact text, and what never gets into a line. */
#include "support.h"

#include "document/document.h"
#include "fixture.h"
#include "plain/writer.h"
#include "tree.h"

#define NBSP "\xC2\xA0"

static Text written(Fixture *fixture)
{
	document_finish(fixture->document);
	return plain_write(&fixture->arena, fixture->document);
}

static void test_empty_document_is_one_line_end(void **state)
{
	assert_text(written(*state), "\n");
}

static void test_draft_says_so_first(void **state)
{
	Fixture *fixture = *state;
	fixture->document->facts.draft_mark = TEXT("Utkast på väg");
	tree_heading(fixture->document, fixture->root, 1, "Titel");
	assert_text(written(fixture), "UTKAST PÅ VÄG\n\nTitel\n");
}

static void test_headings_stand_right_above_what_they_head(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	tree_heading(document, tree_add(document, fixture->root, NODE_COVER), 1, "Titel");
	tree_heading(document, fixture->root, 2, "Utan text");
	Node *section = tree_add(document, fixture->root, NODE_SECTION);
	Node *heading = tree_heading(document, section, 2, "# Mål");
	tree_add(document, heading, NODE_LINE_BREAK);
	tree_text(document, heading, "mått");
	tree_paragraph(document, tree_add(document, section, NODE_MASTHEAD), "Ett.");
	tree_paragraph(document, section, "* Två.");
	tree_heading(document, section, 3, "Sist");
	tree_item(document, tree_list(document, section, false, true), "a");
	assert_text(written(fixture), "Titel\n"
	                              "\n"
	                              "Utan text\n"
	                              "\n"
	                              "# Mål mått\n"
	                              "Ett.\n"
	                              "\n"
	                              "* Två.\n"
	                              "\n"
	                              "Sist\n"
	                              "– a\n");
}

static void test_lines_within_a_paragraph(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *text = tree_paragraph(document, fixture->root, "933" NBSP "000" NBSP "kr");
	tree_add(document, text, NODE_LINE_BREAK);
	Node *emphasis = tree_with(document, text, NODE_EMPHASIS, "b ");
	tree_with(document, emphasis, NODE_STRONG, "c");
	tree_add(document, emphasis, NODE_LINE_BREAK);
	tree_with(document, emphasis, NODE_CODE, " d ");
	tree_with(document, text, NODE_FOREIGN, "e");
	tree_add(document, text, NODE_LINE_BREAK);
	assert_text(written(fixture), "933" NBSP "000" NBSP "kr\nb c\n d e\n");
}

static void test_no_character_ends_a_line_or_moves_a_cursor(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	tree_paragraph(document, fixture->root,
	               "a\nb\tc\x1B[31md\x7F"
	               "e\xC2\x85"
	               "f\xE2\x80\xA8g\xE2\x80\xA9h");
	assert_text(written(fixture), "a b c [31md e f g h\n");
}

static void test_lists(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *tight = tree_list(document, fixture->root, true, true);
	tree_item(document, tight, "a");
	Node *item = tree_item(document, tight, "b");
	tree_item(document, tree_list(document, item, false, true), "c");
	tree_paragraph(document, item, "d");
	tree_item(document, tight, "e");
	Node *loose = tree_list(document, fixture->root, true, false);
	loose->as.list.start = 9;
	item = tree_item(document, loose, "f");
	tree_paragraph(document, item, "g");
	tree_item(document, loose, "h");
	Node *outer =
	        tree_add(document, tree_list(document, fixture->root, false, true), NODE_ITEM);
	tree_item(document, tree_list(document, outer, true, true), "i");
	tree_paragraph(document, fixture->root, "j");
	assert_text(written(fixture), "1. a\n"
	                              "2. b\n"
	                              "\t– c\n"
	                              "\n"
	                              "\td\n"
	                              "3. e\n"
	                              "\n"
	                              "9. f\n"
	                              "\n"
	                              "\tg\n"
	                              "\n"
	                              "10. h\n"
	                              "\n"
	                              "– 1. i\n"
	                              "\n"
	                              "j\n");
}

static void test_quotation(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *item = tree_item(document, tree_list(document, fixture->root, false, false), "a");
	Node *quotation = tree_add(document, item, NODE_QUOTATION);
	tree_heading(document, quotation, 3, "b");
	tree_paragraph(document, quotation, "c");
	tree_paragraph(document, quotation, "d");
	tree_paragraph(document, fixture->root, "e");
	assert_text(written(fixture), "– a\n"
	                              "\n"
	                              "\t> b\n"
	                              "\t> c\n"
	                              "\t>\n"
	                              "\t> d\n"
	                              "\n"
	                              "e\n");
}

static void test_code_block(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *item = tree_item(document, tree_list(document, fixture->root, false, true), "a");
	tree_code(document, item, "b:\n  c\n");
	tree_paragraph(document, fixture->root, "d");
	assert_text(written(fixture), "– a\n\n\tb:\n\t  c\n\nd\n");
}

static void test_fields(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	tree_heading(document, fixture->root, 1, "Titel");
	Node *list = tree_add(document, fixture->root, NODE_FIELD_LIST);
	Node *field = tree_field(document, list, "Handläggare", "A");
	tree_with(document, field, NODE_FIELD_VALUE, "B");
	tree_field(document, list, "Dnr:", "ÄN 2019-878");
	field = tree_add(document, list, NODE_FIELD);
	tree_with(document, field, NODE_FIELD_NAME, "Tomt");
	tree_add(document, field, NODE_FIELD_VALUE);
	tree_paragraph(document, fixture->root, "Efter.");
	assert_text(written(fixture), "Titel\n"
	                              "Handläggare: A, B\n"
	                              "Dnr: ÄN\u00a02019-878\n"
	                              "Tomt:\n"
	                              "\n"
	                              "Efter.\n");
}

static void test_table(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *table = tree_add(document, fixture->root, NODE_TABLE);
	tree_with(document, table, NODE_CAPTION, "Kostnader");
	Node *row = tree_add(document, tree_add(document, table, NODE_TABLE_HEAD), NODE_ROW);
	tree_cell(document, row, NODE_HEADER_CELL, ALIGN_START, "");
	tree_cell(document, row, NODE_HEADER_CELL, ALIGN_END, "Kr");
	Node *body = tree_add(document, table, NODE_TABLE_BODY);
	row = tree_row(document, body, "a", "1" NBSP "000");
	tree_add(document, row->first, NODE_LINE_BREAK);
	tree_text(document, row->first, "b\tc");
	row = tree_row(document, tree_add(document, table, NODE_TABLE_FOOT), "Summa", "");
	row->as.row.sum = true;
	tree_paragraph(document, fixture->root, "Efter.");
	assert_text(written(fixture), "Kostnader\n"
	                              "\tKr\n"
	                              "a b c\t1" NBSP "000\n"
	                              "Summa\t\n"
	                              "\n"
	                              "Efter.\n");
}

static void test_contents(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *contents = tree_add(document, fixture->root, NODE_CONTENTS);
	contents->as.group.title = TEXT("Innehåll");
	tree_heading(document, fixture->root, 2, "Ett");
	tree_heading(document, fixture->root, 3, "Två");
	tree_paragraph(document, fixture->root, "Tre.");
	assert_text(written(fixture), "Innehåll\n"
	                              "– Ett\n"
	                              "\t– Två\n"
	                              "\n"
	                              "Ett\n"
	                              "\n"
	                              "Två\n"
	                              "Tre.\n");
}

static void test_notes(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *text = tree_paragraph(document, fixture->root, "Hej!");
	Node *notes = tree_add(document, fixture->root, NODE_NOTES);
	notes->as.group.title = TEXT("Noter");
	Node *first = tree_with(document, notes, NODE_NOTE, "ett");
	tree_add(document, first, NODE_LINE_BREAK);
	tree_text(document, first, "två");
	tree_reference(document, text, first);
	tree_text(document, text, " x");
	tree_reference(document, text, tree_with(document, notes, NODE_NOTE, "tre"));
	assert_text(written(fixture), "Hej![1] x[2]\n\nNoter\n[1] ett två\n[2] tre\n");
}

static void test_notes_without_heading(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *text = tree_paragraph(document, fixture->root, "Hej");
	Node *notes = tree_add(document, fixture->root, NODE_NOTES);
	tree_reference(document, text, tree_with(document, notes, NODE_NOTE, "ett"));
	assert_text(written(fixture), "Hej[1]\n\n[1] ett\n");
}

static void test_signatures(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *signatures = tree_add(document, fixture->root, NODE_SIGNATURES);
	Node *signature = tree_add(document, signatures, NODE_SIGNATURE);
	tree_paragraph(document, signature, "För kommunen");
	tree_with(document, signature, NODE_SIGNATURE_LINE, "Ort:");
	Node *line = tree_with(document, signature, NODE_SIGNATURE_LINE, "Ort och datum");
	line->as.line.filled = TEXT("Orten 2019-");
	assert_text(written(fixture), "För kommunen\n"
	                              "\n"
	                              "Ort: ______\n"
	                              "\n"
	                              "Ort och datum: Orten 2019- ______\n");
}

static void test_links_say_where_they_lead(void **state)
{
	(void)state;
	static const struct {
		const char *target, *text, *expected;
	} cases[] = {
	        {"https://a.se/b", "banken", "banken (https://a.se/b)\n"},
	        {"https://a.se/b", "b", "b (https://a.se/b)\n"},
	        {"https://a.se/b", "a.se/b", "a.se/b\n"},
	        {"https://a.se/b", "https://a.se/b", "https://a.se/b\n"},
	        {"mailto:a@b.se", "Anna", "Anna (a@b.se)\n"},
	        {"mailto:a@b.se", "a@b.se", "a@b.se\n"},
	        {"javascript:x", "text", "text\n"},
	        {"#mal", "mål", "mål\n\nMål\n"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Arena arena = test_arena();
		Document *document = document_new(&arena);
		Node *text = tree_add(document, document->root, NODE_PARAGRAPH);
		tree_link(document, text, cases[i].target, cases[i].text);
		if (cases[i].target[0] == '#')
			tree_heading(document, document->root, 2, "Mål");
		document_finish(document);
		assert_text(plain_write(&arena, document), cases[i].expected);
		arena_release(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup_teardown(test_empty_document_is_one_line_end, set_up,
	                                        tear_down),
	        cmocka_unit_test_setup_teardown(test_draft_says_so_first, set_up, tear_down),
	        cmocka_unit_test_setup_teardown(test_headings_stand_right_above_what_they_head,
	                                        set_up, tear_down),
	        cmocka_unit_test_setup_teardown(test_lines_within_a_paragraph, set_up, tear_down),
	        cmocka_unit_test_setup_teardown(test_no_character_ends_a_line_or_moves_a_cursor,
	                                        set_up, tear_down),
	        cmocka_unit_test_setup_teardown(test_lists, set_up, tear_down),
	        cmocka_unit_test_setup_teardown(test_quotation, set_up, tear_down),
	        cmocka_unit_test_setup_teardown(test_code_block, set_up, tear_down),
	        cmocka_unit_test_setup_teardown(test_fields, set_up, tear_down),
	        cmocka_unit_test_setup_teardown(test_table, set_up, tear_down),
	        cmocka_unit_test_setup_teardown(test_contents, set_up, tear_down),
	        cmocka_unit_test_setup_teardown(test_notes, set_up, tear_down),
	        cmocka_unit_test_setup_teardown(test_notes_without_heading, set_up, tear_down),
	        cmocka_unit_test_setup_teardown(test_signatures, set_up, tear_down),
	        cmocka_unit_test(test_links_say_where_they_lead),
	};
	return cmocka_run_group_tests_name("plain", tests, NULL, NULL);
}
