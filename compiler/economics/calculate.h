/* Calculate: a case's economy as a ledger. */
#ifndef ECONOMICS_CALCULATE_H
#define ECONOMICS_CALCULATE_H

#include "economics/ledger.h"
#include "model/agreement.h"

/*
 * quantities.def lists the names of what is calculated; these are the rules behind them.
 *
 * As agreed, for a year. A contribution is worth its amount, the sum of its split, its hours times
 * an hour's value, or the inhabitants times an amount for each. The scope is the sum of what the
 * parties put in. The grant is the cash of public parties; a party receives the parts of it that
 * are split to it, or all of it when it is the only civil party. Of contributions that follow upon
 * each other (från, till) those that hold on the first day count.
 *
 * Own financing is what the grant leaves of an organisation's cost, or an amount of its own that is
 * then checked: cost - grant - own financing must be zero. An organisation that declares costs but
 * no contribution puts in its own financing.
 *
 * Shares of one whole add up to exactly 100 per cent (largest remainder).
 *
 * Index. The first step is taken on the agreed day, then one every year. A step's rise is the
 * series's value for the step's year (less the lag): definitive, or else preliminary, or else
 * assumed by the case; times the factor that counts, and not below the floor or above the ceiling.
 * After k steps the factor is (1 + rise) x (1 + rise) ..., or 1 + rise + rise ... where rises are
 * counted on the base amount; where only a share is covered, the rest stays as it is. Grants are
 * indexed, and whatever contributions the case says.
 *
 * Calendar years. Part of a year is counted by month or by day (timeline.h). An unindexed amount is
 * calculated for the whole period, rounded in the agreed way to whole kronor, and divided among the
 * years by largest remainder. An indexed amount is calculated for each year, exactly, and rounded
 * once, in the agreed way to the agreed unit; or, rounded each year, the yearly amount is rounded
 * after each step and goes on from there, and its part of the year is rounded again. Where each
 * rise is rounded by itself, the yearly amount is the one before plus that rise. The period is the
 * sum of its years. Amounts agreed in öre are rounded to öre instead of kronor. A recipient's part
 * of a year is divided by largest remainder in whole kronor.
 *
 * Costs are in the agreement's prices; years with an index leave them out, and with them a scope
 * that depends on them. "Före uppräkning" is the period without index, rounded once.
 *
 * Payments (payments.h) divide a year's grant, for each recipient, into instalments, rounded down
 * to whole kronor; the last or the first takes what is left.
 */
Ledger *economics_calculate(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics);

/* Decimals of percentages: what the case says, or one. */
unsigned economics_decimals(const Agreement *agreement);

#endif
