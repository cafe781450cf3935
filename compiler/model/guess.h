/* Guess: what a person meant by a value that is written in some other way than ours. */
#ifndef MODEL_GUESS_H
#define MODEL_GUESS_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/fields.h"

/*
 * Values are written in one way each, but people write them in many: 31/12 2019, 1.100.000 kr, sex
 * månader, yes. Where such a form can mean one thing only, the guess is that thing in our own way
 * of writing; where it can mean two (191231, "933 000" without unit), there is none.
 *
 * A guess is a text and nothing more: the caller reads it as it would have read what was typed.
 * Empty when there is none.
 */
Text guess_value(Arena *arena, const Field *field, Text typed);

Text guess_date(Arena *arena, Text typed);
/* The days that a date with two digits for its year can be: "191231" is 2019-12-31, and "010203"
 * one of two. Returns how many there are. */
size_t guess_short_date(Arena *arena, Text typed, Text readings[2]);

#endif
