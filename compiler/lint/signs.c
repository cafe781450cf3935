/* Signs: spaces, dashes, quotation marks, abbreviations and headings. */
#include <string.h>

#include "base/utf8.h"
#include "lint/rule.h"

/* Spaces. */

/* Whether only the marks of lists and quotations stand on the line before a place. */
static bool only_marks_before(Text text, size_t at)
{
	size_t least = at > TOKEN_BYTES ? at - TOKEN_BYTES : 0;
	while (at > least && text.bytes[at - 1] != '\n') {
		if (strchr(" \t-*+>.)0123456789", text.bytes[at - 1]) == NULL)
			return false;
		at--;
	}
	return true;
}

void lint_spaces(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	if (text.bytes[first] != ' ' || first == 0 || text.bytes[first - 1] == ' ')
		return;
	while (end < text.length && text.bytes[end] == ' ')
		end++;
	if (end == text.length || strchr("\r\n\t", text.bytes[end]) != NULL ||
	    only_marks_before(text, first) || is_in_table(text, first))
		return;
	/* With the words around them, since spaces alone do not show. */
	size_t before = first, after = end;
	while (before > 0 && first - before < TOKEN_BYTES &&
	       strchr(" \t\r\n", text.bytes[before - 1]) == NULL)
		before--;
	while (after < text.length && after - end < TOKEN_BYTES &&
	       strchr(" \t\r\n", text.bytes[after]) == NULL)
		after++;
	before = whole_character(text, before);
	after = whole_character(text, after);
	Text parts[] = {typed_text(t, before, first), TEXT(" "), typed_text(t, end, after)};
	if (lint_report(t, RULE_SPACES, DOUBLE_SPACE, first, end, TEXT("")))
		lint_fix(t, before, after, text_join(t->lint->arena, parts, 3));
}

/* Dashes. */

enum { DAY_BYTES = sizeof "2018-07-01" - 1 };

static bool is_year(Text run)
{
	int64_t year = 0;
	return run.length == 4 && text_integer(run, &year) && year >= 1900 && year < 2100;
}

static bool stands_between_years(Text text, size_t before, size_t after)
{
	size_t end = after;
	while (end < text.length && is_digit((unsigned char)text.bytes[end]))
		end++;
	return before >= 4 && is_year(text_cut(text, before - 4, before)) &&
	       is_year(text_cut(text, after, end)) &&
	       (before == 4 || !is_digit((unsigned char)text.bytes[before - 5]));
}

/* Whether a day in digits, "2018-07-01", begins at a place. */
static bool is_day_at(Text text, size_t at)
{
	Date day;
	return date_parse(text_cut(text, at, at + DAY_BYTES), &day) == DATE_OK &&
	       !is_digit(utf8_at(text, at + DAY_BYTES));
}

/* "2018-07-01- 2021-06-30": a hyphen between days looks like one more within them. */
static bool check_days(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	size_t after = gap_at(text, end).end, before = first - (text.bytes[first - 1] == ' ');
	if (before < DAY_BYTES || !is_day_at(text, before - DAY_BYTES) || !is_day_at(text, after))
		return false;
	size_t day = before - DAY_BYTES;
	/* Where both days are to be in words there is no dash. */
	if (utf8_before(text, day) == '-' || is_day_for_words(t, day))
		return true;
	Text parts[] = {text_cut(text, day, before), TEXT(" – "),
	                text_cut(text, after, after + DAY_BYTES)};
	lint_replace(t, RULE_DASH, HYPHEN_AS_DASH, day, after + DAY_BYTES,
	             text_join(t->lint->arena, parts, 3));
	return true;
}

/* "social - och": the space is what is wrong, and the dash a hyphen. */
static bool is_loose_hyphen(Text text, size_t after)
{
	static const Text words[] = {TEXT_INIT("och"), TEXT_INIT("eller"), TEXT_INIT("samt")};
	return ANY_WORD_END(text, after, words) != TEXT_NOWHERE;
}

void lint_dash(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	if (text.bytes[first] != '-' || first < 2 || check_days(t, first, end) ||
	    text.bytes[first - 1] != ' ')
		return;
	end += utf8_at(text, end) == '-';
	if (utf8_at(text, end) != ' ' || utf8_at(text, end + 1) == ' ' || end + 1 >= text.length ||
	    only_marks_before(text, first) || is_in_table(text, first))
		return;
	size_t next = end + 1;
	if (is_loose_hyphen(text, next)) {
		lint_report(t, RULE_DASH, LOOSE_HYPHEN, first - 1, end, TEXT(""));
	} else if (stands_between_years(text, first - 1, next)) {
		Text parts[] = {text_cut(text, first - 5, first - 1), TEXT("–"),
		                text_cut(text, next, next + 4)};
		lint_replace(t, RULE_INTERVAL, INTERVAL_HYPHEN, first - 5, next + 4,
		             text_join(t->lint->arena, parts, 3));
	} else {
		lint_replace(t, RULE_DASH, HYPHEN_AS_DASH, first, end, TEXT("–"));
	}
}

/* Quotation marks. */

static bool is_quote(uint32_t character)
{
	return character == '"' || character == 0x201C || character == 0x201E;
}

/* Whether a place is within a link's parentheses, or within `code`. */
static bool is_no_prose(Text text, size_t at)
{
	size_t first, ticks = 0;
	line_around(text, at, &first);
	for (size_t i = first; i < at; i++)
		ticks += text.bytes[i] == '`';
	for (size_t i = at; i > first && text.bytes[i - 1] != ')'; i--)
		if (text_starts(text_after(text, i - 1), TEXT("](")))
			return true;
	return ticks % 2 == 1;
}

/* Where the quotation that begins at `first` ends: at the next such sign of its paragraph. */
static size_t quotation_end(Text text, size_t first)
{
	size_t start, at = first;
	Text paragraph = paragraph_around(text, first, &start);
	utf8_next(text, &at);
	while (at < start + paragraph.length) {
		uint32_t character = utf8_next(text, &at);
		if (is_quote(character) || character == 0x201D)
			return at;
	}
	return TEXT_NOWHERE;
}

void lint_quotes(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	if (!is_quote(utf8_at(text, first)) || first < t->quoted || is_no_prose(text, first))
		return;
	size_t close = quotation_end(text, first);
	/* One alone may be a mark of inches. */
	if (close == TEXT_NOWHERE)
		return;
	t->quoted = close;
	size_t inner = close - 1;
	while (((unsigned char)text.bytes[inner] & 0xC0) == 0x80)
		inner--;
	Text parts[] = {TEXT("”"), typed_text(t, end, inner), TEXT("”")};
	lint_replace(t, RULE_QUOTES, STRAIGHT_QUOTES, first, close,
	             text_join(t->lint->arena, parts, 3));
}

/* Abbreviations. */

enum { MOST_PIECES = 3 };

typedef struct DottedAbbreviation {
	Text pieces[MOST_PIECES];
	size_t count;
	Text right;
} DottedAbbreviation;

static const DottedAbbreviation abbreviations[] = {
        {{TEXT_INIT("bl"), TEXT_INIT("a")}, 2, TEXT_INIT("bl.a.")},
        {{TEXT_INIT("t"), TEXT_INIT("ex")}, 2, TEXT_INIT("t.ex.")},
        {{TEXT_INIT("m"), TEXT_INIT("m")}, 2, TEXT_INIT("m.m.")},
        {{TEXT_INIT("mm")}, 1, TEXT_INIT("m.m.")},
        {{TEXT_INIT("m"), TEXT_INIT("fl")}, 2, TEXT_INIT("m.fl.")},
        {{TEXT_INIT("mfl")}, 1, TEXT_INIT("m.fl.")},
        {{TEXT_INIT("tex")}, 1, TEXT_INIT("t.ex.")},
        {{TEXT_INIT("pga")}, 1, TEXT_INIT("p.g.a.")},
        {{TEXT_INIT("s"), TEXT_INIT("k")}, 2, TEXT_INIT("s.k.")},
        {{TEXT_INIT("f"), TEXT_INIT("n")}, 2, TEXT_INIT("f.n.")},
        {{TEXT_INIT("f"), TEXT_INIT("d")}, 2, TEXT_INIT("f.d.")},
        {{TEXT_INIT("p"), TEXT_INIT("g"), TEXT_INIT("a")}, 3, TEXT_INIT("p.g.a.")},
        {{TEXT_INIT("d"), TEXT_INIT("v"), TEXT_INIT("s")}, 3, TEXT_INIT("d.v.s.")},
        {{TEXT_INIT("o"), TEXT_INIT("s"), TEXT_INIT("v")}, 3, TEXT_INIT("o.s.v.")},
        {{TEXT_INIT("fr"), TEXT_INIT("o"), TEXT_INIT("m")}, 3, TEXT_INIT("fr.o.m.")},
        {{TEXT_INIT("t"), TEXT_INIT("o"), TEXT_INIT("m")}, 3, TEXT_INIT("t.o.m.")},
        {{TEXT_INIT("i"), TEXT_INIT("st"), TEXT_INIT("f")}, 3, TEXT_INIT("i.st.f.")},
};

/* Where the abbreviation that begins at `at` ends, with points, spaces or both between its pieces.
 */
static size_t abbreviation_end(const DottedAbbreviation *abbreviation, Text text, size_t at)
{
	Text start = abbreviation->pieces[0];
	if ((text.bytes[at] | 0x20) != start.bytes[0])
		return TEXT_NOWHERE;
	for (size_t i = 0; i < abbreviation->count; i++) {
		Text piece = abbreviation->pieces[i];
		size_t end = letters_end(text, at);
		/* Only the first letter may be a capital: initials are no abbreviation. */
		bool same =
		        i == 0 ? is_word(text, at, piece) && text_equal(text_cut(text, at + 1, end),
		                                                        text_after(piece, 1))
		               : text_equal(text_cut(text, at, end), piece);
		if (!same)
			return TEXT_NOWHERE;
		at = end;
		if (i + 1 == abbreviation->count)
			break;
		size_t point = at + (utf8_at(text, at) == '.');
		at = gap_at(text, point).end;
		if (at == end)
			return TEXT_NOWHERE;
	}
	at += utf8_at(text, at) == '.';
	uint32_t next = utf8_at(text, at);
	return utf8_is_word(next) ? TEXT_NOWHERE : at;
}

/* "3 kap 1 §": the word lacks its point. */
static void check_chapter(LintText *t, size_t first, size_t end)
{
	size_t number = first;
	uint32_t next = utf8_at(t->text, end);
	while (number > 0 && strchr(" \n", t->text.bytes[number - 1]) != NULL)
		number--;
	bool numbered =
	        number < first && number > 0 && is_digit((unsigned char)t->text.bytes[number - 1]);
	if (numbered && next != '.' && next != '-')
		lint_replace(t, RULE_ABBREVIATION, ABBREVIATION_FORM, first, end, TEXT("kap."));
}

void lint_abbreviation(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	if (end - first > 3)
		return;
	if (text_equal(text_cut(text, first, end), TEXT("kap"))) {
		check_chapter(t, first, end);
		return;
	}
	/* "10 mm" is a length. */
	uint32_t before = utf8_before(text, first);
	bool measure = before == ' ' && first > 1 && is_digit(utf8_before(text, first - 1));
	if (is_one_of(before, ".-:") || is_digit(before) || measure)
		return;
	for (size_t i = 0; i < sizeof abbreviations / sizeof abbreviations[0]; i++) {
		const DottedAbbreviation *abbreviation = &abbreviations[i];
		size_t after = abbreviation_end(abbreviation, text, first);
		if (after == TEXT_NOWHERE)
			continue;
		Text right = abbreviation->right;
		if (utf8_lower(utf8_at(text, first)) != utf8_at(text, first))
			right = utf8_capitalised(t->lint->arena, right);
		if (!text_equal(text_cut(text, first, after), right))
			lint_replace(t, RULE_ABBREVIATION, ABBREVIATION_FORM, first, after, right);
		return;
	}
}

/* Headings. */

/* Whether the point that a text ends with closes an abbreviation: "m.m.", "…", "...". */
static bool ends_in_abbreviation(Text text)
{
	size_t at = text.length - 1;
	while (at > 0 && text.bytes[at - 1] != ' ')
		at--;
	Text word = text_cut(text, at, text.length - 1);
	return text_find(word, TEXT("."), 0) != TEXT_NOWHERE || word.length <= 3;
}

static void check_heading(LintText *t, size_t first, size_t end)
{
	Text heading = text_trim(text_cut(t->text, first, end));
	if (!text_ends(heading, TEXT(".")) || ends_in_abbreviation(heading))
		return;
	size_t point = (size_t)(heading.bytes - t->text.bytes) + heading.length - 1;
	/* More than one sentence is no heading but a text in the wrong place. */
	if (sentence_end(t->text, first) < point)
		return;
	if (lint_report(t, RULE_HEADING, HEADING_WITH_POINT, point, point + 1,
	                text_cut(heading, 0, heading.length - 1)))
		lint_fix(t, point, point + 1, TEXT(""));
}

/* Whether a '#' is the first character of its line. */
static bool begins_heading(Text text, size_t first)
{
	size_t before = first;
	if (text.bytes[first] != '#')
		return false;
	while (before > 0 && first - before < TOKEN_BYTES && text.bytes[before - 1] == ' ')
		before--;
	return before == 0 || text.bytes[before - 1] == '\n';
}

void lint_heading(LintText *t, size_t first, size_t end)
{
	if (t->now == AT_TEXT && t->it->kind == TEXT_HEADING) {
		check_heading(t, first, end);
	} else if (t->now == AT_SIGN && t->it->kind == TEXT_SECTION &&
	           begins_heading(t->text, first)) {
		size_t start, marks = first;
		Text line = line_around(t->text, first, &start);
		while (utf8_at(t->text, marks) == '#')
			marks++;
		if (utf8_at(t->text, marks) == ' ')
			check_heading(t, marks, start + line.length);
	}
}
