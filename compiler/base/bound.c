/* Bound: the spaces of running text at which no line may end become no-break spaces. */
#include "base/buffer.h"
#include "base/swedish.h"
#include "base/utf8.h"

/*
 * Every ordinary space between two words is held against a table of rules. A rule looks at what
 * stands to the left of the space and at what stands to its right; the first that agrees binds.
 *
 *	Förvaltningen får 933 000 kr den 1 juli 2018 enligt 5 kap. 4 §
 *	                     ^   ^         ^               ^  ^   ^
 *
 * An interval with spaces around its dash, "1 juli – 3 juli", is left alone at the dash.
 */

/* Characters in a chain of bound words; a column of figures in running text must still break. */
#define LONGEST_CHAIN 40

/* A side of a space: the text, and the position of the space in it. */
typedef bool Left(Text text, size_t space);
typedef bool Right(Text text, size_t space);

static bool is_digit(uint32_t codepoint)
{
	return codepoint >= '0' && codepoint <= '9';
}

static bool is_upper(uint32_t codepoint)
{
	return utf8_lower(codepoint) != codepoint;
}

static bool continues(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Where the code point before `position` begins. */
static size_t step_back(Text text, size_t position)
{
	do
		position--;
	while (position > 0 && continues(text.bytes[position]));
	return position;
}

/* The code point before a position, 0 at the beginning; and at a position, 0 at the end. */
static uint32_t before(Text text, size_t position)
{
	if (position == 0)
		return 0;
	position = step_back(text, position);
	return utf8_next(text, &position);
}

static uint32_t at(Text text, size_t position)
{
	return position < text.length ? utf8_next(text, &position) : 0;
}

/* Where the run of digits that ends at `end` begins. */
static size_t digits_before(Text text, size_t end)
{
	while (end > 0 && is_digit((unsigned char)text.bytes[end - 1]))
		end--;
	return end;
}

static size_t digits_after(Text text, size_t first)
{
	size_t end = first;
	while (end < text.length && is_digit((unsigned char)text.bytes[end]))
		end++;
	return end;
}

/* Whether `word` stands at `first` as a whole word. */
static bool is_word_at(Text text, size_t first, Text word)
{
	if (!text_starts(text_after(text, first), word))
		return false;
	uint32_t next = at(text, first + word.length);
	return !utf8_is_letter(next) && !is_digit(next);
}

/* Whether `word` ends at `end`, and nothing but a bracket or a quotation mark is joined to it. */
static bool is_word_before(Text text, size_t end, Text word)
{
	if (!text_ends(text_cut(text, 0, end), word))
		return false;
	uint32_t previous = before(text, end - word.length);
	return !utf8_is_letter(previous) && !is_digit(previous);
}

/* One to three digits that no decimal comma, colon or letter goes before: not a year, not 2,5. */
static bool left_is_group(Text text, size_t space)
{
	size_t first = digits_before(text, space);
	if (first == space || space - first > 3)
		return false;
	uint32_t previous = before(text, first);
	bool decimal = previous == ',' || previous == '.' || previous == ':';
	return !utf8_is_letter(previous) && !(decimal && is_digit(before(text, first - 1)));
}

static bool right_is_group(Text text, size_t space)
{
	return digits_after(text, space + 1) - (space + 1) == 3;
}

static bool left_is_number(Text text, size_t space)
{
	return is_digit(before(text, space));
}

static bool right_is_number(Text text, size_t space)
{
	return is_digit(at(text, space + 1));
}

static bool right_is_unit(Text text, size_t space)
{
	static const Text units[] = {TEXT_INIT("kr"),   TEXT_INIT("tkr"), TEXT_INIT("mnkr"),
	                             TEXT_INIT("mdkr"), TEXT_INIT("h"),   TEXT_INIT("kap")};
	uint32_t first = at(text, space + 1);
	if (first == '%' || first == 0xA7) /* the section sign */
		return true;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		if (is_word_at(text, space + 1, units[i]))
			return true;
	}
	return false;
}

static bool left_is_mark(Text text, size_t space)
{
	static const Text marks[] = {TEXT_INIT("kap."), TEXT_INIT("SFS")};
	if (before(text, space) == 0xA7)
		return true;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (is_word_before(text, space, marks[i]))
			return true;
	}
	return false;
}

/* 1 to 31, alone or after a dash: "1–3 juli". */
static bool left_is_day(Text text, size_t space)
{
	size_t first = digits_before(text, space);
	if (first == space || space - first > 2)
		return false;
	int64_t day = 0;
	if (!text_integer(text_cut(text, first, space), &day) || day < 1 || day > 31)
		return false;
	uint32_t previous = before(text, first);
	return !utf8_is_letter(previous) && previous != ',' && previous != '.' && previous != ':';
}

static bool right_is_month(Text text, size_t space)
{
	for (int month = 1; month <= 12; month++) {
		if (is_word_at(text, space + 1, swedish_month(month)))
			return true;
	}
	return false;
}

static bool left_is_dnr(Text text, size_t space)
{
	return is_word_before(text, space, TEXT("Dnr")) || is_word_before(text, space, TEXT("dnr"));
}

static bool right_is_word(Text text, size_t space)
{
	uint32_t first = at(text, space + 1);
	return utf8_is_letter(first) || is_digit(first);
}

/* Two to four capitals: the sign of a board in a diary number, "ÄN 2019-878". */
static bool left_is_board(Text text, size_t space)
{
	size_t letters = 0;
	size_t position = space;
	while (is_upper(before(text, position))) {
		position = step_back(text, position);
		letters++;
	}
	uint32_t previous = before(text, position);
	return letters >= 2 && letters <= 4 && !utf8_is_letter(previous) && !is_digit(previous) &&
	       previous != '-';
}

static bool right_is_diary(Text text, size_t space)
{
	size_t dash = digits_after(text, space + 1);
	return dash == space + 5 && at(text, dash) == '-' && is_digit(at(text, dash + 1));
}

/* A capital and a point, alone or after another initial: "A. Berg", "A.B. Berg". */
static bool left_is_initial(Text text, size_t space)
{
	if (before(text, space) != '.')
		return false;
	size_t point = space - 1;
	if (!is_upper(before(text, point)))
		return false;
	uint32_t previous = before(text, step_back(text, point));
	return !utf8_is_letter(previous) && !is_digit(previous);
}

static bool right_is_capital(Text text, size_t space)
{
	return is_upper(at(text, space + 1));
}

static const struct {
	Left *left;
	Right *right;
} rules[] = {
        {left_is_group, right_is_group},     /* 933 000 */
        {left_is_number, right_is_unit},     /* 933 kr, 5 %, 5 §, 3 kap. */
        {left_is_mark, right_is_number},     /* § 5, kap. 3, SFS 2018:12 */
        {left_is_day, right_is_month},       /* 1 juli */
        {left_is_dnr, right_is_word},        /* Dnr ÄN */
        {left_is_board, right_is_diary},     /* ÄN 2019-878 */
        {left_is_initial, right_is_capital}, /* A. Berg */
};

static bool is_bound(Text text, size_t space)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		if (rules[i].left(text, space) && rules[i].right(text, space))
			return true;
	}
	return false;
}

/* Characters from `first` up to the next ordinary space. */
static size_t word_length(Text text, size_t first)
{
	size_t length = 0;
	for (size_t i = first; i < text.length && text.bytes[i] != ' '; i++)
		length += !continues(text.bytes[i]);
	return length;
}

Text swedish_bound(Arena *arena, Text text)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	size_t chain = word_length(text, 0);
	size_t done = 0;
	for (size_t i = 0; i < text.length; i++) {
		if (text.bytes[i] != ' ')
			continue;
		size_t next = word_length(text, i + 1);
		if (chain + 1 + next > LONGEST_CHAIN || !is_bound(text, i)) {
			chain = next;
			continue;
		}
		chain += 1 + next;
		buffer_put(&out, text_cut(text, done, i));
		buffer_put(&out, TEXT("\xC2\xA0"));
		done = i + 1;
	}
	if (done == 0)
		return text;
	buffer_put(&out, text_after(text, done));
	return buffer_text(&out);
}
