/* References: looking a name up in ledger, derived values, loops and fields. */
#include "template/reference.h"

#include "base/buffer.h"
#include "base/date.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "model/resolve.h"
#include "source/suggest.h"

Text plan_title(const Agreement *agreement, const DocumentPlan *plan)
{
	return VALUE_GIVEN(plan->title) ? plan->title.text : agreement->matter.title.text;
}

Date plan_date(const Agreement *agreement, const DocumentPlan *plan)
{
	return VALUE_GIVEN(plan->date) ? plan->date.date : agreement->matter.date.date;
}

Text officers_text(Arena *arena, const Agreement *agreement)
{
	const TextItem *items = agreement->matter.officers.items;
	size_t count = agreement->matter.officers.count;
	Text *names = ARENA_ARRAY(arena, Text, count + 1);
	for (size_t i = 0; i < count; i++)
		names[i] = items[i].text.text;
	return swedish_list(arena, names, count);
}

/* Derived values: what a case implies but no single field holds. An empty text is absent. */

static Text board_name(const ReferenceScope *scope)
{
	const Board *board = scope->agreement->matter.board;
	return board != NULL ? board->name.text : (Text){0};
}

static Text department_name(const ReferenceScope *scope)
{
	const Department *department = scope->agreement->matter.department;
	return department != NULL ? department->name.text : (Text){0};
}

static Text officer_names(const ReferenceScope *scope)
{
	return officers_text(scope->arena, scope->agreement);
}

static Text municipality_name(const ReferenceScope *scope)
{
	return scope->agreement->shared->municipality.name.text;
}

static Text municipality_place(const ReferenceScope *scope)
{
	return scope->agreement->shared->municipality.place.text;
}

static Text municipality_number(const ReferenceScope *scope)
{
	return scope->agreement->shared->municipality.number.text;
}

static Text document_title(const ReferenceScope *scope)
{
	return plan_title(scope->agreement, scope->plan);
}

static Text document_type(const ReferenceScope *scope)
{
	return scope->template->head.type.text;
}

static Text document_date(const ReferenceScope *scope)
{
	Date date = plan_date(scope->agreement, scope->plan);
	if (!date_is_given(date))
		return (Text){0};
	/* A month alone is written out, as on the cover of a document: "Oktober 2019". */
	return date.day == 0 ? utf8_capitalised(scope->arena, swedish_date(scope->arena, date))
	                     : swedish_date_short(scope->arena, date);
}

static Text period_length(const ReferenceScope *scope)
{
	const Period *period = &scope->agreement->period;
	if (!period_is_known(period))
		return (Text){0};
	Duration length = {0};
	Date last = date_last_day(period->to.date);
	if (!date_whole_months(period->from.date, last, &length.months))
		length = (Duration){.days = date_to_days(last) - date_to_days(period->from.date) +
		                            1};
	return swedish_duration(scope->arena, length);
}

static Text price_year(const ReferenceScope *scope)
{
	const IntegerValue *year = &scope->agreement->economy.price_year;
	Buffer digits = buffer_new(scope->arena, 32);
	if (VALUE_GIVEN(*year)) /* a year is not grouped in threes */
		buffer_put_integer(&digits, year->value);
	return buffer_text(&digits);
}

static Text payments_per_year(const ReferenceScope *scope)
{
	const IntegerValue *times = &scope->agreement->economy.payment.per_year;
	return VALUE_GIVEN(*times) ? swedish_count(scope->arena, times->value, false) : (Text){0};
}

static const struct {
	Text name;
	Text (*text)(const ReferenceScope *scope);
	Text about;
} derived[] = {
        {TEXT_INIT("ärende.nämnd"), board_name,
         TEXT_INIT("Den beslutande nämndens namn i registret.")},
        {TEXT_INIT("ärende.förvaltning"), department_name,
         TEXT_INIT("Förvaltningens namn i registret: ärendets, eller annars nämndens egen.")},
        {TEXT_INIT("ärende.handläggare"), officer_names,
         TEXT_INIT("Handläggarnas namn efter varandra.")},
        {TEXT_INIT("kommun.namn"), municipality_name, TEXT_INIT("Kommunens namn i registret.")},
        {TEXT_INIT("kommun.ort"), municipality_place, TEXT_INIT("Kommunens ort i registret.")},
        {TEXT_INIT("kommun.organisationsnummer"), municipality_number,
         TEXT_INIT("Kommunens organisationsnummer i registret.")},
        {TEXT_INIT("dokument.rubrik"), document_title,
         TEXT_INIT("Dokumentets egen rubrik, eller annars ärendets.")},
        {TEXT_INIT("dokument.benämning"), document_type,
         TEXT_INIT("Vad dokumenttypen heter enligt mallen.")},
        {TEXT_INIT("dokument.datum"), document_date,
         TEXT_INIT("Dokumentets eget datum, eller annars ärendets.")},
        {TEXT_INIT("period.längd"), period_length, TEXT_INIT("Hur lång perioden är, i ord.")},
        {TEXT_INIT("ekonomi.prisnivå"), price_year,
         TEXT_INIT("Det år vars priser beloppen är uttryckta i.")},
        {TEXT_INIT("ekonomi.utbetalning.gånger per år"), payments_per_year,
         TEXT_INIT("Hur många gånger per år bidraget betalas ut, i ord.")},
};

enum { DERIVED = sizeof derived / sizeof derived[0] };

size_t derived_count(void)
{
	return DERIVED;
}

DerivedFacts derived_facts(size_t index)
{
	return (DerivedFacts){derived[index].name, derived[index].about};
}

static Reference printable(Text text, Span origin)
{
	return (Reference){.state = text.length > 0 ? REFERENCE_PRINTABLE : REFERENCE_ABSENT,
	                   .text = text,
	                   .yes = text.length > 0,
	                   .origin = origin};
}

/* The ledger. */

static Text entry_text(Arena *arena, const Entry *entry)
{
	switch (entry->unit) {
	case UNIT_AMOUNT: return swedish_amount(arena, entry->value);
	case UNIT_SHARE: return swedish_percent(arena, entry->value, entry->decimals);
	case UNIT_HOURS:
	case UNIT_COUNT: return swedish_integer(arena, entry->value);
	case UNIT_DATE: return swedish_date(arena, date_from_days((int32_t)entry->value));
	case UNIT_MONTHS:
		return swedish_duration(arena, (Duration){.months = (int32_t)entry->value});
	case UNIT_DAYS: return swedish_duration(arena, (Duration){.days = (int32_t)entry->value});
	case UNIT_FACTOR: return swedish_decimal(arena, entry->exact, 6);
	}
	return (Text){0};
}

/* A value that rests on a preliminary or assumed one says so wherever it stands. */
static Text marked(Arena *arena, Text text, Standing standing)
{
	Text parts[] = {text, TEXT(" ("), standing_word(standing), TEXT(")")};
	return standing == STANDING_DEFINITIVE ? text : text_join(arena, parts, 4);
}

static Reference entry_reference(Arena *arena, const Entry *entry)
{
	Reference found =
	        printable(marked(arena, entry_text(arena, entry), entry->standing), entry->origin);
	found.is_amount = entry->unit == UNIT_AMOUNT;
	found.amount = entry->value;
	found.standing = entry->standing;
	return found;
}

static bool is_quantity(const ReferenceScope *scope, Text name)
{
	TextList names = {0};
	quantity_names(scope->arena, scope->agreement, &names);
	for (size_t i = 0; i < names.count; i++)
		if (text_equal(names.items[i], name))
			return true;
	return false;
}

/* Fields. */

static Text list_text(Arena *arena, const Field *field, const ListValue *list)
{
	if (field->record != &record_text)
		return (Text){0};
	const TextItem *items = list->items;
	Text *texts = ARENA_ARRAY(arena, Text, list->count + 1);
	for (size_t i = 0; i < list->count; i++)
		texts[i] = items[i].text.text;
	return swedish_list(arena, texts, list->count);
}

static Text share_text(Arena *arena, Ratio share)
{
	Ratio hundred = {0, 1};
	if (!ratio_multiply(share, (Ratio){100, 1}, &hundred))
		return (Text){0};
	Text parts[] = {swedish_decimal(arena, hundred, 6), TEXT("\xC2\xA0%")};
	return text_join(arena, parts, 2);
}

/* How a given value of each kind is printed; empty for kinds that are not one value. */
static Text member_text(Arena *arena, const Field *field, const void *member)
{
	switch (field->kind) {
	case FIELD_TEXT: return ((const TextValue *)member)->text;
	case FIELD_PROSE: return ((const ProseValue *)member)->text;
	case FIELD_DATE: return swedish_date(arena, ((const DateValue *)member)->date);
	case FIELD_DURATION:
		return swedish_duration(arena, ((const DurationValue *)member)->duration);
	case FIELD_AMOUNT: return swedish_amount(arena, ((const AmountValue *)member)->money);
	case FIELD_INTEGER: return swedish_integer(arena, ((const IntegerValue *)member)->value);
	case FIELD_SHARE: return share_text(arena, ((const ShareValue *)member)->ratio);
	case FIELD_NUMBER: return swedish_decimal(arena, ((const NumberValue *)member)->ratio, 6);
	case FIELD_BOOLEAN: return ((const BooleanValue *)member)->value ? TEXT("ja") : TEXT("nej");
	case FIELD_CHOICE: return field_choice_word(field, ((const ChoiceValue *)member)->choice);
	case FIELD_ORGANISATION_NUMBER: return ((const OrganisationNumber *)member)->text;
	case FIELD_LIST: return list_text(arena, field, member);
	case FIELD_RECORD:
	case FIELD_MAP:
	case FIELD_KINDS: break;
	}
	return (Text){0};
}

/* Every value struct, list and record begins with its span. */
static Span member_span(const void *member)
{
	return *(const Span *)member;
}

static Reference member_reference(Arena *arena, const Field *field, const void *member)
{
	Span origin = member_span(member);
	Reference found = {.state = REFERENCE_ABSENT, .origin = origin, .record = field->record};
	if (field->kind == FIELD_LIST || field->kind == FIELD_MAP)
		found.list = member;
	if (origin.source == NULL && field->otherwise.length > 0) {
		found = printable(swedish_bound(arena, field->otherwise), origin);
		found.yes = !text_equal(field->otherwise, TEXT("nej"));
		return found;
	}
	if (origin.source == NULL || (found.list != NULL && found.list->count == 0))
		return found;
	found.yes = field->kind != FIELD_BOOLEAN || ((const BooleanValue *)member)->value;
	found.text = member_text(arena, field, member);
	found.is_amount = field->kind == FIELD_AMOUNT;
	if (found.is_amount)
		found.amount = ((const AmountValue *)member)->money;
	bool several = field->kind == FIELD_RECORD || found.list != NULL;
	if (found.text.length > 0)
		found.state = REFERENCE_PRINTABLE;
	else if (several)
		found.state = REFERENCE_SEVERAL; /* one value without text could not be read */
	return found;
}

/* A record's own text where it stands for one: a party is its short name. */
static Reference record_reference(const Record *record, const void *owner)
{
	if (record == &record_party) {
		const Party *party = owner;
		return printable(party->short_name.text, party->short_name.span);
	}
	return (Reference){.state = REFERENCE_SEVERAL, .yes = true};
}

static Text cut_segment(Text *path)
{
	Text segment = {0};
	Text rest = *path;
	if (!text_next(&rest, '.', &segment))
		segment = rest;
	*path = segment.length == path->length ? (Text){0} : rest;
	return segment;
}

static const void *map_find(const ListValue *map, const Record *record, Text key)
{
	for (size_t i = 0; i < map->count; i++) {
		const char *item = (const char *)map->items + record->size * i;
		if (text_equal(((const Key *)(const void *)item)->text, key))
			return item;
	}
	return NULL;
}

static Reference follow(Arena *arena, const Record *record, const void *owner, Text path)
{
	while (path.length > 0) {
		const Field *field = record_field(record, cut_segment(&path));
		if (field == NULL)
			return (Reference){0};
		const void *member = field_member(field, owner);
		if (path.length == 0)
			return member_reference(arena, field, member);
		if (field->kind == FIELD_MAP) {
			member = map_find(member, field->record, cut_segment(&path));
			if (member == NULL)
				return (Reference){0};
		} else if (field->kind != FIELD_RECORD) {
			return (Reference){0};
		}
		record = field->record;
		owner = member;
	}
	return record_reference(record, owner);
}

/* Where a path begins: a loop variable, the document, or the case. */
static Reference follow_from_root(const ReferenceScope *scope, Text name)
{
	Text rest = name;
	Text first = cut_segment(&rest);
	for (const LoopVariable *v = scope->variables; v != NULL; v = v->outer)
		if (text_equal(v->name, first))
			return follow(scope->arena, v->record, v->item, rest);
	if (text_equal(first, TEXT("dokument")))
		return follow(scope->arena, &record_document, scope->plan, rest);
	return follow(scope->arena, &record_agreement, scope->agreement, name);
}

static Reference find_plain(const ReferenceScope *scope, Text name)
{
	const Entry *entry = ledger_find(scope->ledger, name);
	if (entry != NULL)
		return entry_reference(scope->arena, entry);
	for (size_t i = 0; i < DERIVED; i++)
		if (text_equal(derived[i].name, name))
			return printable(derived[i].text(scope), (Span){0});
	Reference found = follow_from_root(scope, name);
	if (found.state == REFERENCE_UNKNOWN && is_quantity(scope, name))
		found.state = REFERENCE_ABSENT;
	return found;
}

/* Units after a name. */

static const struct {
	Text word;
	Text (*text)(Arena *arena, Money money);
} units[] = {
        {TEXT_INIT("tkr"), swedish_amount_thousands},
        {TEXT_INIT("mnkr"), swedish_amount_millions},
};

enum { UNITS = sizeof units / sizeof units[0] };

size_t reference_unit_count(void)
{
	return UNITS;
}

Text reference_unit(size_t index)
{
	return units[index].word;
}

/* "ekonomi.bidrag i tkr": cuts the name before the last " i " and the unit after it. */
static bool split_unit(Text whole, Text *name, Text *unit)
{
	Text between = TEXT(" i ");
	size_t at = TEXT_NOWHERE;
	for (size_t next = text_find(whole, between, 0); next != TEXT_NOWHERE;
	     next = text_find(whole, between, next + 1))
		at = next;
	if (at == TEXT_NOWHERE)
		return false;
	*name = text_trim(text_cut(whole, 0, at));
	*unit = text_trim(text_after(whole, at + between.length));
	return true;
}

static Reference in_unit(const ReferenceScope *scope, Reference found, Text unit)
{
	found.unit = unit;
	if (found.state != REFERENCE_PRINTABLE)
		return found;
	found.state = found.is_amount ? REFERENCE_NO_UNIT : REFERENCE_NO_AMOUNT;
	for (size_t i = 0; i < UNITS && found.is_amount; i++) {
		if (!text_equal(unit, units[i].word))
			continue;
		found.text = marked(scope->arena, units[i].text(scope->arena, found.amount),
		                    found.standing);
		found.state = REFERENCE_PRINTABLE;
	}
	return found;
}

Reference reference_find(const ReferenceScope *scope, Text whole)
{
	Reference found = find_plain(scope, whole);
	Text name = {0}, unit = {0};
	found.name = whole;
	/* Keys may have " i " in them, so only a name that is not there as it stands is cut. */
	if (found.state != REFERENCE_UNKNOWN || !split_unit(whole, &name, &unit))
		return found;
	Reference without = find_plain(scope, name);
	bool known = false;
	for (size_t i = 0; i < UNITS; i++)
		known = known || text_equal(unit, units[i].word);
	if (without.state == REFERENCE_UNKNOWN && !known)
		return found;
	without.name = name;
	return in_unit(scope, without, unit);
}

/* Suggestions. */

static void add_name(Arena *arena, TextList *names, Text beginning, Text key)
{
	Text parts[] = {beginning, beginning.length > 0 ? TEXT(".") : TEXT(""), key};
	*ARENA_PUSH(arena, names) = text_join(arena, parts, 3);
}

/* The printable fields of a record, and of the records in it. Depth is that of the tables. */
static void add_fields(Arena *arena, TextList *names, Text beginning, const Record *record)
{
	for (size_t i = 0; i < record->count; i++) {
		add_name(arena, names, beginning, record->fields[i].key);
		Text name = names->items[names->count - 1];
		if (record->fields[i].kind == FIELD_RECORD)
			add_fields(arena, names, name, record->fields[i].record);
	}
}

void reference_report_unknown(const ReferenceScope *scope, Text name, Span place,
                              Diagnostics *diagnostics)
{
	TextList names = {0};
	for (size_t i = 0; i < scope->ledger->count; i++)
		*ARENA_PUSH(scope->arena, &names) = scope->ledger->items[i]->name;
	for (size_t i = 0; i < DERIVED; i++)
		*ARENA_PUSH(scope->arena, &names) = derived[i].name;
	add_fields(scope->arena, &names, (Text){0}, &record_agreement);
	const Party *parties = scope->agreement->parties.items;
	for (size_t i = 0; i < scope->agreement->parties.count; i++) {
		add_name(scope->arena, &names, TEXT("parter"), parties[i].key.text);
		add_fields(scope->arena, &names, names.items[names.count - 1], &record_party);
	}
	for (const LoopVariable *v = scope->variables; v != NULL; v = v->outer)
		add_fields(scope->arena, &names, v->name, v->record);
	quantity_names(scope->arena, scope->agreement, &names);
	suggest_report(diagnostics, &(UnknownName){.name = name,
	                                           .span = place,
	                                           .names = names.items,
	                                           .count = names.count,
	                                           .near = UNKNOWN_REFERENCE_NEAR,
	                                           .far = UNKNOWN_REFERENCE});
}
