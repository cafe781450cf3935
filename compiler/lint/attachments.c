/* Attachments: the list of what a decision rests on. */
#include <string.h>

#include "base/swedish.h"
#include "base/utf8.h"
#include "lint/rule.h"

/* Dated: with a day or a month, in digits or words, or with a value of the case that is one. */

static bool digits_date_at(Text text, size_t at)
{
	Date date;
	return date_parse(text_cut(text, at, at + 10), &date) == DATE_OK ||
	       date_parse(text_cut(text, at, at + 7), &date) == DATE_OK;
}

static bool month_and_year_at(Text text, size_t at)
{
	for (int month = 1; month <= 12; month++) {
		if (!is_word(text, at, swedish_month(month)))
			continue;
		size_t year = gap_at(text, letters_end(text, at)).end;
		return year + 4 <= text.length && is_digit((unsigned char)text.bytes[year]) &&
		       is_digit((unsigned char)text.bytes[year + 3]);
	}
	return false;
}

static bool is_dated(const LintText *t)
{
	const RunningText *running = &t->reading->running;
	for (size_t i = 0; i < running->count; i++)
		if (text_ends(running->items[i].body, TEXT("datum")) ||
		    text_starts(running->items[i].body, TEXT("period.")))
			return true;
	for (size_t at = 0; at < t->text.length; utf8_next(t->text, &at))
		if (digits_date_at(t->text, at) || month_and_year_at(t->text, at))
			return true;
	return false;
}

void lint_attachment_date(LintText *t, size_t first, size_t end)
{
	if (!is_dated(t))
		lint_report(t, RULE_ATTACHMENT_DATE, ATTACHMENT_WITHOUT_DATE, first, end, TEXT(""));
}

/* The own report first. */

static bool is_report(Text text)
{
	static const Text words[] = {TEXT_INIT("tjänsteskrivelse"), TEXT_INIT("tjänsteskrivelsen"),
	                             TEXT_INIT("tjänsteutlåtande"), TEXT_INIT("tjänsteutlåtandet"),
	                             TEXT_INIT("tjänsteyttrande")};
	return ANY_WORD_END(text, 0, words) != TEXT_NOWHERE;
}

void lint_attachment_order(LintText *t, size_t first, size_t end)
{
	const ProseItem *items = t->it->plan->attachments.items;
	if (t->it->number == 0 || !is_report(t->text))
		return;
	for (size_t i = 0; i < t->it->number; i++)
		if (is_report(items[i].text.text))
			return;
	if (lint_report(t, RULE_ATTACHMENT_ORDER, ATTACHMENT_NOT_FIRST, first, end, TEXT("")))
		diagnostic_note(t->lint->diagnostics, ATTACHMENT_FIRST_HERE, items[0].text.span);
}

/* File names. */

void lint_file_name(LintText *t, size_t first, size_t end)
{
	static const Text endings[] = {
	        TEXT_INIT("docx"), TEXT_INIT("doc"), TEXT_INIT("dotx"), TEXT_INIT("pdf"),
	        TEXT_INIT("xlsx"), TEXT_INIT("xls"), TEXT_INIT("pptx"), TEXT_INIT("ppt"),
	        TEXT_INIT("odt"),  TEXT_INIT("rtf"), TEXT_INIT("msg"),  TEXT_INIT("txt"),
	};
	Text text = t->text;
	uint32_t before = utf8_before(text, first);
	if (text.bytes[first] != '.' || ANY_WORD_END(text, end, endings) == TEXT_NOWHERE ||
	    (!utf8_is_word(before) && before != ')' && before != '_'))
		return;
	size_t start = first, after = letters_end(text, end);
	while (start > 0 && first - start < TOKEN_BYTES &&
	       strchr(" \t\n\x1A", text.bytes[start - 1]) == NULL)
		start--;
	start = whole_character(text, start);
	lint_report(t, RULE_FILE_NAME, FILE_NAME_IN_TEXT, start, after,
	            text_cut(text, first, after));
}
