/* PNG: libpng turns any of them into rows of bytes; the one place that knows it. */
#include "picture/formats.h"

#include <png.h>
#include <zlib.h>

#include "base/buffer.h"
#include "base/limits.h"

static Text dimensions(Arena *arena, uint32_t width, uint32_t height)
{
	Buffer out = buffer_new(arena, 64);
	buffer_put_integer(&out, width);
	buffer_put(&out, TEXT("\u00a0×\u00a0"));
	buffer_put_integer(&out, height);
	buffer_put(&out, TEXT(" bildpunkter"));
	return buffer_text(&out);
}

/* Compressed here, once in a run, though every document has it. */
static bool deflate_rows(Arena *arena, const char *rows, size_t size, Text *deflated)
{
	uLongf length = compressBound((uLong)size);
	char *bytes = ARENA_ARRAY(arena, char, length);
	if (compress2((Bytef *)bytes, &length, (const Bytef *)rows, (uLong)size,
	              Z_BEST_COMPRESSION) != Z_OK)
		return false;
	*deflated = (Text){bytes, length};
	return true;
}

/* The rows, with white behind what is transparent. */
static bool read_rows(Arena *arena, png_image *image, PicturePixels *pixels)
{
	static const png_color white = {255, 255, 255};
	bool colour = (image->format & PNG_FORMAT_FLAG_COLOR) != 0;
	/* Finer steps do not mean another scale, as libpng would have it. */
	image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
	image->format = colour ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
	size_t size = PNG_IMAGE_SIZE(*image);
	char *bytes = ARENA_ARRAY(arena, char, size);
	if (!png_image_finish_read(image, &white, bytes, 0, NULL))
		return false;
	pixels->width = image->width;
	pixels->height = image->height;
	pixels->channels = colour ? 3 : 1;
	return deflate_rows(arena, bytes, size, &pixels->deflated);
}

bool png_read(Arena *arena, const PictureFile *file, Picture *picture, Diagnostics *diagnostics)
{
	png_image image = {.version = PNG_IMAGE_VERSION};
	bool read = png_image_begin_read_from_memory(&image, file->bytes.bytes,
	                                             file->bytes.length) != 0;
	bool large =
	        read && (image.width > LIMIT_PICTURE_SIDE || image.height > LIMIT_PICTURE_SIDE);
	if (large)
		diagnose(diagnostics, PICTURE_LARGE, file->asked, file->name,
		         dimensions(arena, image.width, image.height),
		         dimensions(arena, LIMIT_PICTURE_SIDE, LIMIT_PICTURE_SIDE));
	else if (!read || !read_rows(arena, &image, &picture->pixels))
		diagnose(diagnostics, PICTURE_DAMAGED, file->asked, file->name);
	bool sound = picture->pixels.deflated.length > 0;
	png_image_free(&image);
	if (!sound)
		return false;
	picture->kind = PICTURE_PIXELS;
	picture->pixels.file = file->bytes;
	picture->width =
	        (Length)((int64_t)picture->height * picture->pixels.width / picture->pixels.height);
	return true;
}
