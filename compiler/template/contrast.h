/* Contrast: how well two colours are told apart, as WCAG 2 defines it. */
#ifndef TEMPLATE_CONTRAST_H
#define TEMPLATE_CONTRAST_H

#include <stdbool.h>
#include <stdint.h>

#include "document/style.h"

/* What text needs (WCAG 2.2, success criterion 1.4.3), in hundredths: 4,5 to 1. */
#define CONTRAST_LEAST 450

/* The ratio in hundredths, 100 to 2100, rounded down, so that what is shown as enough is. */
int64_t contrast_ratio(Colour a, Colour b);

#endif
