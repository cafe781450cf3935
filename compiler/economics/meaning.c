/* Meaning: the list of words, and finding them in a text. */
#include "economics/meaning.h"

#include "base/utf8.h"
#include "prose/numeral.h"

static const Meaning meanings[] = {
#define MEANING(unit, words, sure, names)                                                          \
	{unit, TEXT_INIT(words), TEXT_INIT(sure), TEXT_INIT(names)},
#include "economics/tally_words.def"
};

typedef struct Doubt {
	bool all;
	Unit unit;
	Text words;
} Doubt;

static const Doubt doubts[] = {
#define DOUBT(words_)           {.all = true, .words = TEXT_INIT(words_)},
#define DOUBT_OF(unit_, words_) {.unit = unit_, .words = TEXT_INIT(words_)},
#include "economics/tally_words.def"
};

const Meaning *meaning_at(size_t row)
{
	return &meanings[row];
}

bool meaning_has_name(const Meaning *meaning, Text name)
{
	Text rest = meaning->names, base = {0};
	while (text_next(&rest, '|', &base)) {
		if (!text_starts(name, base))
			continue;
		if (name.length == base.length || name.bytes[base.length] == '.')
			return true;
	}
	return false;
}

/* One alternative: words with gaps between; the last is a beginning, or whole before "!". */
static size_t match_phrase(Text text, size_t at, Text phrase)
{
	size_t end = at;
	bool whole = text_ends(phrase, TEXT("!"));
	Text rest = text_cut(phrase, 0, phrase.length - whole), word = {0};
	while (text_next(&rest, ' ', &word)) {
		bool last = rest.length == 0;
		if (last && !whole ? !begins_with_word(text, end, word) : !is_word(text, end, word))
			return at;
		end = last && !whole ? letters_end(text, end) : end + word.length;
		if (last)
			return end;
		Gap gap = gap_at(text, end);
		if (!gap.spaced)
			return at;
		end = gap.end;
	}
	return at;
}

size_t words_match(Text text, size_t at, Text words)
{
	Text phrase = {0};
	while (text_next(&words, '|', &phrase)) {
		size_t end = phrase.length > 0 ? match_phrase(text, at, phrase) : at;
		if (end > at)
			return end;
	}
	return at;
}

bool is_doubt(Text text, size_t at, Unit unit)
{
	for (size_t i = 0; i < sizeof doubts / sizeof doubts[0]; i++)
		if ((doubts[i].all || doubts[i].unit == unit) &&
		    words_match(text, at, doubts[i].words) > at)
			return true;
	return false;
}

bool words_have_party(Text words)
{
	return text_find(words, TEXT("@part"), 0) != TEXT_NOWHERE;
}
