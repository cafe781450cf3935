/* Leftover: forms' own words, brackets around what is to be written, and runs of x. */
#include "base/leftover.h"

#include "base/utf8.h"

static const Text starts[] = {
#define LEFTOVER_START(phrase) TEXT_INIT(phrase),
#define LEFTOVER_WORD(word)
#include "base/leftover_words.def"
#undef LEFTOVER_START
#undef LEFTOVER_WORD
};

static const Text words[] = {
#define LEFTOVER_START(phrase)
#define LEFTOVER_WORD(word) TEXT_INIT(word),
#include "base/leftover_words.def"
#undef LEFTOVER_START
#undef LEFTOVER_WORD
};

static bool is_known(Text text)
{
	for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
		if (text_starts(text, starts[i]))
			return true;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (text_equal(text, words[i]))
			return true;
	return false;
}

/* "[datum]" */
static bool is_bracketed(Text text)
{
	return text.length > 2 && text_starts(text, TEXT("[")) && text_ends(text, TEXT("]"));
}

/* "2019-xx-xx", "xx kr": the only letters are x, or a unit's after them, and two stand together. */
static bool is_crossed_out(Text text)
{
	static const Text units[] = {TEXT_INIT("/år"), TEXT_INIT(" kr"), TEXT_INIT(" tkr"),
	                             TEXT_INIT(" mnkr"), TEXT_INIT(" %")};
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
		if (text_ends(text, units[i]))
			text = text_cut(text, 0, text.length - units[i].length);
	if (text_find(text, TEXT("xx"), 0) == TEXT_NOWHERE)
		return false;
	for (size_t at = 0; at < text.length;) {
		uint32_t c = utf8_next(text, &at);
		if (utf8_is_letter(c) && c != 'x')
			return false;
	}
	return true;
}

/* "...", "___", "??": something is missing, and somebody meant to come back. */
static bool is_only_dots(Text text)
{
	size_t dots = 0;
	for (size_t at = 0; at < text.length;) {
		uint32_t c = utf8_next(text, &at);
		if (c != '.' && c != '_' && c != '?' && c != 0x2026)
			return false;
		dots += c == 0x2026 ? 3 : 1;
	}
	return dots > 1 || text_equal(text, TEXT("?"));
}

bool leftover_is(Arena *arena, Text value)
{
	Text text = utf8_lowered(arena, text_trim(value));
	return is_known(text) || is_bracketed(text) || is_crossed_out(text) || is_only_dots(text);
}
