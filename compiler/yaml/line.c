/* YAML line: indentation, keys and values of single lines, read with the eye and not by the
 * grammar. */
#include "yaml/line.h"

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

SeenLine line_seen(const Source *source, size_t number)
{
	Text text = source_line(source, number);
	SeenLine line = {.number = number};
	while (line.spaces < text.length && is_blank(text.bytes[line.spaces]))
		line.spaces++;
	line.indent = line.spaces;
	while (line.indent < text.length &&
	       (is_blank(text.bytes[line.indent]) ||
	        text_starts(text_after(text, line.indent), TEXT("- "))))
		line.indent++;
	size_t comment = text_find(text, TEXT(" #"), 0);
	if (line.indent < text.length && text.bytes[line.indent] == '#')
		comment = line.indent;
	line.text = text_trim(text_cut(text, line.indent, comment));
	line.first = source->line_starts[number - 1] + line.indent;
	return line;
}

SeenLine line_at_byte(const Source *source, size_t byte)
{
	return line_seen(source, source_position(source, byte).line);
}

Span line_span(const Source *source, const SeenLine *line)
{
	return span_of(source, line->first, line->first + line->text.length);
}

Span line_whole(const Source *source, const SeenLine *line)
{
	return span_of(source, line->first - line->indent, line->first + line->text.length);
}

SeenLine line_above(const Source *source, size_t number)
{
	while (--number > 0) {
		SeenLine line = line_seen(source, number);
		if (line.text.length > 0)
			return line;
	}
	return (SeenLine){0};
}

SeenLine line_below(const Source *source, size_t number)
{
	while (++number <= source->line_count) {
		SeenLine line = line_seen(source, number);
		if (line.text.length > 0)
			return line;
	}
	return (SeenLine){0};
}

size_t line_key_colon(Text text)
{
	size_t colon = text_find(text, TEXT(": "), 0);
	if (colon == TEXT_NOWHERE && text_ends(text, TEXT(":")))
		colon = text.length - 1;
	return colon;
}

bool line_has_key_and_value(Text text)
{
	size_t colon = line_key_colon(text);
	return colon != TEXT_NOWHERE && colon + 1 < text.length;
}

bool line_opens_group(const SeenLine *line)
{
	return text_ends(line->text, TEXT(":"));
}

bool line_is_item(const SeenLine *line)
{
	return line->indent > line->spaces;
}

size_t line_step(const Source *source)
{
	enum { LEAST = 2, MOST = 8 };
	size_t lines[MOST + 1] = {0}, least = LEAST, repeated = 0;
	for (size_t n = 1; n <= source->line_count; n++) {
		SeenLine line = line_seen(source, n);
		if (line.text.length > 0 && line.spaces >= LEAST && line.spaces <= MOST)
			lines[line.spaces]++;
	}
	for (size_t step = MOST; step >= LEAST; step--) {
		least = lines[step] > 0 ? step : least;
		repeated = lines[step] > 1 ? step : repeated;
	}
	/* One line alone may be the one that is wrong. */
	return repeated > 0 ? repeated : least;
}

bool line_opens_prose(const SeenLine *line)
{
	static const Text marks[] = {TEXT_INIT("|"),  TEXT_INIT(">"),  TEXT_INIT("|-"),
	                             TEXT_INIT(">-"), TEXT_INIT("|+"), TEXT_INIT(">+")};
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (text_ends(line->text, marks[i]))
			return true;
	return false;
}

SeenLine line_structure_above(const Source *source, size_t number)
{
	SeenLine found = line_above(source, number);
	SeenLine line = found;
	size_t least = found.spaces;
	while (line.number != 0 && least > 0) {
		line = line_above(source, line.number);
		if (line.number != 0 && line.spaces < least) {
			least = line.spaces;
			if (line_opens_prose(&line))
				found = line;
		}
	}
	return found;
}

static bool starts_quotation(Text line, size_t at)
{
	if (line.bytes[at] != '"' && line.bytes[at] != '\'')
		return false;
	while (at > 0 && is_blank(line.bytes[at - 1]))
		at--;
	return at == 0 || text_find(TEXT("[{,:-"), text_cut(line, at - 1, at), 0) != TEXT_NOWHERE;
}

/* The byte after the quotation that begins at `at`; `at` + 1 when it is not closed on the line. */
static size_t after_quotation(Text line, size_t at)
{
	size_t end = text_find(line, text_cut(line, at, at + 1), at + 1);
	return end == TEXT_NOWHERE ? at + 1 : end + 1;
}

/* Whether the bracket at `at` begins a value, and is not a part of one. */
static bool starts_value(Text line, size_t at)
{
	while (at > 0 && is_blank(line.bytes[at - 1]))
		at--;
	return at == 0 || text_find(TEXT("[{,:-"), text_cut(line, at - 1, at), 0) != TEXT_NOWHERE;
}

/* The byte after the "{{...}}" that begins at `at`; `at` itself when there is none. */
static size_t after_braces(Text line, size_t at)
{
	if (!text_starts(text_after(line, at), TEXT("{{")))
		return at;
	size_t end = text_find(line, TEXT("}}"), at);
	return end == TEXT_NOWHERE ? at : end + 2;
}

size_t line_open_brackets(const Source *source, size_t byte)
{
	size_t start = source->line_starts[source_position(source, byte).line - 1];
	Text line = text_cut(source->bytes, start, byte);
	size_t open = 0;
	for (size_t i = 0; i < line.length;) {
		size_t next = after_braces(line, i);
		if (starts_quotation(line, i)) {
			i = after_quotation(line, i);
			continue;
		}
		if (next == i) {
			char c = line.bytes[i];
			open += (c == '[' || c == '{') && (open > 0 || starts_value(line, i));
			open -= (c == ']' || c == '}') && open > 0;
			next = i + 1;
		}
		i = next;
	}
	return open;
}

size_t line_value_end(const Source *source, size_t byte)
{
	SeenLine line = line_at_byte(source, byte);
	size_t end = line.first + line.text.length;
	if (end < byte)
		return byte;
	if (line_open_brackets(source, byte) == 0)
		return end;
	size_t at = byte;
	while (at < end) {
		size_t next = after_braces(text_cut(source->bytes, 0, end), at);
		if (next == at) {
			if (text_find(TEXT(",]}"), text_cut(source->bytes, at, at + 1), 0) !=
			    TEXT_NOWHERE)
				break;
			next = at + 1;
		}
		at = next;
	}
	while (at > byte && is_blank(source->bytes.bytes[at - 1]))
		at--;
	return at;
}
