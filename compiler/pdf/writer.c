/* Writer: libharu's object layer, with every result looked at. */
#include "pdf/writer.h"

#include <hpdf.h>
#include <hpdf_pages.h>
#include <string.h>

#include "base/buffer.h"

/*
 * A dictionary whose elements are our own bytes is an empty HPDF_Dict with a write function: that
 * is called between "<<" and ">>". The same function adds our entries to dictionaries that libharu
 * makes itself (catalogue, information), whose `attr` is free for our use.
 *
 * libharu's pool (HPDF_NewEx with a size) is not used: it hands out memory without alignment.
 */
typedef struct Dictionaries {
	HPDF_Dict *items;
	size_t count;
	size_t capacity;
} Dictionaries;

typedef struct Writer {
	Arena *arena;
	HPDF_Doc pdf;
	Dictionaries objects; /* by number; NULL where the object is not ours */
	Buffer out;
	uint64_t hashes[2];
	bool failed;
} Writer;

#define OBJECT_NUMBER UINT32_C(0x00ffffff)

/* FNV-1a from two different starting points. */
static void hash(Writer *writer, Text text)
{
	for (int i = 0; i < 2; i++) {
		uint64_t value = writer->hashes[i];
		for (size_t j = 0; j < text.length; j++)
			value = (value ^ (uint8_t)text.bytes[j]) * UINT64_C(0x100000001b3);
		writer->hashes[i] = value ^ text.length;
	}
}

/* Whether a pointer that libharu returned, or a status, may be gone on from. */
static bool usable(Writer *writer, const void *object)
{
	if (object == NULL)
		writer->failed = true;
	return !writer->failed;
}

static bool done(Writer *writer, HPDF_STATUS status)
{
	if (status != HPDF_OK)
		writer->failed = true;
	return !writer->failed;
}

static HPDF_STATUS write_bytes(HPDF_Stream stream, Text bytes)
{
	if (bytes.length == 0)
		return HPDF_OK;
	return HPDF_Stream_Write(stream, (const HPDF_BYTE *)bytes.bytes, (HPDF_UINT)bytes.length);
}

static HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream)
{
	const Text *entries = dictionary->attr;
	return write_bytes(stream, *entries);
}

static void set_entries(Writer *writer, HPDF_Dict dictionary, Text entries)
{
	Text *kept = ARENA_NEW(writer->arena, Text);
	*kept = entries;
	dictionary->attr = kept;
	dictionary->write_fn = write_entries;
	hash(writer, entries);
}

Writer *writer_open(Arena *arena)
{
	Writer *writer = ARENA_NEW(arena, Writer);
	writer->arena = arena;
	writer->out = buffer_new(arena, BUFFER_MAXIMUM);
	writer->hashes[0] = UINT64_C(0xcbf29ce484222325);
	writer->hashes[1] = UINT64_C(0x9e3779b97f4a7c15);
	writer->pdf = HPDF_NewEx(NULL, NULL, NULL, 0, NULL);
	return writer->pdf != NULL ? writer : NULL;
}

void writer_close(Writer *writer)
{
	HPDF_Free(writer->pdf);
}

/* ---- Objects ---- */

static uint32_t number_of(HPDF_Dict dictionary)
{
	return dictionary->header.obj_id & OBJECT_NUMBER;
}

static void remember(Writer *writer, HPDF_Dict dictionary)
{
	while (writer->objects.count <= number_of(dictionary))
		*ARENA_PUSH(writer->arena, &writer->objects) = NULL;
	writer->objects.items[number_of(dictionary)] = dictionary;
}

uint32_t writer_reserve(Writer *writer)
{
	static const Text nothing = {.bytes = NULL};
	if (writer->failed)
		return 0;
	HPDF_Dict dictionary = HPDF_Dict_New(writer->pdf->mmgr);
	if (!usable(writer, dictionary) ||
	    !done(writer, HPDF_Xref_Add(writer->pdf->xref, dictionary)))
		return 0;
	remember(writer, dictionary);
	set_entries(writer, dictionary, nothing);
	return number_of(dictionary);
}

void writer_define(Writer *writer, uint32_t object, Text entries)
{
	if (!writer->failed)
		set_entries(writer, writer->objects.items[object], entries);
}

uint32_t writer_object(Writer *writer, Text entries)
{
	uint32_t object = writer_reserve(writer);
	writer_define(writer, object, entries);
	return object;
}

/* ---- Streams ---- */

/* The bytes of a stream, which libharu reads where they stand: its own streams are copies. */
typedef struct Source {
	Text bytes;
	size_t read;
} Source;

static HPDF_STATUS read_source(HPDF_Stream stream, HPDF_BYTE *bytes, HPDF_UINT *length)
{
	Source *source = stream->attr;
	Text part = text_cut(source->bytes, source->read, source->read + *length);
	if (part.length > 0)
		memcpy(bytes, part.bytes, part.length);
	source->read += part.length;
	HPDF_STATUS status = part.length < *length ? HPDF_STREAM_EOF : HPDF_OK;
	*length = (HPDF_UINT)part.length;
	return status;
}

static HPDF_STATUS seek_source(HPDF_Stream stream, HPDF_INT position, HPDF_WhenceMode mode)
{
	Source *source = stream->attr;
	if (position != 0 || mode != HPDF_SEEK_SET)
		return HPDF_INVALID_PARAMETER;
	source->read = 0;
	return HPDF_OK;
}

static HPDF_INT32 tell_source(HPDF_Stream stream)
{
	const Source *source = stream->attr;
	return (HPDF_INT32)source->read;
}

static HPDF_UINT32 size_of_source(HPDF_Stream stream)
{
	const Source *source = stream->attr;
	return (HPDF_UINT32)source->bytes.length;
}

static bool set_bytes(Writer *writer, HPDF_Dict dictionary, Text bytes)
{
	Source *source = ARENA_NEW(writer->arena, Source);
	source->bytes = bytes;
	HPDF_Stream_Free(dictionary->stream);
	dictionary->stream = HPDF_CallbackReader_New(writer->pdf->mmgr, read_source, seek_source,
	                                             tell_source, size_of_source, source);
	return usable(writer, dictionary->stream);
}

uint32_t writer_stream(Writer *writer, Text entries, Text bytes, WriterCoding coding)
{
	if (writer->failed)
		return 0;
	HPDF_Dict dictionary = HPDF_DictStream_New(writer->pdf->mmgr, writer->pdf->xref);
	if (!usable(writer, dictionary) || !set_bytes(writer, dictionary, bytes))
		return 0;
	if (coding == WRITER_COMPRESSED)
		dictionary->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
	set_entries(writer, dictionary, entries);
	hash(writer, bytes);
	return number_of(dictionary);
}

/* ---- Pages ---- */

/*
 * HPDF_AddPage is not used: it goes on with an object that it has freed when memory ends. A page is
 * a dictionary as any other, which becomes a kid of the root of the page tree.
 */
uint32_t writer_page(Writer *writer)
{
	uint32_t object = writer_reserve(writer);
	if (writer->failed)
		return 0;
	HPDF_Dict page = writer->objects.items[object];
	if (!done(writer, HPDF_Pages_AddKids(writer->pdf->root_pages, page)))
		return 0;
	/* Now it counts as one; before, libharu would have looked for its own notes about it. */
	page->header.obj_class |= HPDF_OSUBCLASS_PAGE;
	return object;
}

/* ---- The file ---- */

void writer_catalogue(Writer *writer, Text entries)
{
	set_entries(writer, writer->pdf->catalog, entries);
}

void writer_information(Writer *writer, Text entries)
{
	/* libharu has put its own name there. */
	HPDF_Dict_RemoveElement(writer->pdf->info, "Producer");
	set_entries(writer, writer->pdf->info, entries);
}

static void add_identifier(Writer *writer)
{
	HPDF_BYTE bytes[16];
	for (int i = 0; i < 16; i++)
		bytes[i] = (HPDF_BYTE)(writer->hashes[i / 8] >> (i % 8 * 8));
	HPDF_Array pair = HPDF_Array_New(writer->pdf->mmgr);
	if (!usable(writer, pair) || !done(writer, HPDF_Dict_Add(writer->pdf->trailer, "ID", pair)))
		return;
	for (int i = 0; i < 2; i++) {
		HPDF_Binary half = HPDF_Binary_New(writer->pdf->mmgr, bytes, sizeof bytes);
		if (!usable(writer, half) || !done(writer, HPDF_Array_Add(pair, half)))
			return;
	}
}

static HPDF_STATUS take_bytes(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT length)
{
	Buffer *out = stream->attr;
	buffer_put(out, (Text){(const char *)bytes, length});
	return out->full ? HPDF_FILE_IO_ERROR : HPDF_OK;
}

bool writer_save(Writer *writer, Text *bytes)
{
	HPDF_Doc pdf = writer->pdf;
	if (!writer->failed)
		add_identifier(writer);
	if (writer->failed)
		return false;
	pdf->pdf_version = HPDF_VER_17;
	pdf->stream = HPDF_CallbackWriter_New(pdf->mmgr, take_bytes, &writer->out);
	if (!usable(writer, pdf->stream) || !done(writer, HPDF_SaveToStream(pdf)) ||
	    !done(writer, HPDF_GetError(pdf)))
		return false;
	*bytes = buffer_text(&writer->out);
	return !writer->out.full;
}
