/* Guess: amounts, numbers, terms and yes or no in the ways that people write them. */
#include "model/guess.h"

#include "base/buffer.h"
#include "base/swedish.h"
#include "base/utf8.h"

static bool is_digit_at(Text text, size_t at)
{
	return at < text.length && text.bytes[at] >= '0' && text.bytes[at] <= '9';
}

/* Digits of other widths and scripts, as ours: U+FF11 is 1. */
static Text plain_digits(Arena *arena, Text text)
{
	enum { WIDE_ZERO = 0xFF10, WIDE_NINE = 0xFF19 };
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	for (size_t at = 0; at < text.length;) {
		uint32_t c = utf8_next(text, &at);
		bool wide = c >= WIDE_ZERO && c <= WIDE_NINE;
		buffer_put_codepoint(&out, wide ? '0' + c - WIDE_ZERO : c);
	}
	return buffer_text(&out);
}

/* How many groups of three digits, each after the same mark, follow at `at`; 0 when what follows
 * is anything else. */
static size_t groups_at(Text text, size_t at, char mark)
{
	size_t groups = 0;
	while (at < text.length && text.bytes[at] == mark) {
		for (size_t i = 1; i <= 3; i++)
			if (!is_digit_at(text, at + i))
				return 0;
		at += 4;
		groups++;
	}
	return is_digit_at(text, at) ? 0 : groups;
}

/* "1.100.000" as "1 100 000", "1,100" as "1 100", and "1.5" as "1,5". In a number without öre,
 * three digits after a mark are always thousands. */
static Text regrouped(Arena *arena, Text text)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	size_t at = 0, digits = 0;
	while (!is_digit_at(text, at) && at < text.length)
		buffer_put_byte(&out, text.bytes[at++]);
	for (; is_digit_at(text, at); at++, digits++)
		buffer_put_byte(&out, text.bytes[at]);
	char mark = at < text.length ? text.bytes[at] : 0;
	size_t groups = digits > 0 && digits <= 3 ? groups_at(text, at, mark) : 0;
	if ((mark != '.' && mark != ',' && mark != '\'') || !is_digit_at(text, at + 1))
		return text;
	for (size_t i = 0; i < groups; i++, at += 4) {
		buffer_put_byte(&out, ' ');
		buffer_put(&out, text_cut(text, at + 1, at + 4));
	}
	if (at < text.length && text.bytes[at] == '.' && is_digit_at(text, at + 1)) {
		buffer_put_byte(&out, ',');
		at++;
	}
	buffer_put(&out, text_after(text, at));
	return buffer_text(&out);
}

typedef struct Spelling {
	Text typed, meant;
} Spelling;

static Text without_start(Text text, Text start)
{
	return text_starts(text, start) ? text_trim(text_after(text, start.length)) : text;
}

static Text with_end(Arena *arena, Text text, const Spelling *spellings, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!text_ends(text, spellings[i].typed))
			continue;
		Text parts[] = {text_cut(text, 0, text.length - spellings[i].typed.length),
		                spellings[i].meant};
		return text_join(arena, parts, 2);
	}
	return text;
}

/* "933 OOO" has letters where zeros belong. */
static Text with_zeros(Arena *arena, Text text)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	bool in_number = false;
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.bytes[i];
		bool zero = in_number && (byte == 'o' || byte == 'O');
		in_number = zero || is_digit_at(text, i) || (in_number && byte == ' ');
		buffer_put_byte(&out, zero ? '0' : byte);
	}
	return buffer_text(&out);
}

static Text guess_amount(Arena *arena, const Field *field, Text typed)
{
	static const Spelling times[] = {
	        {TEXT_INIT(" om året"), TEXT_INIT("/år")},
	        {TEXT_INIT(" årligen"), TEXT_INIT("/år")},
	        {TEXT_INIT(" / år"), TEXT_INIT("/år")},
	        {TEXT_INIT("/ år"), TEXT_INIT("/år")},
	        {TEXT_INIT(" /år"), TEXT_INIT("/år")},
	        {TEXT_INIT("/ar"), TEXT_INIT("/år")},
	        {TEXT_INIT(" i timmen"), TEXT_INIT("/timme")},
	        {TEXT_INIT("/tim"), TEXT_INIT("/timme")},
	};
	static const Spelling units[] = {
	        {TEXT_INIT(":-"), TEXT_INIT(" kr")},
	        {TEXT_INIT(" sek"), TEXT_INIT(" kr")},
	        {TEXT_INIT("kkr"), TEXT_INIT("tkr")},
	        {TEXT_INIT("ksek"), TEXT_INIT("tkr")},
	        {TEXT_INIT("kr."), TEXT_INIT("kr")},
	        {TEXT_INIT("mkr"), TEXT_INIT("mnkr")},
	        {TEXT_INIT("msek"), TEXT_INIT("mnkr")},
	        {TEXT_INIT("miljoner kronor"), TEXT_INIT("mnkr")},
	        {TEXT_INIT("miljoner kr"), TEXT_INIT("mnkr")},
	};
	Text text = with_zeros(arena, plain_digits(arena, typed));
	text = utf8_lowered(arena, text);
	text = without_start(without_start(text, TEXT("sek ")), TEXT("kr "));
	bool began_with_unit =
	        text.length < typed.length && is_digit_at(text, 0) && !is_digit_at(typed, 0);
	text = with_end(arena, text, times, sizeof times / sizeof times[0]);
	size_t slash = text_find(text, TEXT("/"), 0);
	Text number = text_cut(text, 0, slash);
	Text per = slash == TEXT_NOWHERE ? TEXT("") : text_after(text, slash);
	number = with_end(arena, number, units, sizeof units / sizeof units[0]);
	bool once = per.length == 0 && text_find(number, TEXT(" per "), 0) == TEXT_NOWHERE;
	Text parts[] = {regrouped(arena, number),
	                began_with_unit && !text_ends(number, TEXT("kr")) ? TEXT(" kr") : TEXT(""),
	                once && field->per == MONEY_PER_YEAR ? TEXT("/år") : per};
	return text_join(arena, parts, 3);
}

/* The number that a word stands for, as digits; the word itself when it is no number. */
static Text in_digits(Arena *arena, Text word)
{
	enum { NAMED = 12 };
	for (int64_t i = 0; i <= NAMED; i++) {
		Buffer digits = buffer_new(arena, 8);
		buffer_put_integer(&digits, i);
		if (text_equal(word, swedish_count(arena, i, false)) ||
		    text_equal(word, swedish_count(arena, i, true)))
			return buffer_text(&digits);
	}
	return word;
}

static Text guess_duration(Arena *arena, Text typed)
{
	static const Spelling units[] = {
	        {TEXT_INIT("mån"), TEXT_INIT("månader")},
	        {TEXT_INIT("mån."), TEXT_INIT("månader")},
	        {TEXT_INIT("mnd"), TEXT_INIT("månader")},
	        {TEXT_INIT("manader"), TEXT_INIT("månader")},
	        {TEXT_INIT("ar"), TEXT_INIT("år")},
	        {TEXT_INIT("dgr"), TEXT_INIT("dagar")},
	        {TEXT_INIT("v"), TEXT_INIT("veckor")},
	        {TEXT_INIT("d"), TEXT_INIT("dagar")},
	};
	Text text = utf8_lowered(arena, plain_digits(arena, typed));
	size_t end = 0;
	while (is_digit_at(text, end))
		end++;
	if (end == 0)
		end = text_find(text, TEXT(" "), 0);
	if (end == TEXT_NOWHERE)
		return (Text){0};
	Text unit = text_trim(text_after(text, end));
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
		if (text_equal(unit, units[i].typed)) {
			unit = units[i].meant;
			break;
		}
	}
	Text parts[] = {in_digits(arena, text_cut(text, 0, end)), TEXT(" "), unit};
	return text_join(arena, parts, 3);
}

static Text guess_integer(Arena *arena, Text typed)
{
	static const Spelling counted[] = {{TEXT_INIT(" stycken"), TEXT_INIT("")},
	                                   {TEXT_INIT(" st"), TEXT_INIT("")},
	                                   {TEXT_INIT(" st."), TEXT_INIT("")}};
	Text text = with_end(arena, plain_digits(arena, typed), counted, 3);
	return regrouped(arena, in_digits(arena, utf8_lowered(arena, text)));
}

/* Three digits after a point may be thousands, or decimals. */
static Text guess_number(Arena *arena, Text typed)
{
	Text text = plain_digits(arena, typed);
	size_t point = text_find(text, TEXT("."), 0);
	if (point == TEXT_NOWHERE)
		return text;
	return groups_at(text, point, '.') > 0 ? (Text){0} : regrouped(arena, text);
}

/* "2,7" is hardly anything but per cent; "0,5" may be a half. */
static Text guess_share(Arena *arena, Text typed)
{
	Text number = typed;
	static const Text words[] = {TEXT_INIT("%"), TEXT_INIT(" procent"), TEXT_INIT(" proc")};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (text_ends(number, words[i]))
			number = text_cut(number, 0, number.length - words[i].length);
	if (number.length == typed.length && text_starts(number, TEXT("0")) && number.length > 1)
		return (Text){0};
	number = guess_number(arena, text_trim(number));
	Text parts[] = {number, TEXT(" %")};
	return number.length > 0 ? text_join(arena, parts, 2) : number;
}

static Text guess_boolean(Arena *arena, Text typed)
{
	static const Spelling words[] = {
	        {TEXT_INIT("ja"), TEXT_INIT("ja")},   {TEXT_INIT("nej"), TEXT_INIT("nej")},
	        {TEXT_INIT("yes"), TEXT_INIT("ja")},  {TEXT_INIT("no"), TEXT_INIT("nej")},
	        {TEXT_INIT("true"), TEXT_INIT("ja")}, {TEXT_INIT("false"), TEXT_INIT("nej")},
	        {TEXT_INIT("sant"), TEXT_INIT("ja")}, {TEXT_INIT("falskt"), TEXT_INIT("nej")},
	        {TEXT_INIT("on"), TEXT_INIT("ja")},   {TEXT_INIT("off"), TEXT_INIT("nej")},
	        {TEXT_INIT("y"), TEXT_INIT("ja")},    {TEXT_INIT("n"), TEXT_INIT("nej")},
	        {TEXT_INIT("j"), TEXT_INIT("ja")},    {TEXT_INIT("1"), TEXT_INIT("ja")},
	        {TEXT_INIT("0"), TEXT_INIT("nej")},
	};
	Text word = utf8_lowered(arena, typed);
	if (text_ends(word, TEXT(".")) || text_ends(word, TEXT("!")))
		word = text_cut(word, 0, word.length - 1);
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (text_equal(word, words[i].typed))
			return words[i].meant;
	return (Text){0};
}

/* A Swedish VAT number is the organisation number between SE and 01. */
static Text guess_organisation_number(Arena *arena, Text typed)
{
	Text text = plain_digits(arena, typed);
	if (text.length == 14 && text_starts(text, TEXT("SE")) && text_ends(text, TEXT("01"))) {
		Text parts[] = {text_cut(text, 2, 8), TEXT("-"), text_cut(text, 8, 12)};
		return text_join(arena, parts, 3);
	}
	return text;
}

Text guess_value(Arena *arena, const Field *field, Text typed)
{
	switch (field->kind) {
	case FIELD_DATE: return guess_date(arena, plain_digits(arena, typed));
	case FIELD_DURATION: return guess_duration(arena, typed);
	case FIELD_AMOUNT: return guess_amount(arena, field, typed);
	case FIELD_INTEGER: return guess_integer(arena, typed);
	case FIELD_SHARE: return guess_share(arena, typed);
	case FIELD_NUMBER: return guess_number(arena, typed);
	case FIELD_BOOLEAN: return guess_boolean(arena, typed);
	case FIELD_ORGANISATION_NUMBER: return guess_organisation_number(arena, typed);
	case FIELD_TEXT:
	case FIELD_PROSE:
	case FIELD_CHOICE: /* its reader knows the words, and which of them is near */
	case FIELD_RECORD:
	case FIELD_LIST:
	case FIELD_MAP:
	case FIELD_KINDS: break;
	}
	return (Text){0};
}
