/* Date: civil dates of the proleptic Gregorian calendar, years 1 to 9999. No clock here. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

/*
 * A date may be known only to its month ("2019-10"): then day is 0. Functions that calculate take
 * the first day of that month. A date that is not given has year 0.
 */
typedef struct Date {
	int16_t year;
	int8_t month; /* 1 to 12 */
	int8_t day;   /* 1 to 31, or 0 when only the month is known */
} Date;

/* A length of time as people agree on it. Months and days are never mixed. */
typedef struct Duration {
	int32_t months; /* years are twelve months */
	int32_t days;
} Duration;

typedef enum DateFault {
	DATE_OK,
	DATE_SHAPE,   /* not written YYYY-MM-DD or YYYY-MM */
	DATE_CALENDAR /* written so, but there is no such day */
} DateFault;

/* Reads "2018-07-01" or "2019-10". */
DateFault date_parse(Text text, Date *date);

bool date_is_given(Date date);
int date_order(Date a, Date b);
int date_days_in_month(int year, int month);
/* A month alone ("2022-12") as its last day; a whole date as it is. */
Date date_last_day(Date date);
/* Days since 0001-01-01, which is day 0. */
int32_t date_to_days(Date date);
Date date_from_days(int32_t days);
/* The same day of a later (or earlier) month, or that month's last day where it has no such day. */
Date date_add_months(Date date, int months);
Date date_add_days(Date date, int32_t days);

/* Whole months in the inclusive interval: 2018-07-01 to 2021-06-30 is 36. False when the interval
 * is not a whole number of months or ends before it begins. */
bool date_whole_months(Date from, Date to, int *months);

#endif
