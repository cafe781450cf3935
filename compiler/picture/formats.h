/* Formats: the readers of each kind of file, which fill in what is theirs of a picture. */
#ifndef PICTURE_FORMATS_H
#define PICTURE_FORMATS_H

#include <stdbool.h>
#include <stdint.h>

#include "picture/picture.h"

/* Each returns false after a report. */
bool png_read(Arena *arena, const PictureFile *file, Picture *picture, Diagnostics *diagnostics);
bool svg_read(Arena *arena, const PictureFile *file, Picture *picture, Diagnostics *diagnostics);

/* ---- Path data ---- */

/* Millionths of the unit of an SVG. */
typedef int64_t Micro;
#define MICRO_UNIT ((Micro)1000000)

/* How an SVG's own coordinates become milli-points. */
typedef struct Frame {
	Micro left, top, height; /* of its viewBox */
	Length shown_height;
} Frame;

/* Whether a coordinate is near enough to the picture for all that is calculated of it. */
bool frame_reaches(const Frame *frame, Micro coordinate);

/* A number at `*at`, with the space and comma before it; false, and `*at` where it should have
 * been, when there is none or it is beyond a million units. */
bool path_number(Text text, size_t *at, Micro *number);

/* The steps of path data, added to `path`. `data` is the data's place in its source. */
bool path_read(Arena *arena, Span data, const Frame *frame, PicturePath *path,
               Diagnostics *diagnostics);

#endif
