/* Hyphenate: where a word may be divided; the one place that knows libhyphen. */
#ifndef PDF_HYPHENATE_H
#define PDF_HYPHENATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/*
 * The dictionary is looked into when the first word is asked about, since many documents need no
 * hyphen at all. What hyphenate_new accepts can still turn out to be damaged then: no word is
 * divided, and hyphenate_failed tells.
 */
typedef struct Hyphenator Hyphenator;

/* Longer words than this are never divided. */
#define HYPHENATE_LETTERS 128

/* NULL when the bytes, which must outlive it, do not begin as a dictionary in ISO 8859-1 or UTF-8.
 */
Hyphenator *hyphenate_new(Arena *arena, Text dictionary);
void hyphenate_close(Hyphenator *hyphenator);

/* Says which text the words that follow will mostly come from, for speed alone: the answers are the
 * same. The text must live until the last word of it has been asked about. */
void hyphenate_expect(Hyphenator *hyphenator, Text text);

bool hyphenate_failed(const Hyphenator *hyphenator);

/*
 * Fills `points` with the byte positions, in rising order, before which `word` may be divided, and
 * returns how many. At least two letters stay before a hyphen and three after it. Only a word of
 * nothing but letters has any, so amounts, addresses and references are never divided.
 */
size_t hyphenate_word(Hyphenator *hyphenator, Text word, size_t points[HYPHENATE_LETTERS]);

#endif
