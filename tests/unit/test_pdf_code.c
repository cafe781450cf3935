/* Tests of code on pages: every line kept, on one shade, never hyphenated. */
#include "unit/support.h"

#include <string.h>

#include "base/buffer.h"
#include "pdf/layout.h"
#include "unit/pages.h"
#include "unit/tree.h"

/* The n-th item of running text on a page. */
static const Item *text_item(const Layout *layout, size_t page, size_t n)
{
	for (size_t i = 0; i < layout->pages.items[page].count; i++) {
		const Item *item = &layout->pages.items[page].items[i];
		if (item->kind == ITEM_TEXT && item->role == ROLE_TEXT && n-- == 0)
			return item;
	}
	fail_msg("the page has too few texts");
	return NULL;
}

static void lines_keep_their_indentation(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	tree_code(document, document->root, "a:\n  b: 1\n\n  c: 2");
	Layout layout = laid_out(press, document);
	const Item *first = text_item(&layout, 0, 0), *second = text_item(&layout, 0, 1);
	const Item *last = text_item(&layout, 0, 2);
	Length leading = press->style.code.leading;
	assert_int_equal(first->face, FACE_FIXED);
	assert_int_equal(first->size, press->style.code.size);
	assert_text(first->text, "a: ");
	assert_text(second->text, "  b: 1 ");
	assert_int_equal(second->x, first->x);
	assert_int_equal(second->y - first->y, leading);
	assert_int_equal(last->y - second->y, 2 * leading);
}

/* The shades of the lines touch, and reach as far as the column. */
static void the_shade_has_no_gaps(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	tree_code(document, document->root, "a\n\nb\nc");
	Layout layout = laid_out(press, document);
	const Page *page = &layout.pages.items[0];
	Length bottom = 0;
	size_t shades = 0;
	for (size_t i = 0; i < page->count; i++) {
		const Item *item = &page->items[i];
		if (item->kind != ITEM_RECTANGLE || item->colour != press->style.shade_colour)
			continue;
		assert_int_equal(item->x, press->style.margin_left);
		assert_int_equal(item->x + item->width,
		                 press->style.page_width - press->style.margin_right);
		assert_true(shades == 0 || item->y <= bottom);
		bottom = item->y + item->height;
		shades++;
	}
	assert_int_equal(shades, 4);
}

static void a_long_line_goes_on_further_in(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	tree_code(document, document->root,
	          "  samverkansöverenskommelse: arbetsmarknadsåtgärder arbetsmarknadsåtgärder "
	          "arbetsmarknadsåtgärder samverkansöverenskommelse");
	Layout layout = laid_out(press, document);
	const Item *first = text_item(&layout, 0, 0), *second = text_item(&layout, 0, 1);
	int32_t units = font_advance(press->set.fonts, FACE_FIXED, first->glyphs[0].index);
	Length column = font_length(font_metrics(press->set.fonts, FACE_FIXED), units, first->size);
	assert_ptr_equal(first->node, second->node);
	assert_int_equal(second->x - first->x, 4 * column);
	assert_false(first->hyphen);
}

/* The longest line of a block that is a little too wide makes the type smaller, not more lines. */
static void a_block_a_little_too_wide_has_smaller_type(void **state)
{
	Press *press = *state;
	char line[128] = "a ";
	Document *document = document_new(&press->arena);
	Length column = press->style.code.size * 6 / 10;
	Length measure =
	        press->style.page_width - press->style.margin_left - press->style.margin_right;
	size_t length = (size_t)(measure / column) + 2;
	memset(line + 2, 'b', length - 2);
	Buffer code = buffer_new(&press->arena, 1000);
	buffer_put(&code, TEXT("x: 1\n"));
	buffer_put(&code, (Text){line, length});
	document_add_code_block(document, document->root, buffer_text(&code), TREE_NOWHERE);
	Layout layout = laid_out(press, document);
	const Item *first = text_item(&layout, 0, 0), *second = text_item(&layout, 0, 1);
	assert_int_equal(second->glyph_count, length);
	assert_true(second->x + second->width <=
	            press->style.page_width - press->style.margin_right);
	assert_int_equal(first->size, second->size);
	assert_true(first->size < press->style.code.size);
	assert_true(first->size > press->style.code.size * 8 / 10);
}

static void a_short_block_is_not_divided(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	for (int i = 0; i < 40; i++) {
		tree_paragraph(document, document->root, "Så här:");
		tree_code(document, document->root, "a\nb\nc\nd\ne\nf\ng\nh");
	}
	Layout layout = laid_out(press, document);
	assert_true(layout.pages.count > 5);
	for (size_t p = 0; p < layout.pages.count; p++) {
		const Item *first = text_item(&layout, p, 0);
		assert_text(first->text, "Så här:");
	}
}

static void code_within_a_line_is_set_in_proportion(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	Node *paragraph = tree_paragraph(document, document->root, "a ");
	Node *strong = tree_add(document, paragraph, NODE_STRONG);
	tree_with(document, strong, NODE_CODE, "b");
	Layout layout = laid_out(press, document);
	const Item *code = text_item(&layout, 0, 1);
	assert_int_equal(code->face, FACE_FIXED);
	assert_int_equal(code->size, press->style.body.size * 88 / 100);
	assert_int_equal(code->y, text_item(&layout, 0, 0)->y);
}

/* Of a narrow column full of long words: some are hyphenated, code is not. */
static void code_is_never_hyphenated(void **state)
{
	Press *press = *state;
	size_t hyphens[2] = {0, 0};
	for (int code = 0; code < 2; code++) {
		Document *document = document_new(&press->arena);
		Node *paragraph = tree_paragraph(document, document->root, "");
		for (int i = 0; i < 30; i++) {
			NodeKind kind = code ? NODE_CODE : NODE_STRONG;
			tree_with(document, paragraph, kind, "arbetsmarknadsåtgärderna");
			tree_text(document, paragraph, " i ");
		}
		Layout layout = laid_out(press, document);
		for (size_t i = 0; i < layout.pages.items[0].count; i++)
			hyphens[code] += layout.pages.items[0].items[i].hyphen;
	}
	assert_true(hyphens[0] > 0);
	assert_int_equal(hyphens[1], 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(lines_keep_their_indentation),
	        cmocka_unit_test(the_shade_has_no_gaps),
	        cmocka_unit_test(a_long_line_goes_on_further_in),
	        cmocka_unit_test(a_block_a_little_too_wide_has_smaller_type),
	        cmocka_unit_test(a_short_block_is_not_divided),
	        cmocka_unit_test(code_within_a_line_is_set_in_proportion),
	        cmocka_unit_test(code_is_never_hyphenated),
	};
	return cmocka_run_group_tests(tests, open_press, close_press);
}
