/* Rules: what must hold between several fields of a case. */
#ifndef MODEL_RULES_H
#define MODEL_RULES_H

#include "base/arena.h"
#include "model/agreement.h"
#include "model/fields.h"
#include "source/diagnostic.h"

/* Runs every rule of the lists in rules.c, rules_economy.c and rules_table.c. A rule is silent
 * about values that are missing or were already reported. Sums are not compared here but in the
 * ledger, which computes them. */
void rules_check(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics);

/* For the files of the rules and the register only. */

typedef void (*Rule)(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics);

void rules_of_economy(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics);
void rules_of_tables(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics);

/* A day that is on the wrong side of another (`code` is DAY_BEFORE or DAY_AFTER), which is called
 * `which`, is `other`, and stands at `place`. */
void report_day(Diagnostics *diagnostics, DiagnosticCode code, const DateValue *day, Text which,
                Date other, Span place);

/* What stands at `place`, and is called `what`, cannot be used without a key of a record: a gap in
 * a draft, otherwise a fault. */
void report_needs(const Agreement *agreement, Diagnostics *diagnostics, Span place, Text what,
                  const Record *record, Text key);

/* The record of a group of the case: "period". */
const Record *record_of_group(Text key);

#endif
