/* Paragraph: gathers the inline content of a block and shapes it. */
#include "pdf/paragraph.h"

#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "pdf/break.h"

/* Note references stand smaller and higher, in per cent of the size around them. */
enum { REFERENCE_SIZE = 64, REFERENCE_RISE = 34 };

/* The letters of a face of one width are large for their size. */
enum { CODE_SIZE = 88, CODE_BOUND = 24 /* characters that are not divided */ };

typedef struct Positions {
	size_t *items;
	size_t count;
	size_t capacity;
} Positions;

/* While pieces are gathered, `first` and `end` count bytes of `text`. */
typedef struct PieceList {
	Piece *items;
	size_t count;
	size_t capacity;
} PieceList;

typedef struct Gathering {
	Typeset *set;
	Ink ink;
	Buffer text;
	PieceList pieces;
	Positions soft;
	Positions forced;
	int strong; /* how many STRONG, EMPHASIS are open */
	int emphasis;
	int code;
	int foreign;
	const Node *link;
} Gathering;

static Gathering gather_in(Typeset *set, Ink ink)
{
	return (Gathering){
	        .set = set, .ink = ink, .text = buffer_new(set->scratch, BUFFER_MAXIMUM)};
}

static Piece *add_piece(Gathering *gathering, const Node *node)
{
	Piece *piece = ARENA_PUSH(gathering->set->scratch, &gathering->pieces);
	unsigned face = gathering->ink.face;
	if (gathering->strong > 0)
		face |= FACE_BOLD;
	if (gathering->emphasis > 0)
		face |= FACE_ITALIC;
	if (gathering->code > 0)
		face = FACE_FIXED;
	const Style *style = gathering->set->style;
	piece->node = node;
	piece->link = gathering->link;
	piece->foreign = gathering->foreign > 0;
	piece->face = (FontFace)face;
	piece->size = gathering->ink.size;
	if (gathering->code > 0)
		piece->size = piece->size * CODE_SIZE / 100;
	piece->colour = gathering->ink.colour;
	if (gathering->link != NULL && gathering->link->kind == NODE_LINK)
		piece->colour = style->accent_colour;
	else if (gathering->code > 0)
		piece->colour = style->text_colour;
	piece->first = gathering->text.length;
	piece->end = gathering->text.length;
	return piece;
}

/* A tab is a space to a reader; no font has a glyph for it. */
static void put_text(Gathering *gathering, Text text)
{
	size_t copied = 0;
	for (size_t i = 0; i < text.length;) {
		size_t start = i;
		uint32_t codepoint = utf8_next(text, &i);
		if (codepoint != UTF8_SOFT_HYPHEN && codepoint != '\t')
			continue;
		buffer_put(&gathering->text, text_cut(text, copied, start));
		if (codepoint == '\t')
			buffer_put_byte(&gathering->text, ' ');
		else
			*ARENA_PUSH(gathering->set->scratch, &gathering->soft) =
			        gathering->text.length;
		copied = i;
	}
	buffer_put(&gathering->text, text_after(text, copied));
}

static void put_run(Gathering *gathering, const Node *node)
{
	Piece *piece = add_piece(gathering, node);
	put_text(gathering, node->as.text);
	piece->end = gathering->text.length;
}

/* It keeps the words apart for those who listen, and belongs to the text before it. */
static void put_space(Gathering *gathering)
{
	buffer_put_byte(&gathering->text, ' ');
	if (gathering->pieces.count > 0)
		gathering->pieces.items[gathering->pieces.count - 1].end = gathering->text.length;
}

static void put_line_break(Gathering *gathering)
{
	put_space(gathering);
	*ARENA_PUSH(gathering->set->scratch, &gathering->forced) = gathering->text.length;
}

static void put_reference(Gathering *gathering, const Node *node)
{
	Piece *piece = add_piece(gathering, node);
	piece->link = node;
	piece->rise = piece->size * REFERENCE_RISE / 100;
	piece->size = piece->size * REFERENCE_SIZE / 100;
	piece->colour = gathering->set->style->accent_colour;
	if (node->as.reference.note != NULL)
		buffer_put_integer(&gathering->text, node->as.reference.note->as.note.number);
	piece->end = gathering->text.length;
}

static void gather_node(Gathering *gathering, const Node *node, bool enter)
{
	int step = enter ? 1 : -1;
	if (node->kind == NODE_STRONG)
		gathering->strong += step;
	else if (node->kind == NODE_EMPHASIS)
		gathering->emphasis += step;
	else if (node->kind == NODE_CODE)
		gathering->code += step;
	else if (node->kind == NODE_FOREIGN)
		gathering->foreign += step;
	else if (node->kind == NODE_LINK || node->kind == NODE_CONTENTS_ENTRY)
		gathering->link = enter ? node : NULL;
	else if (enter && node->kind == NODE_TEXT_RUN)
		put_run(gathering, node);
	else if (enter && node->kind == NODE_LINE_BREAK)
		put_line_break(gathering);
	else if (enter && node->kind == NODE_NOTE_REFERENCE)
		put_reference(gathering, node);
	else if (!enter && node->kind == NODE_SIGNATURE_LINE && node->as.line.filled.length > 0)
		put_space(gathering);
}

static void report_missing(Typeset *set, Text text, size_t position, const Node *node)
{
	uint32_t codepoint = utf8_next(text, &position);
	for (size_t i = 0; i < set->missing.count; i++) {
		if (set->missing.items[i].codepoint == codepoint)
			return;
	}
	PdfMissingGlyph *missing = ARENA_PUSH(set->arena, &set->missing);
	missing->codepoint = codepoint;
	missing->node = node;
}

/* Replaces the piece's bytes by its glyphs. */
static Glyph *shape_piece(Typeset *set, Text text, Piece *piece, size_t *count)
{
	size_t start = piece->first;
	const FontMetrics *metrics = font_metrics(set->fonts, piece->face);
	Glyph *glyphs = font_shape(set->fonts, piece->face, set->scratch,
	                           text_cut(text, piece->first, piece->end), count);
	for (size_t i = 0; i < *count; i++) {
		glyphs[i].cluster += (uint32_t)start;
		glyphs[i].advance = font_length(metrics, glyphs[i].units, piece->size);
		if (glyphs[i].index == 0)
			report_missing(set, text, glyphs[i].cluster, piece->node);
	}
	return glyphs;
}

static void force_breaks(Paragraph *paragraph, const Positions *forced)
{
	size_t next = 0;
	for (size_t i = 0; i < paragraph->glyph_count && next < forced->count; i++) {
		if (paragraph->glyphs[i].cluster < forced->items[next])
			continue;
		paragraph->glyphs[i].chance = BREAK_FORCED;
		next++;
	}
}

/* A few characters of code are one word to a reader: "1 100 tkr". */
static void bind_code(Paragraph *paragraph)
{
	for (size_t i = 0; i < paragraph->piece_count; i++) {
		const Piece *piece = &paragraph->pieces[i];
		if (piece->face != FACE_FIXED || piece->end - piece->first > CODE_BOUND)
			continue;
		for (size_t g = piece->first + 1; g < piece->end; g++)
			paragraph->glyphs[g].chance = BREAK_NEVER;
	}
}

static const Paragraph *shape(Gathering *gathering)
{
	Arena *arena = gathering->set->scratch;
	Paragraph *paragraph = ARENA_NEW(arena, Paragraph);
	paragraph->text = buffer_text(&gathering->text);
	paragraph->pieces = gathering->pieces.items;
	paragraph->piece_count = gathering->pieces.count;

	Glyph **shaped = ARENA_ARRAY(arena, Glyph *, paragraph->piece_count);
	for (size_t i = 0; i < paragraph->piece_count; i++) {
		Piece *piece = &paragraph->pieces[i];
		size_t count;
		shaped[i] = shape_piece(gathering->set, paragraph->text, piece, &count);
		piece->first = paragraph->glyph_count;
		paragraph->glyph_count += count;
		piece->end = paragraph->glyph_count;
	}
	if (paragraph->piece_count == 1) {
		paragraph->glyphs = shaped[0];
	} else {
		paragraph->glyphs = ARENA_ARRAY(arena, Glyph, paragraph->glyph_count);
		for (size_t i = 0; i < paragraph->piece_count; i++) {
			const Piece *piece = &paragraph->pieces[i];
			if (piece->end > piece->first)
				memcpy(paragraph->glyphs + piece->first, shaped[i],
				       (piece->end - piece->first) * sizeof(Glyph));
		}
	}
	break_find_chances(paragraph, gathering->soft.items, gathering->soft.count);
	bind_code(paragraph);
	force_breaks(paragraph, &gathering->forced);
	return paragraph;
}

const Paragraph *paragraph_of_node(Typeset *set, Node *block, Ink ink)
{
	Gathering gathering = gather_in(set, ink);
	for (Walk walk = walk_start(block); walk_next(&walk);)
		gather_node(&gathering, walk.node, walk.event == WALK_ENTER);
	return shape(&gathering);
}

const Paragraph *paragraph_of_runs(Typeset *set, const Node *first, const Node *end, Ink ink)
{
	Gathering gathering = gather_in(set, ink);
	for (const Node *run = first; run != end; run = run->next)
		put_run(&gathering, run);
	if (end != NULL)
		put_space(&gathering);
	return shape(&gathering);
}

const Paragraph *paragraph_of_text(Typeset *set, Text text, const Node *node, Ink ink)
{
	Gathering gathering = gather_in(set, ink);
	Piece *piece = add_piece(&gathering, node);
	put_text(&gathering, text);
	piece->end = gathering.text.length;
	return shape(&gathering);
}

const Paragraph *paragraph_resized(Typeset *set, const Paragraph *paragraph, Length size,
                                   Length former)
{
	Paragraph *resized = ARENA_NEW(set->scratch, Paragraph);
	*resized = *paragraph;
	resized->glyphs = ARENA_ARRAY(set->scratch, Glyph, paragraph->glyph_count);
	resized->pieces = ARENA_ARRAY(set->scratch, Piece, paragraph->piece_count);
	for (size_t i = 0; i < paragraph->piece_count; i++) {
		Piece *piece = &resized->pieces[i];
		*piece = paragraph->pieces[i];
		piece->size = (Length)((int64_t)piece->size * size / former);
		piece->rise = (Length)((int64_t)piece->rise * size / former);
		const FontMetrics *metrics = font_metrics(set->fonts, piece->face);
		for (size_t g = piece->first; g < piece->end; g++) {
			resized->glyphs[g] = paragraph->glyphs[g];
			resized->glyphs[g].advance =
			        font_length(metrics, paragraph->glyphs[g].units, piece->size);
		}
	}
	return resized;
}

size_t paragraph_piece_at(const Paragraph *paragraph, size_t glyph)
{
	size_t low = 0;
	size_t high = paragraph->piece_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (paragraph->pieces[middle].end <= glyph)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t paragraph_text_end(const Paragraph *paragraph, size_t glyph)
{
	return glyph + 1 < paragraph->glyph_count ? paragraph->glyphs[glyph + 1].cluster
	                                          : paragraph->text.length;
}

Length paragraph_width(const Paragraph *paragraph, size_t first, size_t end)
{
	Length width = 0;
	for (size_t i = first; i < end && width < PARAGRAPH_WIDEST; i++)
		width += paragraph->glyphs[i].advance;
	return width;
}
