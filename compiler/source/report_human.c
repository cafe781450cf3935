/* Report for people: diagnostics with the line they are about, or in words alone. */
#include "source/report_human.h"

#include "base/utf8.h"
#include "base/wrap.h"

/*
 * A source line is shown as cells: one per character, with the bytes to write and the columns they
 * take. Tabs become spaces, controls become escapes, and bytes that are not UTF-8 (the complaint
 * may be about just those) become U+FFFD. Lines are walked and never stored, since one may be a
 * megabyte long: a first walk finds the mark's columns and the line's width, a second writes the
 * window.
 */
#define WINDOW_COLUMNS 160
#define WINDOW_BEFORE  60 /* columns shown in front of the mark when the line is cut */
#define TAB_COLUMNS    8
#define GUTTER_DIGITS  5
#define ELLIPSIS       "…"

typedef struct Cell {
	char bytes[8];
	size_t length;
	size_t width;
} Cell;

/* Characters that would act on the terminal, or reorder what it shows. */
static bool is_unsafe(uint32_t codepoint)
{
	return codepoint < 0x20 || (codepoint >= 0x7F && codepoint <= 0x9F) ||
	       (codepoint >= 0x200E && codepoint <= 0x200F) ||
	       (codepoint >= 0x2028 && codepoint <= 0x202E) ||
	       (codepoint >= 0x2066 && codepoint <= 0x2069) || codepoint == 0xFEFF;
}

static Cell escape_cell(uint32_t codepoint)
{
	static const char digits[] = "0123456789abcdef";
	Cell cell = {.bytes = "\\x"};
	unsigned shift = codepoint < 0x100 ? 8 : 16;
	cell.bytes[1] = codepoint < 0x100 ? 'x' : 'u';
	cell.length = 2;
	for (; shift > 0; shift -= 4)
		cell.bytes[cell.length++] = digits[codepoint >> (shift - 4) & 0xF];
	cell.width = cell.length;
	return cell;
}

static Cell next_cell(Text line, size_t *position, size_t column)
{
	uint32_t codepoint = utf8_next_lenient(line, position);
	if (codepoint == '\t') {
		size_t width = TAB_COLUMNS - column % TAB_COLUMNS;
		return (Cell){.bytes = "        ", .length = width, .width = width};
	}
	if (is_unsafe(codepoint))
		return escape_cell(codepoint);
	Cell cell = {.width = utf8_width(codepoint)};
	cell.length = utf8_encode(codepoint, cell.bytes);
	return cell;
}

static void put_safe(Buffer *out, Text text)
{
	size_t position = 0;
	while (position < text.length) {
		Cell cell = next_cell(text, &position, TAB_COLUMNS - 1);
		buffer_put(out, (Text){cell.bytes, cell.length});
	}
}

/* Columns from 0; `end` is after the last one. */
typedef struct Columns {
	size_t first;
	size_t end;
} Columns;

/* The columns of bytes [first, end) of a line; the width of the whole line goes to `*width`. */
static Columns measure(Text line, size_t first, size_t end, size_t *width)
{
	Columns mark = {SIZE_MAX, SIZE_MAX};
	size_t position = 0;
	size_t column = 0;
	while (position < line.length) {
		if (position >= first && mark.first == SIZE_MAX)
			mark.first = column;
		if (position >= end && mark.end == SIZE_MAX)
			mark.end = column;
		column += next_cell(line, &position, column).width;
	}
	if (mark.first == SIZE_MAX)
		mark.first = column;
	if (mark.end == SIZE_MAX)
		mark.end = column;
	if (mark.end <= mark.first)
		mark.end = mark.first + 1;
	*width = column;
	return mark;
}

/* The part of the line that is shown: all of it when it fits, otherwise around the mark. */
static Columns window_around(Columns mark, size_t width)
{
	if (width <= WINDOW_COLUMNS)
		return (Columns){0, width};
	size_t first = 0;
	if (mark.end > WINDOW_COLUMNS - 1 && mark.first > WINDOW_BEFORE)
		first = mark.first - WINDOW_BEFORE;
	if (first > width - WINDOW_COLUMNS)
		first = width - WINDOW_COLUMNS;
	return (Columns){first, first + WINDOW_COLUMNS};
}

static void put_window(Buffer *out, Text line, Columns window, size_t width)
{
	size_t first = window.first;
	size_t end = window.end;
	size_t position = 0;
	size_t column = 0;
	if (window.first > 0) {
		buffer_put(out, TEXT(ELLIPSIS));
		first++;
	}
	if (window.end < width)
		end--;
	while (position < line.length && column < end) {
		Cell cell = next_cell(line, &position, column);
		size_t after = column + cell.width;
		if (column >= first && after <= end)
			buffer_put(out, (Text){cell.bytes, cell.length});
		else if (after > first)
			buffer_put_repeated(out, ' ',
			                    (after < end ? after : end) -
			                            (column > first ? column : first));
		column = after;
	}
	if (window.end < width)
		buffer_put(out, TEXT(ELLIPSIS));
}

typedef struct SeverityLook {
	Text word;
	Text colour;
} SeverityLook;

static const SeverityLook looks[] = {
        [SEVERITY_ERROR] = {TEXT_INIT("fel"), TEXT_INIT("\x1b[1;31m")},
        [SEVERITY_WARNING] = {TEXT_INIT("varning"), TEXT_INIT("\x1b[1;33m")},
        [SEVERITY_NOTE] = {TEXT_INIT("anmärkning"), TEXT_INIT("\x1b[1;36m")},
};

static void put_coloured(Buffer *out, bool colour, Text sequence, Text text)
{
	if (colour)
		buffer_put(out, sequence);
	put_safe(out, text);
	if (colour)
		buffer_put(out, TEXT("\x1b[0m"));
}

static void put_number(Buffer *out, size_t number)
{
	buffer_put_integer(out, (int64_t)number);
}

static Text safe(Arena *arena, Text text)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	put_safe(&out, text);
	return buffer_text(&out);
}

/* Returns how many columns it takes. */
static size_t put_place(Buffer *out, Span span, Position position, bool colour)
{
	Buffer place = buffer_new(out->arena, BUFFER_MAXIMUM);
	buffer_put(&place, span.source->path);
	buffer_put_byte(&place, ':');
	put_number(&place, position.line);
	buffer_put_byte(&place, ':');
	put_number(&place, position.column);
	buffer_put_byte(&place, ':');
	put_coloured(out, colour, TEXT("\x1b[1m"), buffer_text(&place));
	buffer_put_byte(out, ' ');
	return wrap_width(safe(out->arena, buffer_text(&place))) + 1;
}

/* The line number, or only its room, and the rule beside it. */
static void put_gutter(Buffer *out, size_t number, bool shown)
{
	Buffer digits = buffer_new(out->arena, BUFFER_MAXIMUM);
	put_number(&digits, number);
	size_t width = digits.length < GUTTER_DIGITS ? GUTTER_DIGITS : digits.length;
	buffer_put_repeated(out, ' ', shown ? width - digits.length : width);
	if (shown)
		buffer_put(out, buffer_text(&digits));
	buffer_put(out, TEXT(" | "));
}

static void put_excerpt(Buffer *out, Span span, size_t line_number, Text colour)
{
	const Source *source = span.source;
	Text line = source_line(source, line_number);
	if (text_trim(line).length == 0)
		return;
	size_t start = source->line_starts[line_number - 1];
	size_t width;
	Columns mark = measure(line, span.first - start, span.end - start, &width);
	Columns window = window_around(mark, width);
	put_gutter(out, line_number, true);
	put_window(out, line, window, width);
	buffer_put_byte(out, '\n');
	put_gutter(out, line_number, false);
	buffer_put_repeated(out, ' ', mark.first - window.first);
	size_t shown_end = mark.end < window.end ? mark.end : window.end;
	buffer_put(out, colour);
	buffer_put_byte(out, '^');
	if (shown_end > mark.first + 1)
		buffer_put_repeated(out, '~', shown_end - mark.first - 1);
	if (colour.length > 0)
		buffer_put(out, TEXT("\x1b[0m"));
	buffer_put_byte(out, '\n');
}

/* What to write, under the place where it goes: "skriv |   datum". Of several lines the first. */
static void put_fix(Buffer *out, const Fix *fix, bool colour)
{
	static const Text green = TEXT_INIT("\x1b[1;32m");
	const Source *source = fix->span.source;
	Position position = source_position(source, fix->span.first);
	Text line = source_line(source, position.line);
	size_t start = source->line_starts[position.line - 1], width = 0;
	Columns mark = measure(line, fix->span.first - start, fix->span.end - start, &width);
	Columns window = window_around(mark, width);
	bool removal = fix->text.length == 0;
	Text shown = removal ? span_text(fix->span) : fix->text;
	size_t line_end = text_find(shown, TEXT("\n"), 0);
	buffer_put(out, removal ? TEXT("stryk | ") : TEXT("skriv | "));
	buffer_put_repeated(out, ' ', mark.first - window.first);
	put_coloured(out, colour, green, text_cut(shown, 0, line_end));
	buffer_put(out, line_end == TEXT_NOWHERE ? TEXT("\n") : TEXT(ELLIPSIS "\n"));
}

/* On a terminal the sentence is broken into lines that begin where the excerpt's text does; in a
 * file it is one line, for programs that look for it. */
static void put_diagnostic(Buffer *out, const Diagnostic *diagnostic, bool colour)
{
	const DiagnosticKind *kind = diagnostic_kind(diagnostic->code);
	const SeverityLook *look = &looks[diagnostic->severity];
	Span span = diagnostic->span;
	Position position = {0};
	size_t column = 0;
	if (span.source != NULL) {
		position = source_position(span.source, span.first);
		column = put_place(out, span, position, colour);
	}
	put_coloured(out, colour, look->colour, look->word);
	Text parts[] = {TEXT(" "), kind->name, TEXT(": ")};
	Text code = text_join(out->arena, parts, 3);
	buffer_put(out, code);
	column += wrap_width(look->word) + code.length;
	wrap_put(out, safe(out->arena, diagnostic_sentence(out->arena, diagnostic)), column,
	         GUTTER_DIGITS + 3, colour ? WRAP_COLUMNS : SIZE_MAX);
	buffer_put_byte(out, '\n');
	if (span.source != NULL)
		put_excerpt(out, span, position.line, colour ? look->colour : TEXT(""));
	if (diagnostic->fix != NULL)
		put_fix(out, diagnostic->fix, colour);
}

static void put_plain(Buffer *out, const Diagnostic *diagnostic)
{
	const DiagnosticKind *kind = diagnostic_kind(diagnostic->code);
	Span span = diagnostic->span;
	if (span.source != NULL) {
		Position position = source_position(span.source, span.first);
		put_safe(out, span.source->path);
		buffer_put(out, TEXT(", rad "));
		put_number(out, position.line);
		buffer_put(out, TEXT(", kolumn "));
		put_number(out, position.column);
		buffer_put(out, TEXT(": "));
	}
	buffer_put(out, looks[diagnostic->severity].word);
	buffer_put_byte(out, ' ');
	buffer_put(out, kind->name);
	buffer_put(out, TEXT(": "));
	put_safe(out, diagnostic_sentence(out->arena, diagnostic));
	if (diagnostic->fix != NULL) {
		buffer_put(out, diagnostic->fix->text.length > 0 ? TEXT(" Rättelse: ”")
		                                                 : TEXT(" Rättelse: stryk ”"));
		put_safe(out, diagnostic->fix->text.length > 0 ? diagnostic->fix->text
		                                               : span_text(diagnostic->fix->span));
		buffer_put(out, TEXT("”."));
	}
	buffer_put_byte(out, '\n');
}

void report_human(const Diagnostic *diagnostic, bool colour, Buffer *out)
{
	put_diagnostic(out, diagnostic, colour);
	for (const Diagnostic *note = diagnostic->notes; note != NULL; note = note->next)
		put_diagnostic(out, note, colour);
}

void report_plain(const Diagnostic *diagnostic, Buffer *out)
{
	put_plain(out, diagnostic);
	for (const Diagnostic *note = diagnostic->notes; note != NULL; note = note->next)
		put_plain(out, note);
}
