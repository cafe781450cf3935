/* Loader: how a phase asks for one more file by name without knowing where files come from. */
#ifndef SOURCE_LOADER_H
#define SOURCE_LOADER_H

#include "source/source.h"

/*
 * A case may keep long prose in a Markdown file beside it, and a template may include text blocks.
 * The first is asked for by a plain file name ("bakgrund.md"), the second by the block's own name
 * ("ändrade förutsättningar" is the file andrade-forutsattningar.md). Neither may have a folder or
 * a leading dot, so nothing outside the two folders can be reached from data. `load` reports at
 * `asked` and returns NULL when the name is not such a name or the file cannot be read. Of a block
 * that is not there, it reports and returns the one that was probably meant.
 */
typedef enum LoaderFolder { LOADER_CASE, LOADER_BLOCKS } LoaderFolder;

typedef struct Loader {
	const Source *(*load)(void *context, LoaderFolder folder, Text name, Span asked);
	void *context;
} Loader;

#endif
