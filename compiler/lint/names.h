/* Names: what the register calls boards, administrations and organisations, and what it does not.
 */
#ifndef LINT_NAMES_H
#define LINT_NAMES_H

#include "base/arena.h"
#include "model/agreement.h"

typedef struct KnownName {
	Text name;
	Text right;     /* of an unwanted name: what to write instead */
	uint32_t first; /* its first character, in lower case */
	size_t letters; /* bytes of the letters that it begins with */
} KnownName;

typedef struct NameList {
	KnownName *items;
	size_t count;
	size_t capacity;
} NameList;

typedef struct Names {
	NameList right;    /* of the register, and of the case's parties */
	NameList unwanted; /* what the register says that nobody is called */
} Names;

Names names_collect(Arena *arena, const Agreement *agreement);

#endif
