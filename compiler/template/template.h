/* Template: a document type as a Markdown file, and what all templates share. */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include <stdbool.h>

#include "base/arena.h"
#include "economics/table.h"
#include "model/fields.h"
#include "model/values.h"
#include "source/diagnostic.h"
#include "template/marks.h"

/*
 * templates/<name>.md is a document type: front matter in YAML between two lines "---", then
 * Markdown with {{values}} and {{instructions}} (directives.def). A new type, another order of
 * sections, other headings or fixed words need no C.
 *
 * templates/block/<name>.md is a text block: a part of a template that several templates, and the
 * prose of cases, share. {{block ändrade förutsättningar}} is andrade-forutsattningar.md.
 *
 * templates/tabeller.yaml holds the fixed words of the computed tables.
 *
 * All are read into one set, then checked (check.h), before any case.
 */
typedef enum TemplateFormat {
	TEMPLATE_DOCUMENT, /* in all formats */
	TEMPLATE_TEXT,     /* plain text that goes with documents: companion.h */
} TemplateFormat;

typedef struct TemplateHead {
	Span span;
	TextValue key;       /* how a case names it: "överenskommelse" */
	TextValue type;      /* "Överenskommelse" */
	TextValue notes;     /* the heading over footnotes */
	ChoiceValue format;  /* TemplateFormat */
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

typedef struct TemplateList {
	Template *items;
	size_t count;
	size_t capacity;
} TemplateList;

typedef struct TextBlock {
	Text name;            /* of its file, without ending */
	const Source *source; /* NULL when it could not be read */
	const Mark *marks;
} TextBlock;

typedef struct TextBlocks {
	TextBlock *items;
	size_t count;
	size_t capacity;
} TextBlocks;

/* The fixed words of one computed table. */
typedef struct TableWords {
	Key key;
	Span span;
	ProseValue caption;
	ListValue columns; /* TextItem */
	ListValue rows;    /* TextItem: CELL_WORD n is the n-th */
} TableWords;

typedef struct TemplateSet {
	Span span;       /* of tabeller.yaml; none when it could not be read */
	ListValue words; /* TableWords, by table */
	TextBlocks blocks;
	TemplateList companions; /* companion.h; no case can ask for one */
	Template *items;         /* the document types */
	size_t count;
	size_t capacity;
} TemplateSet;

/* What front matter and tabeller.yaml hold, for those who describe them. */
extern const Record record_template_head;
extern const Record record_table_words;

/* Reads one template and adds it to the set; faults are reported. */
void template_read(Arena *arena, const Source *source, Text file, TemplateSet *set,
                   Diagnostics *diagnostics);

/* Adds a text block; an empty one where its source, NULL, could not be read. */
void template_block_read(Arena *arena, const Source *source, Text name, TemplateSet *set,
                         Diagnostics *diagnostics);

/* Reads templates/tabeller.yaml. */
void template_words_read(Arena *arena, const Source *source, TemplateSet *set,
                         Diagnostics *diagnostics);

/* The document type that a case calls `key`, or NULL. */
const Template *template_find(const TemplateSet *set, Text key);

/* The text block that {{block name}} asks for, or NULL. */
const TextBlock *template_block(const TemplateSet *set, Arena *arena, Text name);

const TableWords *template_words(const TemplateSet *set, Text table);

/* How many words a computed table needs: "3 kolumnrubriker och 1 ord för raderna". */
Text template_words_needed(Arena *arena, const TableKind *kind);
bool template_words_suffice(const TableWords *words, const TableKind *kind);

#endif
