/* Lint: reading each text once, asking the rules at each place, and weighing what they say. */
#include "lint/lint.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "economics/needs.h"
#include "lint/rule.h"
#include "model/fields.h"

/* The rules. */

typedef struct RuleKind {
	Text name;
	unsigned texts;   /* TextKind */
	unsigned trigger; /* Trigger */
	LintRule *ask;
} RuleKind;

static const RuleKind kinds[WRITING_RULES] = {
#define WRITING_RULE(symbol, name_, weight, texts_, trigger_, function, about)                     \
	[RULE_##symbol] = {TEXT_INIT(name_), (texts_), (trigger_), function},
#include "model/writing_rules.def"
};

static const RuleWeight usual_weights[WRITING_RULES] = {
#define WRITING_RULE(symbol, name, weight, texts, trigger, function, about)                        \
	[RULE_##symbol] = WEIGHT_##weight,
#include "model/writing_rules.def"
};

/* Reporting. */

bool lint_report_with(LintText *t, WritingRule rule, DiagnosticCode code, size_t first, size_t end,
                      const Text *arguments, size_t count)
{
	Lint *lint = t->lint;
	RunningText *running = &t->reading->running;
	if (lint->weights[rule] == WEIGHT_OFF)
		return false;
	Insert *exception = exception_around(running->items, running->count, first);
	if (exception == NULL && end > first)
		exception = exception_around(running->items, running->count, end - 1);
	if (exception != NULL) {
		exception->needed = true;
		return false;
	}
	if (lint->excepted[rule]) {
		lint->needed[rule] = true;
		return false;
	}
	assert(text_find(diagnostic_kind(code)->sentence, kinds[rule].name, 0) != TEXT_NOWHERE);
	diagnose_with(lint->diagnostics, code, reading_place(t->reading, first, end), arguments,
	              count);
	diagnostic_weigh(lint->diagnostics,
	                 lint->weights[rule] == WEIGHT_ERROR ? SEVERITY_ERROR : SEVERITY_WARNING);
	return true;
}

void lint_fix(const LintText *t, size_t first, size_t end, Text text)
{
	if (t->reading->located)
		diagnostic_fix(t->lint->diagnostics, reading_place(t->reading, first, end), text);
}

void lint_replace(LintText *t, WritingRule rule, DiagnosticCode code, size_t first, size_t end,
                  Text right)
{
	if (lint_report(t, rule, code, first, end, right))
		lint_fix(t, first, end, right);
}

/* Looking around. */

bool is_one_of(uint32_t character, const char *set)
{
	return character > 0 && character < 0x80 && strchr(set, (int)character) != NULL;
}

bool word_before(Text text, size_t at, size_t *first, size_t *end)
{
	size_t place = at;
	for (size_t i = 0; i < GAP_BYTES && place > 0; i++) {
		if (strchr(" \t\n\r", text.bytes[place - 1]) != NULL)
			place--;
		else if (text_ends(text_cut(text, 0, place), TEXT("\xC2\xA0")))
			place -= 2;
		else
			break;
	}
	*end = place;
	while (utf8_is_letter(utf8_before(text, place)))
		place -= (unsigned char)text.bytes[place - 1] < 0x80 ? 1 : 2;
	*first = place;
	return place < *end && *end < at;
}

size_t whole_character(Text text, size_t at)
{
	while (at < text.length && ((unsigned char)text.bytes[at] & 0xC0) == 0x80)
		at++;
	return at;
}

Text line_around(Text text, size_t at, size_t *first)
{
	size_t start = at, end = at;
	while (start > 0 && at - start < LOOK_BYTES && text.bytes[start - 1] != '\n')
		start--;
	while (end < text.length && end - at < LOOK_BYTES && text.bytes[end] != '\n')
		end++;
	*first = start;
	return text_cut(text, start, end);
}

Text paragraph_around(Text text, size_t at, size_t *first)
{
	size_t start, line;
	Text around = line_around(text, at, &start);
	size_t end = start + around.length;
	while (start > 0 && at - start < LOOK_BYTES) {
		if (text_trim(line_around(text, start - 1, &line)).length == 0)
			break;
		start = line;
	}
	while (end + 1 < text.length && end - at < LOOK_BYTES) {
		around = line_around(text, end + 1, &line);
		if (text_trim(around).length == 0)
			break;
		end = line + around.length;
	}
	*first = start;
	return text_cut(text, start, end);
}

bool is_in_table(Text text, size_t at)
{
	size_t first;
	return text_find(line_around(text, at, &first), TEXT("|"), 0) != TEXT_NOWHERE;
}

Text typed_text(const LintText *t, size_t first, size_t end)
{
	if (t->reading->located)
		return span_text(reading_place(t->reading, first, end));
	return text_cut(t->text, first, end);
}

static bool is_digit_at(Text text, size_t at)
{
	return at < text.length && is_digit((unsigned char)text.bytes[at]);
}

static bool is_group(Text text, size_t first)
{
	return is_digit_at(text, first + 2) && !is_digit_at(text, first + 3);
}

size_t number_start(Text text, size_t first)
{
	for (;;) {
		size_t before = first;
		if (first >= 1 && strchr(",.", text.bytes[first - 1]) != NULL)
			before = first - 1;
		else if (first >= 1 && text.bytes[first - 1] == ' ' && is_group(text, first))
			before = first - 1;
		else if (is_group(text, first) &&
		         text_ends(text_cut(text, 0, first), TEXT("\xC2\xA0")))
			before = first - 2;
		if (before == first || before == 0 || !is_digit_at(text, before - 1))
			return first;
		first = before;
		while (first > 0 && is_digit_at(text, first - 1))
			first--;
	}
}

size_t any_word_end(Text text, size_t at, const Text *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_word(text, at, words[i]))
			return at + words[i].length;
	return TEXT_NOWHERE;
}

size_t name_end(Text text, size_t at, Text name)
{
	size_t in_name = 0;
	bool begins = true;
	while (in_name < name.length) {
		uint32_t wanted = utf8_next(name, &in_name);
		if (at >= text.length)
			return TEXT_NOWHERE;
		if (wanted == ' ' && gap_at(text, at).spaced) {
			at = gap_at(text, at).end;
			continue;
		}
		uint32_t got = utf8_next(text, &at);
		if (got != wanted && (!begins || utf8_lower(got) != utf8_lower(wanted)))
			return TEXT_NOWHERE;
		begins = false;
	}
	return at;
}

static Date day_of(const Lint *lint, const DocumentPlan *plan)
{
	Date day = plan != NULL && date_is_given(plan->date.date)
	                   ? plan->date.date
	                   : lint->agreement->matter.date.date;
	if (date_is_given(day) && day.day == 0)
		day.day = 1;
	return day;
}

/* Going through a text. */

/* The rules that read a kind of text, by what triggers them. */
typedef struct Asked {
	WritingRule rules[WRITING_RULES];
	size_t count;
} Asked;

static Asked rules_asked(const Lint *lint, TextKind kind, Trigger trigger)
{
	Asked asked = {.count = 0};
	for (WritingRule rule = 0; rule < WRITING_RULES; rule++)
		if (lint->weights[rule] != WEIGHT_OFF && kinds[rule].texts & kind &&
		    kinds[rule].trigger & trigger)
			asked.rules[asked.count++] = rule;
	return asked;
}

static void ask(LintText *t, const Asked *asked, Trigger now, size_t first, size_t end)
{
	t->now = now;
	for (size_t i = 0; i < asked->count; i++)
		kinds[asked->rules[i]].ask(t, first, end);
}

static void read_places(LintText *t)
{
	Asked numbers = rules_asked(t->lint, t->it->kind, AT_NUMBER);
	Asked words = rules_asked(t->lint, t->it->kind, AT_WORD);
	Asked signs = rules_asked(t->lint, t->it->kind, AT_SIGN);
	for (size_t at = 0; at < t->text.length;) {
		size_t first = at;
		uint32_t character = utf8_next(t->text, &at);
		if (utf8_is_letter(character)) {
			at = letters_end(t->text, first);
			ask(t, &words, AT_WORD, first, at);
		} else if (is_digit(character)) {
			while (at < t->text.length && is_digit((unsigned char)t->text.bytes[at]))
				at++;
			ask(t, &numbers, AT_NUMBER, first, at);
		} else if (character > ' ' ||
		           (character == ' ' && at < t->text.length && t->text.bytes[at] == ' ')) {
			ask(t, &signs, AT_SIGN, first, at);
		}
	}
}

static void read_text(Lint *lint, const CaseText *it)
{
	Reading reading = reading_of(lint->arena, &it->text);
	LintText t = {.lint = lint,
	              .it = it,
	              .reading = &reading,
	              .text = reading.running.text,
	              .day = day_of(lint, it->plan)};
	if (it->kind & TEXTS_RUNNING && !lint->figures_open)
		tally_text(&lint->tally, &reading, lint->diagnostics);
	Asked wholes = rules_asked(lint, it->kind, AT_TEXT);
	ask(&t, &wholes, AT_TEXT, 0, t.text.length);
	read_places(&t);
	/* An exception may be needed when the figures are known. */
	if (!lint->figures_open)
		reading_report_exceptions(&reading, lint->diagnostics);
}

/* The case. */

static void weigh_rules(Lint *lint)
{
	const Register *shared = lint->agreement->shared;
	for (WritingRule rule = 0; rule < WRITING_RULES; rule++) {
		const ChoiceValue *weight = &shared->weights.of[rule];
		lint->weights[rule] =
		        VALUE_GIVEN(*weight) ? (RuleWeight)weight->choice : usual_weights[rule];
		lint->excepted[rule] = VALUE_GIVEN(lint->agreement->exceptions.of[rule]);
	}
}

Lint *lint_open(Arena *arena, const Agreement *agreement, const Ledger *ledger,
                Diagnostics *diagnostics)
{
	Lint *lint = ARENA_NEW(arena, Lint);
	lint->arena = arena;
	lint->agreement = agreement;
	lint->ledger = ledger;
	lint->diagnostics = diagnostics;
	lint->style = &agreement->shared->style;
	lint->decision_section = lint->style->decision_sections.text;
	if (lint->decision_section.length == 0)
		lint->decision_section =
		        record_field(&record_style, TEXT("beslut står under"))->otherwise;
	lint->units = ARENA_ARRAY(arena, UnitUse, agreement->documents.count + 1);
	lint->names = names_collect(arena, agreement);
	lint->figures_open = figures_are_open(agreement);
	tally_case_open(arena, agreement, ledger, &lint->tally);
	weigh_rules(lint);
	return lint;
}

/* Words that weigh a rule in the register say nothing about why a case does not follow it. */
static bool is_reason(Text text)
{
	const Choices *words = record_weights.fields[0].choices;
	for (size_t i = 0; i < words->count; i++)
		if (text_equal(text, words->words[i]))
			return false;
	return text.length > 3 && utf8_is_letter(utf8_at(text, 0));
}

static void check_reasons(const Lint *lint)
{
	for (WritingRule rule = 0; rule < WRITING_RULES; rule++) {
		const TextValue *reason = &lint->agreement->exceptions.of[rule];
		if (VALUE_GIVEN(*reason) && !is_reason(reason->text))
			diagnose(lint->diagnostics, RULE_EXCEPTION_REASON, reason->span,
			         reason->text, kinds[rule].name);
	}
}

void lint_case(Lint *lint)
{
	check_reasons(lint);
	CaseTexts texts = case_texts(lint->arena, lint->agreement);
	for (size_t i = 0; i < texts.count; i++)
		read_text(lint, &texts.items[i]);
}

void lint_file(Lint *lint, const Source *source, const DocumentPlan *plan, const Section *section)
{
	CaseText it = {.text = {span_of(source, 0, source->bytes.length), source->bytes},
	               .kind = TEXT_SECTION,
	               .plan = plan,
	               .section = section};
	read_text(lint, &it);
}

void lint_end(Lint *lint)
{
	for (WritingRule rule = 0; rule < WRITING_RULES; rule++)
		if (lint->excepted[rule] && !lint->needed[rule])
			diagnose(lint->diagnostics, RULE_EXCEPTION_NOT_NEEDED,
			         lint->agreement->exceptions.of[rule].span, kinds[rule].name);
}
