/* Style: templates/layout.yaml read into the measures that a page is set by. */
#ifndef TEMPLATE_STYLE_H
#define TEMPLATE_STYLE_H

#include "document/style.h"
#include "source/diagnostic.h"

/*
 * Lengths are written "25 mm" or "10,5 pt", colours "#0b4f6c". Every key must be there; what is
 * missing, misspelt or unreadable is reported, and then false returned.
 */
bool style_read(Arena *arena, const Source *source, Style *style, Diagnostics *diagnostics);

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
