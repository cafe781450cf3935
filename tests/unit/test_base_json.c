/* Tests of JSON: commas, nesting and escapes. */
#include "support.h"

#include "base/json.h"

static void test_objects_and_arrays_nest(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Buffer out = buffer_new(&arena, BUFFER_MAXIMUM);
	Json json = json_new(&out);
	json_begin(&json, '[');
	json_begin(&json, '{');
	json_text_at(&json, TEXT("a"), TEXT("b"));
	json_key(&json, TEXT("list"));
	json_begin(&json, '[');
	json_integer(&json, -1);
	json_boolean(&json, true);
	json_begin(&json, '{');
	json_end(&json, '}');
	json_end(&json, ']');
	json_integer_at(&json, TEXT("n"), 7);
	json_end(&json, '}');
	json_text(&json, TEXT(""));
	json_end(&json, ']');
	assert_text(buffer_text(&out), "[\n{\"a\":\"b\",\"list\":[-1,true,{}],\"n\":7},\n\"\"]");
	arena_release(&arena);
}

static void test_texts_are_escaped(void **state)
{
	static const struct {
		const char *text, *written;
	} rows[] = {{"å \"citat\" \\ /", "\"å \\\"citat\\\" \\\\ /\""},
	            {"rad\nett\ttabb", "\"rad\\u000Aett\\u0009tabb\""},
	            {"\x01\x7f", "\"\\u0001\\u007F\""},
	            {"a\xE2\x80\xA8z", "\"a\\u2028z\""},
	            {"H\xE5lla \xC3", "\"H\xEF\xBF\xBDlla \xEF\xBF\xBD\""},
	            {"slut:", "\"slut:\""}};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		Arena arena = test_arena();
		Buffer out = buffer_new(&arena, BUFFER_MAXIMUM);
		Json json = json_new(&out);
		json_text(&json, text_of(rows[i].text));
		assert_text(buffer_text(&out), rows[i].written);
		arena_release(&arena);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_objects_and_arrays_nest),
	        cmocka_unit_test(test_texts_are_escaped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
