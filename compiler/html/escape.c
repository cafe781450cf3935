/* Escape: one function a context. */
#include <assert.h>

#include "document/link.h"
#include "html/escape.h"

/* What a byte becomes between tags and in attributes; an empty text: it stays itself. */
static Text replacement(char byte)
{
	switch (byte) {
	case '&': return TEXT("&amp;");
	case '<': return TEXT("&lt;");
	case '>': return TEXT("&gt;");
	case '\t':
	case '\n': return TEXT("");
	default: break;
	}
	bool control = (unsigned char)byte < 0x20 || byte == 0x7F;
	return control ? TEXT("\xEF\xBF\xBD") : TEXT("");
}

static Text attribute_replacement(char byte)
{
	switch (byte) {
	case '"': return TEXT("&quot;");
	case '\'': return TEXT("&#39;");
	default: return replacement(byte);
	}
}

static void put_replacing(Buffer *out, Text text, Text replace(char byte))
{
	size_t done = 0;
	for (size_t i = 0; i < text.length; i++) {
		Text other = replace(text.bytes[i]);
		if (other.length == 0)
			continue;
		buffer_put(out, text_cut(text, done, i));
		buffer_put(out, other);
		done = i + 1;
	}
	buffer_put(out, text_after(text, done));
}

static void put_text(Buffer *out, Text text)
{
	put_replacing(out, text, replacement);
}

static void put_attribute(Buffer *out, Text text)
{
	put_replacing(out, text, attribute_replacement);
}

static void put_url(Buffer *out, Text text)
{
	Buffer url = buffer_new(out->arena, BUFFER_MAXIMUM);
	link_put(&url, text);
	put_attribute(out, buffer_text(&url));
}

/* "</" can stand only in a string or a comment of CSS, and there "<\/" means the same. */
static void put_style(Buffer *out, Text text)
{
	size_t done = 0;
	for (size_t i = 1; i < text.length; i++) {
		if (text.bytes[i] != '/' || text.bytes[i - 1] != '<')
			continue;
		buffer_put(out, text_cut(text, done, i));
		buffer_put_byte(out, '\\');
		done = i;
	}
	buffer_put(out, text_after(text, done));
}

static Text json_replacement(char byte)
{
	switch (byte) {
	case '&': return TEXT("\\u0026");
	case '<': return TEXT("\\u003C");
	case '>': return TEXT("\\u003E");
	default: return TEXT("");
	}
}

static void put_json(Buffer *out, Text text)
{
	put_replacing(out, text, json_replacement);
}

static void (*const contexts[HTML_CONTEXTS])(Buffer *, Text) = {
        [HTML_TEXT] = put_text,   [HTML_ATTRIBUTE] = put_attribute, [HTML_URL] = put_url,
        [HTML_STYLE] = put_style, [HTML_JSON] = put_json,
};

void html_put(Buffer *out, HtmlContext context, Text text)
{
	assert((unsigned)context < HTML_CONTEXTS);
	contexts[context](out, text);
}

void html_put_attribute(Buffer *out, Text name, Text value)
{
	if (value.length == 0)
		return;
	buffer_put(out, TEXT(" "));
	buffer_put(out, name);
	buffer_put(out, TEXT("=\""));
	html_put(out, HTML_ATTRIBUTE, value);
	buffer_put(out, TEXT("\""));
}
