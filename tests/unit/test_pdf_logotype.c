/* Tests of the logotype on paper: its place, its tag, and how it is drawn. */
#include "unit/support.h"

#include "base/buffer.h"
#include "pdf/content.h"
#include "pdf/embed.h"
#include "pdf/layout.h"
#include "pdf/tags.h"
#include "unit/logotype.h"
#include "unit/pages.h"
#include "unit/tree.h"

static Document *with_logotype(Press *press, const Picture *logotype)
{
	Document *document = document_new(&press->arena);
	document->facts.organisation = TEXT("Kommunen");
	document->facts.department = TEXT("Förvaltningen");
	document->facts.logotype = logotype;
	tree_heading(document, document->root, 1, "Titel");
	for (int i = 0; i < 60; i++)
		tree_paragraph(document, document->root, "Text som fyller en rad eller två.");
	document_finish(document);
	return document;
}

static const Item *picture_on(const Page *page)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->items[i].kind == ITEM_PICTURE)
			return &page->items[i];
	return NULL;
}

static const Item *the_picture_on(const Page *page)
{
	static const Item nothing = {.kind = ITEM_TEXT};
	const Item *picture = picture_on(page);
	assert_non_null(picture);
	return picture != NULL ? picture : &nothing;
}

static bool shows(const Page *page, const char *text)
{
	for (size_t i = 0; i < page->count; i++)
		if (text_equal(page->items[i].text, text_of(text)))
			return true;
	return false;
}

static void it_stands_where_the_name_would_on_the_first_page(void **state)
{
	Press *press = *state;
	const Style *style = &press->style;
	Layout layout;
	assert_true(layout_document(
	        &press->set, with_logotype(press, logotype_of_paths(&press->arena)), &layout));
	assert_true(layout.pages.count > 1);
	const Item *picture = the_picture_on(&layout.pages.items[0]);
	assert_int_equal(picture->x, style->margin_left);
	assert_int_equal(picture->width, 40000);
	assert_int_equal(picture->height, 20000);
	/* Its middle is a little above the baseline of the page mark. */
	assert_in_range(picture->y + picture->height / 2, style->header_baseline - 4000,
	                style->header_baseline);
	assert_false(shows(&layout.pages.items[0], "Kommunen"));
	assert_true(shows(&layout.pages.items[0], "Förvaltningen"));
	assert_null(picture_on(&layout.pages.items[1]));
	assert_true(shows(&layout.pages.items[1], "Kommunen"));
}

/* However low or high the head is, it stays on the paper and above the text. */
static void it_keeps_its_distance(void **state)
{
	Press *press = *state;
	Style *style = &press->style;
	static const Length baselines[] = {9000, 48000, 94000};
	for (size_t i = 0; i < sizeof baselines / sizeof baselines[0]; i++) {
		Layout layout;
		Picture picture = *logotype_of_paths(&press->arena);
		style->header_baseline = baselines[i];
		picture.height = style->margin_top - 2 * LOGOTYPE_SPACE;
		assert_true(layout_document(&press->set, with_logotype(press, &picture), &layout));
		const Item *item = the_picture_on(&layout.pages.items[0]);
		assert_true(item->y >= LOGOTYPE_SPACE);
		assert_true(item->y + item->height <= style->margin_top - LOGOTYPE_SPACE);
	}
}

/* The content of the first page, and its structure. */
static Text content_of(Press *press, const Document *document, Tags **tags)
{
	Layout layout;
	assert_true(layout_document(&press->set, document, &layout));
	*tags = tags_new(&press->arena, document, layout.pages.count);
	ContentContext context = {.arena = &press->arena,
	                          .style = &press->style,
	                          .fonts = press->set.fonts,
	                          .embedding = embed_new(&press->arena, press->set.fonts),
	                          .tags = *tags};
	return content_of_page(&context, &layout.pages.items[0], 0);
}

static bool holds(Text bytes, const char *part)
{
	return text_find(bytes, text_of(part), 0) != TEXT_NOWHERE;
}

static void paths_are_drawn_upwards_in_their_own_colours(void **state)
{
	Press *press = *state;
	press->style.header_baseline = 50000;
	Tags *tags = NULL;
	Text content =
	        content_of(press, with_logotype(press, logotype_of_paths(&press->arena)), &tags);
	/* 841,89 less its upper edge: 50 less half of 20 and half a capital of 8,5 points. */
	assert_true(holds(content, "/Figure <</MCID "));
	assert_true(holds(content, "q 72 784.924 40 20 re W n\n0.043 0.31 0.424 rg\n"
	                           "72 804.924 m\n92 804.924 l\n92 784.424 l\nh\nf*\n"
	                           "1 1 1 rg\n102 804.924 m\n"
	                           "103 804.924 112 795.924 112 794.924 c\nf\nQ\n"));
}

static void pixels_fill_their_box(void **state)
{
	Press *press = *state;
	press->style.header_baseline = 50000;
	Tags *tags = NULL;
	Text content =
	        content_of(press, with_logotype(press, logotype_of_pixels(&press->arena)), &tags);
	assert_true(holds(content, "q 40 0 0 20 72 784.924 cm /Logotype Do Q\nEMC\n"));
}

static void it_is_a_figure_that_says_what_it_shows(void **state)
{
	Press *press = *state;
	press->style.header_baseline = 50000;
	Tags *tags = NULL;
	content_of(press, with_logotype(press, logotype_of_paths(&press->arena)), &tags);
	const Element *root = tags->elements.items[0], *figure = root->first->element;
	assert_text(figure->type, "Figure");
	assert_true(holds(figure->attributes, "/Alt(Kommunens"));
	assert_true(holds(figure->attributes, "/BBox[72 784.924 112 804.924 ]"));
	assert_non_null(figure->first->leaf->first);
	assert_null(figure->first->leaf->first->next);
}

static void a_file_holds_pixels_once(void **state)
{
	Press *press = *state;
	PdfFiles files = pages_files(&press->arena);
	PdfFault fault;
	PdfSetup *setup = pdf_open(&press->arena, &press->style, &files, &fault);
	PdfResult result;
	assert_true(pdf_write(setup, &press->arena,
	                      with_logotype(press, logotype_of_pixels(&press->arena)), &result));
	static const char image[] = "/Subtype/Image/BitsPerComponent 8/Width 2/Height 1"
	                            "/ColorSpace/DeviceRGB/Filter/FlateDecode";
	size_t first = text_find(result.bytes, text_of(image), 0);
	assert_int_not_equal(first, TEXT_NOWHERE);
	assert_int_equal(text_find(result.bytes, text_of(image), first + 1), TEXT_NOWHERE);
	size_t named = text_find(result.bytes, TEXT("/XObject<</Logotype "), 0);
	assert_int_not_equal(named, TEXT_NOWHERE);
	assert_int_equal(text_find(result.bytes, TEXT("/XObject<<"), named + 1), TEXT_NOWHERE);
	assert_true(pdf_write(setup, &press->arena,
	                      with_logotype(press, logotype_of_paths(&press->arena)), &result));
	assert_int_equal(text_find(result.bytes, TEXT("/XObject"), 0), TEXT_NOWHERE);
	pdf_close(setup);
}

#define PRESS_UNIT(name) cmocka_unit_test_setup_teardown(name, open_press, close_press)

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        PRESS_UNIT(it_stands_where_the_name_would_on_the_first_page),
	        PRESS_UNIT(it_keeps_its_distance),
	        PRESS_UNIT(paths_are_drawn_upwards_in_their_own_colours),
	        PRESS_UNIT(pixels_fill_their_box),
	        PRESS_UNIT(it_is_a_figure_that_says_what_it_shows),
	        PRESS_UNIT(a_file_holds_pixels_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
