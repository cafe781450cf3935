/* Describe: what the compiler knows about its own language, printed. */
#ifndef DESCRIBE_H
#define DESCRIBE_H

#include "base/text.h"
#include "host/host.h"

/*
 * Nothing here reads a case: the field tables and the catalogue of diagnostics are printed as they
 * are, for editors and for people.
 */
typedef enum DescribeSubject {
	DESCRIBE_CASES,      /* a JSON Schema of cases */
	DESCRIBE_REGISTER,   /* and of the register */
	DESCRIBE_DIAGNOSTIC, /* what a code means: "E014" */
	DESCRIBE_CODES,      /* every code with its sentence, one on a line */
} DescribeSubject;

/* Whether a word is written as the code of a diagnostic is, in capitals or not: "E014", "w72". */
bool is_diagnostic_code(Text word);

/* Prints to the output stream. `name` is the code to explain; when there is no such code, that is
 * told on the error stream with the nearest ones. EXIT_DONE, EXIT_USAGE or EXIT_ACCESS. */
ExitCode describe(const Host *host, DescribeSubject subject, Text name);

#endif
