/* Directive: an instruction {{...}} as it stands in a text: its argument and what it encloses. */
#ifndef TEMPLATE_DIRECTIVE_H
#define TEMPLATE_DIRECTIVE_H

#include <stdbool.h>

#include "source/diagnostic.h"
#include "template/marks.h"
#include "template/reference.h"
#include "template/template.h"

/*
 * The checker (check.h), before any case, and the expansion (expansion.h), with one, read
 * directives alike, through directive_read: so what is an instruction, where it may stand, what it
 * needs and where it ends is known, and reported, here alone.
 *
 * Each fault is reported once. A directive that is not closed counts as closed at the end of what
 * it stands in; a misspelt word counts as the one that was meant; the other half of a pair that has
 * been reported is let pass when it is reached.
 */

/* Where a directive may stand. */
enum {
	OUTSIDE_SECTIONS = 1,
	IN_SECTIONS = 2,
	IN_BLOCKS = 4,
	IN_CASES = 8, /* prose: what a case says in its own words */
	INLINE = 16,
	IN_COMPANIONS = 32, /* companion.h; they have no sections of their own */
	IN_DOCUMENTS = OUTSIDE_SECTIONS | IN_SECTIONS | IN_BLOCKS,
	IN_TEMPLATES = IN_DOCUMENTS | IN_COMPANIONS,
	IN_PROSE = IN_TEMPLATES | IN_CASES,
};

typedef enum DirectiveWord {
#define DIRECTIVE(word, closing, run, where, argument, about, example) DIRECTIVE_##run,
#include "template/directives.def"
#undef DIRECTIVE
	DIRECTIVES
} DirectiveWord;

typedef enum ArgumentKind {
#define ARGUMENT(name, check, need) ARGUMENT_##name,
#include "template/arguments.def"
#undef ARGUMENT
	ARGUMENTS
} ArgumentKind;

typedef struct Directive {
	DirectiveWord name;
	Text word;
	Text closing; /* or empty */
	unsigned where;
	ArgumentKind argument;
	Text about,
	        example; /* for the manual: Swedish sentences, and maybe a piece of a template */
} Directive;

typedef struct MarkList {
	const Mark **items;
	size_t count;
	size_t capacity;
} MarkList;

typedef struct DirectiveReader {
	const ReferenceScope *scope; /* of a case, or of none */
	const TemplateSet *templates;
	Diagnostics *diagnostics;
	unsigned place;    /* one of those above that is no sum of others, and not INLINE */
	MarkList *excused; /* the other halves of what has been reported */
} DirectiveReader;

typedef struct DirectiveCall {
	const Directive *directive; /* NULL: it is none, and has been reported */
	const Mark *placeholder;
	Text argument;
	/* What one with a closing word encloses: from `body` up to but not including `close`, NULL
	 * for all that follow. */
	const Mark *body;
	const Mark *close;
	const Mark *next; /* where to go on */
	bool within_line; /* body and close are inlines */
	bool misplaced;   /* what it encloses has no place either */
	bool unclosed;    /* has no closing word where it should */
} DirectiveCall;

/* The list, in the order of directives.def: DIRECTIVES of them. */
const Directive *directive_at(size_t index);

/* Finds, in a text that has been parsed, what ends each directive: marks_parse does it. */
void directives_pair(Arena *arena, Mark *root);

/* Whether a placeholder's text is an instruction and not the name of a value. */
bool directive_is_one(Text body);
/* Whether it ends or divides one that stands before it. */
bool directive_is_end(Text body);
/* Whether it writes part of a line even when it is alone in its paragraph. */
bool directive_is_part_of_line(Text body);

/*
 * Reads the directive at `mark`, a placeholder (within_line) or a paragraph that is nothing but
 * one. Its siblings end before `end`. False when it cannot be carried out, which has been reported.
 */
bool directive_read(const DirectiveReader *reader, const Mark *mark, const Mark *end,
                    bool within_line, DirectiveCall *call);

/* Reports what is wrong with a directive that is only spoken of, in a comment, wherever it stands:
 * its word and its argument. */
void directive_check_mention(const DirectiveReader *reader, const Mark *placeholder);

/* The first mark from `first` on that would close a directive which nothing opens, or NULL. */
const Mark *directive_unopened(DirectiveWord name, const Mark *first, const Mark *end,
                               bool within_line);

/* {{annars}} of an #om, or NULL. */
const Mark *directive_otherwise(const DirectiveCall *call);

/* The words that begin an instruction, or divide one. */
void directive_words(Arena *arena, TextList *words);

/* Reports that the first word of `name`, which is no value's name, is probably a misspelt
 * directive; false, and nothing reported, when it is not. */
bool directive_report_near(Text name, Span place, Diagnostics *diagnostics);

/* Arguments. */

/* Reports what is wrong with the argument; false when the directive cannot be carried out. */
bool argument_check(const DirectiveReader *reader, const DirectiveCall *call);

/* "parter som part": the list, and the name of its items. */
bool argument_split_loop(Text argument, Text *list, Text *variable);
/* "Ort och datum: person.ort": what stands at the line, and what is filled in, or an empty name. */
void argument_split_line(Text argument, Text *label, Text *name);
/* "annars Ej påkallat." or "annars block värdegrund"; both empty for anything else. */
void argument_split_fallback(Text argument, Text *text, Text *block);
/* "kostnader iogt": the computed table and the key of the party that it is about, or an empty one;
 * NULL when no computed table is called so. */
const TableKind *argument_split_table(Text argument, Text *party);

#endif
