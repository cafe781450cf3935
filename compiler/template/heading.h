/* Heading: a template's section headings, "## Legalitet {legalitet, valfritt}". */
#ifndef TEMPLATE_HEADING_H
#define TEMPLATE_HEADING_H

#include <stdbool.h>

#include "template/marks.h"

/* Between {{#avsnitt}} and {{/avsnitt}}, each heading of the second level begins a section, which
 * ends where the next begins. */
typedef struct SectionHeading {
	const Mark *mark;
	const Mark *end; /* of the section: the next heading, or where the sections end */
	Text title;
	bool has_braces;
	Text key;
	bool optional;
	Text unknown; /* the first word behind the key that says nothing, or empty */
} SectionHeading;

typedef struct SectionHeadings {
	SectionHeading *items;
	size_t count;
	size_t capacity;
} SectionHeadings;

/* The sections that begin from `first` up to but not including `end`. */
SectionHeadings headings_read(Arena *arena, const Mark *first, const Mark *end);

/* One heading, of any level. */
SectionHeading heading_read(const Mark *mark);

/* What makes a section one that may be left out. */
#define HEADING_OPTIONAL "valfritt"

#endif
