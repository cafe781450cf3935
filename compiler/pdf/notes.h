/* Notes: footnotes as strips, made when the first reference to each is placed. */
#ifndef PDF_NOTES_H
#define PDF_NOTES_H

#include "document/document.h"
#include "pdf/flow.h"
#include "pdf/typeset.h"

/* The strips of one note: its number and its text, the note itself as anchor of the first. */
const Strips *notes_to_strips(Typeset *set, Node *note);

#endif
