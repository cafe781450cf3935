/* Names: what nobody is called, and what is nearly a name. */
#include "lint/names.h"

#include <string.h>

#include "base/swedish.h"
#include "base/utf8.h"
#include "lint/rule.h"

/* The list. */

static void add(Arena *arena, NameList *list, Text name, Text right)
{
	if (name.length == 0)
		return;
	for (size_t i = 0; i < list->count; i++)
		if (text_equal(list->items[i].name, name))
			return;
	*ARENA_PUSH(arena, list) = (KnownName){.name = name,
	                                       .right = right,
	                                       .first = utf8_lower(utf8_at(name, 0)),
	                                       .letters = letters_end(name, 0)};
}

static void add_right(Arena *arena, Names *names, Text name)
{
	add(arena, &names->right, name, (Text){0});
}

static void add_unwanted(Arena *arena, Names *names, const ListValue *unwanted, Text right)
{
	const TextItem *items = unwanted->items;
	for (size_t i = 0; i < unwanted->count; i++)
		add(arena, &names->unwanted, items[i].text.text, right);
}

static void collect_municipal(Arena *arena, Names *names, const Register *shared)
{
	const Board *boards = shared->boards.items;
	for (size_t i = 0; i < shared->boards.count; i++) {
		add_right(arena, names, boards[i].key.text);
		add_right(arena, names, boards[i].name.text);
		/* In running text a board or an administration is called by its key. */
		add_unwanted(arena, names, &boards[i].unwanted, boards[i].key.text);
	}
	const Department *departments = shared->departments.items;
	for (size_t i = 0; i < shared->departments.count; i++) {
		add_right(arena, names, departments[i].key.text);
		add_right(arena, names, departments[i].name.text);
		add_unwanted(arena, names, &departments[i].unwanted, departments[i].key.text);
	}
}

Names names_collect(Arena *arena, const Agreement *agreement)
{
	Names names = {0};
	const Register *shared = agreement->shared;
	collect_municipal(arena, &names, shared);
	const Organisation *organisations = shared->organisations.items;
	for (size_t i = 0; i < shared->organisations.count; i++) {
		Text name = organisations[i].name.text, called = organisations[i].short_name.text;
		add_right(arena, &names, name);
		add_right(arena, &names, called);
		add_unwanted(arena, &names, &organisations[i].unwanted,
		             called.length > 0 ? called : name);
	}
	const Party *parties = agreement->parties.items;
	for (size_t i = 0; i < agreement->parties.count; i++) {
		add_right(arena, &names, parties[i].name.text);
		add_right(arena, &names, parties[i].short_name.text);
	}
	return names;
}

/* What is not written. */

/* Whether a right name that is longer begins here too: then the unwanted one is part of it. */
static bool is_in_right_name(const NameList *names, Text text, size_t first, size_t end)
{
	for (size_t i = 0; i < names->count; i++) {
		size_t stop = name_end(text, first, names->items[i].name);
		if (stop != TEXT_NOWHERE && stop > end)
			return true;
	}
	return false;
}

static void report_unwanted(LintText *t, const KnownName *known, size_t first, size_t end)
{
	Text text = t->text, right = known->right;
	bool genitive = utf8_at(text, end) == 's' && !text_ends(known->name, TEXT("s"));
	size_t after = end + genitive;
	if (utf8_is_letter(utf8_at(text, after)) || utf8_at(text, after) == '-' ||
	    is_in_right_name(&t->lint->names.right, text, first, end))
		return;
	if (genitive)
		right = swedish_genitive(t->lint->arena, right);
	uint32_t letter = utf8_at(text, first);
	if (utf8_lower(letter) != letter)
		right = utf8_capitalised(t->lint->arena, right);
	if (lint_report(t, RULE_NAME, NAME_UNWANTED, first, after, text_cut(text, first, after),
	                right))
		lint_fix(t, first, after, right);
}

void lint_name(LintText *t, size_t first, size_t end)
{
	const NameList *names = &t->lint->names.unwanted;
	uint32_t letter = utf8_lower(utf8_at(t->text, first));
	(void)end;
	if (names->count == 0 || utf8_before(t->text, first) == '-')
		return;
	for (size_t i = 0; i < names->count; i++) {
		const KnownName *known = &names->items[i];
		if (known->first != letter)
			continue;
		size_t after = name_end(t->text, first, known->name);
		if (after != TEXT_NOWHERE)
			report_unwanted(t, known, first, after);
	}
}

/* What is nearly a name. */

enum { LEAST_LETTERS = 8, MOST_LETTERS = 64, ENDING_LETTERS = 2 };

typedef struct Letters {
	uint32_t all[MOST_LETTERS];
	size_t count;
} Letters;

/* The letters of a word in lower case; none when it is too long for a name. */
static Letters letters_of(Text word)
{
	Letters letters = {.count = 0};
	for (size_t at = 0; at < word.length;) {
		if (letters.count == MOST_LETTERS)
			return (Letters){.count = 0};
		letters.all[letters.count++] = utf8_lower(utf8_next(word, &at));
	}
	return letters;
}

static bool same_from(const Letters *a, size_t i, const Letters *b, size_t j)
{
	return a->count - i == b->count - j &&
	       memcmp(a->all + i, b->all + j, (a->count - i) * sizeof a->all[0]) == 0;
}

/* One letter is missing, too many, another, or has changed places with the next; but not the first,
 * nor at the end, where words are inflected. */
static bool differs_by_a_slip(const Letters *word, const Letters *name)
{
	size_t i = 0;
	while (i < word->count && i < name->count && word->all[i] == name->all[i])
		i++;
	if (i == 0 || i + ENDING_LETTERS >= name->count || i + ENDING_LETTERS >= word->count)
		return false;
	bool swapped = word->all[i] == name->all[i + 1] && word->all[i + 1] == name->all[i];
	return same_from(word, i + 1, name, i + 1) || same_from(word, i + 1, name, i) ||
	       same_from(word, i, name, i + 1) || (swapped && same_from(word, i + 2, name, i + 2));
}

/* The same with a genitive's ending taken off. */
static bool is_slip_of(Text word, Text name)
{
	Letters written = letters_of(word), right = letters_of(name);
	if (written.count < LEAST_LETTERS || right.count < LEAST_LETTERS)
		return false;
	if (differs_by_a_slip(&written, &right))
		return true;
	written.count -= written.all[written.count - 1] == 's';
	return differs_by_a_slip(&written, &right);
}

static bool equal_but_for_case(Text a, Text b)
{
	size_t i = 0, j = 0;
	while (i < a.length && j < b.length)
		if (utf8_lower(utf8_next(a, &i)) != utf8_lower(utf8_next(b, &j)))
			return false;
	return i == a.length && j == b.length;
}

static bool is_only_letters(Text text)
{
	return letters_end(text, 0) == text.length;
}

/* Where a name with exactly one slip in it ends. In a name of several words a proper name may be
 * another's ("Lidköpings stadsmission"), and then it is no slip. */
static size_t misspelt_end(Text text, size_t at, Text name)
{
	Text rest = name, piece = {0};
	bool several = text_find(name, TEXT(" "), 0) != TEXT_NOWHERE;
	size_t slips = 0, end = at;
	while (text_next(&rest, ' ', &piece)) {
		end = at;
		while (end < text.length && end - at < MOST_LETTERS * 2 &&
		       strchr(" \n\r\t.,;:()\x1A", text.bytes[end]) == NULL)
			end++;
		end = whole_character(text, end);
		Text word = text_cut(text, at, end);
		bool proper = several && utf8_lower(utf8_at(piece, 0)) != utf8_at(piece, 0);
		if (equal_but_for_case(word, piece)) {
			at = gap_at(text, end).end;
			continue;
		}
		if (slips > 0 || proper || !is_only_letters(word) || !is_only_letters(piece) ||
		    !is_slip_of(word, piece))
			return TEXT_NOWHERE;
		slips++;
		at = gap_at(text, end).end;
	}
	return slips == 1 ? end : TEXT_NOWHERE;
}

/* Whether some right name stands just there: one board's name may be near another's. */
static bool is_right(const NameList *names, Text word)
{
	for (size_t i = 0; i < names->count; i++)
		if (equal_but_for_case(names->items[i].name, word))
			return true;
	return false;
}

void lint_name_spelling(LintText *t, size_t first, size_t end)
{
	const NameList *names = &t->lint->names.right;
	uint32_t letter = utf8_lower(utf8_at(t->text, first));
	size_t letters = end - first;
	if (utf8_before(t->text, first) == '-')
		return;
	for (size_t i = 0; i < names->count; i++) {
		const KnownName *known = &names->items[i];
		/* One letter more or less, and a genitive, are at most three bytes. */
		if (known->first != letter || letters + 3 < known->letters ||
		    letters > known->letters + 3)
			continue;
		size_t after = misspelt_end(t->text, first, known->name);
		if (after == TEXT_NOWHERE || is_right(names, text_cut(t->text, first, after)))
			continue;
		bool capital = utf8_at(t->text, first) != letter;
		lint_report(t, RULE_NAME_SPELLING, NAME_MISSPELT, first, after,
		            text_cut(t->text, first, after),
		            capital ? utf8_capitalised(t->lint->arena, known->name) : known->name);
		return;
	}
}
