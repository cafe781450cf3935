/* Bind: a YAML tree and the field tables make typed records. */
#ifndef MODEL_BIND_H
#define MODEL_BIND_H

#include "base/arena.h"
#include "model/fields.h"
#include "model/gaps.h"
#include "source/diagnostic.h"
#include "yaml/tree.h"

/*
 * Every scalar is read by its field's kind here, and nowhere else; what does not fit is reported at
 * the value itself. One fault gives one report: a misspelt key with a near relative is reported and
 * then bound as if it had been spelt right, and a value that could not be read counts as given.
 *
 * An empty value ("datum:") counts as not given: that is how people leave a gap to fill in later.
 * With `gaps`, what is empty or missing is collected there and not reported, since only the case
 * itself says whether it must be complete; `path` is then that of the record being bound.
 */
typedef struct Binder {
	Arena *arena;
	Diagnostics *diagnostics;
	Gaps *gaps;
	Text path;
} Binder;

/* Fills the zeroed struct at `target`, which `record` describes. `name` is the place to point at
 * for what is missing in it: its key where it has one. */
void bind_record(const Binder *binder, const Record *record, const YamlNode *node, Span name,
                 void *target);

/* Types one scalar by a kind alone, for the cells of free tables. False, after a report, when it
 * does not fit. `target` is the value struct of the field's kind. */
bool bind_scalar(const Binder *binder, const Field *field, Text text, Span span, void *target);

/* "a, b eller c". */
Text choice_alternatives(Arena *arena, const Choices *choices);

#endif
