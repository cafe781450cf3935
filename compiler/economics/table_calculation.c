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

ComputedTable *table_calculation(const TableRequest *request)
{
	Arena *arena = request->arena;
	Families families = {0};
	for (size_t i = 0; i < request->ledger->count; i++) {
		const Entry *entry = request->ledger->items[i];
		if (!is_shown(request, entry))
			continue;
		Family *family = find_family(arena, &families, label_family(entry->name));
		*ARENA_PUSH(arena, family) = entry;
	}
	ComputedTable *table = table_new(arena, 2, 2);
	table->tells_standing = true;
	for (size_t f = 0; f < families.count; f++) {
		for (size_t i = 0; i < families.items[f].count; i++) {
			const Entry *entry = families.items[f].items[i];
			TableCell *cells = table_add_row(arena, table, false);
			cells[0] = cell_text(label_of(arena, request->agreement, entry->name),
			                     entry->origin);
			cells[1] = cell_text(formula_line(arena, entry), entry->origin);
		}
	}
	return families.count > 0 ? table : NULL;
}
