/* The payment table: when the grant is paid and how much, to each recipient where there are
 * several. */
#include "economics/table.h"

#include "base/buffer.h"
#include "base/swedish.h"

enum { WORD_SUM, WORD_SETTLEMENT };

/* One payment: its name in the ledger, and when it is due. */
typedef struct Payment {
	Text name;
	Date due;
	bool settlement;
} Payment;

typedef struct Payments {
	Payment *items;
	size_t count;
	size_t capacity;
} Payments;

/* The ledger names the day of each payment "<payment>.dag". */
static bool read_payment(const Entry *entry, Payment *payment)
{
	Text instalments = quantity_facts(QUANTITY_INSTALMENT)->name;
	Text settlements = quantity_facts(QUANTITY_SETTLEMENT)->name;
	Text ending = TEXT(".dag");
	bool settlement = text_starts(entry->name, settlements);
	if (entry->unit != UNIT_DATE || !text_ends(entry->name, ending) ||
	    (!settlement && !text_starts(entry->name, instalments)))
		return false;
	*payment = (Payment){text_cut(entry->name, 0, entry->name.length - ending.length),
	                     date_from_days((int32_t)entry->value), settlement};
	return true;
}

/* In order of time. */
static Payments find_payments(const TableRequest *request)
{
	Payments payments = {0};
	Payment payment;
	for (size_t i = 0; i < request->ledger->count; i++) {
		if (!read_payment(request->ledger->items[i], &payment))
			continue;
		*ARENA_PUSH(request->arena, &payments) = payment;
		for (size_t at = payments.count - 1;
		     at > 0 && date_order(payments.items[at - 1].due, payment.due) > 0; at--) {
			payments.items[at] = payments.items[at - 1];
			payments.items[at - 1] = payment;
		}
	}
	return payments;
}

static const Entry *paid(const TableRequest *request, Text name, const Party *receiver)
{
	Text parts[] = {name, TEXT("."), {0}};
	if (receiver == NULL)
		return ledger_find(request->ledger, name);
	parts[2] = receiver->key.text;
	return ledger_find(request->ledger, text_join(request->arena, parts, 3));
}

/* Those who are paid, where they are several. */
static size_t find_receivers(const TableRequest *request, const Party **receivers)
{
	const Party *parties = request->agreement->parties.items;
	size_t count = 0;
	for (size_t p = 0; p < request->agreement->parties.count; p++)
		if (table_entry(request, QUANTITY_PAID, &parties[p]) != NULL)
			receivers[count++] = &parties[p];
	return count > 1 ? count : 0;
}

static TableCell due_cell(const TableRequest *request, const Payment *payment)
{
	if (!payment->settlement)
		return cell_date(payment->due, (Span){0});
	TableCell cell = cell_word(WORD_SETTLEMENT);
	cell.text = swedish_date_short(request->arena, payment->due);
	return cell;
}

static void fill_row(const TableRequest *request, TableCell *cells, Text name,
                     const Party *const *receivers, size_t count)
{
	for (size_t r = 0; r < count; r++)
		cells[r + 1] = cell_entry(paid(request, name, receivers[r]));
	cells[count + 1] = cell_entry(paid(request, name, NULL));
}

ComputedTable *table_payments(const TableRequest *request)
{
	Payments payments = find_payments(request);
	const Party **receivers =
	        ARENA_ARRAY(request->arena, const Party *, request->agreement->parties.count + 1);
	size_t count = find_receivers(request, receivers);
	ComputedTable *table = table_new(request->arena, count + 2, 1);
	if (payments.count == 0)
		return NULL;
	for (size_t r = 0; r < count; r++)
		table_set_heading(request->arena, table, r + 1, receivers[r]->short_name.text);
	for (size_t i = 0; i < payments.count; i++) {
		TableCell *cells = table_add_row(request->arena, table, false);
		cells[0] = due_cell(request, &payments.items[i]);
		fill_row(request, cells, payments.items[i].name, receivers, count);
	}
	TableCell *cells = table_add_row(request->arena, table, true);
	cells[0] = cell_word(WORD_SUM);
	fill_row(request, cells, quantity_facts(QUANTITY_PAID)->name, receivers, count);
	return table;
}
