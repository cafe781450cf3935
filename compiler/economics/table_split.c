/* The split table: what each recipient gets of the grant a year, in a column for each time that the
 * amounts are the same. */
#include "economics/table.h"

#include "base/swedish.h"

/* The days from which other amounts hold than before, in order. */
typedef struct Stages {
	Date *items;
	size_t count;
	size_t capacity;
} Stages;

static bool has_stage(const Stages *stages, Date day)
{
	for (size_t i = 0; i < stages->count; i++)
		if (date_order(stages->items[i], day) == 0)
			return true;
	return false;
}

/* Adds a day from which the ledger has a grant. */
static void try_stage(const TableRequest *request, Stages *stages, Date day)
{
	Text grant = quantity_facts(QUANTITY_GRANT)->name;
	if (!date_is_given(day) || has_stage(stages, day) ||
	    ledger_find(request->ledger, quantity_from(request->arena, grant, day)) == NULL)
		return;
	*ARENA_PUSH(request->arena, stages) = day;
	for (size_t at = stages->count - 1; at > 0 && date_order(stages->items[at - 1], day) > 0;
	     at--) {
		stages->items[at] = stages->items[at - 1];
		stages->items[at - 1] = day;
	}
}

static Stages find_stages(const TableRequest *request)
{
	Stages stages = {0};
	const Contribution *items = request->agreement->economy.contributions.items;
	for (size_t i = 0; i < request->agreement->economy.contributions.count; i++) {
		Date to = date_last_day(items[i].to.date);
		Date from = items[i].from.date;
		if (date_is_given(from) && from.day == 0)
			from.day = 1;
		try_stage(request, &stages, from);
		if (date_is_given(to))
			try_stage(request, &stages, date_add_days(to, 1));
	}
	return stages;
}

static void set_headings(const TableRequest *request, ComputedTable *table, const Stages *stages)
{
	for (size_t s = 0; stages->count > 0 && s <= stages->count; s++) {
		Date day = s == 0 ? request->agreement->period.from.date : stages->items[s - 1];
		Text parts[] = {TEXT("Från "), swedish_date_short(request->arena, day)};
		table_set_heading(request->arena, table, s + 1,
		                  text_join(request->arena, parts, 2));
	}
}

/* The grant, or a party's part of it, as it is in each column; false when it is in none. */
static bool fill_row(const TableRequest *request, const Party *party, const Stages *stages,
                     TableCell *cells)
{
	Text name = quantity_facts(QUANTITY_GRANT)->name;
	if (party != NULL)
		name = quantity_of(request->arena, QUANTITY_GRANT, party->key.text);
	const Entry *entry = ledger_find(request->ledger, name);
	bool any = entry != NULL;
	cells[0] = cell_entry(entry);
	for (size_t s = 0; s < stages->count; s++) {
		entry = ledger_find(request->ledger,
		                    quantity_from(request->arena, name, stages->items[s]));
		any = any || entry != NULL;
		cells[s + 1] = cell_entry(entry);
	}
	return any;
}

ComputedTable *table_split(const TableRequest *request)
{
	Stages stages = find_stages(request);
	ComputedTable *table = table_new(request->arena, 2 + stages.count, 1);
	TableCell *amounts = ARENA_ARRAY(request->arena, TableCell, stages.count + 1);
	const Party *parties = request->agreement->parties.items;
	set_headings(request, table, &stages);
	for (size_t i = 0; i <= request->agreement->parties.count; i++) {
		bool sum = i == request->agreement->parties.count;
		if (!fill_row(request, sum ? NULL : &parties[i], &stages, amounts))
			continue;
		if (sum && table->count == 0)
			break;
		TableCell *cells = table_add_row(request->arena, table, sum);
		cells[0] =
		        sum ? cell_word(0) : cell_text(parties[i].name.text, parties[i].name.span);
		for (size_t s = 0; s <= stages.count; s++)
			cells[s + 1] = amounts[s];
	}
	return table->count > 0 ? table : NULL;
}
