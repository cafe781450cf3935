/* Content: what a page shows, as PDF operators marked with the structure. */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"
#include "document/style.h"
#include "pdf/embed.h"
#include "pdf/font.h"
#include "pdf/layout.h"
#include "pdf/tags.h"

/* What the pages of one document have in common. */
typedef struct ContentContext {
	Arena *arena;
	const Style *style;
	const Fonts *fonts;
	Embedding *embedding;
	Tags *tags;
} ContentContext;

/* What pages call the logotype by when it is made of pixels: a name among their resources. */
#define CONTENT_LOGOTYPE "Logotype"

/* The content stream of a page (ISO 32000-1, 8 and 9). Every item that is content becomes marked
 * content of its leaf; every other is an artifact (14.8.2.2). */
Text content_of_page(const ContentContext *context, const Page *page, size_t index);

#endif
