/* Survey: many cases read side by side, for what holds between them. */
#ifndef SURVEY_H
#define SURVEY_H

#include "compile.h"
#include "economics/portfolio.h"
#include "inputs.h"

/*
 * Only the sources and what a portfolio keeps outlive a case's turn, so a survey of many cases is
 * small. One that has errors is left out, and that is an error (CASE_LEFT_OUT): no sum stands
 * without what belongs to it. Its own faults and warnings are not repeated here: it is compiled, or
 * checked, by itself.
 */
typedef struct Survey {
	Arena *arena; /* the portfolio's */
	const Job *job;
	const Inputs *inputs;
	Diagnostics *diagnostics;
	Span asked;        /* where somebody asked for the cases */
	bool told;         /* their faults have been reported already */
	bool *unreadable;  /* set when a file or the folder could not be read */
	InputFiles *files; /* the other cases that were read are remembered here, unless NULL */
} Survey;

/* Reads cases into a portfolio, and adds them up. */
Portfolio survey_cases(const Survey *survey, const Text *paths, size_t count);
/* The same for a case that is being compiled and every other of its folder. Faults of its own are
 * not told here. */
Portfolio survey_folder(const Survey *survey, Text path);

/* The portfolio as lines of text, its columns one under the other. */
Text survey_text(Arena *arena, const Portfolio *portfolio);

#endif
