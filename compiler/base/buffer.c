/* Buffer: growing bytes, and numbers written without any locale. */
#include "base/buffer.h"

#include <string.h>

#include "base/utf8.h"

#define BUFFER_FIRST_CAPACITY ((size_t)64)

Buffer buffer_new(Arena *arena, size_t maximum)
{
	return (Buffer){.arena = arena, .maximum = maximum};
}

/* Room for `more` bytes, or false. Once full, a buffer stays so: what it holds is then a true
 * beginning of what was written to it. */
static bool make_room(Buffer *buffer, size_t more)
{
	if (buffer->full || more > buffer->maximum - buffer->length) {
		buffer->full = true;
		return false;
	}
	size_t needed = buffer->length + more;
	if (needed <= buffer->capacity)
		return true;
	size_t capacity =
	        buffer->capacity < BUFFER_FIRST_CAPACITY ? BUFFER_FIRST_CAPACITY : buffer->capacity;
	while (capacity < needed)
		capacity = capacity > SIZE_MAX / 2 ? needed : capacity * 2;
	if (capacity > buffer->maximum)
		capacity = buffer->maximum;
	if (!arena_stretch(buffer->arena, buffer->bytes, buffer->capacity, capacity)) {
		char *bytes = arena_take_unset(buffer->arena, capacity, 1);
		if (buffer->length > 0)
			memcpy(bytes, buffer->bytes, buffer->length);
		arena_drop(buffer->arena, buffer->bytes, buffer->capacity);
		buffer->bytes = bytes;
	}
	buffer->capacity = capacity;
	return true;
}

void buffer_put(Buffer *buffer, Text text)
{
	if (text.length == 0 || !make_room(buffer, text.length))
		return;
	memcpy(buffer->bytes + buffer->length, text.bytes, text.length);
	buffer->length += text.length;
}

void buffer_put_byte(Buffer *buffer, char byte)
{
	buffer_put(buffer, (Text){&byte, 1});
}

void buffer_put_repeated(Buffer *buffer, char byte, size_t count)
{
	if (count == 0 || !make_room(buffer, count))
		return;
	memset(buffer->bytes + buffer->length, byte, count);
	buffer->length += count;
}

void buffer_put_codepoint(Buffer *buffer, uint32_t codepoint)
{
	char bytes[4];
	buffer_put(buffer, (Text){bytes, utf8_encode(codepoint, bytes)});
}

/* The absolute value, also of INT64_MIN. */
static uint64_t magnitude(int64_t value)
{
	return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

static void put_digits(Buffer *buffer, uint64_t value, unsigned base, unsigned digits)
{
	char reversed[64];
	size_t count = 0;
	do {
		reversed[count++] = "0123456789ABCDEF"[value % base];
		value /= base;
	} while (value > 0);
	if (count < digits)
		buffer_put_repeated(buffer, '0', digits - count);
	while (count > 0)
		buffer_put_byte(buffer, reversed[--count]);
}

void buffer_put_integer(Buffer *buffer, int64_t value)
{
	if (value < 0)
		buffer_put_byte(buffer, '-');
	put_digits(buffer, magnitude(value), 10, 1);
}

void buffer_put_padded(Buffer *buffer, uint64_t value, unsigned digits)
{
	put_digits(buffer, value, 10, digits);
}

void buffer_put_hex(Buffer *buffer, uint32_t value, unsigned digits)
{
	put_digits(buffer, value, 16, digits);
}

void buffer_put_thousandths(Buffer *buffer, int64_t thousandths)
{
	uint64_t absolute = magnitude(thousandths);
	uint64_t decimals = absolute % 1000;
	unsigned digits = 3;
	if (thousandths < 0)
		buffer_put_byte(buffer, '-');
	put_digits(buffer, absolute / 1000, 10, 1);
	if (decimals == 0)
		return;
	while (decimals % 10 == 0) {
		decimals /= 10;
		digits--;
	}
	buffer_put_byte(buffer, '.');
	put_digits(buffer, decimals, 10, digits);
}

Text buffer_text(const Buffer *buffer)
{
	return (Text){buffer->bytes, buffer->length};
}

void buffer_clear(Buffer *buffer)
{
	buffer->length = 0;
	buffer->full = false;
}
