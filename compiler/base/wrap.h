/* Wrap: text broken into lines of so many columns. */
#ifndef BASE_WRAP_H
#define BASE_WRAP_H

#include "base/buffer.h"

/* How wide text is that people read on a terminal. */
enum { WRAP_COLUMNS = 88 };

/* Columns of a text on a terminal: the sum of utf8_width. */
size_t wrap_width(Text text);

/* Appends `text` so that no line is wider than `columns`, unless one word is. Lines are broken at
 * spaces; a no-break space never. The first begins at column `start`, where the caller stands, the
 * others behind `indent` spaces. No line end follows the last. */
void wrap_put(Buffer *out, Text text, size_t start, size_t indent, size_t columns);

#endif
