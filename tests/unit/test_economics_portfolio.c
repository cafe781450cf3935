/* Tests of economics: what is kept of many cases, and what is reported between them. */
#include "case.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "economics/portfolio.h"

#define CEILINGS                                                                                    \
	"statsstöd:\n"                                                                             \
	"  lägre: {euro: 200 000, år: 3, från: 2014-01-01, till: 2023-12-31, källa: A}\n"       \
	"  lägre sedan: {euro: 300 000, år: 3, från: 2024-01-01, till: 2030-12-31, källa: B}\n" \
	"  högre: {euro: 500 000, år: 3, från: 2014-01-01, till: 2023-12-31, källa: C}\n"
#define RATE "eurokurs: {kronor: '10,40', källa: D}\n"
#define RULE "tumregel: {offentlig andel högst: 60 %, källa: riktlinjerna}\n"

/* A case: heading, decision day, the recipient, the period, the grant and what it puts in. */
#define CASE(title, decided, recipient, period, grant, own)                                        \
	"ärende: {rubrik: " title ", datum: " decided ", nämnd: socialnämnden}\n"                \
	"parter:\n  n: {register: socialnämnden}\n  f: " recipient "\n" period                     \
	"ekonomi:\n  insatser:\n    - {part: n, slag: kontant, belopp: " grant " kr/år}\n"        \
	"    - {part: f, slag: lokaler, belopp: " own " kr/år}\n"
#define PERIOD(from, to) "period: {från: " from ", till: " to "}\n"

static void open_register(Desk *desk, const char *more)
{
	desk_add_register(desk, desk_register);
	if (more != NULL)
		desk_add_register(desk, more);
	resolve_register(&desk->shared, &desk->diagnostics);
	assert_sound(desk);
}

static void add(Desk *desk, Portfolio *portfolio, const char *name, const char *yaml)
{
	desk_calculate(desk, yaml);
	assert_sound(desk);
	portfolio_add(portfolio, text_of(name), &desk->agreement, desk->ledger);
}

/* The portfolio of these cases, checked. */
static Portfolio checked(Desk *desk, const char *const *cases, size_t count)
{
	static const char *const names[] = {"ett", "två", "tre"};
	Portfolio portfolio = portfolio_new(&desk->arena, &desk->diagnostics);
	for (size_t i = 0; i < count; i++)
		add(desk, &portfolio, names[i], cases[i]);
	portfolio_sum(&portfolio);
	portfolio_check(&portfolio, &desk->shared);
	return portfolio;
}

#define CHECKED(desk, ...)                                                                         \
	checked((desk), (const char *const[]){__VA_ARGS__},                                        \
	        sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

/* The text with ordinary spaces for those that do not break. */
static Text plain(Desk *desk, Text text)
{
	Buffer out = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	for (size_t at = 0; at < text.length;) {
		uint32_t codepoint = utf8_next(text, &at);
		buffer_put_codepoint(&out, codepoint == 0xA0 ? ' ' : codepoint);
	}
	return buffer_text(&out);
}

static void assert_first(Desk *desk, const char *sentence)
{
	assert_non_null(desk->diagnostics.first);
	assert_text(plain(desk, diagnostic_sentence(&desk->arena, desk->diagnostics.first)),
	            sentence);
}

static Text note(Desk *desk, size_t index)
{
	const Diagnostic *found = desk->diagnostics.first->notes;
	for (; index > 0 && found != NULL; index--)
		found = found->next != NULL ? found->next : found->notes;
	assert_non_null(found);
	return plain(desk, diagnostic_sentence(&desk->arena, found));
}

/* What is kept */

CASE_TEST(sums_tally_and_shares_are_of_the_sums)
{
	Portfolio p = CHECKED(desk, CASE("A", "2020-01-01", "{namn: A}", "", "600 000", "400 000"),
	                      "ärende: {rubrik: Utan ekonomi}\n",
	                      CASE("C", "2020-01-01", "{namn: C}",
	                           PERIOD("2020-01-01", "2020-12-31"), "100 000", "900 000"));
	assert_sound(desk);
	assert_int_equal(p.count, 3);
	assert_text(p.items[0].title, "A");
	assert_text(p.items[2].board, "Socialnämnden");
	assert_null(p.items[1].scope);
	assert_int_equal(p.grant->value, KR(700000));
	assert_int_equal(p.scope->value, KR(2000000));
	assert_int_equal(p.items[0].share->value, 600);
	assert_int_equal(p.share->value, 350);
	assert_text(portfolio_period(&desk->arena, &p.items[0]), "–");
	assert_text(portfolio_period(&desk->arena, &p.items[2]), "2020-01-01 – 2020-12-31");
	p.items[2].to = (Date){0};
	assert_text(portfolio_period(&desk->arena, &p.items[2]), "2020-01-01 – tills vidare");
}

CASE_TEST(nothing_adds_up_to_nothing)
{
	Portfolio p = CHECKED(desk, "ärende: {rubrik: R}\n");
	assert_sound(desk);
	assert_null(p.grant);
	assert_null(p.scope);
	assert_null(p.share);
}

/* Numbers */

/* The first and the second have one id, the second and the third one name. */
CASE_TEST(the_register_and_the_name_tell_who_is_who)
{
	CHECKED(desk,
	        CASE("A", "2020-01-01",
	             "{register: stadsmissionen, namn: Förr, organisationsnummer: 802506-5742}", "",
	             "1", "1"),
	        CASE("B", "2020-01-01", "{register: stadsmissionen}", "", "1", "1"),
	        CASE("C", "2020-01-01",
	             "{namn: STORKÖPINGS  stadsmission, organisationsnummer: 822003-0913}", "", "1",
	             "1"));
	assert_reported(desk, {NUMBERS_DIFFER, "822003-0913"});
	assert_first(desk, "STORKÖPINGS  stadsmission har organisationsnummer 822003-0913 här, "
	                   "men 802506-5742 i ärendet ett. Rätta det ena.");
}

CASE_TEST(one_number_is_for_one_organisation_but_boards_share_theirs)
{
	CHECKED(desk,
	        CASE("A", "2020-01-01", "{namn: Ett, organisationsnummer: 802506-5742}", "", "1",
	             "1"),
	        CASE("B", "2020-01-01", "{namn: Två, organisationsnummer: 802506-5742}", "", "1",
	             "1"),
	        CASE("C", "2020-01-01", "{namn: ETT, organisationsnummer: 802506-5742}", "", "1",
	             "1"));
	assert_reported(desk, {NUMBER_SHARED, "802506-5742"});
	CHECKED(desk, CASE("A", "2020-01-01", "{namn: Ett}", "", "1", "1"),
	        "ärende: {rubrik: R}\nparter:\n  n: {register: äldrenämnden}\n");
	assert_sound(desk);
}

/* State aid */

CASE_TEST(a_ceiling_is_reached_exactly_and_not_before)
{
	open_register(desk, CEILINGS RATE);
	/* 200 000 euro are 2 080 000 kr. */
	CHECKED(desk, CASE("A", "2020-01-01", "{namn: A}", PERIOD("2020-01-01", "2020-12-31"),
	                   "2 079 999", "1"));
	assert_sound(desk);
	CHECKED(desk, CASE("Rubrik", "2020-01-01", "{namn: A}", PERIOD("2020-01-01", "2020-12-31"),
	                   "2 080 000", "1"));
	assert_reported(desk, {AID_CEILING, "Rubrik"});
	assert_text(note(desk, 0), "ett ger 2 080 000 kr per år i 12 månader, tillsammans "
	                           "2 080 000 kr.");
}

CASE_TEST(the_highest_ceiling_is_told)
{
	open_register(desk, CEILINGS RATE);
	CHECKED(desk,
	        CASE("A", "2020-01-01", "{namn: A}", PERIOD("2020-01-01", "2022-12-31"),
	             "1 000 000", "1"),
	        CASE("B", "2017-01-01", "{namn: a}", "", "733 334", "1"));
	assert_reported(desk, {AID_CEILING, "A"});
	/* 3 000 000 and 2 200 002 kr. */
	assert_text(plain(desk, desk->diagnostics.first->arguments[1]), "5 200 002 kr");
	assert_text(plain(desk, desk->diagnostics.first->arguments[4]),
	            "500 000 euro (5 200 000 kr)");
	assert_text(plain(desk, desk->diagnostics.first->arguments[5]), "högre");
}

CASE_TEST(ceilings_are_those_of_the_decision_day)
{
	static const char in_force[] = CASE("A", "2023-12-31", "{namn: A}",
	                                    PERIOD("2024-01-01", "2026-12-31"), "700 000", "1");
	static const char replaced[] = CASE("A", "2024-01-01", "{namn: A}",
	                                    PERIOD("2024-01-01", "2026-12-31"), "700 000", "1");
	static const char before_all[] = CASE("A", "2013-12-31", "{namn: A}",
	                                      PERIOD("2013-12-31", "2026-12-31"), "700 000", "1");
	open_register(desk, CEILINGS RATE);
	CHECKED(desk, in_force);
	assert_reported(desk, {AID_CEILING, "A"});
	CHECKED(desk, replaced);
	assert_sound(desk);
	CHECKED(desk, before_all);
	assert_sound(desk);
}

CASE_TEST(grants_that_do_not_meet_in_time_are_not_added)
{
	open_register(desk, CEILINGS RATE);
	CHECKED(desk,
	        CASE("A", "2015-01-01", "{namn: A}", PERIOD("2015-01-01", "2016-12-31"),
	             "1 000 000", "1"),
	        CASE("B", "2018-01-01", "{namn: A}", PERIOD("2018-01-01", "2019-12-31"),
	             "1 000 000", "1"));
	assert_sound(desk);
	CHECKED(desk,
	        CASE("A", "2015-01-01", "{namn: A}", PERIOD("2015-01-01", "2016-12-31"),
	             "1 000 000", "1"),
	        CASE("B", "2017-12-01", "{namn: A}", PERIOD("2017-12-01", "2019-12-31"),
	             "1 000 000", "1"));
	/* From 2015: two years and a month. From 2017-12: two years and a month. */
	assert_reported(desk, {AID_CEILING, "A"});
	assert_text(note(desk, 1), "två ger 1 000 000 kr per år i 1 månad, "
	                           "tillsammans 83 333 kr.");
}

CASE_TEST(only_civil_recipients_of_money_are_counted)
{
	open_register(desk, CEILINGS RATE);
	CHECKED(desk, "ärende: {rubrik: A, datum: 2020-01-01}\n"
	              "parter:\n  n: {register: socialnämnden}\n  b: {register: bolaget}\n"
	              "  f: {namn: F}\n" PERIOD(
	                      "2020-01-01", "2022-12-31") "ekonomi:\n  insatser:\n"
	                                                  "    - {part: n, slag: kontant, "
	                                                  "fördelning: {b: 9 000 000 kr/år}}\n");
	assert_sound(desk);
	CHECKED(desk, CASE("A", "2020-01-01", "{namn: A}", PERIOD("2020-01-01", "2022-12-31"), "0",
	                   "9 000 000"));
	assert_sound(desk);
}

CASE_TEST(without_rate_or_ceilings_nothing_is_compared)
{
	static const char large[] = CASE("A", "2020-01-01", "{namn: A}",
	                                 PERIOD("2020-01-01", "2022-12-31"), "9 000 000", "1");
	open_register(desk, CEILINGS);
	CHECKED(desk, large);
	assert_sound(desk);
	desk->shared = (Register){0};
	open_register(desk, RATE);
	CHECKED(desk, large);
	assert_sound(desk);
}

/* The rule of thumb */

static void judge(Desk *desk, const char *yaml)
{
	desk_calculate(desk, yaml);
	assert_sound(desk);
	rule_of_thumb_check(&desk->agreement, desk->ledger, &desk->diagnostics);
}

CASE_TEST(the_rule_of_thumb_is_broken_by_a_krona)
{
	open_register(desk, RULE);
	judge(desk, CASE("A", "2020-01-01", "{namn: A}", "", "600 000", "400 000"));
	assert_sound(desk);
	judge(desk, CASE("A", "2020-01-01", "{namn: A}", "", "600 001", "400 000"));
	assert_int_equal(desk->diagnostics.warnings, 1);
	assert_first(desk, "Offentliga parter står för 60,0 % av omfattningen. Tumregeln är "
	                   "högst 60 % (riktlinjerna).");
	judge(desk, "ärende: {rubrik: R}\n");
	assert_sound(desk);
}

CASE_TEST(without_a_rule_nothing_is_judged)
{
	judge(desk, CASE("A", "2020-01-01", "{namn: A}", "", "600 000", "0"));
	assert_sound(desk);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        CASE_UNIT(sums_tally_and_shares_are_of_the_sums),
	        CASE_UNIT(nothing_adds_up_to_nothing),
	        CASE_UNIT(the_register_and_the_name_tell_who_is_who),
	        CASE_UNIT(one_number_is_for_one_organisation_but_boards_share_theirs),
	        CASE_UNIT(a_ceiling_is_reached_exactly_and_not_before),
	        CASE_UNIT(the_highest_ceiling_is_told),
	        CASE_UNIT(ceilings_are_those_of_the_decision_day),
	        CASE_UNIT(grants_that_do_not_meet_in_time_are_not_added),
	        CASE_UNIT(only_civil_recipients_of_money_are_counted),
	        CASE_UNIT(without_rate_or_ceilings_nothing_is_compared),
	        CASE_UNIT(the_rule_of_thumb_is_broken_by_a_krona),
	        CASE_UNIT(without_a_rule_nothing_is_judged),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
