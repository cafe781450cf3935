/* Digest: nettle's SHA-256, written in hexadecimal. */
#include "base/digest.h"

#include <nettle/sha2.h>

#include "base/buffer.h"

Text digest_of(Arena *arena, Text bytes)
{
	static const char digits[] = "0123456789abcdef"; /* as others print it */
	struct sha256_ctx context;
	uint8_t digest[SHA256_DIGEST_SIZE];
	sha256_init(&context);
	sha256_update(&context, bytes.length, (const uint8_t *)bytes.bytes);
	sha256_digest(&context, sizeof digest, digest);
	Buffer out = buffer_new(arena, 2 * sizeof digest);
	for (size_t i = 0; i < sizeof digest; i++) {
		buffer_put_byte(&out, digits[digest[i] >> 4]);
		buffer_put_byte(&out, digits[digest[i] & 0xF]);
	}
	return buffer_text(&out);
}
