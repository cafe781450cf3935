/* Ratio: every operation is carried out in 128 bits, reduced, and then checked against 64. */
#include "base/ratio.h"

#include <assert.h>

/* Not ISO C, but in both compilers; a product of two 64-bit integers always fits. */
__extension__ typedef __int128 Wide;

#define RATIO_DIGITS 15

static bool narrow(Wide value, int64_t *result)
{
	if (value < INT64_MIN || value > INT64_MAX)
		return false;
	*result = (int64_t)value;
	return true;
}

static uint64_t narrow_divisor(uint64_t a, uint64_t b)
{
	while (b != 0) {
		uint64_t rest = a % b;
		a = b;
		b = rest;
	}
	return a;
}

static bool fits(Wide value)
{
	return value >= -INT64_MAX && value <= INT64_MAX;
}

/* A division of 128 bits costs many times one of 64, and hardly any fraction needs it. */
static Wide greatest_common_divisor(Wide a, Wide b)
{
	while (b != 0) {
		if (fits(a) && fits(b))
			return (Wide)narrow_divisor((uint64_t)(a < 0 ? -a : a),
			                            (uint64_t)(b < 0 ? -b : b));
		Wide rest = a % b;
		a = b;
		b = rest;
	}
	return a < 0 ? -a : a;
}

static bool reduce(Wide numerator, Wide denominator, Ratio *result)
{
	if (denominator == 0)
		return false;
	Wide divisor = greatest_common_divisor(numerator, denominator);
	if (denominator < 0)
		divisor = -divisor;
	Ratio reduced;
	if (fits(numerator) && fits(denominator)) {
		*result = (Ratio){(int64_t)numerator / (int64_t)divisor,
		                  (int64_t)denominator / (int64_t)divisor};
		return true;
	}
	if (!narrow(numerator / divisor, &reduced.numerator) ||
	    !narrow(denominator / divisor, &reduced.denominator))
		return false;
	*result = reduced;
	return true;
}

bool ratio_make(int64_t numerator, int64_t denominator, Ratio *result)
{
	return reduce(numerator, denominator, result);
}

/* Denominators are positive, so both products are below 2^126 and their sum fits. */
bool ratio_add(Ratio a, Ratio b, Ratio *result)
{
	return reduce((Wide)a.numerator * b.denominator + (Wide)b.numerator * a.denominator,
	              (Wide)a.denominator * b.denominator, result);
}

bool ratio_multiply(Ratio a, Ratio b, Ratio *result)
{
	return reduce((Wide)a.numerator * b.numerator, (Wide)a.denominator * b.denominator, result);
}

bool ratio_divide(Ratio a, Ratio b, Ratio *result)
{
	/* A zeroed divisor is not a number; without the test it would pass for infinity. */
	if (b.denominator == 0)
		return false;
	return reduce((Wide)a.numerator * b.denominator, (Wide)a.denominator * b.numerator, result);
}

/* dividend / divisor (> 0) as an integer. Compares the remainder with what is missing to the next
 * integer instead of doubling it, which could overflow. */
static Wide divide_rounded(Wide dividend, Wide divisor, Rounding rounding)
{
	Wide below = dividend / divisor;
	Wide rest = dividend % divisor;
	if (rest < 0) {
		below--;
		rest += divisor;
	}
	if (rest == 0 || rounding == ROUND_DOWN)
		return below;
	if (rounding == ROUND_UP)
		return below + 1;
	Wide missing = divisor - rest;
	if (rest != missing)
		return rest > missing ? below + 1 : below;
	bool upwards = rounding == ROUND_HALF_EVEN ? below % 2 != 0 : dividend > 0;
	return upwards ? below + 1 : below;
}

bool ratio_scale(int64_t value, Ratio ratio, int64_t unit, Rounding rounding, int64_t *result)
{
	assert(unit > 0);
	if (ratio.denominator <= 0)
		return false;
	Wide units = divide_rounded((Wide)value * ratio.numerator, (Wide)ratio.denominator * unit,
	                            rounding);
	int64_t count;
	return narrow(units, &count) && narrow((Wide)count * unit, result);
}

/* A fraction in 128 bits, in lowest terms, its denominator positive. */
typedef struct WideRatio {
	Wide numerator;
	Wide denominator;
} WideRatio;

/* Reduces crosswise before it multiplies, so that only a product too big in itself overflows. */
static bool wide_multiply(WideRatio *ratio, Ratio by)
{
	if (by.denominator <= 0)
		return false;
	Wide down = greatest_common_divisor(ratio->numerator, by.denominator);
	Wide up = greatest_common_divisor(by.numerator, ratio->denominator);
	Wide numerator = by.numerator / (up > 0 ? up : 1);
	Wide denominator = by.denominator / (down > 0 ? down : 1);
	ratio->numerator /= down > 0 ? down : 1;
	ratio->denominator /= up > 0 ? up : 1;
	return !__builtin_mul_overflow(ratio->numerator, numerator, &ratio->numerator) &&
	       !__builtin_mul_overflow(ratio->denominator, denominator, &ratio->denominator);
}

static bool wide_add(WideRatio *sum, WideRatio more)
{
	Wide divisor = greatest_common_divisor(sum->denominator, more.denominator);
	Wide left = 0, right = 0;
	if (__builtin_mul_overflow(sum->numerator, more.denominator / divisor, &left) ||
	    __builtin_mul_overflow(more.numerator, sum->denominator / divisor, &right) ||
	    __builtin_add_overflow(left, right, &sum->numerator) ||
	    __builtin_mul_overflow(sum->denominator, more.denominator / divisor, &sum->denominator))
		return false;
	divisor = greatest_common_divisor(sum->numerator, sum->denominator);
	sum->numerator /= divisor;
	sum->denominator /= divisor;
	return true;
}

bool ratio_sum_products(const RatioProduct *products, size_t count, int64_t unit, Rounding rounding,
                        int64_t *result)
{
	assert(unit > 0);
	WideRatio sum = {0, 1};
	for (size_t i = 0; i < count; i++) {
		WideRatio product = {products[i].value, 1};
		if (!wide_multiply(&product, products[i].a) ||
		    !wide_multiply(&product, products[i].b) || !wide_add(&sum, product))
			return false;
	}
	int64_t units = 0;
	if (__builtin_mul_overflow(sum.denominator, (Wide)unit, &sum.denominator) ||
	    !narrow(divide_rounded(sum.numerator, sum.denominator, rounding), &units))
		return false;
	return narrow((Wide)units * unit, result);
}

bool integer_add(int64_t a, int64_t b, int64_t *result)
{
	return narrow((Wide)a + b, result);
}

bool integer_subtract(int64_t a, int64_t b, int64_t *result)
{
	return narrow((Wide)a - b, result);
}

bool integer_multiply(int64_t a, int64_t b, int64_t *result)
{
	return narrow((Wide)a * b, result);
}

/* Takes a hyphen or a minus sign (U+2212) off the front. */
static bool take_minus(Text *text)
{
	const Text signs[] = {TEXT("-"), TEXT("\xE2\x88\x92")};
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
		if (text_starts(*text, signs[i])) {
			*text = text_after(*text, signs[i].length);
			return true;
		}
	}
	return false;
}

bool ratio_parse(Text text, Ratio *result)
{
	bool negative = take_minus(&text);
	Text rest = text;
	Text whole;
	Text decimals = TEXT("");
	Text more;
	if (!text_next(&rest, ',', &whole))
		return false;
	bool has_comma = text_next(&rest, ',', &decimals);
	if (text_next(&rest, ',', &more) || whole.length + decimals.length > RATIO_DIGITS)
		return false;
	int64_t numerator = 0;
	int64_t tail = 0;
	int64_t denominator = 1;
	if (!text_integer(whole, &numerator) || (has_comma && !text_integer(decimals, &tail)))
		return false;
	for (size_t i = 0; i < decimals.length; i++)
		denominator *= 10;
	numerator = numerator * denominator + tail;
	return ratio_make(negative ? -numerator : numerator, denominator, result);
}
