/* Numeral: words and numbers of running text, at any place in it. */
#ifndef PROSE_NUMERAL_H
#define PROSE_NUMERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/*
 * All positions are bytes of a text in valid UTF-8. Nothing here looks further than one number and
 * the gaps in it, and a gap is at most GAP_BYTES, so reading on from where a number ended takes
 * time in proportion to the text.
 */
enum { GAP_BYTES = 200 };

/* What may stand between the parts of a figure: spaces of every kind, one line end with its
 * indentation, and the marks of emphasis in Markdown. A paragraph's end is no gap. */
typedef struct Gap {
	size_t end;
	bool spaced; /* there is a space in it, and not only marks */
} Gap;

Gap gap_at(Text text, size_t at);

bool is_digit(uint32_t codepoint);

/* Where the run of letters at `at` ends. */
size_t letters_end(Text text, size_t at);
/* Whether the text begins at `at` with `word`, which is in lower case; case does not count. */
bool begins_with_word(Text text, size_t at, Text word);
/* The same for a whole word. */
bool is_word(Text text, size_t at, Text word);

/* A number: 15 with one decimal is 1,5. */
typedef struct Numeral {
	int64_t digits;
	unsigned decimals;
	bool huge; /* more digits than can be held; `digits` means nothing */
	bool year; /* written as a year is, "2019" */
	size_t first, end;
} Numeral;

/*
 * The number that begins at `at`: digits in one run, or grouped in threes by gaps or points, then
 * decimals after a comma (or a point), with a minus sign or not; or a number word. False when there
 * is none, or when what is there belongs to something longer, such as a diary number or a time;
 * then `numeral->end` tells where that which was looked at ends.
 */
bool numeral_read(Text text, size_t at, Numeral *numeral);

#endif
