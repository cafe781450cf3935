/* Unit tests of markdown/: every kind as exact text, what is escaped, and what is left alone. */
#include "support.h"

#include "document/document.h"
#include "fixture.h"
#include "markdown/writer.h"
#include "tree.h"

#define NBSP "\xC2\xA0"

static Text written(Fixture *fixture)
{
	document_finish(fixture->document);
	return markdown_write(&fixture->arena, fixture->document);
}

/* Kinds */

static void test_empty_document_is_one_line_end(void **state)
{
	assert_text(written(*state), "\n");
}

static void test_draft_mark_stands_first(void **state)
{
	Fixture *fixture = *state;
	fixture->document->facts.draft_mark = TEXT("Utkast*");
	tree_heading(fixture->document, fixture->root, 1, "Titel");
	assert_text(written(fixture), "**Utkast\\***\n\n# Titel\n");
}

static void test_headings_and_paragraphs(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	tree_heading(document, tree_add(document, fixture->root, NODE_COVER), 1, "Titel");
	tree_paragraph(document, tree_add(document, fixture->root, NODE_MASTHEAD), "Nämnd");
	Node *section = tree_add(document, fixture->root, NODE_SECTION);
	Node *heading = tree_heading(document, section, 2, "Mål #1 #");
	tree_add(document, heading, NODE_LINE_BREAK);
	tree_text(document, heading, "- mått");
	tree_heading(document, section, 6, "1. Djup");
	tree_paragraph(document, section, "Ett.");
	tree_paragraph(document, section, "Två.");
	assert_text(written(fixture), "# Titel\n\n"
	                              "Nämnd\n\n"
	                              "## Mål \\#1 \\# - mått\n\n"
	                              "###### 1. Djup\n\n"
	                              "Ett.\n\n"
	                              "Två.\n");
}

static void test_line_breaks(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *text = tree_paragraph(document, fixture->root, "a");
	tree_add(document, text, NODE_LINE_BREAK);
	tree_text(document, text, "# b");
	tree_add(document, text, NODE_LINE_BREAK);
	tree_add(document, text, NODE_LINE_BREAK);
	tree_text(document, text, "---");
	tree_add(document, text, NODE_LINE_BREAK);
	assert_text(written(fixture), "a  \n\\# b  \n<br>---\n");
}

static void test_code(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *text = tree_paragraph(document, fixture->root, "a ");
	tree_with(document, text, NODE_CODE, "*b* | `c` ");
	tree_with(document, text, NODE_CODE, "`");
	tree_text(document, text, " ");
	tree_with(document, text, NODE_CODE, " d ");
	tree_code(document,
	          tree_item(document, tree_list(document, fixture->root, false, false), "e"),
	          "f:\n\n  ```g");
	Node *table = tree_add(document, fixture->root, NODE_TABLE);
	Node *row = tree_add(document, tree_add(document, table, NODE_TABLE_BODY), NODE_ROW);
	tree_with(document, tree_add(document, row, NODE_CELL), NODE_CODE, "h | i");
	assert_text(written(fixture), "a ``*b* | `c` ``<code>\\`</code> `  d  `\n\n"
	                              "- e\n\n"
	                              "  ````\n"
	                              "  f:\n"
	                              "\n"
	                              "    ```g\n"
	                              "  ````\n\n"
	                              "| |\n"
	                              "| --- |\n"
	                              "| `h \\| i` |\n");
}

static void test_links_within_the_text(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *text = tree_paragraph(document, fixture->root, "");
	tree_link(document, text, "#mal-matt", "mål");
	tree_link(document, text, "#mål", "inte");
	tree_heading(document, fixture->root, 2, "Mål & mått");
	assert_text(written(fixture), "[mål](#mål--mått)inte\n\n## Mål & mått\n");
}

static void test_lists(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *tight = tree_list(document, fixture->root, false, true);
	tree_item(document, tight, "a");
	Node *inner = tree_list(document, tree_item(document, tight, "b"), true, false);
	inner->as.list.start = 9;
	Node *item = tree_item(document, inner, "c");
	tree_paragraph(document, item, "d");
	Node *quotation = tree_add(document, tree_item(document, inner, "e"), NODE_QUOTATION);
	tree_paragraph(document, quotation, "f");
	tree_paragraph(document, quotation, "g");
	tree_item(document, tight, "h");
	tree_paragraph(document, fixture->root, "i");
	assert_text(written(fixture), "- a\n"
	                              "- b\n"
	                              "  9. c\n"
	                              "\n"
	                              "     d\n"
	                              "\n"
	                              "  10. e\n"
	                              "\n"
	                              "      > f\n"
	                              "      >\n"
	                              "      > g\n"
	                              "- h\n"
	                              "\n"
	                              "i\n");
}

static void test_neighbouring_lists_stay_apart(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	for (int i = 0; i < 3; i++)
		tree_item(document, tree_list(document, fixture->root, false, true), "a");
	for (int i = 0; i < 2; i++) {
		Node *section = tree_add(document, fixture->root, NODE_SECTION);
		tree_item(document, tree_list(document, section, true, true), "b");
	}
	assert_text(written(fixture), "- a\n\n* a\n\n- a\n\n1. b\n\n1) b\n");
}

static void test_item_that_begins_with_a_container(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *outer = tree_list(document, fixture->root, false, false);
	Node *item = tree_add(document, outer, NODE_ITEM);
	Node *quotation = tree_add(document, item, NODE_QUOTATION);
	tree_paragraph(document, quotation, "a");
	tree_heading(document, quotation, 2, "b");
	item = tree_add(document, outer, NODE_ITEM);
	tree_item(document, tree_list(document, item, true, true), "c");
	assert_text(written(fixture), "- > a\n"
	                              "  >\n"
	                              "  > ## b\n"
	                              "\n"
	                              "- 1. c\n");
}

static void test_fields(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *list = tree_add(document, fixture->root, NODE_FIELD_LIST);
	Node *field = tree_field(document, list, "Handläggare", "A");
	tree_with(document, field, NODE_FIELD_VALUE, "B");
	tree_field(document, list, "Dnr:", "- 1*");
	field = tree_add(document, list, NODE_FIELD);
	tree_with(document, field, NODE_FIELD_NAME, "Tomt");
	tree_add(document, field, NODE_FIELD_VALUE);
	assert_text(written(fixture), "**Handläggare:** A, B  \n"
	                              "**Dnr:** - 1\\*  \n"
	                              "**Tomt:**\n");
}

static void test_table(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *table = tree_add(document, fixture->root, NODE_TABLE);
	tree_with(document, table, NODE_CAPTION, "1. Kostnader");
	Node *head = tree_add(document, table, NODE_TABLE_HEAD);
	Node *row = tree_add(document, head, NODE_ROW);
	tree_cell(document, row, NODE_HEADER_CELL, ALIGN_START, "");
	tree_cell(document, row, NODE_HEADER_CELL, ALIGN_START, "Kr");
	Node *body = tree_add(document, table, NODE_TABLE_BODY);
	row = tree_row(document, body, "a|b\\|c", "10");
	tree_add(document, row->first, NODE_LINE_BREAK);
	tree_text(document, row->first, "- d");
	Node *foot = tree_add(document, table, NODE_TABLE_FOOT);
	row = tree_row(document, foot, "Summa", "");
	row->as.row.sum = true;
	tree_text(document, tree_add(document, row->first, NODE_STRONG), " A");
	tree_paragraph(document, fixture->root, "Efter.");
	assert_text(written(fixture), "**1. Kostnader**\n"
	                              "\n"
	                              "| | Kr |\n"
	                              "| --- | ---: |\n"
	                              "| a\\|b\\\\\\|c<br>- d | 10 |\n"
	                              "| **Summa" NBSP "A** | |\n"
	                              "\n"
	                              "Efter.\n");
}

static void test_table_without_head(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *item = tree_item(document, tree_list(document, fixture->root, false, false), "x");
	Node *table = tree_add(document, item, NODE_TABLE);
	Node *body = tree_add(document, table, NODE_TABLE_BODY);
	tree_row(document, body, "a", "1");
	tree_row(document, body, "b", "2");
	assert_text(written(fixture), "- x\n"
	                              "\n"
	                              "  | | |\n"
	                              "  | --- | ---: |\n"
	                              "  | a | 1 |\n"
	                              "  | b | 2 |\n");
}

static void test_contents(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *contents = tree_add(document, fixture->root, NODE_CONTENTS);
	contents->as.group.title = TEXT("Innehåll");
	tree_item(document, tree_list(document, fixture->root, false, true), "x");
	static const struct {
		int level;
		const char *text;
	} headings[] = {{3, "Först"}, {2, "Innehåll"}, {3, "Mål, år 2018!"}, {2, "A*b – c_d"}};
	Node *section = tree_add(document, fixture->root, NODE_SECTION);
	for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
		tree_heading(document, section, headings[i].level, headings[i].text);
	assert_text(written(fixture), "## Innehåll\n"
	                              "\n"
	                              "- [Först](#först)\n"
	                              "- [Innehåll](#innehåll-1)\n"
	                              "  - [Mål, år 2018!](#mål-år-2018)\n"
	                              "- [A\\*b – c_d](#ab--c_d)\n"
	                              "\n"
	                              "* x\n"
	                              "\n"
	                              "### Först\n"
	                              "\n"
	                              "## Innehåll\n"
	                              "\n"
	                              "### Mål, år 2018!\n"
	                              "\n"
	                              "## A\\*b – c_d\n");
}

static void test_notes(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *text = tree_paragraph(document, fixture->root, "Hej!");
	Node *notes = tree_add(document, fixture->root, NODE_NOTES);
	notes->as.group.title = TEXT("Noter");
	Node *first = tree_with(document, notes, NODE_NOTE, "- ett");
	tree_add(document, first, NODE_LINE_BREAK);
	tree_text(document, first, "två");
	tree_reference(document, text, first);
	tree_text(document, text, " x");
	tree_reference(document, text, tree_with(document, notes, NODE_NOTE, "tre"));
	assert_text(written(fixture), "Hej\\![^1] x[^2]\n"
	                              "\n"
	                              "## Noter\n"
	                              "\n"
	                              "[^1]: \\- ett  \n"
	                              "    två\n"
	                              "\n"
	                              "[^2]: tre\n");
}

static void test_signatures(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *signatures = tree_add(document, fixture->root, NODE_SIGNATURES);
	Node *signature = tree_add(document, signatures, NODE_SIGNATURE);
	tree_paragraph(document, signature, "För kommunen");
	tree_with(document, signature, NODE_SIGNATURE_LINE, "Namnteckning");
	tree_with(document, signature, NODE_SIGNATURE_LINE, "Ort:");
	Node *line = tree_with(document, signature, NODE_SIGNATURE_LINE, "Ort och datum");
	line->as.line.filled = TEXT("Orten* 2019-");
	assert_text(written(fixture), "För kommunen\n"
	                              "\n"
	                              "Namnteckning: ______\n"
	                              "\n"
	                              "Ort: ______\n"
	                              "\n"
	                              "Ort och datum: Orten\\* 2019- ______\n");
}

/* Emphasis and links */

static void test_emphasis(void **state)
{
	(void)state;
	static const struct {
		const char *before, *strong, *after, *expected;
	} cases[] = {
	        {"", "a", "", "**a**\n"},
	        {"x ", "a", " y", "x **a** y\n"},
	        {"x", "a", "y", "x**a**y\n"},
	        {"x", "(a)", "y", "x<strong>(a)</strong>y\n"},
	        {"x ", "(a)", ", y", "x **(a)**, y\n"},
	        {"x", " a", "", "x<strong> a</strong>\n"},
	        {"x", "a" NBSP, "y", "x<strong>a" NBSP "</strong>y\n"},
	        {"x", "", "y", "xy\n"},
	        {"*", "a", "*", "\\*<strong>a</strong>\\*\n"},
	        {"–", "§ 5", "–", "–**§" NBSP "5**–\n"},
	        {"- ", "a", "", "\\- **a**\n"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Fixture fixture;
		fixture_begin(&fixture);
		Node *text = tree_paragraph(fixture.document, fixture.root, cases[i].before);
		tree_with(fixture.document, text, NODE_STRONG, cases[i].strong);
		tree_text(fixture.document, text, cases[i].after);
		assert_text(written(&fixture), cases[i].expected);
		arena_release(&fixture.arena);
	}
}

static void test_nested_and_neighbouring_emphasis(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *text = tree_add(document, fixture->root, NODE_PARAGRAPH);
	Node *emphasis = tree_add(document, text, NODE_EMPHASIS);
	tree_with(document, emphasis, NODE_STRONG, "a");
	tree_text(document, emphasis, " b ");
	tree_with(document, emphasis, NODE_EMPHASIS, "c");
	tree_with(document, text, NODE_STRONG, "d");
	assert_text(written(fixture), "<em>**a** b c</em>**d**\n");
}

static void test_emphasis_at_the_edge_of_emphasis(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *text = tree_paragraph(document, fixture->root, "x ");
	Node *emphasis = tree_with(document, text, NODE_EMPHASIS, "a ");
	tree_with(document, emphasis, NODE_STRONG, "b");
	tree_text(document, text, " y ");
	emphasis = tree_add(document, text, NODE_EMPHASIS);
	tree_with(document, emphasis, NODE_STRONG, "c");
	tree_text(document, emphasis, " d");
	assert_text(written(fixture), "x *a <strong>b</strong>* y *<strong>c</strong> d*\n");
}

/* A line with a tag alone would begin a block of HTML. */
static void test_break_after_a_tag(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *text = tree_add(document, fixture->root, NODE_PARAGRAPH);
	Node *strong = tree_with(document, text, NODE_STRONG, " ");
	tree_add(document, strong, NODE_LINE_BREAK);
	tree_text(document, strong, "a");
	assert_text(written(fixture), "<strong> <br>a</strong>\n");
}

static void test_links(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *text = tree_paragraph(document, fixture->root, "Se!");
	tree_link(document, text, "https://x.se/(å)?a=1&b_c=2", "kommunens [sida]");
	tree_text(document, text, ", ");
	tree_link(document, text, "https://x.se/?a&lt;b c|d", "e");
	tree_text(document, text, ", ");
	tree_link(document, text, "javascript:alert(1)", "skript");
	assert_text(written(fixture),
	            "Se\\![kommunens \\[sida\\]](https://x.se/%28%C3%A5%29?a=1&b_c=2), "
	            "[e](https://x.se/?a&amp;lt;b%20c%7Cd), skript\n");
}

/* Escaping */

static void test_ordinary_text_is_left_alone(void **state)
{
	(void)state;
	static const char *const texts[] = {
	        "Mötet börjar kl." NBSP "9.00 (se bilagan) – därefter fika, 5" NBSP
	        "% rabatt & mer.",
	        "snake_case och kost_2018_ny",
	        "Social- och omsorgsnämnden",
	        "-5 grader",
	        "+46 13 20 60 00",
	        "2018 var ett år.",
	        "9.00 börjar mötet",
	        "a) är ingen punkt i en lista",
	        "a > b och c = d + e # f",
	        "AB & Co &; &# AT&T",
	        "Hej! Nej!",
	        "a | b",
	        ":smile: och kl: 9",
	        "”citat” och 'citat' \"citat\"",
	        "933" NBSP "000" NBSP "kr",
	        "@namn",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		Fixture fixture;
		fixture_begin(&fixture);
		tree_paragraph(fixture.document, fixture.root, texts[i]);
		Text page = written(&fixture);
		assert_text(text_cut(page, 0, page.length - 1), texts[i]);
		arena_release(&fixture.arena);
	}
}

static void test_markup_in_text_is_escaped(void **state)
{
	(void)state;
	static const struct {
		const char *text, *expected;
	} cases[] = {
	        {"<script>alert(1)</script>", "\\<script>alert(1)\\</script>"},
	        {"[^1] och [a](b)", "\\[^1\\] och \\[a\\](b)"},
	        {"![a](b)", "!\\[a\\](b)"},
	        {"*a* **b** `c` ~~d~~ $e$", "\\*a\\* \\*\\*b\\*\\* \\`c\\` \\~\\~d\\~\\~ \\$e\\$"},
	        {"_a_ b_ _c d__e", "\\_a\\_ b\\_ \\_c d\\_\\_e"},
	        {"\\*", "\\\\\\*"},
	        {"&amp; &#38; &#x26; &aring;", "\\&amp; \\&#38; \\&#x26; \\&aring;"},
	        {"# a", "\\# a"},
	        {"> a", "\\> a"},
	        {"- a", "\\- a"},
	        {"-", "\\-"},
	        {"+ a", "\\+ a"},
	        {"---", "\\---"},
	        {"===", "\\==="},
	        {"***", "\\*\\*\\*"},
	        {"___", "\\_\\_\\_"},
	        {"1. a", "1\\. a"},
	        {"12) a", "12\\) a"},
	        {"2018.", "2018\\."},
	        {"| a | b |", "\\| a | b |"},
	        {":--|--:", "\\:--|--:"},
	        {"    kod", "kod"},
	        {"\ta", "a"},
	        {"a\nb\r# c", "a b # c"},
	        {"```", "\\`\\`\\`"},
	        {"[a]: https://x.se", "\\[a\\]: https://x.se"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Fixture fixture;
		fixture_begin(&fixture);
		tree_paragraph(fixture.document, fixture.root, cases[i].text);
		Text page = written(&fixture);
		assert_text(text_cut(page, 0, page.length - 1), cases[i].expected);
		arena_release(&fixture.arena);
	}
}

/* What is harmless in each of two values can be markup where they meet. */
static void test_markup_across_texts_is_escaped(void **state)
{
	(void)state;
	static const struct {
		const char *first, *second, *expected;
	} cases[] = {
	        {"&", "amp;", "\\&amp;"}, {"1", ". a", "1\\. a"},         {"-", " a", "\\- a"},
	        {"a_", "b", "a_b"},       {"!", "[a](b)", "!\\[a\\](b)"}, {"", "# a", "\\# a"},
	        {"-", "--", "\\---"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Fixture fixture;
		fixture_begin(&fixture);
		Node *text = tree_paragraph(fixture.document, fixture.root, cases[i].first);
		tree_text(fixture.document, text, cases[i].second);
		Text page = written(&fixture);
		assert_text(text_cut(page, 0, page.length - 1), cases[i].expected);
		arena_release(&fixture.arena);
	}
}

#define MARKDOWN_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	        MARKDOWN_TEST(test_empty_document_is_one_line_end),
	        MARKDOWN_TEST(test_draft_mark_stands_first),
	        MARKDOWN_TEST(test_headings_and_paragraphs),
	        MARKDOWN_TEST(test_line_breaks),
	        MARKDOWN_TEST(test_code),
	        MARKDOWN_TEST(test_links_within_the_text),
	        MARKDOWN_TEST(test_lists),
	        MARKDOWN_TEST(test_neighbouring_lists_stay_apart),
	        MARKDOWN_TEST(test_item_that_begins_with_a_container),
	        MARKDOWN_TEST(test_fields),
	        MARKDOWN_TEST(test_table),
	        MARKDOWN_TEST(test_table_without_head),
	        MARKDOWN_TEST(test_contents),
	        MARKDOWN_TEST(test_notes),
	        MARKDOWN_TEST(test_signatures),
	        MARKDOWN_TEST(test_emphasis),
	        MARKDOWN_TEST(test_nested_and_neighbouring_emphasis),
	        MARKDOWN_TEST(test_emphasis_at_the_edge_of_emphasis),
	        MARKDOWN_TEST(test_break_after_a_tag),
	        MARKDOWN_TEST(test_links),
	        MARKDOWN_TEST(test_ordinary_text_is_left_alone),
	        MARKDOWN_TEST(test_markup_in_text_is_escaped),
	        MARKDOWN_TEST(test_markup_across_texts_is_escaped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
