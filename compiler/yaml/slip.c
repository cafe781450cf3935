/* YAML slip: keys and values that run together with what stands next to them. */
#include "yaml/slip.h"

#include <string.h>

static bool is_digit_at(Text bytes, size_t at)
{
	return at < bytes.length && bytes.bytes[at] >= '0' && bytes.bytes[at] <= '9';
}

static void fix_apart(Span key, Text first, Text between, Text last, Diagnostics *diagnostics)
{
	Text parts[] = {first, between, last};
	diagnostic_fix(diagnostics, key, text_join(diagnostics->arena, parts, 3));
}

/* "-{namn: Per}" has no space after its dash. */
static bool report_dash(Span key, Text typed, Diagnostics *diagnostics)
{
	if (!text_starts(typed, TEXT("-{")) && !text_starts(typed, TEXT("-[")))
		return false;
	diagnose(diagnostics, YAML_DASH_SPACE, key);
	fix_apart(key, TEXT("-"), TEXT(" "), text_after(typed, 1), diagnostics);
	return true;
}

/* "index {serie: OPI}" has no colon where the group begins. */
static bool report_bracket(Span key, Text typed, Diagnostics *diagnostics)
{
	size_t brace = text_find(typed, TEXT(" {"), 0), bracket = text_find(typed, TEXT(" ["), 0);
	size_t at = brace < bracket ? brace : bracket;
	if (at == TEXT_NOWHERE || at == 0)
		return false;
	diagnose(diagnostics, KEY_WITHOUT_COLON, key, text_cut(typed, 0, at));
	fix_apart(key, text_cut(typed, 0, at), TEXT(":"), text_after(typed, at), diagnostics);
	return true;
}

/* "part:iogt" is one word to YAML. A key with a colon in it can hardly be meant, unless it stands
 * between digits. */
static bool report_colon(Span key, Text typed, Diagnostics *diagnostics)
{
	size_t colon = text_find(typed, TEXT(":"), 0);
	bool clock = colon != TEXT_NOWHERE && colon > 0 && is_digit_at(typed, colon - 1) &&
	             is_digit_at(typed, colon + 1);
	if (colon == TEXT_NOWHERE || colon == 0 || clock)
		return false;
	Span name = span_of(key.source, key.first, key.first + colon + 1);
	diagnose(diagnostics, YAML_COLON_SPACE, name, text_cut(typed, 0, colon));
	fix_apart(key, text_cut(typed, 0, colon + 1), TEXT(" "), text_after(typed, colon + 1),
	          diagnostics);
	return true;
}

bool slip_in_key(Span key, Diagnostics *diagnostics)
{
	Text typed = span_text(key);
	bool quoted = text_starts(typed, TEXT("\"")) || text_starts(typed, TEXT("'"));
	return !quoted &&
	       (report_dash(key, typed, diagnostics) || report_bracket(key, typed, diagnostics) ||
	        report_colon(key, typed, diagnostics));
}

/* A comment has a space after its mark. */
void slip_after_value(Span value, Diagnostics *diagnostics)
{
	Text rest = text_after(value.source->bytes, value.end);
	rest = text_cut(rest, 0, text_find(rest, TEXT("\n"), 0));
	Text cut = text_trim(rest);
	bool touches = rest.length == 0 || (rest.bytes[0] != ' ' && rest.bytes[0] != '\t');
	if (value.first == value.end || touches || cut.length < 2 || cut.bytes[0] != '#' ||
	    memchr(" #!\t", cut.bytes[1], 4) != NULL)
		return;
	diagnose(diagnostics, COMMENT_CUTS, span_of_slice(value.source, cut), cut);
}
