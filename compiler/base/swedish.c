/* Swedish: amounts, numbers, dates, terms, enumerations and genitives in words and digits. */
#include <assert.h>

#include "base/buffer.h"
#include "base/swedish.h"
#include "base/utf8.h"

#define NO_BREAK_SPACE TEXT("\xC2\xA0")
#define MINUS          TEXT("\xE2\x88\x92")

/* Enough for a sign, 19 digits in groups, decimals and a unit. */
#define NUMBER_BYTES 80

/* Digits in threes from the right, a no-break space between the groups. */
static void put_grouped(Buffer *out, uint64_t value)
{
	uint64_t unit = 1;
	while (value / unit >= 1000)
		unit *= 1000;
	buffer_put_padded(out, value / unit, 1);
	while (unit > 1) {
		value %= unit;
		unit /= 1000;
		buffer_put(out, NO_BREAK_SPACE);
		buffer_put_padded(out, value / unit, 3);
	}
}

/* Writes the sign and returns the size; the size of INT64_MIN does not fit in an int64_t. */
static uint64_t put_sign(Buffer *out, int64_t value)
{
	if (value >= 0)
		return (uint64_t)value;
	buffer_put(out, MINUS);
	return UINT64_C(0) - (uint64_t)value;
}

static void put_integer(Buffer *out, int64_t value)
{
	put_grouped(out, put_sign(out, value));
}

static void put_amount(Buffer *out, Money money)
{
	uint64_t ore = put_sign(out, money);
	put_grouped(out, ore / (uint64_t)MONEY_KRONA);
	if (ore % (uint64_t)MONEY_KRONA == 0)
		return;
	buffer_put_byte(out, ',');
	buffer_put_padded(out, ore % (uint64_t)MONEY_KRONA, 2);
}

Text swedish_amount_bare(Arena *arena, Money money)
{
	Buffer out = buffer_new(arena, NUMBER_BYTES);
	put_amount(&out, money);
	return buffer_text(&out);
}

Text swedish_amount(Arena *arena, Money money)
{
	Buffer out = buffer_new(arena, NUMBER_BYTES);
	put_amount(&out, money);
	buffer_put(&out, NO_BREAK_SPACE);
	buffer_put(&out, TEXT("kr"));
	return buffer_text(&out);
}

Text swedish_integer(Arena *arena, int64_t value)
{
	Buffer out = buffer_new(arena, NUMBER_BYTES);
	put_integer(&out, value);
	return buffer_text(&out);
}

Text swedish_percent(Arena *arena, int64_t share, unsigned decimals)
{
	assert(decimals <= 18);
	Buffer out = buffer_new(arena, NUMBER_BYTES);
	uint64_t size = put_sign(&out, share);
	uint64_t unit = 1;
	for (unsigned i = 0; i < decimals; i++)
		unit *= 10;
	put_grouped(&out, size / unit);
	if (decimals > 0) {
		buffer_put_byte(&out, ',');
		buffer_put_padded(&out, size % unit, decimals);
	}
	buffer_put(&out, NO_BREAK_SPACE);
	buffer_put_byte(&out, '%');
	return buffer_text(&out);
}

Text swedish_decimal(Arena *arena, Ratio ratio, unsigned most_decimals)
{
	assert(most_decimals <= 12);
	int64_t unit = 1, scaled = 0;
	for (unsigned i = 0; i < most_decimals; i++)
		unit *= 10;
	Buffer out = buffer_new(arena, NUMBER_BYTES);
	if (!ratio_scale(unit, ratio, 1, ROUND_HALF_UP, &scaled))
		return buffer_text(&out);
	unsigned decimals = most_decimals;
	for (; decimals > 0 && scaled % 10 == 0; decimals--) {
		scaled /= 10;
		unit /= 10;
	}
	uint64_t size = put_sign(&out, scaled);
	put_grouped(&out, size / (uint64_t)unit);
	if (decimals > 0) {
		buffer_put_byte(&out, ',');
		buffer_put_padded(&out, size % (uint64_t)unit, decimals);
	}
	return buffer_text(&out);
}

static Text amount_in(Arena *arena, Money money, int64_t unit, unsigned decimals, Text word)
{
	Text number = swedish_decimal(arena, (Ratio){0, 1}, 0);
	Ratio ratio = {0, 1};
	if (ratio_make(money, unit, &ratio))
		number = swedish_decimal(arena, ratio, decimals);
	Text parts[] = {number, NO_BREAK_SPACE, word};
	return text_join(arena, parts, 3);
}

Text swedish_amount_thousands(Arena *arena, Money money)
{
	return amount_in(arena, money, 1000 * MONEY_KRONA, 0, TEXT("tkr"));
}

Text swedish_amount_millions(Arena *arena, Money money)
{
	return amount_in(arena, money, 1000000 * MONEY_KRONA, 1, TEXT("mnkr"));
}

Text swedish_month(int month)
{
	static const Text months[] = {
	        TEXT_INIT("januari"), TEXT_INIT("februari"), TEXT_INIT("mars"),
	        TEXT_INIT("april"),   TEXT_INIT("maj"),      TEXT_INIT("juni"),
	        TEXT_INIT("juli"),    TEXT_INIT("augusti"),  TEXT_INIT("september"),
	        TEXT_INIT("oktober"), TEXT_INIT("november"), TEXT_INIT("december"),
	};
	assert(month >= 1 && month <= 12);
	return months[month - 1];
}

Text swedish_date(Arena *arena, Date date)
{
	Buffer out = buffer_new(arena, NUMBER_BYTES);
	if (!date_is_given(date))
		return buffer_text(&out);
	if (date.day > 0) {
		buffer_put(&out, TEXT("den"));
		buffer_put(&out, NO_BREAK_SPACE);
		buffer_put_integer(&out, date.day);
		buffer_put(&out, NO_BREAK_SPACE);
	}
	buffer_put(&out, swedish_month(date.month));
	buffer_put(&out, NO_BREAK_SPACE);
	buffer_put_integer(&out, date.year);
	return buffer_text(&out);
}

Text swedish_date_short(Arena *arena, Date date)
{
	Buffer out = buffer_new(arena, NUMBER_BYTES);
	if (!date_is_given(date))
		return buffer_text(&out);
	buffer_put_padded(&out, (uint64_t)date.year, 4);
	buffer_put_byte(&out, '-');
	buffer_put_padded(&out, (uint64_t)date.month, 2);
	if (date.day > 0) {
		buffer_put_byte(&out, '-');
		buffer_put_padded(&out, (uint64_t)date.day, 2);
	}
	return buffer_text(&out);
}

Text swedish_count(Arena *arena, int64_t value, bool neuter)
{
	static const Text words[] = {
	        TEXT_INIT("noll"), TEXT_INIT("en"),  TEXT_INIT("två"), TEXT_INIT("tre"),
	        TEXT_INIT("fyra"), TEXT_INIT("fem"), TEXT_INIT("sex"), TEXT_INIT("sju"),
	        TEXT_INIT("åtta"), TEXT_INIT("nio"), TEXT_INIT("tio"), TEXT_INIT("elva"),
	        TEXT_INIT("tolv"),
	};
	if (value == 1 && neuter)
		return TEXT("ett");
	if (value >= 0 && value < (int64_t)(sizeof words / sizeof *words))
		return words[value];
	return swedish_integer(arena, value);
}

/* "tre år", "18 månader": digits are bound to their unit, words need not be. */
static Text put_term(Arena *arena, int64_t count, bool neuter, Text one, Text many)
{
	bool words = count >= 0 && count <= 12;
	const Text parts[] = {
	        swedish_count(arena, count, neuter),
	        words ? TEXT(" ") : NO_BREAK_SPACE,
	        count == 1 ? one : many,
	};
	return text_join(arena, parts, sizeof parts / sizeof *parts);
}

Text swedish_duration(Arena *arena, Duration duration)
{
	Text terms[3];
	size_t count = 0;
	int32_t years = duration.months / 12;
	int32_t months = duration.months % 12;
	/* "18 månader", not "ett år och sex månader": so such terms are written in agreements. */
	if (years < 2 && months != 0) {
		years = 0;
		months = duration.months;
	}
	if (years != 0)
		terms[count++] = put_term(arena, years, true, TEXT("år"), TEXT("år"));
	if (months != 0)
		terms[count++] = put_term(arena, months, false, TEXT("månad"), TEXT("månader"));
	if (duration.days != 0 || count == 0)
		terms[count++] = put_term(arena, duration.days, false, TEXT("dag"), TEXT("dagar"));
	return swedish_list(arena, terms, count);
}

Text swedish_series(Arena *arena, const Text *items, size_t count, Text last)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buffer_put(&out, i + 1 == count ? last : TEXT(", "));
		buffer_put(&out, items[i]);
	}
	return buffer_text(&out);
}

Text swedish_list(Arena *arena, const Text *items, size_t count)
{
	return swedish_series(arena, items, count, TEXT(" och "));
}

static bool is_upper(uint32_t codepoint)
{
	return utf8_lower(codepoint) != codepoint;
}

Text swedish_genitive(Arena *arena, Text name)
{
	if (name.length == 0)
		return name;
	uint32_t last = 0;
	uint32_t before = 0;
	for (size_t i = 0; i < name.length;) {
		before = last;
		last = utf8_next(name, &i);
	}
	uint32_t folded = utf8_lower(last);
	if (folded == 's' || folded == 'x' || folded == 'z')
		return name;
	const Text parts[] = {name, is_upper(before) && is_upper(last) ? TEXT(":s") : TEXT("s")};
	return text_join(arena, parts, sizeof parts / sizeof *parts);
}
