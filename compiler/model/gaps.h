/* Gaps: what a case does not say yet. */
#ifndef MODEL_GAPS_H
#define MODEL_GAPS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "model/agreement.h"
#include "model/fields.h"
#include "source/diagnostic.h"
#include "source/source.h"

/*
 * A case that is still a draft may lack things. Each is a gap: a key that stands with nothing after
 * it, a required key that does not stand at all, a section without text, a value that a document
 * shows and the case does not give. Documents write a gap where the value would have stood, and
 * `overens check --missing` lists them.
 *
 * The binder, the rules and the templates add gaps; `agreement->gaps` is the list they share, and
 * NULL for a case that must be complete, where the same things are faults. A gap is told once: one
 * that lies at or below a path which is a gap already is not added.
 */
typedef struct Gap {
	Span place;    /* the key that stands empty, or else what the missing key belongs in */
	Text path;     /* "ärende.datum", "ekonomi.insatser.1.belopp" */
	Text about;    /* a Swedish sentence */
	Text example;  /* how a value is written, or empty */
	bool is_prose; /* the sentence tells more than the example, which is not shown to people */
	Text *marks;   /* what stands in the documents because of it, in order, each once */
	size_t mark_count;
	size_t mark_capacity;
	/* What is reported instead where the case must be complete; a key that merely stands empty
	 * is no fault. */
	bool is_fault;
	Span fault_place;
	DiagnosticCode code;
	Text arguments[3];
} Gap;

typedef struct Gaps {
	Arena *arena;
	Gap *items;
	size_t count;
	size_t capacity;
} Gaps;

/* "ärende.datum"; the key alone where nothing is before it. */
Text path_below(Arena *arena, Text path, Text key);
Text path_item(Arena *arena, Text path, size_t index); /* "ekonomi.insatser.1" for index 0 */

/* The gap at this path, or at one above it: what lies in a missing group is missing too. NULL for
 * none, and for `gaps` NULL. */
Gap *gaps_find(const Gaps *gaps, Text path);
/* The same, or else the first gap below it. */
Gap *gaps_find_within(const Gaps *gaps, Text path);

/* Adds a gap unless gaps_find finds one, and returns the one there is. The address is good until
 * the next is added. */
Gap *gaps_add(Gaps *gaps, Gap gap);
/* A value of this field. */
Gap *gaps_add_field(Gaps *gaps, const Field *field, Text path, Span place);

/* Remembers what a document shows in place of the missing value. */
void gap_mark(Gaps *gaps, Gap *gap, Text mark);

/* Reports the gaps that are faults, and forgets all: the case must be complete. */
void gaps_report(Gaps *gaps, Diagnostics *diagnostics);

/* A path followed through a case. */
typedef struct PathPlace {
	Span place;         /* of the value, or else of the innermost group on the way */
	const Field *field; /* the last key's, or NULL when there is no such key */
	bool given;         /* the value stands in the case; a list has something in it */
} PathPlace;

PathPlace path_place(const Agreement *agreement, Text path);

/* A gap at this path, told in its field's words, unless there is one. */
Gap *gaps_add_path(const Agreement *agreement, Text path);

/* In the order of the file, a line each: its place, its path, its sentence, its example. */
void gaps_sort(Gaps *gaps);
Text gap_line(Arena *arena, const Gap *gap);
/* The same as a JSON object. */
Text gap_json(Arena *arena, const Gap *gap);

#endif
