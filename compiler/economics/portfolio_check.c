/* Portfolio checks: numbers, ceilings for state aid, and the rule of thumb. */
#include "base/buffer.h"
#include "base/swedish.h"
#include "economics/portfolio.h"
#include "economics/quantity.h"
#include "economics/timeline.h"

static Diagnostics *diagnostics_of(const Portfolio *portfolio)
{
	return portfolio->ledger->diagnostics;
}

/* One party of one case. */
typedef struct Appearance {
	const PortfolioCase *c;
	const PortfolioParty *party;
} Appearance;

/* All parties of all cases, those of one name beside each other, in the order of the cases. */
typedef struct Appearances {
	Appearance *items;
	size_t count;
} Appearances;

typedef int (*AppearanceOrder)(const Appearance *a, const Appearance *b);

static int by_name(const Appearance *a, const Appearance *b)
{
	return text_order(a->party->name, b->party->name);
}

static int by_number(const Appearance *a, const Appearance *b)
{
	return text_order(a->party->number, b->party->number);
}

/* A merge sort: equal ones keep their order. */
static void sort(Appearance *items, Appearance *spare, size_t count, AppearanceOrder order)
{
	if (count < 2)
		return;
	size_t half = count / 2, left = 0, right = half;
	sort(items, spare, half, order);
	sort(items + half, spare, count - half, order);
	for (size_t i = 0; i < count; i++) {
		bool from_left =
		        left < half && (right == count || order(&items[left], &items[right]) <= 0);
		spare[i] = items[from_left ? left++ : right++];
	}
	for (size_t i = 0; i < count; i++)
		items[i] = spare[i];
}

static Appearances appearances_by(const Portfolio *portfolio, AppearanceOrder order)
{
	size_t count = 0;
	for (size_t i = 0; i < portfolio->count; i++)
		count += portfolio->items[i].party_count;
	Appearances all = {ARENA_ARRAY(portfolio->arena, Appearance, count + 1), 0};
	for (size_t i = 0; i < portfolio->count; i++)
		for (size_t p = 0; p < portfolio->items[i].party_count; p++)
			all.items[all.count++] =
			        (Appearance){&portfolio->items[i], &portfolio->items[i].parties[p]};
	sort(all.items, ARENA_ARRAY(portfolio->arena, Appearance, count + 1), count, order);
	return all;
}

/* Numbers. */

static void check_numbers(const Portfolio *portfolio)
{
	Appearances all = appearances_by(portfolio, by_name);
	const PortfolioParty *first = NULL;
	for (size_t i = 0; i < all.count; i++) {
		const PortfolioParty *party = all.items[i].party;
		if (party->number.length == 0)
			continue;
		if (first == NULL || !text_equal(first->name, party->name)) {
			first = party;
		} else if (!text_equal(first->number, party->number)) {
			diagnose(diagnostics_of(portfolio), NUMBERS_DIFFER, party->place,
			         party->name, party->number, first->number);
			diagnostic_note(diagnostics_of(portfolio), NUMBER_STANDS_HERE,
			                first->place);
		}
	}
}

/* Boards share their municipality's number; organisations do not share theirs. */
static void check_names(const Portfolio *portfolio)
{
	Appearances all = appearances_by(portfolio, by_number);
	const PortfolioParty *first = NULL;
	for (size_t i = 0; i < all.count; i++) {
		const PortfolioParty *party = all.items[i].party;
		if (party->number.length == 0 || !party->civil)
			continue;
		if (first == NULL || !text_equal(first->number, party->number)) {
			first = party;
		} else if (!text_equal(first->name, party->name)) {
			diagnose(diagnostics_of(portfolio), NUMBER_SHARED, party->place,
			         party->number, first->name, party->name);
			diagnostic_note(diagnostics_of(portfolio), NUMBER_STANDS_HERE,
			                first->place);
		}
	}
}

/* State aid. */

/* The agreement of a recipient that begins last. */
static Date beginning(const PortfolioCase *c)
{
	return date_is_given(c->from) ? c->from : c->decided;
}

static const PortfolioCase *latest(const Appearance *items, size_t count)
{
	const PortfolioCase *found = NULL;
	for (size_t i = 0; i < count; i++)
		if (items[i].party->granted > 0 && date_is_given(beginning(items[i].c)) &&
		    (found == NULL || date_order(beginning(items[i].c), beginning(found)) > 0))
			found = items[i].c;
	return found;
}

/* The part of the window that an agreement is in force, in years. */
static Ratio years_in_force(const PortfolioCase *c, Days window)
{
	Days own = {c->from, c->to}, common, days;
	Ratio years = {0, 1};
	if (!date_is_given(c->from))
		own.first = window.first;
	if (!date_is_given(c->to))
		own.last = window.last;
	if (own.first.day == 0)
		own.first.day = 1;
	if (!days_overlap(own, window, &common))
		return years;
	for (int year = common.first.year; year <= common.last.year; year++)
		if (days_overlap(common, days_of_year(year), &days))
			ratio_add(years, days_part_of_year(days, PRORATE_BY_MONTH), &years);
	return years;
}

/* What the recipient is granted in the window, in öre; false when that does not fit. */
static bool granted_in(const Appearance *items, size_t count, Days window, Money *sum)
{
	*sum = 0;
	for (size_t i = 0; i < count; i++) {
		Money part = 0;
		if (!ratio_scale(items[i].party->granted, years_in_force(items[i].c, window),
		                 MONEY_KRONA, ROUND_HALF_UP, &part) ||
		    !integer_add(*sum, part, sum))
			return false;
	}
	return true;
}

static bool in_force(const AidCeiling *ceiling, Date day)
{
	return date_is_given(day) && date_order(ceiling->from.date, day) <= 0 &&
	       (!date_is_given(ceiling->to.date) || date_order(day, ceiling->to.date) <= 0);
}

/* A ceiling in kronor: in öre. */
static bool ceiling_in_kronor(const AidCeiling *ceiling, const EuroRate *rate, Money *kronor)
{
	return ratio_scale(ceiling->euro.value * MONEY_KRONA, rate->kronor.ratio, 1, ROUND_DOWN,
	                   kronor);
}

static Text case_names(const Portfolio *portfolio, const Appearance *items, size_t count)
{
	enum { MOST = 6 };
	Text names[MOST + 1];
	size_t used = 0, more = 0;
	for (size_t i = 0; i < count; i++) {
		if (items[i].party->granted > 0 && used < MOST)
			names[used++] = items[i].c->name;
		else
			more += items[i].party->granted > 0;
	}
	if (more > 0) {
		Text parts[] = {swedish_integer(portfolio->arena, (int64_t)more),
		                TEXT(" ärenden till")};
		names[used++] = text_join(portfolio->arena, parts, 2);
	}
	return swedish_list(portfolio->arena, names, used);
}

typedef struct Reached {
	const AidCeiling *ceiling;
	Money kronor, granted;
	Days window;
} Reached;

/* The highest ceiling that a recipient's grants reach. */
static Reached highest_reached(const Register *shared, const Appearance *items, size_t count,
                               const PortfolioCase *last)
{
	Reached found = {0};
	const AidCeiling *ceilings = shared->ceilings.items;
	for (size_t i = 0; i < shared->ceilings.count; i++) {
		Money kronor = 0, granted = 0;
		Days window = {beginning(last), {0}};
		if (window.first.day == 0)
			window.first.day = 1;
		Date end = date_add_months(window.first, 12 * (int)ceilings[i].years.value);
		if (!date_is_given(end) || !in_force(&ceilings[i], last->decided))
			continue;
		window.last = date_add_days(end, -1);
		if (ceiling_in_kronor(&ceilings[i], &shared->euro, &kronor) &&
		    granted_in(items, count, window, &granted) && granted >= kronor &&
		    kronor > found.kronor)
			found = (Reached){&ceilings[i], kronor, granted, window};
	}
	return found;
}

static void check_recipient(const Portfolio *portfolio, const Register *shared,
                            const Appearance *items, size_t count)
{
	Arena *arena = portfolio->arena;
	const PortfolioCase *last = latest(items, count);
	if (last == NULL || !items[0].party->civil)
		return;
	Reached reached = highest_reached(shared, items, count, last);
	if (reached.ceiling == NULL)
		return;
	Text euro[] = {swedish_integer(arena, reached.ceiling->euro.value), TEXT(" euro ("),
	               swedish_amount(arena, reached.kronor), TEXT(")")};
	Text window[] = {swedish_date_short(arena, reached.window.first), TEXT(" till "),
	                 swedish_date_short(arena, reached.window.last)};
	diagnose(diagnostics_of(portfolio), AID_CEILING, last->place, items[0].party->name,
	         swedish_amount(arena, reached.granted), text_join(arena, window, 3),
	         case_names(portfolio, items, count), text_join(arena, euro, 4),
	         reached.ceiling->key.text);
}

static void check_aid(const Portfolio *portfolio, const Register *shared)
{
	if (!VALUE_GIVEN(shared->euro.kronor) || shared->euro.kronor.ratio.denominator == 0)
		return;
	Appearances all = appearances_by(portfolio, by_name);
	for (size_t first = 0, next; first < all.count; first = next) {
		for (next = first + 1; next < all.count; next++)
			if (by_name(&all.items[first], &all.items[next]) != 0)
				break;
		check_recipient(portfolio, shared, &all.items[first], next - first);
	}
}

void portfolio_check(const Portfolio *portfolio, const Register *shared)
{
	check_numbers(portfolio);
	check_names(portfolio);
	check_aid(portfolio, shared);
}

/* The rule of thumb. */

void rule_of_thumb_check(const Agreement *agreement, const Ledger *ledger, Diagnostics *diagnostics)
{
	const RuleOfThumb *rule = &agreement->shared->rule;
	const Entry *scope = ledger_find(ledger, quantity_facts(QUANTITY_SCOPE)->name);
	const Entry *civil = ledger_find(ledger, quantity_facts(QUANTITY_CIVIL_PUT_IN)->name);
	const Entry *share = ledger_find(ledger, quantity_facts(QUANTITY_PUBLIC_SHARE)->name);
	Money most = 0;
	if (!VALUE_GIVEN(rule->most_public) || rule->most_public.ratio.denominator == 0 ||
	    scope == NULL || share == NULL ||
	    !ratio_scale(scope->value, rule->most_public.ratio, 1, ROUND_DOWN, &most) ||
	    scope->value - (civil != NULL ? civil->value : 0) <= most)
		return;
	Ratio hundred = {0, 1};
	ratio_multiply(rule->most_public.ratio, (Ratio){100, 1}, &hundred);
	Text limit[] = {swedish_decimal(diagnostics->arena, hundred, 4), TEXT("\xC2\xA0%")};
	diagnose(diagnostics, PUBLIC_SHARE, agreement->economy.contributions.span,
	         swedish_percent(diagnostics->arena, share->value, share->decimals),
	         text_join(diagnostics->arena, limit, 2), rule->source.text);
}
