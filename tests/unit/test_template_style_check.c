/* Tests of template/style_check.c and contrast.c: pages that cannot be, and colours that cannot be
 * read. */
#include "support.h"

#include "base/limits.h"
#include "layout_yaml.h"
#include "source/diagnostic.h"
#include "template/contrast.h"
#include "template/style_check.h"

typedef struct Checking {
	Arena arena;
	Diagnostics diagnostics;
} Checking;

static int checking_open(void **state)
{
	Checking *checking = test_malloc(sizeof *checking);
	*checking = (Checking){.arena = test_arena()};
	*state = checking;
	return 0;
}

static int checking_close(void **state)
{
	Checking *checking = *state;
	arena_release(&checking->arena);
	test_free(checking);
	return 0;
}

/* Checks the layout with `old` changed to `new`. */
static bool check_with(Checking *c, const char *old, const char *new)
{
	Style style = {0};
	StylePlaces places = {0};
	c->diagnostics = (Diagnostics){.arena = &c->arena};
	const Source *source =
	        source_open(&c->arena, TEXT("layout.yaml"), layout_with(&c->arena, old, new),
	                    LIMIT_SOURCE_BYTES, &c->diagnostics);
	assert_true(style_read(&c->arena, source, &style, &places, &c->diagnostics));
	return style_check(&c->arena, &style, &places, &c->diagnostics);
}

static void assert_faulty(Checking *c, const char *old, const char *new, DiagnosticCode code,
                          const char *marked)
{
	assert_false(check_with(c, old, new));
	assert_int_equal(c->diagnostics.errors, 1);
	assert_int_equal(c->diagnostics.first->code, code);
	assert_text(span_text(c->diagnostics.first->span), marked);
}

static void test_a_sound_layout_is_sound(void **state)
{
	Checking *c = *state;
	assert_true(check_with(c, "210 mm", "210 mm"));
}

/* The limits themselves are good, and a little beyond them is not. */
static void test_measures_have_limits(void **state)
{
	Checking *c = *state;
	static const struct {
		const char *old, *good, *bad, *marked;
	} rows[] = {
	        {"bredd: 210 mm", "bredd: 2000 mm", "bredd: 2000,1 mm", "2000,1 mm"},
	        {"höjd: 297 mm", "höjd: 2000 mm", "höjd: 0 mm", "0 mm"},
	        {"storlek: '11 pt', radavstånd: '16 pt'", "storlek: '4 pt', radavstånd: '16 pt'",
	         "storlek: '3,9 pt', radavstånd: '16 pt'", "'3,9 pt'"},
	        {"storlek: '30 pt', radavstånd: '37 pt'", "storlek: '200 pt', radavstånd: '400 pt'",
	         "storlek: '200,1 pt', radavstånd: '400 pt'", "'200,1 pt'"},
	        {"före: '10 pt'", "före: '400 pt'", "före: '400,1 pt'", "'400,1 pt'"},
	        {"indrag: 17 pt", "indrag: 30 mm", "indrag: 30,1 mm", "30,1 mm"},
	        {"sidhuvud: 48 pt", "sidhuvud: 90 pt", "sidhuvud: 90,1 pt", "90,1 pt"},
	        {"sidfot: 32 pt", "sidfot: 8,5 pt", "sidfot: 8,4 pt", "8,4 pt"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_true(check_with(c, rows[i].old, rows[i].good));
		assert_faulty(c, rows[i].old, rows[i].bad, LAYOUT_RANGE, rows[i].marked);
	}
}

static void test_what_is_possible_is_told_in_the_unit_that_was_used(void **state)
{
	Checking *c = *state;
	assert_false(check_with(c, "sidhuvud: 48 pt", "sidhuvud: 40 mm"));
	assert_text(diagnostic_sentence(&c->arena, c->diagnostics.first),
	            "”sidhuvud” under ”sida” är 40 mm. Det kan vara mellan 3 mm och 31,7 mm.");
	assert_true(check_with(c, "sidhuvud: 48 pt", "sidhuvud: 31,7 mm"));
	assert_true(check_with(c, "sidhuvud: 48 pt", "sidhuvud: 3 mm"));
}

static void test_margins_leave_a_column(void **state)
{
	Checking *c = *state;
	/* 595,3 - 72 - 170,1 */
	assert_true(check_with(c, "vänster: 71 pt", "vänster: 353 pt"));
	assert_faulty(c, "vänster: 71 pt", "vänster: 354 pt", LAYOUT_COLUMN, "354 pt");
	const Diagnostic *note = c->diagnostics.first->notes;
	assert_int_equal(note->code, LAYOUT_OTHER_MARGIN);
	assert_text(span_text(note->span), "72 pt");
	assert_faulty(c, "nedtill: 62 pt", "nedtill: 2000 pt", LAYOUT_COLUMN, "90 pt");
}

static void test_lines_do_not_run_into_one_another(void **state)
{
	Checking *c = *state;
	assert_true(check_with(c, "radavstånd: '15,5 pt'", "radavstånd: '11 pt'"));
	assert_faulty(c, "radavstånd: '15,5 pt'", "radavstånd: '10,9 pt'", LAYOUT_LEADING,
	              "'10,9 pt'");
}

static void test_a_logotype_stands_above_the_text(void **state)
{
	Checking *c = *state;
	static const char with[] = "logotyp: {fil: l.svg, höjd: 60 pt, beskrivning: K}\nlista:\n";
	assert_true(check_with(c, "lista:\n", with));
	assert_faulty(c, "lista:\n", "logotyp: {fil: l.svg, höjd: 24 mm, beskrivning: K}\nlista:\n",
	              LAYOUT_RANGE, "24 mm");
	assert_faulty(c, "lista:\n", "logotyp: {fil: l.svg, höjd: 1 mm, beskrivning: K}\nlista:\n",
	              LAYOUT_RANGE, "1 mm");
}

/* Ratios as WCAG's own definition gives them, in hundredths and rounded down; the two greys are the
 * well-known neighbours of 4,5. */
static void test_contrast_is_as_defined(void **state)
{
	(void)state;
	static const struct {
		Colour one, other;
		int64_t ratio;
	} rows[] = {
	        {0x000000, 0xffffff, 2100}, {0xffffff, 0xffffff, 100}, {0x767676, 0xffffff, 454},
	        {0x777777, 0xffffff, 447},  {0xff0000, 0xffffff, 399}, {0x00ff00, 0xffffff, 137},
	        {0x0000ff, 0xffffff, 859},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_int_equal(contrast_ratio(rows[i].one, rows[i].other), rows[i].ratio);
		assert_int_equal(contrast_ratio(rows[i].other, rows[i].one), rows[i].ratio);
	}
}

/* What is suggested is good, and one step nearer to what was written is not. */
static void test_text_is_told_apart_from_what_it_stands_on(void **state)
{
	Checking *c = *state;
	assert_true(check_with(c, "#5a6570", "#767676"));
	assert_faulty(c, "#5a6570", "#777777", LAYOUT_CONTRAST, "'#777777'");
	assert_text(c->diagnostics.first->arguments[5], "#767676");
	assert_faulty(c, "#0B4F6C", "#00ff00", LAYOUT_CONTRAST, "'#00ff00'");
	assert_text(c->diagnostics.first->arguments[5], "#008a00");
	assert_true(check_with(c, "#0B4F6C", "#008a00"));
	assert_false(check_with(c, "#0B4F6C", "#008b00"));
	assert_faulty(c, "#eaf1f4", "#000000", LAYOUT_CONTRAST, "'#000000'");
	assert_true(check_with(c, "#eaf1f4",
	                       text_terminated(&c->arena, c->diagnostics.first->arguments[5])));
	/* Thin rules are ornament. */
	assert_true(check_with(c, "#cdd4da", "#fefefe"));
}

#define CHECKING_UNIT(name) cmocka_unit_test_setup_teardown(name, checking_open, checking_close)

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        CHECKING_UNIT(test_a_sound_layout_is_sound),
	        CHECKING_UNIT(test_measures_have_limits),
	        CHECKING_UNIT(test_what_is_possible_is_told_in_the_unit_that_was_used),
	        CHECKING_UNIT(test_margins_leave_a_column),
	        CHECKING_UNIT(test_lines_do_not_run_into_one_another),
	        CHECKING_UNIT(test_a_logotype_stands_above_the_text),
	        cmocka_unit_test(test_contrast_is_as_defined),
	        CHECKING_UNIT(test_text_is_told_apart_from_what_it_stands_on),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
