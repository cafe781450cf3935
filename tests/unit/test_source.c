/* Tests of source: loading, places, diagnostics and suggestions. */
#include "support.h"

#include <string.h>

#include "base/buffer.h"
#include "source/diagnostic.h"
#include "source/source.h"
#include "source/suggest.h"

#define MAXIMUM ((size_t)1000)

typedef struct Desk {
	Arena arena;
	Diagnostics diagnostics;
} Desk;

/* Diagnostics point at the arena, so a Desk stays where it is. */
static int desk_open(void **state)
{
	Desk *desk = test_malloc(sizeof *desk);
	*desk = (Desk){.arena = test_arena()};
	desk->diagnostics.arena = &desk->arena;
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

static const Source *open_text(Desk *desk, Text bytes)
{
	return source_open(&desk->arena, TEXT("x.yaml"), bytes, MAXIMUM, &desk->diagnostics);
}

static void assert_reported(const Diagnostic *diagnostic, DiagnosticCode code, size_t first,
                            size_t end)
{
	assert_non_null(diagnostic);
	assert_int_equal(diagnostic->code, code);
	assert_non_null(diagnostic->span.source);
	assert_int_equal(diagnostic->span.first, first);
	assert_int_equal(diagnostic->span.end, end);
}

static void assert_position(const Source *source, size_t byte, size_t line, size_t column)
{
	Position position = source_position(source, byte);
	assert_int_equal(position.line, line);
	assert_int_equal(position.column, column);
}

static void source_counts_characters_in_columns(void **state)
{
	const Source *source = open_text(*state, TEXT("å: ö\nb\n"));
	assert_non_null(source);
	assert_position(source, 0, 1, 1);
	assert_position(source, 2, 1, 2);
	assert_position(source, 4, 1, 4);
	assert_position(source, 6, 1, 5);
	assert_position(source, 7, 2, 1);
	assert_position(source, 8, 2, 2);
	assert_position(source, 9, 3, 1);
	assert_position(source, 99, 3, 1);
}

static void source_gives_lines_without_their_ends(void **state)
{
	const Source *source = open_text(*state, TEXT("ett\r\ntvå\n\nfyra"));
	assert_non_null(source);
	assert_int_equal(source->line_count, 4);
	assert_text(source_line(source, 1), "ett");
	assert_text(source_line(source, 2), "två");
	assert_text(source_line(source, 3), "");
	assert_text(source_line(source, 4), "fyra");
	assert_text(source_line(source, 0), "");
	assert_text(source_line(source, 5), "");
}

static void source_skips_a_byte_order_mark(void **state)
{
	const Source *source = open_text(*state, TEXT("\xEF\xBB\xBF"
	                                              "a: b"));
	assert_non_null(source);
	assert_text(source->bytes, "a: b");
	assert_position(source, 0, 1, 1);
}

static void source_refuses_an_empty_file(void **state)
{
	Desk *desk = *state;
	assert_null(open_text(desk, TEXT("")));
	assert_null(open_text(desk, TEXT("\xEF\xBB\xBF")));
	assert_int_equal(desk->diagnostics.errors, 2);
	assert_reported(desk->diagnostics.first, FILE_EMPTY, 0, 0);
	assert_reported(desk->diagnostics.latest, FILE_EMPTY, 0, 0);
}

static void source_refuses_more_than_the_maximum(void **state)
{
	Desk *desk = *state;
	char *bytes = arena_take(&desk->arena, MAXIMUM + 1, 1);
	memset(bytes, 'x', MAXIMUM + 1);
	assert_non_null(open_text(desk, (Text){bytes, MAXIMUM}));
	assert_int_equal(desk->diagnostics.errors, 0);
	assert_null(open_text(desk, (Text){bytes, MAXIMUM + 1}));
	assert_reported(desk->diagnostics.first, FILE_TOO_BIG, 0, 0);
	assert_text(desk->diagnostics.first->arguments[0], "1\xC2\xA0"
	                                                   "001");
	assert_text(desk->diagnostics.first->arguments[1], "1\xC2\xA0"
	                                                   "000");
}

static void source_reports_the_first_byte_that_is_not_utf8(void **state)
{
	Desk *desk = *state;
	assert_null(open_text(desk, TEXT("\xEF\xBB\xBF"
	                                 "a\nv\xE4rde \xFF\x01")));
	assert_int_equal(desk->diagnostics.errors, 1);
	assert_reported(desk->diagnostics.first, TEXT_NOT_UTF8, 3, 4);
	assert_text(desk->diagnostics.first->arguments[0], "7");
	assert_position(desk->diagnostics.first->span.source, 3, 2, 2);
}

static void source_reports_every_forbidden_character(void **state)
{
	Desk *desk = *state;
	static const struct {
		const char *written;
		const char *name;
	} rows[] = {
	        {"\x01", "U+0001"},         {"\x0B", "U+000B"},         {"\x1B", "U+001B"},
	        {"\r", "U+000D"},           {"\x7F", "U+007F"},         {"\xC2\x85", "U+0085"},
	        {"\xE2\x80\xA8", "U+2028"}, {"\xE2\x80\xA9", "U+2029"}, {"\xE2\x80\xAA", "U+202A"},
	        {"\xE2\x80\xAE", "U+202E"}, {"\xE2\x81\xA6", "U+2066"}, {"\xE2\x81\xA9", "U+2069"},
	        {"\xEF\xBB\xBF", "U+FEFF"}, {"\xEF\xBF\xBE", "U+FFFE"}, {"\xEF\xBF\xBF", "U+FFFF"},
	};
	const size_t count = sizeof rows / sizeof rows[0];
	Text parts[2 * sizeof rows / sizeof rows[0]];
	for (size_t i = 0; i < count; i++) {
		parts[2 * i] = TEXT("å\n\t");
		parts[2 * i + 1] = text_of(rows[i].written);
	}
	assert_null(open_text(desk, text_join(&desk->arena, parts, 2 * count)));
	assert_int_equal(desk->diagnostics.errors, count);
	size_t at = 0;
	const Diagnostic *diagnostic = desk->diagnostics.first;
	for (size_t i = 0; i < count; i++) {
		size_t length = parts[2 * i + 1].length;
		assert_reported(diagnostic, TEXT_CONTROL, at + 4, at + 4 + length);
		assert_text(diagnostic->arguments[0], rows[i].name);
		at += 4 + length;
		diagnostic = diagnostic->next;
	}
}

static void source_reports_nul_and_stops_at_a_sensible_number(void **state)
{
	Desk *desk = *state;
	static const char zeros[100] = {0};
	assert_null(open_text(desk, (Text){zeros, sizeof zeros}));
	assert_int_equal(desk->diagnostics.errors, 20);
	assert_reported(desk->diagnostics.first, TEXT_CONTROL, 0, 1);
	assert_text(desk->diagnostics.first->arguments[0], "U+0000");
}

static void source_allows_neighbours_of_the_forbidden(void **state)
{
	Desk *desk = *state;
	assert_non_null(open_text(desk, TEXT("\t~\xC2\xA0\xE2\x80\xA7\xE2\x80\xAF\xE2\x81\xA5"
	                                     "\xE2\x81\xAA\xE2\x80\x8B\xEF\xBF\xBD😀\r\n")));
	assert_int_equal(desk->diagnostics.errors, 0);
}

static void source_checks_unescaped_text(void **state)
{
	Desk *desk = *state;
	const Source *source = open_text(desk, TEXT("\"\\x07\""));
	Span span = span_of(source, 0, 6);
	assert_true(source_check_text(TEXT("a\tb\nå"), span, &desk->diagnostics));
	assert_int_equal(desk->diagnostics.errors, 0);
	assert_false(source_check_text(TEXT("a\x07\x08"), span, &desk->diagnostics));
	assert_int_equal(desk->diagnostics.errors, 1);
	assert_reported(desk->diagnostics.first, TEXT_CONTROL, 0, 6);
	assert_text(desk->diagnostics.first->arguments[0], "U+0007");
}

static void span_gives_its_bytes_back(void **state)
{
	const Source *source = open_text(*state, TEXT("a: värde"));
	Span span =
	        span_find(span_of(source, 1, source->bytes.length), text_cut(source->bytes, 2, 4));
	assert_int_equal(span.first, 2);
	assert_int_equal(span.end, 4);
	span = span_find(span_of(source, 1, 3), TEXT("finns inte"));
	assert_int_equal(span.first, 1);
	assert_int_equal(span.end, 3);
	span = span_of_slice(source, text_after(source->bytes, 3));
	assert_int_equal(span.first, 3);
	assert_int_equal(span.end, 9);
	assert_text(span_text(span), "värde");
	assert_text(span_text((Span){0}), "");
	span = span_of_slice(source, text_cut(source->bytes, 9, 9));
	assert_int_equal(span.first, 9);
}

static void every_code_of_the_catalogue_is_its_own(void **state)
{
	(void)state;
	for (int i = 0; i < DIAGNOSTIC_CODES; i++) {
		const DiagnosticKind *kind = diagnostic_kind((DiagnosticCode)i);
		assert_int_equal(kind->name.length, 4);
		assert_true(kind->sentence.length > 0);
		static const char letters[] = {
		        [SEVERITY_ERROR] = 'E', [SEVERITY_WARNING] = 'W', [SEVERITY_NOTE] = 'N'};
		if (kind->name.bytes[0] != letters[kind->severity])
			fail_msg("%.*s", 4, kind->name.bytes);
		assert_int_equal(text_find(kind->sentence, TEXT("null"), 0), TEXT_NOWHERE);
		assert_int_equal(text_find(kind->sentence, TEXT("error"), 0), TEXT_NOWHERE);
		for (int j = 0; j < i; j++)
			if (text_equal(diagnostic_kind((DiagnosticCode)j)->name, kind->name))
				fail_msg("%.*s", 4, kind->name.bytes);
	}
}

static void diagnostics_fill_their_slots(void **state)
{
	Desk *desk = *state;
	diagnose(&desk->diagnostics, FILE_UNREADABLE, (Span){0}, TEXT("{1}"), TEXT("x"));
	assert_text(diagnostic_sentence(&desk->arena, desk->diagnostics.first),
	            "Det gick inte att läsa {1}: x.");
}

static void diagnostics_cut_what_is_long(void **state)
{
	Desk *desk = *state;
	Buffer typed = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < 80; i++)
		buffer_put(&typed, TEXT("å"));
	Text whole = text_copy(&desk->arena, buffer_text(&typed));
	buffer_put(&typed, TEXT("xyz"));
	Text parts[] = {whole, TEXT("…")};
	Text cut = text_join(&desk->arena, parts, 2);
	diagnose(&desk->diagnostics, FILE_UNREADABLE, (Span){0}, whole, buffer_text(&typed));
	Text sentence = diagnostic_sentence(&desk->arena, desk->diagnostics.first);
	assert_true(text_find(sentence, buffer_text(&typed), 0) != TEXT_NOWHERE);
	diagnose(&desk->diagnostics, NOT_A_DATE, (Span){0}, whole);
	sentence = diagnostic_sentence(&desk->arena, desk->diagnostics.latest);
	assert_true(text_find(sentence, cut, 0) == TEXT_NOWHERE);
	diagnose(&desk->diagnostics, NOT_A_DATE, (Span){0}, buffer_text(&typed));
	sentence = diagnostic_sentence(&desk->arena, desk->diagnostics.latest);
	assert_true(text_find(sentence, cut, 0) != TEXT_NOWHERE);
	assert_true(text_find(sentence, TEXT("xyz"), 0) == TEXT_NOWHERE);
}

static void diagnostics_count_and_keep_their_notes(void **state)
{
	Desk *desk = *state;
	Diagnostics *diagnostics = &desk->diagnostics;
	const Source *source = open_text(desk, TEXT("abc"));
	diagnose(diagnostics, YAML_DUPLICATE_KEY, span_of(source, 1, 2), TEXT("b"));
	diagnostic_note(diagnostics, YAML_FIRST_KEY, span_of(source, 0, 1));
	diagnostic_note(diagnostics, YAML_FIRST_KEY, span_of(source, 2, 3));
	diagnose(diagnostics, YAML_TAB, span_of(source, 0, 1));
	assert_int_equal(diagnostics->errors, 2);
	assert_int_equal(diagnostics->warnings, 0);
	const Diagnostic *first = diagnostics->first;
	assert_reported(first->notes, YAML_FIRST_KEY, 0, 1);
	assert_reported(first->notes->next, YAML_FIRST_KEY, 2, 3);
	assert_null(first->notes->next->next);
	assert_null(first->next->notes);
}

static void diagnostics_are_sorted_and_equal_ones_merged(void **state)
{
	Desk *desk = *state;
	Diagnostics *diagnostics = &desk->diagnostics;
	const Source *x = open_text(desk, TEXT("abc"));
	const Source *a = source_open(&desk->arena, TEXT("a.yaml"), TEXT("abc"), 10, diagnostics);
	diagnose(diagnostics, YAML_TAB, span_of(x, 2, 3));
	diagnose(diagnostics, YAML_TAB, span_of(x, 0, 2));
	diagnose(diagnostics, YAML_INDENT, span_of(x, 0, 1));
	diagnose(diagnostics, YAML_TAB, span_of(x, 0, 1));
	diagnose(diagnostics, YAML_TAB, span_of(a, 2, 3));
	diagnose(diagnostics, YAML_TAB, span_of(x, 0, 1));
	diagnose(diagnostics, FILE_UNREADABLE, (Span){0}, TEXT("b"), TEXT("x"));
	diagnose(diagnostics, FILE_UNREADABLE, (Span){0}, TEXT("a"), TEXT("x"));
	diagnose(diagnostics, YAML_TAB, span_of(x, 2, 3));
	size_t count = 0;
	const Diagnostic **sorted = diagnostics_sorted(diagnostics, &count);
	assert_int_equal(count, 7);
	assert_text(sorted[0]->arguments[0], "a");
	assert_text(sorted[1]->arguments[0], "b");
	assert_ptr_equal(sorted[2]->span.source, a);
	assert_reported(sorted[3], YAML_TAB, 0, 1);
	assert_reported(sorted[4], YAML_INDENT, 0, 1);
	assert_reported(sorted[5], YAML_TAB, 0, 2);
	assert_reported(sorted[6], YAML_TAB, 2, 3);
	assert_int_equal(diagnostics->errors, 9);
}

static void diagnostics_sort_many(void **state)
{
	Desk *desk = *state;
	const Source *source = open_text(desk, text_copy(&desk->arena, TEXT("0123456789")));
	for (size_t i = 0; i < 1000; i++)
		diagnose(&desk->diagnostics, YAML_TAB, span_of(source, i * 7 % 10, 10));
	size_t count = 0;
	const Diagnostic **sorted = diagnostics_sorted(&desk->diagnostics, &count);
	assert_int_equal(count, 10);
	for (size_t i = 0; i < 10; i++)
		assert_int_equal(sorted[i]->span.first, i);
	Diagnostics none = {.arena = &desk->arena};
	diagnostics_sorted(&none, &count);
	assert_int_equal(count, 0);
}

static void suggest_finds_what_was_meant(void **state)
{
	(void)state;
	const Text keys[] = {TEXT("datum"),        TEXT("nämnd"),
	                     TEXT("diarienummer"), TEXT("uppsägningstid"),
	                     TEXT("parter"),       TEXT("förslag till beslut"),
	                     TEXT("år"),           TEXT("index")};
	static const struct {
		const char *typed;
		const char *meant;
	} rows[] = {
	        {"datm", "datum"},
	        {"dautm", "datum"},
	        {"datumm", "datum"},
	        {"Datum", "datum"},
	        {"DATUM", ""}, /* five times half an edit is more than a third of five */
	        {"namnd", "nämnd"},
	        {"nämd", "nämnd"},
	        {"diarenummer", "diarienummer"},
	        {"diarie-nummer", "diarienummer"},
	        {"uppsagningstid", "uppsägningstid"},
	        {"uppsagnigstidd", "uppsägningstid"},
	        {"forslag_till_beslut", "förslag till beslut"},
	        {"ar", "år"},
	        {"part", "parter"},
	        {"index", "index"},
	        {"xyz", ""},
	        {"pengar", ""},
	        {"", ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_text(
		        suggest_nearest(text_of(rows[i].typed), keys, sizeof keys / sizeof keys[0]),
		        rows[i].meant);
}

static void suggest_prefers_the_nearest_and_then_the_first(void **state)
{
	(void)state;
	const Text equal[] = {TEXT("tak"), TEXT("tal")};
	assert_text(suggest_nearest(TEXT("tax"), equal, 2), "tak");
	const Text letters[] = {TEXT("bat"), TEXT("båt")};
	assert_text(suggest_nearest(TEXT("bät"), letters, 2), "bat");
	const Text swedish[] = {TEXT("hut"), TEXT("hät")};
	assert_text(suggest_nearest(TEXT("hat"), swedish, 2), "hät");
}

static void suggest_allows_at_most_three_edits(void **state)
{
	(void)state;
	const Text long_name[] = {TEXT("abcdefghijklmnopqrst")};
	assert_text(suggest_nearest(TEXT("xxxdefghijklmnopqrst"), long_name, 1),
	            "abcdefghijklmnopqrst");
	assert_text(suggest_nearest(TEXT("xxxxefghijklmnopqrst"), long_name, 1), "");
	const Text one_letter[] = {TEXT("a")};
	assert_text(suggest_nearest(TEXT("b"), one_letter, 1), "");
	assert_text(suggest_nearest(TEXT("A"), one_letter, 1), "a");
	assert_text(suggest_nearest(TEXT("bc"), one_letter, 1), "");
}

static void suggest_leaves_prose_alone(void **state)
{
	Desk *desk = *state;
	char *prose = arena_take(&desk->arena, 70, 1);
	memset(prose, 'x', 70);
	const Text candidates[] = {{prose, 70}, {prose, 64}};
	assert_int_equal(suggest_nearest((Text){prose, 65}, candidates, 2).length, 0);
	assert_int_equal(suggest_nearest((Text){prose, 63}, candidates, 2).length, 64);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_open, desk_close)
	const struct CMUnitTest tests[] = {
	        TEST(source_counts_characters_in_columns),
	        TEST(source_gives_lines_without_their_ends),
	        TEST(source_skips_a_byte_order_mark),
	        TEST(source_refuses_an_empty_file),
	        TEST(source_refuses_more_than_the_maximum),
	        TEST(source_reports_the_first_byte_that_is_not_utf8),
	        TEST(source_reports_every_forbidden_character),
	        TEST(source_reports_nul_and_stops_at_a_sensible_number),
	        TEST(source_allows_neighbours_of_the_forbidden),
	        TEST(source_checks_unescaped_text),
	        TEST(span_gives_its_bytes_back),
	        TEST(every_code_of_the_catalogue_is_its_own),
	        TEST(diagnostics_fill_their_slots),
	        TEST(diagnostics_cut_what_is_long),
	        TEST(diagnostics_count_and_keep_their_notes),
	        TEST(diagnostics_are_sorted_and_equal_ones_merged),
	        TEST(diagnostics_sort_many),
	        TEST(suggest_finds_what_was_meant),
	        TEST(suggest_prefers_the_nearest_and_then_the_first),
	        TEST(suggest_allows_at_most_three_edits),
	        TEST(suggest_leaves_prose_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
