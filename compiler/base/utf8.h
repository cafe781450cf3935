/* UTF-8: decoding, encoding, validating, and how wide text stands on a terminal. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/*
 * Sources are validated once, when they are loaded (source/source.h), so everything after that may
 * decode without looking back. Definition: Unicode 15, table 3-7 (well-formed byte sequences).
 */

/* Where a word may be divided (U+00AD); no character of the word. */
#define UTF8_SOFT_HYPHEN UINT32_C(0xad)

/* The code point at `*position` (which must lie inside valid UTF-8) and steps past it. */
uint32_t utf8_next(Text text, size_t *position);
/* The same of text that need not be valid: a byte that belongs to no code point is U+FFFD. */
uint32_t utf8_next_lenient(Text text, size_t *position);

/* The code point at a position, 0 at the end; and the one before it, 0 at the beginning. */
uint32_t utf8_at(Text text, size_t position);
uint32_t utf8_before(Text text, size_t position);

/* Writes 1 to 4 bytes and returns how many. */
size_t utf8_encode(uint32_t codepoint, char bytes[4]);

/* The byte position of the first ill-formed sequence, or TEXT_NOWHERE. */
size_t utf8_find_invalid(Text text);

/* Columns on a terminal: 0 for combining marks and controls, 2 for wide East Asian characters. */
unsigned utf8_width(uint32_t codepoint);

/* Simple case mapping for ASCII, Latin-1 and Latin Extended-A; others are returned as they are. */
uint32_t utf8_lower(uint32_t codepoint);
uint32_t utf8_upper(uint32_t codepoint);

/* The letter that a letter and the combining mark after it are: a and U+030A are å. 0 for what is
 * no letter of Latin-1 or Latin Extended-A. */
uint32_t utf8_composed(uint32_t letter, uint32_t mark);

/* Letters of the Latin scripts (ASCII, Latin-1, Latin Extended-A/B). */
bool utf8_is_letter(uint32_t codepoint);
/* These letters and the digits of ASCII: what words are made of. */
bool utf8_is_word(uint32_t codepoint);

/* A copy with the first letter in upper case: "tre år" gives "Tre år". */
Text utf8_capitalised(Arena *arena, Text text);
/* A copy in lower case. */
Text utf8_lowered(Arena *arena, Text text);
/* For file names: lower case, å ä to a, ö to o, é to e, other non-alphanumerics to '-'. */
Text utf8_ascii_folded(Arena *arena, Text text);

#endif
