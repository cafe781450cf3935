/* Scalars: what a person typed as a value of one kind, or a report at its place. */
#include "base/buffer.h"
#include "base/leftover.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "model/bind.h"
#include "model/guess.h"
#include "model/identifier.h"
#include "source/suggest.h"
#include "yaml/write.h"

typedef bool (*ScalarReader)(const Binder *binder, const Field *field, Text text, Span span,
                             void *target);

static Text number_text(const Binder *binder, int64_t number)
{
	Buffer digits = buffer_new(binder->arena, 32);
	buffer_put_integer(&digits, number);
	return buffer_text(&digits);
}

/* Scalars, a function for each kind. */

/* The lines of a text that a person has written over several, with a space between them. */
static Text on_one_line(Arena *arena, Text text)
{
	if (text_find(text, TEXT("\n"), 0) == TEXT_NOWHERE)
		return text;
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	Text rest = text, line = {0};
	while (text_next(&rest, '\n', &line)) {
		line = text_trim(line);
		buffer_put(&out, out.length > 0 && line.length > 0 ? TEXT(" ") : TEXT(""));
		buffer_put(&out, line);
	}
	return buffer_text(&out);
}

static bool read_text(const Binder *binder, const Field *field, Text text, Span span, void *target)
{
	(void)field;
	*(TextValue *)target = (TextValue){span, on_one_line(binder->arena, text)};
	return true;
}

static bool read_prose(const Binder *binder, const Field *field, Text text, Span span, void *target)
{
	(void)binder, (void)field;
	*(ProseValue *)target = (ProseValue){span, text};
	return true;
}

static bool report_no_such_date(const Binder *binder, Text text, Span span)
{
	int64_t year = 0, month = 0;
	Text why = TEXT("Månaden ska vara 01 till 12.");
	if (text_integer(text_cut(text, 0, 4), &year) &&
	    text_integer(text_cut(text, 5, 7), &month) && month >= 1 && month <= 12) {
		Text parts[] = {
		        utf8_capitalised(binder->arena, swedish_month((int)month)),
		        TEXT(" "),
		        number_text(binder, year),
		        TEXT(" har "),
		        number_text(binder, date_days_in_month((int)year, (int)month)),
		        TEXT(" dagar."),
		};
		why = text_join(binder->arena, parts, sizeof parts / sizeof parts[0]);
	}
	diagnose(binder->diagnostics, NO_SUCH_DATE, span, text, why);
	return false;
}

static bool report_no_date(const Binder *binder, Text text, Span span)
{
	Text readings[2] = {{0}};
	size_t count = guess_short_date(binder->arena, text, readings);
	if (count == 0)
		diagnose(binder->diagnostics, NOT_A_DATE, span, text);
	else
		diagnose(binder->diagnostics, DATE_WITH_SHORT_YEAR, span, text,
		         swedish_series(binder->arena, readings, count, TEXT(" eller ")));
	return false;
}

static bool read_date(const Binder *binder, const Field *field, Text text, Span span, void *target)
{
	(void)field;
	Date date = {0};
	switch (date_parse(text, &date)) {
	case DATE_OK: *(DateValue *)target = (DateValue){span, date}; return true;
	case DATE_SHAPE: return report_no_date(binder, text, span);
	case DATE_CALENDAR: return report_no_such_date(binder, text, span);
	}
	return false;
}

static bool read_duration(const Binder *binder, const Field *field, Text text, Span span,
                          void *target)
{
	static const struct {
		Text word;
		int32_t months, days;
	} units[] = {{TEXT_INIT("år"), 12, 0},     {TEXT_INIT("månad"), 1, 0},
	             {TEXT_INIT("månader"), 1, 0}, {TEXT_INIT("dag"), 0, 1},
	             {TEXT_INIT("dagar"), 0, 1},   {TEXT_INIT("vecka"), 0, 7},
	             {TEXT_INIT("veckor"), 0, 7}};
	(void)field;
	size_t space = text_find(text, TEXT(" "), 0);
	int64_t number = 0;
	if (space != TEXT_NOWHERE && text_integer(text_cut(text, 0, space), &number) &&
	    number <= 10000) {
		Text word = text_trim(text_after(text, space));
		for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
			if (!text_equal(word, units[i].word))
				continue;
			Duration duration = {.months = units[i].months * (int32_t)number,
			                     .days = units[i].days * (int32_t)number};
			*(DurationValue *)target = (DurationValue){span, duration};
			return true;
		}
	}
	diagnose(binder->diagnostics, NOT_A_DURATION, span, text);
	return false;
}

static bool check_amount_per(const Binder *binder, const Field *field, Text text, Span span,
                             MoneyPer per)
{
	static const struct {
		Text meaning, suffix;
	} words[] = {
	        [MONEY_ONCE] = {TEXT_INIT("en gång"), TEXT_INIT("")},
	        [MONEY_PER_YEAR] = {TEXT_INIT("per år"), TEXT_INIT("/år")},
	        [MONEY_PER_MONTH] = {TEXT_INIT("per månad"), TEXT_INIT("/månad")},
	        [MONEY_PER_HOUR] = {TEXT_INIT("per timme"), TEXT_INIT("/timme")},
	};
	if (field->per == MONEY_ONCE || field->per == per)
		return true;
	/* An hour's value is per hour whether that is written or not. */
	if (field->per == MONEY_PER_HOUR && per == MONEY_ONCE)
		return true;
	Text remedy = field->example;
	if (per == MONEY_ONCE) {
		Text parts[] = {text, words[field->per].suffix};
		remedy = text_join(binder->arena, parts, 2);
	}
	diagnose(binder->diagnostics, AMOUNT_PER, span, text, words[field->per].meaning, remedy);
	return false;
}

/* "1.5 mnkr" has a point before its decimals, and no thousands. */
static bool report_decimal_point(const Binder *binder, Text text, Span span)
{
	size_t point = text_find(text, TEXT("."), 0), digits = 0;
	while (point + 1 + digits < text.length && text.bytes[point + 1 + digits] >= '0' &&
	       text.bytes[point + 1 + digits] <= '9')
		digits++;
	if (point == TEXT_NOWHERE || digits == 0 || digits == 3 ||
	    text_find(text, TEXT("."), point + 1) != TEXT_NOWHERE ||
	    text_find(text, TEXT(","), 0) != TEXT_NOWHERE)
		return false;
	Text parts[] = {text_cut(text, 0, point), TEXT(","), text_after(text, point + 1)};
	diagnose(binder->diagnostics, DECIMAL_WITH_POINT, span, text,
	         text_join(binder->arena, parts, 3));
	return true;
}

static bool read_amount(const Binder *binder, const Field *field, Text text, Span span,
                        void *target)
{
	static const DiagnosticCode codes[] = {[MONEY_SHAPE] = NOT_AN_AMOUNT,
	                                       [MONEY_UNIT] = AMOUNT_WITHOUT_UNIT,
	                                       [MONEY_GROUPING] = AMOUNT_GROUPING,
	                                       [MONEY_TOO_BIG] = AMOUNT_TOO_BIG};
	Money money = 0;
	MoneyPer per = MONEY_ONCE;
	MoneyFault fault = money_parse(text, &money, &per);
	if (fault == MONEY_GROUPING && report_decimal_point(binder, text, span))
		return false;
	if (fault != MONEY_OK) {
		diagnose(binder->diagnostics, codes[fault], span, text);
		return false;
	}
	if (field->least > 0 && (money < field->least * MONEY_KRONA || money % MONEY_KRONA != 0)) {
		Text remedy[] = {TEXT("ett helt antal kronor, till exempel ”"), field->example,
		                 TEXT("”")};
		diagnose(binder->diagnostics, VALUE_NOT_HERE, span, text,
		         text_join(binder->arena, remedy, 3));
		return false;
	}
	*(AmountValue *)target = (AmountValue){span, money, per};
	return check_amount_per(binder, field, text, span, per);
}

/* The digits of "18 000" and "18000" alike; spaces only between groups of three. */
static bool ungroup(Arena *arena, Text text, Text *plain)
{
	Buffer digits = buffer_new(arena, BUFFER_MAXIMUM);
	size_t group = 0;
	bool grouped = false;
	for (size_t i = 0; i < text.length;) {
		uint32_t c = utf8_next(text, &i);
		if (c >= '0' && c <= '9') {
			buffer_put_codepoint(&digits, c);
			group++;
		} else if (c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009) {
			if (group == 0 || group > 3 || (grouped && group != 3))
				return false;
			grouped = true;
			group = 0;
		} else {
			return false;
		}
	}
	*plain = buffer_text(&digits);
	return grouped ? group == 3 : group > 0;
}

static bool read_integer(const Binder *binder, const Field *field, Text text, Span span,
                         void *target)
{
	int64_t value = 0;
	Text digits = {0};
	if (!ungroup(binder->arena, text, &digits) || !text_integer(digits, &value)) {
		diagnose(binder->diagnostics, NOT_AN_INTEGER, span, text,
		         field->example.length > 0 ? field->example : TEXT("12"));
		return false;
	}
	if (field->least != field->most && (value < field->least || value > field->most)) {
		diagnose(binder->diagnostics, INTEGER_RANGE, span, field->key,
		         number_text(binder, field->least), number_text(binder, field->most));
		return false;
	}
	*(IntegerValue *)target = (IntegerValue){span, value};
	return true;
}

/* Numbers with decimals. */

typedef enum DecimalFault { DECIMAL_OK, DECIMAL_SHAPE, DECIMAL_POINT, DECIMAL_DIGITS } DecimalFault;

enum { DECIMAL_MOST_DIGITS = 15 };

static Text trim_spaces(Text text)
{
	static const Text spaces[] = {TEXT_INIT("\xC2\xA0"), TEXT_INIT("\xE2\x80\xAF"),
	                              TEXT_INIT("\xE2\x80\x89")};
	size_t before;
	do {
		before = text.length;
		text = text_trim(text);
		for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; i++)
			if (text_ends(text, spaces[i]))
				text = text_cut(text, 0, text.length - spaces[i].length);
	} while (text.length < before);
	return text;
}

/* Takes a hyphen, a minus sign or a dash used as one off the front. */
static bool take_minus(Text *text)
{
	static const Text signs[] = {TEXT_INIT("-"), TEXT_INIT("\xE2\x88\x92"),
	                             TEXT_INIT("\xE2\x80\x93")};
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
		if (text_starts(*text, signs[i])) {
			*text = text_after(*text, signs[i].length);
			return true;
		}
	}
	return false;
}

/* Reads "1 312,5"; `*meant` is the text with a comma where a point stands. */
static DecimalFault parse_decimal(Arena *arena, Text typed, Text *meant, Ratio *ratio)
{
	Text text = typed, whole = {0};
	bool negative = take_minus(&text);
	size_t mark = text_find(text, TEXT(","), 0);
	bool point = mark == TEXT_NOWHERE && text_find(text, TEXT("."), 0) != TEXT_NOWHERE;
	if (point)
		mark = text_find(text, TEXT("."), 0);
	Text decimals = mark == TEXT_NOWHERE ? TEXT("0") : text_after(text, mark + 1);
	Text sign = text_cut(typed, 0, typed.length - text.length);
	Text parts[] = {sign, text_cut(text, 0, mark), TEXT(","), decimals};
	*meant = mark == TEXT_NOWHERE ? typed : text_join(arena, parts, 4);
	for (size_t i = 0; i < decimals.length; i++)
		if (decimals.bytes[i] < '0' || decimals.bytes[i] > '9')
			return DECIMAL_SHAPE;
	if (decimals.length == 0 || !ungroup(arena, text_cut(text, 0, mark), &whole))
		return DECIMAL_SHAPE;
	if (whole.length + (mark == TEXT_NOWHERE ? 0 : decimals.length) > DECIMAL_MOST_DIGITS)
		return DECIMAL_DIGITS;
	Text plain[] = {negative ? TEXT("-") : TEXT(""), whole,
	                mark == TEXT_NOWHERE ? TEXT("") : TEXT(","),
	                mark == TEXT_NOWHERE ? TEXT("") : decimals};
	if (!ratio_parse(text_join(arena, plain, 4), ratio))
		return DECIMAL_SHAPE;
	return point ? DECIMAL_POINT : DECIMAL_OK;
}

static bool read_number(const Binder *binder, const Field *field, Text text, Span span,
                        void *target)
{
	Ratio ratio = {0};
	Text meant = text;
	switch (parse_decimal(binder->arena, trim_spaces(text), &meant, &ratio)) {
	case DECIMAL_OK: break;
	case DECIMAL_SHAPE:
		diagnose(binder->diagnostics, NOT_A_NUMBER, span, text, field->example);
		return false;
	case DECIMAL_POINT:
		diagnose(binder->diagnostics, DECIMAL_WITH_POINT, span, text, meant);
		return false;
	case DECIMAL_DIGITS:
		diagnose(binder->diagnostics, TOO_MANY_DIGITS, span, text,
		         number_text(binder, DECIMAL_MOST_DIGITS));
		return false;
	}
	if (ratio.numerator <= 0) {
		diagnose(binder->diagnostics, VALUE_NOT_HERE, span, text,
		         TEXT("ett tal som är större än noll"));
		return false;
	}
	*(NumberValue *)target = (NumberValue){span, ratio};
	return true;
}

/* What could be a share of something, or a rise of something, at all. */
enum { SHARE_MOST = 1000 };

static bool check_share_range(const Binder *binder, const Field *field, Text text, Span span,
                              Ratio ratio)
{
	bool any = field->least == 0 && field->most == 0;
	int64_t least = any ? -SHARE_MOST : field->least, most = any ? SHARE_MOST : field->most;
	int64_t below = 0, above = 0;
	if (ratio_scale(100, ratio, 1, ROUND_DOWN, &below) &&
	    ratio_scale(100, ratio, 1, ROUND_UP, &above) && below >= least && above <= most)
		return true;
	Text remedy[] = {TEXT("en procentsats från "), number_text(binder, least), TEXT(" till "),
	                 number_text(binder, most), TEXT(" %")};
	diagnose(binder->diagnostics, VALUE_NOT_HERE, span, text,
	         text_join(binder->arena, remedy, sizeof remedy / sizeof remedy[0]));
	return false;
}

/* "2,7 %", with any space before the sign or none. */
static bool read_share(const Binder *binder, const Field *field, Text text, Span span, void *target)
{
	Ratio ratio = {0};
	Text number = trim_spaces(text), meant = text;
	bool sign = text_ends(number, TEXT("%"));
	if (sign)
		number = trim_spaces(text_cut(number, 0, number.length - 1));
	DecimalFault fault = parse_decimal(binder->arena, number, &meant, &ratio);
	Text remedy[] = {meant, TEXT(" %")};
	if (fault == DECIMAL_SHAPE)
		diagnose(binder->diagnostics, NOT_A_SHARE, span, text, field->example);
	else if (fault == DECIMAL_DIGITS)
		diagnose(binder->diagnostics, TOO_MANY_DIGITS, span, text,
		         number_text(binder, DECIMAL_MOST_DIGITS));
	else if (!sign)
		diagnose(binder->diagnostics, SHARE_WITHOUT_SIGN, span, text,
		         text_join(binder->arena, remedy, 2));
	else if (fault == DECIMAL_POINT)
		diagnose(binder->diagnostics, DECIMAL_WITH_POINT, span, text,
		         text_join(binder->arena, remedy, 2));
	if (fault != DECIMAL_OK || !sign || !ratio_divide(ratio, (Ratio){100, 1}, &ratio) ||
	    !check_share_range(binder, field, text, span, ratio))
		return false;
	*(ShareValue *)target = (ShareValue){span, ratio};
	return true;
}

static bool read_boolean(const Binder *binder, const Field *field, Text text, Span span,
                         void *target)
{
	(void)field;
	bool yes = text_equal(text, TEXT("ja"));
	if (!yes && !text_equal(text, TEXT("nej"))) {
		diagnose(binder->diagnostics, NOT_YES_OR_NO, span, text);
		return false;
	}
	*(BooleanValue *)target = (BooleanValue){span, yes};
	return true;
}

Text choice_alternatives(Arena *arena, const Choices *choices)
{
	return swedish_series(arena, choices->words, choices->count, TEXT(" eller "));
}

static bool read_choice(const Binder *binder, const Field *field, Text text, Span span,
                        void *target)
{
	ChoiceValue *value = target;
	const Choices *choices = field->choices;
	for (size_t i = 0; i < choices->count; i++) {
		if (text_equal(text, choices->words[i])) {
			*value = (ChoiceValue){span, (int)i};
			return true;
		}
	}
	Text meant = suggest_report(binder->diagnostics, &(UnknownName){.name = text,
	                                                                .span = span,
	                                                                .where = field->key,
	                                                                .names = choices->words,
	                                                                .count = choices->count,
	                                                                .near = NOT_A_CHOICE_NEAR,
	                                                                .far = NOT_A_CHOICE,
	                                                                .last = TEXT(" eller ")});
	/* Taken for the word that was meant, so that no second fault follows from it. */
	for (int i = 0; i < (int)choices->count; i++)
		if (text_equal(meant, choices->words[i]))
			value->choice = i;
	return false;
}

static bool read_organisation_number(const Binder *binder, const Field *field, Text text, Span span,
                                     void *target)
{
	static const DiagnosticCode codes[] = {[NUMBER_SHAPE] = NOT_A_NUMBER_OF_ORGANISATION,
	                                       [NUMBER_CHECK_DIGIT] = CHECK_DIGIT,
	                                       [NUMBER_PERSONAL] = PERSONAL_NUMBER};
	(void)field;
	Text number = {0};
	NumberFault fault = organisation_number_read(binder->arena, text, &number);
	if (fault != NUMBER_OK) {
		diagnose(binder->diagnostics, codes[fault], span, text);
		return false;
	}
	*(OrganisationNumber *)target = (OrganisationNumber){span, number};
	return true;
}

static const ScalarReader readers[FIELD_KINDS] = {
        [FIELD_TEXT] = read_text,
        [FIELD_PROSE] = read_prose,
        [FIELD_DATE] = read_date,
        [FIELD_DURATION] = read_duration,
        [FIELD_AMOUNT] = read_amount,
        [FIELD_INTEGER] = read_integer,
        [FIELD_SHARE] = read_share,
        [FIELD_NUMBER] = read_number,
        [FIELD_BOOLEAN] = read_boolean,
        [FIELD_CHOICE] = read_choice,
        [FIELD_ORGANISATION_NUMBER] = read_organisation_number,
};

/* Reads what a person meant by a value that could not be read, and has been reported. Then the
 * phase goes on as if that had been written. */
static void read_guess(const Binder *binder, const Field *field, Text text, Span span, void *target)
{
	Diagnostics unheard = {.arena = binder->arena};
	Binder silent = *binder;
	silent.diagnostics = &unheard;
	Text meant = guess_value(binder->arena, field, text);
	if (meant.length == 0 || !readers[field->kind](&silent, field, meant, span, target))
		return;
	yaml_fix_value(binder->diagnostics, span, meant);
}

bool bind_scalar(const Binder *binder, const Field *field, Text text, Span span, void *target)
{
	/* In texts it is a matter of writing, which the municipality weighs (lint/placeholders.c).
	 */
	bool text_of_words = field->kind == FIELD_PROSE || field->kind == FIELD_TEXT;
	if (!text_of_words && leftover_is(binder->arena, text)) {
		diagnose(binder->diagnostics, LEFT_TO_FILL_IN, span, text);
		return false;
	}
	if (readers[field->kind](binder, field, text, span, target))
		return true;
	read_guess(binder, field, text, span, target);
	return false;
}
