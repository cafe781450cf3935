/* Instalments: how much each recipient gets each time, and what a preliminary index leaves to
 * settle.
 */
#include "economics/payments.h"

/* Names. */

Text instalment_name(PaymentPlan *plan, size_t number)
{
	return quantity_number(plan->c->arena, QUANTITY_INSTALMENT, number);
}

static Text receiver_key(const PaymentPlan *plan, size_t receiver)
{
	return plan->c->parties[receiver].key.text;
}

/* What tells a line from the others: the contribution's number where there are several, the
 * receiver where the contribution is split. */
static Text line_name(PaymentPlan *plan, Text name, const Line *line)
{
	Calculation *c = plan->c;
	if (plan->several_contributions) {
		Text parts[] = {TEXT("insats "), {0}};
		Text number = quantity_number(c->arena, QUANTITY_CONTRIBUTION, line->contribution);
		parts[1] =
		        text_after(number, quantity_facts(QUANTITY_CONTRIBUTION)->name.length + 1);
		name = name_extended(c, name, text_join(c->arena, parts, 2));
	}
	return line->part == SIZE_MAX ? name
	                              : name_extended(c, name, receiver_key(plan, line->receiver));
}

/* How much in a payment year. */

/* What a line is in a calendar year, where payment years are calendar years. */
static const Entry *calendar_total(const PaymentPlan *plan, const PaymentYear *year,
                                   const Line *line)
{
	int index = year->days.first.year - plan->c->timeline.days.first.year;
	if (line->part == SIZE_MAX)
		return line->stream->years[index];
	const Entry **parts = line->stream->year_recipients[index];
	return parts != NULL ? parts[line->part] : NULL;
}

/* What a line is in all that is calculated. */
static const Entry *period_total(PaymentPlan *plan, const Line *line)
{
	Calculation *c = plan->c;
	Text name = quantity_number(c->arena, QUANTITY_CONTRIBUTION, line->contribution);
	if (line->part != SIZE_MAX)
		name = name_extended(c, name, receiver_key(plan, line->receiver));
	return ledger_find(c->ledger, quantity_together(c->arena, c->agreement, name));
}

/* The whole contribution in a payment year that is no calendar year. */
static const Entry *own_year_whole(PaymentPlan *plan, const PaymentYear *year, const Line *line,
                                   Text name)
{
	Calculation *c = plan->c;
	Days days;
	TermList terms = {0};
	if (!days_overlap(year->days, line->stream->days, &days))
		return NULL;
	const Entry *made = ledger_find(c->ledger, name);
	if (made != NULL)
		return made;
	stream_terms(c, line->stream, days, SIZE_MAX, &terms);
	return ledger_terms(c->ledger, name, terms.items, terms.count, c->rounding,
	                    stream_unit(c, line->stream), line->stream->agreed->origin);
}

/* The parts of the whole, made once for all lines of the contribution. */
static const Entry *own_year_part(PaymentPlan *plan, const Line *line, const Entry *whole,
                                  Text name)
{
	Calculation *c = plan->c;
	size_t count = line->stream->recipient_count;
	const Entry **parts = ARENA_ARRAY(c->arena, const Entry *, count + 1);
	Text *names = ARENA_ARRAY(c->arena, Text, count + 1);
	const Entry *made =
	        ledger_find(c->ledger, name_extended(c, name, receiver_key(plan, line->receiver)));
	Money unit = whole->value % MONEY_KRONA == 0 ? MONEY_KRONA : 1;
	if (made != NULL)
		return made;
	for (size_t i = 0; i < plan->line_count; i++)
		if (plan->lines[i].contribution == line->contribution)
			names[plan->lines[i].part] =
			        name_extended(c, name, receiver_key(plan, plan->lines[i].receiver));
	return ledger_parts(c->ledger, names, whole, line->stream->recipients, count, unit, parts)
	               ? parts[line->part]
	               : NULL;
}

/* In a payment year of the agreement's own. The last of the contribution's is what is left of it,
 * so that payments and budget add up to the same. */
static const Entry *own_year_total(PaymentPlan *plan, const PaymentYear *year, Line *line)
{
	Calculation *c = plan->c;
	Text name = quantity_number(c->arena, QUANTITY_PAYMENT_YEAR, year->number);
	if (plan->several_contributions)
		name = line_name(plan, name,
		                 &(Line){.contribution = line->contribution, .part = SIZE_MAX});
	const Entry *period = period_total(plan, line);
	const Entry *total = NULL;
	Days days;
	if (!days_overlap(year->days, line->stream->days, &days))
		return NULL;
	bool last = date_order(days.last, line->stream->days.last) == 0;
	if (last && period != NULL) {
		EntryList terms = {0};
		list_add(c, &terms, period);
		for (size_t i = 0; i < line->earlier.count; i++)
			list_add(c, &terms, line->earlier.items[i]);
		if (line->part != SIZE_MAX)
			name = name_extended(c, name, receiver_key(plan, line->receiver));
		total = ledger_difference(c->ledger, name, terms.items, terms.count,
		                          period->origin);
	} else {
		total = own_year_whole(plan, year, line, name);
		if (total != NULL && line->part != SIZE_MAX)
			total = own_year_part(plan, line, total, name);
	}
	list_add(c, &line->earlier, total);
	return total;
}

const Entry *line_total(PaymentPlan *plan, const PaymentYear *year, Line *line)
{
	if (year->is_period)
		return period_total(plan, line);
	return plan_fits_calendar_years(plan) ? calendar_total(plan, year, line)
	                                      : own_year_total(plan, year, line);
}

/* How much each time. */

/* What a line is worth in each stretch, one to the other: by time where its amount is the same all
 * the year, else by amounts in öre. */
static bool weigh(const PaymentPlan *plan, const PaymentYear *year, const Line *line,
                  Ratio *weights)
{
	Calculation *c = plan->c;
	const Term *first = NULL;
	bool same = true;
	Money *ore = ARENA_ARRAY(c->arena, Money, year->count + 1);
	for (size_t i = 0; i < year->count; i++) {
		Days days;
		TermList terms = {0};
		weights[i] = (Ratio){0, 1};
		if (!days_overlap(plan->items[year->first + i].days, line->stream->days, &days))
			continue;
		stream_terms(c, line->stream, days, SIZE_MAX, &terms);
		for (size_t k = 0; k < terms.count; k++) {
			first = first == NULL ? &terms.items[k] : first;
			same = same && terms.items[k].amount == first->amount &&
			       terms.items[k].factor == first->factor;
			if (!ratio_add(weights[i], terms.items[k].fraction, &weights[i]))
				return false;
		}
		if (!ledger_terms_value(c->ledger, terms.items, terms.count, ROUND_HALF_UP, 1,
		                        &ore[i]))
			return false;
	}
	for (size_t i = 0; !same && i < year->count; i++)
		weights[i] = (Ratio){ore[i], 1};
	return first != NULL;
}

/* Divides every weight by their sum. */
static bool make_shares(Ratio *weights, size_t count)
{
	Ratio sum = {0, 1};
	for (size_t i = 0; i < count; i++)
		if (!ratio_add(sum, weights[i], &sum))
			return false;
	for (size_t i = 0; i < count; i++)
		if (!ratio_divide(weights[i], sum, &weights[i]))
			return false;
	return true;
}

/* The instalment that takes the odd kronor: the last or the first that pays anything. */
static size_t odd_instalment(const PaymentPlan *plan, const Ratio *shares, size_t count)
{
	size_t odd = SIZE_MAX;
	for (size_t i = 0; i < count; i++) {
		if (shares[i].numerator == 0)
			continue;
		if (odd == SIZE_MAX || plan->terms->odd_krona.choice == ODD_KRONA_LAST)
			odd = i;
	}
	return odd;
}

static bool divide(PaymentPlan *plan, const PaymentYear *year, const Line *line, const Entry *total,
                   Text ending, const Entry **entries)
{
	Calculation *c = plan->c;
	Ratio *shares = ARENA_ARRAY(c->arena, Ratio, year->count + 1);
	if (year->count == 1)
		shares[0] = (Ratio){1, 1};
	else if (!weigh(plan, year, line, shares) || !make_shares(shares, year->count))
		return false;
	size_t odd = odd_instalment(plan, shares, year->count);
	Money unit = total->value % MONEY_KRONA == 0 ? MONEY_KRONA : 1;
	EntryList terms = {0};
	list_add(c, &terms, total);
	for (size_t i = 0; i <= year->count; i++) {
		/* The odd one comes last: it is what the others leave. */
		size_t at = i == year->count ? odd : i;
		if (shares[at].numerator == 0 || (at == odd && i < year->count))
			continue;
		Text name = line_name(plan, instalment_name(plan, year->first + at), line);
		if (ending.length > 0)
			name = name_extended(c, name, ending);
		Term term = {total, NULL, false, shares[at]};
		if (at == odd && terms.count == 1)
			entries[at] = ledger_sum(c->ledger, name, &total, 1, total->origin);
		else if (at == odd)
			entries[at] = ledger_difference(c->ledger, name, terms.items, terms.count,
			                                total->origin);
		else
			entries[at] = ledger_terms(c->ledger, name, &term, 1, ROUND_DOWN, unit,
			                           total->origin);
		if (at != odd)
			list_add(c, &terms, entries[at]);
	}
	return true;
}

void pay_line(PaymentPlan *plan, const PaymentYear *year, const Line *line, const Entry *total,
              const Entry **entries)
{
	divide(plan, year, line, total, (Text){0}, entries);
}

/* Preliminary values. */

size_t settled_step(const PaymentPlan *plan, const PaymentYear *year)
{
	const Calculation *c = plan->c;
	if (year->is_period || !plan_fits_calendar_years(plan))
		return SIZE_MAX;
	for (size_t k = 0; k < c->step_count; k++)
		if (c->steps[k].preliminary_rate != NULL &&
		    c->steps[k].date.year == year->days.first.year)
			for (size_t i = 0; i < year->count; i++)
				if (date_order(plan->items[year->first + i].due,
				               c->steps[k].published) < 0)
					return k;
	return SIZE_MAX;
}

/* What a line would have been in a calendar year by the preliminary value. */
static const Entry *preliminary_total(PaymentPlan *plan, const PaymentYear *year, const Line *line,
                                      size_t step)
{
	Calculation *c = plan->c;
	Days days;
	TermList terms = {0};
	Text name = quantity_number(c->arena, QUANTITY_CONTRIBUTION, line->contribution);
	name = name_extended(c, quantity_in_year(c->arena, name, year->days.first.year),
	                     TEXT("preliminärt"));
	if (!days_overlap(year->days, line->stream->days, &days))
		return NULL;
	stream_terms(c, line->stream, days, step, &terms);
	const Entry *whole = ledger_find(c->ledger, name);
	if (whole == NULL)
		whole = ledger_terms(c->ledger, name, terms.items, terms.count, c->rounding,
		                     c->unit, line->stream->agreed->origin);
	return whole == NULL || line->part == SIZE_MAX ? whole
	                                               : own_year_part(plan, line, whole, name);
}

/* What is still to pay, or to have back, of the instalments that were paid too early to know. */
static const Entry *settle_line(PaymentPlan *plan, const Line *line, Text name,
                                const EntryList *due, const EntryList *paid)
{
	Calculation *c = plan->c;
	EntryList terms = {0};
	if (due->count == 0)
		return NULL;
	name = line_name(plan, name, line);
	list_add(c, &terms,
	         due->count == 1 ? due->items[0]
	                         : list_sum(c, name_extended(c, name, TEXT("definitivt")), due,
	                                    due->items[0]->origin));
	for (size_t i = 0; i < paid->count; i++)
		list_add(c, &terms, paid->items[i]);
	return ledger_difference(c->ledger, name, terms.items, terms.count, due->items[0]->origin);
}

const Entry *pay_and_settle(PaymentPlan *plan, const PaymentYear *year, const Line *line,
                            const Entry *total, size_t step, Text name, const Entry **entries)
{
	Calculation *c = plan->c;
	const Entry **early = ARENA_ARRAY(c->arena, const Entry *, year->count);
	const Entry **right = ARENA_ARRAY(c->arena, const Entry *, year->count);
	const Entry *guess = preliminary_total(plan, year, line, step);
	EntryList due = {0}, paid = {0};
	if (guess == NULL || !divide(plan, year, line, guess, TEXT("preliminärt"), early) ||
	    !divide(plan, year, line, total, TEXT("definitivt"), right))
		return NULL;
	for (size_t i = 0; i < year->count; i++) {
		const Instalment *instalment = &plan->items[year->first + i];
		bool is_early = date_order(instalment->due, c->steps[step].published) < 0;
		const Entry *pays = is_early ? early[i] : right[i];
		if (is_early) {
			list_add(c, &due, right[i]);
			list_add(c, &paid, early[i]);
		}
		if (pays != NULL)
			entries[i] = ledger_sum(
			        c->ledger,
			        line_name(plan, instalment_name(plan, year->first + i), line),
			        &pays, 1, pays->origin);
	}
	return settle_line(plan, line, name, &due, &paid);
}
