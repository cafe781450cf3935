/* Report for people: one diagnostic, for eyes or for ears. */
#ifndef SOURCE_REPORT_HUMAN_H
#define SOURCE_REPORT_HUMAN_H

#include <stdbool.h>

#include "base/buffer.h"
#include "source/diagnostic.h"

/*
 * A diagnostic becomes
 *
 *	agreements/002.yaml:14:3: fel E040: Nyckeln ”datm” finns inte i ärende. Menade du ”datum”?
 *	   14 |   datm: 2019-10-15
 *	      |   ^~~~
 *	skriv |   datum
 *
 * then its notes in the same form. The last line is there when the diagnostic has a fix ("stryk"
 * when that is to remove something). The mark stands under the value itself, also after å ä ö, tabs
 * (shown as spaces to the next multiple of eight), combining marks and wide characters. Control
 * characters from the input never reach the output. With colour, which is for terminals, a long
 * sentence goes on in lines below its first.
 */
void report_human(const Diagnostic *diagnostic, bool colour, Buffer *out);

/* The same for those who listen, and for logs: the diagnostic and each note on one line, in words
 * alone.
 *
 *	agreements/002.yaml, rad 14, kolumn 3: fel E040: Nyckeln ”datm” finns inte i ärende. …
 */
void report_plain(const Diagnostic *diagnostic, Buffer *out);

#endif
