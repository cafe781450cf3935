/* Contrast: relative luminance in integers, from a table of what each of 256 values gives off. */
#include "template/contrast.h"

/* WCAG 2.2, "relative luminance": the shares of red, green and blue, in ten-thousandths. */
enum { RED = 2126, GREEN = 7152, BLUE = 722 };

/* The light that is scattered on any screen or paper: 0,05 of white. */
#define FLARE (INT64_C(1000000000) * 10000 / 20)

/* In billionths of white. */
static const int64_t linear[256] = {
#define LUMINANCE(value) (value),
#include "template/luminance.def"
#undef LUMINANCE
};

static int64_t luminance(Colour colour)
{
	return RED * linear[colour >> 16 & 0xff] + GREEN * linear[colour >> 8 & 0xff] +
	       BLUE * linear[colour & 0xff];
}

int64_t contrast_ratio(Colour a, Colour b)
{
	int64_t light = luminance(a) + FLARE, dark = luminance(b) + FLARE;
	return light > dark ? light * 100 / dark : dark * 100 / light;
}
