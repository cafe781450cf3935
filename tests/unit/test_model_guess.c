/* Tests of model: what a person meant by values in other forms than ours, and what is left to fill
 * in. */
#include "support.h"

#include "base/leftover.h"
#include "model/guess.h"

typedef struct GuessRow {
	const char *typed;
	const char *meant;
} GuessRow;

static int arena_open(void **state)
{
	Arena *arena = test_malloc(sizeof *arena);
	*arena = test_arena();
	*state = arena;
	return 0;
}

static int arena_close(void **state)
{
	arena_release(*state);
	test_free(*state);
	return 0;
}

static void assert_guesses(Arena *arena, const Field *field, const GuessRow *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		print_message("%s\n", rows[i].typed);
		assert_text(guess_value(arena, field, text_of(rows[i].typed)), rows[i].meant);
	}
}

#define GUESSES(field, rows) assert_guesses(*state, (field), rows, sizeof(rows) / sizeof(rows)[0])

static void dates_of_one_meaning_are_understood(void **state)
{
	static const Field date = {.kind = FIELD_DATE};
	static const GuessRow rows[] = {
	        {"20191231", "2019-12-31"},
	        {"2019/12/31", "2019-12-31"},
	        {"2019.12.31", "2019-12-31"},
	        {"2019–12–31", "2019-12-31"},
	        {"2019-1-5", "2019-01-05"},
	        {"2019-1", "2019-01"},
	        {"31/12 2019", "2019-12-31"},
	        {"5/6 2019", "2019-06-05"},
	        {"31.12.2019", "2019-12-31"},
	        {"den 31 december 2019", "2019-12-31"},
	        {"31 dec. 2019", "2019-12-31"},
	        {"Oktober 2019", "2019-10"},
	        {"２０１９-12-31", "2019-12-31"},
	        /* Of two meanings, or of none. */
	        {"5/6/2019", ""},
	        {"05-06-2019", ""},
	        {"12/31 2019", ""},
	        {"31 april 2019", ""},
	        {"20191301", ""},
	        {"191231", ""},
	        {"december 31 2019", ""},
	        {"den december 2019 31", ""},
	        {"2019", ""},
	        {"snarast", ""},
	        {"31/12 3019", ""},
	        {"0/12 2019", ""},
	        {"1 2 3 2019", ""},
	};
	GUESSES(&date, rows);
}

static void short_years_have_the_readings_that_they_can_have(void **state)
{
	Text readings[2] = {{0}};
	assert_int_equal(guess_short_date(*state, TEXT("191231"), readings), 2);
	assert_text(readings[0], "2019-12-31");
	assert_text(readings[1], "2031-12-19");
	assert_int_equal(guess_short_date(*state, TEXT("320131"), readings), 1);
	assert_text(readings[0], "2032-01-31");
	assert_int_equal(guess_short_date(*state, TEXT("31/12 19"), readings), 2);
	assert_int_equal(guess_short_date(*state, TEXT("111111"), readings), 1);
	assert_int_equal(guess_short_date(*state, TEXT("199999"), readings), 0);
	assert_int_equal(guess_short_date(*state, TEXT("20191231"), readings), 0);
}

static void amounts_of_one_meaning_are_understood(void **state)
{
	static const Field yearly = {.kind = FIELD_AMOUNT, .per = MONEY_PER_YEAR};
	static const Field once = {.kind = FIELD_AMOUNT, .per = MONEY_ONCE};
	static const GuessRow rows[] = {
	        {"933 000 kr", "933 000 kr/år"},
	        {"1.100.000 kr/år", "1 100 000 kr/år"},
	        {"1,100,000.50 kr", "1 100 000,50 kr/år"},
	        {"1'100'000 kr", "1 100 000 kr/år"},
	        {"933 000 kr om året", "933 000 kr/år"},
	        {"933 000 KR/ÅR", "933 000 kr/år"},
	        {"933 000:-", "933 000 kr/år"},
	        {"SEK 933 000", "933 000 kr/år"},
	        {"kr 933.000", "933 000 kr/år"},
	        {"933 OOO kr/år", "933 000 kr/år"},
	        {"1.5 mnkr", "1,5 mnkr/år"},
	        {"1,5 Mkr", "1,5 mnkr/år"},
	        {"250 kkr per år", "250 kkr per år"},
	};
	static const GuessRow single[] = {{"214.50 sek", "214,50 kr"}, {"oklart", "oklart"}};
	GUESSES(&yearly, rows);
	GUESSES(&once, single);
}

static void other_values_are_understood(void **state)
{
	static const Field duration = {.kind = FIELD_DURATION}, integer = {.kind = FIELD_INTEGER};
	static const Field share = {.kind = FIELD_SHARE}, number = {.kind = FIELD_NUMBER};
	static const Field boolean = {.kind = FIELD_BOOLEAN};
	static const Field organisation = {.kind = FIELD_ORGANISATION_NUMBER};
	static const GuessRow durations[] = {{"6 mån", "6 månader"},
	                                     {"6månader", "6 månader"},
	                                     {"sex månader", "6 månader"},
	                                     {"Ett år", "1 år"},
	                                     {"6", "6 "},
	                                     {"snart", ""}};
	static const GuessRow integers[] = {
	        {"18.000", "18 000"}, {"två", "2"}, {"25 st", "25"}, {"1.5", "1,5"}};
	static const GuessRow shares[] = {{"2,7", "2,7 %"},
	                                  {"2.7 %", "2,7 %"},
	                                  {"0,5", ""},
	                                  {"0.5 %", "0,5 %"},
	                                  {"80 procent", "80 %"}};
	static const GuessRow numbers[] = {{"131.2", "131,2"}, {"10.400", ""}};
	static const GuessRow booleans[] = {
	        {"yes", "ja"}, {"Ja", "ja"}, {"NEJ.", "nej"}, {"false", "nej"}, {"X", ""}};
	static const GuessRow organisations[] = {{"SE822003091301", "822003-0913"},
	                                         {"SE8220030913", "SE8220030913"}};
	GUESSES(&duration, durations);
	GUESSES(&integer, integers);
	GUESSES(&share, shares);
	GUESSES(&number, numbers);
	GUESSES(&boolean, booleans);
	GUESSES(&organisation, organisations);
}

static void leftovers_are_told_from_values(void **state)
{
	static const char *const leftovers[] = {"Klicka här för att ange text.",
	                                        "Klicka eller tryck här för att ange text.",
	                                        "[datum]",
	                                        "2019-xx-xx",
	                                        "XX kr/år",
	                                        "xxx",
	                                        "ÅÅÅÅ-MM-DD",
	                                        "TBD",
	                                        "…",
	                                        "...",
	                                        "?",
	                                        "_____",
	                                        " [ange namn] "};
	static const char *const values[] = {
	        "–",     "-",  "Fyll",    "Exxon", "x",        "Max",           "Todor Tbdsson",
	        "a [b]", "[]", "2019-10", "Vad?",  "s. 12...", "XXL är störst", ""};
	for (size_t i = 0; i < sizeof leftovers / sizeof leftovers[0]; i++) {
		print_message("%s\n", leftovers[i]);
		assert_true(leftover_is(*state, text_of(leftovers[i])));
	}
	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
		print_message("%s\n", values[i]);
		assert_false(leftover_is(*state, text_of(values[i])));
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_open, arena_close)
	const struct CMUnitTest tests[] = {
	        TEST(dates_of_one_meaning_are_understood),
	        TEST(short_years_have_the_readings_that_they_can_have),
	        TEST(amounts_of_one_meaning_are_understood),
	        TEST(other_values_are_understood),
	        TEST(leftovers_are_told_from_values),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
