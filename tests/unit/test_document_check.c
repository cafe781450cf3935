/* Unit tests of document_check: a sound document, and one document for every fault. */
#include "support.h"

#include "document/document.h"
#include "tree.h"

/* Everything that may stand in a document, finished and sound. */
static Document *sound(Arena *arena)
{
	Document *document = document_new(arena);
	Node *root = document->root;
	Node *cover = tree_add(document, root, NODE_COVER);
	tree_heading(document, cover, 1, "Titel");
	tree_add(document, root, NODE_CONTENTS);
	Node *masthead = tree_add(document, root, NODE_MASTHEAD);
	Node *fields = tree_add(document, masthead, NODE_FIELD_LIST);
	Node *field = tree_field(document, fields, "Handläggare", "A");
	tree_with(document, field, NODE_FIELD_VALUE, "B");
	Node *section = tree_add(document, root, NODE_SECTION);
	tree_heading(document, section, 2, "Bakgrund");
	Node *text = tree_paragraph(document, section, "Text");
	tree_link(document, text, "https://linkoping.se", "kommunen");
	tree_with(document, text, NODE_FOREIGN, "bond")->as.foreign.language = TEXT("en");
	tree_with(document, text, NODE_ABBREVIATION, "EU")->as.abbreviation.words = TEXT("union");
	Node *list = tree_list(document, section, true, true);
	tree_item(document, list, "Punkt");
	Node *quotation = tree_add(document, section, NODE_QUOTATION);
	tree_paragraph(document, quotation, "Citat");
	Node *table = tree_add(document, section, NODE_TABLE);
	tree_with(document, table, NODE_CAPTION, "Tabell");
	Node *head = tree_add(document, table, NODE_TABLE_HEAD);
	tree_row(document, head, "", "Kronor");
	Node *body = tree_add(document, table, NODE_TABLE_BODY);
	tree_row(document, body, "Hyra", "1");
	body = tree_add(document, table, NODE_TABLE_BODY);
	tree_row(document, body, "El", "");
	Node *foot = tree_add(document, table, NODE_TABLE_FOOT);
	tree_row(document, foot, "Summa", "1");
	Node *signatures = tree_add(document, root, NODE_SIGNATURES);
	Node *signature = tree_add(document, signatures, NODE_SIGNATURE);
	tree_paragraph(document, signature, "För kommunen");
	tree_with(document, signature, NODE_SIGNATURE_LINE, "Namnteckning");
	Node *notes = tree_add(document, root, NODE_NOTES);
	tree_reference(document, text, tree_with(document, notes, NODE_NOTE, "Not"));
	document_finish(document);
	return document;
}

static void test_sound_document(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Text fault = TEXT("orörd");
	assert_null(document_check(sound(&arena), &fault));
	assert_text(fault, "orörd");
	assert_null(document_check(document_new(&arena), &fault));
	arena_release(&arena);
}

/* Each breaks a document at `root`, a section of it, and returns the node at fault. */
typedef const Node *Breaker(Document *document, Node *root);

static const Node *paragraph_in_list(Document *document, Node *root)
{
	return tree_paragraph(document, tree_list(document, root, false, false), "x");
}

static const Node *text_among_blocks(Document *document, Node *root)
{
	return tree_text(document, root, "x");
}

static const Node *block_in_paragraph(Document *document, Node *root)
{
	return tree_paragraph(document, tree_paragraph(document, root, "x"), "y");
}

static const Node *document_in_document(Document *document, Node *root)
{
	return tree_add(document, root, NODE_DOCUMENT);
}

static const Node *header_in_header(Document *document, Node *root)
{
	Node *cover = tree_add(document, root, NODE_COVER);
	return tree_add(document, tree_add(document, cover, NODE_SECTION), NODE_MASTHEAD);
}

static const Node *heading_of_level_0(Document *document, Node *root)
{
	return tree_heading(document, root, 0, "x");
}

static const Node *heading_of_level_7(Document *document, Node *root)
{
	return tree_heading(document, root, 7, "x");
}

static const Node *heading_of_spaces(Document *document, Node *root)
{
	return tree_heading(document, root, 2, " \xC2\xA0 \xC2\xA0");
}

static const Node *heading_that_skips(Document *document, Node *root)
{
	tree_heading(document, root, 2, "x");
	return tree_heading(document, root, 4, "y");
}

static const Node *empty_paragraph(Document *document, Node *root)
{
	Node *paragraph = tree_add(document, root, NODE_PARAGRAPH);
	tree_add(document, paragraph, NODE_LINE_BREAK);
	return paragraph;
}

static const Node *empty_list(Document *document, Node *root)
{
	return tree_list(document, root, false, false);
}

static const Node *empty_item(Document *document, Node *root)
{
	return tree_add(document, tree_list(document, root, false, false), NODE_ITEM);
}

static const Node *empty_quotation(Document *document, Node *root)
{
	return tree_add(document, root, NODE_QUOTATION);
}

static Node *field_list(Document *document, Node *root)
{
	return tree_add(document, root, NODE_FIELD_LIST);
}

static const Node *empty_field_list(Document *document, Node *root)
{
	return field_list(document, root);
}

static const Node *field_without_name(Document *document, Node *root)
{
	Node *field = tree_add(document, field_list(document, root), NODE_FIELD);
	tree_with(document, field, NODE_FIELD_VALUE, "x");
	return field;
}

static const Node *field_with_empty_name(Document *document, Node *root)
{
	return tree_field(document, field_list(document, root), "", "x");
}

static const Node *field_without_value(Document *document, Node *root)
{
	Node *field = tree_add(document, field_list(document, root), NODE_FIELD);
	tree_with(document, field, NODE_FIELD_NAME, "x");
	return field;
}

static const Node *field_with_two_names(Document *document, Node *root)
{
	Node *field = tree_field(document, field_list(document, root), "x", "y");
	tree_with(document, field, NODE_FIELD_NAME, "z");
	return field;
}

static const Node *table_without_body(Document *document, Node *root)
{
	Node *table = tree_add(document, root, NODE_TABLE);
	tree_row(document, tree_add(document, table, NODE_TABLE_HEAD), "x", "y");
	return table;
}

static const Node *table_upside_down(Document *document, Node *root)
{
	Node *table = tree_add(document, root, NODE_TABLE);
	tree_row(document, tree_add(document, table, NODE_TABLE_FOOT), "x", "y");
	tree_row(document, tree_add(document, table, NODE_TABLE_BODY), "x", "y");
	return table;
}

static const Node *table_with_two_captions(Document *document, Node *root)
{
	Node *table = tree_add(document, root, NODE_TABLE);
	tree_with(document, table, NODE_CAPTION, "x");
	tree_with(document, table, NODE_CAPTION, "y");
	tree_row(document, tree_add(document, table, NODE_TABLE_BODY), "x", "y");
	return table;
}

static const Node *table_with_empty_part(Document *document, Node *root)
{
	Node *table = tree_add(document, root, NODE_TABLE);
	tree_add(document, table, NODE_TABLE_BODY);
	return table;
}

static const Node *table_with_ragged_rows(Document *document, Node *root)
{
	Node *table = tree_add(document, root, NODE_TABLE);
	tree_row(document, tree_add(document, table, NODE_TABLE_HEAD), "x", "y");
	Node *row = tree_row(document, tree_add(document, table, NODE_TABLE_BODY), "x", "y");
	tree_add(document, row, NODE_CELL);
	return table;
}

static const Node *table_with_row_without_cells(Document *document, Node *root)
{
	Node *table = tree_add(document, root, NODE_TABLE);
	tree_add(document, tree_add(document, table, NODE_TABLE_BODY), NODE_ROW);
	return table;
}

static const Node *empty_caption(Document *document, Node *root)
{
	Node *table = tree_add(document, root, NODE_TABLE);
	Node *caption = tree_add(document, table, NODE_CAPTION);
	tree_row(document, tree_add(document, table, NODE_TABLE_BODY), "x", "y");
	return caption;
}

static const Node *entry_without_heading(Document *document, Node *root)
{
	Node *contents = tree_add(document, root, NODE_CONTENTS);
	return tree_with(document, contents, NODE_CONTENTS_ENTRY, "x");
}

static const Node *empty_signatures(Document *document, Node *root)
{
	return tree_add(document, root, NODE_SIGNATURES);
}

static const Node *line_without_label(Document *document, Node *root)
{
	Node *signatures = tree_add(document, root, NODE_SIGNATURES);
	Node *signature = tree_add(document, signatures, NODE_SIGNATURE);
	return tree_add(document, signature, NODE_SIGNATURE_LINE);
}

static const Node *notes_in_two_places(Document *document, Node *root)
{
	Node *paragraph = tree_paragraph(document, root, "x");
	for (int i = 1; i <= 2; i++) {
		Node *notes = tree_add(document, root, NODE_NOTES);
		Node *note = tree_with(document, notes, NODE_NOTE, "x");
		note->as.note.number = i;
		tree_reference(document, paragraph, note);
	}
	return root->last;
}

static const Node *note_without_reference(Document *document, Node *root)
{
	return tree_with(document, tree_add(document, root, NODE_NOTES), NODE_NOTE, "x");
}

static const Node *empty_note(Document *document, Node *root)
{
	return tree_add(document, tree_add(document, root, NODE_NOTES), NODE_NOTE);
}

static const Node *link_to_script(Document *document, Node *root)
{
	Node *paragraph = tree_paragraph(document, root, "x");
	return tree_link(document, paragraph, "javascript:alert(1)", "y");
}

static const Node *foreign_without_language(Document *document, Node *root)
{
	return tree_with(document, tree_paragraph(document, root, "x"), NODE_FOREIGN, "bond");
}

static const Node *abbreviation_of_nothing(Document *document, Node *root)
{
	return tree_with(document, tree_paragraph(document, root, "x"), NODE_ABBREVIATION, "IOP");
}

static const Node *abbreviation_without_letters(Document *document, Node *root)
{
	Node *node = tree_add(document, tree_paragraph(document, root, "x"), NODE_ABBREVIATION);
	node->as.abbreviation.words = TEXT("Europeiska unionen");
	return node;
}

static const Node *foreign_without_words(Document *document, Node *root)
{
	Node *foreign = tree_add(document, tree_paragraph(document, root, "x"), NODE_FOREIGN);
	foreign->as.foreign.language = TEXT("en");
	return foreign;
}

static const Node *link_without_text(Document *document, Node *root)
{
	return tree_link(document, tree_paragraph(document, root, "x"), "https://x.se", "");
}

static const Node *link_in_link(Document *document, Node *root)
{
	Node *link = tree_link(document, tree_paragraph(document, root, "x"), "tel:1", "y");
	Node *strong = tree_add(document, link, NODE_STRONG);
	return tree_link(document, strong, "tel:2", "z");
}

static const Node *link_to_no_heading(Document *document, Node *root)
{
	return tree_link(document, tree_paragraph(document, root, "x"), "#titeln", "y");
}

static const Node *empty_code(Document *document, Node *root)
{
	return tree_with(document, tree_paragraph(document, root, "x"), NODE_CODE, " ");
}

static const Node *empty_code_block(Document *document, Node *root)
{
	return tree_add(document, root, NODE_CODE_BLOCK);
}

static const Node *emphasis_in_code(Document *document, Node *root)
{
	Node *code = tree_with(document, tree_paragraph(document, root, "x"), NODE_CODE, "y");
	return tree_with(document, code, NODE_EMPHASIS, "z");
}

static const Node *reference_to_nothing(Document *document, Node *root)
{
	return tree_reference(document, tree_paragraph(document, root, "x"), NULL);
}

static const Node *reference_to_dropped_note(Document *document, Node *root)
{
	Node *note = tree_with(document, tree_add(document, root, NODE_NOTES), NODE_NOTE, "x");
	node_detach(note);
	node_detach(root->last);
	return tree_reference(document, tree_paragraph(document, root, "x"), note);
}

static const Node *reference_in_note(Document *document, Node *root)
{
	Node *note = tree_with(document, tree_add(document, root, NODE_NOTES), NODE_NOTE, "x");
	note->as.note.number = 1;
	return tree_reference(document, note, note);
}

static const struct {
	Breaker *breaker;
	const char *fault;
} cases[] = {
        {paragraph_in_list, "ett stycke får inte stå i en lista"},
        {text_among_blocks, "en text får inte stå i ett avsnitt"},
        {block_in_paragraph, "ett stycke får inte stå i ett stycke"},
        {document_in_document, "ett dokument får inte stå i ett avsnitt"},
        {header_in_header, "ett sidhuvud står inuti ett annat"},
        {heading_of_level_0, "rubriken har en nivå som inte är 1 till 6"},
        {heading_of_level_7, "rubriken har en nivå som inte är 1 till 6"},
        {heading_of_spaces, "rubriken är tom"},
        {heading_that_skips, "rubriken hoppar över en nivå"},
        {empty_paragraph, "stycket är tomt"},
        {empty_list, "listan är tom"},
        {empty_item, "punkten i listan är tom"},
        {empty_quotation, "citatet är tomt"},
        {empty_field_list, "listan är tom"},
        {field_without_name, "uppgiften saknar namn"},
        {field_with_empty_name, "uppgiften saknar namn"},
        {field_without_value, "uppgiften saknar värde"},
        {field_with_two_names, "uppgiften har två namn"},
        {table_without_body, "tabellen är tom"},
        {table_upside_down, "tabellens delar står i fel ordning"},
        {table_with_two_captions, "tabellens delar står i fel ordning"},
        {table_with_empty_part, "en del av tabellen saknar rader"},
        {table_with_ragged_rows, "raderna i tabellen har olika många celler"},
        {table_with_row_without_cells, "raderna i tabellen har olika många celler"},
        {empty_caption, "tabellens rubrik är tom"},
        {entry_without_heading, "en rad i innehållsförteckningen saknar rubrik"},
        {empty_signatures, "underskrifterna är tomma"},
        {line_without_label, "raden att skriva under på saknar text"},
        {notes_in_two_places, "noterna står på mer än ett ställe"},
        {note_without_reference, "ingenting hänvisar till noten"},
        {empty_note, "noten är tom"},
        {link_to_script, "länken har en adress som inte är https, http, mailto eller tel"},
        {link_to_no_heading, "länken leder till en rubrik som inte finns"},
        {empty_code, "koden är tom"},
        {empty_code_block, "koden är tom"},
        {emphasis_in_code, "kursiv text får inte stå i kod"},
        {foreign_without_language, "det sägs inte vilket språk orden är på"},
        {foreign_without_words, "orden på ett annat språk saknas"},
        {abbreviation_of_nothing, "det sägs inte vad förkortningen står för"},
        {abbreviation_without_letters, "förkortningen saknar bokstäver"},
        {link_without_text, "länken saknar text"},
        {link_in_link, "en länk står inuti en annan"},
        {reference_to_nothing, "hänvisningen saknar not"},
        {reference_to_dropped_note, "hänvisningen saknar not"},
        {reference_in_note, "en hänvisning till en not står i en länk eller i en not"},
};

static void test_every_fault(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Arena arena = test_arena();
		Document *document = document_new(&arena);
		tree_heading(document, document->root, 1, "Titel");
		Node *section = tree_add(document, document->root, NODE_SECTION);
		const Node *broken = cases[i].breaker(document, section);
		Text fault = TEXT("");
		const Node *found = document_check(document, &fault);
		assert_text(fault, cases[i].fault);
		assert_ptr_equal(found, broken);
		arena_release(&arena);
	}
}

static void test_first_heading_must_be_the_title(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	Node *heading = tree_heading(document, document->root, 2, "Bakgrund");
	Text fault = TEXT("");
	assert_ptr_equal(document_check(document, &fault), heading);
	assert_text(fault, "rubriken hoppar över en nivå");
	arena_release(&arena);
}

static void test_root_must_be_a_document(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Document *document = document_new(&arena);
	Node *section = tree_add(document, document->root, NODE_SECTION);
	node_detach(section);
	document->root = section;
	Text fault = TEXT("");
	assert_ptr_equal(document_check(document, &fault), section);
	assert_text(fault, "roten är inget dokument");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_sound_document),
	        cmocka_unit_test(test_every_fault),
	        cmocka_unit_test(test_first_heading_must_be_the_title),
	        cmocka_unit_test(test_root_must_be_a_document),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
