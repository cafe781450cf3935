/* Register: checks of indices, ceilings, statutes and abbreviations. */
#include "model/register.h"

#include "base/utf8.h"
#include "model/diary_number.h"
#include "model/identifier.h"
#include "model/rules.h"

enum { YEAR_FIRST = 1900, YEAR_DIGITS = 4 };

int register_year(const Key *key, Diagnostics *diagnostics)
{
	int64_t year = 0;
	if (key->text.length == YEAR_DIGITS && text_integer(key->text, &year) && year >= YEAR_FIRST)
		return (int)year;
	diagnose(diagnostics, VALUE_NOT_HERE, key->span, key->text,
	         TEXT("ett år med fyra siffror, till exempel ”2019”"));
	return 0;
}

static bool has_rise(const IndexYear *year)
{
	return VALUE_GIVEN(year->definitive) || VALUE_GIVEN(year->preliminary);
}

static const IndexYear *find_year(const IndexSeries *series, int wanted)
{
	const IndexYear *years = series->years.items;
	for (size_t i = 0; i < series->years.count; i++)
		if (years[i].year == wanted)
			return &years[i];
	return NULL;
}

bool register_has_rise(const IndexSeries *series, int wanted)
{
	const IndexYear *year = find_year(series, wanted), *before = find_year(series, wanted - 1);
	if (year == NULL)
		return false;
	return has_rise(year) ||
	       (VALUE_GIVEN(year->number) && before != NULL && VALUE_GIVEN(before->number));
}

static Span rise_span(const IndexYear *year)
{
	return VALUE_GIVEN(year->definitive) ? year->definitive.span : year->preliminary.span;
}

static void check_year(const IndexSeries *series, const IndexYear *year, Diagnostics *diagnostics)
{
	if (!has_rise(year) && !VALUE_GIVEN(year->number)) {
		diagnose(diagnostics, INDEX_YEAR_EMPTY, year->key.span, year->key.text);
	} else if (has_rise(year) && VALUE_GIVEN(year->number)) {
		diagnose(diagnostics, INDEX_MIXED, year->number.span, series->key.text);
		diagnostic_note(diagnostics, INDEX_OTHERWISE_HERE, rise_span(year));
	}
	if (VALUE_GIVEN(year->definitive) && VALUE_GIVEN(year->preliminary) &&
	    !VALUE_GIVEN(year->published))
		diagnose(diagnostics, PUBLISHED_MISSING, year->key.span, year->key.text);
}

/* The first year that is told in another way than the first of all. */
static void check_kind(const IndexSeries *series, Diagnostics *diagnostics)
{
	const IndexYear *years = series->years.items, *first = NULL;
	for (size_t i = 0; i < series->years.count; i++) {
		if (has_rise(&years[i]) == VALUE_GIVEN(years[i].number))
			continue; /* neither or both is reported for the year itself */
		if (first == NULL)
			first = &years[i];
		if (has_rise(&years[i]) == has_rise(first))
			continue;
		diagnose(diagnostics, INDEX_MIXED, years[i].key.span, series->key.text);
		diagnostic_note(diagnostics, INDEX_OTHERWISE_HERE, first->key.span);
		return;
	}
}

static void check_series(IndexSeries *series, Diagnostics *diagnostics)
{
	IndexYear *years = series->years.items;
	for (size_t i = 0; i < series->years.count; i++) {
		years[i].year = register_year(&years[i].key, diagnostics);
		check_year(series, &years[i], diagnostics);
	}
	check_kind(series, diagnostics);
}

static void check_ceiling(const AidCeiling *ceiling, Diagnostics *diagnostics)
{
	Date from = ceiling->from.date, to = date_last_day(ceiling->to.date);
	if (!date_is_given(from) || !date_is_given(to) || date_order(from, to) <= 0)
		return;
	report_day(diagnostics, DAY_BEFORE, &ceiling->to, TEXT("takets första dag"), from,
	           ceiling->from.span);
}

static void check_diary_forms(const Register *shared, Diagnostics *diagnostics)
{
	const TextItem *forms = shared->municipality.diary_forms.items;
	for (size_t i = 0; i < shared->municipality.diary_forms.count; i++)
		if (!diary_form_is_sound(forms[i].text.text))
			diagnose(diagnostics, VALUE_NOT_HERE, forms[i].text.span,
			         forms[i].text.text,
			         TEXT("en form av {prefix}, {år}, {åå} och {nummer}, till exempel "
			              "”{prefix} {år}-{nummer}”"));
}

static void check_statutes(const Register *shared, Diagnostics *diagnostics)
{
	const Statute *statutes = shared->statutes.items;
	for (size_t i = 0; i < shared->statutes.count; i++) {
		const Statute *statute = &statutes[i];
		Text key = statute->key.text;
		if (statute_number_end(key, 0) != key.length)
			diagnose(diagnostics, VALUE_NOT_HERE, statute->key.span, key,
			         TEXT("lagens nummer, till exempel ”2017:725”"));
		Date from = statute->from.date, repealed = statute->repealed.date;
		if (date_is_given(from) && date_is_given(repealed) &&
		    date_order(from, repealed) >= 0)
			report_day(diagnostics, DAY_BEFORE, &statute->repealed,
			           TEXT("lagens första dag"), from, statute->from.span);
	}
}

/* Texts are searched for words of letters and digits. */
static bool is_word(Text key)
{
	for (size_t at = 0; at < key.length;)
		if (!utf8_is_word(utf8_next(key, &at)))
			return false;
	return key.length > 0;
}

/* The key with what stands on its line, which the binder may have complained of. */
static Span line_of(const Key *key)
{
	const Source *source = key->span.source;
	size_t end = text_find(source->bytes, TEXT("\n"), key->span.first);
	return span_of(source, key->span.first, end == TEXT_NOWHERE ? source->bytes.length : end);
}

void abbreviations_check(const ListValue *abbreviations, bool complete, Diagnostics *diagnostics)
{
	const Abbreviation *items = abbreviations->items;
	for (size_t i = 0; i < abbreviations->count; i++) {
		Text key = items[i].key.text;
		if (!is_word(key))
			diagnose(diagnostics, ABBREVIATION_NO_WORD, items[i].key.span, key);
		else if (complete && items[i].words.text.length == 0 &&
		         !diagnostics_have_error(diagnostics, line_of(&items[i].key)))
			diagnose(diagnostics, ABBREVIATION_EMPTY, items[i].key.span, key);
	}
}

void register_check(Register *shared, Diagnostics *diagnostics)
{
	IndexSeries *series = shared->indices.items;
	for (size_t i = 0; i < shared->indices.count; i++)
		check_series(&series[i], diagnostics);
	const AidCeiling *ceilings = shared->ceilings.items;
	for (size_t i = 0; i < shared->ceilings.count; i++)
		check_ceiling(&ceilings[i], diagnostics);
	check_diary_forms(shared, diagnostics);
	check_statutes(shared, diagnostics);
	abbreviations_check(&shared->abbreviations, true, diagnostics);
}
