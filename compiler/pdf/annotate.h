/* Annotate: the places on pages that lead somewhere when clicked. */
#ifndef PDF_ANNOTATE_H
#define PDF_ANNOTATE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "document/style.h"
#include "pdf/layout.h"
#include "pdf/tags.h"
#include "pdf/writer.h"

/* The link annotations of a page. */
typedef struct Annotations {
	uint32_t *items; /* object numbers */
	size_t count;
	size_t capacity;
} Annotations;

/* The elements that own annotations, by their key in the parent tree less the number of pages. */
typedef struct Annotator {
	Arena *arena;
	Writer *writer;
	const Style *style;
	const Fonts *fonts;
	const Layout *layout;
	Tags *tags;
	const uint32_t *pages; /* object numbers */
	ElementList owners;
} Annotator;

/* Writes an annotation for each line of each link on a page, and adds it to the structure. */
Annotations annotate_page(Annotator *annotator, size_t page);

/* "[7 0 R/XYZ 70 700 null]": a destination (ISO 32000-1, 12.3.2) at the upper edge of a place. */
void annotate_put_destination(Buffer *out, const Style *style, const uint32_t *pages, Place place);

#endif
