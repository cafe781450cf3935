/* Columns: how wide the columns of a table are, and how large its type. */
#ifndef PDF_COLUMNS_H
#define PDF_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "document/document.h"
#include "pdf/paragraph.h"
#include "pdf/typeset.h"

/*
 * Every column has a natural width, with which nothing in it needs a second line, and a least
 * width, under which a word would stick out. If the natural widths fit they are stretched in
 * proportion: to the measure, or in a table that would be mostly air to a part of it, so that the
 * eye finds the way from a word to its amount. Else every column has its least width, and what is
 * left is given out where it saves most height. Where not even the least widths fit, the type gets
 * smaller by half points, as long as it is comfortable. If that does not help words are hyphenated,
 * the longest first, in type that may get still smaller. A table that does not fit even so is
 * squeezed, and long words break anywhere, but no figure does as long as there is room for all of
 * them.
 */
typedef struct Cell {
	const Paragraph *paragraph; /* at the style's size of tables */
	Alignment align;
} Cell;

typedef struct Row {
	const Node *node;
	Cell *cells;
	size_t count;
	bool head;
} Row;

typedef struct Rows {
	Row *items;
	size_t count;
	size_t capacity;
} Rows;

typedef struct Columns {
	size_t count;
	Length size;     /* of the type */
	Length padding;  /* on either side of the text in a cell */
	Length *gutters; /* before a column, more than the padding */
	Length *widths;  /* of the text in a column */
	bool strained;   /* words had to be hyphenated for it, or worse */
} Columns;

/* Type no smaller than this is read with ease. */
#define COLUMNS_COMFORTABLE ((Length)8000)

/* The columns of a table in a measure, with type no larger than `largest`. */
Columns columns_settle(Typeset *set, const Rows *rows, Length measure, Length largest);

/* From the left edge of the first column's padding to the right edge of the last one's. */
Length columns_width(const Columns *columns);

#endif
