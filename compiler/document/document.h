/* Document: the one tree that every writer reads; it knows meaning, never pages, fonts or CSS. */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"
#include "document/picture.h"
#include "source/source.h"

/*
 * HTML, PDF and Markdown say the same in the same order because they are written from this tree,
 * and the tags of a PDF are this tree. nodes.def holds the facts about every kind; a writer reads
 * the table and has a function of its own only for the kinds that it draws in a way of its own.
 *
 * Calling sequence: document_new, document_add ... to build, document_finish once (numbers, ids,
 * contents), document_check (the content model), then any number of writers. Nodes live in the
 * document's arena.
 *
 * Text in TEXT_RUN nodes is plain UTF-8: it has no markup, whatever a person typed. U+00A0 keeps
 * words together, and every writer preserves it. Line ends do not occur; LINE_BREAK stands for
 * them. In CODE and CODE_BLOCK every space counts.
 */

typedef enum NodeKind {
#define NODE(name, class, children, html, pdf, words) NODE_##name,
#include "document/nodes.def"
#undef NODE
	NODE_KINDS
} NodeKind;

typedef enum NodeClass { CLASS_ROOT, CLASS_BLOCK, CLASS_PART, CLASS_INLINE } NodeClass;

typedef struct NodeFacts {
	Text name; /* for dumps: "HEADER_CELL" */
	NodeClass class;
	uint64_t children; /* bit n: kind n may stand in it */
	Text html;
	Text pdf;
	Text words; /* "en lista" */
} NodeFacts;

const NodeFacts *node_facts(NodeKind kind);

typedef enum Alignment { ALIGN_START, ALIGN_END } Alignment;
typedef enum Scope { SCOPE_COLUMN, SCOPE_ROW } Scope;

typedef struct Node Node;

struct Node {
	NodeKind kind;
	Node *parent;
	Node *first;
	Node *last;
	Node *previous;
	Node *next;
	Span origin;     /* where a person wrote it; no source when the compiler made it */
	uint32_t serial; /* 1, 2, ... in order of creation: stable and unique in the document */
	/* An ASCII name, unique in the document. Any block or part may be given one by whoever
	 * builds the tree; a HEADING or NOTE without gets one from document_finish. */
	Text id;
	union {
		struct {
			int level;     /* 1 is the title; sections have 2, and so on to 6 */
			bool unlisted; /* not in the contents */
		} heading;
		struct {
			bool ordered;
			int start;
			bool tight; /* items are single lines of text: no space between them */
		} list;
		struct {
			bool sum; /* a row that adds up the rows above it */
		} row;
		struct {
			Alignment align;
			Scope scope; /* of a HEADER_CELL */
		} cell;
		struct {
			Text language; /* "en": BCP 47 */
		} foreign;             /* words in another language than the document's */
		struct {
			Text words; /* what the letters stand for */
		} abbreviation;
		struct {
			Text target;   /* https:, http:, mailto:, tel:, or "#" and a heading's id */
			Node *heading; /* of "#...": set by document_finish */
		} link;
		struct {
			Node *note; /* the NOTE it calls; set by whoever builds the tree */
		} reference;
		struct {
			int number; /* from 1 in order of first reference, set by document_finish */
			const Node *reference; /* the first, likewise */
		} note;
		struct {
			Node *heading; /* set by document_finish */
			int level;     /* 1 for sections, 2 below them ... */
		} entry;
		struct {
			Text title; /* CONTENTS, NOTES: heading shown above it */
		} group;
		struct {
			Text filled; /* SIGNATURE_LINE: what stands on it already, or empty */
		} line;
		Text text; /* TEXT_RUN */
	} as;
};

/* What stands outside the running text: page header, title of the window, properties of the PDF. */
typedef struct DocumentFacts {
	Text title;
	Text type;         /* "Tjänsteskrivelse" */
	Text organisation; /* "Linköpings kommun" */
	Text department;   /* "Omsorgs- och äldreförvaltningen", or empty */
	Text diary_number; /* as written, or empty */
	Text date;         /* 2018-05-23, or 2018-05; or empty */
	Text shown_date;   /* as page headers say it: 2018-05-23, maj 2018; or empty */
	Text author;       /* officers, "A och B"; or empty */
	Text language;     /* "sv" */
	Text draft_mark;   /* "Utkast" while the case is a draft, else empty */
	Text file;         /* what its files are called, without ending; or empty */
	Text fingerprint;  /* tells two printed versions apart: "3f9a2c17b0"; or empty */
	Text linked_data;  /* what the document is about, for machines: JSON-LD; or empty */

	const Picture *logotype; /* of the organisation, or NULL */
} DocumentFacts;

/* The title as windows and lists of files show it: that of a draft says that it is one. */
Text facts_title(Arena *arena, const DocumentFacts *facts);

/* A file that the document rests on, for formats that can carry files. */
typedef enum AttachmentRelation {
	ATTACHMENT_SOURCE, /* what the document was made from */
	ATTACHMENT_DATA,   /* the figures in it */
} AttachmentRelation;

typedef struct Attachment {
	Text name;  /* of the file, unique in the document */
	Text about; /* a sentence for those who find it */
	Text media_type;
	AttachmentRelation relation;
	Text bytes;
} Attachment;

typedef struct Attachments {
	Attachment *items;
	size_t count;
	size_t capacity;
} Attachments;

typedef struct Document {
	Arena *arena;
	Node *root;
	DocumentFacts facts;
	Attachments attachments;
	uint32_t serial; /* of the newest node */
} Document;

Document *document_new(Arena *arena);

/* A new last child of `parent`. */
Node *document_add(Document *document, Node *parent, NodeKind kind, Span origin);
Node *document_add_text(Document *document, Node *parent, Text text, Span origin);
/* A HEADING, PARAGRAPH or other kind with INLINES, holding one text. */
Node *document_add_with_text(Document *document, Node *parent, NodeKind kind, Text text,
                             Span origin);

/* A CODE_BLOCK with the lines of `code`; NULL, and nothing added, when there is nothing in it. */
Node *document_add_code_block(Document *document, Node *parent, Text code, Span origin);

/* Takes a node with all below it out of the tree; the others put it in, as `parent`'s last child or
 * before its child `next`. */
void node_detach(Node *node);
void node_append(Node *parent, Node *node);
void node_put_before(Node *next, Node *node);

/* Whether a LINK leads anywhere; one that does not is written as its text alone. */
bool node_link_leads(const Node *link);

/* All text below a node; a LINE_BREAK counts as a space, note references as nothing. */
Text node_text(Arena *arena, const Node *node);

/*
 * The walk: every node once on the way down (ENTER) and, unless it is a leaf that can have no
 * children, once on the way up (LEAVE). No recursion, no depth limit. The tree must not change
 * during a walk.
 *
 *	for (Walk walk = walk_start(root); walk_next(&walk);)
 *		if (walk.event == WALK_ENTER) ... walk.node ...
 *
 * After an ENTER, walk_skip makes the next event the node's LEAVE.
 */
typedef enum WalkEvent { WALK_ENTER, WALK_LEAVE } WalkEvent;

typedef struct Walk {
	Node *root;
	Node *node;
	WalkEvent event;
	bool skip;
} Walk;

Walk walk_start(Node *root);
bool walk_next(Walk *walk);
void walk_skip(Walk *walk);

/* Keeps together what no line may divide (document/bound.h), numbers the notes by first reference,
 * drops notes that nothing refers to, gives headings and notes their ids ("bakgrund", "bakgrund-2",
 * "not-1"), finds the headings that links lead to, and fills every CONTENTS with an entry for each
 * listed heading of level 2 and 3 that follows. A CONTENTS that stays without entries and a NOTES
 * that stays without notes are taken out. Call once, when the tree is complete. */
void document_finish(Document *document);

/* The first node that stands where it may not, or lacks what its kind needs (a FIELD without name,
 * a ROW with another number of cells than its table, a heading without text, an empty paragraph);
 * NULL when the tree is sound. */
const Node *document_check(const Document *document, Text *fault);

/* The tree as indented text, a node a line, for tests and for looking at. */
Text document_dump(Arena *arena, const Document *document);

#endif
