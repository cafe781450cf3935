/* Tests of template: prose as Markdown, what it may refer to, and the exact place of each fault. */
#include "page.h"

#include "template/marks.h"

#define MATTER                                                                                     \
	"ärende: {rubrik: R, diarienummer: ÄN 2019-878}\n"                                       \
	"parter: {nämnden: {register: socialnämnden}, p: {register: pingst}}\n"                  \
	"period: {från: 2020-01-01, till: 2022-12-31}\n"
#define PROSE MATTER "rapport:\n  a: "

static void prose(Desk *desk, const char *value)
{
	desk->reading = value;
	page_expand(desk, PAGE_SECTION, desk_join(desk, PROSE, value));
}

/* Each row is a value of prose and what becomes of it. */
typedef struct ProseRow {
	const char *value;
	const char *outline;
} ProseRow;

static void assert_prose(Desk *desk, const ProseRow *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		prose(desk, rows[i].value);
		assert_sound(desk);
		assert_text(page_prose(desk), rows[i].outline);
	}
}

#define PROSE_ROWS(rows) assert_prose(desk, (rows), sizeof(rows) / sizeof(rows)[0])

/* Markdown */

CASE_TEST(markdown_has_the_marks_that_documents_need)
{
	static const ProseRow rows[] = {
	        {"Text.\n", "<p>Text.</p>"},
	        {"|\n    Ett\n    två.\n\n    Tre.\n", "<p>Ett två.</p><p>Tre.</p>"},
	        {"'*a* **b** ***c***'\n",
	         "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em></p>"},
	        {"|\n    a\\\n    b\n", "<p>a<br>b</p>"},
	        {"|\n    - a\\\n         b\n", "<ul><li><p>a<br>b</p></li></ul>"},
	        {"|\n    - > a\\\n         b\n", "<ul><li><quote><p>a<br>b</p></quote></li></ul>"},
	        {"|\n    > citat\n    > mer\n", "<quote><p>citat mer</p></quote>"},
	        {"'[a *b*](https://x.se/?q=1&r=2)'\n",
	         "<p><a https://x.se/?q=1&amp;r=2>a <em>b</em></a></p>"},
	        {"<https://x.se>\n", "<p><a https://x.se>https://x.se</a></p>"},
	        {"'[a](mailto:a@x.se) [b](tel:+4613) [c](http://x.se)'\n",
	         "<p><a mailto:a@x.se>a</a> <a tel:+4613>b</a> <a http://x.se>c</a></p>"},
	        {"'&lt;b&gt; &amp; \\*c\\*'\n", "<p>&lt;b&gt; &amp; *c*</p>"},
	        {"'Ett & två: tre (fyra) [fem]'\n", "<p>Ett &amp; två: tre (fyra) [fem]</p>"},
	};
	PROSE_ROWS(rows);
}

CASE_TEST(markdown_lists_nest)
{
	static const ProseRow rows[] = {
	        {"|\n    - a\n    - b\n", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"},
	        {"|\n    - a\n\n    - b\n", "<ul loose><li><p>a</p></li><li><p>b</p></li></ul>"},
	        {"|\n    3. a\n    4. b\n", "<ol 3><li><p>a</p></li><li><p>b</p></li></ol>"},
	        {"|\n    - a\n      1. b\n         - c\n    - d\n",
	         "<ul><li><p>a</p><ol><li><p>b</p><ul><li><p>c</p></li></ul></li></ol></li>"
	         "<li><p>d</p></li></ul>"},
	        {"|\n    - a\n\n      b\n    -\n", "<ul loose><li><p>a</p><p>b</p></li></ul>"},
	        {"|\n    - a\n    * b\n", "<ul><li><p>a</p></li></ul><ul><li><p>b</p></li></ul>"},
	};
	PROSE_ROWS(rows);
}

CASE_TEST(what_is_no_mark_becomes_plain_text)
{
	static const ProseRow rows[] = {
	        {"'a <b>c</b> <script>d</script>'\n",
	         "<p>a &lt;b&gt;c&lt;/b&gt; &lt;script&gt;d&lt;/script&gt;</p>"},
	        {"|\n    <div onclick=\"x\">\n    y\n    </div>\n",
	         "<p>&lt;div onclick=\"x\"&gt;<br>y<br>&lt;/div&gt;</p>"},
	        {"'a `b*c*` d'\n", "<p>a b*c* d</p>"},
	        {"|\n    ```\n    a *b*\n    c\n    ```\n", "<p>a *b*<br>c</p>"},
	        {"'![ett *träd*](trad.png)'\n", "<p>ett <em>träd</em></p>"},
	        {"|\n    a\n\n    ***\n\n    b\n", "<p>a</p><p>b</p>"},
	        {"|\n    a\n\n    ----------------------------------------------\n\n    b\n",
	         "<p>a</p><p>b</p>"},
	};
	PROSE_ROWS(rows);
}

CASE_TEST(headings_stand_below_the_sections_own)
{
	static const ProseRow rows[] = {
	        {"|\n    # a\n\n    ## b\n", "<h3>a</h3><h4>b</h4>"},
	        {"|\n    ### a\n\n    #### b\n", "<h3>a</h3><h4>b</h4>"},
	        {"|\n    ### a\n\n    ###### b\n\n    c\n", "<h3>a</h3><h4>b</h4><p>c</p>"},
	        {"|\n    a\n    ---\n    b\n", "<h3>a</h3><p>b</p>"},
	        {"|\n    # a *b* {{ärende.rubrik}}\n", "<h3>a <em>b</em>~R</h3>"},
	        {"|\n    #\n\n    a\n", "<p>a</p>"},
	        {"|\n    ###### a\n\n    - # b\n", "<h3>a</h3><ul><li><h3>b</h3></li></ul>"},
	};
	PROSE_ROWS(rows);
}

CASE_TEST(unsafe_links_are_text_and_a_warning)
{
	static const char *const targets[] = {"javascript:alert", "x.html", "data:text/html,x",
	                                      "file:///x",        "//x.se", "https:"};
	for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
		const char *link = desk_join(desk, "'å [a](", desk_join(desk, targets[i], ")'\n"));
		prose(desk, link);
		assert_reported(desk, {BAD_LINK, targets[i]});
		assert_int_equal(desk->diagnostics.errors, 0);
		assert_text(page_prose(desk), "<p>å a</p>");
	}
	prose(desk, "'[a](HTTPS://X.se)'\n");
	assert_sound(desk);
	assert_text(page_prose(desk), "<p><a HTTPS://X.se>a</a></p>");
}

CASE_TEST(a_link_shows_something_and_has_no_placeholder_in_its_target)
{
	prose(desk, "'Se [](https://x.se) här.'\n");
	assert_sound(desk);
	assert_text(page_prose(desk), "<p>Se <a https://x.se>https://x.se</a> här.</p>");
	prose(desk, "'[a](https://x.se/{{ärende.rubrik}})'\n");
	assert_reported(desk, {BAD_LINK, "https://x.se/{{ärende.rubrik}}"});
	assert_text(page_prose(desk), "<p>a</p>");
}

CASE_TEST(deep_nesting_loses_marks_but_no_text)
{
	static const ProseRow rows[] = {
	        {"'>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> djup'\n", "djup"},
	        {"'- - - - - - - - - - - - - - - - - - - - - - - - - - - - - "
	         "- - - djup'\n",
	         "djup"}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		prose(desk, rows[i].value);
		assert_sound(desk);
		assert_true(text_find(page_prose(desk), text_of("<p>djup</p>"), 0) != TEXT_NOWHERE);
	}
	Buffer deeper = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	buffer_put(&deeper, TEXT("|\n"));
	for (size_t level = 0; level < 50; level++) {
		buffer_put_repeated(&deeper, ' ', 4 + 2 * level);
		buffer_put(&deeper, TEXT("- nivå "));
		buffer_put_integer(&deeper, (int64_t)level);
		buffer_put_byte(&deeper, '\n');
	}
	prose(desk, text_terminated(&desk->arena, buffer_text(&deeper)));
	assert_sound(desk);
	assert_true(text_find(page_prose(desk), text_of("nivå 49</p>"), 0) != TEXT_NOWHERE);
	prose(desk, "'>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> för djup'\n");
	assert_reported(desk, {TEXT_TOO_NESTED, "'>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> för djup'"});
}

/* Values */

CASE_TEST(values_are_put_in_as_text)
{
	static const char *const values[][2] = {
	        {"'**x**'", "**x**"},
	        {"'# y'", "# y"},
	        {"'<b>'", "&lt;b&gt;"},
	        {"'{{z}}'", "{{z}}"},
	        {"'[a](https://b.se)'", "[a](https://b.se)"},
	        {"'- p'", "- p"},
	        {"'&amp;'", "&amp;amp;"},
	        {"'`k`'", "`k`"},
	        {"'1. e'", "1. e"},
	        {"'\\*'", "\\*"},
	        {"'{{not x}}'", "{{not x}}"},
	};
	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
		const char *yaml =
		        desk_join(desk, "ärende:\n  rubrik: R\n  diarienummer: ", values[i][0]);
		page_expand(desk, "*a {{ärende.diarienummer}}*\n\n9 {{ärende.diarienummer}}\n",
		            desk_join(desk, yaml, "\nrapport: {datum: 2020-01-01}\n"));
		const char *first = desk_join(desk, "<p><em>a ", values[i][1]);
		const char *rest =
		        desk_join(desk, "</em></p><p>9 ", desk_join(desk, values[i][1], "</p>"));
		assert_page(desk, desk_join(desk, first, rest));
	}
}

CASE_TEST(values_are_capitalised_where_a_sentence_begins)
{
	static const ProseRow rows[] = {
	        {"'{{period.längd}} är lång.'\n", "<p>Tre år är lång.</p>"},
	        {"'Den är {{period.längd}}.'\n", "<p>Den är tre år.</p>"},
	        {"'Ja. {{period.längd}}. {{period.från}}.'\n",
	         "<p>Ja. Tre år. Den~1~januari~2020.</p>"},
	        {"'Ja? {{period.längd}}! {{period.längd}}'\n", "<p>Ja? Tre år! Tre år</p>"},
	        {"'**{{period.längd}}** *x {{period.längd}}*'\n",
	         "<p><strong>Tre år</strong> <em>x tre år</em></p>"},
	        {"'x **{{period.längd}}**'\n", "<p>x <strong>tre år</strong></p>"},
	        {"'({{period.längd}}), kl.{{period.längd}}'\n", "<p>(tre år), kl.tre år</p>"},
	        {"|\n    Ett\\\n    {{period.längd}}\n", "<p>Ett<br>Tre år</p>"},
	        {"|\n    - {{period.längd}}\n", "<ul><li><p>Tre år</p></li></ul>"},
	        {"'{{parter.nämnden}} och {{parter.nämnden}}'\n",
	         "<p>Socialnämnden och socialnämnden</p>"},
	        /* A sentence may end within a mark, and a point need not end a sentence. */
	        {"'**Ja.** {{period.längd}}'\n", "<p><strong>Ja.</strong> Tre år</p>"},
	        {"'Här beslutar bl.a. {{parter.nämnden}}.'\n",
	         "<p>Här beslutar bl.a. socialnämnden.</p>"},
	        {"'I ca. {{period.längd}}, t.ex. {{period.längd}}.'\n",
	         "<p>I ca. tre år, t.ex. tre år.</p>"},
	};
	PROSE_ROWS(rows);
}

CASE_TEST(text_is_bound_but_reads_the_same)
{
	static const ProseRow rows[] = {
	        {"'Högst 12 kr och 5 % den 1 juli.'\n", "<p>Högst 12~kr och 5~% den~1~juli.</p>"},
	        {"'3 kap. 1 § lagen'\n", "<p>3~kap.~1~§ lagen</p>"},
	};
	PROSE_ROWS(rows);
}

/* The place of a placeholder */

CASE_TEST(a_placeholder_is_marked_exactly_in_every_style_of_scalar)
{
	static const char *const values[] = {
	        "å ä ö {{okänt.namn}} å\n",
	        "'å ''ä'' {{okänt.namn}} å'\n",
	        "\"å \\\"ä\\\" \\xE5 {{okänt.namn}} å\"\n",
	        "|\n    å ä ö\n\n    Här {{okänt.namn}}.\n",
	        ">\n    å ä\n    ö {{okänt.namn}}\n    å\n",
	        "å ä\n    ö {{okänt.namn}}\n    å\n",
	        "|\n    # å {{okänt.namn}}\n",
	        "|\n    - å\n      - **ö {{okänt.namn}}**\n",
	        "'{{okänt.namn}}'\n",
	        "'{{ärende.rubrik}}{{okänt.namn}}'\n",
	        "[å, 'ä {{okänt.namn}}']\n",
	        "{text: 'ö {{okänt.namn}}'}\n",
	};
	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
		prose(desk, values[i]);
		assert_reported(desk, {UNKNOWN_REFERENCE, "{{okänt.namn}}"});
	}
	prose(desk, "'{{ ärende.rubrik }} {{  okänt.namn}}'\n");
	assert_reported(desk, {UNKNOWN_REFERENCE, "{{  okänt.namn}}"});
}

CASE_TEST(the_nth_placeholder_has_the_nth_place)
{
	prose(desk, "|\n    {{ett.x}} å {{två.x}}\n\n    {{tre.x}}\n");
	assert_reported(desk, {UNKNOWN_REFERENCE, "{{ett.x}}"}, {UNKNOWN_REFERENCE, "{{två.x}}"},
	                {UNKNOWN_REFERENCE, "{{tre.x}}"});
	/* One that a folded line breaks in two is marked at both its ends. */
	prose(desk, "ö {{ekonomi.egen\n        finansieringen.x}}\n");
	assert_int_equal(desk->diagnostics.errors, 1);
	Text marked = span_text(desk->diagnostics.first->span);
	assert_true(text_starts(marked, TEXT("{{ekonomi.egen")) && text_ends(marked, TEXT("}}")));
}

CASE_TEST(broken_placeholders_are_reported)
{
	static const struct {
		const char *value;
		DiagnosticCode code;
		const char *marked;
	} rows[] = {
	        {"'å {{ärende.rubrik'\n", PLACEHOLDER_OPEN, "{{"},
	        {"'å {{ärende.rubrik}'\n", PLACEHOLDER_OPEN, "{{"},
	        {"|\n    å {{ärende.\n    rubrik}}\n", PLACEHOLDER_OPEN, "{{"},
	        {"'å {{}} b'\n", PLACEHOLDER_EMPTY, "{{}}"},
	        {"'å {{   }} b'\n", PLACEHOLDER_EMPTY, "{{   }}"},
	        {"'å \xEE\x80\x80 b'\n", TEXT_PRIVATE, "\xEE\x80\x80"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		prose(desk, rows[i].value);
		assert_reported(desk, {rows[i].code, rows[i].marked});
	}
	prose(desk, "'a }} b } c {'\n");
	assert_sound(desk);
	assert_text(page_prose(desk), "<p>a }} b } c {</p>");
}

CASE_TEST(a_character_reference_is_no_placeholder)
{
	prose(desk, "'&#xE000; {{ärende.rubrik}}'\n");
	assert_sound(desk);
	assert_true(text_find(page_prose(desk), TEXT("#xE000; "), 0) != TEXT_NOWHERE);
}

CASE_TEST(placeholders_have_a_limit)
{
	Buffer many = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	buffer_put(&many, TEXT("'"));
	for (int i = 0; i < LIMIT_PLACEHOLDERS; i++)
		buffer_put(&many, TEXT("{{x}}"));
	const char *limit = text_terminated(&desk->arena, buffer_text(&many));
	const Source *source = desk_source(desk, "x.md", limit);
	marks_parse(&desk->arena, source->bytes, span_of(source, 0, source->bytes.length),
	            MARKS_WITHOUT_CODE, &desk->diagnostics);
	assert_sound(desk);
	source = desk_source(desk, "x.md", desk_join(desk, limit, "{{y}}{{z}}"));
	marks_parse(&desk->arena, source->bytes, span_of(source, 0, source->bytes.length),
	            MARKS_WITHOUT_CODE, &desk->diagnostics);
	assert_reported(desk, {TOO_MANY_PLACEHOLDERS, "{{y}}"});
}

CASE_TEST(a_text_may_not_be_too_long)
{
	Buffer many = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	buffer_put_repeated(&many, 'a', LIMIT_TEMPLATE_BYTES + 1);
	marks_parse(&desk->arena, text_cut(buffer_text(&many), 0, LIMIT_TEMPLATE_BYTES), (Span){0},
	            MARKS_WITHOUT_CODE, &desk->diagnostics);
	assert_sound(desk);
	const Mark *root = marks_parse(&desk->arena, buffer_text(&many), (Span){0},
	                               MARKS_WITHOUT_CODE, &desk->diagnostics);
	assert_reported(desk, {TEXT_TOO_LONG, ""});
	assert_non_null(root);
	assert_null(root->first);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        CASE_UNIT(markdown_has_the_marks_that_documents_need),
	        CASE_UNIT(markdown_lists_nest),
	        CASE_UNIT(what_is_no_mark_becomes_plain_text),
	        CASE_UNIT(headings_stand_below_the_sections_own),
	        CASE_UNIT(unsafe_links_are_text_and_a_warning),
	        CASE_UNIT(a_link_shows_something_and_has_no_placeholder_in_its_target),
	        CASE_UNIT(deep_nesting_loses_marks_but_no_text),
	        CASE_UNIT(values_are_put_in_as_text),
	        CASE_UNIT(values_are_capitalised_where_a_sentence_begins),
	        CASE_UNIT(text_is_bound_but_reads_the_same),
	        CASE_UNIT(a_placeholder_is_marked_exactly_in_every_style_of_scalar),
	        CASE_UNIT(the_nth_placeholder_has_the_nth_place),
	        CASE_UNIT(broken_placeholders_are_reported),
	        CASE_UNIT(a_character_reference_is_no_placeholder),
	        CASE_UNIT(placeholders_have_a_limit),
	        CASE_UNIT(a_text_may_not_be_too_long),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
