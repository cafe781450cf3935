/* Base64: three bytes become four characters. */
#include "base/base64.h"

void base64_put(Buffer *out, Text bytes)
{
	static const char digits[] =
	        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	for (size_t i = 0; i < bytes.length; i += 3) {
		uint32_t group = 0;
		for (size_t k = i; k < i + 3; k++)
			group = group << 8 | (k < bytes.length ? (unsigned char)bytes.bytes[k] : 0);
		for (size_t k = 0; k < 4; k++) {
			bool padding = i + k > bytes.length;
			buffer_put_byte(out, padding ? '=' : digits[group >> (18 - 6 * k) & 0x3f]);
		}
	}
}
