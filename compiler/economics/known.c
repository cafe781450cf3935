/* Known: the ledger's entries and the declared values that it has none for. */
#include "economics/known.h"

#include "base/swedish.h"
#include "economics/table.h"
#include "model/fields.h"
#include "model/resolve.h"

typedef struct Collection {
	Arena *arena;
	const Agreement *agreement;
	const Ledger *ledger;
	KnownList *known;
} Collection;

enum { LITERAL_DECIMALS = 6 };

static const int64_t whole_in_literals = 100 * LITERAL_PER_CENT;

/* Values of each unit. */

static void add_value(const Collection *c, Text name, Unit unit, int64_t value, Span origin)
{
	if (name.length > 0 && ledger_find(c->ledger, name) != NULL)
		return;
	*ARENA_PUSH(c->arena, c->known) = (Known){name, unit, value, value, 0, origin};
}

static void add_duration(const Collection *c, Text name, Duration duration, Span origin)
{
	if (duration.months == 0)
		add_value(c, name, UNIT_DAYS, duration.days, origin);
	else if (duration.days == 0)
		add_value(c, name, UNIT_MONTHS, duration.months, origin);
}

static void add_share(const Collection *c, Text name, Ratio ratio, Span origin)
{
	int64_t share = 0;
	size_t place = c->known->count;
	if (ratio_scale(whole_in_literals, ratio, 1, ROUND_HALF_UP, &share))
		add_value(c, name, UNIT_SHARE, share, origin);
	if (c->known->count > place)
		c->known->items[place].decimals = LITERAL_DECIMALS;
}

static void add_date(const Collection *c, Text name, Date date, Span origin)
{
	if (date_is_given(date) && date.day != 0)
		add_value(c, name, UNIT_DATE, date_to_days(date), origin);
}

/* The ledger. */

static int64_t scale_share(int64_t value, unsigned decimals)
{
	for (; decimals < LITERAL_DECIMALS; decimals++)
		if (!integer_multiply(value, 10, &value))
			return 0;
	return value;
}

/* What a share is of, exactly, where the entry tells; false where only the rounded value is known.
 */
static bool exact_share(const Entry *entry, int64_t *share)
{
	Ratio exact = entry->exact;
	if (entry->operation == OPERATION_SHARE || entry->operation == OPERATION_QUOTIENT) {
		int64_t whole = 0;
		for (size_t i = 1; i < entry->operand_count; i++)
			if (!integer_add(whole, entry->operands[i]->value, &whole))
				return false;
		if (!ratio_make(entry->operands[0]->value, whole, &exact))
			return false;
	}
	return exact.denominator > 0 && ratio_scale(whole_in_literals, exact, 1, ROUND_DOWN, share);
}

/* Where a person wrote the value: what is made from several values was written nowhere. */
static Span written_at(const Entry *entry)
{
	while (entry->operation == OPERATION_SUM && entry->operand_count == 1)
		entry = entry->operands[0];
	return entry->operation == OPERATION_DECLARED ? entry->origin : (Span){0};
}

static void add_entry(const Collection *c, const Entry *entry)
{
	if (entry->unit == UNIT_FACTOR || entry->unit == UNIT_COUNT ||
	    entry->standing == STANDING_UNKNOWN)
		return;
	Known known = {.name = entry->name,
	               .unit = entry->unit,
	               .value = entry->value,
	               .shown = entry->value,
	               .decimals = entry->decimals,
	               .origin = written_at(entry)};
	if (entry->unit == UNIT_SHARE) {
		known.value = known.shown = scale_share(entry->value, entry->decimals);
		exact_share(entry, &known.value);
	}
	*ARENA_PUSH(c->arena, c->known) = known;
	if (entry->rate != NULL)
		add_share(c, (Text){0}, entry->rate->published, (Span){0});
}

/* Declared values. */

static void add_record(const Collection *c, Text name, bool named, const Record *record,
                       const void *owner);

static void add_items(const Collection *c, const Record *record, const ListValue *list)
{
	for (size_t i = 0; i < list->count; i++)
		add_record(c, (Text){0}, false, record,
		           (const char *)list->items + record->size * i);
}

static void add_member(const Collection *c, Text name, bool named, const Field *field,
                       const void *member)
{
	Span origin = *(const Span *)member; /* every value begins with it */
	if (origin.source == NULL)
		return;
	Text own = named ? name : (Text){0};
	switch (field->kind) {
	case FIELD_DATE: add_date(c, own, ((const DateValue *)member)->date, origin); break;
	case FIELD_DURATION:
		add_duration(c, own, ((const DurationValue *)member)->duration, origin);
		break;
	case FIELD_AMOUNT:
		add_value(c, own, UNIT_AMOUNT, ((const AmountValue *)member)->money, origin);
		break;
	case FIELD_SHARE: add_share(c, own, ((const ShareValue *)member)->ratio, origin); break;
	case FIELD_RECORD: add_record(c, name, named, field->record, member); break;
	case FIELD_LIST:
	case FIELD_MAP: add_items(c, field->record, member); break;
	case FIELD_TEXT:
	case FIELD_PROSE:
	case FIELD_INTEGER:
	case FIELD_NUMBER:
	case FIELD_BOOLEAN:
	case FIELD_CHOICE:
	case FIELD_ORGANISATION_NUMBER:
	case FIELD_KINDS: break;
	}
}

static void add_field(const Collection *c, Text beginning, bool named, const Field *field,
                      const void *owner)
{
	Text parts[] = {beginning, beginning.length > 0 ? TEXT(".") : TEXT(""), field->key};
	Text name = named ? text_join(c->arena, parts, 3) : (Text){0};
	add_member(c, name, named, field, field_member(field, owner));
}

static void add_record(const Collection *c, Text name, bool named, const Record *record,
                       const void *owner)
{
	for (size_t i = 0; i < record->count; i++)
		add_field(c, name, named, &record->fields[i], owner);
	if (record->count == 0 && record->as_scalar != NULL)
		add_field(c, name, named, record->as_scalar, owner);
	if (record->rest != NULL)
		add_field(c, name, false, record->rest, owner);
}

/* The period's length, which follows from its days. */
static void add_length(const Collection *c)
{
	const Period *period = &c->agreement->period;
	if (!period_is_known(period))
		return;
	Duration length = {0};
	if (!date_whole_months(period->from.date, period->to.date, &length.months))
		length = (Duration){.days = date_to_days(period->to.date) -
		                            date_to_days(period->from.date) + 1};
	add_duration(c, TEXT("period.längd"), length, period->span);
}

/* The days in the case's own tables, which stand there as they were typed. */
static void add_cell_dates(const Collection *c, const FreeTable *table)
{
	const Column *columns = table->columns.items;
	const TableRow *rows = table->rows.items;
	for (size_t r = 0; r < table->rows.count; r++) {
		const TextItem *cells = rows[r].cells.items;
		size_t next = 0;
		for (size_t k = 0; k < table->columns.count && next < rows[r].cells.count; k++) {
			if (column_is_computed(&columns[k]))
				continue;
			const TextValue *cell = &cells[next++].text;
			Date date = {0};
			if (columns[k].kind.choice == COLUMN_DATE &&
			    date_parse(cell->text, &date) == DATE_OK)
				add_date(c, (Text){0}, date, cell->span);
		}
	}
}

void known_collect(Arena *arena, const Agreement *agreement, const Ledger *ledger, KnownList *known)
{
	Collection c = {arena, agreement, ledger, known};
	for (size_t i = 0; i < ledger->count; i++)
		add_entry(&c, ledger->items[i]);
	add_record(&c, (Text){0}, true, &record_agreement, agreement);
	add_length(&c);
	const FreeTable *tables = agreement->tables.items;
	for (size_t i = 0; i < agreement->tables.count; i++)
		add_cell_dates(&c, &tables[i]);
}

/* Comparing. */

bool known_equals(const Known *known, const Literal *literal)
{
	return known->unit == literal->unit &&
	       ((known->value >= literal->least && known->value <= literal->most) ||
	        (known->shown >= literal->least && known->shown <= literal->most));
}

static bool is_term(Unit unit)
{
	return unit == UNIT_MONTHS || unit == UNIT_DAYS;
}

bool units_compare(Unit a, Unit b)
{
	return a == b || (is_term(a) && is_term(b));
}

static int64_t comparable(Unit unit, int64_t value)
{
	if (unit == UNIT_MONTHS && !integer_multiply(value, 30, &value))
		return INT64_MAX / 4;
	return value;
}

int64_t known_distance(const Known *known, const Literal *literal)
{
	int64_t a = comparable(known->unit, known->shown);
	int64_t b = comparable(literal->unit, literal->value), distance = 0;
	if (!integer_subtract(a, b, &distance) || distance == INT64_MIN)
		return INT64_MAX;
	return distance < 0 ? -distance : distance;
}

/* Printing. */

static Text share_text(Arena *arena, const Known *known)
{
	int64_t unit = 1;
	for (unsigned i = known->decimals; i < LITERAL_DECIMALS; i++)
		unit *= 10;
	if (known->decimals < LITERAL_DECIMALS)
		return swedish_percent(arena, known->shown / unit, known->decimals);
	Ratio per_cent = {0, 1};
	ratio_make(known->shown, LITERAL_PER_CENT, &per_cent);
	Text parts[] = {swedish_decimal(arena, per_cent, LITERAL_DECIMALS), TEXT("\xC2\xA0%")};
	return text_join(arena, parts, 2);
}

Text known_text(Arena *arena, const Known *known)
{
	switch (known->unit) {
	case UNIT_AMOUNT: return swedish_amount(arena, known->value);
	case UNIT_SHARE: return share_text(arena, known);
	case UNIT_DATE: return swedish_date(arena, date_from_days((int32_t)known->value));
	case UNIT_MONTHS:
		return swedish_duration(arena, (Duration){.months = (int32_t)known->value});
	case UNIT_DAYS: return swedish_duration(arena, (Duration){.days = (int32_t)known->value});
	case UNIT_HOURS:
	case UNIT_COUNT:
	case UNIT_FACTOR: return swedish_integer(arena, known->value);
	}
	return (Text){0};
}
