/* Quantity: what the ledger's entries are called, before any case is known. */
#ifndef ECONOMICS_QUANTITY_H
#define ECONOMICS_QUANTITY_H

#include "base/arena.h"
#include "base/text.h"
#include "economics/ledger.h"
#include "model/agreement.h"

/* One list (quantities.def) names the entries, tells a misspelt reference from one whose value is
 * merely not given in this case, and feeds the suggestions. */
typedef enum Quantity {
#define QUANTITY(id, name, of, when, unit, label, about) QUANTITY_##id,
#include "economics/quantities.def"
#undef QUANTITY
	QUANTITIES
} Quantity;

typedef enum QuantityOf { OF_ALL = 1, OF_PARTY = 2, OF_NUMBER = 4, OF_KIND = 8 } QuantityOf;
typedef enum QuantityWhen { WHEN_PER_YEAR = 1, WHEN_YEARS = 2, WHEN_INDEX = 4 } QuantityWhen;

typedef struct QuantityFacts {
	Text name;
	unsigned of;
	unsigned when;
	Unit unit;
	Text label; /* "Bidrag" */
	Text about; /* a Swedish sentence, for the manual */
} QuantityFacts;

const QuantityFacts *quantity_facts(Quantity quantity);

/* The quantity with the longest name that begins this one, or QUANTITIES. */
Quantity quantity_in(Text name);

/* "ekonomi.insats.resurspoolen"; the second "ekonomi.insatser.2" for index 1. */
Text quantity_of(Arena *arena, Quantity quantity, Text key);
Text quantity_number(Arena *arena, Quantity quantity, size_t index);
/* The same for a calendar year, for the whole period, and for the period before indexing. */
Text quantity_in_year(Arena *arena, Text name, int year);
Text quantity_from(Arena *arena, Text name, Date from); /* "ekonomi.bidrag.från 2019-07-01" */
Text quantity_for_period(Arena *arena, Text name);
/* For all the calendar years that are calculated: the period, or what of it is known,
 * "ekonomi.bidrag.till 2024-12-31". */
Text quantity_together(Arena *arena, const Agreement *agreement, Text name);
Text quantity_before_index(Arena *arena, Text name);

typedef struct TextList {
	Text *items;
	size_t count;
	size_t capacity;
} TextList;

/* Every name that an agreement with these parties could have entries for, numbered ones left out.
 */
void quantity_names(Arena *arena, const Agreement *agreement, TextList *names);

/*
 * Whether some agreement could have an entry of this name, and then what it is counted in: for what
 * is read before any case, where the keys of parties and the years cannot be known. Numbered
 * quantities have entries of their own for days, receivers and parts below them.
 */
bool quantity_is_possible(Text name, Unit *unit);

/* The words for types of cost: "personal", "volontärer" ... */
Text cost_kind_word(int kind);

#endif
