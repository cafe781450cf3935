/* Font: faces over memory, shaping, metrics and subsetting by HarfBuzz. */
#include "pdf/font.h"

#include <assert.h>
#include <string.h>

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

typedef struct Face {
	hb_face_t *face;
	hb_font_t *font;
	FontMetrics metrics;
} Face;

struct Fonts {
	Face faces[FONT_FACES];
	hb_buffer_t *buffer; /* reused for every shaping */
	hb_language_t language;
	bool exhausted;
};

/* A big-endian integer of a font table; 0 beyond its end. */
static int32_t table_signed16(hb_blob_t *table, unsigned position)
{
	unsigned length;
	const char *bytes = hb_blob_get_data(table, &length);
	if (bytes == NULL || position + 2 > length)
		return 0;
	unsigned value =
	        (unsigned)(uint8_t)bytes[position] << 8 | (unsigned)(uint8_t)bytes[position + 1];
	return value < 0x8000 ? (int32_t)value : (int32_t)value - 0x10000;
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *table = hb_face_reference_table(face, tag);
	bool present = hb_blob_get_length(table) > 0;
	hb_blob_destroy(table);
	return present;
}

/* The tables without which a PDF reader cannot draw a TrueType font (ISO 32000-1, 9.9). */
static bool is_usable(hb_face_t *face)
{
	static const hb_tag_t needed[] = {
	        HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('h', 'e', 'a', 'd'),
	        HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
	        HB_TAG('c', 'm', 'a', 'p'),
	};
	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
		if (!has_table(face, needed[i]))
			return false;
	}
	return hb_face_get_glyph_count(face) > 1;
}

/* A PDF name may hold any regular character; others are dropped rather than escaped. */
static Text postscript_name(Arena *arena, hb_face_t *face)
{
	char name[64];
	unsigned length = sizeof name;
	hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length,
	                    name);
	size_t kept = 0;
	for (size_t i = 0; i < length; i++) {
		char c = name[i];
		if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
		    c == '-')
			name[kept++] = c;
	}
	return kept > 0 ? text_copy(arena, (Text){name, kept}) : TEXT("Embedded");
}

static int32_t metric(hb_font_t *font, hb_ot_metrics_tag_t tag)
{
	hb_position_t value = 0;
	hb_ot_metrics_get_position_with_fallback(font, tag, &value);
	return value;
}

/* Positions in 'head' (bounding box), 'OS/2' (weight class) and 'post' (angle, 16.16 fixed). */
static void read_tables(hb_face_t *face, FontMetrics *metrics)
{
	hb_blob_t *head = hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd'));
	for (unsigned i = 0; i < 4; i++)
		metrics->box[i] = table_signed16(head, 36 + 2 * i);
	hb_blob_destroy(head);

	hb_blob_t *os2 = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
	metrics->weight = table_signed16(os2, 4);
	hb_blob_destroy(os2);

	hb_blob_t *post = hb_face_reference_table(face, HB_TAG('p', 'o', 's', 't'));
	int32_t whole = table_signed16(post, 4);
	int32_t fraction = table_signed16(post, 6) & 0xffff;
	metrics->italic_angle = whole * 1000 + fraction * 1000 / 0x10000;
	hb_blob_destroy(post);
}

static bool open_face(Arena *arena, Face *face, Text file)
{
	if (file.length == 0 || file.length > UINT32_MAX)
		return false;
	hb_blob_t *blob = hb_blob_create(file.bytes, (unsigned)file.length, HB_MEMORY_MODE_READONLY,
	                                 NULL, NULL);
	face->face = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	face->font = hb_font_create(face->face);
	if (!is_usable(face->face))
		return false;

	FontMetrics *metrics = &face->metrics;
	metrics->name = postscript_name(arena, face->face);
	metrics->units_per_em = (int32_t)hb_face_get_upem(face->face);
	metrics->ascender = metric(face->font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
	metrics->descender = metric(face->font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
	metrics->cap_height = metric(face->font, HB_OT_METRICS_TAG_CAP_HEIGHT);
	read_tables(face->face, metrics);
	hb_codepoint_t hyphen = 0;
	if (!hb_font_get_nominal_glyph(face->font, '-', &hyphen) || hyphen > UINT16_MAX)
		return false;
	metrics->hyphen = (uint16_t)hyphen;
	metrics->hyphen_advance = hb_font_get_glyph_h_advance(face->font, hyphen);
	return true;
}

Fonts *font_open(Arena *arena, const Text files[FONT_FACES], FontFace *bad)
{
	Fonts *fonts = ARENA_NEW(arena, Fonts);
	fonts->buffer = hb_buffer_create();
	fonts->language = hb_language_from_string("sv", 2);
	for (int i = 0; i < FONT_FACES; i++) {
		if (open_face(arena, &fonts->faces[i], files[i]))
			continue;
		*bad = (FontFace)i;
		font_close(fonts);
		return NULL;
	}
	return fonts;
}

void font_close(Fonts *fonts)
{
	for (int i = 0; i < FONT_FACES; i++) {
		hb_font_destroy(fonts->faces[i].font);
		hb_face_destroy(fonts->faces[i].face);
	}
	hb_buffer_destroy(fonts->buffer);
}

bool font_exhausted(const Fonts *fonts)
{
	return fonts->exhausted;
}

const FontMetrics *font_metrics(const Fonts *fonts, FontFace face)
{
	return &fonts->faces[face].metrics;
}

/* Characters keep clusters of their own unless a ligature joins them, so that every glyph knows its
 * text and a line can be broken between any two. */
static unsigned shape(Fonts *fonts, FontFace face, Text text)
{
	hb_buffer_t *buffer = fonts->buffer;
	assert(text.length <= INT32_MAX);
	hb_buffer_reset(buffer);
	hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
	hb_buffer_set_language(buffer, fonts->language);
	hb_buffer_add_utf8(buffer, text.bytes, (int)text.length, 0, (int)text.length);
	bool shaped = hb_shape_full(fonts->faces[face].font, buffer, NULL, 0, NULL);
	if (!shaped || !hb_buffer_allocation_successful(buffer))
		fonts->exhausted = true;
	return hb_buffer_get_length(buffer);
}

bool font_has(const Fonts *fonts, FontFace face, uint32_t codepoint)
{
	hb_codepoint_t glyph = 0;
	return hb_font_get_nominal_glyph(fonts->faces[face].font, codepoint, &glyph) && glyph != 0;
}

Glyph *font_shape(Fonts *fonts, FontFace face, Arena *arena, Text text, size_t *count)
{
	unsigned length = text.length > 0 ? shape(fonts, face, text) : 0;
	Glyph *glyphs = ARENA_ARRAY(arena, Glyph, length);
	if (length > 0) {
		hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(fonts->buffer, NULL);
		hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(fonts->buffer, NULL);
		/* Their own widths stand for now where the caller will put their advances. */
		hb_font_get_glyph_h_advances(fonts->faces[face].font, length, &infos->codepoint,
		                             sizeof *infos, &glyphs->advance, sizeof *glyphs);
		for (unsigned i = 0; i < length; i++) {
			glyphs[i].cluster = infos[i].cluster;
			glyphs[i].index = (uint16_t)infos[i].codepoint;
			glyphs[i].units = positions[i].x_advance;
			glyphs[i].kern = (int16_t)(positions[i].x_advance - glyphs[i].advance);
			glyphs[i].x = (int16_t)positions[i].x_offset;
			glyphs[i].y = (int16_t)positions[i].y_offset;
		}
	}
	*count = length;
	return glyphs;
}

int32_t font_advance(const Fonts *fonts, FontFace face, uint16_t glyph)
{
	return hb_font_get_glyph_h_advance(fonts->faces[face].font, glyph);
}

/* What only shaping and desktop systems need; a PDF reader is told positions and texts otherwise.
 */
static const hb_tag_t dropped[] = {
        HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
        HB_TAG('k', 'e', 'r', 'n'), HB_TAG('c', 'm', 'a', 'p'), HB_TAG('n', 'a', 'm', 'e'),
        HB_TAG('p', 'o', 's', 't'), HB_TAG('O', 'S', '/', '2'), HB_TAG('D', 'S', 'I', 'G'),
        HB_TAG('g', 'a', 's', 'p'), HB_TAG('S', 'T', 'A', 'T'),
};

static hb_subset_input_t *subset_input(const uint16_t *glyphs, size_t count)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	if (input == NULL)
		return NULL;
	hb_set_t *wanted = hb_subset_input_glyph_set(input);
	for (size_t i = 0; i < count; i++)
		hb_set_add(wanted, glyphs[i]);
	hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
		hb_set_add(drop, dropped[i]);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	return input;
}

bool font_subset(const Fonts *fonts, FontFace face, Arena *arena, const uint16_t *glyphs,
                 size_t count, uint16_t *renumbered, Text *file)
{
	hb_subset_plan_t *plan = NULL;
	hb_face_t *subset = NULL;
	hb_subset_input_t *input = subset_input(glyphs, count);
	if (input != NULL)
		plan = hb_subset_plan_create_or_fail(fonts->faces[face].face, input);
	if (plan != NULL)
		subset = hb_subset_plan_execute_or_fail(plan);
	if (subset != NULL) {
		const hb_map_t *numbers = hb_subset_plan_old_to_new_glyph_mapping(plan);
		for (size_t i = 0; i < count; i++)
			renumbered[i] = (uint16_t)hb_map_get(numbers, glyphs[i]);
		hb_blob_t *blob = hb_face_reference_blob(subset);
		unsigned length;
		const char *bytes = hb_blob_get_data(blob, &length);
		*file = text_copy(arena, (Text){bytes, length});
		hb_blob_destroy(blob);
	}
	hb_face_destroy(subset);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
	return subset != NULL;
}

Length font_length(const FontMetrics *metrics, int32_t units, Length size)
{
	int64_t scaled = (int64_t)units * size;
	int64_t half = metrics->units_per_em / 2;
	return (Length)((scaled + (scaled < 0 ? -half : half)) / metrics->units_per_em);
}
