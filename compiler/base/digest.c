/* Digest: nettle's SHA-256, written in hexadecimal. */
#include "base/digest.h"

#include <nettle/sha2.h>

#include "base/base64.h"
#include "base/buffer.h"

static void digest(Text bytes, uint8_t result[SHA256_DIGEST_SIZE])
{
	struct sha256_ctx context;
	sha256_init(&context);
	sha256_update(&context, bytes.length, (const uint8_t *)bytes.bytes);
	sha256_digest(&context, SHA256_DIGEST_SIZE, result);
}

Text digest_of(Arena *arena, Text bytes)
{
	static const char digits[] = "0123456789abcdef"; /* as others print it */
	uint8_t result[SHA256_DIGEST_SIZE];
	digest(bytes, result);
	Buffer out = buffer_new(arena, 2 * sizeof result);
	for (size_t i = 0; i < sizeof result; i++) {
		buffer_put_byte(&out, digits[result[i] >> 4]);
		buffer_put_byte(&out, digits[result[i] & 0xF]);
	}
	return buffer_text(&out);
}

Text digest_base64(Arena *arena, Text bytes)
{
	uint8_t result[SHA256_DIGEST_SIZE];
	digest(bytes, result);
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	base64_put(&out, (Text){(const char *)result, sizeof result});
	return buffer_text(&out);
}
