/* Placeholders: finding every {{...}} in a text, and standing in for it while Markdown is parsed.
 */
#ifndef TEMPLATE_PLACEHOLDER_H
#define TEMPLATE_PLACEHOLDER_H

#include "base/arena.h"
#include "base/text.h"
#include "source/diagnostic.h"

/* The n-th placeholder of a text is the code point PLACEHOLDER_FIRST + n, of the private use area,
 * which a text may not contain itself. */
enum { PLACEHOLDER_FIRST = 0xE000, PLACEHOLDER_LAST = 0xF8FF };

/* Keeps "&" and "#" apart from Markdown, and stands for nothing: no text has it (source.c). */
enum { PLACEHOLDER_NOTHING = 0xFFFF };

typedef struct Placeholder {
	Text body; /* what stands between the braces, trimmed */
	Span span; /* with the braces */
} Placeholder;

typedef struct Placeholders {
	Placeholder *items;
	size_t count;
	size_t capacity;
} Placeholders;

/* The text with stand-ins, and what they stand for. */
Text placeholders_find(Arena *arena, Text text, Span origin, Placeholders *found,
                       Diagnostics *diagnostics);

#endif
