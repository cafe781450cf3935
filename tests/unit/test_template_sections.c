/* Tests of template/sections: which sections are written, in what order, and with whose text. */
#include "page.h"

#define MATTER "ärende: {rubrik: R}\n"

/* A template of four sections: two that need text, one with standard text, one optional. */
static const char sections[] = "# T\n\n"
                               "{{#avsnitt}}\n\n"
                               "## Bakgrund {bakgrund}\n\n{{text}}\n\n"
                               "## Värdegrund {värdegrund}\n\n{{text annars Alla är lika.}}\n\n"
                               "## Legalitet {legalitet, valfritt}\n\n{{text}}\n\n"
                               "## Period {period}\n\nGäller {{ärende.rubrik}}.\n\n"
                               "{{/avsnitt}}\n";

#define TITLE      "<h1>T</h1>"
#define S(...)     "<section>" __VA_ARGS__ "</section>"
#define BACKGROUND S("<h2>Bakgrund</h2><p>B.</p>")
#define VALUES     S("<h2>Värdegrund</h2><p>Alla är lika.</p>")
#define LEGALITY   S("<h2>Legalitet</h2><p>L.</p>")
#define PERIOD     S("<h2>Period</h2><p>Gäller~R.</p>")

static void expand(Desk *desk, const char *document)
{
	desk->reading = document;
	page_expand(desk, sections, desk_join(desk, MATTER "rapport:\n", document));
}

CASE_TEST(sections_come_in_the_templates_order)
{
	expand(desk, "  bakgrund: B.\n");
	assert_page(desk, TITLE BACKGROUND VALUES PERIOD);
	expand(desk, "  legalitet: L.\n  bakgrund: B.\n");
	assert_page(desk, TITLE BACKGROUND VALUES LEGALITY PERIOD);
}

CASE_TEST(a_section_is_a_text_points_a_file_or_a_group)
{
	static const DeskFile files[] = {{"lang.md", "# Rubrik\n\nLång {{ärende.rubrik}}.\n"}, {0}};
	desk->files = files;
	expand(desk, "  bakgrund: [Ett., '*Två*.']\n");
	assert_page(desk,
	            TITLE S("<h2>Bakgrund</h2><ul><li><p>Ett.</p></li><li><p><em>Två</em>.</p>"
	                    "</li></ul>") VALUES PERIOD);
	expand(desk, "  bakgrund: {fil: lang.md}\n");
	assert_page(desk, TITLE S("<h2>Bakgrund</h2><h3>Rubrik</h3><p>Lång~R.</p>") VALUES PERIOD);
	expand(desk, "  bakgrund: {rubrik: Annan rubrik, text: B.}\n");
	assert_page(desk, TITLE S("<h2>Annan rubrik</h2><p>B.</p>") VALUES PERIOD);
	expand(desk, "  bakgrund: {punkter: [P.], text: B., fil: lang.md}\n");
	assert_page(desk, TITLE S("<h2>Bakgrund</h2><h3>Rubrik</h3><p>Lång~R.</p><p>B.</p>"
	                          "<ul><li><p>P.</p></li></ul>") VALUES PERIOD);
}

CASE_TEST(a_file_that_cannot_be_read_is_reported_at_its_name)
{
	expand(desk, "  bakgrund: {fil: saknas.md}\n");
	assert_reported(desk, {FILE_UNREADABLE, "saknas.md"});
}

CASE_TEST(the_cases_text_takes_the_place_of_standard_text)
{
	expand(desk, "  bakgrund: B.\n  värdegrund: Eget.\n");
	assert_page(desk, TITLE BACKGROUND S("<h2>Värdegrund</h2><p>Eget.</p>") PERIOD);
	expand(desk, "  bakgrund: B.\n  värdegrund: {rubrik: Våra värden}\n");
	assert_page(desk, TITLE BACKGROUND S("<h2>Våra värden</h2><p>Alla är lika.</p>") PERIOD);
}

CASE_TEST(optional_sections_are_left_out)
{
	static const char optional[] = "# T\n\n{{#avsnitt}}\n\n## A {a, valfritt}\n\n{{text annars "
	                               "Ej påkallat.}}\n\n## B {b}\n\nText.\n\n{{/avsnitt}}\n";
	page_expand(desk, optional, MATTER "rapport: {datum: 2020-01-01}\n");
	assert_page(desk, TITLE S("<h2>A</h2><p>Ej påkallat.</p>") S("<h2>B</h2><p>Text.</p>"));
	page_expand(desk, optional, MATTER "rapport: {utelämna: [a]}\n");
	assert_page(desk, TITLE S("<h2>B</h2><p>Text.</p>"));
	page_expand(desk, optional, MATTER "rapport: {utelämna: [b]}\n");
	assert_reported(desk, {SECTION_NOT_OPTIONAL, "b"});
	page_expand(desk, optional, MATTER "rapport: {utelämna: [cc]}\n");
	assert_reported(desk, {SECTION_UNKNOWN, "cc"});
}

CASE_TEST(a_misspelt_section_counts_as_the_one_that_was_meant)
{
	expand(desk, "  bakgrnd: B.\n");
	assert_reported(desk, {SECTION_UNKNOWN_NEAR, "bakgrnd"});
	assert_sentence(desk, "Det finns inget avsnitt ”bakgrnd” i rapport. Menade du ”bakgrund”?");
	expand(desk, "  bakgrund: B.\n  sammanfattning: S.\n");
	assert_reported(desk, {SECTION_UNKNOWN, "sammanfattning"});
	assert_sentence(desk,
	                "Det finns inget avsnitt ”sammanfattning” i rapport. Ska det vara ett "
	                "eget avsnitt, ge det en ”rubrik”.");
	expand(desk, "  bakgrund: B.\n  utelämna: [legalitt]\n");
	assert_reported(desk, {SECTION_UNKNOWN_NEAR, "legalitt"});
}

/* Sections of the case's own */

#define OWN(key, after)                                                                            \
	"  " key ":\n    rubrik: Rubrik " key "\n    efter: " after "\n    text: Text.\n"
#define OWN_PAGE(key) S("<h2>Rubrik " key "</h2><p>Text.</p>")

CASE_TEST(own_sections_stand_after_the_one_they_name)
{
	expand(desk, "  bakgrund: B.\n" OWN("x1", "bakgrund"));
	assert_page(desk, TITLE BACKGROUND OWN_PAGE("x1") VALUES PERIOD);
	expand(desk, "  bakgrund: B.\n" OWN("x1", "bakgrund") OWN("x2", "bakgrund")
	                     OWN("x3", "bakgrund"));
	assert_page(desk,
	            TITLE BACKGROUND OWN_PAGE("x1") OWN_PAGE("x2") OWN_PAGE("x3") VALUES PERIOD);
	expand(desk,
	       "  bakgrund: B.\n" OWN("x1", "period") OWN("x2", "x1") OWN("x3", "värdegrund"));
	assert_page(desk,
	            TITLE BACKGROUND VALUES OWN_PAGE("x3") PERIOD OWN_PAGE("x1") OWN_PAGE("x2"));
}

CASE_TEST(own_sections_without_a_place_come_last)
{
	expand(desk, "  bakgrund: B.\n  x1: {rubrik: Rubrik x1, text: Text.}\n"
	             "  x2: {rubrik: Rubrik x2, punkter: [P.]}\n");
	assert_page(desk, TITLE BACKGROUND VALUES PERIOD OWN_PAGE("x1")
	                          S("<h2>Rubrik x2</h2><ul><li><p>P.</p></li></ul>"));
}

CASE_TEST(own_sections_tell_their_faults)
{
	expand(desk, "  bakgrund: B.\n" OWN("x1", "bakgrun"));
	assert_reported(desk, {SECTION_UNKNOWN_NEAR, "bakgrun"});
	expand(desk, "  bakgrund: B.\n" OWN("x1", "sammanfattning"));
	assert_reported(desk, {SECTION_UNKNOWN, "sammanfattning"});
	expand(desk, "  bakgrund: B.\n  x1: {rubrik: Rubrik, efter: bakgrund}\n");
	assert_reported(desk, {SECTION_EMPTY, "x1"});
}

/* The case's own order */

CASE_TEST(a_case_may_order_its_sections)
{
	expand(desk, "  bakgrund: B.\n  ordning: [period, värdegrund, bakgrund]\n");
	assert_page(desk, TITLE PERIOD VALUES BACKGROUND);
	expand(desk, "  bakgrund: B.\n  ordning: [x1, legalitet, period, värdegrund, bakgrund]\n"
	             "  x1: {rubrik: Rubrik x1, text: Text.}\n");
	assert_page(desk, TITLE OWN_PAGE("x1") PERIOD VALUES BACKGROUND);
	/* One that is named twice is written once. */
	expand(desk, "  bakgrund: B.\n  ordning: [period, bakgrund, period, värdegrund]\n");
	assert_page(desk, TITLE PERIOD BACKGROUND VALUES);
}

CASE_TEST(an_order_names_every_section_that_is_written)
{
	expand(desk, "  bakgrund: B.\n  ordning: [bakgrund, värdegrund]\n");
	assert_reported(desk, {SECTION_NOT_ORDERED, "bakgrund"});
	assert_sentence(desk,
	                "”ordning” nämner inte avsnittet ”period”. Lägg till det där det ska stå.");
	expand(desk,
	       "  bakgrund: B.\n  legalitet: L.\n  ordning: [bakgrund, värdegrund, period]\n");
	assert_reported(desk, {SECTION_NOT_ORDERED, "bakgrund"});
}

CASE_TEST(a_misspelt_section_of_an_order_is_one_fault)
{
	expand(desk, "  bakgrund: B.\n  ordning: [bakgrund, värdegrnd, period]\n");
	assert_reported(desk, {SECTION_UNKNOWN_NEAR, "värdegrnd"});
	expand(desk, "  bakgrund: B.\n  ordning: [bakgrund, värdegrund, period, slutord]\n");
	assert_reported(desk, {SECTION_UNKNOWN, "slutord"});
}

/* What a template says of a section */

CASE_TEST(points_are_numbered)
{
	static const char numbered[] =
	        "# T\n\n{{#avsnitt}}\n\n## A {a}\n\n{{punkter}}\n\n{{/avsnitt}}\n";
	page_expand(desk, numbered, MATTER "rapport:\n  a: [Ett., '**Två** {{ärende.rubrik}}.']\n");
	assert_page(desk, TITLE S("<h2>A</h2><ol><li><p>Ett.</p></li><li><p><strong>Två</strong>~R."
	                          "</p></li></ol>"));
	page_expand(desk, numbered, MATTER "rapport:\n  a: Löpande text.\n");
	assert_page(desk, TITLE S("<h2>A</h2><p>Löpande text.</p>"));
	page_expand(desk, numbered, MATTER "rapport: {datum: 2020-01-01}\n");
	assert_reported(desk, {SECTION_MISSING, "rapport"});
}

CASE_TEST(standard_text_may_be_a_block)
{
	static const DeskFile files[] = {{"vardegrund", "Vi *tror* på {{ärende.rubrik}}.\n"}, {0}};
	static const char block[] = "# T\n\n{{#avsnitt}}\n\n## A {a}\n\n{{text annars block "
	                            "värdegrund}}\n\n{{/avsnitt}}\n";
	desk->files = files;
	page_expand(desk, block, MATTER "rapport: {datum: 2020-01-01}\n");
	assert_page(desk, TITLE S("<h2>A</h2><p>Vi <em>tror</em> på~R.</p>"));
	page_expand(desk, block, MATTER "rapport: {a: Eget.}\n");
	assert_page(desk, TITLE S("<h2>A</h2><p>Eget.</p>"));
}

CASE_TEST(text_outside_a_section_is_reported)
{
	page_expand(desk, "# T\n\n{{text}}\n", MATTER "rapport: {datum: 2020-01-01}\n");
	assert_reported(desk, {DIRECTIVE_OUTSIDE_SECTION, "{{text}}"});
	page_expand(desk, "# T\n\n{{punkter}}\n", MATTER "rapport: {datum: 2020-01-01}\n");
	assert_reported(desk, {DIRECTIVE_OUTSIDE_SECTION, "{{punkter}}"});
}

CASE_TEST(parts_of_a_section_follow_its_text)
{
	static const char parts[] = "# T\n\n{{#avsnitt}}\n\n## A {a}\n\nFörst.\n\n{{text}}\n\n### "
	                            "Underlag\n\n{{lista underlag}}\n\n{{/avsnitt}}\n";
	page_expand(desk, parts, MATTER "rapport: {a: Text., underlag: [Ett, Två]}\n");
	assert_page(desk,
	            TITLE S("<h2>A</h2><p>Först.</p><p>Text.</p><h3>Underlag</h3><ul><li><p>Ett"
	                    "</p></li><li><p>Två</p></li></ul>"));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        CASE_UNIT(sections_come_in_the_templates_order),
	        CASE_UNIT(a_section_is_a_text_points_a_file_or_a_group),
	        CASE_UNIT(a_file_that_cannot_be_read_is_reported_at_its_name),
	        CASE_UNIT(the_cases_text_takes_the_place_of_standard_text),
	        CASE_UNIT(optional_sections_are_left_out),
	        CASE_UNIT(a_misspelt_section_counts_as_the_one_that_was_meant),
	        CASE_UNIT(own_sections_stand_after_the_one_they_name),
	        CASE_UNIT(own_sections_without_a_place_come_last),
	        CASE_UNIT(own_sections_tell_their_faults),
	        CASE_UNIT(a_case_may_order_its_sections),
	        CASE_UNIT(an_order_names_every_section_that_is_written),
	        CASE_UNIT(a_misspelt_section_of_an_order_is_one_fault),
	        CASE_UNIT(points_are_numbered),
	        CASE_UNIT(standard_text_may_be_a_block),
	        CASE_UNIT(text_outside_a_section_is_reported),
	        CASE_UNIT(parts_of_a_section_follow_its_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
