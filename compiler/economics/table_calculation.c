/* The calculation table: every computed amount, share and day with its calculation, those of one
 * quantity together. */
#include "economics/fit.h"
#include "economics/formula.h"
#include "economics/label.h"
#include "economics/table.h"

/* Entries by family, families in the order of the ledger. */
typedef struct Family {
	Text name;
	const Entry **items;
	size_t count;
	size_t capacity;
} Family;

typedef struct Families {
	Family *items;
	size_t count;
	size_t capacity;
} Families;

static Family *find_family(Arena *arena, Families *families, Text name)
{
	for (size_t i = 0; i < families->count; i++)
		if (text_equal(families->items[i].name, name))
			return &families->items[i];
	Family *family = ARENA_PUSH(arena, families);
	*family = (Family){.name = name};
	return family;
}

/* A year's amount that repeats the yearly amount is shown only where the years beside it were moved
 * so that they add up, since they can be checked only together. */
static bool stands_beside_moved(const TableRequest *request, const Entry *entry)
{
	const Ledger *ledger = request->ledger;
	for (size_t i = 0; entry->whole != NULL && i < ledger->count; i++)
		if (ledger->items[i]->whole == entry->whole &&
		    fit_of(request->arena, ledger->items[i]) == FIT_MOVED)
			return true;
	return false;
}

/* Index factors are written out in the amounts that they are part of. */
static bool is_shown(const TableRequest *request, const Entry *entry)
{
	if (entry->unit == UNIT_FACTOR)
		return false;
	return formula_calculates(entry) || stands_beside_moved(request, entry);
}

/* A label that ends in a number would run into the formula where the table is read aloud or copied:
 * "Part 2 100 kr". A year cannot. */
static Text label_cell(const Labels *labels, Text name)
{
	Text label = label_of(labels, name);
	size_t digits = 0;
	while (digits < label.length && label.bytes[label.length - digits - 1] >= '0' &&
	       label.bytes[label.length - digits - 1] <= '9')
		digits++;
	Text before = text_cut(label, 0, label.length - digits), parts[] = {label, TEXT(":")};
	bool is_number = digits > 0 && digits < 4 && text_ends(before, TEXT(" "));
	return is_number ? text_join(labels->arena, parts, 2) : label;
}

static ComputedTable *make_table(const TableRequest *request, const Families *families)
{
	Labels labels = {request->arena, request->agreement, request->ledger};
	ComputedTable *table = table_new(request->arena, 2, 2);
	/* Formulas tell how sure their results are. */
	table->tells_standing = true;
	for (size_t f = 0; f < families->count; f++) {
		for (size_t i = 0; i < families->items[f].count; i++) {
			const Entry *entry = families->items[f].items[i];
			TableCell *cells = table_add_row(request->arena, table, false);
			cells[0] = cell_text(label_cell(&labels, entry->name), entry->origin);
			cells[1] = cell_text(formula_line(request->arena, entry), entry->origin);
		}
	}
	return table;
}

ComputedTable *table_calculation(const TableRequest *request)
{
	Arena *arena = request->arena;
	Families families = {0};
	for (size_t i = 0; i < request->ledger->count; i++) {
		const Entry *entry = request->ledger->items[i];
		Family *family = find_family(arena, &families, label_family(entry->name));
		if (!is_shown(request, entry))
			continue;
		*ARENA_PUSH(arena, family) = entry;
	}
	ComputedTable *table = make_table(request, &families);
	return table->count > 0 ? table : NULL;
}
