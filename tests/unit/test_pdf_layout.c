/* Tests of pages: what must hold on every page of every document, on documents made at random; and
 * single cases of what the layout promises. */
#include "unit/support.h"

#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "pdf/layout.h"
#include "unit/pages.h"
#include "unit/tree.h"

/* ---- Documents at random ---- */

/* A linear congruential generator: the same numbers on every machine. */
typedef struct Chance {
	uint32_t state;
} Chance;

static uint32_t below(Chance *chance, uint32_t bound)
{
	chance->state = chance->state * UINT32_C(1664525) + UINT32_C(1013904223);
	return (chance->state >> 8) % bound;
}

static const char *const words[] = {
        "en",
        "och",
        "kommun",
        "1\u00a0800\u00a0000\u00a0kr",
        "arbetsmarknadsåtgärder",
        "vid",
        "samverkansöverenskommelse",
        "idéburet",
        "partnerskap",
        "år",
        "2019–2021",
        "Öst",
        "uppföljning",
        "den 1\u00a0juli",
        "IOP-avtal",
        "tillsammans",
        "följs",
        "effekt",
};

static Text prose(Press *press, Chance *chance, uint32_t most)
{
	Buffer out = buffer_new(&press->arena, BUFFER_MAXIMUM);
	for (uint32_t left = 1 + below(chance, most); left > 0; left--) {
		buffer_put(&out, text_of(words[below(chance, sizeof words / sizeof *words)]));
		if (left > 1)
			buffer_put_byte(&out, ' ');
	}
	return buffer_text(&out);
}

static Node *with_prose(Press *press, Document *document, Node *parent, NodeKind kind,
                        Chance *chance, uint32_t most)
{
	Text text = prose(press, chance, most);
	return document_add_with_text(document, parent, kind, text, TREE_NOWHERE);
}

static void add_heading(Press *press, Document *document, Chance *chance, Node *parent)
{
	Node *heading = with_prose(press, document, parent, NODE_HEADING, chance, 12);
	heading->as.heading.level = 2 + (int)below(chance, 5);
}

static void add_paragraph(Press *press, Document *document, Chance *chance, Node *parent)
{
	Node *paragraph = with_prose(press, document, parent, NODE_PARAGRAPH, chance, 120);
	Node *strong = tree_add(document, paragraph, NODE_STRONG);
	tree_text(document, strong, " fet text ");
	tree_add(document, paragraph, NODE_LINE_BREAK);
	tree_link(document, paragraph, "https://example.org/", "en länk");
}

static void add_list(Press *press, Document *document, Chance *chance, Node *parent)
{
	Node *list = tree_list(document, parent, below(chance, 2) == 0, below(chance, 2) == 0);
	for (uint32_t left = 1 + below(chance, 6); left > 0; left--) {
		Node *item = tree_add(document, list, NODE_ITEM);
		with_prose(press, document, item, NODE_PARAGRAPH, chance, 30);
		if (below(chance, 4) == 0)
			add_list(press, document, chance, item);
	}
}

static void add_fields(Press *press, Document *document, Chance *chance, Node *parent)
{
	Node *list = tree_add(document, parent, NODE_FIELD_LIST);
	for (uint32_t left = 1 + below(chance, 5); left > 0; left--) {
		Node *field = tree_add(document, list, NODE_FIELD);
		with_prose(press, document, field, NODE_FIELD_NAME, chance, 6);
		with_prose(press, document, field, NODE_FIELD_VALUE, chance, 25);
	}
}

static void add_row(Press *press, Document *document, Chance *chance, Node *part, uint32_t columns)
{
	Node *row = tree_add(document, part, NODE_ROW);
	row->as.row.sum = part->kind == NODE_TABLE_FOOT;
	for (uint32_t c = 0; c < columns; c++) {
		Node *cell = with_prose(press, document, row, NODE_CELL, chance, c == 1 ? 12 : 2);
		cell->as.cell.align = c > 1 ? ALIGN_END : ALIGN_START;
	}
}

static void add_table(Press *press, Document *document, Chance *chance, Node *parent)
{
	Node *table = tree_add(document, parent, NODE_TABLE);
	uint32_t columns = 1 + below(chance, 8);
	with_prose(press, document, table, NODE_CAPTION, chance, 15);
	add_row(press, document, chance, tree_add(document, table, NODE_TABLE_HEAD), columns);
	Node *body = tree_add(document, table, NODE_TABLE_BODY);
	for (uint32_t left = 1 + below(chance, 40); left > 0; left--)
		add_row(press, document, chance, body, columns);
	add_row(press, document, chance, tree_add(document, table, NODE_TABLE_FOOT), columns);
}

static void add_signatures(Press *press, Document *document, Chance *chance, Node *parent)
{
	Node *signatures = tree_add(document, parent, NODE_SIGNATURES);
	for (uint32_t left = 1 + below(chance, 5); left > 0; left--) {
		Node *signature = tree_add(document, signatures, NODE_SIGNATURE);
		with_prose(press, document, signature, NODE_PARAGRAPH, chance, 8);
		tree_with(document, signature, NODE_SIGNATURE_LINE, "Ort och datum");
		tree_with(document, signature, NODE_SIGNATURE_LINE, "Underskrift");
	}
}

static void add_quotation(Press *press, Document *document, Chance *chance, Node *parent)
{
	add_paragraph(press, document, chance, tree_add(document, parent, NODE_QUOTATION));
}

static void add_note(Press *press, Document *document, Chance *chance, Node *notes)
{
	Node *note = with_prose(press, document, notes, NODE_NOTE, chance, 40);
	Node *paragraph = with_prose(press, document, document->root, NODE_PARAGRAPH, chance, 60);
	tree_reference(document, paragraph, note);
}

static void add_code(Press *press, Document *document, Chance *chance, Node *parent)
{
	Buffer out = buffer_new(&press->arena, BUFFER_MAXIMUM);
	for (uint32_t left = 1 + below(chance, 30); left > 0; left--) {
		buffer_put_repeated(&out, ' ', below(chance, 8));
		if (below(chance, 5) > 0)
			buffer_put(&out, prose(press, chance, 20));
		buffer_put_byte(&out, '\n');
	}
	document_add_code_block(document, parent, buffer_text(&out), TREE_NOWHERE);
}

static Document *random_document(Press *press, uint32_t seed)
{
	static void (*const adders[])(Press *, Document *, Chance *, Node *) = {
	        add_heading, add_paragraph, add_paragraph,  add_paragraph, add_list, add_fields,
	        add_table,   add_heading,   add_signatures, add_quotation, add_code,
	};
	Chance chance = {.state = seed};
	Document *document = document_new(&press->arena);
	document->facts.organisation = TEXT("Kommunen");
	document->facts.type = TEXT("Prov");
	Node *notes = tree_add(document, document->root, NODE_NOTES);
	if (below(&chance, 2) == 0) {
		Node *cover = tree_add(document, document->root, NODE_COVER);
		with_prose(press, document, cover, NODE_HEADING, &chance, 12)->as.heading.level = 1;
		add_fields(press, document, &chance, cover);
		tree_add(document, document->root, NODE_CONTENTS)->as.group.title =
		        TEXT("Innehåll");
	}
	for (uint32_t left = 5 + below(&chance, 30); left > 0; left--) {
		uint32_t which = below(&chance, sizeof adders / sizeof *adders + 1);
		if (which == sizeof adders / sizeof *adders)
			add_note(press, document, &chance, notes);
		else
			adders[which](press, document, &chance, document->root);
	}
	node_detach(notes);
	node_append(document->root, notes);
	return document;
}

/* ---- What must hold ---- */

static const Node *ancestor(const Node *node, NodeKind kind)
{
	while (node != NULL && node->kind != kind)
		node = node->parent;
	return node;
}

static void check_inside_page(const Press *press, const Layout *layout)
{
	for (size_t p = 0; p < layout->pages.count; p++) {
		Style style = layout_style(&press->style, layout->pages.items[p].turned);
		for (size_t i = 0; i < layout->pages.items[p].count; i++) {
			const Item *item = &layout->pages.items[p].items[i];
			assert_int_not_equal(item->kind, ITEM_PAGE_NUMBER);
			assert_true(item->x >= style.margin_left);
			assert_true(item->x + item->width <=
			            style.page_width - style.margin_right + 500);
			Length top = item->role == ROLE_PAGINATION ? 0 : style.margin_top;
			assert_true(item->y >= top);
			assert_true(item->y + item->height <=
			            style.page_height - style.margin_bottom);
		}
	}
}

/* Every TEXT_RUN is set whole, once, and in the order of the document but for notes. */
static void check_text(Press *press, const Document *document, const Layout *layout)
{
	Buffer *texts = ARENA_ARRAY(&press->arena, Buffer, document->serial + 1);
	for (uint32_t i = 0; i <= document->serial; i++)
		texts[i] = buffer_new(&press->arena, BUFFER_MAXIMUM);
	for (size_t p = 0; p < layout->pages.count; p++) {
		for (size_t i = 0; i < layout->pages.items[p].count; i++) {
			const Item *item = &layout->pages.items[p].items[i];
			if (item->role == ROLE_TEXT && item->node != NULL)
				buffer_put(&texts[item->node->serial], item->text);
		}
	}
	for (Walk walk = walk_start(document->root); walk_next(&walk);) {
		if (walk.node->kind != NODE_TEXT_RUN)
			continue;
		/* The space of a line break belongs to the text before it. */
		Text set = buffer_text(&texts[walk.node->serial]);
		const Node *next = walk.node->parent->kind == NODE_CODE_BLOCK
		                           ? walk.node->next
		                           : walk.node->parent->next;
		bool more = next != NULL && next->kind == NODE_LINE_BREAK;
		assert_true(text_starts(set, walk.node->as.text));
		assert_int_equal(set.length, walk.node->as.text.length + more);
	}
}

static const Item *last_of_text(const Page *page)
{
	const Item *last = NULL;
	for (size_t i = 0; i < page->count; i++) {
		const Item *item = &page->items[i];
		bool note = ancestor(item->node, NODE_NOTE) != NULL;
		if (item->kind == ITEM_TEXT && item->role != ROLE_PAGINATION &&
		    item->role != ROLE_DECORATION && !note)
			last = item;
	}
	return last;
}

static void check_headings(const Layout *layout)
{
	for (size_t p = 0; p + 1 < layout->pages.count; p++) {
		const Item *last = last_of_text(&layout->pages.items[p]);
		if (last == NULL || ancestor(last->node, NODE_COVER) != NULL)
			continue;
		assert_null(ancestor(last->node, NODE_HEADING));
		assert_null(ancestor(last->node, NODE_CAPTION));
		assert_null(ancestor(last->node, NODE_TABLE_HEAD));
	}
}

/* The page of everything below a node, or fails when it has more than one. */
static void check_on_one_page(const Layout *layout, NodeKind kind)
{
	const Node *previous = NULL;
	size_t page_of_previous = 0;
	for (size_t p = 0; p < layout->pages.count; p++) {
		for (size_t i = 0; i < layout->pages.items[p].count; i++) {
			const Item *item = &layout->pages.items[p].items[i];
			const Node *block = ancestor(item->node, kind);
			if (block == NULL || item->role != ROLE_TEXT)
				continue;
			if (block == previous)
				assert_int_equal(p, page_of_previous);
			previous = block;
			page_of_previous = p;
		}
	}
}

/* Neither the first nor the last line of a paragraph stands alone. */
static void check_widows(const Layout *layout)
{
	const Node *block = NULL;
	size_t lines_here = 0;
	size_t lines_before = 0;
	Length y = 0;
	for (size_t p = 0; p < layout->pages.count; p++) {
		lines_before = lines_here;
		lines_here = 0;
		for (size_t i = 0; i < layout->pages.items[p].count; i++) {
			const Item *item = &layout->pages.items[p].items[i];
			const Node *own = ancestor(item->node, NODE_PARAGRAPH);
			if (item->role != ROLE_TEXT || item->kind != ITEM_TEXT ||
			    ancestor(item->node, NODE_NOTE) != NULL)
				continue;
			if (own != block) {
				if (lines_before > 0 && lines_here > 0)
					assert_true(lines_here >= 2 && lines_before >= 2);
				block = own;
				lines_here = 0;
				lines_before = 0;
				y = 0;
			}
			bool raised = item->node->kind == NODE_NOTE_REFERENCE;
			if (own != NULL && !raised && item->y != y)
				lines_here++;
			y = raised ? y : item->y;
		}
	}
}

/* How high the text of a table's head is. */
static Length head_height(const Layout *layout, const Node *table)
{
	Length top = INT32_MAX, bottom = 0;
	for (size_t p = 0; p < layout->pages.count; p++) {
		const Page *page = &layout->pages.items[p];
		for (size_t i = 0; i < page->count; i++) {
			const Item *item = &page->items[i];
			if (item->role != ROLE_TEXT || ancestor(item->node, NODE_TABLE) != table ||
			    ancestor(item->node, NODE_TABLE_HEAD) == NULL)
				continue;
			top = item->y < top ? item->y : top;
			bottom = item->y > bottom ? item->y : bottom;
		}
	}
	return bottom - top;
}

/* Where the rows of a table go on, its head stands above them, unless it would crowd them out. */
static void check_heads(const Press *press, const Layout *layout)
{
	const Node *table = NULL;
	for (size_t p = 0; p < layout->pages.count; p++) {
		const Page *page = &layout->pages.items[p];
		Style style = layout_style(&press->style, page->turned);
		Length page_height = style.page_height - style.margin_top - style.margin_bottom;
		const Item *first = NULL;
		for (size_t i = 0; i < page->count && first == NULL; i++) {
			if (page->items[i].kind == ITEM_TEXT)
				first = &page->items[i];
		}
		const Node *own = first != NULL ? ancestor(first->node, NODE_TABLE) : NULL;
		if (own != NULL && own == table && head_height(layout, own) < page_height / 5) {
			assert_non_null(ancestor(first->node, NODE_TABLE_HEAD));
			assert_int_equal(first->role, ROLE_DECORATION);
		}
		const Item *last = last_of_text(page);
		table = last != NULL ? ancestor(last->node, NODE_TABLE) : NULL;
	}
}

static Length top_of(const Item *item)
{
	return item->y - item->size * 7 / 10;
}

/* No text is set over another. */
static void check_overlaps(const Layout *layout)
{
	for (size_t p = 0; p < layout->pages.count; p++) {
		const Page *page = &layout->pages.items[p];
		for (size_t i = 0; i < page->count; i++) {
			const Item *a = &page->items[i];
			for (size_t j = 0; j < i && a->kind == ITEM_TEXT; j++) {
				const Item *b = &page->items[j];
				bool apart = b->kind != ITEM_TEXT || a->x + a->width <= b->x + 10 ||
				             b->x + b->width <= a->x + 10 || top_of(a) >= b->y ||
				             top_of(b) >= a->y;
				assert_true(apart);
			}
		}
	}
}

static void any_document_keeps_the_rules(void **state)
{
	Press *press = *state;
	for (uint32_t seed = 1; seed <= 60; seed++) {
		Document *document = random_document(press, seed * 7919);
		Layout layout = laid_out(press, document);
		check_inside_page(press, &layout);
		check_text(press, document, &layout);
		check_headings(&layout);
		check_on_one_page(&layout, NODE_SIGNATURE);
		check_on_one_page(&layout, NODE_ROW);
		check_widows(&layout);
		check_heads(press, &layout);
		check_overlaps(&layout);
	}
}

/* ---- Single cases ---- */

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

static void contents_name_the_pages_of_their_headings(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	Node *cover = tree_add(document, document->root, NODE_COVER);
	tree_heading(document, cover, 1, "Överenskommelse");
	Node *contents = tree_add(document, document->root, NODE_CONTENTS);
	contents->as.group.title = TEXT("Innehåll");
	for (int i = 0; i < 4; i++) {
		tree_heading(document, document->root, 2, "Avsnitt");
		fill(document, document->root, 10);
	}
	Layout layout = laid_out(press, document);
	size_t numbers = 0;
	const Page *page = &layout.pages.items[1];
	for (size_t i = 0; i < page->count; i++) {
		const Item *item = &page->items[i];
		if (item->role != ROLE_PAGE_NUMBER)
			continue;
		Place place = layout_place(&layout, item->node->as.entry.heading);
		int64_t number;
		assert_true(text_integer(text_trim(item->text), &number));
		assert_true(place.placed);
		assert_int_equal(number, place.page + 1);
		assert_true(number > 2);
		numbers++;
	}
	assert_int_equal(numbers, 4);
	/* Its own bookmark leads to it. */
	assert_true(layout_place(&layout, contents).placed);
	assert_int_equal(layout_place(&layout, contents).page, 1);
	/* What follows cover and contents begins a page. */
	assert_int_equal(layout_place(&layout, contents->first->as.entry.heading).page, 2);
}

static void a_note_stands_under_its_reference(void **state)
{
	Press *press = *state;
	Document *document = document_with_title(press, "Titel");
	fill(document, document->root, 20);
	Node *paragraph = tree_paragraph(document, document->root, "Här finns en not");
	Node *notes = tree_add(document, document->root, NODE_NOTES);
	Node *note = tree_with(document, notes, NODE_NOTE, "Notens text.");
	tree_reference(document, paragraph, note);
	fill(document, document->root, 20);
	Layout layout = laid_out(press, document);
	assert_true(layout_place(&layout, note).placed);
	for (size_t p = 0; p < layout.pages.count; p++) {
		for (size_t i = 0; i < layout.pages.items[p].count; i++) {
			const Item *item = &layout.pages.items[p].items[i];
			if (ancestor(item->node, NODE_PARAGRAPH) == paragraph)
				assert_int_equal(p, layout_place(&layout, note).page);
		}
	}
}

/* A note longer than a page goes on at the foot of the next. */
static void an_endless_note_goes_on(void **state)
{
	Press *press = *state;
	Document *document = document_with_title(press, "Titel");
	Node *paragraph = tree_paragraph(document, document->root, "Här finns en not");
	Node *notes = tree_add(document, document->root, NODE_NOTES);
	Node *note = tree_with(document, notes, NODE_NOTE, "Notens text.");
	tree_reference(document, paragraph, note);
	for (int i = 0; i < 1200; i++)
		tree_text(document, note, "Ännu en mening i en not som aldrig tar slut. ");
	Layout layout = laid_out(press, document);
	assert_true(layout.pages.count > 3);
	check_inside_page(press, &layout);
	check_text(press, document, &layout);
	check_overlaps(&layout);
}

/* A row that no page can hold is broken, and nothing of it is lost. */
static void a_row_higher_than_a_page_is_broken(void **state)
{
	Press *press = *state;
	Document *document = document_with_title(press, "Titel");
	Node *table = tree_add(document, document->root, NODE_TABLE);
	Node *row = tree_add(document, tree_add(document, table, NODE_TABLE_BODY), NODE_ROW);
	Node *cell = tree_add(document, row, NODE_CELL);
	for (int i = 0; i < 300; i++)
		tree_text(document, cell, "En cell som aldrig tar slut behöver flera sidor. ");
	tree_with(document, row, NODE_CELL, "kort");
	Layout layout = laid_out(press, document);
	assert_true(layout.pages.count > 2);
	check_inside_page(press, &layout);
	check_text(press, document, &layout);
}

static void endless_nesting_stays_on_the_page(void **state)
{
	Press *press = *state;
	Document *document = document_with_title(press, "Titel");
	Node *parent = document->root;
	for (int i = 0; i < 200; i++) {
		parent = tree_add(document, tree_list(document, parent, i % 2 == 0, true),
		                  NODE_ITEM);
		tree_paragraph(document, parent, "samverkansöverenskommelse");
	}
	Layout layout = laid_out(press, document);
	check_inside_page(press, &layout);
	check_overlaps(&layout);
	check_text(press, document, &layout);
}

static void two_signatures_stand_beside_each_other(void **state)
{
	Press *press = *state;
	Document *document = document_with_title(press, "Titel");
	Node *signatures = tree_add(document, document->root, NODE_SIGNATURES);
	const Node *names[3];
	for (int i = 0; i < 3; i++) {
		Node *signature = tree_add(document, signatures, NODE_SIGNATURE);
		names[i] = tree_paragraph(document, signature, "Part");
		tree_with(document, signature, NODE_SIGNATURE_LINE, "Underskrift");
	}
	Layout layout = laid_out(press, document);
	const Item *items[3] = {NULL};
	for (size_t i = 0; i < layout.pages.items[0].count; i++) {
		const Item *item = &layout.pages.items[0].items[i];
		for (int j = 0; j < 3; j++) {
			if (item->node != NULL && item->node->parent == names[j])
				items[j] = item;
		}
	}
	assert_int_equal(items[0]->y, items[1]->y);
	assert_true(items[0]->x < items[1]->x);
	assert_int_equal(items[0]->x, items[2]->x);
	assert_true(items[2]->y > items[0]->y);
}

/* What stands on the line beforehand is set whole, above the line that it makes room for. */
static void a_long_place_and_date_takes_several_lines(void **state)
{
	Press *press = *state;
	Document *document = document_with_title(press, "Titel");
	Node *signatures = tree_add(document, document->root, NODE_SIGNATURES);
	Node *lines[2] = {NULL};
	for (int i = 0; i < 2; i++) {
		Node *signature = tree_add(document, signatures, NODE_SIGNATURE);
		lines[i] = tree_with(document, signature, NODE_SIGNATURE_LINE, "Ort och datum");
		lines[i]->as.line.filled =
		        i == 0 ? TEXT("Linköping, den första dagen i september månad året därpå, "
		                      "eller den andra")
		               : TEXT("Linköping");
	}
	Layout layout = laid_out(press, document);
	check_overlaps(&layout);
	size_t glyphs[2] = {0};
	Length last[2] = {0};
	for (size_t i = 0; i < layout.pages.items[0].count; i++) {
		const Item *item = &layout.pages.items[0].items[i];
		for (int j = 0; j < 2; j++) {
			if (item->node != lines[j])
				continue;
			glyphs[j] += item->glyph_count;
			last[j] = item->y;
		}
	}
	assert_true(glyphs[0] >= 65);
	assert_true(last[0] > last[1]);
}

/* Amounts end at the same place, whatever their width. */
static void amounts_are_aligned_on_their_digits(void **state)
{
	Press *press = *state;
	Document *document = document_with_title(press, "Titel");
	Node *table = tree_add(document, document->root, NODE_TABLE);
	Node *body = tree_add(document, table, NODE_TABLE_BODY);
	tree_row(document, body, "Bidrag", "1\u00a0800\u00a0000");
	tree_row(document, body, "Summa", "17");
	Layout layout = laid_out(press, document);
	Length right[2] = {0};
	size_t found = 0;
	for (size_t i = 0; i < layout.pages.items[0].count; i++) {
		const Item *item = &layout.pages.items[0].items[i];
		if (item->node != NULL && ancestor(item->node, NODE_CELL) != NULL)
			right[found++] = item->x + item->width;
	}
	assert_int_equal(found, 2);
	assert_int_equal(right[0], right[1]);
}

/* Words may break anywhere where a table has too little room, but no amount may. */
static void amounts_stay_whole_in_a_squeezed_table(void **state)
{
	Press *press = *state;
	Document *document = document_with_title(press, "Titel");
	Node *table = tree_add(document, document->root, NODE_TABLE);
	Node *row = tree_add(document, tree_add(document, table, NODE_TABLE_BODY), NODE_ROW);
	char word[HYPHENATE_LETTERS + 2] = {0}; /* longer than any that is hyphenated */
	memset(word, 'x', sizeof word - 1);
	for (int i = 0; i < 8; i++)
		tree_with(document, row, NODE_CELL, i % 2 == 0 ? word : "12\u00a0345\u00a0678 kr");
	Layout layout = laid_out(press, document);
	size_t whole = 0;
	for (size_t i = 0; i < layout.pages.items[0].count; i++) {
		const Item *item = &layout.pages.items[0].items[i];
		if (item->kind == ITEM_TEXT &&
		    text_starts(item->text, TEXT("12\u00a0345\u00a0678")))
			whole++;
	}
	assert_int_equal(whole, 4);
	check_inside_page(press, &layout);
	check_overlaps(&layout);
}

static void too_many_pages_are_refused(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	Layout layout;
	for (int i = 0; i < LIMIT_PAGES; i++)
		tree_heading(document, tree_add(document, document->root, NODE_COVER), 1, "A");
	assert_true(layout_document(&press->set, document, &layout));
	assert_int_equal(layout.pages.count, LIMIT_PAGES);
	tree_paragraph(document, document->root, "En sida till.");
	assert_false(layout_document(&press->set, document, &layout));
}

static void an_empty_document_is_one_page(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	assert_int_equal(laid_out(press, document).pages.count, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(any_document_keeps_the_rules),
	        cmocka_unit_test(contents_name_the_pages_of_their_headings),
	        cmocka_unit_test(a_note_stands_under_its_reference),
	        cmocka_unit_test(an_endless_note_goes_on),
	        cmocka_unit_test(a_row_higher_than_a_page_is_broken),
	        cmocka_unit_test(endless_nesting_stays_on_the_page),
	        cmocka_unit_test(two_signatures_stand_beside_each_other),
	        cmocka_unit_test(a_long_place_and_date_takes_several_lines),
	        cmocka_unit_test(amounts_are_aligned_on_their_digits),
	        cmocka_unit_test(amounts_stay_whole_in_a_squeezed_table),
	        cmocka_unit_test(too_many_pages_are_refused),
	        cmocka_unit_test(an_empty_document_is_one_page),
	};
	return cmocka_run_group_tests(tests, open_press, close_press);
}
