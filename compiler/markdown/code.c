/* Code: counting backticks. */
#include "markdown/code.h"

enum { FENCE_LEAST = 3 };

static size_t longest_run(Text text)
{
	size_t longest = 0, run = 0;
	for (size_t i = 0; i < text.length; i++) {
		run = text.bytes[i] == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	return longest;
}

/* One space is taken away at each end when there is one at both (CommonMark, 6.1). */
static bool wants_padding(Text text)
{
	bool spaces = text_starts(text, TEXT(" ")) && text_ends(text, TEXT(" "));
	return spaces || text_starts(text, TEXT("`")) || text_ends(text, TEXT("`"));
}

static void put_tagged(Buffer *out, MarkdownPlace place, Text text)
{
	place.previous = '>';
	place.next = '<';
	buffer_put(out, TEXT("<code>"));
	markdown_put(out, place, text);
	buffer_put(out, TEXT("</code>"));
}

static void put_fenced(Buffer *out, bool in_cell, Text text)
{
	size_t fence = longest_run(text) + 1;
	size_t padding = wants_padding(text) ? 1 : 0;
	buffer_put_repeated(out, '`', fence);
	buffer_put_repeated(out, ' ', padding);
	for (size_t i = 0; i < text.length; i++) {
		if (in_cell && text.bytes[i] == '|')
			buffer_put_byte(out, '\\');
		buffer_put_byte(out, text.bytes[i]);
	}
	buffer_put_repeated(out, ' ', padding);
	buffer_put_repeated(out, '`', fence);
}

void code_put_span(Buffer *out, MarkdownPlace place, Text text)
{
	if (place.previous == '`')
		put_tagged(out, place, text);
	else
		put_fenced(out, place.context == MARKDOWN_CELL, text);
}

static void put_line(Lines *lines, const Node *line, const Node *end)
{
	if (line == end) {
		lines_blank(lines);
		return;
	}
	lines_begin(lines);
	for (; line != end; line = line->next)
		buffer_put(&lines->out, line->as.text);
	lines_end(lines);
}

void code_put_block(Lines *lines, const Node *block)
{
	size_t longest = longest_run(node_text(lines->out.arena, block));
	size_t fence = longest < FENCE_LEAST ? FENCE_LEAST : longest + 1;
	const Node *line = block->first;
	buffer_put_repeated(&lines->out, '`', fence);
	lines_end(lines);
	for (const Node *part = line; part; part = part->next) {
		if (part->kind != NODE_LINE_BREAK)
			continue;
		put_line(lines, line, part);
		line = part->next;
	}
	put_line(lines, line, NULL);
	lines_begin(lines);
	buffer_put_repeated(&lines->out, '`', fence);
}
