/* Rules: what must hold of the parties, the period and abbreviations; the list of all rules. */
#include "model/rules.h"

#include "base/buffer.h"
#include "base/limits.h"
#include "base/swedish.h"
#include "model/gaps.h"
#include "model/register.h"
#include "model/resolve.h"

/* Reports that several rules make. */

void report_day(Diagnostics *diagnostics, DiagnosticCode code, const DateValue *day, Text which,
                Date other, Span place)
{
	diagnose(diagnostics, code, day->span, swedish_date_short(diagnostics->arena, day->date),
	         which, swedish_date_short(diagnostics->arena, other));
	diagnostic_note(diagnostics, OTHER_DAY_HERE, place);
}

/* The keys that lead to a group of the case: "ekonomi.index". Empty when none of the groups from
 * `from` on is described by `record`. */
static Text path_of_group(Arena *arena, const Record *from, const Record *record)
{
	for (size_t i = 0; i < from->count; i++) {
		const Field *field = &from->fields[i];
		if (field->kind != FIELD_RECORD)
			continue;
		Text below = path_of_group(arena, field->record, record);
		if (field->record == record || below.length > 0)
			return path_below(arena, field->key, below);
	}
	return (Text){0};
}

void report_needs(const Agreement *agreement, Diagnostics *diagnostics, Span place, Text what,
                  const Record *record, Text key)
{
	if (agreement->gaps != NULL) {
		Arena *arena = diagnostics->arena;
		Text group = path_of_group(arena, &record_agreement, record);
		gaps_add_path(agreement, path_below(arena, group, key));
		return;
	}
	diagnose(diagnostics, NEEDS_ALSO, place, what, key, record->name,
	         record_field(record, key)->example);
}

const Record *record_of_group(Text key)
{
	return record_field(&record_agreement, key)->record;
}

/* The period. */

static void period_runs_forwards(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics)
{
	(void)arena;
	const Period *period = &agreement->period;
	if (!period_is_known(period) ||
	    date_order(period->from.date, date_last_day(period->to.date)) <= 0)
		return;
	diagnose(diagnostics, PERIOD_BACKWARDS, period->to.span, span_text(period->to.span),
	         span_text(period->from.span));
	diagnostic_note(diagnostics, PERIOD_STARTS_HERE, period->from.span);
}

static Text integer_text(Arena *arena, int64_t value)
{
	Buffer digits = buffer_new(arena, 32);
	buffer_put_integer(&digits, value);
	return buffer_text(&digits);
}

static void check_years(Arena *arena, Date from, const DateValue *to, Diagnostics *diagnostics)
{
	int years = to->date.year - from.year + 1;
	bool likely = to->date.year <= LIMIT_LAST_YEAR && from.year >= LIMIT_FIRST_YEAR;
	if (date_is_given(from) && date_is_given(to->date) && likely && years > LIMIT_YEARS)
		diagnose(diagnostics, TOO_MANY_YEARS, to->span, integer_text(arena, years),
		         integer_text(arena, LIMIT_YEARS));
}

static void check_year(Arena *arena, const DateValue *day, Diagnostics *diagnostics)
{
	if (date_is_given(day->date) &&
	    (day->date.year < LIMIT_FIRST_YEAR || day->date.year > LIMIT_LAST_YEAR))
		diagnose(diagnostics, YEAR_UNLIKELY, day->span, integer_text(arena, day->date.year),
		         integer_text(arena, LIMIT_FIRST_YEAR),
		         integer_text(arena, LIMIT_LAST_YEAR));
}

static void days_are_likely(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics)
{
	const Economy *economy = &agreement->economy;
	const Contribution *contributions = economy->contributions.items;
	const DayItem *follow_ups = agreement->period.follow_ups.items;
	check_year(arena, &agreement->period.from, diagnostics);
	check_year(arena, &agreement->period.to, diagnostics);
	check_year(arena, &economy->horizon, diagnostics);
	for (size_t i = 0; i < agreement->period.follow_ups.count; i++)
		check_year(arena, &follow_ups[i].day, diagnostics);
	check_year(arena, &economy->index.from, diagnostics);
	for (size_t i = 0; i < economy->contributions.count; i++) {
		check_year(arena, &contributions[i].from, diagnostics);
		check_year(arena, &contributions[i].to, diagnostics);
	}
}

/* One that is before the first day has got the wrong year; after the last there is still much to
 * follow up. */
static void follow_ups_come_after(Arena *arena, const Agreement *agreement,
                                  Diagnostics *diagnostics)
{
	(void)arena;
	const Period *period = &agreement->period;
	const DayItem *items = period->follow_ups.items;
	for (size_t i = 0; i < period->follow_ups.count; i++)
		if (date_is_given(items[i].day.date) && date_is_given(period->from.date) &&
		    date_order(date_last_day(items[i].day.date), period->from.date) < 0)
			report_day(diagnostics, DAY_BEFORE, &items[i].day,
			           TEXT("periodens första dag"), period->from.date,
			           period->from.span);
}

/* Every calendar year has amounts of its own. */
static void years_can_be_counted(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics)
{
	Date from = agreement->period.from.date;
	check_years(arena, from, &agreement->period.to, diagnostics);
	check_years(arena, from, &agreement->economy.horizon, diagnostics);
}

static void renewal_has_an_end_to_follow(Arena *arena, const Agreement *agreement,
                                         Diagnostics *diagnostics)
{
	(void)arena;
	const Period *period = &agreement->period;
	const Record *record = record_of_group(TEXT("period"));
	if (VALUE_GIVEN(period->to))
		return;
	if (VALUE_GIVEN(period->renewal))
		report_needs(agreement, diagnostics, period->renewal.span, TEXT("förnyas"), record,
		             TEXT("till"));
	if (VALUE_GIVEN(period->lead_time))
		report_needs(agreement, diagnostics, period->lead_time.span, TEXT("beslutstid"),
		             record, TEXT("till"));
}

/* Parties. */

static bool is_all_digits(Text text)
{
	for (size_t i = 0; i < text.length; i++)
		if (text.bytes[i] < '0' || text.bytes[i] > '9')
			return false;
	return true;
}

/* "från 2019-07-01", "till 2024-12-31" */
static bool is_word_and_date(Text text)
{
	static const Text words[] = {TEXT_INIT("från "), TEXT_INIT("till ")};
	Date date;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (text_starts(text, words[i]) &&
		    date_parse(text_after(text, words[i].length), &date) == DATE_OK)
			return true;
	return false;
}

/* Computed values are called by a party's key among other words: "ekonomi.andel.idéburna",
 * "ekonomi.bidrag.2019". */
static bool key_is_taken(Text key)
{
	static const Text words[] = {TEXT_INIT("alla"),
	                             TEXT_INIT("idéburna"),
	                             TEXT_INIT("offentliga"),
	                             TEXT_INIT("perioden"),
	                             TEXT_INIT("perioden före uppräkning"),
	                             TEXT_INIT("dag"),
	                             TEXT_INIT("preliminärt"),
	                             TEXT_INIT("definitivt")};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (text_equal(key, words[i]))
			return true;
	return is_all_digits(key) || is_word_and_date(key) || text_starts(key, TEXT("insats ")) ||
	       text_ends(key, TEXT(" i tkr")) || text_ends(key, TEXT(" i mnkr")) ||
	       text_find(key, TEXT("."), 0) != TEXT_NOWHERE;
}

static void party_keys_are_free(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics)
{
	(void)arena;
	const Party *parties = agreement->parties.items;
	for (size_t i = 0; i < agreement->parties.count; i++)
		if (key_is_taken(parties[i].key.text))
			diagnose(diagnostics, PARTY_KEY_TAKEN, parties[i].key.span,
			         parties[i].key.text);
}

/* Texts. */

static void abbreviations_are_words(Arena *arena, const Agreement *agreement,
                                    Diagnostics *diagnostics)
{
	(void)arena;
	abbreviations_check(&agreement->abbreviations, agreement->gaps == NULL, diagnostics);
}

static const Rule rules[] = {
        period_runs_forwards,         days_are_likely,       years_can_be_counted,
        renewal_has_an_end_to_follow, follow_ups_come_after, party_keys_are_free,
        abbreviations_are_words,      rules_of_economy,      rules_of_tables,
};

void rules_check(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics)
{
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		rules[i](arena, agreement, diagnostics);
}
