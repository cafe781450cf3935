/* Wrap: filling lines word by word. */
#include "base/wrap.h"

#include "base/utf8.h"

size_t wrap_width(Text text)
{
	size_t width = 0;
	for (size_t at = 0; at < text.length;)
		width += utf8_width(utf8_next(text, &at));
	return width;
}

void wrap_put(Buffer *out, Text text, size_t start, size_t indent, size_t columns)
{
	Text rest = text, word = {0};
	size_t column = start;
	bool begins = true;
	while (text_next(&rest, ' ', &word)) {
		size_t width = wrap_width(word);
		if (width == 0)
			continue;
		if (!begins && column + 1 + width > columns) {
			buffer_put_byte(out, '\n');
			buffer_put_repeated(out, ' ', indent);
			column = indent;
		} else if (!begins) {
			buffer_put_byte(out, ' ');
			column++;
		}
		buffer_put(out, word);
		column += width;
		begins = false;
	}
}
