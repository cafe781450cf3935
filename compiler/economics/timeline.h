/* Timeline: the days that amounts are calculated for, and what part of a year some of them are. */
#ifndef ECONOMICS_TIMELINE_H
#define ECONOMICS_TIMELINE_H

#include <stdbool.h>

#include "base/date.h"
#include "base/ratio.h"
#include "model/agreement.h"

/* Days, both included. */
typedef struct Days {
	Date first, last;
} Days;

typedef struct Timeline {
	bool known; /* there are days to calculate for */
	bool whole; /* they are the whole period, so that it can be totalled */
	Days days;
} Timeline;

/*
 * The period, or what of it lies before the horizon ("beräknas till"), the last day that amounts
 * are known for. An open-ended period without horizon, or one that is misread, backwards or longer
 * than LIMIT_YEARS, is not known, and neither is that of a draft which lacks what amounts in time
 * rest on (needs.h).
 */
Timeline timeline_of(const Agreement *agreement);

/* What two stretches have in common; false when that is nothing. */
bool days_overlap(Days a, Days b, Days *common);
Days days_of_year(int year);

/*
 * Days of one calendar year as a part of it. By month, a whole month is one twelfth and a part of a
 * month its days by the month's days of a twelfth; by day, each day is 1/365, or 1/366 in a leap
 * year.
 */
Ratio days_part_of_year(Days days, Proration proration);
/* By month, of any number of years. */
Ratio days_by_month(Days days);

#endif
