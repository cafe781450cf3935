/* Leftover: what a form or a template left to be filled in, and that somebody forgot. */
#ifndef BASE_LEFTOVER_H
#define BASE_LEFTOVER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/text.h"

/*
 * Word's forms say "Klicka här för att ange text.", templates say [datum], and people write
 * 2019-xx-xx for a day that is not decided. leftover_words.def lists the phrases that such texts
 * begin with and the words that they consist of. It is meant for values, where nothing of the kind
 * can be right; running text, where it can, has a rule of its own (lint/placeholders.c).
 */

/* Whether a whole value is a leftover. A lone dash is none: it says that there is nothing. */
bool leftover_is(Arena *arena, Text value);

#endif
