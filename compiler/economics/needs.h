/* Needs: what computed values rest on, so that a draft can say which of it is missing. */
#ifndef ECONOMICS_NEEDS_H
#define ECONOMICS_NEEDS_H

#include <stdbool.h>

#include "base/text.h"
#include "model/agreement.h"

/* The path of what a computed value is made from first of all: "ekonomi.kostnader" for
 * "ekonomi.egen finansiering". Empty for a name that no quantity has. */
Text value_needs(Text name);

/* Whether a name could be a value of the case once it has a period and its terms: that of a
 * quantity, and after it years, parties, numbers and what else names are extended by. */
bool value_is_possible(const Agreement *agreement, Text name);

/* Whether a draft lacks something that all sums rest on: whose a contribution is and of what kind,
 * whether a party is public, or a day where contributions have days of their own. */
bool sums_are_open(const Agreement *agreement);
/* Whether it lacks the kind of a cost, which costs by kind rest on. */
bool kinds_are_open(const Agreement *agreement);
/* Whether it lacks something that amounts in time rest on. */
bool time_is_open(const Agreement *agreement);
/* Whether it lacks anything that figures could be held against. */
bool figures_are_open(const Agreement *agreement);

#endif
