/* Diary number: reading a number along a form. */
#include "model/diary_number.h"

#include "base/utf8.h"

typedef enum FormPart { PART_PREFIX, PART_YEAR, PART_SHORT_YEAR, PART_NUMBER, FORM_PARTS } FormPart;

static Text word_of(FormPart part)
{
	switch (part) {
	case PART_PREFIX: return DIARY_PREFIX;
	case PART_YEAR: return DIARY_YEAR;
	case PART_SHORT_YEAR: return DIARY_SHORT_YEAR;
	case PART_NUMBER: return DIARY_NUMBER;
	case FORM_PARTS: break;
	}
	return (Text){0};
}

/* The part that a form begins with, or FORM_PARTS. */
static FormPart first_part(Text form)
{
	for (FormPart part = 0; part < FORM_PARTS; part++)
		if (text_starts(form, word_of(part)))
			return part;
	return FORM_PARTS;
}

bool diary_form_is_sound(Text form)
{
	bool numbered = false;
	while (form.length > 0) {
		FormPart part = first_part(form);
		if (part == FORM_PARTS && (form.bytes[0] == '{' || form.bytes[0] == '}'))
			return false;
		numbered = numbered || part == PART_NUMBER;
		form = text_after(form, part == FORM_PARTS ? 1 : word_of(part).length);
	}
	return numbered;
}

static size_t digits_length(Text text)
{
	size_t length = 0;
	while (length < text.length && text.bytes[length] >= '0' && text.bytes[length] <= '9')
		length++;
	return length;
}

static size_t capitals_length(Text text)
{
	size_t end = 0;
	for (size_t at = 0; at < text.length; end = at) {
		uint32_t letter = utf8_next(text, &at);
		if (!utf8_is_letter(letter) || utf8_lower(letter) == letter)
			break;
	}
	return end;
}

/* The longest of the boards' prefixes that the text begins with. */
static size_t prefix_length(Text text, const Register *shared)
{
	const Board *boards = shared->boards.items;
	size_t longest = 0;
	bool any = false;
	for (size_t i = 0; i < shared->boards.count; i++) {
		Text prefix = boards[i].diary_prefix.text;
		any = any || prefix.length > 0;
		if (text_starts(text, prefix) && prefix.length > longest)
			longest = prefix.length;
	}
	return any ? longest : capitals_length(text);
}

/* How much of the text the part takes; 0 when the text does not begin with it. */
static size_t part_length(FormPart part, Text text, const Register *shared)
{
	size_t digits = digits_length(text);
	switch (part) {
	case PART_PREFIX: return prefix_length(text, shared);
	case PART_YEAR:
		return digits == 4 && (text.bytes[0] == '1' || text.bytes[0] == '2') ? 4 : 0;
	case PART_SHORT_YEAR: return digits == 2 ? 2 : 0;
	case PART_NUMBER: return digits;
	case FORM_PARTS: break;
	}
	return 0;
}

bool diary_number_fits(Text number, Text form, const Register *shared)
{
	while (form.length > 0) {
		FormPart part = first_part(form);
		size_t length = part_length(part, number, shared);
		if (part == FORM_PARTS)
			length = number.length > 0 && number.bytes[0] == form.bytes[0] ? 1 : 0;
		if (length == 0)
			return false;
		number = text_after(number, length);
		form = text_after(form, part == FORM_PARTS ? 1 : word_of(part).length);
	}
	return number.length == 0;
}
