/* Ledger: every figure of a case, declared or computed, with how it was made and where it comes
 * from. */
#ifndef ECONOMICS_LEDGER_H
#define ECONOMICS_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/date.h"
#include "base/money.h"
#include "base/ratio.h"
#include "base/text.h"
#include "source/diagnostic.h"

/*
 * An amount has one home. It is declared once in the YAML or computed once here; every document,
 * table and reference in prose reads the same entry, so two figures cannot disagree. An entry
 * remembers its operation, its operands and its rounding, and the bytes of the YAML that it rests
 * on, so that any figure can be explained and traced.
 *
 * Values are integers: öre, hours, counts, days since 0001-01-01, months, or for shares units of
 * 10^-decimals per cent. Ratios are exact until the one rounding that their entry names. A result
 * that does not fit is reported at its origin (SUM_TOO_BIG) and counts as zero afterwards.
 *
 * Entries live in the ledger's arena; their addresses do not change.
 */

typedef enum Unit {
	UNIT_AMOUNT,
	UNIT_SHARE,
	UNIT_HOURS,
	UNIT_COUNT,
	UNIT_DATE,   /* days since 0001-01-01 */
	UNIT_MONTHS, /* a term */
	UNIT_DAYS,   /* a term */
	UNIT_FACTOR, /* `exact`; `value` is it in millionths, for dumps */
} Unit;

/* What a value counts, for dumps and for machines: "öre"; empty for a count. */
Text ledger_unit_name(Unit unit);

/* How an entry was made. OPERATION(name, how a dump writes it) */
#define OPERATIONS(OPERATION)                                                                      \
	OPERATION(DECLARED, "angivet")                                                             \
	OPERATION(SUM, "summan av")                                                                \
	OPERATION(DIFFERENCE, "det första minus resten av")                                        \
	OPERATION(PRODUCT, "produkten av")                                                         \
	OPERATION(SHARE, "den första delen av alla")                                               \
	OPERATION(QUOTIENT, "kvoten av")                                                           \
	OPERATION(TERMS, "summan av termerna")                                                     \
	OPERATION(PART, "delen av det första som svarar mot det andra av alla")                    \
	OPERATION(UNIT_PRICE, "det första delat med det andra")                                    \
	OPERATION(RATE, "indexets ökning")                                                         \
	OPERATION(CHAIN, "indexfaktorn av")                                                        \
	OPERATION(TERM_BEFORE, "det andra före det första")                                        \
	OPERATION(TERM_AFTER, "det andra efter det första")

typedef enum Operation {
#define OPERATION(name, words) OPERATION_##name,
	OPERATIONS(OPERATION)
#undef OPERATION
} Operation;

typedef struct Entry Entry;

/* amount x factor x fraction: a part of a year at an indexed amount. */
typedef struct Term {
	const Entry *amount;
	const Entry
	        *factor; /* UNIT_FACTOR, or UNIT_SHARE: a rise, which counts as 1 + rise; NULL: 1 */
	bool rise_alone; /* of a rise: the rise itself, not 1 + rise */
	Ratio fraction;  /* of a year */
} Term;

/* How sure a value is. What is made from several values is as sure as the least sure of them. An
 * unknown one has an entry and a name, but its number means nothing: a draft does not give it yet.
 */
typedef enum Standing {
	STANDING_DEFINITIVE,
	STANDING_PRELIMINARY,
	STANDING_ASSUMED,
	STANDING_UNKNOWN
} Standing;
/* How documents mark it: "definitivt", "preliminärt", "antagande", "saknas". */
Text standing_word(Standing standing);

/* How an index's rise came about (OPERATION_RATE). */
typedef struct RateFacts {
	int year;        /* of the series */
	Ratio published; /* what the series says, or the case assumes: 27/1000 */
	Ratio number,
	        earlier; /* index numbers, where the series gives those; denominator 0 if not */
	Ratio factor;    /* the share of the rise that counts */
	Ratio floor, ceiling; /* denominator 0 where there is none */
	Text source;
} RateFacts;

struct Entry {
	Text name; /* "ekonomi.insats.resurspoolen" */
	Unit unit;
	int64_t value;
	unsigned decimals; /* UNIT_SHARE */
	Standing standing;
	Ratio exact; /* UNIT_FACTOR, and UNIT_SHARE made by OPERATION_RATE: the value itself */
	Operation operation;
	const Entry *const *operands;
	size_t operand_count;
	const Term *terms; /* OPERATION_TERMS */
	size_t term_count;
	const Entry *whole; /* OPERATION_TERMS: what it adds up to together with others, or NULL */
	const RateFacts *rate; /* OPERATION_RATE */
	bool simple;           /* OPERATION_CHAIN: rises are added, not multiplied */
	Ratio covers;          /* OPERATION_CHAIN: the share of the amount that is indexed */
	Rounding rounding;     /* where the operation rounds: TERMS, QUOTIENT, UNIT_PRICE */
	Money rounding_unit;   /* TERMS, UNIT_PRICE: to a multiple of this */
	Span origin;
};

typedef struct Ledger {
	Arena *arena;
	Diagnostics *diagnostics;
	const Entry **items; /* in the order they were made */
	size_t count;
	size_t capacity;
	const Entry **slots; /* by name: a hash table that ledger_find reads */
	size_t slot_count;   /* a power of two, at most half of them taken */
	bool unsettled;      /* what is computed from now on is unknown, whatever it is made from */
} Ledger;

/* One hundred per cent in units of 10^-decimals per cent. */
int64_t hundred_per_cent(unsigned decimals);

/* The entry of this name, or NULL. */
const Entry *ledger_find(const Ledger *ledger, Text name);
/* The same, and NULL too for one whose value is unknown. */
const Entry *ledger_find_known(const Ledger *ledger, Text name);

const Entry *ledger_declare(Ledger *ledger, Text name, Unit unit, int64_t value, Span origin);
/* An amount that is agreed on but not given yet. */
const Entry *ledger_unknown(Ledger *ledger, Text name, Span origin);

/* Operands are copied. A sum of nothing is not an entry: the result is NULL. */
const Entry *ledger_sum(Ledger *ledger, Text name, const Entry *const *operands, size_t count,
                        Span origin);
/* The first operand minus all others. */
const Entry *ledger_difference(Ledger *ledger, Text name, const Entry *const *operands,
                               size_t count, Span origin);
const Entry *ledger_product(Ledger *ledger, Text name, const Entry *quantity, const Entry *price,
                            Span origin);
/* The sum of terms, exact until it is rounded once to a multiple of `unit`. Terms are copied. */
const Entry *ledger_terms(Ledger *ledger, Text name, const Term *terms, size_t count,
                          Rounding rounding, Money unit, Span origin);
/* The same value without an entry, to compare by. */
bool ledger_terms_value(Ledger *ledger, const Term *terms, size_t count, Rounding rounding,
                        Money unit, Money *value);
/*
 * An unindexed amount in some stretches of time, which add up to `whole`: amount x fractions[i]
 * each, rounded to a multiple of `unit` by the method of largest remainder. `whole` must be their
 * sum, rounded; false, and nothing made, when it is negative or no multiple of the unit.
 */
bool ledger_stretches(Ledger *ledger, const Text *names, const Entry *whole, const Entry *amount,
                      const Ratio *fractions, size_t count, Money unit, const Entry **entries);
/*
 * An amount in parts that are to each other as `keys` (none negative), in multiples of `unit`, by
 * the method of largest remainder; they add up to `whole`. `parts` receives `count` entries.
 * False, and nothing made, when all keys are zero or one is negative, or the whole is no multiple
 * of the unit. While a key or the whole is unknown, so are all parts.
 */
bool ledger_parts(Ledger *ledger, const Text *names, const Entry *whole, const Entry *const *keys,
                  size_t count, Money unit, const Entry **parts);
/* An amount for each of a count, rounded half up to öre; NULL when the count is zero. */
const Entry *ledger_unit_price(Ledger *ledger, Text name, const Entry *amount, const Entry *count,
                               Span origin);
/* The rise that counts of one year: facts->published, times the factor, within floor and ceiling.
 */
const Entry *ledger_rate(Ledger *ledger, Text name, const RateFacts *facts, Standing standing,
                         Span origin);
/* 1 - covers + covers x (1 + rise) x (1 + rise) ..., or with the rises added. NULL, after a report
 * (INDEX_TOO_LONG), when the exact factor does not fit. */
const Entry *ledger_chain(Ledger *ledger, Text name, const Entry *const *rates, size_t count,
                          bool simple, Ratio covers, Span origin);

const Entry *ledger_date(Ledger *ledger, Text name, Date date, Span origin);
/* NULL for a term of both months and days, which nobody can write. */
const Entry *ledger_duration(Ledger *ledger, Text name, Duration duration, Span origin);
/* The last day so that a whole term follows up to and including `end`: six months before
 * 2022-12-31 is 2022-06-30. */
const Entry *ledger_term_before(Ledger *ledger, Text name, const Entry *end, const Entry *term,
                                Span origin);
/* The last day of a term that begins the day after `end`. */
const Entry *ledger_term_after(Ledger *ledger, Text name, const Entry *end, const Entry *term,
                               Span origin);

/* What one amount is of another, in per cent with so many decimals, rounded half up; NULL when the
 * whole is zero. */
const Entry *ledger_quotient(Ledger *ledger, Text name, const Entry *part, const Entry *whole,
                             unsigned decimals, Span origin);

/*
 * What each of `parts` (none negative) is of their sum, in per cent with so many decimals. The
 * shares add up to exactly 100 by the method of largest remainder. `shares` receives `count`
 * entries named by `names`. Nothing is made, and false returned, when the sum is zero or a part
 * is negative.
 */
bool ledger_shares(Ledger *ledger, const Text *names, const Entry *const *parts, size_t count,
                   unsigned decimals, const Entry **shares);

/* The ledger as text, an entry a line: name, value, operation and operands. */
void ledger_dump(const Ledger *ledger, Buffer *out);

#endif
