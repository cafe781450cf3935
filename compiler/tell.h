/* Tell: a run's report to the person or the program that asked for it. */
#ifndef TELL_H
#define TELL_H

#include <stdbool.h>

#include "compile.h"
#include "source/report.h"

/* JSON and SARIF: for programs. */
bool is_for_machines(const Job *job);

/* The form that the job's format asks for, in colour on a terminal. */
ReportForm report_form(const Job *job);

/* Ends the report and says it. False when machines could not be told: they read the output stream,
 * where a lost report must not pass for a clean one. */
bool report_tell(const Job *job, Report *report);

#endif
