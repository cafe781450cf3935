/* Names: handing out names so that no two are the same. */
#ifndef DOCUMENT_NAMES_H
#define DOCUMENT_NAMES_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/*
 * A hash table of the names that are taken. Each takes a constant time however many there are,
 * and however many were wished to be the same.
 *
 *	Names names = {.arena = arena};
 *	id = names_take(&names, TEXT("bakgrund"), 2);	("bakgrund")
 *	id = names_take(&names, TEXT("bakgrund"), 2);	("bakgrund-2")
 *
 * The texts given must live as long as the table.
 */
typedef struct NameSlot {
	Text name;
	int64_t suffix; /* the next to try when this name is wished again; 0: an unused slot */
} NameSlot;

typedef struct Names {
	Arena *arena;
	NameSlot *slots;
	size_t capacity; /* a power of two, or 0 */
	size_t count;
} Names;

/* `wanted` itself, or, when it is taken, the first free of wanted-<suffix>, wanted-<suffix + 1>
 * and so on; `suffix` is at least 1. */
Text names_take(Names *names, Text wanted, int64_t suffix);

#endif
