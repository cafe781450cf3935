/* Tests of economics: the ledger of whole cases, every sum, share, quotient and period amount. */
#include "case.h"

#include "base/buffer.h"

#define MATTER "ärende: {rubrik: R}\n"

/* Two public and two civil parties to choose from. */
#define PARTIES                                                                                    \
	MATTER "parter:\n  n: {namn: N, sektor: offentlig}\n  m: {namn: M, sektor: offentlig}\n"   \
	       "  a: {namn: A}\n  b: {namn: B}\n"
#define ONE_EACH MATTER "parter: {n: {namn: N, sektor: offentlig}, a: {namn: A}}\n"

/* A board and three organisations, July 2018 to June 2021: a split that has a zero in it. */
static const char three_partners[] =
        MATTER "parter:\n  nämnden: {register: socialnämnden}\n  hjärta: {namn: Hjärta}\n"
               "  stadsmissionen: {register: stadsmissionen}\n  domkyrkan: {namn: Domkyrkan}\n"
               "period: {från: 2018-07-01, till: 2021-06-30}\n"
               "ekonomi:\n  decimaler: 2\n  insatser:\n    - part: nämnden\n      slag: kontant\n"
               "      fördelning:\n        stadsmissionen: 1 500 000 kr/år\n"
               "        hjärta: 300 000 kr/år\n        domkyrkan: 0 kr/år\n"
               "    - {part: hjärta, slag: in natura, belopp: 809 000 kr/år}\n"
               "    - {part: stadsmissionen, slag: in natura, belopp: 1 023 800 kr/år}\n"
               "    - {part: domkyrkan, slag: in natura, belopp: 599 675 kr/år}\n";

CASE_TEST(contributions_in_kind_and_a_split_grant)
{
	desk_calculate(desk, three_partners);
	assert_sound(desk);
	assert_entry(desk, "ekonomi.omfattning", KR(4232475));
	assert_entry(desk, "ekonomi.bidrag", KR(1800000));
	assert_entry(desk, "ekonomi.insatser.1", KR(1800000));
	assert_entry(desk, "ekonomi.insatser.1.stadsmissionen", KR(1500000));
	assert_entry(desk, "ekonomi.insatser.1.domkyrkan", 0);
	assert_entry(desk, "ekonomi.insatser.4", KR(599675));
	assert_entry(desk, "ekonomi.bidrag.stadsmissionen", KR(1500000));
	assert_entry(desk, "ekonomi.bidrag.hjärta", KR(300000));
	assert_entry(desk, "ekonomi.bidrag.domkyrkan", 0);
	assert_no_entry(desk, "ekonomi.bidrag.nämnden");
	assert_entry(desk, "ekonomi.insats.nämnden", KR(1800000));
	assert_entry(desk, "ekonomi.insats.domkyrkan", KR(599675));
	assert_entry(desk, "ekonomi.idéburna insatser", KR(2432475));
	assert_entry(desk, "ekonomi.andel.nämnden", 4253);
	assert_entry(desk, "ekonomi.andel.hjärta", 1911);
	assert_entry(desk, "ekonomi.andel.stadsmissionen", 2419);
	assert_entry(desk, "ekonomi.andel.domkyrkan", 1417);
	assert_entry(desk, "ekonomi.andel.alla", 10000);
	assert_entry(desk, "ekonomi.andel.idéburna", 5747);
	assert_entry(desk, "ekonomi.andel.offentliga", 4253);
	assert_entry(desk, "ekonomi.bidrag.perioden", KR(5400000));
	assert_entry(desk, "ekonomi.bidrag.stadsmissionen.perioden", KR(4500000));
	assert_entry(desk, "ekonomi.bidrag.domkyrkan.perioden", 0);
	assert_entry(desk, "ekonomi.omfattning.perioden", KR(12697425));
	assert_entry(desk, "ekonomi.idéburna insatser.perioden", KR(7297425));
	assert_entry(desk, "ekonomi.insats.hjärta.perioden", KR(2427000));
	assert_no_entry(desk, "ekonomi.kostnad");
	assert_no_entry(desk, "ekonomi.egen finansiering");
	assert_no_entry(desk, "ekonomi.differens");
	assert_no_entry(desk, "ekonomi.finansieringsgrad");
}

CASE_TEST(entries_remember_how_they_were_made_and_where_from)
{
	desk_calculate(desk, three_partners);
	const Entry *grant = ledger_find(desk->ledger, TEXT("ekonomi.insatser.1"));
	assert_int_equal(grant->operation, OPERATION_SUM);
	assert_int_equal(grant->operand_count, 3);
	assert_text(grant->operands[1]->name, "ekonomi.insatser.1.hjärta");
	assert_text(span_text(grant->operands[1]->origin), "300 000 kr/år");
	assert_int_equal(grant->operands[1]->operation, OPERATION_DECLARED);
	const Entry *share = ledger_find(desk->ledger, TEXT("ekonomi.andel.hjärta"));
	assert_int_equal(share->operation, OPERATION_SHARE);
	assert_int_equal(share->unit, UNIT_SHARE);
	assert_int_equal(share->decimals, 2);
	assert_int_equal(share->operand_count, 5);
	assert_text(share->operands[0]->name, "ekonomi.insats.hjärta");
	const Entry *period = ledger_find(desk->ledger, TEXT("ekonomi.insatser.4.perioden"));
	assert_int_equal(period->operation, OPERATION_TERMS);
	assert_int_equal(period->term_count, 1);
	assert_text(period->terms[0].amount->name, "ekonomi.insatser.4");
	assert_int_equal(period->terms[0].fraction.numerator, 3);
	assert_int_equal(period->terms[0].fraction.denominator, 1);
	assert_text(span_text(period->origin), "599 675 kr/år");
	const Entry *scope = ledger_find(desk->ledger, TEXT("ekonomi.omfattning.perioden"));
	assert_int_equal(scope->operation, OPERATION_SUM);
	assert_text(scope->operands[0]->name, "ekonomi.insats.nämnden.perioden");
}

CASE_TEST(a_value_and_its_cost_to_the_municipality)
{
	static const struct {
		const char *value, *cost;
		Money rest;
		int64_t share;
	} rows[] = {
	        {"2 080 500 kr/år", "1 100 000 kr/år", KR(980500), 5287},
	        {"897 626 kr/år", "590 000 kr/år", KR(307626), 6573},
	        {"1 791 200 kr/år", "1 150 000 kr/år", KR(641200), 6420},
	        {"454 000 kr/år", "230 000 kr/år", KR(224000), 5066},
	        {"1 077 600 kr/år", "600 000 kr/år", KR(477600), 5568},
	        {"6 300 926 kr/år", "3 670 000 kr/år", KR(2630926), 5825},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		Text parts[] = {text_of(ONE_EACH
		                        "ekonomi:\n  decimaler: 2\n  insatser:\n    - {part: n, "
		                        "slag: kontant, belopp: "),
		                text_of(rows[i].cost),
		                TEXT("}\n  kostnader:\n    - {part: a, post: P, belopp: "),
		                text_of(rows[i].value), TEXT("}\n")};
		desk_calculate(desk,
		               text_terminated(&desk->arena, text_join(&desk->arena, parts, 5)));
		assert_sound(desk);
		assert_entry(desk, "ekonomi.egen finansiering.a", rows[i].rest);
		assert_entry(desk, "ekonomi.finansieringsgrad.a", rows[i].share);
		assert_entry(desk, "ekonomi.egen andel.a", 10000 - rows[i].share);
		assert_entry(desk, "ekonomi.differens", 0);
	}
}

CASE_TEST(volunteers_hours_are_worth_their_rate)
{
	desk_calculate(desk,
	               MATTER "parter:\n  nämnden: {register: äldrenämnden}\n  poolen: {namn: "
	                      "Poolen}\n"
	                      "period: {från: 2020-01-01, till: 2022-12-31}\n"
	                      "ekonomi:\n  insatser:\n"
	                      "    - {part: nämnden, slag: kontant, belopp: 933 000 kr/år}\n"
	                      "    - {part: poolen, slag: ideell tid, timmar: 18 000, timvärde: "
	                      "214 kr/timme}\n");
	assert_sound(desk);
	assert_entry(desk, "ekonomi.timmar.poolen", 18000);
	assert_entry(desk, "ekonomi.timvärde.poolen", KR(214));
	assert_entry(desk, "ekonomi.insats.poolen", KR(3852000));
	assert_entry(desk, "ekonomi.omfattning", KR(4785000));
	assert_entry(desk, "ekonomi.andel.nämnden", 195);
	assert_entry(desk, "ekonomi.andel.poolen", 805);
	/* The only civil party receives a grant that is not split. */
	assert_entry(desk, "ekonomi.bidrag.poolen", KR(933000));
	assert_entry(desk, "ekonomi.bidrag.perioden", KR(2799000));
	assert_entry(desk, "ekonomi.omfattning.perioden", KR(14355000));
	const Entry *value = ledger_find(desk->ledger, TEXT("ekonomi.insatser.2"));
	assert_int_equal(value->operation, OPERATION_PRODUCT);
	assert_int_equal(value->unit, UNIT_AMOUNT);
	assert_int_equal(ledger_find(desk->ledger, TEXT("ekonomi.timmar.poolen"))->unit,
	                 UNIT_HOURS);
}

CASE_TEST(volunteers_time_left_out_makes_the_grant_the_whole)
{
	desk_calculate(desk, ONE_EACH
	               "ekonomi: {insatser: [{part: n, slag: kontant, belopp: 933 000 kr/år}]}\n");
	assert_sound(desk);
	assert_entry(desk, "ekonomi.andel.n", 1000);
	assert_entry(desk, "ekonomi.andel.offentliga", 1000);
	assert_no_entry(desk, "ekonomi.andel.idéburna");
	assert_no_entry(desk, "ekonomi.idéburna insatser");
}

static const char two_cost_lists[] =
        MATTER "parter:\n  nämnden: {register: socialnämnden}\n  iogt: {namn: IOGT}\n"
               "  pingst: {register: pingst}\n"
               "period: {från: 2024-01-01, till: 2026-12-31}\n"
               "ekonomi:\n  decimaler: 2\n  insatser:\n    - part: nämnden\n      slag: kontant\n"
               "      fördelning: {pingst: 452 948 kr/år, iogt: 339 690 kr/år}\n"
               "  kostnader:\n"
               "    - {part: iogt, post: Anställda, slag: personal, belopp: 205 000 kr/år}\n"
               "    - {part: iogt, post: V, slag: volontärer, belopp: 160 000 kr/år}\n"
               "    - {part: iogt, post: L, slag: lokaler, belopp: 170 000 kr/år}\n"
               "    - {part: pingst, post: Anställda, slag: personal, belopp: 1 190 000 kr/år}\n"
               "    - {part: pingst, post: V, slag: volontärer, belopp: 700 000 kr/år}\n"
               "    - {part: pingst, post: L, slag: lokaler, belopp: 330 000 kr/år}\n";

CASE_TEST(costs_are_summed_and_what_the_grant_leaves_is_own_financing)
{
	desk_calculate(desk, two_cost_lists);
	assert_sound(desk);
	assert_entry(desk, "ekonomi.bidrag", KR(792638));
	assert_entry(desk, "ekonomi.kostnad.iogt", KR(535000));
	assert_entry(desk, "ekonomi.kostnad.pingst", KR(2220000));
	assert_entry(desk, "ekonomi.kostnad", KR(2755000));
	assert_entry(desk, "ekonomi.kostnader.1", KR(205000));
	assert_entry(desk, "ekonomi.kostnader.6", KR(330000));
	assert_entry(desk, "ekonomi.kostnadsslag.personal", KR(1395000));
	assert_entry(desk, "ekonomi.kostnadsslag.volontärer", KR(860000));
	assert_entry(desk, "ekonomi.kostnadsslag.lokaler", KR(500000));
	assert_no_entry(desk, "ekonomi.kostnadsslag.material");
	assert_no_entry(desk, "ekonomi.kostnadsslag.övrigt");
	assert_entry(desk, "ekonomi.egen finansiering.iogt", KR(195310));
	assert_entry(desk, "ekonomi.egen finansiering.pingst", KR(1767052));
	assert_entry(desk, "ekonomi.egen finansiering", KR(1962362));
	assert_no_entry(desk, "ekonomi.egen finansiering.nämnden");
	assert_entry(desk, "ekonomi.differens", 0);
	assert_entry(desk, "ekonomi.finansieringsgrad", 2877);
	assert_entry(desk, "ekonomi.finansieringsgrad.iogt", 6349);
	assert_entry(desk, "ekonomi.finansieringsgrad.pingst", 2040);
	assert_entry(desk, "ekonomi.egen andel", 7123);
	assert_entry(desk, "ekonomi.egen andel.iogt", 3651);
	assert_entry(desk, "ekonomi.egen andel.pingst", 7960);
	/* Who tells costs but no contribution puts in the own financing. */
	assert_entry(desk, "ekonomi.insats.iogt", KR(195310));
	assert_entry(desk, "ekonomi.omfattning", KR(2755000));
	assert_entry(desk, "ekonomi.bidrag.perioden", KR(2377914));
	assert_entry(desk, "ekonomi.kostnad.iogt.perioden", KR(1605000));
	assert_entry(desk, "ekonomi.egen finansiering.perioden", KR(5887086));
}

CASE_TEST(a_share_without_the_volunteers_value)
{
	desk_calculate(desk,
	               ONE_EACH "ekonomi:\n  decimaler: 2\n  insatser:\n"
	                        "    - {part: n, slag: kontant, belopp: 792 638 kr/år}\n"
	                        "  kostnader: [{part: a, post: P, belopp: 1 895 000 kr/år}]\n");
	assert_sound(desk);
	assert_entry(desk, "ekonomi.finansieringsgrad", 4183);
	assert_entry(desk, "ekonomi.egen andel", 5817);
	assert_entry(desk, "ekonomi.kostnadsslag.övrigt", KR(1895000));
}

CASE_TEST(half_the_cost_or_a_little_more)
{
	desk_calculate(
	        desk, ONE_EACH
	        "period: {från: 2018-01-01, till: 2020-12-31}\nekonomi:\n  decimaler: 0\n"
	        "  insatser: [{part: n, slag: kontant, fördelning: {a: 1 100 tkr/år}}]\n"
	        "  kostnader: [{part: a, post: P, slag: övrigt, belopp: 2 080 500 kr/år}]\n");
	assert_sound(desk);
	assert_entry(desk, "ekonomi.egen finansiering.a", KR(980500));
	assert_entry(desk, "ekonomi.finansieringsgrad.a", 53);
	assert_entry(desk, "ekonomi.egen andel.a", 47);
	assert_entry(desk, "ekonomi.andel.n", 53);
	assert_entry(desk, "ekonomi.andel.a", 47);
	assert_entry(desk, "ekonomi.bidrag.perioden", KR(3300000));
}

/* Own financing */

CASE_TEST(declared_own_financing_must_tally)
{
	desk_calculate(desk, desk_join(desk, two_cost_lists,
	                               "  egen finansiering: {iogt: 195 310 kr/år, pingst: "
	                               "1 767 052 kr/år}\n"));
	assert_sound(desk);
	assert_entry(desk, "ekonomi.differens", 0);
	const Entry *own = ledger_find(desk->ledger, TEXT("ekonomi.egen finansiering.iogt"));
	assert_int_equal(own->operation, OPERATION_DECLARED);
	desk_calculate(desk, desk_join(desk, two_cost_lists,
	                               "  egen finansiering: {iogt: 195 309 kr/år}\n"));
	assert_reported(desk, {FINANCING_DOES_NOT_TALLY, "195 309 kr/år"});
	assert_entry(desk, "ekonomi.egen finansiering.iogt", KR(195309));
	assert_entry(desk, "ekonomi.differens", KR(1));
	desk_calculate(desk, desk_join(desk, two_cost_lists,
	                               "  egen finansiering: {pingst: 1 767 053 kr/år}\n"));
	assert_reported(desk, {FINANCING_DOES_NOT_TALLY, "1 767 053 kr/år"});
	assert_entry(desk, "ekonomi.differens", -KR(1));
}

CASE_TEST(own_financing_without_costs_is_what_a_party_puts_in)
{
	desk_calculate(desk, ONE_EACH
	               "ekonomi:\n  insatser: [{part: n, slag: kontant, belopp: 300 kr/år}]\n"
	               "  egen finansiering: {a: 100 kr/år}\n");
	assert_sound(desk);
	assert_entry(desk, "ekonomi.insats.a", KR(100));
	assert_entry(desk, "ekonomi.omfattning", KR(400));
	assert_entry(desk, "ekonomi.andel.a", 250);
	assert_no_entry(desk, "ekonomi.differens");
}

CASE_TEST(a_grant_that_exceeds_the_cost_is_a_warning)
{
	desk_calculate(desk, ONE_EACH
	               "ekonomi:\n  insatser: [{part: n, slag: kontant, belopp: 101 kr/år}]\n"
	               "  kostnader: [{part: a, post: P, belopp: 100 kr/år}]\n");
	assert_int_equal(desk->diagnostics.errors, 0);
	assert_int_equal(desk->diagnostics.warnings, 1);
	assert_int_equal(desk->diagnostics.first->code, GRANT_EXCEEDS_COST);
	assert_entry(desk, "ekonomi.egen finansiering.a", -KR(1));
	/* Nothing is a share of a whole that has a negative part. */
	assert_no_entry(desk, "ekonomi.andel.a");
	assert_no_entry(desk, "ekonomi.finansieringsgrad");
	desk_calculate(desk, ONE_EACH
	               "ekonomi:\n  insatser: [{part: n, slag: kontant, belopp: 100 kr/år}]\n"
	               "  kostnader: [{part: a, post: P, belopp: 100 kr/år}]\n");
	assert_sound(desk);
	assert_entry(desk, "ekonomi.finansieringsgrad", 1000);
	assert_entry(desk, "ekonomi.egen andel", 0);
}

/* Grants */

CASE_TEST(a_split_must_be_the_amount)
{
	desk_calculate(desk, PARTIES
	               "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, belopp: 100 kr/år,"
	               " fördelning: {a: 60 kr/år, b: 40 kr/år}}\n");
	assert_sound(desk);
	desk_calculate(desk, PARTIES
	               "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, belopp: 100 kr/år,"
	               " fördelning: {a: 60 kr/år, b: 39 kr/år}}\n");
	assert_reported(desk, {SPLIT_DOES_NOT_TALLY, "{a: 60 kr/år, b: 39 kr/år}"});
	const Diagnostic *note = desk->diagnostics.first->notes;
	assert_int_equal(note->code, AMOUNT_STANDS_HERE);
	assert_text(span_text(note->span), "100 kr/år");
}

CASE_TEST(a_misread_amount_does_not_also_fail_to_tally)
{
	desk_calculate(desk, PARTIES
	               "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, belopp: 100 kr/år,"
	               " fördelning: {a: 60 kr/år, b: fyrtio}}\n");
	assert_reported(desk, {NOT_AN_AMOUNT, "fyrtio"});
	desk_calculate(desk, ONE_EACH
	               "ekonomi:\n  insatser: [{part: n, slag: kontant, belopp: 101 kr/år}]\n"
	               "  kostnader: [{part: a, post: P, belopp: hundra}]\n"
	               "  egen finansiering: {a: 5 kr/år}\n");
	assert_reported(desk, {NOT_AN_AMOUNT, "hundra"});
}

CASE_TEST(only_cash_of_public_parties_is_a_grant)
{
	desk_calculate(desk, PARTIES "ekonomi:\n  insatser:\n"
	                             "    - {part: n, slag: kontant, belopp: 100 kr/år}\n"
	                             "    - {part: m, slag: kontant, fördelning: {b: 50 kr/år}}\n"
	                             "    - {part: n, slag: lokaler, belopp: 30 kr/år}\n"
	                             "    - {part: a, slag: kontant, belopp: 20 kr/år}\n");
	assert_sound(desk);
	assert_entry(desk, "ekonomi.bidrag", KR(150));
	assert_entry(desk, "ekonomi.insats.n", KR(130));
	assert_entry(desk, "ekonomi.insats.m", KR(50));
	assert_entry(desk, "ekonomi.omfattning", KR(200));
	assert_entry(desk, "ekonomi.idéburna insatser", KR(20));
	/* With two civil parties, what is not split belongs to neither. */
	assert_entry(desk, "ekonomi.bidrag.b", KR(50));
	assert_no_entry(desk, "ekonomi.bidrag.a");
	assert_entry(desk, "ekonomi.andel.offentliga", 900);
	assert_entry(desk, "ekonomi.andel.idéburna", 100);
}

/* Shares and rounding */

CASE_TEST(shares_add_up_to_one_hundred)
{
	static const struct {
		const char *decimals;
		int64_t n, a, b, hundred;
	} rows[] = {
	        {"0", 34, 33, 33, 100}, {"1", 334, 333, 333, 1000}, {"2", 3334, 3333, 3333, 10000}};
	for (size_t i = 0; i < 3; i++) {
		Text parts[] = {
		        text_of(PARTIES "ekonomi:\n  decimaler: "), text_of(rows[i].decimals),
		        TEXT("\n  insatser:\n    - {part: n, slag: kontant, belopp: 1 kr/år}\n"
		             "    - {part: a, slag: material, belopp: 1 kr/år}\n"
		             "    - {part: b, slag: material, belopp: 1 kr/år}\n")};
		desk_calculate(desk,
		               text_terminated(&desk->arena, text_join(&desk->arena, parts, 3)));
		assert_sound(desk);
		/* Of equal remainders the first gets what is left. */
		assert_entry(desk, "ekonomi.andel.n", rows[i].n);
		assert_entry(desk, "ekonomi.andel.a", rows[i].a);
		assert_entry(desk, "ekonomi.andel.b", rows[i].b);
		assert_entry(desk, "ekonomi.andel.alla", rows[i].hundred);
		assert_entry(desk, "ekonomi.andel.idéburna", rows[i].a + rows[i].b);
	}
	assert_int_equal(economics_decimals(&desk->agreement), 2);
	desk_calculate(desk, MATTER);
	assert_int_equal(economics_decimals(&desk->agreement), 1);
}

CASE_TEST(a_party_that_puts_in_nothing_has_no_share)
{
	desk_calculate(desk, PARTIES
	               "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, belopp: 1 kr/år}\n"
	               "    - {part: a, slag: material, belopp: 0 kr/år}\n");
	assert_sound(desk);
	assert_entry(desk, "ekonomi.andel.n", 1000);
	assert_entry(desk, "ekonomi.andel.a", 0);
	assert_no_entry(desk, "ekonomi.andel.b");
}

CASE_TEST(a_scope_of_zero_has_no_shares)
{
	desk_calculate(desk, ONE_EACH
	               "ekonomi: {insatser: [{part: n, slag: kontant, belopp: 0 kr/år}]}\n");
	assert_sound(desk);
	assert_entry(desk, "ekonomi.omfattning", 0);
	assert_no_entry(desk, "ekonomi.andel.n");
	assert_no_entry(desk, "ekonomi.andel.alla");
}

static Ledger *new_ledger(Desk *desk)
{
	Ledger *ledger = ARENA_NEW(&desk->arena, Ledger);
	*ledger = (Ledger){.arena = &desk->arena, .diagnostics = &desk->diagnostics};
	return ledger;
}

CASE_TEST(quotients_round_half_up_and_need_a_whole)
{
	static const struct {
		int64_t part, whole;
		unsigned decimals;
		int64_t share;
	} rows[] = {{1, 200, 0, 1},   {1, 201, 0, 0},  {1, 3, 2, 3333},
	            {2, 3, 2, 6667},  {1, 2000, 1, 1}, {3, 2, 1, 1500},
	            {-1, 200, 0, -1}, {0, 7, 2, 0},    {1100000, 2080500, 2, 5287}};
	Ledger *ledger = new_ledger(desk);
	const Entry *zero = ledger_declare(ledger, TEXT("noll"), UNIT_AMOUNT, 0, (Span){0});
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const Entry *part =
		        ledger_declare(ledger, TEXT("del"), UNIT_AMOUNT, rows[i].part, (Span){0});
		const Entry *whole =
		        ledger_declare(ledger, TEXT("hel"), UNIT_AMOUNT, rows[i].whole, (Span){0});
		const Entry *share = ledger_quotient(ledger, TEXT("kvot"), part, whole,
		                                     rows[i].decimals, (Span){0});
		assert_int_equal(share->value, rows[i].share);
		assert_int_equal(share->unit, UNIT_SHARE);
		assert_null(ledger_quotient(ledger, TEXT("kvot"), part, zero, 0, (Span){0}));
	}
}

CASE_TEST(a_ledger_prints_an_entry_a_line)
{
	Ledger *ledger = new_ledger(desk);
	const Entry *terms[] = {ledger_declare(ledger, TEXT("a"), UNIT_AMOUNT, KR(10), (Span){0}),
	                        ledger_declare(ledger, TEXT("b"), UNIT_AMOUNT, KR(3), (Span){0})};
	assert_null(ledger_sum(ledger, TEXT("s"), terms, 0, (Span){0}));
	ledger_sum(ledger, TEXT("s"), terms, 2, (Span){0});
	ledger_difference(ledger, TEXT("d"), terms, 2, (Span){0});
	Buffer out = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	ledger_dump(ledger, &out);
	assert_text(buffer_text(&out), "a = 1000 öre: angivet\nb = 300 öre: angivet\n"
	                               "s = 1300 öre: summan av a, b\n"
	                               "d = 700 öre: det första minus resten av a, b\n");
}

/* The period */

static void calculate_over(Desk *desk, const char *period)
{
	Text parts[] = {text_of(ONE_EACH "ekonomi: {insatser: [{part: n, slag: kontant, belopp: "
	                                 "100 001 kr/år}]}\nperiod: {"),
	                text_of(period), TEXT("}\n")};
	desk_calculate(desk, text_terminated(&desk->arena, text_join(&desk->arena, parts, 3)));
	assert_sound(desk);
}

CASE_TEST(whole_months_have_an_amount_for_the_period)
{
	static const struct {
		const char *period;
		Money money;
	} rows[] = {
	        {"från: 2018-07-01, till: 2021-06-30", KR(300003)},
	        {"från: 2020-01-01, till: 2020-12-31", KR(100001)},
	        {"från: 2020-01-15, till: 2021-01-14", KR(100001)},
	        /* 150 001,50 and 8 333,42 and 50 000,50 */
	        {"från: 2020-01-01, till: 2021-06-30", KR(150002)},
	        {"från: 2020-02-01, till: 2020-02-29", KR(8333)},
	        {"från: 2020-07-01, till: 2020-12-31", KR(50001)},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		calculate_over(desk, rows[i].period);
		assert_entry(desk, "ekonomi.bidrag.perioden", rows[i].money);
		assert_entry(desk, "ekonomi.bidrag.a.perioden", rows[i].money);
		assert_entry(desk, "ekonomi.insats.n.perioden", rows[i].money);
		assert_entry(desk, "ekonomi.omfattning.perioden", rows[i].money);
	}
}

/* A month that is not whole counts by its days: 30 of 31 days of a twelfth, 1 of 31, 28 of 29. */
CASE_TEST(broken_months_count_by_their_days)
{
	static const struct {
		const char *period;
		Money grant;
	} rows[] = {{"från: 2020-01-01, till: 2020-12-30", KR(99732)},
	            {"från: 2020-01-02, till: 2020-12-31", KR(99732)},
	            {"från: 2020-01-01, till: 2020-01-01", KR(269)},
	            {"från: 2020-02-01, till: 2020-02-28", KR(8046)}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		calculate_over(desk, rows[i].period);
		assert_entry(desk, "ekonomi.bidrag", KR(100001));
		assert_entry(desk, "ekonomi.bidrag.perioden", rows[i].grant);
		assert_entry(desk, "ekonomi.bidrag.2020", rows[i].grant);
	}
}

CASE_TEST(open_periods_have_no_amounts_in_time)
{
	calculate_over(desk, "från: 2020-01-01");
	assert_entry(desk, "ekonomi.bidrag", KR(100001));
	assert_no_entry(desk, "ekonomi.bidrag.perioden");
	assert_no_entry(desk, "ekonomi.bidrag.2020");
}

/* Bounds */

CASE_TEST(a_sum_that_does_not_fit_is_reported_and_counts_as_zero)
{
	desk_calculate(desk, ONE_EACH "ekonomi:\n  insatser:\n    - {part: a, slag: ideell tid, "
	                              "timmar: 100 000 000, timvärde: 1 000 000 000 000 kr}\n");
	assert_reported(desk, {SUM_TOO_BIG, "100 000 000"});
	assert_entry(desk, "ekonomi.insats.a", 0);
	/* The largest that fits: 1 000 times the largest amount. */
	desk_calculate(desk, ONE_EACH "ekonomi:\n  insatser:\n    - {part: a, slag: ideell tid, "
	                              "timmar: 1 000, timvärde: 1 000 000 000 000 kr}\n");
	assert_sound(desk);
	assert_entry(desk, "ekonomi.insats.a", MONEY_MAXIMUM * 1000);
	assert_entry(desk, "ekonomi.andel.a", 1000);
	desk_calculate(desk, ONE_EACH "ekonomi:\n  insatser:\n    - {part: a, slag: ideell tid, "
	                              "timmar: 1 001, timvärde: 1 000 000 000 000 kr}\n");
	assert_reported(desk, {SUM_TOO_BIG, "1 001"});
}

CASE_TEST(a_case_without_economy_has_an_empty_ledger)
{
	desk_calculate(desk, MATTER);
	assert_sound(desk);
	assert_int_equal(desk->ledger->count, 0);
	desk_calculate(desk, ONE_EACH "period: {från: 2020-01-01, till: 2020-12-31}\n");
	assert_sound(desk);
	/* Only the two dates. */
	assert_int_equal(desk->ledger->count, 2);
}

/* Names before any case */

static void names_are_possible_by_their_form(void **state)
{
	(void)state;
	static const char *const amounts[] = {"ekonomi.omfattning",
	                                      "ekonomi.bidrag",
	                                      "ekonomi.bidrag.2019",
	                                      "ekonomi.bidrag.perioden",
	                                      "ekonomi.bidrag.perioden före uppräkning",
	                                      "ekonomi.bidrag.till 2024-12-31",
	                                      "ekonomi.bidrag.från 2019-07-01",
	                                      "ekonomi.bidrag.vem som helst",
	                                      "ekonomi.bidrag.vem som helst.2019",
	                                      "ekonomi.insatser.1",
	                                      "ekonomi.insatser.2.2020",
	                                      "ekonomi.kostnadsslag.personal",
	                                      "ekonomi.utbetalning.3",
	                                      "ekonomi.slutavräkning.2020.p",
	                                      "ekonomi.årsbelopp.1.2020"};
	static const char *const others[] = {"ekonomi.andel.p",
	                                     "ekonomi.andel.alla",
	                                     "ekonomi.timmar.p",
	                                     "ekonomi.insatser.1.timmar",
	                                     "ekonomi.utbetalning.3.dag",
	                                     "ekonomi.slutavräkning.2020.dag",
	                                     "ekonomi.uppräkning.2021",
	                                     "ekonomi.indexfaktor.2021",
	                                     "period.sista uppsägningsdag",
	                                     "ekonomi.deltagare"};
	static const char *const never[] = {"ekonomi",
	                                    "ekonomi.",
	                                    "ekonomi.bidrag.",
	                                    "ekonomi.bidragg",
	                                    "ekonomi.bidrag.p.q",
	                                    "ekonomi.bidrag.p.20199",
	                                    "ekonomi.bidrag..2019",
	                                    "ekonomi.insats",
	                                    "ekonomi.insatser",
	                                    "ekonomi.insatser.x",
	                                    "ekonomi.insatser.0",
	                                    "ekonomi.kostnadsslag.resor",
	                                    "ekonomi.andel.p.2019",
	                                    "ekonomi.uppräkning",
	                                    "ekonomi.uppräkning.perioden",
	                                    "ekonomi.omfattning.p.2019",
	                                    "period.till"};
	Unit unit = UNIT_AMOUNT;
	for (size_t i = 0; i < sizeof amounts / sizeof amounts[0]; i++) {
		assert_true(quantity_is_possible(text_of(amounts[i]), &unit));
		assert_int_equal(unit, UNIT_AMOUNT);
	}
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
		assert_true(quantity_is_possible(text_of(others[i]), &unit));
		assert_int_not_equal(unit, UNIT_AMOUNT);
	}
	for (size_t i = 0; i < sizeof never / sizeof never[0]; i++)
		if (quantity_is_possible(text_of(never[i]), &unit))
			fail_msg("%s is taken for a quantity", never[i]);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        CASE_UNIT(contributions_in_kind_and_a_split_grant),
	        CASE_UNIT(entries_remember_how_they_were_made_and_where_from),
	        CASE_UNIT(a_value_and_its_cost_to_the_municipality),
	        CASE_UNIT(volunteers_hours_are_worth_their_rate),
	        CASE_UNIT(volunteers_time_left_out_makes_the_grant_the_whole),
	        CASE_UNIT(costs_are_summed_and_what_the_grant_leaves_is_own_financing),
	        CASE_UNIT(a_share_without_the_volunteers_value),
	        CASE_UNIT(half_the_cost_or_a_little_more),
	        CASE_UNIT(declared_own_financing_must_tally),
	        CASE_UNIT(own_financing_without_costs_is_what_a_party_puts_in),
	        CASE_UNIT(a_grant_that_exceeds_the_cost_is_a_warning),
	        CASE_UNIT(a_split_must_be_the_amount),
	        CASE_UNIT(a_misread_amount_does_not_also_fail_to_tally),
	        CASE_UNIT(only_cash_of_public_parties_is_a_grant),
	        CASE_UNIT(shares_add_up_to_one_hundred),
	        CASE_UNIT(a_party_that_puts_in_nothing_has_no_share),
	        CASE_UNIT(a_scope_of_zero_has_no_shares),
	        CASE_UNIT(quotients_round_half_up_and_need_a_whole),
	        CASE_UNIT(a_ledger_prints_an_entry_a_line),
	        CASE_UNIT(whole_months_have_an_amount_for_the_period),
	        CASE_UNIT(broken_months_count_by_their_days),
	        CASE_UNIT(open_periods_have_no_amounts_in_time),
	        CASE_UNIT(a_sum_that_does_not_fit_is_reported_and_counts_as_zero),
	        CASE_UNIT(a_case_without_economy_has_an_empty_ledger),
	        cmocka_unit_test(names_are_possible_by_their_form),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
