/* Tally: the figures that a person has typed in running text, held against the case. */
#ifndef ECONOMICS_TALLY_H
#define ECONOMICS_TALLY_H

#include "economics/sentence.h"
#include "prose/reading.h"
#include "source/diagnostic.h"

/*
 * Every amount, percentage, whole date and named term in a prose (literal.h) is held against what
 * the case knows (known.h). One that equals a value is silent. Otherwise:
 *
 *	PROSE_UNKNOWN, PROSE_UNKNOWN_NEAR	no value is that; the nearest is named
 *	PROSE_CONTRADICTS	a word beside it says what it is (tally_words.def), and none of
 *				the values that the word can mean is that: an error
 *	PROSE_MEANS_OTHER	the same, but it equals a value of another name
 *
 * Figures in {{undantag}} are silent, and mark it as needed where they would have been reported.
 *
 * A term is only looked at in a sentence that names one; running text is full of other times. What
 * is only a limit ("högst"), about another time ("2015 var", "tidigare"), of quite another size, or
 * said in a sentence where the word is satisfied by another figure or by a {{reference}} is never
 * an error: a false alarm is worse than a contradiction that is only a warning.
 *
 * Time is in proportion to the text, and to the number of values.
 *
 *	TallyCase c;
 *	tally_case_open(&arena, &agreement, ledger, &c);
 *	tally_text(&c, &reading, &diagnostics);		for each text
 *
 * The ledger must be complete and the case without faults: a ledger that lacks values contradicts
 * everything.
 */
void tally_text(const TallyCase *c, Reading *reading, Diagnostics *diagnostics);

#endif
