/* Swedish: how amounts, numbers, dates, terms and enumerations are written in running text. */
#ifndef BASE_SWEDISH_H
#define BASE_SWEDISH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/money.h"
#include "base/ratio.h"
#include "base/text.h"

/*
 * Digits are grouped in threes with a no-break space from four digits on, decimals have a comma,
 * and a no-break space stands between a number and its unit, so that no amount or date is ever
 * broken over two lines. (Myndigheternas skrivregler; Språkrådet on dates: "den 1 juli 2018" in
 * text, 2018-07-01 in headers and tables.)
 */

/* "1 800 000 kr"; öre only when there are any: "12,50 kr". */
Text swedish_amount(Arena *arena, Money money);
/* The same without unit, for table cells whose column names it. */
Text swedish_amount_bare(Arena *arena, Money money);
/* "18 000". */
Text swedish_integer(Arena *arena, int64_t value);
/* `share` in units of 10^-decimals per cent: 5287 with two decimals gives "52,87 %". */
Text swedish_percent(Arena *arena, int64_t share, unsigned decimals);
/* "2,7" or "1,027": exactly, or rounded half up where it has more than so many decimals (at most
 * 12); without zeros at its end. */
Text swedish_decimal(Arena *arena, Ratio ratio, unsigned most_decimals);
/* "1 100 tkr", "5,4 mnkr": rounded half up, mnkr to one decimal. */
Text swedish_amount_thousands(Arena *arena, Money money);
Text swedish_amount_millions(Arena *arena, Money money);
/* "den 1 juli 2018"; a month: "oktober 2019". A date that is not given is an empty text. */
Text swedish_date(Arena *arena, Date date);
/* "januari" for 1 to "december" for 12. */
Text swedish_month(int month);
/* "2018-07-01"; a month: "2019-10". */
Text swedish_date_short(Arena *arena, Date date);
/* "tre år", "sex månader", "18 månader"; from two years on "två år och sex månader"; "30 dagar",
 * "en månad och tio dagar". Nothing at all is "noll dagar". */
Text swedish_duration(Arena *arena, Duration duration);
/* 0 to 12 in words ("noll", "en" or neuter "ett", ... "tolv"), else digits. */
Text swedish_count(Arena *arena, int64_t value, bool neuter);
/* "a", "a och b", "a, b och c". */
Text swedish_list(Arena *arena, const Text *items, size_t count);
/* The same with something else than " och " before the last: " eller ", or ", ". */
Text swedish_series(Arena *arena, const Text *items, size_t count, Text last);
/* The genitive of a name: "Resurspoolens", "Linköpings" stays as it ends in s, x or z; after
 * capitals a colon, "IOGT-NTO:s". */
Text swedish_genitive(Arena *arena, Text name);

/* Negative, zero or positive, in the order of a Swedish dictionary: capitals do not count, å, ä and
 * ö stand last, other marked letters with the plain ones. Zero only for equal texts. */
int swedish_order(Text a, Text b);

/*
 * Running text with no-break spaces where a line must not end:
 *
 *	933 000		inside digit groups		2018 100	stays: a year is no group
 *	12 kr, 5 %	number and unit			2 miljoner kronor
 *	den 1 juli 2018	day, month and year		3 kap. 12 a § 2 st., § 5, SFS 2018:12
 *	bilaga 1	what is called by a number	lag (2017:725)
 *	part A		or by one letter		Dnr ÄN 2019-878
 *	A. Berg		after an initial
 *
 * No bound chain grows longer than 40 characters; where it would, an ordinary space is left.
 */
Text swedish_bound(Arena *arena, Text text);

#endif
