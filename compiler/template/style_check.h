/* Style check: whether the measures and colours of a layout make pages that can be read. */
#ifndef TEMPLATE_STYLE_CHECK_H
#define TEMPLATE_STYLE_CHECK_H

#include "document/style.h"
#include "source/diagnostic.h"
#include "template/style.h"

/*
 * Each value of its own may be right and the page still be impossible: margins that meet, lines
 * that run into one another, grey text on grey. What is wrong is reported where it stands in the
 * layout, with what is possible, and then false returned.
 */
bool style_check(Arena *arena, const Style *style, const StylePlaces *places,
                 Diagnostics *diagnostics);

#endif
