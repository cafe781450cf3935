/* Timeline: which days are calculated, and parts of years. */
#include "economics/timeline.h"

#include <assert.h>

#include "base/limits.h"
#include "economics/needs.h"

static Date earlier(Date a, Date b)
{
	return date_order(a, b) <= 0 ? a : b;
}

static Date later(Date a, Date b)
{
	return date_order(a, b) >= 0 ? a : b;
}

/* A month alone begins with its first day. */
static Date first_day(Date date)
{
	if (date.day == 0)
		date.day = 1;
	return date;
}

Timeline timeline_of(const Agreement *agreement)
{
	const Period *period = &agreement->period;
	Date horizon = date_last_day(agreement->economy.horizon.date);
	Date to = date_last_day(period->to.date);
	if (time_is_open(agreement) || !date_is_given(period->from.date) ||
	    (!date_is_given(to) && !date_is_given(horizon)))
		return (Timeline){0};
	bool whole = date_is_given(to) && (!date_is_given(horizon) || date_order(horizon, to) >= 0);
	if (!whole)
		to = horizon;
	Days days = {first_day(period->from.date), to};
	return (Timeline){
	        .known = date_order(days.first, days.last) <= 0 &&
	                 days.first.year >= LIMIT_FIRST_YEAR && days.last.year <= LIMIT_LAST_YEAR &&
	                 days.last.year - days.first.year < LIMIT_YEARS,
	        .whole = whole,
	        .days = days,
	};
}

bool days_overlap(Days a, Days b, Days *common)
{
	*common = (Days){later(a.first, b.first), earlier(a.last, b.last)};
	return date_order(common->first, common->last) <= 0;
}

Days days_of_year(int year)
{
	int16_t y = (int16_t)year;
	return (Days){{y, 1, 1}, {y, 12, 31}};
}

/* A month's days from `first` to `last` as a part of the year. */
static Ratio part_of_month(int year, int month, int first, int last)
{
	Ratio part = {0, 1};
	bool fits =
	        ratio_make(last - first + 1, 12 * (int64_t)date_days_in_month(year, month), &part);
	assert(fits);
	(void)fits;
	return part;
}

Ratio days_by_month(Days days)
{
	Date first = days.first, last = days.last;
	int last_of_first = date_days_in_month(first.year, first.month);
	int last_of_last = date_days_in_month(last.year, last.month);
	int months = 12 * (last.year - first.year) + last.month - first.month;
	if (months == 0)
		return part_of_month(first.year, first.month, first.day, last.day);
	bool begins = first.day == 1, ends = last.day == last_of_last;
	Ratio part = {0, 1};
	ratio_make(months - 1 + begins + ends, 12, &part);
	/* Denominators are 12 x 28 to 31 at most twice, else 12: always small. */
	if (!begins)
		ratio_add(part, part_of_month(first.year, first.month, first.day, last_of_first),
		          &part);
	if (!ends)
		ratio_add(part, part_of_month(last.year, last.month, 1, last.day), &part);
	return part;
}

Ratio days_part_of_year(Days days, Proration proration)
{
	assert(days.first.year == days.last.year);
	Days whole = days_of_year(days.first.year);
	Ratio part = {0, 1};
	if (proration == PRORATE_BY_MONTH)
		return days_by_month(days);
	ratio_make(date_to_days(days.last) - date_to_days(days.first) + 1,
	           date_to_days(whole.last) - date_to_days(whole.first) + 1, &part);
	return part;
}
