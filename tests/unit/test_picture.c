/* Tests of picture/: what of PNG and SVG is read, and that nothing else is drawn as something it is
 * not. */
#include "support.h"

#include <zlib.h>

#include "base/buffer.h"
#include "picture/formats.h"

typedef struct Reading {
	Arena arena;
	Diagnostics diagnostics;
} Reading;

static int reading_open(void **state)
{
	Reading *reading = test_malloc(sizeof *reading);
	*reading = (Reading){.arena = test_arena()};
	*state = reading;
	return 0;
}

static int reading_close(void **state)
{
	Reading *reading = *state;
	arena_release(&reading->arena);
	test_free(reading);
	return 0;
}

static const Picture *read_picture(Reading *r, Text bytes)
{
	r->diagnostics = (Diagnostics){.arena = &r->arena};
	PictureFile file = {
	        .name = TEXT("l"), .bytes = bytes, .height = 10000, .description = TEXT("Märket")};
	return picture_read(&r->arena, &file, &r->diagnostics);
}

/* ---- Paths ---- */

static void put_step(Buffer *out, const PathStep *step)
{
	static const int points[] = {1, 1, 3, 0};
	buffer_put_byte(out, "MLCZ"[step->kind]);
	for (int i = 0; i < points[step->kind]; i++) {
		buffer_put_byte(out, ' ');
		buffer_put_integer(out, step->points[i].x);
		buffer_put_byte(out, ',');
		buffer_put_integer(out, step->points[i].y);
	}
}

/* The steps of a path in a picture 10 units and 10 points high, so that a unit is 1000. */
static Text steps_of(Reading *r, const char *data)
{
	Text parts[] = {TEXT("<svg viewBox='0 0 20 10'><path d='"), text_of(data),
	                TEXT("'/></svg>")};
	const Picture *picture = read_picture(r, text_join(&r->arena, parts, 3));
	if (picture == NULL)
		fail_msg("%s is not read", data);
	Buffer out = buffer_new(&r->arena, BUFFER_MAXIMUM);
	const PicturePath *path = &picture->paths.items[0];
	for (size_t i = 0; i < path->count; i++) {
		if (i > 0)
			buffer_put_byte(&out, ' ');
		put_step(&out, &path->items[i]);
	}
	return buffer_text(&out);
}

static void test_every_step_is_a_move_a_line_or_a_curve(void **state)
{
	Reading *r = *state;
	static const struct {
		const char *data;
		const char *steps;
	} rows[] = {
	        {"M1 2L3 4", "M 1000,2000 L 3000,4000"},
	        {"m1 2l3 4", "M 1000,2000 L 4000,6000"},
	        {"M1 2 3 4 5 6", "M 1000,2000 L 3000,4000 L 5000,6000"},
	        {"m1 2 3 4 5 6", "M 1000,2000 L 4000,6000 L 9000,12000"},
	        {"M1 2H5V7h1v1", "M 1000,2000 L 5000,2000 L 5000,7000 L 6000,7000 L 6000,8000"},
	        {"M1 2h1 1", "M 1000,2000 L 2000,2000 L 3000,2000"},
	        {"M0 0C1 1 2 1 3 0", "M 0,0 C 1000,1000 2000,1000 3000,0"},
	        {"M1 1c1 1 2 1 3 0", "M 1000,1000 C 2000,2000 3000,2000 4000,1000"},
	        /* The first point of control is the mirror image of the last one. */
	        {"M0 0C1 1 2 1 3 0S5 1 6 0",
	         "M 0,0 C 1000,1000 2000,1000 3000,0 C 4000,-1000 5000,1000 6000,0"},
	        {"M0 0L3 0S5 1 6 0", "M 0,0 L 3000,0 C 3000,0 5000,1000 6000,0"},
	        /* A third of the way from the one point of control: 3 * 2/3 = 2. */
	        {"M0 0Q3 3 6 0", "M 0,0 C 2000,2000 4000,2000 6000,0"},
	        {"M0 0Q3 3 6 0T12 0",
	         "M 0,0 C 2000,2000 4000,2000 6000,0 C 8000,-2000 10000,-2000 12000,0"},
	        {"M0 0q3 3 6 0t6 0",
	         "M 0,0 C 2000,2000 4000,2000 6000,0 C 8000,-2000 10000,-2000 12000,0"},
	        {"M0 0T6 0", "M 0,0 C 0,0 2000,0 6000,0"},
	        {"M1 1L2 2ZL5 5", "M 1000,1000 L 2000,2000 Z M 1000,1000 L 5000,5000"},
	        {"M1 1l1 1zm1 1l1 1", "M 1000,1000 L 2000,2000 Z M 2000,2000 L 3000,3000"},
	        {"M1 1z", "M 1000,1000 Z"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_text(steps_of(r, rows[i].data), rows[i].steps);
}

static void test_numbers_are_written_in_many_ways(void **state)
{
	Reading *r = *state;
	static const char *const ways[] = {
	        "M1.5-2L.5.25",
	        "M1.5,-2 L.5,.25",
	        " M 1.5 -2\nL +.5\t.25 ",
	        "M15e-1-2e0L5E-1.25e+0",
	        "M1.50000000000000000001-2.L.5.25",
	};
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
		assert_text(steps_of(r, ways[i]), "M 1500,-2000 L 500,250");
}

/* Places, whatever size the drawing had, are rounded to the nearest; its frame may begin anywhere.
 */
static void test_a_drawing_fills_the_height_that_is_asked_for(void **state)
{
	Reading *r = *state;
	const Picture *picture = read_picture(
	        r, TEXT("<svg viewBox='-3 -3 6 3'><path d='M-3-3L0 0L-2-2.9999'/></svg>"));
	assert_non_null(picture);
	assert_int_equal(picture->kind, PICTURE_PATHS);
	assert_int_equal(picture->width, 20000);
	assert_int_equal(picture->height, 10000);
	assert_text(picture->description, "Märket");
	const PathStep *steps = picture->paths.items[0].items;
	assert_int_equal(steps[0].points[0].x, 0);
	assert_int_equal(steps[0].points[0].y, 0);
	assert_int_equal(steps[1].points[0].x, 10000);
	assert_int_equal(steps[1].points[0].y, 10000);
	assert_int_equal(steps[2].points[0].x, 3333);
	assert_int_equal(steps[2].points[0].y, 0);
}

static void test_paths_have_fills_and_rules(void **state)
{
	Reading *r = *state;
	const Picture *picture = read_picture(
	        r, TEXT("\xEF\xBB\xBF<?xml version='1.0'?>\n<!DOCTYPE svg>\n<!-- <path> -->\n"
	                "<svg fill='#0b4f6c' xmlns:x='y' viewBox='0 0 1 1'>\n"
	                "<title>T</title><desc/>\n"
	                "<path d='M0 0'/>\n"
	                "<path fill='#fA0' fill-rule='evenodd' d=\"M0 0\"></path>\n"
	                "<path fill='none' d='M0 0'/>\n"
	                "<path fill='white' fill-rule='nonzero' id='p' d='M0 0'/>\n"
	                "</svg>\n<!-- slut -->\n"));
	assert_non_null(picture);
	assert_int_equal(picture->paths.count, 3);
	const PicturePath *paths = picture->paths.items;
	assert_int_equal(paths[0].fill, 0x0b4f6c);
	assert_false(paths[0].even_odd);
	assert_int_equal(paths[1].fill, 0xffaa00);
	assert_true(paths[1].even_odd);
	assert_int_equal(paths[2].fill, 0xffffff);
}

static void test_what_no_drawing_may_have_is_refused(void **state)
{
	Reading *r = *state;
	static const struct {
		const char *drawing;
		DiagnosticCode code;
		const char *marked;
	} rows[] = {
	        {"<svg viewBox='0 0 1 1'><script>alert(1)</script></svg>", SVG_PART, "script"},
	        {"<svg viewBox='0 0 1 1' onload='alert(1)'/>", SVG_PART, "onload"},
	        {"<svg viewBox='0 0 1 1'><path onclick='x' d='M0 0'/></svg>", SVG_PART, "onclick"},
	        {"<svg viewBox='0 0 1 1'><image href='x'/></svg>", SVG_PART, "image"},
	        {"<svg viewBox='0 0 1 1'>&amp;</svg>", SVG_PART, "&amp;"},
	        {"<svg viewBox='0 0 1 1'><path d='M0 0 A1 1 0 0 0 1 1'/></svg>", SVG_ARC, "A"},
	        {"<svg viewBox='0 0 1 1'><path d='M0 0 1e99 0'/></svg>", SVG_DATA, "1"},
	        {"<svg viewBox='0 0 1 1'><path d='M0 0 L'/></svg>", SVG_DATA, ""},
	        {"<svg viewBox='0 0 1 1'><path d='M0 0 ö'/></svg>", SVG_DATA, "ö"},
	        {"<svg viewBox='0 0 -1 1'/>", SVG_VIEW_BOX, "0 0 -1 1"},
	        {"<svg viewBox='0 0 1 1 1'/>", SVG_VIEW_BOX, "0 0 1 1 1"},
	        {"<svg viewBox='0 0 900 1'/>", SVG_VIEW_BOX, "0 0 900 1"},
	        {"<svg viewBox='0 0 1 1' fill='url(#a)'/>", SVG_FILL, "url(#a)"},
	        {"<svg viewBox='0 0 1 1'><path", SVG_BROKEN, ""},
	        {"<svg viewBox='0 0 1 1'/>", SVG_EMPTY, NULL},
	        {"GIF89a", PICTURE_FORMAT, NULL},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_null(read_picture(r, text_of(rows[i].drawing)));
		assert_int_equal(r->diagnostics.errors, 1);
		assert_int_equal(r->diagnostics.first->code, rows[i].code);
		if (rows[i].marked != NULL)
			assert_text(span_text(r->diagnostics.first->span), rows[i].marked);
	}
}

/* A drawing cut off anywhere is refused, or is one of those that were whole by then. */
static void test_no_beginning_of_a_drawing_is_read_past_its_end(void **state)
{
	Reading *r = *state;
	Text whole =
	        TEXT("<svg viewBox='0 0 2 1'><title>a</title><path fill='#abc' d='M0 0h1.5e0z'/>"
	             "<!-- b --></svg>");
	for (size_t length = 1; length < whole.length; length++) {
		/* In memory of just that size, so that a step too far is seen. */
		Text part = text_copy(&r->arena, text_cut(whole, 0, length));
		assert_null(read_picture(r, part));
		assert_true(r->diagnostics.errors > 0);
	}
	assert_non_null(read_picture(r, whole));
}

/* ---- Pixels ---- */

static const unsigned char grey_bits[] = {
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
        0x44, 0x52, 0x00, 0x00, 0x00, 0x04, 0x00, 0x00, 0x00, 0x01, 0x01, 0x00, 0x00, 0x00,
        0x00, 0xd1, 0x47, 0x32, 0x60, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78,
        0xda, 0x63, 0x58, 0x00, 0x00, 0x00, 0xa2, 0x00, 0xa1, 0x71, 0x05, 0xcb, 0x41, 0x00,
        0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

static const unsigned char rgb[] = {
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44,
        0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x02, 0x08, 0x02, 0x00, 0x00, 0x00, 0x16,
        0xe3, 0x21, 0x70, 0x00, 0x00, 0x00, 0x10, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0xe0,
        0x12, 0x91, 0x63, 0xd0, 0x30, 0xb2, 0x01, 0x00, 0x02, 0x74, 0x00, 0xd3, 0x96, 0x4d, 0xcc,
        0x95, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

static const unsigned char palette_with_clear[] = {
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44,
        0x52, 0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x00, 0x01, 0x08, 0x03, 0x00, 0x00, 0x00, 0xc3,
        0xfc, 0x8f, 0xb8, 0x00, 0x00, 0x00, 0x06, 0x50, 0x4c, 0x54, 0x45, 0x0a, 0x14, 0x1e, 0x28,
        0x32, 0x3c, 0xd5, 0x1b, 0xb4, 0xe9, 0x00, 0x00, 0x00, 0x02, 0x74, 0x52, 0x4e, 0x53, 0xff,
        0x00, 0xe5, 0xb7, 0x30, 0x4a, 0x00, 0x00, 0x00, 0x0b, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda,
        0x63, 0x60, 0x60, 0x04, 0x00, 0x00, 0x04, 0x00, 0x02, 0x2c, 0xde, 0x48, 0xad, 0x00, 0x00,
        0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

static const unsigned char alpha[] = {
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44,
        0x52, 0x00, 0x00, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0x1b,
        0xe0, 0x14, 0xb4, 0x00, 0x00, 0x00, 0x12, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0xe0,
        0x12, 0x91, 0xfb, 0x0f, 0xc4, 0x0c, 0x40, 0xd0, 0x00, 0x00, 0x0d, 0x94, 0x01, 0xf8, 0x92,
        0xe4, 0x85, 0xc0, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

static const unsigned char grey_alpha[] = {
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
        0x44, 0x52, 0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x00, 0x01, 0x08, 0x04, 0x00, 0x00,
        0x00, 0x5e, 0x2b, 0xb7, 0x01, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x44, 0x41, 0x54, 0x78,
        0xda, 0x63, 0xe0, 0xfa, 0xcf, 0xc5, 0x00, 0x00, 0x03, 0x3e, 0x01, 0x14, 0xeb, 0xa5,
        0xef, 0x2d, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

static const unsigned char deep[] = {
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44,
        0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x10, 0x02, 0x00, 0x00, 0x00, 0xc0,
        0xe7, 0x8f, 0x9d, 0x00, 0x00, 0x00, 0x0f, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0xe0,
        0xe2, 0x12, 0x11, 0x91, 0x93, 0x03, 0x00, 0x01, 0x5b, 0x00, 0x79, 0xd7, 0x73, 0xb0, 0x52,
        0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

static const unsigned char interlaced[] = {
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44,
        0x52, 0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x00, 0x02, 0x08, 0x00, 0x00, 0x00, 0x01, 0x20,
        0xda, 0x62, 0x6e, 0x00, 0x00, 0x00, 0x0f, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0x60,
        0x64, 0x60, 0x62, 0x60, 0x66, 0x01, 0x00, 0x00, 0x1f, 0x00, 0x0b, 0x2a, 0x19, 0x78, 0x13,
        0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

#define BYTES(array) ((Text){(const char *)(array), sizeof(array)})

static void assert_pixels(Reading *r, Text file, uint32_t width, uint32_t height, unsigned channels,
                          const unsigned char *pixels)
{
	const Picture *picture = read_picture(r, file);
	assert_non_null(picture);
	assert_int_equal(picture->kind, PICTURE_PIXELS);
	assert_int_equal(picture->pixels.width, width);
	assert_int_equal(picture->pixels.height, height);
	assert_int_equal(picture->pixels.channels, channels);
	assert_int_equal(picture->width, 10000 * width / height);
	assert_true(text_equal(picture->pixels.file, file));
	unsigned char got[64];
	uLongf length = sizeof got;
	Text deflated = picture->pixels.deflated;
	assert_int_equal(uncompress(got, &length, (const Bytef *)deflated.bytes, deflated.length),
	                 Z_OK);
	assert_int_equal(length, width * height * channels);
	assert_memory_equal(got, pixels, length);
}

static void test_any_png_is_rows_on_white(void **state)
{
	Reading *r = *state;
	assert_pixels(r, BYTES(grey_bits), 4, 1, 1, (const unsigned char[]){255, 0, 255, 0});
	assert_pixels(r, BYTES(rgb), 1, 2, 3, (const unsigned char[]){10, 20, 30, 40, 50, 60});
	assert_pixels(r, BYTES(palette_with_clear), 2, 1, 3,
	              (const unsigned char[]){10, 20, 30, 255, 255, 255});
	assert_pixels(r, BYTES(grey_alpha), 2, 1, 1, (const unsigned char[]){10, 255});
	assert_pixels(r, BYTES(deep), 1, 1, 3, (const unsigned char[]){10, 20, 30});
	assert_pixels(r, BYTES(interlaced), 2, 2, 1, (const unsigned char[]){1, 2, 3, 4});
}

/* Half-clear black is a grey between. */
static void test_what_shines_through_is_mixed_with_white(void **state)
{
	Reading *r = *state;
	const Picture *picture = read_picture(r, BYTES(alpha));
	unsigned char got[9];
	uLongf length = sizeof got;
	Text deflated = picture->pixels.deflated;
	assert_int_equal(uncompress(got, &length, (const Bytef *)deflated.bytes, deflated.length),
	                 Z_OK);
	assert_memory_equal(got, ((const unsigned char[]){10, 20, 30, 255, 255, 255}), 6);
	assert_in_range(got[6], 100, 200);
	assert_int_equal(got[6], got[7]);
	assert_int_equal(got[6], got[8]);
}

/* Cut off anywhere, or with any byte of its data changed, a PNG is refused; its last twelve bytes
 * say only that it has ended. */
static void test_damaged_pixels_are_refused(void **state)
{
	Reading *r = *state;
	Text whole = BYTES(alpha);
	for (size_t length = 8; length + 12 < whole.length; length++) {
		assert_null(read_picture(r, text_cut(whole, 0, length)));
		assert_int_equal(r->diagnostics.first->code, PICTURE_DAMAGED);
	}
	char *bytes = ARENA_ARRAY(&r->arena, char, whole.length);
	for (size_t i = 0; i < whole.length; i++)
		bytes[i] = whole.bytes[i];
	bytes[whole.length - 12 - 6] ^= 1;
	assert_null(read_picture(r, (Text){bytes, whole.length}));
	assert_int_equal(r->diagnostics.first->code, PICTURE_DAMAGED);
}

#define READING_UNIT(name) cmocka_unit_test_setup_teardown(name, reading_open, reading_close)

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        READING_UNIT(test_every_step_is_a_move_a_line_or_a_curve),
	        READING_UNIT(test_numbers_are_written_in_many_ways),
	        READING_UNIT(test_a_drawing_fills_the_height_that_is_asked_for),
	        READING_UNIT(test_paths_have_fills_and_rules),
	        READING_UNIT(test_what_no_drawing_may_have_is_refused),
	        READING_UNIT(test_no_beginning_of_a_drawing_is_read_past_its_end),
	        READING_UNIT(test_any_png_is_rows_on_white),
	        READING_UNIT(test_what_shines_through_is_mixed_with_white),
	        READING_UNIT(test_damaged_pixels_are_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
