/* Reading pictures: which kind of file it is. */
#include "picture/picture.h"

#include "base/buffer.h"
#include "base/limits.h"
#include "picture/formats.h"

static Text kilobytes(Arena *arena, size_t bytes)
{
	Buffer out = buffer_new(arena, 32);
	buffer_put_integer(&out, (int64_t)((bytes + 1023) / 1024));
	buffer_put(&out, TEXT("\u00a0kB"));
	return buffer_text(&out);
}

static bool begins_as_svg(Text bytes)
{
	static const Text mark = TEXT_INIT("\xEF\xBB\xBF");
	Text text = text_starts(bytes, mark) ? text_after(bytes, mark.length) : bytes;
	return text_starts(text_trim(text), TEXT("<"));
}

const Picture *picture_read(Arena *arena, const PictureFile *file, Diagnostics *diagnostics)
{
	static const Text png = TEXT_INIT("\x89PNG\r\n\x1A\n");
	Picture *picture = ARENA_NEW(arena, Picture);
	picture->height = file->height;
	picture->description = file->description;
	if (file->bytes.length > LIMIT_PICTURE_BYTES) {
		diagnose(diagnostics, PICTURE_LARGE, file->asked, file->name,
		         kilobytes(arena, file->bytes.length),
		         kilobytes(arena, LIMIT_PICTURE_BYTES));
		return NULL;
	}
	if (text_starts(file->bytes, png))
		return png_read(arena, file, picture, diagnostics) ? picture : NULL;
	if (begins_as_svg(file->bytes))
		return svg_read(arena, file, picture, diagnostics) ? picture : NULL;
	diagnose(diagnostics, PICTURE_FORMAT, file->asked, file->name);
	return NULL;
}
