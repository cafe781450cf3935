/* Unit tests of base/swedish.h: "~" stands for a no-break space in what is expected. */
#include "support.h"

#include "base/buffer.h"
#include "base/swedish.h"

/* The text with "~" for each no-break space. */
static Text visible(Arena *arena, Text text)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	size_t done = 0;
	for (size_t i; (i = text_find(text, TEXT("\xC2\xA0"), done)) != TEXT_NOWHERE;
	     done = i + 2) {
		buffer_put(&out, text_cut(text, done, i));
		buffer_put_byte(&out, '~');
	}
	buffer_put(&out, text_after(text, done));
	return buffer_text(&out);
}

#define assert_swedish(text, expected) assert_text(visible(&arena, (text)), expected)

static void test_amounts(void **state)
{
	(void)state;
	Arena arena = test_arena();
	assert_swedish(swedish_amount(&arena, 0), "0~kr");
	assert_swedish(swedish_amount(&arena, 99900), "999~kr");
	assert_swedish(swedish_amount(&arena, 100000), "1~000~kr");
	assert_swedish(swedish_amount(&arena, 180000000), "1~800~000~kr");
	assert_swedish(swedish_amount(&arena, 1250), "12,50~kr");
	assert_swedish(swedish_amount(&arena, 5), "0,05~kr");
	assert_swedish(swedish_amount(&arena, -100005), "−1~000,05~kr");
	assert_swedish(swedish_amount(&arena, INT64_MIN), "−92~233~720~368~547~758,08~kr");
	assert_swedish(swedish_amount_bare(&arena, 93300000), "933~000");
	assert_swedish(swedish_amount_bare(&arena, 1001), "10,01");
	arena_release(&arena);
}

static void test_order(void **state)
{
	(void)state;
	static const Text sorted[] = {TEXT_INIT(""),      TEXT_INIT("Arena"), TEXT_INIT("arenan"),
	                              TEXT_INIT("Eriks"), TEXT_INIT("Éva"),   TEXT_INIT("Muller"),
	                              TEXT_INIT("Mydal"), TEXT_INIT("Müdal"), TEXT_INIT("Zon"),
	                              TEXT_INIT("Åby"),   TEXT_INIT("Älv"),   TEXT_INIT("ärende"),
	                              TEXT_INIT("Öster"), TEXT_INIT("øsund")};
	enum { COUNT = sizeof sorted / sizeof *sorted };
	for (size_t i = 0; i < COUNT; i++)
		for (size_t k = 0; k < COUNT; k++) {
			int order = swedish_order(sorted[i], sorted[k]);
			assert_int_equal((order > 0) - (order < 0), (i > k) - (i < k));
		}
}

static void test_integers(void **state)
{
	(void)state;
	Arena arena = test_arena();
	assert_swedish(swedish_integer(&arena, 18000), "18~000");
	assert_swedish(swedish_integer(&arena, 999), "999");
	assert_swedish(swedish_integer(&arena, 1000000), "1~000~000");
	assert_swedish(swedish_integer(&arena, -1), "−1");
	assert_swedish(swedish_integer(&arena, INT64_MIN), "−9~223~372~036~854~775~808");
	arena_release(&arena);
}

static void test_percent(void **state)
{
	(void)state;
	Arena arena = test_arena();
	assert_swedish(swedish_percent(&arena, 5287, 2), "52,87~%");
	assert_swedish(swedish_percent(&arena, 53, 0), "53~%");
	assert_swedish(swedish_percent(&arena, 5, 2), "0,05~%");
	assert_swedish(swedish_percent(&arena, 1000, 1), "100,0~%");
	assert_swedish(swedish_percent(&arena, -25, 1), "−2,5~%");
	arena_release(&arena);
}

static void test_dates(void **state)
{
	(void)state;
	Arena arena = test_arena();
	assert_swedish(swedish_date(&arena, (Date){2018, 7, 1}), "den~1~juli~2018");
	assert_swedish(swedish_date(&arena, (Date){2021, 12, 31}), "den~31~december~2021");
	assert_swedish(swedish_date(&arena, (Date){2019, 10, 0}), "oktober~2019");
	assert_swedish(swedish_date(&arena, (Date){0, 0, 0}), "");
	assert_swedish(swedish_date_short(&arena, (Date){2018, 7, 1}), "2018-07-01");
	assert_swedish(swedish_date_short(&arena, (Date){2019, 10, 0}), "2019-10");
	assert_swedish(swedish_date_short(&arena, (Date){800, 1, 1}), "0800-01-01");
	assert_swedish(swedish_date_short(&arena, (Date){0, 0, 0}), "");
	assert_text(swedish_month(1), "januari");
	assert_text(swedish_month(12), "december");
	arena_release(&arena);
}

static void test_durations(void **state)
{
	(void)state;
	static const struct {
		Duration duration;
		const char *expected;
	} cases[] = {
	        {{.months = 36}, "tre år"},
	        {{.months = 12}, "ett år"},
	        {{.months = 6}, "sex månader"},
	        {{.months = 1}, "en månad"},
	        {{.months = 13}, "13~månader"},
	        {{.months = 18}, "18~månader"},
	        {{.months = 23}, "23~månader"},
	        {{.months = 24}, "två år"},
	        {{.months = 30}, "två år och sex månader"},
	        {{.months = 240}, "20~år"},
	        {{.days = 30}, "30~dagar"},
	        {{.days = 1}, "en dag"},
	        {{.days = 12}, "tolv dagar"},
	        {{.months = 1, .days = 10}, "en månad och tio dagar"},
	        {{.months = 25, .days = 2}, "två år, en månad och två dagar"},
	        {{.months = 0}, "noll dagar"},
	};
	Arena arena = test_arena();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_swedish(swedish_duration(&arena, cases[i].duration), cases[i].expected);
	arena_release(&arena);
}

static void test_counts(void **state)
{
	(void)state;
	Arena arena = test_arena();
	assert_swedish(swedish_count(&arena, 0, false), "noll");
	assert_swedish(swedish_count(&arena, 1, false), "en");
	assert_swedish(swedish_count(&arena, 1, true), "ett");
	assert_swedish(swedish_count(&arena, 2, true), "två");
	assert_swedish(swedish_count(&arena, 12, false), "tolv");
	assert_swedish(swedish_count(&arena, 13, false), "13");
	assert_swedish(swedish_count(&arena, 2000, true), "2~000");
	assert_swedish(swedish_count(&arena, -1, true), "−1");
	arena_release(&arena);
}

static void test_lists(void **state)
{
	(void)state;
	Arena arena = test_arena();
	const Text items[] = {TEXT("a"), TEXT("b"), TEXT("c")};
	assert_text(swedish_list(&arena, items, 0), "");
	assert_text(swedish_list(&arena, items, 1), "a");
	assert_text(swedish_list(&arena, items, 2), "a och b");
	assert_text(swedish_list(&arena, items, 3), "a, b och c");
	arena_release(&arena);
}

static void test_genitives(void **state)
{
	(void)state;
	Arena arena = test_arena();
	assert_text(swedish_genitive(&arena, TEXT("Resurspoolen")), "Resurspoolens");
	assert_text(swedish_genitive(&arena, TEXT("Linköpings")), "Linköpings");
	assert_text(swedish_genitive(&arena, TEXT("Max")), "Max");
	assert_text(swedish_genitive(&arena, TEXT("Liz")), "Liz");
	assert_text(swedish_genitive(&arena, TEXT("IOGT-NTO")), "IOGT-NTO:s");
	assert_text(swedish_genitive(&arena, TEXT("AMS")), "AMS");
	assert_text(swedish_genitive(&arena, TEXT("Ö")), "Ös");
	assert_text(swedish_genitive(&arena, TEXT("")), "");
	arena_release(&arena);
}

/* Each case is the expected text; the given one has an ordinary space for each "~". */
static const char *const bound_texts[] = {
        "",
        " ",
        "utan tal",
        /* digit groups */
        "933~000~kr",
        "summan (1~800~000~kr), varav 1~000,50~kr",
        "100~000–200~000~kr",
        "+5~000 och −5~000",
        "2018 100 personer",
        "1234 567",
        "12 34",
        "12 3456",
        "2,5 100",
        "2019:12 100",
        "A4 100",
        "1. 100 personer",
        "1  000",
        /* units */
        "5~tkr, 5~mnkr, 5~mdkr. 5~%, 5~h",
        "12,50~kr/timme",
        "5~%-enheter",
        "5~kronor, 5~Kronor, 5~euro, 50~öre, 5~procent, 5~SEK",
        "2,5~miljoner~kronor, 3~miljarder~kr, 20~tusen",
        "miljoner människor, tusen kronors",
        "5 kronorna, 5 processer",
        "5 hus",
        "5 kräftor",
        "fem kr",
        /* law */
        "enligt 5~kap.~4~§ socialtjänstlagen",
        "§~5 och §§~5–7, (kap.~3)",
        "3 kapitel",
        "12~a~§, 4~kap.~12~b~§§, 12 är §, 1 a 5",
        "5~§~2~st.~3~p. och 5~§ första stycket",
        "lag~(2017:725), Kommunallagen~(2017:725), föräldrabalken~(1949:381)",
        "kommunallagen (KL), slag (2017), lagar (2017:725)",
        "SOU~2019:56, prop.~2016/17:171, kl.~9.00",
        "kap. tre",
        "paragrafen § är",
        "(SFS~2018:12)",
        /* dates */
        "den~1~juli~2018, juni~2019–juli~2020, 3~okt~2020",
        "Den~1–3~juli, den 1 av dem, den 1–3, den 2019-01-01, medan 1~juli",
        "I Juni~2019. majoren 2019, maj 20, maj 20190",
        "1–3~juli",
        "32 juli",
        "0 juli",
        "2018 juli",
        "1 juliana",
        "1,5 juli",
        "2018-01-01 – 2020-12-31",
        /* diary numbers */
        "Dnr~ÄN~2019-878",
        "dnr~2019-878",
        "Dnr – saknas",
        "ÄN~2019-878",
        "ÄN 2019",
        "IOGT-NTO 2019-878",
        "ORDEN 2019-878",
        /* names of a number or a letter */
        "bilaga~1, Bilaga~12 och (bilagor~1–3), kringbilaga 1",
        "punkt~b, Punkt~3, punkt i avtalet, sida å",
        "part~A, alternativ~B och~C, Å ena sidan. A AB, ett A-lag, ett I&P, (part~A), part~A.",
        /* initials */
        "A.~Berg och C.D.~Ek, Å.~Öst",
        "a. Berg",
        "A. berg",
        "IA. Berg",
        "slut. Ny mening",
        /* already bound, and at the ends */
        " 5~kr ",
        "5 ",
        " kr",
};

static void test_bound(void **state)
{
	(void)state;
	Arena arena = test_arena();
	for (size_t i = 0; i < sizeof bound_texts / sizeof *bound_texts; i++) {
		Buffer given = buffer_new(&arena, 1000);
		for (const char *byte = bound_texts[i]; *byte; byte++)
			buffer_put_byte(&given, *byte == '~' ? ' ' : *byte);
		Text bound = swedish_bound(&arena, buffer_text(&given));
		assert_swedish(bound, bound_texts[i]);
		assert_swedish(swedish_bound(&arena, bound), bound_texts[i]);
	}
	arena_release(&arena);
}

static void test_bound_chain_has_an_end(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Text bound = swedish_bound(
	        &arena, TEXT("100 200 300 400 500 600 700 800 900 100 200 300 400 500 600 700"));
	assert_swedish(bound, "100~200~300~400~500~600~700~800~900~100 "
	                      "200~300~400~500~600~700");
	arena_release(&arena);
}

static void test_bound_without_change_is_the_same_text(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Text text = TEXT("inget att binda");
	assert_ptr_equal(swedish_bound(&arena, text).bytes, text.bytes);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_amounts),
	        cmocka_unit_test(test_order),
	        cmocka_unit_test(test_integers),
	        cmocka_unit_test(test_percent),
	        cmocka_unit_test(test_dates),
	        cmocka_unit_test(test_durations),
	        cmocka_unit_test(test_counts),
	        cmocka_unit_test(test_lists),
	        cmocka_unit_test(test_genitives),
	        cmocka_unit_test(test_bound),
	        cmocka_unit_test(test_bound_chain_has_an_end),
	        cmocka_unit_test(test_bound_without_change_is_the_same_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
