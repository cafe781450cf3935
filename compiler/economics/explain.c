/* Explain: the ledger walked from a figure to what it rests on. */
#include "economics/explain.h"

#include "base/swedish.h"
#include "economics/fit.h"
#include "economics/formula.h"
#include "economics/label.h"
#include "economics/quantity.h"
#include "source/suggest.h"

typedef struct EntrySet {
	const Entry **items;
	size_t count;
	size_t capacity;
} EntrySet;

typedef struct Walk {
	const ExplainRequest *request;
	Labels labels;
	Buffer *out;
	EntrySet explained;
	bool whole; /* go on from each operand to its own */
} Walk;

static bool set_has(const EntrySet *set, const Entry *entry)
{
	for (size_t i = 0; i < set->count; i++)
		if (set->items[i] == entry)
			return true;
	return false;
}

static void set_add(Arena *arena, EntrySet *set, const Entry *entry)
{
	if (entry != NULL && !set_has(set, entry))
		*ARENA_PUSH(arena, set) = entry;
}

/* What an entry is made from, each once. */
static EntrySet operands_of(Arena *arena, const Entry *entry)
{
	EntrySet set = {0};
	for (size_t i = 0; i < entry->operand_count; i++)
		set_add(arena, &set, entry->operands[i]);
	for (size_t i = 0; i < entry->term_count; i++) {
		set_add(arena, &set, entry->terms[i].amount);
		set_add(arena, &set, entry->terms[i].factor);
	}
	return set;
}

static void indent(Walk *walk, size_t depth)
{
	buffer_put_repeated(walk->out, ' ', 2 * depth);
}

/* ", rad 31"; ", angivet i agreements/register/kommun.yaml, rad 3". */
static void put_place(Walk *walk, const Entry *entry)
{
	Span origin = entry->origin;
	bool declared = entry->operation == OPERATION_DECLARED;
	if (origin.source == NULL)
		return;
	bool at_home = origin.source == walk->request->agreement->span.source;
	buffer_put(walk->out, declared ? TEXT(", angivet") : TEXT(""));
	if (!at_home) {
		buffer_put(walk->out, declared ? TEXT(" i ") : TEXT(", "));
		buffer_put(walk->out, origin.source->path);
	}
	buffer_put(walk->out, declared && at_home ? TEXT(" på rad ") : TEXT(", rad "));
	buffer_put_integer(walk->out, (int64_t)source_position(origin.source, origin.first).line);
}

static void put_heading(Walk *walk, const Entry *entry, size_t depth)
{
	Arena *arena = walk->request->arena;
	Buffer *out = walk->out;
	indent(walk, depth);
	buffer_put(out, label_of(&walk->labels, entry->name));
	buffer_put(out, TEXT(" ["));
	buffer_put(out, entry->name);
	buffer_put(out, TEXT("]: "));
	buffer_put(out, formula_value(arena, entry));
	if (entry->standing != STANDING_DEFINITIVE && entry->standing != STANDING_UNKNOWN) {
		Text parts[] = {TEXT(" ("), standing_word(entry->standing), TEXT(")")};
		buffer_put(out, text_join(arena, parts, 3));
	}
	put_place(walk, entry);
}

/* The formula, where it says more than the operand below it; an index's source. */
static void put_calculation(Walk *walk, const Entry *entry, size_t depth)
{
	Arena *arena = walk->request->arena;
	Text rounding = fit_words(arena, entry);
	if (formula_calculates(entry)) {
		indent(walk, depth);
		buffer_put(walk->out, TEXT("= "));
		buffer_put(walk->out, formula_of(arena, entry));
		if (rounding.length > 0 && entry->standing != STANDING_UNKNOWN) {
			Text parts[] = {TEXT(" ("), rounding, TEXT(")")};
			buffer_put(walk->out, text_join(arena, parts, 3));
		}
		buffer_put_byte(walk->out, '\n');
	}
	if (entry->rate != NULL && entry->rate->source.length > 0) {
		indent(walk, depth);
		Text parts[] = {TEXT("källa: "), entry->rate->source, TEXT("\n")};
		buffer_put(walk->out, text_join(arena, parts, 3));
	}
}

static void explain_at(Walk *walk, const Entry *entry, size_t depth)
{
	Arena *arena = walk->request->arena;
	EntrySet operands = operands_of(arena, entry);
	bool again = operands.count > 0 && set_has(&walk->explained, entry);
	bool open = !again && (depth == 0 || walk->whole);
	put_heading(walk, entry, depth);
	buffer_put(walk->out, again && walk->whole ? TEXT(" (se ovan)\n") : TEXT("\n"));
	if (!open)
		return;
	set_add(arena, &walk->explained, entry);
	put_calculation(walk, entry, depth + 1);
	for (size_t i = 0; i < operands.count; i++)
		explain_at(walk, operands.items[i], depth + 1);
}

static Walk begin_walk(const ExplainRequest *request, Buffer *out, bool whole)
{
	return (Walk){.request = request,
	              .labels = {request->arena, request->agreement, request->ledger},
	              .out = out,
	              .whole = whole};
}

void explain_entry(const ExplainRequest *request, const Entry *entry, Buffer *out)
{
	Walk walk = begin_walk(request, out, true);
	explain_at(&walk, entry, 0);
}

void explain_all(const ExplainRequest *request, Buffer *out)
{
	for (size_t i = 0; i < request->ledger->count; i++) {
		const Entry *entry = request->ledger->items[i];
		if (entry->operation == OPERATION_DECLARED)
			continue;
		Walk walk = begin_walk(request, out, false);
		buffer_put(out, out->length > 0 ? TEXT("\n") : TEXT(""));
		explain_at(&walk, entry, 0);
	}
}

void explain_report_unknown(const ExplainRequest *request, Text name, Diagnostics *diagnostics)
{
	Span nowhere = {0};
	TextList names = {0};
	quantity_names(request->arena, request->agreement, &names);
	for (size_t i = 0; i < names.count; i++) {
		if (!text_equal(names.items[i], name))
			continue;
		diagnose(diagnostics, NO_SUCH_VALUE, nowhere, name);
		return;
	}
	for (size_t i = 0; i < request->ledger->count; i++)
		*ARENA_PUSH(request->arena, &names) = request->ledger->items[i]->name;
	suggest_report(diagnostics, &(UnknownName){.name = name,
	                                           .names = names.items,
	                                           .count = names.count,
	                                           .near = UNKNOWN_REFERENCE_NEAR,
	                                           .far = UNKNOWN_REFERENCE});
}
