/* Tests of what stands on pages outside the running text: marks, wordmark, stamp, foot, and what
 * differs between the sides of a sheet. */
#include "unit/support.h"

#include "base/buffer.h"
#include "pdf/blocks.h"
#include "pdf/layout.h"
#include "unit/pages.h"
#include "unit/tree.h"

static int open_narrow_press(void **state)
{
	Press *press = *state = press_open();
	press->style.footer_baseline = 32000;
	press->style.margin_left = 90000;
	press->style.margin_right = 54000;
	return 0;
}

static void fill(Document *document, int paragraphs)
{
	for (int i = 0; i < paragraphs; i++)
		tree_paragraph(
		        document, document->root,
		        "Nämnden och föreningen har sedan flera år ett nära samarbete, och "
		        "det följs upp varje år i den redovisning som lämnas i april månad.");
}

static Document *two_pages(Press *press)
{
	Document *document = document_new(&press->arena);
	tree_heading(document, document->root, 1, "Titel");
	document->facts.organisation = TEXT("Linköpings kommun");
	document->facts.department = TEXT("Omsorgsförvaltningen");
	document->facts.type = TEXT("Tjänsteskrivelse");
	document->facts.shown_date = TEXT("2018-05-23");
	document->facts.fingerprint = TEXT("0123456789");
	fill(document, 30);
	return document;
}

/* What the page says of itself in a line of just that text, or NULL. */
static const Item *said(const Page *page, const char *text)
{
	for (size_t i = 0; i < page->count; i++) {
		if (page->items[i].role == ROLE_PAGINATION &&
		    text_equal(page->items[i].text, text_of(text)))
			return &page->items[i];
	}
	return NULL;
}

static Length left_of(const Page *page, const char *text)
{
	const Item *item = said(page, text);
	if (item == NULL)
		fail_msg("the page does not say %s", text);
	return item->x;
}

static Length right_of(const Page *page, const char *text)
{
	return left_of(page, text) + said(page, text)->width;
}

static void every_page_has_its_mark(void **state)
{
	Press *press = *state;
	Layout layout = laid_out(press, two_pages(press));
	assert_int_equal(layout.pages.count, 2);
	const Page *pages = layout.pages.items;
	Length right = press->style.page_width - press->style.margin_right;
	assert_int_equal(right_of(&pages[0], "1 (2)"), right);
	assert_int_equal(right_of(&pages[1], "2 (2)"), right);
	assert_int_equal(left_of(&pages[0], "Linköpings kommun"), press->style.margin_left);
	assert_int_equal(left_of(&pages[0], "Omsorgsförvaltningen"), press->style.margin_left);
	assert_int_equal(left_of(&pages[1], "Linköpings kommun · Tjänsteskrivelse · 2018-05-23"),
	                 press->style.margin_left);
	assert_null(said(&pages[1], "UTKAST"));
}

/* The stamp is on every page, larger than what stands beside it, in a frame around it. */
static void drafts_are_stamped(void **state)
{
	Press *press = *state;
	Document *document = two_pages(press);
	document->facts.draft_mark = TEXT("Utkast");
	Layout layout = laid_out(press, document);
	for (size_t p = 0; p < layout.pages.count; p++) {
		const Page *page = &layout.pages.items[p];
		const Item *word = said(page, "UTKAST");
		assert_non_null(word);
		assert_int_equal(word->face, FACE_BOLD);
		assert_true(word->size > press->style.body.size);
		assert_true(right_of(page, "UTKAST") < left_of(page, p == 0 ? "1 (2)" : "2 (2)"));
		int sides = 0;
		for (size_t i = 0; i < page->count; i++) {
			const Item *side = &page->items[i];
			if (side->kind != ITEM_RECTANGLE || side->role != ROLE_PAGINATION)
				continue;
			sides++;
			assert_true(side->x + side->width <= word->x ||
			            side->x >= word->x + word->width ||
			            side->y + side->height <= word->y - word->size / 2 ||
			            side->y >= word->y);
		}
		assert_int_equal(sides, 4);
	}
}

/* ---- Duplex ---- */

static void the_sides_of_a_sheet_mirror_each_other(void **state)
{
	Press *press = *state;
	press->style.duplex = true;
	Document *document = two_pages(press);
	document->facts.draft_mark = TEXT("Utkast");
	Layout layout = laid_out(press, document);
	const Page *pages = layout.pages.items;
	Length inner = press->style.margin_left, outer = press->style.margin_right;
	Length width = press->style.page_width;
	assert_int_equal(right_of(&pages[0], "1 (2)"), width - outer);
	assert_int_equal(left_of(&pages[1], "2 (2)"), outer);
	assert_true(left_of(&pages[1], "UTKAST") > right_of(&pages[1], "2 (2)"));
	assert_int_equal(right_of(&pages[1], "Linköpings kommun · Tjänsteskrivelse · 2018-05-23"),
	                 width - inner);
	/* The text keeps its column, at the other edge. */
	for (size_t p = 0; p < 2; p++) {
		Length first = width;
		for (size_t i = 0; i < pages[p].count; i++)
			if (pages[p].items[i].role == ROLE_TEXT && pages[p].items[i].x < first)
				first = pages[p].items[i].x;
		assert_int_equal(first, p == 0 ? inner : outer);
	}
}

static Document *with_cover(Press *press)
{
	Document *document = document_new(&press->arena);
	document->facts.fingerprint = TEXT("0123456789");
	Node *cover = tree_add(document, document->root, NODE_COVER);
	tree_heading(document, cover, 1, "Överenskommelse");
	tree_heading(document, document->root, 2, "Avsnitt");
	fill(document, 3);
	return document;
}

static void the_back_of_a_cover_is_blank(void **state)
{
	Press *press = *state;
	Layout layout = laid_out(press, with_cover(press));
	assert_int_equal(layout.pages.count, 2);
	press->style.duplex = true;
	layout = laid_out(press, with_cover(press));
	assert_int_equal(layout.pages.count, 3);
	assert_int_equal(layout.pages.items[1].count, 0);
	assert_non_null(said(&layout.pages.items[2], "3 (3)"));
}

static void headings_are_found_where_their_page_has_them(void **state)
{
	Press *press = *state;
	press->style.duplex = true;
	assert_int_equal(layout_left(&press->style, 0), press->style.margin_left);
	assert_int_equal(layout_left(&press->style, 1), press->style.margin_right);
	press->style.duplex = false;
	assert_int_equal(layout_left(&press->style, 1), press->style.margin_left);
}

/* ---- The foot ---- */

/* The right half below the text, where a bundle gets its number, is empty on every page: however
 * the paper is printed, and however large the small text is. */
static void the_right_half_of_the_foot_is_left_alone(void **state)
{
	Press *press = *state;
	for (int variant = 0; variant < 4; variant++) {
		press->style.duplex = variant % 2 == 1;
		press->style.small.size = variant < 2 ? 8500 : 60000;
		Layout layout = laid_out(press, two_pages(press));
		bool printed = false;
		for (size_t p = 0; p < layout.pages.count; p++) {
			for (size_t i = 0; i < layout.pages.items[p].count; i++) {
				const Item *item = &layout.pages.items[p].items[i];
				Length foot = press->style.page_height - press->style.margin_bottom;
				if (item->y + item->height <= foot)
					continue;
				printed = true;
				assert_true(item->x + item->width <= press->style.page_width / 2);
			}
		}
		assert_true(printed);
	}
}

#define PRESS_UNIT(name) cmocka_unit_test_setup_teardown(name, open_narrow_press, close_press)

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        PRESS_UNIT(every_page_has_its_mark),
	        PRESS_UNIT(drafts_are_stamped),
	        PRESS_UNIT(the_sides_of_a_sheet_mirror_each_other),
	        PRESS_UNIT(the_back_of_a_cover_is_blank),
	        PRESS_UNIT(headings_are_found_where_their_page_has_them),
	        PRESS_UNIT(the_right_half_of_the_foot_is_left_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
