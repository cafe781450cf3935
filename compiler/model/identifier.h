/* Identifiers: organisation numbers, personal identity numbers, numbers of statutes. */
#ifndef MODEL_IDENTIFIER_H
#define MODEL_IDENTIFIER_H

#include "base/arena.h"
#include "base/text.h"

typedef enum NumberFault {
	NUMBER_OK,
	NUMBER_SHAPE,       /* not ten digits */
	NUMBER_CHECK_DIGIT, /* the last digit does not follow from the others */
	NUMBER_PERSONAL,    /* a personal identity number: its third digit is 0 or 1 */
} NumberFault;

/*
 * Reads an organisation number as people type it: with hyphen, en dash, spaces or nothing between
 * its groups, and with or without the prefix 16 of the twelve-digit form. The result has the one
 * form that we print, NNNNNN-NNNN. Structure: lagen (1974:174) om identitetsbeteckning för
 * juridiska personer m.fl.; the check digit is Luhn's (modulus 10).
 */
NumberFault organisation_number_read(Arena *arena, Text typed, Text *number);

/*
 * Where the personal identity number that begins at `at` ends; TEXT_NOWHERE when none does. It is
 * NNNNNN-NNNN or NNNNNNNN-NNNN (hyphen, plus sign or dash), or twelve digits; its date is in the
 * calendar (the day may be sixty more, as in a co-ordination number), and its check digit is right.
 */
size_t personal_number_end(Text text, size_t at);

/* Where the number of a statute, "2017:725", that begins at `at` ends, or TEXT_NOWHERE. */
size_t statute_number_end(Text text, size_t at);

#endif
