/* Compile: cases in, documents out. */
#ifndef COMPILE_H
#define COMPILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/text.h"
#include "host/host.h"

/*
 * Each case is compiled wholly in memory, all its documents in all formats; only when nothing was
 * wrong is anything written. A case with errors leaves what it wrote an earlier time untouched and
 * does not stop the cases after it.
 *
 * Written are <output>/<case>/<template>.md, .html and .pdf, where <case> is the name of the YAML
 * file and <template> that of the template, both without ending; and the texts that go with them
 * (companions.h).
 *
 * Of all cases together index.html, portfolio.csv and dates.ics are written, as soon as every file
 * could be read (overview/overview.h). A case that has errors stands there by its name alone.
 */
typedef enum Task {
	TASK_BUILD,     /* write the cases' documents */
	TASK_CHECK,     /* only report what is wrong; without a case, in templates and register */
	TASK_EXPLAIN,   /* print how values are calculated, and make no documents */
	TASK_PORTFOLIO, /* hold the cases against each other, and write them side by side */
	TASK_VERIFY,    /* verify.h: the cases are PDFs */
	TASK_DESCRIBE,  /* describe.h: no case is read */
	TASK_NEW,       /* new.h: a case is begun */
	TASK_SERVE,     /* serve.h: cases are shown while they are written */
	TASKS
} Task;

typedef enum Stage { STAGE_NONE, STAGE_LEDGER, STAGE_DOCUMENT } Stage;

/* How diagnostics are told: for eyes and for ears on the error stream; for machines (JSON, SARIF)
 * one document on the output stream, and nothing else there. */
typedef enum Format { FORMAT_HUMAN, FORMAT_PLAIN, FORMAT_JSON, FORMAT_SARIF } Format;

/* A document that has been made; it is written when the case's others are made too. */
typedef struct MadeDocument {
	Text key;  /* of its template */
	Text file; /* its name without ending */
	int64_t pages;
} MadeDocument;

typedef struct Job {
	const Host *host;
	Text register_folder;
	Text templates_folder;
	Text output_folder;
	const Text *cases; /* paths of YAML files */
	size_t case_count;
	Task task;
	bool quiet;   /* no progress lines */
	bool missing; /* TASK_CHECK: list what is left to fill in */
	Format format;
	Text value;  /* TASK_EXPLAIN: only this one; empty: all that are computed */
	Stage show;  /* print this stage of every document to the output stream */
	bool manual; /* the one case is that of the manual: its documents have templates of their
	                own */
	Text help;   /* of the command line, for the manual */
	Date day;    /* TASK_PORTFOLIO: that days are counted from, or not given */

	int64_t port; /* TASK_SERVE: where the pages are found */

	/* TASK_BUILD: told of each document, unless NULL; the texts live until compile returns. */
	void (*made)(void *context, const MadeDocument *document);
	void *made_context;
} Job;

/* Does the job, which is none of TASK_VERIFY, TASK_DESCRIBE, TASK_NEW and TASK_SERVE, and tells how
 * it went: EXIT_DONE, EXIT_INPUT when some case had errors, EXIT_ACCESS when something could not be
 * read or written. */
ExitCode compile(const Job *job);

/* Two cases of one name would write to one folder, and be one in a portfolio. False, after a
 * report, when two are and the task does either. */
struct Diagnostics;
bool names_are_unique(const Job *job, struct Diagnostics *diagnostics);

#endif
