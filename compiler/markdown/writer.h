/* Markdown writer: a document as CommonMark with pipe tables and notes, to be read on a Git host.
 */
#ifndef MARKDOWN_WRITER_H
#define MARKDOWN_WRITER_H

#include "base/arena.h"
#include "base/text.h"
#include "document/document.h"

/*
 * A paragraph is one line, so that a change of a sentence is a change of a line. What Markdown has
 * no form for is written in words and marks: fields as "**Namn:** värde", sum rows in bold, a line
 * to sign on as "Namnteckning: ______". A draft says so at the top. The text ends with one line
 * end.
 *
 * The document must be finished and have passed document_check. An empty text is returned when it
 * would be larger than BUFFER_MAXIMUM.
 */
Text markdown_write(Arena *arena, const Document *document);

#endif
