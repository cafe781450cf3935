/* Indexing: from an index's published values to what an amount is worth after each step. */
#include <assert.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/swedish.h"
#include "economics/calculation.h"
#include "model/gaps.h"

/* The rises. */

static const IndexYear *find_year(const IndexSeries *series, int year)
{
	const IndexYear *years = series->years.items;
	for (size_t i = 0; i < series->years.count; i++)
		if (years[i].year == year)
			return &years[i];
	return NULL;
}

static Ratio share_or(const ShareValue *value, Ratio otherwise)
{
	return VALUE_GIVEN(*value) && value->ratio.denominator > 0 ? value->ratio : otherwise;
}

/* The terms that hold for every year, and the year's own value still to be filled in. */
static RateFacts begin_facts(const IndexTerms *terms, int year)
{
	return (RateFacts){
	        .year = year,
	        .factor = share_or(&terms->factor, (Ratio){1, 1}),
	        .floor = share_or(&terms->floor, (Ratio){0}),
	        .ceiling = share_or(&terms->ceiling, (Ratio){0}),
	        .source = terms->in_force->source.text,
	};
}

/* By how much an index number has risen since the year before. */
static bool read_numbers(const IndexSeries *series, const IndexYear *now, RateFacts *facts)
{
	const IndexYear *before = find_year(series, facts->year - 1);
	if (before == NULL || !VALUE_GIVEN(before->number))
		return false;
	facts->number = now->number.ratio;
	facts->earlier = before->number.ratio;
	return ratio_divide(facts->number, facts->earlier, &facts->published) &&
	       ratio_add(facts->published, (Ratio){-1, 1}, &facts->published);
}

static const ShareValue *find_assumption(const IndexTerms *terms, int year)
{
	const IndexAssumption *assumptions = terms->assumptions.items;
	for (size_t i = 0; i < terms->assumptions.count; i++)
		if (assumptions[i].year == year && assumptions[i].rise.ratio.denominator > 0)
			return &assumptions[i].rise;
	return NULL;
}

/* The best value there is for a year: definitive, preliminary, assumed. */
static bool find_rise(const IndexTerms *terms, RateFacts *facts, Standing *standing, Span *origin)
{
	const IndexYear *year = find_year(terms->in_force, facts->year);
	*standing = STANDING_DEFINITIVE;
	if (year != NULL) {
		*origin = year->span.source != NULL ? year->span : year->key.span;
		if (VALUE_GIVEN(year->source))
			facts->source = year->source.text;
		if (VALUE_GIVEN(year->number) && read_numbers(terms->in_force, year, facts))
			return true;
		facts->published = year->definitive.ratio;
		if (VALUE_GIVEN(year->definitive))
			return facts->published.denominator > 0;
		facts->published = year->preliminary.ratio;
		*standing = STANDING_PRELIMINARY;
		if (VALUE_GIVEN(year->preliminary))
			return facts->published.denominator > 0;
	}
	const ShareValue *assumed = find_assumption(terms, facts->year);
	if (assumed == NULL)
		return false;
	*standing = STANDING_ASSUMED;
	*origin = assumed->span;
	facts->published = assumed->ratio;
	facts->source = (Text){0};
	return true;
}

/* A draft waits for a value that nobody knows yet; until then it may be assumed. */
static void add_gap(Calculation *c, const IndexTerms *terms, Text year)
{
	Text about[] = {terms->series.text, TEXT(" för "), year,
	                TEXT(" finns inte i registret. Skriv in värdet där när det är känt, eller "
	                     "anta ett så länge, under index.")};
	Text example[] = {TEXT("antaganden: {"), year, TEXT(": \"2,0 %\"}")};
	gaps_add(c->agreement->gaps,
	         (Gap){.place = terms->series.span,
	               .path = path_below(c->arena, TEXT("ekonomi.index.antaganden"), year),
	               .about = text_join(c->arena, about, 4),
	               .example = text_join(c->arena, example, 3)});
}

static void report_missing(Calculation *c, const IndexTerms *terms, int year, Date step)
{
	Buffer digits = buffer_new(c->arena, 16);
	buffer_put_integer(&digits, year);
	if (c->agreement->gaps != NULL) {
		add_gap(c, terms, buffer_text(&digits));
		return;
	}
	diagnose(c->ledger->diagnostics, INDEX_VALUE_MISSING, terms->series.span,
	         terms->series.text, buffer_text(&digits), swedish_date(c->arena, step));
	const DateValue *last =
	        c->timeline.whole ? &c->agreement->period.to : &c->agreement->economy.horizon;
	if (VALUE_GIVEN(*last))
		diagnostic_note(c->ledger->diagnostics, INDEX_UNTIL_HERE, last->span);
}

/* Steps. */

static bool amounts_round_each_year(const Calculation *c)
{
	const Economy *economy = &c->agreement->economy;
	return economy->rounding.when.choice == ROUND_EACH_YEAR ||
	       VALUE_GIVEN(economy->index.rise_rounding);
}

/* Whether a year's amount follows from the amount of the year before, and not from a factor. */
static bool steps_from_year_to_year(const Calculation *c)
{
	const IndexTerms *terms = &c->agreement->economy.index;
	Ratio covers = share_or(&terms->covers, (Ratio){1, 1});
	if (!amounts_round_each_year(c))
		return false;
	return VALUE_GIVEN(terms->rise_rounding) ||
	       (terms->basis.choice == INDEX_ON_PREVIOUS_YEAR &&
	        covers.numerator == covers.denominator);
}

static Text step_name(Calculation *c, Quantity quantity, size_t step)
{
	return quantity_in_year(c->arena, quantity_facts(quantity)->name, c->steps[step].date.year);
}

static const Entry *make_factor(Calculation *c, Text name, size_t step, const Entry *last)
{
	const IndexTerms *terms = &c->agreement->economy.index;
	const Entry **rates = ARENA_ARRAY(c->arena, const Entry *, step + 1);
	for (size_t i = 0; i < step; i++)
		rates[i] = c->steps[i].rate;
	rates[step] = last;
	return ledger_chain(c->ledger, name, rates, step + 1, terms->basis.choice == INDEX_ON_BASE,
	                    share_or(&terms->covers, (Ratio){1, 1}), terms->span);
}

/* The value that money was paid by before the definitive one was known. */
static void make_preliminary(Calculation *c, size_t step, RateFacts facts)
{
	IndexStep *s = &c->steps[step];
	const IndexYear *year = find_year(c->agreement->economy.index.in_force, facts.year);
	if (year == NULL || !VALUE_GIVEN(year->definitive) || !VALUE_GIVEN(year->preliminary) ||
	    year->preliminary.ratio.denominator == 0 || !date_is_given(year->published.date))
		return;
	facts.published = year->preliminary.ratio;
	s->published = year->published.date;
	s->preliminary_rate = ledger_rate(
	        c->ledger, name_extended(c, step_name(c, QUANTITY_RATE, step), TEXT("preliminärt")),
	        &facts, STANDING_PRELIMINARY, year->preliminary.span);
	if (!steps_from_year_to_year(c))
		s->preliminary_factor = make_factor(
		        c,
		        name_extended(c, step_name(c, QUANTITY_FACTOR, step), TEXT("preliminärt")),
		        step, s->preliminary_rate);
}

/* False when the value is missing. */
static bool make_step(Calculation *c, Date date)
{
	const IndexTerms *terms = &c->agreement->economy.index;
	size_t step = c->step_count;
	IndexStep *s = &c->steps[step];
	Standing standing = STANDING_DEFINITIVE;
	Span origin = terms->span;
	RateFacts facts = begin_facts(terms, date.year - (int)terms->lag.value);
	*s = (IndexStep){.date = date};
	if (!find_rise(terms, &facts, &standing, &origin)) {
		report_missing(c, terms, facts.year, date);
		return false;
	}
	s->rate =
	        ledger_rate(c->ledger, step_name(c, QUANTITY_RATE, step), &facts, standing, origin);
	if (!steps_from_year_to_year(c)) {
		s->factor = make_factor(c, step_name(c, QUANTITY_FACTOR, step), step, s->rate);
		if (s->factor == NULL)
			return false;
	}
	make_preliminary(c, step, facts);
	c->step_count++;
	return true;
}

/* A draft makes no step when one lacks its value: those after it would be wrong. */
static bool waits_for_values(Calculation *c, Date first, int span)
{
	const IndexTerms *terms = &c->agreement->economy.index;
	bool waits = false;
	for (int i = 0; c->agreement->gaps != NULL && i < span; i++) {
		Date date = date_add_months(first, 12 * i);
		RateFacts facts = begin_facts(terms, date.year - (int)terms->lag.value);
		Standing standing = STANDING_DEFINITIVE;
		Span origin = terms->span;
		if (date_order(date, c->timeline.days.last) > 0 ||
		    find_rise(terms, &facts, &standing, &origin))
			continue;
		report_missing(c, terms, facts.year, date);
		waits = true;
	}
	return waits;
}

bool index_prepare(Calculation *c)
{
	const IndexTerms *terms = &c->agreement->economy.index;
	Date first = terms->from.date;
	if (!c->timeline.known || terms->in_force == NULL || !date_is_given(first))
		return true;
	if (first.day == 0)
		first.day = 1;
	if (first.year < LIMIT_FIRST_YEAR)
		return true;
	int span = c->timeline.days.last.year - first.year + 1;
	if (span <= 0)
		return true;
	if (span > 2 * LIMIT_YEARS) {
		report_missing(c, terms, first.year - (int)terms->lag.value, first);
		return false;
	}
	if (waits_for_values(c, first, span))
		return false;
	c->steps = ARENA_ARRAY(c->arena, IndexStep, (size_t)span);
	bool all = true;
	for (int i = 0; i < span; i++) {
		Date date = date_add_months(first, 12 * i);
		if (date_order(date, c->timeline.days.last) <= 0)
			all = make_step(c, date) && all;
	}
	return all;
}

/* Amounts after each step, where they are rounded there. */

/* What the amount was before the step. */
static const Entry *amount_before(const Stream *stream, size_t step)
{
	return step == 0 ? stream->agreed : stream->stepped[step - 1];
}

/* The year before plus a rise that is rounded by itself. */
static const Entry *add_rise(Calculation *c, const Stream *stream, size_t step, const Entry *rate,
                             Text amount_name, Text rise_name)
{
	const IndexTerms *terms = &c->agreement->economy.index;
	bool on_base = terms->basis.choice == INDEX_ON_BASE;
	Money unit = terms->rise_unit.money > 0 ? terms->rise_unit.money : MONEY_KRONA;
	Term term = {on_base ? stream->agreed : amount_before(stream, step), rate, true,
	             share_or(&terms->covers, (Ratio){1, 1})};
	const Entry *rise =
	        ledger_terms(c->ledger, rise_name, &term, 1, (Rounding)terms->rise_rounding.choice,
	                     unit, stream->agreed->origin);
	return ledger_sum(c->ledger, amount_name,
	                  (const Entry *[]){amount_before(stream, step), rise}, 2,
	                  stream->agreed->origin);
}

static const Entry *step_amount(Calculation *c, const Stream *stream, size_t step,
                                const Entry *rate, const Entry *factor, Text name, Text rise_name)
{
	if (VALUE_GIVEN(c->agreement->economy.index.rise_rounding))
		return add_rise(c, stream, step, rate, name, rise_name);
	Term term = {stream->agreed, factor, false, {1, 1}};
	if (factor == NULL)
		term = (Term){amount_before(stream, step), rate, false, {1, 1}};
	return ledger_terms(c->ledger, name, &term, 1, c->rounding, c->unit,
	                    stream->agreed->origin);
}

static Text stream_step_name(Calculation *c, Quantity quantity, size_t number, size_t step)
{
	return quantity_in_year(c->arena, quantity_number(c->arena, quantity, number - 1),
	                        c->steps[step].date.year);
}

void index_stream(Calculation *c, Stream *stream, size_t number)
{
	if (!stream->indexed || stream->agreed == NULL || c->step_count == 0)
		return;
	const Entry **amounts = ARENA_ARRAY(c->arena, const Entry *, c->step_count);
	const Entry **preliminary = ARENA_ARRAY(c->arena, const Entry *, c->step_count);
	stream->stepped = amounts;
	for (size_t k = 0; k < c->step_count; k++) {
		const IndexStep *s = &c->steps[k];
		Text name = stream_step_name(c, QUANTITY_INDEXED, number, k);
		Text rise = stream_step_name(c, QUANTITY_RISE, number, k);
		amounts[k] = step_amount(c, stream, k, s->rate, s->factor, name, rise);
		if (s->preliminary_rate != NULL && amounts_round_each_year(c))
			preliminary[k] = step_amount(c, stream, k, s->preliminary_rate,
			                             s->preliminary_factor,
			                             name_extended(c, name, TEXT("preliminärt")),
			                             name_extended(c, rise, TEXT("preliminärt")));
	}
	/* Otherwise they are only for people to read, and exact factors are what counts on. */
	stream->stepped = amounts_round_each_year(c) ? amounts : NULL;
	stream->stepped_preliminary = amounts_round_each_year(c) ? preliminary : NULL;
}

/* What a stream is a year on the day of a step; NULL when it does not flow then. */
static const Entry *yearly_on(Calculation *c, size_t contribution, size_t step)
{
	const Stream *stream = &c->contributions[contribution];
	Date day = c->steps[step].date;
	if (stream->agreed == NULL || !stream->in_time || date_order(day, stream->days.first) < 0 ||
	    date_order(stream->days.last, day) < 0)
		return NULL;
	return stream->indexed ? ledger_find(c->ledger, stream_step_name(c, QUANTITY_INDEXED,
	                                                                 contribution + 1, step))
	                       : stream->agreed;
}

void index_totals(Calculation *c)
{
	const ListValue *list = &c->agreement->economy.contributions;
	for (size_t k = 0; k < c->step_count; k++) {
		EntryList amounts = {0};
		for (size_t i = 0; i < list->count; i++)
			if (c->contributions[i].is_grant)
				list_add(c, &amounts, yearly_on(c, i, k));
		list_sum(c, step_name(c, QUANTITY_INDEXED_GRANT, k), &amounts, list->span);
	}
}

/* What a stream is worth in some days. */

static Term term_after(const Calculation *c, const Stream *stream, size_t steps, size_t preliminary)
{
	Term term = {stream->agreed, NULL, false, {0, 1}};
	if (steps == 0 || !stream->indexed)
		return term;
	size_t last = steps - 1;
	bool by_preliminary = last == preliminary;
	if (stream->stepped != NULL)
		term.amount =
		        by_preliminary ? stream->stepped_preliminary[last] : stream->stepped[last];
	else
		term.factor =
		        by_preliminary ? c->steps[last].preliminary_factor : c->steps[last].factor;
	return term;
}

/* How many steps have been taken on a day. */
static size_t steps_until(const Calculation *c, Date day)
{
	size_t count = 0;
	while (count < c->step_count && date_order(c->steps[count].date, day) <= 0)
		count++;
	return count;
}

/* Days of one calendar year, between two steps after each other. */
static void add_piece(Calculation *c, const Stream *stream, Days days, size_t preliminary,
                      TermList *terms)
{
	Term term = term_after(c, stream, steps_until(c, days.first), preliminary);
	term.fraction = days_part_of_year(days, (Proration)c->agreement->economy.proration.choice);
	*ARENA_PUSH(c->arena, terms) = term;
}

void stream_terms(Calculation *c, const Stream *stream, Days days, size_t preliminary,
                  TermList *terms)
{
	for (int year = days.first.year; year <= days.last.year; year++) {
		Days rest;
		if (!days_overlap(days_of_year(year), days, &rest))
			continue;
		size_t next = stream->indexed ? steps_until(c, rest.first) : c->step_count;
		for (; next < c->step_count && date_order(c->steps[next].date, rest.last) <= 0;
		     next++) {
			Days before = {rest.first, date_add_days(c->steps[next].date, -1)};
			add_piece(c, stream, before, preliminary, terms);
			rest.first = c->steps[next].date;
		}
		add_piece(c, stream, rest, preliminary, terms);
	}
}
