/* Style: templates/layout.yaml read into the measures that a page is set by. */
#ifndef TEMPLATE_STYLE_H
#define TEMPLATE_STYLE_H

#include <stddef.h>

#include "document/style.h"
#include "source/diagnostic.h"

/* A value of layout.yaml: which it is, how it was written, and where. */
typedef struct StylePlace {
	size_t member; /* offsetof(Style, ...) */
	Text group, key;
	Text written;
	Span span;
} StylePlace;

typedef struct StylePlaces {
	StylePlace *items;
	size_t count;
	size_t capacity;
} StylePlaces;

/*
 * Lengths are written "25 mm" or "10,5 pt", colours "#0b4f6c". Every key must be there but for
 * those that say otherwise; what is missing, misspelt or unreadable is reported, and then false
 * returned. Whether the values go together is asked in style_check.h.
 */
bool style_read(Arena *arena, const Source *source, Style *style, StylePlaces *places,
                Diagnostics *diagnostics);

/* The place of a member, or NULL when the layout does not give it. */
const StylePlace *style_place(const StylePlaces *places, size_t member);

/* The keys in the order of the file, for those who describe them. Keys of a group that are about
 * the same thing share a sentence. */
typedef struct StyleKey {
	Text group, key;
	Text kind; /* "en längd" */
	Text example, about;
} StyleKey;
size_t style_key_count(void);
StyleKey style_key(size_t index);

#endif
