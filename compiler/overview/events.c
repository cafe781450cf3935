/* Events: gathering the days of all cases. */
#include "overview/events.h"

#include "base/sort.h"
#include "base/swedish.h"
#include "economics/quantity.h"

Text event_name(EventKind kind)
{
	static const Text names[] = {
#define EVENT(id, name) [EVENT_##id] = TEXT_INIT(name),
#include "overview/events.def"
#undef EVENT
	};
	return names[kind];
}

static void add(Arena *arena, Events *events, Event event)
{
	if (date_is_given(event.day))
		*ARENA_PUSH(arena, events) = event;
}

static void add_payments(Arena *arena, Events *events, const PortfolioCase *c)
{
	size_t numbers[EVENT_KINDS] = {0};
	for (size_t i = 0; i < c->payment_count; i++) {
		const PortfolioPayment *payment = &c->payments[i];
		bool settles =
		        text_starts(payment->name, quantity_facts(QUANTITY_SETTLEMENT)->name);
		EventKind kind = settles ? EVENT_SETTLEMENT : EVENT_PAYMENT;
		add(arena, events, (Event){payment->day, kind, c, payment, ++numbers[kind]});
	}
}

static int by_day(const void *a, const void *b)
{
	return date_order(((const Event *)a)->day, ((const Event *)b)->day);
}

Events events_of(const Overview *overview)
{
	const Portfolio *portfolio = overview->portfolio;
	Arena *arena = portfolio->arena;
	Events events = {0};
	for (size_t i = 0; i < portfolio->count; i++) {
		const PortfolioCase *c = &portfolio->items[i];
		add(arena, &events, (Event){c->notice_day, EVENT_NOTICE, c, NULL, 1});
		add(arena, &events, (Event){c->decision_day, EVENT_DECISION, c, NULL, 1});
		for (size_t k = 0; k < c->follow_up_count; k++)
			add(arena, &events,
			    (Event){c->follow_ups[k], EVENT_FOLLOW_UP, c, NULL, k + 1});
		add_payments(arena, &events, c);
		add(arena, &events, (Event){c->to, EVENT_END, c, NULL, 1});
	}
	sort_stable(arena, events.items, events.count, sizeof *events.items, by_day);
	return events;
}

Text event_amount(Arena *arena, const Event *event)
{
	const PortfolioPayment *payment = event->payment;
	if (payment == NULL)
		return (Text){0};
	if (payment->amount.knowledge != KNOWN)
		return TEXT("beloppet saknas");
	Text whole = swedish_amount(arena, payment->amount.value);
	Text *parts = ARENA_ARRAY(arena, Text, payment->part_count + 1);
	for (size_t i = 0; i < payment->part_count; i++) {
		Text part[] = {payment->parts[i].party, TEXT(" "),
		               swedish_amount(arena, payment->parts[i].amount)};
		parts[i] = text_join(arena, part, 3);
	}
	/* To one alone it is the whole. */
	Text all[] = {whole,
	              payment->part_count == 1   ? TEXT(" till ")
	              : payment->part_count == 0 ? TEXT("")
	                                         : TEXT(", "),
	              payment->part_count == 1 ? payment->parts[0].party
	                                       : swedish_list(arena, parts, payment->part_count),
	              payment->amount.standing == STANDING_DEFINITIVE ? TEXT("") : TEXT(", "),
	              payment->amount.standing == STANDING_DEFINITIVE
	                      ? TEXT("")
	                      : standing_word(payment->amount.standing)};
	return text_join(arena, all, 5);
}
