/* Pages: a style, fonts and a dictionary for the tests of the PDF writer. */
#ifndef TESTS_UNIT_PAGES_H
#define TESTS_UNIT_PAGES_H

#include "unit/support.h"

#include <stdio.h>
#include <stdlib.h>

#include "document/style.h"
#include "pdf/font.h"
#include "pdf/hyphenate.h"
#include "pdf/layout.h"
#include "pdf/pdf.h"
#include "pdf/typeset.h"

static inline Style pages_style(void)
{
	return (Style){
	        .page_width = 595276,
	        .page_height = 841890,
	        .margin_top = 94000,
	        .margin_bottom = 70000,
	        .margin_left = 72000,
	        .margin_right = 72000,
	        .header_baseline = 48000,
	        .body = {11000, 16000, 0, 8000},
	        .small = {8500, 11500, 0, 0},
	        .table = {9500, 13000, 10000, 14000},
	        .note = {8500, 11500, 0, 2500},
	        .code = {9000, 13000, 2000, 12000},
	        .title = {20000, 26000, 0, 12000},
	        .cover_title = {30000, 37000, 0, 14000},
	        .headings = {{14000, 19000, 16000, 5000},
	                     {12000, 17000, 13000, 4000},
	                     {11000, 16000, 11000, 3000},
	                     {11000, 16000, 9000, 2000},
	                     {11000, 16000, 9000, 2000}},
	        .list_indent = 17000,
	        .text_colour = 0x1b1f23,
	        .accent_colour = 0x0b4f6c,
	        .quiet_colour = 0x5a6570,
	        .rule_colour = 0xcdd4da,
	        .shade_colour = 0xeaf1f4,
	};
}

static inline Text pages_read(Arena *arena, const char *path)
{
	FILE *file = fopen(path, "rb");
	if (file == NULL)
		fail_msg("%s cannot be read", path);
	char *bytes = ARENA_ARRAY(arena, char, (size_t)1 << 20);
	size_t length = fread(bytes, 1, (size_t)1 << 20, file);
	fclose(file);
	return (Text){bytes, length};
}

static inline PdfFiles pages_files(Arena *arena)
{
	static const char *const faces[FONT_FACES] = {
	        "/usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf",
	        "/usr/share/fonts/truetype/open-sans/OpenSans-Bold.ttf",
	        "/usr/share/fonts/truetype/open-sans/OpenSans-Italic.ttf",
	        "/usr/share/fonts/truetype/open-sans/OpenSans-BoldItalic.ttf",
	        "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf",
	};
	PdfFiles files = {.hyphenation = pages_read(arena, "/usr/share/hyphen/hyph_sv_SE.dic")};
	for (int i = 0; i < FONT_FACES; i++)
		files.faces[i] = pages_read(arena, faces[i]);
	return files;
}

/* What the steps before the file need. */
typedef struct Press {
	Arena arena;
	Arena strips;
	Arena scratch;
	Style style;
	Typeset set;
} Press;

static inline Press *press_open(void)
{
	Arena arena = test_arena();
	Press *press = ARENA_NEW(&arena, Press);
	press->arena = arena;
	press->strips = test_arena();
	press->scratch = test_arena();
	press->style = pages_style();
	PdfFiles files = pages_files(&press->arena);
	FontFace bad;
	press->set = (Typeset){
	        .arena = &press->arena,
	        .pages = &press->arena,
	        .strips = &press->strips,
	        .scratch = &press->scratch,
	        .style = &press->style,
	        .fonts = font_open(&press->arena, files.faces, &bad),
	        .hyphenator = hyphenate_new(&press->arena, files.hyphenation),
	};
	assert_non_null(press->set.fonts);
	assert_non_null(press->set.hyphenator);
	return press;
}

static inline void press_close(Press *press)
{
	hyphenate_close(press->set.hyphenator);
	font_close(press->set.fonts);
	arena_release(&press->scratch);
	arena_release(&press->strips);
	Arena arena = press->arena;
	arena_release(&arena);
}

static inline int open_press(void **state)
{
	*state = press_open();
	return 0;
}

static inline int close_press(void **state)
{
	press_close(*state);
	return 0;
}

static inline Layout laid_out(Press *press, Document *document)
{
	Layout layout;
	document_finish(document);
	assert_true(layout_document(&press->set, document, &layout));
	return layout;
}

#endif
