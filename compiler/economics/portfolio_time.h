/* Portfolio in time: copying what a case costs in its years, pays on its days, and when to act. */
#ifndef ECONOMICS_PORTFOLIO_TIME_H
#define ECONOMICS_PORTFOLIO_TIME_H

#include "economics/portfolio.h"

/* Used by portfolio.c alone, in this order. Names are built in the case's own arena. */
void copy_time(Arena *arena, PortfolioCase *c, const Agreement *agreement, const Ledger *ledger);
void copy_party_years(Arena *arena, const PortfolioCase *c, const Agreement *agreement,
                      const Ledger *ledger, const Party *party, PortfolioParty *copy);
void copy_payments(Arena *arena, PortfolioCase *c, const Agreement *agreement,
                   const Ledger *ledger);

#endif
