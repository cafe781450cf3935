/* Directive: telling instructions apart, and finding where each ends. */
#include "template/directive.h"

#include <assert.h>

#include "source/suggest.h"

static const Directive directives[] = {
#define DIRECTIVE(word, closing, run, where, argument, about, example)                             \
	{DIRECTIVE_##run,     TEXT_INIT(word),  TEXT_INIT(closing), (where),                       \
	 ARGUMENT_##argument, TEXT_INIT(about), TEXT_INIT(example)},
#include "template/directives.def"
#undef DIRECTIVE
};

static const Text otherwise = TEXT_INIT("annars");

const Directive *directive_at(size_t index)
{
	return &directives[index];
}

/* Words. */

static Text first_word(Text body)
{
	return text_cut(body, 0, text_find(body, TEXT(" "), 0));
}

static const Directive *directive_called(Text body)
{
	Text word = first_word(body);
	for (size_t i = 0; i < DIRECTIVES; i++)
		if (text_equal(directives[i].word, word))
			return &directives[i];
	return NULL;
}

/* "varje parter som part": an opening word without its #. */
static const Directive *directive_without_sign(Text body)
{
	Text word = first_word(body);
	for (size_t i = 0; i < DIRECTIVES; i++)
		if (directives[i].closing.length > 0 &&
		    text_equal(text_after(directives[i].word, 1), word))
			return &directives[i];
	return NULL;
}

/* Words that only make sense after an opening one, and misspelt ones. */
static bool is_stray(Text body)
{
	return text_starts(body, TEXT("#")) || text_starts(body, TEXT("/")) ||
	       text_equal(first_word(body), otherwise) || directive_without_sign(body) != NULL;
}

bool directive_is_one(Text body)
{
	return directive_called(body) != NULL || is_stray(body);
}

bool directive_is_end(Text body)
{
	return text_starts(body, TEXT("/")) || text_equal(body, otherwise);
}

bool directive_is_part_of_line(Text body)
{
	const Directive *directive = directive_called(body);
	return directive != NULL && directive->where & INLINE && directive->closing.length == 0;
}

static bool is_closing(Text body)
{
	for (size_t i = 0; i < DIRECTIVES; i++)
		if (directives[i].closing.length > 0 && text_equal(directives[i].closing, body))
			return true;
	return false;
}

/* The words that one could be meant for: a closing one for what begins with /, else a directive's
 * or that which divides one. */
static size_t words_like(Text word, Text names[DIRECTIVES + 1])
{
	size_t count = 0;
	bool closing = text_starts(word, TEXT("/"));
	for (size_t i = 0; i < DIRECTIVES; i++)
		if (!closing || directives[i].closing.length > 0)
			names[count++] = closing ? directives[i].closing : directives[i].word;
	if (!closing)
		names[count++] = otherwise;
	return count;
}

static Text nearest_word(Text word)
{
	Text names[DIRECTIVES + 1];
	size_t count = words_like(word, names);
	return suggest_nearest(word, names, count);
}

/* The directive that a placeholder's text opens, misspelt or not, or NULL. */
static const Directive *directive_meant(Text body)
{
	const Directive *directive = directive_called(body);
	if (directive == NULL && text_starts(body, TEXT("#")))
		directive = directive_called(nearest_word(first_word(body)));
	return directive != NULL ? directive : directive_without_sign(body);
}

void directive_words(Arena *arena, TextList *words)
{
	for (size_t i = 0; i < DIRECTIVES; i++)
		*ARENA_PUSH(arena, words) = directives[i].word;
	*ARENA_PUSH(arena, words) = otherwise;
}

static void report_near(Text word, Span place, Diagnostics *diagnostics)
{
	Text names[DIRECTIVES + 1];
	size_t count = words_like(word, names);
	suggest_report(diagnostics, &(UnknownName){.name = word,
	                                           .span = place,
	                                           .names = names,
	                                           .count = count,
	                                           .near = UNKNOWN_DIRECTIVE_NEAR,
	                                           .far = UNKNOWN_DIRECTIVE});
}

bool directive_report_near(Text name, Span place, Diagnostics *diagnostics)
{
	bool near = nearest_word(first_word(name)).length > 0;
	if (near)
		report_near(first_word(name), place, diagnostics);
	return near;
}

/* Pairs. */

/* The placeholder that a mark is, alone or within a line. */
static const Mark *placeholder_of(const Mark *mark, bool within_line)
{
	if (within_line)
		return mark->kind == MARK_PLACEHOLDER ? mark : NULL;
	return mark_alone(mark);
}

/* "{{/om}}", and "{{/omm}}" or "{{/om x}}", which close nothing else. */
static bool closes(Text body, const Directive *directive)
{
	if (text_equal(body, directive->closing))
		return true;
	return directive->closing.length > 0 && text_starts(body, TEXT("/")) && !is_closing(body) &&
	       suggest_nearest(first_word(body), &directive->closing, 1).length > 0;
}

static const Directive *directive_closed(Text body)
{
	for (size_t i = 0; i < DIRECTIVES; i++)
		if (closes(body, &directives[i]))
			return &directives[i];
	return NULL;
}

/* The openings of a list of siblings that are still to be closed, and for each directive how many
 * more closings than openings lie ahead. */
typedef struct Pairing {
	struct OpenMark {
		Mark *mark;
		const Directive *directive;
	} * items;
	size_t count;
	size_t capacity;
	int ahead[DIRECTIVES];
	int open[DIRECTIVES];
} Pairing;

/*
 * A closing word ends the innermost directive. Where that is another one, a half is missing, and
 * the numbers tell which: when fewer closings lie ahead than there are openings, the innermost has
 * none; when more do, this closing has no opening. Where both tally they are interlaced, and the
 * inner one counts as not closed.
 */
static void pair_closing(Pairing *p, Mark *mark, const Directive *directive)
{
	while (p->count > 0 && p->open[directive->name] > 0) {
		struct OpenMark top = p->items[p->count - 1];
		DirectiveWord inner = top.directive->name;
		bool is_missing = p->ahead[inner] < p->open[inner];
		bool is_surplus = p->ahead[directive->name] + 1 > p->open[directive->name];
		if (top.directive != directive && !is_missing && is_surplus)
			return;
		p->count--;
		p->open[inner]--;
		if (top.directive != directive)
			continue;
		top.mark->closing = mark;
		mark->closes = true;
		return;
	}
}

/* How a mark opens (1) or closes (-1) a directive, or neither. */
static int step_of(const Mark *mark, bool within_line, const Directive **directive)
{
	const Mark *placeholder = placeholder_of(mark, within_line);
	*directive = placeholder != NULL ? placeholder->calls : NULL;
	if (*directive != NULL)
		return (*directive)->closing.length > 0 ? 1 : 0;
	*directive = placeholder != NULL ? placeholder->ends : NULL;
	return *directive != NULL ? -1 : 0;
}

static void pair_siblings(Arena *arena, Mark *first, bool within_line)
{
	Pairing pairing = {0};
	const Directive *directive = NULL;
	for (const Mark *mark = first; mark != NULL; mark = mark->next) {
		int step = step_of(mark, within_line, &directive);
		if (step != 0)
			pairing.ahead[directive->name] -= step;
	}
	for (Mark *mark = first; mark != NULL; mark = mark->next) {
		int step = step_of(mark, within_line, &directive);
		if (step == 0)
			continue;
		pairing.ahead[directive->name] += step;
		if (step > 0) {
			*ARENA_PUSH(arena, &pairing) = (struct OpenMark){mark, directive};
			pairing.open[directive->name]++;
		} else {
			pair_closing(&pairing, mark, directive);
		}
	}
}

void directives_pair(Arena *arena, Mark *root)
{
	for (Mark *mark = root; mark != NULL; mark = mark_following(mark)) {
		if (mark->kind != MARK_PLACEHOLDER)
			continue;
		mark->calls = directive_meant(mark->text);
		mark->ends = mark->calls == NULL ? directive_closed(mark->text) : NULL;
	}
	for (Mark *mark = root; mark != NULL; mark = mark_following(mark))
		pair_siblings(arena, mark->first, !mark_holds_blocks(mark));
}

const Mark *directive_unopened(DirectiveWord name, const Mark *first, const Mark *end,
                               bool within_line)
{
	for (const Mark *mark = first; mark != NULL && mark != end; mark = mark->next) {
		const Mark *placeholder = placeholder_of(mark, within_line);
		if (placeholder != NULL && !mark->closes && placeholder->ends == &directives[name])
			return mark;
		if (mark->closing != NULL) /* whole pairs are passed over */
			mark = mark->closing;
	}
	return NULL;
}

static bool is_excused(const DirectiveReader *reader, const Mark *placeholder)
{
	for (size_t i = 0; i < reader->excused->count; i++)
		if (reader->excused->items[i] == placeholder)
			return true;
	return false;
}

/* The placeholder that would close the directive if it stood where it should: the next in reading
 * order, within whatever it stands. */
static const Mark *find_closing_elsewhere(const Mark *opening, const Directive *directive)
{
	int depth = 0;
	for (const Mark *m = mark_following(opening); m != NULL; m = mark_following(m)) {
		if (m->calls == directive)
			depth++;
		else if (m->ends == directive && depth-- == 0)
			return m;
	}
	return NULL;
}

/* One half of the pair is alone in its paragraph and the other within a line, or each within a line
 * of another paragraph: the one in a line is to be moved. Otherwise pairs have been interlaced. */
static void report_unclosed(const DirectiveReader *reader, const DirectiveCall *call,
                            const Mark *elsewhere)
{
	const Mark *opening = call->placeholder;
	bool in_line = elsewhere != NULL && mark_alone(elsewhere->parent) == NULL;
	bool apart = elsewhere != NULL && elsewhere->parent != opening->parent;
	if (call->within_line && apart)
		diagnose(reader->diagnostics, DIRECTIVE_ALONE, opening->span, opening->text);
	else if (!call->within_line && in_line)
		diagnose(reader->diagnostics, DIRECTIVE_ALONE, elsewhere->span, elsewhere->text);
	else
		diagnose(reader->diagnostics, DIRECTIVE_OPEN, opening->span, opening->text,
		         call->directive->closing);
}

/* Behind the sibling of `mark` that holds `inner`; `end` when none does. */
static const Mark *after_sibling_with(const Mark *mark, const Mark *end, const Mark *inner)
{
	while (inner != NULL && inner->parent != mark->parent)
		inner = inner->parent;
	for (const Mark *sibling = mark; inner != NULL && sibling != end; sibling = sibling->next)
		if (sibling == inner)
			return sibling->next;
	return end;
}

/* The pair tells which closing word is meant, however it is spelt. */
static void report_closing(const Mark *closing, const Directive *directive,
                           Diagnostics *diagnostics)
{
	diagnose(diagnostics, UNKNOWN_DIRECTIVE_NEAR, closing->span, closing->text,
	         directive->closing);
	Span written = span_find(closing->span, closing->text);
	if (text_equal(span_text(written), closing->text))
		diagnostic_fix(diagnostics, written, directive->closing);
}

/* What the directive encloses, and where to go on. */
static void find_body(const DirectiveReader *reader, const Mark *mark, const Mark *end,
                      DirectiveCall *call)
{
	const Directive *directive = call->directive;
	call->body = mark->next;
	call->close = mark->closing;
	if (call->close != NULL) {
		const Mark *closing = call->within_line ? call->close : call->close->first;
		if (!text_equal(closing->text, directive->closing))
			report_closing(closing, directive, reader->diagnostics);
		call->next = call->close->next;
		return;
	}
	call->unclosed = true;
	const Mark *elsewhere = find_closing_elsewhere(call->placeholder, directive);
	if (elsewhere != NULL && is_excused(reader, elsewhere))
		elsewhere = NULL;
	if (!call->misplaced)
		report_unclosed(reader, call, elsewhere);
	if (elsewhere != NULL)
		*ARENA_PUSH(reader->scope->arena, reader->excused) = elsewhere;
	call->close = after_sibling_with(mark, end, elsewhere);
	call->next = call->misplaced ? mark->next : call->close;
}

const Mark *directive_otherwise(const DirectiveCall *call)
{
	for (const Mark *mark = call->body; mark != NULL && mark != call->close;
	     mark = mark->next) {
		const Mark *placeholder = placeholder_of(mark, call->within_line);
		if (placeholder != NULL && text_equal(placeholder->text, otherwise))
			return mark;
		if (mark->closing != NULL) /* whole pairs are passed over */
			mark = mark->closing;
	}
	return NULL;
}

/* Reading. */

/* "{{#if x}} ... {{/if}}" has one fault, not two. */
static void excuse_end_of(const DirectiveReader *reader, const Mark *opening)
{
	Text name = text_after(first_word(opening->text), 1);
	for (const Mark *m = mark_following(opening); m != NULL; m = mark_following(m)) {
		if (m->kind != MARK_PLACEHOLDER || !text_starts(m->text, TEXT("/")) ||
		    !text_equal(text_after(m->text, 1), name))
			continue;
		*ARENA_PUSH(reader->scope->arena, reader->excused) = m;
		return;
	}
}

static void report_stray(const DirectiveReader *reader, const Mark *placeholder)
{
	Text body = placeholder->text, word = first_word(body);
	if (text_starts(body, TEXT("#"))) {
		diagnose(reader->diagnostics, UNKNOWN_DIRECTIVE, placeholder->span, body);
		excuse_end_of(reader, placeholder);
	} else if (text_equal(word, otherwise) && body.length > word.length) {
		diagnose(reader->diagnostics, DIRECTIVE_SURPLUS, placeholder->span, body, word);
	} else {
		diagnose(reader->diagnostics, DIRECTIVE_CLOSE, placeholder->span, body);
		/* What had begun here would have ended further down. */
		const Directive *divided = &directives[DIRECTIVE_run_if];
		const Mark *closing = text_equal(body, otherwise)
		                              ? find_closing_elsewhere(placeholder, divided)
		                              : NULL;
		if (closing != NULL)
			*ARENA_PUSH(reader->scope->arena, reader->excused) = closing;
	}
}

/* Reports a word that is no directive's as it stands; returns the one that was meant, or NULL. */
static const Directive *read_stray(const DirectiveReader *reader, const Mark *placeholder)
{
	const Directive *meant = placeholder->calls;
	if (is_excused(reader, placeholder))
		return NULL;
	if (meant == NULL) {
		report_stray(reader, placeholder);
		return NULL;
	}
	report_near(first_word(placeholder->text), placeholder->span, reader->diagnostics);
	return meant;
}

static bool may_stand(const DirectiveReader *reader, const DirectiveCall *call)
{
	const Mark *placeholder = call->placeholder;
	if (!(call->directive->where & reader->place)) {
		bool of_sections = (call->directive->where & IN_DOCUMENTS) == IN_SECTIONS &&
		                   (reader->place & IN_DOCUMENTS) != 0;
		diagnose(reader->diagnostics,
		         of_sections ? DIRECTIVE_OUTSIDE_SECTION : DIRECTIVE_PLACE,
		         placeholder->span, placeholder->text);
		return false;
	}
	if (call->within_line && !(call->directive->where & INLINE)) {
		diagnose(reader->diagnostics, DIRECTIVE_ALONE, placeholder->span,
		         placeholder->text);
		return false;
	}
	return true;
}

static Text argument_of(Text body)
{
	return text_trim(text_after(body, first_word(body).length));
}

bool directive_read(const DirectiveReader *reader, const Mark *mark, const Mark *end,
                    bool within_line, DirectiveCall *call)
{
	const Mark *placeholder = placeholder_of(mark, within_line);
	assert(placeholder != NULL);
	*call = (DirectiveCall){
	        .placeholder = placeholder, .within_line = within_line, .next = mark->next};
	call->directive = directive_called(placeholder->text);
	if (call->directive == NULL)
		call->directive = read_stray(reader, placeholder);
	if (call->directive == NULL)
		return false;
	call->argument = argument_of(placeholder->text);
	/* One that is refused takes what it encloses with it: one fault, one report. */
	call->misplaced = !may_stand(reader, call);
	if (call->directive->closing.length > 0)
		find_body(reader, mark, end, call);
	return !call->misplaced && argument_check(reader, call);
}

void directive_check_mention(const DirectiveReader *reader, const Mark *placeholder)
{
	if (directive_is_end(placeholder->text))
		return;
	DirectiveCall call = {.placeholder = placeholder};
	call.directive = directive_called(placeholder->text);
	if (call.directive == NULL)
		call.directive = read_stray(reader, placeholder);
	call.argument = argument_of(placeholder->text);
	if (call.directive != NULL)
		argument_check(reader, &call);
}
