/* YAML line: the lines of a file as the eye sees them, for telling what a person did. */
#ifndef YAML_LINE_H
#define YAML_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "source/source.h"

/* Where a line's text starts and stops, without comment. Dashes of a list in front count as
 * indentation, since what follows them lies on their inner level. */
typedef struct SeenLine {
	size_t number; /* from 1; 0 for no line */
	size_t spaces; /* before everything, the dashes too */
	size_t indent; /* bytes before the text */
	size_t first;  /* the text's place in the source */
	Text text;     /* empty for a line that is blank or only a comment */
} SeenLine;

SeenLine line_seen(const Source *source, size_t number);
SeenLine line_at_byte(const Source *source, size_t byte);
Span line_span(const Source *source, const SeenLine *line);
/* From the line's first byte to the end of its text. */
Span line_whole(const Source *source, const SeenLine *line);
/* The nearest line with text above or below; number 0 when there is none. */
SeenLine line_above(const Source *source, size_t number);
SeenLine line_below(const Source *source, size_t number);

/* The colon that ends a key, or TEXT_NOWHERE. */
size_t line_key_colon(Text text);
bool line_has_key_and_value(Text text);
/* "period:", which what follows belongs to. */
bool line_opens_group(const SeenLine *line);
/* "bakgrund: |", which prose follows under. */
bool line_opens_prose(const SeenLine *line);
bool line_is_item(const SeenLine *line);

/* The nearest line above that is not prose under a "|" or ">". */
SeenLine line_structure_above(const Source *source, size_t number);

/* How far a level is indented in this file: as far as the least indented of its lines. */
size_t line_step(const Source *source);

/* The end of the value that begins at `byte`, on its line: between brackets as far as the next
 * comma or closing bracket, otherwise as far as the line's text. "{{...}}" is one piece. */
size_t line_value_end(const Source *source, size_t byte);
/* How many brackets that were opened on the line before `byte` are still open there. */
size_t line_open_brackets(const Source *source, size_t byte);

#endif
