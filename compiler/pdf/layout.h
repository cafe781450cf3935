/* Layout: a document as pages of placed items; integers only, and nothing of PDF. */
#ifndef PDF_LAYOUT_H
#define PDF_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "document/document.h"
#include "document/style.h"
#include "pdf/font.h"
#include "pdf/typeset.h"

/*
 * Positions are milli-points from the page's upper left corner, y downwards; text stands on its
 * baseline. The items of a page come in reading order, but for what stands outside the running
 * text. Every item remembers the node that it shows, and in which role.
 *
 * Layout is pure: the same document and style give the same pages. How it goes about it is told in
 * flow.h (blocks to strips) and paginate.h (strips to pages).
 */

/* What an item is to the structure of the document. */
typedef enum Role {
	ROLE_TEXT,        /* the text of its node: TEXT_RUN, NOTE_REFERENCE */
	ROLE_LABEL,       /* bullet or number of an ITEM, number of a NOTE */
	ROLE_TITLE,       /* the title of CONTENTS */
	ROLE_PAGE_NUMBER, /* of a CONTENTS_ENTRY */
	ROLE_FIGURE,      /* a picture of its own: the logotype */
	ROLE_PAGINATION,  /* page header and page mark: no content */
	ROLE_DECORATION,  /* rules, shades, leaders, repeated table heads: no content */
} Role;

typedef enum ItemKind {
	ITEM_TEXT,
	ITEM_RECTANGLE,
	ITEM_PICTURE,
	ITEM_PAGE_NUMBER, /* becomes text when the pages are settled; none is left in the end */
} ItemKind;

/* A glyph in its line: what is left of one in a paragraph (font.h) when lines are settled. */
typedef struct PlacedGlyph {
	uint32_t cluster; /* where its first character stands in the item's text, in bytes */
	int16_t kern;
	int16_t x;
	int16_t y;
	uint16_t index;
} PlacedGlyph;

typedef struct Item {
	ItemKind kind;
	Role role;
	const Node *node; /* NULL for what belongs to no node */
	const Node *link; /* leads elsewhere: as Piece.link, or the NOTE that it numbers */
	Length x;
	Length y;      /* baseline of text, upper edge of a rectangle or picture */
	Length width;  /* of text without spaces at its end, with the hyphen */
	Length height; /* of a rectangle or picture */
	const Picture *picture;
	Colour colour;
	FontFace face;
	Length size;
	bool hyphen; /* after the last glyph */
	const PlacedGlyph *glyphs;
	size_t glyph_count;
	Text text; /* the characters that the glyphs show */
} Item;

typedef struct Page {
	bool turned; /* lies down: its width is the height of the others */
	Item *items;
	size_t count;
	size_t capacity;
} Page;

/* Where a heading, contents or a note begins, or the line that calls a note. */
typedef struct Place {
	bool placed;
	bool turned; /* its page is */
	size_t page; /* from 0 */
	Length y;    /* upper edge */
} Place;

typedef struct Pages {
	Page *items;
	size_t count;
	size_t capacity;
} Pages;

typedef struct Layout {
	Pages pages;
	Place *places; /* by serial of the node */
	size_t place_count;
} Layout;

/* False when it would need more than LIMIT_PAGES pages. */
bool layout_document(Typeset *set, const Document *document, Layout *layout);

/* The style of a page, turned or not: on one that is, width and height have changed places. */
Style layout_style(const Style *style, bool turned);

/* Where the column begins on a page, counted from 0: on a left-hand page of duplex paper the side
 * margins have changed places. */
bool layout_is_left_hand(const Style *style, size_t page);
Length layout_left(const Style *style, size_t page);

/* The place of a HEADING, CONTENTS with a title, NOTE or NOTE_REFERENCE; not placed when the node
 * is NULL or nowhere on a page. */
Place layout_place(const Layout *layout, const Node *node);

#endif
