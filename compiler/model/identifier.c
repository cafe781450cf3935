/* Identifiers: numbers of organisations, people and statutes, read as typed and checked. */
#include "model/identifier.h"

#include <string.h>

#include "base/date.h"
#include "base/utf8.h"

enum { DIGITS = 10, DIGITS_WITH_PREFIX = 12 };

/* The digits of `typed` in order; SIZE_MAX when there is anything else than digits and separators.
 */
static size_t collect_digits(Text typed, char *digits, size_t room)
{
	size_t count = 0;
	for (size_t i = 0; i < typed.length;) {
		uint32_t c = utf8_next(typed, &i);
		if (c >= '0' && c <= '9') {
			if (count == room)
				return SIZE_MAX;
			digits[count++] = (char)c;
		} else if (c != ' ' && c != '-' && c != 0xA0 && c != 0x2010 && c != 0x2011 &&
		           c != 0x2013) {
			return SIZE_MAX;
		}
	}
	return count;
}

static bool luhn_holds(const char *digits)
{
	int sum = 0;
	for (int i = 0; i < DIGITS; i++) {
		int product = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
		sum += product / 10 + product % 10;
	}
	return sum % 10 == 0;
}

NumberFault organisation_number_read(Arena *arena, Text typed, Text *number)
{
	char digits[DIGITS_WITH_PREFIX];
	size_t count = collect_digits(typed, digits, sizeof digits);
	const char *ten = digits;
	if (count == DIGITS_WITH_PREFIX) {
		ten = digits + 2;
		if (digits[0] != '1' || digits[1] != '6')
			return digits[0] == '1' || digits[0] == '2' ? NUMBER_PERSONAL
			                                            : NUMBER_SHAPE;
	} else if (count != DIGITS) {
		return NUMBER_SHAPE;
	}
	if (ten[2] < '2')
		return NUMBER_PERSONAL;
	if (!luhn_holds(ten))
		return NUMBER_CHECK_DIGIT;
	Text parts[] = {{ten, 6}, TEXT("-"), {ten + 6, 4}};
	*number = text_join(arena, parts, 3);
	return NUMBER_OK;
}

/* Personal identity numbers. */

enum { DATE_DIGITS = 6, DATE_DIGITS_WITH_CENTURY = 8, SERIAL_DIGITS = 4, COORDINATION = 60 };

static size_t digits_from(Text text, size_t at)
{
	size_t end = at;
	while (end < text.length && text.bytes[end] >= '0' && text.bytes[end] <= '9')
		end++;
	return end - at;
}

static int two_digits(const char *digits)
{
	return (digits[0] - '0') * 10 + digits[1] - '0';
}

/* Whether YYMMDD is a day. Without its century, a leap day may be in any that has it. */
static bool is_birthday(const char *digits, int century)
{
	int year = century * 100 + two_digits(digits);
	int month = two_digits(digits + 2), day = two_digits(digits + 4);
	if (day > COORDINATION)
		day -= COORDINATION;
	return month >= 1 && month <= 12 && day >= 1 && day <= date_days_in_month(year, month);
}

/* The width of the sign between date and serial number, or 0. */
static size_t serial_sign_width(Text text, size_t at)
{
	static const Text signs[] = {TEXT_INIT("-"), TEXT_INIT("+"), TEXT_INIT("\xE2\x80\x90"),
	                             TEXT_INIT("\xE2\x80\x91"), TEXT_INIT("\xE2\x80\x93")};
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (text_starts(text_after(text, at), signs[i]))
			return signs[i].length;
	return 0;
}

size_t personal_number_end(Text text, size_t at)
{
	char digits[DIGITS];
	size_t run = digits_from(text, at);
	size_t date = run == DIGITS_WITH_PREFIX ? DATE_DIGITS_WITH_CENTURY : run;
	if (date != DATE_DIGITS && date != DATE_DIGITS_WITH_CENTURY)
		return TEXT_NOWHERE;
	size_t sign = run == date ? serial_sign_width(text, at + date) : 0;
	size_t serial = at + date + sign;
	if ((run == date && sign == 0) || digits_from(text, serial) != SERIAL_DIGITS)
		return TEXT_NOWHERE;
	const char *first = text.bytes + at + date - DATE_DIGITS;
	int century = date == DATE_DIGITS ? 20 : two_digits(text.bytes + at);
	memcpy(digits, first, DATE_DIGITS);
	memcpy(digits + DATE_DIGITS, text.bytes + serial, SERIAL_DIGITS);
	bool likely = century >= 18 && century <= 20;
	return likely && is_birthday(first, century) && luhn_holds(digits) ? serial + SERIAL_DIGITS
	                                                                   : TEXT_NOWHERE;
}

/* Statutes. */

enum { STATUTE_MOST_DIGITS = 5 };

size_t statute_number_end(Text text, size_t at)
{
	size_t year = digits_from(text, at), colon = at + year;
	bool likely = year == 4 && (text.bytes[at] == '1' || text.bytes[at] == '2');
	if (!likely || colon >= text.length || text.bytes[colon] != ':')
		return TEXT_NOWHERE;
	size_t number = digits_from(text, colon + 1);
	return number >= 1 && number <= STATUTE_MOST_DIGITS ? colon + 1 + number : TEXT_NOWHERE;
}
