/* Values: what can be shown in a text besides the keys themselves, and the computed tables. */
#include "manual/write.h"

#include "base/buffer.h"
#include "economics/ledger.h"
#include "economics/quantity.h"
#include "economics/table.h"
#include "model/agreement.h"
#include "template/derived.h"

/* ---- Computed values ---- */

/* A term for one spelling of a value, with what it is in the example. */
static void put_value(ManualWriting *w, Node *terms, Text name)
{
	Reference value = reference_find(w->request->scope, name);
	Node *out = write_term(w, terms, in_braces(w->arena, name), (Text){0});
	document_add_text(w->document, out, value.text, (Span){0});
}

/* The same, or nothing and false when the example has no such value. */
static bool put_example(ManualWriting *w, Node *terms, Text name)
{
	if (ledger_find(w->request->scope->ledger, name) == NULL)
		return false;
	put_value(w, terms, name);
	return true;
}

/* A payment has a day besides its amount. */
static bool put_with_day(ManualWriting *w, Node *terms, Text name)
{
	bool found = put_example(w, terms, name);
	if (found)
		put_example(w, terms, join2(w->arena, name, TEXT(".dag")));
	return found;
}

/* The first of these times that the example has a value for. */
static void put_times(ManualWriting *w, Node *terms, Text name, const QuantityFacts *facts)
{
	const Agreement *agreement = w->request->scope->agreement;
	if (!(facts->when & (WHEN_YEARS | WHEN_INDEX)))
		return;
	int first = agreement->period.from.date.year, last = agreement->period.to.date.year;
	for (int year = first; year <= last; year++)
		if (put_with_day(w, terms, quantity_in_year(w->arena, name, year)))
			break;
	if (!(facts->when & WHEN_YEARS))
		return;
	put_example(w, terms, quantity_for_period(w->arena, name));
	put_example(w, terms, quantity_before_index(w->arena, name));
}

static void put_spelling(ManualWriting *w, Node *terms, Text name, const QuantityFacts *facts)
{
	put_with_day(w, terms, name);
	put_times(w, terms, name, facts);
}

/* The spellings of a quantity in the example: of all, of the first party that has one, of the first
 * number, of the first kind. */
static void put_spellings(ManualWriting *w, Node *terms, Quantity quantity)
{
	const QuantityFacts *facts = quantity_facts(quantity);
	const Agreement *agreement = w->request->scope->agreement;
	const Party *parties = agreement->parties.items;
	if (facts->of & OF_ALL)
		put_spelling(w, terms, facts->name, facts);
	for (size_t p = 0; facts->of & OF_PARTY && p < agreement->parties.count; p++) {
		const Node *before = terms->last;
		put_spelling(w, terms, quantity_of(w->arena, quantity, parties[p].key.text), facts);
		if (terms->last != before)
			break;
	}
	if (facts->of & OF_NUMBER)
		put_spelling(w, terms, quantity_number(w->arena, quantity, 0), facts);
	for (int kind = 0; facts->of & OF_KIND && kind < COST_KINDS; kind++)
		if (put_example(w, terms, quantity_of(w->arena, quantity, cost_kind_word(kind))))
			break;
}

/* How a quantity is spelt, for one that the example has no value for. */
static void put_patterns(ManualWriting *w, const QuantityFacts *facts)
{
	static const struct {
		unsigned of;
		Text ending;
	} forms[] = {{OF_ALL, TEXT_INIT("")},
	             {OF_PARTY, TEXT_INIT(".PART")},
	             {OF_NUMBER, TEXT_INIT(".NUMMER")},
	             {OF_KIND, TEXT_INIT(".SLAG")}};
	Node *line = write_line(w);
	Text before = TEXT("Skrivs ");
	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
		if (!(facts->of & forms[i].of))
			continue;
		Text name = join2(w->arena, facts->name, forms[i].ending);
		if (!(facts->when & WHEN_PER_YEAR))
			name = join2(w->arena, name, TEXT(".ÅR"));
		put_text(w, line, before);
		put_inline_code(w, line, in_braces(w->arena, name));
		before = TEXT(" eller ");
	}
	put_text(w, line, TEXT(". Exemplet har inget sådant värde."));
}

void manual_values(ManualWriting *w)
{
	for (Quantity q = 0; q < QUANTITIES; q++) {
		const QuantityFacts *facts = quantity_facts(q);
		write_heading(w, 0, facts->name, manual_id(w->arena, TEXT("varde-"), facts->name));
		write_paragraph(w, facts->about);
		Node *terms = write_terms(w);
		put_spellings(w, terms, q);
		if (terms->first != NULL)
			continue;
		node_detach(terms);
		put_patterns(w, facts);
	}
}

void manual_derived_values(ManualWriting *w)
{
	Node *terms = write_terms(w);
	size_t count = 0;
	const Derived *derived = derived_values(&count);
	for (size_t i = 0; i < count; i++) {
		Node *out = write_term(w, terms, in_braces(w->arena, derived[i].name),
		                       manual_id(w->arena, TEXT("varde-"), derived[i].name));
		Reference value = reference_find(w->request->scope, derived[i].name);
		put_text(w, out, derived[i].about);
		if (value.state != REFERENCE_PRINTABLE)
			continue;
		put_text(w, out, TEXT(" I exemplet: "));
		put_text(w, out, value.text);
		put_text(w, out, TEXT("."));
	}
}

void manual_units(ManualWriting *w)
{
	Text grant = quantity_facts(QUANTITY_GRANT)->name;
	Node *terms = write_terms(w);
	put_example(w, terms, grant);
	for (size_t i = 0; i < reference_unit_count(); i++)
		put_value(w, terms, join3(w->arena, grant, TEXT(" i "), reference_unit(i)));
}

/* ---- Tables ---- */

/* The table of calculations goes on for pages; the manual shows it elsewhere, once. */
static void drop_if_long(Node *table, const Node *before)
{
	enum { MOST_ROWS = 12 };
	size_t rows = 0;
	if (table == before)
		return;
	for (const Node *part = table->first; part != NULL; part = part->next)
		for (const Node *row = part->first; row != NULL; row = row->next)
			rows++;
	if (rows > MOST_ROWS)
		node_detach(table);
}

void manual_tables(ManualWriting *w)
{
	size_t count = 0;
	const TableKind *kinds = table_kinds(&count);
	for (size_t i = 0; i < count; i++) {
		Text call = join2(w->arena, TEXT("tabell "), kinds[i].name);
		write_heading(w, 0, kinds[i].name,
		              manual_id(w->arena, TEXT("tabellen-"), kinds[i].name));
		Node *line = write_line(w);
		put_inline_code(w, line, in_braces(w->arena, call));
		put_text(w, line, TEXT(" "));
		put_text(w, line, kinds[i].about);
		Node *before = w->parent->last;
		reference_put_table(w->request, kinds[i].name);
		drop_if_long(w->parent->last, before);
	}
}
