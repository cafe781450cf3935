/* Style check: ranges, pairs of measures and pairs of colours. */
#include "template/style_check.h"

#include "base/buffer.h"
#include "base/ratio.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "template/contrast.h"

#define POINT          ((Length)1000)
#define MM(millimetre) ((Length)((int64_t)(millimetre)*360000 / 127))
#define WHITE          ((Colour)0xffffff)
/* Less than can be seen or printed: a limit that is told in tenths can be kept to the letter. */
#define SLACK ((Length)20)

/* A narrower column holds few more than two Swedish words a line. */
#define LEAST_COLUMN MM(60)

typedef struct StyleCheck {
	Arena *arena;
	const Style *style;
	const StylePlaces *places;
	Diagnostics *diagnostics;
} StyleCheck;

static Length length_of(const StyleCheck *check, const StylePlace *place)
{
	const char *member = (const char *)check->style + place->member;
	return *(const Length *)(const void *)member;
}

/* A limit in the unit of the value that it is told beside: "60 mm" or "170,1 pt". */
static Text measure_text(const StyleCheck *check, Length length, const StylePlace *beside,
                         Rounding rounding)
{
	bool millimetres = text_ends(beside->written, TEXT("mm"));
	Ratio per_unit = {1, POINT};
	int64_t tenths = 0;
	Length slack = rounding == ROUND_UP ? -SLACK : SLACK;
	if (millimetres)
		per_unit = (Ratio){127, 360000};
	(void)ratio_scale(((int64_t)length + slack) * 10, per_unit, 1, rounding, &tenths);
	Ratio value = {0, 1};
	(void)ratio_make(tenths, 10, &value);
	Text parts[] = {swedish_decimal(check->arena, value, 1),
	                millimetres ? TEXT(" mm") : TEXT(" pt")};
	return text_join(check->arena, parts, 2);
}

/* ---- Ranges ---- */

/* What a measure may be, by its key. Some keys stand in several groups and mean the same there. */
static const struct {
	Text key;
	Length least, most;
} ranges[] = {
        {TEXT_INIT("bredd"), MM(90), MM(2000)},
        {TEXT_INIT("höjd"), MM(90), MM(2000)},
        {TEXT_INIT("storlek"), 4 * POINT, 200 * POINT},
        {TEXT_INIT("radavstånd"), 4 * POINT, 400 * POINT},
        {TEXT_INIT("före"), 0, 400 * POINT},
        {TEXT_INIT("efter"), 0, 400 * POINT},
        {TEXT_INIT("indrag"), 0, MM(30)},
};

static void check_range(const StyleCheck *check, const StylePlace *place, Length least, Length most)
{
	Length length = length_of(check, place);
	if (length >= least - SLACK && length <= most + SLACK)
		return;
	diagnose(check->diagnostics, LAYOUT_RANGE, place->span, place->key, place->group,
	         place->written, measure_text(check, least, place, ROUND_UP),
	         measure_text(check, most, place, ROUND_DOWN));
}

static void check_ranges(const StyleCheck *check)
{
	for (size_t i = 0; i < check->places->count; i++) {
		const StylePlace *place = &check->places->items[i];
		if (text_equal(place->group, TEXT("logotyp")))
			continue;
		for (size_t k = 0; k < sizeof ranges / sizeof ranges[0]; k++)
			if (text_equal(place->key, ranges[k].key))
				check_range(check, place, ranges[k].least, ranges[k].most);
	}
}

/* Head and foot stand within their margins, wholly on the paper. */
static void check_within_margin(const StyleCheck *check, size_t member, Length margin)
{
	const StylePlace *place = style_place(check->places, member);
	Length least = check->style->small.size;
	check_range(check, place, least, margin > least ? margin : least);
}

/* The logotype ends before the text begins, and leaves some paper above itself. */
static void check_logotype(const StyleCheck *check)
{
	const StylePlace *place = style_place(check->places, offsetof(Style, logotype_height));
	Length most = check->style->margin_top - 2 * LOGOTYPE_SPACE;
	if (place != NULL)
		check_range(check, place, MM(2), most > MM(2) ? most : MM(2));
}

/* ---- Pairs of measures ---- */

static void check_column(const StyleCheck *check, size_t page, size_t first, size_t second)
{
	const StylePlace *one = style_place(check->places, first);
	const StylePlace *other = style_place(check->places, second);
	Length whole = length_of(check, style_place(check->places, page));
	Length margins = length_of(check, one) + length_of(check, other);
	if (whole - margins >= LEAST_COLUMN - SLACK)
		return;
	Text left = whole > margins ? measure_text(check, whole - margins, one, ROUND_DOWN)
	                            : TEXT("ingenting");
	diagnose(check->diagnostics, LAYOUT_COLUMN, one->span, one->key, other->key, left,
	         measure_text(check, LEAST_COLUMN, one, ROUND_UP),
	         measure_text(check, whole - LEAST_COLUMN, one, ROUND_DOWN));
	diagnostic_note(check->diagnostics, LAYOUT_OTHER_MARGIN, other->span, other->key);
}

/* Each kind of text: its size, and after that in the struct its leading. */
static void check_leading(const StyleCheck *check)
{
	for (size_t i = 0; i < check->places->count; i++) {
		const StylePlace *size = &check->places->items[i];
		if (!text_equal(size->key, TEXT("storlek")))
			continue;
		const StylePlace *leading =
		        style_place(check->places, size->member + offsetof(TextStyle, leading));
		if (length_of(check, leading) < length_of(check, size))
			diagnose(check->diagnostics, LAYOUT_LEADING, leading->span, leading->group,
			         leading->written, size->written);
	}
}

/* ---- Colours ---- */

static Text colour_text(const StyleCheck *check, Colour colour)
{
	Buffer out = buffer_new(check->arena, 16);
	buffer_put_byte(&out, '#');
	buffer_put_hex(&out, colour, 6);
	return utf8_lowered(check->arena, buffer_text(&out));
}

/* `colour` moved by `step` of 255 towards black or white. */
static Colour moved(Colour colour, Colour towards, uint32_t step)
{
	Colour result = 0;
	for (int shift = 16; shift >= 0; shift -= 8) {
		uint32_t from = colour >> shift & 0xff, to = towards >> shift & 0xff;
		result = result << 8 | (from * (255 - step) + to * step) / 255;
	}
	return result;
}

/* The first step on the way that is told apart well enough. */
static Colour nearest_readable(Colour colour, Colour towards, Colour against)
{
	uint32_t step = 0;
	while (step < 255 && contrast_ratio(moved(colour, towards, step), against) < CONTRAST_LEAST)
		step++;
	return moved(colour, towards, step);
}

static bool check_contrast(const StyleCheck *check, size_t member, Colour colour, Colour towards,
                           Text against_name, Colour against)
{
	const StylePlace *place = style_place(check->places, member);
	int64_t ratio = contrast_ratio(colour, against);
	if (ratio >= CONTRAST_LEAST)
		return true;
	Ratio exact = {0, 1};
	(void)ratio_make(ratio, 100, &exact);
	diagnose(check->diagnostics, LAYOUT_CONTRAST, place->span, place->key, place->written,
	         against_name, colour_text(check, against), swedish_decimal(check->arena, exact, 2),
	         colour_text(check, nearest_readable(colour, towards, against)));
	return false;
}

static void check_colours(const StyleCheck *check)
{
	const Style *style = check->style;
	Text paper = TEXT("det vita papperet");
	bool text = check_contrast(check, offsetof(Style, text_colour), style->text_colour, 0,
	                           paper, WHITE);
	check_contrast(check, offsetof(Style, accent_colour), style->accent_colour, 0, paper,
	               WHITE);
	check_contrast(check, offsetof(Style, quiet_colour), style->quiet_colour, 0, paper, WHITE);
	/* Rows of sums stand on the shade. */
	if (text)
		check_contrast(check, offsetof(Style, shade_colour), style->shade_colour, WHITE,
		               TEXT("”text”"), style->text_colour);
}

bool style_check(Arena *arena, const Style *style, const StylePlaces *places,
                 Diagnostics *diagnostics)
{
	size_t errors = diagnostics->errors;
	StyleCheck check = {arena, style, places, diagnostics};
	check_ranges(&check);
	check_leading(&check);
	check_colours(&check);
	if (diagnostics->errors > errors)
		return false;
	check_column(&check, offsetof(Style, page_width), offsetof(Style, margin_left),
	             offsetof(Style, margin_right));
	check_column(&check, offsetof(Style, page_height), offsetof(Style, margin_top),
	             offsetof(Style, margin_bottom));
	check_within_margin(&check, offsetof(Style, header_baseline), style->margin_top);
	check_within_margin(&check, offsetof(Style, footer_baseline), style->margin_bottom);
	check_logotype(&check);
	return diagnostics->errors == errors;
}
