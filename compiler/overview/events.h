/* Events: every day of every case that somebody has to remember, in order. */
#ifndef OVERVIEW_EVENTS_H
#define OVERVIEW_EVENTS_H

#include "overview/overview.h"

typedef enum EventKind {
#define EVENT(id, name) EVENT_##id,
#include "overview/events.def"
#undef EVENT
	EVENT_KINDS
} EventKind;

typedef struct Event {
	Date day;
	EventKind kind;
	const PortfolioCase *c;
	const PortfolioPayment *payment; /* or NULL */
	size_t number;                   /* among the case's of its kind, from 1 */
} Event;

typedef struct Events {
	Event *items;
	size_t count;
	size_t capacity;
} Events;

Text event_name(EventKind kind);

/* By day, those of one day in the order of the cases. */
Events events_of(const Overview *overview);

/* "792 638 kr, Pingstförsamlingen 452 948 kr och IOGT-NTO 339 690 kr", "beloppet saknas"; empty for
 * what is no payment. */
Text event_amount(Arena *arena, const Event *event);

#endif
