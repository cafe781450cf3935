/* Glossary: one pass over the texts; what begins no abbreviation costs a look at each byte. */
#include "document/glossary.h"

#include <string.h>

#include "base/utf8.h"

typedef struct Marking {
	Document *document;
	const Glossary *glossary;
	bool begins[256]; /* bytes that some abbreviation begins with */
	bool *told;       /* for each item: marked, or in words, in the section reached */
} Marking;

/* The tree must not change while it is walked, so what is to be looked at is listed first: texts,
 * and headings and notes, with which a section begins. */
typedef struct Stops {
	Node **items;
	size_t count;
	size_t capacity;
} Stops;

static bool begins_section(const Node *node)
{
	return node->kind == NODE_NOTES ||
	       (node->kind == NODE_HEADING && node->as.heading.level <= 2);
}

static bool is_left_alone(const Node *node)
{
	return node->kind == NODE_HEADING || node->kind == NODE_LINK || node->kind == NODE_CODE ||
	       node->kind == NODE_CODE_BLOCK || node->kind == NODE_FOREIGN;
}

static Stops find_stops(Document *document)
{
	Stops stops = {0};
	for (Walk walk = walk_start(document->root); walk_next(&walk);) {
		if (walk.event != WALK_ENTER)
			continue;
		if (begins_section(walk.node) || walk.node->kind == NODE_TEXT_RUN)
			*ARENA_PUSH(document->arena, &stops) = walk.node;
		if (is_left_alone(walk.node))
			walk_skip(&walk);
	}
	return stops;
}

/* Words */

/* The text of a sibling: a value and what a person wrote around it are runs after one another. */
static Text text_of_run(const Node *node)
{
	return node != NULL && node->kind == NODE_TEXT_RUN ? node->as.text : (Text){0};
}

static bool word_begins(const Node *run, size_t at)
{
	Text before = at > 0 ? text_cut(run->as.text, 0, at) : text_of_run(run->previous);
	return !utf8_is_word(utf8_before(before, before.length));
}

static bool word_ends(const Node *run, size_t at)
{
	Text after =
	        at < run->as.text.length ? text_after(run->as.text, at) : text_of_run(run->next);
	return !utf8_is_word(utf8_at(after, 0));
}

/* The item whose letters are the word that begins at `at`, or NULL. */
static const GlossaryItem *find_item(const Marking *m, const Node *run, size_t at)
{
	Text rest = text_after(run->as.text, at);
	for (size_t i = 0; i < m->glossary->count; i++) {
		const GlossaryItem *item = &m->glossary->items[i];
		if (text_starts(rest, item->letters) && word_ends(run, at + item->letters.length))
			return item;
	}
	return NULL;
}

/* Whether the paragraph, cell or note that `run` stands in says the words, however written. */
static bool says(Arena *arena, const Node *run, Text words)
{
	const Node *block = run;
	while (node_facts(block->kind)->class == CLASS_INLINE)
		block = block->parent;
	return text_find(utf8_lowered(arena, node_text(arena, block)), utf8_lowered(arena, words),
	                 0) != TEXT_NOWHERE;
}

/* Marks */

/* Cuts the word from `at` to `end` out of `run`, which keeps what comes after it. */
static void mark_word(Marking *m, Node *run, size_t at, size_t end, Text words)
{
	Document *document = m->document;
	Text text = run->as.text;
	Node *node = document_add(document, run->parent, NODE_ABBREVIATION, run->origin);
	node->as.abbreviation.words = words;
	document_add_text(document, node, text_cut(text, at, end), run->origin);
	node_detach(node);
	node_put_before(run, node);
	if (at > 0) {
		Node *before = document_add_text(document, run->parent, text_cut(text, 0, at),
		                                 run->origin);
		node_detach(before);
		node_put_before(node, before);
	}
	run->as.text = text_after(text, end);
}

/* Whether the word is to be marked where it stands. */
static bool is_news(Marking *m, const Node *run, const GlossaryItem *item)
{
	bool *told = &m->told[item - m->glossary->items];
	if (*told)
		return false;
	*told = true;
	return !says(m->document->arena, run, item->words);
}

static void mark_run(Marking *m, Node *run)
{
	size_t at = 0;
	while (at < run->as.text.length) {
		bool possible = m->begins[(unsigned char)run->as.text.bytes[at]];
		const GlossaryItem *item =
		        possible && word_begins(run, at) ? find_item(m, run, at) : NULL;
		if (item == NULL || !is_news(m, run, item)) {
			at++;
			continue;
		}
		mark_word(m, run, at, at + item->letters.length, item->words);
		at = 0;
	}
	if (run->as.text.length == 0 && run->previous != NULL &&
	    run->previous->kind == NODE_ABBREVIATION)
		node_detach(run);
}

void document_mark_abbreviations(Document *document, const Glossary *glossary)
{
	Marking m = {.document = document,
	             .glossary = glossary,
	             .told = ARENA_ARRAY(document->arena, bool, glossary->count + 1)};
	for (size_t i = 0; i < glossary->count; i++)
		m.begins[(unsigned char)glossary->items[i].letters.bytes[0]] = true;
	Stops stops = find_stops(document);
	for (size_t i = 0; i < stops.count; i++) {
		if (stops.items[i]->kind == NODE_TEXT_RUN)
			mark_run(&m, stops.items[i]);
		else
			memset(m.told, 0, glossary->count * sizeof *m.told);
	}
}
