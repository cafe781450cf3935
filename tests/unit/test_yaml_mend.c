/* Tests of yaml: how faults are mended, and that reading goes on behind them. */
#include "support.h"

#include "base/limits.h"
#include "source/diagnostic.h"
#include "yaml/reader.h"
#include "yaml/write.h"

typedef struct Desk {
	Arena arena;
	Diagnostics diagnostics;
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

static const Source *open_text(Desk *desk, const char *bytes)
{
	desk->diagnostics = (Diagnostics){.arena = &desk->arena};
	return source_open(&desk->arena, TEXT("x.yaml"), text_of(bytes), LIMIT_SOURCE_BYTES,
	                   &desk->diagnostics);
}

/* A fault, and the file with its fix; NULL where there is none. */
typedef struct MendRow {
	const char *written;
	DiagnosticCode code;
	const char *mended;
} MendRow;

static void each_certain_fault_is_mended(void **state)
{
	static const MendRow rows[] = {
	        {"a:\n  b: c\n\td: e\n", YAML_TAB, "a:\n  b: c\n  d: e\n"},
	        {"a:\n    b: c\n    d:\n\t\te: f\n", YAML_TAB,
	         "a:\n    b: c\n    d:\n        e: f\n"},
	        {"a: x\ndatum:2019\nb: y\n", YAML_COLON_SPACE, "a: x\ndatum: 2019\nb: y\n"},
	        {"{a:x, b: y}\n", YAML_COLON_SPACE, "{a: x, b: y}\n"},
	        {"a:{b: c}\nd: e\n", YAML_COLON_SPACE, "a: {b: c}\nd: e\n"},
	        {"a {b: c}\n", KEY_WITHOUT_COLON, "a: {b: c}\n"},
	        {"a: kl: 12\n", YAML_COLON_IN_VALUE, "a: \"kl: 12\"\n"},
	        {"a: \"b\": c # d\n", YAML_COLON_IN_VALUE, "a: '\"b\": c' # d\n"},
	        {"a: {{b}} c\n", YAML_INDICATOR, "a: \"{{b}} c\"\n"},
	        {"x: {a: {{b, c}} d, e: f}\n", YAML_INDICATOR, "x: {a: \"{{b, c}} d\", e: f}\n"},
	        {"a: @b\n", YAML_INDICATOR, "a: \"@b\"\n"},
	        {"- *b* c\n", YAML_ALIAS, "- \"*b* c\"\n"},
	        {"a: \"b c\nd: e\n", YAML_QUOTE_OPEN, "a: \"b c\"\nd: e\n"},
	        {"a: {b: c\nd: e\n", YAML_BRACKET, "a: {b: c}\nd: e\n"},
	        {"- a: b, c: d}\n", YAML_BRACKET_NOT_OPENED, "- {a: b, c: d}\n"},
	        {"x: a: b}\n", YAML_BRACKET_NOT_OPENED, "x: {a: b}\n"},
	        {"x:\n  - a\n  -b\n  - c: d\n", YAML_DASH_SPACE, "x:\n  - a\n  - b\n  - c: d\n"},
	        {"x:\n  -{a: b}\n  - {c: d}\n", YAML_DASH_SPACE, "x:\n  - {a: b}\n  - {c: d}\n"},
	        {"x:\n  {a: b}\n  - {c: d}\n", YAML_DASH_MISSING, "x:\n  - {a: b}\n  - {c: d}\n"},
	        {"x:\n  - {a: b}\n  {c: d}\n", YAML_DASH_MISSING, "x:\n  - {a: b}\n  - {c: d}\n"},
	        {"u:\nr: p\n  - {n: x}\n", YAML_LINE_BETWEEN, "r: p\nu:\n  - {n: x}\n"},
	        /* The odd one of two lines is the one that is wrong. */
	        {"a:\n  x: y\n  b:\n     c: d\n    e: f\n", YAML_INDENT,
	         "a:\n  x: y\n  b:\n    c: d\n    e: f\n"},
	        {"a:\n  b: c\n   d: e\n", YAML_UNDER_VALUE, "a:\n  b: c\n  d: e\n"},
	        {"a:\n  b: c\n d: e\n", YAML_INDENT, "a:\n  b: c\n  d: e\n"},
	        {"a:\n  b: |\n    c\n d: e\n  f: g\n", YAML_INDENT,
	         "a:\n  b: |\n    c\n  d: e\n  f: g\n"},
	        {" a: b\nc: d\n", YAML_INDENT, "a: b\nc: d\n"},
	        /* It may be this, or that. */
	        {"a: {b: [c, d}\n", YAML_BRACKET, NULL},
	        {"a: {b: \"c, d: e}\n", YAML_QUOTE_OPEN, NULL},
	        {"a: *b\n", YAML_ALIAS, NULL},
	        {"a: x\nrad\nb: y\n", YAML_COLON_MISSING, NULL},
	        {"a:\n      b: c\n  d: e\n", YAML_INDENT, NULL},
	};
	Desk *desk = *state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		print_message("%s\n", rows[i].written);
		const Source *source = open_text(desk, rows[i].written);
		yaml_read(&desk->arena, source, &desk->diagnostics);
		const Diagnostic *first = desk->diagnostics.first;
		assert_non_null(first);
		assert_int_equal(first->code, rows[i].code);
		assert_true((first->fix != NULL) == (rows[i].mended != NULL));
		if (first->fix == NULL)
			continue;
		assert_text(source_mended(&desk->arena, source, first->fix->span, first->fix->text)
		                    ->bytes,
		            rows[i].mended);
		open_text(desk, rows[i].mended);
		source = open_text(desk, rows[i].mended);
		assert_non_null(yaml_read(&desk->arena, source, &desk->diagnostics));
		assert_int_equal(desk->diagnostics.errors, 0);
	}
}

static void reading_goes_on_behind_a_fault(void **state)
{
	Desk *desk = *state;
	const Source *source = open_text(desk, "a: b: c\nd: \"e\nf:\n\tg: h\na: i\nj: k\n");
	const YamlNode *root = yaml_read(&desk->arena, source, &desk->diagnostics);
	static const DiagnosticCode codes[] = {YAML_COLON_IN_VALUE, YAML_QUOTE_OPEN, YAML_TAB,
	                                       YAML_DUPLICATE_KEY};
	const Diagnostic *one = desk->diagnostics.first;
	for (size_t i = 0; i < 4; i++, one = one->next)
		assert_int_equal(one->code, codes[i]);
	assert_null(one);
	assert_int_equal(desk->diagnostics.errors, 4);
	assert_non_null(root);
	assert_text(yaml_find(root, TEXT("a"))->text, "b: c");
	assert_text(yaml_find(root, TEXT("d"))->text, "e");
	assert_text(yaml_find(yaml_find(root, TEXT("f")), TEXT("g"))->text, "h");
	/* Places are those of what is written. */
	Span j = span_written(yaml_find(root, TEXT("j"))->span);
	assert_ptr_equal(j.source, source);
	assert_text(span_text(j), "k");
	/* What cannot be mended ends the reading, and is told after what could. */
	source = open_text(desk, "a: b: c\nd: }\ne: f: g\n");
	assert_null(yaml_read(&desk->arena, source, &desk->diagnostics));
	assert_int_equal(desk->diagnostics.errors, 2);
}

static void no_file_is_read_forever(void **state)
{
	Desk *desk = *state;
	char text[8 * 100 + 1] = {0};
	for (size_t i = 0; i < 100; i++)
		for (size_t k = 0; k < 8; k++)
			text[8 * i + k] = "aa: b: c"[k];
	for (size_t i = 0; i < 100; i++) {
		text[8 * i] = (char)('a' + i / 10);
		text[8 * i + 1] = (char)('a' + i % 10);
		text[8 * i + 7] = '\n';
	}
	const Source *source = open_text(desk, text);
	assert_null(yaml_read(&desk->arena, source, &desk->diagnostics));
	assert_int_equal(desk->diagnostics.errors, LIMIT_YAML_MENDS + 1);
}

static void a_value_is_replaced_in_its_own_quotation_marks(void **state)
{
	static const struct {
		const char *written, *value, *right, *mended;
	} rows[] = {
	        {"a: b\n", "b", "c", "a: c\n"},
	        {"a: 'b'\n", "'b'", "c", "a: 'c'\n"},
	        {"a: \"b\"\n", "\"b\"", "c, d", "a: \"c, d\"\n"},
	        {"a: b\n", "b", "2,5 %", "a: 2,5 %\n"},
	        {"a: {b: c}\n", "c", "2,5 %", "a: {b: \"2,5 %\"}\n"},
	        {"a: b\n", "b", "c: d", "a: \"c: d\"\n"},
	        {"a: 'b'\n", "'b'", "it's", "a: it's\n"},
	        {"a: b\n", "b", "say \"c\"", "a: say \"c\"\n"},
	        {"a: |\n  b\n", "|\n  b", "c", NULL},
	};
	Desk *desk = *state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const Source *source = open_text(desk, rows[i].written);
		size_t at = text_find(source->bytes, text_of(rows[i].value), 2);
		Span span = span_of(source, at, at + text_of(rows[i].value).length);
		diagnose(&desk->diagnostics, NOT_A_DATE, span);
		yaml_fix_value(&desk->diagnostics, span, text_of(rows[i].right));
		const Fix *fix = desk->diagnostics.first->fix;
		assert_true((fix != NULL) == (rows[i].mended != NULL));
		if (fix != NULL)
			assert_text(
			        source_mended(&desk->arena, source, fix->span, fix->text)->bytes,
			        rows[i].mended);
	}
	assert_text(yaml_quoted(&desk->arena, TEXT("c:\\d 'e'")), "'c:\\d ''e'''");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_open, desk_close)
	const struct CMUnitTest tests[] = {
	        TEST(each_certain_fault_is_mended),
	        TEST(reading_goes_on_behind_a_fault),
	        TEST(no_file_is_read_forever),
	        TEST(a_value_is_replaced_in_its_own_quotation_marks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
