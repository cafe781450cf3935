/* Guess: dates in the ways that people write them. */
#include "base/buffer.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "model/guess.h"

/* "den 31 december 2019" and "31/12-2019" alike: its numbers, how many digits each has, and where
 * among them the name of a month stands. */
typedef struct DateWords {
	int numbers[3];
	size_t digits[3];
	size_t count;
	int month;       /* by its name, 0 for none */
	size_t month_at; /* so many numbers stand before it */
	bool slash_and_space;
} DateWords;

enum { MONTHS = 12, SHORT_NAME = 3 };

/* The month that a word is the name of, or the first three letters of; 0 for none. */
static int month_named(Text word)
{
	for (int month = 1; month <= MONTHS; month++) {
		Text name = swedish_month(month);
		if (text_equal(word, name) || text_equal(word, text_cut(name, 0, SHORT_NAME)) ||
		    (month == 9 && text_equal(word, TEXT("sept"))))
			return month;
	}
	return 0;
}

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool is_lower_letter(char byte)
{
	return byte >= 'a' && byte <= 'z';
}

static size_t run_of(Text text, bool (*belongs)(char byte))
{
	size_t length = 0;
	while (length < text.length && belongs(text.bytes[length]))
		length++;
	return length;
}

static bool take_number(DateWords *words, Text digits)
{
	int64_t number = 0;
	if (words->count == 3 || digits.length > 8 || !text_integer(digits, &number))
		return false;
	words->numbers[words->count] = (int)number;
	words->digits[words->count++] = digits.length;
	return true;
}

static bool take_word(DateWords *words, Text word, bool first)
{
	if (first && text_equal(word, TEXT("den")))
		return true;
	if (words->month != 0)
		return false;
	words->month = month_named(word);
	words->month_at = words->count;
	return words->month != 0;
}

/* The length of a separator at the text's beginning; 0 for none. */
static size_t separator(Text text)
{
	static const Text separators[] = {TEXT_INIT("-"),           TEXT_INIT("/"),
	                                  TEXT_INIT("."),           TEXT_INIT(" "),
	                                  TEXT_INIT("\xC2\xA0"),    TEXT_INIT("\xE2\x80\x93"),
	                                  TEXT_INIT("\xE2\x80\x91")};
	for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++)
		if (text_starts(text, separators[i]))
			return separators[i].length;
	return 0;
}

static bool split(Text text, DateWords *words)
{
	bool first = true, slash = false, space = false;
	*words = (DateWords){0};
	while (text.length > 0) {
		size_t length = run_of(text, is_digit);
		bool taken = length > 0 && take_number(words, text_cut(text, 0, length));
		if (length == 0) {
			length = run_of(text, is_lower_letter);
			taken = length > 0 && take_word(words, text_cut(text, 0, length), first);
		}
		if (length == 0) {
			length = separator(text);
			taken = length > 0 && !first;
			slash = slash || text.bytes[0] == '/';
			space = space || text.bytes[0] == ' ';
		}
		if (!taken)
			return false;
		first = false;
		text = text_after(text, length);
	}
	words->slash_and_space = slash && space;
	return words->count > 0;
}

static void put_padded(Buffer *out, int number, size_t width)
{
	Buffer digits = buffer_new(out->arena, 16);
	buffer_put_integer(&digits, number);
	if (digits.length < width)
		buffer_put_repeated(out, '0', width - digits.length);
	buffer_put(out, buffer_text(&digits));
}

/* The date in our way of writing, a month alone with day 0; empty when there is no such day. */
static Text written(Arena *arena, int year, int month, int day)
{
	Buffer out = buffer_new(arena, 16);
	Date date;
	put_padded(&out, year, 4);
	buffer_put_byte(&out, '-');
	put_padded(&out, month, 2);
	if (day != 0) {
		buffer_put_byte(&out, '-');
		put_padded(&out, day, 2);
	}
	bool found = date_parse(buffer_text(&out), &date) == DATE_OK;
	return found ? buffer_text(&out) : (Text){0};
}

/* The likely days of a case; whoever means another writes it out. */
static bool is_year(int number, size_t digits)
{
	return digits == 4 && number >= 1900 && number < 2100;
}

static Text with_month_name(Arena *arena, const DateWords *w)
{
	int last = w->numbers[w->count - 1];
	if (!is_year(last, w->digits[w->count - 1]))
		return (Text){0};
	if (w->count == 1 && w->month_at == 0)
		return written(arena, last, w->month, 0);
	if (w->count == 2 && w->month_at == 1 && w->numbers[0] > 0)
		return written(arena, last, w->month, w->numbers[0]);
	return (Text){0};
}

/* Day, month, year. Only "31/12 2019" is nobody's way of writing the month first. */
static Text day_first(Arena *arena, const DateWords *w)
{
	int day = w->numbers[0], month = w->numbers[1];
	bool one_way = w->slash_and_space || day > MONTHS || day == month;
	if (!is_year(w->numbers[2], w->digits[2]) || !one_way || day == 0)
		return (Text){0};
	return written(arena, w->numbers[2], month, day);
}

static Text with_numbers(Arena *arena, const DateWords *w)
{
	int first = w->numbers[0];
	if (w->count == 1 && w->digits[0] == 8 && is_year(first / 10000, 4) && first % 100 > 0)
		return written(arena, first / 10000, first / 100 % 100, first % 100);
	if (w->count == 2 && is_year(first, w->digits[0]) && w->digits[1] <= 2)
		return written(arena, first, w->numbers[1], 0);
	if (w->count != 3 || w->digits[1] > 2)
		return (Text){0};
	if (is_year(first, w->digits[0]) && w->digits[2] <= 2 && w->numbers[2] > 0)
		return written(arena, first, w->numbers[1], w->numbers[2]);
	return w->digits[0] <= 2 ? day_first(arena, w) : (Text){0};
}

Text guess_date(Arena *arena, Text typed)
{
	DateWords words;
	if (!split(utf8_lowered(arena, typed), &words))
		return (Text){0};
	return words.month != 0 ? with_month_name(arena, &words) : with_numbers(arena, &words);
}

size_t guess_short_date(Arena *arena, Text typed, Text readings[2])
{
	DateWords w;
	size_t count = 0;
	if (!split(utf8_lowered(arena, typed), &w) || w.month != 0)
		return 0;
	if (w.count == 1 && w.digits[0] == 6) {
		int all = w.numbers[0];
		w = (DateWords){.numbers = {all / 10000, all / 100 % 100, all % 100},
		                .digits = {2, 2, 2},
		                .count = 3};
	}
	if (w.count != 3 || w.digits[0] > 2 || w.digits[1] > 2 || w.digits[2] > 2)
		return 0;
	Text year_first = written(arena, 2000 + w.numbers[0], w.numbers[1], w.numbers[2]);
	Text day_first = written(arena, 2000 + w.numbers[2], w.numbers[1], w.numbers[0]);
	if (year_first.length > 0 && w.numbers[2] > 0)
		readings[count++] = year_first;
	if (day_first.length > 0 && w.numbers[0] > 0 && !text_equal(year_first, day_first))
		readings[count++] = day_first;
	return count;
}
