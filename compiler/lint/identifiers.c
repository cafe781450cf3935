/* Identifiers: diary numbers and personal identity numbers. */
#include "base/buffer.h"
#include "base/utf8.h"
#include "lint/rule.h"
#include "model/diary_number.h"
#include "model/identifier.h"

/* Diary numbers. */

static bool fits_any(const Register *shared, Text number)
{
	const TextItem *forms = shared->municipality.diary_forms.items;
	for (size_t i = 0; i < shared->municipality.diary_forms.count; i++)
		if (diary_number_fits(number, forms[i].text.text, shared))
			return true;
	return false;
}

/* With a hyphen for each dash and a space for each no-break space. */
static Text with_plain_signs(Arena *arena, Text number)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	for (size_t at = 0; at < number.length;) {
		uint32_t character = utf8_next(number, &at);
		bool dash = character >= 0x2010 && character <= 0x2014;
		buffer_put_codepoint(&out, dash ? '-' : character == 0xA0 ? ' ' : character);
	}
	return buffer_text(&out);
}

/* A number of the form, with the prefix of the case's board where it has one. */
static void put_example(Buffer *out, const Agreement *agreement, Text form)
{
	const Board *board = agreement->matter.board;
	const Board *boards = agreement->shared->boards.items;
	Text prefix = board != NULL ? board->diary_prefix.text : (Text){0};
	for (size_t i = 0; prefix.length == 0 && i < agreement->shared->boards.count; i++)
		prefix = boards[i].diary_prefix.text;
	const struct {
		Text part, example;
	} parts[] = {{DIARY_PREFIX, prefix.length > 0 ? prefix : TEXT("KS")},
	             {DIARY_YEAR, TEXT("2018")},
	             {DIARY_SHORT_YEAR, TEXT("18")},
	             {DIARY_NUMBER, TEXT("229")}};
	while (form.length > 0) {
		Text taken = text_cut(form, 0, 1), put = taken;
		for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
			if (!text_starts(form, parts[i].part))
				continue;
			taken = parts[i].part;
			put = parts[i].example;
		}
		buffer_put(out, put);
		form = text_after(form, taken.length);
	}
}

static Text examples_listed(Arena *arena, const Agreement *agreement)
{
	const ListValue *list = &agreement->shared->municipality.diary_forms;
	const TextItem *forms = list->items;
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < list->count; i++) {
		buffer_put(&out, i > 0 ? TEXT("” eller ”") : TEXT(""));
		put_example(&out, agreement, forms[i].text.text);
	}
	return buffer_text(&out);
}

/* ", med en nämnds bokstäver (ON, SON eller ÄN)"; nothing where any letters will do. */
static Text prefixes_listed(Arena *arena, const Register *shared)
{
	const Board *boards = shared->boards.items;
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	size_t last = shared->boards.count;
	while (last > 0 && boards[last - 1].diary_prefix.text.length == 0)
		last--;
	for (size_t i = 0; i < last; i++) {
		if (boards[i].diary_prefix.text.length == 0)
			continue;
		buffer_put(&out, out.length == 0 ? TEXT(", med en nämnds bokstäver (")
		                 : i + 1 < last  ? TEXT(", ")
		                                 : TEXT(" eller "));
		buffer_put(&out, boards[i].diary_prefix.text);
	}
	buffer_put(&out, out.length > 0 ? TEXT(")") : TEXT(""));
	return buffer_text(&out);
}

void lint_diary_number(LintText *t, size_t first, size_t end)
{
	const Agreement *agreement = t->lint->agreement;
	const Register *shared = agreement->shared;
	const TextValue *number = &agreement->matter.diary_number;
	if (t->it->text.span.first != number->span.first ||
	    shared->municipality.diary_forms.count == 0 || fits_any(shared, number->text))
		return;
	Arena *arena = t->lint->arena;
	Text plain = with_plain_signs(arena, number->text);
	if (lint_report(t, RULE_DIARY_NUMBER, DIARY_NUMBER_FORM, first, end, number->text,
	                examples_listed(arena, agreement), prefixes_listed(arena, shared)) &&
	    fits_any(shared, plain))
		lint_fix(t, first, end, plain);
}

/* Personal identity numbers. */

void lint_personal_number(LintText *t, size_t first, size_t end)
{
	Text text = t->text;
	uint32_t before = utf8_before(text, first);
	bool joined = utf8_is_letter(before) || before == '-' || before == '/' || before == ':';
	size_t after = end - first < 6 ? TEXT_NOWHERE : personal_number_end(text, first);
	if (joined || after == TEXT_NOWHERE)
		return;
	uint32_t next = utf8_at(text, after);
	if (utf8_is_word(next) || next == '-')
		return;
	/* The last four digits are not repeated where the report ends up. */
	Text parts[] = {text_cut(text, first, after - 4), TEXT("****")};
	lint_report(t, RULE_PERSONAL_NUMBER, PERSONAL_NUMBER_IN_TEXT, first, after,
	            text_join(t->lint->arena, parts, 2));
}
