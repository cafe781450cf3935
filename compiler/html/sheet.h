/* Sheet: a style sheet as pages carry it, without what only its authors need. */
#ifndef HTML_SHEET_H
#define HTML_SHEET_H

#include "base/arena.h"
#include "base/text.h"

/*
 * Comments go, and white space that separates nothing; each rule stands on a line of its own.
 * Strings stay as they are. The sheet means the same: tests/unit/test_sheet.c has the places where
 * that is not plain.
 */
Text sheet_tight(Arena *arena, Text css);

#endif
