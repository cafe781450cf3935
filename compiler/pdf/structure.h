/* Structure: the structure tree as PDF objects. */
#ifndef PDF_STRUCTURE_H
#define PDF_STRUCTURE_H

#include <stdint.h>

#include "base/arena.h"
#include "pdf/tags.h"
#include "pdf/writer.h"

/*
 * Writes all elements, the tree of parents and the tree of ids, and returns the object of the root
 * (ISO 32000-1, 14.7). `pages` are the pages' object numbers; `annotated` the elements that own
 * annotations, in the order of these. Keys of the parent tree are the index of a page, then, from
 * the number of pages on, the annotations.
 */
uint32_t structure_write(Arena *arena, Writer *writer, Tags *tags, const uint32_t *pages,
                         const ElementList *annotated);

#endif
