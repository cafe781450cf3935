/* Expansion: one document in the making; shared by the files of this folder that build it. */
#ifndef TEMPLATE_EXPANSION_H
#define TEMPLATE_EXPANSION_H

#include "document/document.h"
#include "economics/table.h"
#include "source/loader.h"
#include "template/directive.h"
#include "template/expand.h"
#include "template/marks.h"
#include "template/reference.h"
#include "template/template.h"

/*
 * The tree of marks is walked once, in order, and the document grows at its end. State is what is
 * in force at the place reached: the loop variables, the section, the depth of text blocks.
 */
typedef struct Expansion {
	ReferenceScope scope; /* with the arena, the case, the plan, the template, the ledger */
	const ExpandRequest *request;
	Diagnostics *diagnostics;
	Document *document;
	const Section *section; /* the case's text for the section being written, or NULL */
	bool in_section;        /* within {{#avsnitt}} */
	bool section_open;      /* in a draft: it waits for its text */
	Text section_key;
	bool case_has_faults; /* something was reported before the documents */
	bool prose;           /* reading a case's prose, where only some directives may stand */
	int heading_shift;    /* added to the level of prose headings */
	int heading_level;    /* of the latest heading */
	bool in_block;
	MarkList excused;  /* template/directive.h */
	Node *notes;       /* the NOTES node, made with the first note */
	Node **note_nodes; /* for each footnote of the case, or NULL */
} Expansion;

/* Blocks: marks from `first` up to but not including `end`, as children of `parent`. */
void expand_blocks(Expansion *x, const Mark *first, const Mark *end, Node *parent);
/* A case's prose: parsed, then expanded with headings below level `level`. */
void expand_prose(Expansion *x, const ProseValue *prose, int level, Node *parent);
/* A case's prose in a file of its own. */
void expand_file(Expansion *x, const Source *source, Node *parent);

/* Warns of what other kinds of Markdown have, and a case's prose has not: tables and notes. */
void habits_check(Span prose, Diagnostics *diagnostics);

/* Takes away a paragraph or a heading that has nothing to say, because its conditions all failed or
 * its text is nothing but spaces. A note alone in it is reported: it has no words to stand at. */
void settle_line(Expansion *x, Node *node);

/* Inlines: the siblings from `first` on, as children of `parent`. */
void expand_inlines(Expansion *x, const Mark *first, const Mark *end, Node *parent);
/* A text that can have no paragraphs, such as a note or a caption: those it has become lines. */
void expand_line(Expansion *x, const ProseValue *prose, Node *parent);

/* References. Reports what cannot be printed. */
Reference expand_reference(Expansion *x, const Mark *placeholder);
/* Whether a condition on the name holds; one that has no such name has been reported. */
bool expand_condition(Expansion *x, Text name);

/* Gaps (model/gaps.h). Writes "[saknas: datum]" where a value, or a block, would have stood:
 * `words` is the path of the value, or what it is called; `path` is that of the gap that is to
 * blame. */
void expand_gap(Expansion *x, Text words, Text path, Node *parent);
/* For what stands in the document as it is, without marks: the same as a text. */
Text gap_text(Expansion *x, Text words, Text path);
/* The path of the section in force. */
Text section_path(const Expansion *x);

/* Directives. */
/* Carries a directive out that stands alone in its paragraph `mark`; returns the mark to go on
 * with, at most `end`. */
const Mark *directive_run(Expansion *x, const Mark *mark, const Mark *end, Node *parent);
/* Carries out one that stands within a line; returns the mark to go on with. */
const Mark *directive_run_inline(Expansion *x, const Mark *mark, const Mark *end, Node *parent);

/* Sections: what stands between {{#avsnitt}} and {{/avsnitt}}. */
void expand_sections(Expansion *x, const Mark *first, const Mark *end, Node *parent);
/* What the case gives for a section of this key and does not leave out, or NULL. */
const Section *section_given(const DocumentPlan *plan, Text key);
/* The text that the case gives for the section in force; false when it gives none. */
bool expand_section_text(Expansion *x, bool numbered, Node *parent);

/* What is shown, in shown.c: a note or a table by its place in the case's list, and whatever table
 * a reference names a value of. */
void show_note(Expansion *x, size_t note);
void show_table(Expansion *x, size_t table);
void show_value(Expansion *x, Text name);

/* Names that are misspelt, in unknown.c. All report at `place` where they find nothing. */

void unknown_note(Expansion *x, Text name, Span place);
/* The party with this key, or the one that was probably meant, or NULL. */
const Party *unknown_party(Expansion *x, Text key, Span place);

/* Notes: {{not name}}. */
void expand_note(Expansion *x, const Mark *placeholder, Text argument, Node *parent);

/* Tables: {{tabell name}}. */
void expand_table(Expansion *x, const Mark *placeholder, Text argument, Node *parent);

#endif
