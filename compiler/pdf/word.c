/* Word: finds words between chances and asks the dictionary about them. */
#include "pdf/word.h"

#include "base/utf8.h"
#include "pdf/break.h"

bool word_is_space(const Paragraph *paragraph, size_t glyph)
{
	return paragraph->text.bytes[paragraph->glyphs[glyph].cluster] == ' ';
}

size_t word_end(const Paragraph *paragraph, size_t first, size_t limit)
{
	size_t end = first + 1;
	while (end < limit && paragraph->glyphs[end].chance == BREAK_NEVER)
		end++;
	return end;
}

static bool is_digit(const Paragraph *paragraph, size_t glyph)
{
	char byte = paragraph->text.bytes[paragraph->glyphs[glyph].cluster];
	return byte >= '0' && byte <= '9';
}

static bool is_no_break_space(const Paragraph *paragraph, size_t glyph)
{
	return text_starts(text_after(paragraph->text, paragraph->glyphs[glyph].cluster),
	                   TEXT("\u00a0"));
}

size_t word_next_bound(const Paragraph *paragraph, size_t from, size_t end)
{
	size_t glyph = from + 1;
	while (glyph < end && !is_no_break_space(paragraph, glyph - 1))
		glyph++;
	return glyph < end ? glyph : end;
}

bool word_is_figure(const Paragraph *paragraph, size_t first, size_t end)
{
	return is_digit(paragraph, first) || (first + 1 < end && is_digit(paragraph, first + 1)) ||
	       word_next_bound(paragraph, first, end) < end;
}

Length word_hyphen_width(Typeset *set, const Paragraph *paragraph, size_t glyph)
{
	const Piece *piece = &paragraph->pieces[paragraph_piece_at(paragraph, glyph)];
	const FontMetrics *metrics = font_metrics(set->fonts, piece->face);
	return font_length(metrics, metrics->hyphen_advance, piece->size);
}

/* The word without quotation marks, brackets and full stops around it; moves `*start` to it. */
static Text bare_word(Text text, size_t *start)
{
	size_t first = 0;
	for (size_t i = 0; i < text.length && !utf8_is_letter(utf8_next(text, &i));)
		first = i;
	size_t end = first;
	for (size_t i = first; i < text.length;) {
		if (utf8_is_letter(utf8_next(text, &i)))
			end = i;
	}
	*start += first;
	return text_cut(text, first, end);
}

size_t word_divide(Typeset *set, const Paragraph *paragraph, size_t first, size_t end,
                   size_t glyphs[HYPHENATE_LETTERS])
{
	size_t points[HYPHENATE_LETTERS];
	/* A hyphen in code would be read as part of it, and other languages have rules of their
	 * own. */
	const Piece *piece = &paragraph->pieces[paragraph_piece_at(paragraph, first)];
	if (piece->face == FACE_FIXED || piece->foreign ||
	    word_next_bound(paragraph, first, end) < end)
		return 0;
	size_t start = paragraph->glyphs[first].cluster;
	Text text = text_cut(paragraph->text, start, paragraph_text_end(paragraph, end - 1));
	Text word = bare_word(text, &start);
	size_t point_count = hyphenate_word(set->hyphenator, word, points);
	size_t count = 0;
	size_t next = 0;
	for (size_t g = first + 1; g < end && next < point_count; g++) {
		/* A point inside a ligature is passed by. */
		while (next < point_count && start + points[next] < paragraph->glyphs[g].cluster)
			next++;
		if (next < point_count && start + points[next] == paragraph->glyphs[g].cluster) {
			glyphs[count++] = g;
			next++;
		}
	}
	return count;
}
