/* Loader: how a phase asks for one more file by name without knowing where files come from. */
#ifndef SOURCE_LOADER_H
#define SOURCE_LOADER_H

#include "source/source.h"

/*
 * A case may keep long prose in a Markdown file beside it, and asks for it by a plain file name
 * ("bakgrund.md"). A name may have no folder and no leading dot, so nothing outside the case's
 * folder can be reached from data. `load` reports at `asked` and returns NULL when the name is not
 * such a name or the file cannot be read.
 */
typedef struct Loader {
	const Source *(*load)(void *context, Text name, Span asked);
	void *context;
} Loader;

#endif
