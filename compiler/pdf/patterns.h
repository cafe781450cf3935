/* Patterns: which lines of a hyphenation dictionary a text can need. */
#ifndef PDF_PATTERNS_H
#define PDF_PATTERNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/*
 * A dictionary is 15 000 patterns such as "2s1tj": letters, and digits that say how well a word may
 * be divided there. Giving all of them to the library costs three times as much as setting a page,
 * though a pattern has a say in a word only if its letters stand somewhere in it. So the patterns
 * are found by a hash of their letters, every part of a word is looked up, and only what was found
 * goes into the dictionary that the library reads. That two parts share a hash does no harm: then
 * the dictionary has a pattern that is not needed.
 *
 * A dictionary of several levels (NEXTLEVEL) cannot be taken apart so, since its patterns depend on
 * where they stand: it is chosen whole. Format: libhyphen's README, "Dictionary file format".
 */
typedef struct Patterns Patterns;

/* Reads the dictionary once; its bytes must outlive the result. */
Patterns *patterns_new(Arena *arena, Text dictionary);

/* Chooses what a word, in the dictionary's own characters and lower case, can need. */
void patterns_choose(Patterns *patterns, Text word);

/* How many are chosen so far. */
size_t patterns_chosen(const Patterns *patterns);

/* A dictionary of those that are chosen. */
Text patterns_dictionary(const Patterns *patterns, Arena *arena);

#endif
