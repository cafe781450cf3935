/* Escape: the only way for data into an HTML file. */
#ifndef HTML_ESCAPE_H
#define HTML_ESCAPE_H

#include "base/buffer.h"
#include "base/text.h"

/*
 * Every text that does not stand as a literal in the writer is written by html_put, and html_put
 * cannot be called without naming the place where the text will stand. Rules: HTML Standard,
 * 13.1.2.3 (attributes), 13.1.2.6 (raw text), 13.1.3 (text). Text is UTF-8; U+00A0 stays itself.
 *
 * Of a script element, "</script" is the end and "<!--" the beginning of what is not, also within a
 * string of JSON (4.12.1.3); no character reference is read. JSON has < > & in strings alone, where
 * "\u003C" means the same, so these are written so.
 */
typedef enum HtmlContext {
	HTML_TEXT,      /* between tags */
	HTML_ATTRIBUTE, /* between the quotation marks of an attribute */
	HTML_URL,       /* the same, of an attribute that holds a URL: percent-encoded as well */
	HTML_STYLE,     /* within a style element: can never end it */
	HTML_JSON,      /* JSON within a script element, which browsers read but never run */
	HTML_CONTEXTS
} HtmlContext;

void html_put(Buffer *out, HtmlContext context, Text text);
/* ` name="value"`, or nothing when there is no value. */
void html_put_attribute(Buffer *out, Text name, Text value);

#endif
