/* Metadata: what a PDF says about itself, for people's windows, archives and validators. */
#ifndef PDF_METADATA_H
#define PDF_METADATA_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"
#include "document/document.h"

/* "sv-SE": the language of the facts as PDF names it. */
Text metadata_language(const DocumentFacts *facts);

/* The entries of the information dictionary. Every one of them is also in the XMP packet, with the
 * same value, as PDF/A asks (ISO 19005-3, 6.6.3). */
Text metadata_information(Arena *arena, const DocumentFacts *facts);

/* The XMP packet; `archival` when the file may call itself PDF/A-3a. */
Text metadata_xmp(Arena *arena, const DocumentFacts *facts, bool archival);

/* The objects that the catalogue refers to; 0 where there is none. */
typedef struct CatalogueParts {
	uint32_t structure;
	uint32_t metadata;
	uint32_t outline;
	uint32_t profile; /* the stream of an ICC profile */
	Text attachments; /* entries (attach.h), or empty */
} CatalogueParts;

Text metadata_catalogue(Arena *arena, const DocumentFacts *facts, CatalogueParts parts);

#endif
