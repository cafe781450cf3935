/* Tally: judging each figure of a prose, and reporting what does not tally. */
#include "economics/tally.h"

#include "base/buffer.h"
#include "prose/numeral.h"

/* One prose under way. */
typedef struct Tally {
	const TallyCase *c;
	Diagnostics *diagnostics;
	Reading *reading;
} Tally;

/* Judging. */

typedef enum VerdictKind { TALLIES, UNKNOWN, MEANS_OTHER, CONTRADICTS } VerdictKind;

typedef struct Verdict {
	VerdictKind kind;
	const Known *equal; /* MEANS_OTHER: the value that it is */
	const Known *near;  /* what was probably meant, or NULL */
} Verdict;

/* How good a name is to refer by: short ones before those with numbers. */
static size_t awkwardness(Text name)
{
	size_t points = 0;
	for (size_t i = 0; i < name.length; i++)
		points += name.bytes[i] == '.';
	bool numbered = name.length > 0 && is_digit((unsigned char)name.bytes[name.length - 1]);
	return points + (numbered ? 10 : 0);
}

/* The value with a name that equals the figure and is best to refer to. */
static const Known *equal_value(const TallyCase *c, const Literal *literal)
{
	const Known *best = NULL;
	for (size_t k = 0; k < c->known.count; k++) {
		const Known *known = &c->known.items[k];
		if (!known_equals(known, literal))
			continue;
		if (best == NULL || (known->name.length > 0 &&
		                     (best->name.length == 0 ||
		                      awkwardness(known->name) < awkwardness(best->name))))
			best = known;
	}
	return best;
}

/* Whether one of the rows' words can mean the value. */
static bool any_row_means(const TallyCase *c, const Sentence *s, uint32_t rows, size_t known)
{
	for (size_t row = 0; row < MEANINGS; row++)
		if (rows >> row & 1 && sentence_can_mean(c, s, row, known))
			return true;
	return false;
}

/* The named value nearest to the figure, among those that the rows can mean when there are any;
 * of equally near ones the one with the simplest name. */
static const Known *nearest_value(const TallyCase *c, const Sentence *s, const Literal *literal,
                                  uint32_t rows)
{
	const Known *best = NULL;
	bool best_meant = false;
	for (size_t k = 0; k < c->known.count; k++) {
		const Known *known = &c->known.items[k];
		if (known->name.length == 0 || !units_compare(known->unit, literal->unit))
			continue;
		bool meant = any_row_means(c, s, rows, k);
		int64_t distance = known_distance(known, literal);
		int64_t least = best != NULL ? known_distance(best, literal) : INT64_MAX;
		bool better = best == NULL || (meant && !best_meant);
		if (!better && meant == best_meant)
			better = distance < least ||
			         (distance == least &&
			          awkwardness(known->name) < awkwardness(best->name));
		if (better) {
			best = known;
			best_meant = meant;
		}
	}
	return best;
}

/* Of what the rows can mean, the value with the simplest name. */
static const Known *simplest_value(const TallyCase *c, const Sentence *s, uint32_t rows)
{
	const Known *best = NULL;
	for (size_t k = 0; k < c->known.count; k++) {
		const Known *known = &c->known.items[k];
		if (any_row_means(c, s, rows, k) &&
		    (best == NULL || awkwardness(known->name) < awkwardness(best->name)))
			best = known;
	}
	return best;
}

static bool is_in_table(const TallyCase *c, const Literal *literal)
{
	for (size_t k = 0; k < c->known.count; k++)
		if (text_starts(c->known.items[k].name, TEXT("tabeller.")) &&
		    known_equals(&c->known.items[k], literal))
			return true;
	return false;
}

/* The rows whose words are in the sentence and speak of the literal's unit. */
static uint32_t rows_mentioned(const Sentence *s, const Literal *literal)
{
	uint32_t rows = 0;
	for (size_t row = 0; row < MEANINGS; row++)
		if (s->rows[row].mentioned && units_compare(meaning_at(row)->unit, literal->unit))
			rows |= UINT32_C(1) << row;
	return rows;
}

static uint32_t rows_sure(const Sentence *s, uint32_t rows)
{
	for (size_t row = 0; row < MEANINGS; row++)
		if (!s->rows[row].sure)
			rows &= ~(UINT32_C(1) << row);
	return rows;
}

static bool row_has_value(const TallyCase *c, const Sentence *s, size_t row)
{
	for (size_t k = 0; k < c->known.count; k++)
		if (sentence_can_mean(c, s, row, k))
			return true;
	return false;
}

/* Whether one of the rows' words can mean what the figure is. */
static bool rows_mean_it(const TallyCase *c, const Sentence *s, const Literal *literal,
                         uint32_t rows)
{
	for (size_t k = 0; k < c->known.count; k++)
		if (known_equals(&c->known.items[k], literal) && any_row_means(c, s, rows, k))
			return true;
	return false;
}

/* What is more than twice or less than half of what the word means, or more than ten per cent of a
 * whole away, may well be of something that the case does not know. */
static bool is_of_same_size(const Known *near, const Literal *literal)
{
	int64_t size = literal->value, known = near->shown;
	if (literal->unit == UNIT_SHARE)
		return known_distance(near, literal) <= 10 * LITERAL_PER_CENT;
	if (literal->unit == UNIT_AMOUNT || literal->unit == UNIT_HOURS)
		return size / 2 <= known && known / 2 <= size;
	return true;
}

/* Of the rows mentioned, those whose words stand by this figure and mean nothing in the sentence.
 */
static uint32_t rows_unsatisfied(const TallyCase *c, const Sentence *s, const Literal *literal,
                                 uint32_t mentioned)
{
	uint32_t rows = 0;
	for (size_t row = 0; row < MEANINGS; row++) {
		const RowState *state = &s->rows[row];
		if (mentioned >> row & 1 && state->target == literal && !state->satisfied &&
		    row_has_value(c, s, row))
			rows |= UINT32_C(1) << row;
	}
	return rows;
}

/* Whether a figure of the unit counts in this sentence. Running text is full of times that are no
 * terms, and of hours that are no one's contribution. */
static bool is_looked_at(const Sentence *s, Unit unit, uint32_t mentioned)
{
	if (unit == UNIT_HOURS)
		return rows_sure(s, mentioned) != 0;
	return mentioned != 0 || (unit != UNIT_MONTHS && unit != UNIT_DAYS);
}

/* A figure beside words that mean something else: an error only where there is no other reading. */
static Verdict judge_contradiction(const TallyCase *c, const Sentence *s, const Literal *literal,
                                   uint32_t rows)
{
	uint32_t sure = rows_sure(s, rows);
	rows = sure != 0 ? sure : rows;
	const Known *equal = equal_value(c, literal);
	const Known *near = nearest_value(c, s, literal, rows);
	bool certain = sure != 0 && near != NULL && !literal->bound && !is_in_table(c, literal) &&
	               !sentence_is_doubtful(s, literal->unit);
	if (equal != NULL && !(certain && equal->name.length > 0))
		return (Verdict){.kind = TALLIES, .equal = equal};
	if (equal != NULL)
		return (Verdict){MEANS_OTHER, equal, simplest_value(c, s, rows)};
	return (Verdict){.kind = certain && is_of_same_size(near, literal) ? CONTRADICTS : UNKNOWN,
	                 .near = near};
}

static Verdict judge(const TallyCase *c, const Sentence *s, const Literal *literal)
{
	uint32_t mentioned = rows_mentioned(s, literal);
	if (!is_looked_at(s, literal->unit, mentioned))
		return (Verdict){.kind = TALLIES};
	uint32_t rows = rows_unsatisfied(c, s, literal, mentioned);
	if (rows != 0 && !rows_mean_it(c, s, literal, rows_sure(s, mentioned)))
		return judge_contradiction(c, s, literal, rows);
	const Known *equal = equal_value(c, literal);
	if (equal != NULL)
		return (Verdict){.kind = TALLIES, .equal = equal};
	return (Verdict){.kind = UNKNOWN, .near = nearest_value(c, s, literal, rows)};
}

/* Reporting. */

/* The figure on one line, without marks of emphasis. */
static Text literal_words(const Tally *t, const Literal *literal)
{
	Buffer out = buffer_new(t->c->arena, BUFFER_MAXIMUM);
	Text text = t->reading->running.text;
	for (size_t at = literal->first; at < literal->end;) {
		Gap gap = gap_at(text, at);
		size_t end = gap.end;
		if (gap.spaced)
			buffer_put_byte(&out, ' ');
		while (end < literal->end && gap_at(text, end).end == end)
			end++;
		buffer_put(&out, text_cut(text, gap.end, end));
		at = end;
	}
	return buffer_text(&out);
}

static void report(const Tally *t, const Literal *literal, const Verdict *verdict)
{
	Arena *arena = t->c->arena;
	Span place = reading_place(t->reading, literal->first, literal->end);
	Text words = literal_words(t, literal);
	const Known *near = verdict->near;
	switch (verdict->kind) {
	case TALLIES: break;
	case UNKNOWN:
		if (near == NULL)
			diagnose(t->diagnostics, PROSE_UNKNOWN, place, words);
		else
			diagnose(t->diagnostics, PROSE_UNKNOWN_NEAR, place, words, near->name,
			         known_text(arena, near));
		break;
	case MEANS_OTHER:
		diagnose(t->diagnostics, PROSE_MEANS_OTHER, place, words, verdict->equal->name,
		         near->name, known_text(arena, near));
		break;
	case CONTRADICTS:
		diagnose(t->diagnostics, PROSE_CONTRADICTS, place, words, near->name,
		         known_text(arena, near));
		if (near->origin.source != NULL)
			diagnostic_note(t->diagnostics, PROSE_VALUE_FROM, near->origin);
		break;
	}
}

/* Exceptions. */

/* An exception is needed when something in it would be reported. */
static void mark_exception(const Tally *t, const Sentence *s, Insert *insert, size_t *literal)
{
	while (*literal < s->literal_count && s->literals[*literal].first < insert->end) {
		const Literal *inside = &s->literals[(*literal)++];
		if (inside->first < insert->first)
			continue;
		Verdict verdict = judge(t->c, s, inside);
		insert->needed = insert->needed || verdict.kind != TALLIES;
		if (insert->equal.length == 0 && verdict.equal != NULL)
			insert->equal = verdict.equal->name;
	}
}

/* Going through a prose. */

static void tally_sentence(const Tally *t, Sentence *s)
{
	bool exceptions = false;
	for (size_t i = 0; i < s->insert_count; i++)
		exceptions = exceptions || s->inserts[i].exception;
	if (s->literal_count == 0)
		return;
	sentence_read(t->c, s);
	for (size_t i = 0; i < s->literal_count; i++) {
		const Literal *literal = &s->literals[i];
		if (exceptions &&
		    exception_around(s->inserts, s->insert_count, literal->first) != NULL)
			continue;
		Verdict verdict = judge(t->c, s, literal);
		report(t, literal, &verdict);
	}
	size_t literal = 0;
	for (size_t i = 0; i < s->insert_count; i++)
		if (s->inserts[i].exception)
			mark_exception(t, s, &s->inserts[i], &literal);
}

void tally_text(const TallyCase *c, Reading *reading, Diagnostics *diagnostics)
{
	Tally t = {c, diagnostics, reading};
	Literals found = {0};
	RunningText *running = &reading->running;
	literals_find(c->arena, running->text, &found);
	size_t literal = 0, insert = 0;
	for (size_t first = 0; first < running->text.length;) {
		Sentence s = {.text = running->text,
		              .first = first,
		              .end = sentence_end(running->text, first),
		              .literals = found.items + literal,
		              .inserts = running->items + insert};
		while (literal < found.count && found.items[literal].first < s.end) {
			literal++;
			s.literal_count++;
		}
		while (insert < running->count && running->items[insert].first < s.end) {
			insert++;
			s.insert_count++;
		}
		tally_sentence(&t, &s);
		first = s.end;
	}
}
