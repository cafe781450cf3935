/* Text: comparing, searching, cutting and copying slices of bytes. */
#include "base/text.h"

#include <string.h>

#define TEXT_INTEGER_DIGITS 15

Text text_of(const char *terminated)
{
	return (Text){terminated, strlen(terminated)};
}

/* memcmp may not be given NULL, not even for no bytes. */
static int bytes_order(const char *a, const char *b, size_t length)
{
	return length == 0 ? 0 : memcmp(a, b, length);
}

bool text_equal(Text a, Text b)
{
	return a.length == b.length && bytes_order(a.bytes, b.bytes, a.length) == 0;
}

int text_order(Text a, Text b)
{
	size_t common = a.length < b.length ? a.length : b.length;
	int order = bytes_order(a.bytes, b.bytes, common);
	if (order != 0)
		return order;
	return (a.length > b.length) - (a.length < b.length);
}

bool text_starts(Text text, Text beginning)
{
	return text_equal(text_cut(text, 0, beginning.length), beginning);
}

bool text_ends(Text text, Text ending)
{
	return text.length >= ending.length &&
	       text_equal(text_after(text, text.length - ending.length), ending);
}

Text text_cut(Text text, size_t first, size_t end)
{
	if (end > text.length)
		end = text.length;
	if (first > end)
		first = end;
	if (text.bytes == NULL)
		return text;
	return (Text){text.bytes + first, end - first};
}

Text text_after(Text text, size_t first)
{
	return text_cut(text, first, text.length);
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

Text text_trim(Text text)
{
	size_t first = 0;
	size_t end = text.length;
	while (first < end && is_blank(text.bytes[first]))
		first++;
	while (end > first && is_blank(text.bytes[end - 1]))
		end--;
	return text_cut(text, first, end);
}

size_t text_find(Text text, Text part, size_t from)
{
	if (from > text.length || part.length > text.length - from)
		return TEXT_NOWHERE;
	if (part.length == 0)
		return from;
	size_t last = text.length - part.length;
	while (from <= last) {
		const char *start = text.bytes + from;
		const char *found = memchr(start, part.bytes[0], last - from + 1);
		if (found == NULL)
			return TEXT_NOWHERE;
		if (memcmp(found, part.bytes, part.length) == 0)
			return (size_t)(found - text.bytes);
		from = (size_t)(found - text.bytes) + 1;
	}
	return TEXT_NOWHERE;
}

/* Used up is told from "one empty piece left" by the pointer: NULL only when nothing is left. */
bool text_next(Text *rest, char separator, Text *piece)
{
	if (rest->bytes == NULL)
		return false;
	const char *found = rest->length == 0 ? NULL : memchr(rest->bytes, separator, rest->length);
	if (found == NULL) {
		*piece = *rest;
		*rest = (Text){0};
		return true;
	}
	size_t length = (size_t)(found - rest->bytes);
	*piece = text_cut(*rest, 0, length);
	*rest = text_after(*rest, length + 1);
	return true;
}

Text text_copy(Arena *arena, Text text)
{
	return (Text){text_terminated(arena, text), text.length};
}

const char *text_terminated(Arena *arena, Text text)
{
	char *copy = arena_take_array(arena, text.length + 1, 1, 1);
	if (text.length > 0)
		memcpy(copy, text.bytes, text.length);
	return copy;
}

Text text_join(Arena *arena, const Text *parts, size_t count)
{
	size_t length = 0;
	for (size_t i = 0; i < count; i++) {
		/* Each part lies in memory, but their sum may not be a size. */
		if (parts[i].length > SIZE_MAX - length)
			return (Text){arena_take_array(arena, SIZE_MAX, 2, 1), 0};
		length += parts[i].length;
	}
	char *bytes = arena_take_array(arena, length, 1, 1);
	size_t used = 0;
	for (size_t i = 0; i < count; i++) {
		if (parts[i].length > 0)
			memcpy(bytes + used, parts[i].bytes, parts[i].length);
		used += parts[i].length;
	}
	return (Text){bytes, length};
}

bool text_integer(Text text, int64_t *value)
{
	if (text.length == 0 || text.length > TEXT_INTEGER_DIGITS)
		return false;
	int64_t read = 0;
	for (size_t i = 0; i < text.length; i++) {
		char digit = text.bytes[i];
		if (digit < '0' || digit > '9')
			return false;
		read = read * 10 + (digit - '0');
	}
	*value = read;
	return true;
}
