/* Date: civil dates as day numbers and as month numbers. */
#include "base/date.h"

#include <assert.h>

#define DATE_LAST_YEAR     9999
#define DATE_DAYS_PER_ERA  146097 /* 400 years */
#define DATE_MONTHS_IN_ALL (DATE_LAST_YEAR * 12)

/* `count` digits at `position`, or -1. */
static int digits_at(Text text, size_t position, size_t count)
{
	int64_t value = 0;
	if (!text_integer(text_cut(text, position, position + count), &value))
		return -1;
	return (int)value;
}

DateFault date_parse(Text text, Date *date)
{
	bool month_only = text.length == 7;
	if (!month_only && text.length != 10)
		return DATE_SHAPE;
	int year = digits_at(text, 0, 4);
	int month = digits_at(text, 5, 2);
	int day = month_only ? 1 : digits_at(text, 8, 2);
	if (year < 0 || month < 0 || day < 0 || text.bytes[4] != '-' ||
	    (!month_only && text.bytes[7] != '-'))
		return DATE_SHAPE;
	if (year < 1 || month < 1 || month > 12 || day < 1 || day > date_days_in_month(year, month))
		return DATE_CALENDAR;
	*date = (Date){(int16_t)year, (int8_t)month, month_only ? 0 : (int8_t)day};
	return DATE_OK;
}

bool date_is_given(Date date)
{
	return date.year != 0;
}

static int first_if_unknown(int day)
{
	return day == 0 ? 1 : day;
}

int date_order(Date a, Date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	int day_a = first_if_unknown(a.day);
	int day_b = first_if_unknown(b.day);
	return (day_a > day_b) - (day_a < day_b);
}

int date_days_in_month(int year, int month)
{
	static const int8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	assert(month >= 1 && month <= 12);
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

/* Days from 0000-03-01 to the first of a year that begins in March, whose leap day comes last. */
static int32_t days_before_march_year(int32_t year)
{
	return year * 365 + year / 4 - year / 100 + year / 400;
}

/* Days in a March year before its month, March being 0: 31 30 31 30 31 repeats every five. */
static int32_t days_before_march_month(int32_t month)
{
	return (month * 153 + 2) / 5;
}

/* 0001-01-01 is day 306 of the March year 0. */
#define DATE_MARCH_OFFSET 306

Date date_last_day(Date date)
{
	if (date.day == 0 && date_is_given(date))
		date.day = (int8_t)date_days_in_month(date.year, date.month);
	return date;
}

int32_t date_to_days(Date date)
{
	assert(date_is_given(date));
	int32_t month = date.month < 3 ? date.month + 9 : date.month - 3;
	int32_t year = date.month < 3 ? date.year - 1 : date.year;
	return days_before_march_year(year) + days_before_march_month(month) +
	       first_if_unknown(date.day) - 1 - DATE_MARCH_OFFSET;
}

/* A day outside years 1 to 9999 gives a date that is not given. */
Date date_from_days(int32_t days)
{
	const Date last = {DATE_LAST_YEAR, 12, 31};
	if (days < 0 || days > date_to_days(last))
		return (Date){0};
	days += DATE_MARCH_OFFSET;
	int32_t year = (int32_t)((int64_t)days * 400 / DATE_DAYS_PER_ERA);
	while (days_before_march_year(year + 1) <= days)
		year++;
	while (days_before_march_year(year) > days)
		year--;
	int32_t in_year = days - days_before_march_year(year);
	int32_t month = (in_year * 5 + 2) / 153;
	int32_t day = in_year - days_before_march_month(month) + 1;
	bool next_year = month >= 10;
	return (Date){(int16_t)(next_year ? year + 1 : year),
	              (int8_t)(next_year ? month - 9 : month + 3), (int8_t)day};
}

/* Months since January of year 1, which is month 0. */
static int32_t month_number(Date date)
{
	return (date.year - 1) * 12 + date.month - 1;
}

/* Beyond years 1 to 9999 the result is a date that is not given. */
Date date_add_months(Date date, int months)
{
	assert(date_is_given(date));
	int64_t number = (int64_t)month_number(date) + months;
	if (number < 0 || number >= DATE_MONTHS_IN_ALL)
		return (Date){0};
	int year = (int)(number / 12) + 1;
	int month = (int)(number % 12) + 1;
	int day = first_if_unknown(date.day);
	int last = date_days_in_month(year, month);
	return (Date){(int16_t)year, (int8_t)month, (int8_t)(day < last ? day : last)};
}

Date date_add_days(Date date, int32_t days)
{
	int64_t number = (int64_t)date_to_days(date) + days;
	if (number < 0 || number > INT32_MAX)
		return (Date){0};
	return date_from_days((int32_t)number);
}

/*
 * The interval is n whole months when the day after `to` is date_add_months(from, n): from the 1st
 * to the last, from the 15th to the 14th, and from 31 January to 27 February (28 in a leap year),
 * since one month after 31 January is the last of February. The day after is kept as a month number
 * and a day, so that 9999-12-31 is no special case.
 */
bool date_whole_months(Date from, Date to, int *months)
{
	assert(date_is_given(from) && date_is_given(to));
	int32_t after_month = month_number(to);
	int after_day = first_if_unknown(to.day) + 1;
	if (after_day > date_days_in_month(to.year, to.month)) {
		after_month++;
		after_day = 1;
	}
	int day = first_if_unknown(from.day);
	int last = date_days_in_month(after_month / 12 + 1, after_month % 12 + 1);
	int count = after_month - month_number(from);
	if (count < 1 || after_day != (day < last ? day : last))
		return false;
	*months = count;
	return true;
}
