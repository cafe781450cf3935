/* Slug: the names by which a Git host lets one link to the headings of a Markdown page. */
#ifndef MARKDOWN_SLUG_H
#define MARKDOWN_SLUG_H

#include "base/arena.h"
#include "base/text.h"
#include "document/document.h"

/* The slugs of all headings, indexed by the heading's serial: lower case with å, ä and ö, a hyphen
 * for each space, no punctuation, and -1, -2 after the second and third of the same. */
Text *slug_all(Arena *arena, const Document *document);

#endif
