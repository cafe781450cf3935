/* Texts: everything in a case that a person has put in words, and what each text is. */
#ifndef PROSE_TEXTS_H
#define PROSE_TEXTS_H

#include "base/arena.h"
#include "model/agreement.h"

/* Bits, so that a check can say which it reads. */
typedef enum TextKind {
	TEXT_NAME = 1 << 0,       /* of a person, a role, a party, a place */
	TEXT_HEADING = 1 << 1,    /* of the case, a document, a section, a table */
	TEXT_CELL = 1 << 2,       /* of a table, and what a cost is for */
	TEXT_SECTION = 1 << 3,    /* a section's running text */
	TEXT_POINT = 1 << 4,      /* one point of a section */
	TEXT_NOTE = 1 << 5,       /* a footnote */
	TEXT_ATTACHMENT = 1 << 6, /* one of what the decision rests on */
	TEXT_RECIPIENT = 1 << 7,  /* one of those who get the decision */
} TextKind;

#define TEXTS_RUNNING (TEXT_SECTION | TEXT_POINT | TEXT_NOTE)
#define TEXTS_ALL     (2 * TEXT_RECIPIENT - 1)

typedef struct CaseText {
	ProseValue text;
	TextKind kind;
	const DocumentPlan *plan; /* NULL for what belongs to no document alone */
	const Section *section;   /* of TEXT_SECTION and TEXT_POINT, and of a section's heading */
	size_t number;            /* from 0 among its likes in a list */
} CaseText;

typedef struct CaseTexts {
	CaseText *items;
	size_t count;
	size_t capacity;
} CaseTexts;

/* The texts that are given, document by document. Files beside the case are not among them; those
 * are read when a document is made. */
CaseTexts case_texts(Arena *arena, const Agreement *agreement);

#endif
