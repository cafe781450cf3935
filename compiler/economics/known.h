/* Known: every value of a case that a figure in running text can be held against. */
#ifndef ECONOMICS_KNOWN_H
#define ECONOMICS_KNOWN_H

#include "economics/ledger.h"
#include "economics/literal.h"
#include "model/agreement.h"

/*
 * The ledger's entries first, in its order, then what the case declares besides: dates, terms,
 * shares and amounts that no entry holds. A value in a list has no name that {{...}} could refer
 * to, and is only there to be equal to.
 */
typedef struct Known {
	Text name; /* "ekonomi.bidrag"; empty for a value without name */
	Unit unit;
	int64_t value; /* as literals count it; a share as exactly as it is known, rounded down */
	int64_t shown; /* a share as it is printed, otherwise the same as `value` */
	unsigned decimals; /* of a share as it is printed */
	Span origin;       /* where it was written; none for what is computed */
} Known;

typedef struct KnownList {
	Known *items;
	size_t count;
	size_t capacity;
} KnownList;

/* Collects the case's values, once for a case. The case must have been read without faults. */
void known_collect(Arena *arena, const Agreement *agreement, const Ledger *ledger,
                   KnownList *known);

bool known_equals(const Known *known, const Literal *literal);

/* How far a value lies from a literal, for the nearest one. Terms in months and in days compare as
 * if a month were thirty days. */
int64_t known_distance(const Known *known, const Literal *literal);

/* Whether values of one unit can be said instead of the other: terms in months and in days. */
bool units_compare(Unit a, Unit b);

/* How {{name}} is printed. */
Text known_text(Arena *arena, const Known *known);

#endif
