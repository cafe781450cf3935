/* Tests of model: every kind of field right and wrong, keys, lists, maps and empty values. */
#include "case.h"

#include <string.h>

#include "base/buffer.h"

#define MATTER "ärende: {rubrik: R}\n"

/* Each row, put between `before` and `after`, is bound and gives one report. */
static void assert_binding_faults(Desk *desk, const char *before, const char *after,
                                  const FaultRow *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		desk_bind(desk, desk_join(desk, desk_join(desk, before, rows[i].yaml), after));
		print_message("%s\n", rows[i].yaml);
		assert_reported(desk, {rows[i].code, rows[i].marked});
	}
}

#define BINDING_FAULTS(before, after, rows)                                                        \
	assert_binding_faults(desk, (before), (after), (rows), sizeof(rows) / sizeof(rows)[0])

/* Dates and times */

CASE_TEST(dates_are_read)
{
	desk_bind(desk, "ärende: {rubrik: R, datum: 2018-05-23}\n"
	                "period: {från: 2019-10, till: '2020-02-29'}\n");
	assert_sound(desk);
	const DateValue *date = &desk->agreement.matter.date;
	assert_int_equal(date->date.year, 2018);
	assert_int_equal(date->date.month, 5);
	assert_int_equal(date->date.day, 23);
	assert_text(span_text(date->span), "2018-05-23");
	assert_int_equal(desk->agreement.period.from.date.month, 10);
	assert_int_equal(desk->agreement.period.from.date.day, 0);
	assert_int_equal(desk->agreement.period.to.date.day, 29);
	assert_text(span_text(desk->agreement.period.to.span), "'2020-02-29'");
}

CASE_TEST(dates_that_are_none_are_reported)
{
	static const FaultRow rows[] = {
	        {"2020-13-01", NO_SUCH_DATE, "2020-13-01"},
	        {"2020-00-01", NO_SUCH_DATE, "2020-00-01"},
	        {"2021-02-29", NO_SUCH_DATE, "2021-02-29"},
	        {"2021-04-31", NO_SUCH_DATE, "2021-04-31"},
	        {"2019-xx-xx", LEFT_TO_FILL_IN, "2019-xx-xx"},
	        {"191231", DATE_WITH_SHORT_YEAR, "191231"},
	        {"199999", NOT_A_DATE, "199999"},
	        {"20191231", NOT_A_DATE, "20191231"},
	        {"1 maj 2020", NOT_A_DATE, "1 maj 2020"},
	        {"2020-1-2", NOT_A_DATE, "2020-1-2"},
	        {"2020", NOT_A_DATE, "2020"},
	        {"2020-01-02T00:00", NOT_A_DATE, "2020-01-02T00:00"},
	        {"[2020-01-02]", WRONG_SHAPE, "[2020-01-02]"},
	        {"{a: b}", WRONG_SHAPE, "{a: b}"},
	};
	BINDING_FAULTS("ärende: {rubrik: R, datum: ", "}\n", rows);
	assert_sentence(desk,
	                "Under ”datum” ska stå ett datum, men här står en grupp med nycklar.");
	desk_bind(desk, "ärende: {rubrik: R, datum: 2021-02-29}\n");
	assert_sentence(desk, "Datumet 2021-02-29 finns inte. Februari 2021 har 28 dagar.");
	desk_bind(desk, "ärende: {rubrik: R, datum: 2021-13-01}\n");
	assert_sentence(desk, "Datumet 2021-13-01 finns inte. Månaden ska vara 01 till 12.");
}

/* A title over several lines is still one title. */
CASE_TEST(texts_over_several_lines_are_one_line)
{
	desk_bind(desk, "ärende:\n  rubrik: |\n    Partnerskap \n\n    med Resurspoolen\n"
	                "  handläggare: [\"Anna\\nBerg\"]\n");
	assert_sound(desk);
	const Matter *matter = &desk->agreement.matter;
	assert_text(matter->title.text, "Partnerskap med Resurspoolen");
	assert_text(((const TextItem *)matter->officers.items)->text.text, "Anna Berg");
}

CASE_TEST(durations_are_read)
{
	static const struct {
		const char *typed;
		int months, days;
	} rows[] = {
	        {"6 månader", 6, 0}, {"1 månad", 1, 0},   {"1 år", 12, 0},
	        {"3 år", 36, 0},     {"1 dag", 0, 1},     {"10 dagar", 0, 10},
	        {"1 vecka", 0, 7},   {"2 veckor", 0, 14}, {"10000 år", 120000, 0},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const char *yaml = desk_join(
		        desk, MATTER "period: {från: 2020-01-01, uppsägningstid: ", rows[i].typed);
		desk_bind(desk, desk_join(desk, yaml, "}\n"));
		assert_sound(desk);
		const DurationValue *notice = &desk->agreement.period.notice;
		assert_int_equal(notice->duration.months, rows[i].months);
		assert_int_equal(notice->duration.days, rows[i].days);
		assert_text(span_text(notice->span), rows[i].typed);
	}
}

CASE_TEST(durations_that_are_none_are_reported)
{
	static const FaultRow rows[] = {
	        {"6", NOT_A_DURATION, "6"},
	        {"sex månader", NOT_A_DURATION, "sex månader"},
	        {"6 mån", NOT_A_DURATION, "6 mån"},
	        {"6månader", NOT_A_DURATION, "6månader"},
	        {"'1,5 år'", NOT_A_DURATION, "'1,5 år'"},
	        {"10001 dagar", NOT_A_DURATION, "10001 dagar"},
	        {"1 år och 6 månader", NOT_A_DURATION, "1 år och 6 månader"},
	        {"månader", NOT_A_DURATION, "månader"},
	        {"[6 månader]", WRONG_SHAPE, "[6 månader]"},
	};
	BINDING_FAULTS(MATTER "period: {från: 2020-01-01, förlängning: ", "}\n", rows);
}

/* Amounts and numbers */

#define CONTRIBUTION "ekonomi:\n  insatser:\n    - {part: p, slag: kontant, "

static const Contribution *contribution(Desk *desk)
{
	assert_int_equal(desk->agreement.economy.contributions.count, 1);
	return desk->agreement.economy.contributions.items;
}

CASE_TEST(amounts_are_read)
{
	static const struct {
		const char *typed;
		Money money;
	} rows[] = {
	        {"933 000 kr/år", KR(933000)},
	        {"933000 kr/år", KR(933000)},
	        {"1 100 tkr/år", KR(1100000)},
	        {"1,5 mnkr per år", KR(1500000)},
	        {"0 kr/år", 0},
	        {"214,50 kr/år", 21450},
	        {"933\u00A0000 kr/år", KR(933000)},
	        {"1 000 000 000 000 kr/år", MONEY_MAXIMUM},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk_bind(desk, desk_join(desk, MATTER CONTRIBUTION "belopp: '",
		                          desk_join(desk, rows[i].typed, "'}\n")));
		assert_sound(desk);
		assert_int_equal(contribution(desk)->amount.money, rows[i].money);
		assert_int_equal(contribution(desk)->amount.per, MONEY_PER_YEAR);
	}
}

CASE_TEST(amounts_that_are_none_are_reported)
{
	static const FaultRow rows[] = {
	        {"mycket", NOT_AN_AMOUNT, "mycket"},
	        {"ca 100 kr/år", NOT_AN_AMOUNT, "ca 100 kr/år"},
	        {"933 000", AMOUNT_WITHOUT_UNIT, "933 000"},
	        {"1.000 kr/år", AMOUNT_GROUPING, "1.000 kr/år"},
	        {"93 3000 kr/år", AMOUNT_GROUPING, "93 3000 kr/år"},
	        {"1 000 000 000 001 kr/år", AMOUNT_TOO_BIG, "1 000 000 000 001 kr/år"},
	        {"933 000 kr", AMOUNT_PER, "933 000 kr"},
	        {"933 kr/månad", AMOUNT_PER, "933 kr/månad"},
	        {"214 kr/timme", AMOUNT_PER, "214 kr/timme"},
	        {"[1 kr/år]", WRONG_SHAPE, "[1 kr/år]"},
	};
	BINDING_FAULTS(MATTER CONTRIBUTION "belopp: ", "}\n", rows);
	desk_bind(desk, MATTER CONTRIBUTION "belopp: 933 000 kr}\n");
	assert_sentence(desk,
	                "Det framgår inte om ”933 000 kr” gäller per år. Skriv ”933 000 kr/år”.");
	/* The amount itself is known, so nothing else need be said of it. */
	assert_int_equal(contribution(desk)->amount.money, KR(933000));
}

CASE_TEST(an_hours_value_is_per_hour_or_says_nothing)
{
	desk_bind(desk, MATTER CONTRIBUTION "timmar: 1, timvärde: 214 kr}\n");
	assert_sound(desk);
	assert_int_equal(contribution(desk)->hour_value.money, KR(214));
	desk_bind(desk, MATTER CONTRIBUTION "timmar: 1, timvärde: 214 kr/timme}\n");
	assert_sound(desk);
	desk_bind(desk, MATTER CONTRIBUTION "timmar: 1, timvärde: 214 kr/år}\n");
	assert_reported(desk, {AMOUNT_PER, "214 kr/år"});
	assert_sentence(desk,
	                "Det framgår inte om ”214 kr/år” gäller per timme. Skriv ”214 kr/timme”.");
}

CASE_TEST(integers_are_read)
{
	static const struct {
		const char *typed;
		int64_t value;
	} rows[] = {{"18 000", 18000},      {"18000", 18000}, {"18\u00A0000", 18000},
	            {"18\u202F000", 18000}, {"0", 0},         {"100 000 000", 100000000}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk_bind(desk, desk_join(desk, MATTER CONTRIBUTION "timmar: '",
		                          desk_join(desk, rows[i].typed, "'}\n")));
		assert_sound(desk);
		assert_int_equal(contribution(desk)->hours.value, rows[i].value);
	}
}

CASE_TEST(integers_that_are_none_are_reported)
{
	static const FaultRow rows[] = {
	        {"många", NOT_AN_INTEGER, "många"},
	        {"1.5", NOT_AN_INTEGER, "1.5"},
	        {"-1", NOT_AN_INTEGER, "-1"},
	        {"18 00", NOT_AN_INTEGER, "18 00"},
	        {"1800 000", NOT_AN_INTEGER, "1800 000"},
	        {"18  000", NOT_AN_INTEGER, "18  000"},
	        {"18 h", NOT_AN_INTEGER, "18 h"},
	        {"99999999999999999999", NOT_AN_INTEGER, "99999999999999999999"},
	        {"100 000 001", INTEGER_RANGE, "100 000 001"},
	        {"[1]", WRONG_SHAPE, "[1]"},
	};
	BINDING_FAULTS(MATTER CONTRIBUTION "timvärde: 1 kr, timmar: ", "}\n", rows);
}

CASE_TEST(integers_keep_within_their_range)
{
	static const FaultRow rows[] = {
	        {"decimaler: 3}", INTEGER_RANGE, "3"},
	        {"prisnivå: 1899}", INTEGER_RANGE, "1899"},
	        {"prisnivå: 10000}", INTEGER_RANGE, "10000"},
	        {"utbetalning: {gånger per år: 0}}", INTEGER_RANGE, "0"},
	        {"utbetalning: {gånger per år: 13}}", INTEGER_RANGE, "13"},
	};
	BINDING_FAULTS(MATTER "ekonomi: {", "\n", rows);
	assert_sentence(desk, "”gånger per år” ska vara ett tal från 1 till 12.");
	static const char *const sound[] = {"decimaler: 0}\n",
	                                    "decimaler: 2}\n",
	                                    "prisnivå: 1900}\n",
	                                    "prisnivå: 9999}\n",
	                                    "utbetalning: {gånger per år: 1}}\n",
	                                    "utbetalning: {gånger per år: 12}}\n"};
	for (size_t i = 0; i < sizeof sound / sizeof sound[0]; i++) {
		desk_bind(desk, desk_join(desk, MATTER "ekonomi: {", sound[i]));
		assert_sound(desk);
	}
}

/* Shares and decimal numbers */

#define INDEX "ekonomi: {index: {serie: OPI, "

static const IndexTerms *index_terms(Desk *desk)
{
	return &desk->agreement.economy.index;
}

CASE_TEST(shares_are_exact_ratios)
{
	static const struct {
		const char *typed;
		int64_t numerator, denominator;
	} rows[] = {
	        {"2,7 %", 27, 1000},       {"2,7%", 27, 1000},
	        {"2,7\u00A0%", 27, 1000},  {"2,7\u202F%", 27, 1000},
	        {"2,7\u2009%", 27, 1000},  {"2,7 \u00A0 %", 27, 1000},
	        {"2,70 %", 27, 1000},      {"0 %", 0, 1},
	        {"100 %", 1, 1},           {"-0,25 %", -1, 400},
	        {"\u22120,25 %", -1, 400}, {"\u20130,25 %", -1, 400},
	        {"-100 %", -1, 1},         {"0,1234567890123 %", 1234567890123, 1000000000000000},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk_bind(desk, desk_join(desk, MATTER INDEX "tak: '",
		                          desk_join(desk, rows[i].typed, "'}}\n")));
		assert_sound(desk);
		assert_int_equal(index_terms(desk)->ceiling.ratio.numerator, rows[i].numerator);
		assert_int_equal(index_terms(desk)->ceiling.ratio.denominator, rows[i].denominator);
	}
}

CASE_TEST(shares_that_are_none_are_reported)
{
	static const FaultRow rows[] = {
	        {"'2,7'", SHARE_WITHOUT_SIGN, "'2,7'"},
	        {"2.7", SHARE_WITHOUT_SIGN, "2.7"},
	        {"2.7 %", DECIMAL_WITH_POINT, "2.7 %"},
	        {"-2.7%", DECIMAL_WITH_POINT, "-2.7%"},
	        {"'%'", NOT_A_SHARE, "'%'"},
	        {"två procent", NOT_A_SHARE, "två procent"},
	        {"2 procent", NOT_A_SHARE, "2 procent"},
	        {"'2, %'", NOT_A_SHARE, "'2, %'"},
	        {"'2,7 %%'", NOT_A_SHARE, "'2,7 %%'"},
	        {"'2,7 % per år'", NOT_A_SHARE, "'2,7 % per år'"},
	        {"2.7.1 %", NOT_A_SHARE, "2.7.1 %"},
	        {"'1.002,7 %'", NOT_A_SHARE, "'1.002,7 %'"},
	        {"'2,7,1 %'", NOT_A_SHARE, "'2,7,1 %'"},
	        {"+2 %", NOT_A_SHARE, "+2 %"},
	        {"--2 %", NOT_A_SHARE, "--2 %"},
	        {"'2,70000000000000001 %'", TOO_MANY_DIGITS, "'2,70000000000000001 %'"},
	        {"1000000000000000 %", TOO_MANY_DIGITS, "1000000000000000 %"},
	        {"[2 %]", WRONG_SHAPE, "[2 %]"},
	};
	BINDING_FAULTS(MATTER INDEX "tak: ", "}}\n", rows);
	desk_bind(desk, MATTER INDEX "tak: 2.7 %}}\n");
	assert_sentence(desk, "”2.7 %” har punkt före decimalerna. Skriv komma: ”2,7 %”.");
	desk_bind(desk, MATTER INDEX "tak: -2.7}}\n");
	assert_sentence(desk, "”-2.7” saknar procenttecken. Skriv ”-2,7 %”.");
	desk_bind(desk, MATTER INDEX "tak: '2,70000000000000001 %'}}\n");
	assert_sentence(
	        desk, "”2,70000000000000001 %” har för många siffror. Högst 15 går att räkna med.");
	/* It counts as given but is no number, which calculations see. */
	assert_true(VALUE_GIVEN(index_terms(desk)->ceiling));
	assert_int_equal(index_terms(desk)->ceiling.ratio.denominator, 0);
}

CASE_TEST(absurd_shares_are_refused)
{
	static const FaultRow rows[] = {
	        {"omfattar: '100,1 %'", VALUE_NOT_HERE, "'100,1 %'"},
	        {"omfattar: '-0,1 %'", VALUE_NOT_HERE, "'-0,1 %'"},
	        {"faktor: '200,1 %'", VALUE_NOT_HERE, "'200,1 %'"},
	        {"faktor: -1 %", VALUE_NOT_HERE, "-1 %"},
	        {"tak: '100,0000000001 %'", VALUE_NOT_HERE, "'100,0000000001 %'"},
	        {"golv: -101 %", VALUE_NOT_HERE, "-101 %"},
	        {"antaganden: {2024: 2 000 %}", VALUE_NOT_HERE, "2 000 %"},
	};
	BINDING_FAULTS(MATTER INDEX, "}}\n", rows);
	assert_sentence(desk, "”2 000 %” går inte här. Skriv en procentsats från -100 till 100 %.");
	desk_bind(desk, MATTER INDEX "omfattar: 0 %, faktor: 200 %, tak: 100 %, golv: -100 %}}\n");
	assert_sound(desk);
}

/* A field without a range of its own refuses what nobody can mean. */
CASE_TEST(no_share_goes_beyond_a_thousand_per_cent)
{
	static const Field any = {.kind = FIELD_SHARE, .example = TEXT_INIT("2 %")};
	const Binder binder = {.arena = &desk->arena, .diagnostics = &desk->diagnostics};
	const Span nowhere = {0};
	static const char *const sound[] = {"1000 %", "1 000 %", "-1000 %", "999,99 %"};
	ShareValue value = {0};
	desk->diagnostics.arena = &desk->arena;
	for (size_t i = 0; i < sizeof sound / sizeof sound[0]; i++)
		assert_true(bind_scalar(&binder, &any, text_of(sound[i]), nowhere, &value));
	assert_sound(desk);
	assert_false(bind_scalar(&binder, &any, TEXT("1000,1 %"), nowhere, &value));
	assert_sentence(desk,
	                "”1000,1 %” går inte här. Skriv en procentsats från -1000 till 1000 %.");
	assert_false(bind_scalar(&binder, &any, TEXT("-1000,1 %"), nowhere, &value));
	assert_false(bind_scalar(&binder, &any, TEXT("999999999999999 %"), nowhere, &value));
	assert_int_equal(desk->diagnostics.errors, 3);
}

#define NUMBERS "index: {P: {namn: P, källa: K, värden: {2019: {tal: "

/* Each number as the only one of a register, and how it was read. */
static const NumberValue *bind_number(Desk *desk, const char *typed)
{
	desk->diagnostics = (Diagnostics){.arena = &desk->arena};
	desk->shared = (Register){0};
	desk_add_register(desk, desk_join(desk, NUMBERS, desk_join(desk, typed, "}}}}\n")));
	const IndexSeries *series = desk->shared.indices.items;
	const IndexYear *years = series->years.items;
	return &years->number;
}

CASE_TEST(decimal_numbers_are_exact_ratios)
{
	static const struct {
		const char *typed;
		int64_t numerator, denominator;
	} rows[] = {
	        {"'131,2'", 656, 5},
	        {"'1 312,50'", 2625, 2},
	        {"'1\u00A0312,5'", 2625, 2},
	        {"100", 100, 1},
	        {"'0,000000000001'", 1, 1000000000000},
	        {"999999999999999", 999999999999999, 1},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const NumberValue *number = bind_number(desk, rows[i].typed);
		assert_sound(desk);
		assert_int_equal(number->ratio.numerator, rows[i].numerator);
		assert_int_equal(number->ratio.denominator, rows[i].denominator);
	}
}

CASE_TEST(decimal_numbers_that_are_none_are_reported)
{
	static const struct {
		const char *typed;
		DiagnosticCode code;
	} rows[] = {
	        {"hundra", NOT_A_NUMBER},
	        {"'131,2 kr'", NOT_A_NUMBER},
	        {"'131,2 %'", NOT_A_NUMBER},
	        {"'13 12,5'", NOT_A_NUMBER},
	        {"'1,5e3'", NOT_A_NUMBER},
	        {"'131,'", NOT_A_NUMBER},
	        {"'131, 2'", NOT_A_NUMBER},
	        {"',2'", NOT_A_NUMBER},
	        {"9999999999999999", TOO_MANY_DIGITS},
	        {"'99999999999999999999999999999999999999999'", TOO_MANY_DIGITS},
	        {"0", VALUE_NOT_HERE},
	        {"'0,0'", VALUE_NOT_HERE},
	        {"'-131,2'", VALUE_NOT_HERE},
	        {"[1]", WRONG_SHAPE},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const NumberValue *number = bind_number(desk, rows[i].typed);
		assert_reported(desk, {rows[i].code, rows[i].typed});
		assert_true(VALUE_GIVEN(*number));
		assert_int_equal(number->ratio.denominator, 0);
	}
	/* Read as what was meant. */
	assert_int_equal(bind_number(desk, "131.2")->ratio.numerator, 656);
	assert_reported(desk, {DECIMAL_WITH_POINT, "131.2"});
	assert_sentence(desk, "”131.2” har punkt före decimalerna. Skriv komma: ”131,2”.");
	bind_number(desk, "'-131,2'");
	assert_sentence(desk, "”-131,2” går inte här. Skriv ett tal som är större än noll.");
	bind_number(desk, "hundra");
	assert_sentence(desk, "”hundra” är inget tal. Skriv siffror, med komma före decimalerna, "
	                      "till exempel ”131,2”.");
}

CASE_TEST(a_decimal_comma_within_braces_is_told_from_a_separator)
{
	desk_bind(desk, MATTER INDEX "tak: 2,5 %}}\n");
	assert_reported(desk, {YAML_DECIMAL_COMMA, "2,5 %"});
	assert_sentence(desk, "Inom klamrar skiljer komma värden åt. Sätt talet inom citattecken: "
	                      "\"2,5 %\".");
	desk_bind(desk, MATTER CONTRIBUTION "belopp: 1 214,50 kr/år}\n");
	assert_reported(desk, {YAML_DECIMAL_COMMA, "1 214,50 kr/år"});
	bind_number(desk, "131,2");
	assert_reported(desk, {YAML_DECIMAL_COMMA, "131,2"});
	/* In a list of whole numbers it is a separator. */
	desk_bind(desk, "ärende: {rubrik: R, handläggare: [1,2]}\n");
	assert_sound(desk);
	desk_bind(desk, "ärende: {rubrik: R, handläggare: [A, 2,7 %, B]}\n");
	assert_reported(desk, {YAML_DECIMAL_COMMA, "2,7 %"});
	assert_int_equal(desk->agreement.matter.officers.count, 3);
	/* Several values without space between them. */
	desk_bind(desk, MATTER INDEX "tak: 2 %,golv: 1 %}}\n");
	assert_sound(desk);
	desk_bind(desk, MATTER INDEX "tak: '2',golv: 1 %}}\n");
	assert_reported(desk, {SHARE_WITHOUT_SIGN, "'2'"});
	desk_bind(desk, MATTER "ekonomi: {index: {serie: OPI, tak: 2,\n 5: 3}}\n");
	assert_reported(desk, {SHARE_WITHOUT_SIGN, "2"}, {UNKNOWN_KEY, "5"});
	/* Outside of braces a comma is a comma. */
	desk_bind(desk, MATTER "ekonomi:\n  index:\n    serie: OPI\n    tak: 2,5 %\n");
	assert_sound(desk);
}

CASE_TEST(amounts_to_round_to_are_whole_kronor)
{
	static const FaultRow rows[] = {
	        {"avrundning: {till: 0 kr}}", VALUE_NOT_HERE, "0 kr"},
	        {"avrundning: {till: -100 kr}}", VALUE_NOT_HERE, "-100 kr"},
	        {"avrundning: {till: '0,50 kr'}}", VALUE_NOT_HERE, "'0,50 kr'"},
	        {"avrundning: {till: '1,50 kr'}}", VALUE_NOT_HERE, "'1,50 kr'"},
	        {"avrundning: {till: '100'}}", AMOUNT_WITHOUT_UNIT, "'100'"},
	        {"index: {serie: OPI, ökningen avrundas: nedåt, ökningen avrundas till: 0 kr}}",
	         VALUE_NOT_HERE, "0 kr"},
	};
	BINDING_FAULTS(MATTER "ekonomi: {", "\n", rows);
	assert_sentence(desk, "”0 kr” går inte här. Skriv ett helt antal kronor, till exempel ”100 "
	                      "kr”.");
	desk_bind(desk, MATTER "ekonomi: {avrundning: {till: 1 kr}}\n");
	assert_sound(desk);
	desk_bind(desk, MATTER "ekonomi: {avrundning: {till: 1 tkr}}\n");
	assert_sound(desk);
	assert_int_equal(desk->agreement.economy.rounding.unit.money, KR(1000));
}

/* Words */

static const DocumentPlan *document(Desk *desk)
{
	assert_int_equal(desk->agreement.documents.count, 1);
	return desk->agreement.documents.items;
}

CASE_TEST(booleans_are_ja_and_nej)
{
	desk_bind(desk, MATTER "information: {innehållsförteckning: ja}\n");
	assert_sound(desk);
	assert_true(document(desk)->contents.value);
	desk_bind(desk, MATTER "information: {innehållsförteckning: nej}\n");
	assert_sound(desk);
	assert_false(document(desk)->contents.value);
	assert_true(VALUE_GIVEN(document(desk)->contents));
	static const FaultRow rows[] = {{"yes", NOT_YES_OR_NO, "yes"},
	                                {"true", NOT_YES_OR_NO, "true"},
	                                {"Ja", NOT_YES_OR_NO, "Ja"},
	                                {"1", NOT_YES_OR_NO, "1"},
	                                {"[ja]", WRONG_SHAPE, "[ja]"}};
	BINDING_FAULTS(MATTER "information: {innehållsförteckning: ", "}\n", rows);
}

CASE_TEST(choices_are_one_of_the_words)
{
	desk_bind(desk, "ärende: {rubrik: R, status: beslutad}\n"
	                "ekonomi: {utbetalning: {månad: december}}\n");
	assert_sound(desk);
	assert_int_equal(desk->agreement.matter.status.choice, STATUS_DECIDED);
	assert_int_equal(desk->agreement.economy.payment.month.choice, 11);
	static const FaultRow rows[] = {{"beslutat", NOT_A_CHOICE_NEAR, "beslutat"},
	                                {"Utkast", NOT_A_CHOICE_NEAR, "Utkast"},
	                                {"klart", NOT_A_CHOICE, "klart"},
	                                {"[utkast]", WRONG_SHAPE, "[utkast]"}};
	BINDING_FAULTS("ärende: {rubrik: R, status: ", "}\n", rows);
	desk_bind(desk, "ärende: {rubrik: R, status: klart}\n");
	assert_sentence(desk,
	                "”klart” går inte att välja under ”status”. Välj utkast, förslag eller "
	                "beslutad.");
	desk_bind(desk, "ärende: {rubrik: R, status: beslutat}\n");
	assert_sentence(desk,
	                "”beslutat” går inte att välja under ”status”. Menade du ”beslutad”?");
}

CASE_TEST(organisation_numbers_are_checked)
{
	desk_bind(desk, MATTER "parter: {p: {namn: P, organisationsnummer: 82 20 00–3811}}\n");
	assert_sound(desk);
	const Party *party = desk->agreement.parties.items;
	assert_text(party->number.text, "822000-3811");
	assert_text(span_text(party->number.span), "82 20 00–3811");
	static const FaultRow rows[] = {
	        {"822000-381", NOT_A_NUMBER_OF_ORGANISATION, "822000-381"},
	        {"pingst", NOT_A_NUMBER_OF_ORGANISATION, "pingst"},
	        {"822000-3812", CHECK_DIGIT, "822000-3812"},
	        {"811228-9874", PERSONAL_NUMBER, "811228-9874"},
	        {"[822000-3811]", WRONG_SHAPE, "[822000-3811]"},
	};
	BINDING_FAULTS(MATTER "parter: {p: {namn: P, organisationsnummer: ", "}}\n", rows);
	desk_bind(desk, MATTER "parter: {p: {namn: P, organisationsnummer: 811228-9874}}\n");
	assert_null(
	        strstr(text_terminated(&desk->arena,
	                               diagnostic_sentence(&desk->arena, desk->diagnostics.first)),
	               "9874"));
}

CASE_TEST(texts_are_kept_as_written)
{
	desk_bind(desk, "ärende:\n  rubrik: '  Ett  \"ord\" '\n  diarienummer: SON:2019–1251\n"
	                "fotnoter:\n  a: |\n    En not.\n    Två.\n");
	assert_sound(desk);
	assert_text(desk->agreement.matter.title.text, "Ett  \"ord\"");
	assert_text(desk->agreement.matter.diary_number.text, "SON:2019–1251");
	const Footnote *note = desk->agreement.footnotes.items;
	assert_text(note->key.text, "a");
	assert_text(note->text.text, "En not.\nTvå.\n");
	static const FaultRow rows[] = {{"[R]", WRONG_SHAPE, "[R]"},
	                                {"{a: b}", WRONG_SHAPE, "{a: b}"}};
	BINDING_FAULTS("ärende: {rubrik: ", "}\n", rows);
}

/* Keys */

CASE_TEST(a_misspelt_key_is_bound_as_the_one_that_was_meant)
{
	desk_bind(desk, "ärnde: {rubirk: R, handlagare: [A, B], Datum: 2020-01-02}\n");
	assert_reported(desk, {UNKNOWN_KEY_NEAR, "ärnde"}, {UNKNOWN_KEY_NEAR, "rubirk"},
	                {UNKNOWN_KEY_NEAR, "handlagare"}, {UNKNOWN_KEY_NEAR, "Datum"});
	assert_text(desk->agreement.matter.title.text, "R");
	assert_int_equal(desk->agreement.matter.officers.count, 2);
	assert_int_equal(desk->agreement.matter.date.date.year, 2020);
	desk_bind(desk, "ärende: {rubirk: R}\n");
	assert_sentence(desk, "Nyckeln ”rubirk” finns inte i ärende. Menade du ”rubrik”?");
}

CASE_TEST(a_misspelt_key_still_has_its_value_checked)
{
	desk_bind(desk, "ärende: {rubrik: R, daum: 2020-13-01}\n");
	assert_reported(desk, {UNKNOWN_KEY_NEAR, "daum"}, {NO_SUCH_DATE, "2020-13-01"});
}

CASE_TEST(an_unknown_key_is_told_what_may_stand_there)
{
	desk_bind(desk, MATTER "period: {från: 2020-01-01, xyz: 1}\n");
	assert_reported(desk, {UNKNOWN_KEY, "xyz"});
	assert_sentence(desk, "Nyckeln ”xyz” finns inte i period. Där kan stå: till, "
	                      "uppsägningstid, förlängning, förnyas, beslutstid och uppföljning.");
	/* The field it resembles has its value already. */
	desk_bind(desk, "ärende: {rubrik: R, rubrikk: S}\n");
	assert_reported(desk, {UNKNOWN_KEY, "rubrikk"});
	assert_text(desk->agreement.matter.title.text, "R");
}

CASE_TEST(required_keys_are_asked_for_at_their_record)
{
	static const FaultRow rows[] = {
	        {"ärende: {datum: 2020-01-01}\n", MISSING_KEY, "ärende"},
	        {"ärende: {rubrik: , datum: 2020-01-01}\n", MISSING_KEY, "rubrik"},
	        {"ärende: {}\n", MISSING_KEY, "ärende"},
	        {"period: {från: 2020-01-01}\n", MISSING_KEY, "period"},
	        {"ärende:\nperiod: {från: 2020-01-01}\n", MISSING_KEY, "ärende"},
	        {MATTER "period: {till: 2020-01-01}\n", MISSING_KEY, "period"},
	        {MATTER "ekonomi: {index: {från: 2020-01-01}}\n", MISSING_KEY, "index"},
	        {MATTER "ekonomi: {insatser: [{slag: kontant, belopp: 1 kr/år}]}\n", MISSING_KEY,
	         "slag"},
	        {MATTER "ekonomi: {insatser: [{belopp: 1 kr/år, part: p}]}\n", MISSING_KEY,
	         "belopp"},
	        {MATTER "ekonomi: {kostnader: [{part: p, belopp: 1 kr/år}]}\n", MISSING_KEY,
	         "part"},
	        {MATTER "ekonomi: {kostnader: [{part: p, post: P}]}\n", MISSING_KEY, "part"},
	        {MATTER "tabeller: {t: {rader: [[A]]}}\n", MISSING_KEY, "t"},
	        {MATTER "tabeller: {t: {kolumner: [{rubrik: A}]}}\n", MISSING_KEY, "t"},
	        {MATTER "tabeller: {t: {kolumner: [{slag: text}], rader: []}}\n", MISSING_KEY,
	         "slag"},
	};
	BINDING_FAULTS("", "", rows);
	desk_bind(desk, "ärende: {datum: 2020-01-01}\n");
	assert_sentence(desk, "Nyckeln ”rubrik” saknas i ärende. Skriv till exempel ”rubrik: "
	                      "Partnerskap med Resurspoolen”.");
}

/* Lists and maps */

CASE_TEST(a_single_value_may_be_a_list_of_one)
{
	desk_bind(desk, "ärende: {rubrik: R, handläggare: Anna Berg}\n");
	assert_sound(desk);
	const TextItem *officers = desk->agreement.matter.officers.items;
	assert_int_equal(desk->agreement.matter.officers.count, 1);
	assert_text(officers[0].text.text, "Anna Berg");
	desk_bind(desk, "ärende: {rubrik: R, handläggare: [Anna Berg, Bo Ek]}\n");
	officers = desk->agreement.matter.officers.items;
	assert_int_equal(desk->agreement.matter.officers.count, 2);
	assert_text(officers[1].text.text, "Bo Ek");
	assert_text(span_text(officers[1].text.span), "Bo Ek");
}

CASE_TEST(what_should_be_a_list_or_a_group_is_reported)
{
	static const FaultRow rows[] = {
	        {"ärende: {rubrik: R, handläggare: {namn: A}}\n", WRONG_SHAPE, "{namn: A}"},
	        {"ärende: {rubrik: R, handläggare: [[A]]}\n", WRONG_SHAPE, "[A]"},
	        {"ärende: rubrik\n", WRONG_SHAPE, "rubrik"},
	        {"ärende: [rubrik]\n", WRONG_SHAPE, "[rubrik]"},
	        {MATTER "parter: [a, b]\n", WRONG_SHAPE, "[a, b]"},
	        {MATTER "parter: {a: Anna}\n", WRONG_SHAPE, "Anna"},
	        {MATTER "parter: {a: ''}\n", WRONG_SHAPE, "''"},
	        {MATTER "parter: {a: {namn: A, undertecknare: Siv}}\n", WRONG_SHAPE, "Siv"},
	        {MATTER "parter: {a: {namn: A, undertecknare: [Siv]}}\n", WRONG_SHAPE, "Siv"},
	        {MATTER "ekonomi: {kostnader: {part: p, post: P, belopp: 1 kr/år}}\n", WRONG_SHAPE,
	         "{part: p, post: P, belopp: 1 kr/år}"},
	        {MATTER "ekonomi: {egen finansiering: {p: [1 kr/år]}}\n", WRONG_SHAPE, "[1 kr/år]"},
	        {MATTER "tabeller: {t: {kolumner: [{rubrik: A}], rader: [A]}}\n", WRONG_SHAPE, "A"},
	        {MATTER "fotnoter: {a: {text: b}}\n", WRONG_SHAPE, "{text: b}"},
	        {"- a\n- b\n", WRONG_SHAPE, "- a\n- b"},
	};
	BINDING_FAULTS("", "", rows);
	desk_bind(desk, MATTER "parter: [a, b]\n");
	assert_sentence(desk,
	                "Under ”parter” ska stå en grupp med nycklar, men här står en lista.");
	desk_bind(desk, MATTER "parter: {a: }\n");
	assert_sentence(desk, "Under ”a” ska stå en grupp med nycklar, men här står inget.");
}

CASE_TEST(lists_grow_and_keep_their_order)
{
	Buffer yaml = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	buffer_put(&yaml, TEXT(MATTER "parter:\n"));
	for (int i = 0; i < 100; i++) {
		buffer_put(&yaml, TEXT("  p"));
		buffer_put_integer(&yaml, i);
		buffer_put(&yaml, TEXT(": {namn: N"));
		buffer_put_integer(&yaml, i);
		buffer_put(&yaml, TEXT("}\n"));
	}
	desk_bind(desk, text_terminated(&desk->arena, buffer_text(&yaml)));
	assert_sound(desk);
	const Party *parties = desk->agreement.parties.items;
	assert_int_equal(desk->agreement.parties.count, 100);
	assert_text(parties[0].key.text, "p0");
	assert_text(parties[99].name.text, "N99");
	assert_text(span_text(parties[99].key.span), "p99");
}

CASE_TEST(empty_items_are_not_kept)
{
	desk_bind(desk, "ärende: {rubrik: R, handläggare: [A, '', B, ' ']}\n"
	                "information: {underlag: ['', Bilaga 1], ordning: [a, '']}\n");
	assert_sound(desk);
	const TextItem *officers = desk->agreement.matter.officers.items;
	assert_int_equal(desk->agreement.matter.officers.count, 2);
	assert_text(officers[1].text.text, "B");
	assert_int_equal(document(desk)->attachments.count, 1);
	assert_int_equal(document(desk)->order.count, 1);
	desk_bind(desk, "ärende: {rubrik: R, handläggare: ['', '']}\n");
	assert_int_equal(desk->agreement.matter.officers.count, 0);
	/* A cell keeps its place. */
	desk_bind(desk, MATTER "tabeller: {t: {kolumner: [{rubrik: A}, {rubrik: B}], "
	                       "rader: [['', x]]}}\n");
	assert_sound(desk);
	const FreeTable *table = desk->agreement.tables.items;
	const TableRow *row = table->rows.items;
	const TextItem *cells = row->cells.items;
	assert_int_equal(row->cells.count, 2);
	assert_text(cells[1].text.text, "x");
}

CASE_TEST(an_empty_value_is_not_given)
{
	desk_bind(desk, "ärende:\n  rubrik: R\n  datum:\n  diarienummer: ''\n  status:\n"
	                "  handläggare:\nparter:\nperiod:\nekonomi:\n  insatser:\n    -\n"
	                "tabeller:\nfotnoter:\növerenskommelse:\n");
	assert_sound(desk);
	const Agreement *agreement = &desk->agreement;
	assert_false(VALUE_GIVEN(agreement->matter.date));
	assert_false(VALUE_GIVEN(agreement->matter.diary_number));
	assert_false(VALUE_GIVEN(agreement->matter.status));
	assert_int_equal(agreement->matter.officers.count, 0);
	assert_int_equal(agreement->parties.count, 0);
	assert_false(VALUE_GIVEN(agreement->period.from));
	assert_int_equal(agreement->economy.contributions.count, 0);
	assert_int_equal(agreement->documents.count, 0);
}

/* Documents and sections: keys of one's own */

CASE_TEST(other_keys_of_a_case_are_documents)
{
	desk_bind(desk, MATTER "information: {rubrik: I}\növerenskommelse: {datum: 2020-01-02}\n");
	assert_sound(desk);
	const DocumentPlan *plans = desk->agreement.documents.items;
	assert_int_equal(desk->agreement.documents.count, 2);
	assert_text(plans[0].key.text, "information");
	assert_text(plans[0].title.text, "I");
	assert_text(plans[1].key.text, "överenskommelse");
	assert_int_equal(plans[1].date.date.day, 2);
}

CASE_TEST(other_keys_of_a_document_are_sections)
{
	desk_bind(desk, MATTER "information:\n  bakgrund: Text.\n  beslut: [Ett., Två.]\n"
	                       "  eget: {rubrik: Eget, text: T, efter: bakgrund, fil: f.md}\n"
	                       "  tomt:\n");
	assert_sound(desk);
	const Section *sections = document(desk)->sections.items;
	assert_int_equal(document(desk)->sections.count, 4);
	assert_text(sections[0].key.text, "bakgrund");
	assert_text(sections[0].text.text, "Text.");
	const ProseItem *points = sections[1].points.items;
	assert_int_equal(sections[1].points.count, 2);
	assert_text(points[1].text.text, "Två.");
	assert_text(sections[2].heading.text, "Eget");
	assert_text(sections[2].after.text, "bakgrund");
	assert_text(sections[2].file.text, "f.md");
	assert_text(sections[3].key.text, "tomt");
	assert_false(VALUE_GIVEN(sections[3].text));
}

CASE_TEST(a_document_key_that_is_misspelt_is_no_section)
{
	desk_bind(desk, MATTER "information: {underlagg: [A], utelämnna: [b]}\n");
	assert_reported(desk, {UNKNOWN_KEY_NEAR, "underlagg"}, {UNKNOWN_KEY_NEAR, "utelämnna"});
	assert_int_equal(document(desk)->attachments.count, 1);
	assert_int_equal(document(desk)->left_out.count, 1);
	assert_int_equal(document(desk)->sections.count, 0);
	/* A text where a list should be: a section of that name. */
	desk_bind(desk, MATTER "information: {underlagg: Text.}\n");
	assert_sound(desk);
	assert_int_equal(document(desk)->sections.count, 1);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        CASE_UNIT(dates_are_read),
	        CASE_UNIT(dates_that_are_none_are_reported),
	        CASE_UNIT(texts_over_several_lines_are_one_line),
	        CASE_UNIT(durations_are_read),
	        CASE_UNIT(durations_that_are_none_are_reported),
	        CASE_UNIT(amounts_are_read),
	        CASE_UNIT(amounts_that_are_none_are_reported),
	        CASE_UNIT(an_hours_value_is_per_hour_or_says_nothing),
	        CASE_UNIT(integers_are_read),
	        CASE_UNIT(integers_that_are_none_are_reported),
	        CASE_UNIT(integers_keep_within_their_range),
	        CASE_UNIT(shares_are_exact_ratios),
	        CASE_UNIT(shares_that_are_none_are_reported),
	        CASE_UNIT(absurd_shares_are_refused),
	        CASE_UNIT(no_share_goes_beyond_a_thousand_per_cent),
	        CASE_UNIT(decimal_numbers_are_exact_ratios),
	        CASE_UNIT(decimal_numbers_that_are_none_are_reported),
	        CASE_UNIT(a_decimal_comma_within_braces_is_told_from_a_separator),
	        CASE_UNIT(amounts_to_round_to_are_whole_kronor),
	        CASE_UNIT(booleans_are_ja_and_nej),
	        CASE_UNIT(choices_are_one_of_the_words),
	        CASE_UNIT(organisation_numbers_are_checked),
	        CASE_UNIT(texts_are_kept_as_written),
	        CASE_UNIT(a_misspelt_key_is_bound_as_the_one_that_was_meant),
	        CASE_UNIT(a_misspelt_key_still_has_its_value_checked),
	        CASE_UNIT(an_unknown_key_is_told_what_may_stand_there),
	        CASE_UNIT(required_keys_are_asked_for_at_their_record),
	        CASE_UNIT(a_single_value_may_be_a_list_of_one),
	        CASE_UNIT(what_should_be_a_list_or_a_group_is_reported),
	        CASE_UNIT(lists_grow_and_keep_their_order),
	        CASE_UNIT(empty_items_are_not_kept),
	        CASE_UNIT(an_empty_value_is_not_given),
	        CASE_UNIT(other_keys_of_a_case_are_documents),
	        CASE_UNIT(other_keys_of_a_document_are_sections),
	        CASE_UNIT(a_document_key_that_is_misspelt_is_no_section),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
