/* Paragraph: the text of a block with its faces, shaped once and not yet broken into lines. */
#ifndef PDF_PARAGRAPH_H
#define PDF_PARAGRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "document/document.h"
#include "document/style.h"
#include "pdf/font.h"
#include "pdf/typeset.h"

/*
 * A paragraph is one row of glyphs. Pieces divide it where face, size, colour or origin change;
 * they cover all glyphs in order without gaps. The text of glyph n goes from its cluster to the
 * cluster of glyph n + 1.
 *
 * The text is that of the nodes with two differences: soft hyphens (U+00AD) are taken out and
 * become chances to break, and a LINE_BREAK is a space after which a line must end.
 */

/* How text looks where nothing else is said. */
typedef struct Ink {
	FontFace face;
	Length size;
	Colour colour;
} Ink;

typedef struct Piece {
	const Node *node; /* TEXT_RUN, NOTE_REFERENCE, or what a label belongs to; or NULL */
	bool foreign;     /* no Swedish words, whose parts the dictionary would not know */
	const Node *link; /* LINK, NOTE_REFERENCE or CONTENTS_ENTRY that leads elsewhere, or NULL */
	FontFace face;
	Length size;
	Length rise; /* above the baseline */
	Colour colour;
	size_t first; /* glyphs [first, end) */
	size_t end;
} Piece;

typedef struct Paragraph {
	Text text;
	Glyph *glyphs;
	size_t glyph_count;
	Piece *pieces;
	size_t piece_count;
} Paragraph;

/* The inline content of `block` in a basic ink, in which emphasis, code, links and note references
 * make their changes. */
const Paragraph *paragraph_of_node(Typeset *set, Node *block, Ink ink);

/* A line of a CODE_BLOCK: its text from `first` up to but not including `end`. */
const Paragraph *paragraph_of_runs(Typeset *set, const Node *first, const Node *end, Ink ink);

/* A text that the layout adds itself: a label, a page number, a header; `node` may be NULL. */
const Paragraph *paragraph_of_text(Typeset *set, Text text, const Node *node, Ink ink);

/* The same paragraph with all sizes multiplied by `size` / `former`. */
const Paragraph *paragraph_resized(Typeset *set, const Paragraph *paragraph, Length size,
                                   Length former);

/* The piece that holds a glyph. */
size_t paragraph_piece_at(const Paragraph *paragraph, size_t glyph);

/* The byte where the text of a glyph ends. */
size_t paragraph_text_end(const Paragraph *paragraph, size_t glyph);

/* The width of glyphs [first, end). No page is nearly as wide as the widest that is told apart. */
#define PARAGRAPH_WIDEST ((Length)1000000000)
Length paragraph_width(const Paragraph *paragraph, size_t first, size_t end);

#endif
