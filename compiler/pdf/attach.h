/* Attach: files inside a PDF, put there and found again. */
#ifndef PDF_ATTACH_H
#define PDF_ATTACH_H

#include <stdbool.h>

#include "base/arena.h"
#include "document/document.h"
#include "pdf/writer.h"

/* Writes every attachment as an associated file (ISO 19005-3, 6.8) and returns the catalogue's
 * entries for them; empty when there are none. */
Text attach_write(Arena *arena, Writer *writer, const Attachments *attachments);

/*
 * The files inside a PDF that attach_write has made, with their names and bytes. It reads just what
 * we write: whoever holds a PDF against what its source gives has use for no other, as then it is
 * not the same file. False when there are none, or one is damaged.
 */
bool attach_read(Arena *arena, Text pdf, Attachments *attachments);

#endif
