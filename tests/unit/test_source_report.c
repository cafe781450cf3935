/* Tests of source: diagnostics as a person reads them. */
#include "support.h"

#include "base/buffer.h"
#include "base/limits.h"
#include "source/report.h"

static Text whole_report(const Diagnostics *diagnostics, bool colour)
{
	Buffer out = buffer_new(diagnostics->arena, BUFFER_MAXIMUM);
	Report report = report_new(diagnostics->arena, colour ? REPORT_COLOUR : REPORT_HUMAN);
	report_add(&report, diagnostics);
	report_end(&report, &out);
	return buffer_text(&out);
}

/* What is reported of one place in one text, after the first line, which tells what is wrong. */
static Text excerpt(Arena *arena, const char *bytes, size_t first, size_t end)
{
	Diagnostics diagnostics = {.arena = arena};
	const Source *source =
	        source_open(arena, TEXT("x"), text_of(bytes), LIMIT_SOURCE_BYTES, &diagnostics);
	assert_non_null(source);
	diagnose(&diagnostics, YAML_AFTER_VALUE, span_of(source, first, end));
	Text text = whole_report(&diagnostics, false);
	return text_after(text, text_find(text, TEXT("\n"), 0) + 1);
}

static void report_looks_as_promised(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Diagnostics diagnostics = {.arena = &arena};
	const Source *source = source_open(&arena, TEXT("agreements/002.yaml"),
	                                   TEXT("datum: x\nänd: y\ndatum: z\n"), 100, &diagnostics);
	diagnose(&diagnostics, YAML_DUPLICATE_KEY, span_of(source, 17, 22), TEXT("datum"));
	diagnostic_note(&diagnostics, YAML_FIRST_KEY, span_of(source, 0, 5));
	diagnose(&diagnostics, FILE_UNREADABLE, (Span){0}, TEXT("a.md"), TEXT("den finns inte"));
	assert_text(whole_report(&diagnostics, false),
	            "fel E001: Det gick inte att läsa a.md: den finns inte.\n"
	            "agreements/002.yaml:3:1: fel E022: Nyckeln ”datum” står två gånger på samma "
	            "nivå. Ta bort den ena.\n"
	            "    3 | datum: z\n"
	            "      | ^~~~~\n"
	            "agreements/002.yaml:1:1: anmärkning N022: Den står redan här.\n"
	            "    1 | datum: x\n"
	            "      | ^~~~~\n");
	arena_release(&arena);
}

static void report_uses_colour_only_when_asked(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Diagnostics diagnostics = {.arena = &arena};
	const Source *source = source_open(&arena, TEXT("x"), TEXT("ab"), 100, &diagnostics);
	diagnose(&diagnostics, YAML_FIRST_KEY, span_of(source, 0, 2));
	assert_text(whole_report(&diagnostics, true),
	            "\x1b[1mx:1:1:\x1b[0m \x1b[1;36manmärkning\x1b[0m N022: Den står redan här.\n"
	            "    1 | ab\n"
	            "      | \x1b[1;36m^~\x1b[0m\n"
	            "\n"
	            "1 varning. Läs mer: overens explain N022\n");
	Text plain = whole_report(&diagnostics, false);
	assert_int_equal(text_find(plain, TEXT("\x1b"), 0), TEXT_NOWHERE);
	arena_release(&arena);
}

static void report_marks_under_the_value(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		size_t first, end;
		const char *excerpt;
	} rows[] = {
	        {"å: ö", 4, 6, "    1 | å: ö\n      |    ^\n"},
	        {"åäö: bcd", 8, 11, "    1 | åäö: bcd\n      |      ^~~\n"},
	        {"a\tb: c", 2, 3, "    1 | a       b: c\n      |         ^\n"},
	        {"1234567\tb", 7, 9, "    1 | 1234567 b\n      |        ^~\n"},
	        {"12345678\tb", 9, 10, "    1 | 12345678        b\n      |                 ^\n"},
	        {"x\xCC\x8A: y", 5, 6, "    1 | x\xCC\x8A: y\n      |    ^\n"},
	        {"好: x", 5, 6, "    1 | 好: x\n      |     ^\n"},
	        {"好: x", 0, 3, "    1 | 好: x\n      | ^~\n"},
	        {"abc", 1, 1, "    1 | abc\n      |  ^\n"},
	        {"abc", 3, 3, "    1 | abc\n      |    ^\n"},
	        {"abc\ndef\n", 1, 6, "    1 | abc\n      |  ^~\n"},
	        {"abc\r\ndef", 1, 8, "    1 | abc\n      |  ^~\n"},
	        {"abc\ndef", 4, 7, "    2 | def\n      | ^~~\n"},
	        {"abc\n  \n", 4, 5, ""},
	        {"abc\n", 4, 4, ""},
	};
	Arena arena = test_arena();
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_text(excerpt(&arena, rows[i].bytes, rows[i].first, rows[i].end),
		            rows[i].excerpt);
	arena_release(&arena);
}

/* `count` times the letter, then a mark's letter, then the letter again. */
static const char *long_line(Arena *arena, size_t before, size_t after)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put_repeated(&out, 'x', before);
	buffer_put_byte(&out, 'M');
	buffer_put_repeated(&out, 'y', after);
	return text_terminated(arena, buffer_text(&out));
}

/* The shown line and the column of the mark, gutter not counted. */
static void assert_window(Arena *arena, size_t before, size_t after, const char *begins,
                          size_t width, size_t mark)
{
	Text shown = excerpt(arena, long_line(arena, before, after), before, before + 1);
	Text line;
	Text marks;
	assert_true(text_next(&shown, '\n', &line));
	assert_true(text_next(&shown, '\n', &marks));
	line = text_after(line, 8);
	assert_true(text_starts(line, text_of(begins)));
	assert_int_equal(marks.length - 8, mark + 1);
	bool cut_left = text_starts(line, TEXT("…"));
	bool cut_right = text_ends(line, TEXT("…"));
	assert_int_equal(line.length, width + (cut_left ? 2 : 0) + (cut_right ? 2 : 0));
	assert_int_equal(line.bytes[mark + (cut_left ? 2 : 0)], 'M');
}

static void report_shows_a_window_of_long_lines(void **state)
{
	(void)state;
	Arena arena = test_arena();
	assert_window(&arena, 80, 79, "xxx", 160, 80);
	assert_window(&arena, 80, 80, "xxx", 160, 80);
	assert_window(&arena, 0, 1000, "Myy", 160, 0);
	assert_window(&arena, 158, 1000, "xxx", 160, 158);
	assert_window(&arena, 159, 1000, "…xx", 160, 60);
	assert_window(&arena, 500, 500, "…xx", 160, 60);
	assert_window(&arena, 1000, 0, "…xx", 160, 159);
	assert_window(&arena, 1000, 50, "…xx", 160, 109);
	arena_release(&arena);
}

/* A tab or a wide character at the cut becomes the spaces that remain of it. */
static void report_keeps_columns_at_a_cut(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Buffer line = buffer_new(&arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < 100; i++)
		buffer_put(&line, TEXT("好"));
	buffer_put_byte(&line, 'M');
	buffer_put_repeated(&line, 'y', 200);
	Text shown = excerpt(&arena, text_terminated(&arena, buffer_text(&line)), 300, 301);
	assert_true(text_starts(shown, TEXT("    1 | … 好")));
	size_t marks = text_find(shown, TEXT("\n"), 0) + 1;
	assert_int_equal(text_find(shown, TEXT("^"), 0) - marks, 8 + 60);
	arena_release(&arena);
}

static void report_escapes_what_could_act_on_a_terminal(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Diagnostics diagnostics = {.arena = &arena};
	source_open(&arena, TEXT("x\x1b[2J"), TEXT("a\x1b[31m\xE2\x80\xAE: b"), 100, &diagnostics);
	diagnose(&diagnostics, YAML_DUPLICATE_KEY, (Span){0}, TEXT("\x07\n\xC2\x9B\tz"));
	assert_text(whole_report(&diagnostics, false),
	            "fel E022: Nyckeln ”\\x07\\x0a\\x9b z” står två gånger på samma nivå. Ta bort "
	            "den ena.\n"
	            "x\\x1b[2J:1:2: fel E006: Här finns ett osynligt styrtecken (U+001B). Ta bort "
	            "det.\n"
	            "    1 | a\\x1b[31m\\u202e: b\n"
	            "      |  ^~~~\n"
	            "x\\x1b[2J:1:7: fel E006: Här finns ett osynligt styrtecken (U+202E). Ta bort "
	            "det.\n"
	            "    1 | a\\x1b[31m\\u202e: b\n"
	            "      |          ^~~~~~\n");
	arena_release(&arena);
}

static void report_shows_a_line_that_is_not_utf8(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Diagnostics diagnostics = {.arena = &arena};
	source_open(&arena, TEXT("x"), TEXT("ö: v\xE4rde\xE2\x82"), 100, &diagnostics);
	assert_text(whole_report(&diagnostics, false),
	            "x:1:5: fel E005: Här finns tecken som inte är UTF-8 (byte 6 i filen). Spara "
	            "filen som UTF-8 i redigeraren.\n"
	            "    1 | ö: v\xEF\xBF\xBDrde\xEF\xBF\xBD\xEF\xBF\xBD\n"
	            "      |     ^\n");
	arena_release(&arena);
}

static size_t count_of(Text text, Text part)
{
	size_t count = 0;
	size_t at = text_find(text, part, 0);
	for (; at != TEXT_NOWHERE; at = text_find(text, part, at + 1))
		count++;
	return count;
}

static void report_shows_a_limited_number(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Diagnostics diagnostics = {.arena = &arena};
	Buffer bytes = buffer_new(&arena, BUFFER_MAXIMUM);
	buffer_put_repeated(&bytes, 'x', 100);
	const Source *source =
	        source_open(&arena, TEXT("x"), buffer_text(&bytes), 1000, &diagnostics);
	for (size_t i = 0; i < LIMIT_DIAGNOSTICS_SHOWN; i++)
		diagnose(&diagnostics, YAML_TAB, span_of(source, i, i + 1));
	Text text = whole_report(&diagnostics, false);
	assert_int_equal(count_of(text, TEXT("fel E021")), LIMIT_DIAGNOSTICS_SHOWN);
	assert_int_equal(count_of(text, TEXT("Dessutom")), 0);
	diagnose(&diagnostics, YAML_TAB, span_of(source, 90, 91));
	diagnose(&diagnostics, YAML_TAB, span_of(source, 91, 92));
	text = whole_report(&diagnostics, false);
	assert_int_equal(count_of(text, TEXT("fel E021")), LIMIT_DIAGNOSTICS_SHOWN);
	assert_true(text_ends(text, TEXT("\nDessutom finns 2 fel som inte visas här.\n")));
	arena_release(&arena);
}

/* However many remarks come before it, an error is shown. */
static void report_gives_errors_their_room_first(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Diagnostics diagnostics = {.arena = &arena};
	Buffer bytes = buffer_new(&arena, BUFFER_MAXIMUM);
	buffer_put_repeated(&bytes, 'x', 100);
	const Source *source =
	        source_open(&arena, TEXT("x"), buffer_text(&bytes), 1000, &diagnostics);
	for (size_t i = 0; i < LIMIT_DIAGNOSTICS_SHOWN; i++)
		diagnose(&diagnostics, YAML_FIRST_KEY, span_of(source, i, i + 1));
	diagnose(&diagnostics, YAML_TAB, span_of(source, 99, 100));
	Text text = whole_report(&diagnostics, false);
	assert_int_equal(count_of(text, TEXT("fel E021")), 1);
	assert_int_equal(count_of(text, TEXT("N022")), LIMIT_DIAGNOSTICS_SHOWN - 1);
	assert_true(text_ends(text, TEXT("\nDessutom finns 1 varning som inte visas här.\n")));
	arena_release(&arena);
}

static void report_of_nothing_is_empty(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Diagnostics diagnostics = {.arena = &arena};
	assert_int_equal(whole_report(&diagnostics, true).length, 0);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(report_looks_as_promised),
	        cmocka_unit_test(report_uses_colour_only_when_asked),
	        cmocka_unit_test(report_marks_under_the_value),
	        cmocka_unit_test(report_shows_a_window_of_long_lines),
	        cmocka_unit_test(report_keeps_columns_at_a_cut),
	        cmocka_unit_test(report_escapes_what_could_act_on_a_terminal),
	        cmocka_unit_test(report_shows_a_line_that_is_not_utf8),
	        cmocka_unit_test(report_shows_a_limited_number),
	        cmocka_unit_test(report_gives_errors_their_room_first),
	        cmocka_unit_test(report_of_nothing_is_empty),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
