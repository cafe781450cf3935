/* Number: what can be settled only when the whole document stands: note numbers, ids, contents. */
#include "base/buffer.h"
#include "base/utf8.h"
#include "document/bound.h"
#include "document/document.h"
#include "document/names.h"

typedef struct NodeList {
	Node **items;
	size_t count;
	size_t capacity;
} NodeList;

#define BIT(kind) (UINT64_C(1) << NODE_##kind)

/* Every node of some kinds in the order of the text. */
static NodeList collect(Document *document, uint64_t kinds)
{
	NodeList list = {.items = NULL};
	for (Walk walk = walk_start(document->root); walk_next(&walk);) {
		if (walk.event == WALK_ENTER && kinds >> walk.node->kind & 1)
			*ARENA_PUSH(document->arena, &list) = walk.node;
	}
	return list;
}

/* Notes in the order of the first references to them. A reference from within a note counts for
 * nothing, since that note may itself be dropped. */
static NodeList number_notes(Document *document)
{
	NodeList notes = {.items = NULL};
	for (Walk walk = walk_start(document->root); walk_next(&walk);) {
		if (walk.node->kind == NODE_NOTES)
			walk_skip(&walk);
		if (walk.event != WALK_ENTER || walk.node->kind != NODE_NOTE_REFERENCE)
			continue;
		Node *note = walk.node->as.reference.note;
		if (!note || note->as.note.number)
			continue;
		*ARENA_PUSH(document->arena, &notes) = note;
		note->as.note.number = (int)notes.count;
		note->as.note.reference = walk.node;
	}
	return notes;
}

/* Leaves only the notes that are referred to, in the order of their numbers. */
static void sort_notes(Document *document, NodeList called)
{
	NodeList notes = collect(document, BIT(NOTE));
	for (size_t i = 0; i < notes.count; i++) {
		if (!notes.items[i]->as.note.number)
			node_detach(notes.items[i]);
	}
	for (size_t i = 0; i < called.count; i++) {
		Node *group = called.items[i]->parent;
		if (!group)
			continue;
		node_detach(called.items[i]);
		node_append(group, called.items[i]);
	}
}

/* Writers make ids of their own with these beginnings; a heading's id never has one. */
static const Text reserved[] = {TEXT_INIT("not-"), TEXT_INIT("notref-"), TEXT_INIT("tabell-"),
                                TEXT_INIT("del-")};

static bool is_reserved(Text id)
{
	for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++) {
		if (text_starts(id, reserved[i]))
			return true;
	}
	return false;
}

/* "Ekonomi – 2018" gives "ekonomi-2018". */
static Text heading_name(Arena *arena, const Node *heading)
{
	Text folded = utf8_ascii_folded(arena, node_text(arena, heading));
	Buffer name = buffer_new(arena, folded.length + sizeof "rubrik-");
	if (is_reserved(folded))
		buffer_put(&name, TEXT("rubrik-"));
	for (size_t i = 0; i < folded.length; i++) {
		if (folded.bytes[i] != '-')
			buffer_put_byte(&name, folded.bytes[i]);
		else if (name.length && name.bytes[name.length - 1] != '-')
			buffer_put_byte(&name, '-');
	}
	if (name.length && name.bytes[name.length - 1] == '-')
		name.length--;
	return name.length ? buffer_text(&name) : TEXT("rubrik");
}

/* Names that were given come before those that are made: nothing may move them. */
static void take_given_names(Document *document, Names *names)
{
	for (Walk walk = walk_start(document->root); walk_next(&walk);) {
		if (walk.event == WALK_ENTER && walk.node->kind != NODE_NOTE &&
		    walk.node->id.length > 0)
			walk.node->id = names_take(names, walk.node->id, 2);
	}
}

static void name_headings(Document *document, NodeList headings)
{
	Names names = {.arena = document->arena};
	take_given_names(document, &names);
	for (size_t i = 0; i < headings.count; i++) {
		Node *heading = headings.items[i];
		if (heading->id.length == 0)
			heading->id = names_take(&names, heading_name(document->arena, heading), 2);
	}
}

static void find_link_headings(Document *document, NodeList headings)
{
	NodeList links = collect(document, BIT(LINK));
	for (size_t i = 0; i < links.count; i++) {
		Text target = links.items[i]->as.link.target;
		if (!text_starts(target, TEXT("#")))
			continue;
		for (size_t k = 0; k < headings.count; k++)
			if (text_equal(headings.items[k]->id, text_after(target, 1)))
				links.items[i]->as.link.heading = headings.items[k];
	}
}

static void name_notes(Document *document, NodeList notes)
{
	for (size_t i = 0; i < notes.count; i++) {
		Buffer id = buffer_new(document->arena, 32);
		buffer_put(&id, TEXT("not-"));
		buffer_put_integer(&id, notes.items[i]->as.note.number);
		notes.items[i]->id = buffer_text(&id);
	}
}

static bool is_listed(const Node *node)
{
	int level = node->as.heading.level;
	return node->kind == NODE_HEADING && (level == 2 || level == 3) &&
	       !node->as.heading.unlisted;
}

static void fill_contents(Document *document, Node *contents, NodeList following)
{
	for (size_t i = 0; i < following.count; i++) {
		Node *heading = following.items[i];
		if (!is_listed(heading))
			continue;
		Text text = node_text(document->arena, heading);
		Node *entry = document_add_with_text(document, contents, NODE_CONTENTS_ENTRY, text,
		                                     heading->origin);
		entry->as.entry.heading = heading;
		entry->as.entry.level = heading->as.heading.level - 1;
	}
}

static void fill_all_contents(Document *document)
{
	NodeList marks = collect(document, BIT(HEADING) | BIT(CONTENTS));
	for (size_t i = 0; i < marks.count; i++) {
		NodeList following = {.items = marks.items + i, .count = marks.count - i};
		if (marks.items[i]->kind == NODE_CONTENTS)
			fill_contents(document, marks.items[i], following);
	}
}

/* Contents without entries and note sections without notes say nothing: away with them. */
static void drop_empty_groups(Document *document)
{
	NodeList groups = collect(document, BIT(CONTENTS) | BIT(NOTES));
	for (size_t i = 0; i < groups.count; i++) {
		if (!groups.items[i]->first)
			node_detach(groups.items[i]);
	}
}

void document_finish(Document *document)
{
	document_bind(document);
	NodeList notes = number_notes(document);
	sort_notes(document, notes);
	name_notes(document, notes);
	NodeList headings = collect(document, BIT(HEADING));
	name_headings(document, headings);
	find_link_headings(document, headings);
	fill_all_contents(document);
	drop_empty_groups(document);
}
