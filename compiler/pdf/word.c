/* Word: finds words between chances and asks the dictionary about them. */
#include "pdf/word.h"

#include "base/utf8.h"
#include "pdf/break.h"

/* What may stand before the first digit of a figure: "−5,5 %", "= 17 kr", "§ 5". */
enum { FIGURE_SIGNS = 2 };

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
	for (size_t glyph = first; glyph < end && glyph <= first + FIGURE_SIGNS; glyph++)
		if (is_digit(paragraph, glyph))
			return true;
	return word_next_bound(paragraph, first, end) < end;
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

/* ---- The parts of compounds ---- */

#define JOINT(part) TEXT_INIT(part),
static const Text joints[] = {
#include "pdf/joints.def"
};
#undef JOINT

/* As bytes: the shortest part before a joint, and how near it the dictionary must not divide. */
enum { SHORTEST_PART = 3, NEAR_JOINT = 3 };

static bool begins_part(Text rest)
{
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (text_starts(rest, joints[i]))
			return true;
	return false;
}

/* Byte positions in rising order, as those of the dictionary. */
static size_t find_joints(Text word, size_t found[HYPHENATE_LETTERS])
{
	size_t count = 0;
	for (size_t at = SHORTEST_PART; at < word.length && count < HYPHENATE_LETTERS; at++)
		if (begins_part(text_after(word, at)))
			found[count++] = at;
	return count;
}

static bool is_near(size_t point, const size_t *found, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (point < found[i] + NEAR_JOINT && found[i] < point + NEAR_JOINT)
			return true;
	return false;
}

/* A place in a word, in bytes. */
typedef struct Division {
	size_t at;
	bool inside_part;
} Division;

static size_t divide(Typeset *set, Text word, Division divisions[2 * HYPHENATE_LETTERS])
{
	size_t points[HYPHENATE_LETTERS], found[HYPHENATE_LETTERS];
	size_t point_count = hyphenate_word(set->hyphenator, word, points);
	size_t joint_count = point_count > 0 ? find_joints(word, found) : 0;
	size_t count = 0, next = 0;
	for (size_t i = 0; i < point_count; i++) {
		while (next < joint_count && found[next] < points[i])
			divisions[count++] = (Division){.at = found[next++]};
		if (!is_near(points[i], found, joint_count))
			divisions[count++] = (Division){points[i], joint_count > 0};
	}
	while (next < joint_count)
		divisions[count++] = (Division){.at = found[next++]};
	return count;
}

size_t word_divide(Typeset *set, const Paragraph *paragraph, size_t first, size_t end,
                   WordPoint points[HYPHENATE_LETTERS])
{
	/* A hyphen in code would be read as part of it, and other languages have rules of their
	 * own. */
	const Piece *piece = &paragraph->pieces[paragraph_piece_at(paragraph, first)];
	if (piece->face == FACE_FIXED || piece->foreign ||
	    word_next_bound(paragraph, first, end) < end)
		return 0;
	size_t start = paragraph->glyphs[first].cluster;
	Text text = text_cut(paragraph->text, start, paragraph_text_end(paragraph, end - 1));
	Text word = bare_word(text, &start);
	Division divisions[2 * HYPHENATE_LETTERS];
	size_t division_count = divide(set, word, divisions);
	size_t count = 0, next = 0;
	for (size_t g = first + 1; g < end && next < division_count; g++) {
		/* A place inside a ligature is passed by. */
		size_t at = paragraph->glyphs[g].cluster;
		while (next < division_count && start + divisions[next].at < at)
			next++;
		if (next < division_count && start + divisions[next].at == at)
			points[count++] = (WordPoint){g, divisions[next++].inside_part};
	}
	return count;
}
