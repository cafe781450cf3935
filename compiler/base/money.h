/* Money: whole öre in 64 bits, reading amounts as people write them, and splitting without loss. */
#ifndef BASE_MONEY_H
#define BASE_MONEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ratio.h"
#include "base/text.h"

/*
 * One krona is 100 öre. Amounts beyond ± 10^12 kronor are refused where they are read, which leaves
 * a factor of 10^4 for sums in 64 bits.
 */
typedef int64_t Money;

#define MONEY_KRONA   ((Money)100)
#define MONEY_MAXIMUM ((Money)1000000000000 * MONEY_KRONA)

/* What an amount is paid for. */
typedef enum MoneyPer {
	MONEY_ONCE, /* no time was written */
	MONEY_PER_YEAR,
	MONEY_PER_MONTH,
	MONEY_PER_HOUR,
} MoneyPer;

typedef enum MoneyFault {
	MONEY_OK,
	MONEY_SHAPE,    /* not a number followed by a unit */
	MONEY_UNIT,     /* a number without kr, tkr or mnkr */
	MONEY_GROUPING, /* digits grouped with points or commas, or not in threes */
	MONEY_TOO_BIG,
} MoneyFault;

/* Reads "933 000 kr/år", "214 kr", "1 100 tkr per år", "1,5 mnkr", "900 kr/timme". Thousands may be
 * set apart with spaces or no-break spaces, or not at all; decimals have a comma. */
MoneyFault money_parse(Text text, Money *money, MoneyPer *per);

/*
 * Splits `whole` in proportion to `weights` (none negative, not all 0) into `parts` that are
 * multiples of `unit` and add up to `whole` exactly: each gets its share rounded down, and what is
 * left goes, one unit at a time, to the largest remainders, the first of equals first (the method
 * of largest remainder). `whole` must be a multiple of `unit`. False when something overflows.
 */
bool money_split(int64_t whole, int64_t unit, const int64_t *weights, size_t count, int64_t *parts);

#endif
