/* Placeholders: finding every {{...}} in a text. */
#include "template/placeholder.h"

#include "base/buffer.h"
#include "base/limits.h"
#include "base/utf8.h"

static const Text opening = TEXT_INIT("{{");
static const Text closing = TEXT_INIT("}}");

/* Follows the placeholders of a text through its source, so that each gets its exact place. */
typedef struct Tracker {
	Span origin;
	size_t next; /* in the origin's text */
} Tracker;

static Span track(Tracker *tracker, bool closed)
{
	Text text = span_text(tracker->origin);
	size_t at = text_find(text, opening, tracker->next);
	if (tracker->origin.source == NULL || at == TEXT_NOWHERE)
		return tracker->origin;
	size_t end = text_find(text, closing, at);
	size_t next = text_find(text, opening, at + opening.length);
	/* A folded line may have broken it in two; one that is left open is marked at its braces.
	 */
	bool open = !closed || end == TEXT_NOWHERE || end > next;
	end = (open ? at : end) + closing.length;
	tracker->next = end;
	return span_of(tracker->origin.source, tracker->origin.first + at,
	               tracker->origin.first + end);
}

/* Where a character stands in the origin; all of the origin when an escape wrote it. */
static Span place_of(Span origin, Text character)
{
	size_t at = text_find(span_text(origin), character, 0);
	if (origin.source == NULL || at == TEXT_NOWHERE)
		return origin;
	size_t first = origin.first + at;
	return span_of(origin.source, first, first + character.length);
}

static void check_private_use(Text text, Span origin, Diagnostics *diagnostics)
{
	for (size_t at = 0; at < text.length;) {
		if ((unsigned char)text.bytes[at] < 0xEE) {
			at++;
			continue;
		}
		size_t first = at;
		uint32_t c = utf8_next(text, &at);
		if (c < PLACEHOLDER_FIRST || c > PLACEHOLDER_LAST)
			continue;
		Buffer code = buffer_new(diagnostics->arena, 16);
		buffer_put_hex(&code, c, 4);
		diagnose(diagnostics, TEXT_PRIVATE, place_of(origin, text_cut(text, first, at)),
		         buffer_text(&code));
		return;
	}
}

/* The end of the placeholder whose braces open at `at`, or TEXT_NOWHERE: it ends on its own line.
 */
static size_t closing_of(Text text, size_t at)
{
	size_t end = text_find(text, closing, at + opening.length);
	size_t line_end = text_find(text, TEXT("\n"), at);
	return end < line_end ? end : TEXT_NOWHERE;
}

/* Markdown would make "&#xE000;" a stand-in of its own; such references stay as they are typed, in
 * texts as in HTML and code, where "&amp;" would be text itself. */
static void put_without_references(Buffer *out, Text text)
{
	static const Text reference = TEXT_INIT("&#");
	size_t copied = 0;
	for (size_t at = text_find(text, reference, 0); at != TEXT_NOWHERE;
	     at = text_find(text, reference, at + 1)) {
		buffer_put(out, text_cut(text, copied, at + 1));
		buffer_put_codepoint(out, PLACEHOLDER_NOTHING);
		copied = at + 1;
	}
	buffer_put(out, text_after(text, copied));
}

/* "{{period.från} och": the second brace of the two is missing. */
static void fix_half_closed(Span open, Diagnostics *diagnostics)
{
	if (open.source == NULL)
		return;
	Text after = text_after(open.source->bytes, open.end);
	Text name = text_cut(after, 0, text_find(after, TEXT("\n"), 0));
	size_t brace = text_find(name, TEXT("}"), 0);
	size_t next = text_find(name, opening, 0);
	if (brace == TEXT_NOWHERE || brace > next)
		return;
	Span end = span_of(open.source, open.end + brace, open.end + brace + 1);
	diagnostic_fix(diagnostics, end, closing);
}

Text placeholders_find(Arena *arena, Text text, Span origin, Placeholders *found,
                       Diagnostics *diagnostics)
{
	check_private_use(text, origin, diagnostics);
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	Tracker tracker = {.origin = origin};
	size_t copied = 0;
	for (size_t at = text_find(text, opening, 0); at != TEXT_NOWHERE;
	     at = text_find(text, opening, copied)) {
		size_t end = closing_of(text, at);
		size_t inside = at + opening.length;
		if (end == TEXT_NOWHERE) {
			Span open = track(&tracker, false);
			diagnose(diagnostics, PLACEHOLDER_OPEN, open);
			fix_half_closed(open, diagnostics);
			put_without_references(&out, text_cut(text, copied, inside));
			copied = inside;
			continue;
		}
		Text body = text_trim(text_cut(text, inside, end));
		Span span = track(&tracker, true);
		if (body.length == 0)
			diagnose(diagnostics, PLACEHOLDER_EMPTY, span);
		if (found->count == LIMIT_PLACEHOLDERS) {
			diagnose(diagnostics, TOO_MANY_PLACEHOLDERS, span, TEXT("6 400"));
			break;
		}
		put_without_references(&out, text_cut(text, copied, at));
		buffer_put_codepoint(&out, PLACEHOLDER_FIRST + (uint32_t)found->count);
		*ARENA_PUSH(arena, found) = (Placeholder){body, span};
		copied = end + closing.length;
	}
	put_without_references(&out, text_after(text, copied));
	return buffer_text(&out);
}
