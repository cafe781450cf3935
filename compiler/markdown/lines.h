/* Lines: Markdown's lines with what stands before them in lists and quotations. */
#ifndef MARKDOWN_LINES_H
#define MARKDOWN_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"

/*
 * Within a list or a quotation every line has something before it: the marker on an item's first
 * line, as many spaces on the others, "> " on each line of a quotation. A container pushes its
 * beginning, its lines are begun and ended, and it pops:
 *
 *	lines_push(lines, TEXT("1. "), TEXT("   "));
 *	lines_begin(lines);  ...  lines_end(lines);	"1. first line"
 *	lines_begin(lines);  ...  lines_end(lines);	"   second line"
 *	lines_pop(lines, 3);
 */
typedef struct Lines {
	Buffer out;
	Buffer first; /* before the next line */
	Buffer rest;  /* before the lines after it; always as long as `first` */
	size_t start; /* where the text of the line begins in `out` */
} Lines;

Lines lines_new(Arena *arena);

/* Two texts of the same length: before the first line of a container, and before the others. */
void lines_push(Lines *lines, Text first, Text rest);
void lines_pop(Lines *lines, size_t length);

void lines_begin(Lines *lines);
/* A line end within a block: the next line begins at once. */
void lines_continue(Lines *lines);
void lines_end(Lines *lines);
/* An empty line within the containers that are open. */
void lines_blank(Lines *lines);

/* Whether nothing has been written on this line yet. */
bool lines_at_start(const Lines *lines);

#endif
