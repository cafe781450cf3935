/* Running text: what of a prose in Markdown is read as words, and its sentences. */
#ifndef PROSE_RUNNING_TEXT_H
#define PROSE_RUNNING_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"

/*
 * Overwritten with control characters, byte for byte so that places stay, are {{...}}, the targets
 * of links, and addresses on the web. Of {{undantag TEXT, skäl: REASON}} and of {{språk NAME:
 * TEXT}} the text remains.
 *
 * Sentences end at a full stop, question or exclamation mark, at the end of a paragraph, and where
 * a heading, a quotation or an item of a list begins. Abbreviations end none.
 */
/* What is overwritten is no space, letter or digit to any reader. */
#define OVERWRITTEN '\x1A'

typedef struct Insert { /* {{...}} */
	size_t first, end;
	Text body; /* trimmed */
	bool exception;
	size_t text_first, text_end; /* what remains; empty when nothing does */
	/* Of an exception: */
	bool needed; /* some check would have reported something in it */
	Text equal;  /* the name of the value that it equals, or empty */
} Insert;

typedef struct RunningText {
	Text text; /* in the arena */
	Insert *items;
	size_t count;
	size_t capacity;
} RunningText;

RunningText running_text_of(Arena *arena, Text markdown);

/* The exception that a place stands in, among inserts in the order of the text, or NULL. */
Insert *exception_around(Insert *inserts, size_t count, size_t place);

/* The end of the sentence that begins at `first`, and of what follows it up to the next. */
size_t sentence_end(Text text, size_t first);

/* What "undantag" in {{...}} is given. Either is empty when it is not there. */
typedef struct Exception {
	Text text;
	Text reason;
} Exception;

#define EXCEPTION_WORD "undantag"

/* Reads "900 000 kr, skäl: gällde 2015". */
Exception exception_read(Text argument);

/* What "språk" in {{...}} is given. Either is empty when it is not there. */
typedef struct Foreign {
	Text language; /* its Swedish name */
	Text text;
} Foreign;

/* Reads "engelska: social impact bond". */
Foreign foreign_read(Text argument);

#endif
