/* Numeral: gaps, words and numbers of running text. */
#include "prose/numeral.h"

#include "base/utf8.h"

/* Gaps. */

typedef struct GapMark {
	Text written;
	bool space;
} GapMark;

static const GapMark gap_marks[] = {
        {TEXT_INIT(" "), true},
        {TEXT_INIT("\t"), true},
        {TEXT_INIT("\r"), true},
        {TEXT_INIT("\n"), true},
        {TEXT_INIT("*"), false},
        {TEXT_INIT("_"), false},
        {TEXT_INIT("\xC2\xA0"), true},     /* no-break space */
        {TEXT_INIT("\xE2\x80\xAF"), true}, /* narrow no-break space */
        {TEXT_INIT("\xE2\x80\x89"), true}, /* thin space */
        {TEXT_INIT("\xE2\x80\x87"), true}, /* figure space */
        {TEXT_INIT("&nbsp;"), true},
};

/* Most characters begin no gap, and this is asked at nearly all. */
static bool may_be_gap(unsigned char byte)
{
	return byte <= ' ' || byte == '*' || byte == '_' || byte == '&' || byte == 0xC2 ||
	       byte == 0xE2;
}

static const GapMark *gap_mark_at(Text text, size_t at)
{
	if (!may_be_gap((unsigned char)text.bytes[at]))
		return NULL;
	for (size_t i = 0; i < sizeof gap_marks / sizeof gap_marks[0]; i++)
		if (text_starts(text_after(text, at), gap_marks[i].written))
			return &gap_marks[i];
	return NULL;
}

Gap gap_at(Text text, size_t at)
{
	Gap gap = {.end = at};
	size_t lines = 0;
	while (gap.end < text.length) {
		const GapMark *mark = gap_mark_at(text, gap.end);
		if (mark == NULL)
			return gap;
		lines += text.bytes[gap.end] == '\n';
		gap.spaced = gap.spaced || mark->space;
		gap.end += mark->written.length;
		if (lines > 1 || gap.end - at > GAP_BYTES)
			break;
	}
	return (Gap){.end = at};
}

/* Characters and words. */

bool is_digit(uint32_t codepoint)
{
	return codepoint >= '0' && codepoint <= '9';
}

size_t letters_end(Text text, size_t at)
{
	size_t end = at;
	for (;;) {
		/* ASCII letters differ from their small ones in one bit. */
		while (end < text.length && (unsigned char)((text.bytes[end] | 0x20) - 'a') < 26)
			end++;
		at = end;
		if (at >= text.length || (unsigned char)text.bytes[at] < 0x80 ||
		    !utf8_is_letter(utf8_next(text, &at)))
			return end;
		end = at;
	}
}

/* Where the word ends in the text, or TEXT_NOWHERE when the text does not begin with it. */
static size_t match_word(Text text, size_t at, Text word)
{
	size_t in_word = 0;
	/* Nearly every try ends at the first byte: letters of ASCII differ there but for their
	 * case. */
	if (at < text.length &&
	    ((unsigned char)text.bytes[at] | 0x20) != (unsigned char)word.bytes[0] &&
	    (unsigned char)text.bytes[at] < 0x80)
		return TEXT_NOWHERE;
	while (in_word < word.length) {
		if (at >= text.length ||
		    utf8_lower(utf8_next(text, &at)) != utf8_next(word, &in_word))
			return TEXT_NOWHERE;
	}
	return at;
}

bool begins_with_word(Text text, size_t at, Text word)
{
	return match_word(text, at, word) != TEXT_NOWHERE;
}

bool is_word(Text text, size_t at, Text word)
{
	size_t end = match_word(text, at, word);
	if (end == TEXT_NOWHERE)
		return false;
	uint32_t next = utf8_at(text, end);
	return !utf8_is_word(next);
}

/* Numbers in digits. */

enum { MOST_DIGITS = 18 };

static void append_digits(Numeral *numeral, Text run)
{
	for (size_t i = 0; i < run.length; i++) {
		int digit = run.bytes[i] - '0';
		if (numeral->digits >= INT64_C(100000000000000000))
			numeral->huge = true;
		else
			numeral->digits = numeral->digits * 10 + digit;
	}
}

static size_t digits_end(Text text, size_t at)
{
	while (at < text.length && is_digit((unsigned char)text.bytes[at]))
		at++;
	return at;
}

/* Where the group of exactly three digits after `at` begins; TEXT_NOWHERE when none follows. */
static size_t next_group(Text text, size_t at)
{
	Gap gap = gap_at(text, at);
	size_t first = gap.spaced ? gap.end : at;
	if (!gap.spaced && utf8_at(text, at) == '.')
		first = at + 1;
	if (first == at || digits_end(text, first) - first != 3)
		return TEXT_NOWHERE;
	return first;
}

static void read_groups(Text text, size_t at, Numeral *numeral)
{
	size_t end = digits_end(text, at);
	append_digits(numeral, text_cut(text, at, end));
	numeral->year = end - at == 4 && numeral->digits >= 1900 && numeral->digits < 2100;
	numeral->end = end;
	if (end - at > 3)
		return;
	for (size_t group = next_group(text, end); group != TEXT_NOWHERE;
	     group = next_group(text, numeral->end)) {
		numeral->end = group + 3;
		append_digits(numeral, text_cut(text, group, numeral->end));
	}
}

static void read_decimals(Text text, Numeral *numeral)
{
	uint32_t sign = utf8_at(text, numeral->end);
	size_t first = numeral->end + 1;
	if ((sign != ',' && sign != '.') || first >= text.length)
		return;
	size_t end = digits_end(text, first);
	if (end == first)
		return;
	append_digits(numeral, text_cut(text, first, end));
	numeral->huge = numeral->huge || end - first > MOST_DIGITS;
	numeral->decimals = numeral->huge ? 0 : (unsigned)(end - first);
	numeral->year = false;
	numeral->end = end;
}

/* Whether what stands before belongs to the same figure: "ON 2018-229", "13.30", "S4". */
static bool continues_something(Text text, size_t at)
{
	uint32_t before = utf8_before(text, at);
	if (utf8_is_word(before))
		return true;
	bool dash = before == '-' || before == 0x2010 || before == 0x2011 || before == 0x2013;
	bool point = before == ',' || before == '.' || before == ':' || before == '/';
	if (!dash && !point)
		return false;
	uint32_t earlier = utf8_before(text, at - (before < 0x80 ? 1 : 3));
	return is_digit(earlier) || (point && utf8_is_letter(earlier));
}

/* Whether it goes on after the number: "2,5,3", "12:30". A dash may lead to the end of a range. */
static bool is_continued(Text text, size_t end)
{
	uint32_t next = utf8_at(text, end);
	bool point = next == ',' || next == '.' || next == ':';
	return is_digit(next) || (point && is_digit(utf8_at(text, end + 1)));
}

/* The width of a minus sign at a position that begins a number, or 0. */
static size_t minus_width(Text text, size_t at)
{
	uint32_t sign = utf8_at(text, at);
	size_t width = sign == '-' ? 1 : sign == 0x2212 ? 3 : 0;
	if (width == 0 || !is_digit(utf8_at(text, at + width)))
		return 0;
	uint32_t before = utf8_before(text, at);
	bool begins = before <= ' ' || before == '(' || before == 0xA0 || before == 0x202F;
	return begins ? width : 0;
}

static bool read_digits(Text text, size_t at, Numeral *numeral)
{
	size_t minus = minus_width(text, at);
	size_t first = at + minus;
	bool whole = minus > 0 || !continues_something(text, first);
	read_groups(text, first, numeral);
	read_decimals(text, numeral);
	if (minus > 0)
		numeral->digits = -numeral->digits;
	return whole && !is_continued(text, numeral->end);
}

/* Number words. */

typedef struct Piece {
	Text word;
	int64_t value;
} Piece;

static const Piece pieces[] = {
#define NUMBER_PIECE(word, value) {TEXT_INIT(word), value},
#include "prose/number_words.def"
};

/* The piece at `*at`, which then is its end; NULL when there is none. */
static const Piece *take_piece(Text text, size_t *at)
{
	for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
		size_t end = match_word(text, *at, pieces[i].word);
		if (end == TEXT_NOWHERE)
			continue;
		*at = end;
		return &pieces[i];
	}
	return NULL;
}

/* Whether a piece may follow what has been read: tjugo + fyra, två + hundra, not fyra + fem. */
static bool may_follow(int64_t below_hundred, bool any, int64_t value)
{
	if (!any || value >= 100)
		return true;
	return below_hundred == 0 || (below_hundred >= 20 && below_hundred % 10 == 0 && value < 10);
}

static bool read_number_word(Text text, size_t at, Numeral *numeral)
{
	size_t end = letters_end(text, at);
	numeral->end = end;
	int64_t thousands = 0, hundreds = 0, rest = 0;
	bool any = false;
	while (at < end) {
		const Piece *piece = take_piece(text, &at);
		if (piece == NULL || !may_follow(rest, any, piece->value))
			return false;
		if (piece->value == 1000 && thousands == 0) {
			thousands = any ? hundreds + rest : 1;
			hundreds = rest = 0;
		} else if (piece->value == 100 && hundreds == 0) {
			hundreds = (rest > 0 ? rest : 1) * 100;
			rest = 0;
		} else if (piece->value < 100) {
			rest += piece->value;
		} else {
			return false;
		}
		any = true;
	}
	numeral->digits = thousands * 1000 + hundreds + rest;
	return any && utf8_at(text, end) != '-' && !is_digit(utf8_at(text, end));
}

bool numeral_read(Text text, size_t at, Numeral *numeral)
{
	*numeral = (Numeral){.first = at, .end = at};
	uint32_t first = utf8_at(text, at);
	if (is_digit(first) || minus_width(text, at) > 0)
		return read_digits(text, at, numeral);
	if (!utf8_is_letter(first))
		return false;
	uint32_t before = utf8_before(text, at);
	bool begins = !utf8_is_word(before) && before != '-';
	return read_number_word(text, at, numeral) && begins;
}
