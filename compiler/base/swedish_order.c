/* Swedish order: letters as a Swedish dictionary has them. */
#include "base/swedish.h"
#include "base/utf8.h"

/* Letters of Latin-1 from U+00E0 on that stand with another; nought where one stands for itself. */
static const char stands_with[] = {
        'a', 'a', 'a', 'a', '|', '{', '|', 'c', 'e', 'e', 'e', 'e', 'i', 'i', 'i', 'i',
        'd', 'n', 'o', 'o', 'o', 'o', '}', 0,   '}', 'u', 'u', 'u', 'y', 'y', 0,   'y',
};

/* The three characters after z in ASCII hold the places of å, ä and ö. */
static uint32_t place_of(uint32_t codepoint)
{
	enum { FIRST = 0xE0, NO_BREAK_SPACE = 0xA0 };
	codepoint = utf8_lower(codepoint);
	if (codepoint == NO_BREAK_SPACE)
		return ' ';
	if (codepoint < FIRST || codepoint - FIRST >= sizeof stands_with)
		return codepoint;
	char other = stands_with[codepoint - FIRST];
	return other != 0 ? (uint32_t)(unsigned char)other : codepoint;
}

int swedish_order(Text a, Text b)
{
	size_t i = 0, k = 0;
	while (i < a.length && k < b.length) {
		uint32_t one = place_of(utf8_next(a, &i)), other = place_of(utf8_next(b, &k));
		if (one != other)
			return one < other ? -1 : 1;
	}
	if (i < a.length || k < b.length)
		return i < a.length ? 1 : -1;
	return text_order(a, b);
}
