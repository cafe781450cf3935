/* Digest: the SHA-256 of bytes, by which files are told apart. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/arena.h"
#include "base/text.h"

/* FIPS 180-4, as 64 hexadecimal digits in the arena. */
Text digest_of(Arena *arena, Text bytes);

#endif
