/* Sample: pieces of the manual's example, shown beside the keys that they use. */
#ifndef MANUAL_SAMPLE_H
#define MANUAL_SAMPLE_H

#include "source/diagnostic.h"
#include "source/source.h"
#include "yaml/tree.h"

/* Where a record stands in the example: the mapping that has its keys, and the key that leads to
 * it. Of a list or of a group with names of one's own it is the first entry. Both are NULL where
 * the example has none. */
typedef struct Sample {
	const YamlNode *mapping;
	const YamlEntry *entry;
} Sample;

/* The whole example. */
Sample sample_of(Arena *arena, const Source *example, Diagnostics *diagnostics);

Sample sample_below(const Sample *sample, Text key);

/* Its lines, the key's first, as far in as if nothing stood around them; empty when there are none.
 */
Text sample_lines(Arena *arena, const Sample *sample);

#endif
