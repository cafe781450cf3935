/* Furniture: a header of whatever facts there are, a footer of links. */
#include "html/furniture.h"

#include "base/date.h"
#include "html/escape.h"
#include "html/picture.h"
#include "html/words.h"

void html_put_skip_link(Buffer *out, uint32_t serial)
{
	buffer_put(out, TEXT("<a class=\"skip\" href=\"#del-"));
	buffer_put_integer(out, serial);
	buffer_put(out, TEXT("\">" WORDS_SKIP "</a>\n"));
}

typedef void Put(Buffer *out, Text text);

static void put_plain(Buffer *out, Text text)
{
	html_put(out, HTML_TEXT, text);
}

/* "2018-05-23" and "2019-10" are what machines read as well. */
static void put_date(Buffer *out, Text text)
{
	Date date = {0};
	bool known = date_parse(text, &date) == DATE_OK;
	buffer_put(out, known ? TEXT("<time>") : TEXT(""));
	html_put(out, HTML_TEXT, text);
	buffer_put(out, known ? TEXT("</time>") : TEXT(""));
}

void html_put_header(Buffer *out, const DocumentFacts *facts)
{
	const struct {
		Text class;
		Text text;
		Put *put;
	} lines[] = {
	        {TEXT_INIT("organisation"), facts->organisation, put_plain},
	        {TEXT_INIT("type"), facts->type, put_plain},
	        {TEXT_INIT("diary"), facts->diary_number, put_plain},
	        {TEXT_INIT("date"), facts->date, put_date},
	        {TEXT_INIT("draft"), facts->draft_mark, put_plain},
	};
	Buffer inside = buffer_new(out->arena, BUFFER_MAXIMUM);
	if (facts->logotype != NULL) {
		buffer_put(&inside, TEXT("<p class=\"logotype\">"));
		html_put_picture(&inside, facts->logotype);
		buffer_put(&inside, TEXT("</p>\n"));
	}
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		if (lines[i].text.length == 0)
			continue;
		buffer_put(&inside, TEXT("<p class=\""));
		html_put(&inside, HTML_ATTRIBUTE, lines[i].class);
		buffer_put(&inside, TEXT("\">"));
		lines[i].put(&inside, lines[i].text);
		buffer_put(&inside, TEXT("</p>\n"));
	}
	if (inside.length == 0)
		return;
	buffer_put(out, TEXT("<header class=\"page\">\n"));
	buffer_put(out, buffer_text(&inside));
	buffer_put(out, TEXT("</header>\n"));
}

static void put_format(Buffer *out, Text file, Text ending, Text name)
{
	buffer_put(out, TEXT("<a href=\""));
	html_put(out, HTML_URL, file);
	html_put(out, HTML_URL, ending);
	buffer_put(out, TEXT("\">"));
	html_put(out, HTML_TEXT, name);
	buffer_put(out, TEXT("</a>"));
}

void html_put_footer(Buffer *out, const DocumentFacts *facts)
{
	if (facts->file.length == 0)
		return;
	buffer_put(out, TEXT("<footer class=\"page\">\n<p>" WORDS_OTHER_FORMATS " "));
	put_format(out, facts->file, TEXT(".pdf"), TEXT(WORDS_PDF));
	buffer_put(out, TEXT(" " WORDS_AND " "));
	put_format(out, facts->file, TEXT(".md"), TEXT(WORDS_MARKDOWN));
	buffer_put(out, TEXT("</p>\n</footer>\n"));
}
