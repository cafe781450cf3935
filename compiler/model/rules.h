/* Rules: what must hold between several fields of a case. */
#ifndef MODEL_RULES_H
#define MODEL_RULES_H

#include "base/arena.h"
#include "model/agreement.h"
#include "source/diagnostic.h"

/* Runs every rule of the list in rules.c. A rule is silent about values that are missing or were
 * already reported. Sums are not compared here but in the ledger, which computes them. */
void rules_check(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics);

#endif
