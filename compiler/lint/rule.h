/* Rule: what the rules of writing are given, and how they report; for the files of this folder. */
#ifndef LINT_RULE_H
#define LINT_RULE_H

#include <stdbool.h>

#include "base/date.h"
#include "economics/tally.h"
#include "lint/lint.h"
#include "lint/names.h"
#include "lint/units.h"
#include "prose/numeral.h"
#include "prose/reading.h"
#include "prose/texts.h"

/* When a rule is asked of a text. Bits. */
typedef enum Trigger {
	AT_TEXT = 1 << 0,   /* once, about all of it */
	AT_NUMBER = 1 << 1, /* at each run of digits */
	AT_WORD = 1 << 2,   /* at each run of letters */
	AT_SIGN = 1 << 3,   /* at each other character that shows, and where two spaces begin */
} Trigger;

struct Lint {
	Arena *arena;
	const Agreement *agreement;
	const Ledger *ledger;
	Diagnostics *diagnostics;
	TallyCase tally;
	bool figures_open; /* a draft that lacks some is held against none of them */
	RuleWeight weights[WRITING_RULES];
	bool excepted[WRITING_RULES]; /* by the case */
	bool needed[WRITING_RULES];   /* the exception was */
	const WritingStyle *style;
	Text decision_section;
	Names names;
	UnitUse *units; /* for each document */
};

/* One text under reading. Places are bytes of `text`. */
typedef struct LintText {
	Lint *lint;
	const CaseText *it;
	Reading *reading;
	Text text;     /* the running text, in which {{...}} is overwritten */
	Date day;      /* of its document or of the case; a month alone as its first day */
	Trigger now;   /* what the rule is being asked at */
	size_t quoted; /* where the quotation ends that was last reported */
} LintText;

/* [first, end) is the run or the character that triggered it; all of the text at AT_TEXT. */
typedef void LintRule(LintText *t, size_t first, size_t end);

#define WRITING_RULE(symbol, name, weight, texts, trigger, function, about) LintRule function;
#include "model/writing_rules.def"

/*
 * Reports a place of the text, unless the register, the case or an {{undantag}} around the place
 * silences the rule; false when it did. Arguments are Texts. The code's sentence must name the
 * rule, so that the reader knows what to make an exception to.
 */
#define lint_report(t, rule, code, first, end, ...)                                                \
	lint_report_with((t), (rule), (code), (first), (end), (const Text[]){__VA_ARGS__},         \
	                 sizeof((const Text[]){__VA_ARGS__}) / sizeof(Text))
bool lint_report_with(LintText *t, WritingRule rule, DiagnosticCode code, size_t first, size_t end,
                      const Text *arguments, size_t count);
/* What was just reported would be right with `text` in place of some bytes. */
void lint_fix(const LintText *t, size_t first, size_t end, Text text);

/* Reports, shows `right` as the first argument, and gives it as the fix of the same bytes. */
void lint_replace(LintText *t, WritingRule rule, DiagnosticCode code, size_t first, size_t end,
                  Text right);

/* Looking around in a text, at most LOOK_BYTES to each side, so that a rule takes its time in
 * proportion to the text however that is written. */
enum { LOOK_BYTES = 1000, TOKEN_BYTES = 100 };

/* Whether a character is one of these ASCII characters; 0, beyond the text, is none. */
bool is_one_of(uint32_t character, const char *set);
/* The word before a place, beyond one gap: false when something else stands there. */
bool word_before(Text text, size_t at, size_t *first, size_t *end);
/* Where the number begins whose last run of digits begins at `first`: "1 800 000", "2,5". */
size_t number_start(Text text, size_t first);
/* The place itself, or the next one that is not within a character. */
size_t whole_character(Text text, size_t at);
/* The line that a place is in, without its end. */
Text line_around(Text text, size_t at, size_t *first);
/* The paragraph that a place is in: the lines around it down to the nearest blank ones. */
Text paragraph_around(Text text, size_t at, size_t *first);
/* Whether the line is part of a table in Markdown. */
bool is_in_table(Text text, size_t at);
/* Bytes [first, end) as they stand in the source, with what {{...}} says. */
Text typed_text(const LintText *t, size_t first, size_t end);
/* Whether one of the words stands at a place, as a whole; where it ends, or TEXT_NOWHERE. */
size_t any_word_end(Text text, size_t at, const Text *words, size_t count);

#define ANY_WORD_END(text, at, words)                                                              \
	any_word_end((text), (at), (words), sizeof(words) / sizeof(words)[0])

/* Whether a day in digits begins at a place where it should be in words. */
bool is_day_for_words(const LintText *t, size_t first);

/* Where the name that begins at a place ends, or TEXT_NOWHERE. A space is any gap. Only its first
 * letter may be of either case: that "Linköpings Stadsmission" is not written does not forbid
 * "Linköpings stadsmission". */
size_t name_end(Text text, size_t at, Text name);

#endif
