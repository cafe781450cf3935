/* Totals: what all cases grant in each calendar year, and what each recipient receives of it. */
#ifndef ECONOMICS_TOTALS_H
#define ECONOMICS_TOTALS_H

#include "economics/portfolio.h"

/* What is granted in one year, or in all, and in how many cases some of it is not known. */
typedef struct Total {
	Money value;
	size_t cases; /* that something is granted in, or will be */
	size_t missing;
	Standing standing; /* of the least sure amount */
} Total;

void total_add(Total *total, PortfolioAmount amount);

/* A recipient, or the cases' grants that have none in particular. */
typedef struct Recipient {
	Text name;     /* in full; empty for nobody in particular */
	Text *numbers; /* each once; more than one is a fault that has been reported */
	size_t number_count;
	size_t cases;
	Total *years; /* as many as the totals have */
	Total period;
} Recipient;

/* Every amount of every case's years stands in exactly one recipient's, so that recipients add up
 * to `years`, and years to `period` where all years are known. */
typedef struct Totals {
	int first_year;
	size_t year_count; /* 0 when no case has amounts in time */
	Total *years;
	Total period;
	Recipient *recipients; /* in the order of their names; nobody in particular last */
	size_t recipient_count;
} Totals;

Totals totals_of(const Portfolio *portfolio);

#endif
