/* Formula: operands, factors and rounding words, put together in the order of arithmetic. */
#include "economics/formula.h"

#include "base/buffer.h"
#include "base/date.h"
#include "base/swedish.h"
#include "economics/fit.h"

/* More decimals than this, and a number is written as a fraction. */
enum { MOST_DECIMALS = 12 };

static const Ratio one = {1, 1};

/* Values. */

static Text hours_text(Arena *arena, int64_t hours)
{
	Text parts[] = {swedish_integer(arena, hours),
	                hours == 1 ? TEXT("\xC2\xA0timme") : TEXT("\xC2\xA0timmar")};
	return text_join(arena, parts, 2);
}

Text formula_value(Arena *arena, const Entry *entry)
{
	if (entry->standing == STANDING_UNKNOWN)
		return standing_word(entry->standing);
	switch (entry->unit) {
	case UNIT_AMOUNT: return swedish_amount(arena, entry->value);
	case UNIT_SHARE: return swedish_percent(arena, entry->value, entry->decimals);
	case UNIT_HOURS: return hours_text(arena, entry->value);
	case UNIT_COUNT: return swedish_integer(arena, entry->value);
	case UNIT_DATE: return swedish_date_short(arena, date_from_days((int32_t)entry->value));
	case UNIT_MONTHS:
		return swedish_duration(arena, (Duration){.months = (int32_t)entry->value});
	case UNIT_DAYS: return swedish_duration(arena, (Duration){.days = (int32_t)entry->value});
	case UNIT_FACTOR: return swedish_decimal(arena, entry->exact, FIT_FACTOR_DECIMALS);
	}
	return (Text){0};
}

static void put_in_parentheses(Buffer *out, Text text, bool parentheses)
{
	buffer_put(out, parentheses ? TEXT("(") : TEXT(""));
	buffer_put(out, text);
	buffer_put(out, parentheses ? TEXT(")") : TEXT(""));
}

/* An operand: a negative one that others stand before is set in parentheses. */
static void put_value(Buffer *out, const Entry *entry, bool first)
{
	put_in_parentheses(out, formula_value(out->arena, entry), entry->value < 0 && !first);
}

/* Numbers. */

static bool is_one(Ratio ratio)
{
	return ratio.numerator == ratio.denominator;
}

/* How many decimals it takes to write the number exactly; more than MOST_DECIMALS when too many. */
static unsigned decimals_of(Ratio ratio)
{
	int64_t power = 1;
	unsigned decimals = 0;
	while (decimals <= MOST_DECIMALS && power % ratio.denominator != 0) {
		decimals++;
		power *= 10;
	}
	return decimals;
}

static bool is_decimal(Ratio ratio)
{
	return decimals_of(ratio) <= MOST_DECIMALS;
}

static Text ratio_text(Arena *arena, Ratio ratio)
{
	if (is_decimal(ratio))
		return swedish_decimal(arena, ratio, decimals_of(ratio));
	Text parts[] = {swedish_integer(arena, ratio.numerator), TEXT("/"),
	                swedish_integer(arena, ratio.denominator)};
	return text_join(arena, parts, 3);
}

static void put_ratio(Buffer *out, Ratio ratio)
{
	put_in_parentheses(out, ratio_text(out->arena, ratio), ratio.numerator < 0);
}

static void put_per_cent(Buffer *out, Ratio ratio, bool first)
{
	Ratio hundredfold = {0, 1};
	if (!ratio_multiply(ratio, (Ratio){100, 1}, &hundredfold) || !is_decimal(hundredfold)) {
		put_ratio(out, ratio);
		return;
	}
	Text parts[] = {ratio_text(out->arena, hundredfold), TEXT("\xC2\xA0%")};
	put_in_parentheses(out, text_join(out->arena, parts, 2), ratio.numerator < 0 && !first);
}

/* A part of a year: in twelfths, in the year's days, or as it is. */
static void put_fraction(Buffer *out, Ratio fraction)
{
	static const int64_t years[] = {12, 365, 366};
	int64_t times = 1;
	for (size_t i = 0; i < sizeof years / sizeof years[0]; i++)
		if (years[i] % fraction.denominator == 0 && times == 1)
			times = years[i] / fraction.denominator;
	Text parts[] = {swedish_integer(out->arena, fraction.numerator * times), TEXT("/"),
	                swedish_integer(out->arena, fraction.denominator * times)};
	buffer_put(out, text_join(out->arena, parts, 3));
}

/* Rises of an index, and the factors that they make. */

/* "131,2/128,3", or "80 % × (131,2/128,3 − 1)", of a rise that no percentage writes exactly. */
static bool rises_by_numbers(const Entry *rate)
{
	return rate->rate != NULL && rate->rate->number.denominator > 0;
}

static void put_numbers(Buffer *out, const RateFacts *facts)
{
	buffer_put(out, ratio_text(out->arena, facts->number));
	buffer_put_byte(out, '/');
	buffer_put(out, ratio_text(out->arena, facts->earlier));
}

/* The series' own rise, and the share of it that counts. */
static void put_published(Buffer *out, const Entry *rate, bool alone)
{
	const RateFacts *facts = rate->rate;
	bool whole = is_one(facts->factor);
	if (!whole) {
		put_per_cent(out, facts->factor, true);
		buffer_put(out, TEXT(" × "));
	}
	if (!rises_by_numbers(rate)) {
		put_per_cent(out, facts->published, whole);
		return;
	}
	buffer_put(out, whole && alone ? TEXT("") : TEXT("("));
	put_numbers(out, facts);
	buffer_put(out, TEXT(" − 1"));
	buffer_put(out, whole && alone ? TEXT("") : TEXT(")"));
}

/* Whether a percentage tells the rise exactly. Then it is within its floor and ceiling already. */
static bool is_exact_rise(const Entry *rate)
{
	Ratio hundredfold = {0, 1};
	return !rises_by_numbers(rate) ||
	       (ratio_multiply(rate->exact, (Ratio){100, 1}, &hundredfold) &&
	        is_decimal(hundredfold));
}

static void put_rise(Buffer *out, const Entry *rate)
{
	if (is_exact_rise(rate))
		put_per_cent(out, rate->exact, false);
	else
		put_published(out, rate, false);
}

/* 1 + the rise. */
static void put_growth(Buffer *out, const Entry *rate)
{
	Ratio growth = {0, 1};
	if (is_exact_rise(rate) && ratio_add(rate->exact, one, &growth)) {
		put_ratio(out, growth);
	} else if (rises_by_numbers(rate) && is_one(rate->rate->factor)) {
		put_numbers(out, rate->rate);
	} else {
		buffer_put(out, TEXT("(1 + "));
		put_rise(out, rate);
		buffer_put(out, TEXT(")"));
	}
}

static void put_growths(Buffer *out, const Entry *chain)
{
	for (size_t i = 0; i < chain->operand_count; i++) {
		buffer_put(out, i > 0 ? TEXT(" × ") : TEXT(""));
		put_growth(out, chain->operands[i]);
	}
}

static void put_sum_of_rises(Buffer *out, const Entry *chain)
{
	buffer_put_byte(out, '1');
	for (size_t i = 0; i < chain->operand_count; i++) {
		buffer_put(out, TEXT(" + "));
		put_rise(out, chain->operands[i]);
	}
}

/* An index factor by itself, or (`within`) as one factor among others. A single rise by itself is
 * written "1 + 1,5 %", since "1,015" would only repeat the result. */
static void put_chain(Buffer *out, const Entry *chain, bool within)
{
	Ratio uncovered = {0, 1}, minus = {-chain->covers.numerator, chain->covers.denominator};
	bool whole = is_one(chain->covers), single = chain->operand_count == 1;
	bool added = single ? whole && !within : chain->simple;
	if (!whole && ratio_add(one, minus, &uncovered)) {
		buffer_put(out, within ? TEXT("(") : TEXT(""));
		put_per_cent(out, uncovered, true);
		buffer_put(out, TEXT(" + "));
		put_per_cent(out, chain->covers, false);
		buffer_put(out, TEXT(" × "));
	}
	bool parentheses = added && (within || !whole);
	buffer_put(out, parentheses ? TEXT("(") : TEXT(""));
	if (added)
		put_sum_of_rises(out, chain);
	else
		put_growths(out, chain);
	buffer_put(out, parentheses ? TEXT(")") : TEXT(""));
	buffer_put(out, within && !whole ? TEXT(")") : TEXT(""));
}

/* Operations. */

static void put_operands(Buffer *out, const Entry *entry, Text sign)
{
	for (size_t i = 0; i < entry->operand_count; i++) {
		buffer_put(out, i > 0 ? sign : TEXT(""));
		put_value(out, entry->operands[i], i == 0);
	}
}

static void put_term_factor(Buffer *out, const Term *term)
{
	buffer_put(out, TEXT(" × "));
	if (term->factor->operation == OPERATION_CHAIN)
		put_chain(out, term->factor, true);
	else if (term->rise_alone)
		put_rise(out, term->factor);
	else
		put_growth(out, term->factor);
}

static void put_terms(Buffer *out, const Entry *entry)
{
	bool lone = entry->term_count == 1 && entry->terms[0].factor == NULL;
	for (size_t i = 0; i < entry->term_count; i++) {
		const Term *term = &entry->terms[i];
		buffer_put(out, i > 0 ? TEXT(" + ") : TEXT(""));
		put_value(out, term->amount, i == 0);
		if (term->factor != NULL)
			put_term_factor(out, term);
		if (is_one(term->fraction) && !lone)
			continue;
		buffer_put(out, TEXT(" × "));
		put_fraction(out, term->fraction);
	}
}

static void put_share(Buffer *out, const Entry *entry)
{
	Entry whole = fit_whole(entry);
	put_value(out, entry->operands[0], true);
	buffer_put(out, TEXT(" / "));
	put_value(out, &whole, false);
}

static void put_part(Buffer *out, const Entry *entry)
{
	Entry keys = fit_whole(entry);
	put_value(out, entry->operands[0], true);
	buffer_put(out, TEXT(" × "));
	put_value(out, entry->operands[1], false);
	buffer_put(out, TEXT(" / "));
	put_value(out, &keys, false);
}

static bool ratios_differ(Ratio a, Ratio b)
{
	return a.numerator != b.numerator || a.denominator != b.denominator;
}

static Ratio counted_rise(const RateFacts *facts)
{
	Ratio rise = {0, 1};
	return ratio_multiply(facts->published, facts->factor, &rise) ? rise : facts->published;
}

/* What kept the rise from being what it would else have been. */
static void put_limit(Buffer *out, const Entry *rate)
{
	Ratio counted = counted_rise(rate->rate), above = {0, 1};
	Ratio minus = {-rate->exact.numerator, rate->exact.denominator};
	if (!ratios_differ(counted, rate->exact) || !ratio_add(counted, minus, &above))
		return;
	buffer_put(out, above.numerator > 0 ? TEXT(", dock högst ") : TEXT(", dock lägst "));
	put_per_cent(out, rate->exact, true);
}

static bool rate_calculates(const Entry *rate)
{
	return rises_by_numbers(rate) || ratios_differ(rate->rate->published, rate->exact);
}

static void put_rate(Buffer *out, const Entry *rate)
{
	if (!rate_calculates(rate))
		return;
	put_published(out, rate, true);
	put_limit(out, rate);
}

static void put_moved_day(Buffer *out, const Entry *entry, Text way)
{
	put_value(out, entry->operands[0], true);
	buffer_put(out, TEXT(", "));
	put_value(out, entry->operands[1], true);
	buffer_put(out, way);
}

Text formula_of(Arena *arena, const Entry *entry)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	switch (entry->operation) {
	case OPERATION_DECLARED: break;
	case OPERATION_SUM: put_operands(&out, entry, TEXT(" + ")); break;
	case OPERATION_DIFFERENCE: put_operands(&out, entry, TEXT(" − ")); break;
	case OPERATION_PRODUCT: put_operands(&out, entry, TEXT(" × ")); break;
	case OPERATION_QUOTIENT:
	case OPERATION_UNIT_PRICE: put_operands(&out, entry, TEXT(" / ")); break;
	case OPERATION_SHARE: put_share(&out, entry); break;
	case OPERATION_PART: put_part(&out, entry); break;
	case OPERATION_TERMS: put_terms(&out, entry); break;
	case OPERATION_RATE: put_rate(&out, entry); break;
	case OPERATION_CHAIN: put_chain(&out, entry, false); break;
	case OPERATION_TERM_BEFORE: put_moved_day(&out, entry, TEXT(" före")); break;
	case OPERATION_TERM_AFTER: put_moved_day(&out, entry, TEXT(" efter")); break;
	}
	return buffer_text(&out);
}

static bool terms_calculate(const Entry *entry)
{
	const Term *term = &entry->terms[0];
	return entry->term_count > 1 || term->factor != NULL || !is_one(term->fraction) ||
	       entry->value != term->amount->value;
}

bool formula_calculates(const Entry *entry)
{
	switch (entry->operation) {
	case OPERATION_DECLARED: return false;
	case OPERATION_SUM:
	case OPERATION_DIFFERENCE: return entry->operand_count > 1;
	case OPERATION_TERMS: return terms_calculate(entry);
	case OPERATION_RATE: return rate_calculates(entry);
	case OPERATION_PART: return entry->operands[1]->value != fit_whole(entry).value;
	case OPERATION_PRODUCT:
	case OPERATION_SHARE:
	case OPERATION_QUOTIENT:
	case OPERATION_UNIT_PRICE:
	case OPERATION_CHAIN:
	case OPERATION_TERM_BEFORE:
	case OPERATION_TERM_AFTER: break;
	}
	return true;
}

Text formula_line(Arena *arena, const Entry *entry)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	Text rounding = fit_words(arena, entry);
	bool known = entry->standing != STANDING_UNKNOWN;
	bool unsure = entry->standing != STANDING_DEFINITIVE && known;
	buffer_put(&out, formula_of(arena, entry));
	buffer_put(&out, TEXT(" = "));
	put_value(&out, entry, true);
	if (!known || (rounding.length == 0 && !unsure))
		return buffer_text(&out);
	buffer_put(&out, TEXT(" ("));
	buffer_put(&out, rounding);
	buffer_put(&out, rounding.length > 0 && unsure ? TEXT(", ") : TEXT(""));
	buffer_put(&out, unsure ? standing_word(entry->standing) : TEXT(""));
	buffer_put_byte(&out, ')');
	return buffer_text(&out);
}
