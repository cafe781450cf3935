/* Reading: finding a text's bytes in its source, and telling which exceptions nothing needed. */
#include "prose/reading.h"

#include <string.h>

/* What of a scalar as it is typed is its text: not the head of a block scalar ("|", ">-"), nor
 * quotation marks around it. */
static Text typed_inside(Text typed, Text meant)
{
	if (text_equal(typed, meant))
		return typed;
	if (text_starts(typed, TEXT("|")) || text_starts(typed, TEXT(">")))
		return text_after(typed, text_find(typed, TEXT("\n"), 0));
	if (text_starts(typed, TEXT("\"")) || text_starts(typed, TEXT("'")))
		return text_cut(typed, 1, typed.length - 1);
	return typed;
}

Reading reading_of(Arena *arena, const ProseValue *prose)
{
	Reading reading = {.span = prose->span};
	Text typed = span_text(prose->span), read = prose->text;
	bool escaped = text_starts(typed, TEXT("\"")) && !text_equal(typed, read) &&
	               memchr(typed.bytes, '\\', typed.length) != NULL;
	if (prose->span.source != NULL && !escaped) {
		read = typed_inside(typed, read);
		reading.base = prose->span.first + (size_t)(read.bytes - typed.bytes);
		reading.located = true;
	}
	reading.running = running_text_of(arena, read);
	return reading;
}

Span reading_place(const Reading *reading, size_t first, size_t end)
{
	if (!reading->located)
		return reading->span;
	return span_of(reading->span.source, reading->base + first, reading->base + end);
}

void reading_report_exceptions(const Reading *reading, Diagnostics *diagnostics)
{
	for (size_t i = 0; i < reading->running.count; i++) {
		const Insert *insert = &reading->running.items[i];
		if (!insert->exception || insert->needed)
			continue;
		Exception exception =
		        exception_read(text_after(insert->body, sizeof EXCEPTION_WORD - 1));
		/* One that lacks its reason is reported when it is carried out. */
		if (exception.reason.length == 0 || exception.text.length == 0)
			continue;
		Span place = reading_place(reading, insert->first, insert->end);
		if (insert->equal.length > 0)
			diagnose(diagnostics, EXCEPTION_NOT_NEEDED, place, exception.text,
			         insert->equal);
		else
			diagnose(diagnostics, EXCEPTION_OF_NOTHING, place, exception.text);
	}
}
