/* Calculate: a case's economy as a ledger. */
#ifndef ECONOMICS_CALCULATE_H
#define ECONOMICS_CALCULATE_H

#include "economics/ledger.h"
#include "model/agreement.h"

/*
 * Amounts are kronor per year as the YAML gives them, in whole öre, unless a name ends in
 * .perioden. quantities.def lists the names; these are the rules behind them.
 *
 * A contribution is worth its amount, the sum of its split, or its hours times an hour's value. The
 * scope is the sum of what the parties put in. The grant is the cash of public parties; a party
 * receives the parts of it that are split to it, or all of it when it is the only civil party.
 *
 * Own financing is what the grant leaves of an organisation's cost, or an amount of its own that is
 * then checked: cost - grant - own financing must be zero. An organisation that declares costs but
 * no contribution puts in its own financing.
 *
 * Shares of one whole add up to exactly 100 per cent (largest remainder). Amounts for the period
 * are the yearly amount times months / 12, rounded half up to whole kronor, not indexed; there are
 * none for a period that is not whole months.
 */
Ledger *economics_calculate(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics);

/* Decimals of percentages: what the case says, or one. */
unsigned economics_decimals(const Agreement *agreement);

#endif
