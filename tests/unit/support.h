/* Support: what every unit test needs, an arena over malloc and cmocka's own headers. */
#ifndef TESTS_UNIT_SUPPORT_H
#define TESTS_UNIT_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"

/*
 *	Arena arena = test_arena();
 *	...
 *	arena_release(&arena);
 */
static inline void *test_take(void *context, size_t size)
{
	(void)context;
	void *block = malloc(size);
	if (block == NULL)
		abort();
	return block;
}

static inline void test_give(void *context, void *block, size_t size)
{
	(void)context;
	(void)size;
	free(block);
}

static inline Arena test_arena(void)
{
	return (Arena){.source = {.take = test_take, .give = test_give}};
}

/* Fails with both texts shown when they differ. */
#define assert_text(actual, expected) test_assert_text((actual), (expected), __FILE__, __LINE__)

static inline void test_assert_text(Text actual, const char *expected, const char *file, int line)
{
	if (text_equal(actual, text_of(expected)))
		return;
	print_error("got      \"%.*s\"\nexpected \"%s\"\n", (int)actual.length,
	            actual.length == 0 ? "" : actual.bytes, expected);
	_fail(file, line);
}

#endif
