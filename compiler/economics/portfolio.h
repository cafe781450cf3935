/* Portfolio: what is kept of many cases, so that they can be added up and held against each other.
 */
#ifndef ECONOMICS_PORTFOLIO_H
#define ECONOMICS_PORTFOLIO_H

#include "economics/ledger.h"
#include "model/agreement.h"

/*
 *	Portfolio portfolio = portfolio_new(arena, diagnostics);
 *	portfolio_add(&portfolio, name, agreement, ledger);		for each case
 *	portfolio_sum(&portfolio);
 *	portfolio_check(&portfolio, shared);
 *
 * What a case says is copied, so its model and its ledger may be gone afterwards; only the sources
 * that spans lie in must live as long as the portfolio. Sums are entries of the portfolio's own
 * ledger: portfölj.<case>.bidrag, .omfattning, .offentligt and .andel, and the same without <case>
 * for all of them.
 */
typedef struct PortfolioParty {
	Text name; /* in full: what tells organisations apart */
	Text number;
	Span place; /* of the number, or else of the party */
	bool civil;
	Money granted; /* a year */
} PortfolioParty;

typedef struct PortfolioCase {
	Text name; /* of its file, without ending */
	Text title;
	Text board;
	Date decided;
	Date from, to; /* not given where the case does not say */
	Span place;
	PortfolioParty *parties;
	size_t party_count;
	/* NULL when the case has no economy. */
	const Entry *grant;
	const Entry *scope;
	const Entry *public; /* what public parties put in */
	const Entry *share;  /* public of scope */
} PortfolioCase;

typedef struct Portfolio {
	Arena *arena;
	Ledger *ledger;
	PortfolioCase *items;
	size_t count;
	size_t capacity;
	const Entry *grant, *scope, *public, *share; /* of all; NULL when there is none */
} Portfolio;

Portfolio portfolio_new(Arena *arena, Diagnostics *diagnostics);
void portfolio_add(Portfolio *portfolio, Text name, const Agreement *agreement,
                   const Ledger *ledger);
void portfolio_sum(Portfolio *portfolio);

/*
 * Reports, to the portfolio's diagnostics,
 *
 *	an organisation that has different numbers in two cases (NUMBERS_DIFFER),
 *	a number that two organisations have (NUMBER_SHARED),
 *	a recipient whose grants reach a ceiling for state aid of minor importance (AID_CEILING).
 *
 * A recipient's grants are counted over the ceiling's number of years from the first day of its
 * latest agreement (its decision day where no period is known): each agreement's yearly grant times
 * the part of those years that it is in force, by month. An agreement without a period counts for
 * all of them. The ceilings are those in force on the latest agreement's decision day, converted by
 * the register's rate for the euro. Of several that are reached the highest is reported. Whether a
 * grant is state aid at all is for a lawyer to say.
 */
void portfolio_check(const Portfolio *portfolio, const Register *shared);

/* The municipality's rule of thumb for one case: a warning (PUBLIC_SHARE) when public parties put
 * in more of the scope than the register says. */
void rule_of_thumb_check(const Agreement *agreement, const Ledger *ledger,
                         Diagnostics *diagnostics);

#endif
