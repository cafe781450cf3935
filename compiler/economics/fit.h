/* Fit: whether an entry's value is its exact result, and in words what was done to it if not. */
#ifndef ECONOMICS_FIT_H
#define ECONOMICS_FIT_H

#include "base/arena.h"
#include "base/text.h"
#include "economics/ledger.h"

typedef enum Fit {
	FIT_EXACT,
	FIT_ROUNDED, /* in the way that the entry names */
	FIT_MOVED,   /* by the method of largest remainder, to something else */
} Fit;

/* Index factors are printed with at most so many decimals. */
#define FIT_FACTOR_DECIMALS 6

Fit fit_of(Arena *arena, const Entry *entry);

/* "avrundat till hel krona"; with "justerat så att …" where the method of largest remainder moved
 * the value; empty for an exact result. */
Text fit_words(Arena *arena, const Entry *entry);

/* OPERATION_SHARE and OPERATION_PART: what all the parts, or all the keys, add up to, as an entry
 * like the first of them. */
Entry fit_whole(const Entry *entry);

#endif
