/* Payments: which stretches of time are paid for when, to whom, and what it adds up to. */
#include "economics/payments.h"

#include "model/resolve.h"

/* Lines. */

static bool is_paid(const Calculation *c, size_t contribution)
{
	const Contribution *items = c->agreement->economy.contributions.items;
	const Stream *stream = &c->contributions[contribution];
	return items[contribution].party != NULL && stream->agreed != NULL && stream->in_time &&
	       items[contribution].kind.choice == CONTRIBUTION_CASH &&
	       party_is_public(c, party_index(c->agreement, items[contribution].party));
}

static void add_lines_of(PaymentPlan *plan, size_t contribution)
{
	Calculation *c = plan->c;
	const Contribution *items = c->agreement->economy.contributions.items;
	const PartyAmount *amounts = items[contribution].split.items;
	Stream *stream = &c->contributions[contribution];
	if (items[contribution].split.count == 0)
		plan->lines[plan->line_count++] =
		        (Line){stream, contribution, SIZE_MAX, sole_civil_party(c), {0}};
	size_t part = 0;
	for (size_t i = 0; i < items[contribution].split.count; i++)
		if (split_entry_counts(&amounts[i]))
			plan->lines[plan->line_count++] =
			        (Line){stream,
			               contribution,
			               part++,
			               party_index(c->agreement, amounts[i].party),
			               {0}};
}

static void add_lines(PaymentPlan *plan)
{
	Calculation *c = plan->c;
	const ListValue *list = &c->agreement->economy.contributions;
	const Contribution *items = list->items;
	size_t most = 0, contributions = 0;
	for (size_t i = 0; i < list->count; i++)
		most += items[i].split.count + 1;
	plan->lines = ARENA_ARRAY(c->arena, Line, most + 1);
	for (size_t i = 0; i < list->count; i++) {
		if (!is_paid(c, i))
			continue;
		add_lines_of(plan, i);
		contributions++;
	}
	plan->several_contributions = contributions > 1;
}

/* When. */

static Date with_day(Date month, int64_t day)
{
	month.day = (int8_t)(day > 0 ? day : 1);
	return month;
}

static Date due_date(const PaymentPlan *plan, Days stretch, Days timeline)
{
	const PaymentTerms *terms = plan->terms;
	if (terms->in_arrears.value)
		return with_day(date_add_days(stretch.last, 1), terms->day.value);
	Date due = with_day(stretch.first, terms->day.value);
	return date_order(due, timeline.first) < 0 ? timeline.first : due;
}

static int months_between(const PaymentPlan *plan)
{
	const IntegerValue *times = &plan->terms->per_year;
	return VALUE_GIVEN(*times) && times->value > 0 ? 12 / (int)times->value : 12;
}

/* The month that stretches are counted from, 1 to 12. */
static int first_month(const PaymentPlan *plan)
{
	return VALUE_GIVEN(plan->terms->month) ? plan->terms->month.choice + 1
	                                       : plan->c->timeline.days.first.month;
}

/* Whether every calendar year begins with a stretch of its own. */
bool plan_fits_calendar_years(const PaymentPlan *plan)
{
	return (first_month(plan) - 1) % months_between(plan) == 0;
}

static Days months_from(Date first, int months)
{
	return (Days){first, date_add_days(date_add_months(first, months), -1)};
}

/* The payment year that a date lies in. */
static Days year_around(const PaymentPlan *plan, Date date)
{
	int month = plan_fits_calendar_years(plan) ? 1 : first_month(plan);
	Date first = {date.year, (int8_t)month, 1};
	if (date.month < month)
		first.year--;
	return months_from(first, 12);
}

/* Adds the stretches of a payment year that lie in the timeline. */
static PaymentYear add_year(PaymentPlan *plan, Days year)
{
	Days timeline = plan->c->timeline.days;
	PaymentYear result = {.first = plan->count};
	days_overlap(year, timeline, &result.days);
	for (int month = 0; month < 12; month += months_between(plan)) {
		Days stretch, whole = months_from(date_add_months(year.first, month),
		                                  months_between(plan));
		if (!days_overlap(whole, timeline, &stretch))
			continue;
		*ARENA_PUSH(plan->c->arena, plan) =
		        (Instalment){stretch, due_date(plan, stretch, timeline)};
	}
	result.count = plan->count - result.first;
	return result;
}

/* The plan. */

static void note_paid(PaymentPlan *plan, Date due, const Entry *entry)
{
	Calculation *c = plan->c;
	list_add(c, &plan->paid, entry);
	int year = due.year - c->timeline.days.first.year;
	/* A value may be settled long after the agreement's own time. */
	if (year >= 0 && year <= year_count(c))
		list_add(c, &plan->paid_in_year[year], entry);
}

/* Adds up what is paid on one day: to each receiver, and in all. */
static void pay(PaymentPlan *plan, Text name, Date due, const Entry *const *of_lines)
{
	Calculation *c = plan->c;
	EntryList all = {0};
	EntryList *to = ARENA_ARRAY(c->arena, EntryList, c->party_count + 1);
	for (size_t i = 0; i < plan->line_count; i++) {
		list_add(c, &all, of_lines[i]);
		if (plan->lines[i].receiver == SIZE_MAX)
			continue;
		list_add(c, &to[plan->lines[i].receiver], of_lines[i]);
		list_add(c, &plan->paid_to[plan->lines[i].receiver], of_lines[i]);
	}
	if (all.count == 0)
		return;
	ledger_date(c->ledger, name_extended(c, name, TEXT("dag")), due, plan->terms->span);
	for (size_t p = 0; plan->several_contributions && p < c->party_count; p++)
		list_sum(c, name_extended(c, name, c->parties[p].key.text), &to[p],
		         plan->terms->span);
	note_paid(plan, due,
	          text_equal(all.items[0]->name, name)
	                  ? all.items[0]
	                  : list_sum(c, name, &all, plan->terms->span));
}

static void pay_year(PaymentPlan *plan, const PaymentYear *year)
{
	Calculation *c = plan->c;
	size_t step = settled_step(plan, year), lines = plan->line_count;
	const Entry ***paid = ARENA_ARRAY(c->arena, const Entry **, year->count);
	const Entry **settled = ARENA_ARRAY(c->arena, const Entry *, lines + 1);
	const Entry **entries = ARENA_ARRAY(c->arena, const Entry *, year->count);
	Text settlement = quantity_in_year(c->arena, quantity_facts(QUANTITY_SETTLEMENT)->name,
	                                   year->days.first.year);
	for (size_t i = 0; i < year->count; i++)
		paid[i] = ARENA_ARRAY(c->arena, const Entry *, lines + 1);
	for (size_t k = 0; k < lines; k++) {
		Line *line = &plan->lines[k];
		const Entry *total = line_total(plan, year, line);
		for (size_t i = 0; i < year->count; i++)
			entries[i] = NULL;
		if (total == NULL)
			continue;
		if (step == SIZE_MAX)
			pay_line(plan, year, line, total, entries);
		else
			settled[k] =
			        pay_and_settle(plan, year, line, total, step, settlement, entries);
		for (size_t i = 0; i < year->count; i++)
			paid[i][k] = entries[i];
	}
	for (size_t i = 0; i < year->count; i++)
		pay(plan, instalment_name(plan, year->first + i), plan->items[year->first + i].due,
		    paid[i]);
	if (step != SIZE_MAX)
		pay(plan, settlement, c->steps[step].published, settled);
}

/* The whole period at once, on the agreed day of its first year if that is still to come. */
static void pay_at_once(PaymentPlan *plan)
{
	Calculation *c = plan->c;
	Date due = c->timeline.days.first;
	if (VALUE_GIVEN(plan->terms->month)) {
		Date agreed = with_day((Date){due.year, (int8_t)(plan->terms->month.choice + 1), 1},
		                       plan->terms->day.value);
		if (date_order(agreed, due) > 0)
			due = agreed;
	}
	*ARENA_PUSH(c->arena, plan) = (Instalment){c->timeline.days, due};
	pay_year(plan, &(PaymentYear){.days = c->timeline.days, .count = 1, .is_period = true});
}

static void pay_by_years(PaymentPlan *plan)
{
	Days timeline = plan->c->timeline.days;
	Days year = year_around(plan, timeline.first);
	for (size_t number = 0; date_order(year.first, timeline.last) <= 0; number++) {
		PaymentYear payments = add_year(plan, year);
		payments.number = number;
		pay_year(plan, &payments);
		year = months_from(date_add_days(year.last, 1), 12);
	}
}

static void total_payments(PaymentPlan *plan)
{
	Calculation *c = plan->c;
	Span origin = plan->terms->span;
	Text name = quantity_facts(QUANTITY_PAID)->name;
	list_sum(c, name, &plan->paid, origin);
	for (int y = 0; y <= year_count(c); y++)
		list_sum(c, quantity_in_year(c->arena, name, c->timeline.days.first.year + y),
		         &plan->paid_in_year[y], origin);
	for (size_t p = 0; p < c->party_count; p++)
		list_sum(c, name_extended(c, name, c->parties[p].key.text), &plan->paid_to[p],
		         origin);
}

void payments_calculate(Calculation *c)
{
	const PaymentTerms *terms = &c->agreement->economy.payment;
	PaymentPlan plan = {.c = c, .terms = terms};
	/* Payments in arrears may be due the year after the last. */
	size_t years = (size_t)year_count(c) + 1;
	if (!VALUE_GIVEN(terms->per_year) && !terms->lump_sum.value)
		return;
	c->frame = (Frame){.kind = FRAME_AGREED};
	plan.paid_in_year = ARENA_ARRAY(c->arena, EntryList, years);
	plan.paid_to = ARENA_ARRAY(c->arena, EntryList, c->party_count + 1);
	add_lines(&plan);
	if (plan.line_count == 0)
		return;
	if (terms->lump_sum.value)
		pay_at_once(&plan);
	else
		pay_by_years(&plan);
	total_payments(&plan);
}
