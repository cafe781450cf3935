/* Buffer: bytes that grow in an arena up to a maximum that is stated at birth. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/*
 * Numbers are written without any locale. What would go beyond the maximum is not written and
 * `full` is set: the owner looks at it once, at the end.
 *
 *	Buffer out = buffer_new(&arena, BUFFER_MAXIMUM);
 *	buffer_put(&out, TEXT("<p>"));
 *	return buffer_text(&out);
 */
#define BUFFER_MAXIMUM ((size_t)256 << 20)

typedef struct Buffer {
	Arena *arena;
	char *bytes;
	size_t length;
	size_t capacity;
	size_t maximum;
	bool full;
} Buffer;

Buffer buffer_new(Arena *arena, size_t maximum);
void buffer_put(Buffer *buffer, Text text);
void buffer_put_byte(Buffer *buffer, char byte);
void buffer_put_repeated(Buffer *buffer, char byte, size_t count);
void buffer_put_codepoint(Buffer *buffer, uint32_t codepoint);
void buffer_put_integer(Buffer *buffer, int64_t value);
/* At least `digits` digits, zeros in front. */
void buffer_put_padded(Buffer *buffer, uint64_t value, unsigned digits);
void buffer_put_hex(Buffer *buffer, uint32_t value, unsigned digits);
/* `thousandths` / 1000 as a decimal with a point and no superfluous zeros: 12500 gives 12.5. */
void buffer_put_thousandths(Buffer *buffer, int64_t thousandths);
/* What has been written so far; valid until the next call that writes. */
Text buffer_text(const Buffer *buffer);
/* Forgets what was written, keeps the room. */
void buffer_clear(Buffer *buffer);

#endif
