/* Tests of formulas and of the words for rounding: one line for each operation, on ledgers that are
 * made by hand. */
#include "case.h"

#include "base/buffer.h"
#include "economics/fit.h"
#include "economics/formula.h"

static int desk_open_ledger(void **state)
{
	desk_open(state);
	Desk *desk = *state;
	desk->ledger = ARENA_NEW(&desk->arena, Ledger);
	*desk->ledger = (Ledger){.arena = &desk->arena, .diagnostics = &desk->diagnostics};
	return 0;
}

#define LEDGER_UNIT(name) cmocka_unit_test_setup_teardown(name, desk_open_ledger, desk_close)
#define NAME              TEXT("x")
#define NOWHERE           ((Span){0})

/* No-break spaces as spaces, so that expectations can be read. */
static Text spaced(Desk *desk, Text text)
{
	Buffer out = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < text.length; i++) {
		bool is_space = text_starts(text_after(text, i), TEXT("\xC2\xA0"));
		buffer_put_byte(&out, is_space ? ' ' : text.bytes[i]);
		i += is_space;
	}
	return buffer_text(&out);
}

#define assert_line(desk, entry, expected)                                                         \
	test_assert_text(spaced((desk), formula_line(&(desk)->arena, (entry))), (expected),        \
	                 __FILE__, __LINE__)
#define assert_formula(desk, entry, expected)                                                      \
	test_assert_text(spaced((desk), formula_of(&(desk)->arena, (entry))), (expected),          \
	                 __FILE__, __LINE__)

static const Entry *declared(Desk *desk, Unit unit, int64_t value)
{
	return ledger_declare(desk->ledger, NAME, unit, value, NOWHERE);
}

static const Entry *amount(Desk *desk, Money ore)
{
	return declared(desk, UNIT_AMOUNT, ore);
}

static const Entry *sum(Desk *desk, Money a, Money b)
{
	const Entry *of[] = {amount(desk, a), amount(desk, b)};
	return ledger_sum(desk->ledger, NAME, of, 2, NOWHERE);
}

/* The rise of one year: as published, or from two index numbers in tenths. */
static RateFacts published(int64_t thousandths)
{
	RateFacts facts = {.year = 2019, .factor = {1, 1}};
	ratio_make(thousandths, 1000, &facts.published);
	return facts;
}

static RateFacts numbered(int64_t now, int64_t before)
{
	RateFacts facts = {.year = 2019, .factor = {1, 1}};
	ratio_make(now, 10, &facts.number);
	ratio_make(before, 10, &facts.earlier);
	ratio_divide(facts.number, facts.earlier, &facts.published);
	ratio_add(facts.published, (Ratio){-1, 1}, &facts.published);
	return facts;
}

static const Entry *rate(Desk *desk, RateFacts facts, Standing standing)
{
	return ledger_rate(desk->ledger, NAME, &facts, standing, NOWHERE);
}

static const Entry *definitive(Desk *desk, RateFacts facts)
{
	return rate(desk, facts, STANDING_DEFINITIVE);
}

static const Entry *terms(Desk *desk, const Term *of, size_t count, Rounding rounding, Money unit)
{
	return ledger_terms(desk->ledger, NAME, of, count, rounding, unit, NOWHERE);
}

/* Arithmetic */

CASE_TEST(values_are_written_with_their_units)
{
	static const struct {
		Unit unit;
		int64_t value;
		const char *text;
	} rows[] = {
	        {UNIT_AMOUNT, 180000050, "1 800 000,50 kr"},
	        {UNIT_AMOUNT, -100, "−1 kr"},
	        {UNIT_SHARE, 53, "53 %"},
	        {UNIT_HOURS, 18000, "18 000 timmar"},
	        {UNIT_HOURS, 1, "1 timme"},
	        {UNIT_COUNT, 163051, "163 051"},
	        {UNIT_DATE, 737970, "2021-06-30"},
	        {UNIT_MONTHS, 6, "sex månader"},
	        {UNIT_DAYS, 30, "30 dagar"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_text(spaced(desk, formula_value(&desk->arena, declared(desk, rows[i].unit,
		                                                              rows[i].value))),
		            rows[i].text);
	/* Digits hold together with each other and with their unit. */
	assert_text(formula_value(&desk->arena, amount(desk, KR(1800000))),
	            "1\u00A0800\u00A0000\u00A0kr");
}

CASE_TEST(sums_and_differences)
{
	const Entry *of[] = {amount(desk, KR(535000)), amount(desk, KR(-10)), amount(desk, 50)};
	assert_line(desk, ledger_sum(desk->ledger, NAME, of, 3, NOWHERE),
	            "535 000 kr + (−10 kr) + 0,50 kr = 534 990,50 kr");
	assert_line(desk, ledger_difference(desk->ledger, NAME, of, 3, NOWHERE),
	            "535 000 kr − (−10 kr) − 0,50 kr = 535 009,50 kr");
	assert_line(desk, ledger_sum(desk->ledger, NAME, of + 1, 2, NOWHERE),
	            "−10 kr + 0,50 kr = −9,50 kr");
}

CASE_TEST(products_and_amounts_for_each)
{
	const Entry *hours = declared(desk, UNIT_HOURS, 18000);
	assert_line(desk, ledger_product(desk->ledger, NAME, hours, amount(desk, KR(214)), NOWHERE),
	            "18 000 timmar × 214 kr = 3 852 000 kr");
	const Entry *whole = amount(desk, KR(1100000));
	assert_line(desk,
	            ledger_unit_price(desk->ledger, NAME, whole, declared(desk, UNIT_COUNT, 25),
	                              NOWHERE),
	            "1 100 000 kr / 25 = 44 000 kr");
	assert_line(desk,
	            ledger_unit_price(desk->ledger, NAME, whole, declared(desk, UNIT_COUNT, 54),
	                              NOWHERE),
	            "1 100 000 kr / 54 = 20 370,37 kr (avrundat till öre)");
}

CASE_TEST(quotients_are_rounded_to_their_decimals)
{
	static const struct {
		unsigned decimals;
		const char *line;
	} rows[] = {
	        {0, "792 638 kr / 1 895 000 kr = 42 % (avrundat till hel procent)"},
	        {1, "792 638 kr / 1 895 000 kr = 41,8 % (avrundat till en decimal)"},
	        {2, "792 638 kr / 1 895 000 kr = 41,83 % (avrundat till två decimaler)"},
	};
	const Entry *part = amount(desk, KR(792638)), *whole = amount(desk, KR(1895000));
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_line(
		        desk,
		        ledger_quotient(desk->ledger, NAME, part, whole, rows[i].decimals, NOWHERE),
		        rows[i].line);
	assert_line(desk,
	            ledger_quotient(desk->ledger, NAME, amount(desk, KR(1)), amount(desk, KR(4)), 0,
	                            NOWHERE),
	            "1 kr / 4 kr = 25 %");
}

CASE_TEST(days_are_moved_by_terms)
{
	const Entry *end = ledger_date(desk->ledger, NAME, (Date){2022, 12, 31}, NOWHERE);
	const Entry *term = declared(desk, UNIT_MONTHS, 6), *days = declared(desk, UNIT_DAYS, 90);
	assert_line(desk, ledger_term_before(desk->ledger, NAME, end, term, NOWHERE),
	            "2022-12-31, sex månader före = 2022-06-30");
	assert_line(desk, ledger_term_after(desk->ledger, NAME, end, days, NOWHERE),
	            "2022-12-31, 90 dagar efter = 2023-03-31");
}

/* The method of largest remainder */

CASE_TEST(shares_say_when_they_were_moved)
{
	const Entry *parts[] = {amount(desk, KR(1)), amount(desk, KR(1)), amount(desk, KR(1))};
	const Text names[] = {NAME, NAME, NAME};
	const Entry *shares[3];
	assert_true(ledger_shares(desk->ledger, names, parts, 3, 0, shares));
	assert_line(desk, shares[0],
	            "1 kr / 3 kr = 34 % (avrundat till hel procent, justerat så att andelarna blir "
	            "100 %)");
	assert_line(desk, shares[2], "1 kr / 3 kr = 33 % (avrundat till hel procent)");
	assert_int_equal(fit_of(&desk->arena, shares[0]), FIT_MOVED);
	assert_int_equal(fit_of(&desk->arena, shares[1]), FIT_ROUNDED);
	assert_true(ledger_shares(desk->ledger, names, parts, 2, 0, shares));
	assert_line(desk, shares[0], "1 kr / 2 kr = 50 %");
	assert_int_equal(fit_of(&desk->arena, shares[0]), FIT_EXACT);
}

CASE_TEST(parts_say_what_they_add_up_to)
{
	const Entry *keys[] = {amount(desk, KR(1)), amount(desk, KR(1)), amount(desk, 0)};
	const Text names[] = {NAME, NAME, NAME};
	const Entry *parts[3];
	assert_true(ledger_parts(desk->ledger, names, amount(desk, KR(101)), keys, 3, MONEY_KRONA,
	                         parts));
	assert_line(desk, parts[0], "101 kr × 1 kr / 2 kr = 51 kr (avrundat till hel krona)");
	assert_line(
	        desk, parts[1],
	        "101 kr × 1 kr / 2 kr = 50 kr (avrundat till hel krona, justerat så att delarna "
	        "tillsammans blir 101 kr)");
	assert_line(desk, parts[2], "101 kr × 0 kr / 2 kr = 0 kr");
	assert_true(ledger_parts(desk->ledger, names, amount(desk, 101), keys, 2, 1, parts));
	assert_line(desk, parts[0], "1,01 kr × 1 kr / 2 kr = 0,51 kr (avrundat till öre)");
}

CASE_TEST(years_say_what_they_add_up_to)
{
	const Ratio halves[] = {{1, 2}, {1, 1}, {1, 2}};
	const Text names[] = {NAME, NAME, NAME};
	const Entry *years[3], *agreed = amount(desk, KR(599675));
	Term term = {agreed, NULL, false, {2, 1}};
	const Entry *whole = terms(desk, &term, 1, ROUND_HALF_UP, MONEY_KRONA);
	assert_line(desk, whole, "599 675 kr × 24/12 = 1 199 350 kr");
	assert_true(ledger_stretches(desk->ledger, names, whole, agreed, halves, 3, MONEY_KRONA,
	                             years));
	assert_line(desk, years[0], "599 675 kr × 6/12 = 299 838 kr (avrundat till hel krona)");
	assert_line(desk, years[1], "599 675 kr × 12/12 = 599 675 kr");
	assert_line(desk, years[2],
	            "599 675 kr × 6/12 = 299 837 kr (avrundat till hel krona, justerat så att åren "
	            "tillsammans blir 1 199 350 kr)");
}

/* Parts of years, and rounding */

CASE_TEST(parts_of_years_are_twelfths_or_days)
{
	static const struct {
		Ratio fraction;
		const char *formula;
	} rows[] = {
	        {{1, 2}, "365 000 kr × 6/12"},
	        {{5, 12}, "365 000 kr × 5/12"},
	        {{3, 2}, "365 000 kr × 18/12"},
	        {{1, 1}, "365 000 kr × 12/12"},
	        {{184, 365}, "365 000 kr × 184/365"},
	        {{1, 5}, "365 000 kr × 73/365"},
	        {{1, 366}, "365 000 kr × 1/366"},
	        {{1, 372}, "365 000 kr × 1/372"},
	        {{1, 365 * 366}, "365 000 kr × 1/133 590"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		Term term = {amount(desk, KR(365000)), NULL, false, rows[i].fraction};
		assert_formula(desk, terms(desk, &term, 1, ROUND_HALF_UP, 1), rows[i].formula);
	}
}

CASE_TEST(every_way_of_rounding_has_its_words)
{
	static const struct {
		Money ore;
		Rounding rounding;
		Money unit;
		const char *line;
	} rows[] = {
	        {KR(5), ROUND_HALF_UP, KR(1), "5 kr × 6/12 = 3 kr (avrundat till hel krona)"},
	        {KR(5), ROUND_HALF_EVEN, KR(1),
	         "5 kr × 6/12 = 2 kr (avrundat till hel krona, halva till närmaste jämna)"},
	        {KR(5), ROUND_DOWN, KR(1), "5 kr × 6/12 = 2 kr (avrundat nedåt till hel krona)"},
	        {KR(5), ROUND_UP, KR(1), "5 kr × 6/12 = 3 kr (avrundat uppåt till hel krona)"},
	        {KR(500), ROUND_DOWN, KR(100),
	         "500 kr × 6/12 = 200 kr (avrundat nedåt till hela 100 kr)"},
	        {KR(5), ROUND_HALF_UP, 1, "5 kr × 6/12 = 2,50 kr"},
	        {5, ROUND_HALF_UP, 1, "0,05 kr × 6/12 = 0,03 kr (avrundat till öre)"},
	        {KR(-5), ROUND_HALF_UP, KR(1), "−5 kr × 6/12 = −3 kr (avrundat till hel krona)"},
	        {KR(-5), ROUND_DOWN, KR(1), "−5 kr × 6/12 = −3 kr (avrundat nedåt till hel krona)"},
	        {KR(6), ROUND_DOWN, KR(1), "6 kr × 6/12 = 3 kr"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		Term term = {amount(desk, rows[i].ore), NULL, false, {1, 2}};
		assert_line(desk, terms(desk, &term, 1, rows[i].rounding, rows[i].unit),
		            rows[i].line);
	}
}

/* Indices */

CASE_TEST(rises_show_only_what_was_done_to_them)
{
	RateFacts plain = published(27), part = published(30), held = published(30);
	RateFacts lifted = published(15), by_numbers = numbered(1312, 1283);
	part.factor = (Ratio){4, 5};
	held.ceiling = (Ratio){22, 1000};
	lifted.factor = (Ratio){4, 5};
	lifted.floor = (Ratio){125, 10000};
	assert_formula(desk, definitive(desk, plain), "");
	assert_false(formula_calculates(definitive(desk, plain)));
	assert_line(desk, rate(desk, part, STANDING_ASSUMED), "80 % × 3 % = 2,4 % (antagande)");
	assert_line(desk, definitive(desk, held), "3 %, dock högst 2,2 % = 2,2 %");
	assert_line(desk, definitive(desk, lifted), "80 % × 1,5 %, dock lägst 1,25 % = 1,25 %");
	assert_line(desk, definitive(desk, by_numbers),
	            "131,2/128,3 − 1 = 2,260327 % (avrundat till sex decimaler)");
	by_numbers.factor = (Ratio){4, 5};
	assert_line(desk, rate(desk, by_numbers, STANDING_PRELIMINARY),
	            "80 % × (131,2/128,3 − 1) = 1,808262 % (avrundat till sex decimaler, "
	            "preliminärt)");
	/* A limit that does not bind is not told. */
	part.ceiling = (Ratio){5, 100};
	assert_line(desk, definitive(desk, part), "80 % × 3 % = 2,4 %");
}

static const Entry *chain(Desk *desk, const Entry *const *rates, size_t count, bool simple,
                          Ratio covers)
{
	return ledger_chain(desk->ledger, NAME, rates, count, simple, covers, NOWHERE);
}

CASE_TEST(chains_are_written_out)
{
	RateFacts falling = published(-5), part = numbered(1312, 1283);
	part.factor = (Ratio){4, 5};
	const Entry *rates[] = {definitive(desk, published(27)), definitive(desk, published(30)),
	                        definitive(desk, falling), definitive(desk, part)};
	Ratio all = {1, 1}, most = {9, 10};
	assert_line(desk, chain(desk, rates, 1, false, all), "1 + 2,7 % = 1,027");
	assert_line(desk, chain(desk, rates, 2, false, all), "1,027 × 1,03 = 1,05781");
	assert_line(desk, chain(desk, rates, 3, true, all), "1 + 2,7 % + 3 % + (−0,5 %) = 1,052");
	assert_line(desk, chain(desk, rates, 2, false, most),
	            "10 % + 90 % × 1,027 × 1,03 = 1,052029");
	assert_line(desk, chain(desk, rates, 2, true, most),
	            "10 % + 90 % × (1 + 2,7 % + 3 %) = 1,0513");
	assert_line(desk, chain(desk, rates + 3, 1, false, most),
	            "10 % + 90 % × (1 + 80 % × (131,2/128,3 − 1)) = 1,016274 (avrundat till sex "
	            "decimaler)");
}

CASE_TEST(terms_hold_the_chain_that_they_multiply)
{
	const Entry *rates[] = {definitive(desk, published(27)), definitive(desk, published(30))};
	const Entry *agreed = amount(desk, KR(1800000));
	Ratio all = {1, 1}, most = {9, 10}, half = {1, 2};
	Term of[] = {{agreed, NULL, false, half},
	             {agreed, chain(desk, rates, 2, false, all), false, half}};
	assert_line(desk, terms(desk, of, 2, ROUND_HALF_UP, MONEY_KRONA),
	            "1 800 000 kr × 6/12 + 1 800 000 kr × 1,027 × 1,03 × 6/12 = 1 852 029 kr");
	of[0] = (Term){agreed, chain(desk, rates, 2, true, all), false, all};
	assert_formula(desk, terms(desk, of, 1, ROUND_HALF_UP, 1),
	               "1 800 000 kr × (1 + 2,7 % + 3 %)");
	of[0].factor = chain(desk, rates, 2, false, most);
	assert_formula(desk, terms(desk, of, 1, ROUND_HALF_UP, 1),
	               "1 800 000 kr × (10 % + 90 % × 1,027 × 1,03)");
	of[0].factor = chain(desk, rates, 1, true, all);
	assert_formula(desk, terms(desk, of, 1, ROUND_HALF_UP, 1), "1 800 000 kr × 1,027");
}

CASE_TEST(terms_by_a_single_rise)
{
	RateFacts part = numbered(1312, 1283);
	const Entry *agreed = amount(desk, KR(247700));
	Term term = {agreed, definitive(desk, part), false, {1, 1}};
	assert_formula(desk, terms(desk, &term, 1, ROUND_DOWN, 1), "247 700 kr × 131,2/128,3");
	term.rise_alone = true;
	assert_formula(desk, terms(desk, &term, 1, ROUND_DOWN, 1),
	               "247 700 kr × (131,2/128,3 − 1)");
	part.factor = (Ratio){4, 5};
	term.factor = rate(desk, part, STANDING_PRELIMINARY);
	assert_line(
	        desk, terms(desk, &term, 1, ROUND_DOWN, KR(100)),
	        "247 700 kr × 80 % × (131,2/128,3 − 1) = 4 400 kr (avrundat nedåt till hela 100 "
	        "kr, preliminärt)");
	term.rise_alone = false;
	assert_formula(desk, terms(desk, &term, 1, ROUND_DOWN, 1),
	               "247 700 kr × (1 + 80 % × (131,2/128,3 − 1))");
	term = (Term){agreed, definitive(desk, published(-20)), true, {9, 10}};
	assert_formula(desk, terms(desk, &term, 1, ROUND_DOWN, 1), "247 700 kr × (−2 %) × 9/10");
}

/* What only repeats another value */

CASE_TEST(repetitions_are_told_from_calculations)
{
	const Entry *one = amount(desk, KR(7)), *both[] = {one, one}, *part = NULL;
	const Text name = NAME;
	Term whole = {one, NULL, false, {1, 1}};
	assert_false(formula_calculates(one));
	assert_formula(desk, one, "");
	assert_false(formula_calculates(ledger_sum(desk->ledger, NAME, &one, 1, NOWHERE)));
	assert_true(formula_calculates(sum(desk, 1, 2)));
	assert_false(formula_calculates(ledger_difference(desk->ledger, NAME, &one, 1, NOWHERE)));
	assert_true(formula_calculates(ledger_difference(desk->ledger, NAME, both, 2, NOWHERE)));
	assert_false(formula_calculates(terms(desk, &whole, 1, ROUND_HALF_UP, MONEY_KRONA)));
	assert_true(formula_calculates(terms(desk, &whole, 1, ROUND_HALF_UP, KR(10))));
	assert_true(ledger_parts(desk->ledger, &name, one, &one, 1, MONEY_KRONA, &part));
	assert_false(formula_calculates(part));
	assert_true(ledger_shares(desk->ledger, &name, &one, 1, 0, &part));
	assert_true(formula_calculates(part));
}

CASE_TEST(numbers_that_no_decimals_write_are_fractions)
{
	RateFacts tiny = {.year = 2019, .factor = {1, 1}, .published = {1, 3}};
	Term term = {amount(desk, KR(3)), definitive(desk, tiny), false, {1, 1}};
	assert_formula(desk, terms(desk, &term, 1, ROUND_HALF_UP, 1), "3 kr × 4/3");
	tiny.published = (Ratio){1, INT64_C(100000000000000)};
	term.factor = definitive(desk, tiny);
	assert_formula(desk, terms(desk, &term, 1, ROUND_HALF_UP, 1),
	               "3 kr × 100 000 000 000 001/100 000 000 000 000");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        LEDGER_UNIT(values_are_written_with_their_units),
	        LEDGER_UNIT(sums_and_differences),
	        LEDGER_UNIT(products_and_amounts_for_each),
	        LEDGER_UNIT(quotients_are_rounded_to_their_decimals),
	        LEDGER_UNIT(days_are_moved_by_terms),
	        LEDGER_UNIT(shares_say_when_they_were_moved),
	        LEDGER_UNIT(parts_say_what_they_add_up_to),
	        LEDGER_UNIT(years_say_what_they_add_up_to),
	        LEDGER_UNIT(parts_of_years_are_twelfths_or_days),
	        LEDGER_UNIT(every_way_of_rounding_has_its_words),
	        LEDGER_UNIT(rises_show_only_what_was_done_to_them),
	        LEDGER_UNIT(chains_are_written_out),
	        LEDGER_UNIT(terms_hold_the_chain_that_they_multiply),
	        LEDGER_UNIT(terms_by_a_single_rise),
	        LEDGER_UNIT(repetitions_are_told_from_calculations),
	        LEDGER_UNIT(numbers_that_no_decimals_write_are_fractions),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
