/* Calculation: a case's economy under way, shared by the files that calculate it. */
#ifndef ECONOMICS_CALCULATION_H
#define ECONOMICS_CALCULATION_H

#include "economics/ledger.h"
#include "economics/quantity.h"
#include "economics/timeline.h"
#include "model/agreement.h"

/*
 * The same sums are made several times over: for a year as agreed at first, and from each later day
 * when contributions begin or end; for each calendar year, for the whole period, and for the period
 * before indexing. One such time is a Frame. The frame decides what the single contributions and
 * costs are worth in it; all sums, differences and recipients' parts then follow in the same way,
 * so that they tally within every frame, and years add up to the period because the single amounts
 * do.
 *
 *	calculation.c	lists and names, for all of them
 *	calculate.c	contributions, grant, scope: the frames one after the other
 *	costs.c		costs, own financing, the balance
 *	shares.c	shares and amounts per head
 *	indexing.c	rises, factors, and what a contribution is worth in some days
 *	payments.c	instalments and the settlement of preliminary values
 *	deadlines.c	dates and terms of the period
 *
 * This header is theirs alone; others use calculate.h.
 */

/* Entries that are about to be added up. */
typedef struct EntryList {
	const Entry **items;
	size_t count;
	size_t capacity;
} EntryList;

typedef enum FrameKind {
	FRAME_AGREED,
	FRAME_STAGE, /* as agreed for a year, from a later day */
	FRAME_YEAR,
	FRAME_PERIOD,
	FRAME_BEFORE_INDEX,
} FrameKind;

typedef struct Frame {
	FrameKind kind;
	int year;  /* FRAME_YEAR */
	Date from; /* FRAME_STAGE */
} Frame;

/* A yearly step of the index. */
typedef struct IndexStep {
	Date date;
	Date published; /* the day when the definitive value replaced the preliminary, or not given
	                 */
	const Entry *rate;
	const Entry *factor; /* of all steps so far; NULL where amounts are rounded each year */
	/* The same by the preliminary value, where the definitive has replaced it; else NULL. */
	const Entry *preliminary_rate;
	const Entry *preliminary_factor;
} IndexStep;

/* A contribution or a cost: its yearly amount, and that amount year by year. */
typedef struct Stream {
	const Entry *agreed;      /* NULL: no amount */
	const Entry **recipients; /* agreed parts of a grant, in the order of its split */
	size_t recipient_count;
	Days days; /* within the timeline; meaningless when !in_time */
	bool in_time;
	bool indexed;
	bool is_grant;
	/* Where amounts are rounded each year: what it is after each step; else NULL. */
	const Entry **stepped;
	const Entry **stepped_preliminary;
	/* One for each calendar year of the timeline; NULL outside its days. */
	const Entry **years;
	const Entry ***year_recipients;
	const Entry *period; /* of all the years, where they were made to add up to it; else NULL */
} Stream;

typedef struct Calculation {
	Arena *arena;
	Ledger *ledger;
	const Agreement *agreement;
	const Party *parties;
	size_t party_count;
	bool has_faults; /* some value was misread, so sums need not tally */
	Rounding rounding;
	Money unit; /* of indexed amounts */
	Timeline timeline;
	IndexStep *steps;
	size_t step_count;
	bool several_boards;   /* more than one gives a grant */
	Stream *contributions; /* one for each contribution of the case */
	Stream *costs;         /* one for each cost */
	Stream *own;           /* one for each party's declared own financing */

	/* Of the frame under way; arrays have an element for each party, NULL where there is none.
	 */
	Frame frame;
	EntryList *put_in_list;
	EntryList *receipts;
	EntryList *given_list; /* grants, by the board that gives them */
	EntryList grants;
	const Entry **put_in;
	const Entry **granted;
	const Entry **given; /* only where several boards give */
	const Entry **cost;
	const Entry **own_financing;
} Calculation;

/* calculation.c */
void list_add(Calculation *c, EntryList *list, const Entry *entry); /* NULL is left out */
EntryList list_present(Calculation *c, const Entry *const *of_parties);
const Entry *list_sum(Calculation *c, Text name, const EntryList *list, Span origin);

/* A name as it is in the frame under way: "ekonomi.bidrag.2019". */
Text framed(Calculation *c, Text name);
Text name_of_all(Calculation *c, Quantity quantity);
Text name_of_party(Calculation *c, Quantity quantity, size_t party);
Text name_extended(Calculation *c, Text name, Text key); /* "name.key" */
/* What a party is called in messages. */
Text party_label(const Calculation *c, size_t party);
bool party_is_public(const Calculation *c, size_t party);
int year_count(const Calculation *c);
/* The only civil party, or SIZE_MAX when there are none or several. */
size_t sole_civil_party(const Calculation *c);
/* An entry for an amount; an unknown one, at `owner`, where it is not given. */
const Entry *declare_amount(Calculation *c, Text name, const AmountValue *amount, Span owner);
/* Whether an entry of a split says who gets something; how much may still be unknown. */
bool split_entry_counts(const PartyAmount *amount);

/* What a stream is in the frame under way, named `name` (without the frame); NULL when nothing.
 * Makes the entry, and for FRAME_YEAR keeps it in the stream. */
const Entry *stream_in_frame(Calculation *c, Stream *stream, Text name);

/* What a stream's amounts are rounded to multiples of. */
Money stream_unit(const Calculation *c, const Stream *stream);

/* indexing.c */

/* Makes the entries for the index's steps. False when a value is missing, which is reported. */
bool index_prepare(Calculation *c);
/* Makes a stream's yearly amounts, where they are rounded each year or asked for in tables. */
void index_stream(Calculation *c, Stream *stream, size_t number);
/* What the grant is a year, after each step, on the day of the step. */
void index_totals(Calculation *c);
/* What a stream is worth in some days within its own, as terms: at most two for each calendar year
 * and step. `preliminary` is the step whose preliminary value is to be used, or SIZE_MAX. */
typedef struct TermList {
	Term *items;
	size_t count;
	size_t capacity;
} TermList;
void stream_terms(Calculation *c, const Stream *stream, Days days, size_t preliminary,
                  TermList *terms);

/* costs.c: for the frame under way. */
void costs_declare(Calculation *c);
void costs_in_frame(Calculation *c);

/* shares.c: after the agreed frame. */
void shares_calculate(Calculation *c);
void shares_of_financing(Calculation *c);
void amounts_per_head(Calculation *c);

/* payments.c: after all frames. */
void payments_calculate(Calculation *c);

/* deadlines.c */
void deadlines_declare(Calculation *c);

#endif
