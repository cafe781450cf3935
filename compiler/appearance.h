/* Appearance: the layout, and the files that it names: fonts, hyphenation, colours, logotype. */
#ifndef APPEARANCE_H
#define APPEARANCE_H

#include "base/arena.h"
#include "compile.h"
#include "inputs.h"
#include "source/diagnostic.h"

/*
 * Fills `style`, `logotype` and `pdf` of the inputs, whose templates have been read; `pdf` stays
 * NULL when something is wrong. Every fault is reported at the line of templates/layout.yaml that
 * it is in.
 */
void appearance_read(Arena *arena, const Job *job, const Source *layout, Inputs *inputs,
                     Diagnostics *diagnostics);

#endif
