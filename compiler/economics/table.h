/* Tables: computed tables of typed cells, and the case's own tables with their sums. */
#ifndef ECONOMICS_TABLE_H
#define ECONOMICS_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "economics/ledger.h"
#include "economics/portfolio.h"
#include "economics/quantity.h"
#include "model/agreement.h"

/*
 * A table is rows of cells that point at ledger entries or at texts of the case; how they are
 * written, and the table's own fixed words (caption, headings, "Summa"), belong to the templates.
 * CELL_WORD is the n-th of a table's fixed words, after the cell's own text where it has one.
 *
 * A new computed table is one file, table_<name>.c, and one row in tables.def.
 */
typedef enum CellKind { CELL_EMPTY, CELL_TEXT, CELL_WORD, CELL_ENTRY, CELL_DATE } CellKind;

typedef struct TableCell {
	CellKind kind;
	Text text;
	size_t word;
	const Entry *entry;
	Date date;
	Span origin;
} TableCell;

typedef struct ComputedRow {
	const TableCell *cells;
	bool sum;
} ComputedRow;

typedef struct ComputedTable {
	/* Of the case's own tables; computed tables have theirs from the templates. */
	const TextValue *caption;
	const Column *columns;
	/* Headings that follow from the case, such as recipients' names; NULL when there are none.
	 * An empty one is taken from the templates, in their order. */
	Text *headings;

	/* Rows that rest on values which are not definitive are marked, unless a column tells. */
	bool tells_standing;

	size_t column_count;
	const bool *numeric; /* one for each column: set to the right */
	ComputedRow *items;
	size_t count;
	size_t capacity;
} ComputedTable;

/* What a table is made from; `party` is the one that a directive names, or NULL. */
typedef struct TableRequest {
	Arena *arena;
	const Agreement *agreement;
	const Ledger *ledger;
	const Party *party;
	Span place; /* of the directive */
	/* The cases of the folder, read when a table first asks for them, and what is wrong with
	 * them reported at `asked`; NULL where there are none. */
	const Portfolio *(*portfolio)(void *context, Span asked);
	void *portfolio_context;
} TableRequest;

/* NULL when the case says nothing that the table could show. */
typedef ComputedTable *(*TableMaker)(const TableRequest *request);

typedef struct TableKind {
	Text name; /* in directives: {{tabell finansiering}} */
	TableMaker make;
	bool takes_party; /* {{tabell kostnader iogt}} */
	size_t headings;  /* how many of its columns' headings are the templates', at most */
	size_t words;     /* how many fixed words it uses in its rows */
	Text shows;       /* a value without which it is empty: "ekonomi.omfattning", or none */
	Text about;       /* a Swedish sentence, for the manual */
} TableKind;

#define TABLE(name, maker, takes_party, headings, words, shows, about)                             \
	ComputedTable *maker(const TableRequest *request);
#include "economics/tables.def"
#undef TABLE

/* The computed table of this name, or NULL; and the whole list. */
const TableKind *table_kind(Text name);
const TableKind *table_kinds(size_t *count);

/* A table of the case, with its sums: ledger entries "tabeller.<id>.<column>" that prose may refer
 * to. Reads the cells by their columns' kinds and reports those that do not fit. */
ComputedTable *free_table_make(Ledger *ledger, const FreeTable *table, unsigned decimals);

/* For the makers. */
ComputedTable *table_new(Arena *arena, size_t columns, size_t first_numeric);
/* A column of words among those of figures. */
void table_set_words(Arena *arena, ComputedTable *table, size_t column);
/* The cells of a new row. */
TableCell *table_add_row(Arena *arena, ComputedTable *table, bool sum);
/* Gives a column a heading that follows from the case. */
void table_set_heading(Arena *arena, ComputedTable *table, size_t column, Text heading);
TableCell cell_year(Arena *arena, int year);
TableCell cell_date(Date date, Span origin);
TableCell cell_word(size_t word);
TableCell cell_text(Text text, Span origin);
/* An empty cell where the entry is NULL. */
TableCell cell_entry(const Entry *entry);
/* The calendar years that the case has amounts for; none (0 to -1) when their time is not known. */
typedef struct TableYears {
	int first, last;
} TableYears;
TableYears table_years(const TableRequest *request);
/* The first entry of the ledger with this name, with the addition of a year where it is not 0. */
const Entry *table_named(const TableRequest *request, Text name, int year);
/* The ledger's entry for a quantity, of a party or (NULL) of all; NULL when there is none. */
const Entry *table_entry(const TableRequest *request, Quantity quantity, const Party *party);

#endif
