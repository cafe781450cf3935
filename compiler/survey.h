/* Survey: many cases read side by side, for what holds between them. */
#ifndef SURVEY_H
#define SURVEY_H

#include "compile.h"
#include "economics/portfolio.h"
#include "inputs.h"

/*
 * Only the sources and what a portfolio keeps outlive a case's turn, so a survey of many cases is
 * small. A case's own faults are not reported here: it is compiled, or checked, by itself. One that
 * has errors is left out.
 */

/* Reads cases into a portfolio that lives in `arena`, and adds them up. */
Portfolio survey_cases(Arena *arena, const Job *job, const Inputs *inputs, const Text *paths,
                       size_t count, Diagnostics *diagnostics, bool *unreadable);
/* The same for every case of a folder. */
Portfolio survey_folder(Arena *arena, const Job *job, const Inputs *inputs, Text folder,
                        Diagnostics *diagnostics, bool *unreadable);

/* The portfolio as lines of text, its columns one under the other. */
Text survey_text(Arena *arena, const Portfolio *portfolio);

#endif
