/* Reading pictures: a file of PNG or SVG becomes what writers draw. */
#ifndef PICTURE_PICTURE_H
#define PICTURE_PICTURE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"
#include "document/picture.h"
#include "source/diagnostic.h"

/*
 * Any PNG is read. Of SVG so much is read as a logotype needs, and what goes beyond it is refused
 * rather than drawn otherwise than its maker meant:
 *
 *	<svg viewBox="0 0 400 100" xmlns="http://www.w3.org/2000/svg">
 *		<path fill="#0b4f6c" fill-rule="evenodd" d="M0 0h400v100z"/>
 *	</svg>
 *
 * with <title>, <desc>, comments and a prologue passed by. Path data are all of SVG 1.1, 8.3, but
 * arcs; everything is integers, millionths of the picture's own unit while it is read.
 */
typedef struct PictureFile {
	Text name; /* as messages call it */
	Text bytes;
	Span asked; /* what asks for the picture, for faults without a place of their own */
	Length height;
	Text description;
} PictureFile;

/* The picture at the height that is asked for; NULL, after a report, when the file is none. */
const Picture *picture_read(Arena *arena, const PictureFile *file, Diagnostics *diagnostics);

#endif
