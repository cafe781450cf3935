/* Tests of source: one report for a run, from the diagnostics of many files. */
#include "support.h"

#include "base/limits.h"
#include "source/report.h"

static const Source *open_file(Arena *arena, const char *path, const char *bytes)
{
	Diagnostics none = {.arena = arena};
	const Source *source =
	        source_open(arena, text_of(path), text_of(bytes), LIMIT_SOURCE_BYTES, &none);
	assert_non_null(source);
	return source;
}

static Text end_of(Report *report)
{
	Buffer out = buffer_new(report->arena, BUFFER_MAXIMUM);
	report_end(report, &out);
	return buffer_text(&out);
}

static size_t count_of(Text text, const char *part)
{
	size_t count = 0;
	Text wanted = text_of(part);
	for (size_t at = text_find(text, wanted, 0); at != TEXT_NOWHERE;
	     at = text_find(text, wanted, at + 1))
		count++;
	return count;
}

/* Files. */

static void a_run_is_told_by_file_and_place(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Report report = report_new(&arena, REPORT_PLAIN);
	const Source *a = open_file(&arena, "a.yaml", "ett\ntvå\n");
	const Source *b = open_file(&arena, "b.yaml", "ett\ntvå\n");
	Diagnostics of_b = {.arena = &arena}, of_a = {.arena = &arena}, of_run = {.arena = &arena};
	diagnose(&of_b, YAML_UNREADABLE, span_of(b, 4, 5));
	diagnose(&of_b, YAML_UNREADABLE, span_of(b, 0, 1));
	diagnose(&of_a, YAML_UNREADABLE, span_of(a, 4, 5));
	diagnose(&of_run, FILE_UNREADABLE, (Span){0}, TEXT("c.yaml"), TEXT("den finns inte"));
	report_add(&report, &of_b);
	report_add(&report, &of_a);
	report_add(&report, &of_run);
	Text sentence = diagnostic_kind(YAML_UNREADABLE)->sentence;
	Text parts[] = {
	        TEXT("fel E001: Det gick inte att läsa c.yaml: den finns inte.\n"
	             "a.yaml, rad 2, kolumn 1: fel E020: "),
	        sentence,
	        TEXT("\nb.yaml, rad 1, kolumn 1: fel E020: "),
	        sentence,
	        TEXT("\nb.yaml, rad 2, kolumn 1: fel E020: "),
	        sentence,
	        TEXT("\n"),
	};
	assert_text(end_of(&report), text_terminated(&arena, text_join(&arena, parts, 7)));
	arena_release(&arena);
}

/* The report outlives what it was told. */
static void a_files_diagnostics_may_go_before_the_report_ends(void **state)
{
	(void)state;
	Arena arena = test_arena(), own = test_arena();
	Report report = report_new(&arena, REPORT_PLAIN);
	Diagnostics diagnostics = {.arena = &own};
	const Source *source = open_file(&own, "a.yaml", "ett\n");
	diagnose(&diagnostics, YAML_DUPLICATE_KEY, span_of(source, 0, 3),
	         text_copy(&own, TEXT("ett")));
	report_add(&report, &diagnostics);
	arena_release(&own);
	assert_text(end_of(&report), "a.yaml, rad 1, kolumn 1: fel E022: Nyckeln ”ett” står två "
	                             "gånger på samma nivå. Ta bort den ena.\n");
	arena_release(&arena);
}

/* Two cases that use one template both find its fault. */
static void equal_ones_are_told_once(void **state)
{
	(void)state;
	Arena arena = test_arena();
	const Source *shared = open_file(&arena, "mall.md", "ett\ntvå\n");
	Report report = report_new(&arena, REPORT_COLOUR);
	for (int i = 0; i < 3; i++) {
		Diagnostics diagnostics = {.arena = &arena};
		diagnose(&diagnostics, YAML_UNREADABLE, span_of(shared, 0, 1));
		diagnose(&diagnostics, YAML_DUPLICATE_KEY, span_of(shared, 0, 1), TEXT("a"));
		diagnose(&diagnostics, YAML_DUPLICATE_KEY, span_of(shared, 0, 1),
		         i == 2 ? TEXT("b") : TEXT("a"));
		report_add(&report, &diagnostics);
	}
	Text told = end_of(&report);
	assert_int_equal(count_of(told, "E020: "), 1);
	assert_int_equal(count_of(told, "E022: "), 2);
	assert_true(text_ends(told, TEXT("\n3 fel. Läs mer: overens explain E020\n")));
	arena_release(&arena);
}

/* How many are shown. */

static void add_many(Report *report, const Source *source, DiagnosticCode code, size_t count)
{
	Diagnostics diagnostics = {.arena = report->arena};
	for (size_t i = 0; i < count; i++)
		diagnose(&diagnostics, code, span_of(source, i, i + 1));
	report_add(report, &diagnostics);
}

static const Source *long_file(Arena *arena, const char *path)
{
	Buffer bytes = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put_repeated(&bytes, 'x', 100);
	return open_file(arena, path, text_terminated(arena, buffer_text(&bytes)));
}

static void all_files_share_the_room(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Report report = report_new(&arena, REPORT_HUMAN);
	add_many(&report, long_file(&arena, "a"), CEILING_BELOW_FLOOR, 30);
	add_many(&report, long_file(&arena, "b"), CEILING_BELOW_FLOOR, 30);
	Text told = end_of(&report);
	assert_int_equal(count_of(told, "fel E156"), LIMIT_DIAGNOSTICS_SHOWN);
	assert_true(text_ends(told, TEXT("\nDessutom finns 10 fel som inte visas här.\n")));
	arena_release(&arena);
}

/* However many warnings the files before it have. */
static void errors_have_the_room_first(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Report report = report_new(&arena, REPORT_COLOUR);
	add_many(&report, long_file(&arena, "a"), ASSUMPTION_NOT_USED, 60);
	add_many(&report, long_file(&arena, "b"), CEILING_BELOW_FLOOR, 40);
	Text told = end_of(&report);
	assert_int_equal(count_of(told, "E156: "), 40);
	assert_int_equal(count_of(told, "W160: "), LIMIT_DIAGNOSTICS_SHOWN - 40);
	assert_true(text_ends(told, TEXT("\nDessutom finns 50 varningar som inte visas här.\n"
	                                 "40 fel och 60 varningar. Läs mer: overens explain "
	                                 "E156\n")));
	arena_release(&arena);
}

static void machines_are_told_all(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Report report = report_new(&arena, REPORT_JSON);
	add_many(&report, long_file(&arena, "a"), CEILING_BELOW_FLOOR, 60);
	add_many(&report, long_file(&arena, "b"), ASSUMPTION_NOT_USED, 60);
	Text told = end_of(&report);
	assert_int_equal(count_of(told, "\"code\":\"E156\""), 60);
	assert_int_equal(count_of(told, "\"code\":\"W160\""), 60);
	assert_int_equal(count_of(told, "Dessutom"), 0);
	arena_release(&arena);
}

static void nothing_is_told_of_nothing(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Diagnostics diagnostics = {.arena = &arena};
	static const ReportForm forms[] = {REPORT_HUMAN, REPORT_COLOUR, REPORT_PLAIN};
	for (size_t i = 0; i < 3; i++) {
		Report report = report_new(&arena, forms[i]);
		report_add(&report, &diagnostics);
		assert_int_equal(end_of(&report).length, 0);
	}
	arena_release(&arena);
}

/* Fixes. */

typedef struct FixRow {
	const char *bytes;
	size_t first, end;
	const char *replacement;
	const char *told;
} FixRow;

static Text fixed(Arena *arena, const FixRow *row, ReportForm form)
{
	Report report = report_new(arena, form);
	Diagnostics diagnostics = {.arena = arena};
	const Source *source = open_file(arena, "a", row->bytes);
	Span span = span_of(source, row->first, row->end);
	diagnose(&diagnostics, CEILING_BELOW_FLOOR, span);
	diagnostic_fix(&diagnostics, span, text_of(row->replacement));
	assert_non_null(diagnostics.first->fix);
	report_add(&report, &diagnostics);
	return end_of(&report);
}

static void a_fix_stands_under_its_place(void **state)
{
	(void)state;
	static const FixRow rows[] = {
	        {"å: datm\n", 4, 8, "datum",
	         "    1 | å: datm\n      |    ^~~~\nskriv |    datum\n"},
	        {"a\tb\n", 2, 3, "c", "    1 | a       b\n      |         ^\nskriv |         c\n"},
	        {"a: b, c\n", 4, 5, "", "    1 | a: b, c\n      |     ^\nstryk |     ,\n"},
	        {"a: b\n", 3, 4, "c\nd: e", "    1 | a: b\n      |    ^\nskriv |    c…\n"},
	        {"a: b\n", 3, 4, "\x1b[2J", "    1 | a: b\n      |    ^\nskriv |    \\x1b[2J\n"},
	};
	Arena arena = test_arena();
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		Text told = fixed(&arena, &rows[i], REPORT_HUMAN);
		assert_text(text_after(told, text_find(told, TEXT("\n"), 0) + 1), rows[i].told);
	}
	arena_release(&arena);
}

static void a_fix_is_told_in_words(void **state)
{
	(void)state;
	Arena arena = test_arena();
	const FixRow change = {"a: datm\n", 3, 7, "datum", NULL};
	const FixRow removal = {"a: b, c\n", 4, 5, "", NULL};
	assert_true(text_ends(fixed(&arena, &change, REPORT_PLAIN), TEXT(" Rättelse: ”datum”.\n")));
	assert_true(
	        text_ends(fixed(&arena, &removal, REPORT_PLAIN), TEXT(" Rättelse: stryk ”,”.\n")));
	arena_release(&arena);
}

static void machines_get_a_fix_with_its_place(void **state)
{
	(void)state;
	Arena arena = test_arena();
	const FixRow row = {"å: datm\nb: c\n", 4, 8, "dat\"um", NULL};
	Text json = fixed(&arena, &row, REPORT_JSON);
	assert_int_equal(count_of(json,
	                          "\"fix\":{\"file\":\"a\",\"line\":1,\"column\":4,\"endLine\":1,"
	                          "\"endColumn\":8,\"byte\":4,\"endByte\":8,\"text\":\"datm\","
	                          "\"replacement\":\"dat\\\"um\"}"),
	                 1);
	Text sarif = fixed(&arena, &row, REPORT_SARIF);
	assert_int_equal(
	        count_of(sarif, "\"fixes\":[{\"artifactChanges\":[{\"artifactLocation\":{\"uri\":"
	                        "\"a\"},\"replacements\":[{\"deletedRegion\":{\"startLine\":1,"
	                        "\"startColumn\":4,\"endLine\":1,\"endColumn\":8,\"byteOffset\":4,"
	                        "\"byteLength\":4},\"insertedContent\":{\"text\":\"dat\\\"um\"}}]}]"
	                        "}]"),
	        1);
	arena_release(&arena);
}

/* SARIF's rules are for readers: no slots in them. */
static void rules_are_written_without_slots(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Report report = report_new(&arena, REPORT_SARIF);
	Text told = end_of(&report);
	assert_int_equal(count_of(told, "{0}"), 0);
	assert_int_equal(count_of(told, "\"fullDescription\":{\"text\":\"\"}"), 0);
	assert_int_equal(count_of(told, "\"id\":\"E042\""), 1);
	arena_release(&arena);
}

/* On a terminal. */

static void long_sentences_go_on_below(void **state)
{
	(void)state;
	Arena arena = test_arena();
	const FixRow row = {"a: b\n", 3, 4, "c", NULL};
	Report report = report_new(&arena, REPORT_COLOUR);
	Diagnostics diagnostics = {.arena = &arena};
	const Source *source = open_file(&arena, "a", row.bytes);
	diagnose(&diagnostics, YAML_COLON_MISSING, span_of(source, 0, 1));
	report_add(&report, &diagnostics);
	assert_text(end_of(&report),
	            "\x1b[1ma:1:1:\x1b[0m \x1b[1;31mfel\x1b[0m E030: Raden saknar kolon. Skriv en "
	            "nyckel, kolon, mellanslag och värdet. Dra\n"
	            "        in raden om den hör till värdet ovanför.\n"
	            "    1 | a: b\n"
	            "      | \x1b[1;31m^\x1b[0m\n"
	            "\n"
	            "1 fel. Läs mer: overens explain E030\n");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(a_run_is_told_by_file_and_place),
	        cmocka_unit_test(a_files_diagnostics_may_go_before_the_report_ends),
	        cmocka_unit_test(equal_ones_are_told_once),
	        cmocka_unit_test(all_files_share_the_room),
	        cmocka_unit_test(errors_have_the_room_first),
	        cmocka_unit_test(machines_are_told_all),
	        cmocka_unit_test(nothing_is_told_of_nothing),
	        cmocka_unit_test(a_fix_stands_under_its_place),
	        cmocka_unit_test(a_fix_is_told_in_words),
	        cmocka_unit_test(machines_get_a_fix_with_its_place),
	        cmocka_unit_test(rules_are_written_without_slots),
	        cmocka_unit_test(long_sentences_go_on_below),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
