/* Limits: the bounds of limits.def as constants, LIMIT_SOURCE_BYTES and so on. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

enum {
#define LIMIT(name, value, why, what) LIMIT_##name = (value),
#include "base/limits.def"
#undef LIMIT
};

#endif
