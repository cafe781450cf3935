/* Money: amounts as Swedish officers write them, and the method of largest remainder. */
#include "base/money.h"

#include <string.h>

__extension__ typedef __int128 Wide;

/* Longer than any amount that can be meant. */
#define AMOUNT_BYTES  96
#define AMOUNT_DIGITS 15

/* An amount's text with every kind of space and minus sign as its ASCII one. */
typedef struct PlainAmount {
	char bytes[AMOUNT_BYTES];
	size_t length;
} PlainAmount;

typedef struct Spelling {
	Text written;
	char plain;
} Spelling;

static const Spelling spellings[] = {
        {TEXT_INIT("\xC2\xA0"), ' '},     /* no-break space */
        {TEXT_INIT("\xE2\x80\xAF"), ' '}, /* narrow no-break space */
        {TEXT_INIT("\xE2\x80\x89"), ' '}, /* thin space */
        {TEXT_INIT("\xE2\x88\x92"), '-'}, /* minus sign */
};

static bool plain_amount(Text text, PlainAmount *plain)
{
	text = text_trim(text);
	if (text.length > AMOUNT_BYTES)
		return false;
	plain->length = 0;
	while (text.length > 0) {
		size_t width = 1;
		char byte = text.bytes[0];
		for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++) {
			if (text_starts(text, spellings[i].written)) {
				byte = spellings[i].plain;
				width = spellings[i].written.length;
			}
		}
		plain->bytes[plain->length++] = byte;
		text = text_after(text, width);
	}
	return true;
}

typedef struct Unit {
	Text word;
	int64_t ore;
	size_t decimals; /* so many make an öre */
} Unit;

/* Longer words first, so that a word is not taken for its beginning. */
static const Unit units[] = {
        {TEXT_INIT("kronor"), 100, 2},
        {TEXT_INIT("mnkr"), 100000000, 8},
        {TEXT_INIT("tkr"), 100000, 5},
        {TEXT_INIT("kr"), 100, 2},
};

typedef struct PerWord {
	Text words;
	MoneyPer per;
} PerWord;

static const PerWord per_words[] = {
        {TEXT_INIT(""), MONEY_ONCE},
        {TEXT_INIT("/år"), MONEY_PER_YEAR},
        {TEXT_INIT(" per år"), MONEY_PER_YEAR},
        {TEXT_INIT("/månad"), MONEY_PER_MONTH},
        {TEXT_INIT(" per månad"), MONEY_PER_MONTH},
        {TEXT_INIT("/timme"), MONEY_PER_HOUR},
        {TEXT_INIT(" per timme"), MONEY_PER_HOUR},
        {TEXT_INIT("/h"), MONEY_PER_HOUR},
};

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* How many digits `text` begins with. */
static size_t digit_run(Text text)
{
	size_t count = 0;
	while (count < text.length && is_digit(text.bytes[count]))
		count++;
	return count;
}

/* The number in front of the unit: its digits without separators, and how many are decimals. */
typedef struct Digits {
	int64_t value;
	size_t count;
	size_t decimals;
} Digits;

static void append_digits(Digits *digits, Text run)
{
	for (size_t i = 0; i < run.length; i++) {
		if (digits->value == 0 && run.bytes[i] == '0')
			continue;
		digits->count++;
		if (digits->count <= AMOUNT_DIGITS)
			digits->value = digits->value * 10 + (run.bytes[i] - '0');
	}
}

/* Takes "12 345,50" off the front of `*rest`. */
static MoneyFault take_digits(Text *rest, Digits *digits)
{
	size_t run = digit_run(*rest);
	size_t first_run = run;
	bool grouped = false;
	if (run == 0)
		return MONEY_SHAPE;
	append_digits(digits, text_cut(*rest, 0, run));
	*rest = text_after(*rest, run);
	while (rest->length > 1 && rest->bytes[0] == ' ' && is_digit(rest->bytes[1])) {
		*rest = text_after(*rest, 1);
		run = digit_run(*rest);
		if (run != 3 || first_run > 3)
			return MONEY_GROUPING;
		grouped = true;
		append_digits(digits, text_cut(*rest, 0, run));
		*rest = text_after(*rest, run);
	}
	if (rest->length > 1 && rest->bytes[0] == '.' && is_digit(rest->bytes[1]))
		return MONEY_GROUPING;
	if (rest->length == 0 || rest->bytes[0] != ',')
		return MONEY_OK;
	*rest = text_after(*rest, 1);
	digits->decimals = digit_run(*rest);
	if (digits->decimals == 0)
		return MONEY_SHAPE;
	append_digits(digits, text_cut(*rest, 0, digits->decimals));
	*rest = text_after(*rest, digits->decimals);
	/* "1,100,000" is a grouping, and so is "1,100.50"; "1 100,50,20" is nothing. */
	if (rest->length > 0 && (rest->bytes[0] == ',' || rest->bytes[0] == '.'))
		return grouped ? MONEY_SHAPE : MONEY_GROUPING;
	return MONEY_OK;
}

static const Unit *take_unit(Text *rest)
{
	if (rest->length > 0 && rest->bytes[0] == ' ')
		*rest = text_after(*rest, 1);
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
		if (text_starts(*rest, units[i].word)) {
			*rest = text_after(*rest, units[i].word.length);
			return &units[i];
		}
	}
	return NULL;
}

static bool take_per(Text rest, MoneyPer *per)
{
	for (size_t i = 0; i < sizeof per_words / sizeof per_words[0]; i++) {
		if (text_equal(rest, per_words[i].words)) {
			*per = per_words[i].per;
			return true;
		}
	}
	return false;
}

/* The number in öre. In kronor three decimals are a thousand with an English comma, never a part
 * of a krona; in tkr and mnkr they are common and mean what they say. */
static MoneyFault in_ore(Digits digits, const Unit *unit, Money *money)
{
	if (unit->decimals == 2 && digits.decimals > 2)
		return digits.decimals == 3 ? MONEY_GROUPING : MONEY_SHAPE;
	if (digits.count > AMOUNT_DIGITS)
		return MONEY_TOO_BIG;
	while (digits.decimals > unit->decimals) {
		if (digits.value % 10 != 0)
			return MONEY_SHAPE;
		digits.value /= 10;
		digits.decimals--;
	}
	Wide ore = (Wide)digits.value * unit->ore;
	for (size_t i = 0; i < digits.decimals; i++)
		ore /= 10;
	if (ore > MONEY_MAXIMUM)
		return MONEY_TOO_BIG;
	*money = (Money)ore;
	return MONEY_OK;
}

MoneyFault money_parse(Text text, Money *money, MoneyPer *per)
{
	PlainAmount plain;
	if (!plain_amount(text, &plain))
		return MONEY_SHAPE;
	Text rest = text_trim((Text){plain.bytes, plain.length});
	bool negative = rest.length > 0 && rest.bytes[0] == '-';
	if (negative)
		rest = text_trim(text_after(rest, 1));
	Digits digits = {0};
	MoneyFault fault = take_digits(&rest, &digits);
	if (fault != MONEY_OK)
		return fault;
	const Unit *unit = take_unit(&rest);
	if (unit == NULL)
		return MONEY_UNIT;
	MoneyPer read_per;
	Money read;
	if (!take_per(rest, &read_per))
		return MONEY_SHAPE;
	fault = in_ore(digits, unit, &read);
	if (fault != MONEY_OK)
		return fault;
	*money = negative ? -read : read;
	*per = read_per;
	return MONEY_OK;
}

/* A share of `whole` units as quotient and remainder, rounded towards minus infinity. */
typedef struct Share {
	int64_t units;
	int64_t remainder;
} Share;

static Share share_of(int64_t whole, int64_t weight, int64_t sum)
{
	Wide product = (Wide)whole * weight;
	Wide quotient = product / sum;
	Wide remainder = product % sum;
	if (remainder < 0) {
		quotient--;
		remainder += sum;
	}
	return (Share){(int64_t)quotient, (int64_t)remainder};
}

static bool sum_of_weights(const int64_t *weights, size_t count, int64_t *sum)
{
	*sum = 0;
	for (size_t i = 0; i < count; i++)
		if (weights[i] < 0 || !integer_add(*sum, weights[i], sum))
			return false;
	return *sum > 0;
}

bool money_split(int64_t whole, int64_t unit, const int64_t *weights, size_t count, int64_t *parts)
{
	int64_t sum;
	if (unit <= 0 || whole % unit != 0 || !sum_of_weights(weights, count, &sum))
		return false;
	whole /= unit;
	int64_t left = whole;
	for (size_t i = 0; i < count; i++) {
		parts[i] = share_of(whole, weights[i], sum).units;
		left -= parts[i];
	}
	for (; left > 0; left--) {
		size_t chosen = count;
		int64_t largest = -1;
		for (size_t i = 0; i < count; i++) {
			Share share = share_of(whole, weights[i], sum);
			/* A part above its rounded share has had its unit. */
			if (parts[i] == share.units && share.remainder > largest) {
				chosen = i;
				largest = share.remainder;
			}
		}
		parts[chosen]++;
	}
	for (size_t i = 0; i < count; i++)
		parts[i] *= unit;
	return true;
}
