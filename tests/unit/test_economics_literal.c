/* Tests of economics/literal, numeral and running_text: what is found in a text, and what is not.
 */
#include "support.h"

#include "base/buffer.h"
#include "base/date.h"
#include "base/utf8.h"
#include "economics/literal.h"
#include "prose/numeral.h"
#include "prose/running_text.h"

/* A literal as "slice|value", with "|least..most" where that says more, "|none" where nothing can
 * be meant, and "|bound". Amounts are öre, shares millionths of a per cent, dates as dates. */
static void put_literal(Buffer *out, Text text, const Literal *literal)
{
	static const char *const units[] = {
	        [UNIT_AMOUNT] = "",     [UNIT_SHARE] = " ppm",  [UNIT_HOURS] = " timmar",
	        [UNIT_MONTHS] = " mån", [UNIT_DAYS] = " dagar",
	};
	buffer_put(out, out->length > 0 ? TEXT("; ") : TEXT(""));
	buffer_put(out, text_cut(text, literal->first, literal->end));
	buffer_put_byte(out, '|');
	if (literal->unit == UNIT_DATE) {
		Date date = date_from_days((int32_t)literal->value);
		buffer_put_padded(out, (uint64_t)date.year, 4);
		buffer_put_byte(out, '-');
		buffer_put_padded(out, (uint64_t)date.month, 2);
		buffer_put_byte(out, '-');
		buffer_put_padded(out, (uint64_t)date.day, 2);
	} else {
		buffer_put_integer(out, literal->value);
		buffer_put(out, text_of(units[literal->unit]));
	}
	if (literal->least > literal->most) {
		buffer_put(out, TEXT("|none"));
	} else if (literal->least != literal->most) {
		buffer_put_byte(out, '|');
		buffer_put_integer(out, literal->least);
		buffer_put(out, TEXT(".."));
		buffer_put_integer(out, literal->most);
	}
	buffer_put(out, literal->bound ? TEXT("|bound") : TEXT(""));
}

typedef struct LiteralRow {
	const char *text;
	const char *found;
} LiteralRow;

/* Texts are read as Markdown, as they are in a case. */
static void assert_literals(const LiteralRow *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		Arena arena = test_arena();
		RunningText running = running_text_of(&arena, text_of(rows[i].text));
		Literals found = {0};
		literals_find(&arena, running.text, &found);
		Buffer out = buffer_new(&arena, BUFFER_MAXIMUM);
		for (size_t k = 0; k < found.count; k++)
			put_literal(&out, running.text, &found.items[k]);
		if (!text_equal(buffer_text(&out), text_of(rows[i].found)))
			print_error("in \"%s\"\n", rows[i].text);
		assert_text(buffer_text(&out), rows[i].found);
		arena_release(&arena);
	}
}

#define LITERALS(rows) assert_literals((rows), sizeof(rows) / sizeof(rows)[0])

#define MILLION_EIGHT "180000000|179999950..180000049"

static void amounts_in_every_spelling(void **state)
{
	(void)state;
	static const LiteralRow rows[] = {
	        {"1 800 000 kr", "1 800 000 kr|" MILLION_EIGHT},
	        {"(1800000 kr)", "1800000 kr|" MILLION_EIGHT},
	        {"1\u00a0800\u00a0000\u00a0kr", "1\u00a0800\u00a0000\u00a0kr|" MILLION_EIGHT},
	        {"1\u202f800\u202f000\u202fkr", "1\u202f800\u202f000\u202fkr|" MILLION_EIGHT},
	        {"1&nbsp;800 000 kr", "1&nbsp;800 000 kr|" MILLION_EIGHT},
	        {"1.800.000 kr.", "1.800.000 kr|" MILLION_EIGHT},
	        {"1 800 000kr/år", "1 800 000kr|" MILLION_EIGHT},
	        {"1 800\n    000 kr", "1 800\n    000 kr|" MILLION_EIGHT},
	        {"1 800 000 KRONOR", "1 800 000 KRONOR|" MILLION_EIGHT},
	        {"**1 800 000** kr", "1 800 000** kr|" MILLION_EIGHT},
	        {"1 800 *000* _kr_", "1 800 *000* _kr|" MILLION_EIGHT},
	        {"12,50 kr", "12,50 kr|1250"},
	        {"12,5 kr", "12,5 kr|1250|1245..1254"},
	        {"0 kr", "0 kr|0|-50..49"},
	        {"-5 kr, \u22125 kr", "-5 kr|-500|-549..-450; \u22125 kr|-500|-549..-450"},
	        {"5 kr och 6 kr", "5 kr|500|450..549; 6 kr|600|550..649"},
	        {"1 100 tkr", "1 100 tkr|110000000|109950000..110049999"},
	        {"1,1 mnkr", "1,1 mnkr|110000000|105000000..114999999"},
	        {"2 Mkr", "2 Mkr|200000000|195000000..204999999"},
	        {"1,8 miljoner kronor", "1,8 miljoner kronor|180000000|175000000..184999999"},
	        {"1,8 milj. kr", "1,8 milj. kr|180000000|175000000..184999999"},
	        {"500 tusen kr", "500 tusen kr|50000000|49950000..50049999"},
	        {"en miljon kronor", "en miljon kronor|100000000|95000000..104999999"},
	        {"Två miljarder kronor",
	         "Två miljarder kronor|200000000000|195000000000..204999999999"},
	        {"tvåhundrafemtiotusen kronor",
	         "tvåhundrafemtiotusen kronor|25000000|24999950..25000049"},
	        {"en halv miljon kronor", "en halv miljon kronor|50000000|49500000..50499999"},
	        {"100–200 kr", "100–200 kr|10000|9950..20049|bound"},
	        {"100 – 200 kr", "100 – 200 kr|10000|9950..20049|bound"},
	};
	LITERALS(rows);
}

static void what_leans_on_a_figure(void **state)
{
	(void)state;
	static const LiteralRow rows[] = {
	        {"cirka 1 800 000 kr", "1 800 000 kr|180000000|175000000..184999999"},
	        {"ca. 1 812 000 kr", "1 812 000 kr|181200000|181150000..181249999"},
	        {"cirka 1,8 miljoner kronor", "1,8 miljoner kronor|180000000|175000000..184999999"},
	        {"omkring 53 %", "53 %|53000000 ppm|52500000..53499999"},
	        {"drygt 58 %", "58 %|58000000 ppm|58000000..58999999"},
	        {"knappt 53 %", "53 %|53000000 ppm|52000001..53000000"},
	        {"minst 5 kr", "5 kr|500|450..549|bound"},
	        {"upp till *5* kr", "5* kr|500|450..549|bound"},
	        {"fram till 5 kr", "5 kr|500|450..549"},
	        {"mer än 5 kr", "5 kr|500|450..549|bound"},
	        {"än 5 kr", "5 kr|500|450..549"},
	        {"högst. Inget. 5 kr", "5 kr|500|450..549"},
	        {"efter sex månader", "sex månader|6 mån|bound"},
	        {"under sex månader", "sex månader|6 mån"},
	        {"under 5 kr", "5 kr|500|450..549|bound"},
	        {"Senast före den 1 juli 2018", "den 1 juli 2018|2018-07-01"},
	        {"efter den 1 juli 2018", "den 1 juli 2018|2018-07-01|bound"},
	};
	LITERALS(rows);
}

static void percentages(void **state)
{
	(void)state;
	static const LiteralRow rows[] = {
	        {"53 %", "53 %|53000000 ppm|52500000..53499999"},
	        {"53%", "53%|53000000 ppm|52500000..53499999"},
	        {"52,87 procent", "52,87 procent|52870000 ppm|52865000..52874999"},
	        {"fem procent", "fem procent|5000000 ppm|4500000..5499999"},
	        {"50–60 %", "50–60 %|50000000 ppm|49500000..60499999|bound"},
	        {"1,1234567 %", "1,1234567 %|0 ppm|none"},
	        {"1,1234560 %", "1,1234560 %|1123456 ppm"},
	        {"fem procentenheter, 50-procentig, hälften", ""},
	};
	LITERALS(rows);
}

static void dates(void **state)
{
	(void)state;
	static const LiteralRow rows[] = {
	        {"2018-07-01", "2018-07-01|2018-07-01"},
	        {"(2018-07-01–2021-06-30)", "2018-07-01|2018-07-01; 2021-06-30|2021-06-30"},
	        {"2018-07-01-2021-06-30", "2018-07-01|2018-07-01; 2021-06-30|2021-06-30"},
	        {"2018–07–01", "2018–07–01|2018-07-01"},
	        {"den 1 juli 2018.", "den 1 juli 2018|2018-07-01"},
	        {"Den 24:e oktober 2017", "Den 24:e oktober 2017|2017-10-24"},
	        {"1 juli\n  2018", "1 juli\n  2018|2018-07-01"},
	        {"den **1 juli** 2018", "den **1 juli** 2018|2018-07-01"},
	        {"1 jan. 2018", "1 jan. 2018|2018-01-01"},
	        {"den första juli 2018", "den första juli 2018|2018-07-01"},
	        {"den sista februari 2020", "den sista februari 2020|2020-02-29"},
	        {"1/7 2018 och 31/12-2019", "1/7 2018|2018-07-01; 31/12-2019|2019-12-31"},
	        {"den 31 juni 2019", "den 31 juni 2019|2019-06-30|none"},
	        {"2019-02-29", "2019-02-29|2019-02-28|none"},
	        {"2022-13-00, den 34 maj 2022",
	         "2022-13-00|2022-12-01|none; den 34 maj 2022|2022-05-31|none"},
	        {"0000-01-01, 0 juli 2019",
	         "0000-01-01|0001-01-01|none; 0 juli 2019|2019-07-01|none"},
	        {"32/12 2019, 1/13 2019", "32/12 2019|2019-12-31|none"},
	        {"9999-12-31 och 0001-01-01", "9999-12-31|9999-12-31; 0001-01-01|0001-01-01"},
	};
	LITERALS(rows);
}

static void terms(void **state)
{
	(void)state;
	static const LiteralRow rows[] = {
	        {"sex månader", "sex månader|6 mån"},
	        {"6 månaders", "6 månaders|6 mån"},
	        {"SEX (6) månader", "SEX (6) månader|6 mån"},
	        {"6 (sex) månader", "6 (sex) månader|6 mån"},
	        {"sex (7) månader", "sex (7) månader|6 mån|none"},
	        {"tre år", "tre år|36 mån"},
	        {"ett år och sex månader", "ett år och sex månader|18 mån"},
	        {"två och ett halvt år", "två och ett halvt år|30 mån"},
	        {"ett halvt år, ett halvår", "ett halvt år|6 mån; ett halvår|6 mån"},
	        {"1,5 år", "1,5 år|18 mån"},
	        {"1,4 månader", "1,4 månader|0 mån|none"},
	        {"tjugofyra månader", "tjugofyra månader|24 mån"},
	        {"trettio dagar, två veckor", "trettio dagar|30 dagar; två veckor|14 dagar"},
	        {"18 000 timmars arbete, 3 h", "18 000 timmars|18000 timmar; 3 h|3 timmar"},
	        {"6–12 månader", "6–12 månader|6 mån|6..12|bound"},
	        {"två eller tre år", "tre år|36 mån"},
	};
	LITERALS(rows);
}

static void what_is_no_literal(void **state)
{
	(void)state;
	static const LiteralRow rows[] = {
	        {"januari 2016, hösten 2017, i 2023 års nivå, 2015–2018 års", ""},
	        {"(2017:725), SFS 2010:427, SOU 2019:56, 5 kap. 4 §, § 5", ""},
	        {"ON 2018-229, KS2016-313, SON:2019-1251, ÄN 2019-878", ""},
	        {"013-20 60 00, 0470-410 00, kl. 13.30, 12:30 h, 822003-0913", ""},
	        {"500-uppdraget, 100 personer, 1,8 miljoner invånare, 80 tusen", ""},
	        {"en gång om året, per år, om ett par år, årtionden", ""},
	        {"den 1 juli, 1 juli 20189, 2018-07, 2018-07-0, 2018-07-012", ""},
	        {"ON 2018-229 kr, 2,5,3 kr, 1:30 kr, a5 kr, S4 %", ""},
	        {"12 34 kr", "34 kr|3400|3350..3449"},
	        {"2018 100 kr", "100 kr|10000|9950..10049"},
	        {"1\n\n100 kr", "100 kr|10000|9950..10049"},
	        {"5 kr5, 5 krona2, 5 %", "5 %|5000000 ppm|4500000..5499999"},
	        {"{{ekonomi.bidrag}} och {{not 5 kr}}", ""},
	        {"[5 kr](https://example.org/5%20kr/10%25)", "5 kr|500|450..549"},
	        {"https://example.org/2018-07-01 www.a.se/5%", ""},
	        {"mailto:2018-07-01@example.org <https://a/5%>", ""},
	        {"tre-fyra år, fyrafem år, entre år, hundrahundra kr", ""},
	        {"{{undantag 5 kr, skäl: 6 kr gällde 2015}}", "5 kr|500|450..549"},
	        {"{{öppen 5 kr", "5 kr|500|450..549"},
	        {"{{öppen 5 kr\n\n6 kr}}", "5 kr|500|450..549; 6 kr|600|550..649"},
	        {"", ""},
	};
	LITERALS(rows);
}

static void figures_beyond_all_bounds(void **state)
{
	(void)state;
	static const LiteralRow rows[] = {
	        {"99999999999999999999 kr", "99999999999999999999 kr|2305843009213693952|none"},
	        {"999999999999999999 kr", "999999999999999999 kr|0|none"},
	        {"9 000 000 000 000 mnkr", "9 000 000 000 000 mnkr|0|none"},
	        {"1 000 000 000 000 kr",
	         "1 000 000 000 000 kr|100000000000000|99999999999950..100000000000049"},
	        {"5 miljarder mdkr", ""},
	        {"0,0000000000000000000000001 kr",
	         "0,0000000000000000000000001 kr|2305843009213693952|none"},
	        {"999999999999999999 år och 9 månader",
	         "999999999999999999 år|0 mån|none; 9 månader|9 mån"},
	        {"1 kr–99999999999999999999 kr",
	         "1 kr|100|50..149; 99999999999999999999 kr|2305843009213693952|none"},
	        {"999999999999999999999 och ett halvt år", "ett halvt år|6 mån"},
	};
	LITERALS(rows);
}

/* Sentences */

static void sentences_end_where_a_reader_stops(void **state)
{
	(void)state;
	static const LiteralRow rows[] = {
	        {"En. Två! Tre? Fyra", "En. |Två! |Tre? |Fyra"},
	        {"Det är 5 kr. 2015 var det 4 kr.", "Det är 5 kr. |2015 var det 4 kr."},
	        {"T.ex. ca. Fem, se kap. 3 och bl.a. Sex.",
	         "T.ex. ca. Fem, se kap. 3 och bl.a. Sex."},
	        {"En. två. Tre", "En. två. |Tre"},
	        {"**Ett.** Två.{{not a}} Tre (fyra.) Fem",
	         "**Ett.** |Två.\x1A\x1A\x1A\x1A\x1A\x1A\x1A\x1A\x1A |Tre (fyra.) |Fem"},
	        {"Rad ett\nrad två", "Rad ett\nrad två"},
	        {"Ett\n\nTvå", "Ett\n|\nTvå"},
	        {"- Ett\n- Två\n  mer\n1. Tre", "- Ett\n|- Två\n  mer\n|1. Tre"},
	        {"## Rubrik\nText\n# Ny", "## Rubrik\n|Text\n|# Ny"},
	        {"> Ett\n> Två", "> Ett\n|> Två"},
	        {"År 2019\n2 personer", "År 2019\n2 personer"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		Arena arena = test_arena();
		Text text = running_text_of(&arena, text_of(rows[i].text)).text;
		Buffer out = buffer_new(&arena, BUFFER_MAXIMUM);
		for (size_t first = 0; first < text.length;) {
			size_t end = sentence_end(text, first);
			assert_true(end > first && end <= text.length);
			buffer_put(&out, first > 0 ? TEXT("|") : TEXT(""));
			buffer_put(&out, text_cut(text, first, end));
			first = end;
		}
		assert_text(buffer_text(&out), rows[i].found);
		arena_release(&arena);
	}
}

static void exceptions_are_read(void **state)
{
	(void)state;
	static const struct {
		const char *argument, *text, *reason;
	} rows[] = {
	        {"900 000 kr, skäl: gällde 2015", "900 000 kr", "gällde 2015"},
	        {"1,5 mnkr,skäl:a, skäl: b", "1,5 mnkr", "a, skäl: b"},
	        {"900 kr skäl: x", "900 kr", "x"},
	        {"900 kr, skäl:", "900 kr", ""},
	        {"900 kr", "900 kr", ""},
	        {"skäl: x", "", "x"},
	        {"", "", ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		Exception exception = exception_read(text_of(rows[i].argument));
		assert_text(exception.text, rows[i].text);
		assert_text(exception.reason, rows[i].reason);
	}
}

/* Much of one thing must take no longer than its length allows; where time grew as its square, this
 * test would not end. */
static void much_of_one_thing(void **state)
{
	(void)state;
	static const char *const pieces[] = {"1",         " ",
	                                     "1 ",        "100 ",
	                                     "1 kr ",     "{{",
	                                     "{{a}}",     "}}",
	                                     "](",        "*",
	                                     ". ",        ".",
	                                     "\n",        "a.",
	                                     "år ",       "sex ",
	                                     "(",         "sex (6",
	                                     "1/7 ",      "den 1 ",
	                                     "2018-07",   "\n- ",
	                                     "https:",    "en och ",
	                                     "tusen",     "{{undantag 5 kr ",
	                                     "1 år och ", "1–",
	                                     "1,",        "&nbsp;",
	                                     ".)",        "[a](b ",
	                                     "cirka "};
	enum { LENGTH = 1 << 18 };
	for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
		Arena arena = test_arena();
		Text piece = text_of(pieces[i]);
		char *bytes = ARENA_ARRAY(&arena, char, LENGTH);
		size_t whole = LENGTH / piece.length * piece.length;
		for (size_t k = 0; k < whole; k++)
			bytes[k] = piece.bytes[k % piece.length];
		Text text = running_text_of(&arena, (Text){bytes, whole}).text;
		Literals found = {0};
		literals_find(&arena, text, &found);
		size_t first = 0;
		while (first < whole)
			first = sentence_end(text, first);
		assert_int_equal(first, whole);
		arena_release(&arena);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        cmocka_unit_test(amounts_in_every_spelling),
	        cmocka_unit_test(what_leans_on_a_figure),
	        cmocka_unit_test(percentages),
	        cmocka_unit_test(dates),
	        cmocka_unit_test(terms),
	        cmocka_unit_test(what_is_no_literal),
	        cmocka_unit_test(figures_beyond_all_bounds),
	        cmocka_unit_test(sentences_end_where_a_reader_stops),
	        cmocka_unit_test(exceptions_are_read),
	        cmocka_unit_test(much_of_one_thing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
