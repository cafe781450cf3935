/* Unit tests of html/: every kind as exact text, the frame of the page, and attempts to break out.
 */
#include "support.h"

#include "base/buffer.h"
#include "document/document.h"
#include "fixture.h"
#include "html/escape.h"
#include "html/writer.h"
#include "tree.h"
#include "unit/logotype.h"

#define HEAD                                                                                       \
	"<!DOCTYPE html>\n"                                                                        \
	"<html lang=\"sv\">\n"                                                                     \
	"<head>\n"                                                                                 \
	"<meta charset=\"utf-8\">\n"                                                               \
	"<meta http-equiv=\"Content-Security-Policy\" "                                            \
	"content=\"default-src 'none'; base-uri 'none'; form-action 'none'"
#define VIEWPORT "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"

#define BODY                                                                                       \
	"<body>\n"                                                                                 \
	"<a class=\"skip\" href=\"#del-1\">Hoppa till innehållet</a>\n"

#define PAGE_START HEAD VIEWPORT "<title>Dokument</title>\n</head>\n" BODY "<main id=\"del-1\">\n"
#define PAGE_END   "</main>\n</body>\n</html>\n"

/* What stands within <main>. */
static Text written(Fixture *fixture)
{
	document_finish(fixture->document);
	Text page = html_write(&fixture->arena, fixture->document, TEXT(""));
	assert_true(text_starts(page, TEXT(PAGE_START)));
	assert_true(text_ends(page, TEXT(PAGE_END)));
	return text_cut(page, sizeof PAGE_START - 1, page.length - (sizeof PAGE_END - 1));
}

static void test_words_in_another_language(void **state)
{
	Fixture *fixture = *state;
	Node *paragraph = tree_paragraph(fixture->document, fixture->root, "kallas ");
	tree_with(fixture->document, paragraph, NODE_FOREIGN, "impact & <bond>")
	        ->as.foreign.language = TEXT("en");
	assert_text(written(fixture),
	            "<p>kallas <span lang=\"en\">impact &amp; &lt;bond&gt;</span></p>\n");
}

static void test_abbreviations(void **state)
{
	Fixture *fixture = *state;
	Node *paragraph = tree_paragraph(fixture->document, fixture->root, "ett ");
	tree_with(fixture->document, paragraph, NODE_ABBREVIATION, "I&P")->as.abbreviation.words =
	        TEXT("\"idéburet\" <b>");
	assert_text(written(fixture), "<p>ett <abbr title=\"&quot;idéburet&quot; &lt;b&gt;\">"
	                              "I&amp;P</abbr></p>\n");
}

/* The page */

static void test_empty_page(void **state)
{
	Fixture *fixture = *state;
	assert_text(html_write(&fixture->arena, fixture->document, TEXT("")), PAGE_START PAGE_END);
}

static void test_page_with_all_facts(void **state)
{
	Fixture *fixture = *state;
	fixture->document->facts = (DocumentFacts){
	        .title = TEXT("IOP & <mer>"),
	        .type = TEXT("Tjänsteskrivelse"),
	        .organisation = TEXT("Kommun \"A\""),
	        .department = TEXT("visas inte"),
	        .diary_number = TEXT("ÄN 2019-878"),
	        .date = TEXT("2019-10-15"),
	        .author = TEXT("A \"B\" <C> 'D'"),
	        .language = TEXT("sv"),
	        .draft_mark = TEXT("Utkast"),
	        .file = TEXT("a \"b\""),
	};
	assert_text(html_write(&fixture->arena, fixture->document, TEXT("p { margin: 0 }")), HEAD
	            "; style-src 'sha256-QRQPRLGyxt3RJiKpYNjpkgHcmHU2PywsfL2e8oI0LQA='" VIEWPORT
	            "<meta name=\"author\" content=\"A &quot;B&quot; &lt;C&gt; &#39;D&#39;\">\n"
	            "<title>Utkast: IOP &amp; &lt;mer&gt; – Tjänsteskrivelse</title>\n"
	            "<style>p{margin:0}</style>\n"
	            "</head>\n" BODY "<header class=\"page\">\n"
	            "<p class=\"organisation\">Kommun \"A\"</p>\n"
	            "<p class=\"type\">Tjänsteskrivelse</p>\n"
	            "<p class=\"diary\">ÄN 2019-878</p>\n"
	            "<p class=\"date\"><time>2019-10-15</time></p>\n"
	            "<p class=\"draft\">Utkast</p>\n"
	            "</header>\n"
	            "<main id=\"del-1\">\n</main>\n"
	            "<footer class=\"page\">\n"
	            "<p>Handlingen finns också som <a href=\"a%20%22b%22.pdf\">PDF</a> och "
	            "<a href=\"a%20%22b%22.md\">Markdown</a></p>\n"
	            "</footer>\n</body>\n</html>\n");
}

/* Machines read what they know, and no more is said to be a date. */
static void test_date_in_words(void **state)
{
	Fixture *fixture = *state;
	fixture->document->facts.date = TEXT("våren 2019");
	Text page = html_write(&fixture->arena, fixture->document, TEXT(""));
	assert_true(text_find(page, TEXT("<p class=\"date\">våren 2019</p>"), 0) != TEXT_NOWHERE);
}

/* Inside the page, with words for those who do not see it; only pixels need leave to be shown. */
static void test_logotypes(void **state)
{
	Fixture *fixture = *state;
	fixture->document->facts.logotype = logotype_of_paths(&fixture->arena);
	Text page = html_write(&fixture->arena, fixture->document, TEXT(""));
	assert_true(text_starts(page, TEXT(HEAD VIEWPORT)));
	assert_true(text_find(page,
	                      TEXT("<header class=\"page\">\n<p class=\"logotype\">"
	                           "<svg role=\"img\" aria-label=\"Kommunens &quot;märke&quot;\""
	                           " width=\"53\" height=\"26\" viewBox=\"0 0 40000 20000\">\n"
	                           "<path fill=\"#0B4F6C\" fill-rule=\"evenodd\""
	                           " d=\"M0 0L20000 0L20000 20500Z\"/>\n"
	                           "<path fill=\"#FFFFFF\""
	                           " d=\"M30000 0C31000 0 40000 9000 40000 10000\"/>\n"
	                           "</svg></p>\n</header>\n"),
	                      0) != TEXT_NOWHERE);

	fixture->document->facts.logotype = logotype_of_pixels(&fixture->arena);
	page = html_write(&fixture->arena, fixture->document, TEXT(""));
	assert_true(text_find(page, TEXT("form-action 'none'; img-src data:\">"), 0) !=
	            TEXT_NOWHERE);
	assert_true(text_find(page,
	                      TEXT("<p class=\"logotype\">"
	                           "<svg role=\"img\" aria-label=\"Kommunens &quot;märke&quot;\""
	                           " width=\"53\" height=\"26\" viewBox=\"0 0 40000 20000\">\n"
	                           "<image width=\"40000\" height=\"20000\""
	                           " href=\"data:image/png;base64,/wD+Af0=\"/>\n</svg></p>\n"),
	                      0) != TEXT_NOWHERE);
}

/* Whatever the data say, they can neither end their element nor begin what is not data. */
static void test_linked_data(void **state)
{
	Fixture *fixture = *state;
	fixture->document->facts.linked_data = TEXT("{\"name\":\"</script><!--<script>&amp;]]>\"}");
	Text page = html_write(&fixture->arena, fixture->document, TEXT(""));
	assert_text(page, HEAD
	            "; script-src 'sha256-DUgM17fMGknsHg3qySZFmrnt6nr9IbfU3FVq5MIXums='" VIEWPORT
	            "<title>Dokument</title>\n"
	            "<script type=\"application/ld+json\">"
	            "{\"name\":\"\\u003C/script\\u003E\\u003C!--\\u003Cscript"
	            "\\u003E\\u0026amp;]]\\u003E\"}</script>\n"
	            "</head>\n" BODY "<main id=\"del-1\">\n" PAGE_END);
}

static void test_page_with_title_or_type_alone(void **state)
{
	Fixture *fixture = *state;
	DocumentFacts *facts = &fixture->document->facts;
	facts->title = TEXT("Titel");
	Text page = html_write(&fixture->arena, fixture->document, TEXT(""));
	assert_true(text_find(page, TEXT("<title>Titel</title>"), 0) != TEXT_NOWHERE);
	assert_true(text_find(page, TEXT("<header"), 0) == TEXT_NOWHERE);
	facts->title = TEXT("");
	facts->type = TEXT("Typ");
	page = html_write(&fixture->arena, fixture->document, TEXT(""));
	assert_true(text_find(page, TEXT("<title>Typ</title>"), 0) != TEXT_NOWHERE);
}

/* Kinds */

static void test_sections_headings_and_headers(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *cover = tree_add(document, fixture->root, NODE_COVER);
	tree_heading(document, cover, 1, "Titel");
	Node *masthead = tree_add(document, fixture->root, NODE_MASTHEAD);
	tree_paragraph(document, masthead, "Nämnd");
	Node *section = tree_add(document, fixture->root, NODE_SECTION);
	tree_heading(document, section, 2, "Mål & mått");
	tree_heading(document, section, 6, "Djup");
	Node *quotation = tree_add(document, section, NODE_QUOTATION);
	tree_paragraph(document, quotation, "Citat");
	assert_text(written(fixture), "<header class=\"cover\">\n"
	                              "<h1 id=\"titel\">Titel</h1>\n"
	                              "</header>\n"
	                              "<header class=\"masthead\">\n"
	                              "<p>Nämnd</p>\n"
	                              "</header>\n"
	                              "<section>\n"
	                              "<h2 id=\"mal-matt\">Mål &amp; mått</h2>\n"
	                              "<h6 id=\"djup\">Djup</h6>\n"
	                              "<blockquote>\n"
	                              "<p>Citat</p>\n"
	                              "</blockquote>\n"
	                              "</section>\n");
}

static void test_inline_kinds(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *text = tree_paragraph(document, fixture->root,
	                            "933\xC2\xA0"
	                            "000 ");
	tree_text(document, tree_add(document, text, NODE_EMPHASIS), "e");
	Node *strong = tree_add(document, text, NODE_STRONG);
	tree_text(document, strong, "s");
	tree_text(document, tree_add(document, strong, NODE_EMPHASIS), "e");
	tree_add(document, text, NODE_LINE_BREAK);
	tree_link(document, text, "https://x.se/å?a&b=\"'", "länk");
	assert_text(written(fixture),
	            "<p>933\xC2\xA0"
	            "000 <em>e</em><strong>s<em>e</em></strong><br>"
	            "<a href=\"https://x.se/%C3%A5?a&amp;b=%22&#39;\">länk</a></p>\n");
}

static void test_lists(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *tight = tree_list(document, fixture->root, false, true);
	tree_item(document, tight, "a");
	Node *inner = tree_list(document, tree_item(document, tight, "b"), true, false);
	inner->as.list.start = 4;
	Node *item = tree_item(document, inner, "c");
	tree_paragraph(document, item, "d");
	assert_text(written(fixture), "<ul>\n"
	                              "<li>a</li>\n"
	                              "<li>b\n"
	                              "<ol start=\"4\">\n"
	                              "<li>\n"
	                              "<p>c</p>\n"
	                              "<p>d</p>\n"
	                              "</li>\n"
	                              "</ol>\n"
	                              "</li>\n"
	                              "</ul>\n");
}

static void test_fields(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *list = tree_add(document, fixture->root, NODE_FIELD_LIST);
	Node *field = tree_field(document, list, "Handläggare", "A");
	tree_with(document, field, NODE_FIELD_VALUE, "B");
	assert_text(written(fixture), "<dl>\n"
	                              "<div>\n"
	                              "<dt>Handläggare</dt>\n"
	                              "<dd>A</dd>\n"
	                              "<dd>B</dd>\n"
	                              "</div>\n"
	                              "</dl>\n");
}

static void test_table_with_caption(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *table = tree_add(document, fixture->root, NODE_TABLE);
	tree_with(document, table, NODE_CAPTION, "Kostnader");
	Node *head = tree_add(document, tree_add(document, table, NODE_TABLE_HEAD), NODE_ROW);
	tree_cell(document, head, NODE_HEADER_CELL, ALIGN_START, "");
	tree_cell(document, head, NODE_HEADER_CELL, ALIGN_END, "Kr");
	tree_row(document, tree_add(document, table, NODE_TABLE_BODY), "Hyra", "10");
	Node *foot = tree_add(document, table, NODE_TABLE_FOOT);
	tree_row(document, foot, "Summa", "10")->as.row.sum = true;
	assert_text(written(fixture), "<div class=\"table\" tabindex=\"0\" role=\"group\" "
	                              "aria-labelledby=\"tabell-1\">\n"
	                              "<table>\n"
	                              "<caption id=\"tabell-1\">Kostnader</caption>\n"
	                              "<thead>\n"
	                              "<tr>\n"
	                              "<td></td>\n"
	                              "<th class=\"amount\" scope=\"col\">Kr</th>\n"
	                              "</tr>\n"
	                              "</thead>\n"
	                              "<tbody>\n"
	                              "<tr>\n"
	                              "<th scope=\"row\">Hyra</th>\n"
	                              "<td class=\"amount\">10</td>\n"
	                              "</tr>\n"
	                              "</tbody>\n"
	                              "<tfoot>\n"
	                              "<tr class=\"sum\">\n"
	                              "<th scope=\"row\">Summa</th>\n"
	                              "<td class=\"amount\">10</td>\n"
	                              "</tr>\n"
	                              "</tfoot>\n"
	                              "</table>\n"
	                              "</div>\n");
}

static void test_table_without_caption(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *table = tree_add(document, fixture->root, NODE_TABLE);
	Node *row = tree_add(document, tree_add(document, table, NODE_TABLE_BODY), NODE_ROW);
	tree_cell(document, row, NODE_CELL, ALIGN_START, "a");
	assert_text(written(fixture), "<div class=\"table\" tabindex=\"0\" role=\"group\" "
	                              "aria-label=\"Tabell\">\n"
	                              "<table aria-label=\"Tabell\">\n"
	                              "<tbody>\n"
	                              "<tr>\n"
	                              "<td>a</td>\n"
	                              "</tr>\n"
	                              "</tbody>\n"
	                              "</table>\n"
	                              "</div>\n");
}

/* It is called what its section is called, and one of many columns may lie on its side on paper. */
static void test_wide_table_below_a_heading(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	tree_heading(document, fixture->root, 2, "Mål");
	Node *table = tree_add(document, fixture->root, NODE_TABLE);
	Node *row = tree_add(document, tree_add(document, table, NODE_TABLE_BODY), NODE_ROW);
	for (int i = 0; i < 8; i++)
		tree_cell(document, row, NODE_CELL, ALIGN_START, "a");
	assert_true(text_starts(written(fixture),
	                        TEXT("<h2 id=\"mal\">Mål</h2>\n"
	                             "<div class=\"table wide\" tabindex=\"0\" role=\"group\" "
	                             "aria-labelledby=\"mal\">\n"
	                             "<table aria-labelledby=\"mal\">\n<tbody>\n")));
}

static void test_contents(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *contents = tree_add(document, fixture->root, NODE_CONTENTS);
	contents->as.group.title = TEXT("Innehåll & mer");
	static const struct {
		int level;
		const char *text;
	} headings[] = {{3, "Ö"}, {2, "A"}, {3, "B"}, {3, "C"}, {2, "D"}, {3, "E"}};
	Node *section = tree_add(document, fixture->root, NODE_SECTION);
	for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
		tree_heading(document, section, headings[i].level, headings[i].text);
	Text page = written(fixture);
	assert_text(text_cut(page, 0, text_find(page, TEXT("<section>"), 0)),
	            "<nav class=\"contents\" aria-labelledby=\"del-2\">\n"
	            "<h2 id=\"del-2\">Innehåll &amp; mer</h2>\n"
	            "<ol>\n"
	            "<li><a href=\"#o\">Ö</a></li>\n"
	            "<li><a href=\"#a\">A</a>\n"
	            "<ol>\n"
	            "<li><a href=\"#b\">B</a></li>\n"
	            "<li><a href=\"#c\">C</a></li>\n"
	            "</ol>\n"
	            "</li>\n"
	            "<li><a href=\"#d\">D</a>\n"
	            "<ol>\n"
	            "<li><a href=\"#e\">E</a></li>\n"
	            "</ol>\n"
	            "</li>\n"
	            "</ol>\n"
	            "</nav>\n");
}

static void test_notes(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *text = tree_paragraph(document, fixture->root, "x");
	Node *notes = tree_add(document, fixture->root, NODE_NOTES);
	Node *first = tree_with(document, notes, NODE_NOTE, "Ett");
	Node *second = tree_with(document, notes, NODE_NOTE, "Två");
	tree_reference(document, text, first);
	tree_reference(document, text, second);
	tree_reference(document, text, first);
	assert_text(
	        written(fixture),
	        "<p>x<sup><a href=\"#not-1\" id=\"notref-1\" role=\"doc-noteref\">1</a></sup>"
	        "<sup><a href=\"#not-2\" id=\"notref-2\" role=\"doc-noteref\">2</a></sup>"
	        "<sup><a href=\"#not-1\" id=\"notref-1-2\" role=\"doc-noteref\">1</a></sup></p>\n"
	        "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"del-4\">\n"
	        "<h2 id=\"del-4\">Noter</h2>\n"
	        "<ol>\n"
	        "<li id=\"not-1\">Ett "
	        "<a href=\"#notref-1\" role=\"doc-backlink\">tillbaka till ställe 1</a> "
	        "<a href=\"#notref-1-2\" role=\"doc-backlink\">tillbaka till ställe 2</a></li>\n"
	        "<li id=\"not-2\">Två "
	        "<a href=\"#notref-2\" role=\"doc-backlink\">tillbaka till texten</a></li>\n"
	        "</ol>\n"
	        "</section>\n");
}

static void test_signatures(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *signatures = tree_add(document, fixture->root, NODE_SIGNATURES);
	Node *signature = tree_add(document, signatures, NODE_SIGNATURE);
	tree_paragraph(document, signature, "För kommunen");
	tree_with(document, signature, NODE_SIGNATURE_LINE, "Namnteckning");
	Node *line = tree_with(document, signature, NODE_SIGNATURE_LINE, "Ort");
	line->as.line.filled = TEXT("<Orten> 2019-");
	assert_text(written(fixture),
	            "<div class=\"signatures\">\n"
	            "<div class=\"signature\">\n"
	            "<p>För kommunen</p>\n"
	            "<p class=\"line\">Namnteckning</p>\n"
	            "<p class=\"line\">Ort <span class=\"filled\">&lt;Orten&gt; 2019-</span></p>\n"
	            "</div>\n"
	            "</div>\n");
}

static void test_code(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *text = tree_paragraph(document, fixture->root, "Skriv ");
	tree_with(document, text, NODE_CODE, "{{a  <b>}}");
	tree_code(document, fixture->root, "a: &\n\n  <b>");
	Node *list = tree_add(document, fixture->root, NODE_FIELD_LIST);
	tree_field(document, list, "n", "v")->id = TEXT("nyckel-n");
	assert_text(written(fixture),
	            "<p>Skriv <code>{{a  &lt;b&gt;}}</code></p>\n"
	            "<pre tabindex=\"0\" role=\"group\" aria-label=\"Exempel\"><code>a: &amp;\n\n  "
	            "&lt;b&gt;</code></pre>\n"
	            "<dl>\n"
	            "<div id=\"nyckel-n\">\n"
	            "<dt>n</dt>\n"
	            "<dd>v</dd>\n"
	            "</div>\n"
	            "</dl>\n");
}

static void test_links_within_the_page(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	Node *text = tree_paragraph(document, fixture->root, "");
	tree_link(document, text, "#mal", "mål");
	tree_link(document, text, "#mål", "inte");
	tree_heading(document, fixture->root, 2, "Mål");
	assert_text(written(fixture), "<p><a href=\"#mal\">mål</a>inte</p>\n"
	                              "<h2 id=\"mal\">Mål</h2>\n");
}

/* Data never becomes markup */

static void test_text_cannot_become_elements(void **state)
{
	Fixture *fixture = *state;
	tree_paragraph(fixture->document, fixture->root,
	               "<script>alert(1)</script> &lt; \" onerror=\"x\" ' \x01\x7F\t");
	assert_text(written(fixture),
	            "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; \" onerror=\"x\" ' "
	            "\xEF\xBF\xBD\xEF\xBF\xBD\t</p>\n");
}

static void test_forbidden_links_are_their_text(void **state)
{
	Fixture *fixture = *state;
	Document *document = fixture->document;
	static const char *const targets[] = {
	        "javascript:alert(1)",
	        "JaVaScRiPt:alert(1)",
	        " https://x.se",
	        "data:text/html,x",
	        "/stig",
	        "//x.se",
	        "",
	        "vbscript:x",
	};
	Node *text = tree_paragraph(document, fixture->root, "");
	for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
		tree_link(document, text, targets[i], "x");
	assert_text(written(fixture), "<p>xxxxxxxx</p>\n");
}

static void test_link_cannot_leave_its_attribute(void **state)
{
	Fixture *fixture = *state;
	Node *text = tree_paragraph(fixture->document, fixture->root, "");
	tree_link(fixture->document, text, "https://x\" onclick=\"y\"><b>", "z");
	assert_text(written(fixture),
	            "<p><a href=\"https://x%22%20onclick=%22y%22%3E%3Cb%3E\">z</a></p>\n");
}

static void test_style_cannot_end_its_element(void **state)
{
	Fixture *fixture = *state;
	Text css = TEXT(
	        "a::after { content: \"</STYLE ></style><script>\" } b /* </style> */ < / c {}");
	Text page = html_write(&fixture->arena, fixture->document, css);
	Text expected = TEXT("<style>a::after{content:\"<\\/STYLE ><\\/style><script>\"}\n"
	                     "b < / c{}</style>\n");
	assert_true(text_find(page, expected, 0) != TEXT_NOWHERE);
}

/* Escaping, context by context */

static Text escaped(Fixture *fixture, HtmlContext context, const char *text)
{
	Buffer out = buffer_new(&fixture->arena, 4096);
	html_put(&out, context, text_of(text));
	return buffer_text(&out);
}

static void test_contexts(void **state)
{
	Fixture *fixture = *state;
	const char *text = "a&b<c>d\"e'f</g å";
	assert_text(escaped(fixture, HTML_TEXT, text), "a&amp;b&lt;c&gt;d\"e'f&lt;/g å");
	assert_text(escaped(fixture, HTML_ATTRIBUTE, text),
	            "a&amp;b&lt;c&gt;d&quot;e&#39;f&lt;/g å");
	assert_text(escaped(fixture, HTML_URL, text), "a&amp;b%3Cc%3Ed%22e&#39;f%3C/g%20%C3%A5");
	assert_text(escaped(fixture, HTML_STYLE, text), "a&b<c>d\"e'f<\\/g å");
	assert_text(escaped(fixture, HTML_TEXT, ""), "");
	assert_text(escaped(fixture, HTML_STYLE, "</"), "<\\/");
	assert_text(escaped(fixture, HTML_STYLE, ""), "");
}

#define HTML_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	        HTML_TEST(test_empty_page),
	        HTML_TEST(test_page_with_all_facts),
	        HTML_TEST(test_date_in_words),
	        HTML_TEST(test_logotypes),
	        HTML_TEST(test_words_in_another_language),
	        HTML_TEST(test_abbreviations),
	        HTML_TEST(test_linked_data),
	        HTML_TEST(test_page_with_title_or_type_alone),
	        HTML_TEST(test_sections_headings_and_headers),
	        HTML_TEST(test_inline_kinds),
	        HTML_TEST(test_lists),
	        HTML_TEST(test_fields),
	        HTML_TEST(test_table_with_caption),
	        HTML_TEST(test_table_without_caption),
	        HTML_TEST(test_wide_table_below_a_heading),
	        HTML_TEST(test_contents),
	        HTML_TEST(test_notes),
	        HTML_TEST(test_signatures),
	        HTML_TEST(test_code),
	        HTML_TEST(test_links_within_the_page),
	        HTML_TEST(test_text_cannot_become_elements),
	        HTML_TEST(test_forbidden_links_are_their_text),
	        HTML_TEST(test_link_cannot_leave_its_attribute),
	        HTML_TEST(test_style_cannot_end_its_element),
	        HTML_TEST(test_contexts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
