/* Calculate: a case's economy as a ledger, from contributions to shares. */
#include "economics/calculate.h"

#include "base/swedish.h"
#include "economics/quantity.h"
#include "model/resolve.h"

/* Entries that are about to be added up. */
typedef struct EntryList {
	const Entry **items;
	size_t count;
	size_t capacity;
} EntryList;

/* The calculation under way. The arrays have one element for each party; NULL where the case says
 * nothing. */
typedef struct Calculation {
	Arena *arena;
	Ledger *ledger;
	const Agreement *agreement;
	const Party *parties;
	size_t party_count;
	bool has_faults;          /* some value was misread, so sums need not tally */
	EntryList *contributions; /* what each party puts in, one by one */
	EntryList *receipts;      /* parts of the grant that each party receives */
	EntryList grants;         /* cash of public parties */
	const Entry **put_in;
	const Entry **granted;
	const Entry **cost;
	const Entry **own;
} Calculation;

static void list_add(Calculation *c, EntryList *list, const Entry *entry)
{
	if (entry != NULL)
		*ARENA_PUSH(c->arena, list) = entry;
}

/* A list's entries that are there, in party order. */
static EntryList present(Calculation *c, const Entry *const *of_parties)
{
	EntryList list = {0};
	for (size_t p = 0; p < c->party_count; p++)
		list_add(c, &list, of_parties[p]);
	return list;
}

static const Entry *sum(Calculation *c, Text name, const EntryList *list, Span origin)
{
	return ledger_sum(c->ledger, name, list->items, list->count, origin);
}

/* The entry names of a quantity: of all, of a party. */
static Text of_all(Quantity quantity)
{
	return quantity_facts(quantity)->name;
}

static Text of_party(const Calculation *c, Quantity quantity, size_t party)
{
	return quantity_of(c->arena, quantity, c->parties[party].key.text);
}

static Text label(Calculation *c, size_t party)
{
	const Party *p = &c->parties[party];
	return VALUE_GIVEN(p->short_name) ? p->short_name.text : p->key.text;
}

static bool is_public(const Calculation *c, size_t party)
{
	return c->parties[party].sector.choice == SECTOR_PUBLIC;
}

/* The only civil party, or SIZE_MAX when there are none or several. */
static size_t sole_civil_party(const Calculation *c)
{
	size_t sole = SIZE_MAX;
	for (size_t p = 0; p < c->party_count; p++) {
		if (is_public(c, p))
			continue;
		if (sole != SIZE_MAX)
			return SIZE_MAX;
		sole = p;
	}
	return sole;
}

/* Contributions. */

static void check_split(Calculation *c, const Contribution *contribution, const Entry *split)
{
	Money declared = contribution->amount.money;
	if (c->has_faults || !VALUE_GIVEN(contribution->amount) || declared == split->value)
		return;
	Money difference =
	        declared > split->value ? declared - split->value : split->value - declared;
	diagnose(c->ledger->diagnostics, SPLIT_DOES_NOT_TALLY, contribution->split.span,
	         swedish_amount(c->arena, split->value), swedish_amount(c->arena, declared),
	         swedish_amount(c->arena, difference));
	diagnostic_note(c->ledger->diagnostics, AMOUNT_STANDS_HERE, contribution->amount.span);
}

/* "ekonomi.insatser.1.stadsmissionen" */
static Text part_name(Calculation *c, Text whole, Text key)
{
	Text parts[] = {whole, TEXT("."), key};
	return text_join(c->arena, parts, 3);
}

static const Entry *calculate_split(Calculation *c, const Contribution *contribution, Text name)
{
	const PartyAmount *amounts = contribution->split.items;
	EntryList parts = {0};
	for (size_t i = 0; i < contribution->split.count; i++) {
		if (!VALUE_GIVEN(amounts[i].amount) || amounts[i].party == NULL)
			continue;
		const Entry *part = ledger_declare(
		        c->ledger, part_name(c, name, amounts[i].key.text), UNIT_AMOUNT,
		        amounts[i].amount.money, amounts[i].amount.span);
		list_add(c, &parts, part);
		list_add(c, &c->receipts[party_index(c->agreement, amounts[i].party)], part);
	}
	const Entry *whole = sum(c, name, &parts, contribution->split.span);
	if (whole != NULL)
		check_split(c, contribution, whole);
	return whole;
}

static const Entry *calculate_hours(Calculation *c, const Contribution *contribution, Text name)
{
	size_t party = party_index(c->agreement, contribution->party);
	const Entry *hours =
	        ledger_declare(c->ledger, of_party(c, QUANTITY_HOURS, party), UNIT_HOURS,
	                       contribution->hours.value, contribution->hours.span);
	const Entry *rate =
	        ledger_declare(c->ledger, of_party(c, QUANTITY_HOUR_VALUE, party), UNIT_AMOUNT,
	                       contribution->hour_value.money, contribution->hour_value.span);
	return ledger_product(c->ledger, name, hours, rate, contribution->hours.span);
}

static void calculate_contribution(Calculation *c, size_t index)
{
	const Contribution *items = c->agreement->economy.contributions.items;
	const Contribution *contribution = &items[index];
	if (contribution->party == NULL)
		return;
	Text name = quantity_number(c->arena, QUANTITY_CONTRIBUTION, index);
	const Entry *entry = NULL;
	if (contribution->split.count > 0)
		entry = calculate_split(c, contribution, name);
	else if (VALUE_GIVEN(contribution->amount))
		entry = ledger_declare(c->ledger, name, UNIT_AMOUNT, contribution->amount.money,
		                       contribution->amount.span);
	else if (VALUE_GIVEN(contribution->hours) && VALUE_GIVEN(contribution->hour_value))
		entry = calculate_hours(c, contribution, name);
	if (entry == NULL)
		return;
	size_t party = party_index(c->agreement, contribution->party);
	list_add(c, &c->contributions[party], entry);
	if (!is_public(c, party) || contribution->kind.choice != CONTRIBUTION_CASH)
		return;
	list_add(c, &c->grants, entry);
	if (contribution->split.count == 0 && sole_civil_party(c) != SIZE_MAX)
		list_add(c, &c->receipts[sole_civil_party(c)], entry);
}

static void calculate_contributions(Calculation *c)
{
	const ListValue *list = &c->agreement->economy.contributions;
	for (size_t i = 0; i < list->count; i++)
		calculate_contribution(c, i);
	sum(c, of_all(QUANTITY_GRANT), &c->grants, list->span);
	for (size_t p = 0; p < c->party_count; p++) {
		c->granted[p] = sum(c, of_party(c, QUANTITY_GRANT, p), &c->receipts[p], list->span);
		c->put_in[p] =
		        sum(c, of_party(c, QUANTITY_PUT_IN, p), &c->contributions[p], list->span);
	}
}

/* Costs and own financing. */

static void sum_cost_kinds(Calculation *c, const EntryList *kinds, Span origin)
{
	for (int kind = 0; kind < COST_KINDS; kind++)
		sum(c, quantity_of(c->arena, QUANTITY_COST_OF_KIND, cost_kind_word(kind)),
		    &kinds[kind], origin);
}

static void calculate_costs(Calculation *c)
{
	const ListValue *list = &c->agreement->economy.costs;
	const Cost *costs = list->items;
	EntryList *items = ARENA_ARRAY(c->arena, EntryList, c->party_count + 1);
	EntryList kinds[COST_KINDS] = {0};
	for (size_t i = 0; i < list->count; i++) {
		if (costs[i].party == NULL || !VALUE_GIVEN(costs[i].amount))
			continue;
		const Entry *entry =
		        ledger_declare(c->ledger, quantity_number(c->arena, QUANTITY_COST_ITEM, i),
		                       UNIT_AMOUNT, costs[i].amount.money, costs[i].amount.span);
		list_add(c, &items[party_index(c->agreement, costs[i].party)], entry);
		list_add(c, &kinds[VALUE_GIVEN(costs[i].kind) ? costs[i].kind.choice : COST_OTHER],
		         entry);
	}
	for (size_t p = 0; p < c->party_count; p++)
		c->cost[p] = sum(c, of_party(c, QUANTITY_COST, p), &items[p], list->span);
	EntryList totals = present(c, c->cost);
	sum(c, of_all(QUANTITY_COST), &totals, list->span);
	sum_cost_kinds(c, kinds, list->span);
}

static const AmountValue *declared_own_financing(const Calculation *c, size_t party)
{
	const PartyAmount *amounts = c->agreement->economy.own_financing.items;
	for (size_t i = 0; i < c->agreement->economy.own_financing.count; i++)
		if (amounts[i].party == &c->parties[party] && VALUE_GIVEN(amounts[i].amount))
			return &amounts[i].amount;
	return NULL;
}

static void check_financing(Calculation *c, size_t party, const AmountValue *declared)
{
	Money cost = c->cost[party]->value, own = c->own[party]->value;
	Money grant = c->granted[party] != NULL ? c->granted[party]->value : 0;
	if (c->has_faults)
		return;
	if (declared != NULL && cost - grant != own) {
		Money left = cost - grant - own;
		diagnose(c->ledger->diagnostics, FINANCING_DOES_NOT_TALLY, declared->span,
		         label(c, party), swedish_amount(c->arena, cost),
		         swedish_amount(c->arena, grant), swedish_amount(c->arena, own),
		         swedish_amount(c->arena, left < 0 ? -left : left));
	} else if (c->granted[party] != NULL && grant > cost) {
		diagnose(c->ledger->diagnostics, GRANT_EXCEEDS_COST,
		         c->granted[party]->operands[0]->origin, label(c, party),
		         swedish_amount(c->arena, grant), swedish_amount(c->arena, cost));
	}
}

static void calculate_own_financing(Calculation *c, size_t party)
{
	Text name = of_party(c, QUANTITY_OWN_FINANCING, party);
	const AmountValue *declared = declared_own_financing(c, party);
	const Entry *cost = c->cost[party], *granted = c->granted[party];
	if (declared != NULL)
		c->own[party] = ledger_declare(c->ledger, name, UNIT_AMOUNT, declared->money,
		                               declared->span);
	else if (cost != NULL)
		c->own[party] = ledger_difference(c->ledger, name, (const Entry *[]){cost, granted},
		                                  granted != NULL ? 2 : 1, cost->origin);
	if (cost != NULL)
		check_financing(c, party, declared);
}

/* Cost, grant, own financing and what is left of them, for the whole agreement. */
static void calculate_balance(Calculation *c)
{
	for (size_t p = 0; p < c->party_count; p++)
		calculate_own_financing(c, p);
	EntryList owns = present(c, c->own);
	const Entry *cost = ledger_find(c->ledger, of_all(QUANTITY_COST));
	const Entry *grant = ledger_find(c->ledger, of_all(QUANTITY_GRANT));
	const Entry *own =
	        sum(c, of_all(QUANTITY_OWN_FINANCING), &owns, c->agreement->economy.costs.span);
	if (cost == NULL || own == NULL)
		return;
	EntryList terms = {0};
	list_add(c, &terms, cost);
	list_add(c, &terms, grant);
	list_add(c, &terms, own);
	ledger_difference(c->ledger, of_all(QUANTITY_DIFFERENCE), terms.items, terms.count,
	                  cost->origin);
}

/* The scope, and what each party is of it. */

/* An organisation that tells its costs but no contribution contributes its own financing. */
static void own_financing_is_put_in(Calculation *c)
{
	for (size_t p = 0; p < c->party_count; p++) {
		if (c->put_in[p] != NULL || c->own[p] == NULL)
			continue;
		c->put_in[p] = ledger_sum(c->ledger, of_party(c, QUANTITY_PUT_IN, p), &c->own[p], 1,
		                          c->own[p]->origin);
	}
}

unsigned economics_decimals(const Agreement *agreement)
{
	const IntegerValue *given = &agreement->economy.decimals;
	return VALUE_GIVEN(*given) ? (unsigned)given->value : 1;
}

/* Shares of the scope, and their sums by sector. */
static void calculate_shares(Calculation *c, const EntryList *parts, const Text *names,
                             const bool *public_part)
{
	const Entry **shares = ARENA_ARRAY(c->arena, const Entry *, parts->count + 1);
	if (!ledger_shares(c->ledger, names, parts->items, parts->count,
	                   economics_decimals(c->agreement), shares))
		return;
	EntryList civil = {0}, public = {0};
	for (size_t i = 0; i < parts->count; i++)
		list_add(c, public_part[i] ? &public : &civil, shares[i]);
	Span origin = c->agreement->economy.span;
	ledger_sum(c->ledger, of_all(QUANTITY_ALL_SHARES), shares, parts->count, origin);
	sum(c, of_all(QUANTITY_CIVIL_SHARE), &civil, origin);
	sum(c, of_all(QUANTITY_PUBLIC_SHARE), &public, origin);
}

static void calculate_scope(Calculation *c)
{
	own_financing_is_put_in(c);
	EntryList parts = {0}, civil = {0};
	Text *names = ARENA_ARRAY(c->arena, Text, c->party_count + 1);
	bool *public_part = ARENA_ARRAY(c->arena, bool, c->party_count + 1);
	for (size_t p = 0; p < c->party_count; p++) {
		if (c->put_in[p] == NULL)
			continue;
		names[parts.count] = of_party(c, QUANTITY_SHARE_OF_SCOPE, p);
		public_part[parts.count] = is_public(c, p);
		list_add(c, &parts, c->put_in[p]);
		if (!is_public(c, p))
			list_add(c, &civil, c->put_in[p]);
	}
	Span origin = c->agreement->economy.span;
	sum(c, of_all(QUANTITY_SCOPE), &parts, origin);
	sum(c, of_all(QUANTITY_CIVIL_PUT_IN), &civil, origin);
	calculate_shares(c, &parts, names, public_part);
}

/* How much of a cost the grant pays: two shares that add up to 100. */
static void financing_shares(Calculation *c, const Entry *grant, const Entry *own, Text degree,
                             Text rest)
{
	const Entry *shares[2];
	if (grant != NULL && own != NULL)
		ledger_shares(c->ledger, (Text[]){degree, rest}, (const Entry *[]){grant, own}, 2,
		              economics_decimals(c->agreement), shares);
}

static void calculate_financing_shares(Calculation *c)
{
	financing_shares(c, ledger_find(c->ledger, of_all(QUANTITY_GRANT)),
	                 ledger_find(c->ledger, of_all(QUANTITY_OWN_FINANCING)),
	                 of_all(QUANTITY_FINANCED_SHARE), of_all(QUANTITY_OWN_SHARE));
	for (size_t p = 0; p < c->party_count; p++)
		financing_shares(c, c->granted[p], c->own[p],
		                 of_party(c, QUANTITY_FINANCED_SHARE, p),
		                 of_party(c, QUANTITY_OWN_SHARE, p));
}

static void scale_for_period(Calculation *c, Text name, Ratio years)
{
	const Entry *yearly = ledger_find(c->ledger, name);
	if (yearly != NULL)
		ledger_scale(c->ledger, quantity_for_period(c->arena, name), yearly, years,
		             ROUND_HALF_UP, c->agreement->period.span);
}

/* Yearly amounts for the whole period. Periods that are not whole months have no such entries. */
static void calculate_period(Calculation *c)
{
	const Period *period = &c->agreement->period;
	int months = 0;
	Ratio years = {0};
	if (!period_is_known(period) ||
	    !date_whole_months(period->from.date, period->to.date, &months) ||
	    !ratio_make(months, 12, &years))
		return;
	for (Quantity q = 0; q < QUANTITIES; q++) {
		const QuantityFacts *facts = quantity_facts(q);
		if (!(facts->when & WHEN_YEARS))
			continue;
		scale_for_period(c, facts->name, years);
		for (size_t p = 0; facts->of & OF_PARTY && p < c->party_count; p++)
			scale_for_period(c, of_party(c, q, p), years);
	}
}

Ledger *economics_calculate(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics)
{
	Ledger *ledger = ARENA_NEW(arena, Ledger);
	*ledger = (Ledger){.arena = arena, .diagnostics = diagnostics};
	size_t count = agreement->parties.count;
	Calculation c = {
	        .arena = arena,
	        .ledger = ledger,
	        .agreement = agreement,
	        .parties = agreement->parties.items,
	        .party_count = count,
	        .has_faults = diagnostics->errors > 0,
	        .contributions = ARENA_ARRAY(arena, EntryList, count + 1),
	        .receipts = ARENA_ARRAY(arena, EntryList, count + 1),
	        .put_in = ARENA_ARRAY(arena, const Entry *, count + 1),
	        .granted = ARENA_ARRAY(arena, const Entry *, count + 1),
	        .cost = ARENA_ARRAY(arena, const Entry *, count + 1),
	        .own = ARENA_ARRAY(arena, const Entry *, count + 1),
	};
	calculate_contributions(&c);
	calculate_costs(&c);
	calculate_balance(&c);
	calculate_scope(&c);
	calculate_financing_shares(&c);
	calculate_period(&c);
	return ledger;
}
