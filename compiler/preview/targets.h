/* Targets: what the preview makes, each part by itself, of what, and when it has to be made again.
 */
#ifndef PREVIEW_TARGETS_H
#define PREVIEW_TARGETS_H

#include "compile.h"
#include "host/trace.h"

/*
 * A target is one run of compile(), with a host that notes what it reads (host/trace.h), so that no
 * list of who reads what is kept by hand. In the order that they are made:
 *
 *	the folder	which cases there are, unless they were named on the command line
 *	the shared	register and templates, which every case rests on; while there are errors in
 *			them no case is made, since each would only say the same
 *	the cases	the one that somebody looks at first
 *	the portfolio	what holds between the cases; made when no case has an error
 *
 * A target keeps two things, each in an arena of its own, which is released when it is replaced, so
 * that a preview that is left running takes no more memory: the findings of its last run, and the
 * documents of the last run that made some.
 *
 *	Targets *targets = targets_open(&arena, &job, TEXT("agreements"));
 *	targets_touch(targets, &change, now);			for each change
 *	Target *target = targets_due(targets, now, &wait);
 *	if (target != NULL)
 *		targets_make(targets, target);
 *	targets_close(targets);
 */
typedef enum TargetKind { TARGET_FOLDER, TARGET_SHARED, TARGET_CASE, TARGET_PORTFOLIO } TargetKind;

typedef struct TargetDocument {
	Text file; /* its name without ending */
	Text key;  /* of its template; empty when it was made before the preview was begun */
	int64_t pages;
	Text html, pdf; /* digests, by which it is seen that one has changed; or empty */
} TargetDocument;

typedef struct TargetDocuments {
	TargetDocument *items;
	size_t count;
	size_t capacity;
} TargetDocuments;

typedef struct Target {
	TargetKind kind;
	Text path; /* of a case */
	Text name; /* of its folder under out/ */
	bool gone; /* a case that is no longer there; it may come back */

	bool waiting;  /* has to be made */
	int64_t since; /* when that began */
	int64_t due;   /* not before this */

	Arena findings;
	TraceReads reads;
	Text report; /* the diagnostics, as an array of JSON (source/report_machine.h) */
	size_t errors, warnings;
	bool sound; /* the last run succeeded */

	Arena last;
	TargetDocuments documents;
} Target;

typedef struct Targets {
	Arena *arena;
	const Job *job;
	Text folder;
	Target **items;
	size_t count;
	size_t capacity;
	Text shown; /* the name of the case that is made first; kept by who sets it */
} Targets;

/* A change, as preview/watch.h tells it; an empty path touches everything. */
typedef struct TargetChange {
	Text path;
	bool names;
	bool complete;
} TargetChange;

/* Begins with everything to be made. The cases are the job's, or when it has none all of
 * `folder`. */
Targets *targets_open(Arena *arena, const Job *job, Text folder);
void targets_close(Targets *targets);

/* Lets what rests on the changed file wait until it has been quiet for a moment: a save is several
 * changes, and what is read in the middle of it is half a file. */
void targets_touch(Targets *targets, const TargetChange *change, int64_t now);

/* The target to make now, or NULL; then `*wait` is how many milliseconds to wait for the next, -1
 * when there is none. */
Target *targets_due(Targets *targets, int64_t now, int64_t *wait);
void targets_make(Targets *targets, Target *target);
/* Whether there is anything to make, now or soon. What waits for a person to mend something is
 * not. */
bool targets_are_making(const Targets *targets);

/* The case with that name, or NULL. */
const Target *targets_find(const Targets *targets, Text name);
/* Whether what is shown of the target is made of what its files say now. */
bool target_is_current(const Targets *targets, const Target *target);

#endif
