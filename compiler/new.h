/* New: a file for a new case. */
#ifndef NEW_H
#define NEW_H

#include "compile.h"

/*
 * Does a TASK_NEW: job->cases are the documents that the case is to have, as templates call them,
 * and last the name of its file, which is written in job->output_folder. The name becomes letters
 * and digits that any system can have in a file's name. A file that is there already is left as it
 * is.
 *
 * EXIT_DONE, EXIT_USAGE for a document or a name that cannot be used, EXIT_ACCESS when the file is
 * there or cannot be written.
 */
ExitCode new_case(const Job *job);

#endif
