/* Glossary: the abbreviations of a document, marked with the words that they stand for. */
#ifndef DOCUMENT_GLOSSARY_H
#define DOCUMENT_GLOSSARY_H

#include "document/document.h"

/*
 * Who does not know what IOP is can point at it, or hear the words read aloud: the letters become
 * an ABBREVIATION that carries them. The text does not change.
 *
 * An abbreviation is a whole word of letters and digits as they stand in the list: IOP is found in
 * "IOP:s" and "IOP-avtal", not in "IOPS". It is marked once in every section, since a section may
 * be the first that somebody reads; and not where the words themselves stand in the same paragraph,
 * cell or note, for there the reader is told already. Headings are left alone (contents, bookmarks
 * and file lists take their text alone), and so are links, code and words in another language.
 */
typedef struct GlossaryItem {
	Text letters; /* "IOP" */
	Text words;   /* "idéburet offentligt partnerskap" */
} GlossaryItem;

/* Of several items with the same letters, the first counts. */
typedef struct Glossary {
	GlossaryItem *items;
	size_t count;
	size_t capacity;
} Glossary;

/* Call once, when the tree is complete but for document_finish. */
void document_mark_abbreviations(Document *document, const Glossary *glossary);

#endif
