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

/* ---- Strings ---- */

void syntax_put_string_byte(Buffer *out, unsigned byte)
{
	if (byte == '(' || byte == ')' || byte == '\\')
		buffer_put_byte(out, '\\');
	if (byte == '\r')
		buffer_put(out, TEXT("\\r"));
	else
		buffer_put_byte(out, (char)byte);
}

typedef void PutUnit(Buffer *out, uint32_t unit);

static void put_hexadecimal(Buffer *out, uint32_t unit)
{
	buffer_put_hex(out, unit, 4);
}

static void put_two_bytes(Buffer *out, uint32_t unit)
{
	syntax_put_string_byte(out, unit >> 8);
	syntax_put_string_byte(out, unit & 0xff);
}

/* The text in UTF-16, as much of it as a string may hold. */
static void put_utf16(Buffer *out, Text text, PutUnit *put)
{
	size_t bytes = 2;
	put(out, 0xfeff);
	for (size_t i = 0; i < text.length;) {
		uint32_t codepoint = utf8_next(text, &i);
		if (codepoint == UTF8_SOFT_HYPHEN)
			continue;
		bytes += codepoint > 0xffff ? 4 : 2;
		if (bytes > STRING_BYTES)
			break;
		if (codepoint > 0xffff) {
			put(out, 0xd7c0 + (codepoint >> 10));
			codepoint = 0xdc00 + (codepoint & 0x3ff);
		}
		put(out, codepoint);
	}
}

/* The byte of a character in PDFDocEncoding (D.2), or 0. Latin-1 is in it, but for two. */
static unsigned document_byte(uint32_t codepoint)
{
	static const uint16_t from_0x80[] = {0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013,
	                                     0x0192, 0x2044, 0x2039, 0x203a, 0x2212, 0x2030,
	                                     0x201e, 0x201c, 0x201d, 0x2018, 0x2019};
	if ((codepoint >= ' ' && codepoint <= '~') ||
	    (codepoint > 0xa0 && codepoint <= 0xff && codepoint != UTF8_SOFT_HYPHEN))
		return codepoint;
	for (unsigned i = 0; i < sizeof from_0x80 / sizeof *from_0x80; i++) {
		if (from_0x80[i] == codepoint)
			return 0x80 + i;
	}
	return 0;
}

/* Whether every character has a byte, and the first do not look like the mark of another
 * encoding. */
static bool has_bytes(Text text)
{
	if (text_starts(text, TEXT("þ")) || text_starts(text, TEXT("ÿ")) ||
	    text_starts(text, TEXT("ï")))
		return false;
	for (size_t i = 0; i < text.length;) {
		uint32_t codepoint = utf8_next(text, &i);
		if (codepoint != UTF8_SOFT_HYPHEN && document_byte(codepoint) == 0)
			return false;
	}
	return true;
}

static void put_document_bytes(Buffer *out, Text text)
{
	size_t bytes = 0;
	for (size_t i = 0; i < text.length && bytes < STRING_BYTES;) {
		uint32_t codepoint = utf8_next(text, &i);
		if (codepoint == UTF8_SOFT_HYPHEN)
			continue;
		syntax_put_string_byte(out, document_byte(codepoint));
		bytes++;
	}
}

void syntax_put_text(Buffer *out, Text text)
{
	buffer_put_byte(out, '(');
	if (has_bytes(text))
		put_document_bytes(out, text);
	else
		put_utf16(out, text, put_two_bytes);
	buffer_put_byte(out, ')');
}

void syntax_put_name(Buffer *out, Text name)
{
	buffer_put_byte(out, '<');
	put_utf16(out, name, put_hexadecimal);
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
