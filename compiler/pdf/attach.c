/* Attach: associated files, compressed; and the way back to their bytes. */
#include "pdf/attach.h"

#include <zlib.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "pdf/syntax.h"

#define SPECIFICATION "/Type/Filespec/UF"
#define EMBEDDED      "/EF<</F "

static Text relation_name(AttachmentRelation relation)
{
	static const Text names[] = {
	        [ATTACHMENT_SOURCE] = TEXT_INIT("/Source"), [ATTACHMENT_DATA] = TEXT_INIT("/Data")};
	return names[relation];
}

/* "application/yaml" as a name: the solidus is written #2F (ISO 32000-1, 7.3.5). */
static void put_media_type(Buffer *out, Text type)
{
	buffer_put_byte(out, '/');
	for (size_t i = 0; i < type.length; i++) {
		if (type.bytes[i] == '/')
			buffer_put(out, TEXT("#2F"));
		else
			buffer_put_byte(out, type.bytes[i]);
	}
}

static uint32_t write_file(Arena *arena, Writer *writer, const Attachment *file)
{
	Buffer stream = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put(&stream, TEXT("/Type/EmbeddedFile/Subtype"));
	put_media_type(&stream, file->media_type);
	buffer_put(&stream, TEXT("/Params<</Size "));
	buffer_put_integer(&stream, (int64_t)file->bytes.length);
	buffer_put(&stream, TEXT(">>"));
	uint32_t bytes =
	        writer_stream(writer, buffer_text(&stream), file->bytes, WRITER_COMPRESSED);
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT(SPECIFICATION));
	syntax_put_name(&out, file->name);
	buffer_put(&out, TEXT("/F"));
	syntax_put_name(&out, file->name);
	buffer_put(&out, TEXT("/Desc"));
	syntax_put_text(&out, file->about);
	buffer_put(&out, TEXT("/AFRelationship"));
	buffer_put(&out, relation_name(file->relation));
	buffer_put(&out, TEXT(EMBEDDED));
	syntax_put_reference(&out, bytes);
	buffer_put(&out, TEXT("/UF "));
	syntax_put_reference(&out, bytes);
	buffer_put(&out, TEXT(">>"));
	return writer_object(writer, buffer_text(&out));
}

/* The names of a name tree stand in order (7.9.6). */
static const Attachment **by_name(Arena *arena, const Attachments *files)
{
	const Attachment **sorted = ARENA_ARRAY(arena, const Attachment *, files->count);
	for (size_t i = 0; i < files->count; i++) {
		size_t at = i;
		for (; at > 0 && text_order(files->items[i].name, sorted[at - 1]->name) < 0; at--)
			sorted[at] = sorted[at - 1];
		sorted[at] = &files->items[i];
	}
	return sorted;
}

Text attach_write(Arena *arena, Writer *writer, const Attachments *attachments)
{
	const Attachment **sorted = by_name(arena, attachments);
	Buffer names = buffer_new(arena, BUFFER_MAXIMUM), all = buffer_new(arena, BUFFER_MAXIMUM);
	if (attachments->count == 0)
		return (Text){0};
	for (size_t i = 0; i < attachments->count; i++) {
		uint32_t object = write_file(arena, writer, sorted[i]);
		syntax_put_name(&names, sorted[i]->name);
		syntax_put_reference(&names, object);
		syntax_put_reference(&all, object);
		buffer_put_byte(&all, ' ');
	}
	Text parts[] = {TEXT("/AF["), buffer_text(&all), TEXT("]/Names<</EmbeddedFiles<</Names["),
	                buffer_text(&names), TEXT("]>>>>")};
	return text_join(arena, parts, sizeof parts / sizeof parts[0]);
}

/* Reading. */

static bool hex_value(char digit, uint32_t *value)
{
	if (digit >= '0' && digit <= '9')
		*value = *value * 16 + (uint32_t)(digit - '0');
	else if (digit >= 'A' && digit <= 'F')
		*value = *value * 16 + (uint32_t)(digit - 'A' + 10);
	else if (digit >= 'a' && digit <= 'f')
		*value = *value * 16 + (uint32_t)(digit - 'a' + 10);
	else
		return false;
	return true;
}

/* A name as syntax_put_name writes it, of characters that need one unit each. */
static bool read_text(Arena *arena, Text pdf, size_t at, Text *text)
{
	static const Text beginning = TEXT_INIT("<FEFF");
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	if (!text_starts(text_after(pdf, at), beginning))
		return false;
	at += beginning.length;
	while (at + 4 < pdf.length && pdf.bytes[at] != '>') {
		uint32_t unit = 0;
		for (size_t i = 0; i < 4; i++)
			if (!hex_value(pdf.bytes[at + i], &unit))
				return false;
		if (unit < ' ' || (unit >= 0xD800 && unit <= 0xDFFF))
			return false;
		buffer_put_codepoint(&out, unit);
		at += 4;
	}
	*text = buffer_text(&out);
	return text->length > 0;
}

/* Bytes that a damaged file cannot make us ask for. */
enum { ATTACHMENT_BYTES = 64 << 20 };

/* A stream object in our own form: what its dictionary says of its size, and its bytes. */
typedef struct FoundStream {
	int64_t size;
	Text compressed;
} FoundStream;

static bool find_stream(Arena *arena, Text pdf, Text number, FoundStream *found)
{
	Text parts[] = {TEXT("\n"), number, TEXT(" 0 obj\n")}, digits = {0};
	static const Text size = TEXT_INIT("/Params<</Size "), begin = TEXT_INIT("stream\r\n");
	size_t object = text_find(pdf, text_join(arena, parts, 3), 0);
	size_t params = object == TEXT_NOWHERE ? object : text_find(pdf, size, object);
	size_t first = params == TEXT_NOWHERE ? params : text_find(pdf, begin, params);
	size_t last = first == TEXT_NOWHERE ? first : text_find(pdf, TEXT("\nendstream"), first);
	if (last == TEXT_NOWHERE)
		return false;
	Text rest = text_after(pdf, params + size.length);
	found->compressed = text_cut(pdf, first + begin.length, last);
	return text_next(&rest, '>', &digits) && text_integer(digits, &found->size) &&
	       found->size <= ATTACHMENT_BYTES;
}

static bool inflate_all(Arena *arena, const FoundStream *found, Text *bytes)
{
	uLongf length = (uLongf)found->size;
	char *room = ARENA_ARRAY(arena, char, length + 1);
	if (uncompress((Bytef *)room, &length, (const Bytef *)found->compressed.bytes,
	               found->compressed.length) != Z_OK)
		return false;
	*bytes = (Text){room, length};
	return true;
}

static bool read_file(Arena *arena, Text pdf, size_t at, Attachment *file)
{
	Text number = {0};
	FoundStream stream = {0};
	if (!read_text(arena, pdf, at, &file->name))
		return false;
	size_t embedded = text_find(pdf, TEXT(EMBEDDED), at);
	if (embedded == TEXT_NOWHERE)
		return false;
	Text rest = text_after(pdf, embedded + sizeof EMBEDDED - 1);
	return text_next(&rest, ' ', &number) && number.length < 8 &&
	       find_stream(arena, pdf, number, &stream) &&
	       inflate_all(arena, &stream, &file->bytes);
}

bool attach_read(Arena *arena, Text pdf, Attachments *attachments)
{
	static const Text mark = TEXT_INIT(SPECIFICATION);
	for (size_t at = text_find(pdf, mark, 0); at != TEXT_NOWHERE;
	     at = text_find(pdf, mark, at + 1)) {
		Attachment *file = ARENA_PUSH(arena, attachments);
		if (!read_file(arena, pdf, at + mark.length, file))
			return false;
	}
	return attachments->count > 0;
}
