/* Target: where a link of a text leads, and whether it may. */
#ifndef TEMPLATE_TARGET_H
#define TEMPLATE_TARGET_H

#include <stdbool.h>

#include "template/marks.h"

/* A target must be of an allowed scheme (document/link.h) and hold no {{...}}: values never become
 * part of an address. A template's may also be a place in its own document, "#begrepp". */
bool link_has_target(const Mark *link, bool of_template);
/* Reports, at the target, that it cannot be used. */
void link_report(const Mark *link, Diagnostics *diagnostics);

#endif
