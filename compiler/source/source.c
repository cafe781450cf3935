/* Source: checks a file's bytes once, and finds lines and columns in them. */
#include "source/source.h"

#include <assert.h>

#include "base/buffer.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "source/diagnostic.h"

/* A file that was never text has thousands; the reader needs to see where they begin. */
#define FORBIDDEN_SHOWN 20

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef struct CodepointRange {
	uint32_t first, last;
} CodepointRange;

static const CodepointRange forbidden_ranges[] = {
        {0x0000, 0x0008}, {0x000B, 0x000C}, {0x000D, 0x001F}, {0x007F, 0x009F},
        {0x2028, 0x202E}, {0x2066, 0x2069}, {0xFEFF, 0xFEFF}, {0xFFFE, 0xFFFF},
};

static bool is_forbidden(uint32_t codepoint)
{
	if (codepoint >= 0x20 && codepoint < 0x7F)
		return false;
	for (size_t i = 0; i < sizeof forbidden_ranges / sizeof forbidden_ranges[0]; i++)
		if (codepoint >= forbidden_ranges[i].first && codepoint <= forbidden_ranges[i].last)
			return true;
	return false;
}

typedef struct LineList {
	uint32_t *items;
	size_t count;
	size_t capacity;
} LineList;

static void find_lines(Arena *arena, Source *source)
{
	LineList lines = {0};
	*ARENA_PUSH(arena, &lines) = 0;
	for (size_t i = 0; i < source->bytes.length; i++)
		if (source->bytes.bytes[i] == '\n')
			*ARENA_PUSH(arena, &lines) = (uint32_t)(i + 1);
	source->line_starts = lines.items;
	source->line_count = lines.count;
}

/* "U+202E" */
static Text codepoint_name(Arena *arena, uint32_t codepoint)
{
	static const char digits[] = "0123456789ABCDEF";
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT("U+"));
	for (unsigned shift = 16; shift > 0; shift -= 4)
		buffer_put_byte(&out, digits[codepoint >> (shift - 4) & 0xF]);
	return buffer_text(&out);
}

/* The byte is counted from 1 and in the file, as it lies on the disk. */
static void report_not_utf8(Arena *arena, const Source *source, size_t byte, size_t skipped,
                            Diagnostics *diagnostics)
{
	Text number = swedish_integer(arena, (int64_t)(byte + skipped + 1));
	diagnose(diagnostics, TEXT_NOT_UTF8, span_of(source, byte, byte + 1), number);
}

/* Whether the source, which is valid UTF-8, has only characters that may be in it. */
static bool check_characters(Arena *arena, const Source *source, Diagnostics *diagnostics)
{
	Text bytes = source->bytes;
	size_t reported = 0;
	size_t position = 0;
	while (position < bytes.length && reported < FORBIDDEN_SHOWN) {
		size_t first = position;
		uint32_t codepoint = utf8_next(bytes, &position);
		bool ends_line = codepoint == '\r' && position < bytes.length &&
		                 bytes.bytes[position] == '\n';
		if (ends_line || !is_forbidden(codepoint))
			continue;
		diagnose(diagnostics, TEXT_CONTROL, span_of(source, first, position),
		         codepoint_name(arena, codepoint));
		reported++;
	}
	return reported == 0;
}

bool source_check_text(Text text, Span span, Diagnostics *diagnostics)
{
	size_t position = 0;
	while (position < text.length) {
		uint32_t codepoint = utf8_next(text, &position);
		if (!is_forbidden(codepoint))
			continue;
		diagnose(diagnostics, TEXT_CONTROL, span,
		         codepoint_name(diagnostics->arena, codepoint));
		return false;
	}
	return true;
}

/* Mends. */

typedef struct MendList {
	Mend *items;
	size_t count;
	size_t capacity;
} MendList;

/* What is written with mends, which are in the order of their places. */
static const Source *source_with(Arena *arena, const Source *written, const MendList *mends)
{
	Source *source = ARENA_NEW(arena, Source);
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	size_t copied = 0;
	for (size_t i = 0; i < mends->count; i++) {
		buffer_put(&out, text_cut(written->bytes, copied, mends->items[i].first));
		buffer_put(&out, mends->items[i].text);
		copied = mends->items[i].end;
	}
	buffer_put(&out, text_after(written->bytes, copied));
	*source = (Source){.path = written->path,
	                   .bytes = buffer_text(&out),
	                   .written = written,
	                   .mends = mends->items,
	                   .mend_count = mends->count};
	find_lines(arena, source);
	return source;
}

static Text encoded(Arena *arena, uint32_t codepoint)
{
	char bytes[4];
	return text_copy(arena, (Text){bytes, utf8_encode(codepoint, bytes)});
}

/* The source with every letter as one character; itself when it is so already. */
static const Source *composed(Arena *arena, const Source *source)
{
	MendList mends = {0};
	uint32_t letter = 0;
	for (size_t position = 0, first = 0; position < source->bytes.length;) {
		size_t at = position;
		uint32_t codepoint = utf8_next(source->bytes, &position);
		uint32_t whole = codepoint < 0x300 ? 0 : utf8_composed(letter, codepoint);
		if (whole != 0)
			*ARENA_PUSH(arena, &mends) = (Mend){(uint32_t)first, (uint32_t)position,
			                                    encoded(arena, whole), true};
		letter = codepoint;
		first = at;
	}
	return mends.count > 0 ? source_with(arena, source, &mends) : source;
}

const Source *source_open(Arena *arena, Text path, Text bytes, size_t maximum,
                          Diagnostics *diagnostics)
{
	static const uint32_t first_line = 0;
	Source *source = ARENA_NEW(arena, Source);
	source->path = path;
	source->line_starts = &first_line;
	source->line_count = 1;
	if (bytes.length > maximum || bytes.length >= UINT32_MAX) {
		diagnose(diagnostics, FILE_TOO_BIG, span_of(source, 0, 0),
		         swedish_integer(arena, (int64_t)bytes.length),
		         swedish_integer(arena, (int64_t)maximum));
		return NULL;
	}
	size_t skipped =
	        text_starts(bytes, TEXT(BYTE_ORDER_MARK)) ? sizeof(BYTE_ORDER_MARK) - 1 : 0;
	source->bytes = text_after(bytes, skipped);
	if (source->bytes.length == 0) {
		diagnose(diagnostics, FILE_EMPTY, span_of(source, 0, 0));
		return NULL;
	}
	find_lines(arena, source);
	size_t invalid = utf8_find_invalid(source->bytes);
	if (invalid != TEXT_NOWHERE) {
		report_not_utf8(arena, source, invalid, skipped, diagnostics);
		return NULL;
	}
	return check_characters(arena, source, diagnostics) ? composed(arena, source) : NULL;
}

/* The mends of a source with one more, by place; false when it overlaps another. Letters within it
 * need not be composed any more. */
static bool add_mend(Arena *arena, const Source *source, Mend added, MendList *mends)
{
	size_t at = 0;
	for (size_t i = 0; i < source->mend_count; i++) {
		Mend mend = source->mends[i];
		bool overlaps = mend.first < added.end && added.first < mend.end;
		if (overlaps && mend.composed && mend.first >= added.first && mend.end <= added.end)
			continue;
		if (overlaps)
			return false;
		*ARENA_PUSH(arena, mends) = mend;
		at += mend.end <= added.first;
	}
	(void)ARENA_PUSH(arena, mends);
	for (size_t i = mends->count - 1; i > at; i--)
		mends->items[i] = mends->items[i - 1];
	mends->items[at] = added;
	return true;
}

const Source *source_mended(Arena *arena, const Source *source, Span span, Text text)
{
	const Source *written = source->written != NULL ? source->written : source;
	MendList mends = {0};
	assert(span.source == written);
	return add_mend(arena, source, (Mend){span.first, span.end, text, false}, &mends)
	               ? source_with(arena, written, &mends)
	               : NULL;
}

Text source_written(const Source *source)
{
	return source->written != NULL ? source->written->bytes : source->bytes;
}

/* The written byte that stands for a byte of a mended source. Within a mend it is the one at the
 * same distance from its beginning, as far as there are any. */
static uint32_t written_byte(const Source *source, uint32_t byte)
{
	uint32_t added = 0, removed = 0;
	for (size_t i = 0; i < source->mend_count; i++) {
		const Mend *mend = &source->mends[i];
		uint32_t first = mend->first + added - removed;
		uint32_t length = (uint32_t)mend->text.length;
		if (byte < first)
			break;
		if (byte < first + length) {
			uint32_t within = byte - first, room = mend->end - mend->first;
			return mend->first + (within < room ? within : room);
		}
		added += length;
		removed += mend->end - mend->first;
	}
	return byte + removed - added;
}

Span span_written(Span span)
{
	if (span.source == NULL || span.source->written == NULL)
		return span;
	uint32_t first = written_byte(span.source, span.first);
	uint32_t end = written_byte(span.source, span.end);
	return span_of(span.source->written, first, end > first ? end : first);
}

const Mend *span_mend(Span span)
{
	uint32_t added = 0, removed = 0;
	for (size_t i = 0; span.source != NULL && i < span.source->mend_count; i++) {
		const Mend *mend = &span.source->mends[i];
		uint32_t first = mend->first + added - removed;
		uint32_t end = first + (uint32_t)mend->text.length;
		if (!mend->composed && span.first < end && first < span.end)
			return mend;
		added += (uint32_t)mend->text.length;
		removed += mend->end - mend->first;
	}
	return NULL;
}

/* The last line (from 0) that starts at or before `byte`. */
static size_t line_at(const Source *source, size_t byte)
{
	size_t low = 0;
	size_t high = source->line_count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (source->line_starts[middle] <= byte)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* Counts the bytes that begin a character, so it also works for a file that is not UTF-8. */
Position source_position(const Source *source, size_t byte)
{
	if (byte > source->bytes.length)
		byte = source->bytes.length;
	size_t line = line_at(source, byte);
	size_t column = 1;
	for (size_t i = source->line_starts[line]; i < byte; i++)
		if (((unsigned char)source->bytes.bytes[i] & 0xC0) != 0x80)
			column++;
	return (Position){line + 1, column};
}

Text source_line(const Source *source, size_t line)
{
	if (line < 1 || line > source->line_count)
		return TEXT("");
	size_t end = line < source->line_count ? source->line_starts[line] : source->bytes.length;
	Text text = text_cut(source->bytes, source->line_starts[line - 1], end);
	if (text_ends(text, TEXT("\n")))
		text.length--;
	if (text_ends(text, TEXT("\r")))
		text.length--;
	return text;
}

Text span_text(Span span)
{
	if (span.source == NULL)
		return TEXT("");
	return text_cut(span.source->bytes, span.first, span.end);
}

Span span_of(const Source *source, size_t first, size_t end)
{
	assert(first <= end && end <= source->bytes.length);
	return (Span){source, (uint32_t)first, (uint32_t)end};
}

Span span_find(Span span, Text part)
{
	size_t at = text_find(span_text(span), part, 0);
	if (span.source == NULL || at == TEXT_NOWHERE)
		return span;
	return span_of(span.source, span.first + at, span.first + at + part.length);
}

Span span_of_slice(const Source *source, Text part)
{
	uintptr_t start = (uintptr_t)source->bytes.bytes;
	uintptr_t at = (uintptr_t)part.bytes;
	assert(at >= start && at - start <= source->bytes.length);
	return span_of(source, at - start, at - start + part.length);
}
