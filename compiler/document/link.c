/* Link: an allow-list of schemes, and percent-encoding. */
#include "document/link.h"

static const Text schemes[] = {TEXT_INIT("https:"), TEXT_INIT("http:"), TEXT_INIT("mailto:"),
                               TEXT_INIT("tel:")};

static char lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}

static bool starts_ignoring_case(Text text, Text beginning)
{
	if (text.length < beginning.length)
		return false;
	for (size_t i = 0; i < beginning.length; i++) {
		if (lower(text.bytes[i]) != beginning.bytes[i])
			return false;
	}
	return true;
}

bool link_is_allowed(Text target)
{
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
		if (starts_ignoring_case(target, schemes[i]))
			return target.length > schemes[i].length;
	}
	return false;
}

static bool is_letter_or_digit(char byte)
{
	return (lower(byte) >= 'a' && lower(byte) <= 'z') || (byte >= '0' && byte <= '9');
}

static bool is_hex(Text text, size_t position)
{
	if (position >= text.length)
		return false;
	char byte = lower(text.bytes[position]);
	return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f');
}

/* Unreserved and reserved characters that stand for themselves. */
static bool stands(char byte)
{
	static const Text plain = TEXT_INIT("-._~:/?@!$&'()*+,;=");
	if (is_letter_or_digit(byte))
		return true;
	for (size_t i = 0; i < plain.length; i++) {
		if (plain.bytes[i] == byte)
			return true;
	}
	return false;
}

void link_put(Buffer *out, Text target)
{
	bool fragment = false;
	for (size_t i = 0; i < target.length; i++) {
		char byte = target.bytes[i];
		bool kept = stands(byte);
		if (byte == '%')
			kept = is_hex(target, i + 1) && is_hex(target, i + 2);
		if (byte == '#') {
			kept = !fragment;
			fragment = true;
		}
		if (kept) {
			buffer_put_byte(out, byte);
			continue;
		}
		buffer_put_byte(out, '%');
		buffer_put_hex(out, (unsigned char)byte, 2);
	}
}
