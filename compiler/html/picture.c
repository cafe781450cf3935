/* Pictures in HTML: an svg element, with paths or with pixels as a data URL. */
#include "html/picture.h"

#include "base/base64.h"
#include "html/escape.h"

/* CSS has 96 pixels to the inch. */
enum { MILLIPOINTS_PER_PIXEL = 750 };

static void put_pixels(Buffer *out, const Picture *picture)
{
	buffer_put(out, TEXT("<image width=\""));
	buffer_put_integer(out, picture->width);
	buffer_put(out, TEXT("\" height=\""));
	buffer_put_integer(out, picture->height);
	buffer_put(out, TEXT("\" href=\"data:image/png;base64,"));
	base64_put(out, picture->pixels.file);
	buffer_put(out, TEXT("\"/>\n"));
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

void html_put_picture(Buffer *out, const Picture *picture)
{
	buffer_put(out, TEXT("<svg role=\"img\" aria-label=\""));
	html_put(out, HTML_ATTRIBUTE, picture->description);
	buffer_put(out, TEXT("\" width=\""));
	buffer_put_integer(out, picture->width / MILLIPOINTS_PER_PIXEL);
	buffer_put(out, TEXT("\" height=\""));
	buffer_put_integer(out, picture->height / MILLIPOINTS_PER_PIXEL);
	buffer_put(out, TEXT("\" viewBox=\"0 0 "));
	buffer_put_integer(out, picture->width);
	buffer_put_byte(out, ' ');
	buffer_put_integer(out, picture->height);
	buffer_put(out, TEXT("\">\n"));
	if (picture->kind == PICTURE_PIXELS)
		put_pixels(out, picture);
	for (size_t i = 0; picture->kind == PICTURE_PATHS && i < picture->paths.count; i++)
		put_path(out, &picture->paths.items[i]);
	buffer_put(out, TEXT("</svg>"));
}
