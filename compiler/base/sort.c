/* Sort: merging runs of doubling length. */
#include "base/sort.h"

#include <stdalign.h>
#include <stdbool.h>
#include <string.h>

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Merges the sorted runs from[low..middle) and from[middle..high) into `into`. */
static void merge_runs(const char *from, char *into, size_t low, size_t middle, size_t high,
                       size_t size, SortOrder order)
{
	size_t left = low, right = middle;
	for (size_t i = low; i < high; i++) {
		const char *a = from + left * size, *b = from + right * size;
		bool take_left = left < middle && (right == high || order(a, b) <= 0);
		memcpy(into + i * size, take_left ? a : b, size);
		*(take_left ? &left : &right) += 1;
	}
}

void sort_stable(Arena *arena, void *items, size_t count, size_t size, SortOrder order)
{
	char *from = items, *into = arena_take_array(arena, count, size, alignof(max_align_t));
	for (size_t width = 1; width < count; width *= 2) {
		for (size_t low = 0; low < count; low += 2 * width)
			merge_runs(from, into, low, smaller(low + width, count),
			           smaller(low + 2 * width, count), size, order);
		char *sorted = into;
		into = from;
		from = sorted;
	}
	if (from != (char *)items)
		memcpy(items, from, count * size);
}
