/* Tests of base: arena, text, buffer and UTF-8. */
#include "support.h"

#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"

/* A memory source that counts, gives dirty memory, and leaves by longjmp when asked for too much.
 */
typedef struct Counter {
	size_t taken;
	size_t given;
	size_t bytes_out;
	size_t last_asked;
	jmp_buf ending;
} Counter;

static void *counter_take(void *context, size_t size)
{
	Counter *counter = context;
	counter->last_asked = size;
	if (size > (size_t)1 << 30)
		longjmp(counter->ending, 1);
	counter->taken++;
	counter->bytes_out += size;
	void *block = malloc(size);
	assert_non_null(block);
	memset(block, 0xA5, size);
	return block;
}

static void counter_give(void *context, void *block, size_t size)
{
	Counter *counter = context;
	counter->given++;
	counter->bytes_out -= size;
	free(block);
}

static Arena counted_arena(Counter *counter)
{
	return (Arena){.source = {counter_take, counter_give, counter}};
}

static void assert_zeroed(const char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++)
		assert_int_equal(bytes[i], 0);
}

static void arena_zeroes_and_aligns(void **state)
{
	(void)state;
	Counter counter = {0};
	Arena arena = counted_arena(&counter);
	for (size_t alignment = 1; alignment <= 64; alignment *= 2) {
		char *memory = arena_take(&arena, 33, alignment);
		assert_int_equal((uintptr_t)memory % alignment, 0);
		assert_zeroed(memory, 33);
		memset(memory, 1, 33);
	}
	assert_int_equal(counter.taken, 1);
	assert_int_equal(counter.last_asked, 64 << 10);
	arena_release(&arena);
	assert_int_equal(counter.given, 1);
	assert_int_equal(counter.bytes_out, 0);
}

static void arena_takes_a_new_block_when_one_is_full(void **state)
{
	(void)state;
	Counter counter = {0};
	Arena arena = counted_arena(&counter);
	char *first = arena_take(&arena, 40000, 1);
	char *second = arena_take(&arena, 40000, 1);
	memset(first, 1, 40000);
	assert_zeroed(second, 40000);
	assert_int_equal(counter.taken, 2);
	arena_release(&arena);
	assert_int_equal(counter.bytes_out, 0);
}

static void arena_keeps_using_a_block_after_a_large_request(void **state)
{
	(void)state;
	Counter counter = {0};
	Arena arena = counted_arena(&counter);
	char *before = arena_take(&arena, 10, 1);
	char *large = arena_take(&arena, 1 << 20, 64);
	char *after = arena_take(&arena, 10, 1);
	assert_int_equal((uintptr_t)large % 64, 0);
	assert_zeroed(large, 1 << 20);
	assert_ptr_equal(after, before + 10);
	assert_int_equal(counter.taken, 2);
	arena_release(&arena);
	assert_int_equal(counter.given, 2);
	assert_int_equal(counter.bytes_out, 0);
}

static void arena_can_begin_with_a_large_request_and_be_used_again(void **state)
{
	(void)state;
	Counter counter = {0};
	Arena arena = counted_arena(&counter);
	memset(arena_take(&arena, 200000, 1), 1, 200000);
	memset(arena_take(&arena, 10, 1), 1, 10);
	arena_release(&arena);
	assert_null(arena.blocks);
	assert_zeroed(arena_take(&arena, 10, 1), 10);
	arena_release(&arena);
	assert_int_equal(counter.taken, 3);
	assert_int_equal(counter.bytes_out, 0);
}

static void arena_ends_the_program_on_impossible_sizes(void **state)
{
	(void)state;
	Counter counter = {0};
	Arena arena = counted_arena(&counter);
	volatile int endings = 0;
	if (setjmp(counter.ending) == 0)
		arena_take_array(&arena, SIZE_MAX / 2, 3, 1);
	else
		endings++;
	assert_int_equal(counter.last_asked, SIZE_MAX);
	if (setjmp(counter.ending) == 0)
		arena_take(&arena, SIZE_MAX, 8);
	else
		endings++;
	if (setjmp(counter.ending) == 0)
		arena_take(&arena, SIZE_MAX - 9, 8);
	else
		endings++;
	assert_int_equal(endings, 3);
	assert_int_equal(counter.taken, 0);
}

typedef struct Numbers {
	int *items;
	size_t count;
	size_t capacity;
} Numbers;

static void arena_push_keeps_what_was_there(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Numbers numbers = {0};
	for (int i = 0; i < 1000; i++) {
		int *place = ARENA_PUSH(&arena, &numbers);
		assert_int_equal(*place, 0);
		*place = i;
		if (i == 0)
			assert_int_equal(numbers.capacity, 8);
	}
	assert_int_equal(numbers.count, 1000);
	assert_int_equal(numbers.capacity, 1024);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(numbers.items[i], i);
	arena_release(&arena);
}

static void arena_push_grows_in_place_while_nothing_else_is_taken(void **state)
{
	(void)state;
	Counter counter = {0};
	Arena arena = counted_arena(&counter);
	Numbers numbers = {0};
	int *first = ARENA_PUSH(&arena, &numbers);
	for (int i = 1; i < 1000; i++)
		assert_int_equal(*ARENA_PUSH(&arena, &numbers), 0);
	assert_ptr_equal(numbers.items, first);
	int *other = ARENA_NEW(&arena, int);
	while (numbers.count <= 1024)
		*ARENA_PUSH(&arena, &numbers) = 7;
	assert_ptr_not_equal(numbers.items, first);
	assert_int_equal(*other, 0);
	assert_int_equal(counter.taken, 1);
	arena_release(&arena);
}

static void arena_push_begins_with_few_large_elements(void **state)
{
	(void)state;
	struct {
		struct {
			char bytes[100];
		} * items;
		size_t count;
		size_t capacity;
	} large = {0};
	Arena arena = test_arena();
	(void)ARENA_PUSH(&arena, &large);
	assert_int_equal(large.capacity, 1);
	(void)ARENA_PUSH(&arena, &large);
	assert_int_equal(large.capacity, 2);
	arena_release(&arena);
}

static void arena_stretches_only_what_was_taken_last(void **state)
{
	(void)state;
	Counter counter = {0};
	Arena arena = counted_arena(&counter);
	assert_false(arena_stretch(&arena, NULL, 0, 10));
	char *first = arena_take(&arena, 10, 1);
	char *second = arena_take(&arena, 10, 1);
	assert_false(arena_stretch(&arena, first, 10, 20));
	assert_true(arena_stretch(&arena, second, 10, 20));
	assert_ptr_equal(arena_take(&arena, 1, 1), second + 20);
	assert_false(arena_stretch(&arena, second + 20, 1, 64 << 10));
	assert_true(arena_stretch(&arena, second + 20, 1, 40 << 10));
	arena_release(&arena);
	assert_int_equal(counter.bytes_out, 0);
}

static void arena_drops_what_has_a_block_of_its_own(void **state)
{
	(void)state;
	Counter counter = {0};
	Arena arena = counted_arena(&counter);
	char *first = arena_take_unset(&arena, 100000, 1);
	arena_drop(&arena, first, 100000);
	assert_int_equal(counter.bytes_out, 0);
	char *small = arena_take(&arena, 10, 1);
	char *large = arena_take_unset(&arena, 100000, 64);
	char *larger = arena_take_unset(&arena, 200000, 1);
	arena_drop(&arena, small, 10);
	assert_int_equal(counter.given, 1);
	arena_drop(&arena, large, 100000);
	assert_int_equal(counter.given, 2);
	assert_ptr_equal(arena_take(&arena, 10, 1), small + 10);
	arena_drop(&arena, larger, 200000);
	assert_int_equal(counter.bytes_out, 64 << 10);
	arena_release(&arena);
	assert_int_equal(counter.bytes_out, 0);
}

static void text_compares_bytes(void **state)
{
	(void)state;
	assert_true(text_equal((Text){0}, TEXT("")));
	assert_true(text_equal(TEXT("å"), TEXT("å")));
	assert_false(text_equal(TEXT("ab"), TEXT("abc")));
	assert_false(text_equal(TEXT("ab"), TEXT("ac")));
	assert_int_equal(text_order(TEXT("ab"), TEXT("ab")), 0);
	assert_true(text_order(TEXT("ab"), TEXT("abc")) < 0);
	assert_true(text_order(TEXT("b"), TEXT("abc")) > 0);
	assert_true(text_order(TEXT("z"), TEXT("å")) < 0);
	assert_true(text_order((Text){0}, TEXT("a")) < 0);
	assert_true(text_starts(TEXT("abc"), TEXT("ab")));
	assert_true(text_starts(TEXT("abc"), TEXT("")));
	assert_false(text_starts(TEXT("ab"), TEXT("abc")));
	assert_true(text_ends(TEXT("abc"), TEXT("bc")));
	assert_true(text_ends(TEXT("abc"), TEXT("abc")));
	assert_false(text_ends(TEXT("abc"), TEXT("aabc")));
	assert_false(text_ends(TEXT("abc"), TEXT("b")));
}

static void text_cuts_and_trims(void **state)
{
	(void)state;
	assert_text(text_cut(TEXT("abcdef"), 1, 3), "bc");
	assert_text(text_cut(TEXT("abc"), 1, 99), "bc");
	assert_text(text_cut(TEXT("abc"), 5, 2), "");
	assert_text(text_after(TEXT("abc"), 2), "c");
	assert_text(text_after(TEXT("abc"), 4), "");
	assert_text(text_cut((Text){0}, 1, 2), "");
	assert_text(text_trim(TEXT(" \t a b \r\n")), "a b");
	assert_text(text_trim(TEXT(" \n")), "");
	assert_text(text_trim(TEXT("\xC2\xA0x")), "\xC2\xA0x");
}

static void text_finds(void **state)
{
	(void)state;
	assert_int_equal(text_find(TEXT("ababc"), TEXT("abc"), 0), 2);
	assert_int_equal(text_find(TEXT("ababc"), TEXT("ab"), 1), 2);
	assert_int_equal(text_find(TEXT("ababc"), TEXT("c"), 4), 4);
	assert_int_equal(text_find(TEXT("ababc"), TEXT("ca"), 0), TEXT_NOWHERE);
	assert_int_equal(text_find(TEXT("ab"), TEXT("abc"), 0), TEXT_NOWHERE);
	assert_int_equal(text_find(TEXT("ab"), TEXT("a"), 3), TEXT_NOWHERE);
	assert_int_equal(text_find(TEXT("ab"), TEXT(""), 2), 2);
	assert_int_equal(text_find((Text){0}, TEXT("a"), 0), TEXT_NOWHERE);
}

static void text_next_gives_every_piece(void **state)
{
	(void)state;
	Text rest = TEXT("a,,b,");
	Text piece;
	static const char *const expected[] = {"a", "", "b", ""};
	for (size_t i = 0; i < 4; i++) {
		assert_true(text_next(&rest, ',', &piece));
		assert_text(piece, expected[i]);
	}
	assert_false(text_next(&rest, ',', &piece));
	rest = TEXT("");
	assert_true(text_next(&rest, ',', &piece));
	assert_int_equal(piece.length, 0);
	assert_false(text_next(&rest, ',', &piece));
}

static void text_copies_and_joins(void **state)
{
	(void)state;
	Arena arena = test_arena();
	char original[] = "abc";
	Text copy = text_copy(&arena, text_of(original));
	original[0] = 'x';
	assert_text(copy, "abc");
	assert_string_equal(text_terminated(&arena, TEXT("åä")), "åä");
	assert_string_equal(text_terminated(&arena, (Text){0}), "");
	const Text parts[] = {TEXT("a"), {0}, TEXT("bc")};
	assert_text(text_join(&arena, parts, 3), "abc");
	assert_text(text_join(&arena, parts, 0), "");
	arena_release(&arena);
}

static void text_integer_is_strict(void **state)
{
	(void)state;
	int64_t value = -1;
	assert_true(text_integer(TEXT("0"), &value));
	assert_int_equal(value, 0);
	assert_true(text_integer(TEXT("007"), &value));
	assert_int_equal(value, 7);
	assert_true(text_integer(TEXT("999999999999999"), &value));
	assert_int_equal(value, 999999999999999);
	const Text bad[] = {TEXT(""),   TEXT("-1"),  TEXT("1 "), TEXT("1000000000000000"),
	                    TEXT("+1"), TEXT("1.0"), TEXT("x"),  TEXT("１")};
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(text_integer(bad[i], &value));
	assert_int_equal(value, 999999999999999);
}

static void buffer_writes_numbers(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Buffer out = buffer_new(&arena, BUFFER_MAXIMUM);
	buffer_put_integer(&out, 0);
	buffer_put_byte(&out, ' ');
	buffer_put_integer(&out, INT64_MIN);
	buffer_put_byte(&out, ' ');
	buffer_put_integer(&out, INT64_MAX);
	assert_text(buffer_text(&out), "0 -9223372036854775808 9223372036854775807");
	buffer_clear(&out);
	buffer_put_padded(&out, 7, 3);
	buffer_put_padded(&out, 1234, 3);
	buffer_put_padded(&out, UINT64_MAX, 0);
	assert_text(buffer_text(&out), "007123418446744073709551615");
	buffer_clear(&out);
	buffer_put_hex(&out, 0xE5, 4);
	buffer_put_hex(&out, UINT32_MAX, 1);
	assert_text(buffer_text(&out), "00E5FFFFFFFF");
	arena_release(&arena);
}

static void buffer_writes_thousandths_without_superfluous_zeros(void **state)
{
	(void)state;
	static const struct {
		int64_t value;
		const char *written;
	} rows[] = {{12500, "12.5"},  {12000, "12"},
	            {0, "0"},         {1, "0.001"},
	            {-5, "-0.005"},   {-1050, "-1.05"},
	            {999, "0.999"},   {100, "0.1"},
	            {10010, "10.01"}, {INT64_MIN, "-9223372036854775.808"}};
	Arena arena = test_arena();
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		Buffer out = buffer_new(&arena, BUFFER_MAXIMUM);
		buffer_put_thousandths(&out, rows[i].value);
		assert_text(buffer_text(&out), rows[i].written);
	}
	arena_release(&arena);
}

static void buffer_grows_and_stops_at_its_maximum(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Buffer out = buffer_new(&arena, 1000);
	for (size_t i = 0; i < 99; i++)
		buffer_put(&out, TEXT("0123456789"));
	buffer_put_repeated(&out, 'x', 10);
	assert_false(out.full);
	assert_int_equal(buffer_text(&out).length, 1000);
	assert_text(text_after(buffer_text(&out), 985), "56789xxxxxxxxxx");
	buffer_put_byte(&out, '!');
	assert_true(out.full);
	assert_int_equal(buffer_text(&out).length, 1000);
	buffer_clear(&out);
	assert_false(out.full);
	buffer_put(&out, TEXT("ab"));
	assert_text(buffer_text(&out), "ab");
	arena_release(&arena);
}

/* A piece that does not fit is not cut, and nothing smaller slips in after it. */
static void buffer_holds_little_more_than_it_is_long(void **state)
{
	(void)state;
	Counter counter = {0};
	Arena arena = counted_arena(&counter);
	Buffer out = buffer_new(&arena, BUFFER_MAXIMUM);
	for (int i = 0; i < 1 << 20; i++)
		buffer_put_byte(&out, (char)i);
	assert_true(counter.bytes_out < (1 << 20) + (128 << 10));
	for (int i = 0; i < 1 << 20; i++)
		assert_int_equal(buffer_text(&out).bytes[i], (char)i);
	arena_release(&arena);
	assert_int_equal(counter.bytes_out, 0);
}

static void buffer_holds_a_true_beginning_when_full(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Buffer out = buffer_new(&arena, 4);
	buffer_put(&out, TEXT("abc"));
	buffer_put(&out, TEXT("de"));
	buffer_put(&out, TEXT("f"));
	assert_text(buffer_text(&out), "abc");
	assert_true(out.full);
	arena_release(&arena);
}

static void utf8_round_trips(void **state)
{
	(void)state;
	static const uint32_t codepoints[] = {0,      0x7F,   0x80,    0x7FF,   0x800,   0xD7FF,
	                                      0xE000, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF};
	static const size_t lengths[] = {1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4};
	for (size_t i = 0; i < sizeof codepoints / sizeof codepoints[0]; i++) {
		char bytes[4];
		size_t position = 0;
		size_t length = utf8_encode(codepoints[i], bytes);
		assert_int_equal(length, lengths[i]);
		assert_int_equal(utf8_find_invalid((Text){bytes, length}), TEXT_NOWHERE);
		assert_int_equal(utf8_next((Text){bytes, length}, &position), codepoints[i]);
		assert_int_equal(position, length);
	}
}

/* One row for each edge of table 3-7, behind two good bytes. */
static void utf8_finds_every_kind_of_ill_formed_sequence(void **state)
{
	(void)state;
	const Text bad[] = {
	        TEXT("å\x80"),
	        TEXT("å\xBF"),
	        TEXT("å\xC0\x80"),
	        TEXT("å\xC1\xBF"),
	        TEXT("å\xC2"),
	        TEXT("å\xC2\x7F"),
	        TEXT("å\xC2\xC0"),
	        TEXT("å\xE0\x9F\xBF"),
	        TEXT("å\xE1\x80"),
	        TEXT("å\xE1\x80\x7F"),
	        TEXT("å\xED\xA0\x80"),
	        TEXT("å\xED\xBF\xBF"),
	        TEXT("å\xF0\x8F\xBF\xBF"),
	        TEXT("å\xF0\x90\x80"),
	        TEXT("å\xF4\x90\x80\x80"),
	        TEXT("å\xF5\x80\x80\x80"),
	        TEXT("å\xFF"),
	        TEXT("å\xFE"),
	};
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_int_equal(utf8_find_invalid(bad[i]), 2);
	assert_int_equal(utf8_find_invalid((Text){0}), TEXT_NOWHERE);
	assert_int_equal(utf8_find_invalid(TEXT("aåb\xE4")), 4);
}

static void utf8_knows_widths(void **state)
{
	(void)state;
	assert_int_equal(utf8_width('a'), 1);
	assert_int_equal(utf8_width(0xE5), 1);
	assert_int_equal(utf8_width(0xA0), 1);
	assert_int_equal(utf8_width(0x2013), 1);
	assert_int_equal(utf8_width(0x1B), 0);
	assert_int_equal(utf8_width(0x300), 0);
	assert_int_equal(utf8_width(0x36F), 0);
	assert_int_equal(utf8_width(0x370), 1);
	assert_int_equal(utf8_width(0x200B), 0);
	assert_int_equal(utf8_width(0x4E00), 2);
	assert_int_equal(utf8_width(0xAC00), 2);
	assert_int_equal(utf8_width(0xFF01), 2);
	assert_int_equal(utf8_width(0x1F600), 2);
	assert_int_equal(utf8_width(0x10FFFF), 1);
}

static void utf8_maps_case(void **state)
{
	(void)state;
	static const struct {
		uint32_t upper, lower;
	} pairs[] = {{'A', 'a'},     {'Z', 'z'},     {0xC5, 0xE5},   {0xC4, 0xE4},
	             {0xD6, 0xF6},   {0xC9, 0xE9},   {0xDE, 0xFE},   {0x100, 0x101},
	             {0x136, 0x137}, {0x139, 0x13A}, {0x147, 0x148}, {0x14A, 0x14B},
	             {0x176, 0x177}, {0x178, 0xFF},  {0x179, 0x17A}, {0x17D, 0x17E}};
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
		assert_int_equal(utf8_lower(pairs[i].upper), pairs[i].lower);
		assert_int_equal(utf8_lower(pairs[i].lower), pairs[i].lower);
		assert_int_equal(utf8_upper(pairs[i].lower), pairs[i].upper);
		assert_int_equal(utf8_upper(pairs[i].upper), pairs[i].upper);
	}
	static const uint32_t unchanged[] = {'1',  '@',  '[',  '`',   '{',
	                                     0xD7, 0xF7, 0xDF, 0x138, 0x149};
	for (size_t i = 0; i < sizeof unchanged / sizeof unchanged[0]; i++) {
		assert_int_equal(utf8_lower(unchanged[i]), unchanged[i]);
		assert_int_equal(utf8_upper(unchanged[i]), unchanged[i]);
	}
	assert_int_equal(utf8_lower(0x130), 'i');
	assert_int_equal(utf8_upper(0x131), 'I');
	assert_int_equal(utf8_upper(0x17F), 'S');
}

static void utf8_knows_latin_letters(void **state)
{
	(void)state;
	static const uint32_t letters[] = {'a', 'Z', 0xE5, 0xC4, 0xDF, 0x17E, 0x24F};
	static const uint32_t others[] = {'1', '_', '@', '[', 0xA7, 0xD7, 0xF7, 0x250, 0x391};
	for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
		assert_true(utf8_is_letter(letters[i]));
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		assert_false(utf8_is_letter(others[i]));
}

static void test_code_points_around_a_place(void **state)
{
	(void)state;
	Text text = TEXT("aå7€");
	assert_int_equal(utf8_at(text, 0), 'a');
	assert_int_equal(utf8_at(text, 1), 0xE5);
	assert_int_equal(utf8_at(text, 4), 0x20AC);
	assert_int_equal(utf8_at(text, text.length), 0);
	assert_int_equal(utf8_before(text, 0), 0);
	assert_int_equal(utf8_before(text, 3), 0xE5);
	assert_int_equal(utf8_before(text, text.length), 0x20AC);
	assert_int_equal(utf8_before((Text){0}, 0), 0);
	assert_true(utf8_is_word(0xE5) && utf8_is_word('7') && utf8_is_word('Z'));
	assert_false(utf8_is_word('-') || utf8_is_word(0) || utf8_is_word(0x20AC));
}

static void test_letters_and_marks_are_composed(void **state)
{
	(void)state;
	assert_int_equal(utf8_composed('a', 0x30A), 0xE5);
	assert_int_equal(utf8_composed('O', 0x308), 0xD6);
	assert_int_equal(utf8_composed('e', 0x301), 0xE9);
	assert_int_equal(utf8_composed('z', 0x30C), 0x17E);
	assert_int_equal(utf8_composed('x', 0x30A), 0);
	assert_int_equal(utf8_composed('a', 'b'), 0);
	assert_int_equal(utf8_composed(0, 0x301), 0);
	assert_int_equal(utf8_composed(0xE5, 0x301), 0);
}

static void utf8_changes_texts(void **state)
{
	(void)state;
	Arena arena = test_arena();
	assert_text(utf8_capitalised(&arena, TEXT("tre år")), "Tre år");
	assert_text(utf8_capitalised(&arena, TEXT("äldrenämnden")), "Äldrenämnden");
	assert_text(utf8_capitalised(&arena, TEXT("”öppet hus”")), "”Öppet hus”");
	assert_text(utf8_capitalised(&arena, TEXT("3 år")), "3 år");
	assert_text(utf8_capitalised(&arena, TEXT("")), "");
	assert_text(utf8_capitalised(&arena, TEXT("Å")), "Å");
	assert_text(utf8_lowered(&arena, TEXT("ÄN 2019-878 É")), "än 2019-878 é");
	assert_text(utf8_ascii_folded(&arena, TEXT("ÄN 2019-878")), "an-2019-878");
	assert_text(utf8_ascii_folded(&arena, TEXT("Idé: på Ön!")), "ide--pa-on-");
	assert_text(utf8_ascii_folded(&arena, TEXT("a\xCC\x8A÷×ß–")), "a--s-");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(arena_zeroes_and_aligns),
	        cmocka_unit_test(arena_takes_a_new_block_when_one_is_full),
	        cmocka_unit_test(arena_keeps_using_a_block_after_a_large_request),
	        cmocka_unit_test(arena_can_begin_with_a_large_request_and_be_used_again),
	        cmocka_unit_test(arena_ends_the_program_on_impossible_sizes),
	        cmocka_unit_test(arena_push_keeps_what_was_there),
	        cmocka_unit_test(arena_push_grows_in_place_while_nothing_else_is_taken),
	        cmocka_unit_test(arena_push_begins_with_few_large_elements),
	        cmocka_unit_test(arena_stretches_only_what_was_taken_last),
	        cmocka_unit_test(arena_drops_what_has_a_block_of_its_own),
	        cmocka_unit_test(text_compares_bytes),
	        cmocka_unit_test(text_cuts_and_trims),
	        cmocka_unit_test(text_finds),
	        cmocka_unit_test(text_next_gives_every_piece),
	        cmocka_unit_test(text_copies_and_joins),
	        cmocka_unit_test(text_integer_is_strict),
	        cmocka_unit_test(buffer_writes_numbers),
	        cmocka_unit_test(buffer_writes_thousandths_without_superfluous_zeros),
	        cmocka_unit_test(buffer_grows_and_stops_at_its_maximum),
	        cmocka_unit_test(buffer_holds_little_more_than_it_is_long),
	        cmocka_unit_test(buffer_holds_a_true_beginning_when_full),
	        cmocka_unit_test(utf8_round_trips),
	        cmocka_unit_test(utf8_finds_every_kind_of_ill_formed_sequence),
	        cmocka_unit_test(utf8_knows_widths),
	        cmocka_unit_test(utf8_maps_case),
	        cmocka_unit_test(utf8_knows_latin_letters),
	        cmocka_unit_test(test_code_points_around_a_place),
	        cmocka_unit_test(test_letters_and_marks_are_composed),
	        cmocka_unit_test(utf8_changes_texts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
