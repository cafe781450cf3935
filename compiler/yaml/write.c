/* YAML write: quotation marks where a value needs them. */
#include "yaml/write.h"

#include "base/buffer.h"
#include "yaml/line.h"

static bool has(Text text, Text part)
{
	return text_find(text, part, 0) != TEXT_NOWHERE;
}

Text yaml_quoted(Arena *arena, Text text)
{
	bool single = has(text, TEXT("\"")) || has(text, TEXT("\\"));
	Text mark = single ? TEXT("'") : TEXT("\"");
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put(&out, mark);
	for (size_t i = 0; i < text.length; i++) {
		if (single && text.bytes[i] == '\'')
			buffer_put_byte(&out, '\'');
		buffer_put_byte(&out, text.bytes[i]);
	}
	buffer_put(&out, mark);
	return buffer_text(&out);
}

/* Whether a text can stand without quotation marks: between brackets too, unless it is `alone` on
 * its line but for its key or dash. */
static bool is_plain(Text text, bool alone)
{
	static const Text parts[] = {TEXT_INIT(": "), TEXT_INIT(" #"), TEXT_INIT("\t"),
	                             TEXT_INIT("\n"), TEXT_INIT("]"),  TEXT_INIT("["),
	                             TEXT_INIT("{"),  TEXT_INIT("}")};
	static const Text marks = TEXT_INIT("-?:#&*!|>'\"%@`");
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (has(text, parts[i]))
			return false;
	return text.length > 0 && (alone || !has(text, TEXT(","))) &&
	       !has(marks, text_cut(text, 0, 1)) && !text_ends(text, TEXT(":"));
}

static bool stands_alone(Span span)
{
	SeenLine line = line_at_byte(span.source, span.first);
	return span.end == line.first + line.text.length &&
	       line_open_brackets(span.source, span.first) == 0;
}

void yaml_fix_value(Diagnostics *diagnostics, Span span, Text text)
{
	Text typed = span_text(span);
	bool single = text_starts(typed, TEXT("'")),
	     quoted = single || text_starts(typed, TEXT("\""));
	bool block = text_starts(typed, TEXT("|")) || text_starts(typed, TEXT(">"));
	if (span.source == NULL || block || has(typed, TEXT("\n")))
		return;
	if (quoted && typed.length > 1 && !has(text, TEXT("\"")) && !has(text, TEXT("'")) &&
	    !has(text, TEXT("\\")))
		diagnostic_fix(diagnostics, span_of(span.source, span.first + 1, span.end - 1),
		               text);
	else
		diagnostic_fix(diagnostics, span,
		               is_plain(text, stands_alone(span))
		                       ? text
		                       : yaml_quoted(diagnostics->arena, text));
}
