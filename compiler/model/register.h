/* Register: what must hold within the values that all cases share. */
#ifndef MODEL_REGISTER_H
#define MODEL_REGISTER_H

#include "model/agreement.h"
#include "source/diagnostic.h"

/* Reads the years of every index, and reports indices and ceilings that nobody could calculate by,
 * and forms of diary numbers and numbers of statutes that nothing could have.
 * Doubles among keys are resolve_register's, which calls this. */
void register_check(Register *shared, Diagnostics *diagnostics);

/* Reports abbreviations that no text could have, and those without words: where `complete` is
 * false, as in a draft, they are gaps. */
void abbreviations_check(const ListValue *abbreviations, bool complete, Diagnostics *diagnostics);

/* A key that is a year from 1900 to 9999; 0, after a report, when it is none. */
int register_year(const Key *key, Diagnostics *diagnostics);

/* Whether the series tells by itself how much prices rose in a year: in per cent, or by an index
 * number that the year before has too. */
bool register_has_rise(const IndexSeries *series, int year);

#endif
