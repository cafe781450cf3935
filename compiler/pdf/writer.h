/* Writer: numbered objects into a PDF file; the one place that knows libharu. */
#ifndef PDF_WRITER_H
#define PDF_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/*
 * Only libharu's object layer is used: it numbers objects, keeps the page tree, and writes header,
 * cross-reference table and trailer. What an object says is given as ready-made entries, "/Type/X
 * /Y 1", the inside of a dictionary. The file's identifier is a hash of all that was given, so it
 * is the same for the same document; there is no date that a clock has set.
 *
 * Entries and streams must live until writer_save. An object that is referred to before it can be
 * described is first reserved and later defined, exactly once.
 *
 * Errors: every function may be called after any failure and does nothing then; writer_save says
 * whether all went well.
 */
typedef struct Writer Writer;

/* NULL when there is not memory enough. Must be closed. */
Writer *writer_open(Arena *arena);
void writer_close(Writer *writer);

uint32_t writer_reserve(Writer *writer);
void writer_define(Writer *writer, uint32_t object, Text entries);
uint32_t writer_object(Writer *writer, Text entries);

/* Length and filter are added to the entries. */
typedef enum WriterCoding { WRITER_PLAIN, WRITER_COMPRESSED } WriterCoding;
uint32_t writer_stream(Writer *writer, Text entries, Text bytes, WriterCoding coding);

/* As writer_reserve, for the next page; its parent is added to the entries. */
uint32_t writer_page(Writer *writer);

/* The catalogue and the information dictionary. */
void writer_catalogue(Writer *writer, Text entries);
void writer_information(Writer *writer, Text entries);

/* The whole file. Call once. */
bool writer_save(Writer *writer, Text *bytes);

#endif
