/* Unit tests of manual/: each subject as an outline, ids that stay, and code that is kept as code.
 */
#include "unit/support.h"

#include "manual/manual.h"
#include "manual/sample.h"
#include "unit/page.h"

#define MANUAL_HEAD "---\nnyckel: handbok\nbenämning: Handbok\nhandbok: ja\n---\n\n# T\n\n"

static const char example[] =
        "ärende: {rubrik: R, diarienummer: KS 1, datum: 2020-02-03, nämnd: äldrenämnden}\n"
        "parter:\n"
        "  # Den som betalar.\n"
        "  nämnden: {register: äldrenämnden}\n"
        "  föreningen: {namn: Föreningen, kortnamn: F, sektor: idéburen}\n"
        "period: {från: 2020-01-01, till: 2020-12-31}\n"
        "ekonomi:\n"
        "  utbetalning:\n"
        "    gånger per år: 1\n"
        "\n"
        "    månad: januari\n"
        "  insatser:\n"
        "    - {part: nämnden, slag: kontant, belopp: 2 000 kr/år}\n"
        "    - {part: föreningen, slag: lokaler, belopp: 1 000 kr/år}\n"
        "handbok: {rubrik: T}\n";

/* The manual that a template makes of the example. */
static void write_manual(Desk *desk, const char *body)
{
	Manual manual = {.help = TEXT("Användning: overens\n"),
	                 .example = desk_source(desk, "manual.yaml", example)};
	page_expand_whole(desk, desk_join(desk, MANUAL_HEAD, body), example,
	                  (PageReference){manual_reference, &manual});
}

static bool has(Desk *desk, const char *part)
{
	Text all = page_outline(desk, desk->document->root);
	return text_find(all, text_of(part), 0) != TEXT_NOWHERE;
}

/* The node with this id, or NULL. */
static const Node *node_named(Desk *desk, const char *id)
{
	for (Walk walk = walk_start(desk->document->root); walk_next(&walk);)
		if (walk.event == WALK_ENTER && text_equal(walk.node->id, text_of(id)))
			return walk.node;
	return NULL;
}

static Text text_named(Desk *desk, const char *id)
{
	const Node *node = node_named(desk, id);
	if (node == NULL)
		fail_msg("nothing is called %s", id);
	return node_text(&desk->arena, node);
}

static void test_code_is_shown_as_it_stands(void **state)
{
	Desk *desk = *state;
	write_manual(desk, "Skriv `{{ekonomi.bidrag}}`: {{ekonomi.bidrag}}.\n\n"
	                   "    a:\n      {{b}}\n\n"
	                   "Se [slutet](#slutet).\n\n## Slutet\n");
	assert_page(desk, "<h1>T</h1>"
	                  "<p>Skriv <code>{{ekonomi.bidrag}}</code>: 2~000~kr.</p>"
	                  "<pre>a:<br>  {{b}}</pre>"
	                  "<p>Se <a #slutet>slutet</a>.</p><h2>Slutet</h2>");
}

static void test_the_page_header_says_nothing_of_the_case(void **state)
{
	Desk *desk = *state;
	write_manual(desk, "x");
	assert_text(desk->document->facts.type, "Handbok");
	assert_text(desk->document->facts.title, "T");
	assert_text(desk->document->facts.diary_number, "");
	assert_text(desk->document->facts.date, "");
}

static void test_keys_have_terms_and_groups_have_chapters(void **state)
{
	Desk *desk = *state;
	write_manual(desk, "## Nycklar\n\n{{referens ärende}}\n");
	assert_sound(desk);
	assert_text(text_named(desk, "nyckel-ekonomi-utbetalning-dag"),
	            "dagDagen i månaden för utbetalningen. Skrivs som ett heltal från 1 till 28, "
	            "till exempel 15. Utan nyckeln gäller 1.");
	assert_text(
	        text_named(desk, "nyckel-parter-sektor"),
	        "sektorOm parten är offentlig eller idéburen. Skrivs som ett av orden offentlig "
	        "eller idéburen.");
	assert_text(text_named(desk, "nyckel-ekonomi-index"), "ekonomi\xC2\xA0› index");
	assert_int_equal(node_named(desk, "nyckel-ekonomi-index")->kind, NODE_HEADING);
	assert_int_equal(node_named(desk, "nyckel-ekonomi-index")->as.heading.level, 3);
	/* Described where it is first met, linked to from where it is met again. */
	assert_non_null(node_named(desk, "nyckel-parter-undertecknare-roll"));
	assert_null(node_named(desk, "nyckel-dokument-undertecknare-roll"));
	assert_true(has(desk, "<a #nyckel-parter-undertecknare>parter~› undertecknare</a>"));
	assert_non_null(node_named(desk, "nyckel-dokument-avsnitt-fil"));
}

static void test_keys_are_shown_in_the_example(void **state)
{
	Desk *desk = *state;
	write_manual(desk, "## Nycklar\n\n{{referens ärende}}\n");
	assert_true(has(desk,
	                "<p>Så står det i exemplet:</p><pre>utbetalning:<br>  gånger per år: 1"
	                "<br><br>  månad: januari</pre>"));
}

static void test_a_piece_of_the_example(void **state)
{
	Desk *desk = *state;
	write_manual(desk,
	             "{{referens exempel parter}}\n\n{{referens exempel ekonomi.insatser}}\n");
	assert_page(desk,
	            "<h1>T</h1>"
	            "<pre>parter:<br>  nämnden: {register: äldrenämnden}"
	            "<br>  föreningen: {namn: Föreningen, kortnamn: F, sektor: idéburen}</pre>"
	            "<pre>insatser:"
	            "<br>  - {part: nämnden, slag: kontant, belopp: 2 000 kr/år}"
	            "<br>  - {part: föreningen, slag: lokaler, belopp: 1 000 kr/år}</pre>");
}

static void test_values_are_those_of_the_example(void **state)
{
	Desk *desk = *state;
	write_manual(desk, "## Värden\n\n{{referens värden}}\n");
	assert_sound(desk);
	assert_true(has(desk, "<h3>ekonomi.bidrag</h3>"));
	assert_true(has(desk, "<name><code>{{ekonomi.bidrag.föreningen}}</code></name>"
	                      "<value>2~000~kr</value>"));
	assert_true(has(desk, "<name><code>{{ekonomi.bidrag.2020}}</code></name>"));
	assert_true(has(desk, "<name><code>{{ekonomi.utbetalning.1.dag}}</code></name>"
	                      "<value>den~1~januari~2020</value>"));
	/* What the example lacks is named all the same. */
	assert_true(has(desk, "<p>Skrivs <code>{{ekonomi.kostnadsslag.SLAG}}</code>. "));
	assert_true(has(desk, "<p>Skrivs <code>{{ekonomi.indexfaktor.ÅR}}</code>. "));
}

static void test_units_and_derived_values(void **state)
{
	Desk *desk = *state;
	write_manual(desk, "{{referens enheter}}\n\n{{referens härledda värden}}\n");
	assert_sound(desk);
	assert_true(has(desk, "<name><code>{{ekonomi.bidrag i tkr}}</code></name>"
	                      "<value>2~tkr</value>"));
	assert_true(has(desk, "I exemplet: ett år.</value>"));
}

static void test_tables_are_those_of_the_example(void **state)
{
	Desk *desk = *state;
	write_manual(desk, "## Tabeller\n\n{{referens tabeller}}\n");
	assert_true(has(desk, "<h3>finansiering</h3><p><code>{{tabell finansiering}}</code> "));
	assert_true(has(desk, "<caption>Insatser</caption>"));
	assert_true(has(desk, "<h3>helhet</h3>"));
}

static void test_messages_come_by_number(void **state)
{
	Desk *desk = *state;
	write_manual(desk, "## Meddelanden\n\n{{referens meddelanden}}\n");
	assert_sound(desk);
	int64_t latest = 0;
	for (Walk walk = walk_start(desk->document->root); walk_next(&walk);) {
		if (walk.event != WALK_ENTER || walk.node->kind != NODE_HEADING ||
		    walk.node->as.heading.level != 4)
			continue;
		int64_t number = 0;
		Text name = node_text(&desk->arena, walk.node);
		assert_true(text_integer(text_after(name, 1), &number));
		assert_true(number > latest);
		latest = number;
	}
	assert_true(latest >= 310);
	assert_true(has(desk, "<h4>E042</h4><quote><p>Nyckeln ”…” saknas i "));
	assert_true(
	        has(desk, "<p>Meddelandet visar också en annan plats: ”Den står redan här.”</p>"));
	assert_true(has(desk, "<p>Så här blir det rätt:</p><pre># "
	                      "templates/information.md<br>{{referens gränser}}</pre>"));
	assert_non_null(node_named(desk, "e310"));
	assert_non_null(node_named(desk, "w186"));
}

static void test_one_message(void **state)
{
	Desk *desk = *state;
	write_manual(desk, "{{referens meddelande E003 a.yaml:1:1}}\n");
	assert_true(has(desk, "<pre>a.yaml:1:1: fel E003: Filen är tom."));
}

static void test_directives_limits_layout_and_commands(void **state)
{
	Desk *desk = *state;
	write_manual(desk, "{{referens instruktioner}}\n\n{{referens gränser}}\n\n"
	                   "{{referens layout}}\n\n{{referens kommandon}}\n");
	assert_sound(desk);
	assert_true(has(desk, "<name><code>{{#om}}</code></name>"));
	assert_true(has(desk, "Avslutas med <code>{{/om}}</code>."));
	assert_true(has(desk, "<th end>1~048~576</th><td>byte i en fil</td>"));
	assert_true(has(desk, "<th end>2999</th>"));
	assert_true(has(desk,
	                "<th><code>rubrik 2</code>, <code>rubrik 3</code>, <code>rubrik 4</code>, "
	                "<code>rubrik 5</code>, <code>rubrik 6</code></th><td>"
	                "<code>storlek</code>, <code>radavstånd</code>, <code>före</code>, "
	                "<code>efter</code></td>"));
	assert_true(has(desk, "<pre>Användning: overens</pre>"));
}

static void test_an_unknown_part_is_reported(void **state)
{
	Desk *desk = *state;
	static const char *const bodies[] = {"{{referens nyklar}}", "{{referens}}",
	                                     "{{referens exempel ekonomin}}",
	                                     "{{referens meddelande E999 a}}"};
	for (size_t i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
		desk->diagnostics = (Diagnostics){.arena = &desk->arena};
		write_manual(desk, bodies[i]);
		assert_int_equal(desk->diagnostics.errors, 1);
		assert_int_equal(desk->diagnostics.first->code, UNKNOWN_REFERENCE_PART);
	}
}

#define MANUAL_TEST(test) cmocka_unit_test_setup_teardown(test, desk_open, desk_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
	        MANUAL_TEST(test_code_is_shown_as_it_stands),
	        MANUAL_TEST(test_the_page_header_says_nothing_of_the_case),
	        MANUAL_TEST(test_keys_have_terms_and_groups_have_chapters),
	        MANUAL_TEST(test_keys_are_shown_in_the_example),
	        MANUAL_TEST(test_a_piece_of_the_example),
	        MANUAL_TEST(test_values_are_those_of_the_example),
	        MANUAL_TEST(test_units_and_derived_values),
	        MANUAL_TEST(test_tables_are_those_of_the_example),
	        MANUAL_TEST(test_messages_come_by_number),
	        MANUAL_TEST(test_one_message),
	        MANUAL_TEST(test_directives_limits_layout_and_commands),
	        MANUAL_TEST(test_an_unknown_part_is_reported),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
