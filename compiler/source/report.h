/* Report: diagnostics as a person reads them on a terminal. */
#ifndef SOURCE_REPORT_H
#define SOURCE_REPORT_H

#include <stdbool.h>

#include "base/buffer.h"
#include "source/diagnostic.h"

/*
 * Each diagnostic becomes
 *
 *	agreements/002.yaml:14:9: fel E014: Nyckeln ”datm” finns inte i ärende. Menade du ”datum”?
 *	   14 |   datm: 2019-10-15
 *	      |   ^~~~
 *
 * then its notes in the same form. The mark stands under the value itself, also after å ä ö,
 * tabs (shown as spaces to the next multiple of eight), combining marks and wide characters.
 * Control characters from the input never reach the output. At most LIMIT_DIAGNOSTICS_SHOWN are
 * written, with a last line that tells how many were left out.
 */
void report_diagnostics(const Diagnostics *diagnostics, bool colour, Buffer *out);

/* The same for those who listen, and for logs: each diagnostic and each note on one line, in words
 * alone.
 *
 *	agreements/002.yaml, rad 14, kolumn 9: fel E014: Nyckeln ”datm” finns inte i ärende.
 */
void report_plain(const Diagnostics *diagnostics, Buffer *out);

#endif
