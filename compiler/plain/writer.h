/* Plain writer: a document as text to be pasted into another one. */
#ifndef PLAIN_WRITER_H
#define PLAIN_WRITER_H

#include "base/arena.h"
#include "base/text.h"
#include "document/document.h"

/*
 * What is pasted takes the looks of what it is pasted into, so there is no markup and no furniture
 * here, and a paragraph is one line, however long. Blocks are divided by an empty line, but a
 * heading stands right above what it heads: where nothing is bold, that is what tells them apart.
 *
 *	1. Nämnden godkänner …		items of a numbered list
 *	– Bilaga 1			and of one without numbers; what belongs to an item, and is
 *					not its first line, begins with a tab
 *	> Citat				a quotation
 *	Diarienummer: ÄN 2019-878	a field
 *	Summa⇥933 000			a row of a table: tabs between the cells
 *	webbplats (https://…)		a link, unless its text is the address
 *	text[1]				a note; its text stands where the document's notes do, last
 *
 * No-break spaces stay. A control character becomes a space, and so does what would end a line:
 * lines are the document's own. A draft says so at the top, in capitals. The text ends with one
 * line end.
 *
 * The document must be finished and have passed document_check. An empty text is returned when it
 * would be larger than BUFFER_MAXIMUM.
 */
Text plain_write(Arena *arena, const Document *document);

#endif
