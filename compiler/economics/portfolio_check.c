/* Portfolio checks: numbers, ceilings for state aid, and the rule of thumb. */
#include "base/swedish.h"
#include "economics/organisations.h"
#include "economics/quantity.h"
#include "economics/timeline.h"

static Diagnostics *diagnostics_of(const Portfolio *portfolio)
{
	return portfolio->ledger->diagnostics;
}

static int by_number(const void *a, const void *b)
{
	const Appearance *one = a, *other = b;
	return text_order(one->party->number, other->party->number);
}

static int by_organisation(const void *a, const void *b)
{
	const Appearance *one = a, *other = b;
	return (one->who > other->who) - (one->who < other->who);
}

/* Numbers. */

static int by_place(const void *a, const void *b)
{
	const Appearance *one = a, *other = b;
	return (one->index > other->index) - (one->index < other->index);
}

static void check_numbers(const Portfolio *portfolio, Appearances *all)
{
	appearances_sort(portfolio->arena, all, by_place);
	appearances_sort(portfolio->arena, all, by_organisation);
	const Appearance *first = NULL;
	for (size_t i = 0; i < all->count; i++) {
		const Appearance *one = &all->items[i];
		if (one->party->number.length == 0)
			continue;
		if (first == NULL || first->who != one->who) {
			first = one;
		} else if (!text_equal(first->party->number, one->party->number)) {
			diagnose(diagnostics_of(portfolio), NUMBERS_DIFFER, one->party->place,
			         one->party->name, one->party->number, first->party->number,
			         first->c->name);
			diagnostic_note(diagnostics_of(portfolio), NUMBER_STANDS_HERE,
			                first->party->place);
		}
	}
}

/* Boards share their municipality's number; organisations do not share theirs. */
static void check_names(const Portfolio *portfolio, Appearances *all)
{
	appearances_sort(portfolio->arena, all, by_place);
	appearances_sort(portfolio->arena, all, by_number);
	const Appearance *first = NULL;
	for (size_t i = 0; i < all->count; i++) {
		const Appearance *one = &all->items[i];
		if (one->party->number.length == 0 || !one->party->civil)
			continue;
		if (first == NULL || by_number(first, one) != 0) {
			first = one;
		} else if (first->who != one->who) {
			diagnose(diagnostics_of(portfolio), NUMBER_SHARED, one->party->place,
			         one->party->number, first->party->name, one->party->name);
			diagnostic_note(diagnostics_of(portfolio), NUMBER_STANDS_HERE,
			                first->party->place);
		}
	}
}

/* State aid. */

static Date first_day(Date date)
{
	if (date_is_given(date) && date.day == 0)
		date.day = 1;
	return date;
}

static Date beginning(const PortfolioCase *c)
{
	return first_day(date_is_given(c->from) ? c->from : c->decided);
}

static bool is_granted(const PortfolioParty *party)
{
	bool any = false;
	for (size_t i = 0; party->civil && i < party->grant_count; i++)
		any = any || party->grants[i].yearly > 0;
	return any;
}

/* The days within a window that one of a party's grants is in force; false when there are none. */
static bool days_in_force(const Appearance *one, size_t grant, Days window, Days *days)
{
	const PortfolioGrant *grants = one->party->grants;
	Days own = {first_day(one->c->from), one->c->to};
	if (!date_is_given(own.first))
		own.first = window.first;
	if (!date_is_given(own.last))
		own.last = window.last;
	if (date_is_given(grants[grant].from))
		own.first = grants[grant].from;
	if (grant + 1 < one->party->grant_count)
		own.last = date_add_days(grants[grant + 1].from, -1);
	return days_overlap(own, window, days);
}

/* Every agreement is held against the window of every other, and hardly any has as many grants. */
enum { FEW = 4 };

/* What one agreement grants its recipient in a window, rounded once to kronor; false when that does
 * not fit. */
static bool granted_by(Arena *arena, const Appearance *one, Days window, Money *sum)
{
	const PortfolioParty *party = one->party;
	RatioProduct few[FEW];
	RatioProduct *products = party->grant_count <= FEW
	                                 ? few
	                                 : ARENA_ARRAY(arena, RatioProduct, party->grant_count);
	size_t count = 0;
	Days days;
	for (size_t i = 0; i < party->grant_count; i++)
		if (days_in_force(one, i, window, &days))
			products[count++] = (RatioProduct){
			        party->grants[i].yearly, days_by_month(days), {1, 1}};
	return ratio_sum_products(products, count, MONEY_KRONA, ROUND_HALF_UP, sum);
}

/* All agreements together; false when that does not fit. */
static bool granted_in(Arena *arena, const Appearance *items, size_t count, Days window, Money *sum)
{
	*sum = 0;
	for (size_t i = 0; i < count; i++) {
		Money part = 0;
		if (is_granted(items[i].party) &&
		    (!granted_by(arena, &items[i], window, &part) || !integer_add(*sum, part, sum)))
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

typedef struct Reached {
	const AidCeiling *ceiling;
	const PortfolioCase *c; /* whose first day the window begins with */
	Money kronor, granted;
	Days window;
} Reached;

/* Looks at the window of one agreement, and keeps the highest ceiling and the greatest sum. */
static void try_window(Arena *arena, const Register *shared, const Appearance *items, size_t count,
                       const PortfolioCase *c, Reached *found)
{
	const AidCeiling *ceilings = shared->ceilings.items;
	Date decided = first_day(date_is_given(c->decided) ? c->decided : c->from);
	Money granted = 0;
	int64_t counted = 0; /* the years that `granted` is for */
	for (size_t i = 0; i < shared->ceilings.count; i++) {
		Money kronor = 0;
		Days window = {beginning(c), {0}};
		Date end = date_add_months(window.first, 12 * (int)ceilings[i].years.value);
		if (!date_is_given(end) || !in_force(&ceilings[i], decided) ||
		    !ceiling_in_kronor(&ceilings[i], &shared->euro, &kronor))
			continue;
		window.last = date_add_days(end, -1);
		if (counted != ceilings[i].years.value &&
		    !granted_in(arena, items, count, window, &granted))
			return;
		counted = ceilings[i].years.value;
		if (granted >= kronor && (kronor > found->kronor ||
		                          (kronor == found->kronor && granted > found->granted)))
			*found = (Reached){&ceilings[i], c, kronor, granted, window};
	}
}

/* "1 500 000 kr per år i 36 månader" */
static Text how_counted(Arena *arena, const Appearance *one, Days window)
{
	Text *stretches = ARENA_ARRAY(arena, Text, one->party->grant_count + 1);
	size_t count = 0;
	Days days;
	for (size_t i = 0; i < one->party->grant_count; i++) {
		Ratio months = {0, 1};
		if (one->party->grants[i].yearly == 0 || !days_in_force(one, i, window, &days))
			continue;
		ratio_multiply(days_by_month(days), (Ratio){12, 1}, &months);
		Text parts[] = {swedish_amount(arena, one->party->grants[i].yearly),
		                TEXT(" per år i "), swedish_decimal(arena, months, 2),
		                months.numerator == months.denominator ? TEXT("\xC2\xA0månad")
		                                                       : TEXT("\xC2\xA0månader")};
		stretches[count++] = text_join(arena, parts, 4);
	}
	return swedish_list(arena, stretches, count);
}

/* Names the agreements that count in the window, and notes how the first of them were counted. */
enum { MOST_NAMED = 6 };

static Text case_names(const Portfolio *portfolio, const Appearance *items, size_t count,
                       Days window, const Appearance **named, size_t *named_count)
{
	Text names[MOST_NAMED + 1];
	size_t used = 0, more = 0;
	for (size_t i = 0; i < count; i++) {
		Money part = 0;
		if (!is_granted(items[i].party) ||
		    !granted_by(portfolio->arena, &items[i], window, &part) || part == 0)
			continue;
		if (used == MOST_NAMED) {
			more++;
			continue;
		}
		named[used] = &items[i];
		names[used++] = items[i].c->name;
	}
	*named_count = used;
	if (more > 0) {
		Text parts[] = {swedish_integer(portfolio->arena, (int64_t)more),
		                TEXT(" ärenden till")};
		names[used++] = text_join(portfolio->arena, parts, 2);
	}
	return swedish_list(portfolio->arena, names, used);
}

static void report_reached(const Portfolio *portfolio, const Appearance *items, size_t count,
                           const Reached *reached)
{
	Arena *arena = portfolio->arena;
	const Appearance *named[MOST_NAMED];
	size_t named_count = 0;
	Text names = case_names(portfolio, items, count, reached->window, named, &named_count);
	Text euro[] = {swedish_integer(arena, reached->ceiling->euro.value), TEXT(" euro ("),
	               swedish_amount(arena, reached->kronor), TEXT(")")};
	Text window[] = {swedish_date_short(arena, reached->window.first), TEXT(" till "),
	                 swedish_date_short(arena, reached->window.last)};
	diagnose(diagnostics_of(portfolio), AID_CEILING, reached->c->place, items[0].party->name,
	         swedish_amount(arena, reached->granted), text_join(arena, window, 3), names,
	         text_join(arena, euro, 4), reached->ceiling->key.text);
	for (size_t i = 0; i < named_count; i++) {
		Money part = 0;
		granted_by(arena, named[i], reached->window, &part);
		diagnostic_note(diagnostics_of(portfolio), AID_COUNTED, named[i]->c->place,
		                named[i]->c->name, how_counted(arena, named[i], reached->window),
		                swedish_amount(arena, part));
	}
}

static void check_aid(const Portfolio *portfolio, const Register *shared, Appearances *all)
{
	if (!VALUE_GIVEN(shared->euro.kronor) || shared->euro.kronor.ratio.denominator == 0)
		return;
	appearances_sort(portfolio->arena, all, by_place);
	appearances_sort(portfolio->arena, all, by_organisation);
	for (size_t first = 0, end; first < all->count; first = end) {
		const Appearance *items = &all->items[first];
		Reached reached = {0};
		end = appearances_run(all, first, by_organisation);
		for (size_t i = 0; i < end - first; i++)
			if (is_granted(items[i].party) && date_is_given(beginning(items[i].c)))
				try_window(portfolio->arena, shared, items, end - first, items[i].c,
				           &reached);
		if (reached.ceiling != NULL)
			report_reached(portfolio, items, end - first, &reached);
	}
}

void portfolio_check(const Portfolio *portfolio, const Register *shared)
{
	Appearances all = organisations_find(portfolio);
	check_numbers(portfolio, &all);
	check_names(portfolio, &all);
	check_aid(portfolio, shared, &all);
}

/* The rule of thumb. */

void rule_of_thumb_check(const Agreement *agreement, const Ledger *ledger, Diagnostics *diagnostics)
{
	const RuleOfThumb *rule = &agreement->shared->rule;
	const Entry *scope = ledger_find_known(ledger, quantity_facts(QUANTITY_SCOPE)->name);
	const Entry *civil = ledger_find_known(ledger, quantity_facts(QUANTITY_CIVIL_PUT_IN)->name);
	const Entry *share = ledger_find_known(ledger, quantity_facts(QUANTITY_PUBLIC_SHARE)->name);
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
