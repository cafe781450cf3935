/* References: what {{name}} stands for in a case, ready to be printed. */
#ifndef TEMPLATE_REFERENCE_H
#define TEMPLATE_REFERENCE_H

#include <stdbool.h>

#include "economics/ledger.h"
#include "economics/quantity.h"
#include "model/agreement.h"
#include "model/fields.h"
#include "template/template.h"

/*
 * A name is looked for, in this order: among the ledger's entries (ekonomi.omfattning), among the
 * derived values of derived.c (period.längd), among the loop variables in force (part.namn), and
 * then along the keys of the case (ärende.diarienummer, parter.resurspoolen.namn). So a reference
 * is spelt as the YAML spells the keys that lead to the value.
 *
 * After an amount's name may stand " i tkr" or " i mnkr": {{ekonomi.bidrag i tkr}} is "933 tkr".
 *
 * A scope without a case tells what a name can stand for in any case, from the field tables and the
 * quantities alone: that is how templates are checked. Where a person chooses keys (parties, own
 * tables), every key is there then. Texts are empty, lists cannot be walked, and
 * REFERENCE_PRINTABLE means that some case has a value to print.
 */
typedef struct LoopVariable LoopVariable;

struct LoopVariable {
	Text name;            /* empty: not known, since the loop's beginning is lost */
	Text path;            /* of the item: "parter.resurspoolen"; empty without a case */
	const Record *record; /* NULL: not known, since what is looped over has a fault */
	const void *item;     /* NULL without a case */
	const LoopVariable *outer;
};

typedef struct ReferenceScope {
	Arena *arena;
	const Agreement *agreement; /* NULL, and the next three: before any case */
	const DocumentPlan *plan;
	const Template *template;
	const Ledger *ledger;
	const LoopVariable *variables; /* innermost first */
} ReferenceScope;

typedef enum ReferenceState {
	REFERENCE_UNKNOWN,   /* there is no such name */
	REFERENCE_ABSENT,    /* the name is right, but this case gives no value */
	REFERENCE_GAP,       /* the same, and the case is a draft that waits for it */
	REFERENCE_SEVERAL,   /* a group or a list: given, but nothing to print */
	REFERENCE_PRINTABLE, /* `text` */
	REFERENCE_NO_AMOUNT, /* `unit` is asked for, but only amounts have units to choose */
	REFERENCE_NO_UNIT,   /* `unit` is none that amounts are written in */
} ReferenceState;

typedef struct Reference {
	ReferenceState state;
	Text text;
	bool yes;    /* a condition on it holds: given, and not "nej"; or waited for */
	Span origin; /* where the value was written */
	Text name;   /* what was looked for, and the unit that was asked for after it */
	Text unit;
	/* Where the value would be written, or its name when it is computed; and of a gap the path
	 * of what is to blame. */
	Text path;
	Text cause;
	bool is_amount;
	Money amount;
	Standing standing;
	/* Lists and maps, to loop over. */
	bool is_list;
	const ListValue *list; /* NULL without a case */
	const Record *record;
} Reference;

Reference reference_find(const ReferenceScope *scope, Text name);

/* Makes an absent value of a draft a gap, although nothing tells that the case waits for it: a
 * document shows it. It stays absent when no key of the case could give it. */
void reference_want(const ReferenceScope *scope, Reference *reference);

/* Whether the name stands for something in some case, though not in this one: a party that others
 * have. */
bool reference_is_possible(const ReferenceScope *scope, Text name);

/* Reports at `place` what is wrong with a reference that is there to be printed: that there is no
 * such name (and which was probably meant), or that it is no one value, or has no such unit. One
 * that is merely absent is no fault here. */
void reference_report(const ReferenceScope *scope, const Reference *found, Span place,
                      Diagnostics *diagnostics);

/* The units that amounts can be asked for in. */
size_t reference_unit_count(void);
Text reference_unit(size_t index);

/* The titles and dates of a document: its own, or else the case's. */
Text plan_title(const Agreement *agreement, const DocumentPlan *plan);
Date plan_date(const Agreement *agreement, const DocumentPlan *plan);
/* "A och B": those who handle the case. */
Text officers_text(Arena *arena, const Agreement *agreement);

#endif
