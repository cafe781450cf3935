/* Pictures in HTML: paths as an svg element, pixels as a data URL. */
#include "html/picture.h"

#include "html/escape.h"

/* CSS has 96 pixels to the inch. */
enum { MILLIPOINTS_PER_PIXEL = 750 };

/* RFC 4648, 4. */
static void put_base64(Buffer *out, Text bytes)
{
	static const char digits[] =
	        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	for (size_t i = 0; i < bytes.length; i += 3) {
		uint32_t group = 0;
		for (size_t k = i; k < i + 3; k++)
			group = group << 8 | (k < bytes.length ? (unsigned char)bytes.bytes[k] : 0);
		for (size_t k = 0; k < 4; k++) {
			bool padding = i + k > bytes.length;
			buffer_put_byte(out, padding ? '=' : digits[group >> (18 - 6 * k) & 0x3f]);
		}
	}
}

static void put_size(Buffer *out, const Picture *picture)
{
	buffer_put(out, TEXT(" width=\""));
	buffer_put_integer(out, picture->width / MILLIPOINTS_PER_PIXEL);
	buffer_put(out, TEXT("\" height=\""));
	buffer_put_integer(out, picture->height / MILLIPOINTS_PER_PIXEL);
	buffer_put_byte(out, '"');
}

static void put_pixels(Buffer *out, const Picture *picture)
{
	buffer_put(out, TEXT("<img alt=\""));
	html_put(out, HTML_ATTRIBUTE, picture->description);
	buffer_put_byte(out, '"');
	put_size(out, picture);
	buffer_put(out, TEXT(" src=\"data:image/png;base64,"));
	put_base64(out, picture->pixels.file);
	buffer_put(out, TEXT("\">"));
}

static void put_step(Buffer *out, const PathStep *step)
{
	static const char letters[] = {
	        [PATH_MOVE] = 'M', [PATH_LINE] = 'L', [PATH_CURVE] = 'C', [PATH_CLOSE] = 'Z'};
	static const int points[] = {
	        [PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CURVE] = 3, [PATH_CLOSE] = 0};
	buffer_put_byte(out, letters[step->kind]);
	for (int i = 0; i < points[step->kind]; i++) {
		if (i > 0)
			buffer_put_byte(out, ' ');
		buffer_put_integer(out, step->points[i].x);
		buffer_put_byte(out, ' ');
		buffer_put_integer(out, step->points[i].y);
	}
}

static void put_path(Buffer *out, const PicturePath *path)
{
	buffer_put(out, TEXT("<path fill=\"#"));
	buffer_put_hex(out, path->fill, 6);
	buffer_put(out, path->even_odd ? TEXT("\" fill-rule=\"evenodd\" d=\"") : TEXT("\" d=\""));
	for (size_t i = 0; i < path->count; i++)
		put_step(out, &path->items[i]);
	buffer_put(out, TEXT("\"/>\n"));
}

static void put_paths(Buffer *out, const Picture *picture)
{
	buffer_put(out, TEXT("<svg role=\"img\" aria-label=\""));
	html_put(out, HTML_ATTRIBUTE, picture->description);
	buffer_put_byte(out, '"');
	put_size(out, picture);
	buffer_put(out, TEXT(" viewBox=\"0 0 "));
	buffer_put_integer(out, picture->width);
	buffer_put_byte(out, ' ');
	buffer_put_integer(out, picture->height);
	buffer_put(out, TEXT("\">\n"));
	for (size_t i = 0; i < picture->paths.count; i++)
		put_path(out, &picture->paths.items[i]);
	buffer_put(out, TEXT("</svg>"));
}

void html_put_picture(Buffer *out, const Picture *picture)
{
	if (picture->kind == PICTURE_PATHS)
		put_paths(out, picture);
	else
		put_pixels(out, picture);
}
