/* Hyphenate: Swedish words through libhyphen, in the dictionary's own character set. */
#include "pdf/hyphenate.h"

#include <stdio.h>
#include <stdlib.h>

#include <hyphen.h>

#include "base/utf8.h"
#include "pdf/patterns.h"

enum { BEFORE = 2, AFTER = 3 };

struct Hyphenator {
	Arena *arena;
	Text bytes;
	bool utf8;
	Text expected;          /* read when the first word comes */
	Patterns *patterns;     /* NULL until then */
	HyphenDict *dictionary; /* what the library has been given, or NULL */
	size_t given;           /* patterns in it */
	bool failed;
};

/* One word as libhyphen reads it, and where each of its letters stands in ours. */
typedef struct Spelling {
	char bytes[HYPHENATE_LETTERS * 4];
	size_t length;
	size_t starts[HYPHENATE_LETTERS];
	size_t letters;
} Spelling;

Hyphenator *hyphenate_new(Arena *arena, Text dictionary)
{
	bool utf8 = text_starts(dictionary, TEXT("UTF-8\n"));
	if (!utf8 && !text_starts(dictionary, TEXT("ISO8859-1\n")))
		return NULL;
	Hyphenator *hyphenator = ARENA_NEW(arena, Hyphenator);
	*hyphenator = (Hyphenator){.arena = arena, .bytes = dictionary, .utf8 = utf8};
	return hyphenator;
}

void hyphenate_close(Hyphenator *hyphenator)
{
	if (hyphenator->dictionary != NULL)
		hnj_hyphen_free(hyphenator->dictionary);
	hyphenator->dictionary = NULL;
}

void hyphenate_expect(Hyphenator *hyphenator, Text text)
{
	hyphenator->expected = text;
}

bool hyphenate_failed(const Hyphenator *hyphenator)
{
	return hyphenator->failed;
}

/* The word in lower case; false when it is too short or too long, or not of letters that the
 * character set has. */
static bool spell(Text word, bool utf8, Spelling *spelling)
{
	spelling->length = 0;
	spelling->letters = 0;
	for (size_t i = 0; i < word.length;) {
		if (spelling->letters == HYPHENATE_LETTERS)
			return false;
		spelling->starts[spelling->letters++] = i;
		uint32_t letter = utf8_lower(utf8_next(word, &i));
		if (!utf8_is_letter(letter) || (!utf8 && letter > 0xff))
			return false;
		if (utf8)
			spelling->length += utf8_encode(letter, spelling->bytes + spelling->length);
		else
			spelling->bytes[spelling->length++] = (char)letter;
	}
	return spelling->letters >= BEFORE + AFTER;
}

/* ---- The library's dictionary ---- */

static void choose_word(Hyphenator *hyphenator, Text word)
{
	Spelling spelling;
	if (spell(word, hyphenator->utf8, &spelling))
		patterns_choose(hyphenator->patterns, (Text){spelling.bytes, spelling.length});
}

/* Chooses for every word of a text. */
static void choose_words(Hyphenator *hyphenator, Text text)
{
	size_t start = 0;
	for (size_t at = 0; at < text.length;) {
		size_t here = at;
		if (utf8_is_letter(utf8_next(text, &at)))
			continue;
		choose_word(hyphenator, text_cut(text, start, here));
		start = at;
	}
	choose_word(hyphenator, text_after(text, start));
}

static HyphenDict *load(Text dictionary)
{
	/* The stream is opened for reading only, so the bytes stay as they are. */
	FILE *stream = fmemopen((void *)(uintptr_t)dictionary.bytes, dictionary.length, "r");
	if (stream == NULL)
		return NULL;
	HyphenDict *loaded = hnj_hyphen_load_file(stream);
	fclose(stream);
	return loaded;
}

/* A dictionary that has all that the word needs, or NULL. */
static HyphenDict *dictionary_for(Hyphenator *hyphenator, const Spelling *spelling)
{
	if (hyphenator->patterns == NULL)
		hyphenator->patterns = patterns_new(hyphenator->arena, hyphenator->bytes);
	choose_words(hyphenator, hyphenator->expected);
	hyphenator->expected = (Text){.bytes = NULL};
	patterns_choose(hyphenator->patterns, (Text){spelling->bytes, spelling->length});
	size_t chosen = patterns_chosen(hyphenator->patterns);
	bool current = hyphenator->dictionary != NULL && hyphenator->given == chosen;
	if (current || hyphenator->failed)
		return hyphenator->dictionary;
	hyphenate_close(hyphenator);
	Arena scratch = {.source = hyphenator->arena->source};
	hyphenator->dictionary = load(patterns_dictionary(hyphenator->patterns, &scratch));
	arena_release(&scratch);
	hyphenator->given = chosen;
	hyphenator->failed = hyphenator->dictionary == NULL;
	return hyphenator->dictionary;
}

/* ---- Words ---- */

/* Some languages change letters at a hyphen; the library returns such changes in arrays of ours. */
static void release(char **replacements, int *positions, int *cuts, size_t letters)
{
	for (size_t i = 0; replacements != NULL && i < letters; i++)
		free(replacements[i]);
	free(replacements);
	free(positions);
	free(cuts);
}

size_t hyphenate_word(Hyphenator *hyphenator, Text word, size_t points[HYPHENATE_LETTERS])
{
	Spelling spelling;
	if (!spell(word, hyphenator->utf8, &spelling))
		return 0;
	HyphenDict *dictionary = dictionary_for(hyphenator, &spelling);
	if (dictionary == NULL)
		return 0;

	char marks[sizeof spelling.bytes + 5] = {0};
	char **replacements = NULL;
	int *positions = NULL;
	int *cuts = NULL;
	int fault = hnj_hyphen_hyphenate3(dictionary, spelling.bytes, (int)spelling.length, marks,
	                                  NULL, &replacements, &positions, &cuts, BEFORE, AFTER,
	                                  BEFORE, AFTER);
	size_t count = 0;
	for (size_t i = BEFORE; fault == 0 && i + AFTER <= spelling.letters; i++) {
		bool changes = replacements != NULL && replacements[i - 1] != NULL;
		if (marks[i - 1] & 1 && !changes)
			points[count++] = spelling.starts[i];
	}
	release(replacements, positions, cuts, spelling.length);
	return count;
}
