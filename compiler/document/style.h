/* Style: the measures, fonts and colours of a printed page, as templates/layout.yaml gives them. */
#ifndef DOCUMENT_STYLE_H
#define DOCUMENT_STYLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

/* Lengths are milli-points: 1/72000 inch. An A4 page is 595 276 by 841 890. */
typedef int32_t Length;

/* Left free above and below a logotype: 4 mm. */
#define LOGOTYPE_SPACE ((Length)11339)

/* 0xRRGGBB in sRGB. */
typedef uint32_t Colour;

typedef enum FontFace {
	FACE_REGULAR,
	FACE_BOLD,
	FACE_ITALIC,
	FACE_BOLD_ITALIC,
	FACE_FIXED, /* every character as wide as the next, for code */
	FONT_FACES
} FontFace;

/* One kind of text: its face, size, distance between baselines, and space before and after it. */
typedef struct TextStyle {
	Length size;
	Length leading;
	Length before;
	Length after;
} TextStyle;

typedef struct Style {
	Length page_width, page_height;
	Length margin_top, margin_bottom, margin_left, margin_right; /* of a right-hand page */
	Length header_baseline; /* from the page's upper edge */
	Length footer_baseline; /* from its lower edge */
	bool duplex;            /* both sides of a sheet: a left-hand page is mirrored */
	Text font_files[FONT_FACES];
	Text hyphenation_file;
	Text colour_profile_file; /* sRGB, for the output intent */
	Text logotype_file;       /* in templates/; empty: the organisation's name stands there */
	Text logotype_description;
	Length logotype_height;
	TextStyle body, small, table, note, code, title, cover_title;
	TextStyle headings[5]; /* of level 2 to 6 */
	Length list_indent;
	Colour text_colour;   /* running text */
	Colour accent_colour; /* title, rules of tables, links */
	Colour quiet_colour;  /* header, page mark, captions */
	Colour rule_colour;   /* thin rules between rows */
	Colour shade_colour;  /* behind sum rows and code */
} Style;

#endif
