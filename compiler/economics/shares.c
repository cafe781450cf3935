/* Shares: what each party is of the whole, counted in several ways, and amounts per head. */
#include "economics/calculate.h"
#include "economics/calculation.h"
#include "model/resolve.h"

/* Amounts that are shares of one whole, each with the party that it belongs to. */
typedef struct Parts {
	EntryList amounts;
	size_t *parties;
} Parts;

static Parts parts_new(Calculation *c)
{
	return (Parts){.parties = ARENA_ARRAY(c->arena, size_t, c->party_count + 1)};
}

static void parts_add(Calculation *c, Parts *parts, size_t party, const Entry *amount)
{
	if (amount == NULL)
		return;
	parts->parties[parts->amounts.count] = party;
	list_add(c, &parts->amounts, amount);
}

/* The shares, one for each part, or NULL when there are none. */
static const Entry **make_shares(Calculation *c, Quantity quantity, const Parts *parts)
{
	size_t count = parts->amounts.count;
	Text *names = ARENA_ARRAY(c->arena, Text, count + 1);
	const Entry **shares = ARENA_ARRAY(c->arena, const Entry *, count + 1);
	for (size_t i = 0; i < count; i++)
		names[i] = name_of_party(c, quantity, parts->parties[i]);
	bool made = ledger_shares(c->ledger, names, parts->amounts.items, count,
	                          economics_decimals(c->agreement), shares);
	return made ? shares : NULL;
}

/* Shares of the scope, and their sums by sector. */
static void shares_of_scope(Calculation *c)
{
	Parts parts = parts_new(c);
	for (size_t p = 0; p < c->party_count; p++)
		parts_add(c, &parts, p, c->put_in[p]);
	const Entry **shares = make_shares(c, QUANTITY_SHARE_OF_SCOPE, &parts);
	if (shares == NULL)
		return;
	EntryList civil = {0}, public = {0};
	for (size_t i = 0; i < parts.amounts.count; i++)
		list_add(c, party_is_public(c, parts.parties[i]) ? &public : &civil, shares[i]);
	Span origin = c->agreement->economy.span;
	ledger_sum(c->ledger, name_of_all(c, QUANTITY_ALL_SHARES), shares, parts.amounts.count,
	           origin);
	list_sum(c, name_of_all(c, QUANTITY_CIVIL_SHARE), &civil, origin);
	list_sum(c, name_of_all(c, QUANTITY_PUBLIC_SHARE), &public, origin);
}

/* What a party puts in of the kinds that are counted; NULL when that is nothing. */
static const Entry *put_in_of_kinds(Calculation *c, Quantity quantity, size_t party,
                                    const bool *counted)
{
	const ListValue *list = &c->agreement->economy.contributions;
	const Contribution *contributions = list->items;
	EntryList parts = {0};
	for (size_t i = 0; i < list->count; i++)
		if (contributions[i].party == &c->parties[party] &&
		    counted[contributions[i].kind.choice])
			list_add(c, &parts, stream_in_frame(c, &c->contributions[i], (Text){0}));
	return list_sum(c, name_of_party(c, quantity, party), &parts, list->span);
}

/* Shares of the scope when only some kinds of contributions count. Left out when all do, or when a
 * party puts in its own financing, of which the kinds are not known. */
static void shares_of_kinds(Calculation *c, Quantity quantity, Quantity amount, const bool *counted)
{
	const Contribution *contributions = c->agreement->economy.contributions.items;
	bool all_count = true;
	for (size_t i = 0; i < c->agreement->economy.contributions.count; i++)
		all_count = all_count && counted[contributions[i].kind.choice];
	if (all_count || list_present(c, c->own_financing).count > 0)
		return;
	Parts parts = parts_new(c);
	for (size_t p = 0; p < c->party_count; p++)
		parts_add(c, &parts, p, put_in_of_kinds(c, amount, p, counted));
	make_shares(c, quantity, &parts);
}

/* What each of several boards is of the grant. */
static void shares_of_grant(Calculation *c)
{
	Parts parts = parts_new(c);
	for (size_t p = 0; p < c->party_count; p++)
		parts_add(c, &parts, p, c->given[p]);
	if (parts.amounts.count > 0)
		make_shares(c, QUANTITY_SHARE_OF_GRANT, &parts);
}

void shares_calculate(Calculation *c)
{
	static const bool without_time[] = {[CONTRIBUTION_CASH] = true,
	                                    [CONTRIBUTION_IN_KIND] = true,
	                                    [CONTRIBUTION_VOLUNTEER_TIME] = false,
	                                    [CONTRIBUTION_PREMISES] = true,
	                                    [CONTRIBUTION_MATERIAL] = true};
	static const bool cash[] = {[CONTRIBUTION_CASH] = true, [CONTRIBUTION_MATERIAL] = false};
	shares_of_scope(c);
	shares_of_kinds(c, QUANTITY_SHARE_WITHOUT_TIME, QUANTITY_PUT_IN_WITHOUT_TIME, without_time);
	shares_of_kinds(c, QUANTITY_SHARE_OF_CASH, QUANTITY_PUT_IN_CASH, cash);
	shares_of_grant(c);
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

/* The grant's share of the cost when volunteers' hours are not counted as a cost. */
static void financing_without_time(Calculation *c, const Entry *grant)
{
	const Entry *cost = ledger_find(c->ledger, name_of_all(c, QUANTITY_COST));
	const Entry *hours = ledger_find(c->ledger, quantity_of(c->arena, QUANTITY_COST_OF_KIND,
	                                                        cost_kind_word(COST_VOLUNTEERS)));
	if (cost == NULL || hours == NULL || grant == NULL)
		return;
	const Entry *paid = ledger_difference(c->ledger, name_of_all(c, QUANTITY_COST_WITHOUT_TIME),
	                                      (const Entry *[]){cost, hours}, 2, cost->origin);
	ledger_quotient(c->ledger, name_of_all(c, QUANTITY_FINANCED_WITHOUT_TIME), grant, paid,
	                economics_decimals(c->agreement), cost->origin);
}

void shares_of_financing(Calculation *c)
{
	const Entry *grant = ledger_find(c->ledger, name_of_all(c, QUANTITY_GRANT));
	financing_shares(c, grant, ledger_find(c->ledger, name_of_all(c, QUANTITY_OWN_FINANCING)),
	                 name_of_all(c, QUANTITY_FINANCED_SHARE),
	                 name_of_all(c, QUANTITY_OWN_SHARE));
	for (size_t p = 0; p < c->party_count; p++)
		financing_shares(c, c->granted[p], c->own_financing[p],
		                 name_of_party(c, QUANTITY_FINANCED_SHARE, p),
		                 name_of_party(c, QUANTITY_OWN_SHARE, p));
	financing_without_time(c, grant);
}

static void per_head(Calculation *c, Quantity result, Quantity of, const Entry *heads)
{
	const Entry *amount = ledger_find(c->ledger, name_of_all(c, of));
	if (amount != NULL)
		ledger_unit_price(c->ledger, name_of_all(c, result), amount, heads, heads->origin);
}

void amounts_per_head(Calculation *c)
{
	const Economy *economy = &c->agreement->economy;
	const Entry *inhabitants = ledger_find(c->ledger, name_of_all(c, QUANTITY_INHABITANTS));
	if (inhabitants != NULL)
		per_head(c, QUANTITY_GRANT_PER_INHABITANT, QUANTITY_GRANT, inhabitants);
	if (!VALUE_GIVEN(economy->participants))
		return;
	const Entry *participants =
	        ledger_declare(c->ledger, name_of_all(c, QUANTITY_PARTICIPANTS), UNIT_COUNT,
	                       economy->participants.value, economy->participants.span);
	if (!economy->per_participant.value)
		return;
	per_head(c, QUANTITY_SCOPE_PER_PARTICIPANT, QUANTITY_SCOPE, participants);
	per_head(c, QUANTITY_GRANT_PER_PARTICIPANT, QUANTITY_GRANT, participants);
}
