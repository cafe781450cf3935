/* Units: one unit for the amounts of a document. */
#include "lint/units.h"

#include "economics/ledger.h"
#include "lint/rule.h"

typedef struct UnitWord {
	Text word;
	AmountUnit unit;
} UnitWord;

static const UnitWord unit_words[] = {
        {TEXT_INIT("kr"), KRONOR},     {TEXT_INIT("kronor"), KRONOR}, {TEXT_INIT("sek"), KRONOR},
        {TEXT_INIT("tkr"), THOUSANDS}, {TEXT_INIT("kkr"), THOUSANDS}, {TEXT_INIT("mnkr"), MILLIONS},
        {TEXT_INIT("msek"), MILLIONS}, {TEXT_INIT("mkr"), MILLIONS},
};

static Text unit_name(AmountUnit unit)
{
	static const Text names[AMOUNT_UNITS] = {[KRONOR] = TEXT_INIT("kr"),
	                                         [THOUSANDS] = TEXT_INIT("tkr"),
	                                         [MILLIONS] = TEXT_INIT("mnkr")};
	return names[unit];
}

/* The unit that stands after a number, and where it ends. */
static AmountUnit unit_after(Text text, size_t at, size_t *end)
{
	static const Text millions[] = {TEXT_INIT("miljoner"), TEXT_INIT("miljon")};
	size_t word = gap_at(text, at).end;
	*end = ANY_WORD_END(text, word, millions);
	if (*end != TEXT_NOWHERE) {
		size_t kronor = gap_at(text, *end).end;
		if (!is_word(text, kronor, TEXT("kronor")) && !is_word(text, kronor, TEXT("kr")))
			return AMOUNT_UNITS;
		*end = letters_end(text, kronor);
		return MILLIONS;
	}
	for (size_t i = 0; i < sizeof unit_words / sizeof unit_words[0]; i++) {
		if (!is_word(text, word, unit_words[i].word))
			continue;
		*end = word + unit_words[i].word.length;
		return unit_words[i].unit;
	}
	return AMOUNT_UNITS;
}

/* The unit in which {{name}} is printed. */
static AmountUnit unit_of_reference(const Lint *lint, Text name)
{
	static const Text thousands = TEXT_INIT(" i tkr"), millions = TEXT_INIT(" i mnkr");
	if (text_ends(name, thousands))
		return THOUSANDS;
	if (text_ends(name, millions))
		return MILLIONS;
	const Entry *entry = ledger_find(lint->ledger, name);
	return entry != NULL && entry->unit == UNIT_AMOUNT ? KRONOR : AMOUNT_UNITS;
}

/* The first other unit that the document has used, or AMOUNT_UNITS. */
static AmountUnit other_unit(const UnitUse *use, AmountUnit unit)
{
	for (AmountUnit other = 0; other < AMOUNT_UNITS; other++)
		if (other != unit && use->first[other].source != NULL)
			return other;
	return AMOUNT_UNITS;
}

/* Each unit is reported once in a document, where it first stands beside another. */
static void use_unit(LintText *t, AmountUnit unit, size_t first, size_t end)
{
	const DocumentPlan *plans = t->lint->agreement->documents.items;
	UnitUse *use = &t->lint->units[t->it->plan - plans];
	if (use->first[unit].source != NULL ||
	    exception_around(t->reading->running.items, t->reading->running.count, first) != NULL)
		return;
	AmountUnit other = other_unit(use, unit);
	use->first[unit] = reading_place(t->reading, first, end);
	if (other == AMOUNT_UNITS)
		return;
	Text kept = unit_name(other);
	if (lint_report(t, RULE_ONE_UNIT, UNITS_MIXED, first, end, unit_name(unit), kept))
		diagnostic_note(t->lint->diagnostics, UNIT_FIRST_HERE, use->first[other], kept);
}

void lint_one_unit(LintText *t, size_t first, size_t end)
{
	if (t->it->plan == NULL)
		return;
	if (t->now == AT_NUMBER) {
		size_t after;
		AmountUnit unit = unit_after(t->text, end, &after);
		if (unit != AMOUNT_UNITS)
			use_unit(t, unit, number_start(t->text, first), after);
		return;
	}
	const RunningText *running = &t->reading->running;
	for (size_t i = 0; i < running->count; i++) {
		const Insert *insert = &running->items[i];
		AmountUnit unit =
		        insert->exception ? AMOUNT_UNITS : unit_of_reference(t->lint, insert->body);
		if (unit != AMOUNT_UNITS)
			use_unit(t, unit, insert->first, insert->end);
	}
}
