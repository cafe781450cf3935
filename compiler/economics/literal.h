/* Literal: amounts, percentages, dates and terms that a person has typed in running text. */
#ifndef ECONOMICS_LITERAL_H
#define ECONOMICS_LITERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"
#include "economics/ledger.h"

/*
 * Found are, with digits or number words and through any emphasis in Markdown:
 *
 *	1 800 000 kr, 1 100 tkr, 1,8 mnkr, två miljoner kronor	UNIT_AMOUNT, in öre
 *	53 %, 52,87 procent					UNIT_SHARE, in millionths of 1 %
 *	2018-07-01, den 1 juli 2018, 1/7 2018			UNIT_DATE, in days since 0001-01-01
 *	tre år, 18 månader, sex (6) månader, ett halvår		UNIT_MONTHS
 *	30 dagar, två veckor					UNIT_DAYS
 *	18 000 timmar						UNIT_HOURS
 *
 * Not found are figures that say less or something else: years and months alone, numbers of
 * statutes, paragraphs, cases and telephones, times, and numbers without unit.
 *
 * A figure states its value as exactly as it is written: 1,8 mnkr is all from 1 750 000 kr up to
 * but not including 1 850 000 kr. A whole number of thousands or millions, and one that is "about",
 * is taken to have two digits that count. A range (50–60 %) is all that lies in it.
 */
typedef struct Literal {
	Unit unit;
	int64_t value;       /* as it is written; of a range its beginning */
	int64_t least, most; /* what it can mean; nothing at all when least > most, as for a date
	                        that is not in the calendar */
	bool bound;          /* it is only a limit or a range: "högst 5 kr", "5–10 kr" */
	size_t first, end;   /* bytes of the text */
} Literal;

typedef struct Literals {
	Literal *items; /* in the order of the text */
	size_t count;
	size_t capacity;
} Literals;

/* A percentage of LITERAL_PER_CENT is one per cent. */
#define LITERAL_PER_CENT ((int64_t)1000000)

/* Adds the text's literals to `found`, in time in proportion to the text. The text must be valid
 * UTF-8; what is not to be read in it should be overwritten with control characters. */
void literals_find(Arena *arena, Text text, Literals *found);

#endif
