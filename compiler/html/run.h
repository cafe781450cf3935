/* Run: a run of text in which a browser breaks no number. */
#ifndef HTML_RUN_H
#define HTML_RUN_H

#include "base/buffer.h"
#include "base/text.h"

/*
 * Browsers keep together what no-break spaces join, but some end a line after the dash of a date,
 * of an organisation number or of 2020–2022. Such a number stands in an element of its own, for the
 * style sheet to keep whole; its characters are what they were, also for those who copy them.
 */
void html_put_run(Buffer *out, Text text);

#endif
