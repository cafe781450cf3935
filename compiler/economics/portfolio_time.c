/* Portfolio in time: the years, payments and days of a case, out of its ledger. */
#include "economics/portfolio_time.h"

#include "economics/quantity.h"
#include "economics/timeline.h"

/* Days. */

static Date day_of(const Ledger *ledger, Text name)
{
	const Entry *entry = ledger_find_known(ledger, name);
	return entry != NULL ? date_from_days((int32_t)entry->value) : (Date){0};
}

static void copy_days(Arena *arena, PortfolioCase *c, const Agreement *agreement,
                      const Ledger *ledger)
{
	c->notice_day = day_of(ledger, quantity_facts(QUANTITY_NOTICE_DAY)->name);
	c->decision_day = day_of(ledger, quantity_facts(QUANTITY_DECISION_DAY)->name);
	c->extended_to = day_of(ledger, quantity_facts(QUANTITY_EXTENDED_TO)->name);
	c->renewed_to = day_of(ledger, quantity_facts(QUANTITY_RENEWED_TO)->name);
	size_t count = agreement->period.follow_ups.count;
	c->follow_ups = ARENA_ARRAY(arena, Date, count + 1);
	for (size_t i = 0; i < count; i++) {
		Date day =
		        day_of(ledger, quantity_number(ledger->arena, QUANTITY_FOLLOW_UP_DAY, i));
		if (date_is_given(day))
			c->follow_ups[c->follow_up_count++] = day;
	}
}

/* Years. */

/* Within the days that are calculated, what has no entry is nothing. */
static PortfolioAmount amount_of(const Ledger *ledger, Text name)
{
	const Entry *entry = ledger_find(ledger, name);
	if (entry == NULL)
		return (PortfolioAmount){.knowledge = NOTHING_AGREED};
	if (entry->standing == STANDING_UNKNOWN)
		return (PortfolioAmount){.knowledge = NOT_KNOWN};
	return (PortfolioAmount){KNOWN, entry->value, entry->standing, false};
}

/* Fills in one amount for each of the case's years, and returns that of all of them. */
static PortfolioAmount copy_years(const PortfolioCase *c, const Agreement *agreement,
                                  const Ledger *ledger, Text name, PortfolioAmount *years)
{
	Timeline timeline = timeline_of(agreement);
	Date end = timeline.days.last;
	for (size_t i = 0; i < c->year_count; i++) {
		int year = c->first_year + (int)i;
		years[i] = amount_of(ledger, quantity_in_year(ledger->arena, name, year));
	}
	PortfolioAmount all = amount_of(ledger, quantity_together(ledger->arena, agreement, name));
	all.partial = all.knowledge == KNOWN && !timeline.whole;
	if (all.partial && c->year_count > 0 && (end.month < 12 || end.day < 31))
		years[c->year_count - 1].partial = true;
	return all;
}

void copy_time(Arena *arena, PortfolioCase *c, const Agreement *agreement, const Ledger *ledger)
{
	Timeline timeline = timeline_of(agreement);
	copy_days(arena, c, agreement, ledger);
	if (!timeline.known)
		return;
	c->first_year = timeline.days.first.year;
	c->year_count = (size_t)(timeline.days.last.year - c->first_year + 1);
	c->years = ARENA_ARRAY(arena, PortfolioAmount, c->year_count);
	if (!timeline.whole)
		c->known_to = timeline.days.last;
	c->period =
	        copy_years(c, agreement, ledger, quantity_facts(QUANTITY_GRANT)->name, c->years);
}

void copy_party_years(Arena *arena, const PortfolioCase *c, const Agreement *agreement,
                      const Ledger *ledger, const Party *party, PortfolioParty *copy)
{
	copy->years = ARENA_ARRAY(arena, PortfolioAmount, c->year_count + 1);
	copy->period = copy_years(c, agreement, ledger,
	                          quantity_of(ledger->arena, QUANTITY_GRANT, party->key.text),
	                          copy->years);
}

PortfolioAmount portfolio_year(const PortfolioCase *c, int year)
{
	bool granted = c->grant != NULL || c->grant_missing;
	if (!granted || !date_is_given(c->from) || year < c->from.year ||
	    (date_is_given(c->to) && year > c->to.year))
		return (PortfolioAmount){.knowledge = NOTHING_AGREED};
	if (year < c->first_year || year >= c->first_year + (int)c->year_count)
		return (PortfolioAmount){.knowledge = NOT_KNOWN};
	return c->years[year - c->first_year];
}

/* Payments. */

typedef struct Payments {
	PortfolioPayment *items;
	size_t count;
	size_t capacity;
} Payments;

static void copy_parts(Arena *arena, PortfolioPayment *payment, const Agreement *agreement,
                       const Ledger *ledger)
{
	const Party *parties = agreement->parties.items;
	const Party *sole = NULL;
	size_t civil = 0;
	payment->parts = ARENA_ARRAY(arena, PortfolioPart, agreement->parties.count + 1);
	for (size_t i = 0; i < agreement->parties.count; i++) {
		if (parties[i].sector.choice != SECTOR_CIVIL)
			continue;
		Text parts[] = {payment->name, TEXT("."), parties[i].key.text};
		PortfolioAmount part = amount_of(ledger, text_join(ledger->arena, parts, 3));
		sole = &parties[i];
		civil++;
		if (part.knowledge == KNOWN)
			payment->parts[payment->part_count++] = (PortfolioPart){
			        text_copy(arena, parties[i].short_name.text), part.value};
	}
	if (payment->part_count == 0 && civil == 1)
		payment->parts[payment->part_count++] = (PortfolioPart){
		        text_copy(arena, sole->short_name.text), payment->amount.value};
}

/* Each is two entries: the amount, and its day. */
void copy_payments(Arena *arena, PortfolioCase *c, const Agreement *agreement, const Ledger *ledger)
{
	const Text names[] = {quantity_facts(QUANTITY_INSTALMENT)->name,
	                      quantity_facts(QUANTITY_SETTLEMENT)->name};
	const Text day = TEXT(".dag");
	Payments all = {0};
	for (size_t i = 0; i < ledger->count; i++) {
		const Entry *entry = ledger->items[i];
		if (entry->unit != UNIT_DATE || !text_ends(entry->name, day) ||
		    (!text_starts(entry->name, names[0]) && !text_starts(entry->name, names[1])))
			continue;
		Text name = text_cut(entry->name, 0, entry->name.length - day.length);
		PortfolioPayment *payment = ARENA_PUSH(arena, &all);
		*payment = (PortfolioPayment){.name = text_copy(arena, name),
		                              .day = date_from_days((int32_t)entry->value),
		                              .amount = amount_of(ledger, name)};
		if (payment->amount.knowledge == KNOWN)
			copy_parts(arena, payment, agreement, ledger);
	}
	c->payments = all.items;
	c->payment_count = all.count;
}
