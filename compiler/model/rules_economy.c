/* Rules of the economy: what must hold between its amounts, terms and days. */
#include "base/buffer.h"
#include "base/swedish.h"
#include "model/gaps.h"
#include "model/register.h"
#include "model/resolve.h"
#include "model/rules.h"

static bool has_list(const ListValue *list)
{
	return list->span.source != NULL;
}

static const Contribution *contributions_of(const Agreement *agreement, size_t *count)
{
	*count = agreement->economy.contributions.count;
	return agreement->economy.contributions.items;
}

/* What a contribution is worth: one way to say it, said in full. */

/* A way to state a contribution's value: its first key, and where that stands. */
typedef struct Way {
	Text key;
	Span place;
} Way;

enum { WAYS = 3 };

/* A split may have its sum beside it; the ledger compares them. */
static size_t ways_of(const Contribution *c, Way ways[WAYS])
{
	size_t count = 0;
	if (VALUE_GIVEN(c->amount))
		ways[count++] = (Way){TEXT("belopp"), c->amount.span};
	else if (has_list(&c->split))
		ways[count++] = (Way){TEXT("fördelning"), c->split.span};
	if (VALUE_GIVEN(c->hours))
		ways[count++] = (Way){TEXT("timmar"), c->hours.span};
	else if (VALUE_GIVEN(c->hour_value))
		ways[count++] = (Way){TEXT("timvärde"), c->hour_value.span};
	if (VALUE_GIVEN(c->per_inhabitant))
		ways[count++] = (Way){TEXT("per invånare"), c->per_inhabitant.span};
	return count;
}

/* Says in a draft what a contribution still lacks, unless some way to state its value has been
 * begun.
 */
static void add_value_gap(const Agreement *agreement, size_t index, Text key, Span place)
{
	static const Text ways[] = {TEXT_INIT("belopp"), TEXT_INIT("fördelning"),
	                            TEXT_INIT("timmar"), TEXT_INIT("timvärde"),
	                            TEXT_INIT("per invånare")};
	Gaps *gaps = agreement->gaps;
	Text path = path_item(gaps->arena, TEXT("ekonomi.insatser"), index);
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
		if (gaps_find(gaps, path_below(gaps->arena, path, ways[i])) != NULL)
			return;
	const Record *record = record_field(&record_economy, TEXT("insatser"))->record;
	gaps_add_field(gaps, record_field(record, key), path_below(gaps->arena, path, key), place);
}

static void value_gaps(const Agreement *agreement, const Contribution *c, size_t index, Span place)
{
	Way ways[WAYS];
	if (ways_of(c, ways) == 0)
		add_value_gap(agreement, index, TEXT("belopp"), place);
	else if (VALUE_GIVEN(c->hours) && !VALUE_GIVEN(c->hour_value))
		add_value_gap(agreement, index, TEXT("timvärde"), c->hours.span);
	else if (VALUE_GIVEN(c->hour_value) && !VALUE_GIVEN(c->hours))
		add_value_gap(agreement, index, TEXT("timmar"), c->hour_value.span);
}

static void check_hours(const Contribution *c, Diagnostics *diagnostics)
{
	if (VALUE_GIVEN(c->hours) && !VALUE_GIVEN(c->hour_value))
		diagnose(diagnostics, CONTRIBUTION_VALUE, c->hours.span,
		         TEXT("”timvärde”, vad en timme är värd"));
	else if (VALUE_GIVEN(c->hour_value) && !VALUE_GIVEN(c->hours))
		diagnose(diagnostics, CONTRIBUTION_VALUE, c->hour_value.span,
		         TEXT("”timmar”, antalet timmar per år"));
}

static void contributions_have_one_value(Arena *arena, const Agreement *agreement,
                                         Diagnostics *diagnostics)
{
	(void)arena;
	size_t count = 0;
	const Contribution *contributions = contributions_of(agreement, &count);
	for (size_t i = 0; i < count; i++) {
		const Contribution *c = &contributions[i];
		Way ways[WAYS];
		size_t given = ways_of(c, ways);
		Span place = VALUE_GIVEN(c->kind) ? c->kind.span : c->party_id.span;
		/* What has been reported may have been meant for its value. */
		bool unsure = given == 0 && diagnostics_have_error(diagnostics, c->span);
		if (agreement->gaps != NULL && !unsure)
			value_gaps(agreement, c, i, place.source != NULL ? place : c->span);
		else if (given == 0 && place.source != NULL && !unsure)
			diagnose(diagnostics, CONTRIBUTION_VALUE, place,
			         TEXT("värde. Skriv ”belopp”, ”fördelning”, ”per invånare” eller "
			              "”timmar” och ”timvärde”"));
		else if (given == 1)
			check_hours(c, diagnostics);
		for (size_t k = 1; k < given; k++) {
			diagnose(diagnostics, NOT_TOGETHER, ways[k].place, ways[0].key,
			         ways[k].key);
			diagnostic_note(diagnostics, TOGETHER_WITH_THIS, ways[0].place,
			                ways[0].key);
		}
	}
}

static void amounts_per_head_have_heads(Arena *arena, const Agreement *agreement,
                                        Diagnostics *diagnostics)
{
	(void)arena;
	const Economy *economy = &agreement->economy;
	if (economy->per_participant.value && !VALUE_GIVEN(economy->participants))
		report_needs(agreement, diagnostics, economy->per_participant.span,
		             TEXT("kostnad per deltagare"), &record_economy, TEXT("deltagare"));
	if (VALUE_GIVEN(economy->inhabitants) ||
	    VALUE_GIVEN(agreement->shared->municipality.inhabitants))
		return;
	size_t count = 0;
	const Contribution *contributions = contributions_of(agreement, &count);
	for (size_t i = 0; i < count; i++)
		if (VALUE_GIVEN(contributions[i].per_inhabitant))
			report_needs(agreement, diagnostics, contributions[i].per_inhabitant.span,
			             TEXT("per invånare"), &record_economy, TEXT("invånare"));
}

/* In a draft the binder has noted them as gaps. */
static void check_party_amounts(const Field *field, const ListValue *list, Diagnostics *diagnostics)
{
	const PartyAmount *amounts = list->items;
	for (size_t i = 0; i < list->count; i++)
		if (!VALUE_GIVEN(amounts[i].amount))
			diagnose(diagnostics, AMOUNT_MISSING, amounts[i].key.span,
			         amounts[i].key.text, field->record->as_scalar->example);
}

static void named_parties_have_amounts(Arena *arena, const Agreement *agreement,
                                       Diagnostics *diagnostics)
{
	(void)arena;
	const Record *contribution = record_field(&record_economy, TEXT("insatser"))->record;
	const Field *split_field = record_field(contribution, TEXT("fördelning"));
	const Field *own = record_field(&record_economy, TEXT("egen finansiering"));
	size_t count = 0;
	if (agreement->gaps != NULL)
		return;
	const Contribution *contributions = contributions_of(agreement, &count);
	for (size_t i = 0; i < count; i++) {
		const ListValue *split = &contributions[i].split;
		check_party_amounts(split_field, split, diagnostics);
		if (has_list(split) && split->count == 0 &&
		    !diagnostics_have_error(diagnostics, split->span))
			diagnose(diagnostics, AMOUNT_MISSING, split->span, split_field->key,
			         split_field->example);
	}
	check_party_amounts(own, &agreement->economy.own_financing, diagnostics);
}

/* Negative amounts. */

static void check_sign(const AmountValue *amount, Text what, Text remedy, Diagnostics *diagnostics)
{
	if (amount->money < 0)
		diagnose(diagnostics, NEGATIVE_AMOUNT, amount->span, what, remedy);
}

static void check_signs(const ListValue *list, Text what, Diagnostics *diagnostics)
{
	const PartyAmount *amounts = list->items;
	for (size_t i = 0; i < list->count; i++)
		check_sign(&amounts[i].amount, what, TEXT("Skriv beloppet utan minustecken."),
		           diagnostics);
}

static void amounts_are_not_negative(Arena *arena, const Agreement *agreement,
                                     Diagnostics *diagnostics)
{
	const Text contribution = TEXT("En insats");
	const Text remedy = TEXT("Skriv beloppet utan minustecken. Vad en part får skrivs under "
	                         "”fördelning”.");
	(void)arena;
	size_t count = 0;
	const Contribution *contributions = contributions_of(agreement, &count);
	for (size_t i = 0; i < count; i++) {
		const Contribution *c = &contributions[i];
		check_sign(&c->amount, contribution, remedy, diagnostics);
		check_sign(&c->hour_value, contribution, remedy, diagnostics);
		check_sign(&c->per_inhabitant, contribution, remedy, diagnostics);
		check_signs(&c->split, TEXT("En del av bidraget"), diagnostics);
	}
	const Cost *costs = agreement->economy.costs.items;
	for (size_t i = 0; i < agreement->economy.costs.count; i++)
		check_sign(&costs[i].amount, TEXT("En kostnad"),
		           TEXT("Skriv beloppet utan minustecken. En intäkt skrivs som en insats "
		                "från den part som betalar."),
		           diagnostics);
	check_signs(&agreement->economy.own_financing, TEXT("Egen finansiering"), diagnostics);
}

/* Units. */

/* The unit that an amount is typed in: "kr", "tkr" or "mnkr"; nothing for 0 in any unit. */
static Text typed_unit(const AmountValue *amount)
{
	static const Text units[] = {TEXT_INIT("mnkr"), TEXT_INIT("tkr"), TEXT_INIT("kr")};
	Text typed = span_text(amount->span);
	for (size_t i = 0; amount->money != 0 && i < sizeof units / sizeof units[0]; i++)
		if (text_find(typed, units[i], 0) != TEXT_NOWHERE)
			return units[i];
	return (Text){0};
}

/* Reports the first amount of a list that has another unit than the first; each item is of `size`,
 * and its amount lies at `place` in it. */
static void check_units(const ListValue *list, size_t size, size_t place, Diagnostics *diagnostics)
{
	const AmountValue *first = NULL;
	for (size_t i = 0; i < list->count; i++) {
		const char *item = (const char *)list->items + size * i;
		const AmountValue *amount = (const void *)(item + place);
		Text unit = typed_unit(amount);
		if (unit.length == 0)
			continue;
		if (first == NULL)
			first = amount;
		if (text_equal(unit, typed_unit(first)))
			continue;
		diagnose(diagnostics, LIST_UNITS_MIXED, amount->span, span_text(amount->span));
		diagnostic_note(diagnostics, UNIT_STANDS_HERE, first->span);
		return;
	}
}

static void amounts_of_a_list_have_one_unit(Arena *arena, const Agreement *agreement,
                                            Diagnostics *diagnostics)
{
	(void)arena;
	const Economy *economy = &agreement->economy;
	const Contribution *contributions = economy->contributions.items;
	check_units(&economy->contributions, sizeof(Contribution), offsetof(Contribution, amount),
	            diagnostics);
	for (size_t i = 0; i < economy->contributions.count; i++)
		check_units(&contributions[i].split, sizeof(PartyAmount),
		            offsetof(PartyAmount, amount), diagnostics);
	check_units(&economy->costs, sizeof(Cost), offsetof(Cost, amount), diagnostics);
	check_units(&economy->own_financing, sizeof(PartyAmount), offsetof(PartyAmount, amount),
	            diagnostics);
}

/* Days. */

static Date first_day(Date date)
{
	if (date.day == 0)
		date.day = 1;
	return date;
}

/* Whether `day`, which is `from` or the last day of `to`, lies outside the period; then reported.
 */
static bool check_in_period(const Period *period, const DateValue *value, Date day,
                            Diagnostics *diagnostics)
{
	Date first = first_day(period->from.date), last = date_last_day(period->to.date);
	if (date_is_given(first) && date_order(day, first) < 0)
		report_day(diagnostics, DAY_BEFORE, value, TEXT("periodens första dag"), first,
		           period->from.span);
	else if (date_is_given(last) && date_order(day, last) > 0)
		report_day(diagnostics, DAY_AFTER, value, TEXT("periodens sista dag"), last,
		           period->to.span);
	else
		return false;
	return true;
}

static void check_contribution_days(const Period *period, const Contribution *c,
                                    Diagnostics *diagnostics)
{
	Date first = first_day(c->from.date), last = date_last_day(c->to.date);
	if (date_is_given(first) && date_is_given(last) && date_order(first, last) > 0)
		report_day(diagnostics, DAY_BEFORE, &c->to, TEXT("insatsens första dag"), first,
		           c->from.span);
	else if (date_is_given(first) && check_in_period(period, &c->from, first, diagnostics))
		return;
	else if (date_is_given(last))
		check_in_period(period, &c->to, last, diagnostics);
}

static void days_are_in_the_period(Arena *arena, const Agreement *agreement,
                                   Diagnostics *diagnostics)
{
	(void)arena;
	const Period *period = &agreement->period;
	Date first = first_day(period->from.date), last = date_last_day(period->to.date);
	if (date_is_given(first) && date_is_given(last) && date_order(first, last) > 0)
		return; /* nothing can lie inside it */
	size_t count = 0;
	const Contribution *contributions = contributions_of(agreement, &count);
	for (size_t i = 0; i < count; i++)
		check_contribution_days(period, &contributions[i], diagnostics);
	const DateValue *index = &agreement->economy.index.from;
	if (date_is_given(index->date) && date_is_given(last) &&
	    date_order(first_day(index->date), last) > 0)
		report_day(diagnostics, DAY_AFTER, index, TEXT("periodens sista dag"), last,
		           period->to.span);
	const DateValue *horizon = &agreement->economy.horizon;
	Date end = date_last_day(horizon->date);
	if (date_is_given(end) && date_is_given(first) && date_order(end, first) < 0)
		report_day(diagnostics, DAY_BEFORE, horizon, TEXT("periodens första dag"), first,
		           period->from.span);
}

static void days_need_a_period(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics)
{
	(void)arena;
	const Economy *economy = &agreement->economy;
	const Record *period = record_of_group(TEXT("period"));
	const Text from = TEXT("från");
	/* A period that has no first day has been reported. */
	if (VALUE_GIVEN(agreement->period.from) || VALUE_GIVEN(agreement->period))
		return;
	if (VALUE_GIVEN(economy->index))
		report_needs(agreement, diagnostics,
		             VALUE_GIVEN(economy->index.series) ? economy->index.series.span
		                                                : economy->index.span,
		             TEXT("index"), period, from);
	if (VALUE_GIVEN(economy->payment))
		report_needs(agreement, diagnostics, economy->payment.span, TEXT("utbetalning"),
		             period, from);
	if (VALUE_GIVEN(economy->horizon))
		report_needs(agreement, diagnostics, economy->horizon.span, TEXT("beräknas till"),
		             period, from);
	size_t count = 0;
	const Contribution *contributions = contributions_of(agreement, &count);
	for (size_t i = 0; i < count; i++) {
		const Contribution *c = &contributions[i];
		const DateValue *day = VALUE_GIVEN(c->from) ? &c->from : &c->to;
		if (VALUE_GIVEN(*day))
			report_needs(agreement, diagnostics, day->span,
			             VALUE_GIVEN(c->from) ? TEXT("från") : TEXT("till"), period,
			             from);
	}
}

/* Terms. */

static void index_terms_hold_together(Arena *arena, const Agreement *agreement,
                                      Diagnostics *diagnostics)
{
	(void)arena;
	const IndexTerms *terms = &agreement->economy.index;
	const Ratio floor = terms->floor.ratio, ceiling = terms->ceiling.ratio;
	Ratio room = {0, 1};
	/* A share that could not be read has no denominator. */
	if (floor.denominator > 0 && ceiling.denominator > 0 &&
	    ratio_add(ceiling, (Ratio){-floor.numerator, floor.denominator}, &room) &&
	    room.numerator < 0) {
		diagnose(diagnostics, CEILING_BELOW_FLOOR, terms->ceiling.span);
		diagnostic_note(diagnostics, FLOOR_STANDS_HERE, terms->floor.span);
	}
	if (VALUE_GIVEN(terms->rise_unit) && !VALUE_GIVEN(terms->rise_rounding))
		report_needs(agreement, diagnostics, terms->rise_unit.span,
		             TEXT("ökningen avrundas till"),
		             record_field(&record_economy, TEXT("index"))->record,
		             TEXT("ökningen avrundas"));
}

/* What an index says by itself comes before what somebody assumed. */
static void assumptions_are_of_use(Arena *arena, const Agreement *agreement,
                                   Diagnostics *diagnostics)
{
	(void)arena;
	const IndexTerms *terms = &agreement->economy.index;
	const IndexAssumption *assumptions = terms->assumptions.items;
	for (size_t i = 0; terms->in_force != NULL && i < terms->assumptions.count; i++)
		if (register_has_rise(terms->in_force, assumptions[i].year))
			diagnose(diagnostics, ASSUMPTION_NOT_USED, assumptions[i].key.span,
			         assumptions[i].key.text, terms->in_force->key.text);
}

static void payments_divide_the_year(Arena *arena, const Agreement *agreement,
                                     Diagnostics *diagnostics)
{
	(void)arena;
	const PaymentTerms *terms = &agreement->economy.payment;
	int64_t times = terms->per_year.value; /* 0 when it is not given or could not be read */
	if (terms->lump_sum.value && VALUE_GIVEN(terms->per_year)) {
		diagnose(diagnostics, NOT_TOGETHER, terms->per_year.span, TEXT("engångsbelopp"),
		         TEXT("gånger per år"));
		diagnostic_note(diagnostics, TOGETHER_WITH_THIS, terms->lump_sum.span,
		                TEXT("engångsbelopp"));
	} else if (times > 0 && 12 % times != 0) {
		diagnose(
		        diagnostics, VALUE_NOT_HERE, terms->per_year.span,
		        span_text(terms->per_year.span),
		        TEXT("1, 2, 3, 4, 6 eller 12, så att det blir lika många månader emellan"));
	}
}

static const Rule rules[] = {
        contributions_have_one_value,    amounts_per_head_have_heads, named_parties_have_amounts,
        amounts_are_not_negative,        days_are_in_the_period,      days_need_a_period,
        amounts_of_a_list_have_one_unit, index_terms_hold_together,   assumptions_are_of_use,
        payments_divide_the_year,
};

void rules_of_economy(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics)
{
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		rules[i](arena, agreement, diagnostics);
}
