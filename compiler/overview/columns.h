/* Columns: the facts of a case that page and CSV share, each with its heading and its value. */
#ifndef OVERVIEW_COLUMNS_H
#define OVERVIEW_COLUMNS_H

#include "overview/overview.h"

/* One list (columns.def): what a column is called, what stands in it, and where. */
typedef enum ColumnId {
#define COLUMN(id, kind, place, width, page, csv, function) COLUMN_ID_##id,
#include "overview/columns.def"
#undef COLUMN
	COLUMN_IDS
} ColumnId;

typedef enum FactKind {
	FACT_TEXT,
	FACT_AMOUNT,
	FACT_SHARE,
	FACT_DATE,
	FACT_DAYS,
	FACT_DOCUMENTS
} FactKind;

typedef enum ColumnPlace { PLACE_NONE, PLACE_OWN, PLACE_BELOW } ColumnPlace;

/* What a case has in a column; which members count follows from the column's kind. */
typedef struct Fact {
	Knowledge knowledge; /* NOTHING_AGREED: the cell is empty; NOT_KNOWN: it is missing */
	Text text;
	PortfolioAmount amount; /* of a share: the part */
	PortfolioAmount whole;  /* of a share */
	Date date;
	int32_t days; /* negative: ago */
} Fact;

typedef struct ColumnFacts {
	FactKind kind;
	ColumnPlace place;
	unsigned width;
	Text page; /* headings */
	Text csv;
	Fact (*of)(const Overview *overview, const PortfolioCase *c);
} ColumnFacts;

const ColumnFacts *column_facts(ColumnId id);

/* Whether the page has it: days, and the year's grant, need a day to be counted from. */
bool column_is_shown(const Overview *overview, ColumnId id);
Text column_heading(const Overview *overview, ColumnId id);

/* An amount, or a sum of many, for people: "1 800 000", "saknas", "–". */
Text amount_shown(Arena *arena, PortfolioAmount amount);
/* "42,5 %" of whole kronor in a sum of them; "–" where there is no whole. */
Text share_shown(Arena *arena, Money part, Money whole);
/* "35 dagar kvar", "1 dag kvar", "i dag", "passerat". */
Text days_shown(Arena *arena, int32_t days);

/* The days from the one that is counted from to another. */
int32_t overview_days_to(const Overview *overview, Date date);

/* The sums of some of the cases: one for each column of amounts, and of a share's part and whole.
 */
typedef struct Sums {
	size_t cases;
	Total amounts[COLUMN_IDS];
	Total wholes[COLUMN_IDS];
} Sums;

void sums_add(Sums *sums, const Overview *overview, const PortfolioCase *c);

#endif
