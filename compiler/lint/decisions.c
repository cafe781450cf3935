/* Decisions: the points that a board is asked to decide. */
#include <string.h>

#include "base/utf8.h"
#include "lint/rule.h"

static bool is_decision(const LintText *t)
{
	const Section *section = t->it->section;
	return section != NULL && (t->it->kind & (TEXT_POINT | TEXT_SECTION)) != 0 &&
	       text_equal(section->key.text, t->lint->decision_section);
}

static bool wants_clauses(const LintText *t)
{
	return t->lint->style->decisions.choice == DECISION_CLAUSES;
}

/* Points. A point of a list is one; a section's running text is as many as it has list marks. */

/* Where the words begin on a line that a list mark begins; TEXT_NOWHERE when none does. */
static size_t after_list_mark(Text text, size_t line)
{
	size_t at = line;
	while (at < text.length && text.bytes[at] == ' ')
		at++;
	size_t mark = at;
	while (at < text.length && is_digit((unsigned char)text.bytes[at]))
		at++;
	bool numbered = at > mark && at < text.length && strchr(".)", text.bytes[at]) != NULL;
	bool bullet = at == mark && at < text.length && strchr("-*+", text.bytes[at]) != NULL;
	if ((!numbered && !bullet) || utf8_at(text, at + 1) != ' ')
		return TEXT_NOWHERE;
	return gap_at(text, at + 1).end;
}

/* The next line after `at`. */
static size_t next_line(Text text, size_t at)
{
	size_t end = text_find(text, TEXT("\n"), at);
	return end == TEXT_NOWHERE ? text.length : end + 1;
}

/* Where the paragraph that begins at `first` ends: at a blank line or a list mark. */
static size_t paragraph_end(Text text, size_t first)
{
	size_t at = next_line(text, first);
	while (at < text.length && after_list_mark(text, at) == TEXT_NOWHERE &&
	       gap_at(text, at).end < next_line(text, at))
		at = next_line(text, at);
	while (at > first && strchr(" \t\r\n", text.bytes[at - 1]) != NULL)
		at--;
	return at;
}

typedef void CheckPoint(LintText *t, size_t first, size_t end);

/* Checks each point's first paragraph; what follows it in a point is its list. */
static void for_each_point(LintText *t, CheckPoint *check)
{
	Text text = t->text;
	if (!is_decision(t))
		return;
	size_t first = 0;
	while (first < text.length && strchr(" \t\r\n", text.bytes[first]) != NULL)
		first++;
	if (t->it->kind == TEXT_POINT) {
		check(t, first, paragraph_end(text, first));
		return;
	}
	for (size_t line = 0; line < text.length; line = next_line(text, line)) {
		size_t words = after_list_mark(text, line);
		if (words != TEXT_NOWHERE)
			check(t, words, paragraph_end(text, words));
	}
}

/* A sentence of its own. */

/* Whether the text that ends at `end` is closed by a note's mark or by signs of emphasis. */
static size_t without_closing_signs(const LintText *t, size_t first, size_t end)
{
	const RunningText *running = &t->reading->running;
	size_t insert = running->count;
	for (;;) {
		size_t before = end;
		while (insert > 0 && running->items[insert - 1].first >= end)
			insert--;
		if (insert > 0 && running->items[insert - 1].end == end &&
		    text_starts(running->items[insert - 1].body, TEXT("not ")))
			end = running->items[insert - 1].first;
		while (end > first && strchr("*_)", t->text.bytes[end - 1]) != NULL)
			end--;
		if (text_ends(text_cut(t->text, first, end), TEXT("”")))
			end -= sizeof "”" - 1;
		if (end == before)
			return end;
	}
}

static size_t skip_opening_signs(Text text, size_t first)
{
	while (first < text.length && (strchr("*_(", text.bytes[first]) != NULL ||
	                               text_starts(text_after(text, first), TEXT("”"))))
		utf8_next(text, &first);
	return first;
}

/* Where the last word of [first, end) begins; {{...}} is a word. */
static size_t last_word(const LintText *t, size_t first, size_t end)
{
	bool insert = utf8_before(t->text, end) == OVERWRITTEN;
	size_t at = end;
	while (at > first && strchr(" \n", t->text.bytes[at - 1]) == NULL &&
	       (t->text.bytes[at - 1] == OVERWRITTEN) == insert)
		at--;
	return at;
}

static void check_sentence(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	size_t word = skip_opening_signs(text, first), word_end = letters_end(text, word);
	uint32_t letter = utf8_at(text, word);
	if (word_end > word && utf8_upper(letter) != letter && !is_word(text, word, TEXT("att"))) {
		Text right = utf8_capitalised(t->lint->arena, text_cut(text, word, word_end));
		if (lint_report(t, RULE_DECISION_SENTENCE, DECISION_SMALL_LETTER, word, word_end,
		                right))
			lint_fix(t, word, word_end, right);
	}
	size_t last = without_closing_signs(t, first, end);
	/* A list of the point's own may follow a colon. */
	if (last <= first || strchr(".:", text.bytes[last - 1]) != NULL)
		return;
	size_t start = last_word(t, first, last);
	uint32_t before = utf8_before(text, last);
	bool certain = utf8_is_word(before) || before == OVERWRITTEN;
	if (lint_report(t, RULE_DECISION_SENTENCE, DECISION_WITHOUT_STOP, start, last, TEXT("")) &&
	    certain)
		lint_fix(t, last, last, TEXT("."));
}

void lint_decision_sentence(LintText *t, size_t first, size_t end)
{
	(void)first, (void)end;
	if (!wants_clauses(t))
		for_each_point(t, check_sentence);
}

/* Running text of several sentences is not points. */
void lint_decision_points(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	if (!is_decision(t) || t->it->kind != TEXT_SECTION)
		return;
	for (size_t line = first; line < end; line = next_line(text, line))
		if (after_list_mark(text, line) != TEXT_NOWHERE)
			return;
	Text whole = text_trim(text);
	first = (size_t)(whole.bytes - text.bytes);
	if (sentence_end(text, first) < first + whole.length)
		lint_report(t, RULE_DECISION_POINTS, DECISION_NOT_POINTS, first,
		            first + text_find(whole, TEXT("\n"), 0) < first + whole.length
		                    ? first + text_find(whole, TEXT("\n"), 0)
		                    : first + whole.length,
		            TEXT(""));
}

/* One action each. */

typedef struct DecisionVerb {
	Text present;
	Text infinitive;
} DecisionVerb;

/* Verbs that by themselves are a decision. Others are too common in what a decision is about. */
static const DecisionVerb verbs[] = {
        {TEXT_INIT("godkänner"), TEXT_INIT("godkänna")},
        {TEXT_INIT("antar"), TEXT_INIT("anta")},
        {TEXT_INIT("ger"), TEXT_INIT("ge")},
        {TEXT_INIT("uppdrar"), TEXT_INIT("uppdra")},
        {TEXT_INIT("beviljar"), TEXT_INIT("bevilja")},
        {TEXT_INIT("avslår"), TEXT_INIT("avslå")},
        {TEXT_INIT("fastställer"), TEXT_INIT("fastställa")},
        {TEXT_INIT("delegerar"), TEXT_INIT("delegera")},
        {TEXT_INIT("noterar"), TEXT_INIT("notera")},
        {TEXT_INIT("upphäver"), TEXT_INIT("upphäva")},
        {TEXT_INIT("överlämnar"), TEXT_INIT("överlämna")},
        {TEXT_INIT("avsätter"), TEXT_INIT("avsätta")},
        {TEXT_INIT("anslår"), TEXT_INIT("anslå")},
        {TEXT_INIT("tillstyrker"), TEXT_INIT("tillstyrka")},
        {TEXT_INIT("avstyrker"), TEXT_INIT("avstyrka")},
        {TEXT_INIT("utser"), TEXT_INIT("utse")},
        {TEXT_INIT("förklarar"), TEXT_INIT("förklara")},
        {TEXT_INIT("finansierar"), TEXT_INIT("finansiera")},
        {TEXT_INIT("återremitterar"), TEXT_INIT("återremittera")},
};

static bool is_verb(Text text, size_t at)
{
	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
		if (is_word(text, at, verbs[i].present) || is_word(text, at, verbs[i].infinitive))
			return true;
	return false;
}

/* Words that begin a clause within the decision: what follows is not decided but told. */
static bool opens_clause(Text text, size_t at)
{
	static const Text words[] = {
	        TEXT_INIT("som"),   TEXT_INIT("vilket"),   TEXT_INIT("vilka"), TEXT_INIT("när"),
	        TEXT_INIT("där"),   TEXT_INIT("eftersom"), TEXT_INIT("om"),    TEXT_INIT("hur"),
	        TEXT_INIT("medan"), TEXT_INIT("att"),
	};
	return ANY_WORD_END(text, at, words) != TEXT_NOWHERE;
}

/* "beslutar att": the decision itself is the clause. */
static bool introduces_decision(Text text, size_t first, size_t at)
{
	static const Text words[] = {TEXT_INIT("beslutar"), TEXT_INIT("besluta"),
	                             TEXT_INIT("föreslår"), TEXT_INIT("föreslås")};
	size_t word, end;
	if (at == first)
		return true;
	return word_before(text, at, &word, &end) && ANY_WORD_END(text, word, words) == end;
}

/* The reading of a point's only sentence, word by word. */
typedef struct ActionSearch {
	bool decided; /* a verb has been read */
	bool clause;  /* and after it a word that opens a clause */
} ActionSearch;

/* Where the second decision begins that `and` at [at, end) joins, or TEXT_NOWHERE. */
static size_t joined_decision(Text text, const ActionSearch *search, size_t at, size_t end)
{
	static const Text joining[] = {TEXT_INIT("och"), TEXT_INIT("samt")};
	if (!search->decided || ANY_WORD_END(text, at, joining) == TEXT_NOWHERE)
		return TEXT_NOWHERE;
	size_t next = gap_at(text, end).end, comma = at;
	if (is_word(text, next, TEXT("att")))
		next = gap_at(text, letters_end(text, next)).end;
	while (comma > 0 && strchr(" \n", text.bytes[comma - 1]) != NULL)
		comma--;
	/* Within a clause only a comma tells that it has ended. */
	if (search->clause && utf8_before(text, comma) != ',')
		return TEXT_NOWHERE;
	return is_verb(text, next) ? next : TEXT_NOWHERE;
}

static void check_actions(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	size_t stop = sentence_end(text, first);
	if (stop < end && utf8_at(text, stop) != OVERWRITTEN) {
		lint_report(t, RULE_DECISION_ACTION, DECISION_SEVERAL_SENTENCES, stop, end,
		            TEXT(""));
		end = stop;
	}
	ActionSearch search = {0};
	for (size_t at = first; at < end;) {
		size_t word_end = letters_end(text, at);
		if (word_end == at) {
			utf8_next(text, &at);
			continue;
		}
		size_t second = joined_decision(text, &search, at, word_end);
		if (second != TEXT_NOWHERE) {
			lint_report(t, RULE_DECISION_ACTION, DECISION_SEVERAL_ACTIONS, at,
			            letters_end(text, second),
			            text_cut(text, second, letters_end(text, second)));
			return;
		}
		if (opens_clause(text, at) && !introduces_decision(text, first, at))
			search.clause = search.decided;
		search.decided = search.decided || is_verb(text, at);
		at = word_end;
	}
}

void lint_decision_action(LintText *t, size_t first, size_t end)
{
	(void)first, (void)end;
	for_each_point(t, check_actions);
}

/* Sentences or clauses, as the municipality writes. */

static void check_clause(LintText *t, size_t first, size_t end)
{
	size_t word = skip_opening_signs(t->text, first), word_end = letters_end(t->text, word);
	bool clause = is_word(t->text, word, TEXT("att"));
	(void)end;
	if (word_end == word || clause == wants_clauses(t))
		return;
	lint_report(t, RULE_DECISION_CLAUSE, clause ? DECISION_IS_CLAUSE : DECISION_IS_NO_CLAUSE,
	            word, word_end, text_cut(t->text, word, word_end));
}

void lint_decision_clause(LintText *t, size_t first, size_t end)
{
	(void)first, (void)end;
	for_each_point(t, check_clause);
}

/* Understood alone. */

/* What stands in no minutes, after "enligt" or "i enlighet med". */
static bool points_elsewhere(Text text, size_t at)
{
	static const Text elsewhere[] = {
	        TEXT_INIT("ovan"),
	        TEXT_INIT("nedan"),
	        TEXT_INIT("ovanstående"),
	        TEXT_INIT("nedanstående"),
	        TEXT_INIT("bilaga"),
	        TEXT_INIT("bilagan"),
	        TEXT_INIT("bilagd"),
	        TEXT_INIT("bilagt"),
	        TEXT_INIT("bilagda"),
	        TEXT_INIT("bifogad"),
	        TEXT_INIT("bifogat"),
	        TEXT_INIT("bifogade"),
	        TEXT_INIT("föreliggande"),
	        TEXT_INIT("framlagd"),
	        TEXT_INIT("framlagt"),
	        TEXT_INIT("framlagda"),
	        TEXT_INIT("upprättat"),
	        TEXT_INIT("utskickat"),
	        TEXT_INIT("utsänt"),
	        TEXT_INIT("förslag"),
	        TEXT_INIT("förslaget"),
	        TEXT_INIT("tjänsteskrivelse"),
	        TEXT_INIT("tjänsteskrivelsen"),
	        TEXT_INIT("tjänsteskrivelsens"),
	        TEXT_INIT("tjänsteutlåtandet"),
	};
	return ANY_WORD_END(text, at, elsewhere) != TEXT_NOWHERE;
}

/* "omsorgs- och äldreförvaltningens förslag": the end of "förslag", or TEXT_NOWHERE. */
static size_t proposal_end(Text text, size_t at)
{
	static const Text proposals[] = {TEXT_INIT("förslag"), TEXT_INIT("skrivelse")};
	enum { WORDS_BETWEEN = 5 };
	for (int i = 0; i < WORDS_BETWEEN; i++) {
		size_t end = letters_end(text, at);
		if (end == at)
			return TEXT_NOWHERE;
		bool owner = text_ends(text_cut(text, at, end), TEXT("ens")) ||
		             text_ends(text_cut(text, at, end), TEXT("ets"));
		end += utf8_at(text, end) == '-';
		at = gap_at(text, end).end;
		if (owner && ANY_WORD_END(text, at, proposals) != TEXT_NOWHERE)
			return letters_end(text, at);
	}
	return TEXT_NOWHERE;
}

void lint_decision_alone(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	if (!is_decision(t))
		return;
	size_t next = gap_at(text, end).end;
	if (is_word(text, first, TEXT("i")) && is_word(text, next, TEXT("enlighet"))) {
		next = gap_at(text, letters_end(text, next)).end;
		if (!is_word(text, next, TEXT("med")))
			return;
		next = gap_at(text, letters_end(text, next)).end;
	} else if (!is_word(text, first, TEXT("enligt"))) {
		return;
	}
	size_t after =
	        points_elsewhere(text, next) ? letters_end(text, next) : proposal_end(text, next);
	if (after != TEXT_NOWHERE)
		lint_report(t, RULE_DECISION_ALONE, DECISION_NOT_ALONE, first, after,
		            text_cut(text, first, after));
}
