/* Logotype: two small pictures for the tests of writers. */
#ifndef TESTS_UNIT_LOGOTYPE_H
#define TESTS_UNIT_LOGOTYPE_H

#include "unit/support.h"

#include "document/picture.h"

/* 40 by 20 points: a square whose hole is its own middle, and a curve. */
static inline const Picture *logotype_of_paths(Arena *arena)
{
	static const PathStep square[] = {{PATH_MOVE, {{0, 0}}},
	                                  {PATH_LINE, {{20000, 0}}},
	                                  {PATH_LINE, {{20000, 20500}}},
	                                  {PATH_CLOSE, {{0, 0}}}};
	static const PathStep curve[] = {{PATH_MOVE, {{30000, 0}}},
	                                 {PATH_CURVE, {{31000, 0}, {40000, 9000}, {40000, 10000}}}};
	PicturePath *paths = ARENA_ARRAY(arena, PicturePath, 2);
	Picture *picture = ARENA_NEW(arena, Picture);
	paths[0] = (PicturePath){.fill = 0x0b4f6c, .even_odd = true, .count = 4};
	paths[0].items = ARENA_ARRAY(arena, PathStep, 4);
	for (size_t i = 0; i < 4; i++)
		paths[0].items[i] = square[i];
	paths[1] = (PicturePath){.fill = 0xffffff, .count = 2};
	paths[1].items = ARENA_ARRAY(arena, PathStep, 2);
	for (size_t i = 0; i < 2; i++)
		paths[1].items[i] = curve[i];
	*picture = (Picture){.kind = PICTURE_PATHS,
	                     .width = 40000,
	                     .height = 20000,
	                     .description = TEXT("Kommunens \"märke\""),
	                     .paths = {paths, 2, 2}};
	return picture;
}

/* The same size, of two pixels; what stands for the file is five bytes. */
static inline const Picture *logotype_of_pixels(Arena *arena)
{
	Picture *picture = ARENA_NEW(arena, Picture);
	*picture = (Picture){.kind = PICTURE_PIXELS,
	                     .width = 40000,
	                     .height = 20000,
	                     .description = TEXT("Kommunens \"märke\""),
	                     .pixels = {.width = 2,
	                                .height = 1,
	                                .channels = 3,
	                                .deflated = TEXT("123456"),
	                                .file = TEXT("\xff\x00\xfe\x01\xfd")}};
	return picture;
}

#endif
