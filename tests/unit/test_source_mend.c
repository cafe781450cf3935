/* Tests of source: places in mended sources, what is reported there, and unknown names. */
#include "support.h"

#include "source/diagnostic.h"
#include "source/source.h"
#include "source/suggest.h"

typedef struct Desk {
	Arena arena;
	Diagnostics diagnostics;
	const Source *source;
} Desk;

static int desk_open(void **state)
{
	Desk *desk = test_malloc(sizeof *desk);
	*desk = (Desk){.arena = test_arena()};
	desk->diagnostics.arena = &desk->arena;
	desk->source = source_open(&desk->arena, TEXT("x.yaml"), TEXT("ett: två\nfyra fem\nsex\n"),
	                           1000, &desk->diagnostics);
	*state = desk;
	return 0;
}

static int desk_close(void **state)
{
	Desk *desk = *state;
	arena_release(&desk->arena);
	test_free(desk);
	return 0;
}

static Span place(const Source *source, const char *text)
{
	Text part = text_of(text);
	size_t at = text_find(source->bytes, part, 0);
	assert_true(at != TEXT_NOWHERE);
	return span_of(source, at, at + part.length);
}

static void assert_written(Span span, const char *text)
{
	Span written = span_written(span);
	assert_text(span_text(written), text);
}

static void a_mended_source_tells_what_is_written(void **state)
{
	Desk *desk = *state;
	Span gap = place(desk->source, "fyra fem");
	const Source *once = source_mended(&desk->arena, desk->source, gap, TEXT("fyra: fem"));
	assert_text(once->bytes, "ett: två\nfyra: fem\nsex\n");
	Span value = place(desk->source, "två");
	const Source *twice = source_mended(&desk->arena, once, value, TEXT("\"t\""));
	assert_text(twice->bytes, "ett: \"t\"\nfyra: fem\nsex\n");
	assert_written(place(twice, "ett"), "ett");
	assert_written(place(twice, "sex"), "sex");
	assert_written(place(twice, "\"t\""), "två");
	assert_ptr_equal(span_written(place(twice, "sex")).source, desk->source);
	assert_ptr_equal(span_written(gap).source, desk->source);
	assert_int_equal(source_position(twice, place(twice, "sex").first).line, 3);
	assert_non_null(span_mend(place(twice, "fyra: fem")));
	assert_null(span_mend(place(twice, "sex")));
	assert_null(span_mend(place(desk->source, "sex")));
	/* Nothing is mended twice. */
	assert_null(source_mended(&desk->arena, twice, place(desk->source, "fem"), TEXT("5")));
}

/* As some programs write: an a and a combining ring, an o and two dots. */
#define RING "\xCC\x8A"
#define DOTS "\xCC\x88"

static const Source *open_again(Desk *desk, const char *bytes)
{
	return source_open(&desk->arena, TEXT("x.yaml"), text_of(bytes), 1000, &desk->diagnostics);
}

static void letters_in_two_parts_are_read_as_one(void **state)
{
	Desk *desk = *state;
	static const char written[] = "tva" RING ": fo" DOTS "r\nA" RING ": o" DOTS;
	const Source *source = open_again(desk, written);
	assert_text(source->bytes, "två: för\nÅ: ö");
	assert_text(source_written(source), written);
	assert_text(source_written(desk->source), "ett: två\nfyra fem\nsex\n");
	assert_written(place(source, "två"), "tva" RING);
	assert_written(place(source, ": f"), ": f");
	assert_written(place(source, "r\nÅ"), "r\nA" RING);
	assert_written(place(source, "ö"), "o" DOTS);
	/* It is no fault, so what is wrong with it is told, and can be mended. */
	diagnose(&desk->diagnostics, NOT_A_DATE, place(source, "två"), TEXT("två"));
	diagnostic_fix(&desk->diagnostics, place(source, "två"), TEXT("2"));
	assert_false(desk->diagnostics.first->hidden);
	assert_non_null(desk->diagnostics.first->fix);
	/* Nor does it stand in the way of mending what it is part of. */
	Span pair = span_written(place(source, "två: för"));
	assert_text(source_mended(&desk->arena, source, pair, TEXT("två: 1"))->bytes,
	            "två: 1\nÅ: ö");
}

/* Marks that go with no letter there is stay where they are. */
static void other_marks_stay(void **state)
{
	Desk *desk = *state;
	static const char *const kept[] = {"x" RING, RING "a", "a\n" RING, "å", "a", "q" DOTS "a"};
	for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
		const Source *source = open_again(desk, kept[i]);
		assert_text(source->bytes, kept[i]);
		assert_null(source->written);
	}
}

static void what_follows_from_a_mend_is_not_told(void **state)
{
	Desk *desk = *state;
	Span gap = place(desk->source, "fyra fem");
	diagnose(&desk->diagnostics, YAML_COLON_MISSING, gap);
	diagnostic_fix(&desk->diagnostics, gap, TEXT("fyra: fem"));
	const Source *mended = source_mended(&desk->arena, desk->source, gap, TEXT("fyra: fem"));
	diagnose(&desk->diagnostics, NOT_A_DATE, place(mended, "sex"), TEXT("sex"));
	size_t count;
	const Diagnostic **sorted = diagnostics_sorted(&desk->diagnostics, &count);
	assert_int_equal(count, 2);
	assert_non_null(sorted[0]->fix);
	assert_text(span_text(sorted[1]->span), "sex");
	assert_ptr_equal(sorted[1]->span.source, desk->source);
	diagnose(&desk->diagnostics, NOT_A_DATE, place(mended, "fem"), TEXT("fem"));
	diagnostic_fix(&desk->diagnostics, place(mended, "fem"), TEXT("5"));
	sorted = diagnostics_sorted(&desk->diagnostics, &count);
	assert_int_equal(count, 2);
	assert_null(sorted[0]->fix);
	assert_null(sorted[1]->fix);
	assert_int_equal(desk->diagnostics.errors, 3);
}

static void a_rule_can_ask_what_has_been_reported(void **state)
{
	Desk *desk = *state;
	Span line = span_of(desk->source, 0, 9);
	assert_false(diagnostics_have_error(&desk->diagnostics, line));
	diagnose(&desk->diagnostics, GRANT_EXCEEDS_COST, place(desk->source, "ett"));
	assert_false(diagnostics_have_error(&desk->diagnostics, line));
	diagnose(&desk->diagnostics, NOT_A_DATE, place(desk->source, "två"), TEXT("två"));
	assert_true(diagnostics_have_error(&desk->diagnostics, line));
	assert_false(diagnostics_have_error(&desk->diagnostics, place(desk->source, "sex")));
	assert_false(diagnostics_have_error(&desk->diagnostics, (Span){0}));
}

/* What is said of a name, and the fix for it. */
typedef struct NameRow {
	const char *written; /* what stands at the place */
	const char *name;
	DiagnosticCode code;
	const char *fixed; /* what stands there then; NULL for no fix */
} NameRow;

static void only_certain_names_are_fixes(void **state)
{
	Desk *desk = *state;
	static const Text names[] = {TEXT_INIT("belopp"),      TEXT_INIT("fördelning"),
	                             TEXT_INIT("bidrag.2019"), TEXT_INIT("OPI"),
	                             TEXT_INIT("insats a"),    TEXT_INIT("insats b"),
	                             TEXT_INIT("Värde, kr")};
	static const NameRow rows[] = {
	        {"belop", "belop", UNKNOWN_PARTY_NEAR, "belopp"},
	        {"'belop'", "belop", UNKNOWN_PARTY_NEAR, "'belopp'"},
	        {"{{fordelning}}", "fordelning", UNKNOWN_PARTY_NEAR, "{{fördelning}}"},
	        {"Belopp", "Belopp", UNKNOWN_PARTY_NEAR, "belopp"},
	        /* Another digit may be another year, a short name another name. */
	        {"bidrag.2018", "bidrag.2018", UNKNOWN_PARTY_NEAR, NULL},
	        {"KPI", "KPI", UNKNOWN_PARTY_NEAR, NULL},
	        {"insats c", "insats c", UNKNOWN_PARTY_NEAR, NULL},
	        {"insats", "insats", UNKNOWN_PARTY_NEAR, NULL},
	        {"Värde kr", "Värde kr", UNKNOWN_PARTY_NEAR, NULL},
	        {"belop belop", "belop", UNKNOWN_PARTY_NEAR, NULL},
	        {"något annat", "något annat", UNKNOWN_PARTY, NULL},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		print_message("%s\n", rows[i].written);
		desk->diagnostics = (Diagnostics){.arena = &desk->arena};
		const Source *source =
		        source_open(&desk->arena, TEXT("x"), text_of(rows[i].written), 1000,
		                    &desk->diagnostics);
		Text meant = suggest_report(
		        &desk->diagnostics,
		        &(UnknownName){.name = text_of(rows[i].name),
		                       .span = span_of(source, 0, source->bytes.length),
		                       .names = names,
		                       .count = 7,
		                       .near = UNKNOWN_PARTY_NEAR,
		                       .far = UNKNOWN_PARTY});
		const Diagnostic *first = desk->diagnostics.first;
		assert_int_equal(first->code, rows[i].code);
		assert_true((meant.length > 0) == (rows[i].code == UNKNOWN_PARTY_NEAR));
		assert_true((first->fix != NULL) == (rows[i].fixed != NULL));
		if (first->fix != NULL)
			assert_text(source_mended(&desk->arena, source, first->fix->span,
			                          first->fix->text)
			                    ->bytes,
			            rows[i].fixed);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_open, desk_close)
	const struct CMUnitTest tests[] = {
	        TEST(a_mended_source_tells_what_is_written),
	        TEST(letters_in_two_parts_are_read_as_one),
	        TEST(other_marks_stay),
	        TEST(what_follows_from_a_mend_is_not_told),
	        TEST(a_rule_can_ask_what_has_been_reported),
	        TEST(only_certain_names_are_fixes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
