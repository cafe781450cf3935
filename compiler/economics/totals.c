/* Totals: every case's years added up, and the same by recipient. */
#include "economics/totals.h"

#include "base/swedish.h"
#include "economics/organisations.h"

void total_add(Total *total, PortfolioAmount amount)
{
	int64_t sum = 0;
	if (amount.knowledge == NOTHING_AGREED)
		return;
	total->cases++;
	/* What does not fit is not known either: a sum is right, or says what it lacks. */
	if (amount.knowledge == NOT_KNOWN || !integer_add(total->value, amount.value, &sum)) {
		total->missing++;
		return;
	}
	total->value = sum;
	total->missing += amount.partial;
	if (amount.standing > total->standing)
		total->standing = amount.standing;
}

/* Calendar years. */

static void find_years(const Portfolio *portfolio, Totals *totals)
{
	int first = 0, last = 0;
	for (size_t i = 0; i < portfolio->count; i++) {
		const PortfolioCase *c = &portfolio->items[i];
		int end = c->first_year + (int)c->year_count;
		if (c->year_count == 0 || (c->grant == NULL && !c->grant_missing))
			continue;
		first = first == 0 || c->first_year < first ? c->first_year : first;
		last = end > last ? end : last;
	}
	totals->first_year = first;
	totals->year_count = (size_t)(last - first);
}

static void add_cases(const Portfolio *portfolio, Totals *totals)
{
	for (size_t i = 0; i < portfolio->count; i++) {
		const PortfolioCase *c = &portfolio->items[i];
		total_add(&totals->period, c->period);
		for (size_t y = 0; y < totals->year_count; y++)
			total_add(&totals->years[y],
			          portfolio_year(c, totals->first_year + (int)y));
	}
}

/* Recipients. */

static int by_who(const void *a, const void *b)
{
	const Appearance *one = a, *other = b;
	if (one->who != other->who)
		return one->who > other->who ? 1 : -1;
	return 0;
}

static int by_index(const void *a, const void *b)
{
	const Appearance *one = a, *other = b;
	return one->index > other->index ? 1 : -1;
}

static int by_recipient_name(const void *a, const void *b)
{
	const Recipient *one = a, *other = b;
	return swedish_order(one->name, other->name);
}

static bool receives(const PortfolioCase *c, const PortfolioParty *party)
{
	bool something = party->period.value != 0 || party->period.knowledge == NOT_KNOWN;
	for (size_t i = 0; i < party->grant_count; i++)
		something = something || party->grants[i].yearly != 0;
	for (size_t y = 0; party->years != NULL && y < c->year_count; y++)
		something = something || party->years[y].value != 0 ||
		            party->years[y].knowledge == NOT_KNOWN;
	return party->civil && something;
}

static void add_number(Arena *arena, Recipient *recipient, Text number)
{
	for (size_t i = 0; i < recipient->number_count; i++)
		if (text_equal(recipient->numbers[i], number))
			return;
	if (number.length == 0)
		return;
	Text *numbers = ARENA_ARRAY(arena, Text, recipient->number_count + 1);
	for (size_t i = 0; i < recipient->number_count; i++)
		numbers[i] = recipient->numbers[i];
	numbers[recipient->number_count++] = number;
	recipient->numbers = numbers;
}

static void add_party(const Portfolio *portfolio, const Totals *totals, const PortfolioCase *c,
                      const PortfolioParty *party, Recipient *recipient)
{
	add_number(portfolio->arena, recipient, party->number);
	recipient->cases++;
	total_add(&recipient->period, party->period);
	for (size_t y = 0; y < c->year_count; y++)
		total_add(&recipient->years[(size_t)(c->first_year - totals->first_year) + y],
		          party->years[y]);
}

static Recipient recipient_new(const Portfolio *portfolio, const Totals *totals, Text name)
{
	return (Recipient){.name = name,
	                   .years = ARENA_ARRAY(portfolio->arena, Total, totals->year_count + 1)};
}

/* Appearances of one organisation, in the order of the cases. */
static void add_recipient(const Portfolio *portfolio, Totals *totals, const Appearance *items,
                          size_t count)
{
	Recipient recipient = recipient_new(portfolio, totals, items[0].party->name);
	for (size_t i = 0; i < count; i++)
		if (receives(items[i].c, items[i].party))
			add_party(portfolio, totals, items[i].c, items[i].party, &recipient);
	if (recipient.cases > 0)
		totals->recipients[totals->recipient_count++] = recipient;
}

/* An amount less those of the parties, where all are known. */
static PortfolioAmount rest_of(const PortfolioCase *c, PortfolioAmount whole, size_t year)
{
	for (size_t p = 0; p < c->party_count; p++) {
		const PortfolioParty *party = &c->parties[p];
		PortfolioAmount part = year == SIZE_MAX       ? party->period
		                       : party->years != NULL ? party->years[year]
		                                              : (PortfolioAmount){0};
		if (part.knowledge == NOT_KNOWN)
			return (PortfolioAmount){0};
		whole.value -= part.value;
	}
	return whole.value != 0 || whole.knowledge == NOT_KNOWN ? whole : (PortfolioAmount){0};
}

/* What no party in particular receives: several civil parties, and no split between them. */
static void add_rest(const Portfolio *portfolio, Totals *totals)
{
	Recipient nobody = recipient_new(portfolio, totals, TEXT(""));
	for (size_t i = 0; i < portfolio->count; i++) {
		const PortfolioCase *c = &portfolio->items[i];
		PortfolioAmount all = rest_of(c, c->period, SIZE_MAX);
		bool any = all.knowledge != NOTHING_AGREED;
		total_add(&nobody.period, all);
		for (size_t y = 0; y < c->year_count; y++) {
			PortfolioAmount rest = rest_of(c, c->years[y], y);
			any = any || rest.knowledge != NOTHING_AGREED;
			total_add(&nobody.years[(size_t)(c->first_year - totals->first_year) + y],
			          rest);
		}
		nobody.cases += any;
	}
	if (nobody.cases > 0)
		totals->recipients[totals->recipient_count++] = nobody;
}

Totals totals_of(const Portfolio *portfolio)
{
	Arena *arena = portfolio->arena;
	Totals totals = {0};
	Appearances all = organisations_find(portfolio);
	find_years(portfolio, &totals);
	totals.years = ARENA_ARRAY(arena, Total, totals.year_count + 1);
	totals.recipients = ARENA_ARRAY(arena, Recipient, all.count + 1);
	add_cases(portfolio, &totals);
	appearances_sort(arena, &all, by_index);
	appearances_sort(arena, &all, by_who);
	for (size_t first = 0, end; first < all.count; first = end) {
		end = appearances_run(&all, first, by_who);
		add_recipient(portfolio, &totals, &all.items[first], end - first);
	}
	sort_stable(arena, totals.recipients, totals.recipient_count, sizeof *totals.recipients,
	            by_recipient_name);
	add_rest(portfolio, &totals);
	return totals;
}
