/* Formula: the calculation of one entry as a person would write it, on one line. */
#ifndef ECONOMICS_FORMULA_H
#define ECONOMICS_FORMULA_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/text.h"
#include "economics/ledger.h"

/*
 * Whoever has the line alone can recompute its result:
 *
 *	1 800 000 kr × 1,027 × 6/12 = 924 300 kr
 *	1 023 800 kr / 4 232 475 kr = 24,19 % (avrundat till två decimaler)
 *	1 100 000 kr × (10 % + 90 % × 1,046) × 184/365 = 577 440 kr (avrundat till hel krona)
 *	80 % × (131,2/128,3 − 1), dock högst 1,5 % = 1,5 %
 *	2022-12-31, sex månader före = 2022-06-30
 *
 * Operators are + − × / and parentheses, in the order of arithmetic; a negative number that does
 * not come first stands in parentheses; digits are grouped with no-break spaces. A part of a year
 * is written in twelfths, or in its days. An index's factor is written out as the rises that make
 * it, so that it is exact.
 *
 * In parentheses after the result comes what was done to it: how it was rounded where it is not
 * exact; "justerat så att …" where the method of largest remainder moved it away from that
 * rounding, with what its group adds up to; "preliminärt" or "antagande".
 */

/* "1 848 600 kr", "52,9 %", "18 000 timmar", "2022-06-30", "sex månader". */
Text formula_value(Arena *arena, const Entry *entry);

/* Whether the entry is more than another value over again: a sum of several, a product ... */
bool formula_calculates(const Entry *entry);

/* What stands before "="; empty for a declared value and for an index's rise as published. */
Text formula_of(Arena *arena, const Entry *entry);

/* The whole line. Only for entries that have a formula. */
Text formula_line(Arena *arena, const Entry *entry);

#endif
