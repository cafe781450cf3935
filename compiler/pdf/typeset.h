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

typedef struct Typeset {
	Arena *arena; /* the document's */
	const Style *style;
	Fonts *fonts;
	Hyphenator *hyphenator;
	MissingGlyphs missing;
} Typeset;

#endif
