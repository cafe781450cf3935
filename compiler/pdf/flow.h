/* Flow: strips, the material of which pages are made. */
#ifndef PDF_FLOW_H
#define PDF_FLOW_H

#include <stdbool.h>
#include <stddef.h>

#include "document/document.h"
#include "document/style.h"
#include "pdf/break.h"
#include "pdf/layout.h"
#include "pdf/paragraph.h"
#include "pdf/typeset.h"

/*
 * A strip is a horizontal band across the column: a line of a paragraph, a row of a table, a pair
 * of signatures. Strips are all that the step from blocks to pages has to know about, so each kind
 * of block has one job, to make its strips, and the one that makes pages has no kinds to tell
 * apart. What must stay together is said between neighbours: a strip with `keep` stands on the same
 * page as the next one. Headings, widows, captions, table heads and signatures are all kept so.
 *
 *	heading line     keep      ┐
 *	first line       keep      │ one group, never broken
 *	second line                ┘
 *	third line
 *	last but one     keep      ┐ another
 *	last line                  ┘
 *
 * In a strip, x counts from the left edge of a right-hand page and y from the strip's upper edge.
 */
typedef struct Strip {
	Length before; /* space above it, dropped at the top of a page */
	Length height;
	bool keep;                 /* the next strip must stand on the same page */
	bool new_page;             /* begins a page */
	bool new_sheet;            /* and on duplex paper a right-hand one */
	bool turned;               /* stands on a page that lies down */
	const Node *anchor;        /* what begins with it and can be led to */
	const struct Strips *head; /* repeated above it when it begins a page */
	Item *items;
	size_t count;
	size_t capacity;
} Strip;

typedef struct Strips {
	Strip *items;
	size_t count;
	size_t capacity;
} Strips;

/* A column that is being filled. */
typedef struct Flow {
	Typeset *set;
	Strips strips;
	Length left; /* edge and width of the column now, indentation taken off */
	Length width;
	Length space;           /* wanted above the next strip: the largest that anyone asked for */
	bool new_page;          /* the next strip begins a page */
	bool new_sheet;         /* and a sheet of paper */
	bool turned;            /* strips stand on a page that lies down */
	const Paragraph *label; /* stands to the left of the next line of text */
	Length label_x;
	int owed; /* strips that a heading just set still wants on its page */
} Flow;

/* How a paragraph is set. */
typedef struct Setting {
	const TextStyle *style;
	Role role;
	int rag;            /* Measure.rag */
	bool even;          /* Measure.even */
	bool whole;         /* all lines on one page */
	bool keep;          /* and the strip after them too */
	const Node *anchor; /* a heading, which wants some text to follow on its page */
} Setting;

/* One cell of strips that stand side by side. */
typedef struct Column {
	const Paragraph *paragraph;
	Lines lines;
	size_t drop; /* lines left empty above it */
	Length x;
	Length width;
	Alignment align;
	Role role;
} Column;

Flow flow_new(Typeset *set, Length left, Length width);

/* Asks for space above the next strip. */
void flow_space(Flow *flow, Length space);

/* A new strip, empty but for what was asked for. */
Strip *flow_strip(Flow *flow, Length height);

/* Lines of text with the style's space before and after. */
void flow_paragraph(Flow *flow, const Paragraph *paragraph, Setting setting);

/* Columns side by side, every line `leading` high, with room above the first and below the last.
 * They become one strip, or several of a part of a page each, which keep together if a page can
 * hold them. Returns the index of the first. */
size_t flow_columns(Flow *flow, const Column *columns, size_t count, Length leading, Length above,
                    Length below);

/* The strips of `parts` side by side as one strip, unless it were higher than `limit`: then after
 * one another. */
void flow_beside(Flow *flow, const Flow *parts, size_t count, Length limit);

/* Adds one line at `x` with its baseline `baseline` under the strip's edge. */
void strip_put_line(Strip *strip, Typeset *set, const Paragraph *paragraph, const Line *line,
                    Length x, Length baseline, Role role);

/* Adds a rectangle behind what the strip has already. */
void strip_put_rectangle(Strip *strip, Typeset *set, Length x, Length y, Length width,
                         Length height, Colour colour);

/* How far under its upper edge a line of that leading has its baseline, whatever piece it begins
 * with. */
Length flow_baseline(const Typeset *set, const Paragraph *paragraph, Length leading);

/* The height of strips when the first stands at the top of a page. */
Length strips_height(const Strips *strips);

#endif
