/* Meaning: what the words of a sentence say that a figure in it is. */
#ifndef ECONOMICS_MEANING_H
#define ECONOMICS_MEANING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "economics/ledger.h"

/* The rows of tally_words.def. All words are texts with "|" between the alternatives. */
typedef struct Meaning {
	Unit unit;
	Text words;
	Text sure;
	Text names;
} Meaning;

enum {
	MEANINGS = 0
#define MEANING(unit, words, sure, names) +1
#include "economics/tally_words.def"
};

const Meaning *meaning_at(size_t row);

/* Whether a value of this name is one that the row's words can mean. */
bool meaning_has_name(const Meaning *meaning, Text name);

/* Where the one of `words` that stands at `at`, the beginning of a word, ends; `at` when none. */
size_t words_match(Text text, size_t at, Text words);

/* Whether what stands at `at` says that figures of the unit belong to another time or another
 * agreement. */
bool is_doubt(Text text, size_t at, Unit unit);

/* Whether "@part" is among the words. */
bool words_have_party(Text words);

#endif
