/* Hyphenation with the patterns that a text needs gives what the whole dictionary gives. */
#include "unit/pages.h"

#include <hyphen.h>
#include <string.h>

#include "base/utf8.h"
#include "pdf/hyphenate.h"
#include "pdf/patterns.h"

static const char *const words[] = {
        "överenskommelse",
        "samverkansöverenskommelse",
        "arbetsmarknadsnämnden",
        "äldreomsorgsförvaltningen",
        "socialtjänstlagstiftningen",
        "tillsynsmyndighet",
        "välfärdssamordnare",
        "långtidsarbetslösa",
        "kommunstyrelsens",
        "försäkringskassan",
        "partnerskap",
        "tillgänglighet",
        "upphandlingslagstiftningen",
        "ersättningsnivå",
        "glasögon",
        "tunnelbana",
        "busstation",
        "idéburet",
        "ekonomiska",
        "konsekvenser",
        "medbestämmande",
        "uppföljning",
        "utvärdering",
        "organisationsnummer",
        "uppsägningstiden",
        "förutsättningar",
        "isär",
        "bidrag",
        "a",
        "om",
        "nämnd",
        "Åkerbär",
        "SAMVERKAN",
        "zzzzzzzzzz",
        "xylofonkonsert",
        "abcdefghijklmnop",
};
enum { WORDS = sizeof words / sizeof words[0] };

/* Where libhyphen with all of the dictionary divides the word, as byte positions. */
static size_t divide_with_all(HyphenDict *dictionary, Text word, size_t *points)
{
	char letters[HYPHENATE_LETTERS] = {0};
	size_t starts[HYPHENATE_LETTERS], count = 0, found = 0;
	for (size_t i = 0; i < word.length; count++) {
		starts[count] = i;
		letters[count] = (char)utf8_lower(utf8_next(word, &i));
	}
	char marks[HYPHENATE_LETTERS + 5] = {0};
	char **replacements = NULL;
	int *positions = NULL, *cuts = NULL;
	if (count < 5)
		return 0;
	assert_int_equal(hnj_hyphen_hyphenate3(dictionary, letters, (int)count, marks, NULL,
	                                       &replacements, &positions, &cuts, 2, 3, 2, 3),
	                 0);
	assert_null(replacements);
	for (size_t i = 2; i + 3 <= count; i++)
		if (marks[i - 1] & 1)
			points[found++] = starts[i];
	return found;
}

static void parts_of_the_dictionary_divide_as_all_of_it(void **state)
{
	(void)state;
	Arena arena = test_arena();
	PdfFiles files = pages_files(&arena);
	HyphenDict *all = hnj_hyphen_load("/usr/share/hyphen/hyph_sv_SE.dic");
	assert_non_null(all);
	size_t divided = 0;
	/* With the words expected beforehand, and each coming as a surprise. */
	for (int expecting = 0; expecting < 2; expecting++) {
		Hyphenator *hyphenator = hyphenate_new(&arena, files.hyphenation);
		if (expecting)
			hyphenate_expect(hyphenator, TEXT("Överenskommelse, partnerskap och "
			                                  "konsekvenser. Idéburet glasögon"));
		for (size_t i = 0; i < WORDS; i++) {
			size_t expected[HYPHENATE_LETTERS], points[HYPHENATE_LETTERS];
			Text word = text_of(words[i]);
			size_t count = divide_with_all(all, word, expected);
			assert_int_equal(hyphenate_word(hyphenator, word, points), count);
			assert_memory_equal(points, expected, count * sizeof *points);
			divided += count;
		}
		assert_false(hyphenate_failed(hyphenator));
		hyphenate_close(hyphenator);
	}
	assert_true(divided > 100);
	hnj_hyphen_free(all);
	arena_release(&arena);
}

static void only_patterns_that_stand_in_the_word_are_chosen(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Patterns *patterns = patterns_new(&arena, TEXT("ISO8859-1\nLEFTHYPHENMIN 2\n.a1b\nb2c3d\n"
	                                               "1cd.\nx1y\n% not one\nd1/d=,1,1\n"));
	patterns_choose(patterns, TEXT("abcd"));
	assert_int_equal(patterns_chosen(patterns), 4);
	patterns_choose(patterns, TEXT("abcd"));
	assert_int_equal(patterns_chosen(patterns), 4);
	assert_text(patterns_dictionary(patterns, &arena),
	            "ISO8859-1\nLEFTHYPHENMIN 2\n.a1b\nb2c3d\n1cd.\nd1/d=,1,1\n");
	arena_release(&arena);
}

static void a_dictionary_of_levels_is_taken_whole(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Text bytes = TEXT("ISO8859-1\na1b\nNEXTLEVEL\nx1y\n");
	Patterns *patterns = patterns_new(&arena, bytes);
	patterns_choose(patterns, TEXT("q"));
	assert_true(text_equal(patterns_dictionary(patterns, &arena), bytes));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(parts_of_the_dictionary_divide_as_all_of_it),
	        cmocka_unit_test(only_patterns_that_stand_in_the_word_are_chosen),
	        cmocka_unit_test(a_dictionary_of_levels_is_taken_whole),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
