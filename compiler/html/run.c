/* Run: finds digits that dashes join. */
#include "html/run.h"

#include "html/escape.h"

/* What is longer would not fit on a telephone, and is nothing that people write as one number. */
enum { LONGEST_NUMBER = 24 };

static size_t digits_end(Text text, size_t position)
{
	while (position < text.length && text.bytes[position] >= '0' && text.bytes[position] <= '9')
		position++;
	return position;
}

/* After a hyphen or an en dash; `position` itself when there is none. */
static size_t dash_end(Text text, size_t position)
{
	Text rest = text_after(text, position);
	Text dashes[] = {TEXT("-"), TEXT("–")};
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
		if (text_starts(rest, dashes[i]))
			return position + dashes[i].length;
	return position;
}

/* The end of "212000-0449", which begins at `first`; `first` when nothing is joined there. */
static size_t joined_end(Text text, size_t first)
{
	size_t end = digits_end(text, first), joined = first;
	for (;;) {
		size_t dash = dash_end(text, end), next = digits_end(text, dash);
		if (end == first || dash == end || next == dash)
			return joined;
		joined = end = next;
	}
}

void html_put_run(Buffer *out, Text text)
{
	size_t done = 0;
	for (size_t i = 0; i < text.length;) {
		size_t digits = digits_end(text, i), joined = joined_end(text, i);
		if (joined > i && joined - i <= LONGEST_NUMBER) {
			html_put(out, HTML_TEXT, text_cut(text, done, i));
			buffer_put(out, TEXT("<span class=\"whole\">"));
			html_put(out, HTML_TEXT, text_cut(text, i, joined));
			buffer_put(out, TEXT("</span>"));
			done = joined;
		}
		i = joined > i ? joined : digits > i ? digits : i + 1;
	}
	html_put(out, HTML_TEXT, text_after(text, done));
}
