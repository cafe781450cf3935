/* Reference report: what is wrong with a reference, and the name that was probably meant. */
#include "source/suggest.h"
#include "template/derived.h"
#include "template/directive.h"
#include "template/reference.h"

/* What the names that could have been meant are made from. `typed` lends its own pieces where keys
 * are not known before any case. */
typedef struct Candidates {
	const ReferenceScope *scope;
	Text typed;
	TextList names;
} Candidates;

static void add_name(Candidates *c, Text beginning, Text key)
{
	Text parts[] = {beginning, beginning.length > 0 ? TEXT(".") : TEXT(""), key};
	*ARENA_PUSH(c->scope->arena, &c->names) = text_join(c->scope->arena, parts, 3);
}

/* "q" of "p.q.r" for 1; empty when there are not so many. */
static Text piece_of(Text name, size_t index)
{
	Text rest = name, piece = {0};
	for (size_t i = 0; i <= index; i++)
		if (!text_next(&rest, '.', &piece))
			return (Text){0};
	return piece;
}

/* The printable fields of a record, and of the records in it. Depth is that of the tables. */
static void add_fields(Candidates *c, Text beginning, const Record *record, size_t depth)
{
	for (size_t i = 0; i < record->count; i++) {
		const Field *field = &record->fields[i];
		add_name(c, beginning, field->key);
		Text name = c->names.items[c->names.count - 1];
		Text key = piece_of(c->typed, depth + 1);
		bool goes_on = piece_of(c->typed, depth + 2).length > 0;
		Text entry[] = {name, TEXT("."), key};
		if (field->kind == FIELD_RECORD)
			add_fields(c, name, field->record, depth + 1);
		else if (field->kind == FIELD_MAP && c->scope->agreement == NULL && goes_on)
			add_fields(c, text_join(c->scope->arena, entry, 3), field->record,
			           depth + 2);
	}
}

static void add_case(Candidates *c)
{
	const Agreement *agreement = c->scope->agreement;
	const Party *parties = agreement->parties.items;
	for (size_t i = 0; i < c->scope->ledger->count; i++)
		*ARENA_PUSH(c->scope->arena, &c->names) = c->scope->ledger->items[i]->name;
	for (size_t i = 0; i < agreement->parties.count; i++) {
		add_name(c, TEXT("parter"), parties[i].key.text);
		add_fields(c, c->names.items[c->names.count - 1], &record_party, 2);
	}
	quantity_names(c->scope->arena, agreement, &c->names);
}

/* Each quantity as it stands, for the period, and with what was typed after its name. */
static void add_quantities(Candidates *c)
{
	Arena *arena = c->scope->arena;
	Text tail = c->typed;
	Text first = piece_of(tail, 0), second = piece_of(tail, 1);
	tail = text_after(tail, first.length + 1 + second.length);
	for (Quantity q = 0; q < QUANTITIES; q++) {
		Text name = quantity_facts(q)->name;
		Text with_tail[] = {name, tail};
		Text all[] = {name, quantity_for_period(arena, name),
		              quantity_before_index(arena, name), text_join(arena, with_tail, 2)};
		for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
			if (quantity_is_possible(all[i], &(Unit){0}))
				*ARENA_PUSH(arena, &c->names) = all[i];
	}
}

static void add_derived(Candidates *c)
{
	size_t count = 0;
	const Derived *derived = derived_values(&count);
	for (size_t i = 0; i < count; i++)
		*ARENA_PUSH(c->scope->arena, &c->names) = derived[i].name;
}

static TextList candidates_for(const ReferenceScope *scope, Text typed)
{
	Candidates c = {.scope = scope, .typed = typed};
	if (scope->agreement != NULL)
		add_case(&c);
	add_derived(&c);
	add_fields(&c, (Text){0}, &record_agreement, 0);
	add_fields(&c, TEXT("dokument"), &record_document, 1);
	for (const LoopVariable *v = scope->variables; v != NULL; v = v->outer) {
		*ARENA_PUSH(scope->arena, &c.names) = v->name;
		if (v->record != NULL)
			add_fields(&c, v->name, v->record, 1);
	}
	if (scope->agreement == NULL)
		add_quantities(&c);
	return c.names;
}

/* Whether the name is of something in one of the case's own tables, where an error has been
 * reported that may be the reason why it is not there. */
static bool follows_from_table(const ReferenceScope *scope, Text name,
                               const Diagnostics *diagnostics)
{
	if (scope->agreement == NULL)
		return false;
	const FreeTable *tables = scope->agreement->tables.items;
	for (size_t i = 0; i < scope->agreement->tables.count; i++) {
		Text parts[] = {TEXT("tabeller."), tables[i].key.text, TEXT(".")};
		if (text_starts(name, text_join(scope->arena, parts, 3)))
			return diagnostics_have_error(diagnostics, tables[i].span);
	}
	return false;
}

/* The name that was meant, or an instruction: one without its # has more behind its first word
 * ("varje parter som part"), others are one word ("pnkter"). */
static void report_unknown(const ReferenceScope *scope, Text name, Span place,
                           Diagnostics *diagnostics)
{
	bool one_word = text_find(name, TEXT(" "), 0) == TEXT_NOWHERE;
	if (follows_from_table(scope, name, diagnostics) ||
	    (!one_word && directive_report_near(name, place, diagnostics)))
		return;
	TextList names = candidates_for(scope, name);
	if (one_word)
		directive_words(scope->arena, &names);
	Text near = suggest_nearest(name, names.items, names.count);
	suggest_report(diagnostics,
	               &(UnknownName){.name = name,
	                              .span = place,
	                              .names = names.items,
	                              .count = names.count,
	                              .near = directive_is_one(near) ? UNKNOWN_DIRECTIVE_NEAR
	                                                             : UNKNOWN_REFERENCE_NEAR,
	                              .far = UNKNOWN_REFERENCE});
}

/* The name of the first value of a group or a list. */
static Text first_within(const Reference *found)
{
	Text name = TEXT("namn");
	const Record *record = found->record;
	if (found->list != NULL)
		return record->keyed ? ((const Key *)found->list->items)->text : TEXT("1");
	bool has_name = record == NULL || record->count == 0 || record_field(record, name) != NULL;
	return has_name ? name : record->fields[0].key;
}

static void report_several(const ReferenceScope *scope, const Reference *found, Span place,
                           Diagnostics *diagnostics)
{
	Text first = first_within(found);
	/* A case cannot go through a list, and picks one of its values. */
	if (found->is_list && scope->agreement == NULL) {
		diagnose(diagnostics, LIST_NOT_PRINTABLE, place, found->name, first);
		return;
	}
	Text parts[] = {found->name, TEXT("."), first};
	diagnose(diagnostics, NOT_PRINTABLE, place, found->name, text_join(scope->arena, parts, 3));
}

void reference_report(const ReferenceScope *scope, const Reference *found, Span place,
                      Diagnostics *diagnostics)
{
	switch (found->state) {
	case REFERENCE_UNKNOWN: report_unknown(scope, found->name, place, diagnostics); break;
	case REFERENCE_SEVERAL: report_several(scope, found, place, diagnostics); break;
	case REFERENCE_NO_UNIT:
		diagnose(diagnostics, UNIT_UNKNOWN, place, found->name, found->unit);
		break;
	case REFERENCE_NO_AMOUNT:
		diagnose(diagnostics, UNIT_OF_NO_AMOUNT, place, found->name, found->unit);
		break;
	case REFERENCE_ABSENT:
	case REFERENCE_GAP:
	case REFERENCE_PRINTABLE: break;
	}
}
