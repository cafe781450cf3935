/* Tests of economics at its limits: the largest amounts, none at all, the calendar's corners,
 * absurd percentages. Each is exact, or it is reported. */
#include "case.h"

#include "base/buffer.h"

static const char indices[] = "index:\n  I:\n    namn: index\n    källa: påhittat\n    värden:\n"
                              "      2020: 100 %\n      2021: -100 %\n      2022: 0,0001 %\n"
                              "      2023: 2,3456 %\n      2024: 2,3457 %\n      2025: 2,3459 %\n"
                              "      2026: 2,3461 %\n      2027: 2,3463 %\n";

static void grant(Desk *desk, const char *amount, const char *period, const char *more)
{
	Text parts[] = {TEXT("ärende: {rubrik: R}\nparter:\n  n: {namn: N, sektor: offentlig}\n"
	                     "  f: {namn: F}\nperiod: {"),
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

#define PAYMENTS "  utbetalning: {gånger per år: 12}\n"

CASE_TEST(the_largest_amount_is_exact)
{
	grant(desk, "1 000 000 000 000 kr/år", "från: 2020-01-01, till: 2029-12-31", PAYMENTS);
	assert_sound(desk);
	assert_int_equal(value(desk, "ekonomi.bidrag.perioden"), MONEY_MAXIMUM * 10);
	assert_int_equal(value(desk, "ekonomi.utbetalt"), MONEY_MAXIMUM * 10);
	grant(desk, "'999 999 999 999,99 kr/år'", "från: 2023-01-01, till: 2023-12-31",
	      "  index: {serie: I, från: 2023-01-01}\n");
	assert_sound(desk);
	/* 99 999 999 999 999 öre x 1,023456, to a whole krona. */
	assert_int_equal(value(desk, "ekonomi.bidrag.2023"), KR(1023456000000));
}

CASE_TEST(what_does_not_fit_is_reported)
{
	grant(desk, "1 000 000 000 001 kr/år", "från: 2020-01-01, till: 2020-12-31", "");
	assert_reported(desk, {AMOUNT_TOO_BIG, "1 000 000 000 001 kr/år"});
	/* Five rises of six decimals make a denominator beyond 64 bits. */
	grant(desk, "1 000 kr/år", "från: 2023-01-01, till: 2027-12-31",
	      "  index: {serie: I, från: 2023-01-01}\n");
	assert_int_equal(desk->diagnostics.first->code, INDEX_TOO_LONG);
	grant(desk, "1 000 kr/år", "från: 2023-01-01, till: 2027-12-31",
	      "  index: {serie: I, från: 2023-01-01}\n  avrundning: {när: varje år}\n");
	assert_sound(desk);
	assert_int_equal(value(desk, "ekonomi.bidrag.2027"), KR(1123));
}

CASE_TEST(nothing_at_all_is_nothing)
{
	grant(desk, "0 kr/år", "från: 2020-01-01, till: 2022-12-31", PAYMENTS);
	assert_sound(desk);
	assert_int_equal(value(desk, "ekonomi.bidrag.perioden"), 0);
	assert_int_equal(value(desk, "ekonomi.utbetalt"), 0);
	assert_null(ledger_find(desk->ledger, TEXT("ekonomi.andel.n")));
	grant(desk, "-5 kr/år", "från: 2020-01-01, till: 2022-12-31", PAYMENTS);
	assert_reported(desk, {NEGATIVE_AMOUNT, "-5 kr/år"});
}

CASE_TEST(absurd_percentages_are_still_exact)
{
	grant(desk, "1 000 kr/år", "från: 2020-01-01, till: 2022-12-31",
	      "  index: {serie: I, från: 2020-01-01}\n" PAYMENTS);
	assert_sound(desk);
	assert_int_equal(value(desk, "ekonomi.bidrag.2020"), KR(2000));
	assert_int_equal(value(desk, "ekonomi.bidrag.2021"), 0);
	assert_int_equal(value(desk, "ekonomi.bidrag.2022"), 0);
	grant(desk, "1 000 000 kr/år", "från: 2022-01-01, till: 2022-12-31",
	      "  index: {serie: I, från: 2022-01-01}\n");
	assert_int_equal(value(desk, "ekonomi.bidrag.2022"), KR(1000001));
}

CASE_TEST(leap_days_and_month_ends)
{
	grant(desk, "366 000 kr/år", "från: 2024-02-29, till: 2024-02-29", "  del av år: dagar\n");
	assert_int_equal(value(desk, "ekonomi.bidrag.2024"), KR(1000));
	grant(desk, "348 000 kr/år", "från: 2024-02-29, till: 2024-02-29", "");
	assert_int_equal(value(desk, "ekonomi.bidrag.2024"), KR(1000));
	grant(desk, "12 000 kr/år", "från: 2023-01-31, till: 2023-02-27", PAYMENTS);
	/* One of 31 days and 27 of 28: 32,26 and 964,29. */
	assert_int_equal(value(desk, "ekonomi.bidrag.perioden"), KR(997));
	assert_int_equal(value(desk, "ekonomi.utbetalt"), KR(997));
}

CASE_TEST(the_calendars_ends)
{
	static const char *const periods[] = {
	        "från: 9999-01-01, till: 9999-12-31, uppsägningstid: 6 månader, förlängning: 3 år",
	        "från: 0001-01-01, till: 0001-12-31, uppsägningstid: 6 månader, förnyas: 1 år",
	        "från: 2020-01-01, till: 9999-12-31, beslutstid: 800 år"};
	for (size_t i = 0; i < sizeof periods / sizeof periods[0]; i++) {
		grant(desk, "12 kr/år", periods[i],
		      "  utbetalning: {gånger per år: 12, i efterskott: ja}\n");
		assert_int_equal(desk->diagnostics.first->code, YEAR_UNLIKELY);
	}
	grant(desk, "12 kr/år", "från: 2999-01-01, till: 2999-12-31, förlängning: 3 år",
	      "  utbetalning: {gånger per år: 12, i efterskott: ja}\n");
	assert_sound(desk);
	assert_int_equal(value(desk, "ekonomi.utbetalt.3000"), KR(1));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        CASE_UNIT(the_largest_amount_is_exact),
	        CASE_UNIT(what_does_not_fit_is_reported),
	        CASE_UNIT(nothing_at_all_is_nothing),
	        CASE_UNIT(absurd_percentages_are_still_exact),
	        CASE_UNIT(leap_days_and_month_ends),
	        CASE_UNIT(the_calendars_ends),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
