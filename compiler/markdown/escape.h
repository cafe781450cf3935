/* Escape: the only way for data into a Markdown file; text stays text. */
#ifndef MARKDOWN_ESCAPE_H
#define MARKDOWN_ESCAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/text.h"

/*
 * A backslash is put before a character that would be markup where it stands, in CommonMark 0.30
 * with GitHub's tables, notes and strike-through, and only there: a sentence with a hyphen, with
 * kl. 9.00, with a name like kost_2018 or with a bracket (like this) is left as it is. Runs of
 * spaces at the beginning of a line are dropped, and a control character becomes a space.
 */
typedef enum MarkdownContext {
	MARKDOWN_TEXT,    /* within a paragraph */
	MARKDOWN_HEADING, /* on a line that begins with # */
	MARKDOWN_CELL,    /* between the bars of a table */
} MarkdownContext;

/* Where a text stands. */
typedef struct MarkdownPlace {
	MarkdownContext context;
	bool line_start;   /* nothing has been written on the line */
	uint32_t previous; /* the character before the text on its line, or 0 */
	uint32_t next;     /* the character after it, '[' for a link or note reference, or 0 */
} MarkdownPlace;

void markdown_put(Buffer *out, MarkdownPlace place, Text text);

#endif
