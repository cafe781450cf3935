/* Break: dividing a paragraph into lines. */
#ifndef PDF_BREAK_H
#define PDF_BREAK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "document/style.h"
#include "pdf/paragraph.h"
#include "pdf/typeset.h"

/*
 * Lines are left-aligned and ragged. Where a line may end:
 *
 *	after a space                    not after a lone = + × −, nor before a lone –
 *	after - – /                      between letters only: not in 2018-05-23, kr/år or 5–10,
 *	                                 nor after acronyms, as in EU-medborgare
 *	at a soft hyphen (U+00AD)        a hyphen is set
 *	inside a word, where the         only in paragraphs that would otherwise have a line emptier
 *	dictionary allows a hyphen       than `Measure.rag` allows, or a word too long for its line
 *	at U+00A0                        only in what it keeps together and no line could hold
 *	anywhere                         only in a word that is too long even so
 *
 * Of all ways to break a paragraph the one is taken whose lines are most equally full, a hyphen
 * counting as much as a line left as empty as the rag allows (after Knuth and Plass, Breaking
 * paragraphs into lines, 1981, with a measure of badness for ragged text). A line that ends with a
 * word of one letter, with the hyphen of "social- och", or in the middle of one part of a compound
 * counts as emptier than it is, and so does the line before a very short last one.
 */
typedef enum BreakChance {
	BREAK_NEVER,
	BREAK_AFTER_SPACE,
	BREAK_AFTER_MARK,
	BREAK_WITH_HYPHEN,
	BREAK_FORCED,
} BreakChance;

typedef struct Measure {
	Length width;
	int rag;   /* per cent of the width that may stay empty before words are hyphenated */
	bool even; /* the last line should be as full as the others: headings and names */
} Measure;

enum { BREAK_RAG_TEXT = 22, BREAK_RAG_WORDS = 100 /* hyphenates only what must be */ };

typedef struct Line {
	size_t first; /* glyphs [first, end), spaces at its end included */
	size_t end;
	Length width; /* without those spaces, with the hyphen */
	bool hyphen;  /* a hyphen is set after the last glyph */
} Line;

typedef struct Lines {
	Line *items;
	size_t count;
	size_t capacity;
} Lines;

/* Marks the chances in the glyphs of a paragraph; `soft` has the byte positions of soft hyphens
 * in rising order. Called once, by whoever made the paragraph. */
void break_find_chances(Paragraph *paragraph, const size_t *soft, size_t soft_count);

/* The lines of a paragraph, at least one. */
Lines break_lines(Typeset *set, const Paragraph *paragraph, Measure measure);

/* The width of the widest line when only forced breaks are made. */
Length break_natural_width(const Paragraph *paragraph);

/* The width of the widest part that cannot be broken, without or with hyphenation. */
Length break_least_width(Typeset *set, const Paragraph *paragraph, bool hyphenate);

#endif
