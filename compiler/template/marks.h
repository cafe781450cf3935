/* Marks: a text in Markdown as a tree, before any value is known. */
#ifndef TEMPLATE_MARKS_H
#define TEMPLATE_MARKS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/text.h"
#include "source/diagnostic.h"
#include "source/source.h"

/*
 * Templates, text blocks and a case's prose are all read here, in this order, so that nothing that
 * a person types as a value can ever become markup:
 *
 *  1. every {{...}} is found in the raw bytes, and replaced by one private-use character;
 *  2. cmark parses the text; values do not exist yet;
 *  3. cmark's tree is copied into ours, where each such character becomes a MARK_PLACEHOLDER.
 *
 * expand.c then puts values into the document as text, after which nothing is parsed again.
 *
 * Of CommonMark we keep paragraphs, headings, lists, quotations, emphasis, strong, links and hard
 * line breaks. Raw HTML and code become plain text, images their description, and a thematic break
 * nothing. In a text about texts (MARKS_WITH_CODE) code stays code, and what stands in it as it is.
 * A comment is plain text to those who write a case; a template's is not printed.
 */
typedef enum MarkKind {
	MARK_ROOT,
	MARK_PARAGRAPH,
	MARK_HEADING,
	MARK_LIST,
	MARK_ITEM,
	MARK_QUOTATION,
	MARK_COMMENT, /* <!-- … -->, a block of its own: `text` is its inside, the children all of
	                 it */
	MARK_TEXT,
	MARK_EMPHASIS,
	MARK_STRONG,
	MARK_LINK,
	MARK_LINE_BREAK,
	MARK_SOFT_BREAK, /* a line end within a paragraph: a space */
	MARK_PLACEHOLDER,
	MARK_CODE,
	MARK_CODE_BLOCK,
} MarkKind;

typedef struct Mark Mark;
struct Directive;

struct Mark {
	MarkKind kind;
	Mark *parent;
	Mark *first;
	Mark *last;
	Mark *next;
	Text text; /* MARK_TEXT; MARK_LINK: the target; MARK_PLACEHOLDER: what stands inside,
	              trimmed; MARK_CODE, MARK_CODE_BLOCK: as typed, lines ended by "\n" */
	Span span; /* MARK_PLACEHOLDER: exactly; others: the lines of the block they are, or stand
	              in, where the text is the source's own bytes, else the whole text */
	int level; /* MARK_HEADING */
	bool ordered, tight; /* MARK_LIST */
	int start;           /* MARK_LIST */
	/* MARK_PLACEHOLDER: the directive (directive.h) that its text calls, or ends. */
	const struct Directive *calls, *ends;
	/* Of a directive that encloses some of its siblings: what ends it, if anything does; and
	 * whether this ends one. */
	const Mark *closing;
	bool closes;
};

/*
 * Parses a text. `origin` is where it stands in its source; when the text is not simply those bytes
 * (a YAML scalar is unfolded and unescaped) the n-th {{ of the text is the n-th {{ of the origin.
 * Faults are reported; the result is never NULL.
 */
typedef enum MarksCode { MARKS_WITHOUT_CODE, MARKS_WITH_CODE } MarksCode;
const Mark *marks_parse(Arena *arena, Text text, Span origin, MarksCode code,
                        Diagnostics *diagnostics);

/* The mark after this one in the order of reading, within it or behind it; NULL at the end. */
Mark *mark_following(const Mark *mark);

/* Whether its children are blocks, and not inlines. */
bool mark_holds_blocks(const Mark *mark);

/* A placeholder that stands alone in its paragraph, or NULL. */
const Mark *mark_alone(const Mark *mark);

#endif
