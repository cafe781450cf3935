/* Schema: the field tables as a JSON Schema, by which editors complete and explain keys. */
#ifndef MODEL_SCHEMA_H
#define MODEL_SCHEMA_H

#include "base/buffer.h"
#include "model/fields.h"

/*
 * JSON Schema, draft 2020-12, written from fields.c alone: descriptions, examples and defaults are
 * those of the rows, enumerations the choices, titles what a value is. It takes and refuses what
 * the binder does, but for what an expression cannot know: whether a day exists, a check digit is
 * right, a number in a text too big. Every key may be left empty ("datum:"), as in a draft,
 * and the binder takes that for not given.
 *
 * Three keywords are for editors and are passed by elsewhere: errorMessage, what to say in Swedish
 * of a value that does not fit; markdownDescription, a description with an example of a group; and
 * defaultSnippets, an example to insert.
 */
void schema_write(const Record *record, Text title, Buffer *out);

#endif
