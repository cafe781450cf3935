/* Arena: blocks from a memory source, cut from the front and never given back one by one. */
#include "base/arena.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define ARENA_BLOCK_SIZE ((size_t)64 << 10)
#define ARENA_BLOCK_ROOM (ARENA_BLOCK_SIZE - sizeof(ArenaBlock))

/* A growing array begins with what fits in so many bytes, but no more elements than these. */
enum { FIRST_BYTES = 128, FIRST_ELEMENTS = 8 };

struct ArenaBlock {
	ArenaBlock *older;
	size_t size; /* as it was asked for, header included */
	alignas(max_align_t) char bytes[];
};

/* No source has this much, so asking for it ends the program as any lack of memory does. */
static _Noreturn void end_for_lack_of_memory(Arena *arena)
{
	arena->source.take(arena->source.context, SIZE_MAX);
	abort();
}

static ArenaBlock *block_new(Arena *arena, size_t room)
{
	if (room > SIZE_MAX - sizeof(ArenaBlock))
		end_for_lack_of_memory(arena);
	size_t size = sizeof(ArenaBlock) + room;
	if (size < ARENA_BLOCK_SIZE)
		size = ARENA_BLOCK_SIZE;
	ArenaBlock *block = arena->source.take(arena->source.context, size);
	block->older = NULL;
	block->size = size;
	return block;
}

/* Bytes to skip so that `address` is a multiple of `alignment`. */
static size_t padding_at(const char *address, size_t alignment)
{
	return (size_t)(-(uintptr_t)address & (alignment - 1));
}

/* A request that fills a block of its own is put behind the newest one, whose room stays in use. */
static void *take_alone(Arena *arena, size_t size, size_t alignment)
{
	ArenaBlock *block = block_new(arena, size + alignment);
	if (arena->blocks == NULL) {
		arena->blocks = block;
		arena->used = block->size - sizeof(ArenaBlock);
	} else {
		block->older = arena->blocks->older;
		arena->blocks->older = block;
	}
	return block->bytes + padding_at(block->bytes, alignment);
}

static char *take_from_newest(Arena *arena, size_t size, size_t alignment)
{
	ArenaBlock *block = arena->blocks;
	if (block == NULL)
		return NULL;
	size_t room = block->size - sizeof(ArenaBlock) - arena->used;
	size_t padding = padding_at(block->bytes + arena->used, alignment);
	if (padding > room || size > room - padding)
		return NULL;
	char *memory = block->bytes + arena->used + padding;
	arena->used += padding + size;
	return memory;
}

void *arena_take_unset(Arena *arena, size_t size, size_t alignment)
{
	assert(alignment != 0 && (alignment & (alignment - 1)) == 0);
	if (size > SIZE_MAX - alignment)
		end_for_lack_of_memory(arena);
	char *memory = take_from_newest(arena, size, alignment);
	if (memory == NULL && size + alignment > ARENA_BLOCK_ROOM)
		memory = take_alone(arena, size, alignment);
	if (memory == NULL) {
		ArenaBlock *block = block_new(arena, size + alignment);
		block->older = arena->blocks;
		arena->blocks = block;
		arena->used = 0;
		memory = take_from_newest(arena, size, alignment);
	}
	assert(memory != NULL);
	return memory;
}

void *arena_take(Arena *arena, size_t size, size_t alignment)
{
	return memset(arena_take_unset(arena, size, alignment), 0, size);
}

void *arena_take_array(Arena *arena, size_t count, size_t size, size_t alignment)
{
	if (size != 0 && count > SIZE_MAX / size)
		end_for_lack_of_memory(arena);
	return arena_take(arena, count * size, alignment);
}

void arena_release(Arena *arena)
{
	ArenaBlock *block = arena->blocks;
	while (block != NULL) {
		ArenaBlock *older = block->older;
		arena->source.give(arena->source.context, block, block->size);
		block = older;
	}
	arena->blocks = NULL;
	arena->used = 0;
}

bool arena_stretch(Arena *arena, const void *memory, size_t size, size_t larger)
{
	const ArenaBlock *block = arena->blocks;
	if (block == NULL || size == 0 ||
	    (const char *)memory + size != block->bytes + arena->used ||
	    larger - size > block->size - sizeof(ArenaBlock) - arena->used)
		return false;
	arena->used += larger - size;
	return true;
}

void arena_drop(Arena *arena, const void *memory, size_t size)
{
	if (size <= ARENA_BLOCK_ROOM)
		return;
	ArenaBlock **link = &arena->blocks;
	while ((uintptr_t)memory - (uintptr_t)(*link)->bytes >= (*link)->size)
		link = &(*link)->older;
	ArenaBlock *block = *link;
	*link = block->older;
	/* What is now the newest has been full since before it. */
	if (link == &arena->blocks)
		arena->used = block->older != NULL ? block->older->size - sizeof(ArenaBlock) : 0;
	arena->source.give(arena->source.context, block, block->size);
}

static size_t first_capacity(size_t size)
{
	size_t count = FIRST_BYTES / size;
	return count < 1 ? 1 : count < FIRST_ELEMENTS ? count : FIRST_ELEMENTS;
}

void *arena_grow(Arena *arena, const void *items, size_t *capacity, size_t size)
{
	size_t held = *capacity * size;
	if (*capacity > SIZE_MAX / 2 / size)
		end_for_lack_of_memory(arena);
	*capacity = *capacity == 0 ? first_capacity(size) : *capacity * 2;
	char *grown = (char *)(uintptr_t)items;
	if (!arena_stretch(arena, items, held, *capacity * size)) {
		grown = arena_take_unset(arena, *capacity * size, alignof(max_align_t));
		if (held > 0)
			memcpy(grown, items, held);
	}
	memset(grown + held, 0, *capacity * size - held);
	return grown;
}
