/* Serve: the cases in the browser, made anew when their files are saved. */
#ifndef SERVE_H
#define SERVE_H

#include "compile.h"

/*
 * The preview is a program of its own, overens-serve, which lies beside overens and has the same
 * command line. It alone is linked to a library that listens to the network: that keeps the promise
 * of the other one plain to see, and its start short (the library and what it brings cost a
 * millisecond, a fifteenth of what a case takes). So there are two of this function: in overens
 * (serve.c) it becomes the other program; in overens-serve (preview/serve.c) it does what is asked.
 *
 * The job's cases, or when it has none all of `folder`, are compiled as by TASK_BUILD and shown on
 * 127.0.0.1, until the program is interrupted or told to end: then EXIT_DONE. EXIT_ACCESS when it
 * cannot begin, EXIT_INPUT when two cases have one name.
 */
ExitCode serve(const Job *job, Text folder, char **words);

#endif
