/* Fit: an exact result beside the value that stands in the ledger. */
#include "economics/fit.h"

#include "base/buffer.h"
#include "base/swedish.h"
#include "economics/formula.h"

Entry fit_whole(const Entry *entry)
{
	size_t first = entry->operation == OPERATION_PART ? 2 : 1;
	Entry sum = *entry->operands[first];
	for (size_t i = first + 1; i < entry->operand_count; i++)
		if (!integer_add(sum.value, entry->operands[i]->value, &sum.value))
			break;
	return sum;
}

/* How `value` fits `whole` x `ratio`, rounded to a multiple of `unit`. */
static Fit fit_scaled(int64_t value, int64_t whole, Ratio ratio, int64_t unit, Rounding rounding)
{
	int64_t below = 0, above = 0, rounded = 0;
	if (!ratio_scale(whole, ratio, 1, ROUND_DOWN, &below) ||
	    !ratio_scale(whole, ratio, 1, ROUND_UP, &above) ||
	    !ratio_scale(whole, ratio, unit, rounding, &rounded))
		return FIT_ROUNDED;
	if (below == above && below == value)
		return FIT_EXACT;
	return rounded == value ? FIT_ROUNDED : FIT_MOVED;
}

static Fit fit_terms(Arena *arena, const Entry *entry)
{
	Ledger scratch = {.arena = arena};
	Money below = 0, above = 0, rounded = 0;
	if (!ledger_terms_value(&scratch, entry->terms, entry->term_count, ROUND_DOWN, 1, &below) ||
	    !ledger_terms_value(&scratch, entry->terms, entry->term_count, ROUND_UP, 1, &above) ||
	    !ledger_terms_value(&scratch, entry->terms, entry->term_count, entry->rounding,
	                        entry->rounding_unit, &rounded))
		return FIT_ROUNDED;
	if (below == above && below == entry->value)
		return FIT_EXACT;
	return rounded == entry->value ? FIT_ROUNDED : FIT_MOVED;
}

/* Parts are whole kronor when the whole is. */
static Money unit_of_parts(const Entry *entry)
{
	return entry->operands[0]->value % MONEY_KRONA == 0 ? MONEY_KRONA : 1;
}

static Fit fit_ratio(const Entry *entry, int64_t part, int64_t of, int64_t whole, int64_t unit)
{
	Ratio ratio = {0, 1};
	return ratio_make(part, of, &ratio)
	               ? fit_scaled(entry->value, whole, ratio, unit, entry->rounding)
	               : FIT_ROUNDED;
}

Fit fit_of(Arena *arena, const Entry *entry)
{
	int64_t hundred = hundred_per_cent(entry->decimals);
	const Entry *const *of = entry->operands;
	switch (entry->operation) {
	case OPERATION_SHARE:
		return fit_ratio(entry, of[0]->value, fit_whole(entry).value, hundred, 1);
	case OPERATION_QUOTIENT: return fit_ratio(entry, of[0]->value, of[1]->value, hundred, 1);
	case OPERATION_PART:
		return fit_ratio(entry, of[1]->value, fit_whole(entry).value, of[0]->value,
		                 unit_of_parts(entry));
	case OPERATION_UNIT_PRICE: return fit_ratio(entry, 1, of[1]->value, of[0]->value, 1);
	case OPERATION_TERMS: return fit_terms(arena, entry);
	case OPERATION_RATE:
		return fit_scaled(entry->value, hundred, entry->exact, 1, entry->rounding);
	case OPERATION_CHAIN:
		return 1000000 % entry->exact.denominator == 0 ? FIT_EXACT : FIT_ROUNDED;
	case OPERATION_DECLARED:
	case OPERATION_SUM:
	case OPERATION_DIFFERENCE:
	case OPERATION_PRODUCT:
	case OPERATION_TERM_BEFORE:
	case OPERATION_TERM_AFTER: break;
	}
	return FIT_EXACT;
}

static void put_decimals(Buffer *out, unsigned decimals)
{
	if (decimals == 0) {
		buffer_put(out, TEXT("hel procent"));
		return;
	}
	buffer_put(out, swedish_count(out->arena, decimals, false));
	buffer_put(out, decimals == 1 ? TEXT(" decimal") : TEXT(" decimaler"));
}

static void put_rounding_unit(Buffer *out, Money unit)
{
	if (unit == MONEY_KRONA) {
		buffer_put(out, TEXT("hel krona"));
	} else if (unit == 1) {
		buffer_put(out, TEXT("öre"));
	} else {
		buffer_put(out, TEXT("hela "));
		buffer_put(out, swedish_amount(out->arena, unit));
	}
}

static void put_rounding(Buffer *out, const Entry *entry)
{
	static const Text ways[] = {[ROUND_HALF_UP] = TEXT_INIT("avrundat till "),
	                            [ROUND_HALF_EVEN] = TEXT_INIT("avrundat till "),
	                            [ROUND_DOWN] = TEXT_INIT("avrundat nedåt till "),
	                            [ROUND_UP] = TEXT_INIT("avrundat uppåt till ")};
	buffer_put(out, ways[entry->rounding]);
	if (entry->unit == UNIT_SHARE)
		put_decimals(out, entry->decimals);
	else if (entry->unit == UNIT_FACTOR)
		put_decimals(out, FIT_FACTOR_DECIMALS);
	else
		put_rounding_unit(out, entry->operation == OPERATION_PART ? unit_of_parts(entry)
		                                                          : entry->rounding_unit);
	if (entry->rounding == ROUND_HALF_EVEN)
		buffer_put(out, TEXT(", halva till närmaste jämna"));
}

static void put_group(Buffer *out, const Entry *entry)
{
	buffer_put(out, TEXT(", justerat så att "));
	if (entry->operation == OPERATION_SHARE) {
		buffer_put(out, TEXT("andelarna blir 100\xC2\xA0%"));
		return;
	}
	bool years = entry->operation == OPERATION_TERMS;
	const Entry *whole = years ? entry->whole : entry->operands[0];
	buffer_put(out, years ? TEXT("åren") : TEXT("delarna"));
	buffer_put(out, TEXT(" tillsammans blir "));
	buffer_put(out, formula_value(out->arena, whole));
}

Text fit_words(Arena *arena, const Entry *entry)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	Fit fit = fit_of(arena, entry);
	if (fit != FIT_EXACT)
		put_rounding(&out, entry);
	bool grouped = entry->operation != OPERATION_TERMS || entry->whole != NULL;
	if (fit == FIT_MOVED && grouped)
		put_group(&out, entry);
	return buffer_text(&out);
}
