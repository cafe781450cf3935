/* Bound: the spaces of running text at which no line may end become no-break spaces. */
#include "base/buffer.h"
#include "base/swedish.h"
#include "base/utf8.h"

/*
 * Every ordinary space between two words is held against a table of rules. A rule looks at what
 * stands to the left of the space and at what stands to its right; the first that agrees binds.
 *
 *	Förvaltningen får 933 000 kr den 1 juli 2018 enligt 5 kap. 4 § och bilaga 1
 *	                     ^   ^         ^    ^            ^    ^ ^           ^
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

/* Whether `word` stands at `first`, perhaps with a capital where it has none. */
static bool stands_at(Text text, size_t first, Text word)
{
	if (first + word.length > text.length)
		return false;
	char initial = text.bytes[first];
	if (initial != word.bytes[0] && initial != word.bytes[0] - ('a' - 'A'))
		return false;
	return text_equal(text_cut(text, first + 1, first + word.length), text_after(word, 1));
}

/* Whether `word` stands at `first` as a whole word. */
static bool is_word_at(Text text, size_t first, Text word)
{
	return stands_at(text, first, word) && !utf8_is_word(utf8_at(text, first + word.length));
}

/* Whether `word` ends at `end`, and nothing but a bracket or a quotation mark is joined to it. */
static bool is_word_before(Text text, size_t end, Text word)
{
	return word.length <= end && stands_at(text, end - word.length, word) &&
	       !utf8_is_word(utf8_before(text, end - word.length));
}

typedef struct Words {
	const Text *items;
	size_t count;
} Words;

#define WORDS(array) ((Words){(array), sizeof(array) / sizeof *(array)})

static bool is_any_at(Text text, size_t first, Words words)
{
	for (size_t i = 0; i < words.count; i++) {
		if (is_word_at(text, first, words.items[i]))
			return true;
	}
	return false;
}

static bool is_any_before(Text text, size_t end, Words words)
{
	for (size_t i = 0; i < words.count; i++) {
		if (is_word_before(text, end, words.items[i]))
			return true;
	}
	return false;
}

/* ---- Amounts ---- */

static const Text scales[] = {TEXT_INIT("tusen"), TEXT_INIT("miljon"), TEXT_INIT("miljoner"),
                              TEXT_INIT("miljard"), TEXT_INIT("miljarder")};

static const Text currencies[] = {TEXT_INIT("kr"),   TEXT_INIT("kronor"), TEXT_INIT("krona"),
                                  TEXT_INIT("öre"),  TEXT_INIT("tkr"),    TEXT_INIT("kkr"),
                                  TEXT_INIT("mnkr"), TEXT_INIT("mkr"),    TEXT_INIT("msek"),
                                  TEXT_INIT("mdkr"), TEXT_INIT("SEK"),    TEXT_INIT("euro")};

/* One to three digits that no decimal comma, colon or letter goes before: not a year, not 2,5. */
static bool left_is_group(Text text, size_t space)
{
	size_t first = digits_before(text, space);
	if (first == space || space - first > 3)
		return false;
	uint32_t previous = utf8_before(text, first);
	bool decimal = previous == ',' || previous == '.' || previous == ':';
	return !utf8_is_letter(previous) && !(decimal && is_digit(utf8_before(text, first - 1)));
}

static bool right_is_group(Text text, size_t space)
{
	return digits_after(text, space + 1) - (space + 1) == 3;
}

static bool left_is_number(Text text, size_t space)
{
	return is_digit(utf8_before(text, space));
}

static bool right_is_number(Text text, size_t space)
{
	return is_digit(utf8_at(text, space + 1));
}

static bool is_section_sign(uint32_t codepoint)
{
	return codepoint == 0xA7;
}

static bool right_is_unit(Text text, size_t space)
{
	static const Text others[] = {TEXT_INIT("procent"), TEXT_INIT("h"), TEXT_INIT("kap"),
	                              TEXT_INIT("st"),      TEXT_INIT("p"), TEXT_INIT("mom")};
	uint32_t first = utf8_at(text, space + 1);
	return first == '%' || is_section_sign(first) ||
	       is_any_at(text, space + 1, WORDS(currencies)) ||
	       is_any_at(text, space + 1, WORDS(scales)) ||
	       is_any_at(text, space + 1, WORDS(others));
}

static bool left_is_scale(Text text, size_t space)
{
	return is_any_before(text, space, WORDS(scales));
}

static bool right_is_currency(Text text, size_t space)
{
	return is_any_at(text, space + 1, WORDS(currencies));
}

/* ---- Laws ---- */

static bool left_is_mark(Text text, size_t space)
{
	static const Text marks[] = {TEXT_INIT("kap."), TEXT_INIT("st."),   TEXT_INIT("SFS"),
	                             TEXT_INIT("SOU"),  TEXT_INIT("prop."), TEXT_INIT("kl.")};
	return is_section_sign(utf8_before(text, space)) ||
	       is_any_before(text, space, WORDS(marks));
}

static bool is_space(uint32_t codepoint)
{
	return codepoint == ' ' || codepoint == 0xA0;
}

/* One letter by itself; returns where it ends, or 0. */
static size_t single_letter_end(Text text, size_t position)
{
	size_t end = position;
	if (!utf8_is_letter(utf8_at(text, position)))
		return 0;
	utf8_next(text, &end);
	return utf8_is_word(utf8_at(text, end)) ? 0 : end;
}

/* The letter of "12 a §". */
static bool right_is_section_letter(Text text, size_t space)
{
	size_t end = single_letter_end(text, space + 1);
	if (end == 0 || !is_space(utf8_at(text, end)))
		return false;
	utf8_next(text, &end);
	return is_section_sign(utf8_at(text, end));
}

static bool left_is_section_letter(Text text, size_t space)
{
	if (!utf8_is_letter(utf8_before(text, space)))
		return false;
	size_t letter = step_back(text, space);
	return is_space(utf8_before(text, letter)) &&
	       is_digit(utf8_before(text, step_back(text, letter)));
}

static bool right_is_section_sign(Text text, size_t space)
{
	return is_section_sign(utf8_at(text, space + 1));
}

/* The end of a word will do: "socialtjänstlagen (2001:453)". */
static bool left_is_law(Text text, size_t space)
{
	static const Text ends[] = {TEXT_INIT("lag"),        TEXT_INIT("lagen"),
	                            TEXT_INIT("Lag"),        TEXT_INIT("förordning"),
	                            TEXT_INIT("Förordning"), TEXT_INIT("förordningen"),
	                            TEXT_INIT("balk"),       TEXT_INIT("balken")};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		if (text_ends(text_cut(text, 0, space), ends[i]))
			return true;
	}
	return false;
}

static bool right_is_law_number(Text text, size_t space)
{
	if (utf8_at(text, space + 1) != '(')
		return false;
	size_t colon = digits_after(text, space + 2);
	return colon == space + 6 && utf8_at(text, colon) == ':' &&
	       is_digit(utf8_at(text, colon + 1));
}

/* ---- Dates ---- */

/* 1 to 31, alone or after a dash: "1–3 juli". */
static bool left_is_day(Text text, size_t space)
{
	size_t first = digits_before(text, space);
	if (first == space || space - first > 2)
		return false;
	int64_t day = 0;
	if (!text_integer(text_cut(text, first, space), &day) || day < 1 || day > 31)
		return false;
	uint32_t previous = utf8_before(text, first);
	return !utf8_is_letter(previous) && previous != ',' && previous != '.' && previous != ':';
}

/* "oktober", or "okt". */
typedef bool Stands(Text text, size_t position, Text word);

static bool is_month(Text text, size_t position, Stands *stands)
{
	enum { SHORT = 3 };
	for (int month = 1; month <= 12; month++) {
		Text name = swedish_month(month);
		if (stands(text, position, name) ||
		    stands(text, position, text_cut(name, 0, SHORT)))
			return true;
	}
	return false;
}

static bool right_is_month(Text text, size_t space)
{
	return is_month(text, space + 1, is_word_at);
}

static bool left_is_den(Text text, size_t space)
{
	return is_word_before(text, space, TEXT("den"));
}

/* "1 juli", "1–3 juli" */
static bool right_is_date(Text text, size_t space)
{
	size_t end = digits_after(text, space + 1);
	if (utf8_at(text, end) == 0x2013) {
		utf8_next(text, &end);
		end = digits_after(text, end);
	}
	if (end == space + 1 || !is_space(utf8_at(text, end)))
		return false;
	utf8_next(text, &end);
	return is_month(text, end, is_word_at);
}

static bool left_is_month(Text text, size_t space)
{
	return is_month(text, space, is_word_before);
}

static bool right_is_year(Text text, size_t space)
{
	return digits_after(text, space + 1) == space + 5;
}

/* ---- Names ---- */

/* What has a number or a letter for its name. */
static bool left_is_numbered(Text text, size_t space)
{
	static const Text nouns[] = {
	        TEXT_INIT("bilaga"),  TEXT_INIT("bilagor"),   TEXT_INIT("punkt"),
	        TEXT_INIT("tabell"),  TEXT_INIT("figur"),     TEXT_INIT("avsnitt"),
	        TEXT_INIT("kapitel"), TEXT_INIT("artikel"),   TEXT_INIT("sida"),
	        TEXT_INIT("del"),     TEXT_INIT("vecka"),     TEXT_INIT("kvartal"),
	        TEXT_INIT("nr"),      TEXT_INIT("grupp"),     TEXT_INIT("steg"),
	        TEXT_INIT("etapp"),   TEXT_INIT("alternativ")};
	return is_any_before(text, space, WORDS(nouns));
}

/* "punkt b", but not "punkt i avtalet". */
static bool right_is_number_or_letter(Text text, size_t space)
{
	uint32_t first = utf8_at(text, space + 1);
	return is_digit(first) ||
	       (first != 'i' && first != 0xE5 /* å */ && single_letter_end(text, space + 1) != 0);
}

static bool left_is_letter(Text text, size_t space)
{
	return utf8_is_letter(utf8_before(text, space));
}

/* "part A", but not "och C.D. Ek" or "ett A-lag". */
static bool right_is_single_capital(Text text, size_t space)
{
	size_t end = single_letter_end(text, space + 1);
	if (end == 0 || !is_upper(utf8_at(text, space + 1)))
		return false;
	uint32_t next = utf8_at(text, end);
	bool closes = next == '.' || next == ',' || next == ':' || next == ';' || next == ')' ||
	              next == '?' || next == '!' || next == 0x201D;
	return next == 0 || next == '\n' || is_space(next) ||
	       (closes && !utf8_is_letter(utf8_at(text, end + 1)));
}

static bool left_is_dnr(Text text, size_t space)
{
	return is_word_before(text, space, TEXT("dnr"));
}

static bool right_is_word(Text text, size_t space)
{
	return utf8_is_word(utf8_at(text, space + 1));
}

/* Two to four capitals: the sign of a board in a diary number, "ÄN 2019-878". */
static bool left_is_board(Text text, size_t space)
{
	size_t letters = 0;
	size_t position = space;
	while (is_upper(utf8_before(text, position))) {
		position = step_back(text, position);
		letters++;
	}
	uint32_t previous = utf8_before(text, position);
	return letters >= 2 && letters <= 4 && !utf8_is_word(previous) && previous != '-';
}

static bool right_is_diary(Text text, size_t space)
{
	size_t dash = digits_after(text, space + 1);
	return dash == space + 5 && utf8_at(text, dash) == '-' && is_digit(utf8_at(text, dash + 1));
}

/* A capital and a point, alone or after another initial: "A. Berg", "A.B. Berg". */
static bool left_is_initial(Text text, size_t space)
{
	if (utf8_before(text, space) != '.')
		return false;
	size_t point = space - 1;
	if (!is_upper(utf8_before(text, point)))
		return false;
	uint32_t previous = utf8_before(text, step_back(text, point));
	return !utf8_is_word(previous);
}

static bool right_is_capital(Text text, size_t space)
{
	return is_upper(utf8_at(text, space + 1));
}

static const struct {
	Left *left;
	Right *right;
} rules[] = {
        {left_is_group, right_is_group},                 /* 933 000 */
        {left_is_number, right_is_unit},                 /* 933 kr, 5 %, 5 §, 3 kap., 2 st. */
        {left_is_scale, right_is_currency},              /* 2 miljoner kronor */
        {left_is_mark, right_is_number},                 /* § 5, kap. 3, SFS 2018:12 */
        {left_is_number, right_is_section_letter},       /* 12 a */
        {left_is_section_letter, right_is_section_sign}, /* 12 a § */
        {left_is_law, right_is_law_number},              /* lag (2017:725) */
        {left_is_day, right_is_month},                   /* 1 juli */
        {left_is_den, right_is_date},                    /* den 1 */
        {left_is_month, right_is_year},                  /* juli 2018 */
        {left_is_numbered, right_is_number_or_letter},   /* bilaga 1, punkt b */
        {left_is_letter, right_is_single_capital},       /* part A */
        {left_is_dnr, right_is_word},                    /* Dnr ÄN */
        {left_is_board, right_is_diary},                 /* ÄN 2019-878 */
        {left_is_initial, right_is_capital},             /* A. Berg */
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
