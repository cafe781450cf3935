/* Publish: the overview of a portfolio, written beside its cases. */
#ifndef PUBLISH_H
#define PUBLISH_H

#include "compile.h"
#include "economics/portfolio.h"
#include "inputs.h"

typedef struct Publication {
	Arena *arena; /* the portfolio's */
	const Job *job;
	const Inputs *inputs;
	const Portfolio *portfolio;
	Diagnostics *diagnostics;
} Publication;

/* Writes index.html, portfolio.csv and dates.ics into the output folder, all or none of them;
 * false, after a report, when that failed. */
bool publish(const Publication *publication);

#endif
