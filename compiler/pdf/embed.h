/* Embed: the fonts of one document, with exactly the glyphs that it shows. */
#ifndef PDF_EMBED_H
#define PDF_EMBED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"
#include "document/style.h"
#include "pdf/font.h"
#include "pdf/writer.h"

/*
 * In a page's stream a glyph is called by a CID. CIDs are given densely, one for each pair of a
 * glyph and the characters it stands for there: so every CID has one text, and copying or listening
 * gives back what was written, also where one glyph serves several characters (a hyphen at a line
 * end is U+00AD, in a word it is '-') or several characters one glyph (ligatures).
 *
 * Calling sequence: embed_new, embed_cid for every glyph shown, embed_write once.
 */
typedef struct Embedding Embedding;

Embedding *embed_new(Arena *arena, Fonts *fonts);

/* Its CID. The font will state for it the width that the glyph has without kerning. */
uint16_t embed_cid(Embedding *embedding, FontFace face, uint16_t glyph, Text characters);

/* Writes the subsets of all faces used, and `*resources`: the object that maps F0 ... to them.
 * False when there is not memory enough. */
bool embed_write(Embedding *embedding, Writer *writer, uint32_t *resources);

#endif
