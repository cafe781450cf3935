/* YAML write: how a text is written as a value, and the fix that writes it. */
#ifndef YAML_WRITE_H
#define YAML_WRITE_H

#include "source/diagnostic.h"

/* The text in quotation marks: double ones, or single ones where that needs no escapes. */
Text yaml_quoted(Arena *arena, Text text);

/* The latest diagnostic's fix: `text` as the value that stands at `span`. It keeps the quotation
 * marks that stand there, and gets new ones where some place for values would need them. There is
 * no fix for a value without place, or for a text of several lines. */
void yaml_fix_value(Diagnostics *diagnostics, Span span, Text text);

#endif
