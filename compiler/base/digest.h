/* Digest: the SHA-256 of bytes, by which files are told apart. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/arena.h"
#include "base/text.h"

/* FIPS 180-4, in the arena: as 64 hexadecimal digits, and in base64 as policies of web pages have
 * it. */
Text digest_of(Arena *arena, Text bytes);
Text digest_base64(Arena *arena, Text bytes);

#endif
