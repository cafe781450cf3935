/* Picture: an image that a document shows, as every writer can draw it. */
#ifndef DOCUMENT_PICTURE_H
#define DOCUMENT_PICTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "document/style.h"

/*
 * Pixels are rows from the top, each pixel one byte of grey or three of red, green and blue in
 * sRGB. They cover the whole picture: what was transparent is white, as the paper is.
 *
 * Paths are in milli-points from the picture's upper left corner, y downwards, and drawn in order.
 * Each begins with PATH_MOVE and is filled, as if every part of it were closed.
 */
typedef enum PictureKind { PICTURE_PIXELS, PICTURE_PATHS } PictureKind;

typedef struct PicturePixels {
	uint32_t width, height;
	unsigned channels; /* 1 or 3 */
	Text deflated;     /* the rows, compressed by zlib */
	Text file;         /* the same as a PNG, for formats that show those */
} PicturePixels;

typedef struct PicturePoint {
	Length x, y;
} PicturePoint;

typedef enum PathStepKind { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE } PathStepKind;

/* To points[0], or for PATH_CURVE to points[2] by two points of control. */
typedef struct PathStep {
	PathStepKind kind;
	PicturePoint points[3];
} PathStep;

typedef struct PicturePath {
	Colour fill;
	bool even_odd; /* what it encloses twice is outside */
	PathStep *items;
	size_t count;
	size_t capacity;
} PicturePath;

typedef struct PicturePaths {
	PicturePath *items;
	size_t count;
	size_t capacity;
} PicturePaths;

typedef struct Picture {
	PictureKind kind;
	Length width, height; /* as it is shown */
	Text description;     /* for those who do not see it */
	PicturePixels pixels;
	PicturePaths paths;
} Picture;

#endif
