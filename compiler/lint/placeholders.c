/* Placeholders: what was to be filled in, and was not. */
#include <string.h>

#include "base/utf8.h"
#include "lint/rule.h"

static void report(LintText *t, size_t first, size_t end)
{
	lint_report(t, RULE_PLACEHOLDER, PLACEHOLDER_LEFT, first, end,
	            text_cut(t->text, first, end));
}

/* The run without spaces that a place is in, without the marks of a sentence around it. */
static void token_around(Text text, size_t *first, size_t *end)
{
	size_t least = *first > TOKEN_BYTES ? *first - TOKEN_BYTES : 0, most = *end + TOKEN_BYTES;
	while (*first > least && strchr(" \t\r\n(,;:\x1A\"", text.bytes[*first - 1]) == NULL)
		*first -= 1;
	while (*end < text.length && *end < most &&
	       strchr(" \t\r\n),;:!?\x1A\"", text.bytes[*end]) == NULL)
		*end += 1;
	*first = whole_character(text, *first);
	*end = whole_character(text, *end);
	while (*end > *first + 1 && text.bytes[*end - 1] == '.')
		*end -= 1;
}

static bool is_only_x(Text word)
{
	for (size_t i = 0; i < word.length; i++)
		if (word.bytes[i] != 'x' && word.bytes[i] != 'X')
			return false;
	return word.length >= 2;
}

/* "xx", "2019-xx-xx", but not "XX-kromosom". The first x of a run tells of all of it. */
static bool check_x(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	if (!is_only_x(text_cut(text, first, end)))
		return false;
	size_t token = first, token_end = end;
	token_around(text, &token, &token_end);
	for (size_t at = token; at < token_end; at++) {
		bool x = text.bytes[at] == 'x' || text.bytes[at] == 'X';
		if ((x && at < first) || (!x && strchr("0123456789-./", text.bytes[at]) == NULL))
			return true;
	}
	report(t, token, token_end);
	return true;
}

/* "Klicka här för att ange text." */
static size_t instruction_end(Text text, size_t first)
{
	static const Text verbs[] = {TEXT_INIT("klicka"), TEXT_INIT("tryck")};
	static const Text here[] = {TEXT_INIT("här")};
	static const Text or_press[] = {TEXT_INIT("eller")};
	size_t end = ANY_WORD_END(text, first, verbs), word, word_end;
	bool told = word_before(text, first, &word, &word_end) &&
	            ANY_WORD_END(text, word, or_press) != TEXT_NOWHERE;
	if (end == TEXT_NOWHERE || told)
		return TEXT_NOWHERE;
	size_t next = gap_at(text, end).end;
	if (ANY_WORD_END(text, next, or_press) != TEXT_NOWHERE) {
		next = gap_at(text, letters_end(text, next)).end;
		if (ANY_WORD_END(text, next, verbs) == TEXT_NOWHERE)
			return TEXT_NOWHERE;
		next = gap_at(text, letters_end(text, next)).end;
	}
	if (ANY_WORD_END(text, next, here) == TEXT_NOWHERE)
		return TEXT_NOWHERE;
	next = gap_at(text, letters_end(text, next)).end;
	/* Only what is said to a writer; readers too are asked to click. */
	bool writing = is_word(text, next, TEXT("för")) || is_word(text, next, TEXT("om"));
	Text near = text_cut(text, 0, whole_character(text, next + TOKEN_BYTES));
	size_t stop = text_find(near, TEXT("."), next);
	Text rest = text_cut(near, next, stop);
	static const Text asked[] = {TEXT_INIT("ange"), TEXT_INIT("skriva"), TEXT_INIT("fylla"),
	                             TEXT_INIT("lägga till")};
	for (size_t i = 0; writing && i < sizeof asked / sizeof asked[0]; i++)
		if (text_find(rest, asked[i], 0) != TEXT_NOWHERE)
			return stop == TEXT_NOWHERE ? near.length : stop + 1;
	return TEXT_NOWHERE;
}

/* In capitals only: in small letters it may be a word of its own. */
static bool is_leftover_word(Text word)
{
	static const Text words[] = {
#define LEFTOVER_START(phrase)
#define LEFTOVER_WORD(word) TEXT_INIT(word),
#include "base/leftover_words.def"
#undef LEFTOVER_START
#undef LEFTOVER_WORD
	};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		size_t same = 0;
		while (same < word.length && same < words[i].length &&
		       word.bytes[same] == words[i].bytes[same] - 'a' + 'A')
			same++;
		if (same == word.length && same == words[i].length)
			return true;
	}
	return false;
}

static void check_word(LintText *t, size_t first, size_t end)
{
	static const Text marks[] = {
	        TEXT_INIT("ÅÅÅÅ"),     TEXT_INIT("åååå"), TEXT_INIT("ÅÅMMDD"),
	        TEXT_INIT("ÅÅÅÅMMDD"), TEXT_INIT("YYYY"), TEXT_INIT("NNNNNN"),
	};
	Text text = t->text, word = text_cut(text, first, end);
	/* All of them begin with one of these bytes, the last being that of Å and å. */
	if (strchr("xXtTfFlLkKYN\xC3", text.bytes[first]) == NULL || check_x(t, first, end))
		return;
	bool marked = is_leftover_word(word);
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		marked = marked || text_equal(word, marks[i]);
	if (marked) {
		token_around(text, &first, &end);
		report(t, first, end);
		return;
	}
	size_t stop = instruction_end(text, first);
	if (stop != TEXT_NOWHERE)
		report(t, first, stop);
	else if (is_word(text, first, TEXT("lorem")) &&
	         is_word(text, gap_at(text, end).end, TEXT("ipsum")))
		report(t, first, gap_at(text, end).end + 5);
}

/* Brackets. */

/* Whether a place is within a quotation of its paragraph, where brackets tell what was changed. */
static bool is_quoted(Text text, size_t at)
{
	size_t first, quotes = 0;
	paragraph_around(text, at, &first);
	for (size_t i = first; i < at; i++)
		quotes += text_starts(text_after(text, i), TEXT("”"));
	return quotes % 2 == 1;
}

static bool is_to_fill_in(Text inner)
{
	static const Text words[] = {
	        TEXT_INIT("fyll"),  TEXT_INIT("ange"),   TEXT_INIT("skriv"),  TEXT_INIT("namn"),
	        TEXT_INIT("datum"), TEXT_INIT("belopp"), TEXT_INIT("text"),   TEXT_INIT("saknas"),
	        TEXT_INIT("titel"), TEXT_INIT("nummer"), TEXT_INIT("infoga"), TEXT_INIT("välj"),
	};
	if (text_equal(inner, TEXT("…")) || text_equal(inner, TEXT("...")))
		return true;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (begins_with_word(inner, 0, words[i]))
			return true;
	return false;
}

static void check_bracket(LintText *t, size_t first)
{
	Text text = t->text;
	bool brace = text.bytes[first] == '{';
	size_t start;
	Text line = line_around(text, first, &start), rest = text_after(line, first - start);
	size_t close = text_find(rest, brace ? TEXT("}") : TEXT("]"), 0);
	if (close == TEXT_NOWHERE)
		return;
	Text inner = text_trim(text_cut(rest, 1, close));
	uint32_t next = utf8_at(text, first + close + 1);
	if (utf8_before(text, first) == (uint32_t)text.bytes[first])
		return;
	if (brace && inner.length > 0 && inner.bytes[0] != '{' && next != '}')
		report(t, first, first + close + 1);
	else if (!brace && next != '(' && next != '[' && next != ':' && is_to_fill_in(inner) &&
	         !is_quoted(text, first))
		report(t, first, first + close + 1);
}

/* A whole text that only holds a place. */
static void check_whole(LintText *t)
{
	static const Text nothing[] = {TEXT_INIT("…"), TEXT_INIT("..."), TEXT_INIT("?"),
	                               TEXT_INIT("??"), TEXT_INIT("???")};
	Text whole = text_trim(t->text);
	size_t first = (size_t)(whole.bytes - t->text.bytes);
	for (size_t i = 0; i < sizeof nothing / sizeof nothing[0]; i++)
		if (text_equal(whole, nothing[i]))
			report(t, first, first + whole.length);
}

void lint_placeholder(LintText *t, size_t first, size_t end)
{
	if (t->now == AT_TEXT)
		check_whole(t);
	else if (t->now == AT_WORD)
		check_word(t, first, end);
	else if (t->now == AT_SIGN && (t->text.bytes[first] == '[' || t->text.bytes[first] == '{'))
		check_bracket(t, first);
}
