/* Tests of source: the catalogue of diagnostics is complete, and written for its readers. */
#include "support.h"

#include "base/utf8.h"
#include "base/wrap.h"
#include "source/diagnostic.h"

/* What the catalogue's rows must be like: each finds what is wrong with one, or nothing. */

static Text check_code(const DiagnosticKind *kind)
{
	static const char letters[] = {
	        [SEVERITY_ERROR] = 'E', [SEVERITY_WARNING] = 'W', [SEVERITY_NOTE] = 'N'};
	int64_t number = 0;
	if (kind->name.length != 4 || !text_integer(text_after(kind->name, 1), &number))
		return TEXT("the code is not a letter and three digits");
	if (kind->name.bytes[0] != letters[kind->severity])
		return TEXT("the letter is another severity's");
	return (Text){0};
}

static Text check_owner(const DiagnosticKind *kind)
{
	const DiagnosticKind *owner = diagnostic_owner(kind);
	bool note = kind->severity == SEVERITY_NOTE;
	if (owner->severity == SEVERITY_NOTE)
		return TEXT("the note belongs to nothing");
	return note || owner == kind ? (Text){0} : TEXT("it belongs to another");
}

static bool ends_sentence(Text text)
{
	return text_ends(text, TEXT(".")) || text_ends(text, TEXT("?")) ||
	       text_ends(text, TEXT(".”")) || text_ends(text, TEXT(".)"));
}

static Text check_sentence(const DiagnosticKind *kind)
{
	Text sentence = kind->sentence;
	if (!ends_sentence(sentence) && !text_ends(sentence, TEXT("{1}")))
		return TEXT("the sentence does not end");
	return text_find(sentence, TEXT("  "), 0) == TEXT_NOWHERE ? (Text){0} : TEXT("two spaces");
}

/* Words of our trade, not of the reader's. */
static Text check_words(const DiagnosticKind *kind)
{
	static const Text banned[] = {TEXT_INIT("null"),      TEXT_INIT("nod"),
	                              TEXT_INIT("pars"),      TEXT_INIT("token"),
	                              TEXT_INIT("sträng"),    TEXT_INIT("syntax"),
	                              TEXT_INIT("validering")};
	Arena arena = test_arena();
	Text texts[] = {utf8_lowered(&arena, kind->sentence), utf8_lowered(&arena, kind->meaning)};
	Text found = {0};
	for (size_t i = 0; i < sizeof banned / sizeof banned[0]; i++) {
		Text parts[] = {TEXT(" "), banned[i]};
		Text word = text_join(&arena, parts, 2);
		for (size_t k = 0; k < 2; k++)
			if (text_find(texts[k], word, 0) != TEXT_NOWHERE ||
			    text_starts(texts[k], banned[i]))
				found = banned[i];
	}
	arena_release(&arena);
	return found;
}

static bool is_narrow(Text example)
{
	Text rest = example, line = {0};
	while (text_next(&rest, '\n', &line))
		if (wrap_width(line) + 4 > WRAP_COLUMNS)
			return false;
	return true;
}

static Text check_meaning(const DiagnosticKind *kind)
{
	if (kind->severity == SEVERITY_NOTE)
		return kind->meaning.length + kind->wrong.length + kind->right.length == 0
		               ? (Text){0}
		               : TEXT("a note has no meaning of its own");
	if (kind->meaning.length == 0 || !ends_sentence(kind->meaning))
		return TEXT("the meaning is missing, or does not end");
	if (text_find(kind->meaning, TEXT("  "), 0) != TEXT_NOWHERE)
		return TEXT("two spaces in the meaning");
	if ((kind->wrong.length == 0) != (kind->right.length == 0))
		return TEXT("one example without the other");
	if (kind->wrong.length > 0 && text_equal(kind->wrong, kind->right))
		return TEXT("the mended example is the wrong one");
	if (text_ends(kind->wrong, TEXT("\n")) || text_ends(kind->right, TEXT("\n")))
		return TEXT("an example ends with a line end");
	return is_narrow(kind->wrong) && is_narrow(kind->right) ? (Text){0}
	                                                        : TEXT("an example is too wide");
}

static Text (*const checks[])(const DiagnosticKind *) = {check_code, check_owner, check_words,
                                                         check_sentence, check_meaning};

static Text fault_of(const DiagnosticKind *kind)
{
	Text fault = {0};
	for (size_t i = 0; i < sizeof checks / sizeof checks[0] && fault.length == 0; i++)
		fault = checks[i](kind);
	return fault;
}

static void every_row_is_complete(void **state)
{
	(void)state;
	size_t faults = 0;
	for (int code = 0; code < DIAGNOSTIC_CODES; code++) {
		const DiagnosticKind *kind = diagnostic_kind((DiagnosticCode)code);
		Text fault = fault_of(kind);
		if (fault.length == 0)
			continue;
		print_error("%.*s: %.*s\n", (int)kind->name.length, kind->name.bytes,
		            (int)fault.length, fault.bytes);
		faults++;
	}
	assert_int_equal(faults, 0);
}

/* A row that is sound but for one thing. */
static void incomplete_rows_are_found(void **state)
{
	(void)state;
	const DiagnosticKind sound = {TEXT("E042"),        SEVERITY_ERROR, TEXT("Det saknas."),
	                              TEXT("Det behövs."), TEXT("a: b"),   TEXT("a: c")};
	assert_int_equal(fault_of(&sound).length, 0);
	DiagnosticKind rows[12];
	for (size_t i = 0; i < 12; i++)
		rows[i] = sound;
	rows[0].name = TEXT("E42");
	rows[1].name = TEXT("E04x");
	rows[2].name = TEXT("W042");
	rows[3].sentence = TEXT("Det saknas");
	rows[4].sentence = TEXT("En nod saknas.");
	rows[5].meaning = TEXT("");
	rows[6].meaning = TEXT("Token saknas.");
	rows[7].wrong = TEXT("");
	rows[8].right = rows[8].wrong;
	rows[9].right = TEXT("a: c\n");
	rows[10].right = TEXT("a: mycket mycket mycket mycket mycket mycket mycket mycket mycket "
	                      "mycket långt och mer än så");
	rows[11] = (DiagnosticKind){
	        .name = TEXT("N999"), .severity = SEVERITY_NOTE, .sentence = TEXT("Här.")};
	for (size_t i = 0; i < 12; i++)
		if (fault_of(&rows[i]).length == 0)
			fail_msg("row %d passes", (int)i);
}

static void no_code_is_used_twice(void **state)
{
	(void)state;
	for (int code = 0; code < DIAGNOSTIC_CODES; code++) {
		const DiagnosticKind *kind = diagnostic_kind((DiagnosticCode)code);
		if (diagnostic_named(kind->name) != kind)
			fail_msg("%.*s is there twice", (int)kind->name.length, kind->name.bytes);
	}
}

static void codes_are_found_by_name(void **state)
{
	(void)state;
	assert_ptr_equal(diagnostic_named(TEXT("E042")), diagnostic_kind(MISSING_KEY));
	assert_null(diagnostic_named(TEXT("e042")));
	assert_null(diagnostic_named(TEXT("E999")));
	assert_null(diagnostic_named(TEXT("")));
	assert_ptr_equal(diagnostic_owner(diagnostic_kind(PERIOD_STARTS_HERE)),
	                 diagnostic_kind(PERIOD_BACKWARDS));
	assert_ptr_equal(diagnostic_owner(diagnostic_kind(AID_COUNTED)),
	                 diagnostic_kind(AID_CEILING));
}

static void an_outline_has_dots_for_slots(void **state)
{
	(void)state;
	Arena arena = test_arena();
	assert_text(diagnostic_outline(&arena, diagnostic_kind(FILE_UNREADABLE)),
	            "Det gick inte att läsa …: …");
	assert_text(diagnostic_outline(&arena, diagnostic_kind(YAML_FIRST_KEY)),
	            "Den står redan här.");
	const DiagnosticKind braces = {.sentence = TEXT("Skriv {{{0}}} eller {x} {9} {1}.")};
	assert_text(diagnostic_outline(&arena, &braces), "Skriv {{…}} eller {x} {9} …");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(every_row_is_complete),
	        cmocka_unit_test(incomplete_rows_are_found),
	        cmocka_unit_test(no_code_is_used_twice),
	        cmocka_unit_test(codes_are_found_by_name),
	        cmocka_unit_test(an_outline_has_dots_for_slots),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
