/* Escape: which characters are markup, and where. */
#include "markdown/escape.h"
#include "base/utf8.h"

typedef struct Escape {
	MarkdownPlace place;
	Text text;
} Escape;

static uint32_t at(const Escape *escape, size_t position)
{
	if (position >= escape->text.length)
		return escape->place.next;
	return utf8_next(escape->text, &position);
}

static bool is_digit(uint32_t codepoint)
{
	return codepoint >= '0' && codepoint <= '9';
}

/* A marker of a list needs something empty after it. */
static bool is_empty(uint32_t codepoint)
{
	return codepoint <= ' ';
}

/* &amp; and &#38; but not "AB & Co". What follows the text may complete it. */
static bool is_entity(const Escape *escape, size_t ampersand)
{
	size_t end = escape->text.length;
	size_t i = ampersand + 1;
	if (i < end && at(escape, i) == '#')
		i++;
	size_t first = i;
	while (i < end && at(escape, i) < 0x80 && utf8_is_word(at(escape, i)))
		i++;
	uint32_t next = at(escape, i);
	if (i == end)
		return utf8_is_word(next) || next == '#' || next == ';';
	return i > first && next == ';';
}

/* "1." and "1)" at the beginning of a line; `end` is then the place of the point. */
static bool is_number_marker(const Escape *escape, size_t first, size_t *end)
{
	size_t i = first;
	while (is_digit(at(escape, i)) && i < escape->text.length)
		i++;
	uint32_t mark = at(escape, i);
	*end = i;
	return i > first && i < escape->text.length && (mark == '.' || mark == ')') &&
	       is_empty(at(escape, i + 1));
}

static bool is_markup_at_line_start(const Escape *escape, size_t position)
{
	char byte = escape->text.bytes[position];
	if ((unsigned char)byte >= 0x80)
		return false;
	uint32_t next = at(escape, position + 1);
	switch (byte) {
	case '#':
	case '>':
	case '=':
	case '|': return true;
	case '+': return is_empty(next);
	case '-': return is_empty(next) || next == '-';
	case ':': return next == '-';
	default: return false;
	}
}

static bool is_markup(const Escape *escape, size_t position, uint32_t previous)
{
	char byte = escape->text.bytes[position];
	if ((unsigned char)byte >= 0x80)
		return false;
	uint32_t next = at(escape, position + 1);
	switch (byte) {
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
	case '<':
	case '~':
	case '$': return true;
	case '_': return !utf8_is_word(previous) || !utf8_is_word(next);
	case '&': return is_entity(escape, position);
	case '!': return position + 1 == escape->text.length && next == '[';
	case '#': return escape->place.context == MARKDOWN_HEADING;
	case '|': return escape->place.context == MARKDOWN_CELL;
	default: return false;
	}
}

static size_t first_not_space(Text text)
{
	size_t i = 0;
	while (i < text.length && (unsigned char)text.bytes[i] <= ' ')
		i++;
	return i;
}

void markdown_put(Buffer *out, MarkdownPlace place, Text text)
{
	Escape escape = {.place = place, .text = text};
	size_t first = place.line_start ? first_not_space(text) : 0;
	size_t marker = TEXT_NOWHERE;
	if (place.line_start && !is_number_marker(&escape, first, &marker))
		marker = TEXT_NOWHERE;
	uint32_t previous = place.previous;
	for (size_t i = first; i < text.length;) {
		bool starts = place.line_start && i == first;
		if (i == marker || is_markup(&escape, i, previous) ||
		    (starts && is_markup_at_line_start(&escape, i)))
			buffer_put_byte(out, '\\');
		previous = utf8_next(text, &i);
		buffer_put_codepoint(out, previous < ' ' ? ' ' : previous);
	}
}
