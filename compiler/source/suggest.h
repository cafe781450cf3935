/* Suggest: the name that was probably meant. */
#ifndef SOURCE_SUGGEST_H
#define SOURCE_SUGGEST_H

#include <stddef.h>

#include "base/text.h"

/*
 * The candidate nearest to `name` by Damerau-Levenshtein distance (optimal string alignment) over
 * characters, or an empty Text when none is near: the distance must be at most a third of the
 * longer name's length, and at least one and at most three edits. Differences of case, of å/ä/a and
 * ö/o, and of space, hyphen and underscore cost half as much as other edits. Of equally near ones,
 * the first.
 */
Text suggest_nearest(Text name, const Text *candidates, size_t count);

#endif
