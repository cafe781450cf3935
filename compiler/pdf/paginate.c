/* Paginate: groups of strips, and the notes they bring with them, onto pages. */
#include "pdf/paginate.h"

#include "base/limits.h"
#include "pdf/blocks.h"
#include "pdf/notes.h"

enum {
	NOTES_GAP = 100, /* above the rule over the notes, in per cent of the body's leading */
	NOTES_RULE_SPACE = 50, /* under it, in per cent of the notes' leading */
	NOTES_RULE_SHARE = 25, /* its length, in per cent of the measure */
};

#define NOTES_RULE ((Length)500)

/* A document of few pages is tried with spaces a little tighter, if that does away with a page;
 * more so when the last one hardly needs to be. */
enum {
	TIGHTER = 8,   /* per cent at a time */
	TIGHT = 84,    /* per cent of what the style says */
	TIGHTEST = 76, /* the same, where the last page ... */
	LEFTOVER = 12, /* ... holds less than this of its height, in per cent */
	FEW_PAGES = 30,
	GREAT_SPACE = 40, /* points: what is larger has another purpose than to part blocks */
};

/* The strips of a note that have yet to be placed. */
typedef struct PendingNote {
	const Strips *strips;
	size_t next;
} PendingNote;

typedef struct PendingNotes {
	PendingNote *items;
	size_t count;
	size_t capacity;
} PendingNotes;

typedef struct Paginator {
	Typeset *set;
	Layout *layout;
	const Strips *strips;
	int spaces;              /* what is left of those between strips, in per cent */
	Length height;           /* of the page inside its margins */
	Length used;             /* of it by strips */
	bool empty;              /* nothing of the running text stands on the page yet */
	PendingNotes notes;      /* at the foot of the page */
	Length notes_height;     /* with gap and rule */
	const Strips **settings; /* of notes, by serial; NULL until first referred to */
	bool *called;            /* by serial: the note has been given to a page */
} Paginator;

/* ---- Pages ---- */

static Page *current_page(const Paginator *paginator)
{
	Pages *pages = &paginator->layout->pages;
	return &pages->items[pages->count - 1];
}

static void put_item(Paginator *paginator, const Item *item, Length top)
{
	const Style *style = paginator->set->style;
	Item *placed = ARENA_PUSH(paginator->set->pages, current_page(paginator));
	*placed = *item;
	placed->x += layout_left(style, paginator->layout->pages.count - 1) - style->margin_left;
	placed->y += top;
}

static void set_place(Paginator *paginator, const Node *node, Length top)
{
	if (node == NULL)
		return;
	paginator->layout->places[node->serial] =
	        (Place){.placed = true,
	                .turned = current_page(paginator)->turned,
	                .page = paginator->layout->pages.count - 1,
	                .y = top};
}

static void put_strip(Paginator *paginator, const Strip *strip, Length top)
{
	for (size_t i = 0; i < strip->count; i++) {
		const Item *item = &strip->items[i];
		put_item(paginator, item, top);
		/* Notes lead back to where they are called. */
		if (item->role == ROLE_TEXT && item->node != NULL &&
		    item->node->kind == NODE_NOTE_REFERENCE)
			set_place(paginator, item->node, top);
	}
	set_place(paginator, strip->anchor, top);
}

/* The head of a table that goes on: the same to look at, but said only once. */
static void repeat_head(Paginator *paginator, const Strips *head)
{
	for (size_t i = 0; i < head->count; i++) {
		const Strip *strip = &head->items[i];
		Length top = paginator->set->style->margin_top + paginator->used;
		for (size_t j = 0; j < strip->count; j++) {
			Item item = strip->items[j];
			item.role = ROLE_DECORATION;
			item.link = NULL;
			put_item(paginator, &item, top);
		}
		paginator->used += strip->height;
	}
}

/* ---- Notes ---- */

static Length notes_gap(const Style *style)
{
	return style->body.leading * NOTES_GAP / 100;
}

static Length notes_rule_space(const Style *style)
{
	return style->note.leading * NOTES_RULE_SPACE / 100;
}

static Length notes_head_height(const Style *style)
{
	return notes_gap(style) + NOTES_RULE + notes_rule_space(style);
}

static Length note_strip_height(const PendingNote *note, size_t index)
{
	const Strip *strip = &note->strips->items[index];
	return strip->before + strip->height;
}

static Length note_height(const PendingNote *note)
{
	Length height = 0;
	for (size_t i = note->next; i < note->strips->count; i++)
		height += note_strip_height(note, i);
	return height;
}

static const Strips *note_setting(Paginator *paginator, Node *note)
{
	const Strips **setting = &paginator->settings[note->serial];
	if (*setting == NULL) {
		*setting = notes_to_strips(paginator->set, note);
		arena_release(paginator->set->scratch);
	}
	return *setting;
}

/* The note that an item is the first to refer to, or NULL. */
static Node *note_called_by(const Paginator *paginator, const Item *item)
{
	if (item->role != ROLE_TEXT || item->node == NULL ||
	    item->node->kind != NODE_NOTE_REFERENCE)
		return NULL;
	Node *note = item->node->as.reference.note;
	return note != NULL && !paginator->called[note->serial] ? note : NULL;
}

/* Gives a strip's new notes to the page, and returns what they add to its foot. */
static Length call_notes(Paginator *paginator, const Strip *strip)
{
	Length before = paginator->notes_height;
	for (size_t i = 0; i < strip->count; i++) {
		Node *note = note_called_by(paginator, &strip->items[i]);
		if (note == NULL)
			continue;
		paginator->called[note->serial] = true;
		PendingNote *pending = ARENA_PUSH(paginator->set->strips, &paginator->notes);
		*pending = (PendingNote){.strips = note_setting(paginator, note)};
		if (paginator->notes_height == 0)
			paginator->notes_height = notes_head_height(paginator->set->style);
		paginator->notes_height += note_height(pending);
	}
	return paginator->notes_height - before;
}

/* Takes back the notes from `count` on, which were called only to see what they need. */
static void recall_notes(Paginator *paginator, size_t count, Length height)
{
	while (paginator->notes.count > count) {
		const PendingNote *note = &paginator->notes.items[--paginator->notes.count];
		paginator->called[note->strips->items[0].anchor->serial] = false;
	}
	paginator->notes_height = height;
}

/* Sets the notes from the foot upwards; what a page has no room for stays pending. */
static void put_notes(Paginator *paginator)
{
	const Style *style = paginator->set->style;
	Length room = paginator->height - paginator->used;
	if (paginator->notes.count == 0 ||
	    room < notes_head_height(style) + note_strip_height(&paginator->notes.items[0], 0))
		return;
	Length height = paginator->notes_height < room ? paginator->notes_height : room;
	Length y = style->margin_top + paginator->height - height + notes_gap(style);
	Length end = style->margin_top + paginator->height;
	Item rule = {.kind = ITEM_RECTANGLE,
	             .role = ROLE_DECORATION,
	             .x = style->margin_left,
	             .width = blocks_measure(style) * NOTES_RULE_SHARE / 100,
	             .height = NOTES_RULE,
	             .colour = style->quiet_colour};
	put_item(paginator, &rule, y);
	y += NOTES_RULE + notes_rule_space(style);

	PendingNotes rest = {.items = NULL};
	for (size_t i = 0; i < paginator->notes.count; i++) {
		PendingNote note = paginator->notes.items[i];
		while (rest.count == 0 && note.next < note.strips->count &&
		       y + note_strip_height(&note, note.next) <= end) {
			const Strip *strip = &note.strips->items[note.next];
			put_strip(paginator, strip, y + strip->before);
			y += note_strip_height(&note, note.next++);
		}
		if (note.next < note.strips->count)
			*ARENA_PUSH(paginator->set->strips, &rest) = note;
	}
	paginator->notes = rest;
}

/* ---- Groups ---- */

static void lay(Paginator *paginator, bool turned)
{
	Style style = layout_style(paginator->set->style, turned);
	current_page(paginator)->turned = turned;
	paginator->height = blocks_page_height(&style);
}

/* An empty page, which owes its foot to the notes that the one before had no room for. */
static bool open_page(Paginator *paginator, bool turned)
{
	Pages *pages = &paginator->layout->pages;
	if (pages->count == LIMIT_PAGES)
		return false;
	(void)ARENA_PUSH(paginator->set->pages, pages);
	lay(paginator, turned);
	paginator->used = 0;
	paginator->empty = true;
	paginator->notes_height =
	        paginator->notes.count > 0 ? notes_head_height(paginator->set->style) : 0;
	for (size_t i = 0; i < paginator->notes.count; i++)
		paginator->notes_height += note_height(&paginator->notes.items[i]);
	return true;
}

/* Between a strip and the one above it. */
static Length space_above(const Paginator *paginator, const Strip *strip)
{
	bool great = strip->before > GREAT_SPACE * 1000;
	return great ? strip->before : strip->before * paginator->spaces / 100;
}

static Length space_before(const Paginator *paginator, const Strip *strip)
{
	return paginator->empty ? 0 : space_above(paginator, strip);
}

/* What is left of the page. */
static Length page_room(const Paginator *paginator)
{
	return paginator->height - paginator->used - paginator->notes_height;
}

/* Strips that stay together. */
typedef struct Group {
	size_t end;  /* after the last that has been read */
	bool turned; /* one of them stands on a page that lies down, so all do */
	bool fits;   /* the page can hold them, and lies as they want it */
} Group;

/* The group that begins with strip `first`. Reading stops where even an empty page would be full,
 * so an endless group is not read again and again. */
static Group read_group(Paginator *paginator, size_t first)
{
	const Strips *strips = paginator->strips;
	Group group = {.end = first};
	size_t notes = paginator->notes.count;
	Length notes_height = paginator->notes_height;
	Length room = page_room(paginator);
	Length demand = space_before(paginator, &strips->items[first]);
	bool more = true;
	while (more && demand <= paginator->height) {
		const Strip *strip = &strips->items[group.end];
		demand += (group.end > first ? space_above(paginator, strip) : 0) + strip->height;
		demand += call_notes(paginator, strip);
		group.end++;
		group.turned = group.turned || strip->turned;
		more = strip->keep && group.end < strips->count &&
		       !strips->items[group.end].new_page;
	}
	recall_notes(paginator, notes, notes_height);
	group.fits = !more && demand <= room && group.turned == current_page(paginator)->turned;
	return group;
}

static void place_strip(Paginator *paginator, const Strip *strip)
{
	paginator->used += space_before(paginator, strip);
	put_strip(paginator, strip, paginator->set->style->margin_top + paginator->used);
	paginator->used += strip->height;
	paginator->empty = false;
	call_notes(paginator, strip);
}

/* Places as many strips as the empty page can hold, at least one; returns the next. */
static size_t place_what_fits(Paginator *paginator, size_t first)
{
	const Strips *strips = paginator->strips;
	size_t i = first;
	do {
		place_strip(paginator, &strips->items[i++]);
	} while (i < strips->count && strips->items[i - 1].keep &&
	         space_above(paginator, &strips->items[i]) + strips->items[i].height <=
	                 page_room(paginator));
	return i;
}

/* Turns to an empty page; what must begin a sheet of duplex paper leaves the back of the one before
 * it blank. A page that begins inside a table repeats its head. */
static bool turn_page(Paginator *paginator, const Strip *next, bool turned)
{
	const Style *style = paginator->set->style;
	do {
		put_notes(paginator);
		if (!open_page(paginator, turned))
			return false;
	} while (next->new_sheet && layout_is_left_hand(style, paginator->layout->pages.count - 1));
	if (next->head != NULL)
		repeat_head(paginator, next->head);
	return true;
}

/* Places the group that begins with strip `*next`, on a new page if need be. False when there are
 * too many. */
static bool place_group(Paginator *paginator, size_t *next)
{
	const Strip *strip = &paginator->strips->items[*next];
	Group group = read_group(paginator, *next);
	if (!paginator->empty && (strip->new_page || !group.fits)) {
		if (!turn_page(paginator, strip, group.turned))
			return false;
		group = read_group(paginator, *next);
	} else if (paginator->empty && group.turned != current_page(paginator)->turned) {
		lay(paginator, group.turned);
		group = read_group(paginator, *next);
	}
	if (!group.fits)
		*next = place_what_fits(paginator, *next);
	while (*next < group.end && group.fits)
		place_strip(paginator, &paginator->strips->items[(*next)++]);
	return true;
}

/* Fills pages with all strips; `*leftover` tells whether the last one hardly needed to be. */
static bool fill(Paginator *paginator, bool *leftover)
{
	if (!open_page(paginator, false))
		return false;
	for (size_t i = 0; i < paginator->strips->count;)
		if (!place_group(paginator, &i))
			return false;
	*leftover =
	        paginator->used * 100 < paginator->height * LEFTOVER && paginator->notes.count == 0;
	put_notes(paginator);
	while (paginator->notes.count > 0) {
		if (!open_page(paginator, false))
			return false;
		put_notes(paginator);
	}
	return true;
}

static Paginator paginator_new(Typeset *set, const Document *document, const Strips *strips,
                               Layout *layout, int spaces)
{
	return (Paginator){
	        .set = set,
	        .layout = layout,
	        .strips = strips,
	        .spaces = spaces,
	        .settings = ARENA_ARRAY(set->strips, const Strips *, document->serial + 1),
	        .called = ARENA_ARRAY(set->strips, bool, document->serial + 1),
	};
}

bool paginate(Typeset *set, const Document *document, const Strips *strips, Layout *layout)
{
	Layout own = *layout;
	Paginator paginator = paginator_new(set, document, strips, layout, 100);
	bool leftover;
	if (!fill(&paginator, &leftover))
		return false;
	size_t count = layout->pages.count;
	int tightest = count == 1 || count > FEW_PAGES ? 100 : leftover ? TIGHTEST : TIGHT;
	for (int spaces = 100 - TIGHTER; spaces >= tightest; spaces -= TIGHTER) {
		Layout tighter = own;
		tighter.places = ARENA_ARRAY(set->arena, Place, own.place_count);
		Paginator again = paginator_new(set, document, strips, &tighter, spaces);
		bool still;
		if (!fill(&again, &still) || tighter.pages.count >= count)
			continue;
		*layout = tighter;
		return true;
	}
	return true;
}
