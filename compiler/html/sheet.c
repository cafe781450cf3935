/* Sheet: one pass over the bytes of CSS; tokens are CSS Syntax 3's, as far as white space minds
 * them. */
#include "html/sheet.h"

#include "base/buffer.h"

static bool is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

/* White space after one of these, and before one of them but the colon, never means anything.
 * Others can: "a :hover" is not "a:hover", and calc() has its minus by the spaces around it. */
static bool ends_part(char byte)
{
	return byte == '{' || byte == '}' || byte == ';' || byte == ',' || byte == ':';
}

static bool begins_part(char byte)
{
	return byte != ':' && ends_part(byte);
}

static size_t comment_end(Text css, size_t start)
{
	size_t end = text_find(css, TEXT("*/"), start + 2);
	return end == TEXT_NOWHERE ? css.length : end + 2;
}

/* After white space and comments. */
static size_t gap_end(Text css, size_t i)
{
	for (;;) {
		if (i < css.length && is_space(css.bytes[i]))
			i++;
		else if (text_starts(text_after(css, i), TEXT("/*")))
			i = comment_end(css, i);
		else
			return i;
	}
}

/* What is left of white space and comments between two tokens. A comment alone joins them no more
 * than it parts them, so an empty one stays. */
static Text gap_left(Text gap)
{
	for (size_t i = 0; i < gap.length; i = comment_end(gap, i))
		if (is_space(gap.bytes[i]))
			return TEXT(" ");
	return gap.length > 0 ? TEXT("/**/") : TEXT("");
}

static size_t string_end(Text css, size_t start)
{
	size_t i = start + 1;
	while (i < css.length && css.bytes[i] != css.bytes[start])
		i += css.bytes[i] == '\\' ? 2 : 1;
	return i < css.length ? i + 1 : css.length;
}

static bool begins_address(Text css, size_t start)
{
	static const Text letters[] = {TEXT_INIT("url("), TEXT_INIT("URL(")};
	for (size_t i = 0; i < letters[0].length; i++)
		if (start + i >= css.length || (css.bytes[start + i] != letters[0].bytes[i] &&
		                                css.bytes[start + i] != letters[1].bytes[i]))
			return false;
	return true;
}

/* Without quotes, what stands in url() is its own; with them, it is a string like others. */
static size_t address_end(Text css, size_t start)
{
	size_t inside = start + sizeof "url(" - 1, i = inside;
	while (i < css.length && is_space(css.bytes[i]))
		i++;
	if (i < css.length && (css.bytes[i] == '"' || css.bytes[i] == '\''))
		return inside;
	while (i < css.length && css.bytes[i] != ')')
		i += css.bytes[i] == '\\' ? 2 : 1;
	return i < css.length ? i + 1 : css.length;
}

/* One token, or a byte of one; an escape keeps what it escapes. */
static size_t token_end(Text css, size_t start)
{
	char byte = css.bytes[start];
	if (byte == '"' || byte == '\'')
		return string_end(css, start);
	if (begins_address(css, start))
		return address_end(css, start);
	size_t length = byte == '\\' && start + 1 < css.length ? 2 : 1;
	return start + length;
}

Text sheet_tight(Arena *arena, Text css)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	for (size_t i = gap_end(css, 0); i < css.length;) {
		size_t end = token_end(css, i), next = gap_end(css, end);
		char byte = css.bytes[i];
		/* The last declaration of a rule needs no semicolon. */
		bool needless = byte == ';' && next < css.length && css.bytes[next] == '}';
		if (!needless)
			buffer_put(&out, text_cut(css, i, end));
		bool whole = next < css.length && byte == '}' && css.bytes[next] != '}';
		if (whole)
			buffer_put_byte(&out, '\n');
		else if (next < css.length && !ends_part(byte) && !begins_part(css.bytes[next]))
			buffer_put(&out, gap_left(text_cut(css, end, next)));
		i = next;
	}
	return buffer_text(&out);
}
