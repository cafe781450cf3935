/* Check: what is wrong with templates whatever a case says, reported before any case is read. */
#ifndef TEMPLATE_CHECK_H
#define TEMPLATE_CHECK_H

#include "base/arena.h"
#include "source/diagnostic.h"
#include "template/template.h"

/*
 * Checks every template of a set, every text block, and the words of the computed tables:
 *
 *  - each {{name}} stands for something in some case, and can be printed (reference.h);
 *  - each directive has its place, its argument and its end (directive.h);
 *  - sections have headings with keys of their own, and something in them; what their guidance
 *    (outline.h) shows how to write is there to be written;
 *  - lines of {{#fält}} have labels, links lead somewhere, and tables have the words they need.
 *
 * A text block is checked wherever a template includes it, with the loop variables that are in
 * force there; one that no template includes, but cases may, is checked by itself.
 *
 * The expansion relies on it: it is not tried with templates that have faults.
 */
void templates_check(Arena *arena, const TemplateSet *set, Diagnostics *diagnostics);

#endif
