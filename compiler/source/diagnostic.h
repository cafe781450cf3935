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
 *
 * Texts given as arguments must live as long as the Diagnostics.
 */

typedef enum Severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE } Severity;

typedef enum DiagnosticCode {
#define DIAGNOSTIC(name, code, severity, sentence) name,
#include "source/diagnostics.def"
#undef DIAGNOSTIC
	DIAGNOSTIC_CODES
} DiagnosticCode;

/* Most slots that a sentence may have: {0} to {5}. */
#define DIAGNOSTIC_SLOTS 6

typedef struct Diagnostic {
	DiagnosticCode code;
	Span span;
	Text arguments[DIAGNOSTIC_SLOTS];
	struct Diagnostic *notes; /* further places, in the order they were added */
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
} DiagnosticKind;

const DiagnosticKind *diagnostic_kind(DiagnosticCode code);

void diagnose_with(Diagnostics *diagnostics, DiagnosticCode code, Span span, const Text *arguments,
                   size_t count);
void diagnostic_note_with(Diagnostics *diagnostics, DiagnosticCode code, Span span,
                          const Text *arguments, size_t count);

/* Arguments are Texts. The leading empty one lets a call have none. */
#define diagnose(diagnostics, code, ...)                                                           \
	DIAGNOSE_CALL(diagnose_with, diagnostics, code, __VA_ARGS__, (Text){0})
#define diagnostic_note(diagnostics, code, ...)                                                    \
	DIAGNOSE_CALL(diagnostic_note_with, diagnostics, code, __VA_ARGS__, (Text){0})
#define DIAGNOSE_CALL(function, diagnostics, code, span, ...)                                      \
	function((diagnostics), (code), (span), (const Text[]){__VA_ARGS__},                       \
	         sizeof((const Text[]){__VA_ARGS__}) / sizeof(Text) - 1)

/* The diagnostics by source and place, equal ones once; those without place first. The array lives
 * in the arena. */
const Diagnostic **diagnostics_sorted(const Diagnostics *diagnostics, size_t *count);

/* The sentence with its slots filled, in the arena. */
Text diagnostic_sentence(Arena *arena, const Diagnostic *diagnostic);

#endif
