/* Companions: the plain texts that go with a case's documents, and their names. */
#ifndef COMPANIONS_H
#define COMPANIONS_H

#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"
#include "template/expand.h"
#include "template/template.h"

/*
 * A document with decision points gets protokoll.txt beside it: what the board decides, on what
 * grounds, and who is to be told, in the words of templates/protokoll.md (template/companion.h).
 *
 *	for each document: companions_make(&request, template, plan, &texts);
 *	for each text:     companion_file(arena, &texts, i)
 *
 * Where two documents of a case have such a text, each says whose it is: protokoll-information.txt.
 * A text carries no fingerprint: what is pasted into the minutes becomes theirs.
 */
typedef struct CompanionText {
	const Template *companion;
	const Template *of;
	Text bytes;
} CompanionText;

typedef struct CompanionTexts {
	CompanionText *items;
	size_t count;
	size_t capacity;
} CompanionTexts;

/* Adds the texts that go with a document, which has just been expanded from `request` without an
 * error. */
void companions_make(const ExpandRequest *request, const Template *template,
                     const DocumentPlan *plan, CompanionTexts *texts);

Text companion_file(Arena *arena, const CompanionTexts *texts, size_t index);

#endif
