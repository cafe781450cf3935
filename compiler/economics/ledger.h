/* Ledger: every amount of a case, declared or computed, with how it was made and where it comes
 * from. */
#ifndef ECONOMICS_LEDGER_H
#define ECONOMICS_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
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
 * Values are integers: öre, hours, counts, or for shares units of 10^-decimals per cent. Ratios are
 * exact until the one rounding that their entry names. A result that does not fit is reported at
 * its origin (SUM_TOO_BIG) and counts as zero afterwards.
 *
 * Entries live in the ledger's arena; their addresses do not change.
 */

typedef enum Unit { UNIT_AMOUNT, UNIT_SHARE, UNIT_HOURS, UNIT_COUNT } Unit;

/* How an entry was made. OPERATION(name, how a dump writes it) */
#define OPERATIONS(OPERATION)                                                                      \
	OPERATION(DECLARED, "angivet")                                                             \
	OPERATION(SUM, "summan av")                                                                \
	OPERATION(DIFFERENCE, "det första minus resten av")                                        \
	OPERATION(PRODUCT, "produkten av")                                                         \
	OPERATION(SHARE, "den första delen av alla")                                               \
	OPERATION(QUOTIENT, "kvoten av")                                                           \
	OPERATION(SCALED, "gånger")

typedef enum Operation {
#define OPERATION(name, words) OPERATION_##name,
	OPERATIONS(OPERATION)
#undef OPERATION
} Operation;

typedef struct Entry Entry;

struct Entry {
	Text name; /* "ekonomi.insats.resurspoolen" */
	Unit unit;
	int64_t value;
	unsigned decimals; /* UNIT_SHARE */
	Operation operation;
	const Entry *const *operands;
	size_t operand_count;
	Ratio factor;      /* OPERATION_SCALED */
	Rounding rounding; /* where the operation rounds: OPERATION_SCALED, _QUOTIENT */
	Span origin;
};

typedef struct Ledger {
	Arena *arena;
	Diagnostics *diagnostics;
	const Entry **items; /* in the order they were made */
	size_t count;
	size_t capacity;
} Ledger;

/* The entry of this name, or NULL. */
const Entry *ledger_find(const Ledger *ledger, Text name);

const Entry *ledger_declare(Ledger *ledger, Text name, Unit unit, int64_t value, Span origin);

/* Operands are copied. A sum of nothing is not an entry: the result is NULL. */
const Entry *ledger_sum(Ledger *ledger, Text name, const Entry *const *operands, size_t count,
                        Span origin);
/* The first operand minus all others. */
const Entry *ledger_difference(Ledger *ledger, Text name, const Entry *const *operands,
                               size_t count, Span origin);
const Entry *ledger_product(Ledger *ledger, Text name, const Entry *quantity, const Entry *price,
                            Span origin);
/* An amount times a ratio, rounded once to whole kronor. */
const Entry *ledger_scale(Ledger *ledger, Text name, const Entry *amount, Ratio factor,
                          Rounding rounding, Span origin);

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
