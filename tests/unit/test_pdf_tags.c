/* Tests of the structure: elements and their order come from the document, whatever the pages. */
#include "unit/support.h"

#include "base/buffer.h"
#include "pdf/content.h"
#include "pdf/embed.h"
#include "pdf/layout.h"
#include "pdf/tags.h"
#include "unit/pages.h"
#include "unit/tree.h"

/* ---- Elements ---- */

/* "P(. Link(.) .)": elements by type, a full stop for each place of text. Structure elements are
 * few deep in these tests, so the recursion is short. */
static void put_element(Buffer *out, const Element *element)
{
	buffer_put(out, element->type);
	if (element->first == NULL)
		return;
	buffer_put_byte(out, '(');
	for (const Kid *kid = element->first; kid != NULL; kid = kid->next) {
		if (kid != element->first)
			buffer_put_byte(out, ' ');
		if (kid->kind == KID_ELEMENT)
			put_element(out, kid->element);
		else
			buffer_put_byte(out, kid->kind == KID_LEAF ? '.' : '@');
	}
	buffer_put_byte(out, ')');
}

static Text elements_of(Press *press, const Document *document)
{
	Buffer out = buffer_new(&press->arena, BUFFER_MAXIMUM);
	put_element(&out, tags_new(&press->arena, document, 1)->elements.items[0]);
	return buffer_text(&out);
}

static void sections_have_headings_of_their_level(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	tree_heading(document, document->root, 1, "Titel");
	Node *section = tree_add(document, document->root, NODE_SECTION);
	tree_heading(document, section, 2, "Avsnitt");
	tree_paragraph(document, section, "Text");
	tree_heading(document, section, 9, "Djupt");
	assert_text(elements_of(press, document), "Document(H1(.) Sect(H2(.) P(.) H6(.)))");
}

static void items_have_label_and_body(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	Node *list = tree_list(document, document->root, true, true);
	tree_item(document, tree_list(document, tree_item(document, list, "a"), false, true), "b");
	assert_text(elements_of(press, document),
	            "Document(L(LI(Lbl(.) LBody(P(.) L(LI(Lbl(.) LBody(P(.))))))))");
	Tags *tags = tags_new(&press->arena, document, 1);
	assert_text(tags->elements.items[1]->attributes, "/A<</O/List/ListNumbering/Decimal>>");
	assert_text(tags->elements.items[6]->attributes, "/A<</O/List/ListNumbering/Disc>>");
}

static void fields_are_a_list(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	tree_field(document, tree_add(document, document->root, NODE_FIELD_LIST), "Datum", "2018");
	assert_text(elements_of(press, document), "Document(L(LI(Lbl(.) LBody(.))))");
	Tags *tags = tags_new(&press->arena, document, 1);
	assert_text(tags->elements.items[1]->attributes, "/A<</O/List/ListNumbering/None>>");
}

static void header_cells_have_a_scope(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	Node *table = tree_add(document, document->root, NODE_TABLE);
	Node *head = tree_add(document, tree_add(document, table, NODE_TABLE_HEAD), NODE_ROW);
	tree_cell(document, head, NODE_HEADER_CELL, ALIGN_START, "År");
	tree_cell(document, head, NODE_HEADER_CELL, ALIGN_END, "");
	tree_row(document, tree_add(document, table, NODE_TABLE_BODY), "2018", "1");
	/* A cell without text is still a cell, but no header. */
	assert_text(elements_of(press, document),
	            "Document(Table(THead(TR(TH(.) TD)) TBody(TR(TH(.) TD(.)))))");
	Tags *tags = tags_new(&press->arena, document, 1);
	assert_text(tags->elements.items[4]->attributes, "/A<</O/Table/Scope/Column>>");
	assert_text(tags->elements.items[5]->attributes, "");
	assert_text(tags->elements.items[8]->attributes, "/A<</O/Table/Scope/Row>>");
}

static void code_is_code(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	tree_with(document, tree_paragraph(document, document->root, "a"), NODE_CODE, "b");
	tree_code(document, document->root, "c\n\n  d");
	assert_text(elements_of(press, document), "Document(P(. Code(.)) P(Code(. .)))");
}

/* Each cell names the heads of its column, from the top, and that of its row. */
static void cells_name_their_headers(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	Node *table = tree_add(document, document->root, NODE_TABLE);
	tree_with(document, table, NODE_CAPTION, "Tabell");
	Node *head = tree_add(document, table, NODE_TABLE_HEAD);
	for (int i = 0; i < 2; i++) {
		Node *row = tree_add(document, head, NODE_ROW);
		tree_cell(document, row, NODE_HEADER_CELL, ALIGN_START, i == 0 ? "År" : "");
		tree_cell(document, row, NODE_HEADER_CELL, ALIGN_END, "Kronor");
	}
	Node *row = tree_row(document, tree_add(document, table, NODE_TABLE_BODY), "2018", "1");
	Tags *tags = tags_new(&press->arena, document, 1);
	Buffer expected = buffer_new(&press->arena, BUFFER_MAXIMUM);
	buffer_put(&expected, TEXT("/A<</O/Table/Headers["));
	const Node *headers[] = {head->first->last, head->last->last, row->first};
	for (size_t i = 0; i < 3; i++) {
		buffer_put(&expected, TEXT("("));
		buffer_put(&expected, tags->contents[headers[i]->serial]->id);
		buffer_put(&expected, TEXT(")"));
	}
	buffer_put(&expected, TEXT("]>>"));
	assert_true(
	        text_equal(tags->contents[row->last->serial]->attributes, buffer_text(&expected)));
	assert_int_equal(tags->named.count, 4);

	/* With heads of one kind alone, a scope says it all. */
	document = document_new(&press->arena);
	table = tree_add(document, document->root, NODE_TABLE);
	row = tree_row(document, tree_add(document, table, NODE_TABLE_BODY), "2018", "1");
	tags = tags_new(&press->arena, document, 1);
	assert_text(tags->contents[row->last->serial]->attributes, "");
}

static void words_in_another_language_say_so(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	Node *paragraph = tree_paragraph(document, document->root, "kallas ");
	Node *foreign = tree_with(document, paragraph, NODE_FOREIGN, "social impact bond");
	foreign->as.foreign.language = TEXT("en");
	assert_text(elements_of(press, document), "Document(P(. Span(.)))");
	Tags *tags = tags_new(&press->arena, document, 1);
	assert_text(tags->contents[foreign->serial]->attributes, "/Lang(en)");
}

static void abbreviations_carry_their_words(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	Node *paragraph = tree_paragraph(document, document->root, "ett ");
	Node *node = tree_with(document, paragraph, NODE_ABBREVIATION, "IOP");
	node->as.abbreviation.words = TEXT("id)");
	assert_text(elements_of(press, document), "Document(P(. Span(.)))");
	Tags *tags = tags_new(&press->arena, document, 1);
	assert_text(tags->contents[node->serial]->attributes, "/E(id\\))");
}

static void notes_and_references_know_each_other(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	Node *paragraph = tree_paragraph(document, document->root, "a");
	Node *notes = tree_add(document, document->root, NODE_NOTES);
	Node *note = tree_with(document, notes, NODE_NOTE, "b");
	tree_reference(document, paragraph, note);
	tree_text(document, paragraph, "c");
	assert_text(elements_of(press, document),
	            "Document(P(. Reference(Link(.)) .) Div(Note(Lbl(Link(.)) P(.))))");
	Tags *tags = tags_new(&press->arena, document, 1);
	assert_int_equal(tags->named.count, 1);
	const Element *named = tags->named.items[0];
	assert_text(named->type, "Note");
	assert_true(text_starts(named->id, TEXT("not-")));
	assert_ptr_equal(tags->elements.items[2]->refers, named);
	/* A click on the number leads back to the text. */
	const Element *back = tags_link_element(tags, note);
	assert_text(back->type, "Link");
	assert_text(back->parent->type, "Lbl");
}

static void contents_have_a_heading_and_links(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	tree_add(document, document->root, NODE_CONTENTS)->as.group.title = TEXT("Innehåll");
	tree_heading(document, document->root, 2, "Avsnitt");
	document_finish(document);
	assert_text(elements_of(press, document),
	            "Document(Sect(H2(.) TOC(TOCI(Reference(Link(. .))))) H2(.))");
}

static void inlines_are_spans_and_links(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	Node *paragraph = tree_paragraph(document, document->root, "a");
	tree_with(document, paragraph, NODE_STRONG, "b");
	tree_add(document, paragraph, NODE_LINE_BREAK);
	tree_link(document, paragraph, "https://example.org/", "c");
	assert_text(elements_of(press, document), "Document(P(. Span(.) Link(.)))");
}

/* ---- Marks ---- */

typedef struct Marked {
	Layout layout;
	Tags *tags;
} Marked;

static Marked marked(Press *press, Document *document)
{
	Marked result;
	document_finish(document);
	assert_true(layout_document(&press->set, document, &result.layout));
	size_t pages = result.layout.pages.count;
	result.tags = tags_new(&press->arena, document, pages);
	ContentContext context = {.arena = &press->arena,
	                          .style = &press->style,
	                          .fonts = press->set.fonts,
	                          .embedding = embed_new(&press->arena, press->set.fonts),
	                          .tags = result.tags};
	for (size_t i = 0; i < pages; i++)
		content_of_page(&context, &result.layout.pages.items[i], i);
	return result;
}

static Document *long_document(Press *press)
{
	Document *document = document_new(&press->arena);
	document->facts.organisation = TEXT("Kommunen");
	tree_heading(document, document->root, 1, "Titel");
	Node *table = tree_add(document, document->root, NODE_TABLE);
	Node *head = tree_add(document, tree_add(document, table, NODE_TABLE_HEAD), NODE_ROW);
	tree_cell(document, head, NODE_HEADER_CELL, ALIGN_START, "Namn");
	tree_cell(document, head, NODE_HEADER_CELL, ALIGN_END, "Belopp");
	Node *body = tree_add(document, table, NODE_TABLE_BODY);
	for (int i = 0; i < 80; i++)
		tree_row(document, body, "Samverkan", "1\u00a0000");
	for (int i = 0; i < 40; i++) {
		Node *paragraph = tree_paragraph(document, document->root, "Nämnden och ");
		tree_with(document, paragraph, NODE_EMPHASIS, "föreningen ");
		tree_text(document, paragraph,
		          "har sedan flera år ett nära samarbete, som följs upp varje år i den "
		          "redovisning som lämnas i april månad till nämndens presidium.");
	}
	return document;
}

/* The numbers on a page are 0, 1, 2 ... and each belongs to the element that the tree says. */
static void every_text_is_marked_and_every_mark_has_its_owner(void **state)
{
	Press *press = *state;
	Document *document = long_document(press);
	Marked result = marked(press, document);
	assert_true(result.layout.pages.count >= 4);
	size_t marks = 0;
	for (size_t e = 0; e < result.tags->elements.count; e++) {
		const Element *element = result.tags->elements.items[e];
		for (const Kid *kid = element->first; kid != NULL; kid = kid->next) {
			if (kid->kind != KID_LEAF)
				continue;
			assert_non_null(kid->leaf->first);
			for (const Mark *mark = kid->leaf->first; mark; mark = mark->next) {
				const ElementList *owners = &result.tags->pages[mark->page].owners;
				assert_true(mark->mcid < owners->count);
				assert_ptr_equal(owners->items[mark->mcid], element);
				if (mark->next != NULL)
					assert_true(mark->next->page >= mark->page);
				marks++;
			}
		}
	}
	size_t owned = 0;
	for (size_t p = 0; p < result.layout.pages.count; p++)
		owned += result.tags->pages[p].owners.count;
	assert_int_equal(marks, owned);
}

/* A head that is repeated is said once. */
static void repeated_heads_are_artifacts(void **state)
{
	Press *press = *state;
	Document *document = long_document(press);
	Marked result = marked(press, document);
	size_t heads = 0;
	for (size_t e = 0; e < result.tags->elements.count; e++) {
		const Element *element = result.tags->elements.items[e];
		if (element->node->kind != NODE_HEADER_CELL ||
		    element->node->parent->parent->kind != NODE_TABLE_HEAD)
			continue;
		heads++;
		assert_null(element->first->leaf->first->next);
	}
	assert_int_equal(heads, 2);
}

/* What is no content has no place in the structure. */
static void furniture_is_no_content(void **state)
{
	Press *press = *state;
	Document *document = long_document(press);
	Marked result = marked(press, document);
	size_t outside = 0;
	for (size_t p = 0; p < result.layout.pages.count; p++) {
		for (size_t i = 0; i < result.layout.pages.items[p].count; i++) {
			const Item *item = &result.layout.pages.items[p].items[i];
			bool content = item->kind == ITEM_TEXT && item->role < ROLE_PAGINATION;
			assert_int_equal(tags_leaf(result.tags, item) != NULL, content);
			outside += !content;
		}
	}
	assert_true(outside > 80);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(sections_have_headings_of_their_level),
	        cmocka_unit_test(items_have_label_and_body),
	        cmocka_unit_test(fields_are_a_list),
	        cmocka_unit_test(header_cells_have_a_scope),
	        cmocka_unit_test(code_is_code),
	        cmocka_unit_test(cells_name_their_headers),
	        cmocka_unit_test(words_in_another_language_say_so),
	        cmocka_unit_test(abbreviations_carry_their_words),
	        cmocka_unit_test(notes_and_references_know_each_other),
	        cmocka_unit_test(contents_have_a_heading_and_links),
	        cmocka_unit_test(inlines_are_spans_and_links),
	        cmocka_unit_test(every_text_is_marked_and_every_mark_has_its_owner),
	        cmocka_unit_test(repeated_heads_are_artifacts),
	        cmocka_unit_test(furniture_is_no_content),
	};
	return cmocka_run_group_tests(tests, open_press, close_press);
}
