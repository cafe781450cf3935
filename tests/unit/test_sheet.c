/* Unit tests of what html/ does with bytes alone: style sheets without what they do not need,
 * numbers that stay whole. */
#include "support.h"

#include "base/base64.h"
#include "base/buffer.h"
#include "html/run.h"
#include "html/sheet.h"

typedef struct Pair {
	const char *given;
	const char *expected;
} Pair;

static void test_sheets(void **state)
{
	(void)state;
	static const Pair pairs[] = {
	        {"", ""},
	        {" \n/* inget */\t", ""},
	        {"/* utan slut", ""},
	        {"a { color : red ; }", "a{color :red}"},
	        {"a,\nb > c{}\n\nd {x: 1}\n", "a,b > c{}\nd{x:1}"},
	        {"@media (a: b) and (c) { d { e: f } }", "@media (a:b) and (c){d{e:f}}"},
	        {"a :hover, a:hover { w: calc(1px + (2px - 3px)) }",
	         "a :hover,a:hover{w:calc(1px + (2px - 3px))}"},
	        {"a/* x */.b a /* x */ .b {}", "a/**/.b a .b{}"},
	        {"a { b: \"x /* y */  { } ; \\\" z\" 'å  \" ' }",
	         "a{b:\"x /* y */  { } ; \\\" z\" 'å  \" '}"},
	        {"a { b: \"utan slut ; ", "a{b:\"utan slut ; "},
	        {"a { b: url(data:x;/*,  y) ; c: url( \"d  e\" ) }",
	         "a{b:url(data:x;/*,  y);c:url( \"d  e\" )}"},
	        {"a { b: url(\"d)  /* e */\") ; c: URL(x;/*,  y) }",
	         "a{b:url(\"d)  /* e */\");c:URL(x;/*,  y)}"},
	        {"a { b: url(d\\)  /* e) ; c: url( 'f' )  ; /* g */ }",
	         "a{b:url(d\\)  /* e);c:url( 'f' )}"},
	        {"a { b: url(utan /* slut", "a{b:url(utan /* slut"},
	        {"@media print { @page a { b: c } } @layer d ;",
	         "@media print{@page a{b:c}}\n@layer d;"},
	        {".a\\;  b {}", ".a\\; b{}"},
	        {"a { --b: ; c: d }", "a{--b:;c:d}"},
	};
	Arena arena = test_arena();
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		assert_text(sheet_tight(&arena, text_of(pairs[i].given)), pairs[i].expected);
	arena_release(&arena);
}

#define WHOLE(number) "<span class=\"whole\">" number "</span>"

static void test_numbers_that_dashes_join(void **state)
{
	(void)state;
	static const Pair pairs[] = {
	        {"", ""},
	        {"7", "7"},
	        {"ÄN 2019-878.", "ÄN " WHOLE("2019-878") "."},
	        {"2019-10-15", WHOLE("2019-10-15")},
	        {"2020–2022 & 212000-0449", WHOLE("2020–2022") " &amp; " WHOLE("212000-0449")},
	        {"-7, 7- och 7–, 7--7, a-7", "-7, 7- och 7–, 7--7, a-7"},
	        {"2019-10-", WHOLE("2019-10") "-"},
	        {"x7-8x", "x" WHOLE("7-8") "x"},
	        {"1-2-3-4-5-6-7-8-9-0-1-2", WHOLE("1-2-3-4-5-6-7-8-9-0-1-2")},
	        {"1-2-3-4-5-6-7-8-9-0-1-2-3", "1-2-3-4-5-6-7-8-9-0-1-2-3"},
	};
	Arena arena = test_arena();
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		Buffer out = buffer_new(&arena, 4096);
		html_put_run(&out, text_of(pairs[i].given));
		assert_text(buffer_text(&out), pairs[i].expected);
	}
	arena_release(&arena);
}

/* RFC 4648, section 10. */
static void test_base64(void **state)
{
	(void)state;
	static const Pair pairs[] = {{"", ""},
	                             {"f", "Zg=="},
	                             {"fo", "Zm8="},
	                             {"foo", "Zm9v"},
	                             {"foob", "Zm9vYg=="},
	                             {"fooba", "Zm9vYmE="},
	                             {"foobar", "Zm9vYmFy"}};
	Arena arena = test_arena();
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		Buffer out = buffer_new(&arena, 4096);
		base64_put(&out, text_of(pairs[i].given));
		assert_text(buffer_text(&out), pairs[i].expected);
	}
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_sheets),
	        cmocka_unit_test(test_numbers_that_dashes_join),
	        cmocka_unit_test(test_base64),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
