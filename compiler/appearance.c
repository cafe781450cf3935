/* Appearance: reading what layout.yaml names, and whether the fonts are enough for the pages. */
#include "appearance.h"

#include <stddef.h>

#include "base/buffer.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "picture/picture.h"
#include "template/style.h"
#include "template/style_check.h"

/* Fonts and colour profiles are larger than any text that a person writes. */
enum { FILE_BYTES = 16 << 20 };

/* What pages have that no case writes, and what every Swedish text is made of. */
static const Text alphabet =
        TEXT_INIT("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉabcdefghijklmnopqrstuvwxyzåäöé"
                  " \u00a0.,:;!?()/%&§+-–•·”’");
/* Code is shown as it is typed. */
static const Text code_alphabet =
        TEXT_INIT("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖabcdefghijklmnopqrstuvwxyzåäö"
                  " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

/* More than so many characters are not told one by one. */
enum { GLYPHS_TOLD = 8 };

typedef struct Appearance {
	Arena *arena;
	const Job *job;
	Inputs *inputs;
	StylePlaces places;
	Diagnostics *diagnostics;
} Appearance;

static Span place_of(const Appearance *a, size_t member)
{
	const StylePlace *place = style_place(&a->places, member);
	return place != NULL ? place->span : (Span){0};
}

static size_t face_member(FontFace face)
{
	return offsetof(Style, font_files) + (size_t)face * sizeof(Text);
}

/* ---- Files ---- */

static bool read_file(const Appearance *a, size_t member, Text path, Text *bytes)
{
	const Host *host = a->job->host;
	const StylePlace *place = style_place(&a->places, member);
	HostFault fault = host->read(host->context, a->arena, path, FILE_BYTES, bytes);
	if (fault == HOST_OK)
		return true;
	a->inputs->unreadable = true;
	diagnose(a->diagnostics, LAYOUT_FILE, place->span, place->key, place->group, path,
	         host_cause(fault));
	return false;
}

static bool read_files(const Appearance *a, PdfFiles *files)
{
	const Style *style = &a->inputs->style;
	bool all = read_file(a, offsetof(Style, hyphenation_file), style->hyphenation_file,
	                     &files->hyphenation);
	all = read_file(a, offsetof(Style, colour_profile_file), style->colour_profile_file,
	                &files->profile) &&
	      all;
	for (int face = 0; face < FONT_FACES; face++)
		all = read_file(a, face_member((FontFace)face), style->font_files[face],
		                &files->faces[face]) &&
		      all;
	return all;
}

static void open_pdf(const Appearance *a)
{
	Inputs *inputs = a->inputs;
	PdfFiles files = {0};
	PdfFault fault = {0};
	if (!read_files(a, &files))
		return;
	inputs->pdf = pdf_open(a->arena, &inputs->style, &files, &fault);
	if (inputs->pdf != NULL)
		return;
	size_t member = fault.kind == PDF_BAD_FONT ? face_member(fault.face)
	                                           : offsetof(Style, hyphenation_file);
	diagnose(a->diagnostics, FONT_UNUSABLE, place_of(a, member),
	         style_place(&a->places, member)->written);
}

/* ---- Logotype ---- */

static Text tenths_of_millimetres(const Appearance *a, Length length)
{
	Ratio millimetres = {0, 1};
	(void)ratio_make((int64_t)length * 127 / 36000, 10, &millimetres);
	Text parts[] = {swedish_decimal(a->arena, millimetres, 1), TEXT("\u00a0mm")};
	return text_join(a->arena, parts, 2);
}

/* The rest of the line is for names and marks. */
static bool has_room(const Appearance *a, const Picture *logotype)
{
	const Style *style = &a->inputs->style;
	Length measure = style->page_width - style->margin_left - style->margin_right;
	Length most = measure / 2;
	if (logotype->width <= most)
		return true;
	Length height = (Length)((int64_t)logotype->height * most / logotype->width);
	diagnose(a->diagnostics, LOGOTYPE_WIDE, place_of(a, offsetof(Style, logotype_height)),
	         tenths_of_millimetres(a, logotype->width), tenths_of_millimetres(a, most),
	         tenths_of_millimetres(a, height));
	return false;
}

static void read_logotype(const Appearance *a)
{
	const Style *style = &a->inputs->style;
	size_t member = offsetof(Style, logotype_file);
	Text name = style->logotype_file, bytes = {0};
	if (name.length == 0)
		return;
	if (!is_plain_name(name)) {
		diagnose(a->diagnostics, NAME_NOT_PLAIN, place_of(a, member), name);
		return;
	}
	Text path = path_join(a->arena, a->job->templates_folder, name);
	if (!read_file(a, member, path, &bytes))
		return;
	inputs_remember(a->arena, &a->inputs->files, INPUT_SHARED,
	                path_join(a->arena, TEXT("templates"), name), bytes);
	PictureFile file = {.name = path,
	                    .bytes = bytes,
	                    .asked = place_of(a, member),
	                    .height = style->logotype_height,
	                    .description = style->logotype_description};
	const Picture *logotype = picture_read(a->arena, &file, a->diagnostics);
	if (logotype != NULL && has_room(a, logotype))
		a->inputs->logotype = logotype;
}

/* ---- Glyphs ---- */

typedef struct Lacking {
	Buffer told; /* "”å”, ”ä”" */
	uint32_t *items;
	size_t count;
	size_t capacity;
} Lacking;

/* Adds the characters of `text` that the face has no glyph for. */
static void find_lacking(const Appearance *a, FontFace face, Text text, Lacking *lacking)
{
	for (size_t at = 0; at < text.length;) {
		uint32_t codepoint = utf8_next(text, &at);
		size_t known = 0;
		if (codepoint < ' ' || codepoint == UTF8_SOFT_HYPHEN ||
		    pdf_can_show(a->inputs->pdf, face, codepoint))
			continue;
		while (known < lacking->count && lacking->items[known] != codepoint)
			known++;
		if (known < lacking->count)
			continue;
		*ARENA_PUSH(a->arena, lacking) = codepoint;
		if (lacking->count > GLYPHS_TOLD)
			continue;
		buffer_put(&lacking->told, lacking->count > 1 ? TEXT(", ”") : TEXT("”"));
		buffer_put_codepoint(&lacking->told, codepoint);
		buffer_put(&lacking->told, TEXT("”"));
	}
}

static void report_lacking(const Appearance *a, FontFace face, Lacking *lacking)
{
	const StylePlace *place = style_place(&a->places, face_member(face));
	if (lacking->count == 0)
		return;
	if (lacking->count > GLYPHS_TOLD) {
		buffer_put(&lacking->told, TEXT(" och "));
		buffer_put(&lacking->told,
		           swedish_integer(a->arena, (int64_t)lacking->count - GLYPHS_TOLD));
		buffer_put(&lacking->told, TEXT(" till"));
	}
	diagnose(a->diagnostics, FONT_GLYPHS, place->span, place->key, buffer_text(&lacking->told));
}

/* The templates' own words are set in the regular face as a rule; what else a case shows, and in
 * which face, is known only when it is compiled. */
static void check_glyphs(const Appearance *a)
{
	const InputFiles *files = &a->inputs->files;
	for (int face = 0; face < FONT_FACES; face++) {
		Lacking lacking = {.told = buffer_new(a->arena, BUFFER_MAXIMUM)};
		find_lacking(a, (FontFace)face, face == FACE_FIXED ? code_alphabet : alphabet,
		             &lacking);
		for (size_t i = 0; face == FACE_REGULAR && i < files->count; i++)
			if (files->items[i].role == INPUT_TEMPLATE)
				find_lacking(a, FACE_REGULAR, files->items[i].bytes, &lacking);
		report_lacking(a, (FontFace)face, &lacking);
	}
}

void appearance_read(Arena *arena, const Job *job, const Source *layout, Inputs *inputs,
                     Diagnostics *diagnostics)
{
	Appearance a = {.arena = arena, .job = job, .inputs = inputs, .diagnostics = diagnostics};
	if (!style_read(arena, layout, &inputs->style, &a.places, diagnostics) ||
	    !style_check(arena, &inputs->style, &a.places, diagnostics))
		return;
	read_logotype(&a);
	open_pdf(&a);
	if (inputs->pdf != NULL)
		check_glyphs(&a);
}
