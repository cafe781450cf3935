/* Verify: is a PDF byte for byte what the source inside it gives? */
#ifndef VERIFY_H
#define VERIFY_H

#include "compile.h"

/*
 * A PDF carries the case that it was made of (provenance.h). It is compiled again, with the
 * templates and the register of today, and the result is compared with the file. When they differ
 * it is told why, as far as can be known: which files have changed since, whether the program has,
 * or, when nothing has, that the PDF itself was changed and at which byte.
 *
 * `job` says where register and templates are; its cases are the PDFs. A portfolio in a document
 * also rests on the cases in `agreements_folder`.
 *
 * EXIT_DONE when all are what their source gives, EXIT_INPUT when one is not, EXIT_ACCESS when one
 * could not be read.
 */
ExitCode verify(const Job *job, Text agreements_folder);

#endif
