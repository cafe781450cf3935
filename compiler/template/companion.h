/* Companion: a plain text that goes with documents, such as the words for a meeting's minutes. */
#ifndef TEMPLATE_COMPANION_H
#define TEMPLATE_COMPANION_H

#include <stdbool.h>

#include "model/agreement.h"
#include "template/template.h"

/*
 * A template whose front matter says "format: text" is no document type: no case asks for it. It is
 * expanded with the plan of another document, whose sections it shows with {{punkter förslag till
 * beslut}}, and goes with every type that has those sections. So a new document type with decision
 * points gets its text for the minutes by itself, and neither of the two templates names the other.
 */

/* The companion with this key, or NULL. */
const Template *companion_find(const TemplateSet *set, Text key);

/* Whether the document type has every section whose points the companion shows, and there is one.
 */
bool companion_goes_with(Arena *arena, const Template *companion, const Template *type);

/* Whether a document of such a type gives any of those points, or is a draft that waits for them.
 * Before that, the document has been expanded. */
bool companion_has_points(Arena *arena, const Template *companion, const Agreement *agreement,
                          const DocumentPlan *plan);

/* The keys of all document types' sections with points. */
TextList companion_sections(Arena *arena, const TemplateSet *set);

#endif
