/* Report: what a run has to say of all its files, in the form that was asked for. */
#ifndef SOURCE_REPORT_H
#define SOURCE_REPORT_H

#include <stdbool.h>

#include "base/buffer.h"
#include "source/diagnostic.h"

/*
 * The diagnostics of a run come from many files, and each file's are gone when the next one is
 * read. So they are rendered as they are added, and told together at the end: by file and place,
 * equal ones once.
 *
 *	Report report = report_new(&arena, REPORT_HUMAN);
 *	report_add(&report, &diagnostics);		for each case
 *	report_end(&report, &out);
 *
 * People are shown at most LIMIT_DIAGNOSTICS_SHOWN, and told how many more there are. Errors have
 * the room first, so that no number of warnings hides what must be mended. Machines get all.
 */
typedef enum ReportForm {
	REPORT_HUMAN,  /* report_human.h */
	REPORT_COLOUR, /* the same on a terminal, set apart, with a last line that counts */
	REPORT_PLAIN,
	REPORT_JSON, /* report_machine.h */
	REPORT_SARIF
} ReportForm;

typedef struct ReportItem {
	Text path;
	size_t byte;
	bool error;
	Text code;
	Text rendered;
} ReportItem;

typedef struct Report {
	Arena *arena; /* the run's */
	ReportForm form;
	ReportItem *items;
	size_t count;
	size_t capacity;
	size_t errors, others; /* items, and of those not kept */
	size_t errors_left, others_left;
} Report;

Report report_new(Arena *arena, ReportForm form);
void report_add(Report *report, const Diagnostics *diagnostics);
/* Of REPORT_JSON: an object that is no diagnostic, told among them by its place. */
void report_add_json(Report *report, Span place, Text object);
void report_end(Report *report, Buffer *out);
/* "2 fel och 1 varning"; nothing of what there is none of. */
void report_put_count(Buffer *out, size_t errors, size_t others);

#endif
