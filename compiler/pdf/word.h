/* Word: the parts of a paragraph that no line break divides, and where a hyphen may. */
#ifndef PDF_WORD_H
#define PDF_WORD_H

#include <stdbool.h>
#include <stddef.h>

#include "document/style.h"
#include "pdf/hyphenate.h"
#include "pdf/paragraph.h"
#include "pdf/typeset.h"

/* A word, here, is what stands between two chances to break; spaces at its end belong to it. */

bool word_is_space(const Paragraph *paragraph, size_t glyph);

/* The end of the word that begins with glyph `first`, at most `limit`. */
size_t word_end(const Paragraph *paragraph, size_t first, size_t limit);

/* Whether no-break spaces keep it together, or it begins with a digit, perhaps after one sign:
 * "december 2021", "1 000 kr", "2018-05-23", "−5,5 %". */
bool word_is_figure(const Paragraph *paragraph, size_t first, size_t end);

/* The width of a hyphen after a glyph, in its face and size. */
Length word_hyphen_width(Typeset *set, const Paragraph *paragraph, size_t glyph);

/* The first glyph of the word [first, end) that a no-break space goes before and that lies beyond
 * `from`; `end` when there is none. */
size_t word_next_bound(const Paragraph *paragraph, size_t from, size_t end);

/* A place where a word may be divided. */
typedef struct WordPoint {
	size_t glyph;     /* a hyphen may stand before it */
	bool inside_part; /* of a compound, which is better divided between its parts */
} WordPoint;

/*
 * The places in the word [first, end) where a hyphen may stand, in rising order; returns how many.
 * They are those of the dictionary, corrected where joints.def knows the last part of a compound:
 * samverkans-överenskommelse, besluts-punkt. Words in another language and code have none, nor has
 * what no-break spaces keep together: a date is as broken at "decem-ber" as before it.
 */
size_t word_divide(Typeset *set, const Paragraph *paragraph, size_t first, size_t end,
                   WordPoint points[HYPHENATE_LETTERS]);

#endif
