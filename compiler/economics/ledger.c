/* Ledger: making entries, finding them, and printing them. */
#include "economics/ledger.h"

#include <assert.h>

Text standing_word(Standing standing)
{
	static const Text words[] = {[STANDING_DEFINITIVE] = TEXT_INIT("definitivt"),
	                             [STANDING_PRELIMINARY] = TEXT_INIT("preliminärt"),
	                             [STANDING_ASSUMED] = TEXT_INIT("antagande"),
	                             [STANDING_UNKNOWN] = TEXT_INIT("saknas")};
	return words[standing];
}

/* FNV-1a. */
static size_t hash(Text name)
{
	uint64_t value = UINT64_C(14695981039346656037);
	for (size_t i = 0; i < name.length; i++)
		value = (value ^ (unsigned char)name.bytes[i]) * UINT64_C(1099511628211);
	return (size_t)value;
}

/* Where the name stands, or the free slot where it would. */
static size_t find_slot(const Ledger *ledger, Text name)
{
	size_t slot = hash(name) & (ledger->slot_count - 1);
	while (ledger->slots[slot] != NULL && !text_equal(ledger->slots[slot]->name, name))
		slot = (slot + 1) & (ledger->slot_count - 1);
	return slot;
}

/* Of entries with one name the first is found. */
static void take_slot(Ledger *ledger, const Entry *entry)
{
	size_t slot = find_slot(ledger, entry->name);
	if (ledger->slots[slot] == NULL)
		ledger->slots[slot] = entry;
}

static void make_room(Ledger *ledger)
{
	if (2 * (ledger->count + 1) <= ledger->slot_count)
		return;
	ledger->slot_count = ledger->slot_count > 0 ? 2 * ledger->slot_count : 256;
	ledger->slots = ARENA_ARRAY(ledger->arena, const Entry *, ledger->slot_count);
	for (size_t i = 0; i < ledger->count; i++)
		take_slot(ledger, ledger->items[i]);
}

static Entry *new_entry(Ledger *ledger, Text name, Unit unit, Operation operation, Span origin)
{
	Entry *entry = ARENA_NEW(ledger->arena, Entry);
	entry->name = name;
	entry->unit = unit;
	entry->operation = operation;
	entry->origin = origin;
	if (ledger->unsettled && operation != OPERATION_DECLARED)
		entry->standing = STANDING_UNKNOWN;
	make_room(ledger);
	take_slot(ledger, entry);
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

/* The least sure of what an entry is made from. */
static void take_standing(Entry *entry, const Entry *from)
{
	if (from != NULL && from->standing > entry->standing)
		entry->standing = from->standing;
}

const Entry *ledger_find(const Ledger *ledger, Text name)
{
	return ledger->slot_count > 0 ? ledger->slots[find_slot(ledger, name)] : NULL;
}

const Entry *ledger_find_known(const Ledger *ledger, Text name)
{
	const Entry *entry = ledger_find(ledger, name);
	return entry != NULL && entry->standing != STANDING_UNKNOWN ? entry : NULL;
}

int64_t hundred_per_cent(unsigned decimals)
{
	int64_t hundred = 100;
	for (unsigned i = 0; i < decimals; i++)
		hundred *= 10;
	return hundred;
}

const Entry *ledger_declare(Ledger *ledger, Text name, Unit unit, int64_t value, Span origin)
{
	Entry *entry = new_entry(ledger, name, unit, OPERATION_DECLARED, origin);
	entry->value = value;
	return entry;
}

const Entry *ledger_unknown(Ledger *ledger, Text name, Span origin)
{
	Entry *entry = new_entry(ledger, name, UNIT_AMOUNT, OPERATION_DECLARED, origin);
	entry->standing = STANDING_UNKNOWN;
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
		take_standing(entry, operands[i]);
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
	for (size_t i = 0; i < count; i++) {
		take_standing(entry, operands[i]);
		if (i > 0)
			fits = fits &&
			       integer_subtract(entry->value, operands[i]->value, &entry->value);
	}
	check_fit(ledger, entry, fits);
	return entry;
}

const Entry *ledger_product(Ledger *ledger, Text name, const Entry *quantity, const Entry *price,
                            Span origin)
{
	Entry *entry = new_entry(ledger, name, price->unit, OPERATION_PRODUCT, origin);
	set_operands(ledger, entry, (const Entry *[]){quantity, price}, 2);
	take_standing(entry, quantity);
	take_standing(entry, price);
	bool fits = integer_multiply(quantity->value, price->value, &entry->value);
	check_fit(ledger, entry, fits);
	return entry;
}

const Entry *ledger_quotient(Ledger *ledger, Text name, const Entry *part, const Entry *whole,
                             unsigned decimals, Span origin)
{
	Ratio ratio = {0};
	if (!ratio_make(part->value, whole->value, &ratio))
		return NULL;
	Entry *entry = new_entry(ledger, name, UNIT_SHARE, OPERATION_QUOTIENT, origin);
	set_operands(ledger, entry, (const Entry *[]){part, whole}, 2);
	take_standing(entry, part);
	take_standing(entry, whole);
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
	bool any = false, unknown = false;
	for (size_t i = 0; i < count; i++) {
		weights[i] = parts[i]->value;
		if (weights[i] < 0)
			return false;
		any = any || weights[i] > 0;
		unknown = unknown || parts[i]->standing == STANDING_UNKNOWN;
	}
	if (!unknown && (!any || !money_split(hundred, 1, weights, count, values)))
		return false;
	for (size_t i = 0; i < count; i++) {
		Entry *entry =
		        new_entry(ledger, names[i], UNIT_SHARE, OPERATION_SHARE, parts[i]->origin);
		const Entry **operands = ARENA_ARRAY(ledger->arena, const Entry *, count + 1);
		operands[0] = parts[i];
		for (size_t k = 0; k < count; k++) {
			operands[k + 1] = parts[k];
			take_standing(entry, parts[k]);
		}
		entry->operands = operands;
		entry->operand_count = count + 1;
		entry->decimals = decimals;
		entry->value = values[i];
		shares[i] = entry;
	}
	return true;
}

/* What a term multiplies. */
static bool term_product(const Term *term, RatioProduct *product)
{
	Ratio factor = {1, 1};
	if (term->factor != NULL)
		factor = term->factor->exact;
	bool rise = term->factor != NULL && term->factor->unit == UNIT_SHARE && !term->rise_alone;
	if (rise && !ratio_add((Ratio){1, 1}, factor, &factor))
		return false;
	*product = (RatioProduct){term->amount->value, factor, term->fraction};
	return true;
}

bool ledger_terms_value(Ledger *ledger, const Term *terms, size_t count, Rounding rounding,
                        Money unit, Money *value)
{
	RatioProduct *products = ARENA_ARRAY(ledger->arena, RatioProduct, count + 1);
	for (size_t i = 0; i < count; i++)
		if (!term_product(&terms[i], &products[i]))
			return false;
	return ratio_sum_products(products, count, unit, rounding, value);
}

const Entry *ledger_terms(Ledger *ledger, Text name, const Term *terms, size_t count,
                          Rounding rounding, Money unit, Span origin)
{
	if (count == 0)
		return NULL;
	Entry *entry = new_entry(ledger, name, UNIT_AMOUNT, OPERATION_TERMS, origin);
	Term *copy = ARENA_ARRAY(ledger->arena, Term, count);
	for (size_t i = 0; i < count; i++) {
		copy[i] = terms[i];
		take_standing(entry, terms[i].amount);
		take_standing(entry, terms[i].factor);
	}
	entry->terms = copy;
	entry->term_count = count;
	entry->rounding = rounding;
	entry->rounding_unit = unit;
	check_fit(ledger, entry,
	          ledger_terms_value(ledger, terms, count, rounding, unit, &entry->value));
	return entry;
}

/* Fractions as integers that are to each other as they are. */
static bool common_weights(const Ratio *fractions, size_t count, int64_t *weights)
{
	int64_t denominator = 1;
	for (size_t i = 0; i < count; i++) {
		Ratio reduced = {0, 1};
		/* d / f in lowest terms has the multiplier that d lacks as its denominator. */
		if (!ratio_make(denominator, fractions[i].denominator, &reduced) ||
		    !integer_multiply(denominator, reduced.denominator, &denominator))
			return false;
	}
	for (size_t i = 0; i < count; i++)
		if (!integer_multiply(fractions[i].numerator,
		                      denominator / fractions[i].denominator, &weights[i]))
			return false;
	return true;
}

bool ledger_stretches(Ledger *ledger, const Text *names, const Entry *whole, const Entry *amount,
                      const Ratio *fractions, size_t count, Money unit, const Entry **entries)
{
	int64_t *weights = ARENA_ARRAY(ledger->arena, int64_t, count + 1);
	int64_t *values = ARENA_ARRAY(ledger->arena, int64_t, count + 1);
	if (count == 0 || whole->value < 0 || whole->value % unit != 0 ||
	    !common_weights(fractions, count, weights) ||
	    !money_split(whole->value, unit, weights, count, values))
		return false;
	for (size_t i = 0; i < count; i++) {
		Entry *entry =
		        new_entry(ledger, names[i], amount->unit, OPERATION_TERMS, amount->origin);
		Term *term = ARENA_NEW(ledger->arena, Term);
		*term = (Term){amount, NULL, false, fractions[i]};
		entry->terms = term;
		entry->term_count = 1;
		entry->whole = whole;
		entry->rounding = whole->rounding;
		entry->rounding_unit = unit;
		entry->value = values[i];
		take_standing(entry, amount);
		entries[i] = entry;
	}
	return true;
}

static const Entry *new_part(Ledger *ledger, Text name, const Entry *whole,
                             const Entry *const *keys, size_t count, size_t own, Money value)
{
	Entry *entry = new_entry(ledger, name, whole->unit, OPERATION_PART, keys[own]->origin);
	const Entry **operands = ARENA_ARRAY(ledger->arena, const Entry *, count + 2);
	operands[0] = whole;
	operands[1] = keys[own];
	for (size_t k = 0; k < count; k++) {
		operands[k + 2] = keys[k];
		take_standing(entry, keys[k]);
	}
	entry->operands = operands;
	entry->operand_count = count + 2;
	entry->value = value;
	take_standing(entry, whole);
	return entry;
}

bool ledger_parts(Ledger *ledger, const Text *names, const Entry *whole, const Entry *const *keys,
                  size_t count, Money unit, const Entry **parts)
{
	int64_t *weights = ARENA_ARRAY(ledger->arena, int64_t, count + 1);
	int64_t *values = ARENA_ARRAY(ledger->arena, int64_t, count + 1);
	bool any = false, unknown = whole->standing == STANDING_UNKNOWN;
	for (size_t i = 0; i < count; i++) {
		weights[i] = keys[i]->value;
		if (weights[i] < 0)
			return false;
		any = any || weights[i] > 0;
		unknown = unknown || keys[i]->standing == STANDING_UNKNOWN;
	}
	if (unknown) {
		for (size_t i = 0; i < count; i++)
			parts[i] = new_part(ledger, names[i], whole, keys, count, i, 0);
		return true;
	}
	if (!any || whole->value < 0 || whole->value % unit != 0 ||
	    !money_split(whole->value, unit, weights, count, values))
		return false;
	for (size_t i = 0; i < count; i++)
		parts[i] = new_part(ledger, names[i], whole, keys, count, i, values[i]);
	return true;
}

const Entry *ledger_unit_price(Ledger *ledger, Text name, const Entry *amount, const Entry *count,
                               Span origin)
{
	Ratio ratio = {0};
	if (!ratio_make(1, count->value, &ratio))
		return NULL;
	Entry *entry = new_entry(ledger, name, UNIT_AMOUNT, OPERATION_UNIT_PRICE, origin);
	set_operands(ledger, entry, (const Entry *[]){amount, count}, 2);
	take_standing(entry, amount);
	take_standing(entry, count);
	entry->rounding = ROUND_HALF_UP;
	entry->rounding_unit = 1;
	check_fit(ledger, entry,
	          ratio_scale(amount->value, ratio, 1, entry->rounding, &entry->value));
	return entry;
}

/* Sets a share's printed value: per cent with as many decimals as it has, from one to six. */
static bool set_share(Entry *entry, Ratio exact)
{
	enum { MOST_DECIMALS = 6 };
	entry->exact = exact;
	for (unsigned decimals = 1;; decimals++) {
		int64_t hundred = hundred_per_cent(decimals);
		if (hundred % exact.denominator != 0 && decimals < MOST_DECIMALS)
			continue;
		entry->decimals = decimals;
		return ratio_scale(hundred, exact, 1, ROUND_HALF_UP, &entry->value);
	}
}

static bool ratio_less(Ratio a, Ratio b)
{
	Ratio difference = {0};
	return ratio_add(a, (Ratio){-b.numerator, b.denominator}, &difference) &&
	       difference.numerator < 0;
}

const Entry *ledger_rate(Ledger *ledger, Text name, const RateFacts *facts, Standing standing,
                         Span origin)
{
	Entry *entry = new_entry(ledger, name, UNIT_SHARE, OPERATION_RATE, origin);
	RateFacts *copy = ARENA_NEW(ledger->arena, RateFacts);
	*copy = *facts;
	entry->rate = copy;
	entry->standing = standing;
	entry->exact = (Ratio){0, 1};
	Ratio rise = {0, 1};
	bool fits = ratio_multiply(facts->published, facts->factor, &rise);
	if (fits && facts->floor.denominator > 0 && ratio_less(rise, facts->floor))
		rise = facts->floor;
	if (fits && facts->ceiling.denominator > 0 && ratio_less(facts->ceiling, rise))
		rise = facts->ceiling;
	check_fit(ledger, entry, fits && set_share(entry, rise));
	return entry;
}

static bool chain_value(const Entry *const *rates, size_t count, bool simple, Ratio covers,
                        Ratio *result)
{
	Ratio grown = {1, 1}, uncovered = {0, 1};
	for (size_t i = 0; i < count; i++) {
		Ratio step = rates[i]->exact;
		if (!simple && !ratio_add(step, (Ratio){1, 1}, &step))
			return false;
		if (simple ? !ratio_add(grown, step, &grown) : !ratio_multiply(grown, step, &grown))
			return false;
	}
	Ratio minus_covers = {-covers.numerator, covers.denominator};
	return ratio_add((Ratio){1, 1}, minus_covers, &uncovered) &&
	       ratio_multiply(grown, covers, &grown) && ratio_add(uncovered, grown, result);
}

const Entry *ledger_chain(Ledger *ledger, Text name, const Entry *const *rates, size_t count,
                          bool simple, Ratio covers, Span origin)
{
	Ratio factor = {0, 1};
	int64_t millionths = 0;
	if (!chain_value(rates, count, simple, covers, &factor) ||
	    !ratio_scale(1000000, factor, 1, ROUND_HALF_UP, &millionths)) {
		diagnose(ledger->diagnostics, INDEX_TOO_LONG, origin);
		return NULL;
	}
	Entry *entry = new_entry(ledger, name, UNIT_FACTOR, OPERATION_CHAIN, origin);
	set_operands(ledger, entry, rates, count);
	for (size_t i = 0; i < count; i++)
		take_standing(entry, rates[i]);
	entry->simple = simple;
	entry->covers = covers;
	entry->exact = factor;
	entry->value = millionths;
	return entry;
}

/* Dates and terms. */

const Entry *ledger_date(Ledger *ledger, Text name, Date date, Span origin)
{
	return ledger_declare(ledger, name, UNIT_DATE, date_to_days(date), origin);
}

const Entry *ledger_duration(Ledger *ledger, Text name, Duration duration, Span origin)
{
	if (duration.months != 0 && duration.days != 0)
		return NULL;
	return duration.days != 0
	               ? ledger_declare(ledger, name, UNIT_DAYS, duration.days, origin)
	               : ledger_declare(ledger, name, UNIT_MONTHS, duration.months, origin);
}

/* A term counts from the first moment after a last day, so that month ends stay month ends: six
 * months before 2023-06-30 is 2022-12-31. */
static const Entry *move_last_day(Ledger *ledger, Text name, const Entry *end, const Entry *term,
                                  bool later, Span origin)
{
	enum { LAST_DAY = 3652058 }; /* 9999-12-31 */
	int64_t length = later ? term->value : -term->value;
	int64_t days = end->value + (term->unit == UNIT_DAYS ? length : length * 31);
	/* Roughly, but always beyond the calendar before the calendar ends. */
	if (days < 62 || days > LAST_DAY - 62 || end->value >= LAST_DAY)
		return NULL;
	Entry *entry = new_entry(ledger, name, UNIT_DATE,
	                         later ? OPERATION_TERM_AFTER : OPERATION_TERM_BEFORE, origin);
	set_operands(ledger, entry, (const Entry *[]){end, term}, 2);
	if (term->unit == UNIT_DAYS) {
		entry->value = days;
		return entry;
	}
	Date after = date_add_months(date_from_days((int32_t)end->value + 1), (int)length);
	entry->value = date_to_days(after) - 1;
	return entry;
}

const Entry *ledger_term_before(Ledger *ledger, Text name, const Entry *end, const Entry *term,
                                Span origin)
{
	return move_last_day(ledger, name, end, term, false, origin);
}

const Entry *ledger_term_after(Ledger *ledger, Text name, const Entry *end, const Entry *term,
                               Span origin)
{
	return move_last_day(ledger, name, end, term, true, origin);
}

Text ledger_unit_name(Unit unit)
{
	static const Text names[] = {[UNIT_AMOUNT] = TEXT_INIT("öre"),
	                             [UNIT_SHARE] = TEXT_INIT("procentdelar"),
	                             [UNIT_HOURS] = TEXT_INIT("timmar"),
	                             [UNIT_COUNT] = TEXT_INIT(""),
	                             [UNIT_DATE] = TEXT_INIT("dagar efter 0001-01-01"),
	                             [UNIT_MONTHS] = TEXT_INIT("månader"),
	                             [UNIT_DAYS] = TEXT_INIT("dagar"),
	                             [UNIT_FACTOR] = TEXT_INIT("miljondelar")};
	return names[unit];
}

static void put_value(const Entry *entry, Buffer *out)
{
	Text unit = ledger_unit_name(entry->unit);
	if (entry->standing == STANDING_UNKNOWN) {
		buffer_put(out, standing_word(entry->standing));
		return;
	}
	buffer_put_integer(out, entry->value);
	buffer_put(out, unit.length > 0 ? TEXT(" ") : TEXT(""));
	buffer_put(out, unit);
}

static void put_factor(Ratio factor, Buffer *out)
{
	buffer_put(out, TEXT(" × "));
	buffer_put_integer(out, factor.numerator);
	buffer_put_byte(out, '/');
	buffer_put_integer(out, factor.denominator);
}

static void put_terms(const Entry *entry, Buffer *out)
{
	for (size_t i = 0; i < entry->term_count; i++) {
		const Term *term = &entry->terms[i];
		buffer_put(out, i > 0 ? TEXT(", ") : TEXT(" "));
		buffer_put(out, term->amount->name);
		if (term->factor != NULL) {
			buffer_put(out, TEXT(" × "));
			buffer_put(out, term->factor->name);
		}
		put_factor(term->fraction, out);
	}
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
		put_terms(entry, out);
		buffer_put_byte(out, '\n');
	}
}
