/* Diagnostic: the catalogue as a table, and the list of what has been reported. */
#include "source/diagnostic.h"

#include <assert.h>

#include "base/buffer.h"
#include "base/sort.h"

static const DiagnosticKind kinds[] = {
#define DIAGNOSTIC(name_, code_, severity_, sentence_, meaning_, wrong_, right_)                   \
	[name_] = {.name = TEXT_INIT(code_),                                                       \
	           .severity = (severity_),                                                        \
	           .sentence = TEXT_INIT(sentence_),                                               \
	           .meaning = TEXT_INIT(meaning_),                                                 \
	           .wrong = TEXT_INIT(wrong_),                                                     \
	           .right = TEXT_INIT(right_)},
#define NOTE(name_, code_, sentence_)                                                              \
	[name_] = {.name = TEXT_INIT(code_),                                                       \
	           .severity = SEVERITY_NOTE,                                                      \
	           .sentence = TEXT_INIT(sentence_)},
#include "source/diagnostics.def"
#undef DIAGNOSTIC
#undef NOTE
};

const DiagnosticKind *diagnostic_kind(DiagnosticCode code)
{
	assert(code < DIAGNOSTIC_CODES);
	return &kinds[code];
}

const DiagnosticKind *diagnostic_named(Text name)
{
	for (size_t i = 0; i < DIAGNOSTIC_CODES; i++)
		if (text_equal(kinds[i].name, name))
			return &kinds[i];
	return NULL;
}

const DiagnosticKind *diagnostic_owner(const DiagnosticKind *kind)
{
	Text number = text_after(kind->name, 1);
	for (size_t i = 0; kind->severity == SEVERITY_NOTE && i < DIAGNOSTIC_CODES; i++)
		if (kinds[i].severity != SEVERITY_NOTE &&
		    text_equal(text_after(kinds[i].name, 1), number))
			return &kinds[i];
	return kind;
}

static Diagnostic *diagnostic_new(Arena *arena, DiagnosticCode code, Span span,
                                  const Text *arguments, size_t count)
{
	assert(count <= DIAGNOSTIC_SLOTS);
	Diagnostic *diagnostic = ARENA_NEW(arena, Diagnostic);
	diagnostic->code = code;
	diagnostic->severity = diagnostic_kind(code)->severity;
	diagnostic->span = span_written(span);
	for (size_t i = 0; i < count; i++)
		diagnostic->arguments[i] = arguments[i];
	return diagnostic;
}

/* What is wrong with a text that a fix has put in place was not the person's doing: it shows that
 * the fix was none. */
static void withdraw_fix(Diagnostics *diagnostics, const Mend *mend)
{
	for (Diagnostic *one = diagnostics->first; one != NULL; one = one->next)
		if (one->fix != NULL && one->fix->span.first == mend->first &&
		    one->fix->span.end == mend->end)
			one->fix = NULL;
}

void diagnose_with(Diagnostics *diagnostics, DiagnosticCode code, Span span, const Text *arguments,
                   size_t count)
{
	const Mend *mend = span_mend(span);
	if (mend != NULL)
		withdraw_fix(diagnostics, mend);
	Diagnostic *added = diagnostic_new(diagnostics->arena, code, span, arguments, count);
	if (diagnostics->latest == NULL)
		diagnostics->first = added;
	else
		diagnostics->latest->next = added;
	diagnostics->latest = added;
	added->hidden = mend != NULL;
	diagnostics->errors += added->severity == SEVERITY_ERROR;
	diagnostics->warnings += added->severity == SEVERITY_WARNING;
}

void diagnostic_note_with(Diagnostics *diagnostics, DiagnosticCode code, Span span,
                          const Text *arguments, size_t count)
{
	assert(diagnostics->latest != NULL);
	Diagnostic **end = &diagnostics->latest->notes;
	while (*end != NULL)
		end = &(*end)->next;
	*end = diagnostic_new(diagnostics->arena, code, span, arguments, count);
}

void diagnostic_fix(Diagnostics *diagnostics, Span span, Text text)
{
	assert(diagnostics->latest != NULL && span.source != NULL);
	/* What stands there is not what the person sees. */
	if (span_mend(span) != NULL)
		return;
	Fix *fix = ARENA_NEW(diagnostics->arena, Fix);
	*fix = (Fix){span_written(span), text};
	diagnostics->latest->fix = fix;
}

void diagnostic_weigh(Diagnostics *diagnostics, Severity severity)
{
	Diagnostic *latest = diagnostics->latest;
	assert(latest != NULL && severity != SEVERITY_NOTE);
	diagnostics->errors -= latest->severity == SEVERITY_ERROR;
	diagnostics->warnings -= latest->severity == SEVERITY_WARNING;
	diagnostics->errors += severity == SEVERITY_ERROR;
	diagnostics->warnings += severity == SEVERITY_WARNING;
	latest->severity = severity;
}

void diagnostics_append(Diagnostics *diagnostics, const Diagnostics *more)
{
	if (more->first == NULL)
		return;
	if (diagnostics->latest == NULL)
		diagnostics->first = more->first;
	else
		diagnostics->latest->next = more->first;
	diagnostics->latest = more->latest;
	diagnostics->errors += more->errors;
	diagnostics->warnings += more->warnings;
}

bool diagnostics_have_error(const Diagnostics *diagnostics, Span within)
{
	within = span_written(within);
	for (const Diagnostic *one = diagnostics->first; one != NULL; one = one->next)
		if (one->severity == SEVERITY_ERROR && one->span.source == within.source &&
		    one->span.first >= within.first && one->span.end <= within.end)
			return true;
	return false;
}

static int number_order(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

/* By path and not by address, so that the order is the same every time. */
static int source_order(const Source *a, const Source *b)
{
	if (a == NULL || b == NULL)
		return (a != NULL) - (b != NULL);
	return text_order(a->path, b->path);
}

static int diagnostic_order(const Diagnostic *a, const Diagnostic *b)
{
	int order = source_order(a->span.source, b->span.source);
	if (order == 0)
		order = number_order(a->span.first, b->span.first);
	if (order == 0)
		order = number_order(a->span.end, b->span.end);
	if (order == 0)
		order = number_order(a->code, b->code);
	for (size_t i = 0; order == 0 && i < DIAGNOSTIC_SLOTS; i++)
		order = text_order(a->arguments[i], b->arguments[i]);
	return order;
}

static int pointer_order(const void *a, const void *b)
{
	const Diagnostic *const *first = a, *const *second = b;
	return diagnostic_order(*first, *second);
}

const Diagnostic **diagnostics_sorted(const Diagnostics *diagnostics, size_t *count)
{
	size_t all = 0;
	for (const Diagnostic *one = diagnostics->first; one != NULL; one = one->next)
		all++;
	const Diagnostic **items = ARENA_ARRAY(diagnostics->arena, const Diagnostic *, all);
	size_t filled = 0;
	for (const Diagnostic *one = diagnostics->first; one != NULL; one = one->next)
		if (!one->hidden)
			items[filled++] = one;
	all = filled;
	sort_stable(diagnostics->arena, items, all, sizeof *items, pointer_order);
	size_t kept = 0;
	for (size_t i = 0; i < all; i++)
		if (kept == 0 || diagnostic_order(items[kept - 1], items[i]) != 0)
			items[kept++] = items[i];
	*count = kept;
	return items;
}

/* The slot number of "{3}" at `position`, or DIAGNOSTIC_SLOTS where there is none. */
static size_t slot_at(Text sentence, size_t position)
{
	if (sentence.length - position < 3 || sentence.bytes[position] != '{' ||
	    sentence.bytes[position + 2] != '}')
		return DIAGNOSTIC_SLOTS;
	char digit = sentence.bytes[position + 1];
	if (digit < '0' || digit >= '0' + DIAGNOSTIC_SLOTS)
		return DIAGNOSTIC_SLOTS;
	return (size_t)(digit - '0');
}

/* Most characters of a word that a sentence shows: of what stands within quotation marks, which is
 * what somebody has written, and of others, which may be lists to choose from. */
#define QUOTED_CHARACTERS 80
#define WORD_CHARACTERS   400

static Text shortened(Arena *arena, Text word, size_t most)
{
	size_t characters = 0;
	for (size_t i = 0; i < word.length; i++) {
		characters += ((unsigned char)word.bytes[i] & 0xC0) != 0x80;
		if (characters > most) {
			Text parts[] = {text_cut(word, 0, i), TEXT("…")};
			return text_join(arena, parts, 2);
		}
	}
	return word;
}

/* The sentence with `words` in its slots; a word that ends in "…" takes a full stop's place. */
static Text fill_slots(Arena *arena, Text sentence, const Text words[DIAGNOSTIC_SLOTS])
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < sentence.length; i++) {
		size_t slot = slot_at(sentence, i);
		if (slot == DIAGNOSTIC_SLOTS) {
			buffer_put_byte(&out, sentence.bytes[i]);
			continue;
		}
		bool quoted = text_ends(text_cut(sentence, 0, i), TEXT("”"));
		Text word =
		        shortened(arena, words[slot], quoted ? QUOTED_CHARACTERS : WORD_CHARACTERS);
		buffer_put(&out, word);
		i += 2;
		bool stop = text_starts(text_after(sentence, i + 1), TEXT("."));
		i += stop && text_ends(word, TEXT("…"));
	}
	return buffer_text(&out);
}

Text diagnostic_sentence(Arena *arena, const Diagnostic *diagnostic)
{
	return fill_slots(arena, diagnostic_kind(diagnostic->code)->sentence,
	                  diagnostic->arguments);
}

Text diagnostic_outline(Arena *arena, const DiagnosticKind *kind)
{
	Text words[DIAGNOSTIC_SLOTS];
	for (size_t i = 0; i < DIAGNOSTIC_SLOTS; i++)
		words[i] = TEXT("…");
	return fill_slots(arena, kind->sentence, words);
}
