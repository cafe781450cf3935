/* Tags: one walk over the document makes its structure elements. */
#include "pdf/tags.h"

#include "base/buffer.h"
#include "pdf/syntax.h"

/* ---- Elements and their kids ---- */

static Kid *add_kid(Tags *tags, Element *element, KidKind kind)
{
	Kid *kid = ARENA_NEW(tags->arena, Kid);
	kid->kind = kind;
	if (element->last != NULL)
		element->last->next = kid;
	else
		element->first = kid;
	element->last = kid;
	return kid;
}

static Element *add_element(Tags *tags, Element *parent, Text type, const Node *node)
{
	Element *element = ARENA_NEW(tags->arena, Element);
	element->type = type;
	element->node = node;
	element->parent = parent;
	*ARENA_PUSH(tags->arena, &tags->elements) = element;
	if (parent != NULL)
		add_kid(tags, parent, KID_ELEMENT)->element = element;
	return element;
}

static Leaf *add_leaf(Tags *tags, Element *element)
{
	Leaf *leaf = ARENA_NEW(tags->arena, Leaf);
	leaf->element = element;
	add_kid(tags, element, KID_LEAF)->leaf = leaf;
	return leaf;
}

/* ---- Kinds of nodes ---- */

static Text heading_type(int level)
{
	static const Text types[] = {TEXT_INIT("H1"), TEXT_INIT("H2"), TEXT_INIT("H3"),
	                             TEXT_INIT("H4"), TEXT_INIT("H5"), TEXT_INIT("H6")};
	int last = (int)(sizeof types / sizeof *types);
	int index = level < 1 ? 1 : level > last ? last : level;
	return types[index - 1];
}

static Text list_numbering(const Node *list)
{
	static const Text disc = TEXT_INIT("/A<</O/List/ListNumbering/Disc>>");
	static const Text decimal = TEXT_INIT("/A<</O/List/ListNumbering/Decimal>>");
	static const Text none = TEXT_INIT("/A<</O/List/ListNumbering/None>>");
	if (list->kind == NODE_FIELD_LIST)
		return none;
	return list->as.list.ordered ? decimal : disc;
}

static void set_id(Tags *tags, Element *element, Text kind)
{
	Buffer id = buffer_new(tags->arena, 64);
	*ARENA_PUSH(tags->arena, &tags->named) = element;
	buffer_put(&id, kind);
	buffer_put_integer(&id, (int64_t)tags->named.count);
	element->id = buffer_text(&id);
}

/* The elements that stand for `node` among the kids of `parent`; returns the one that takes the
 * node's own kids. */
typedef Element *(*MakeElements)(Tags *tags, Element *parent, const Node *node);

static Element *make_plain(Tags *tags, Element *parent, const Node *node)
{
	Text type = node_facts(node->kind)->pdf;
	return type.length > 0 ? add_element(tags, parent, type, node) : parent;
}

static Element *make_heading(Tags *tags, Element *parent, const Node *node)
{
	return add_element(tags, parent, heading_type(node->as.heading.level), node);
}

static Element *make_list(Tags *tags, Element *parent, const Node *node)
{
	Element *list = make_plain(tags, parent, node);
	list->attributes = list_numbering(node);
	return list;
}

static Element *make_item(Tags *tags, Element *parent, const Node *node)
{
	Element *item = make_plain(tags, parent, node);
	Element *label = add_element(tags, item, TEXT("Lbl"), node);
	tags->extras[node->serial] = add_leaf(tags, label);
	return add_element(tags, item, TEXT("LBody"), node);
}

/* ---- Tables ---- */

static const Node *nth_child(const Node *parent, size_t index)
{
	const Node *child = parent->first;
	while (child != NULL && index-- > 0)
		child = child->next;
	return child;
}

static size_t index_of(const Node *node)
{
	size_t index = 0;
	while ((node = node->previous) != NULL)
		index++;
	return index;
}

static const Node *head_of(const Node *table)
{
	const Node *part = table->first;
	while (part != NULL && part->kind != NODE_TABLE_HEAD)
		part = part->next;
	return part;
}

static bool is_header(const Node *cell)
{
	return cell != NULL && cell->kind == NODE_HEADER_CELL && cell->first != NULL;
}

static Element *make_header_cell(Tags *tags, Element *parent, const Node *node)
{
	if (!is_header(node))
		return add_element(tags, parent, node_facts(NODE_CELL)->pdf, node);
	Element *cell = make_plain(tags, parent, node);
	cell->attributes = node->as.cell.scope == SCOPE_ROW ? TEXT("/A<</O/Table/Scope/Row>>")
	                                                    : TEXT("/A<</O/Table/Scope/Column>>");
	set_id(tags, cell, TEXT("h"));
	return cell;
}

static void put_header(const Tags *tags, Buffer *out, const Node *header)
{
	if (!is_header(header))
		return;
	buffer_put_byte(out, '(');
	buffer_put(out, tags->contents[header->serial]->id);
	buffer_put_byte(out, ')');
}

/* Of a cell below a head of its column and beside the head of its row. */
static Element *make_cell(Tags *tags, Element *parent, const Node *node)
{
	Element *cell = make_plain(tags, parent, node);
	const Node *row = node->parent, *head = head_of(row->parent->parent);
	if (head == NULL || !is_header(row->first))
		return cell;
	Buffer out = buffer_new(tags->arena, BUFFER_MAXIMUM);
	size_t index = index_of(node);
	buffer_put(&out, TEXT("/A<</O/Table/Headers["));
	for (const Node *above = head->first; above != NULL; above = above->next)
		put_header(tags, &out, nth_child(above, index));
	put_header(tags, &out, row->first);
	buffer_put(&out, TEXT("]>>"));
	cell->attributes = buffer_text(&out);
	return cell;
}

/* ---- Parts that lead to others ---- */

static Element *make_contents(Tags *tags, Element *parent, const Node *node)
{
	Element *section = add_element(tags, parent, TEXT("Sect"), node);
	if (node->as.group.title.length > 0) {
		Element *title = add_element(tags, section, heading_type(2), node);
		tags->extras[node->serial] = add_leaf(tags, title);
	}
	return make_plain(tags, section, node);
}

/* The leaf of the page number comes after those of the text: see tags_new. */
static Element *make_entry(Tags *tags, Element *parent, const Node *node)
{
	Element *entry = make_plain(tags, parent, node);
	Element *reference = add_element(tags, entry, TEXT("Reference"), node);
	return add_element(tags, reference, TEXT("Link"), node);
}

static Element *make_note(Tags *tags, Element *parent, const Node *node)
{
	Element *note = make_plain(tags, parent, node);
	set_id(tags, note, TEXT("not-"));
	Element *label = add_element(tags, note, TEXT("Lbl"), node);
	Element *back = add_element(tags, label, TEXT("Link"), node);
	tags->extras[node->serial] = add_leaf(tags, back);
	return add_element(tags, note, TEXT("P"), node);
}

static Element *make_reference(Tags *tags, Element *parent, const Node *node)
{
	Element *reference = make_plain(tags, parent, node);
	Element *link = add_element(tags, reference, TEXT("Link"), node);
	tags->texts[node->serial] = add_leaf(tags, link);
	return link;
}

/* Code is an element within a line; a block of it is a paragraph of its own. */
static Element *make_code_block(Tags *tags, Element *parent, const Node *node)
{
	Element *paragraph = add_element(tags, parent, TEXT("P"), node);
	return make_plain(tags, paragraph, node);
}

static Element *make_with_text(Tags *tags, Element *parent, const Node *node, Text key, Text value)
{
	Element *element = make_plain(tags, parent, node);
	Buffer entry = buffer_new(tags->arena, BUFFER_MAXIMUM);
	buffer_put(&entry, key);
	syntax_put_text(&entry, value);
	element->attributes = buffer_text(&entry);
	return element;
}

static Element *make_foreign(Tags *tags, Element *parent, const Node *node)
{
	return make_with_text(tags, parent, node, TEXT("/Lang"), node->as.foreign.language);
}

/* Read aloud in place of the letters (ISO 32000-1, 14.9.5). */
static Element *make_abbreviation(Tags *tags, Element *parent, const Node *node)
{
	return make_with_text(tags, parent, node, TEXT("/E"), node->as.abbreviation.words);
}

static Element *make_text(Tags *tags, Element *parent, const Node *node)
{
	tags->texts[node->serial] = add_leaf(tags, parent);
	return parent;
}

/* Before all that the document says, since it stands above it. */
static void add_logotype(Tags *tags, const Picture *logotype)
{
	Element *figure = add_element(tags, tags->elements.items[0], TEXT("Figure"), NULL);
	Buffer alternative = buffer_new(tags->arena, BUFFER_MAXIMUM);
	buffer_put(&alternative, TEXT("/Alt"));
	syntax_put_text(&alternative, logotype->description);
	figure->attributes = buffer_text(&alternative);
	tags->logotype = add_leaf(tags, figure);
}

static const MakeElements makers[NODE_KINDS] = {
        [NODE_HEADING] = make_heading,
        [NODE_LIST] = make_list,
        [NODE_FIELD_LIST] = make_list,
        [NODE_ITEM] = make_item,
        [NODE_CODE_BLOCK] = make_code_block,
        [NODE_HEADER_CELL] = make_header_cell,
        [NODE_CONTENTS] = make_contents,
        [NODE_CONTENTS_ENTRY] = make_entry,
        [NODE_NOTE] = make_note,
        [NODE_NOTE_REFERENCE] = make_reference,
        [NODE_TEXT_RUN] = make_text,
        [NODE_CELL] = make_cell,
        [NODE_FOREIGN] = make_foreign,
        [NODE_ABBREVIATION] = make_abbreviation,
};

/* What stands on a line to sign on is read after the line's label, though it stands above it. */
static void add_filled(Tags *tags, const Node *line)
{
	if (line->as.line.filled.length == 0)
		return;
	Element *filled = add_element(tags, tags->contents[line->serial], TEXT("Span"), line);
	tags->texts[line->serial] = add_leaf(tags, filled);
}

/* A note may stand after all that refers to it, so this waits until every element is there. */
static void refer_to_notes(Tags *tags, const Document *document)
{
	for (Walk walk = walk_start(document->root); walk_next(&walk);) {
		const Node *node = walk.node;
		if (walk.event != WALK_ENTER || node->kind != NODE_NOTE_REFERENCE)
			continue;
		const Node *note = node->as.reference.note;
		if (note == NULL || tags->contents[note->serial] == NULL)
			continue;
		/* From the Link in the Reference, and from the P in the Note. */
		tags->contents[node->serial]->parent->refers = tags->contents[note->serial]->parent;
	}
}

Tags *tags_new(Arena *arena, const Document *document, size_t page_count)
{
	size_t serials = document->serial + 1;
	Tags *tags = ARENA_NEW(arena, Tags);
	tags->arena = arena;
	tags->contents = ARENA_ARRAY(arena, Element *, serials);
	tags->texts = ARENA_ARRAY(arena, Leaf *, serials);
	tags->extras = ARENA_ARRAY(arena, Leaf *, serials);
	tags->pages = ARENA_ARRAY(arena, PageTags, page_count);
	tags->page_count = page_count;
	for (Walk walk = walk_start(document->root); walk_next(&walk);) {
		const Node *node = walk.node;
		if (walk.event == WALK_ENTER) {
			Element *parent =
			        node->parent != NULL ? tags->contents[node->parent->serial] : NULL;
			MakeElements make =
			        makers[node->kind] != NULL ? makers[node->kind] : make_plain;
			tags->contents[node->serial] = make(tags, parent, node);
			if (node == document->root && document->facts.logotype != NULL)
				add_logotype(tags, document->facts.logotype);
		} else if (node->kind == NODE_SIGNATURE_LINE) {
			add_filled(tags, node);
		} else if (node->kind == NODE_CONTENTS_ENTRY) {
			tags->extras[node->serial] = add_leaf(tags, tags->contents[node->serial]);
		}
	}
	refer_to_notes(tags, document);
	return tags;
}

/* ---- Pages ---- */

Leaf *tags_leaf(const Tags *tags, const Item *item)
{
	if (item->role == ROLE_FIGURE)
		return tags->logotype;
	if (item->kind != ITEM_TEXT || item->node == NULL || item->role == ROLE_PAGINATION ||
	    item->role == ROLE_DECORATION)
		return NULL;
	return (item->role == ROLE_TEXT ? tags->texts : tags->extras)[item->node->serial];
}

uint32_t tags_mark(Tags *tags, Leaf *leaf, size_t page)
{
	ElementList *owners = &tags->pages[page].owners;
	Mark *mark = ARENA_NEW(tags->arena, Mark);
	mark->page = page;
	mark->mcid = (uint32_t)owners->count;
	*ARENA_PUSH(tags->arena, owners) = leaf->element;
	if (leaf->last != NULL)
		leaf->last->next = mark;
	else
		leaf->first = mark;
	leaf->last = mark;
	return mark->mcid;
}

void tags_place_figure(Tags *tags, Leaf *leaf, const Item *item, Length page_height)
{
	Buffer out = buffer_new(tags->arena, BUFFER_MAXIMUM);
	buffer_put(&out, leaf->element->attributes);
	buffer_put(&out, TEXT("/A<</O/Layout/Placement/Block/BBox["));
	syntax_put_length(&out, item->x);
	syntax_put_length(&out, page_height - item->y - item->height);
	syntax_put_length(&out, item->x + item->width);
	syntax_put_length(&out, page_height - item->y);
	buffer_put(&out, TEXT("]>>"));
	leaf->element->attributes = buffer_text(&out);
}

Element *tags_link_element(const Tags *tags, const Node *link)
{
	/* The number of a note leads back to the text. */
	return link->kind == NODE_NOTE ? tags->extras[link->serial]->element
	                               : tags->contents[link->serial];
}

void tags_add_annotation(Tags *tags, Element *element, uint32_t object, size_t page)
{
	Kid *kid = add_kid(tags, element, KID_ANNOTATION);
	kid->annotation = object;
	kid->page = page;
}
