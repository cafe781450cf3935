/* Unit tests of document/glossary.h: where abbreviations are marked, and where they are not. */
#include "support.h"

#include "base/buffer.h"
#include "document/glossary.h"
#include "fixture.h"
#include "tree.h"

/* All text with [IOP=words] for an abbreviation and a bar after each block. */
static Text marked(Fixture *fixture)
{
	GlossaryItem items[] = {{TEXT("IOP"), TEXT("idéburet partnerskap")},
	                        {TEXT("IOPS"), TEXT("flera")},
	                        {TEXT("IOP"), TEXT("ett senare i listan")},
	                        {TEXT("tkr"), TEXT("tusen kronor")},
	                        {TEXT("ÄN"), TEXT("äldrenämnden")}};
	Glossary glossary = {.items = items, .count = sizeof items / sizeof *items};
	document_mark_abbreviations(fixture->document, &glossary);
	Buffer out = buffer_new(&fixture->arena, BUFFER_MAXIMUM);
	for (Walk walk = walk_start(fixture->root); walk_next(&walk);) {
		const Node *node = walk.node;
		bool entered = walk.event == WALK_ENTER;
		if (entered && node->kind == NODE_TEXT_RUN) {
			assert_true(node->as.text.length > 0);
			buffer_put(&out, node->as.text);
		} else if (node->kind == NODE_ABBREVIATION) {
			buffer_put(&out, entered ? TEXT("[") : TEXT("="));
			buffer_put(&out, entered ? TEXT("") : node->as.abbreviation.words);
			buffer_put(&out, entered ? TEXT("") : TEXT("]"));
		} else if (!entered && node_facts(node->kind)->class == CLASS_BLOCK) {
			buffer_put(&out, TEXT("|"));
		}
	}
	return buffer_text(&out);
}

static void assert_marked(Fixture *fixture, const char *text, const char *expected)
{
	tree_paragraph(fixture->document, fixture->root, text);
	assert_text(marked(fixture), expected);
	Text fault = {0};
	assert_null(document_check(fixture->document, &fault));
}

static void test_a_whole_word_is_marked(void **state)
{
	assert_marked(*state, "Ett IOP.", "Ett [IOP=idéburet partnerskap].|");
}

static void test_first_and_last_in_the_text(void **state)
{
	assert_marked(*state, "ÄN ger 5\u00a0tkr",
	              "[ÄN=äldrenämnden] ger 5\u00a0[tkr=tusen kronor]|");
}

static void test_endings_and_compounds(void **state)
{
	assert_marked(*state, "”IOP:s” IOP-avtal", "”[IOP=idéburet partnerskap]:s” IOP-avtal|");
}

static void test_parts_of_words_are_not_marked(void **state)
{
	assert_marked(*state, "IOPen, ÖIOP, IOP2, 5IOP, iop, SÄN, ÄNÖ",
	              "IOPen, ÖIOP, IOP2, 5IOP, iop, SÄN, ÄNÖ|");
}

static void test_the_longest_word_counts(void **state)
{
	assert_marked(*state, "IOPS", "[IOPS=flera]|");
}

static void test_a_value_and_what_is_written_around_it_are_one_word(void **state)
{
	Fixture *fixture = *state;
	Node *paragraph = tree_paragraph(fixture->document, fixture->root, "X");
	tree_text(fixture->document, paragraph, "IOP");
	tree_text(fixture->document, paragraph, " IOP");
	tree_text(fixture->document, paragraph, "X IOP");
	assert_text(marked(fixture), "XIOP IOPX [IOP=idéburet partnerskap]|");
}

/* Once in a section, and again in the next: a reader may begin there. */
static void test_once_in_every_section(void **state)
{
	Fixture *fixture = *state;
	tree_paragraph(fixture->document, fixture->root, "IOP IOP");
	tree_heading(fixture->document, fixture->root, 2, "Om IOP");
	tree_paragraph(fixture->document, fixture->root, "IOP");
	tree_heading(fixture->document, fixture->root, 3, "Mer");
	tree_paragraph(fixture->document, fixture->root, "IOP");
	assert_text(marked(fixture), "[IOP=idéburet partnerskap] IOP|Om IOP|"
	                             "[IOP=idéburet partnerskap]|Mer|IOP|");
}

/* Whoever listens would hear the words twice. */
static void test_not_where_the_words_stand(void **state)
{
	Fixture *fixture = *state;
	Node *paragraph =
	        tree_paragraph(fixture->document, fixture->root, "Idéburet partnerskap (IOP)");
	tree_with(fixture->document, paragraph, NODE_STRONG, ", IOP");
	tree_paragraph(fixture->document, fixture->root, "IOP");
	assert_text(marked(fixture), "Idéburet partnerskap (IOP), IOP|IOP|");
}

static void test_not_in_headings_links_code_and_other_languages(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	tree_heading(document, fixture->root, 1, "IOP");
	Node *paragraph = tree_paragraph(document, fixture->root, "a ");
	tree_with(document, paragraph, NODE_LINK, "IOP");
	tree_with(document, paragraph, NODE_CODE, "IOP");
	tree_with(document, paragraph, NODE_FOREIGN, "IOP");
	tree_with(document, paragraph, NODE_EMPHASIS, "IOP");
	document_add_code_block(document, fixture->root, TEXT("IOP"), TREE_NOWHERE);
	assert_text(marked(fixture), "IOP|a IOPIOPIOP[IOP=idéburet partnerskap]|IOP|");
}

static void test_no_list_no_marks(void **state)
{
	Fixture *fixture = *state;
	tree_paragraph(fixture->document, fixture->root, "Ett IOP.");
	document_mark_abbreviations(fixture->document, &(Glossary){0});
	assert_text(document_dump(&fixture->arena, fixture->document),
	            "DOCUMENT\n  PARAGRAPH\n    TEXT_RUN \"Ett IOP.\"\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	        TEST(test_a_whole_word_is_marked),
	        TEST(test_first_and_last_in_the_text),
	        TEST(test_endings_and_compounds),
	        TEST(test_parts_of_words_are_not_marked),
	        TEST(test_the_longest_word_counts),
	        TEST(test_a_value_and_what_is_written_around_it_are_one_word),
	        TEST(test_once_in_every_section),
	        TEST(test_not_where_the_words_stand),
	        TEST(test_not_in_headings_links_code_and_other_languages),
	        TEST(test_no_list_no_marks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
