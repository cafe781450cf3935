/* Tests of yaml: the tree, its spans, and what is refused. */
#include "support.h"

#include "base/buffer.h"
#include "base/limits.h"
#include "source/diagnostic.h"
#include "yaml/reader.h"

typedef struct Desk {
	Arena arena;
	Diagnostics diagnostics;
	const Source *source;
} Desk;

static int desk_open(void **state)
{
	Desk *desk = test_malloc(sizeof *desk);
	*desk = (Desk){.arena = test_arena()};
	desk->diagnostics.arena = &desk->arena;
	*state = desk;
	return 0;
}

static int desk_close(void **state)
{
	Desk *desk = *state;
	arena_release(&desk->arena);
	test_free(desk);
	return 0;
}

static const YamlNode *read_bytes(Desk *desk, Text bytes)
{
	desk->diagnostics = (Diagnostics){.arena = &desk->arena};
	desk->source = source_open(&desk->arena, TEXT("x.yaml"), bytes, LIMIT_SOURCE_BYTES,
	                           &desk->diagnostics);
	if (desk->source == NULL)
		return NULL;
	return yaml_read(&desk->arena, desk->source, &desk->diagnostics);
}

static const YamlNode *read_good(Desk *desk, const char *bytes)
{
	const YamlNode *root = read_bytes(desk, text_of(bytes));
	assert_non_null(root);
	assert_int_equal(desk->diagnostics.errors, 0);
	return root;
}

static void assert_scalar(const YamlNode *node, const char *text, const char *typed)
{
	assert_non_null(node);
	assert_int_equal(node->kind, YAML_SCALAR);
	assert_text(node->text, text);
	assert_text(span_text(node->span), typed);
}

static const YamlNode *member(const YamlNode *mapping, const char *key)
{
	return yaml_find(mapping, text_of(key));
}

static void reader_keeps_scalars_as_typed(void **state)
{
	const YamlNode *root = read_good(*state, "a: NO\nb: 0123\nc: 12:30\nd: ~\ne: 1.0e3\n"
	                                         "f: 2019-10-15\ng: null\nh: 0x1F\n");
	static const char *const expected[] = {"NO",    "0123",       "12:30", "~",
	                                       "1.0e3", "2019-10-15", "null",  "0x1F"};
	assert_int_equal(root->kind, YAML_MAPPING);
	assert_int_equal(root->count, 8);
	for (size_t i = 0; i < 8; i++)
		assert_scalar(root->entries[i].value, expected[i], expected[i]);
}

static void reader_gives_exact_spans_in_bytes(void **state)
{
	const YamlNode *root =
	        read_good(*state, "åäö: över # ö\n\"nyckel ö\": \"två \\\" ord\"  \n'd': 'x''y'\n"
	                          "e: ett\n  två  \n\nf: å\n");
	assert_text(span_text(root->entries[0].key_span), "åäö");
	assert_scalar(member(root, "åäö"), "över", "över");
	assert_text(span_text(root->entries[1].key_span), "\"nyckel ö\"");
	assert_scalar(member(root, "nyckel ö"), "två \" ord", "\"två \\\" ord\"");
	assert_scalar(member(root, "d"), "x'y", "'x''y'");
	assert_scalar(member(root, "e"), "ett två", "ett\n  två");
	assert_scalar(member(root, "f"), "å", "å");
	assert_int_equal(root->span.first, 0);
	assert_text(text_after(span_text(root->span), root->span.end - 5), "f: å");
}

static void reader_gives_empty_values_their_place(void **state)
{
	const YamlNode *root = read_good(*state, "å:\nb:\n  - \n  - x\nc: {d}\ne:   # k\n");
	assert_scalar(member(root, "å"), "", "");
	assert_int_equal(member(root, "å")->span.first, 3);
	const YamlNode *list = member(root, "b");
	assert_int_equal(list->kind, YAML_SEQUENCE);
	assert_int_equal(list->count, 2);
	assert_int_equal(list->entries[0].key.length, 0);
	assert_scalar(list->entries[0].value, "", "");
	assert_int_equal(list->entries[0].value->span.first, 10);
	assert_scalar(member(member(root, "c"), "d"), "", "");
	assert_scalar(member(root, "e"), "", "");
	assert_int_equal(member(root, "e")->span.first,
	                 text_find(root->span.source->bytes, TEXT("e:"), 0) + 2);
}

static void reader_ends_block_scalars_at_their_last_text(void **state)
{
	const YamlNode *root = read_good(
	        *state, "a: |\n  hej\n\n  du\n\n\n# k\nb: >-\n  ett\n  två\nc: |\nd: x\n");
	assert_scalar(member(root, "a"), "hej\n\ndu\n", "|\n  hej\n\n  du");
	assert_scalar(member(root, "b"), "ett två", ">-\n  ett\n  två");
	assert_scalar(member(root, "c"), "", "|");
}

static void reader_spans_collections_from_first_to_last_entry(void **state)
{
	const YamlNode *root = read_good(*state, "a:\n- b: c\n  d:\n- e: |\n    x\n\n"
	                                         "f: [1, {g: h}]  # k\ni: {}\n");
	const YamlNode *list = member(root, "a");
	assert_text(span_text(list->span), "- b: c\n  d:\n- e: |\n    x");
	assert_text(span_text(list->entries[0].value->span), "b: c\n  d:");
	assert_text(span_text(list->entries[1].value->span), "e: |\n    x");
	assert_text(span_text(member(root, "f")->span), "[1, {g: h}]");
	assert_text(span_text(member(root, "f")->entries[1].value->span), "{g: h}");
	assert_text(span_text(member(root, "i")->span), "{}");
	assert_int_equal(member(root, "i")->count, 0);
}

static void reader_accepts_other_line_ends_and_a_byte_order_mark(void **state)
{
	const YamlNode *root =
	        read_good(*state, "\xEF\xBB\xBFå: ö\r\nb:\r\n- c\r\ne: |\r\n  hej\r\n"
	                          "  du\r\n\r\nf: x\r\n");
	assert_scalar(member(root, "å"), "ö", "ö");
	assert_scalar(member(root, "b")->entries[0].value, "c", "c");
	assert_scalar(member(root, "e"), "hej\ndu\n", "|\r\n  hej\r\n  du");
	assert_scalar(member(root, "f"), "x", "x");
}

static void reader_accepts_one_marked_document(void **state)
{
	const YamlNode *root = read_good(*state, "# först\n---\na: b\n...\n# sist\n");
	assert_scalar(member(root, "a"), "b", "b");
}

static void find_looks_only_in_mappings(void **state)
{
	const YamlNode *root = read_good(*state, "a: [b]\n");
	assert_null(member(root, "b"));
	assert_null(member(member(root, "a"), "b"));
	assert_null(yaml_find(NULL, TEXT("a")));
}

/* One error, its code and the bytes that it marks. */
typedef struct Refusal {
	const char *bytes;
	DiagnosticCode code;
	const char *marked;
	size_t line;
} Refusal;

static void assert_refusals(Desk *desk, const Refusal *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		read_bytes(desk, text_of(rows[i].bytes));
		const Diagnostic *first = desk->diagnostics.first;
		if (desk->diagnostics.errors != 1 || first->code != rows[i].code) {
			print_error("%s", rows[i].bytes);
			assert_int_equal(desk->diagnostics.errors, 1);
			assert_int_equal(first->code, rows[i].code);
		}
		assert_text(span_text(first->span), rows[i].marked);
		assert_int_equal(source_position(first->span.source, first->span.first).line,
		                 rows[i].line);
	}
}

static void reader_refuses_what_no_case_needs(void **state)
{
	static const Refusal rows[] = {
	        {"a: *b\n", YAML_ALIAS, "*b", 1},
	        {"a: *b mer text\nc: d\n", YAML_ALIAS, "*b", 1},
	        {"a: &b c\n", YAML_ALIAS, "&b", 1},
	        {"a: &b\n  c: d\n", YAML_ALIAS, "&b", 1},
	        {"&b a: c\n", YAML_ALIAS, "&b", 1},
	        {"a: **fet** text\n", YAML_ALIAS, "*", 1},
	        {"a: &\n", YAML_ALIAS, "&", 1},
	        {"<<: *b\n", YAML_ALIAS, "*b", 1},
	        {"a: !viktigt b\n", YAML_TAG, "!viktigt", 1},
	        {"a: ! b\n", YAML_TAG, "!", 1},
	        {"a: !!str 12\n", YAML_TAG, "!!str", 1},
	        {"a: !x [b]\n", YAML_TAG, "!x", 1},
	        {"a: !<x\n", YAML_TAG, "!<x", 1},
	        {"a: !e!x b\n", YAML_TAG, "!e!x b", 1},
	        {"a: b\n---\nc: d\n", YAML_SECOND_DOCUMENT, "---", 2},
	        {"a: b\n...\nc: d\n", YAML_SECOND_DOCUMENT, "...", 2},
	        {"a: b\n---\n", YAML_SECOND_DOCUMENT, "---", 2},
	        {"? [a]\n: b\n", YAML_KEY_NOT_TEXT, "[a]", 1},
	        {"? {a: b}\n: b\n", YAML_KEY_NOT_TEXT, "{a: b}", 1},
	        {"? |\n  a\n: b\n", YAML_KEY_NOT_TEXT, "|\n  a", 1},
	        {"\"\": b\n", YAML_KEY_NOT_TEXT, "\"\"", 1},
	        {": b\n", YAML_KEY_NOT_TEXT, ":", 1},
	        {"a: {{ekonomi.summa}} kronor\nb: c\n", YAML_INDICATOR, "{{", 1},
	        {"a: \"\\x07\"\n", TEXT_CONTROL, "\"\\x07\"", 1},
	        {"a: \"\\u202e\"\n", TEXT_CONTROL, "\"\\u202e\"", 1},
	        {"# bara en anmärkning\n", FILE_EMPTY, "", 1},
	        {"---\n", FILE_EMPTY, "", 1},
	        {" \n\n", FILE_EMPTY, "", 1},
	};
	assert_refusals(*state, rows, sizeof rows / sizeof rows[0]);
}

/* Faults of beginners, marked at the line to mend, which is not always where libyaml stops. */
static void reader_explains_what_libyaml_cannot_read(void **state)
{
	static const Refusal rows[] = {
	        {"a:\n\tb: c\n", YAML_TAB, "\t", 2},
	        {"a: b\n\tc: d\n", YAML_TAB, "\t", 2},
	        {"a:\n  b: c\n  \td: e\n", YAML_TAB, "  \t", 3},
	        {"a: |\n\tb\n", YAML_TAB, "\t", 2},
	        {"\ta: b\n", YAML_TAB, "\t", 1},
	        {"a: x\ndatum:2019\nb: y\n", YAML_COLON_SPACE, "datum:", 2},
	        {"ä:\n  datum:2019\n  n: x\n", YAML_COLON_SPACE, "datum:", 2},
	        {"a:\n  - datum:2019\n    n: x\n", YAML_COLON_SPACE, "datum:", 2},
	        {"a: x\nhttps://x.se\nb: y\n", YAML_COLON_MISSING, "https://x.se", 2},
	        {"a: x\nrad # k\n", YAML_COLON_MISSING, "rad", 2},
	        {"ärende\n  datum: x\n", YAML_COLON_MISSING, "ärende", 1},
	        {"a\nb: c\n", YAML_COLON_MISSING, "a", 1},
	        {"# k\na:\n  b\n\n  c: d # k\n", YAML_COLON_MISSING, "b", 3},
	        {"a: kl: 12\n", YAML_COLON_IN_VALUE, "kl: 12", 1},
	        {"a: \"x\": y # k\n", YAML_COLON_IN_VALUE, "\"x\": y", 1},
	        {"- a: b: c\n", YAML_COLON_IN_VALUE, "b: c", 1},
	        {"a:\n    b: c\n  d: e\n", YAML_INDENT, "d: e", 3},
	        {"  a: b\nc: d\n", YAML_INDENT, "a: b", 1},
	        {"- a\nb: c\n", YAML_INDENT, "b: c", 2},
	        {"a: b\n- c\n", YAML_INDENT, "- c", 2},
	        {"a:\n  - b\n  c: d\n", YAML_INDENT, "c: d", 3},
	        {"a: |\n  x\n y\n", YAML_INDENT, "y", 3},
	        {"a: b\n  c: d\n", YAML_UNDER_VALUE, "c: d", 2},
	        {"a: b\n  mer\n  c: d\n", YAML_UNDER_VALUE, "c: d", 3},
	        {"- a: b\n   c: d\n", YAML_UNDER_VALUE, "c: d", 2},
	        {"a: - b\n", YAML_LIST_ON_KEY, "-", 1},
	        {"a: \"b\nc: d\n", YAML_QUOTE_OPEN, "\"", 1},
	        {"a: 'b\nc: d\n", YAML_QUOTE_OPEN, "'", 1},
	        {"a: \"b\nc: \"d\"\ne: f\n", YAML_QUOTE_OPEN, "\"", 1},
	        {"a: \"b\n---\n", YAML_QUOTE_OPEN, "\"", 1},
	        {"a: \"b\" c\nd: e\n", YAML_AFTER_VALUE, "c", 1},
	        {"a: 'b's bok'\n", YAML_AFTER_VALUE, "s bok'", 1},
	        {"a: [b]]\n", YAML_AFTER_VALUE, "]", 1},
	        {"- \"b\" c\n", YAML_AFTER_VALUE, "c", 1},
	        {"a: [b, c\nd: e\n", YAML_BRACKET, "[", 1},
	        {"a: {b: c\nd: e\n", YAML_BRACKET, "{", 1},
	        {"a: [b\n", YAML_BRACKET, "[", 1},
	        {"a: @b\n", YAML_INDICATOR, "@", 1},
	        {"a: `b`\n", YAML_INDICATOR, "`", 1},
	        {"ö: %b\n", YAML_INDICATOR, "%", 1},
	        {"%a: b\n", YAML_INDICATOR, "%", 1},
	        {"a: >x\n", YAML_INDICATOR, ">", 1},
	        {"a: |x\n", YAML_INDICATOR, "|", 1},
	        {"a: ]\n", YAML_INDICATOR, "]", 1},
	        {"a: ,b\n", YAML_INDICATOR, ",", 1},
	        {"a: \"c:\\d\"\n", YAML_INDICATOR, "\\", 1},
	        {"%YAML 3.0\n---\na: b\n", YAML_UNREADABLE, "%", 1},
	};
	assert_refusals(*state, rows, sizeof rows / sizeof rows[0]);
}

static void reader_says_what_to_write_instead(void **state)
{
	Desk *desk = *state;
	read_bytes(desk, TEXT("a: x\ndatum:2019\nb: y\n"));
	assert_text(desk->diagnostics.first->arguments[0], "datum");
	read_bytes(desk, TEXT("a: {b\n"));
	assert_text(desk->diagnostics.first->arguments[0], "{");
	assert_text(desk->diagnostics.first->arguments[1], "}");
	read_bytes(desk, TEXT("a: [b\n"));
	assert_text(desk->diagnostics.first->arguments[1], "]");
}

static void reader_keeps_the_first_of_duplicate_keys(void **state)
{
	Desk *desk = *state;
	const YamlNode *root =
	        read_bytes(desk, TEXT("b: 1\na: 2\n\"b\": 3\nc: {d: 4, d: 5}\nb: 6\nA: 7\n"));
	assert_non_null(root);
	assert_int_equal(root->count, 4);
	assert_text(root->entries[0].key, "b");
	assert_scalar(root->entries[0].value, "1", "1");
	assert_text(root->entries[1].key, "a");
	assert_int_equal(member(root, "c")->count, 1);
	assert_scalar(member(member(root, "c"), "d"), "4", "4");
	assert_scalar(member(root, "A"), "7", "7");
	assert_int_equal(desk->diagnostics.errors, 3);
	const Diagnostic *first = desk->diagnostics.first;
	assert_int_equal(first->code, YAML_DUPLICATE_KEY);
	assert_text(first->arguments[0], "b");
	assert_text(span_text(first->span), "\"b\"");
	assert_int_equal(first->notes->code, YAML_FIRST_KEY);
	assert_int_equal(first->notes->span.first, 0);
	assert_int_equal(first->notes->span.end, 1);
}

/* A refused value reads as if it had been quoted, so that no second complaint follows. */
static void reader_reads_refused_values_as_text(void **state)
{
	Desk *desk = *state;
	const YamlNode *root =
	        read_bytes(desk, TEXT("a: &b värde\nc: *d\ne: !f\n  - g\nh: &i !j \"k\"\n"));
	assert_non_null(root);
	assert_int_equal(desk->diagnostics.errors, 5);
	assert_scalar(member(root, "a"), "&b värde", "&b värde");
	assert_scalar(member(root, "c"), "*d", "*d");
	assert_int_equal(member(root, "e")->kind, YAML_SEQUENCE);
	assert_scalar(member(root, "h"), "&i !j \"k\"", "&i !j \"k\"");
}

static Text nested(Arena *arena, size_t depth)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put_repeated(&out, '[', depth);
	buffer_put_repeated(&out, ']', depth);
	return buffer_text(&out);
}

static void reader_limits_depth(void **state)
{
	Desk *desk = *state;
	assert_non_null(read_bytes(desk, nested(&desk->arena, LIMIT_YAML_DEPTH)));
	assert_int_equal(desk->diagnostics.errors, 0);
	assert_null(read_bytes(desk, nested(&desk->arena, LIMIT_YAML_DEPTH + 1)));
	assert_int_equal(desk->diagnostics.errors, 1);
	assert_int_equal(desk->diagnostics.first->code, YAML_TOO_DEEP);
	assert_int_equal(desk->diagnostics.first->span.first, LIMIT_YAML_DEPTH);
	assert_text(desk->diagnostics.first->arguments[0], "32");
	assert_null(read_bytes(desk, nested(&desk->arena, 500000)));
	assert_int_equal(desk->diagnostics.errors, 1);
}

/* A list of `count` items has one node more. */
static Text list_of(Arena *arena, size_t count)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < count; i++)
		buffer_put(&out, TEXT("- x\n"));
	return buffer_text(&out);
}

static void reader_limits_nodes(void **state)
{
	Desk *desk = *state;
	const YamlNode *root = read_bytes(desk, list_of(&desk->arena, LIMIT_YAML_NODES - 1));
	assert_non_null(root);
	assert_int_equal(root->count, LIMIT_YAML_NODES - 1);
	assert_null(read_bytes(desk, list_of(&desk->arena, LIMIT_YAML_NODES)));
	assert_int_equal(desk->diagnostics.errors, 1);
	assert_int_equal(desk->diagnostics.first->code, YAML_TOO_MANY);
	assert_text(desk->diagnostics.first->arguments[0], "50\xC2\xA0"
	                                                   "000");
}

static void reader_limits_scalars(void **state)
{
	Desk *desk = *state;
	Buffer out = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT("a: "));
	buffer_put_repeated(&out, 'x', LIMIT_SCALAR_BYTES);
	assert_non_null(read_bytes(desk, buffer_text(&out)));
	assert_int_equal(desk->diagnostics.errors, 0);
	buffer_put_byte(&out, 'x');
	assert_non_null(read_bytes(desk, buffer_text(&out)));
	assert_int_equal(desk->diagnostics.errors, 1);
	assert_int_equal(desk->diagnostics.first->code, YAML_TOO_LONG);
}

/* Keys in the worst order for a list that is kept sorted. */
static void reader_finds_a_duplicate_among_many(void **state)
{
	Desk *desk = *state;
	Buffer out = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	for (size_t i = 20000; i > 0; i--) {
		buffer_put_padded(&out, i, 6);
		buffer_put(&out, TEXT(": x\n"));
	}
	buffer_put(&out, TEXT("012345: y\n"));
	const YamlNode *root = read_bytes(desk, buffer_text(&out));
	assert_non_null(root);
	assert_int_equal(root->count, 20000);
	assert_text(root->entries[0].key, "020000");
	assert_int_equal(desk->diagnostics.errors, 1);
	assert_text(desk->diagnostics.first->arguments[0], "012345");
}

/* Every beginning of a file, and every file with one byte gone, is read or refused with a reason.
 */
static void reader_survives_damage(void **state)
{
	Desk *desk = *state;
	const Text whole = TEXT("ä: {b: [\"c\\n\", 'd'], e: &f *g}\nh: |+\n  i\n\n? j\n: !k - l\n"
	                        "m:\n- n: >\n    o\n  p: \"q\n    r\"\n...\n");
	for (size_t i = 0; i < whole.length; i++) {
		const Text parts[] = {text_cut(whole, 0, i), text_after(whole, i + 1)};
		Text damaged = text_join(&desk->arena, parts, 2);
		if (read_bytes(desk, parts[0]) == NULL)
			assert_true(desk->diagnostics.errors > 0);
		if (read_bytes(desk, damaged) == NULL)
			assert_true(desk->diagnostics.errors > 0);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_open, desk_close)
	const struct CMUnitTest tests[] = {
	        TEST(reader_keeps_scalars_as_typed),
	        TEST(reader_gives_exact_spans_in_bytes),
	        TEST(reader_gives_empty_values_their_place),
	        TEST(reader_ends_block_scalars_at_their_last_text),
	        TEST(reader_spans_collections_from_first_to_last_entry),
	        TEST(reader_accepts_other_line_ends_and_a_byte_order_mark),
	        TEST(reader_accepts_one_marked_document),
	        TEST(find_looks_only_in_mappings),
	        TEST(reader_refuses_what_no_case_needs),
	        TEST(reader_explains_what_libyaml_cannot_read),
	        TEST(reader_says_what_to_write_instead),
	        TEST(reader_keeps_the_first_of_duplicate_keys),
	        TEST(reader_reads_refused_values_as_text),
	        TEST(reader_limits_depth),
	        TEST(reader_limits_nodes),
	        TEST(reader_limits_scalars),
	        TEST(reader_finds_a_duplicate_among_many),
	        TEST(reader_survives_damage),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
