/* Write: building the manual's parts of a document; shared by the files of this folder. */
#ifndef MANUAL_WRITE_H
#define MANUAL_WRITE_H

#include "manual/manual.h"

typedef struct ManualWriting {
	const Manual *manual;
	const ReferenceRequest *request;
	Arena *arena;
	Document *document;
	Node *parent; /* of the blocks that are written */
	int level;    /* of the topmost headings */
} ManualWriting;

/* Blocks, as children of the parent. A heading's id may be empty. */
void write_heading(ManualWriting *w, int below, Text text, Text id);
void write_paragraph(ManualWriting *w, Text text);
void write_code(ManualWriting *w, Text code);
/* A paragraph that is filled with the inlines below. */
Node *write_line(ManualWriting *w);
/* A list of terms, each with what is said about it: the node to fill. */
Node *write_terms(ManualWriting *w);
Node *write_term(ManualWriting *w, Node *terms, Text code, Text id);

/* Inlines. */
void put_text(ManualWriting *w, Node *parent, Text text);
void put_inline_code(ManualWriting *w, Node *parent, Text code);
void put_break(ManualWriting *w, Node *parent);
void put_link(ManualWriting *w, Node *parent, Text text, Text id);

/* "nyckel-ekonomi-index": the prefix and the pieces of a path in ASCII. */
Text manual_id(Arena *arena, Text prefix, Text path);
/* A number whose digits are grouped when it can be no year. */
Text number_text(Arena *arena, int64_t number);
/* "{{name}}". */
Text in_braces(Arena *arena, Text name);
Text join2(Arena *arena, Text a, Text b);
Text join3(Arena *arena, Text a, Text b, Text c);

/* Subjects, one file each or several. */
void manual_case_keys(ManualWriting *w);
void manual_register_keys(ManualWriting *w);
void manual_template_keys(ManualWriting *w);
void manual_words_keys(ManualWriting *w);
void manual_layout_keys(ManualWriting *w);
void manual_values(ManualWriting *w);
void manual_derived_values(ManualWriting *w);
void manual_units(ManualWriting *w);
void manual_tables(ManualWriting *w);
void manual_directives(ManualWriting *w);
void manual_messages(ManualWriting *w);
/* How one message begins, as if it were about this place; false when there is no such message. */
bool manual_message_line(ManualWriting *w, Text place, Text name);
void manual_writing_rules(ManualWriting *w);
void manual_limits(ManualWriting *w);
void manual_commands(ManualWriting *w);
void manual_example(ManualWriting *w);

#endif
