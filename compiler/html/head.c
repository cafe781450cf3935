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

/* Nothing is fetched, nothing runs, nothing is sent; and no style but the page's own is followed.
 */
static void put_policy(Buffer *out, const DocumentFacts *facts, Text style)
{
	buffer_put(out, TEXT("<meta http-equiv=\"Content-Security-Policy\" content=\""
	                     "default-src 'none'; base-uri 'none'; form-action 'none'"));
	if (style.length > 0) {
		buffer_put(out, TEXT("; style-src 'sha256-"));
		buffer_put(out, digest_base64(out->arena, style));
		buffer_put(out, TEXT("'"));
	}
	if (facts->logotype != NULL && facts->logotype->kind == PICTURE_PIXELS)
		buffer_put(out, TEXT("; img-src data:"));
	buffer_put(out, TEXT("\">\n"));
}

/* No script: of this type it is data, which is read and not run, and which the policy leaves alone.
 */
static void put_linked_data(Buffer *out, const DocumentFacts *facts)
{
	if (facts->linked_data.length == 0)
		return;
	buffer_put(out, TEXT("<script type=\"application/ld+json\">"));
	html_put(out, HTML_JSON, facts->linked_data);
	buffer_put(out, TEXT("</script>\n"));
}

void html_put_head(Buffer *out, const DocumentFacts *facts, Text css)
{
	Buffer style = buffer_new(out->arena, BUFFER_MAXIMUM);
	html_put(&style, HTML_STYLE, sheet_tight(out->arena, css));
	buffer_put(out, TEXT("<!DOCTYPE html>\n<html lang=\""));
	html_put(out, HTML_ATTRIBUTE, facts->language.length > 0 ? facts->language : TEXT("sv"));
	buffer_put(out, TEXT("\">\n<head>\n<meta charset=\"utf-8\">\n"));
	put_policy(out, facts, buffer_text(&style));
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
	put_linked_data(out, facts);
	buffer_put(out, TEXT("</head>\n"));
}
