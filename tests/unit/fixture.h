/* Fixture: an empty document for each test, to build and to have written. */
#ifndef TESTS_UNIT_FIXTURE_H
#define TESTS_UNIT_FIXTURE_H

#include "support.h"

#include "document/document.h"

typedef struct Fixture {
	Arena arena;
	Document *document;
	Node *root;
} Fixture;

static inline void fixture_begin(Fixture *fixture)
{
	*fixture = (Fixture){.arena = test_arena()};
	fixture->document = document_new(&fixture->arena);
	fixture->root = fixture->document->root;
}

static inline int set_up(void **state)
{
	*state = test_malloc(sizeof(Fixture));
	fixture_begin(*state);
	return 0;
}

static inline int tear_down(void **state)
{
	Fixture *fixture = *state;
	arena_release(&fixture->arena);
	test_free(fixture);
	return 0;
}

#endif
