/* PDF: writes a document as a tagged PDF, for print, archive and screen reader alike. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"
#include "document/document.h"
#include "document/style.h"

/*
 * What comes out is PDF 1.7 laid out for PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1): every
 * piece of text is tagged with its place in the document tree and maps back to Unicode, fonts are
 * embedded as subsets, and the same document gives the same bytes at any time on any machine. It
 * claims PDF/A only when it got a colour profile, without which the claim would be false.
 *
 * From document to bytes there are four steps, each with its own header:
 *
 *	layout.h    pages of placed text and rectangles; integers only, knows nothing of PDF
 *	tags.h      the structure, taken from the document tree and never from the pages
 *	content.h   what a page shows, as PDF operators marked with the structure
 *	writer.h    numbered objects into a file; the one place that knows libharu
 *
 * Calling sequence: pdf_open once in a run, pdf_write for each document, pdf_close. The bytes of
 * the files must live until pdf_close. A setup must not be used by two threads at once.
 *
 * Ownership: a result lives in the arena given to pdf_write; the setup itself in that given to
 * pdf_open, but fonts and dictionary hold memory of their libraries until pdf_close.
 *
 * Errors: pdf_write returns false, and `fault` says why, when there is no file to speak of. A
 * character that no font has does not stop it: the file is written with an empty box in its place
 * and the character is listed in `missing`, of which the caller must make a diagnostic.
 */

/* The contents of files that the host has read. */
typedef struct PdfFiles {
	Text faces[FONT_FACES]; /* TrueType outlines */
	Text hyphenation;       /* a hyphenation dictionary of libhyphen */
	Text profile;           /* the ICC profile of sRGB; may be empty */
} PdfFiles;

typedef enum PdfFaultKind {
	PDF_SOUND,
	PDF_BAD_FONT,       /* `face` has no TrueType outlines, or is damaged */
	PDF_BAD_DICTIONARY, /* the hyphenation dictionary cannot be read */
	PDF_TOO_MANY_PAGES, /* more than LIMIT_PAGES */
	PDF_LIBRARY,        /* libharu or HarfBuzz gave up, which happens only for lack of memory */
} PdfFaultKind;

typedef struct PdfFault {
	PdfFaultKind kind;
	FontFace face; /* PDF_BAD_FONT */
} PdfFault;

/* A character that its face has no glyph for, at the first place where it stands. The node is NULL
 * when it stands in the page header. */
typedef struct PdfMissingGlyph {
	uint32_t codepoint;
	const Node *node;
} PdfMissingGlyph;

typedef struct PdfResult {
	Text bytes;
	int pages;
	PdfMissingGlyph *missing; /* each character once */
	size_t missing_count;
	PdfFault fault;
} PdfResult;

typedef struct PdfSetup PdfSetup;

/* Parses the faces once for all documents. NULL, and `*fault` filled in, when one is unusable. */
PdfSetup *pdf_open(Arena *arena, const Style *style, const PdfFiles *files, PdfFault *fault);
void pdf_close(PdfSetup *setup);

/* Whether a face can show a character. */
bool pdf_can_show(const PdfSetup *setup, FontFace face, uint32_t codepoint);

bool pdf_write(PdfSetup *setup, Arena *arena, const Document *document, PdfResult *result);

#endif
