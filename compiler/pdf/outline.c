/* Outline: headings, that of contents too, as a tree of items that know their neighbours. */
#include "pdf/outline.h"

#include "base/buffer.h"
#include "pdf/annotate.h"
#include "pdf/syntax.h"

typedef struct Entry {
	const Node *node; /* HEADING or CONTENTS */
	uint32_t object;
	size_t parent; /* index; the first entry is the root and its own parent */
	size_t first;  /* 0 where there is none */
	size_t last;
	size_t previous;
	size_t next;
	size_t below; /* how many entries stand anywhere under it */
} Entry;

typedef struct Entries {
	Entry *items;
	size_t count;
	size_t capacity;
} Entries;

/* Contents stand beside the sections that they list. */
enum { CONTENTS_LEVEL = 2 };

static int level_of_node(const Node *node)
{
	int level = node->kind == NODE_CONTENTS ? CONTENTS_LEVEL : node->as.heading.level;
	return level < 1 ? 1 : level;
}

static int level_of(const Entry *entry)
{
	return entry->node != NULL ? level_of_node(entry->node) : 0;
}

/* The latest entry under which a heading of this level belongs. */
static size_t parent_for(const Entries *entries, int level)
{
	size_t parent = entries->count - 1;
	while (level_of(&entries->items[parent]) >= level)
		parent = entries->items[parent].parent;
	return parent;
}

static void add_entry(Arena *arena, Writer *writer, Entries *entries, const Node *node)
{
	size_t parent = parent_for(entries, level_of_node(node));
	size_t index = entries->count;
	Entry *entry = ARENA_PUSH(arena, entries);
	*entry = (Entry){.node = node, .object = writer_reserve(writer), .parent = parent};

	Entry *above = &entries->items[parent];
	if (above->last != 0) {
		entries->items[above->last].next = index;
		entry->previous = above->last;
	} else {
		above->first = index;
	}
	above->last = index;
	for (size_t i = parent;; i = entries->items[i].parent) {
		entries->items[i].below++;
		if (i == 0)
			break;
	}
}

static void put_neighbour(Buffer *out, Text key, const Entries *entries, size_t index)
{
	if (index == 0)
		return;
	buffer_put(out, key);
	syntax_put_reference(out, entries->items[index].object);
}

static void put_kids(Buffer *out, const Entries *entries, const Entry *entry)
{
	put_neighbour(out, TEXT("/First "), entries, entry->first);
	put_neighbour(out, TEXT("/Last "), entries, entry->last);
	if (entry->below == 0)
		return;
	buffer_put(out, TEXT("/Count "));
	buffer_put_integer(out, (int64_t)entry->below);
}

static void write_entry(Arena *arena, Writer *writer, const Entries *entries, const Entry *entry,
                        Place place, const Style *style, const uint32_t *pages)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT("/Title"));
	syntax_put_text(&out, entry->node->kind == NODE_CONTENTS ? entry->node->as.group.title
	                                                         : node_text(arena, entry->node));
	buffer_put(&out, TEXT("/Parent "));
	syntax_put_reference(&out, entries->items[entry->parent].object);
	put_neighbour(&out, TEXT("/Prev "), entries, entry->previous);
	put_neighbour(&out, TEXT("/Next "), entries, entry->next);
	put_kids(&out, entries, entry);
	buffer_put(&out, TEXT("/Dest"));
	annotate_put_destination(&out, style, pages, place);
	writer_define(writer, entry->object, buffer_text(&out));
}

uint32_t outline_write(Arena *arena, Writer *writer, const Style *style, const Document *document,
                       const Layout *layout, const uint32_t *pages)
{
	Entries entries = {.items = NULL};
	*ARENA_PUSH(arena, &entries) = (Entry){.object = 0};
	for (Walk walk = walk_start(document->root); walk_next(&walk);) {
		bool named = walk.node->kind == NODE_HEADING || walk.node->kind == NODE_CONTENTS;
		if (walk.event == WALK_ENTER && named && layout_place(layout, walk.node).placed)
			add_entry(arena, writer, &entries, walk.node);
	}
	if (entries.count == 1)
		return 0;
	entries.items[0].object = writer_reserve(writer);
	for (size_t i = 1; i < entries.count; i++) {
		const Entry *entry = &entries.items[i];
		write_entry(arena, writer, &entries, entry, layout_place(layout, entry->node),
		            style, pages);
	}
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT("/Type/Outlines"));
	put_kids(&out, &entries, &entries.items[0]);
	writer_define(writer, entries.items[0].object, buffer_text(&out));
	return entries.items[0].object;
}
