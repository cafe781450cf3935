/* Provenance: what a document was made from, carried inside it. */
#ifndef PROVENANCE_H
#define PROVENANCE_H

#include "document/document.h"
#include "economics/ledger.h"
#include "inputs.h"

/*
 * A document gets two kinds of attachments: the case's own files as they were, and
 *
 *	underlag.json	{"program": "overens 0.1", "dokument": "överenskommelse",
 *			 "mall": "overenskommelse", "fingeravtryck": "3f9a2c17b0",
 *			 "filer": [{"fil": "templates/tabeller.yaml", "sha256": "…"}, …],
 *			 "värden": [{"namn": "ekonomi.bidrag", "värde": 93300000, "enhet": "öre",
 *				     "text": "933 000 kr"}, …]}
 *
 * with the files in the order they were read and every figure of the ledger; a "värde" that a draft
 * does not give yet is null. The fingerprint is the beginning of the digest of all files' names and
 * digests: it changes when anything changes that the document says, and when the program does.
 * Fonts are left out: they change no word.
 */
typedef struct Provenance {
	Text document;            /* the template's key */
	Text template_file;       /* its name without ending */
	const InputFiles *shared; /* of the run; other document types' templates do not count */
	const InputFiles *own;    /* of the case, its YAML first, and what it has asked for */
	const Ledger *ledger;
} Provenance;

#define PROVENANCE_FILE "underlag.json"

/* Sets the document's fingerprint and attachments. */
void provenance_attach(const Provenance *provenance, Document *document);

/* What an attached underlag.json says, as it was written here and not by anybody else: the files,
 * with their digests but not their bytes, and the template's file. The texts are slices of it. */
InputFiles provenance_files(Arena *arena, Text json);
Text provenance_template(Text json);

#endif
