/* Selection: which cases the page shows, in which order, and what they add up to, without a script.
 */
#ifndef OVERVIEW_SELECTION_H
#define OVERVIEW_SELECTION_H

#include "base/buffer.h"
#include "overview/columns.h"

/*
 * Each dimension is a group of radio buttons, the first of them "alla". What is chosen hides every
 * row that lacks the class of the choice, by CSS alone:
 *
 *	main:has(#b2:checked) .r:not(.b2) { display: none }
 *
 * The sums are rows too, one for each combination of choices, so the same rules leave exactly the
 * one that belongs to the rows that are seen; a combination that no case has says so. Boards are
 * the register's, statuses three and times at most five, so the combinations are some twenty a
 * board whatever the number of cases.
 *
 * Orders are radio buttons of their own. Every row carries its place in each of them, and a chosen
 * one makes the table a grid, whose rows CSS can order. As long as none is chosen the table is a
 * table. The keyboard goes through the rows as the file has them: the property that would let it
 * follow, reading-flow, is not one that the checker of HTML knows yet.
 */
typedef enum DimensionId { BY_BOARD, BY_STATUS, BY_TIME, DIMENSIONS } DimensionId;

/* The first choice, 0, is all of them. */
typedef struct Dimension {
	Text letter; /* ids and classes are it and the choice's number: "b2" */
	Text legend;
	Text *labels;
	size_t count;
} Dimension;

typedef enum RowOrder {
	ORDER_GIVEN,
	ORDER_TITLE,
	ORDER_BOARD,
	ORDER_END,
	ORDER_NOTICE,
	ORDER_GRANT,
	ROW_ORDERS
} RowOrder;

Text row_order_label(RowOrder order);

/* Of one case. */
typedef struct Membership {
	unsigned choices[DIMENSIONS]; /* a bit for each choice that it has, the first one always */
	size_t places[ROW_ORDERS];
} Membership;

typedef struct Selection {
	Dimension dimensions[DIMENSIONS];
	Membership *cases; /* in the portfolio's order */
	Sums *sums;        /* one for each combination */
} Selection;

Selection selection_of(const Overview *overview);
const Sums *selection_sums(const Selection *selection, const size_t choices[DIMENSIONS]);

/* The rules that do it. A case's rows have a class of their own, "p12", that says their places: the
 * page's policy lets in one style sheet and no style of single elements. */
void selection_put_style(Buffer *out, const Overview *overview, const Selection *selection);

#endif
