/* Outline: the bookmarks of a PDF, nested as its headings are. */
#ifndef PDF_OUTLINE_H
#define PDF_OUTLINE_H

#include <stdint.h>

#include "base/arena.h"
#include "document/document.h"
#include "document/style.h"
#include "pdf/layout.h"
#include "pdf/writer.h"

/* Writes an item for every heading on a page, that of contents too, and returns the root's object,
 * or 0 when there is no heading (ISO 32000-1, 12.3.3). `pages` are the pages' object numbers. */
uint32_t outline_write(Arena *arena, Writer *writer, const Style *style, const Document *document,
                       const Layout *layout, const uint32_t *pages);

#endif
