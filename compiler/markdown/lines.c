/* Lines: beginnings that are pushed and popped. */
#include <assert.h>

#include "markdown/lines.h"

Lines lines_new(Arena *arena)
{
	return (Lines){
	        .out = buffer_new(arena, BUFFER_MAXIMUM),
	        .first = buffer_new(arena, BUFFER_MAXIMUM),
	        .rest = buffer_new(arena, BUFFER_MAXIMUM),
	};
}

void lines_push(Lines *lines, Text first, Text rest)
{
	assert(first.length == rest.length);
	buffer_put(&lines->first, first);
	buffer_put(&lines->rest, rest);
}

void lines_pop(Lines *lines, size_t length)
{
	assert(lines->rest.length >= length);
	lines->first.length -= length;
	lines->rest.length -= length;
}

void lines_begin(Lines *lines)
{
	buffer_put(&lines->out, buffer_text(&lines->first));
	lines->start = lines->out.length;
	buffer_clear(&lines->first);
	buffer_put(&lines->first, buffer_text(&lines->rest));
}

void lines_end(Lines *lines)
{
	buffer_put_byte(&lines->out, '\n');
}

void lines_continue(Lines *lines)
{
	lines_end(lines);
	lines_begin(lines);
}

void lines_blank(Lines *lines)
{
	Text before = buffer_text(&lines->rest);
	while (text_ends(before, TEXT(" ")))
		before.length--;
	buffer_put(&lines->out, before);
	lines_end(lines);
}

bool lines_at_start(const Lines *lines)
{
	return lines->out.length == lines->start;
}
