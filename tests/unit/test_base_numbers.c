/* Tests of base: dates, ratios and money. */
#include "support.h"

#include "base/date.h"
#include "base/money.h"
#include "base/ratio.h"

static Date date(int year, int month, int day)
{
	return (Date){(int16_t)year, (int8_t)month, (int8_t)day};
}

static void assert_date(Date actual, int year, int month, int day)
{
	assert_int_equal(actual.year, year);
	assert_int_equal(actual.month, month);
	assert_int_equal(actual.day, day);
}

static void date_parses_two_shapes(void **state)
{
	(void)state;
	Date read = {0};
	assert_int_equal(date_parse(TEXT("2018-07-01"), &read), DATE_OK);
	assert_date(read, 2018, 7, 1);
	assert_int_equal(date_parse(TEXT("2019-10"), &read), DATE_OK);
	assert_date(read, 2019, 10, 0);
	assert_int_equal(date_parse(TEXT("2020-02-29"), &read), DATE_OK);
	assert_int_equal(date_parse(TEXT("0001-01-01"), &read), DATE_OK);
	assert_int_equal(date_parse(TEXT("9999-12-31"), &read), DATE_OK);
	assert_date(read, 9999, 12, 31);
}

static void date_refuses_other_shapes_and_days_that_do_not_exist(void **state)
{
	(void)state;
	Date read = {1, 2, 3};
	const Text shapes[] = {TEXT(""),           TEXT("2018-7-1"),   TEXT("2018/07/01"),
	                       TEXT("20180701"),   TEXT("2018-07-1x"), TEXT("2018-07-01 "),
	                       TEXT("01-07-2018"), TEXT("2018-07/01"), TEXT("2018.07"),
	                       TEXT("-018-07-01")};
	const Text calendar[] = {TEXT("2019-02-29"), TEXT("1900-02-29"), TEXT("2018-13-01"),
	                         TEXT("2018-00-01"), TEXT("2018-01-00"), TEXT("2018-04-31"),
	                         TEXT("0000-01-01"), TEXT("2018-13"),    TEXT("2018-00")};
	for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
		assert_int_equal(date_parse(shapes[i], &read), DATE_SHAPE);
	for (size_t i = 0; i < sizeof calendar / sizeof calendar[0]; i++)
		assert_int_equal(date_parse(calendar[i], &read), DATE_CALENDAR);
	assert_date(read, 1, 2, 3);
}

static void date_counts_days(void **state)
{
	(void)state;
	assert_int_equal(date_to_days(date(1, 1, 1)), 0);
	assert_int_equal(date_to_days(date(1, 12, 31)), 364);
	assert_int_equal(date_to_days(date(1970, 1, 1)), 719162);
	assert_int_equal(date_to_days(date(2000, 2, 29)), 730178);
	assert_int_equal(date_to_days(date(9999, 12, 31)), 3652058);
	assert_int_equal(date_to_days(date(2019, 10, 0)), date_to_days(date(2019, 10, 1)));
}

/* Every day of the calendar: each is one after the one before, and comes back as it went. */
static void date_days_round_trip(void **state)
{
	(void)state;
	int32_t expected = 0;
	for (int year = 1; year <= 9999; year++) {
		for (int month = 1; month <= 12; month++) {
			for (int day = 1; day <= date_days_in_month(year, month); day++) {
				Date there = date(year, month, day);
				if (date_to_days(there) != expected)
					fail_msg("%d-%d-%d", year, month, day);
				if (date_order(date_from_days(expected), there) != 0)
					fail_msg("%d-%d-%d", year, month, day);
				expected++;
			}
		}
	}
	assert_int_equal(expected, 3652059);
	assert_false(date_is_given(date_from_days(-1)));
	assert_false(date_is_given(date_from_days(3652059)));
	assert_false(date_is_given(date_from_days(INT32_MAX)));
}

static void date_orders(void **state)
{
	(void)state;
	assert_int_equal(date_order(date(2018, 7, 1), date(2018, 7, 1)), 0);
	assert_int_equal(date_order(date(2018, 7, 1), date(2018, 7, 2)), -1);
	assert_int_equal(date_order(date(2018, 8, 1), date(2018, 7, 31)), 1);
	assert_int_equal(date_order(date(2017, 12, 31), date(2018, 1, 1)), -1);
	assert_int_equal(date_order(date(2018, 7, 0), date(2018, 7, 1)), 0);
	assert_int_equal(date_order((Date){0}, date(1, 1, 1)), -1);
}

static void date_adds(void **state)
{
	(void)state;
	assert_date(date_add_months(date(2020, 1, 31), 1), 2020, 2, 29);
	assert_date(date_add_months(date(2019, 1, 31), 1), 2019, 2, 28);
	assert_date(date_add_months(date(2018, 7, 1), 36), 2021, 7, 1);
	assert_date(date_add_months(date(2018, 3, 31), -1), 2018, 2, 28);
	assert_date(date_add_months(date(2018, 1, 15), -13), 2016, 12, 15);
	assert_date(date_add_months(date(2018, 12, 0), 1), 2019, 1, 1);
	assert_date(date_add_months(date(9999, 12, 31), 0), 9999, 12, 31);
	assert_false(date_is_given(date_add_months(date(9999, 12, 1), 1)));
	assert_false(date_is_given(date_add_months(date(1, 1, 1), -1)));
	assert_false(date_is_given(date_add_months(date(1, 1, 1), INT32_MAX)));
	assert_date(date_add_days(date(2019, 12, 31), 1), 2020, 1, 1);
	assert_date(date_add_days(date(2020, 3, 1), -1), 2020, 2, 29);
	assert_false(date_is_given(date_add_days(date(9999, 12, 31), 1)));
	assert_false(date_is_given(date_add_days(date(1, 1, 1), INT32_MIN)));
}

typedef struct Interval {
	Date from, to;
	int months; /* 0 where it is not a whole number */
} Interval;

static void date_recognises_whole_months(void **state)
{
	(void)state;
	const Interval rows[] = {
	        {{2018, 7, 1}, {2021, 6, 30}, 36},  {{2020, 1, 1}, {2022, 12, 31}, 36},
	        {{2018, 7, 1}, {2018, 7, 31}, 1},   {{2018, 7, 15}, {2018, 8, 14}, 1},
	        {{2020, 2, 1}, {2020, 2, 29}, 1},   {{2020, 2, 1}, {2020, 2, 28}, 0},
	        {{2020, 1, 31}, {2020, 2, 28}, 1},  {{2021, 1, 31}, {2021, 2, 27}, 1},
	        {{2021, 1, 31}, {2021, 2, 28}, 0},  {{2018, 7, 1}, {2018, 7, 30}, 0},
	        {{2018, 7, 1}, {2018, 8, 1}, 0},    {{2018, 7, 1}, {2018, 6, 30}, 0},
	        {{2018, 7, 1}, {2017, 6, 30}, 0},   {{2018, 7, 2}, {2018, 7, 1}, 0},
	        {{9999, 1, 1}, {9999, 12, 31}, 12}, {{1, 1, 1}, {9999, 12, 31}, 119988},
	        {{2018, 7, 0}, {2018, 7, 31}, 1},   {{2018, 7, 1}, {2018, 7, 1}, 0},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		int months = -1;
		bool whole = date_whole_months(rows[i].from, rows[i].to, &months);
		assert_int_equal(whole, rows[i].months != 0);
		assert_int_equal(months, whole ? rows[i].months : -1);
	}
}

static void assert_ratio(Ratio actual, int64_t numerator, int64_t denominator)
{
	assert_int_equal(actual.numerator, numerator);
	assert_int_equal(actual.denominator, denominator);
}

static void ratio_is_in_lowest_terms(void **state)
{
	(void)state;
	Ratio read;
	assert_true(ratio_make(6, -4, &read));
	assert_ratio(read, -3, 2);
	assert_true(ratio_make(0, -7, &read));
	assert_ratio(read, 0, 1);
	assert_true(ratio_make(INT64_MIN, INT64_MIN, &read));
	assert_ratio(read, 1, 1);
	assert_true(ratio_make(INT64_MIN, 2, &read));
	assert_ratio(read, INT64_MIN / 2, 1);
	assert_false(ratio_make(1, 0, &read));
	assert_false(ratio_make(1, INT64_MIN, &read));
	assert_false(ratio_make(INT64_MIN, -1, &read));
	assert_ratio(read, INT64_MIN / 2, 1);
}

static void ratio_calculates_exactly(void **state)
{
	(void)state;
	Ratio result = {0};
	assert_true(ratio_add((Ratio){1, 3}, (Ratio){1, 6}, &result));
	assert_ratio(result, 1, 2);
	assert_true(ratio_add((Ratio){1, 3}, (Ratio){-1, 3}, &result));
	assert_ratio(result, 0, 1);
	assert_true(ratio_multiply((Ratio){2, 3}, (Ratio){3, 4}, &result));
	assert_ratio(result, 1, 2);
	assert_true(ratio_multiply((Ratio){INT64_MAX, 3}, (Ratio){3, INT64_MAX}, &result));
	assert_ratio(result, 1, 1);
	assert_true(ratio_divide((Ratio){1, 2}, (Ratio){-3, 4}, &result));
	assert_ratio(result, -2, 3);
	assert_false(ratio_divide((Ratio){1, 2}, (Ratio){0, 1}, &result));
	assert_false(ratio_divide((Ratio){1, 2}, (Ratio){0, 0}, &result));
	assert_false(ratio_divide((Ratio){1, 2}, (Ratio){1, 0}, &result));
	assert_false(ratio_add((Ratio){INT64_MAX, 1}, (Ratio){1, 1}, &result));
	assert_false(ratio_add((Ratio){1, INT64_MAX}, (Ratio){1, INT64_MAX - 1}, &result));
	assert_false(ratio_add((Ratio){0, 0}, (Ratio){1, 1}, &result));
	assert_false(ratio_multiply((Ratio){INT64_MAX, 1}, (Ratio){2, 1}, &result));
	assert_ratio(result, -2, 3);
}

/* Halves and their neighbours on both sides of zero, for each way of rounding. */
static void ratio_scale_rounds_as_named(void **state)
{
	(void)state;
	static const struct {
		int64_t value;
		int64_t half_up, half_even, down, up; /* of value / 10 */
	} rows[] = {
	        {20, 2, 2, 2, 2},      {24, 2, 2, 2, 3},      {25, 3, 2, 2, 3},
	        {26, 3, 3, 2, 3},      {35, 4, 4, 3, 4},      {-20, -2, -2, -2, -2},
	        {-24, -2, -2, -3, -2}, {-25, -3, -2, -3, -2}, {-26, -3, -3, -3, -2},
	        {-35, -4, -4, -4, -3}, {5, 1, 0, 0, 1},       {-5, -1, 0, -1, 0},
	        {0, 0, 0, 0, 0},
	};
	const Ratio tenth = {1, 10};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		int64_t result = 99;
		assert_true(ratio_scale(rows[i].value, tenth, 1, ROUND_HALF_UP, &result));
		assert_int_equal(result, rows[i].half_up);
		assert_true(ratio_scale(rows[i].value, tenth, 1, ROUND_HALF_EVEN, &result));
		assert_int_equal(result, rows[i].half_even);
		assert_true(ratio_scale(rows[i].value, tenth, 1, ROUND_DOWN, &result));
		assert_int_equal(result, rows[i].down);
		assert_true(ratio_scale(rows[i].value, tenth, 1, ROUND_UP, &result));
		assert_int_equal(result, rows[i].up);
	}
}

static void ratio_scale_rounds_once_to_its_unit(void **state)
{
	(void)state;
	int64_t result = 0;
	/* 933 000 kr * 102,7 % to whole kronor, in öre */
	assert_true(ratio_scale(93300000, (Ratio){1027, 1000}, 100, ROUND_HALF_UP, &result));
	assert_int_equal(result, 95819100);
	/* 49,95 rounds down to hundreds, though 50 would round up */
	assert_true(ratio_scale(4995, (Ratio){1, 100}, 100, ROUND_HALF_UP, &result));
	assert_int_equal(result, 0);
	assert_true(ratio_scale(INT64_MAX, (Ratio){INT64_MAX, INT64_MAX - 1}, 1, ROUND_DOWN,
	                        &result) == false);
	assert_true(ratio_scale(INT64_MAX, (Ratio){1, 1}, INT64_MAX, ROUND_UP, &result));
	assert_int_equal(result, INT64_MAX);
	assert_false(ratio_scale(INT64_MAX, (Ratio){1, 1}, 10, ROUND_UP, &result));
	assert_false(ratio_scale(INT64_MIN, (Ratio){-1, 1}, 1, ROUND_UP, &result));
	assert_false(ratio_scale(1, (Ratio){0, 0}, 1, ROUND_UP, &result));
	assert_int_equal(result, INT64_MAX);
}

static void integers_report_overflow(void **state)
{
	(void)state;
	int64_t result = 7;
	assert_false(integer_add(INT64_MAX, 1, &result));
	assert_false(integer_subtract(INT64_MIN, 1, &result));
	assert_false(integer_multiply(INT64_MIN, -1, &result));
	assert_false(integer_multiply(INT64_MAX, INT64_MAX, &result));
	assert_int_equal(result, 7);
	assert_true(integer_add(INT64_MAX, INT64_MIN, &result));
	assert_int_equal(result, -1);
	assert_true(integer_subtract(0, INT64_MAX, &result));
	assert_int_equal(result, -INT64_MAX);
	assert_true(integer_multiply(-3, 4, &result));
	assert_int_equal(result, -12);
}

static void ratio_parses_swedish_decimals(void **state)
{
	(void)state;
	Ratio read = {0};
	assert_true(ratio_parse(TEXT("53"), &read));
	assert_ratio(read, 53, 1);
	assert_true(ratio_parse(TEXT("2,7"), &read));
	assert_ratio(read, 27, 10);
	assert_true(ratio_parse(TEXT("-0,25"), &read));
	assert_ratio(read, -1, 4);
	assert_true(ratio_parse(TEXT("−1,50"), &read));
	assert_ratio(read, -3, 2);
	assert_true(ratio_parse(TEXT("123456789012,345"), &read));
	assert_ratio(read, 24691357802469, 200);
	const Text bad[] = {
	        TEXT(""),    TEXT("-"),     TEXT(","),  TEXT("1,"),    TEXT(",5"),
	        TEXT("2.7"), TEXT("1,2,3"), TEXT("1 "), TEXT("--1"),   TEXT("1,-2"),
	        TEXT("+1"),  TEXT("1 000"), TEXT("x"),  TEXT("2,7 %"), TEXT("1234567890123,456")};
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(ratio_parse(bad[i], &read));
	assert_ratio(read, 24691357802469, 200);
}

static void money_reads_what_people_write(void **state)
{
	(void)state;
	static const struct {
		const char *written;
		Money money;
		MoneyPer per;
	} rows[] = {
	        {"933 000 kr/år", 93300000, MONEY_PER_YEAR},
	        {"933000 kr per år", 93300000, MONEY_PER_YEAR},
	        {"214 kr", 21400, MONEY_ONCE},
	        {"1 100 tkr per år", 110000000, MONEY_PER_YEAR},
	        {"1,5 mnkr", 150000000, MONEY_ONCE},
	        {"1,1005 mnkr", 110050000, MONEY_ONCE},
	        {"1,10000000 mnkr", 110000000, MONEY_ONCE},
	        {"1,100000000 mnkr", 110000000, MONEY_ONCE},
	        {"1,100 tkr", 110000, MONEY_ONCE},
	        {"0,00001 tkr", 1, MONEY_ONCE},
	        {"900 kr/timme", 90000, MONEY_PER_HOUR},
	        {"900 kr/h", 90000, MONEY_PER_HOUR},
	        {"900 kr per timme", 90000, MONEY_PER_HOUR},
	        {"10 kr/månad", 1000, MONEY_PER_MONTH},
	        {"10 kronor per månad", 1000, MONEY_PER_MONTH},
	        {"1\xC2\xA0"
	         "234\xC2\xA0kr",
	         123400, MONEY_ONCE},
	        {"1\xE2\x80\xAF"
	         "234\xE2\x80\xAFkr\xC2\xA0per\xC2\xA0år",
	         123400, MONEY_PER_YEAR},
	        {"0,5 kr", 50, MONEY_ONCE},
	        {"12,34 kr", 1234, MONEY_ONCE},
	        {"-5 kr", -500, MONEY_ONCE},
	        {"−5 000 kr", -500000, MONEY_ONCE},
	        {"- 5 kr", -500, MONEY_ONCE},
	        {"5kr", 500, MONEY_ONCE},
	        {"0 kr", 0, MONEY_ONCE},
	        {" 7 kr ", 700, MONEY_ONCE},
	        {"1 000 000 000 000 kr", 100000000000000, MONEY_ONCE},
	        {"000 000 000 000 000 001 kr", 100, MONEY_ONCE},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		Money money = -1;
		MoneyPer per = MONEY_PER_MONTH;
		if (money_parse(text_of(rows[i].written), &money, &per) != MONEY_OK)
			fail_msg("%s", rows[i].written);
		assert_int_equal(money, rows[i].money);
		assert_int_equal(per, rows[i].per);
	}
}

static void money_tells_what_is_wrong(void **state)
{
	(void)state;
	static const struct {
		const char *written;
		MoneyFault fault;
	} rows[] = {
	        {"", MONEY_SHAPE},
	        {"kr", MONEY_SHAPE},
	        {"kr 500", MONEY_SHAPE},
	        {"-", MONEY_SHAPE},
	        {"--5 kr", MONEY_SHAPE},
	        {"500 kr extra", MONEY_SHAPE},
	        {"500 kr per vecka", MONEY_SHAPE},
	        {"500 krona", MONEY_SHAPE},
	        {"5, kr", MONEY_SHAPE},
	        {"1,2345 kr", MONEY_SHAPE},
	        {"0,000001 tkr", MONEY_SHAPE},
	        {"500", MONEY_UNIT},
	        {"933 000", MONEY_UNIT},
	        {"500 euro", MONEY_UNIT},
	        {"500/år", MONEY_UNIT},
	        {"1.100.000 kr", MONEY_GROUPING},
	        {"1,100,000 kr", MONEY_GROUPING},
	        {"1,100.50 kr", MONEY_GROUPING},
	        {"1.100 kr", MONEY_GROUPING},
	        {"1,100 kr", MONEY_GROUPING},
	        {"12 34 kr", MONEY_GROUPING},
	        {"1234 567 kr", MONEY_GROUPING},
	        {"1 2345 kr", MONEY_GROUPING},
	        {"1 000 000 000 000,01 kr", MONEY_TOO_BIG},
	        {"1 000 001 mnkr", MONEY_TOO_BIG},
	        {"-1 000 001 mnkr", MONEY_TOO_BIG},
	        {"9999999999999999999999999 kr", MONEY_TOO_BIG},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		Money money = 7;
		MoneyPer per = MONEY_PER_HOUR;
		MoneyFault fault = money_parse(text_of(rows[i].written), &money, &per);
		if (fault != rows[i].fault)
			fail_msg("%s: %d", rows[i].written, (int)fault);
		assert_int_equal(money, 7);
		assert_int_equal(per, MONEY_PER_HOUR);
	}
}

static void money_split_gives_the_largest_remainders_first(void **state)
{
	(void)state;
	int64_t parts[3] = {0};
	const int64_t equal[] = {1, 1, 1};
	assert_true(money_split(100, 1, equal, 3, parts));
	assert_int_equal(parts[0], 34);
	assert_int_equal(parts[1], 33);
	assert_int_equal(parts[2], 33);
	/* 10 in shares of 1, 2 and 4 sevenths: 1.43, 2.86 and 5.71 */
	const int64_t unequal[] = {1, 2, 4};
	assert_true(money_split(10, 1, unequal, 3, parts));
	assert_int_equal(parts[0], 1);
	assert_int_equal(parts[1], 3);
	assert_int_equal(parts[2], 6);
	assert_true(money_split(-100, 1, equal, 3, parts));
	assert_int_equal(parts[0], -33);
	assert_int_equal(parts[1], -33);
	assert_int_equal(parts[2], -34);
	const int64_t with_zero[] = {0, 1, 0};
	assert_true(money_split(500, 100, with_zero, 3, parts));
	assert_int_equal(parts[0], 0);
	assert_int_equal(parts[1], 500);
	assert_int_equal(parts[2], 0);
	assert_true(money_split(0, 100, equal, 3, parts));
	assert_int_equal(parts[0] | parts[1] | parts[2], 0);
}

/* The parts always add up, are multiples of the unit, and are less than one unit from their share.
 */
static void money_split_loses_nothing(void **state)
{
	(void)state;
	const int64_t weights[] = {3, 0, 17, 5, 5, 1, 29};
	for (int64_t whole = -30000; whole <= 30000; whole += 100) {
		int64_t parts[7];
		int64_t sum = 0;
		assert_true(money_split(whole, 100, weights, 7, parts));
		for (size_t i = 0; i < 7; i++) {
			int64_t off = parts[i] * 60 - whole * weights[i];
			assert_int_equal(parts[i] % 100, 0);
			assert_true(off > -60 * 100 && off < 60 * 100);
			sum += parts[i];
		}
		assert_int_equal(sum, whole);
	}
}

static void money_split_refuses_what_it_cannot_do(void **state)
{
	(void)state;
	int64_t parts[2];
	const int64_t zero[] = {0, 0};
	const int64_t negative[] = {3, -1};
	const int64_t huge[] = {INT64_MAX, 1};
	const int64_t one[] = {INT64_MAX, 0};
	assert_false(money_split(100, 1, zero, 2, parts));
	assert_false(money_split(100, 1, negative, 2, parts));
	assert_false(money_split(100, 1, huge, 2, parts));
	assert_false(money_split(150, 100, one, 2, parts));
	assert_false(money_split(150, 0, one, 2, parts));
	assert_false(money_split(100, 1, one, 0, parts));
	assert_true(money_split(INT64_MAX, 1, one, 2, parts));
	assert_int_equal(parts[0], INT64_MAX);
	assert_int_equal(parts[1], 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(date_parses_two_shapes),
	        cmocka_unit_test(date_refuses_other_shapes_and_days_that_do_not_exist),
	        cmocka_unit_test(date_counts_days),
	        cmocka_unit_test(date_days_round_trip),
	        cmocka_unit_test(date_orders),
	        cmocka_unit_test(date_adds),
	        cmocka_unit_test(date_recognises_whole_months),
	        cmocka_unit_test(ratio_is_in_lowest_terms),
	        cmocka_unit_test(ratio_calculates_exactly),
	        cmocka_unit_test(ratio_scale_rounds_as_named),
	        cmocka_unit_test(ratio_scale_rounds_once_to_its_unit),
	        cmocka_unit_test(integers_report_overflow),
	        cmocka_unit_test(ratio_parses_swedish_decimals),
	        cmocka_unit_test(money_reads_what_people_write),
	        cmocka_unit_test(money_tells_what_is_wrong),
	        cmocka_unit_test(money_split_gives_the_largest_remainders_first),
	        cmocka_unit_test(money_split_loses_nothing),
	        cmocka_unit_test(money_split_refuses_what_it_cannot_do),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
