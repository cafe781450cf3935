/* Text: a slice of UTF-8 bytes with a length; never a terminator. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * A Text owns nothing: it points into a source file, an arena or a literal and lives as long as
 * that does. It may be empty (length 0, bytes possibly NULL). All lengths and positions are bytes.
 */
typedef struct Text {
	const char *bytes;
	size_t length;
} Text;

/* A Text of a string literal. */
#define TEXT(literal) ((Text){.bytes = ("" literal), .length = sizeof(literal) - 1})
/* The same as an initialiser of a constant. */
#define TEXT_INIT(literal)                                                                         \
	{                                                                                          \
		.bytes = ("" literal), .length = sizeof(literal) - 1                               \
	}

/* A terminated string from the outside world (arguments, library names) as a Text. */
Text text_of(const char *terminated);

bool text_equal(Text a, Text b);
/* Negative, zero or positive, comparing bytes; the shorter of two equal beginnings comes first. */
int text_order(Text a, Text b);
bool text_starts(Text text, Text beginning);
bool text_ends(Text text, Text ending);

/* The part from byte `first` up to but not including byte `end`; both are clamped. */
Text text_cut(Text text, size_t first, size_t end);
Text text_after(Text text, size_t first);
/* Without ASCII spaces, tabs and line ends at both ends. */
Text text_trim(Text text);

/* The byte position of the first `part` at or after `from`, or TEXT_NOWHERE. */
#define TEXT_NOWHERE SIZE_MAX
size_t text_find(Text text, Text part, size_t from);

/* Takes the next piece up to `separator` off the front of `*rest`; false when `*rest` was used up.
 * "a,b" gives "a", "b"; "a," gives "a", "". Start with `*rest` set to the whole text. */
bool text_next(Text *rest, char separator, Text *piece);

/* Copies of a text in an arena; the second with a terminating zero byte for library calls. */
Text text_copy(Arena *arena, Text text);
const char *text_terminated(Arena *arena, Text text);
/* All `count` parts after one another. */
Text text_join(Arena *arena, const Text *parts, size_t count);

/* A non-negative decimal integer of at most 15 digits and nothing else. */
bool text_integer(Text text, int64_t *value);

#endif
