/* Template: a document type as a Markdown file, and what all templates share. */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/fields.h"
#include "model/values.h"
#include "source/diagnostic.h"
#include "template/marks.h"

/*
 * templates/<name>.md is a document type: front matter in YAML between two lines "---", then
 * Markdown with {{values}} and {{instructions}} (directives.def). A new type, another order of
 * sections, other headings or fixed words need no C.
 *
 * templates/tabeller.yaml holds the fixed words of the computed tables.
 */
typedef struct TemplateHead {
	Span span;
	TextValue key;       /* how a case names it: "överenskommelse" */
	TextValue type;      /* "Överenskommelse" */
	TextValue notes;     /* the heading over footnotes */
	BooleanValue manual; /* it is about the compiler, not about the case */
	ListValue
	        needs; /* TextItem: the groups of a case that it is made from, for a starter file */
} TemplateHead;

typedef struct Template {
	Text file; /* its name without ending: also that of what is written, out/<case>/<file>.pdf
	            */
	TemplateHead head;
	const Mark *marks;
} Template;

/* The fixed words of one computed table. */
typedef struct TableWords {
	Key key;
	Span span;
	ProseValue caption;
	ListValue columns; /* TextItem */
	ListValue rows;    /* TextItem: CELL_WORD n is the n-th */
} TableWords;

typedef struct TemplateSet {
	Span span;
	ListValue words; /* TableWords, by table */
	Template *items;
	size_t count;
	size_t capacity;
} TemplateSet;

/* What front matter and tabeller.yaml hold, for those who describe them. */
extern const Record record_template_head;
extern const Record record_table_words;

/* Reads one template and adds it to the set; faults are reported. */
void template_read(Arena *arena, const Source *source, Text file, TemplateSet *set,
                   Diagnostics *diagnostics);

/* Reads templates/tabeller.yaml. */
void template_words_read(Arena *arena, const Source *source, TemplateSet *set,
                         Diagnostics *diagnostics);

/* The template that a case calls `key`, or NULL. */
const Template *template_find(const TemplateSet *set, Text key);

const TableWords *template_words(const TemplateSet *set, Text table);

#endif
