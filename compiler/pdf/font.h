/* Font: the faces of a run, shaped text, and subsets; the one place that knows HarfBuzz. */
#ifndef PDF_FONT_H
#define PDF_FONT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"
#include "document/style.h"

/*
 * A face is parsed once and used for every document of a run. Measures of a face are in its own
 * units, `units_per_em` of which are as long as the type is large; font_length makes milli-points
 * of them. Text is shaped as Swedish in Latin script, with the face's kerning and ligatures.
 */
typedef struct Fonts Fonts;

typedef struct FontMetrics {
	Text name; /* PostScript name, safe as a PDF name */
	int32_t units_per_em;
	int32_t ascender;
	int32_t descender; /* negative */
	int32_t cap_height;
	int32_t box[4];       /* left, bottom, right, top of all glyphs together */
	int32_t italic_angle; /* thousandths of a degree, negative when leaning right */
	int32_t weight;       /* 400 is regular, 700 bold */
	uint16_t hyphen;      /* the glyph of '-' */
	int32_t hyphen_advance;
} FontMetrics;

/* One glyph of shaped text, in the order of writing. */
typedef struct Glyph {
	uint32_t cluster; /* where its first character stands in the shaped text, in bytes */
	int32_t units;    /* how far the next glyph stands from this, kerning included */
	Length advance;   /* the same in milli-points; set by whoever knows the size */
	int16_t kern;     /* how much of `units` is not the glyph's own width */
	int16_t x;        /* displacement from where it would stand, in units */
	int16_t y;
	uint16_t index; /* number in the font file; 0 when the face lacks the character */
	uint8_t chance; /* whether a line may end before it; see break.h */
} Glyph;

/* NULL, and `*bad` set, when a file is no TrueType font with the tables that PDF asks for. */
Fonts *font_open(Arena *arena, const Text files[FONT_FACES], FontFace *bad);
void font_close(Fonts *fonts);

/* Whether HarfBuzz ever lacked memory, after which shaped text may be incomplete. */
bool font_exhausted(const Fonts *fonts);

const FontMetrics *font_metrics(const Fonts *fonts, FontFace face);

/* Whether a face has a glyph of its own for a character. */
bool font_has(const Fonts *fonts, FontFace face, uint32_t codepoint);

/* The glyphs of a text. A character may give several glyphs and several characters one. */
Glyph *font_shape(Fonts *fonts, FontFace face, Arena *arena, Text text, size_t *count);

/* The width of a glyph without kerning, in units. */
int32_t font_advance(const Fonts *fonts, FontFace face, uint16_t glyph);

/* A font file with only `glyphs` (and what they are composed of); `renumbered` gets the new number
 * of each. False when there is not memory enough. */
bool font_subset(const Fonts *fonts, FontFace face, Arena *arena, const uint16_t *glyphs,
                 size_t count, uint16_t *renumbered, Text *file);

/* Units of a face at a size, rounded to the nearest milli-point. */
Length font_length(const FontMetrics *metrics, int32_t units, Length size);

#endif
