/* Tests of template/directives: conditions, loops, fields, signatures, notes, blocks and tables. */
#include "page.h"

#define MATTER                                                                                      \
	"ärende: {rubrik: R, handläggare: [Anna Berg, Bo Ek], diarienummer: '  '}\n"              \
	"parter:\n"                                                                                 \
	"  nämnden: {register: socialnämnden, undertecknare: [{namn: Siv Ström, roll: "          \
	"ordförande}]}\n"                                                                          \
	"  p: {register: pingst, undertecknare: [{roll: kassör}, {ort och datum: Storköping}]}\n" \
	"  s: {register: stadsmissionen}\n"                                                         \
	"period: {från: 2020-01-01, till: 2022-12-31}\n"
#define REPORT MATTER "rapport: {datum: 2020-01-01}\n"

/* Each row is a template and what becomes of it. */
typedef struct TemplateRow {
	const char *body;
	const char *outline;
} TemplateRow;

static void assert_templates(Desk *desk, const TemplateRow *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		desk->reading = rows[i].body;
		page_expand(desk, rows[i].body, REPORT);
		assert_page(desk, rows[i].outline);
	}
}

#define TEMPLATE_ROWS(rows) assert_templates(desk, (rows), sizeof(rows) / sizeof(rows)[0])

/* Each row is a template and the one report that it gives. */
static void assert_template_faults(Desk *desk, const FaultRow *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		desk->reading = rows[i].yaml;
		page_expand(desk, rows[i].yaml, REPORT);
		assert_reported(desk, {rows[i].code, rows[i].marked});
	}
}

#define TEMPLATE_FAULTS(rows) assert_template_faults(desk, (rows), sizeof(rows) / sizeof(rows)[0])

/* Conditions */

CASE_TEST(conditions_within_a_line)
{
	static const TemplateRow rows[] = {
	        {"a{{#om ärende.rubrik}} b{{/om}} c\n", "<p>a b c</p>"},
	        {"a{{#om ärende.datum}} b{{/om}} c\n", "<p>a c</p>"},
	        {"a {{#om ärende.datum}}b{{annars}}c{{/om}}\n", "<p>a c</p>"},
	        {"a {{#om ärende.rubrik}}b *{{ärende.rubrik}}*{{annars}}c{{/om}} d\n",
	         "<p>a b~<em>R</em> d</p>"},
	        {"{{#om ärende.rubrik}}a{{#om "
	         "ärende.datum}}b{{annars}}c{{/om}}{{annars}}d{{/om}}\n",
	         "<p>ac</p>"},
	        {"{{#om ärende.datum}}a{{/om}}\n\nb\n", "<p>b</p>"},
	        {"- {{#om ärende.datum}}a{{/om}}\n- b\n", "<ul><li><p>b</p></li></ul>"},
	        {"# T\n\n## {{#om ärende.datum}}a{{/om}}\n\nb\n", "<h1>T</h1><p>b</p>"},
	        {"> {{#om ärende.datum}}a{{/om}}\n\nb\n", "<p>b</p>"},
	};
	TEMPLATE_ROWS(rows);
}

CASE_TEST(conditions_hold_for_what_is_given)
{
	static const struct {
		const char *condition;
		bool holds;
	} rows[] = {
	        {"ärende.rubrik", true},
	        {"ärende.diarienummer", false},
	        {"ärende.datum", false},
	        {"ärende.handläggare", true},
	        {"ärende.nämnd", false},
	        {"period", true},
	        {"period.längd", true},
	        {"period.uppsägningstid", false},
	        {"parter", true},
	        {"tabeller", false},
	        {"parter.p", true},
	        {"parter.s.organisationsnummer", false},
	        {"parter.s.undertecknare", false},
	        {"ekonomi", false},
	        {"ekonomi.omfattning", false},
	        {"ekonomi.bidrag.p", false},
	        {"dokument.datum", true},
	        {"dokument.innehållsförteckning", false},
	        {"kommun.namn", true},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const char *body = desk_join(desk, "{{#om ", rows[i].condition);
		desk->reading = body;
		page_expand(desk, desk_join(desk, body, "}}ja{{annars}}nej{{/om}}\n"), REPORT);
		assert_page(desk, rows[i].holds ? "<p>ja</p>" : "<p>nej</p>");
	}
	page_expand(desk, "{{#om dokument.innehållsförteckning}}ja{{annars}}nej{{/om}}\n",
	            MATTER "rapport: {innehållsförteckning: nej}\n");
	assert_page(desk, "<p>nej</p>");
	page_expand(desk, "{{#om dokument.innehållsförteckning}}ja{{annars}}nej{{/om}}\n",
	            MATTER "rapport: {innehållsförteckning: ja}\n");
	assert_page(desk, "<p>ja</p>");
}

/* Loops */

CASE_TEST(loops_go_through_lists_and_maps)
{
	static const TemplateRow rows[] = {
	        {"{{#varje parter som part}}\n\n{{part.namn}}\n\n{{/varje}}\n",
	         "<p>Socialnämnden</p><p>Pingstförsamlingen i Storköping</p>"
	         "<p>Storköpings stadsmission</p>"},
	        {"{{#varje parter som part}}\n\n- {{part}}{{#om part.organisationsnummer}}, "
	         "{{part.organisationsnummer}}{{/om}}\n\n{{/varje}}\n",
	         "<ul><li><p>Socialnämnden, 212000-0449</p></li><li><p>Pingst, 822000-3811</p></li>"
	         "<li><p>Storköpings stadsmission</p></li></ul>"},
	        {"{{#varje parter som part}}\n\n{{#varje part.undertecknare som person}}\n\n- "
	         "{{part.kortnamn}}: {{#om person.namn}}{{person.namn}}{{annars}}…{{/om}}\n\n"
	         "{{/varje}}\n\n{{/varje}}\n",
	         "<ul><li><p>Socialnämnden: Siv Ström</p></li><li><p>Pingst: …</p></li>"
	         "<li><p>Pingst: …</p></li></ul>"},
	        {"{{#varje tabeller som t}}\n\na\n\n{{/varje}}\n\nb\n", "<p>b</p>"},
	        {"{{#varje dokument.undertecknare som t}}\n\na\n\n{{/varje}}\n\nb\n", "<p>b</p>"},
	        /* A variable is known within its loop only, and hides an outer one of its name. */
	        {"{{#varje parter som x}}\n\n{{#varje x.undertecknare som x}}\n\n{{#om "
	         "x.roll}}{{x.roll}}{{/om}}\n\n{{/varje}}\n\n{{/varje}}\n",
	         "<p>Ordförande</p><p>Kassör</p>"},
	};
	TEMPLATE_ROWS(rows);
}

CASE_TEST(loops_tell_their_faults)
{
	static const FaultRow rows[] = {
	        {"{{#varje parter}}\n\na\n\n{{/varje}}\n", DIRECTIVE_ARGUMENT, "{{#varje parter}}"},
	        {"{{#varje partr som p}}\n\na\n\n{{/varje}}\n", UNKNOWN_REFERENCE_NEAR,
	         "{{#varje partr som p}}"},
	        {"{{#varje ärende.rubrik som p}}\n\na\n\n{{/varje}}\n", DIRECTIVE_ARGUMENT,
	         "{{#varje ärende.rubrik som p}}"},
	        {"{{#varje parter som p}}\n\na\n", DIRECTIVE_OPEN, "{{#varje parter som p}}"},
	        {"a {{#varje parter som p}}b{{/varje}}\n", DIRECTIVE_ALONE,
	         "{{#varje parter som p}}"},
	        {"{{#varje tabeller som p}}\n\na\n\n{{/varje}}\n\n{{p.namn}}\n", UNKNOWN_REFERENCE,
	         "{{p.namn}}"},
	};
	TEMPLATE_FAULTS(rows);
}

/* Right and wrong places */

CASE_TEST(what_is_opened_is_closed)
{
	static const FaultRow rows[] = {
	        {"{{#om ärende.rubrik}}\n\na\n", DIRECTIVE_OPEN, "{{#om ärende.rubrik}}"},
	        {"a {{#om ärende.rubrik}}b\n", DIRECTIVE_OPEN, "{{#om ärende.rubrik}}"},
	        {"a {{#om ärende.rubrik}} **b{{/om}}**\n", DIRECTIVE_OPEN, NULL},
	        {"a\n\n{{/om}}\n", DIRECTIVE_CLOSE, "{{/om}}"},
	        {"a {{/om}}\n", DIRECTIVE_CLOSE, "{{/om}}"},
	        {"a\n\n{{annars}}\n", DIRECTIVE_CLOSE, "{{annars}}"},
	        {"a {{annars}} b\n", DIRECTIVE_CLOSE, "{{annars}}"},
	        {"{{#fält}}\n\na: b\n", DIRECTIVE_OPEN, "{{#fält}}"},
	        {"a\n\n{{#omm ärende.rubrik}}\n\nb\n\n{{/om}}\n", UNKNOWN_DIRECTIVE_NEAR,
	         "{{#omm ärende.rubrik}}"},
	        {"a {{#nytt}}\n", UNKNOWN_DIRECTIVE, "{{#nytt}}"},
	        {"{{#om}}\n\na\n\n{{/om}}\n", DIRECTIVE_ARGUMENT, "{{#om}}"},
	        {"{{#om okänt.x}}\n\na\n\n{{/om}}\n", UNKNOWN_REFERENCE, "{{#om okänt.x}}"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk->reading = rows[i].yaml;
		page_expand(desk, rows[i].yaml, REPORT);
		if (rows[i].marked != NULL)
			assert_reported(desk, {rows[i].code, rows[i].marked});
		else
			assert_true(desk->diagnostics.errors > 0);
	}
}

CASE_TEST(some_directives_need_a_line_of_their_own)
{
	static const FaultRow rows[] = {
	        {"a {{tabell finansiering}}\n", DIRECTIVE_ALONE, "{{tabell finansiering}}"},
	        {"a {{block x}}\n", DIRECTIVE_ALONE, "{{block x}}"},
	        {"a {{lista underlag}}\n", DIRECTIVE_ALONE, "{{lista underlag}}"},
	        {"# {{innehåll X}}\n", DIRECTIVE_ALONE, "{{innehåll X}}"},
	        {"{{#avsnitt}}\n\n## A {a}\n\n**{{text}}**\n\n{{/avsnitt}}\n", DIRECTIVE_ALONE,
	         "{{text}}"},
	};
	TEMPLATE_FAULTS(rows);
}

CASE_TEST(prose_may_use_few_directives_and_a_refused_one_is_one_fault)
{
	static const char *const refused[] = {
	        "{{text}}",         "{{punkter}}",  "{{lista underlag}}",     "{{innehåll X}}",
	        "{{linje X}}",      "{{#avsnitt}}", "{{#brevhuvud}}",         "{{#försättsblad}}",
	        "{{#underskrift}}", "{{#fält}}",    "{{#varje parter som p}}"};
	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
		const char *yaml = desk_join(desk, MATTER "rapport:\n  a: |\n    B.\n\n    ",
		                             desk_join(desk, refused[i], "\n"));
		page_expand(desk, PAGE_SECTION, yaml);
		assert_reported(desk, {DIRECTIVE_PLACE, refused[i]});
	}
	page_expand(desk, PAGE_SECTION,
	            MATTER "rapport:\n  a: |\n    {{#varje parter som p}}\n\n    - {{p.namn}}\n\n"
	                   "    {{/varje}}\n\n    {{okänt.x}}\n");
	assert_reported(desk, {DIRECTIVE_PLACE, "{{#varje parter som p}}"},
	                {UNKNOWN_REFERENCE, "{{okänt.x}}"});
	page_expand(desk, PAGE_SECTION,
	            MATTER
	            "rapport:\n  a: |\n    A{{#om period.till}} till {{period.till}}{{/om}}.\n");
	assert_sound(desk);
	assert_text(page_prose(desk), "<p>A till den~31~december~2022.</p>");
}

/* Structures */

CASE_TEST(heads_and_covers_hold_blocks)
{
	static const TemplateRow rows[] = {
	        {"{{#brevhuvud}}\n\na\n\n{{/brevhuvud}}\n\n# T\n",
	         "<masthead><p>a</p></masthead><h1>T</h1>"},
	        {"{{#brevhuvud}}\n\n{{#om ärende.datum}}a{{/om}}\n\n{{/brevhuvud}}\n\n# T\n",
	         "<h1>T</h1>"},
	        {"{{#försättsblad}}\n\n# {{ärende.rubrik}}\n\na\n\n{{/försättsblad}}\n",
	         "<cover><h1>R</h1><p>a</p></cover>"},
	        {"# T\n\n{{innehåll Innehåll}}\n\n## A\n\n### B\n\n## C\n",
	         "<h1>T</h1><contents Innehåll><entry>A</entry><entry>B</entry><entry>C</entry>"
	         "</contents><h2>A</h2><h3>B</h3><h2>C</h2>"},
	        {"# T\n\n{{innehåll Innehåll}}\n\na\n", "<h1>T</h1><p>a</p>"},
	};
	TEMPLATE_ROWS(rows);
}

CASE_TEST(fields_are_lines_with_a_label)
{
	static const TemplateRow rows[] = {
	        {"{{#fält}}\n\nHandläggare: {{ärende.handläggare}}\nDatum: {{ärende.datum}}\n"
	         "Längd: {{period.längd}}\n\n{{/fält}}\n",
	         "<fields><field><name>Handläggare</name><value>Anna Berg och Bo Ek</value></field>"
	         "<field><name>Längd</name><value>Tre år</value></field></fields>"},
	        {"{{#fält}}\n\nDatum: {{ärende.datum}}\n\n{{/fält}}\n\na\n", "<p>a</p>"},
	        {"{{#fält}}\n\nOrt & datum: Storköping\\\nLängd: hela {{period.längd}}, 12 "
	         "kr\n\nTyp: "
	         "{{dokument.benämning}}\n\n{{/fält}}\n",
	         "<fields><field><name>Ort &amp; datum</name><value>Storköping</value></field>"
	         "<field><name>Längd</name><value>hela tre år, 12~kr</value></field>"
	         "<field><name>Typ</name><value>Rapport</value></field></fields>"},
	        {"{{#fält}}\n\nA: {{ärende.rubrik}}: {{ärende.datum}}\nB: *x* y\n\n{{/fält}}\n",
	         "<fields><field><name>B</name><value><em>x</em> y</value></field></fields>"},
	};
	TEMPLATE_ROWS(rows);
	static const FaultRow faults[] = {
	        {"{{#fält}}\n\nA: {{okänt.x}}\n\n{{/fält}}\n\na\n", UNKNOWN_REFERENCE,
	         "{{okänt.x}}"},
	};
	TEMPLATE_FAULTS(faults);
}

CASE_TEST(lists_of_the_document)
{
	page_expand(desk, "{{lista underlag}}\n\n{{lista beslutet skickas till}}\n",
	            MATTER "rapport: {underlag: [Ett *a*, '', '{{ärende.rubrik}}']}\n");
	assert_page(desk, "<ul><li><p>Ett <em>a</em></p></li><li><p>R</p></li></ul><p>–</p>");
	page_expand(desk, "{{lista underlag}}\n", MATTER "rapport:\n  underlag:\n    -\n");
	assert_page(desk, "<p>–</p>");
	static const FaultRow rows[] = {
	        {"{{lista bilagor}}\n", UNKNOWN_LIST, "{{lista bilagor}}"},
	        {"{{lista}}\n", DIRECTIVE_ARGUMENT, "{{lista}}"},
	        {"{{lista rubrik}}\n", UNKNOWN_LIST, "{{lista rubrik}}"},
	};
	TEMPLATE_FAULTS(rows);
	/* A list of people is no list of lines. */
	page_expand(desk, "{{lista undertecknare}}\n",
	            MATTER "rapport: {undertecknare: [{namn: A}, {namn: B}]}\n");
	assert_reported(desk, {UNKNOWN_LIST, "{{lista undertecknare}}"});
}

/* Blocks */

CASE_TEST(blocks_are_parts_of_the_template)
{
	static const DeskFile files[] = {{"a", "Ett {{ärende.rubrik}}.\n\n{{block b}}\n"},
	                                 {"b", "- {{#om ärende.rubrik}}Två{{/om}}\n"},
	                                 {"lista", "{{lista underlag}}\n"},
	                                 {0}};
	desk->files = files;
	page_expand(desk, "{{block a}}\n\nTre\n", REPORT);
	assert_page(desk, "<p>Ett~R.</p><ul><li><p>Två</p></li></ul><p>Tre</p>");
	page_expand(desk, PAGE_SECTION,
	            MATTER "rapport:\n  a: |\n    Noll.\n\n    {{block lista}}\n");
	assert_sound(desk);
	assert_text(page_prose(desk), "<p>Noll.</p><p>–</p>");
	page_expand(desk, "{{block saknas}}\n", REPORT);
	assert_reported(desk, {NO_SUCH_BLOCK, "{{block saknas}}"});
	page_expand(desk, "{{block listor}}\n", REPORT);
	assert_reported(desk, {NO_SUCH_BLOCK_NEAR, "{{block listor}}"});
	page_expand(desk, PAGE_SECTION, MATTER "rapport: {a: '{{block saknas}}'}\n");
	assert_reported(desk, {NO_SUCH_BLOCK, "{{block saknas}}"});
	page_expand(desk, "{{block}}\n", REPORT);
	assert_reported(desk, {DIRECTIVE_ARGUMENT, "{{block}}"});
}

/* Notes */

#define NOTES "fotnoter: {x: 'Not *x*.', y: Not y., z: Not z., år: '1985. Titel'}\n"

CASE_TEST(notes_are_numbered_by_their_first_call_and_come_last)
{
	page_expand(desk, PAGE_SECTION,
	            MATTER NOTES "rapport:\n  a: |\n    A{{not y}} b{{not x}} c{{not y}}.\n\n    "
	                         "- d{{not x}}\n");
	assert_page(
	        desk,
	        "<h1>T</h1><section><h2>A</h2><p>A<ref 1> b<ref 2> c<ref 1>.</p><ul><li><p>d<ref "
	        "2></p></li></ul></section><notes Noter><note>Not y.</note><note>Not <em>x</em>."
	        "</note></notes>");
	page_expand(desk, "A{{not x}}\n\nB\n", MATTER NOTES "rapport: {datum: 2020-01-01}\n");
	assert_page(desk,
	            "<p>A<ref 1></p><p>B</p><notes Noter><note>Not <em>x</em>.</note></notes>");
	page_expand(desk, "A{{not w}}\n", MATTER NOTES "rapport: {datum: 2020-01-01}\n");
	assert_reported(desk, {UNKNOWN_NOTE, "{{not w}}"});
	page_expand(desk, "A{{not}}\n", MATTER NOTES "rapport: {datum: 2020-01-01}\n");
	assert_reported(desk, {DIRECTIVE_ARGUMENT, "{{not}}"});
}

/* Tables */

#define ECONOMY                                                                                     \
	MATTER "ekonomi:\n  decimaler: 0\n  insatser:\n"                                            \
	       "    - {part: nämnden, slag: kontant, fördelning: {p: 300 kr/år, s: 0 kr/år}}\n" \
	       "    - {part: p, slag: in natura, belopp: 1 700 kr/år}\n"                           \
	       "tabeller:\n  egna:\n    rubrik: Egna *siffror*\n    kolumner:\n"                    \
	       "      - {rubrik: Namn}\n      - {rubrik: Värde, slag: belopp}\n    summarad: "     \
	       "Allt\n"                                                                             \
	       "    rader: [[Ett, 1 000 kr], [Två, '']]\n"                                         \
	       "rapport: {datum: 2020-01-01}\n"

CASE_TEST(computed_tables_take_their_words_from_the_templates)
{
	page_expand(desk, "{{tabell finansiering}}\n", ECONOMY);
	assert_page(
	        desk,
	        "<table><caption>Insatser</caption><head><row><th>Part</th><th end>Kronor</th>"
	        "<th end>Andel</th></row></head><body>"
	        "<row><th>Socialnämnden</th><td end>300</td><td end>15~%</td></row>"
	        "<row><th>Pingstförsamlingen i Storköping</th><td end>1~700</td><td end>85~%</td>"
	        "</row></body><foot><row sum><th>Summa</th><td end>2~000</td><td end>100~%</td>"
	        "</row></foot></table>");
	page_expand(desk, "{{tabell fördelning}}\n", ECONOMY);
	assert_page(
	        desk,
	        "<table><caption>Fördelning</caption><head><row><th>Mottagare</th><th end>Kronor"
	        "</th></row></head><body><row><th>Pingstförsamlingen i Storköping</th><td end>300"
	        "</td></row><row><th>Storköpings stadsmission</th><td end>0</td></row></body>"
	        "<foot><row sum><th>Summa</th><td end>300</td></row></foot></table>");
}

CASE_TEST(own_tables_have_their_own_words)
{
	page_expand(desk, "{{tabell egna}}\n", ECONOMY);
	assert_page(desk,
	            "<table><caption>Egna *siffror*</caption><head><row><th>Namn</th><th end>Värde"
	            "</th></row></head><body><row><th>Ett</th><td end>1~000~kr</td></row>"
	            "<row><th>Två</th><td end>–</td></row></body>"
	            "<foot><row sum><th>Allt</th><td end>1~000~kr</td></row></foot></table>");
}

CASE_TEST(a_caption_may_name_the_party)
{
	static const char costs[] =
	        MATTER "ekonomi:\n  kostnader:\n    - {part: p, post: Personal, belopp: 9 kr/år}\n"
	               "rapport: {datum: 2020-01-01}\n";
	page_expand(desk, "{{tabell kostnader p}}\n", costs);
	assert_page(desk,
	            "<table><caption>Kostnader för Pingst</caption><head><row><th>Kostnad</th><th "
	            "end>Kronor</th></row></head><body><row><th>Personal</th><td end>9</td></row>"
	            "</body><foot><row sum><th>Summa</th><td end>9</td></row></foot></table>");
	page_expand(desk, "{{tabell kostnadsslag}}\n", costs);
	assert_page(
	        desk,
	        "<table><head><row><th>Slag</th><th end>Kronor</th></row></head><body><row><th>"
	        "Övrigt</th><td end>9</td></row></body><foot><row sum><th>Summa</th><td end>9</td>"
	        "</row></foot></table>");
}

CASE_TEST(tables_tell_their_faults)
{
	static const FaultRow rows[] = {
	        {"{{tabell finansering}}\n", UNKNOWN_TABLE_NEAR, "{{tabell finansering}}"},
	        {"{{tabell egnna}}\n", UNKNOWN_TABLE_NEAR, "{{tabell egnna}}"},
	        {"{{tabell prognos}}\n", UNKNOWN_TABLE, "{{tabell prognos}}"},
	        {"{{tabell}}\n", DIRECTIVE_ARGUMENT, "{{tabell}}"},
	        /* What a template shows is missed in the case. */
	        {"{{tabell kostnader}}\n", TABLE_WITHOUT_DATA, "rapport"},
	        {"{{tabell helhet}}\n", TABLE_WITHOUT_DATA, "rapport"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk->reading = rows[i].yaml;
		page_expand(desk, rows[i].yaml, ECONOMY);
		assert_reported(desk, {rows[i].code, rows[i].marked});
	}
	desk->reading = NULL;
	page_expand(desk, "{{tabell kostnader q}}\n",
	            MATTER
	            "ekonomi:\n  kostnader:\n    - {part: p, post: Personal, belopp: 9 kr/år}\n"
	            "rapport: {datum: 2020-01-01}\n");
	assert_int_equal(desk->diagnostics.errors, 1);
	assert_text(span_text(desk->diagnostics.first->span), "{{tabell kostnader q}}");
}

/* Exceptions */

CASE_TEST(an_exception_is_its_text)
{
	static const TemplateRow rows[] = {
	        {"a {{undantag 900 000 kr, skäl: gällde 2015}} b\n", "<p>a 900~000~kr b</p>"},
	        {"{{undantag den 1 juli 2019,skäl:x}}\n", "<p>den~1~juli~2019</p>"},
	        {"**{{undantag 1,5 *mnkr* <b>, skäl: x, skäl: y}}**\n",
	         "<p><strong>1,5 *mnkr* &lt;b&gt;</strong></p>"},
	        {"- {{undantag a, skäl: x}}\n- {{undantag b, skäl: x}}{{undantag c, skäl: x}}\n",
	         "<ul><li><p>a</p></li><li><p>bc</p></li></ul>"},
	        {"# {{undantag a, skäl: x}}\n", "<h1>a</h1>"},
	};
	TEMPLATE_ROWS(rows);
	static const FaultRow faults[] = {
	        {"a {{undantag 5 kr}}\n", EXCEPTION_REASON, "{{undantag 5 kr}}"},
	        {"{{undantag 5 kr, skäl: }}\n", EXCEPTION_REASON, "{{undantag 5 kr, skäl: }}"},
	        {"{{undantag}}\n", DIRECTIVE_ARGUMENT, "{{undantag}}"},
	        {"{{undantag , skäl: x}}\n", DIRECTIVE_ARGUMENT, "{{undantag , skäl: x}}"},
	};
	TEMPLATE_FAULTS(faults);
	page_expand(desk, PAGE_SECTION,
	            MATTER "rapport: {a: 'Den {{undantag 1 juli 2019, skäl: då}}.'}\n");
	assert_sound(desk);
	assert_text(page_prose(desk), "<p>Den~1~juli~2019.</p>");
}

CASE_TEST(words_may_be_in_another_language)
{
	static const TemplateRow rows[] = {
	        {"Det {{språk engelska: social impact bond}} ger.\n",
	         "<p>Det <lang en>social impact bond</lang> ger.</p>"},
	        {"{{språk nordsamiska:Bures}}\n", "<p><lang se>Bures</lang></p>"},
	        {"*{{språk latin: a: b *c* <d> 5 kr}}*\n",
	         "<p><em><lang la>a: b *c* &lt;d&gt; 5~kr</lang></em></p>"},
	};
	TEMPLATE_ROWS(rows);
	static const FaultRow faults[] = {
	        {"a {{språk en: b}}\n", LANGUAGE_UNKNOWN_NEAR, "{{språk en: b}}"},
	        {"a {{språk engleska: b}}\n", LANGUAGE_UNKNOWN_NEAR, "{{språk engleska: b}}"},
	        {"a {{språk klingonska: b}}\n", LANGUAGE_UNKNOWN, "{{språk klingonska: b}}"},
	        {"a {{språk engelska}}\n", DIRECTIVE_ARGUMENT, "{{språk engelska}}"},
	        {"a {{språk engelska: }}\n", DIRECTIVE_ARGUMENT, "{{språk engelska: }}"},
	        {"{{språk : b}}\n", DIRECTIVE_ARGUMENT, "{{språk : b}}"},
	        {"{{språk}}\n", DIRECTIVE_ARGUMENT, "{{språk}}"},
	};
	TEMPLATE_FAULTS(faults);
	page_expand(desk, PAGE_SECTION,
	            MATTER "rapport: {a: 'Ett {{språk engelska: impact bond}}.'}\n");
	assert_sound(desk);
	assert_text(page_prose(desk), "<p>Ett <lang en>impact bond</lang>.</p>");
}

/* A text beside the case is held against it when it is read; what has faults holds nothing. */
CASE_TEST(figures_in_a_file_tally)
{
	static const DeskFile files[] = {
	        {"a.md", "Perioden är den 1 januari 2020.\n\nHyran är 5 kr.\n"},
	        {"b.md",
	         "Den {{undantag 1 juli 2019, skäl: x}} och {{undantag 2020-01-01, skäl: y}}.\n"},
	        {0}};
	desk->files = files;
	page_expand(desk, PAGE_SECTION, MATTER "rapport: {a: {fil: a.md}}\n");
	assert_reported(desk, {PROSE_UNKNOWN, "5 kr"});
	assert_text(desk->diagnostics.first->span.source->path, "fall.md");
	page_expand(desk, PAGE_SECTION, MATTER "rapport: {a: {fil: b.md}}\n");
	assert_reported(desk, {EXCEPTION_NOT_NEEDED, "{{undantag 2020-01-01, skäl: y}}"});
	page_expand(desk, PAGE_SECTION,
	            MATTER "ekonomi: {decimaler: x}\nrapport: {a: {fil: a.md}}\n");
	assert_reported(desk, {NOT_AN_INTEGER, "x"});
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        CASE_UNIT(conditions_within_a_line),
	        CASE_UNIT(conditions_hold_for_what_is_given),
	        CASE_UNIT(loops_go_through_lists_and_maps),
	        CASE_UNIT(loops_tell_their_faults),
	        CASE_UNIT(what_is_opened_is_closed),
	        CASE_UNIT(some_directives_need_a_line_of_their_own),
	        CASE_UNIT(prose_may_use_few_directives_and_a_refused_one_is_one_fault),
	        CASE_UNIT(heads_and_covers_hold_blocks),
	        CASE_UNIT(fields_are_lines_with_a_label),
	        CASE_UNIT(lists_of_the_document),
	        CASE_UNIT(blocks_are_parts_of_the_template),
	        CASE_UNIT(notes_are_numbered_by_their_first_call_and_come_last),
	        CASE_UNIT(computed_tables_take_their_words_from_the_templates),
	        CASE_UNIT(own_tables_have_their_own_words),
	        CASE_UNIT(a_caption_may_name_the_party),
	        CASE_UNIT(tables_tell_their_faults),
	        CASE_UNIT(an_exception_is_its_text),
	        CASE_UNIT(words_may_be_in_another_language),
	        CASE_UNIT(figures_in_a_file_tally),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
