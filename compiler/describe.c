/* Describe: schemas for editors, explanations of codes for people. */
#include "describe.h"

#include "base/buffer.h"
#include "base/sort.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "base/wrap.h"
#include "model/fields.h"
#include "model/schema.h"
#include "source/diagnostic.h"

/* Codes. */

static bool is_digits(Text text)
{
	for (size_t i = 0; i < text.length; i++)
		if (text.bytes[i] < '0' || text.bytes[i] > '9')
			return false;
	return text.length > 0;
}

bool is_diagnostic_code(Text word)
{
	static const Text letters = TEXT_INIT("EWNewn");
	return text_find(letters, text_cut(word, 0, 1), 0) != TEXT_NOWHERE &&
	       is_digits(text_after(word, 1));
}

static int name_order(const void *a, const void *b)
{
	const DiagnosticKind *const *one = a, *const *other = b;
	return text_order((*one)->name, (*other)->name);
}

/* All kinds in the order of their codes. */
static const DiagnosticKind **kinds_by_code(Arena *arena)
{
	const DiagnosticKind **kinds = ARENA_ARRAY(arena, const DiagnosticKind *, DIAGNOSTIC_CODES);
	for (int code = 0; code < DIAGNOSTIC_CODES; code++)
		kinds[code] = diagnostic_kind((DiagnosticCode)code);
	sort_stable(arena, kinds, DIAGNOSTIC_CODES, sizeof *kinds, name_order);
	return kinds;
}

static void put_codes(Arena *arena, Buffer *out)
{
	const DiagnosticKind **kinds = kinds_by_code(arena);
	for (int i = 0; i < DIAGNOSTIC_CODES; i++) {
		Text parts[] = {kinds[i]->name, TEXT("  "), diagnostic_outline(arena, kinds[i]),
		                TEXT("\n")};
		buffer_put(out, text_join(arena, parts, 4));
	}
}

/* What may have been meant by a code that does not exist: the same number with another letter, or
 * one that was typed in part or with a digit too many; otherwise its neighbours in the list. */
static bool may_be_meant(Text typed, Text name)
{
	return text_equal(text_after(typed, 1), text_after(name, 1)) || text_starts(name, typed) ||
	       text_starts(typed, name);
}

enum { MOST_MEANT = 10 };

static size_t codes_meant(Arena *arena, Text typed, Text meant[MOST_MEANT])
{
	const DiagnosticKind **kinds = kinds_by_code(arena);
	size_t count = 0;
	int after = 0; /* the first that comes after the typed one */
	for (int i = 0; i < DIAGNOSTIC_CODES; i++) {
		if (text_order(kinds[i]->name, typed) < 0)
			after = i + 1;
		if (count < MOST_MEANT && may_be_meant(typed, kinds[i]->name))
			meant[count++] = kinds[i]->name;
	}
	if (count > 0)
		return count;
	for (int i = after - 1; i <= after; i++)
		if (i >= 0 && i < DIAGNOSTIC_CODES &&
		    text_starts(kinds[i]->name, text_cut(typed, 0, 1)))
			meant[count++] = kinds[i]->name;
	return count;
}

static Text no_such_code(Arena *arena, Text typed)
{
	Text meant[MOST_MEANT];
	size_t count = codes_meant(arena, typed, meant);
	Text parts[] = {
	        TEXT("överens: Det finns inget meddelande med koden "),
	        typed,
	        TEXT(". Närmast ligger "),
	        swedish_list(arena, meant, count),
	        TEXT(". Alla koder: overens explain codes\n"),
	};
	return text_join(arena, parts, sizeof parts / sizeof parts[0]);
}

/* One code, explained. */

static void put_heading(Arena *arena, const DiagnosticKind *kind, Text belongs_to, Buffer *out)
{
	static const Text words[] = {[SEVERITY_ERROR] = TEXT_INIT("fel "),
	                             [SEVERITY_WARNING] = TEXT_INIT("varning "),
	                             [SEVERITY_NOTE] = TEXT_INIT("anmärkning ")};
	Text parts[] = {words[kind->severity],
	                kind->name,
	                belongs_to.length > 0 ? TEXT(" till ") : TEXT(""),
	                belongs_to,
	                TEXT(": "),
	                diagnostic_outline(arena, kind)};
	wrap_put(out, text_join(arena, parts, 6), 0, 0, WRAP_COLUMNS);
	buffer_put(out, TEXT("\n\n"));
}

static void put_example(Buffer *out, Text heading, Text example)
{
	Text rest = example, line = {0};
	if (example.length == 0)
		return;
	buffer_put(out, TEXT("\n"));
	buffer_put(out, heading);
	buffer_put(out, TEXT("\n\n"));
	while (text_next(&rest, '\n', &line)) {
		buffer_put(out, line.length > 0 ? TEXT("    ") : TEXT(""));
		buffer_put(out, line);
		buffer_put(out, TEXT("\n"));
	}
}

/* A note is explained with what it belongs to. */
static void explain_kind(Arena *arena, const DiagnosticKind *asked, Buffer *out)
{
	const DiagnosticKind *kind = diagnostic_owner(asked);
	bool error = kind->severity == SEVERITY_ERROR;
	if (asked != kind)
		put_heading(arena, asked, kind->name, out);
	put_heading(arena, kind, (Text){0}, out);
	wrap_put(out, kind->meaning, 0, 0, WRAP_COLUMNS);
	buffer_put(out, TEXT("\n"));
	put_example(out, error ? TEXT("Så här blir det fel:") : TEXT("Så här kommer varningen:"),
	            kind->wrong);
	put_example(out, error ? TEXT("Så här blir det rätt:") : TEXT("Så här försvinner den:"),
	            kind->right);
}

ExitCode describe(const Host *host, DescribeSubject subject, Text name)
{
	Arena arena = {.source = host->memory};
	Buffer out = buffer_new(&arena, BUFFER_MAXIMUM);
	Text code = utf8_capitalised(&arena, name);
	const DiagnosticKind *kind = diagnostic_named(code);
	bool unknown = subject == DESCRIBE_DIAGNOSTIC && kind == NULL;
	if (unknown)
		buffer_put(&out, no_such_code(&arena, code));
	else if (subject == DESCRIBE_CASES)
		schema_write(&record_agreement, TEXT("Hela ärendet"), &out);
	else if (subject == DESCRIBE_REGISTER)
		schema_write(&record_register, TEXT("Hela registret"), &out);
	else if (subject == DESCRIBE_CODES)
		put_codes(&arena, &out);
	else
		explain_kind(&arena, kind, &out);
	bool said =
	        host->say(host->context, unknown ? HOST_ERRORS : HOST_OUTPUT, buffer_text(&out));
	arena_release(&arena);
	if (unknown)
		return EXIT_USAGE;
	return said ? EXIT_DONE : EXIT_ACCESS;
}
