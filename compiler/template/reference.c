/* References: looking a name up in ledger, derived values, loops and fields. */
#include "template/reference.h"

#include "base/buffer.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "economics/needs.h"
#include "model/gaps.h"
#include "model/resolve.h"
#include "template/derived.h"

/* Of what is not known, nothing is wrong. */
static const Reference anything = {
        .state = REFERENCE_PRINTABLE, .is_amount = true, .is_list = true};

/* What some case could print, asked for before any is read. */
static Reference possible(bool is_amount)
{
	return (Reference){.state = REFERENCE_PRINTABLE, .is_amount = is_amount};
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

/* "tabeller.projekt.Kostnad", or ".1" after that: the sums and cells of a case's own tables. */
static bool is_cell(Text name)
{
	Text tables = TEXT("tabeller.");
	size_t point = text_find(name, TEXT("."), tables.length);
	return text_starts(name, tables) && point != TEXT_NOWHERE && point > tables.length &&
	       point + 1 < name.length;
}

/* Whether the ledger would have this name, had more been given in the case. */
static bool is_quantity(const ReferenceScope *scope, Text name)
{
	TextList names = {0};
	quantity_names(scope->arena, scope->agreement, &names);
	for (size_t i = 0; i < names.count; i++)
		if (text_equal(names.items[i], name))
			return true;
	return false;
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

/* The table that a value is in: "tabeller.iop" for "tabeller.iop.Andel.2". No path has spaces at
 * its ends, so that of a name of anything else is nobody's. */
static Text table_of(Arena *arena, Text name)
{
	Text rest = name;
	if (!text_equal(cut_segment(&rest), TEXT("tabeller")) || rest.length == 0)
		return TEXT(" ");
	return path_below(arena, TEXT("tabeller"), cut_segment(&rest));
}

/* In a draft, years and instalments have no entries until the period is known. */
static bool waits_for_value(const ReferenceScope *scope, Text name)
{
	const Agreement *agreement = scope->agreement;
	if (agreement->gaps == NULL)
		return false;
	return value_is_possible(agreement, name) ||
	       gaps_find_within(agreement->gaps, table_of(scope->arena, name)) != NULL;
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

/* Before any case there is no member, and what is found is what the field could hold. */
static Reference member_reference(Arena *arena, const Field *field, const void *member)
{
	bool is_list = field->kind == FIELD_LIST || field->kind == FIELD_MAP;
	bool several = field->kind == FIELD_RECORD || (is_list && field->record != &record_text);
	Reference found = {.state = several ? REFERENCE_SEVERAL : REFERENCE_PRINTABLE,
	                   .record = field->record,
	                   .is_list = is_list,
	                   .is_amount = field->kind == FIELD_AMOUNT};
	if (member == NULL)
		return found;
	Span origin = member_span(member);
	found.state = REFERENCE_ABSENT;
	found.origin = origin;
	if (is_list)
		found.list = member;
	if (origin.source == NULL && field->otherwise.length > 0) {
		found = printable(field->otherwise, origin);
		found.yes = !text_equal(field->otherwise, TEXT("nej"));
		return found;
	}
	if (origin.source == NULL || (found.list != NULL && found.list->count == 0))
		return found;
	found.yes = field->kind != FIELD_BOOLEAN || ((const BooleanValue *)member)->value;
	found.text = member_text(arena, field, member);
	if (found.is_amount)
		found.amount = ((const AmountValue *)member)->money;
	if (found.text.length > 0)
		found.state = REFERENCE_PRINTABLE;
	else if (several)
		found.state = REFERENCE_SEVERAL; /* one value without text could not be read */
	return found;
}

/* A record's own text where it stands for one: a party is its short name. */
static Reference record_reference(const Record *record, const void *owner)
{
	if (record == &record_party && owner == NULL)
		return possible(false);
	if (record == &record_party) {
		const Party *party = owner;
		return printable(party->short_name.text, party->short_name.span);
	}
	return (Reference){.state = REFERENCE_SEVERAL, .yes = true, .record = record};
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

/* Along the keys of `path` from a record; before any case it has no owner, and every key that a
 * person could have chosen is there. */
static Reference follow(Arena *arena, const Record *record, const void *owner, Text path)
{
	bool any_case = owner == NULL;
	while (path.length > 0) {
		const Field *field = record_field(record, cut_segment(&path));
		if (field == NULL)
			return (Reference){0};
		const void *member = any_case ? NULL : field_member(field, owner);
		if (path.length == 0)
			return member_reference(arena, field, member);
		if (field->kind == FIELD_MAP) {
			Text key = cut_segment(&path);
			member = any_case ? NULL : map_find(member, field->record, key);
			if (key.length == 0 || (member == NULL && !any_case))
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
	Arena *arena = scope->arena;
	Reference found;
	for (const LoopVariable *v = scope->variables; v != NULL; v = v->outer) {
		if (!text_equal(v->name, first))
			continue;
		if (v->record == NULL)
			return anything;
		found = follow(arena, v->record, v->item, rest);
		found.path = path_below(arena, v->path, rest);
		return found;
	}
	if (text_equal(first, TEXT("dokument"))) {
		found = follow(arena, &record_document, scope->plan, rest);
		if (scope->plan != NULL)
			found.path = path_below(arena, scope->plan->key.text, rest);
		return found;
	}
	found = follow(arena, &record_agreement, scope->agreement, name);
	found.path = name;
	return found;
}

static Reference find_derived(const ReferenceScope *scope, Text name)
{
	const Derived *derived = derived_named(name);
	if (derived == NULL)
		return (Reference){0};
	return scope->agreement == NULL ? possible(false)
	                                : printable(derived->text(scope), (Span){0});
}

static Reference find_in_case(const ReferenceScope *scope, Text name)
{
	const Entry *entry = ledger_find(scope->ledger, name);
	if (entry != NULL && entry->standing == STANDING_UNKNOWN)
		return (Reference){.state = REFERENCE_ABSENT, .path = name};
	if (entry != NULL)
		return entry_reference(scope->arena, entry);
	Reference found = find_derived(scope, name);
	if (found.state == REFERENCE_UNKNOWN)
		found = follow_from_root(scope, name);
	if (found.state == REFERENCE_UNKNOWN &&
	    (is_quantity(scope, name) || waits_for_value(scope, name))) {
		found.state = REFERENCE_ABSENT;
		found.path = name;
	}
	return found;
}

/* Whether the name may begin with a variable of a loop whose beginning has a fault. */
static bool is_of_lost_loop(const ReferenceScope *scope, Text name)
{
	Text first = cut_segment(&name);
	if (record_field(&record_agreement, first) != NULL || text_equal(first, TEXT("dokument")))
		return false;
	for (const LoopVariable *v = scope->variables; v != NULL; v = v->outer)
		if (v->name.length == 0)
			return true;
	return false;
}

static Reference find_before_any_case(const ReferenceScope *scope, Text name)
{
	Unit unit = UNIT_AMOUNT;
	if (quantity_is_possible(name, &unit))
		return possible(unit == UNIT_AMOUNT);
	Reference found = find_derived(scope, name);
	if (found.state == REFERENCE_UNKNOWN)
		found = follow_from_root(scope, name);
	bool guessed =
	        found.state == REFERENCE_UNKNOWN && (is_cell(name) || is_of_lost_loop(scope, name));
	return guessed ? anything : found;
}

static Reference find_plain(const ReferenceScope *scope, Text name)
{
	return scope->agreement == NULL ? find_before_any_case(scope, name)
	                                : find_in_case(scope, name);
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

/* Gaps. */

/* The paths of what an absent value is made from, in the order in which it is missed. */
typedef struct Sources {
	Text items[5];
	size_t count;
	bool computed; /* from anything at or below them */
	Text own;      /* what the value is called where it is missed */
} Sources;

static void add_source(Sources *sources, Text path)
{
	if (path.length > 0)
		sources->items[sources->count++] = path;
}

/* A document takes its title and its day from the case; and the genitive of what is missing is
 * missed as the word itself. */
static bool derived_sources(Text name, Sources *sources)
{
	const Derived *derived = derived_named(name);
	if (derived == NULL)
		return false;
	add_source(sources, derived->from[0]);
	add_source(sources, derived->from[1]);
	bool other_form = derived->from[0].length > 0 && text_starts(name, derived->from[0]);
	sources->own = other_form || text_starts(name, TEXT("dokument.")) ? derived->from[0] : name;
	return true;
}

/* One key of the case; and of a party, the register, which knows what is not said of it. */
static void key_sources(const ReferenceScope *scope, Text path, Sources *sources)
{
	Text rest = path;
	add_source(sources, path);
	sources->own = path;
	if (!text_equal(cut_segment(&rest), TEXT("parter")))
		return;
	Text party = path_below(scope->arena, TEXT("parter"), cut_segment(&rest));
	if (text_find(rest, TEXT("."), 0) == TEXT_NOWHERE)
		add_source(sources, path_below(scope->arena, party, TEXT("register")));
}

static void computed_sources(Arena *arena, Text name, Sources *sources)
{
	sources->computed = true;
	sources->own = name;
	if (text_starts(name, TEXT("tabeller."))) {
		add_source(sources, table_of(arena, name));
		return;
	}
	add_source(sources, value_needs(name));
	if (sources->count == 0)
		return;
	if (!text_starts(name, TEXT("period.")))
		add_source(sources, TEXT("parter"));
	add_source(sources, TEXT("period.från"));
	add_source(sources, TEXT("period.till"));
	add_source(sources, TEXT("ekonomi.index"));
}

static Sources sources_of(const ReferenceScope *scope, const Reference *absent)
{
	Sources sources = {0};
	if (derived_sources(absent->name, &sources))
		return sources;
	if (path_place(scope->agreement, absent->path).field != NULL)
		key_sources(scope, absent->path, &sources);
	else
		computed_sources(scope->arena, absent->path, &sources);
	return sources;
}

static void be_gap(Reference *reference, Text own, Text cause)
{
	reference->state = REFERENCE_GAP;
	reference->yes = true;
	reference->path = own;
	reference->cause = cause;
}

static void find_gap(const ReferenceScope *scope, Reference *absent)
{
	const Gaps *gaps = scope->agreement->gaps;
	if (gaps == NULL)
		return;
	Sources sources = sources_of(scope, absent);
	/* Nothing is made from what the case has not begun to say. */
	if (sources.count > 0 && sources.computed &&
	    gaps_find_within(gaps, sources.items[0]) == NULL &&
	    !path_place(scope->agreement, sources.items[0]).given)
		return;
	for (size_t i = 0; i < sources.count; i++) {
		const Gap *gap = sources.computed ? gaps_find_within(gaps, sources.items[i])
		                                  : gaps_find(gaps, sources.items[i]);
		if (gap == NULL)
			continue;
		be_gap(absent, sources.own, gap->path);
		return;
	}
}

void reference_want(const ReferenceScope *scope, Reference *reference)
{
	if (scope->agreement->gaps == NULL)
		return;
	Sources sources = sources_of(scope, reference);
	for (size_t i = 0; i < sources.count; i++) {
		if (path_place(scope->agreement, sources.items[i]).given)
			continue;
		be_gap(reference, sources.own,
		       gaps_add_path(scope->agreement, sources.items[i])->path);
		return;
	}
	if (sources.count > 0)
		be_gap(reference, sources.own,
		       gaps_add_path(scope->agreement, sources.items[0])->path);
}

static bool is_unit(Text word)
{
	for (size_t i = 0; i < UNITS; i++)
		if (text_equal(word, units[i].word))
			return true;
	return false;
}

static Reference find_whole(const ReferenceScope *scope, Text whole)
{
	Reference found = find_plain(scope, whole);
	Text name = {0}, unit = {0};
	found.name = whole;
	if (!split_unit(whole, &name, &unit))
		return found;
	/* Keys may have " i " in them, so a name that is there as it stands is not cut; before any
	 * case a key may be anything, and only a unit's word is taken for one. */
	bool known = is_unit(unit);
	if (found.state != REFERENCE_UNKNOWN && !(scope->agreement == NULL && known))
		return found;
	Reference without = find_plain(scope, name);
	if (without.state == REFERENCE_UNKNOWN && !known)
		return found;
	without.name = name;
	return in_unit(scope, without, unit);
}

Reference reference_find(const ReferenceScope *scope, Text whole)
{
	Reference found = find_whole(scope, whole);
	if (found.state == REFERENCE_ABSENT)
		find_gap(scope, &found);
	return found;
}

bool reference_is_possible(const ReferenceScope *scope, Text name)
{
	ReferenceScope any_case = {.arena = scope->arena, .variables = scope->variables};
	return reference_find(&any_case, name).state != REFERENCE_UNKNOWN;
}
