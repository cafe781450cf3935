/* Resolve: connects what a case names with what it means: parties, boards, the register. */
#ifndef MODEL_RESOLVE_H
#define MODEL_RESOLVE_H

#include "base/arena.h"
#include "model/agreement.h"
#include "source/diagnostic.h"

/*
 * After binding, names are still texts. resolve_register checks the register once;
 * resolve_agreement looks every name of a case up, fills what the register knows of a party, and
 * then runs the rules that concern more than one field (rules.h).
 */
void resolve_register(Register *shared, Diagnostics *diagnostics);
void resolve_agreement(Arena *arena, Agreement *agreement, const Register *shared,
                       Diagnostics *diagnostics);

/* The party with this id, or NULL. */
const Party *agreement_party(const Agreement *agreement, Text id);

/* Where the party stands in the list. */
size_t party_index(const Agreement *agreement, const Party *party);

/* Whether a column's cells are computed from two others and so never typed. */
bool column_is_computed(const Column *column);

/* Whether both days of the period are given and could be read. */
bool period_is_known(const Period *period);

#endif
