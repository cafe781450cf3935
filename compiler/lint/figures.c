/* Figures: numbers and what stands by them: %, §, units, intervals, and the same number twice. */
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "lint/rule.h"

/* Numbers are asked about at each run of digits. What belongs to a longer one, or to a date, a case
 * or a telephone number, is left alone. */

static bool is_digit_at(Text text, size_t at)
{
	return at < text.length && is_digit((unsigned char)text.bytes[at]);
}

static size_t digits_end(Text text, size_t at)
{
	while (is_digit_at(text, at))
		at++;
	return at;
}

/* Whether nothing before a run of digits makes it a part of something else. */
static bool stands_alone(Text text, size_t first)
{
	uint32_t before = utf8_before(text, first);
	return !utf8_is_letter(before) && !is_one_of(before, "-.,:/_#");
}

static const Text amount_units[] = {TEXT_INIT("kr"),   TEXT_INIT("kronor"), TEXT_INIT("tkr"),
                                    TEXT_INIT("mnkr"), TEXT_INIT("sek"),    TEXT_INIT("kkr"),
                                    TEXT_INIT("mkr"),  TEXT_INIT("msek")};

static bool amount_unit_follows(Text text, size_t end)
{
	return text_starts(text_after(text, end), TEXT(":-")) ||
	       ANY_WORD_END(text, gap_at(text, end).end, amount_units) != TEXT_NOWHERE;
}

/* Percentages and sections. */

void lint_percent(LintText *t, size_t first, size_t end)
{
	uint32_t next = utf8_at(t->text, end + 1);
	if (utf8_at(t->text, end) != '%' || utf8_is_letter(next) || next == '-' || is_digit(next))
		return;
	size_t start = number_start(t->text, first);
	Text parts[] = {text_cut(t->text, start, end), TEXT(" %")};
	lint_replace(t, RULE_PERCENT, PERCENT_WITHOUT_SPACE, start, end + 1,
	             text_join(t->lint->arena, parts, 2));
}

static size_t section_signs_end(Text text, size_t at)
{
	while (utf8_at(text, at) == 0xA7)
		at += sizeof "§" - 1;
	return at;
}

void lint_section_sign(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	size_t signs = t->now == AT_NUMBER ? end : first, after = section_signs_end(text, signs);
	if (after == signs)
		return;
	if (t->now == AT_NUMBER) {
		Text parts[] = {text_cut(text, first, end), TEXT(" "), text_cut(text, end, after)};
		lint_replace(t, RULE_SECTION_SIGN, SECTION_SIGN_WITHOUT_SPACE, first, after,
		             text_join(t->lint->arena, parts, 3));
	} else if (utf8_before(text, first) != 0xA7 && is_digit_at(text, after)) {
		size_t number = digits_end(text, after);
		Text parts[] = {text_cut(text, first, after), TEXT(" "),
		                text_cut(text, after, number)};
		lint_replace(t, RULE_SECTION_SIGN, SECTION_SIGN_WITHOUT_SPACE, first, number,
		             text_join(t->lint->arena, parts, 3));
	}
}

/* Thousands. */

/* How many groups of three digits with `sign` before each follow at `at`; `*end` is their end. */
static size_t groups_after(Text text, size_t at, char sign, size_t *end)
{
	size_t groups = 0;
	while (at < text.length && text.bytes[at] == sign && digits_end(text, at + 1) == at + 4) {
		groups++;
		at += 4;
	}
	*end = at;
	return groups;
}

/* The digits with a space before each group of three from the end. */
static Text grouped(Arena *arena, Text number)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	size_t digits = 0, seen = 0;
	for (size_t i = 0; i < number.length; i++)
		digits += is_digit((unsigned char)number.bytes[i]);
	for (size_t i = 0; i < number.length; i++) {
		if (!is_digit((unsigned char)number.bytes[i]))
			continue;
		if (seen > 0 && (digits - seen) % 3 == 0)
			buffer_put_byte(&out, ' ');
		buffer_put_byte(&out, number.bytes[i]);
		seen++;
	}
	return buffer_text(&out);
}

/* "1800000 kr"; four digits may be left as they are. */
static bool is_ungrouped_amount(Text text, size_t first, size_t end)
{
	return end - first >= 5 && end - first <= 12 && text.bytes[first] != '0' &&
	       amount_unit_follows(text, end);
}

void lint_thousands(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	if (!stands_alone(text, first) || text.bytes[first] == '0')
		return;
	size_t points, commas;
	size_t by_point = end - first <= 3 ? groups_after(text, end, '.', &points) : 0;
	size_t by_comma = end - first <= 3 ? groups_after(text, end, ',', &commas) : 0;
	size_t after = by_point > 0 ? points : by_comma > 0 ? commas : end;
	uint32_t next = utf8_at(text, after);
	if (is_digit(next) || ((next == '.' || next == ',') && is_digit_at(text, after + 1)))
		return;
	bool amount = amount_unit_follows(text, after);
	/* One comma may well be a decimal comma, if not before 500 or 000. */
	bool round = by_comma == 1 && text_ends(text_cut(text, first, after), TEXT("00"));
	bool grouped_wrong =
	        by_point + by_comma > 1 || (by_point == 1 && amount) || (round && amount);
	if (!grouped_wrong && !is_ungrouped_amount(text, first, end))
		return;
	Text right = grouped(t->lint->arena, text_cut(text, first, after));
	if (lint_report(t, RULE_THOUSANDS, THOUSANDS_WITHOUT_SPACE, first, after, right) &&
	    by_comma != 1)
		lint_fix(t, first, after, right);
}

/* Currency. */

typedef struct CurrencyWord {
	Text written;
	Text right;
} CurrencyWord;

/* In lower case. */
static const CurrencyWord currency_words[] = {
        {TEXT_INIT("sek"), TEXT_INIT("kr")},     {TEXT_INIT("kkr"), TEXT_INIT("tkr")},
        {TEXT_INIT("ksek"), TEXT_INIT("tkr")},   {TEXT_INIT("tsek"), TEXT_INIT("tkr")},
        {TEXT_INIT("mkr"), TEXT_INIT("mnkr")},   {TEXT_INIT("msek"), TEXT_INIT("mnkr")},
        {TEXT_INIT("mnsek"), TEXT_INIT("mnkr")},
};

static void report_currency(LintText *t, size_t number, size_t end, size_t after, Text right)
{
	size_t start = number_start(t->text, number);
	Text with_space[] = {TEXT(" "), right};
	Text fix = text_join(t->lint->arena, with_space, 2);
	Text shown[] = {text_cut(t->text, start, end), fix};
	if (lint_report(t, RULE_CURRENCY, CURRENCY_FORM, start, after,
	                text_join(t->lint->arena, shown, 2)))
		lint_fix(t, end, after, fix);
}

void lint_currency(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	if (t->now == AT_WORD) {
		if (!text_equal(text_cut(text, first, end), TEXT("SEK")))
			return;
		size_t number = gap_at(text, end).end;
		if (number > end && is_digit_at(text, number))
			lint_report(t, RULE_CURRENCY, CURRENCY_FIRST, first,
			            digits_end(text, number), TEXT(""));
		return;
	}
	if (text_starts(text_after(text, end), TEXT(":-")) && !is_digit_at(text, end + 2)) {
		report_currency(t, first, end, end + 2, TEXT("kr"));
		return;
	}
	size_t unit = gap_at(text, end).end;
	if (unit == end && is_word(text, unit, TEXT("kr")) &&
	    stands_alone(text, number_start(text, first)))
		report_currency(t, first, end, end + 2, TEXT("kr"));
	for (size_t i = 0; i < sizeof currency_words / sizeof currency_words[0]; i++)
		if (is_word(text, unit, currency_words[i].written))
			report_currency(t, first, end, unit + currency_words[i].written.length,
			                currency_words[i].right);
}

/* Intervals. */

/* Whether what stands before a number says that it is the number of something: "KS 2016-2018". */
static bool is_numbered(Text text, size_t first)
{
	static const Text words[] = {
	        TEXT_INIT("nr"),  TEXT_INIT("nummer"), TEXT_INIT("dnr"), TEXT_INIT("sou"),
	        TEXT_INIT("sfs"), TEXT_INIT("prop"),   TEXT_INIT("bet"), TEXT_INIT("diarienummer"),
	        TEXT_INIT("tel"), TEXT_INIT("telefon")};
	size_t word, end;
	if (utf8_before(text, first) == '.' || !word_before(text, first, &word, &end))
		return false;
	if (ANY_WORD_END(text, word, words) == end)
		return true;
	/* One capital alone begins a sentence: "I 10-12 veckor". */
	if (word + 1 == end)
		return false;
	for (size_t at = word; at < end;) {
		uint32_t letter = utf8_next(text, &at);
		if (utf8_upper(letter) != letter)
			return false;
	}
	return true;
}

static bool counted_follows(Text text, size_t at)
{
	static const Text counted[] = {
	        TEXT_INIT("procent"), TEXT_INIT("år"),       TEXT_INIT("månader"),
	        TEXT_INIT("veckor"),  TEXT_INIT("dagar"),    TEXT_INIT("timmar"),
	        TEXT_INIT("minuter"), TEXT_INIT("personer"), TEXT_INIT("deltagare"),
	        TEXT_INIT("gånger"),  TEXT_INIT("platser"),  TEXT_INIT("barn"),
	        TEXT_INIT("kr"),      TEXT_INIT("kronor"),   TEXT_INIT("tkr"),
	        TEXT_INIT("mnkr"),
	};
	size_t word = gap_at(text, at).end;
	uint32_t sign = utf8_at(text, word);
	return sign == '%' || sign == 0xA7 || ANY_WORD_END(text, word, counted) != TEXT_NOWHERE;
}

void lint_interval(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	if (utf8_at(text, end) != '-' || !is_digit_at(text, end + 1) || !stands_alone(text, first))
		return;
	size_t after = digits_end(text, end + 1);
	uint32_t next = utf8_at(text, after);
	bool continued = utf8_is_letter(next) || is_one_of(next, "-/:") ||
	                 (next == '.' && is_digit_at(text, after + 1));
	int64_t from = 0, to = 0;
	if (continued || !text_integer(text_cut(text, first, end), &from) ||
	    !text_integer(text_cut(text, end + 1, after), &to) || from >= to)
		return;
	bool years = end - first == 4 && after - end == 5 && from >= 1900 && to < 2100;
	bool counts = end - first <= 3 && after - end <= 4 && counted_follows(text, after);
	if ((!years && !counts) || is_numbered(text, first))
		return;
	Text parts[] = {text_cut(text, first, end), TEXT("–"), text_cut(text, end + 1, after)};
	lint_replace(t, RULE_INTERVAL, INTERVAL_HYPHEN, first, after,
	             text_join(t->lint->arena, parts, 3));
}

/* The same number in words and digits. */

static const Text time_words[] = {
        TEXT_INIT("månad"),  TEXT_INIT("månader"), TEXT_INIT("månaders"), TEXT_INIT("år"),
        TEXT_INIT("års"),    TEXT_INIT("dag"),     TEXT_INIT("dagar"),    TEXT_INIT("dagars"),
        TEXT_INIT("vecka"),  TEXT_INIT("veckor"),  TEXT_INIT("veckors"),  TEXT_INIT("gång"),
        TEXT_INIT("gånger"), TEXT_INIT("timme"),   TEXT_INIT("timmar"),   TEXT_INIT("timmars"),
};

typedef struct NumberTwice {
	Numeral word, digits;
	size_t end; /* after the parenthesis */
	bool term;  /* a unit of time follows */
} NumberTwice;

/* "sex (6) månader" around the parenthesis at `open`. */
static bool read_twice(Text text, size_t open, NumberTwice *twice)
{
	size_t first, end;
	if (text.bytes[open] != '(' || !is_digit_at(text, open + 1) ||
	    !word_before(text, open, &first, &end) || !numeral_read(text, first, &twice->word) ||
	    twice->word.end != end || !numeral_read(text, open + 1, &twice->digits) ||
	    utf8_at(text, twice->digits.end) != ')')
		return false;
	twice->end = twice->digits.end + 1;
	size_t unit = gap_at(text, twice->end).end;
	twice->term = ANY_WORD_END(text, unit, time_words) != TEXT_NOWHERE;
	return twice->digits.decimals == 0 && !twice->digits.huge;
}

/* A term in words alone, where the municipality wants both. What is one may be an article. */
static void check_once(LintText *t, size_t first, size_t end)
{
	Numeral number;
	if (!numeral_read(t->text, first, &number) || number.end != end || number.digits < 2)
		return;
	size_t unit = gap_at(t->text, end).end;
	if (unit == end || ANY_WORD_END(t->text, unit, time_words) == TEXT_NOWHERE)
		return;
	Buffer digits = buffer_new(t->lint->arena, 32);
	buffer_put(&digits, TEXT(" ("));
	buffer_put_integer(&digits, number.digits);
	buffer_put_byte(&digits, ')');
	Text parts[] = {text_cut(t->text, first, end), buffer_text(&digits)};
	if (lint_report(t, RULE_NUMBER_TWICE, NUMBER_ONCE, first, end,
	                text_join(t->lint->arena, parts, 2)))
		lint_fix(t, end, end, buffer_text(&digits));
}

void lint_number_twice(LintText *t, size_t first, size_t end)
{
	bool wanted = t->lint->style->numbers_twice.value;
	NumberTwice twice;
	if (t->now == AT_WORD) {
		if (wanted)
			check_once(t, first, end);
		return;
	}
	if (wanted || !read_twice(t->text, first, &twice) ||
	    twice.word.digits != twice.digits.digits)
		return;
	Text word = text_cut(t->text, twice.word.first, twice.word.end);
	if (lint_report(t, RULE_NUMBER_TWICE, NUMBER_IN_WORDS_AND_DIGITS, twice.word.first,
	                twice.end, word))
		lint_fix(t, twice.word.end, twice.end, TEXT(""));
}

void lint_number_disagrees(LintText *t, size_t first, size_t end)
{
	NumberTwice twice;
	(void)end;
	if (!read_twice(t->text, first, &twice) || !twice.term ||
	    twice.word.digits == twice.digits.digits)
		return;
	lint_report(t, RULE_NUMBER_DISAGREES, NUMBER_DISAGREES, twice.word.first, twice.end,
	            text_cut(t->text, twice.word.first, twice.word.end),
	            text_cut(t->text, twice.digits.first, twice.digits.end));
}
