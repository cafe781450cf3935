/* Tests of gaps: what a draft lacks, where, and that no figure is made of what it lacks. */
#include "page.h"

#include "base/buffer.h"
#include "economics/needs.h"
#include "lint/lint.h"
#include "model/gaps.h"
#include "template/outline.h"

#define DRAFT   "ärende:\n  rubrik: R\n  status: utkast\n"
#define PARTIES "parter:\n  n: {namn: N, sektor: offentlig}\n  a: {namn: A}\n  b: {namn: B}\n"

/* The paths of the gaps in the order of the file, each with the bytes that it is marked at. */
static void assert_gaps_at(Desk *desk, const char *expected)
{
	Buffer out = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	assert_non_null(desk->agreement.gaps);
	gaps_sort(desk->agreement.gaps);
	for (size_t i = 0; i < desk->agreement.gaps->count; i++) {
		const Gap *gap = &desk->agreement.gaps->items[i];
		Position at = source_position(gap->place.source, gap->place.first);
		buffer_put_integer(&out, (int64_t)at.line);
		buffer_put(&out, TEXT(" "));
		buffer_put(&out, gap->path);
		buffer_put(&out, TEXT("\n"));
	}
	assert_text(buffer_text(&out), expected);
}

/* What is missing. */

CASE_TEST(empty_keys_are_gaps_of_a_draft)
{
	desk_read(desk, DRAFT "  datum:\n  handläggare:\n" PARTIES
	                      "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, belopp: }\n");
	assert_sound(desk);
	assert_gaps_at(desk,
	               "4 ärende.datum\n5 ärende.handläggare\n12 ekonomi.insatser.1.belopp\n");
}

CASE_TEST(required_keys_are_gaps_where_they_belong)
{
	desk_read(desk, "ärende:\n  status: utkast\nperiod:\n  till: 2020-12-31\n" PARTIES
	                "ekonomi:\n  kostnader:\n    - {part: a, post: Hyra}\n");
	assert_sound(desk);
	assert_gaps_at(desk, "1 ärende.rubrik\n3 period.från\n11 ekonomi.kostnader.1.belopp\n");
	assert_text(desk->agreement.gaps->items[0].example, "Partnerskap med Resurspoolen");
	assert_text(desk->agreement.gaps->items[1].about, "Första dagen.");
}

CASE_TEST(a_list_of_nothing_is_a_gap)
{
	desk_read(desk, DRAFT "rapport:\n  underlag:\n    -\n  utelämna: []\n  bakgrund:\n    -\n");
	assert_sound(desk);
	assert_gaps_at(desk, "5 rapport.underlag\n7 rapport.utelämna\n8 rapport.bakgrund\n");
}

CASE_TEST(the_rules_add_gaps_in_place_of_faults)
{
	desk_read(desk, DRAFT "parter:\n  n: {register: }\n  a: {kortnamn: A}\n"
	                      "period: {till: 2020-12-31, från: }\n"
	                      "ekonomi:\n  index: {serie: , från: 2020-07-01}\n  insatser:\n"
	                      "    - {part: n, slag: kontant}\n"
	                      "    - {part: a, slag: ideell tid, timmar: 10}\n");
	assert_sound(desk);
	assert_gaps_at(desk, "5 parter.n.register\n6 parter.a.namn\n7 period.från\n"
	                     "9 ekonomi.index.serie\n11 ekonomi.insatser.1.belopp\n"
	                     "12 ekonomi.insatser.2.timvärde\n");
}

CASE_TEST(what_is_not_a_draft_must_be_complete)
{
	static const char *const rows[] = {
	        "ärende: {datum: }\n",
	        "ärende: {datum: , status: förslag}\n",
	        "ärende: {datum: , status: beslutad}\n",
	        "ärende: {datum: , status: }\n",
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk->reading = rows[i];
		desk_read(desk, rows[i]);
		assert_null(desk->agreement.gaps);
		assert_reported(desk, {MISSING_KEY, "ärende"});
	}
}

CASE_TEST(faults_of_a_draft_are_faults)
{
	desk_read(desk, DRAFT "  datum: 2020-13-01\n  diarienumer: X\n");
	assert_reported(desk, {NO_SUCH_DATE, "2020-13-01"}, {UNKNOWN_KEY_NEAR, "diarienumer"});
	assert_int_equal(desk->agreement.gaps->count, 0);
}

CASE_TEST(a_misspelt_key_is_no_gap)
{
	desk_read(desk, "ärende:\n  rubirk: R\n  status: utkast\n");
	assert_reported(desk, {UNKNOWN_KEY_NEAR, "rubirk"});
	assert_int_equal(desk->agreement.gaps->count, 0);
}

/* What a key was meant for that nobody knows may be what is missing. */
CASE_TEST(nothing_is_missed_beside_a_key_that_is_not_understood)
{
	desk_read(desk, DRAFT "period:\n  början: 2020-01-01\n  till: 2020-12-31\n");
	assert_reported(desk, {UNKNOWN_KEY, "början"});
	assert_int_equal(desk->agreement.gaps->count, 0);
}

CASE_TEST(a_value_that_could_not_be_read_is_not_missed)
{
	desk_read(desk, DRAFT PARTIES "ekonomi:\n  insatser:\n"
	                              "    - {part: n, slag: kontant, summa: 5 kr/år}\n"
	                              "tabeller:\n  t:\n    kolumner:\n"
	                              "      - {rubrik: A, slag: belopp}\n"
	                              "      - {rubrik: B, slag: andel, täljare: A, delas med: A}\n"
	                              "    rader:\n      - [1 kr]\n");
	assert_reported(desk, {UNKNOWN_KEY, "summa"}, {UNKNOWN_KEY, "delas med"});
	assert_int_equal(desk->agreement.gaps->count, 0);
}

CASE_TEST(columns_and_notes_of_a_draft_may_be_missing)
{
	desk_read(desk, DRAFT "tabeller:\n  t:\n    kolumner: []\n    rader: []\n"
	                      "fotnoter:\n  n: \"\"\n  m:\n");
	assert_sound(desk);
	assert_gaps_at(desk, "6 tabeller.t.kolumner\n7 tabeller.t.rader\n9 fotnoter.n\n"
	                     "10 fotnoter.m\n");
	desk_read(desk, "ärende: {rubrik: R}\ntabeller:\n  t:\n    kolumner: []\n    rader: []\n"
	                "fotnoter:\n  n: \"\"\n");
	assert_reported(desk, {LIST_EMPTY, "[]"}, {NOTE_EMPTY, "n"});
}

/* "kostnader: {…}" is read as a list of one, which is the first of them. */
CASE_TEST(what_is_missing_in_a_list_of_one_has_the_path_of_an_item)
{
	desk_read(desk, DRAFT PARTIES "ekonomi:\n  kostnader: {part: a, post: Hyra}\n");
	assert_reported(desk, {WRONG_SHAPE, "{part: a, post: Hyra}"});
	assert_gaps_at(desk, "9 ekonomi.kostnader.1.belopp\n");
}

CASE_TEST(what_lies_in_a_gap_is_not_told_again)
{
	desk_read(desk, DRAFT "period:\nekonomi:\n");
	Gaps *gaps = desk->agreement.gaps;
	assert_int_equal(gaps->count, 2);
	assert_text(gaps_find(gaps, TEXT("period.från"))->path, "period");
	assert_null(gaps_find(gaps, TEXT("periodisk")));
	assert_null(gaps_find(gaps, TEXT("tabeller")));
	gaps_add_path(&desk->agreement, TEXT("ekonomi.insatser"));
	assert_int_equal(gaps->count, 2);
	gaps_add_path(&desk->agreement, TEXT("tabeller.t.rader"));
	assert_text(gaps_find_within(gaps, TEXT("tabeller"))->path, "tabeller.t.rader");
	assert_null(gaps_find(NULL, TEXT("period")));
}

CASE_TEST(paths_are_followed)
{
	desk_read(desk, DRAFT PARTIES "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, "
	                              "belopp: 5 kr/år}\n");
	static const struct {
		const char *path, *key;
		bool given;
	} rows[] = {
	        {"ärende.rubrik", "rubrik", true},
	        {"ärende.datum", "datum", false},
	        {"parter.n.namn", "namn", true},
	        {"parter.n.kortnamn", "kortnamn", true}, /* from the name */
	        {"parter.n.undertecknare", "undertecknare", false},
	        {"ekonomi.insatser", "insatser", true},
	        {"ekonomi.insatser.1.belopp", "belopp", true},
	        {"ekonomi.insatser.1.timmar", "timmar", false},
	        {"ekonomi.kostnader", "kostnader", false},
	        {"period.från", "från", false},
	        {"ekonomi.bidrag", NULL, false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk->reading = rows[i].path;
		PathPlace at = path_place(&desk->agreement, text_of(rows[i].path));
		assert_int_equal(at.given, rows[i].given);
		assert_int_equal(at.field != NULL, rows[i].key != NULL);
		if (rows[i].key != NULL)
			assert_text(at.field->key, rows[i].key);
	}
}

/* Figures. */

static Standing standing(Desk *desk, const char *name)
{
	const Entry *entry = ledger_find(desk->ledger, text_of(name));
	assert_non_null(entry);
	return entry->standing;
}

CASE_TEST(no_sum_is_made_without_an_amount)
{
	desk_calculate(desk, DRAFT PARTIES
	               "period: {från: 2020-01-01, till: 2021-12-31}\n"
	               "ekonomi:\n  insatser:\n"
	               "    - {part: n, slag: kontant, fördelning: {a: 100 kr/år, b: }}\n"
	               "    - {part: a, slag: in natura, belopp: 300 kr/år}\n"
	               "  kostnader:\n    - {part: a, post: Hyra, belopp: 900 kr/år}\n"
	               "    - {part: b, post: Hyra}\n");
	assert_sound(desk);
	static const char *const unknown[] = {
	        "ekonomi.bidrag",          "ekonomi.bidrag.b",          "ekonomi.bidrag.2020",
	        "ekonomi.bidrag.perioden", "ekonomi.omfattning",        "ekonomi.andel.a",
	        "ekonomi.kostnad",         "ekonomi.egen finansiering", "ekonomi.differens",
	};
	for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++) {
		desk->reading = unknown[i];
		assert_int_equal(standing(desk, unknown[i]), STANDING_UNKNOWN);
		assert_null(ledger_find_known(desk->ledger, text_of(unknown[i])));
	}
	assert_int_equal(standing(desk, "ekonomi.bidrag.a"), STANDING_DEFINITIVE);
	assert_int_equal(standing(desk, "ekonomi.kostnad.a"), STANDING_DEFINITIVE);
	assert_int_equal(standing(desk, "ekonomi.egen finansiering.a"), STANDING_DEFINITIVE);
}

CASE_TEST(no_sum_is_made_while_somebody_is_unknown)
{
	static const char *const rows[] = {
	        DRAFT PARTIES "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, belopp: 9 "
	                      "kr/år}\n    - {part: , slag: kontant, belopp: 5 kr/år}\n",
	        DRAFT PARTIES "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, belopp: 9 "
	                      "kr/år}\n    - {part: a, slag: , belopp: 5 kr/år}\n",
	        DRAFT "parter:\n  n: {namn: N, sektor: offentlig}\n  a: {register: }\n"
	              "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, belopp: 9 kr/år}\n",
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk->reading = rows[i];
		desk_calculate(desk, rows[i]);
		assert_sound(desk);
		assert_int_equal(standing(desk, "ekonomi.insatser.1"), STANDING_DEFINITIVE);
		assert_int_equal(standing(desk, "ekonomi.bidrag"), STANDING_UNKNOWN);
		assert_int_equal(standing(desk, "ekonomi.omfattning"), STANDING_UNKNOWN);
	}
}

CASE_TEST(no_year_is_calculated_while_terms_are_open)
{
	static const char *const rows[] = {
	        "  index: {serie: , från: 2021-01-01}\n",
	        "  index:\n",
	        "  del av år:\n",
	        "  avrundning: {till: }\n",
	        "  beräknas till:\n",
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk->reading = rows[i];
		const char *begun = desk_join(
		        desk,
		        DRAFT PARTIES "period: {från: 2020-01-01, till: 2021-12-31}\n"
		                      "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, "
		                      "belopp: 9 kr/år}\n",
		        rows[i]);
		desk_calculate(desk, begun);
		assert_sound(desk);
		assert_int_equal(standing(desk, "ekonomi.bidrag"), STANDING_DEFINITIVE);
		assert_null(ledger_find(desk->ledger, TEXT("ekonomi.bidrag.2020")));
		assert_null(ledger_find(desk->ledger, TEXT("ekonomi.bidrag.perioden")));
		assert_true(figures_are_open(&desk->agreement));
	}
}

CASE_TEST(names_of_years_are_possible_before_the_period_is_known)
{
	desk_read(desk, DRAFT PARTIES "period:\n");
	static const char *const possible[] = {"ekonomi.bidrag.2020", "ekonomi.bidrag.a.2020",
	                                       "ekonomi.utbetalning.1.dag",
	                                       "ekonomi.bidrag.perioden före uppräkning"};
	static const char *const wrong[] = {"ekonomi.bidrag.c", "ekonomi.bidraget.2020",
	                                    "ekonomi.bidrag.2020.x", "period.från"};
	for (size_t i = 0; i < sizeof possible / sizeof possible[0]; i++)
		assert_true(value_is_possible(&desk->agreement, text_of(possible[i])));
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		assert_false(value_is_possible(&desk->agreement, text_of(wrong[i])));
	assert_text(value_needs(TEXT("ekonomi.egen finansiering.a")), "ekonomi.kostnader");
	assert_text(value_needs(TEXT("ekonomi.bidrag.2020")), "ekonomi.insatser");
	assert_int_equal(value_needs(TEXT("ärende.datum")).length, 0);
}

/* Documents. */

static const char template[] =
        "# {{dokument.rubrik}}\n\n"
        "{{#fält}}\n\nDatum: {{dokument.datum}}\n"
        "Nummer: {{ärende.diarienummer}}\n\n{{/fält}}\n\n"
        "{{#avsnitt}}\n\n"
        "## Bakgrund {bakgrund}\n\n<!-- Det som har hänt. -->\n\n{{text}}\n\n"
        "## Samråd {samråd}\n\n{{text annars Inget.}}\n\n"
        "## Lag {lag, valfritt}\n\n{{text}}\n\n"
        "{{/avsnitt}}\n\n"
        "{{#om period.förlängning}}\n\nI {{period.förlängning}}.\n\n{{/om}}\n";

#define GAP(words)      "<strong>[saknas: " words "]</strong>"
#define SECTION(h, ...) "<section><h2>" h "</h2>" __VA_ARGS__ "</section>"

CASE_TEST(a_draft_shows_its_gaps)
{
	page_expand(desk, template,
	            "ärende:\n  rubrik:\n  datum:\n  status: utkast\nrapport:\n  bakgrund: |\n");
	assert_sound(desk);
	assert_page(
	        desk,
	        "<h1>" GAP("rubrik") "</h1><fields><field><name>Datum</name><value>" GAP(
	                "datum") "</value></field></fields>" SECTION("Bakgrund",
	                                                             "<p>" GAP("bakgrund") "</p>")
	                SECTION("Samråd", "<p>Inget.</p>"));
	assert_gaps_at(desk, "2 ärende.rubrik\n3 ärende.datum\n6 rapport.bakgrund\n");
	Gap *gap = gaps_find(desk->agreement.gaps, TEXT("rapport.bakgrund"));
	assert_text(gap->about, "Det som har hänt.");
	assert_int_equal(gap->mark_count, 1);
	assert_text(gap->marks[0], "[saknas: bakgrund]");
}

CASE_TEST(a_key_that_stands_empty_is_waited_for)
{
	page_expand(desk, template,
	            DRAFT "period: {från: 2020-01-01, förlängning: }\n"
	                  "rapport:\n  bakgrund: B.\n  samråd:\n  lag: |\n");
	assert_sound(desk);
	assert_page(desk, "<h1>R</h1>" SECTION("Bakgrund", "<p>B.</p>")
	                          SECTION("Samråd", "<p>" GAP("samråd") "</p>")
	                                  SECTION("Lag", "<p>" GAP("lag") "</p>") "<p>I " GAP(
	                                          "period.förlängning") ".</p>");
}

CASE_TEST(prose_shows_what_cannot_be_computed_yet)
{
	page_expand(desk, "# T\n\n{{#avsnitt}}\n\n## B {b}\n\n{{text}}\n\n{{/avsnitt}}\n",
	            DRAFT PARTIES
	            "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, belopp: }\n"
	            "rapport:\n  b: Med {{ekonomi.bidrag}} och "
	            "{{ekonomi.kostnad}}, {{ekonomi.bidrag.2020}}.\n");
	assert_sound(desk);
	assert_page(
	        desk,
	        "<h1>T</h1>" SECTION(
	                "B", "<p>Med " GAP("ekonomi.bidrag") " och " GAP(
	                             "ekonomi.kostnad") ", " GAP("ekonomi.bidrag.2020") ".</p>"));
	assert_gaps_at(desk, "9 ekonomi.kostnader\n10 ekonomi.insatser.1.belopp\n");
}

CASE_TEST(figures_of_prose_are_held_against_nothing_while_figures_are_open)
{
	desk_calculate(desk,
	               DRAFT PARTIES "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, "
	                             "belopp: }\nrapport:\n  b: Bidraget är 500 kr per år.\n");
	lint_case(lint_open(&desk->arena, &desk->agreement, desk->ledger, &desk->diagnostics));
	assert_sound(desk);
	desk_calculate(desk,
	               DRAFT PARTIES "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, "
	                             "belopp: 9 kr/år}\nrapport:\n  b: Bidraget är 500 kr per "
	                             "år.\n");
	lint_case(lint_open(&desk->arena, &desk->agreement, desk->ledger, &desk->diagnostics));
	assert_true(desk->diagnostics.errors + desk->diagnostics.warnings > 0);
}

/* Comments and outlines. */

CASE_TEST(comments_are_printed_of_prose_and_not_of_templates)
{
	page_expand(desk,
	            "# T\n\n<!-- Tyst\n{{okänt}} -->\n\n{{#avsnitt}}\n\n## B {b}\n\n{{text}}\n\n"
	            "{{/avsnitt}}\n",
	            "ärende: {rubrik: R}\nrapport:\n  b: |\n    <!-- Hörs -->\n\n    Ja.\n");
	assert_sound(desk);
	assert_page(desk, "<h1>T</h1>" SECTION("B", "<p>&lt;!-- Hörs --&gt;</p><p>Ja.</p>"));
}

CASE_TEST(an_outline_is_read)
{
	const Source *source = desk_source(desk, "mall.md", template);
	const Mark *root =
	        marks_parse(&desk->arena, source->bytes, span_of(source, 0, source->bytes.length),
	                    MARKS_WITHOUT_CODE, &desk->diagnostics);
	Outline outline = outline_of_template(&desk->arena, root);
	assert_int_equal(outline.count, 3);
	assert_text(outline.items[0].key, "bakgrund");
	assert_text(outline.items[0].guidance, "Det som har hänt.");
	assert_true(outline.items[0].takes_text && !outline.items[0].optional);
	assert_int_equal(outline.items[0].otherwise.length, 0);
	assert_text(outline.items[1].otherwise, "Inget.");
	assert_int_equal(outline.items[1].guidance.length, 0);
	assert_true(outline.items[2].optional);
	assert_text(outline.items[2].title, "Lag");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        CASE_UNIT(empty_keys_are_gaps_of_a_draft),
	        CASE_UNIT(required_keys_are_gaps_where_they_belong),
	        CASE_UNIT(a_list_of_nothing_is_a_gap),
	        CASE_UNIT(the_rules_add_gaps_in_place_of_faults),
	        CASE_UNIT(what_is_not_a_draft_must_be_complete),
	        CASE_UNIT(faults_of_a_draft_are_faults),
	        CASE_UNIT(a_misspelt_key_is_no_gap),
	        CASE_UNIT(nothing_is_missed_beside_a_key_that_is_not_understood),
	        CASE_UNIT(a_value_that_could_not_be_read_is_not_missed),
	        CASE_UNIT(columns_and_notes_of_a_draft_may_be_missing),
	        CASE_UNIT(what_is_missing_in_a_list_of_one_has_the_path_of_an_item),
	        CASE_UNIT(what_lies_in_a_gap_is_not_told_again),
	        CASE_UNIT(paths_are_followed),
	        CASE_UNIT(no_sum_is_made_without_an_amount),
	        CASE_UNIT(no_sum_is_made_while_somebody_is_unknown),
	        CASE_UNIT(no_year_is_calculated_while_terms_are_open),
	        CASE_UNIT(names_of_years_are_possible_before_the_period_is_known),
	        CASE_UNIT(a_draft_shows_its_gaps),
	        CASE_UNIT(a_key_that_stands_empty_is_waited_for),
	        CASE_UNIT(prose_shows_what_cannot_be_computed_yet),
	        CASE_UNIT(figures_of_prose_are_held_against_nothing_while_figures_are_open),
	        CASE_UNIT(comments_are_printed_of_prose_and_not_of_templates),
	        CASE_UNIT(an_outline_is_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
