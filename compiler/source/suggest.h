/* Suggest: the name that was probably meant, and the report of one that means nothing. */
#ifndef SOURCE_SUGGEST_H
#define SOURCE_SUGGEST_H

#include <stddef.h>

#include "base/text.h"
#include "source/diagnostic.h"

/*
 * The candidate nearest to `name` by Damerau-Levenshtein distance (optimal string alignment) over
 * characters, or an empty Text when none is near: the distance must be at most a third of the
 * longer name's length, at least one and at most three edits, and the two must have something in
 * common. Differences of case, of å/ä/a and ö/o, and of space, hyphen and underscore cost half as
 * much as other edits. Of equally near ones, the first.
 */
Text suggest_nearest(Text name, const Text *candidates, size_t count);

/* A name that stands for nothing, and the names that something has there. */
typedef struct UnknownName {
	Text name;
	Span span;  /* where it stands, maybe with quotation marks or braces around it; none on the
	               command line */
	Text where; /* among what it was looked for, for the sentences; or empty */
	const Text *names;
	size_t count;
	/* The sentences' slots: the name, `where` if there is one, and the name that was probably
	 * meant, or all of them. */
	DiagnosticCode near, far;
	Text last; /* between the two last of all names: " och "; empty for a comma */
	Text none; /* what is said when there are no names; empty for "inget" */
} UnknownName;

/*
 * Reports an unknown name: `near` when some name is near it, otherwise `far`. Returns the name that
 * was probably meant, or an empty Text, so that the caller can go on as if it had been written.
 *
 * The near name is also given as a fix when it is certain: it differs little for its length, no
 * other name is nearly as near, and no digit has been changed, since 2018 may be right where 2019
 * would have been.
 */
Text suggest_report(Diagnostics *diagnostics, const UnknownName *unknown);

#endif
