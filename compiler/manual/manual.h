/* Manual: the reference parts of the manual, written from the compiler's own tables. */
#ifndef MANUAL_MANUAL_H
#define MANUAL_MANUAL_H

#include "template/expand.h"

/*
 * The manual is a document like others: its chapters are a template (templates/manual), its example
 * a case. What the compiler knows better than any writer, the template asks for with
 * {{referens SUBJECT}}, and manual_reference answers: every key from the field tables, every
 * computed value, table, instruction, rule of writing, message and limit from its own list. A row
 * that is added there is in the manual the next time that it is made.
 *
 * The ids of what a reader looks up are stable: "nyckel-ekonomi-index-serie",
 * "varde-ekonomi-bidrag", "e042".
 */
typedef struct Manual {
	Text help;             /* of the command line */
	const Source *example; /* the manual's case, in which values and tables are shown */
} Manual;

/* As ExpandRequest.reference wants it; the context is a Manual. An unknown subject is reported. */
void manual_reference(void *context, const ReferenceRequest *request);

#endif
