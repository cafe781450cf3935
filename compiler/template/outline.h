/* Outline: the sections of a template, as its file gives them. */
#ifndef TEMPLATE_OUTLINE_H
#define TEMPLATE_OUTLINE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/text.h"
#include "template/marks.h"

/*
 *	## Legalitet {legalitet, valfritt}
 *
 *	<!-- Med vilket lagstöd kommunen gör detta. -->
 *
 *	{{text}}
 *
 * A heading of level 2 with a key begins a section. A comment right after it is guidance for those
 * who write the section; comments of templates are never printed.
 */
typedef struct SectionOutline {
	Text key;
	Text title;
	bool optional;
	Text guidance;
	bool takes_text; /* {{text}} or {{punkter}} stands in it */
	bool points;     /* {{punkter}} */
	Text otherwise; /* what {{text annars ...}} writes without a text: words, or "block name" */
	const Mark *heading;
	const Mark *end; /* where the next section begins */
} SectionOutline;

typedef struct Outline {
	SectionOutline *items;
	size_t count;
	size_t capacity;
} Outline;

/* The sections among the marks from `first` up to `end`. */
Outline outline_read(Arena *arena, const Mark *first, const Mark *end);

/* Those between {{#avsnitt}} and {{/avsnitt}} of a whole template. */
Outline outline_of_template(Arena *arena, const Mark *root);

/* "block värdegrund" and "Ej påkallat." after the word "annars" of an argument; empty without it.
 */
Text outline_otherwise(Text argument);

#endif
