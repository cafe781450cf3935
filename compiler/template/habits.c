/* Habits: tables and notes as other kinds of Markdown write them, which here are text. */
#include "template/expansion.h"

/* "| Projekt | Kostnad |" */
static bool is_table_row(Text line)
{
	return text_starts(line, TEXT("|")) && text_find(line, TEXT("|"), 1) != TEXT_NOWHERE;
}

/* The first line of each table. */
static void check_tables(Span prose, Diagnostics *diagnostics)
{
	Text text = span_text(prose);
	bool in_table = false;
	for (size_t at = 0; at < text.length;) {
		size_t end = text_find(text, TEXT("\n"), at);
		end = end == TEXT_NOWHERE ? text.length : end;
		size_t first = at;
		while (first < end && text.bytes[first] == ' ')
			first++;
		Text line = text_trim(text_cut(text, first, end));
		bool row = is_table_row(line);
		if (row && !in_table)
			diagnose(diagnostics, MARKDOWN_TABLE,
			         span_of(prose.source, prose.first + first,
			                 prose.first + first + line.length));
		in_table = row;
		at = end + 1;
	}
}

/* "[^1]" */
static void check_notes(Span prose, Diagnostics *diagnostics)
{
	Text text = span_text(prose);
	for (size_t at = text_find(text, TEXT("[^"), 0); at != TEXT_NOWHERE;
	     at = text_find(text, TEXT("[^"), at + 1)) {
		size_t end = text_find(text, TEXT("]"), at);
		size_t line_end = text_find(text, TEXT("\n"), at);
		if (end == TEXT_NOWHERE || end > line_end || end == at + 2)
			continue;
		Text mark = text_cut(text, at, end + 1);
		diagnose(diagnostics, MARKDOWN_NOTE,
		         span_of(prose.source, prose.first + at, prose.first + end + 1), mark);
	}
}

void habits_check(Span prose, Diagnostics *diagnostics)
{
	if (prose.source == NULL)
		return;
	check_tables(prose, diagnostics);
	check_notes(prose, diagnostics);
}
