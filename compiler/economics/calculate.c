/* Calculate: a case's economy as a ledger, frame by frame. */
#include "economics/calculate.h"

#include "base/swedish.h"
#include "economics/calculation.h"
#include "economics/needs.h"
#include "model/gaps.h"
#include "model/resolve.h"

/* Contributions as agreed. */

static void check_split(Calculation *c, const Contribution *contribution, const Entry *split)
{
	Money declared = contribution->amount.money;
	if (c->has_faults || !VALUE_GIVEN(contribution->amount) || declared == split->value ||
	    split->standing == STANDING_UNKNOWN)
		return;
	Money difference =
	        declared > split->value ? declared - split->value : split->value - declared;
	diagnose(c->ledger->diagnostics, SPLIT_DOES_NOT_TALLY, contribution->split.span,
	         swedish_amount(c->arena, split->value), swedish_amount(c->arena, declared),
	         swedish_amount(c->arena, difference));
	diagnostic_note(c->ledger->diagnostics, AMOUNT_STANDS_HERE, contribution->amount.span);
}

static const Entry *declare_split(Calculation *c, const Contribution *contribution, Text name,
                                  Stream *stream)
{
	const PartyAmount *amounts = contribution->split.items;
	EntryList parts = {0};
	for (size_t i = 0; i < contribution->split.count; i++)
		if (split_entry_counts(&amounts[i]))
			list_add(c, &parts,
			         declare_amount(c, name_extended(c, name, amounts[i].key.text),
			                        &amounts[i].amount, amounts[i].key.span));
	stream->recipients = parts.items;
	stream->recipient_count = parts.count;
	const Entry *whole = list_sum(c, name, &parts, contribution->split.span);
	if (whole != NULL)
		check_split(c, contribution, whole);
	return whole;
}

static const Entry *declare_hours(Calculation *c, const Contribution *contribution, Text name)
{
	const Entry *hours =
	        ledger_declare(c->ledger, name_extended(c, name, TEXT("timmar")), UNIT_HOURS,
	                       contribution->hours.value, contribution->hours.span);
	const Entry *value =
	        ledger_declare(c->ledger, name_extended(c, name, TEXT("timvärde")), UNIT_AMOUNT,
	                       contribution->hour_value.money, contribution->hour_value.span);
	return ledger_product(c->ledger, name, hours, value, contribution->hours.span);
}

static const Entry *declare_per_inhabitant(Calculation *c, const Contribution *contribution,
                                           Text name)
{
	const Entry *inhabitants =
	        ledger_find(c->ledger, quantity_facts(QUANTITY_INHABITANTS)->name);
	if (inhabitants == NULL)
		return ledger_unknown(c->ledger, name, contribution->per_inhabitant.span);
	const Entry *each = ledger_declare(c->ledger, name_extended(c, name, TEXT("per invånare")),
	                                   UNIT_AMOUNT, contribution->per_inhabitant.money,
	                                   contribution->per_inhabitant.span);
	return ledger_product(c->ledger, name, inhabitants, each,
	                      contribution->per_inhabitant.span);
}

static const Entry *declare_contribution(Calculation *c, const Contribution *contribution,
                                         size_t index, Stream *stream)
{
	Text name = quantity_number(c->arena, QUANTITY_CONTRIBUTION, index);
	if (contribution->split.count > 0)
		return declare_split(c, contribution, name, stream);
	if (VALUE_GIVEN(contribution->amount))
		return ledger_declare(c->ledger, name, UNIT_AMOUNT, contribution->amount.money,
		                      contribution->amount.span);
	if (VALUE_GIVEN(contribution->hours) && VALUE_GIVEN(contribution->hour_value))
		return declare_hours(c, contribution, name);
	if (VALUE_GIVEN(contribution->per_inhabitant))
		return declare_per_inhabitant(c, contribution, name);
	return ledger_unknown(c->ledger, name, contribution->span);
}

static bool is_grant(const Calculation *c, const Contribution *contribution)
{
	return contribution->kind.choice == CONTRIBUTION_CASH &&
	       party_is_public(c, party_index(c->agreement, contribution->party));
}

/* A contribution's own days, within those that are calculated. */
static void set_days(const Calculation *c, const Contribution *contribution, Stream *stream)
{
	Days own = c->timeline.days;
	if (!c->timeline.known)
		return;
	if (date_is_given(contribution->from.date)) {
		own.first = contribution->from.date;
		if (own.first.day == 0)
			own.first.day = 1;
	}
	if (date_is_given(contribution->to.date))
		own.last = date_last_day(contribution->to.date);
	stream->in_time = days_overlap(own, c->timeline.days, &stream->days);
}

static void declare_contributions(Calculation *c)
{
	const ListValue *list = &c->agreement->economy.contributions;
	const Contribution *items = list->items;
	size_t years = (size_t)year_count(c);
	c->contributions = ARENA_ARRAY(c->arena, Stream, list->count + 1);
	for (size_t i = 0; i < list->count; i++) {
		Stream *stream = &c->contributions[i];
		if (items[i].party == NULL)
			continue;
		stream->agreed = declare_contribution(c, &items[i], i, stream);
		stream->is_grant = is_grant(c, &items[i]);
		stream->indexed =
		        VALUE_GIVEN(items[i].indexed) ? items[i].indexed.value : stream->is_grant;
		stream->years = ARENA_ARRAY(c->arena, const Entry *, years + 1);
		stream->year_recipients = ARENA_ARRAY(c->arena, const Entry **, years + 1);
		set_days(c, &items[i], stream);
	}
}

static bool several_boards_give(const Calculation *c)
{
	const Contribution *items = c->agreement->economy.contributions.items;
	const Party *first = NULL;
	for (size_t i = 0; i < c->agreement->economy.contributions.count; i++) {
		if (items[i].party == NULL || !is_grant(c, &items[i]))
			continue;
		if (first != NULL && first != items[i].party)
			return true;
		first = items[i].party;
	}
	return false;
}

/* A party's hours, and their value where all its hours have the same. */
static void sum_hours(Calculation *c, size_t party)
{
	const ListValue *list = &c->agreement->economy.contributions;
	const Contribution *items = list->items;
	EntryList hours = {0}, values = {0};
	for (size_t i = 0; i < list->count; i++) {
		const Entry *agreed = c->contributions[i].agreed;
		if (items[i].party != &c->parties[party] ||
		    stream_in_frame(c, &c->contributions[i], (Text){0}) == NULL ||
		    agreed->operation != OPERATION_PRODUCT ||
		    agreed->operands[0]->unit != UNIT_HOURS)
			continue;
		list_add(c, &hours, agreed->operands[0]);
		list_add(c, &values, agreed->operands[1]);
	}
	list_sum(c, name_of_party(c, QUANTITY_HOURS, party), &hours, list->span);
	for (size_t i = 1; i < values.count; i++)
		if (values.items[i]->value != values.items[0]->value)
			return;
	values.count = values.count > 0 ? 1 : 0;
	list_sum(c, name_of_party(c, QUANTITY_HOUR_VALUE, party), &values, list->span);
}

/* Frames. */

/* The parts of a grant that each recipient has in the frame: agreed, split, or added up. */
static const Entry **recipients_in_frame(Calculation *c, Stream *stream, Text name,
                                         const PartyAmount *amounts, const Entry *whole)
{
	size_t count = stream->recipient_count;
	if (c->frame.kind == FRAME_AGREED || c->frame.kind == FRAME_STAGE)
		return stream->recipients;
	const Entry **parts = ARENA_ARRAY(c->arena, const Entry *, count + 1);
	Text *names = ARENA_ARRAY(c->arena, Text, count + 1);
	for (size_t i = 0, k = 0; k < count; i++)
		if (split_entry_counts(&amounts[i]))
			names[k++] = framed(c, name_extended(c, name, amounts[i].key.text));
	if (c->frame.kind == FRAME_PERIOD) {
		for (size_t k = 0; k < count; k++) {
			EntryList years = {0};
			for (int y = 0; y < year_count(c); y++)
				if (stream->year_recipients[y] != NULL)
					list_add(c, &years, stream->year_recipients[y][k]);
			parts[k] = list_sum(c, names[k], &years, stream->agreed->origin);
		}
		return parts;
	}
	Money unit = whole->value % MONEY_KRONA == 0 ? MONEY_KRONA : 1;
	bool split = ledger_parts(c->ledger, names, whole, stream->recipients, count, unit, parts);
	if (split && c->frame.kind == FRAME_YEAR)
		stream->year_recipients[c->frame.year - c->timeline.days.first.year] = parts;
	return split ? parts : NULL;
}

static void receive(Calculation *c, size_t index, Text name, const Entry *whole)
{
	const Contribution *items = c->agreement->economy.contributions.items;
	const PartyAmount *amounts = items[index].split.items;
	Stream *stream = &c->contributions[index];
	list_add(c, &c->grants, whole);
	if (items[index].split.count == 0) {
		if (sole_civil_party(c) != SIZE_MAX)
			list_add(c, &c->receipts[sole_civil_party(c)], whole);
		return;
	}
	const Entry **parts = recipients_in_frame(c, stream, name, amounts, whole);
	for (size_t i = 0, k = 0; parts != NULL && k < stream->recipient_count; i++)
		if (split_entry_counts(&amounts[i]))
			list_add(c, &c->receipts[party_index(c->agreement, amounts[i].party)],
			         parts[k++]);
}

static void contributions_in_frame(Calculation *c)
{
	const ListValue *list = &c->agreement->economy.contributions;
	const Contribution *items = list->items;
	for (size_t i = 0; i < list->count; i++) {
		Text name = quantity_number(c->arena, QUANTITY_CONTRIBUTION, i);
		const Entry *entry = stream_in_frame(c, &c->contributions[i], name);
		if (entry == NULL)
			continue;
		list_add(c, &c->put_in_list[party_index(c->agreement, items[i].party)], entry);
		if (!c->contributions[i].is_grant)
			continue;
		list_add(c, &c->given_list[party_index(c->agreement, items[i].party)], entry);
		receive(c, i, name, entry);
	}
	list_sum(c, name_of_all(c, QUANTITY_GRANT), &c->grants, list->span);
	for (size_t p = 0; p < c->party_count; p++) {
		c->granted[p] = list_sum(c, name_of_party(c, QUANTITY_GRANT, p), &c->receipts[p],
		                         list->span);
		c->put_in[p] = list_sum(c, name_of_party(c, QUANTITY_PUT_IN, p), &c->put_in_list[p],
		                        list->span);
		if (c->several_boards)
			c->given[p] = list_sum(c, name_of_party(c, QUANTITY_CASH_GRANTED, p),
			                       &c->given_list[p], list->span);
	}
}

static void scope_in_frame(Calculation *c)
{
	EntryList parts = list_present(c, c->put_in), civil = {0};
	for (size_t p = 0; p < c->party_count; p++)
		if (!party_is_public(c, p))
			list_add(c, &civil, c->put_in[p]);
	Span origin = c->agreement->economy.span;
	list_sum(c, name_of_all(c, QUANTITY_SCOPE), &parts, origin);
	list_sum(c, name_of_all(c, QUANTITY_CIVIL_PUT_IN), &civil, origin);
}

/* Costs are in the prices of the agreement. Years in which the grant is indexed would set them
 * against it in other prices, so such years tell of contributions only, and of the scope only when
 * no party's contribution follows from its costs. */
static void calculate_frame(Calculation *c, Frame frame)
{
	size_t count = c->party_count + 1;
	bool indexed =
	        c->step_count > 0 && (frame.kind == FRAME_YEAR || frame.kind == FRAME_PERIOD);
	c->frame = frame;
	c->grants = (EntryList){0};
	c->put_in_list = ARENA_ARRAY(c->arena, EntryList, count);
	c->receipts = ARENA_ARRAY(c->arena, EntryList, count);
	c->put_in = ARENA_ARRAY(c->arena, const Entry *, count);
	c->granted = ARENA_ARRAY(c->arena, const Entry *, count);
	c->given_list = ARENA_ARRAY(c->arena, EntryList, count);
	c->given = ARENA_ARRAY(c->arena, const Entry *, count);
	c->cost = ARENA_ARRAY(c->arena, const Entry *, count);
	c->own_financing = ARENA_ARRAY(c->arena, const Entry *, count);
	contributions_in_frame(c);
	if (!indexed)
		costs_in_frame(c);
	bool from_costs = indexed && c->agreement->economy.costs.count > 0;
	if (!from_costs)
		scope_in_frame(c);
	if (frame.kind != FRAME_AGREED)
		return;
	shares_calculate(c);
	shares_of_financing(c);
	amounts_per_head(c);
}

/* The first day after `after` when some contribution begins or has ended; false when there is none.
 */
static bool next_stage(const Calculation *c, Date after, Date *next)
{
	Date last = c->timeline.days.last;
	bool found = false;
	for (size_t i = 0; i < c->agreement->economy.contributions.count; i++) {
		const Stream *stream = &c->contributions[i];
		if (stream->agreed == NULL || !stream->in_time)
			continue;
		Date changes[] = {stream->days.first, last};
		if (date_order(stream->days.last, last) < 0)
			changes[1] = date_add_days(stream->days.last, 1);
		else
			changes[1] = stream->days.first;
		for (size_t k = 0; k < 2; k++) {
			if (date_order(changes[k], after) <= 0 ||
			    (found && date_order(changes[k], *next) >= 0))
				continue;
			*next = changes[k];
			found = true;
		}
	}
	return found;
}

static void calculate_frames(Calculation *c)
{
	calculate_frame(c, (Frame){.kind = FRAME_AGREED});
	if (!c->timeline.known)
		return;
	Date day = c->timeline.days.first;
	while (next_stage(c, day, &day))
		calculate_frame(c, (Frame){.kind = FRAME_STAGE, .from = day});
	for (int i = 0; i < year_count(c); i++)
		calculate_frame(
		        c, (Frame){.kind = FRAME_YEAR, .year = c->timeline.days.first.year + i});
	calculate_frame(c, (Frame){.kind = FRAME_PERIOD});
	if (c->timeline.whole && c->step_count > 0)
		calculate_frame(c, (Frame){.kind = FRAME_BEFORE_INDEX});
}

unsigned economics_decimals(const Agreement *agreement)
{
	const IntegerValue *given = &agreement->economy.decimals;
	return VALUE_GIVEN(*given) ? (unsigned)given->value : 1;
}

static void declare_inhabitants(Calculation *c)
{
	const IntegerValue *own = &c->agreement->economy.inhabitants;
	if (!VALUE_GIVEN(*own) && c->agreement->shared != NULL)
		own = &c->agreement->shared->municipality.inhabitants;
	if (VALUE_GIVEN(*own))
		ledger_declare(c->ledger, quantity_facts(QUANTITY_INHABITANTS)->name, UNIT_COUNT,
		               own->value, own->span);
}

Ledger *economics_calculate(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics)
{
	Ledger *ledger = ARENA_NEW(arena, Ledger);
	*ledger = (Ledger){.arena = arena, .diagnostics = diagnostics};
	const RoundingTerms *rounding = &agreement->economy.rounding;
	Calculation c = {
	        .arena = arena,
	        .ledger = ledger,
	        .agreement = agreement,
	        .parties = agreement->parties.items,
	        .party_count = agreement->parties.count,
	        .has_faults = diagnostics->errors > 0,
	        .rounding = (Rounding)rounding->way.choice,
	        .unit = rounding->unit.money > 0 ? rounding->unit.money : MONEY_KRONA,
	        .timeline = timeline_of(agreement),
	};
	deadlines_declare(&c);
	ledger->unsettled = sums_are_open(agreement);
	declare_inhabitants(&c);
	declare_contributions(&c);
	c.several_boards = several_boards_give(&c);
	costs_declare(&c);
	for (size_t p = 0; p < c.party_count; p++)
		sum_hours(&c, p);
	/* Without a value of the index nothing that lies in time can be calculated. */
	if (!index_prepare(&c))
		c.timeline.known = false;
	for (size_t i = 0; i < agreement->economy.contributions.count; i++)
		index_stream(&c, &c.contributions[i], i + 1);
	index_totals(&c);
	calculate_frames(&c);
	if (c.timeline.known &&
	    gaps_find_within(agreement->gaps, TEXT("ekonomi.utbetalning")) == NULL)
		payments_calculate(&c);
	ledger->unsettled = false;
	return ledger;
}
