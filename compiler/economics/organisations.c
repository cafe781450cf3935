/* Organisations: finding out which parties are one. */
#include "economics/organisations.h"

static int by_register(const void *a, const void *b)
{
	const Appearance *one = a, *other = b;
	return text_order(one->party->register_id, other->party->register_id);
}

static int by_name(const void *a, const void *b)
{
	const Appearance *one = a, *other = b;
	return text_order(one->party->folded, other->party->folded);
}

void appearances_sort(Arena *arena, Appearances *all, SortOrder order)
{
	sort_stable(arena, all->items, all->count, sizeof *all->items, order);
}

size_t appearances_run(const Appearances *all, size_t first, SortOrder order)
{
	size_t end = first + 1;
	while (end < all->count && order(&all->items[first], &all->items[end]) == 0)
		end++;
	return end;
}

/* The organisation that an appearance has been found to be. */
static size_t root_of(size_t *same_as, size_t index)
{
	while (same_as[index] != index) {
		same_as[index] = same_as[same_as[index]];
		index = same_as[index];
	}
	return index;
}

/* Appearances that `order` calls equal are one organisation; its first appearance stands for it. */
static void unite(const Portfolio *portfolio, Appearances *all, size_t *same_as, SortOrder order)
{
	appearances_sort(portfolio->arena, all, order);
	for (size_t first = 0, end; first < all->count; first = end) {
		const PortfolioParty *party = all->items[first].party;
		Text key = order == by_register ? party->register_id : party->folded;
		end = appearances_run(all, first, order);
		for (size_t i = first + 1; key.length > 0 && i < end; i++) {
			size_t a = root_of(same_as, all->items[first].index);
			size_t b = root_of(same_as, all->items[i].index);
			same_as[a > b ? a : b] = a > b ? b : a;
		}
	}
}

Appearances organisations_find(const Portfolio *portfolio)
{
	size_t count = 0;
	for (size_t i = 0; i < portfolio->count; i++)
		count += portfolio->items[i].party_count;
	Appearances all = {ARENA_ARRAY(portfolio->arena, Appearance, count + 1), 0};
	size_t *same_as = ARENA_ARRAY(portfolio->arena, size_t, count + 1);
	for (size_t i = 0; i < portfolio->count; i++)
		for (size_t p = 0; p < portfolio->items[i].party_count; p++) {
			same_as[all.count] = all.count;
			all.items[all.count] =
			        (Appearance){&portfolio->items[i], &portfolio->items[i].parties[p],
			                     all.count, 0};
			all.count++;
		}
	unite(portfolio, &all, same_as, by_register);
	unite(portfolio, &all, same_as, by_name);
	for (size_t i = 0; i < count; i++)
		all.items[i].who = root_of(same_as, all.items[i].index);
	return all;
}
