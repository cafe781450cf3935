/* Reading: one text as it stands in its file, where things in it are, and its exceptions. */
#ifndef PROSE_READING_H
#define PROSE_READING_H

#include "model/values.h"
#include "prose/running_text.h"
#include "source/diagnostic.h"

/*
 * What is read of a text is its bytes in the source, so that whatever is found has its own place:
 *
 *	Reading reading = reading_of(&arena, &prose);
 *	... find something at bytes [first, end) of reading.running.text ...
 *	diagnose(diagnostics, CODE, reading_place(&reading, first, end), ...);
 *
 * Only a scalar within double quotes that has escapes is read as it was meant, and marked whole.
 *
 * Every check that a text goes through marks the exceptions that it finds needed
 * (Insert.needed). When all have read it, those that none needed are reported.
 */
typedef struct Reading {
	Span span; /* of the whole text */
	RunningText running;
	size_t base;  /* where the running text begins in the source */
	bool located; /* its bytes are those of the source */
} Reading;

Reading reading_of(Arena *arena, const ProseValue *prose);

Span reading_place(const Reading *reading, size_t first, size_t end);

/* EXCEPTION_NOT_NEEDED and EXCEPTION_OF_NOTHING. */
void reading_report_exceptions(const Reading *reading, Diagnostics *diagnostics);

#endif
