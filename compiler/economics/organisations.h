/* Organisations: who is the same in different cases. */
#ifndef ECONOMICS_ORGANISATIONS_H
#define ECONOMICS_ORGANISATIONS_H

#include "base/sort.h"
#include "economics/portfolio.h"

/*
 * Parties are one organisation when the register knows them by the same id, or when their names are
 * equal but for capitals and spaces; and so on from one to the next.
 */

/* One party of one case. */
typedef struct Appearance {
	const PortfolioCase *c;
	const PortfolioParty *party;
	size_t index; /* among all, in the order of the cases */
	size_t who;   /* the index of this organisation's first appearance */
} Appearance;

typedef struct Appearances {
	Appearance *items;
	size_t count;
} Appearances;

/* All parties of all cases, in no particular order. */
Appearances organisations_find(const Portfolio *portfolio);
void appearances_sort(Arena *arena, Appearances *all, SortOrder order);
/* Where the ones that are equal to the one at `first` end. */
size_t appearances_run(const Appearances *all, size_t first, SortOrder order);

#endif
