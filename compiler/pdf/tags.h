/* Tags: the structure of a PDF, made from the document tree and never from its pages. */
#ifndef PDF_TAGS_H
#define PDF_TAGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"
#include "document/document.h"
#include "pdf/layout.h"

/*
 * A structure element has as kids, in the order of the document, other elements and leaves. A leaf
 * is a place for text that one node shows in one role; while pages are written it collects the
 * marked content that the text became: one piece as a rule, more when it goes on to a new page.
 * So the order of kids is settled before any page is, and no page break can change it.
 *
 * Most kinds of nodes are one element, as nodes.def says. Some are more:
 *
 *	ITEM            LI: Lbl, LBody           NOTE            Note: Lbl: Link, P
 *	CONTENTS        Sect: H2, TOC            CONTENTS_ENTRY  TOCI: Reference: Link
 *	NOTE_REFERENCE  Reference: Link          CODE_BLOCK      P: Code
 *
 * The logotype stands first in the document, as a Figure. A header cell without text is a TD, since
 * it is no header of anything. Where a table has heads of both columns and rows, each of its cells
 * names the two that it belongs to.
 *
 * (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7.)
 *
 * Calling sequence: tags_new; tags_mark for every item of every page in order; tags_add_annotation
 * for every link; then structure.h writes it all.
 */
typedef struct Element Element;

/* Marked content: what a page's stream calls by the number `mcid`. */
typedef struct Mark {
	size_t page;
	uint32_t mcid;
	struct Mark *next;
} Mark;

typedef struct Leaf {
	Element *element;
	Mark *first;
	Mark *last;
} Leaf;

typedef enum KidKind { KID_ELEMENT, KID_LEAF, KID_ANNOTATION } KidKind;

typedef struct Kid {
	KidKind kind;
	Element *element;
	Leaf *leaf;
	uint32_t annotation; /* its object number */
	size_t page;         /* the annotation's */
	struct Kid *next;
} Kid;

struct Element {
	Text type;             /* "P" */
	Text attributes;       /* PDF entries, or empty */
	Text id;               /* ASCII, unique; empty where nothing refers to it */
	const Element *refers; /* of a Reference: its Note */
	const Node *node;
	Element *parent;
	Kid *first;
	Kid *last;
	uint32_t object; /* its object number, given by whoever writes it */
};

typedef struct ElementList {
	Element **items;
	size_t count;
	size_t capacity;
} ElementList;

/* The elements that own the marked content of a page, by mcid. */
typedef struct PageTags {
	ElementList owners;
} PageTags;

typedef struct Tags {
	Arena *arena;
	ElementList elements; /* every one, parents before kids; the first is the root */
	ElementList named;    /* those that have an id */
	Element **contents;   /* by serial: the element that takes the kids of a node */
	Leaf *logotype;       /* ROLE_FIGURE; NULL when there is none */
	Leaf **texts;         /* by serial: ROLE_TEXT */
	Leaf **extras;        /* by serial: ROLE_LABEL, ROLE_TITLE, ROLE_PAGE_NUMBER */
	PageTags *pages;
	size_t page_count;
} Tags;

Tags *tags_new(Arena *arena, const Document *document, size_t page_count);

/* The leaf that an item belongs to; NULL when it is no content. */
Leaf *tags_leaf(const Tags *tags, const Item *item);

/* New marked content of a leaf on a page; returns its number there. */
uint32_t tags_mark(Tags *tags, Leaf *leaf, size_t page);

/* Where on its page a figure stands, in points from the lower left corner (14.8.5.4.3). */
void tags_place_figure(Tags *tags, Leaf *leaf, const Item *item, Length page_height);

/* The element that an active item's annotation belongs to. */
Element *tags_link_element(const Tags *tags, const Node *link);
void tags_add_annotation(Tags *tags, Element *element, uint32_t object, size_t page);

#endif
