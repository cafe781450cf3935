/* Arena: memory that is handed out zeroed and given back all at once. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdalign.h>
#include <stdbool.h>
#include <stddef.h>

/*
 * Every structure of one case lives in one arena and dies with it, so no code
 * between reading and writing has anything to free, and no pointer into a case
 * outlives it.
 *
 * An allocation cannot fail visibly: the memory source that the host provides
 * either returns a block or ends the program (exit 71). Since nothing is written
 * before a whole case has compiled, ending there loses nothing.
 *
 * Calling sequence:
 *
 *	Arena arena = {.source = source};
 *	Thing *thing = ARENA_NEW(&arena, Thing);
 *	Thing *many = ARENA_ARRAY(&arena, Thing, count);
 *	arena_release(&arena);		(may be used again afterwards)
 *
 * An arena must not be copied once it has handed out memory.
 */

/* Where blocks come from. `take` never returns NULL; `give` takes back a block that `take`
 * returned, with the same size. */
typedef struct MemorySource {
	void *(*take)(void *context, size_t size);
	void (*give)(void *context, void *block, size_t size);
	void *context;
} MemorySource;

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
	MemorySource source;
	ArenaBlock *blocks; /* newest first */
	size_t used;        /* bytes handed out from the newest block */
} Arena;

/* Zeroed memory of `size` bytes, aligned for `alignment` (a power of two). */
void *arena_take(Arena *arena, size_t size, size_t alignment);

/* As arena_take for `count` elements; a product that overflows ends the program. */
void *arena_take_array(Arena *arena, size_t count, size_t size, size_t alignment);

/* As arena_take for those who write before they read: the memory is not zeroed, so what is never
 * written costs nothing. */
void *arena_take_unset(Arena *arena, size_t size, size_t alignment);

/* Makes memory of `size` bytes `larger` where it stands, when it is what was handed out last and
 * its block has room; what it gains is not zeroed. */
bool arena_stretch(Arena *arena, const void *memory, size_t size, size_t larger);

/* Gives memory of `size` bytes back at once if it is so large that it has a block of its own; other
 * memory stays with the arena. Nobody may look at it afterwards. */
void arena_drop(Arena *arena, const void *memory, size_t size);

/* Gives every block back to the source. */
void arena_release(Arena *arena);

#define ARENA_NEW(arena, type) ((type *)arena_take((arena), sizeof(type), alignof(type)))
#define ARENA_ARRAY(arena, type, count)                                                            \
	((type *)arena_take_array((arena), (count), sizeof(type), alignof(type)))

/* A growing array in an arena: makes room for one more element. `items`, `count` and `capacity`
 * are members of `*list`. It grows where it stands if nothing else was handed out since it last
 * did; else the old elements are copied, and their memory stays with the arena. */
#define ARENA_PUSH(arena, list)                                                                    \
	((list)->count == (list)->capacity                                                         \
	         ? ((list)->items = arena_grow((arena), (list)->items, &(list)->capacity,          \
	                                       sizeof *(list)->items),                             \
	            &(list)->items[(list)->count++])                                               \
	         : &(list)->items[(list)->count++])

/* Twice the capacity (a few, the first time), old elements kept, new ones zero. */
void *arena_grow(Arena *arena, const void *items, size_t *capacity, size_t size);

#endif
