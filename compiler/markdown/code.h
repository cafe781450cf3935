/* Code: what is written as it stands between backticks. */
#ifndef MARKDOWN_CODE_H
#define MARKDOWN_CODE_H

#include "base/buffer.h"
#include "base/text.h"
#include "document/document.h"
#include "markdown/escape.h"
#include "markdown/lines.h"

/* Nothing within code is markup, so nothing is escaped; instead the backticks around it are more
 * than any within. There are two exceptions: a table, whose bars are found before its code is, and
 * code right after a backtick, which would be taken for one of its own: it has tags around it. */
void code_put_span(Buffer *out, MarkdownPlace place, Text text);

/* A CODE_BLOCK, from its first line of backticks, which has been begun, to its last, which is not
 * ended. */
void code_put_block(Lines *lines, const Node *block);

#endif
