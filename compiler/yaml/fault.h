/* YAML fault: what a person did, told from what libyaml says that it could not read. */
#ifndef YAML_FAULT_H
#define YAML_FAULT_H

#include <stddef.h>

#include "base/text.h"
#include "source/diagnostic.h"
#include "source/source.h"

/*
 * libyaml tells in English which rule of its grammar failed, and where it noticed. That is often
 * the line after the one to mend: a missing space after a colon shows first at the next colon. So
 * each of its problems has a function that looks at the lines around and reports what was probably
 * meant, there. Where nothing is certain the report stays at libyaml's own place.
 */
typedef struct YamlFault {
	const Source *source;
	Text problem;      /* libyaml's words, never shown */
	Text context;      /* what it was doing, or empty */
	size_t problem_at; /* bytes of the source */
	size_t context_at;
	Span previous; /* the last scalar that could be read, or a zeroed one */
} YamlFault;

/* Reports exactly one error, and how to mend it where the lines around leave no doubt. Whether the
 * file can be read further then, the reader sees by trying. */
void yaml_fault_report(const YamlFault *fault, Diagnostics *diagnostics);

/* Reports `rest`, which stands after where a value has ended. */
void yaml_report_after_value(Span rest, Diagnostics *diagnostics);

/* The latest diagnostic's fix: quotation marks around the value that begins at `first`. The second
 * only when it is *emphasised*, as Markdown is, and so no reference of YAML's. */
void yaml_fix_quotation(const Source *source, size_t first, Diagnostics *diagnostics);
void yaml_fix_emphasis(const Source *source, size_t first, Diagnostics *diagnostics);

#endif
