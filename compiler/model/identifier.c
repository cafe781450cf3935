/* Identifiers: organisation numbers, read as typed and checked. */
#include "model/identifier.h"

#include <string.h>

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
