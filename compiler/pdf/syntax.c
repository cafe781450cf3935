/* Syntax: strings, references, lengths and colours as PDF writes them. */
#include "pdf/syntax.h"

#include <string.h>

#include "base/utf8.h"

enum { STRING_BYTES = 65535 };

void syntax_put_reference(Buffer *out, uint32_t object)
{
	buffer_put_integer(out, object);
	buffer_put(out, TEXT(" 0 R"));
}

static void put_utf16(Buffer *out, uint32_t codepoint)
{
	if (codepoint > 0xffff) {
		buffer_put_hex(out, 0xd7c0 + (codepoint >> 10), 4);
		codepoint = 0xdc00 + (codepoint & 0x3ff);
	}
	buffer_put_hex(out, codepoint, 4);
}

void syntax_put_text(Buffer *out, Text text)
{
	size_t bytes = 2;
	buffer_put(out, TEXT("<FEFF"));
	for (size_t i = 0; i < text.length;) {
		uint32_t codepoint = utf8_next(text, &i);
		if (codepoint == UTF8_SOFT_HYPHEN)
			continue;
		bytes += codepoint > 0xffff ? 4 : 2;
		if (bytes > STRING_BYTES)
			break;
		put_utf16(out, codepoint);
	}
	buffer_put_byte(out, '>');
}

/* The characters of an address (RFC 3986, 2.2 and 2.3, and "%"), without the two that would need
 * an escape in a literal string. */
static bool stands_in_uri(unsigned char byte)
{
	static const char others[] = "-._~:/?#[]@!$&'*+,;=%";
	return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
	       (byte >= 'a' && byte <= 'z') || (byte != 0 && strchr(others, byte) != NULL);
}

void syntax_put_uri(Buffer *out, Text target)
{
	buffer_put_byte(out, '(');
	for (size_t i = 0; i < target.length && i < STRING_BYTES / 3; i++) {
		unsigned char byte = (unsigned char)target.bytes[i];
		if (stands_in_uri(byte)) {
			buffer_put_byte(out, (char)byte);
		} else {
			buffer_put_byte(out, '%');
			buffer_put_hex(out, byte, 2);
		}
	}
	buffer_put_byte(out, ')');
}

void syntax_put_length(Buffer *out, Length length)
{
	buffer_put_thousandths(out, length);
	buffer_put_byte(out, ' ');
}

void syntax_put_fill(Buffer *out, Colour colour)
{
	for (int shift = 16; shift >= 0; shift -= 8) {
		buffer_put_thousandths(out, (int64_t)((colour >> shift & 0xff) * 1000 + 127) / 255);
		buffer_put_byte(out, ' ');
	}
	buffer_put(out, TEXT("rg\n"));
}
