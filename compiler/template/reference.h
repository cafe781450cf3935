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
 */
typedef struct LoopVariable LoopVariable;

struct LoopVariable {
	Text name;
	Text path; /* of the item: "parter.resurspoolen" */
	const Record *record;
	const void *item;
	const LoopVariable *outer;
};

typedef struct ReferenceScope {
	Arena *arena;
	const Agreement *agreement;
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
	const ListValue *list;
	const Record *record;
} Reference;

Reference reference_find(const ReferenceScope *scope, Text name);

/* Makes an absent value of a draft a gap, although nothing tells that the case waits for it: a
 * document shows it. It stays absent when no key of the case could give it. */
void reference_want(const ReferenceScope *scope, Reference *reference);

/* Reports a name that is unknown there, with the one that was probably meant. */
void reference_report_unknown(const ReferenceScope *scope, Text name, Span place,
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
