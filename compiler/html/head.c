/* Head: policy, title, style and linked data of a page. */
#include "html/head.h"

#include "base/digest.h"
#include "html/escape.h"
#include "html/sheet.h"
#include "html/words.h"

/* "IOP – Tjänsteskrivelse" or "Utkast: IOP – Tjänsteskrivelse", or the one of the two that there
 * is. */
static void put_title(Buffer *out, const DocumentFacts *facts)
{
	bool both = facts->title.length > 0 && facts->type.length > 0;
	buffer_put(out, TEXT("<title>"));
	html_put(out, HTML_TEXT, facts_title(out->arena, facts));
	if (both)
		buffer_put(out, TEXT(" – "));
	html_put(out, HTML_TEXT, facts->type);
	if (facts->title.length + facts->type.length == 0)
		buffer_put(out, TEXT(WORDS_UNTITLED));
	buffer_put(out, TEXT("</title>\n"));
}

static void put_source(Buffer *out, Text directive, Text content)
{
	if (content.length == 0)
		return;
	buffer_put(out, TEXT("; "));
	buffer_put(out, directive);
	buffer_put(out, TEXT(" 'sha256-"));
	buffer_put(out, digest_base64(out->arena, content));
	buffer_put(out, TEXT("'"));
}

/* Nothing is fetched, nothing runs, nothing is sent; and no style but the page's own is followed.
 * Browsers do not ask a policy about data, but checkers do: it knows them, too. */
static void put_policy(Buffer *out, const DocumentFacts *facts, Text style, Text data)
{
	buffer_put(out, TEXT("<meta http-equiv=\"Content-Security-Policy\" content=\""
	                     "default-src 'none'; base-uri 'none'; form-action 'none'"));
	put_source(out, TEXT("style-src"), style);
	put_source(out, TEXT("script-src"), data);
	if (facts->logotype != NULL && facts->logotype->kind == PICTURE_PIXELS)
		buffer_put(out, TEXT("; img-src data:"));
	buffer_put(out, TEXT("\">\n"));
}

/* No script: of this type it is data, which is read and not run. */
static void put_linked_data(Buffer *out, Text data)
{
	if (data.length == 0)
		return;
	buffer_put(out, TEXT("<script type=\"application/ld+json\">"));
	buffer_put(out, data);
	buffer_put(out, TEXT("</script>\n"));
}

void html_put_head(Buffer *out, const DocumentFacts *facts, Text css)
{
	Buffer style = buffer_new(out->arena, BUFFER_MAXIMUM);
	Buffer data = buffer_new(out->arena, BUFFER_MAXIMUM);
	html_put(&style, HTML_STYLE, sheet_tight(out->arena, css));
	html_put(&data, HTML_JSON, facts->linked_data);
	buffer_put(out, TEXT("<!DOCTYPE html>\n<html lang=\""));
	html_put(out, HTML_ATTRIBUTE, facts->language.length > 0 ? facts->language : TEXT("sv"));
	buffer_put(out, TEXT("\">\n<head>\n<meta charset=\"utf-8\">\n"));
	put_policy(out, facts, buffer_text(&style), buffer_text(&data));
	buffer_put(out, TEXT("<meta name=\"viewport\" "
	                     "content=\"width=device-width, initial-scale=1\">\n"));
	if (facts->author.length > 0) {
		buffer_put(out, TEXT("<meta name=\"author\" content=\""));
		html_put(out, HTML_ATTRIBUTE, facts->author);
		buffer_put(out, TEXT("\">\n"));
	}
	put_title(out, facts);
	if (style.length > 0) {
		buffer_put(out, TEXT("<style>"));
		buffer_put(out, buffer_text(&style));
		buffer_put(out, TEXT("</style>\n"));
	}
	put_linked_data(out, buffer_text(&data));
	buffer_put(out, TEXT("</head>\n"));
}
