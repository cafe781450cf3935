/* Structure: elements with their kids, and the way back from a page to its elements. */
#include "pdf/structure.h"

#include "base/buffer.h"
#include "base/sort.h"
#include "pdf/syntax.h"

/* Entries in a leaf of a tree of numbers: a reader loads only the leaf that it needs. */
enum { ENTRIES_PER_LEAF = 32 };

typedef struct Structure {
	Arena *arena;
	Writer *writer;
	Tags *tags;
	const uint32_t *pages;
	const ElementList *annotated;
	uint32_t root;
} Structure;

/* ---- Elements ---- */

static const Mark *first_mark(const Element *element)
{
	for (const Kid *kid = element->first; kid != NULL; kid = kid->next) {
		if (kid->kind == KID_LEAF && kid->leaf->first != NULL)
			return kid->leaf->first;
	}
	return NULL;
}

/* Marked content of the element's own page is its number; of another page it must name that. */
static void put_mark(const Structure *structure, Buffer *out, const Mark *mark, size_t own_page)
{
	if (mark->page == own_page) {
		buffer_put_integer(out, mark->mcid);
	} else {
		buffer_put(out, TEXT("<</Type/MCR/Pg "));
		syntax_put_reference(out, structure->pages[mark->page]);
		buffer_put(out, TEXT("/MCID "));
		buffer_put_integer(out, mark->mcid);
		buffer_put(out, TEXT(">>"));
	}
}

static void put_annotation(const Structure *structure, Buffer *out, const Kid *kid)
{
	buffer_put(out, TEXT("<</Type/OBJR/Obj "));
	syntax_put_reference(out, kid->annotation);
	buffer_put(out, TEXT("/Pg "));
	syntax_put_reference(out, structure->pages[kid->page]);
	buffer_put(out, TEXT(">>"));
}

static void put_leaf(const Structure *structure, Buffer *out, const Leaf *leaf, size_t own_page)
{
	for (const Mark *mark = leaf->first; mark != NULL; mark = mark->next) {
		if (mark != leaf->first)
			buffer_put_byte(out, ' ');
		put_mark(structure, out, mark, own_page);
	}
}

/* One kid needs no array around it. */
static void put_kids(const Structure *structure, Buffer *out, const Element *element,
                     size_t own_page)
{
	const Kid *first = element->first;
	bool one = first->next == NULL &&
	           (first->kind != KID_LEAF ||
	            (first->leaf->first != NULL && first->leaf->first->next == NULL));
	buffer_put(out, one ? TEXT("/K ") : TEXT("/K["));
	for (const Kid *kid = first; kid != NULL; kid = kid->next) {
		if (kid != first)
			buffer_put_byte(out, ' ');
		if (kid->kind == KID_ELEMENT)
			syntax_put_reference(out, kid->element->object);
		else if (kid->kind == KID_ANNOTATION)
			put_annotation(structure, out, kid);
		else
			put_leaf(structure, out, kid->leaf, own_page);
	}
	if (!one)
		buffer_put_byte(out, ']');
}

/* `*out` is a buffer for many. An element's /Type may be left out (ISO 32000-1, table 323), and is:
 * most of a small document is structure. */
static void write_element(const Structure *structure, Buffer *out, const Element *element)
{
	const Mark *mark = first_mark(element);
	buffer_clear(out);
	buffer_put(out, TEXT("/S/"));
	buffer_put(out, element->type);
	buffer_put(out, TEXT("/P "));
	syntax_put_reference(out,
	                     element->parent != NULL ? element->parent->object : structure->root);
	if (mark != NULL) {
		buffer_put(out, TEXT("/Pg "));
		syntax_put_reference(out, structure->pages[mark->page]);
	}
	if (element->id.length > 0) {
		buffer_put(out, TEXT("/ID("));
		buffer_put(out, element->id);
		buffer_put_byte(out, ')');
	}
	if (element->refers != NULL) {
		buffer_put(out, TEXT("/Ref["));
		syntax_put_reference(out, element->refers->object);
		buffer_put_byte(out, ']');
	}
	buffer_put(out, element->attributes);
	if (element->first != NULL)
		put_kids(structure, out, element, mark != NULL ? mark->page : SIZE_MAX);
	writer_define(structure->writer, element->object,
	              text_copy(structure->arena, buffer_text(out)));
}

/* ---- The tree of parents ---- */

static size_t entry_count(const Structure *structure)
{
	return structure->tags->page_count + structure->annotated->count;
}

static void put_entry(const Structure *structure, Buffer *out, size_t key)
{
	size_t page_count = structure->tags->page_count;
	buffer_put_integer(out, (int64_t)key);
	if (key >= page_count) {
		buffer_put_byte(out, ' ');
		syntax_put_reference(out, structure->annotated->items[key - page_count]->object);
		buffer_put_byte(out, ' ');
		return;
	}
	const ElementList *owners = &structure->tags->pages[key].owners;
	buffer_put_byte(out, '[');
	for (size_t i = 0; i < owners->count; i++) {
		syntax_put_reference(out, owners->items[i]->object);
		buffer_put_byte(out, ' ');
	}
	buffer_put_byte(out, ']');
}

static uint32_t write_parent_leaf(const Structure *structure, size_t first, size_t end)
{
	Buffer out = buffer_new(structure->arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT("/Limits["));
	buffer_put_integer(&out, (int64_t)first);
	buffer_put_byte(&out, ' ');
	buffer_put_integer(&out, (int64_t)end - 1);
	buffer_put(&out, TEXT("]/Nums["));
	for (size_t key = first; key < end; key++)
		put_entry(structure, &out, key);
	buffer_put_byte(&out, ']');
	return writer_object(structure->writer, buffer_text(&out));
}

static uint32_t write_parent_tree(const Structure *structure)
{
	size_t count = entry_count(structure);
	Buffer out = buffer_new(structure->arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT("/Kids["));
	for (size_t first = 0; first < count; first += ENTRIES_PER_LEAF) {
		size_t end = first + ENTRIES_PER_LEAF < count ? first + ENTRIES_PER_LEAF : count;
		syntax_put_reference(&out, write_parent_leaf(structure, first, end));
		buffer_put_byte(&out, ' ');
	}
	buffer_put_byte(&out, ']');
	return writer_object(structure->writer, buffer_text(&out));
}

/* ---- The root ---- */

static int order_of_ids(const void *a, const void *b)
{
	const Element *const *one = a, *const *other = b;
	return text_order((*one)->id, (*other)->id);
}

static uint32_t write_id_leaf(const Structure *structure, Element *const *elements, size_t count)
{
	Buffer out = buffer_new(structure->arena, BUFFER_MAXIMUM);
	const Text limits[] = {TEXT("/Limits[("), elements[0]->id, TEXT(")("),
	                       elements[count - 1]->id, TEXT(")]/Names[")};
	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
		buffer_put(&out, limits[i]);
	for (size_t i = 0; i < count; i++) {
		buffer_put_byte(&out, '(');
		buffer_put(&out, elements[i]->id);
		buffer_put_byte(&out, ')');
		syntax_put_reference(&out, elements[i]->object);
		buffer_put_byte(&out, ' ');
	}
	buffer_put_byte(&out, ']');
	return writer_object(structure->writer, buffer_text(&out));
}

/* The elements by id, which stand in the order of their bytes (7.9.6): notes must have one
 * (14289-1, 7.9), and cells name their headers by them. */
static void put_ids(const Structure *structure, Buffer *out)
{
	ElementList *named = &structure->tags->named;
	if (named->count == 0)
		return;
	sort_stable(structure->arena, named->items, named->count, sizeof *named->items,
	            order_of_ids);
	buffer_put(out, TEXT("/IDTree<</Kids["));
	for (size_t first = 0; first < named->count; first += ENTRIES_PER_LEAF) {
		size_t left = named->count - first;
		syntax_put_reference(
		        out, write_id_leaf(structure, named->items + first,
		                           left < ENTRIES_PER_LEAF ? left : ENTRIES_PER_LEAF));
		buffer_put_byte(out, ' ');
	}
	buffer_put(out, TEXT("]>>"));
}

uint32_t structure_write(Arena *arena, Writer *writer, Tags *tags, const uint32_t *pages,
                         const ElementList *annotated)
{
	Structure structure = {.arena = arena,
	                       .writer = writer,
	                       .tags = tags,
	                       .pages = pages,
	                       .annotated = annotated,
	                       .root = writer_reserve(writer)};
	const ElementList *elements = &tags->elements;
	for (size_t i = 0; i < elements->count; i++)
		elements->items[i]->object = writer_reserve(writer);
	Buffer entries = buffer_new(arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < elements->count; i++)
		write_element(&structure, &entries, elements->items[i]);

	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT("/Type/StructTreeRoot/K "));
	syntax_put_reference(&out, elements->items[0]->object);
	buffer_put(&out, TEXT("/ParentTree "));
	syntax_put_reference(&out, write_parent_tree(&structure));
	buffer_put(&out, TEXT("/ParentTreeNextKey "));
	buffer_put_integer(&out, (int64_t)entry_count(&structure));
	put_ids(&structure, &out);
	writer_define(writer, structure.root, buffer_text(&out));
	return structure.root;
}
