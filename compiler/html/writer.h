/* HTML writer: a document as one self-contained page. */
#ifndef HTML_WRITER_H
#define HTML_WRITER_H

#include "base/arena.h"
#include "base/text.h"
#include "document/document.h"

/*
 * The page has no script that runs, no font and no picture from elsewhere, and its policy lets none
 * in: it knows the style by its digest. Elements come from the tree in its order, with the names
 * that nodes.def gives them; kinds that HTML draws in a way of its own have functions in writer.c.
 * Ids that are not in the tree begin with "notref-", "tabell-" or "del-", which document_finish
 * keeps free.
 *
 * The document must be finished and have passed document_check. `css` is the style sheet. An empty
 * text is returned when the page would be larger than BUFFER_MAXIMUM.
 *
 *	document_finish(document);
 *	if (!document_check(document, &fault))
 *		page = html_write(&arena, document, css);
 */
Text html_write(Arena *arena, const Document *document, Text css);

#endif
