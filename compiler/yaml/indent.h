/* YAML indent: which line is indented wrongly, and how it ought to be. */
#ifndef YAML_INDENT_H
#define YAML_INDENT_H

#include "source/diagnostic.h"
#include "yaml/line.h"

/* The grammar notices a wrong indentation at the first line that does not fit with the ones above,
 * and that may be one of those. When just one of the two is not indented by whole steps of the
 * file, it is the one. */
SeenLine indent_culprit(const Source *source, size_t number);

/* Reports the line, whose indentation is wrong, and how it should begin when that is certain: it
 * lies one column beside a level that it can belong to. */
void indent_report(const Source *source, const SeenLine *line, DiagnosticCode code,
                   Diagnostics *diagnostics);

/* The latest diagnostic's fix: the line with so many spaces before it, and its dashes. */
void indent_fix(const Source *source, const SeenLine *line, size_t spaces,
                Diagnostics *diagnostics);

#endif
