/* Diagnostics: what is wrong, where, and what to write instead; collected, sorted, never thrown. */
#ifndef SOURCE_DIAGNOSTIC_H
#define SOURCE_DIAGNOSTIC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"
#include "source/source.h"

/*
 * A phase never prints and never stops at its first complaint: it reports and goes on with the best
 * value it can give. The catalogue (diagnostics.def) is the only place with the wording.
 *
 *	diagnose(diagnostics, UNKNOWN_KEY, span, key, where);
 *	diagnostic_note(diagnostics, NOTE_SUM_STANDS_HERE, span, ...);	belongs to the latest
 *	diagnostic_fix(diagnostics, span, text);			likewise
 *	diagnostic_weigh(diagnostics, SEVERITY_ERROR);			likewise
 *
 * Places in a mended source (source.h) are told as places in what the person has written. What is
 * wrong with a mend itself is not told, and what offered it as a fix then offers none.
 *
 * A fix is given only when it is certain: written in, it makes the fault go away, and it is what
 * the person meant. The phase goes on as if it had been. What is only likely is said in the
 * sentence.
 *
 * Texts given as arguments must live as long as the Diagnostics.
 */

typedef enum Severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE } Severity;

typedef enum DiagnosticCode {
#define DIAGNOSTIC(name, code, severity, sentence, meaning, wrong, right) name,
#define NOTE(name, code, sentence)                                        name,
#include "source/diagnostics.def"
#undef DIAGNOSTIC
#undef NOTE
	DIAGNOSTIC_CODES
} DiagnosticCode;

/* Most slots that a sentence may have: {0} to {5}. */
#define DIAGNOSTIC_SLOTS 6

/* What to write in place of some bytes of a file; nothing, to remove them. */
typedef struct Fix {
	Span span;
	Text text;
} Fix;

typedef struct Diagnostic {
	DiagnosticCode code;
	Severity severity; /* the catalogue's, unless it was weighed otherwise */
	Span span;
	Text arguments[DIAGNOSTIC_SLOTS];
	struct Diagnostic *notes; /* further places, in the order they were added */
	const Fix *fix;           /* or NULL */
	bool hidden;              /* it follows from a mend, and is not told */
	struct Diagnostic *next;
} Diagnostic;

typedef struct Diagnostics {
	Arena *arena;
	Diagnostic *first;
	Diagnostic *latest;
	size_t errors;
	size_t warnings;
} Diagnostics;

/* What the catalogue says of a code. */
typedef struct DiagnosticKind {
	Text name; /* "E014" */
	Severity severity;
	Text sentence;
	/* For those who ask ("overens explain E014"): why it matters and what to do, and an example
	 * with its remedy. Notes have none; they are explained with what they belong to, the
	 * diagnostic with the same number. */
	Text meaning, wrong, right;
} DiagnosticKind;

const DiagnosticKind *diagnostic_kind(DiagnosticCode code);

/* The kind that is called "E014", or NULL. */
const DiagnosticKind *diagnostic_named(Text name);

/* What a note belongs to: the kind with the same number that is no note. Others own themselves. */
const DiagnosticKind *diagnostic_owner(const DiagnosticKind *kind);

void diagnose_with(Diagnostics *diagnostics, DiagnosticCode code, Span span, const Text *arguments,
                   size_t count);
void diagnostic_note_with(Diagnostics *diagnostics, DiagnosticCode code, Span span,
                          const Text *arguments, size_t count);
/* The latest diagnostic's fix. */
void diagnostic_fix(Diagnostics *diagnostics, Span span, Text text);
/* Makes the latest diagnostic an error or a warning, where somebody else than the catalogue decides
 * that: a municipality for its own rules. */
void diagnostic_weigh(Diagnostics *diagnostics, Severity severity);

/* Arguments are Texts. The leading empty one lets a call have none. */
#define diagnose(diagnostics, code, ...)                                                           \
	DIAGNOSE_CALL(diagnose_with, diagnostics, code, __VA_ARGS__, (Text){0})
#define diagnostic_note(diagnostics, code, ...)                                                    \
	DIAGNOSE_CALL(diagnostic_note_with, diagnostics, code, __VA_ARGS__, (Text){0})
#define DIAGNOSE_CALL(function, diagnostics, code, span, ...)                                      \
	function((diagnostics), (code), (span), (const Text[]){__VA_ARGS__},                       \
	         sizeof((const Text[]){__VA_ARGS__}) / sizeof(Text) - 1)

/* Adds what another list has, which is not used any more; `more` is of the same arena. */
void diagnostics_append(Diagnostics *diagnostics, const Diagnostics *more);

/* Whether an error has been reported somewhere within a span. A rule asks, that would otherwise
 * complain of what follows from it. */
bool diagnostics_have_error(const Diagnostics *diagnostics, Span within);

/* The diagnostics by source and place, equal ones once; those without place first. The array lives
 * in the arena. */
const Diagnostic **diagnostics_sorted(const Diagnostics *diagnostics, size_t *count);

/* The sentence with its slots filled, in the arena. What is long is cut and ends with "…". */
Text diagnostic_sentence(Arena *arena, const Diagnostic *diagnostic);

/* The sentence with "…" in its slots, for those who ask about no diagnostic in particular. */
Text diagnostic_outline(Arena *arena, const DiagnosticKind *kind);

#endif
