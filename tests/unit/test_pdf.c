/* Tests of the file: what comes out of the PDF writer, and what it refuses. */
#include "unit/support.h"

#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "pdf/metadata.h"
#include "pdf/pdf.h"
#include "pdf/syntax.h"
#include "unit/pages.h"
#include "unit/tree.h"

typedef struct Bench {
	Arena arena;
	Style style;
	PdfFiles files;
	PdfSetup *setup;
} Bench;

static int open_bench(void **state)
{
	Arena arena = test_arena();
	Bench *bench = ARENA_NEW(&arena, Bench);
	PdfFault fault;
	bench->arena = arena;
	bench->style = pages_style();
	bench->files = pages_files(&bench->arena);
	bench->setup = pdf_open(&bench->arena, &bench->style, &bench->files, &fault);
	assert_non_null(bench->setup);
	*state = bench;
	return 0;
}

static int close_bench(void **state)
{
	Bench *bench = *state;
	pdf_close(bench->setup);
	Arena arena = bench->arena;
	arena_release(&arena);
	return 0;
}

static bool holds(Text bytes, const char *part)
{
	return text_find(bytes, text_of(part), 0) != TEXT_NOWHERE;
}

/* A document with something of everything. */
static Document *sample(Arena *arena)
{
	Document *document = document_new(arena);
	document->facts.title = TEXT("Drift & <omsorg>");
	document->facts.author = TEXT("Anna Åkesson");
	document->facts.organisation = TEXT("Linköpings kommun");
	Node *root = document->root;
	tree_add(document, root, NODE_CONTENTS)->as.group.title = TEXT("Innehåll");
	tree_heading(document, root, 1, "Titel");
	tree_heading(document, root, 2, "Avsnitt");
	Node *paragraph = tree_paragraph(document, root, "Läs mer på ");
	tree_link(document, paragraph, "https://example.org/a b(c)å", "sidan");
	tree_item(document, tree_list(document, root, false, true), "punkt");
	Node *table = tree_add(document, root, NODE_TABLE);
	tree_row(document, tree_add(document, table, NODE_TABLE_BODY), "Bidrag", "1\u00a0000");
	Node *notes = tree_add(document, root, NODE_NOTES);
	tree_reference(document, paragraph, tree_with(document, notes, NODE_NOTE, "Noten."));
	document_finish(document);
	return document;
}

static PdfResult written(Bench *bench, Arena *arena)
{
	PdfResult result;
	assert_true(pdf_write(bench->setup, arena, sample(arena), &result));
	assert_int_equal(result.fault.kind, PDF_SOUND);
	return result;
}

/* ---- The file ---- */

static void a_file_says_what_it_is(void **state)
{
	Bench *bench = *state;
	PdfResult result = written(bench, &bench->arena);
	assert_true(text_starts(result.bytes, TEXT("%PDF-1.7")));
	assert_int_equal(result.pages, 1);
	assert_int_equal(result.missing_count, 0);
	static const char *const parts[] = {
	        "/Marked true",    "/DisplayDocTitle true",
	        "/StructTreeRoot", "/Tabs/S",
	        "/ParentTree",     "/IDTree",
	        "/Outlines",       "/PageLabels",
	        "/StructParent",   "/ListNumbering/Disc",
	        "/Scope/Row",      "/S/Note",
	        "/S/TOCI",         "/FontFile2",
	        "/ToUnicode",      "/Identity-H",
	};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		assert_true(holds(result.bytes, parts[i]));
}

static void the_same_document_gives_the_same_bytes(void **state)
{
	Bench *bench = *state;
	Arena other = test_arena();
	PdfResult first = written(bench, &bench->arena);
	PdfResult second = written(bench, &other);
	assert_true(text_equal(first.bytes, second.bytes));

	/* And another document another identifier. */
	Document *document = sample(&other);
	tree_paragraph(document, document->root, "Ett ord till.");
	PdfResult third;
	assert_true(pdf_write(bench->setup, &other, document, &third));
	size_t here = text_find(first.bytes, TEXT("/ID ["), 0);
	size_t there = text_find(third.bytes, TEXT("/ID ["), 0);
	assert_int_not_equal(here, TEXT_NOWHERE);
	assert_false(text_equal(text_cut(first.bytes, here, here + 40),
	                        text_cut(third.bytes, there, there + 40)));
	arena_release(&other);
}

static void links_are_addresses_and_nothing_else(void **state)
{
	Bench *bench = *state;
	PdfResult result = written(bench, &bench->arena);
	assert_true(holds(result.bytes, "/URI(https://example.org/a%20b%28c%29%C3%A5)"));
}

static void archives_can_read_date_and_number(void **state)
{
	Bench *bench = *state;
	DocumentFacts facts = {.title = TEXT("Sömn\u00adsvårigheter"),
	                       .date = TEXT("2018-05-23"),
	                       .diary_number = TEXT("ON 2018-229")};
	Text packet = metadata_xmp(&bench->arena, &facts, true);
	assert_true(holds(packet, "<dc:date><rdf:Seq><rdf:li>2018-05-23</rdf:li>"));
	assert_true(holds(packet, "<dc:identifier>ON 2018-229</dc:identifier>"));
	assert_true(holds(packet, "Sömnsvårigheter</rdf:li>"));
}

/* "Tillbaka" in the words of the link from the note's number, which is to the page of the call. */
static void notes_lead_back_to_the_text(void **state)
{
	Bench *bench = *state;
	PdfResult result = written(bench, &bench->arena);
	size_t words = text_find(result.bytes, TEXT("/Contents(Tillbaka"), 0);
	assert_int_not_equal(words, TEXT_NOWHERE);
	size_t leads = text_find(result.bytes, TEXT("/Dest["), words);
	assert_int_not_equal(leads, TEXT_NOWHERE);
	assert_true(leads < text_find(result.bytes, TEXT("endobj"), words));
	assert_true(holds(result.bytes, "/Ref["));
}

/* What a tree of names holds must stand in the order of its bytes, however many and in which order
 * they were made. */
static void ids_are_sorted(void **state)
{
	Bench *bench = *state;
	Document *document = sample(&bench->arena);
	Node *table = tree_add(document, document->root, NODE_TABLE);
	Node *body = tree_add(document, table, NODE_TABLE_BODY);
	for (int i = 0; i < 100; i++)
		tree_row(document, body, "Bidrag", "1");
	PdfResult result;
	assert_true(pdf_write(bench->setup, &bench->arena, document, &result));
	Text before = TEXT("(");
	size_t names = 0, ids = 0;
	for (size_t at = text_find(result.bytes, TEXT("/Names[("), 0); at != TEXT_NOWHERE;
	     at = text_find(result.bytes, TEXT("/Names[("), at + 1)) {
		Text rest = text_cut(result.bytes, at, text_find(result.bytes, TEXT("]"), at)), id;
		for (text_next(&rest, '(', &id); text_next(&rest, '(', &id); names++) {
			id = text_cut(id, 0, text_find(id, TEXT(")"), 0));
			assert_true(names == 0 || text_order(before, id) < 0);
			before = id;
		}
	}
	for (size_t at = 0; (at = text_find(result.bytes, TEXT("/ID("), at)) != TEXT_NOWHERE; at++)
		ids++;
	assert_int_equal(names, ids);
	assert_true(names > 100);
}

static void metadata_is_escaped(void **state)
{
	Bench *bench = *state;
	PdfResult result = written(bench, &bench->arena);
	assert_true(holds(result.bytes, "Drift &amp; &lt;omsorg&gt;</rdf:li>"));
	assert_true(holds(result.bytes, "<rdf:li>Anna Åkesson</rdf:li>"));
	assert_true(holds(result.bytes, "<pdfuaid:part>1</pdfuaid:part>"));
}

static void a_draft_says_so_in_its_title(void **state)
{
	Bench *bench = *state;
	DocumentFacts facts = {.title = TEXT("Drift"), .draft_mark = TEXT("Utkast")};
	assert_true(holds(metadata_xmp(&bench->arena, &facts, true), ">Utkast: Drift</rdf:li>"));
	assert_true(text_starts(metadata_information(&bench->arena, &facts),
	                        TEXT("/Title(Utkast: Drift)")));
	facts.draft_mark = (Text){0};
	assert_true(holds(metadata_xmp(&bench->arena, &facts, true), ">Drift</rdf:li>"));
}

/* Without a colour profile it would not be true. */
static void only_a_file_with_a_profile_claims_to_be_archival(void **state)
{
	Bench *bench = *state;
	PdfResult result = written(bench, &bench->arena);
	assert_false(holds(result.bytes, "<pdfaid:part>"));
	assert_false(holds(result.bytes, "/OutputIntents"));

	PdfFiles files = bench->files;
	PdfFault fault;
	files.profile = TEXT("not looked at");
	PdfSetup *setup = pdf_open(&bench->arena, &bench->style, &files, &fault);
	assert_non_null(setup);
	assert_true(pdf_write(setup, &bench->arena, sample(&bench->arena), &result));
	assert_true(holds(result.bytes, "<pdfaid:part>3</pdfaid:part>"));
	assert_true(holds(result.bytes, "/S/GTS_PDFA1"));
	pdf_close(setup);
}

static void an_empty_document_is_a_file(void **state)
{
	Bench *bench = *state;
	PdfResult result;
	Document *document = document_new(&bench->arena);
	assert_true(pdf_write(bench->setup, &bench->arena, document, &result));
	assert_int_equal(result.pages, 1);
	assert_false(holds(result.bytes, "/Outlines"));
}

/* ---- Faults ---- */

static void characters_without_glyphs_are_named(void **state)
{
	Bench *bench = *state;
	PdfResult result;
	Document *document = document_new(&bench->arena);
	Node *first = tree_paragraph(document, document->root, "Möte 😀 och 日");
	tree_paragraph(document, document->root, "😀");
	document->facts.organisation = TEXT("本");
	assert_true(pdf_write(bench->setup, &bench->arena, document, &result));
	assert_int_equal(result.missing_count, 3);
	assert_int_equal(result.missing[0].codepoint, 0x1f600);
	assert_ptr_equal(result.missing[0].node, first->first);
	assert_int_equal(result.missing[1].codepoint, 0x65e5);
	assert_int_equal(result.missing[2].codepoint, 0x672c);
	assert_null(result.missing[2].node);
}

static void bad_fonts_are_refused(void **state)
{
	Bench *bench = *state;
	static const Text bad[] = {TEXT_INIT(""), TEXT_INIT("OTTO"),
	                           TEXT_INIT("not a font at all")};
	for (size_t i = 0; i <= sizeof bad / sizeof *bad; i++) {
		PdfFiles files = bench->files;
		PdfFault fault;
		/* The last one is a font with its end cut off. */
		files.faces[FACE_ITALIC] = i < sizeof bad / sizeof *bad
		                                   ? bad[i]
		                                   : text_cut(files.faces[FACE_ITALIC], 0, 5000);
		assert_null(pdf_open(&bench->arena, &bench->style, &files, &fault));
		assert_int_equal(fault.kind, PDF_BAD_FONT);
		assert_int_equal(fault.face, FACE_ITALIC);
	}
}

static void bad_dictionaries_are_refused(void **state)
{
	Bench *bench = *state;
	PdfFiles files = bench->files;
	PdfFault fault;
	files.hyphenation = TEXT("<html>");
	assert_null(pdf_open(&bench->arena, &bench->style, &files, &fault));
	assert_int_equal(fault.kind, PDF_BAD_DICTIONARY);
}

static void too_many_pages_are_a_fault(void **state)
{
	Bench *bench = *state;
	PdfResult result;
	Document *document = document_new(&bench->arena);
	for (int i = 0; i <= LIMIT_PAGES; i++)
		tree_heading(document, tree_add(document, document->root, NODE_COVER), 1, "A");
	assert_false(pdf_write(bench->setup, &bench->arena, document, &result));
	assert_int_equal(result.fault.kind, PDF_TOO_MANY_PAGES);
}

/* ---- Syntax ---- */

/* Bytes of the file, which is not UTF-8. */
static void assert_put_as(Bench *bench, Text text, const char *bytes, size_t length)
{
	Buffer out = buffer_new(&bench->arena, BUFFER_MAXIMUM);
	syntax_put_text(&out, text);
	assert_int_equal(out.length, length);
	assert_memory_equal(out.bytes, bytes, length);
}

#define ASSERT_PUT_AS(text, bytes) assert_put_as(bench, TEXT(text), bytes, sizeof bytes - 1)

static void text_strings_have_a_byte_for_each_character(void **state)
{
	Bench *bench = *state;
	ASSERT_PUT_AS("", "()");
	ASSERT_PUT_AS("a\u00adb", "(ab)");
	ASSERT_PUT_AS("Räksmörgås", "(R\xE4ksm\xF6rg\xE5s)");
	ASSERT_PUT_AS("5 § – ”a” … −1 •", "(5 \xA7 \x85 \x8E"
	                                  "a\x8E \x83 \x8A"
	                                  "1 \x80)");
	ASSERT_PUT_AS("(1\\2)", "(\\(1\\\\2\\))");
}

static void text_strings_are_utf16_where_they_must_be(void **state)
{
	Bench *bench = *state;
	ASSERT_PUT_AS("5\u00a0kr", "(\xFE\xFF\0005\0\xA0\0k\0r)");
	ASSERT_PUT_AS("Å(😀\u00ad", "(\xFE\xFF\0\xC5\0\\(\xD8\x3D\xDE\0)");
	ASSERT_PUT_AS("\u0150\u0d5c", "(\xFE\xFF\x01P\\r\\\\)");
	/* What would be read as the mark of UTF-16 or UTF-8. */
	ASSERT_PUT_AS("þÿ", "(\xFE\xFF\0\xFE\0\xFF)");
	ASSERT_PUT_AS("ï»¿", "(\xFE\xFF\0\xEF\0\xBB\0\xBF)");
}

static void names_are_hexadecimal(void **state)
{
	Bench *bench = *state;
	Buffer out = buffer_new(&bench->arena, BUFFER_MAXIMUM);
	syntax_put_name(&out, TEXT("Å(😀"));
	assert_text(buffer_text(&out), "<FEFF00C50028D83DDE00>");
}

static void text_strings_have_a_greatest_length(void **state)
{
	Bench *bench = *state;
	Buffer text = buffer_new(&bench->arena, BUFFER_MAXIMUM);
	Buffer out = buffer_new(&bench->arena, BUFFER_MAXIMUM);
	buffer_put_repeated(&text, 'a', 70000);
	syntax_put_text(&out, buffer_text(&text));
	assert_int_equal(out.length, 1 + 65535 + 1);
	buffer_clear(&out);
	buffer_put(&text, TEXT("\u00a0"));
	syntax_put_text(&out, buffer_text(&text));
	/* 65 535 bytes hold the mark of order and 32 766 characters. */
	assert_int_equal(out.length, 1 + 2 + 32766 * 2 + 1);
}

static void colours_and_lengths_are_decimals(void **state)
{
	Bench *bench = *state;
	Buffer out = buffer_new(&bench->arena, BUFFER_MAXIMUM);
	syntax_put_fill(&out, 0xff0080);
	syntax_put_length(&out, -12500);
	syntax_put_reference(&out, 7);
	assert_text(buffer_text(&out), "1 0 0.502 rg\n-12.5 7 0 R");
}

static void languages_have_a_country(void **state)
{
	(void)state;
	assert_text(metadata_language(&(DocumentFacts){.language = TEXT("sv")}), "sv-SE");
	assert_text(metadata_language(&(DocumentFacts){.language = TEXT("")}), "sv-SE");
	assert_text(metadata_language(&(DocumentFacts){.language = TEXT("fi")}), "fi");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(a_file_says_what_it_is),
	        cmocka_unit_test(the_same_document_gives_the_same_bytes),
	        cmocka_unit_test(links_are_addresses_and_nothing_else),
	        cmocka_unit_test(notes_lead_back_to_the_text),
	        cmocka_unit_test(ids_are_sorted),
	        cmocka_unit_test(metadata_is_escaped),
	        cmocka_unit_test(archives_can_read_date_and_number),
	        cmocka_unit_test(a_draft_says_so_in_its_title),
	        cmocka_unit_test(only_a_file_with_a_profile_claims_to_be_archival),
	        cmocka_unit_test(an_empty_document_is_a_file),
	        cmocka_unit_test(characters_without_glyphs_are_named),
	        cmocka_unit_test(bad_fonts_are_refused),
	        cmocka_unit_test(bad_dictionaries_are_refused),
	        cmocka_unit_test(too_many_pages_are_a_fault),
	        cmocka_unit_test(text_strings_have_a_byte_for_each_character),
	        cmocka_unit_test(text_strings_are_utf16_where_they_must_be),
	        cmocka_unit_test(names_are_hexadecimal),
	        cmocka_unit_test(text_strings_have_a_greatest_length),
	        cmocka_unit_test(colours_and_lengths_are_decimals),
	        cmocka_unit_test(languages_have_a_country),
	};
	return cmocka_run_group_tests(tests, open_bench, close_bench);
}
