/* Tests of economics in time: calendar years, indexing, rounding policies, payments, settlements,
 * deadlines; the sums are those of real agreements. */
#include "case.h"

#include "base/buffer.h"

#define PARTIES                                                                                    \
	"ärende: {rubrik: R}\nparter:\n  n: {namn: N, sektor: offentlig}\n"                       \
	"  m: {namn: M, sektor: offentlig}\n  o: {namn: O, sektor: offentlig}\n  f: {namn: F}\n"

static const char indices[] =
        "index:\n"
        "  OPI:\n    namn: omsorgsprisindex\n    källa: SKR\n    värden:\n"
        "      2019: 2,7 %\n      2020: 3,0 %\n      2021: 1,5 %\n      2022: 1,9 %\n"
        "      2023:\n        preliminärt: 3,5 %\n        definitivt: 4,6 %\n"
        "        publicerat: 2023-04-19\n"
        "      2024: {preliminärt: '2,0 %'}\n"
        "  AKI:\n    namn: arbetskostnadsindex\n    källa: SCB\n    värden:\n"
        "      2018: {tal: '128,3'}\n      2019: {tal: '131,2'}\n      2020: {tal: '130,0'}\n";

/* A grant of one board to one organisation over a period, with more of the economy. */
static void grant(Desk *desk, const char *amount, const char *period, const char *more)
{
	Text parts[] = {TEXT(PARTIES "period: {"),
	                text_of(period),
	                TEXT("}\nekonomi:\n  insatser:\n    - {part: n, slag: kontant, belopp: "),
	                text_of(amount),
	                TEXT("}\n"),
	                text_of(more)};
	desk->shared = (Register){0};
	desk_add_register(desk, desk_register);
	desk_add_register(desk, indices);
	resolve_register(&desk->shared, &desk->diagnostics);
	Text yaml = text_join(&desk->arena, parts, sizeof parts / sizeof parts[0]);
	desk_bind(desk, text_terminated(&desk->arena, yaml));
	resolve_agreement(&desk->arena, &desk->agreement, &desk->shared, &desk->diagnostics);
	desk->ledger = economics_calculate(&desk->arena, &desk->agreement, &desk->diagnostics);
}

static Money value(const Desk *desk, const char *name)
{
	const Entry *entry = ledger_find(desk->ledger, text_of(name));
	if (entry == NULL)
		fail_msg("there is no %s", name);
	return entry->value;
}

#define assert_value(desk, name, expected) assert_int_equal(value(desk, name), expected)
#define assert_none(desk, name)            assert_null(ledger_find((desk)->ledger, text_of(name)))

static void assert_date(const Desk *desk, const char *name, const char *date)
{
	Date expected = {0};
	assert_int_equal(date_parse(text_of(date), &expected), DATE_OK);
	assert_int_equal(value(desk, name), date_to_days(expected));
}

#define OPI "  index: {serie: OPI, från: 2019-01-01}\n"

CASE_TEST(years_are_indexed_and_rounded_once)
{
	grant(desk, "1 800 000 kr/år", "från: 2018-07-01, till: 2021-06-30", OPI);
	assert_sound(desk);
	assert_value(desk, "ekonomi.bidrag.2018", KR(900000));
	assert_value(desk, "ekonomi.bidrag.2019", KR(1848600));
	assert_value(desk, "ekonomi.bidrag.2020", KR(1904058));
	assert_value(desk, "ekonomi.bidrag.2021", KR(966309));
	assert_value(desk, "ekonomi.bidrag.perioden", KR(5618967));
	assert_value(desk, "ekonomi.bidrag.perioden före uppräkning", KR(5400000));
	assert_value(desk, "ekonomi.bidrag.f.2021", KR(966309));
	assert_value(desk, "ekonomi.uppräknat bidrag.2021", KR(1932619));
	assert_none(desk, "ekonomi.bidrag.2022");
}

CASE_TEST(years_rounded_first_differ_by_a_krona)
{
	grant(desk, "1 800 000 kr/år", "från: 2018-07-01, till: 2021-06-30",
	      OPI "  avrundning: {när: varje år}\n");
	assert_value(desk, "ekonomi.bidrag.2021", KR(966310));
	assert_value(desk, "ekonomi.bidrag.perioden", KR(5618968));
	grant(desk, "1 800 000 kr/år", "från: 2018-07-01, till: 2021-06-30",
	      OPI "  avrundning: {när: varje år, sätt: närmaste jämna}\n");
	assert_value(desk, "ekonomi.bidrag.2021", KR(966310));
	grant(desk, "1 800 000 kr/år", "från: 2018-07-01, till: 2021-06-30",
	      OPI "  avrundning: {när: varje år, sätt: nedåt, till: 100 kr}\n");
	/* 1 848 600, 1 904 000 of 1 904 058, 1 932 500 of 1 932 560, and half of that. */
	assert_value(desk, "ekonomi.bidrag.2020", KR(1904000));
	assert_value(desk, "ekonomi.bidrag.2021", KR(966200));
	grant(desk, "1 800 000 kr/år", "från: 2018-07-01, till: 2021-06-30",
	      OPI "  avrundning: {sätt: uppåt}\n");
	assert_value(desk, "ekonomi.bidrag.2021", KR(966310));
}

CASE_TEST(simple_rises_are_added)
{
	grant(desk, "1 800 000 kr/år", "från: 2018-07-01, till: 2020-12-31",
	      "  index: {serie: OPI, från: 2019-01-01, räknas på: grundbeloppet}\n");
	assert_value(desk, "ekonomi.bidrag.2020", KR(1902600));
}

CASE_TEST(a_part_of_the_amount_and_a_part_of_the_rise)
{
	grant(desk, "1 000 000 kr/år", "från: 2019-01-01, till: 2020-12-31",
	      "  index: {serie: OPI, från: 2019-01-01, omfattar: 90 %}\n");
	assert_value(desk, "ekonomi.bidrag.2019", KR(1024300));
	assert_value(desk, "ekonomi.bidrag.2020", KR(1052029));
	grant(desk, "1 000 000 kr/år", "från: 2019-01-01, till: 2019-12-31",
	      "  index: {serie: OPI, från: 2019-01-01, faktor: 80 %}\n");
	assert_value(desk, "ekonomi.bidrag.2019", KR(1021600));
	grant(desk, "1 000 000 kr/år", "från: 2019-01-01, till: 2021-12-31",
	      "  index: {serie: OPI, från: 2019-01-01, tak: 2 %}\n");
	assert_value(desk, "ekonomi.bidrag.2019", KR(1020000));
	assert_value(desk, "ekonomi.bidrag.2020", KR(1040400));
	assert_value(desk, "ekonomi.bidrag.2021", KR(1056006));
	grant(desk, "1 000 000 kr/år", "från: 2020-01-01, till: 2020-12-31",
	      "  index: {serie: AKI, från: 2020-01-01, golv: 0 %}\n");
	assert_value(desk, "ekonomi.bidrag.2020", KR(1000000));
	grant(desk, "1 000 000 kr/år", "från: 2020-01-01, till: 2020-12-31",
	      "  index: {serie: OPI, från: 2020-01-01, eftersläpning: 1}\n");
	assert_value(desk, "ekonomi.bidrag.2020", KR(1027000));
}

/* 80 % of what the index number has risen, in whole hundreds downwards: 131,2/128,3 of 743 100 kr
 * is a rise of 13 437 kr. */
CASE_TEST(a_rise_is_rounded_down_to_hundreds)
{
	grant(desk, "743 100 kr/år", "från: 2018-01-01, till: 2019-12-31",
	      "  index:\n    serie: AKI\n    från: 2019-01-01\n    faktor: 80 %\n"
	      "    ökningen avrundas: nedåt\n    ökningen avrundas till: 100 kr\n");
	assert_sound(desk);
	assert_value(desk, "ekonomi.ökning.1.2019", KR(13400));
	assert_value(desk, "ekonomi.bidrag.2018", KR(743100));
	assert_value(desk, "ekonomi.bidrag.2019", KR(756500));
}

CASE_TEST(a_missing_value_is_named_or_assumed)
{
	grant(desk, "1 000 000 kr/år", "från: 2024-01-01, till: 2026-12-31",
	      "  index: {serie: OPI, från: 2024-01-01}\n");
	assert_reported(desk, {INDEX_VALUE_MISSING, "OPI"}, {INDEX_VALUE_MISSING, "OPI"});
	assert_none(desk, "ekonomi.bidrag.2024");
	grant(desk, "1 000 000 kr/år", "från: 2024-01-01, till: 2026-12-31",
	      "  index:\n    serie: OPI\n    från: 2024-01-01\n    antaganden:\n"
	      "      2025: 2,0 %\n      2026: 2,0 %\n");
	assert_sound(desk);
	assert_value(desk, "ekonomi.bidrag.2026", KR(1061208));
	const Entry *entry = ledger_find(desk->ledger, TEXT("ekonomi.bidrag.2024"));
	assert_int_equal(entry->standing, STANDING_PRELIMINARY);
	entry = ledger_find(desk->ledger, TEXT("ekonomi.bidrag.perioden"));
	assert_int_equal(entry->standing, STANDING_ASSUMED);
	entry = ledger_find(desk->ledger, TEXT("ekonomi.bidrag"));
	assert_int_equal(entry->standing, STANDING_DEFINITIVE);
}

CASE_TEST(a_step_in_the_middle_of_a_year_divides_it)
{
	grant(desk, "1 200 000 kr/år", "från: 2018-07-01, till: 2020-06-30",
	      "  index: {serie: OPI, från: 2019-07-01}\n");
	assert_value(desk, "ekonomi.bidrag.2018", KR(600000));
	assert_value(desk, "ekonomi.bidrag.2019", KR(1216200));
	assert_value(desk, "ekonomi.bidrag.2020", KR(616200));
}

CASE_TEST(days_and_months_are_two_ways_to_count)
{
	grant(desk, "1 800 000 kr/år", "från: 2018-07-01, till: 2021-06-30",
	      "  del av år: dagar\n");
	assert_value(desk, "ekonomi.bidrag.2018", KR(907397));
	assert_value(desk, "ekonomi.bidrag.2021", KR(892603));
	assert_value(desk, "ekonomi.bidrag.perioden", KR(5400000));
	grant(desk, "100 000 kr/år", "från: 2020-01-01, till: 2020-05-31", "");
	assert_value(desk, "ekonomi.bidrag.perioden", KR(41667));
	grant(desk, "290 100 kr/år", "från: 2019-08-01, till: 2019-12-31", "");
	assert_value(desk, "ekonomi.bidrag.2019", KR(120875));
	grant(desk, "100 000 kr/år", "från: 2020-02-01, till: 2020-12-31", "");
	assert_value(desk, "ekonomi.bidrag.perioden", KR(91667));
	grant(desk, "100 001 kr/år", "från: 2020-01-01, till: 2021-06-30", "");
	assert_value(desk, "ekonomi.bidrag.perioden", KR(150002));
	assert_value(desk, "ekonomi.bidrag.2020", KR(100001));
	assert_value(desk, "ekonomi.bidrag.2021", KR(50001));
}

/* Three years are three times a year, although each half year alone would be rounded up. */
CASE_TEST(years_add_up_to_the_period)
{
	grant(desk, "599 675 kr/år", "från: 2018-07-01, till: 2021-06-30", "");
	assert_value(desk, "ekonomi.bidrag.2018", KR(299838));
	assert_value(desk, "ekonomi.bidrag.2021", KR(299837));
	assert_value(desk, "ekonomi.bidrag.perioden", KR(1799025));
}

CASE_TEST(four_payments_a_year)
{
	grant(desk, "247 700 kr/år", "från: 2020-01-01, till: 2020-12-31",
	      "  utbetalning: {gånger per år: 4}\n");
	for (int i = 1; i <= 4; i++) {
		char name[] = "ekonomi.utbetalning.0";
		name[sizeof name - 2] = (char)('0' + i);
		assert_value(desk, name, KR(61925));
	}
	assert_date(desk, "ekonomi.utbetalning.4.dag", "2020-10-01");
	assert_none(desk, "ekonomi.utbetalning.5");
	assert_value(desk, "ekonomi.utbetalt", KR(247700));
}

CASE_TEST(the_odd_kronor_have_their_place)
{
	grant(desk, "247 700 kr/år", "från: 2020-01-01, till: 2020-12-31",
	      "  utbetalning: {gånger per år: 3, dag: 15}\n");
	assert_value(desk, "ekonomi.utbetalning.1", KR(82566));
	assert_value(desk, "ekonomi.utbetalning.3", KR(82568));
	assert_date(desk, "ekonomi.utbetalning.2.dag", "2020-05-15");
	grant(desk, "247 700 kr/år", "från: 2020-01-01, till: 2020-12-31",
	      "  utbetalning: {gånger per år: 3, udda kronor: första, i efterskott: ja}\n");
	assert_value(desk, "ekonomi.utbetalning.1", KR(82568));
	assert_value(desk, "ekonomi.utbetalning.3", KR(82566));
	assert_date(desk, "ekonomi.utbetalning.1.dag", "2020-05-01");
	assert_date(desk, "ekonomi.utbetalning.3.dag", "2021-01-01");
	assert_value(desk, "ekonomi.utbetalt.2021", KR(82566));
}

CASE_TEST(three_years_at_once)
{
	grant(desk, "247 700 kr/år", "från: 2020-01-01, till: 2022-12-31",
	      "  utbetalning: {engångsbelopp: ja, månad: mars}\n");
	assert_value(desk, "ekonomi.utbetalning.1", KR(743100));
	assert_date(desk, "ekonomi.utbetalning.1.dag", "2020-03-01");
	assert_none(desk, "ekonomi.utbetalning.2");
}

CASE_TEST(payment_years_of_their_own_add_up_to_the_period)
{
	grant(desk, "1 800 000 kr/år", "från: 2018-07-01, till: 2021-06-30",
	      OPI "  utbetalning: {gånger per år: 1, månad: juli}\n");
	assert_value(desk, "ekonomi.utbetalning.1", KR(1824300));
	assert_value(desk, "ekonomi.utbetalning.2", KR(1876329));
	assert_value(desk, "ekonomi.utbetalning.3", KR(1918338));
	assert_value(desk, "ekonomi.utbetalt", KR(5618967));
}

CASE_TEST(a_preliminary_value_is_settled)
{
	grant(desk, "1 800 000 kr/år", "från: 2023-01-01, till: 2023-12-31",
	      "  index: {serie: OPI, från: 2023-01-01}\n"
	      "  utbetalning: {gånger per år: 1, månad: januari}\n");
	assert_sound(desk);
	assert_value(desk, "ekonomi.bidrag.2023", KR(1882800));
	assert_value(desk, "ekonomi.utbetalning.1", KR(1863000));
	assert_value(desk, "ekonomi.slutavräkning.2023", KR(19800));
	assert_date(desk, "ekonomi.slutavräkning.2023.dag", "2023-04-19");
	assert_value(desk, "ekonomi.utbetalt", KR(1882800));
	grant(desk, "1 800 000 kr/år", "från: 2023-01-01, till: 2023-12-31",
	      "  index: {serie: OPI, från: 2023-01-01}\n"
	      "  avrundning: {när: varje år}\n  utbetalning: {gånger per år: 4}\n");
	/* Two quarters were paid before the value was known: 2 x (470 700 - 465 750). */
	assert_value(desk, "ekonomi.utbetalning.2", KR(465750));
	assert_value(desk, "ekonomi.utbetalning.3", KR(470700));
	assert_value(desk, "ekonomi.slutavräkning.2023", KR(9900));
	assert_value(desk, "ekonomi.utbetalt", KR(1882800));
}

/* Only the first year is agreed by all three. */
CASE_TEST(three_boards_and_one_known_year)
{
	grant(desk, "500 000 kr/år", "från: 2024-01-01, till: 2026-12-31",
	      "    - {part: m, slag: kontant, belopp: 300 000 kr/år}\n"
	      "    - {part: o, slag: kontant, belopp: 200 000 kr/år}\n"
	      "  beräknas till: 2024-12-31\n  utbetalning: {gånger per år: 2}\n");
	assert_sound(desk);
	assert_value(desk, "ekonomi.bidrag", KR(1000000));
	assert_value(desk, "ekonomi.bidrag.2024", KR(1000000));
	assert_value(desk, "ekonomi.bidrag från.m.2024", KR(300000));
	assert_value(desk, "ekonomi.andel av bidraget.n", 500);
	assert_none(desk, "ekonomi.bidrag.2025");
	assert_none(desk, "ekonomi.bidrag.perioden");
	assert_value(desk, "ekonomi.bidrag.till 2024-12-31", KR(1000000));
	assert_value(desk, "ekonomi.utbetalning.2", KR(500000));
	assert_value(desk, "ekonomi.utbetalning.2.insats 3", KR(100000));
	assert_none(desk, "ekonomi.utbetalning.3");
}

CASE_TEST(amounts_change_during_the_period)
{
	desk_calculate(desk, PARTIES
	               "  g: {namn: G}\nperiod: {från: 2018-07-01, till: 2020-06-30}\nekonomi:\n"
	               "  insatser:\n"
	               "    - {part: n, slag: kontant, till: 2019-06-30, "
	               "fördelning: {f: 100 000 kr/år, g: 0 kr/år}}\n"
	               "    - {part: n, slag: kontant, från: 2019-07-01, "
	               "fördelning: {f: 60 000 kr/år, g: 60 000 kr/år}}\n");
	assert_sound(desk);
	assert_value(desk, "ekonomi.bidrag", KR(100000));
	assert_value(desk, "ekonomi.bidrag.från 2019-07-01", KR(120000));
	assert_value(desk, "ekonomi.bidrag.g", 0);
	assert_value(desk, "ekonomi.bidrag.g.från 2019-07-01", KR(60000));
	assert_value(desk, "ekonomi.bidrag.2019", KR(110000));
	assert_value(desk, "ekonomi.bidrag.f.2019", KR(80000));
	assert_value(desk, "ekonomi.bidrag.g.2019", KR(30000));
	assert_value(desk, "ekonomi.bidrag.perioden", KR(220000));
}

CASE_TEST(amounts_per_head)
{
	grant(desk, "1 100 000 kr/år", "från: 2019-01-01, till: 2019-12-31",
	      "  deltagare: 25\n  invånare: 161 034\n");
	assert_none(desk, "ekonomi.bidrag per deltagare");
	assert_value(desk, "ekonomi.bidrag per invånare", 683);
	grant(desk, "590 000 kr/år", "från: 2019-01-01, till: 2019-12-31",
	      "  deltagare: 54\n  kostnad per deltagare: ja\n");
	assert_value(desk, "ekonomi.bidrag per deltagare", 1092593);
}

CASE_TEST(deadlines_follow_from_the_period)
{
	grant(desk, "1 kr/år",
	      "från: 2020-01-01, till: 2022-12-31, uppsägningstid: 6 månader, "
	      "förlängning: 3 år, förnyas: 1 år, beslutstid: 9 månader",
	      "");
	assert_date(desk, "period.sista uppsägningsdag", "2022-06-30");
	assert_date(desk, "period.sista beslutsdag", "2022-03-31");
	assert_date(desk, "period.förlängd till", "2025-12-31");
	assert_date(desk, "period.förnyad till", "2023-12-31");
	grant(desk, "1 kr/år", "från: 2020-01-01, till: 2023-06-30, uppsägningstid: 6 månader", "");
	assert_date(desk, "period.sista uppsägningsdag", "2022-12-31");
	grant(desk, "1 kr/år", "från: 2020-01-01, till: 2024-02, uppsägningstid: 30 dagar", "");
	assert_date(desk, "period.till", "2024-02-29");
	assert_date(desk, "period.sista uppsägningsdag", "2024-01-30");
	grant(desk, "1 kr/år", "från: 2020-01-01, uppsägningstid: 3 månader", "");
	assert_none(desk, "period.sista uppsägningsdag");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        CASE_UNIT(years_are_indexed_and_rounded_once),
	        CASE_UNIT(years_rounded_first_differ_by_a_krona),
	        CASE_UNIT(simple_rises_are_added),
	        CASE_UNIT(a_part_of_the_amount_and_a_part_of_the_rise),
	        CASE_UNIT(a_rise_is_rounded_down_to_hundreds),
	        CASE_UNIT(a_missing_value_is_named_or_assumed),
	        CASE_UNIT(a_step_in_the_middle_of_a_year_divides_it),
	        CASE_UNIT(days_and_months_are_two_ways_to_count),
	        CASE_UNIT(years_add_up_to_the_period),
	        CASE_UNIT(four_payments_a_year),
	        CASE_UNIT(the_odd_kronor_have_their_place),
	        CASE_UNIT(three_years_at_once),
	        CASE_UNIT(payment_years_of_their_own_add_up_to_the_period),
	        CASE_UNIT(a_preliminary_value_is_settled),
	        CASE_UNIT(three_boards_and_one_known_year),
	        CASE_UNIT(amounts_change_during_the_period),
	        CASE_UNIT(amounts_per_head),
	        CASE_UNIT(deadlines_follow_from_the_period),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
