/* Tests of blocks: tables and the pages turned for them, lists with what leads in to them, and
 * lines to sign on. */
#include "unit/support.h"

#include "pdf/layout.h"
#include "unit/pages.h"
#include "unit/tree.h"

static const Node *ancestor(const Node *node, NodeKind kind)
{
	while (node != NULL && node->kind != kind)
		node = node->parent;
	return node;
}

static Document *document_with_title(Press *press, const char *title)
{
	Document *document = document_new(&press->arena);
	tree_heading(document, document->root, 1, title);
	return document;
}

static void fill(Document *document, Node *parent, int paragraphs)
{
	for (int i = 0; i < paragraphs; i++)
		tree_paragraph(
		        document, parent,
		        "Nämnden och föreningen har sedan flera år ett nära samarbete, och det "
		        "följs upp varje år i den redovisning som lämnas i april månad.");
}

/* ---- Wide tables ---- */

static Node *add_wide_table(Document *document, int columns, const char *word)
{
	Node *table = tree_add(document, document->root, NODE_TABLE);
	tree_with(document, table, NODE_CAPTION, "En tabell");
	Node *head = tree_add(document, tree_add(document, table, NODE_TABLE_HEAD), NODE_ROW);
	Node *body = tree_add(document, table, NODE_TABLE_BODY);
	for (int c = 0; c < columns; c++)
		tree_with(document, head, NODE_HEADER_CELL, "Rubrik");
	for (int r = 0; r < 3; r++) {
		Node *row = tree_add(document, body, NODE_ROW);
		for (int c = 0; c < columns; c++)
			tree_with(document, row, NODE_CELL, word);
	}
	return table;
}

/* A table whose words would not be whole has a page turned for it: what stood before stays on its
 * own page, and what follows too. */
static void a_wide_table_turns_the_page(void **state)
{
	Press *press = *state;
	Document *document = document_with_title(press, "Titel");
	fill(document, document->root, 2);
	const Node *table = add_wide_table(document, 7, "samhällsutmaningar");
	fill(document, document->root, 2);
	Layout layout = laid_out(press, document);
	assert_int_equal(layout.pages.count, 3);
	assert_false(layout.pages.items[0].turned);
	assert_true(layout.pages.items[1].turned);
	assert_false(layout.pages.items[2].turned);
	for (size_t p = 0; p < layout.pages.count; p++)
		for (size_t i = 0; i < layout.pages.items[p].count; i++) {
			const Item *item = &layout.pages.items[p].items[i];
			if (item->role == ROLE_TEXT)
				assert_int_equal(ancestor(item->node, NODE_TABLE) == table, p == 1);
			assert_false(item->hyphen);
		}
}

static void a_table_that_fits_turns_nothing(void **state)
{
	Press *press = *state;
	Document *document = document_with_title(press, "Titel");
	add_wide_table(document, 8, "åtgärd");
	Layout layout = laid_out(press, document);
	assert_int_equal(layout.pages.count, 1);
	assert_false(layout.pages.items[0].turned);
}

/* A heading goes with its table onto the turned page, and no page is left empty. */
static void a_heading_is_turned_with_its_table(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	Node *heading = tree_heading(document, document->root, 1, "Titel");
	add_wide_table(document, 7, "samhällsutmaningar");
	Layout layout = laid_out(press, document);
	assert_int_equal(layout.pages.count, 1);
	assert_true(layout.pages.items[0].turned);
	assert_int_equal(layout_place(&layout, heading).page, 0);
	assert_true(layout_place(&layout, heading).turned);
}

/* ---- Tables that are mostly air ---- */

static Length right_edge_of_rules(const Layout *layout)
{
	Length right = 0;
	for (size_t i = 0; i < layout->pages.items[0].count; i++) {
		const Item *item = &layout->pages.items[0].items[i];
		if (item->kind == ITEM_RECTANGLE && item->x + item->width > right)
			right = item->x + item->width;
	}
	return right;
}

static void a_table_of_little_text_is_narrow(void **state)
{
	Press *press = *state;
	Length edges[2];
	for (int wide = 0; wide < 2; wide++) {
		Document *document = document_with_title(press, "Titel");
		Node *table = tree_add(document, document->root, NODE_TABLE);
		Node *body = tree_add(document, table, NODE_TABLE_BODY);
		tree_row(document, body, "2020-01-01", "541 666");
		if (wide)
			tree_row(document, body, "Social- och omsorgsnämnden, Linköpings kommun",
			         "1 000 000 000 000 000");
		Layout layout = laid_out(press, document);
		edges[wide] = right_edge_of_rules(&layout);
	}
	Length right = press->style.page_width - press->style.margin_right;
	assert_true(edges[0] < right * 3 / 4);
	assert_true(edges[1] > right - 1000 && edges[1] <= right);
}

/* An amount and the word after it are never so close that they read as one. */
static void words_after_amounts_stand_apart(void **state)
{
	Press *press = *state;
	Document *document = document_with_title(press, "Titel");
	Node *table = tree_add(document, document->root, NODE_TABLE);
	Node *row = tree_add(document, tree_add(document, table, NODE_TABLE_BODY), NODE_ROW);
	const Node *cells[3];
	for (int i = 0; i < 3; i++) {
		Node *cell = tree_with(document, row, NODE_CELL, i == 1 ? "2,7 %" : "definitivt");
		cell->as.cell.align = i == 1 ? ALIGN_END : ALIGN_START;
		cells[i] = cell;
	}
	Layout layout = laid_out(press, document);
	Length end = 0, start = 0;
	for (size_t i = 0; i < layout.pages.items[0].count; i++) {
		const Item *item = &layout.pages.items[0].items[i];
		if (ancestor(item->node, NODE_CELL) == cells[1])
			end = item->x + item->width;
		if (ancestor(item->node, NODE_CELL) == cells[2])
			start = item->x;
	}
	assert_true(end > 0 && start - end > press->style.table.size * 3 / 2);
}

/* A cell without text has no say about where the others stand in their row. */
static void empty_cells_move_no_baseline(void **state)
{
	Press *press = *state;
	Document *document = document_with_title(press, "Titel");
	Node *table = tree_add(document, document->root, NODE_TABLE);
	Node *body = tree_add(document, table, NODE_TABLE_BODY);
	tree_row(document, body, "Summa", "1");
	tree_row(document, body, "Summa", "");
	Layout layout = laid_out(press, document);
	Length text[2] = {0}, rule[2] = {0};
	size_t texts = 0, rules = 0;
	for (size_t i = 0; i < layout.pages.items[0].count; i++) {
		const Item *item = &layout.pages.items[0].items[i];
		if (item->kind == ITEM_RECTANGLE)
			rule[rules++] = item->y;
		else if (item->role == ROLE_TEXT && text_equal(item->text, TEXT("Summa")))
			text[texts++] = item->y;
	}
	assert_int_equal(texts, 2);
	assert_int_equal(rules, 2);
	assert_int_equal(rule[0] - text[0], rule[1] - text[1]);
}

/* ---- Headings ---- */

/* Each section may end its page: short ones do not hang together. */
static void sections_of_one_line_part_where_the_page_ends(void **state)
{
	Press *press = *state;
	Document *document = document_with_title(press, "Titel");
	for (int section = 0; section < 40; section++) {
		tree_heading(document, document->root, 2, "Avsnitt");
		tree_paragraph(document, document->root, "En rad.");
	}
	Layout layout = laid_out(press, document);
	assert_true(layout.pages.count >= 2);
	for (size_t p = 0; p < layout.pages.count; p++) {
		const Page *page = &layout.pages.items[p];
		const Node *last = NULL;
		Length lowest = 0;
		for (size_t i = 0; i < page->count; i++) {
			if (page->items[i].role != ROLE_TEXT)
				continue;
			last = page->items[i].node;
			lowest = page->items[i].y;
		}
		assert_null(ancestor(last, NODE_HEADING));
		if (p + 1 < layout.pages.count)
			assert_true(lowest * 100 > press->set.style->page_height * 80);
	}
}

/* ---- Lists and signatures ---- */

/* The page of a node's first text. */
static size_t page_of(const Layout *layout, const Node *node)
{
	for (size_t p = 0; p < layout->pages.count; p++)
		for (size_t i = 0; i < layout->pages.items[p].count; i++)
			for (const Node *own = layout->pages.items[p].items[i].node; own != NULL;
			     own = own->parent)
				if (own == node &&
				    layout->pages.items[p].items[i].role == ROLE_TEXT)
					return p;
	fail_msg("the node is on no page");
	return 0;
}

static void what_leads_in_to_a_list_stands_with_it(void **state)
{
	Press *press = *state;
	bool turned_over = false;
	for (int before = 10; before < 24; before++) {
		Document *document = document_with_title(press, "Titel");
		fill(document, document->root, before);
		for (int i = 0; i < before % 3; i++)
			tree_paragraph(document, document->root, "En rad.");
		Node *lead = tree_paragraph(document, document->root, "Syftena är");
		Node *list = tree_list(document, document->root, false, true);
		Node *item = tree_add(document, list, NODE_ITEM);
		tree_paragraph(document, item, "det ena");
		item = tree_add(document, list, NODE_ITEM);
		tree_paragraph(document, item, "det andra");
		Layout layout = laid_out(press, document);
		assert_int_equal(page_of(&layout, lead), page_of(&layout, list->first));
		turned_over = turned_over || page_of(&layout, lead) == 1;
	}
	assert_true(turned_over);
}

static void lines_to_sign_on_are_level(void **state)
{
	Press *press = *state;
	Document *document = document_with_title(press, "Titel");
	Node *signatures = tree_add(document, document->root, NODE_SIGNATURES);
	for (int i = 0; i < 2; i++) {
		Node *signature = tree_add(document, signatures, NODE_SIGNATURE);
		tree_paragraph(document, signature,
		               i == 0 ? "Social- och omsorgsnämnden, Linköpings kommun" : "Part");
		tree_with(document, signature, NODE_SIGNATURE_LINE, "Underskrift");
	}
	Layout layout = laid_out(press, document);
	Length y[2] = {0};
	size_t rules = 0;
	for (size_t i = 0; i < layout.pages.items[0].count; i++)
		if (layout.pages.items[0].items[i].kind == ITEM_RECTANGLE && rules < 2)
			y[rules++] = layout.pages.items[0].items[i].y;
	assert_int_equal(rules, 2);
	assert_int_equal(y[0], y[1]);
}

/* Whoever signs sees on the same page who else does. */
static void all_sign_on_one_page(void **state)
{
	Press *press = *state;
	bool turned_over = false;
	for (int before = 4; before < 20; before++) {
		Document *document = document_with_title(press, "Titel");
		fill(document, document->root, before);
		Node *signatures = tree_add(document, document->root, NODE_SIGNATURES);
		for (int i = 0; i < 5; i++) {
			Node *signature = tree_add(document, signatures, NODE_SIGNATURE);
			tree_paragraph(document, signature, "Part");
			tree_with(document, signature, NODE_SIGNATURE_LINE, "Underskrift");
		}
		Layout layout = laid_out(press, document);
		size_t page = page_of(&layout, signatures->first);
		assert_int_equal(page, page_of(&layout, signatures->last));
		turned_over = turned_over || page > 0;
	}
	assert_true(turned_over);
}

/* ---- Leftovers ---- */

/* From the baseline of a page's first text to that of its second. */
static Length first_step(const Page *page)
{
	Length first = 0;
	for (size_t i = 0; i < page->count; i++) {
		const Item *item = &page->items[i];
		if (item->role != ROLE_TEXT)
			continue;
		if (first != 0)
			return item->y - first;
		first = item->y;
	}
	fail_msg("the page has no two texts");
	return 0;
}

/* A last page for a line or two is done without where a little less space everywhere will do; one
 * more section and there are two pages, with all the space that there should be. */
static void a_last_page_of_next_to_nothing_is_spared(void **state)
{
	Press *press = *state;
	Length usual = 0;
	size_t spared = 0, pages = 0;
	for (int sections = 2; sections < 16; sections++) {
		Document *document = document_with_title(press, "Titel");
		for (int i = 0; i < sections; i++) {
			tree_heading(document, document->root, 2, "Avsnitt");
			tree_paragraph(document, document->root, "En rad.");
		}
		Layout layout = laid_out(press, document);
		Length step = first_step(&layout.pages.items[0]);
		usual = sections == 2 ? step : usual;
		spared += step < usual;
		assert_true(step == usual || layout.pages.count == 1);
		pages = layout.pages.count;
	}
	assert_int_equal(pages, 2);
	assert_true(spared > 0 && spared < 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(a_wide_table_turns_the_page),
	        cmocka_unit_test(a_table_that_fits_turns_nothing),
	        cmocka_unit_test(a_heading_is_turned_with_its_table),
	        cmocka_unit_test(a_table_of_little_text_is_narrow),
	        cmocka_unit_test(words_after_amounts_stand_apart),
	        cmocka_unit_test(empty_cells_move_no_baseline),
	        cmocka_unit_test(sections_of_one_line_part_where_the_page_ends),
	        cmocka_unit_test(what_leads_in_to_a_list_stands_with_it),
	        cmocka_unit_test(lines_to_sign_on_are_level),
	        cmocka_unit_test(all_sign_on_one_page),
	        cmocka_unit_test(a_last_page_of_next_to_nothing_is_spared),
	};
	return cmocka_run_group_tests(tests, open_press, close_press);
}
