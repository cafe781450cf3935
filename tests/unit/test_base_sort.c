/* Tests of base: a sort that keeps equal items as they stood, and text broken into lines. */
#include "support.h"

#include "base/sort.h"
#include "base/wrap.h"

/* Sorting. */

typedef struct Item {
	int key;
	int place; /* where it stood before */
} Item;

static int by_key(const void *a, const void *b)
{
	const Item *one = a, *other = b;
	return (one->key > other->key) - (one->key < other->key);
}

/* That `count` items are in order, equal ones as they stood, and that none is lost. */
static void assert_sorted(const Item *items, size_t count)
{
	bool seen[1024] = {false};
	assert_true(count <= sizeof seen / sizeof seen[0]);
	for (size_t i = 0; i < count; i++) {
		assert_false(seen[items[i].place]);
		seen[items[i].place] = true;
		if (i == 0)
			continue;
		assert_true(items[i - 1].key <= items[i].key);
		if (items[i - 1].key == items[i].key)
			assert_true(items[i - 1].place < items[i].place);
	}
}

static void sort_keeps_equal_items_as_they_stood(void **state)
{
	(void)state;
	Arena arena = test_arena();
	for (size_t count = 0; count <= 130; count++) {
		for (int keys = 1; keys <= 7; keys += 3) {
			Item *items = ARENA_ARRAY(&arena, Item, count + 1);
			for (size_t i = 0; i < count; i++)
				items[i] = (Item){(int)(i * 31 % 97) % keys, (int)i};
			items[count] = (Item){-1, 0}; /* beyond the end: not to be touched */
			sort_stable(&arena, items, count, sizeof *items, by_key);
			assert_sorted(items, count);
			assert_int_equal(items[count].key, -1);
		}
	}
	arena_release(&arena);
}

static void sort_takes_every_order(void **state)
{
	(void)state;
	enum { COUNT = 1000 };
	Arena arena = test_arena();
	Item rising[COUNT], falling[COUNT];
	for (int i = 0; i < COUNT; i++) {
		rising[i] = (Item){i, i};
		falling[i] = (Item){COUNT - i, i};
	}
	sort_stable(&arena, rising, COUNT, sizeof rising[0], by_key);
	sort_stable(&arena, falling, COUNT, sizeof falling[0], by_key);
	assert_sorted(rising, COUNT);
	assert_sorted(falling, COUNT);
	assert_int_equal(falling[0].place, COUNT - 1);
	arena_release(&arena);
}

static int by_byte(const void *a, const void *b)
{
	return *(const unsigned char *)a - *(const unsigned char *)b;
}

static void sort_takes_items_of_any_size(void **state)
{
	(void)state;
	Arena arena = test_arena();
	char bytes[] = "sortera";
	sort_stable(&arena, bytes, sizeof bytes - 1, 1, by_byte);
	assert_string_equal(bytes, "aeorrst");
	char threes[] = "c1-a1-b1-a2-";
	sort_stable(&arena, threes, 4, 3, by_byte);
	assert_string_equal(threes, "a1-a2-b1-c1-");
	arena_release(&arena);
}

/* Wrapping. */

static Text wrapped(Arena *arena, const char *text, size_t start, size_t indent, size_t columns)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	wrap_put(&out, text_of(text), start, indent, columns);
	return buffer_text(&out);
}

static void wrap_fills_lines_and_no_more(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t start, indent, columns;
		const char *lines;
	} rows[] = {
	        {"", 0, 0, 10, ""},
	        {"ett två tre", 0, 0, 11, "ett två tre"},
	        {"ett två tre", 0, 0, 10, "ett två\ntre"},
	        {"ett två tre", 4, 2, 11, "ett två\n  tre"},
	        {"ett två tre", 5, 2, 11, "ett\n  två tre"},
	        {"ett två tre", 99, 2, 9, "ett\n  två tre"},
	        {"ett  två", 0, 0, 10, "ett två"},
	        {"enmycketlång rad", 0, 1, 5, "enmycketlång\n rad"},
	        {"10\xC2\xA0kr per år", 0, 0, 5, "10\xC2\xA0kr\nper\når"},
	        {"o\xCC\x88o\xCC\x88 a", 0, 0, 4, "o\xCC\x88o\xCC\x88 a"},
	        {"好好 a", 0, 0, 5, "好好\na"},
	        {"ett två tre", 0, 0, SIZE_MAX, "ett två tre"},
	};
	Arena arena = test_arena();
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_text(wrapped(&arena, rows[i].text, rows[i].start, rows[i].indent,
		                    rows[i].columns),
		            rows[i].lines);
	arena_release(&arena);
}

static void width_is_counted_in_columns(void **state)
{
	(void)state;
	assert_int_equal(wrap_width(TEXT("")), 0);
	assert_int_equal(wrap_width(TEXT("åäö")), 3);
	assert_int_equal(wrap_width(TEXT("o\xCC\x88")), 1);
	assert_int_equal(wrap_width(TEXT("好")), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(sort_keeps_equal_items_as_they_stood),
	        cmocka_unit_test(sort_takes_every_order),
	        cmocka_unit_test(sort_takes_items_of_any_size),
	        cmocka_unit_test(wrap_fills_lines_and_no_more),
	        cmocka_unit_test(width_is_counted_in_columns),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
