/* Tests of template/style.c: the layout's lengths, colours and files, and what is wrong in it. */
#include "support.h"

#include "base/limits.h"
#include "layout_yaml.h"
#include "source/diagnostic.h"
#include "template/style.h"

/* One reading of a layout. */
typedef struct Reading {
	Arena arena;
	Diagnostics diagnostics;
	Style style;
	StylePlaces places;
} Reading;

static int reading_open(void **state)
{
	Reading *reading = test_malloc(sizeof *reading);
	*reading = (Reading){.arena = test_arena()};
	*state = reading;
	return 0;
}

static int reading_close(void **state)
{
	Reading *reading = *state;
	arena_release(&reading->arena);
	test_free(reading);
	return 0;
}

static bool read_layout(Reading *r, Text bytes)
{
	r->diagnostics = (Diagnostics){.arena = &r->arena};
	r->style = (Style){0};
	r->places = (StylePlaces){0};
	const Source *source = source_open(&r->arena, TEXT("layout.yaml"), bytes,
	                                   LIMIT_SOURCE_BYTES, &r->diagnostics);
	assert_non_null(source);
	return style_read(&r->arena, source, &r->style, &r->places, &r->diagnostics);
}

/* That the layout gives one report: its code, what it marks, and its first words' arguments. */
static void assert_refused(Reading *r, Text bytes, DiagnosticCode code, const char *marked,
                           const char *argument)
{
	assert_false(read_layout(r, bytes));
	assert_int_equal(r->diagnostics.errors, 1);
	const Diagnostic *first = r->diagnostics.first;
	assert_int_equal(first->code, code);
	assert_text(first->arguments[0], argument);
	if (marked != NULL)
		assert_text(span_text(first->span), marked);
}

static void assert_text_style(TextStyle got, Length size, Length leading, Length before,
                              Length after)
{
	assert_int_equal(got.size, size);
	assert_int_equal(got.leading, leading);
	assert_int_equal(got.before, before);
	assert_int_equal(got.after, after);
}

static void test_a_whole_layout_is_read(void **state)
{
	Reading *r = *state;
	assert_true(read_layout(r, text_of(layout_yaml)));
	const Style *style = &r->style;
	/* A4 in milli-points, each side rounded to the nearest. */
	assert_int_equal(style->page_width, 595276);
	assert_int_equal(style->page_height, 841890);
	assert_int_equal(style->margin_top, 90000);
	assert_int_equal(style->margin_bottom, 62000);
	assert_int_equal(style->margin_left, 71000);
	assert_int_equal(style->margin_right, 72000);
	assert_int_equal(style->header_baseline, 48000);
	assert_int_equal(style->list_indent, 17000);
	assert_text(style->font_files[FACE_REGULAR],
	            "/usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf");
	assert_text(style->font_files[FACE_BOLD],
	            "/usr/share/fonts/truetype/open-sans/OpenSans-Bold.ttf");
	assert_text(style->font_files[FACE_ITALIC],
	            "/usr/share/fonts/truetype/open-sans/OpenSans-Italic.ttf");
	assert_text(style->font_files[FACE_BOLD_ITALIC],
	            "/usr/share/fonts/truetype/open-sans/OpenSans-BoldItalic.ttf");
	assert_text(style->font_files[FACE_FIXED],
	            "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf");
	assert_text(style->hyphenation_file, "/usr/share/hyphen/hyph_sv_SE.dic");
	assert_text(style->colour_profile_file, "/usr/share/color/icc/sRGB.icc");
	assert_int_equal(style->text_colour, 0x1b1f23);
	assert_int_equal(style->accent_colour, 0x0b4f6c);
	assert_int_equal(style->quiet_colour, 0x5a6570);
	assert_int_equal(style->rule_colour, 0xcdd4da);
	assert_int_equal(style->shade_colour, 0xeaf1f4);
}

static void test_each_kind_of_text_has_its_measures(void **state)
{
	Reading *r = *state;
	assert_true(read_layout(r, text_of(layout_yaml)));
	const Style *style = &r->style;
	assert_text_style(style->body, 11000, 16000, 0, 8000);
	assert_text_style(style->small, 8500, 11500, 1000, 2000);
	assert_text_style(style->table, 9500, 13000, 10000, 14000);
	assert_text_style(style->note, 8000, 12000, 0, 2500);
	assert_text_style(style->code, 9000, 13500, 3000, 12000);
	assert_text_style(style->cover_title, 30000, 37000, 0, 14000);
	assert_text_style(style->title, 20000, 26000, 0, 12000);
	assert_text_style(style->headings[0], 14000, 19000, 16000, 5000);
	assert_text_style(style->headings[1], 12000, 17000, 13000, 4000);
	assert_text_style(style->headings[2], 11500, 16000, 11000, 3000);
	assert_text_style(style->headings[3], 11000, 15500, 9000, 2000);
	assert_text_style(style->headings[4], 10500, 15000, 8000, 1000);
}

static Text with_indent(Reading *r, const char *value)
{
	Text parts[] = {TEXT("indrag: "), text_of(value)};
	return layout_with(&r->arena, "indrag: 17 pt",
	                   text_terminated(&r->arena, text_join(&r->arena, parts, 2)));
}

static void test_lengths(void **state)
{
	Reading *r = *state;
	static const struct {
		const char *written;
		Length length;
	} rows[] = {
	        {"17 pt", 17000},   {"17,5 pt", 17500},       {"0 pt", 0},      {"0,001 pt", 1},
	        {"600 pt", 600000}, {"'  17   pt  '", 17000}, {"25 mm", 70866}, {"12,7 mm", 36000},
	        {"25,4 mm", 72000}, {"0,0001 pt", 0},         {"0,0005 pt", 1},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_true(read_layout(r, with_indent(r, rows[i].written)));
		assert_int_equal(r->style.list_indent, rows[i].length);
	}
}

static void test_what_is_no_length(void **state)
{
	Reading *r = *state;
	static const char *const wrong[] = {
	        "17",   "17pt",  "17 cm",        "pt",     "mm",     "-1 pt",
	        "x pt", "17 PT", "10000,001 pt", "1 2 pt", "1e3 pt", "99999999999999999999 mm"};
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		assert_refused(r, with_indent(r, wrong[i]), LAYOUT_LENGTH, wrong[i], wrong[i]);
}

static void test_what_is_no_colour(void **state)
{
	Reading *r = *state;
	static const char *const wrong[] = {"#12345", "#1234567", "123456",  "#12345g", "#12 456",
	                                    "svart",  "#",        "#-12345", "#åäö"};
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		Text quote = TEXT("'");
		Text parts[] = {quote, text_of(wrong[i]), quote};
		const char *value = text_terminated(&r->arena, text_join(&r->arena, parts, 3));
		assert_refused(r, layout_with(&r->arena, "'#1b1f23'", value), LAYOUT_COLOUR, value,
		               wrong[i]);
	}
}

static void test_edges_of_colours(void **state)
{
	Reading *r = *state;
	assert_true(read_layout(r, layout_with(&r->arena, "#1b1f23", "#000000")));
	assert_int_equal(r->style.text_colour, 0);
	assert_true(read_layout(r, layout_with(&r->arena, "#1b1f23", "#fFfFfF")));
	assert_int_equal(r->style.text_colour, 0xffffff);
	assert_true(read_layout(r, layout_with(&r->arena, "#1b1f23", "#09afAF")));
	assert_int_equal(r->style.text_colour, 0x09afaf);
}

static void test_every_key_must_be_there(void **state)
{
	Reading *r = *state;
	static const struct {
		const char *line;
		const char *key;
	} rows[] = {
	        {"  bredd: 210 mm\n", "bredd"},
	        {"  sidhuvud: 48 pt\n", "sidhuvud"},
	        {"  sidfot: 32 pt\n", "sidfot"},
	        {"  färgprofil: /usr/share/color/icc/sRGB.icc\n", "färgprofil"},
	        {"storlek: '11 pt', ", "storlek"},
	        {", efter: '1 pt'", "efter"},
	        {"  skugga: '#eaf1f4'\n", "skugga"},
	        {"lista:\n  indrag: 17 pt\n", "indrag"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_refused(r, layout_with(&r->arena, rows[i].line, ""), LAYOUT_KEY, NULL,
		               rows[i].key);
}

static void test_a_missing_group_is_told_key_by_key(void **state)
{
	Reading *r = *state;
	Text bytes = layout_with(
	        &r->arena,
	        "fotnot: {storlek: '8 pt', radavstånd: '12 pt', före: '0 pt', efter: '2,5 pt'}\n",
	        "");
	assert_false(read_layout(r, bytes));
	assert_int_equal(r->diagnostics.errors, 4);
	assert_text(
	        diagnostic_sentence(&r->arena, r->diagnostics.first),
	        "Layouten saknar ”storlek” under ”fotnot”. Skriv till exempel ”storlek: 11 pt”.");
}

/* A misspelt key is both unknown and missing: the reader is told what to write, and where. */
static void test_misspelt_keys_are_reported_with_the_nearest(void **state)
{
	Reading *r = *state;
	assert_false(read_layout(r, layout_with(&r->arena, "  indrag:", "  indarg:")));
	const Diagnostic *first = r->diagnostics.first;
	assert_int_equal(first->code, UNKNOWN_KEY_NEAR);
	assert_text(span_text(first->span), "indarg");
	assert_text(diagnostic_sentence(&r->arena, first),
	            "Nyckeln ”indarg” finns inte i lista. Menade du ”indrag”?");
	assert_false(read_layout(r, layout_with(&r->arena, "brödtext:", "brodtext:")));
	first = r->diagnostics.first;
	assert_int_equal(first->code, UNKNOWN_KEY_NEAR);
	assert_text(diagnostic_sentence(&r->arena, first),
	            "Nyckeln ”brodtext” finns inte i layouten. Menade du ”brödtext”?");
}

static void test_keys_that_nothing_reads_are_refused(void **state)
{
	Reading *r = *state;
	assert_refused(r, layout_with(&r->arena, "lista:\n", "lista:\n  kulform: fyrkant\n"),
	               UNKNOWN_KEY, "kulform", "kulform");
	assert_refused(r, layout_with(&r->arena, "lista:\n", "vattenstämpel: x\nlista:\n"),
	               UNKNOWN_KEY, "vattenstämpel", "vattenstämpel");
}

static void test_values_of_the_wrong_shape_count_as_missing(void **state)
{
	Reading *r = *state;
	assert_refused(r, layout_with(&r->arena, "indrag: 17 pt", "indrag: [17 pt]"), LAYOUT_KEY,
	               NULL, "indrag");
	assert_refused(r, layout_with(&r->arena, "lista:\n  indrag: 17 pt", "lista: 17 pt"),
	               LAYOUT_KEY, NULL, "indrag");
	assert_refused(r, layout_with(&r->arena, "lista:\n  indrag: 17 pt", "lista: [17 pt]"),
	               LAYOUT_KEY, NULL, "indrag");
}

static void test_a_layout_may_have_a_logotype_and_two_sides(void **state)
{
	Reading *r = *state;
	assert_true(read_layout(r, text_of(layout_yaml)));
	assert_int_equal(r->style.logotype_file.length, 0);
	assert_false(r->style.duplex);
	assert_null(style_place(&r->places, offsetof(Style, logotype_file)));

	assert_true(read_layout(
	        r, layout_with(&r->arena, "typsnitt:\n",
	                       "  utskrift: dubbelsidig\n"
	                       "logotyp: {fil: l.svg, höjd: '12,7 mm', beskrivning: Kommunens}\n"
	                       "typsnitt:\n")));
	assert_true(r->style.duplex);
	assert_text(r->style.logotype_file, "l.svg");
	assert_text(r->style.logotype_description, "Kommunens");
	assert_int_equal(r->style.logotype_height, 36000);
	const StylePlace *place = style_place(&r->places, offsetof(Style, logotype_height));
	assert_text(place->key, "höjd");
	assert_text(place->group, "logotyp");
	assert_text(span_text(place->span), "'12,7 mm'");

	assert_refused(r, layout_with(&r->arena, "typsnitt:\n", "  utskrift: ja\ntypsnitt:\n"),
	               LAYOUT_PRINTING, "ja", "ja");
	assert_refused(r,
	               layout_with(&r->arena, "typsnitt:\n",
	                           "logotyp: {fil: l.svg, höjd: 12 mm}\ntypsnitt:\n"),
	               LAYOUT_KEY, NULL, "beskrivning");
}

static void test_what_is_not_yaml_is_refused(void **state)
{
	Reading *r = *state;
	assert_false(read_layout(r, TEXT("sida: [\n")));
	assert_true(r->diagnostics.errors > 0);
	assert_false(read_layout(r, TEXT("# bara en kommentar\n")));
	assert_true(r->diagnostics.errors > 0);
}

#define READING_UNIT(name) cmocka_unit_test_setup_teardown(name, reading_open, reading_close)

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        READING_UNIT(test_a_whole_layout_is_read),
	        READING_UNIT(test_each_kind_of_text_has_its_measures),
	        READING_UNIT(test_lengths),
	        READING_UNIT(test_what_is_no_length),
	        READING_UNIT(test_what_is_no_colour),
	        READING_UNIT(test_edges_of_colours),
	        READING_UNIT(test_every_key_must_be_there),
	        READING_UNIT(test_a_missing_group_is_told_key_by_key),
	        READING_UNIT(test_misspelt_keys_are_reported_with_the_nearest),
	        READING_UNIT(test_keys_that_nothing_reads_are_refused),
	        READING_UNIT(test_values_of_the_wrong_shape_count_as_missing),
	        READING_UNIT(test_a_layout_may_have_a_logotype_and_two_sides),
	        READING_UNIT(test_what_is_not_yaml_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
