/* Overview: all agreements at a glance, as a page, as a table for spreadsheets, as a calendar. */
#ifndef OVERVIEW_OVERVIEW_H
#define OVERVIEW_OVERVIEW_H

#include "document/picture.h"
#include "economics/portfolio.h"
#include "economics/totals.h"

/*
 * What a document is to the other writers the portfolio is to these: a plain structure in which
 * every figure is computed and every date is known. They choose, order and lay out; the only sums
 * that they make are those of a selection of the cases, and those are made of the same amounts as
 * the rows show.
 *
 *	Overview overview = {...};
 *	overview.totals = totals_of(overview.portfolio);
 *	... overview_page(&overview), overview_table(&overview), overview_calendar(&overview)
 *
 * All three are texts in the portfolio's arena, in UTF-8; an empty one did not fit in a buffer.
 *
 * How many days are left depends on which day it is. The program never asks the clock, so that day
 * is given (--day), the page says which it is, and the same day gives the same bytes. Without one,
 * dates are shown and no days are counted.
 *
 * What is not known is said to be missing wherever it would have stood, and a sum that lacks it
 * says of how many amounts. Cases that are left out for their faults stand on the page.
 *
 * The page is one file, asks for no other and lets nothing be sent. It has no script: selecting,
 * ordering and the sums of what is selected are CSS (selection.h).
 */
typedef struct Overview {
	const Portfolio *portfolio;
	Totals totals;
	Text municipality;       /* or empty */
	const Picture *logotype; /* or NULL */
	Date day;                /* the day that days are counted from, or not given */
	Text style;              /* CSS */
} Overview;

/* index.html; links lead to <case>/<file>.html, .pdf and .md beside it. */
Text overview_page(const Overview *overview);
/* portfolio.csv: columns.def says what stands in it. */
Text overview_table(const Overview *overview);
/* dates.ics: the days of events.h, by RFC 5545. */
Text overview_calendar(const Overview *overview);

#endif
