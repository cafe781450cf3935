/* UTF-8: the well-formed byte sequences, the width of characters, and the Latin letters' case. */
#include "base/utf8.h"

#include <assert.h>

#include "base/buffer.h"

uint32_t utf8_next(Text text, size_t *position)
{
	assert(*position < text.length);
	const unsigned char *bytes = (const unsigned char *)text.bytes + *position;
	if (bytes[0] < 0x80) {
		*position += 1;
		return bytes[0];
	}
	size_t length = bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4;
	assert(length <= text.length - *position);
	uint32_t codepoint = bytes[0] & (0x7FU >> length);
	for (size_t i = 1; i < length; i++)
		codepoint = codepoint << 6 | (bytes[i] & 0x3FU);
	*position += length;
	return codepoint;
}

size_t utf8_encode(uint32_t codepoint, char bytes[4])
{
	assert(codepoint <= 0x10FFFF);
	if (codepoint < 0x80) {
		bytes[0] = (char)codepoint;
		return 1;
	}
	size_t length = codepoint < 0x800 ? 2 : codepoint < 0x10000 ? 3 : 4;
	for (size_t i = length - 1; i > 0; i--) {
		bytes[i] = (char)(0x80 | (codepoint & 0x3F));
		codepoint >>= 6;
	}
	bytes[0] = (char)((0xF00U >> length & 0xFF) | codepoint);
	return length;
}

/* Table 3-7: which second bytes may follow a range of first bytes. All later ones are 80 to BF. */
typedef struct SequenceRow {
	unsigned char first_low, first_high;
	unsigned char second_low, second_high;
	unsigned char length;
} SequenceRow;

static const SequenceRow sequence_rows[] = {
        {0x00, 0x7F, 0x00, 0x00, 1}, {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
        {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
        {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

/* The length of the well-formed sequence at the beginning of `bytes`, or 0. */
static size_t sequence_length(const unsigned char *bytes, size_t available)
{
	for (size_t i = 0; i < sizeof sequence_rows / sizeof sequence_rows[0]; i++) {
		const SequenceRow *row = &sequence_rows[i];
		if (bytes[0] < row->first_low || bytes[0] > row->first_high)
			continue;
		if (row->length > available)
			return 0;
		if (row->length > 1 && (bytes[1] < row->second_low || bytes[1] > row->second_high))
			return 0;
		for (size_t later = 2; later < row->length; later++)
			if (bytes[later] < 0x80 || bytes[later] > 0xBF)
				return 0;
		return row->length;
	}
	return 0;
}

size_t utf8_find_invalid(Text text)
{
	size_t position = 0;
	while (position < text.length) {
		const unsigned char *bytes = (const unsigned char *)text.bytes + position;
		size_t length = sequence_length(bytes, text.length - position);
		if (length == 0)
			return position;
		position += length;
	}
	return TEXT_NOWHERE;
}

uint32_t utf8_next_lenient(Text text, size_t *position)
{
	if ((unsigned char)text.bytes[*position] < 0x80)
		return (unsigned char)text.bytes[(*position)++];
	if (utf8_find_invalid(text_cut(text, *position, *position + 4)) != 0)
		return utf8_next(text, position);
	*position += 1;
	return 0xFFFD;
}

uint32_t utf8_at(Text text, size_t position)
{
	return position < text.length ? utf8_next(text, &position) : 0;
}

uint32_t utf8_before(Text text, size_t position)
{
	if (position == 0)
		return 0;
	do
		position--;
	while (position > 0 && ((unsigned char)text.bytes[position] & 0xC0) == 0x80);
	return utf8_next(text, &position);
}

typedef struct CodepointRange {
	uint32_t first, last;
} CodepointRange;

/* Nonspacing marks and format characters: the scripts of Europe and its neighbours, and what emoji
 * use. Unicode 15, general categories Mn, Me and Cf. */
static const CodepointRange zero_width[] = {
        {0x0000, 0x001F}, {0x007F, 0x009F},   {0x0300, 0x036F},   {0x0483, 0x0489},
        {0x0591, 0x05BD}, {0x05BF, 0x05BF},   {0x05C1, 0x05C2},   {0x05C4, 0x05C5},
        {0x05C7, 0x05C7}, {0x0610, 0x061A},   {0x061C, 0x061C},   {0x064B, 0x065F},
        {0x0670, 0x0670}, {0x06D6, 0x06DC},   {0x06DF, 0x06E4},   {0x06E7, 0x06E8},
        {0x06EA, 0x06ED}, {0x0900, 0x0902},   {0x093A, 0x093A},   {0x093C, 0x093C},
        {0x0941, 0x0948}, {0x094D, 0x094D},   {0x0E31, 0x0E31},   {0x0E34, 0x0E3A},
        {0x0E47, 0x0E4E}, {0x1AB0, 0x1ACE},   {0x1DC0, 0x1DFF},   {0x200B, 0x200F},
        {0x2028, 0x202E}, {0x2060, 0x206F},   {0x20D0, 0x20F0},   {0x302A, 0x302D},
        {0x3099, 0x309A}, {0xFE00, 0xFE0F},   {0xFE20, 0xFE2F},   {0xFEFF, 0xFEFF},
        {0xFFF9, 0xFFFB}, {0x1F3FB, 0x1F3FF}, {0xE0001, 0xE007F}, {0xE0100, 0xE01EF},
};

/* Unicode 15, EastAsianWidth: W and F. */
static const CodepointRange double_width[] = {
        {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x2614, 0x2615},
        {0x2648, 0x2653},   {0x26A1, 0x26A1},   {0x26BD, 0x26BE},   {0x2705, 0x2705},
        {0x270A, 0x270B},   {0x2728, 0x2728},   {0x274C, 0x274C},   {0x274E, 0x274E},
        {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},   {0x2B1B, 0x2B1C},
        {0x2B50, 0x2B50},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
        {0x4E00, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
        {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},
        {0x16FE0, 0x18D08}, {0x1AFF0, 0x1B2FB}, {0x1F200, 0x1F265}, {0x1F300, 0x1F320},
        {0x1F32D, 0x1F393}, {0x1F3A0, 0x1F3CA}, {0x1F3E0, 0x1F3FA}, {0x1F400, 0x1F4FC},
        {0x1F4FF, 0x1F53D}, {0x1F54B, 0x1F567}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5},
        {0x1F6D0, 0x1F6DF}, {0x1F6EB, 0x1F6FC}, {0x1F7E0, 0x1F7EB}, {0x1F90C, 0x1FAFF},
        {0x20000, 0x3FFFD},
};

static bool in_ranges(uint32_t codepoint, const CodepointRange *ranges, size_t count)
{
	size_t low = 0;
	size_t high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (codepoint > ranges[middle].last)
			low = middle + 1;
		else if (codepoint < ranges[middle].first)
			high = middle;
		else
			return true;
	}
	return false;
}

unsigned utf8_width(uint32_t codepoint)
{
	if (codepoint >= 0x20 && codepoint < 0x7F)
		return 1;
	if (in_ranges(codepoint, zero_width, sizeof zero_width / sizeof zero_width[0]))
		return 0;
	if (in_ranges(codepoint, double_width, sizeof double_width / sizeof double_width[0]))
		return 2;
	return 1;
}

/* Latin Extended-A sets capital and small letters side by side; in these rows the capital has the
 * even number, in the others of the block the odd one. */
static bool capital_is_even(uint32_t codepoint)
{
	return (codepoint >= 0x100 && codepoint <= 0x137) ||
	       (codepoint >= 0x14A && codepoint <= 0x177);
}

static bool capital_is_odd(uint32_t codepoint)
{
	return (codepoint >= 0x139 && codepoint <= 0x148) ||
	       (codepoint >= 0x179 && codepoint <= 0x17E);
}

uint32_t utf8_lower(uint32_t codepoint)
{
	if ((codepoint >= 'A' && codepoint <= 'Z') ||
	    (codepoint >= 0xC0 && codepoint <= 0xDE && codepoint != 0xD7))
		return codepoint + 0x20;
	if (codepoint == 0x130)
		return 'i';
	if (codepoint == 0x178)
		return 0xFF;
	if (capital_is_even(codepoint) && codepoint != 0x131)
		return codepoint | 1;
	if (capital_is_odd(codepoint))
		return codepoint + (codepoint & 1);
	return codepoint;
}

uint32_t utf8_upper(uint32_t codepoint)
{
	if ((codepoint >= 'a' && codepoint <= 'z') ||
	    (codepoint >= 0xE0 && codepoint <= 0xFE && codepoint != 0xF7))
		return codepoint - 0x20;
	if (codepoint == 0xFF)
		return 0x178;
	if (codepoint == 0x131)
		return 'I';
	if (codepoint == 0x17F)
		return 'S';
	if (capital_is_even(codepoint))
		return codepoint & ~(uint32_t)1;
	if (capital_is_odd(codepoint))
		return codepoint - !(codepoint & 1);
	return codepoint;
}

/* Canonical compositions: the letters that a mark goes with, and what they become. */
static const struct {
	uint32_t mark;
	Text letters, composed;
} compositions[] = {
        {0x0300, TEXT_INIT("AEIOUaeiou"), TEXT_INIT("ÀÈÌÒÙàèìòù")},
        {0x0301, TEXT_INIT("AEIOUYaeiouyCcLlNnRrSsZz"), TEXT_INIT("ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹź")},
        {0x0302, TEXT_INIT("AEIOUaeiouCcGgHhJjSsWwYy"), TEXT_INIT("ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ")},
        {0x0303, TEXT_INIT("ANOanoIiUu"), TEXT_INIT("ÃÑÕãñõĨĩŨũ")},
        {0x0304, TEXT_INIT("AaEeIiOoUu"), TEXT_INIT("ĀāĒēĪīŌōŪū")},
        {0x0306, TEXT_INIT("AaEeGgIiOoUu"), TEXT_INIT("ĂăĔĕĞğĬĭŎŏŬŭ")},
        {0x0307, TEXT_INIT("CcEeGgIZz"), TEXT_INIT("ĊċĖėĠġİŻż")},
        {0x0308, TEXT_INIT("AEIOUaeiouyY"), TEXT_INIT("ÄËÏÖÜäëïöüÿŸ")},
        {0x030A, TEXT_INIT("AaUu"), TEXT_INIT("ÅåŮů")},
        {0x030B, TEXT_INIT("OoUu"), TEXT_INIT("ŐőŰű")},
        {0x030C, TEXT_INIT("CcDdEeLlNnRrSsTtZz"), TEXT_INIT("ČčĎďĚěĽľŇňŘřŠšŤťŽž")},
        {0x0327, TEXT_INIT("CcGgKkLlNnRrSsTt"), TEXT_INIT("ÇçĢģĶķĻļŅņŖŗŞşŢţ")},
        {0x0328, TEXT_INIT("AaEeIiUu"), TEXT_INIT("ĄąĘęĮįŲų")},
};

static uint32_t composed_in(Text letters, Text composed, uint32_t letter)
{
	for (size_t from = 0, to = 0; from < letters.length;) {
		uint32_t result = utf8_next(composed, &to);
		if (utf8_next(letters, &from) == letter)
			return result;
	}
	return 0;
}

uint32_t utf8_composed(uint32_t letter, uint32_t mark)
{
	for (size_t i = 0; i < sizeof compositions / sizeof compositions[0]; i++)
		if (compositions[i].mark == mark)
			return composed_in(compositions[i].letters, compositions[i].composed,
			                   letter);
	return 0;
}

bool utf8_is_letter(uint32_t codepoint)
{
	if (codepoint < 0x80)
		return (codepoint >= 'A' && codepoint <= 'Z') ||
		       (codepoint >= 'a' && codepoint <= 'z');
	if (codepoint == 0xAA || codepoint == 0xBA)
		return true;
	return codepoint >= 0xC0 && codepoint <= 0x24F && codepoint != 0xD7 && codepoint != 0xF7;
}

static bool is_digit(uint32_t codepoint)
{
	return codepoint >= '0' && codepoint <= '9';
}

bool utf8_is_word(uint32_t codepoint)
{
	return utf8_is_letter(codepoint) || is_digit(codepoint);
}

/* Quotation marks and brackets in front are passed over; after a digit nothing is capitalised. */
Text utf8_capitalised(Arena *arena, Text text)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	size_t position = 0;
	while (position < text.length) {
		size_t first = position;
		uint32_t codepoint = utf8_next(text, &position);
		if (is_digit(codepoint))
			break;
		if (!utf8_is_letter(codepoint))
			continue;
		buffer_put(&out, text_cut(text, 0, first));
		buffer_put_codepoint(&out, utf8_upper(codepoint));
		buffer_put(&out, text_after(text, position));
		return buffer_text(&out);
	}
	return text_copy(arena, text);
}

Text utf8_lowered(Arena *arena, Text text)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	size_t position = 0;
	while (position < text.length)
		buffer_put_codepoint(&out, utf8_lower(utf8_next(text, &position)));
	return buffer_text(&out);
}

/* Combining marks vanish, so a decomposed å folds as the composed one does. */
Text utf8_ascii_folded(Arena *arena, Text text)
{
	/* U+00DF to U+00FF without their marks. */
	static const char latin1[] = "saaaaaaaceeeeiiiidnooooo-ouuuuyty";
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	size_t position = 0;
	while (position < text.length) {
		uint32_t codepoint = utf8_lower(utf8_next(text, &position));
		if (is_digit(codepoint) || (codepoint >= 'a' && codepoint <= 'z'))
			buffer_put_byte(&out, (char)codepoint);
		else if (codepoint >= 0xDF && codepoint <= 0xFF)
			buffer_put_byte(&out, latin1[codepoint - 0xDF]);
		else if (codepoint < 0x300 || codepoint > 0x36F)
			buffer_put_byte(&out, '-');
	}
	return buffer_text(&out);
}
