/* Tests of words and lines: shaping, chances to break, hyphenation, and the choice of lines. */
#include "unit/support.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "pdf/break.h"
#include "pdf/hyphenate.h"
#include "pdf/paragraph.h"
#include "pdf/word.h"
#include "unit/pages.h"
#include "unit/tree.h"

#define NBSP "\u00a0"
#define SHY  "\u00ad"

static const Ink ink = {.size = 11000};

static const Paragraph *paragraph(Press *press, const char *text)
{
	return paragraph_of_text(&press->set, text_of(text), NULL, ink);
}

static Length width_of(Press *press, const char *text)
{
	return break_natural_width(paragraph(press, text));
}

static Text line_text(const Paragraph *text, const Line *line)
{
	return text_cut(text->text, text->glyphs[line->first].cluster,
	                paragraph_text_end(text, line->end - 1));
}

/* "first line|second-|line": a bar between lines, a tilde where a hyphen is set. */
static Text joined(Press *press, const Paragraph *text, Measure measure)
{
	Buffer out = buffer_new(&press->arena, BUFFER_MAXIMUM);
	Lines lines = break_lines(&press->set, text, measure);
	for (size_t i = 0; i < lines.count; i++) {
		if (i > 0)
			buffer_put_byte(&out, '|');
		buffer_put(&out, text_trim(line_text(text, &lines.items[i])));
		if (lines.items[i].hyphen)
			buffer_put_byte(&out, '~');
	}
	return buffer_text(&out);
}

/* The lines of a text in a measure that just holds `widest`. */
static Text broken(Press *press, const char *text, const char *widest)
{
	Measure measure = {.width = width_of(press, widest), .rag = BREAK_RAG_WORDS};
	return joined(press, paragraph(press, text), measure);
}

/* ---- Words ---- */

static Text hyphenated(Press *press, const char *word)
{
	size_t points[HYPHENATE_LETTERS];
	Text text = text_of(word);
	size_t count = hyphenate_word(press->set.hyphenator, text, points);
	Buffer out = buffer_new(&press->arena, 1000);
	size_t from = 0;
	for (size_t i = 0; i < count; i++) {
		buffer_put(&out, text_cut(text, from, points[i]));
		buffer_put_byte(&out, '-');
		from = points[i];
	}
	buffer_put(&out, text_after(text, from));
	return buffer_text(&out);
}

static void words_are_divided_as_swedish_is(void **state)
{
	assert_text(hyphenated(*state, "samverkansöverenskommelse"),
	            "sam-ver-kans-över-ens-kom-melse");
	assert_text(hyphenated(*state, "ARBETSMARKNADSNÄMNDEN"), "AR-BETS-MARK-NADS-NÄMN-DEN");
	assert_text(hyphenated(*state, "idéburet"), "idé-bu-ret");
	/* At least two letters before and three after. */
	assert_text(hyphenated(*state, "och"), "och");
	assert_text(hyphenated(*state, "mall"), "mall");
}

static void only_words_of_letters_are_divided(void **state)
{
	static const char *const whole[] = {"",          "samverkan2019",    "2019-878",
	                                    "kommun.se", "samverkans-avtal", "łódźkommunförbund",
	                                    "1800000",   "överenskommelse:"};
	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
		size_t points[HYPHENATE_LETTERS];
		Press *press = *state;
		assert_int_equal(hyphenate_word(press->set.hyphenator, text_of(whole[i]), points),
		                 0);
	}
}

static void endless_words_are_not_divided(void **state)
{
	Press *press = *state;
	char word[HYPHENATE_LETTERS + 1];
	size_t points[HYPHENATE_LETTERS];
	for (size_t i = 0; i < sizeof word; i++)
		word[i] = "samverkan"[i % 9];
	assert_true(hyphenate_word(press->set.hyphenator, (Text){word, HYPHENATE_LETTERS}, points) >
	            10);
	assert_int_equal(hyphenate_word(press->set.hyphenator, (Text){word, sizeof word}, points),
	                 0);
}

static void damaged_dictionaries_are_refused(void **state)
{
	Press *press = *state;
	assert_null(hyphenate_new(&press->arena, TEXT("")));
	assert_null(hyphenate_new(&press->arena, TEXT("KOI8-R\n.a2b\n")));
	assert_null(hyphenate_new(&press->arena, TEXT("ISO8859-1")));
}

/* ---- Shaping ---- */

static void kerning_and_ligatures_are_used(void **state)
{
	Press *press = *state;
	const Paragraph *kerned = paragraph(press, "To");
	assert_int_equal(kerned->glyph_count, 2);
	assert_true(kerned->glyphs[0].units <
	            font_advance(press->set.fonts, FACE_REGULAR, kerned->glyphs[0].index));
	const Paragraph *ligature = paragraph(press, "effekt");
	assert_int_equal(ligature->glyph_count, 5);
	assert_int_equal(ligature->glyphs[1].cluster, 1);
	assert_int_equal(ligature->glyphs[2].cluster, 3);
}

static void missing_glyphs_are_reported_once_each(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	Node *block = tree_paragraph(document, document->root, "a中b中語");
	press->set.missing.count = 0;
	paragraph_of_node(&press->set, block, ink);
	assert_int_equal(press->set.missing.count, 2);
	assert_int_equal(press->set.missing.items[0].codepoint, 0x4e2d);
	assert_ptr_equal(press->set.missing.items[0].node, block->first);
	assert_int_equal(press->set.missing.items[1].codepoint, 0x8a9e);
	press->set.missing.count = 0;
}

static void faces_follow_emphasis(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	Node *block = tree_paragraph(document, document->root, "a ");
	Node *strong = tree_add(document, block, NODE_STRONG);
	tree_text(document, strong, "b ");
	tree_with(document, strong, NODE_EMPHASIS, "c ");
	tree_with(document, block, NODE_EMPHASIS, "d");
	const Paragraph *text = paragraph_of_node(&press->set, block, ink);
	static const FontFace faces[] = {FACE_REGULAR, FACE_BOLD, FACE_BOLD_ITALIC, FACE_ITALIC};
	assert_int_equal(text->piece_count, 4);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(text->pieces[i].face, faces[i]);
		assert_int_equal(paragraph_piece_at(text, text->pieces[i].first), i);
	}
	assert_text(text->text, "a b c d");
}

/* ---- Chances ---- */

static void no_break_at_a_no_break_space(void **state)
{
	Press *press = *state;
	static const char text[] = "Bidraget är 1" NBSP "800" NBSP "000" NBSP "kr per år.";
	Length least = width_of(press, "1" NBSP "800" NBSP "000" NBSP "kr");
	for (Length width = least; width < 4 * least; width += 500) {
		Measure measure = {.width = width, .rag = BREAK_RAG_TEXT};
		Text lines = joined(press, paragraph(press, text), measure);
		assert_int_not_equal(text_find(lines, TEXT("1" NBSP "800" NBSP "000" NBSP "kr"), 0),
		                     TEXT_NOWHERE);
	}
}

/* The dictionary would divide "december", and does so when it stands alone. */
static void what_is_kept_together_is_not_hyphenated(void **state)
{
	Press *press = *state;
	assert_text(broken(press, "december", "decem-"), "decem~|ber");
	assert_text(broken(press, "den 31" NBSP "december" NBSP "2021",
	                   "31" NBSP "december" NBSP "2021"),
	            "den|31" NBSP "december" NBSP "2021");
}

/* Numbers and words are whole as long as the line can hold one of them. */
static void what_no_line_can_hold_is_divided_at_its_spaces(void **state)
{
	Press *press = *state;
	assert_text(broken(press, "den 31" NBSP "december" NBSP "2021", "december" NBSP "2"),
	            "den|31" NBSP "|december" NBSP "|2021");
	assert_text(broken(press, "1" NBSP "800" NBSP "000" NBSP "kr", "1" NBSP "800" NBSP "0"),
	            "1" NBSP "800" NBSP "|000" NBSP "kr");
	assert_text(broken(press, "1" NBSP "800", "80"), "1" NBSP "|80|0");
}

static void marks_between_letters_are_chances(void **state)
{
	assert_text(broken(*state, "samverkansavtal-utkast", "samverkansavtal-"),
	            "samverkansavtal-|utkast");
	assert_text(broken(*state, "Stockholm–Göteborg", "Stockholm–"), "Stockholm–|Göteborg");
	assert_text(broken(*state, "handläggare/chef", "handläggare/"), "handläggare/|chef");
}

static void marks_in_numbers_and_units_are_none(void **state)
{
	Press *press = *state;
	static const char *const whole[] = {
	        "2018-05-23", "5–10",   "kr/år",    "822003-0913",   "SON:2019–1", "-avgift",
	        "a-kassa",    "e-post", "IOGT-NTO", "EU-medborgare", "ESF-medel"};
	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
		assert_int_equal(break_least_width(&press->set, paragraph(press, whole[i]), false),
		                 width_of(press, whole[i]));
}

/* A formula goes on with its sign, and a line never begins with a dash. */
static void signs_and_dashes_stand_with_their_words(void **state)
{
	assert_text(broken(*state, "100 + 200 = 300", "100 + 200 ="), "100 + 200|= 300");
	assert_text(broken(*state, "9 × 9 − 1", "9 × 9 −"), "9 × 9|− 1");
	assert_text(broken(*state, "Bron – vägen", "Bron –"), "Bron –|vägen");
}

static void soft_hyphens_are_taken_at_their_word(void **state)
{
	Press *press = *state;
	const Paragraph *text = paragraph(press, "drog" SHY "förebyggande");
	assert_text(text->text, "drogförebyggande");
	assert_int_equal(text->glyph_count, 16);
	assert_text(broken(press, "drog" SHY "förebyggande", "förebyggande"), "drog~|förebyggande");
	assert_text(broken(press, "drog" SHY "förebyggande", "drogförebyggande"),
	            "drogförebyggande");
}

static void line_breaks_are_forced(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	Node *block = tree_paragraph(document, document->root, "Box 1");
	tree_add(document, block, NODE_LINE_BREAK);
	tree_text(document, block, "Ort");
	const Paragraph *text = paragraph_of_node(&press->set, block, ink);
	assert_text(text->text, "Box 1 Ort");
	assert_text(joined(press, text, (Measure){.width = 400000, .rag = 18}), "Box 1|Ort");
	assert_int_equal(break_natural_width(text), width_of(press, "Box 1"));
}

/* ---- Lines ---- */

static const char sample[] =
        "Nämnden och föreningen har sedan flera år ett nära samarbete. Föreningen når människor "
        "som förvaltningens egna insatser inte når, och samverkansöverenskommelsen beskriver "
        "vad parterna gör tillsammans, vad var och en bidrar med och hur det följs upp.";

static void lines_hold_all_glyphs_and_fit(void **state)
{
	Press *press = *state;
	const Paragraph *text = paragraph(press, sample);
	for (Length width = 3000; width < 500000; width = width * 9 / 8) {
		Measure measure = {.width = width, .rag = BREAK_RAG_TEXT};
		Lines lines = break_lines(&press->set, text, measure);
		size_t next = 0;
		for (size_t i = 0; i < lines.count; i++) {
			const Line *line = &lines.items[i];
			assert_int_equal(line->first, next);
			assert_true(line->end > line->first);
			assert_true(line->width <= width || line->end - line->first == 1);
			next = line->end;
		}
		assert_int_equal(next, text->glyph_count);
	}
}

static void words_that_fit_are_not_hyphenated_in_headings(void **state)
{
	Press *press = *state;
	const Paragraph *text = paragraph(press, sample);
	Length longest = break_least_width(&press->set, text, false);
	for (Length width = longest; width < 3 * longest; width += 1000) {
		Measure measure = {.width = width, .rag = BREAK_RAG_WORDS};
		Text lines = joined(press, text, measure);
		assert_int_equal(text_find(lines, TEXT("~"), 0), TEXT_NOWHERE);
	}
}

static void a_word_too_long_is_hyphenated(void **state)
{
	assert_text(broken(*state, "samverkansöverenskommelse", "samverkansöver-"),
	            "samverkansöver~|enskommelse");
	assert_text(broken(*state, "”samverkansöverenskommelse”.", "”samverkansöver-"),
	            "”samverkansöver~|enskommelse”.");
	assert_text(broken(*state, "samverkansöverenskommelse", "samverkans-"),
	            "samverkans~|överens~|kommelse");
}

/* Where a line would be left emptier than the rag allows, a hyphen is worth having. */
static void an_ugly_rag_is_worth_a_hyphen(void **state)
{
	Press *press = *state;
	static const char text[] = "Parterna ingår en samverkansöverenskommelse om idrott";
	Measure ugly = {.width = width_of(press, "Parterna ingår en samverkans-"),
	                .rag = BREAK_RAG_TEXT};
	assert_text(joined(press, paragraph(press, text), ugly),
	            "Parterna ingår en samverkans~|överenskommelse om idrott");
	ugly.rag = BREAK_RAG_WORDS;
	assert_text(joined(press, paragraph(press, text), ugly),
	            "Parterna ingår en|samverkansöverenskommelse|om idrott");
	Measure fine = {.width = width_of(press, "Parterna ingår en ny"), .rag = BREAK_RAG_TEXT};
	assert_text(joined(press, paragraph(press, "Parterna ingår en nystart."), fine),
	            "Parterna ingår en|nystart.");
}

static void lines_are_equally_full(void **state)
{
	/* First fit would leave "år." alone. */
	assert_text(broken(*state, "aaaa bbbb cccc dddd eeee år.", "aaaa bbbb cccc dddd eeee"),
	            "aaaa bbbb cccc dddd|eeee år.");
}

/* No line ends with a lone letter, or with the hyphen of a word that is to come, where it costs
 * little to avoid it. */
static void small_words_and_their_hyphens_begin_lines(void **state)
{
	assert_text(
	        broken(*state, "han talade tyst och länge i skolan", "han talade tyst och länge i"),
	        "han talade tyst och länge|i skolan");
	assert_text(broken(*state, "nämnden för alla social- och vårdfrågor",
	                   "nämnden för alla social-"),
	            "nämnden för alla|social- och vårdfrågor");
}

/* "stadsmission" alone under a full line would be more full lines, and uglier. */
static void headings_have_even_lines(void **state)
{
	Press *press = *state;
	const Paragraph *text = paragraph(press, "Idéburet partnerskap, Linköpings stadsmission");
	Measure measure = {.width = width_of(press, "Idéburet partnerskap, Linköpings xx"),
	                   .rag = BREAK_RAG_WORDS};
	assert_text(joined(press, text, measure), "Idéburet partnerskap, Linköpings|stadsmission");
	measure.even = true;
	assert_text(joined(press, text, measure), "Idéburet partnerskap,|Linköpings stadsmission");
}

/* Of two lines the first may be rather empty before a word is hyphenated for it. */
static void two_lines_have_no_rag(void **state)
{
	Press *press = *state;
	Measure measure = {.width = width_of(press, "Nämnden, offentlig sektor, organisation"),
	                   .rag = BREAK_RAG_TEXT};
	assert_text(joined(press,
	                   paragraph(press, "Nämnden, offentlig sektor, organisationsnummer" NBSP
	                                    "212000"),
	                   measure),
	            "Nämnden, offentlig sektor,|organisationsnummer" NBSP "212000");
}

/* "sam|ver|kans||över|ens|kom|melse": the places where a word may be divided, and those that are
 * better. */
static Text divided(Press *press, const char *word)
{
	const Paragraph *text = paragraph(press, word);
	WordPoint points[HYPHENATE_LETTERS];
	size_t count = word_divide(&press->set, text, 0, text->glyph_count, points);
	Buffer out = buffer_new(&press->arena, 1000);
	size_t from = 0;
	for (size_t i = 0; i < count; i++) {
		size_t at = text->glyphs[points[i].glyph].cluster;
		buffer_put(&out, text_cut(text->text, from, at));
		buffer_put(&out, points[i].inside_part ? TEXT("|") : TEXT("||"));
		from = at;
	}
	buffer_put(&out, text_after(text->text, from));
	return buffer_text(&out);
}

static void compounds_are_divided_between_their_parts(void **state)
{
	assert_text(divided(*state, "samverkansöverenskommelse"),
	            "sam|ver|kans||över|ens|kom|melse");
	/* Where the dictionary is wrong about the part that comes first. */
	assert_text(divided(*state, "beslutspunkter"), "be|sluts||punk|ter");
	assert_text(divided(*state, "arbetsträning"), "ar|bets||trä|ning");
	/* No compound that we know: every place is as good. */
	assert_text(divided(*state, "tillsammans"), "till||sam||mans");
	assert_text(divided(*state, "överenskommelse"), "över||ens||kom||melse");
}

static void a_compound_is_divided_where_it_reads_best(void **state)
{
	Press *press = *state;
	static const char text[] = "Parterna ingår en samverkansöverenskommelse om idrott och "
	                           "annan fritid för barn";
	Measure measure = {.width = width_of(press, "Parterna ingår en samverkansöver-"),
	                   .rag = BREAK_RAG_TEXT};
	Text lines = joined(press, paragraph(press, text), measure);
	assert_int_not_equal(text_find(lines, TEXT("samverkans~|överenskommelse"), 0),
	                     TEXT_NOWHERE);
}

static void an_endless_word_is_broken_anywhere(void **state)
{
	assert_text(broken(*state, "x 0000000000 y", "0000"), "x|0000|0000|00 y");
	assert_text(broken(*state, "000", "."), "0|0|0");
}

static void an_empty_paragraph_has_one_line(void **state)
{
	Press *press = *state;
	Lines lines = break_lines(&press->set, paragraph(press, ""), (Measure){.width = 1000});
	assert_int_equal(lines.count, 1);
	assert_int_equal(lines.items[0].end, 0);
	assert_int_equal(width_of(press, ""), 0);
}

/* As wide as a kilometre of paper, and no sum has overflowed. */
static void an_endless_paragraph_is_broken(void **state)
{
	Press *press = *state;
	Buffer text = buffer_new(&press->arena, BUFFER_MAXIMUM);
	for (int i = 0; i < 60000; i++)
		buffer_put(&text, TEXT("samverkan i Östergötland "));
	const Paragraph *endless = paragraph_of_text(&press->set, buffer_text(&text), NULL, ink);
	assert_true(break_natural_width(endless) >= PARAGRAPH_WIDEST);
	Lines lines = break_lines(&press->set, endless,
	                          (Measure){.width = 451000, .rag = BREAK_RAG_TEXT});
	assert_true(lines.count > 15000);
	assert_int_equal(lines.items[lines.count - 1].end, endless->glyph_count);
}

static void widths_follow_the_size(void **state)
{
	Press *press = *state;
	const Paragraph *full = paragraph(press, "samverkan");
	const Paragraph *half = paragraph_resized(&press->set, full, 1, 2);
	Length difference = break_natural_width(full) - 2 * break_natural_width(half);
	assert_int_equal(half->pieces[0].size, 5500);
	assert_true(difference >= -9 && difference <= 9);
	assert_true(break_least_width(&press->set, full, true) < break_natural_width(full));
	assert_int_equal(break_least_width(&press->set, full, false), break_natural_width(full));
}

/* The dictionary knows Swedish alone. */
static void words_in_another_language_stay_whole(void **state)
{
	Press *press = *state;
	Document *document = document_new(&press->arena);
	Node *swedish = tree_paragraph(document, document->root, "samverkansöverenskommelse");
	Node *block = tree_add(document, document->root, NODE_PARAGRAPH);
	tree_with(document, block, NODE_FOREIGN, "samverkansöverenskommelse");
	const Paragraph *own = paragraph_of_node(&press->set, swedish, ink);
	const Paragraph *foreign = paragraph_of_node(&press->set, block, ink);
	Length whole = break_least_width(&press->set, own, false);
	assert_true(break_least_width(&press->set, own, true) < whole);
	assert_int_equal(break_least_width(&press->set, foreign, true), whole);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(words_in_another_language_stay_whole),
	        cmocka_unit_test(words_are_divided_as_swedish_is),
	        cmocka_unit_test(only_words_of_letters_are_divided),
	        cmocka_unit_test(endless_words_are_not_divided),
	        cmocka_unit_test(damaged_dictionaries_are_refused),
	        cmocka_unit_test(kerning_and_ligatures_are_used),
	        cmocka_unit_test(missing_glyphs_are_reported_once_each),
	        cmocka_unit_test(faces_follow_emphasis),
	        cmocka_unit_test(no_break_at_a_no_break_space),
	        cmocka_unit_test(what_is_kept_together_is_not_hyphenated),
	        cmocka_unit_test(what_no_line_can_hold_is_divided_at_its_spaces),
	        cmocka_unit_test(marks_between_letters_are_chances),
	        cmocka_unit_test(marks_in_numbers_and_units_are_none),
	        cmocka_unit_test(signs_and_dashes_stand_with_their_words),
	        cmocka_unit_test(small_words_and_their_hyphens_begin_lines),
	        cmocka_unit_test(headings_have_even_lines),
	        cmocka_unit_test(two_lines_have_no_rag),
	        cmocka_unit_test(compounds_are_divided_between_their_parts),
	        cmocka_unit_test(a_compound_is_divided_where_it_reads_best),
	        cmocka_unit_test(soft_hyphens_are_taken_at_their_word),
	        cmocka_unit_test(line_breaks_are_forced),
	        cmocka_unit_test(lines_hold_all_glyphs_and_fit),
	        cmocka_unit_test(words_that_fit_are_not_hyphenated_in_headings),
	        cmocka_unit_test(a_word_too_long_is_hyphenated),
	        cmocka_unit_test(an_ugly_rag_is_worth_a_hyphen),
	        cmocka_unit_test(lines_are_equally_full),
	        cmocka_unit_test(an_endless_word_is_broken_anywhere),
	        cmocka_unit_test(an_empty_paragraph_has_one_line),
	        cmocka_unit_test(an_endless_paragraph_is_broken),
	        cmocka_unit_test(widths_follow_the_size),
	};
	return cmocka_run_group_tests(tests, open_press, close_press);
}
