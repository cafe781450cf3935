/* Payments: the payment plan under way, shared by payments.c and instalments.c. */
#ifndef ECONOMICS_PAYMENTS_H
#define ECONOMICS_PAYMENTS_H

#include "economics/calculation.h"

/*
 * The year is divided into as many stretches as there are payments a year, counted from the agreed
 * month; each instalment pays for one of them, in advance or in arrears. Stretches that fit into
 * calendar years are paid by calendar years: the instalments of a year add up to what the grant is
 * that year. Otherwise they are gathered by years that begin in the agreed month. In both cases
 * each recipient's instalments are rounded down, and one of them, the last or the first, takes the
 * kronor that are left.
 */

/* One payment: the days that it pays for and the day when it is due. */
typedef struct Instalment {
	Days days;
	Date due;
} Instalment;

/* Instalments that together pay for one year, or all at once for the whole period. */
typedef struct PaymentYear {
	Days days;
	size_t first; /* its instalments in the plan */
	size_t count;
	size_t number; /* from 0 */
	bool is_period;
} PaymentYear;

/* What one recipient gets of one contribution: one line of the plan. */
typedef struct Line {
	const Stream *stream;
	size_t contribution;
	size_t part;       /* of the split, or SIZE_MAX for the whole contribution */
	size_t receiver;   /* a party, or SIZE_MAX when nobody in particular */
	EntryList earlier; /* totals of the payment years before */
} Line;

typedef struct PaymentPlan {
	Calculation *c;
	const PaymentTerms *terms;
	Instalment *items;
	size_t count;
	size_t capacity;
	Line *lines;
	size_t line_count;
	bool several_contributions;
	EntryList paid; /* everything, and by calendar year and receiver */
	EntryList *paid_in_year;
	EntryList *paid_to;
} PaymentPlan;

/* payments.c: whether every calendar year begins with a stretch of its own. */
bool plan_fits_calendar_years(const PaymentPlan *plan);

/* instalments.c */

/* "ekonomi.utbetalning.1" for number 0. */
Text instalment_name(PaymentPlan *plan, size_t number);

/* What a line is in all in a payment year, or NULL. */
const Entry *line_total(PaymentPlan *plan, const PaymentYear *year, Line *line);

/* The step of a calendar year whose preliminary value some payment was made by; else SIZE_MAX. */
size_t settled_step(const PaymentPlan *plan, const PaymentYear *year);

/* Divides a line's year into its instalments; `entries` has NULL where nothing is paid. */
void pay_line(PaymentPlan *plan, const PaymentYear *year, const Line *line, const Entry *total,
              const Entry **entries);
/* The same by preliminary amounts until the definitive value is known. Returns what is then
 * settled: an entry that begins with `name`. */
const Entry *pay_and_settle(PaymentPlan *plan, const PaymentYear *year, const Line *line,
                            const Entry *total, size_t step, Text name, const Entry **entries);

#endif
