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
 *
 * Parties are the same organisation when the register knows them by the same id, or when their
 * names are equal but for capitals and spaces (organisations.h).
 */

/* An amount of a case. One that is missing rests on something that a draft does not give yet, or
 * lies after the last day that amounts are known for: no sum may pass over it in silence. */
typedef enum Knowledge { NOTHING_AGREED, NOT_KNOWN, KNOWN } Knowledge;

typedef struct PortfolioAmount {
	Knowledge knowledge;
	Money value;       /* 0 unless known */
	Standing standing; /* preliminary or assumed where an index is */
	bool partial;      /* known for some of its time only */
} PortfolioAmount;

/* What a party is granted a year, from some day on until the next such grant. */
typedef struct PortfolioGrant {
	Date from; /* not given: from the first day */
	Money yearly;
} PortfolioGrant;

typedef struct PortfolioParty {
	Text name; /* in full */
	Text short_name;
	Text folded;      /* the name in lower case, words one space apart */
	Text register_id; /* empty for those that are not in the register */
	Text number;
	Span place; /* of the number, or else of the party */
	bool civil;
	PortfolioGrant *grants; /* in order */
	size_t grant_count;
	/* What it receives: for each of the case's years, and for all of them. */
	PortfolioAmount *years;
	PortfolioAmount period;
} PortfolioParty;

/* What one party gets of a payment. */
typedef struct PortfolioPart {
	Text party; /* its short name */
	Money amount;
} PortfolioPart;

typedef struct PortfolioPayment {
	Text name; /* of its entry: "ekonomi.utbetalning.1" */
	Date day;
	PortfolioAmount amount;
	PortfolioPart *parts; /* none where nobody in particular is paid */
	size_t part_count;
} PortfolioPayment;

/* A document of the case, under which key and in which file without ending. */
typedef struct PortfolioDocument {
	Text key;
	Text file;
} PortfolioDocument;

typedef struct PortfolioCase {
	Text name; /* of its file, without ending */
	Text title;
	Text diary_number;
	Text board; /* its name, or empty */
	Status status;
	Text status_word; /* "förslag" */
	bool incomplete;  /* a draft that lacks something */
	Date decided;
	Date from, to;                 /* not given where the case does not say */
	bool from_missing, to_missing; /* it is to say so, and is a draft */
	Span place;
	/* Last days to act, and days to have followed up by; not given where there is none. */
	Date notice_day, decision_day, extended_to, renewed_to;
	Date *follow_ups;
	size_t follow_up_count;
	PortfolioParty *parties;
	size_t party_count;
	/* NULL when the case has no economy. */
	const Entry *grant;
	const Entry *scope;
	const Entry *public;               /* what public parties put in */
	const Entry *share;                /* public of scope */
	bool grant_missing, scope_missing; /* a draft does not give it yet */
	/* The grant of each calendar year that is calculated, from `first_year` on, and of them all
	 * together. */
	int first_year;
	size_t year_count;
	PortfolioAmount *years;
	PortfolioAmount period;
	Date known_to; /* the last day that they are known for, where that is not the period's */
	PortfolioPayment *payments; /* in the order of the ledger */
	size_t payment_count;
	PortfolioDocument *documents; /* set by whoever knows the templates */
	size_t document_count;
} PortfolioCase;

typedef struct CasePaths {
	Text *items;
	size_t count;
	size_t capacity;
} CasePaths;

typedef struct Portfolio {
	Arena *arena;
	Ledger *ledger;
	PortfolioCase *items;
	size_t count;
	size_t capacity;
	const Entry *grant, *scope, *public, *share; /* of all; NULL when there is none */
	CasePaths left_out;                          /* they have faults */
} Portfolio;

Portfolio portfolio_new(Arena *arena, Diagnostics *diagnostics);
/* The case that was added; valid until the next one is. */
PortfolioCase *portfolio_add(Portfolio *portfolio, Text name, const Agreement *agreement,
                             const Ledger *ledger);
void portfolio_sum(Portfolio *portfolio);

/* The grant of a calendar year. Missing, too, is what a case that goes on has no amount for. */
PortfolioAmount portfolio_year(const PortfolioCase *c, int year);

/* "2018-07-01 – 2021-06-30", for tables. */
Text portfolio_period(Arena *arena, const PortfolioCase *c);

/*
 * Reports, to the portfolio's diagnostics,
 *
 *	an organisation that has different numbers in two cases (NUMBERS_DIFFER),
 *	a number that two organisations have (NUMBER_SHARED),
 *	a recipient whose grants reach a ceiling for state aid of minor importance (AID_CEILING).
 *
 * A recipient's grants are counted over as many years as the ceiling says, from the first day of
 * each of its agreements in turn (its decision day where no period is known): every agreement's
 * yearly grants times the part of those years that they are in force, by month, without index. An
 * agreement without a period counts for all of them. The ceilings are those in force on that
 * agreement's decision day (its first day where no decision day is known), converted by the
 * register's rate for the euro. Of all that are reached the highest is reported, with the time that
 * gives the greatest sum, and a note for each agreement says how it was counted. Agreements that
 * have neither day only count beside others. Whether a grant is state aid at all is for a lawyer to
 * say.
 */
void portfolio_check(const Portfolio *portfolio, const Register *shared);

/* The municipality's rule of thumb for one case: a warning (PUBLIC_SHARE) when public parties put
 * in more of the scope than the register says. */
void rule_of_thumb_check(const Agreement *agreement, const Ledger *ledger,
                         Diagnostics *diagnostics);

#endif
