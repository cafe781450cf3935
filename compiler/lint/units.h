/* Units: in which unit a document's own texts give amounts. */
#ifndef LINT_UNITS_H
#define LINT_UNITS_H

#include "source/source.h"

typedef enum AmountUnit { KRONOR, THOUSANDS, MILLIONS, AMOUNT_UNITS } AmountUnit;

/* For each unit, where it was first used in a document, or no place. */
typedef struct UnitUse {
	Span first[AMOUNT_UNITS];
} UnitUse;

#endif
