/* Streams: what a contribution or a cost is worth in each frame. */
#include "economics/calculation.h"

/* Amounts that are not indexed are whole kronor, unless they were agreed in öre. */
static Money plain_unit(const Stream *stream)
{
	return stream->agreed->value % MONEY_KRONA == 0 ? MONEY_KRONA : 1;
}

/* Its part of each calendar year, and together. */
static Ratio parts_of_years(const Calculation *c, const Stream *stream, Ratio *parts)
{
	Proration proration = (Proration)c->agreement->economy.proration.choice;
	Ratio together = {0, 1};
	for (int i = 0; i < year_count(c); i++) {
		Days days;
		parts[i] = (Ratio){0, 1};
		if (!days_overlap(stream->days, days_of_year(c->timeline.days.first.year + i),
		                  &days))
			continue;
		parts[i] = days_part_of_year(days, proration);
		/* As long as the agreement in years, over twelfths, months' days or years'. */
		ratio_add(together, parts[i], &together);
	}
	return together;
}

static const Entry *for_all_years(Calculation *c, const Stream *stream, Text name)
{
	Ratio *parts = ARENA_ARRAY(c->arena, Ratio, (size_t)year_count(c) + 1);
	Term term = {stream->agreed, NULL, false, parts_of_years(c, stream, parts)};
	return ledger_terms(c->ledger, name, &term, 1, c->rounding, plain_unit(stream),
	                    stream->agreed->origin);
}

/*
 * An unindexed amount for the whole period is calculated first, and the years are made to add up to
 * it. Were the years rounded by themselves, three years could become a krona more than three times
 * the yearly amount.
 */
static void make_years(Calculation *c, Stream *stream, Text name)
{
	size_t count = (size_t)year_count(c), used = 0;
	Ratio *parts = ARENA_ARRAY(c->arena, Ratio, count + 1);
	Text *names = ARENA_ARRAY(c->arena, Text, count + 1);
	const Entry **entries = ARENA_ARRAY(c->arena, const Entry *, count + 1);
	size_t *years = ARENA_ARRAY(c->arena, size_t, count + 1);
	const Entry *whole =
	        for_all_years(c, stream, quantity_together(c->arena, c->agreement, name));
	parts_of_years(c, stream, parts);
	for (size_t i = 0; i < count; i++) {
		if (parts[i].numerator == 0)
			continue;
		names[used] =
		        quantity_in_year(c->arena, name, c->timeline.days.first.year + (int)i);
		years[used] = i;
		parts[used++] = parts[i];
	}
	stream->period = whole;
	if (!ledger_stretches(c->ledger, names, whole, stream->agreed, parts, used,
	                      plain_unit(stream), entries))
		return;
	for (size_t k = 0; k < used; k++)
		stream->years[years[k]] = entries[k];
}

static bool is_indexed(const Calculation *c, const Stream *stream)
{
	return stream->indexed && c->step_count > 0;
}

Money stream_unit(const Calculation *c, const Stream *stream)
{
	return is_indexed(c, stream) ? c->unit : plain_unit(stream);
}

static const Entry *in_year(Calculation *c, Stream *stream, Text name)
{
	const Entry **year = &stream->years[c->frame.year - c->timeline.days.first.year];
	Days days;
	if (!stream->in_time || !days_overlap(stream->days, days_of_year(c->frame.year), &days))
		return NULL;
	if (!is_indexed(c, stream) && stream->period == NULL)
		make_years(c, stream, name);
	if (*year != NULL)
		return *year;
	TermList terms = {0};
	stream_terms(c, stream, days, SIZE_MAX, &terms);
	*year = ledger_terms(c->ledger, framed(c, name), terms.items, terms.count, c->rounding,
	                     stream_unit(c, stream), stream->agreed->origin);
	return *year;
}

static const Entry *in_period(Calculation *c, const Stream *stream, Text name)
{
	EntryList years = {0};
	if (stream->period != NULL)
		return stream->period;
	for (int i = 0; stream->in_time && i < year_count(c); i++)
		list_add(c, &years, stream->years[i]);
	return list_sum(c, framed(c, name), &years, stream->agreed->origin);
}

const Entry *stream_in_frame(Calculation *c, Stream *stream, Text name)
{
	if (stream->agreed == NULL)
		return NULL;
	switch (c->frame.kind) {
	case FRAME_AGREED:
		/* Of amounts that follow upon each other, the first is the one agreed for a year.
		 */
		return !c->timeline.known ||
		                       (stream->in_time &&
		                        date_order(stream->days.first, c->timeline.days.first) == 0)
		               ? stream->agreed
		               : NULL;
	case FRAME_STAGE:
		return stream->in_time && date_order(stream->days.first, c->frame.from) <= 0 &&
		                       date_order(c->frame.from, stream->days.last) <= 0
		               ? stream->agreed
		               : NULL;
	case FRAME_YEAR: return in_year(c, stream, name);
	case FRAME_PERIOD: return in_period(c, stream, name);
	case FRAME_BEFORE_INDEX:
		return stream->in_time ? for_all_years(c, stream, framed(c, name)) : NULL;
	}
	return NULL;
}
