/* Case: from a YAML tree to a typed agreement whose names are resolved. */
#ifndef MODEL_CASE_H
#define MODEL_CASE_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/agreement.h"
#include "source/diagnostic.h"
#include "yaml/tree.h"

/*
 * Binds and resolves a whole case. Its status decides what it means that something is missing: in a
 * draft that is a gap (gaps.h), otherwise a fault, which is reported. `as_draft` asks for gaps
 * whatever the status, to list them.
 */
void case_read(Arena *arena, const YamlNode *root, const Register *shared, bool as_draft,
               Agreement *agreement, Diagnostics *diagnostics);

#endif
