/* Schema: the field tables as a JSON Schema, by which editors complete and explain keys. */
#ifndef MODEL_SCHEMA_H
#define MODEL_SCHEMA_H

#include "base/buffer.h"
#include "model/fields.h"

/*
 * JSON Schema, draft 2020-12, written from fields.c alone: titles are keys, descriptions and
 * examples those of the rows, enumerations the choices. It is a little wider than the binder: it
 * knows the form of a value, not whether a day exists or a number's check digit is right. Every key
 * may be left empty ("datum:"), as the binder takes that for not given.
 */
void schema_write(const Record *record, Text title, Buffer *out);

#endif
