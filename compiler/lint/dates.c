/* Dates: how days and times of day are written. */
#include <string.h>

#include "base/buffer.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "lint/rule.h"

enum { DAY_BYTES = sizeof "2018-07-01" - 1 };

static size_t digits_end(Text text, size_t at)
{
	while (at < text.length && is_digit((unsigned char)text.bytes[at]))
		at++;
	return at;
}

static int64_t number_of(Text text, size_t first, size_t end)
{
	int64_t number = -1;
	return text_integer(text_cut(text, first, end), &number) ? number : -1;
}

/* A day that there is; year 0 otherwise. */
static Date day_of(int64_t year, int64_t month, int64_t day)
{
	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
	    day > date_days_in_month((int)year, (int)month))
		return (Date){0};
	return (Date){(int16_t)year, (int8_t)month, (int8_t)day};
}

/* "1 juli 2018" with spaces that a person would type. */
static Text day_in_words(Arena *arena, Date day)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put_integer(&out, day.day);
	buffer_put_byte(&out, ' ');
	buffer_put(&out, swedish_month(day.month));
	buffer_put_byte(&out, ' ');
	buffer_put_integer(&out, day.year);
	return buffer_text(&out);
}

/* The day as the municipality writes it in running text; `after_den` when "den" stands before. */
static Text day_in_text(const LintText *t, Date day, bool after_den)
{
	Arena *arena = t->lint->arena;
	if (t->lint->style->dates.choice == DATE_IN_DIGITS)
		return swedish_date_short(arena, day);
	Text parts[] = {TEXT("den "), day_in_words(arena, day)};
	return after_den ? parts[1] : text_join(arena, parts, 2);
}

/* The month whose name stands at a place, 1 to 12, or 0. */
static int month_at(Text text, size_t at)
{
	for (int month = 1; month <= 12; month++)
		if (is_word(text, at, swedish_month(month)))
			return month;
	return 0;
}

static bool den_before(Text text, size_t at, size_t *den)
{
	size_t end;
	return word_before(text, at, den, &end) && is_word(text, *den, TEXT("den"));
}

static bool is_part_of_more(Text text, size_t first, size_t end)
{
	uint32_t before = utf8_before(text, first), next = utf8_at(text, end);
	return utf8_is_letter(before) || is_one_of(before, "-./:,_(") || utf8_is_letter(next) ||
	       is_digit(next) || is_one_of(next, "-/:_");
}

/* "t.o.m. 2018-12-31" */
static bool from_or_until_before(Text text, size_t at)
{
	Text before = text_trim(text_cut(text, at > GAP_BYTES ? at - GAP_BYTES : 0, at));
	return text_ends(before, TEXT("t.o.m.")) || text_ends(before, TEXT("fr.o.m."));
}

/* In running text. */

/* Only after a word that begins with a small letter: references such as "KF 2016-09-29", lists and
 * parentheses have their dates in digits. */
static bool is_in_sentence(Text text, size_t first)
{
	size_t word, end;
	if (from_or_until_before(text, first))
		return true;
	if (!word_before(text, first, &word, &end) || is_in_table(text, first))
		return false;
	uint32_t letter = utf8_at(text, word);
	return utf8_upper(letter) != letter;
}

/* The day in digits that begins at a place; year 0 when none does. */
static Date day_in_digits(Text text, size_t first)
{
	Date day = {0};
	size_t end = first + DAY_BYTES;
	if (date_parse(text_cut(text, first, end), &day) != DATE_OK ||
	    is_part_of_more(text, first, end))
		return (Date){0};
	return day;
}

/* Where the day begins that a dash or a hyphen leads to, or TEXT_NOWHERE. */
static size_t later_day(Text text, size_t end)
{
	size_t dash = gap_at(text, end).end;
	uint32_t sign = utf8_at(text, dash);
	if (sign != '-' && sign != 0x2013)
		return TEXT_NOWHERE;
	size_t day = gap_at(text, dash + (sign == '-' ? 1 : sizeof "–" - 1)).end;
	Date later;
	return date_parse(text_cut(text, day, day + DAY_BYTES), &later) == DATE_OK ? day
	                                                                           : TEXT_NOWHERE;
}

bool is_day_for_words(const LintText *t, size_t first)
{
	const Lint *lint = t->lint;
	Date day;
	return lint->style->dates.choice == DATE_IN_WORDS &&
	       lint->weights[RULE_DATE_IN_TEXT] != WEIGHT_OFF &&
	       (t->it->kind & (TEXT_SECTION | TEXT_POINT)) != 0 && is_in_sentence(t->text, first) &&
	       date_parse(text_cut(t->text, first, first + DAY_BYTES), &day) == DATE_OK;
}

/* "2018-07-01 – 2021-06-30": how the words around it are to be is not certain. */
static void report_days(LintText *t, size_t first, size_t later)
{
	Arena *arena = t->lint->arena;
	size_t end = later + DAY_BYTES;
	Date from = {0}, to = {0};
	if (date_parse(text_cut(t->text, first, first + DAY_BYTES), &from) != DATE_OK ||
	    date_parse(text_cut(t->text, later, end), &to) != DATE_OK)
		return;
	Text parts[] = {day_in_text(t, from, false), TEXT(" till och med "),
	                day_in_text(t, to, false)};
	lint_report(t, RULE_DATE_IN_TEXT, DATE_STYLE, first, end, text_join(arena, parts, 3));
}

static void check_digits(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	size_t after = first + DAY_BYTES, den, later = later_day(text, after);
	if (end - first != 4 || utf8_at(text, end) != '-' || !is_day_for_words(t, first))
		return;
	if (later != TEXT_NOWHERE) {
		report_days(t, first, later);
		return;
	}
	Date day = day_in_digits(text, first);
	if (date_is_given(day))
		lint_replace(t, RULE_DATE_IN_TEXT, DATE_STYLE, first, after,
		             day_in_text(t, day, den_before(text, first, &den)));
}

static void check_words(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	size_t word = gap_at(text, end).end, den = first;
	int month = end - first <= 2 && word > end ? month_at(text, word) : 0;
	if (month == 0)
		return;
	size_t year = gap_at(text, letters_end(text, word)).end, after = digits_end(text, year);
	Date day = day_of(number_of(text, year, after), month, number_of(text, first, end));
	if (after - year != 4 || !date_is_given(day) || is_part_of_more(text, first, after))
		return;
	if (!den_before(text, first, &den))
		den = first;
	lint_replace(t, RULE_DATE_IN_TEXT, DATE_STYLE, den, after, day_in_text(t, day, false));
}

void lint_date_in_text(LintText *t, size_t first, size_t end)
{
	if (t->lint->style->dates.choice == DATE_IN_DIGITS)
		check_words(t, first, end);
	else
		check_digits(t, first, end);
}

/* Forms that are nobody's. */

/* "24:e oktober" */
static bool check_ordinal(LintText *t, size_t first, size_t end)
{
	Text text = t->text, ending = text_cut(text, end, end + 2);
	if (!text_equal(ending, TEXT(":e")) && !text_equal(ending, TEXT(":a")))
		return false;
	size_t word = gap_at(text, end + 2).end, den;
	if (word == end + 2 || month_at(text, word) == 0 || number_of(text, first, end) > 31)
		return true;
	Text day = text_cut(text, first, end);
	Text parts[] = {TEXT("den "), day};
	Text right = den_before(text, first, &den) ? day : text_join(t->lint->arena, parts, 2);
	Text month = text_cut(text, word, letters_end(text, word));
	Text shown[] = {right, TEXT(" "), month};
	if (lint_report(t, RULE_DATE_FORM, DATE_FORM, first, end + 2,
	                text_join(t->lint->arena, shown, 3)))
		lint_fix(t, first, end + 2, right);
	return true;
}

/* "24/10 2017", "24/10-2017" */
static bool check_slashed(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	if (utf8_at(text, end) != '/' || end - first > 2)
		return false;
	size_t month = end + 1, month_end = digits_end(text, month), den;
	size_t year = utf8_at(text, month_end) == '-' || utf8_at(text, month_end) == '/'
	                      ? month_end + 1
	                      : gap_at(text, month_end).end;
	size_t after = digits_end(text, year);
	if (year == month_end || after - year != 4 || is_part_of_more(text, first, after))
		return true;
	int64_t number = number_of(text, year, after);
	Date day = day_of(number, number_of(text, month, month_end), number_of(text, first, end));
	if (date_is_given(day) && number >= 1900 && number < 2100)
		lint_replace(t, RULE_DATE_FORM, DATE_FORM, first, after,
		             day_in_text(t, day, den_before(text, first, &den)));
	return true;
}

static bool says_when(Text text, size_t first)
{
	static const Text words[] = {TEXT_INIT("den"),     TEXT_INIT("från"),    TEXT_INIT("till"),
	                             TEXT_INIT("med"),     TEXT_INIT("senast"),  TEXT_INIT("datum"),
	                             TEXT_INIT("daterad"), TEXT_INIT("daterat"), TEXT_INIT("efter"),
	                             TEXT_INIT("före"),    TEXT_INIT("per"),     TEXT_INIT("sedan"),
	                             TEXT_INIT("mellan"),  TEXT_INIT("tom"),     TEXT_INIT("fram")};
	size_t word, end;
	return from_or_until_before(text, first) ||
	       (word_before(text, first, &word, &end) && ANY_WORD_END(text, word, words) == end);
}

/* "191231", "20191231" */
static void check_run(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	size_t length = end - first, month = end - 4;
	if ((length != 6 && length != 8) || is_part_of_more(text, first, end) ||
	    !says_when(text, first))
		return;
	int64_t year = number_of(text, first, month);
	if (length == 6)
		year += year < 70 ? 2000 : 1900;
	Date day = day_of(year, number_of(text, month, month + 2), number_of(text, month + 2, end));
	size_t den, next = gap_at(text, end).end;
	/* "till 200101 kr" is an amount, and "från 200101 personer" a number. */
	bool counts = next > end && utf8_is_letter(utf8_at(text, next)) &&
	              (begins_with_word(text, next, TEXT("kr")) ||
	               begins_with_word(text, next, TEXT("person")));
	if (!date_is_given(day) || counts || year < 1900 || year >= 2100)
		return;
	Text right = day_in_text(t, day, den_before(text, first, &den));
	/* Six digits do not say which century. */
	if (lint_report(t, RULE_DATE_FORM, DATE_FORM, first, end, right) && length == 8)
		lint_fix(t, first, end, right);
}

void lint_date_form(LintText *t, size_t first, size_t end)
{
	if (end - first <= 2) {
		if (!check_ordinal(t, first, end))
			check_slashed(t, first, end);
	} else {
		check_run(t, first, end);
	}
}

/* Times of day. */

/* Writes "9.00" for "9:00" at `*at`, which then is its end; false when no time stands there. */
static bool put_time(Text text, size_t *at, Buffer *out)
{
	size_t end = digits_end(text, *at);
	int64_t hour = number_of(text, *at, end);
	if (end == *at || end - *at > 2 || hour > 24)
		return false;
	buffer_put(out, text_cut(text, *at, end));
	uint32_t sign = utf8_at(text, end);
	size_t minutes = digits_end(text, end + 1);
	if ((sign == ':' || sign == '.') && minutes == end + 3) {
		buffer_put_byte(out, '.');
		buffer_put(out, text_cut(text, end + 1, minutes));
		end = minutes;
	}
	*at = end;
	return true;
}

/* "9:00-15:30" */
static void put_times(Text text, size_t *at, Buffer *out)
{
	if (!put_time(text, at, out))
		return;
	uint32_t sign = utf8_at(text, *at);
	size_t to = *at + (sign == '-' ? 1 : sizeof "–" - 1);
	Buffer later = buffer_new(out->arena, BUFFER_MAXIMUM);
	if ((sign != '-' && sign != 0x2013) || !put_time(text, &to, &later))
		return;
	buffer_put(out, TEXT("–"));
	buffer_put(out, buffer_text(&later));
	*at = to;
}

void lint_clock(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	/* "KL 4" is a statute. */
	bool abbreviated = is_word(text, first, TEXT("kl")) && text.bytes[first + 1] == 'l';
	if (!abbreviated && !is_word(text, first, TEXT("klockan")))
		return;
	size_t point = abbreviated && utf8_at(text, end) == '.' ? end + 1 : end;
	size_t start = gap_at(text, point).end, after = start;
	Buffer times = buffer_new(t->lint->arena, BUFFER_MAXIMUM);
	put_times(text, &after, &times);
	bool as_is = start > point && (!abbreviated || point > end) &&
	             text_equal(buffer_text(&times), text_cut(text, start, after));
	if (after == start || as_is)
		return;
	Text parts[] = {text_cut(text, first, end), abbreviated ? TEXT(". ") : TEXT(" "),
	                buffer_text(&times)};
	lint_replace(t, RULE_CLOCK, CLOCK_FORM, first, after, text_join(t->lint->arena, parts, 3));
}
