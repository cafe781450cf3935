/* Misnamed: parties whose keys are misspelt where they are declared, and nowhere else. */
#ifndef MODEL_MISNAMED_H
#define MODEL_MISNAMED_H

#include "base/arena.h"
#include "model/agreement.h"
#include "source/diagnostic.h"

/*
 * When a party's key stands nowhere but under "parter", and the economy names a near one that no
 * party has, several times or as the register does, then the declaration is what is wrong. That is
 * one fault, told there; the party is then called what it was meant to be called. The other way
 * round, each use is told of where it stands (resolve.c).
 */
void misnamed_parties(Arena *arena, Agreement *agreement, Diagnostics *diagnostics);

#endif
