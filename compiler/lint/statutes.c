/* Statutes: numbers and names of acts, held against the register and the document's day. */
#include "base/swedish.h"
#include "base/utf8.h"
#include "lint/rule.h"
#include "model/identifier.h"

static bool is_repealed(const Statute *statute, Date day)
{
	return date_is_given(day) && date_is_given(statute->repealed.date) &&
	       date_order(day, statute->repealed.date) >= 0;
}

static bool is_early(const Statute *statute, Date day)
{
	return date_is_given(day) && date_is_given(statute->from.date) &&
	       date_order(day, statute->from.date) < 0;
}

static const Statute *statute_numbered(const Register *shared, Text number)
{
	const Statute *statutes = shared->statutes.items;
	for (size_t i = 0; i < shared->statutes.count; i++)
		if (text_equal(statutes[i].key.text, number))
			return &statutes[i];
	return NULL;
}

/* Names. */

/* A statute's names by number, from 0; empty after the last. */
static Text name_at(const Statute *statute, size_t index)
{
	const TextItem *others = statute->other_names.items;
	if (index == 0)
		return statute->name.text;
	return index <= statute->other_names.count ? others[index - 1].text.text : (Text){0};
}

/* "socialtjänstlagen" without its article, as in the title of the act. */
static Text without_article(Text name)
{
	if (text_ends(name, TEXT("lagen")) || text_ends(name, TEXT("förordningen")))
		return text_cut(name, 0, name.length - 2);
	return name;
}

/* Whether `name` ends right before a place, as whole words and perhaps in the genitive. */
static bool name_ends_at(Text text, size_t end, Text name)
{
	if (name.length == 0 || name.length > end)
		return false;
	size_t start = end - name.length;
	return whole_character(text, start) == start && name_end(text, start, name) == end &&
	       !utf8_is_letter(utf8_before(text, start));
}

static bool name_stands_before(Text text, size_t at, Text name)
{
	size_t first, end;
	if (!word_before(text, at, &first, &end))
		return false;
	size_t root = text.bytes[end - 1] == 's' ? end - 1 : end;
	return name_ends_at(text, end, name) || name_ends_at(text, root, name) ||
	       name_ends_at(text, end, without_article(name));
}

/* "lagen (1976:580) om medbestämmande i arbetslivet": the number stands within the name. */
static bool name_stands_around(Text text, size_t open, size_t close, Text name)
{
	size_t about = text_find(name, TEXT(" om "), 0);
	if (about == TEXT_NOWHERE || !name_stands_before(text, open, text_cut(name, 0, about)))
		return false;
	return name_end(text, gap_at(text, close).end, text_after(name, about + 1)) != TEXT_NOWHERE;
}

/* References with a number: "(2001:453)", "(SFS 2001:453)". */

typedef struct Cited {
	size_t open, close;     /* the parenthesis */
	size_t first, end;      /* the number in it */
	const Statute *statute; /* in the register, or NULL */
} Cited;

static bool read_cited(const LintText *t, size_t open, Cited *cited)
{
	Text text = t->text;
	size_t first = open + 1;
	if (text.bytes[open] != '(')
		return false;
	if (is_word(text, first, TEXT("sfs")))
		first = gap_at(text, first + 3).end;
	size_t end = statute_number_end(text, first);
	if (end == TEXT_NOWHERE || utf8_at(text, end) != ')')
		return false;
	*cited = (Cited){.open = open, .close = end + 1, .first = first, .end = end};
	cited->statute = statute_numbered(t->lint->agreement->shared, text_cut(text, first, end));
	return true;
}

/* Whether the reference calls its number by one of the statute's names. */
static bool is_called(Text text, const Cited *cited, const Statute *statute)
{
	for (size_t i = 0; name_at(statute, i).length > 0; i++) {
		Text name = name_at(statute, i);
		if (name_stands_before(text, cited->open, name) ||
		    name_stands_around(text, cited->open, cited->close, name))
			return true;
	}
	return false;
}

static Text name_and_number(Arena *arena, const Statute *statute)
{
	Text parts[] = {statute->name.text, TEXT(" ("), statute->key.text, TEXT(")")};
	return text_join(arena, parts, 4);
}

/* The statute that a name was probably meant for, when the number is not one of that name: the one
 * in force, or NULL when nothing is known by the name, or the number is right. */
static const Statute *meant_instead(const LintText *t, const Cited *cited)
{
	const Register *shared = t->lint->agreement->shared;
	const Statute *statutes = shared->statutes.items, *meant = NULL;
	for (size_t i = 0; i < shared->statutes.count; i++) {
		if (!is_called(t->text, cited, &statutes[i]))
			continue;
		if (&statutes[i] == cited->statute)
			return NULL;
		if (meant == NULL || is_repealed(meant, t->day) || is_early(meant, t->day))
			meant = &statutes[i];
	}
	return meant;
}

void lint_statute_number(LintText *t, size_t first, size_t end)
{
	Cited cited;
	(void)end;
	if (!read_cited(t, first, &cited))
		return;
	const Statute *meant = meant_instead(t, &cited);
	if (meant != NULL)
		lint_report(t, RULE_STATUTE_NUMBER, STATUTE_NUMBER, cited.first, cited.end,
		            text_cut(t->text, cited.first, cited.end),
		            name_and_number(t->lint->arena, meant));
}

void lint_statute_unknown(LintText *t, size_t first, size_t end)
{
	Cited cited;
	(void)end;
	if (read_cited(t, first, &cited) && cited.statute == NULL &&
	    meant_instead(t, &cited) == NULL)
		lint_report(t, RULE_STATUTE_UNKNOWN, STATUTE_UNKNOWN, cited.first, cited.end,
		            text_cut(t->text, cited.first, cited.end));
}

void lint_statute_early(LintText *t, size_t first, size_t end)
{
	Cited cited;
	(void)end;
	if (!read_cited(t, first, &cited) || cited.statute == NULL ||
	    !is_early(cited.statute, t->day))
		return;
	Arena *arena = t->lint->arena;
	lint_report(t, RULE_STATUTE_EARLY, STATUTE_EARLY, cited.first, cited.end,
	            utf8_capitalised(arena, name_and_number(arena, cited.statute)),
	            swedish_date(arena, cited.statute->from.date), swedish_date(arena, t->day));
}

/* Repealed statutes. */

/* Whether the paragraph around a place also names a number: then it tells what came instead. */
static bool paragraph_names(Text text, size_t at, Text number)
{
	size_t first;
	return text_find(paragraph_around(text, at, &first), number, 0) != TEXT_NOWHERE;
}

static void report_repealed(LintText *t, const Statute *statute, size_t first, size_t end)
{
	Arena *arena = t->lint->arena;
	const Statute *successor = statute->successor;
	if (successor != NULL && paragraph_names(t->text, first, successor->key.text))
		return;
	Text instead = TEXT(" Slå upp vad som gäller i stället.");
	if (successor != NULL) {
		Text parts[] = {TEXT(" Den ersattes av "), name_and_number(arena, successor),
		                TEXT(". Paragraferna motsvarar inte varandra, så slå upp det nya "
		                     "lagrummet.")};
		instead = text_join(arena, parts, 3);
	}
	lint_report(t, RULE_STATUTE_REPEALED, STATUTE_REPEALED, first, end,
	            utf8_capitalised(arena, name_and_number(arena, statute)),
	            swedish_date(arena, statute->repealed.date), instead);
}

/* Whether a statute of the same name is in force: then the name alone means that one. */
static bool name_is_in_force(const Register *shared, Text name, Date day)
{
	const Statute *statutes = shared->statutes.items;
	for (size_t i = 0; i < shared->statutes.count; i++)
		for (size_t k = 0; name_at(&statutes[i], k).length > 0; k++)
			if (text_equal(name_at(&statutes[i], k), name) &&
			    !is_repealed(&statutes[i], day))
				return true;
	return false;
}

/* A name without number. */
static void check_name(LintText *t, const Statute *statute, size_t first)
{
	Text text = t->text;
	for (size_t i = 0; name_at(statute, i).length > 0; i++) {
		Text name = name_at(statute, i);
		size_t end = name_end(text, first, name);
		if (end == TEXT_NOWHERE || utf8_is_letter(utf8_before(text, first)))
			continue;
		size_t after = end + (utf8_at(text, end) == 's');
		/* An abbreviation is written in just one way. */
		bool same = i == 0 || text_equal(text_cut(text, first, end), name);
		Cited cited;
		size_t open = gap_at(text, after).end;
		if (!same || utf8_is_letter(utf8_at(text, after)) ||
		    (open < text.length && read_cited(t, open, &cited)) ||
		    name_is_in_force(t->lint->agreement->shared, name, t->day))
			continue;
		report_repealed(t, statute, first, after);
		return;
	}
}

void lint_statute_repealed(LintText *t, size_t first, size_t end)
{
	const Register *shared = t->lint->agreement->shared;
	const Statute *statutes = shared->statutes.items;
	Cited cited;
	(void)end;
	if (t->now == AT_SIGN) {
		if (read_cited(t, first, &cited) && cited.statute != NULL &&
		    is_repealed(cited.statute, t->day))
			report_repealed(t, cited.statute, cited.first, cited.end);
		return;
	}
	for (size_t i = 0; i < shared->statutes.count; i++)
		if (is_repealed(&statutes[i], t->day))
			check_name(t, &statutes[i], first);
}
