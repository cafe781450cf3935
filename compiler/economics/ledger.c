/* Ledger: making entries, finding them, and printing them. */
#include "economics/ledger.h"

#include <assert.h>

static Entry *new_entry(Ledger *ledger, Text name, Unit unit, Operation operation, Span origin)
{
	Entry *entry = ARENA_NEW(ledger->arena, Entry);
	entry->name = name;
	entry->unit = unit;
	entry->operation = operation;
	entry->origin = origin;
	*ARENA_PUSH(ledger->arena, ledger) = entry;
	return entry;
}

static void set_operands(Ledger *ledger, Entry *entry, const Entry *const *operands, size_t count)
{
	const Entry **copy = ARENA_ARRAY(ledger->arena, const Entry *, count);
	for (size_t i = 0; i < count; i++)
		copy[i] = operands[i];
	entry->operands = copy;
	entry->operand_count = count;
}

/* Amounts keep within the same bound as declared ones, with room for sums of sums. */
static void check_fit(Ledger *ledger, Entry *entry, bool fits)
{
	const int64_t bound = MONEY_MAXIMUM * 1000;
	if (fits && entry->value <= bound && entry->value >= -bound)
		return;
	entry->value = 0;
	diagnose(ledger->diagnostics, SUM_TOO_BIG, entry->origin);
}

const Entry *ledger_find(const Ledger *ledger, Text name)
{
	for (size_t i = 0; i < ledger->count; i++)
		if (text_equal(ledger->items[i]->name, name))
			return ledger->items[i];
	return NULL;
}

const Entry *ledger_declare(Ledger *ledger, Text name, Unit unit, int64_t value, Span origin)
{
	Entry *entry = new_entry(ledger, name, unit, OPERATION_DECLARED, origin);
	entry->value = value;
	return entry;
}

const Entry *ledger_sum(Ledger *ledger, Text name, const Entry *const *operands, size_t count,
                        Span origin)
{
	if (count == 0)
		return NULL;
	Entry *entry = new_entry(ledger, name, operands[0]->unit, OPERATION_SUM, origin);
	entry->decimals = operands[0]->decimals;
	set_operands(ledger, entry, operands, count);
	bool fits = true;
	for (size_t i = 0; i < count; i++) {
		assert(operands[i]->unit == entry->unit);
		fits = fits && integer_add(entry->value, operands[i]->value, &entry->value);
	}
	check_fit(ledger, entry, fits);
	return entry;
}

const Entry *ledger_difference(Ledger *ledger, Text name, const Entry *const *operands,
                               size_t count, Span origin)
{
	assert(count > 0);
	Entry *entry = new_entry(ledger, name, operands[0]->unit, OPERATION_DIFFERENCE, origin);
	set_operands(ledger, entry, operands, count);
	entry->value = operands[0]->value;
	bool fits = true;
	for (size_t i = 1; i < count; i++)
		fits = fits && integer_subtract(entry->value, operands[i]->value, &entry->value);
	check_fit(ledger, entry, fits);
	return entry;
}

const Entry *ledger_product(Ledger *ledger, Text name, const Entry *quantity, const Entry *price,
                            Span origin)
{
	Entry *entry = new_entry(ledger, name, price->unit, OPERATION_PRODUCT, origin);
	set_operands(ledger, entry, (const Entry *[]){quantity, price}, 2);
	bool fits = integer_multiply(quantity->value, price->value, &entry->value);
	check_fit(ledger, entry, fits);
	return entry;
}

const Entry *ledger_scale(Ledger *ledger, Text name, const Entry *amount, Ratio factor,
                          Rounding rounding, Span origin)
{
	Entry *entry = new_entry(ledger, name, amount->unit, OPERATION_SCALED, origin);
	set_operands(ledger, entry, &amount, 1);
	entry->factor = factor;
	entry->rounding = rounding;
	bool fits = ratio_scale(amount->value, factor, MONEY_KRONA, rounding, &entry->value);
	check_fit(ledger, entry, fits);
	return entry;
}

/* One hundred per cent in units of 10^-decimals per cent. */
static int64_t hundred_per_cent(unsigned decimals)
{
	int64_t hundred = 100;
	for (unsigned i = 0; i < decimals; i++)
		hundred *= 10;
	return hundred;
}

const Entry *ledger_quotient(Ledger *ledger, Text name, const Entry *part, const Entry *whole,
                             unsigned decimals, Span origin)
{
	Ratio ratio = {0};
	if (!ratio_make(part->value, whole->value, &ratio))
		return NULL;
	Entry *entry = new_entry(ledger, name, UNIT_SHARE, OPERATION_QUOTIENT, origin);
	set_operands(ledger, entry, (const Entry *[]){part, whole}, 2);
	entry->decimals = decimals;
	entry->rounding = ROUND_HALF_UP;
	bool fits =
	        ratio_scale(hundred_per_cent(decimals), ratio, 1, entry->rounding, &entry->value);
	check_fit(ledger, entry, fits);
	return entry;
}

bool ledger_shares(Ledger *ledger, const Text *names, const Entry *const *parts, size_t count,
                   unsigned decimals, const Entry **shares)
{
	int64_t hundred = hundred_per_cent(decimals);
	int64_t *weights = ARENA_ARRAY(ledger->arena, int64_t, count + 1);
	int64_t *values = ARENA_ARRAY(ledger->arena, int64_t, count + 1);
	bool any = false;
	for (size_t i = 0; i < count; i++) {
		weights[i] = parts[i]->value;
		if (weights[i] < 0)
			return false;
		any = any || weights[i] > 0;
	}
	if (!any || !money_split(hundred, 1, weights, count, values))
		return false;
	for (size_t i = 0; i < count; i++) {
		Entry *entry =
		        new_entry(ledger, names[i], UNIT_SHARE, OPERATION_SHARE, parts[i]->origin);
		const Entry **operands = ARENA_ARRAY(ledger->arena, const Entry *, count + 1);
		operands[0] = parts[i];
		for (size_t k = 0; k < count; k++)
			operands[k + 1] = parts[k];
		entry->operands = operands;
		entry->operand_count = count + 1;
		entry->decimals = decimals;
		entry->value = values[i];
		shares[i] = entry;
	}
	return true;
}

static void put_value(const Entry *entry, Buffer *out)
{
	static const Text units[] = {[UNIT_AMOUNT] = TEXT_INIT(" öre"),
	                             [UNIT_SHARE] = TEXT_INIT(" procentdelar"),
	                             [UNIT_HOURS] = TEXT_INIT(" timmar"),
	                             [UNIT_COUNT] = TEXT_INIT("")};
	buffer_put_integer(out, entry->value);
	buffer_put(out, units[entry->unit]);
}

void ledger_dump(const Ledger *ledger, Buffer *out)
{
	static const Text words[] = {
#define OPERATION(name, words) [OPERATION_##name] = TEXT_INIT(words),
	        OPERATIONS(OPERATION)
#undef OPERATION
	};
	for (size_t i = 0; i < ledger->count; i++) {
		const Entry *entry = ledger->items[i];
		buffer_put(out, entry->name);
		buffer_put(out, TEXT(" = "));
		put_value(entry, out);
		buffer_put(out, TEXT(": "));
		buffer_put(out, words[entry->operation]);
		for (size_t k = 0; k < entry->operand_count; k++) {
			buffer_put(out, k > 0 ? TEXT(", ") : TEXT(" "));
			buffer_put(out, entry->operands[k]->name);
		}
		if (entry->operation == OPERATION_SCALED) {
			buffer_put(out, TEXT(" × "));
			buffer_put_integer(out, entry->factor.numerator);
			buffer_put_byte(out, '/');
			buffer_put_integer(out, entry->factor.denominator);
		}
		buffer_put_byte(out, '\n');
	}
}
