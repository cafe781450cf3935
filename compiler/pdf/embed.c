/* Embed: CIDs, and a face as a Type 0 font (ISO 32000-1, 9.7 and 9.10). */
#include "pdf/embed.h"

#include <assert.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "pdf/syntax.h"

enum {
	FIRST_SLOTS = 512, /* a power of two */
	FLAG_FIXED_PITCH = 1,
	FLAG_NONSYMBOLIC = 32,
	FLAG_ITALIC = 64,
	TAG_LETTERS = 6,
};

/* One CID. */
typedef struct Entry {
	Text characters;
	int32_t width;
	uint16_t glyph;
} Entry;

typedef struct Entries {
	Entry *items;
	size_t count;
	size_t capacity;
} Entries;

typedef struct FaceUse {
	Entries entries; /* by CID; the first is .notdef, as a font must have */
	uint16_t *slots; /* hash table of CIDs; 0 is free */
	size_t slot_count;
} FaceUse;

struct Embedding {
	Arena *arena;
	Fonts *fonts;
	FaceUse faces[FONT_FACES];
};

Embedding *embed_new(Arena *arena, Fonts *fonts)
{
	Embedding *embedding = ARENA_NEW(arena, Embedding);
	embedding->arena = arena;
	embedding->fonts = fonts;
	return embedding;
}

/* ---- CIDs ---- */

/* FNV-1a. */
static uint32_t hash(uint16_t glyph, Text characters)
{
	uint32_t value = UINT32_C(2166136261) ^ glyph;
	for (size_t i = 0; i < characters.length; i++)
		value = (value ^ (uint8_t)characters.bytes[i]) * UINT32_C(16777619);
	return value ^ value >> 15;
}

static size_t find_slot(const FaceUse *use, uint16_t glyph, Text characters)
{
	size_t slot = hash(glyph, characters) & (use->slot_count - 1);
	for (; use->slots[slot] != 0; slot = (slot + 1) & (use->slot_count - 1)) {
		const Entry *entry = &use->entries.items[use->slots[slot]];
		if (entry->glyph == glyph && text_equal(entry->characters, characters))
			break;
	}
	return slot;
}

static void grow_slots(Arena *arena, FaceUse *use)
{
	use->slot_count = use->slot_count == 0 ? FIRST_SLOTS : use->slot_count * 2;
	use->slots = ARENA_ARRAY(arena, uint16_t, use->slot_count);
	for (size_t cid = 1; cid < use->entries.count; cid++) {
		const Entry *entry = &use->entries.items[cid];
		use->slots[find_slot(use, entry->glyph, entry->characters)] = (uint16_t)cid;
	}
}

static void add_entry(Embedding *embedding, FontFace face, uint16_t glyph, Text characters)
{
	Entry *entry = ARENA_PUSH(embedding->arena, &embedding->faces[face].entries);
	entry->glyph = glyph;
	entry->characters = text_copy(embedding->arena, characters);
	entry->width = font_advance(embedding->fonts, face, glyph);
}

uint16_t embed_cid(Embedding *embedding, FontFace face, uint16_t glyph, Text characters)
{
	FaceUse *use = &embedding->faces[face];
	if (use->entries.count == 0)
		add_entry(embedding, face, 0, (Text){.bytes = NULL});
	if (use->entries.count * 2 >= use->slot_count)
		grow_slots(embedding->arena, use);
	size_t slot = find_slot(use, glyph, characters);
	if (use->slots[slot] == 0) {
		assert(use->entries.count <= UINT16_MAX);
		use->slots[slot] = (uint16_t)use->entries.count;
		add_entry(embedding, face, glyph, characters);
	}
	return use->slots[slot];
}

/* ---- Font objects ---- */

/* Thousandths of an em, as PDF measures glyphs, in thousandths. */
static int64_t em_thousandths(const FontMetrics *metrics, int32_t units)
{
	return (int64_t)units * 1000 * 1000 / metrics->units_per_em;
}

/* To one decimal: over a line the rest comes to less than a hundredth of a point. */
static int64_t tenth(int64_t thousandths)
{
	return (thousandths + 50) / 100 * 100;
}

static void put_em(Buffer *out, const FontMetrics *metrics, Text key, int32_t units)
{
	buffer_put(out, key);
	buffer_put_byte(out, ' ');
	buffer_put_integer(out, em_thousandths(metrics, units) / 1000);
}

/* "ABCDEF+OpenSans-Bold": the letters tell subsets of the same face apart (9.6.4). */
static Text subset_name(Embedding *embedding, FontFace face)
{
	const Entries *entries = &embedding->faces[face].entries;
	uint32_t value = 0;
	for (size_t i = 0; i < entries->count; i++)
		value = value * UINT32_C(31) + hash(entries->items[i].glyph, (Text){.bytes = NULL});
	Buffer name = buffer_new(embedding->arena, 128);
	for (int i = 0; i < TAG_LETTERS; i++, value /= 26)
		buffer_put_byte(&name, (char)('A' + value % 26));
	buffer_put_byte(&name, '+');
	buffer_put(&name, font_metrics(embedding->fonts, face)->name);
	return buffer_text(&name);
}

static void put_characters(Buffer *out, Text characters)
{
	/* Where several glyphs make one character, the last has its text; a font must say something
	 * of the others, too. */
	if (characters.length == 0) {
		buffer_put(out, TEXT("200B"));
		return;
	}
	for (size_t i = 0; i < characters.length;) {
		uint32_t codepoint = utf8_next(characters, &i);
		if (codepoint > 0xffff) {
			buffer_put_hex(out, 0xd7c0 + (codepoint >> 10), 4);
			codepoint = 0xdc00 + (codepoint & 0x3ff);
		}
		buffer_put_hex(out, codepoint, 4);
	}
}

/* The CMap from CIDs to Unicode (9.10.3). CIDs are dense, so the texts of those with one first byte
 * are an array. */
static Text to_unicode(Arena *arena, const Entries *entries)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
	                      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>>"
	                      " def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
	                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"));
	for (size_t first = 1, end; first < entries->count; first = end) {
		end = (first | 0xff) + 1 < entries->count ? (first | 0xff) + 1 : entries->count;
		buffer_put(&out, TEXT("1 beginbfrange\n<"));
		buffer_put_hex(&out, (uint32_t)first, 4);
		buffer_put(&out, TEXT("> <"));
		buffer_put_hex(&out, (uint32_t)end - 1, 4);
		buffer_put(&out, TEXT("> ["));
		for (size_t cid = first; cid < end; cid++) {
			buffer_put_byte(&out, '<');
			put_characters(&out, entries->items[cid].characters);
			buffer_put_byte(&out, '>');
		}
		buffer_put(&out, TEXT("]\nendbfrange\n"));
	}
	buffer_put(&out, TEXT("endcmap\n"
	                      "CMapName currentdict /CMap defineresource pop\nend\nend\n"));
	return buffer_text(&out);
}

/* The subset as a file, and the map from CIDs to its glyphs. */
static bool write_subset(Embedding *embedding, Writer *writer, FontFace face, uint32_t *file,
                         uint32_t *map)
{
	Arena *arena = embedding->arena;
	const Entries *entries = &embedding->faces[face].entries;
	uint16_t *glyphs = ARENA_ARRAY(arena, uint16_t, entries->count);
	uint16_t *renumbered = ARENA_ARRAY(arena, uint16_t, entries->count);
	Text bytes;
	for (size_t i = 0; i < entries->count; i++)
		glyphs[i] = entries->items[i].glyph;
	if (!font_subset(embedding->fonts, face, arena, glyphs, entries->count, renumbered, &bytes))
		return false;
	Buffer length = buffer_new(arena, 64);
	buffer_put(&length, TEXT("/Length1 "));
	buffer_put_integer(&length, (int64_t)bytes.length);
	*file = writer_stream(writer, buffer_text(&length), bytes, WRITER_COMPRESSED);

	Buffer numbers = buffer_new(arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < entries->count; i++) {
		buffer_put_byte(&numbers, (char)(renumbered[i] >> 8));
		buffer_put_byte(&numbers, (char)(renumbered[i] & 0xff));
	}
	*map = writer_stream(writer, TEXT(""), buffer_text(&numbers), WRITER_COMPRESSED);
	return true;
}

static uint32_t write_descriptor(Embedding *embedding, Writer *writer, FontFace face, Text name,
                                 uint32_t file)
{
	const FontMetrics *metrics = font_metrics(embedding->fonts, face);
	Buffer out = buffer_new(embedding->arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT("/Type/FontDescriptor/FontName/"));
	buffer_put(&out, name);
	buffer_put(&out, TEXT("/Flags "));
	buffer_put_integer(&out, FLAG_NONSYMBOLIC | (metrics->italic_angle != 0 ? FLAG_ITALIC : 0) |
	                                 (face == FACE_FIXED ? FLAG_FIXED_PITCH : 0));
	buffer_put(&out, TEXT("/FontBBox["));
	for (int i = 0; i < 4; i++)
		put_em(&out, metrics, TEXT(""), metrics->box[i]);
	buffer_put(&out, TEXT("]/ItalicAngle "));
	buffer_put_thousandths(&out, metrics->italic_angle);
	put_em(&out, metrics, TEXT("/Ascent"), metrics->ascender);
	put_em(&out, metrics, TEXT("/Descent"), metrics->descender);
	put_em(&out, metrics, TEXT("/CapHeight"), metrics->cap_height);
	/* No table has the width of stems; this comes near it for faces from light to black. */
	buffer_put(&out, TEXT("/StemV "));
	buffer_put_integer(&out, metrics->weight / 5);
	buffer_put(&out, TEXT("/FontFile2 "));
	syntax_put_reference(&out, file);
	return writer_object(writer, buffer_text(&out));
}

static uint32_t write_descendant(Embedding *embedding, Writer *writer, FontFace face, Text name,
                                 uint32_t descriptor, uint32_t map)
{
	const FontMetrics *metrics = font_metrics(embedding->fonts, face);
	const Entries *entries = &embedding->faces[face].entries;
	Buffer out = buffer_new(embedding->arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT("/Type/Font/Subtype/CIDFontType2/BaseFont/"));
	buffer_put(&out, name);
	buffer_put(&out, TEXT("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
	                      "/FontDescriptor "));
	syntax_put_reference(&out, descriptor);
	buffer_put(&out, TEXT("/CIDToGIDMap "));
	syntax_put_reference(&out, map);
	buffer_put(&out, TEXT("/DW 0/W[0["));
	for (size_t i = 0; i < entries->count; i++) {
		buffer_put_thousandths(&out,
		                       tenth(em_thousandths(metrics, entries->items[i].width)));
		buffer_put_byte(&out, ' ');
	}
	buffer_put(&out, TEXT("]]"));
	return writer_object(writer, buffer_text(&out));
}

static bool write_face(Embedding *embedding, Writer *writer, FontFace face, uint32_t *font)
{
	uint32_t file = 0;
	uint32_t map = 0;
	if (!write_subset(embedding, writer, face, &file, &map))
		return false;
	Text name = subset_name(embedding, face);
	uint32_t descriptor = write_descriptor(embedding, writer, face, name, file);
	uint32_t descendant = write_descendant(embedding, writer, face, name, descriptor, map);
	Text cmap = to_unicode(embedding->arena, &embedding->faces[face].entries);
	uint32_t unicode = writer_stream(writer, TEXT(""), cmap, WRITER_COMPRESSED);

	Buffer out = buffer_new(embedding->arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT("/Type/Font/Subtype/Type0/BaseFont/"));
	buffer_put(&out, name);
	buffer_put(&out, TEXT("/Encoding/Identity-H/DescendantFonts["));
	syntax_put_reference(&out, descendant);
	buffer_put(&out, TEXT("]/ToUnicode "));
	syntax_put_reference(&out, unicode);
	*font = writer_object(writer, buffer_text(&out));
	return true;
}

bool embed_write(Embedding *embedding, Writer *writer, uint32_t *resources)
{
	Buffer out = buffer_new(embedding->arena, BUFFER_MAXIMUM);
	for (int face = 0; face < FONT_FACES; face++) {
		uint32_t font = 0;
		if (embedding->faces[face].entries.count == 0)
			continue;
		if (!write_face(embedding, writer, (FontFace)face, &font))
			return false;
		buffer_put(&out, TEXT("/F"));
		buffer_put_integer(&out, face);
		buffer_put_byte(&out, ' ');
		syntax_put_reference(&out, font);
	}
	*resources = writer_object(writer, buffer_text(&out));
	return true;
}
