/* Sort: items in order, equal ones as they stood. */
#ifndef BASE_SORT_H
#define BASE_SORT_H

#include <stddef.h>

#include "base/arena.h"

/* Negative, zero or positive, as the item at `a` comes before, beside or after the one at `b`. */
typedef int (*SortOrder)(const void *a, const void *b);

/* Sorts `count` items of `size` bytes in place by merging, in time n log n whatever the order was;
 * room for as many is taken from the arena. */
void sort_stable(Arena *arena, void *items, size_t count, size_t size, SortOrder order);

#endif
