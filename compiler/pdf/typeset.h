/* Typeset: what every step of setting a document shares. */
#ifndef PDF_TYPESET_H
#define PDF_TYPESET_H

#include "base/arena.h"
#include "document/style.h"
#include "pdf/font.h"
#include "pdf/hyphenate.h"
#include "pdf/pdf.h"

/* The characters that no glyph was found for, each once. */
typedef struct MissingGlyphs {
	PdfMissingGlyph *items;
	size_t count;
	size_t capacity;
} MissingGlyphs;

/*
 * A long document is set in little memory because nothing lives longer than it must: a paragraph,
 * with all its glyphs and the ways to break it, until its lines stand in strips; strips until they
 * have made pages; and pages until they are written.
 */
typedef struct Typeset {
	Arena *arena;   /* for what outlives the pages */
	Arena *pages;   /* for pages, with the glyphs and texts that they show */
	Arena *strips;  /* for strips; emptied when pages stand */
	Arena *scratch; /* for paragraphs and their lines; emptied between blocks */
	const Style *style;
	Fonts *fonts;
	Hyphenator *hyphenator;
	MissingGlyphs missing;
} Typeset;

#endif
