/* Ratio: exact fractions of 64-bit integers, calculated through 128 bits; overflow is reported. */
#ifndef BASE_RATIO_H
#define BASE_RATIO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* Always in lowest terms with a positive denominator. A zeroed Ratio is not a number: use
 * {0, 1}. */
typedef struct Ratio {
	int64_t numerator;
	int64_t denominator;
} Ratio;

/* How an exact value becomes an integer. */
typedef enum Rounding {
	ROUND_HALF_UP,   /* away from zero at exactly one half, as in Swedish commercial practice */
	ROUND_HALF_EVEN, /* to the even neighbour at exactly one half */
	ROUND_DOWN,      /* towards minus infinity */
	ROUND_UP,        /* towards plus infinity */
} Rounding;

/* Each returns false, and leaves `*result` alone, when the result does not fit or divides by 0. */
bool ratio_make(int64_t numerator, int64_t denominator, Ratio *result);
bool ratio_add(Ratio a, Ratio b, Ratio *result);
bool ratio_multiply(Ratio a, Ratio b, Ratio *result);
bool ratio_divide(Ratio a, Ratio b, Ratio *result);

/* value * ratio, rounded once to a multiple of `unit` (> 0). */
bool ratio_scale(int64_t value, Ratio ratio, int64_t unit, Rounding rounding, int64_t *result);

/* value x a x b, for sums that are rounded once. */
typedef struct RatioProduct {
	int64_t value;
	Ratio a, b;
} RatioProduct;

/* The sum of the products, exact in 128 bits, rounded once to a multiple of `unit` (> 0). */
bool ratio_sum_products(const RatioProduct *products, size_t count, int64_t unit, Rounding rounding,
                        int64_t *result);

/* Integer sums and products that report overflow. */
bool integer_add(int64_t a, int64_t b, int64_t *result);
bool integer_subtract(int64_t a, int64_t b, int64_t *result);
bool integer_multiply(int64_t a, int64_t b, int64_t *result);

/* Reads a Swedish decimal: "53", "2,7", "-0,25"; at most 15 digits in all. */
bool ratio_parse(Text text, Ratio *result);

#endif
