/* Annotate: link annotations (ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18.5). */
#include "pdf/annotate.h"

#include "pdf/syntax.h"

/* One line of a link. */
typedef struct Area {
	const Node *link;
	Length left;
	Length right;
	Length top;
	Length bottom;
} Area;

void annotate_put_destination(Buffer *out, const Style *style, const uint32_t *pages, Place place)
{
	buffer_put_byte(out, '[');
	syntax_put_reference(out, pages[place.page]);
	buffer_put(out, TEXT("/XYZ "));
	syntax_put_length(out, layout_left(style, place.page));
	syntax_put_length(out, layout_style(style, place.turned).page_height - place.y);
	buffer_put(out, TEXT("null]"));
}

static Area area_of(const Annotator *annotator, const Item *item)
{
	const FontMetrics *metrics = font_metrics(annotator->fonts, item->face);
	return (Area){
	        .link = item->link,
	        .left = item->x,
	        .right = item->x + item->width,
	        .top = item->y - font_length(metrics, metrics->ascender, item->size),
	        .bottom = item->y - font_length(metrics, metrics->descender, item->size),
	};
}

static bool leads_outside(const Node *link)
{
	return link->kind == NODE_LINK && link->as.link.heading == NULL;
}

static const Node *destination_of(const Node *link)
{
	if (link->kind == NODE_LINK)
		return link->as.link.heading;
	if (link->kind == NODE_NOTE)
		return link->as.note.reference;
	return link->kind == NODE_CONTENTS_ENTRY ? link->as.entry.heading : link->as.reference.note;
}

/* What the link leads to, for those who do not see where it stands. */
static void put_description(Annotator *annotator, Buffer *out, const Node *link)
{
	Buffer text = buffer_new(annotator->arena, BUFFER_MAXIMUM);
	if (leads_outside(link)) {
		buffer_put(&text, link->as.link.target);
	} else if (link->kind == NODE_NOTE) {
		buffer_put(&text, TEXT("Tillbaka till texten från not "));
		buffer_put_integer(&text, link->as.note.number);
	} else if (link->kind != NODE_NOTE_REFERENCE) {
		buffer_put(&text, TEXT("Till avsnittet "));
		buffer_put(&text, node_text(annotator->arena, destination_of(link)));
	} else {
		buffer_put(&text, TEXT("Till not "));
		buffer_put_integer(&text, link->as.reference.note->as.note.number);
	}
	syntax_put_text(out, buffer_text(&text));
}

static bool leads_anywhere(const Annotator *annotator, const Node *link)
{
	return leads_outside(link) || layout_place(annotator->layout, destination_of(link)).placed;
}

static void put_action(Annotator *annotator, Buffer *out, const Node *link)
{
	if (leads_outside(link)) {
		buffer_put(out, TEXT("/A<</S/URI/URI"));
		syntax_put_uri(out, link->as.link.target);
		buffer_put(out, TEXT(">>"));
		return;
	}
	Place place = layout_place(annotator->layout, destination_of(link));
	buffer_put(out, TEXT("/Dest"));
	annotate_put_destination(out, annotator->style, annotator->pages, place);
}

/* Flag 4: it is printed, as PDF/A asks. */
static uint32_t write_area(Annotator *annotator, const Area *area, size_t page)
{
	Length height = layout_style(annotator->style, annotator->layout->pages.items[page].turned)
	                        .page_height;
	Element *element = tags_link_element(annotator->tags, area->link);
	Buffer out = buffer_new(annotator->arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT("/Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect["));
	syntax_put_length(&out, area->left);
	syntax_put_length(&out, height - area->bottom);
	syntax_put_length(&out, area->right);
	syntax_put_length(&out, height - area->top);
	buffer_put(&out, TEXT("]/Contents"));
	put_description(annotator, &out, area->link);
	buffer_put(&out, TEXT("/StructParent "));
	buffer_put_integer(&out, (int64_t)(annotator->tags->page_count + annotator->owners.count));
	put_action(annotator, &out, area->link);

	uint32_t object = writer_object(annotator->writer, buffer_text(&out));
	*ARENA_PUSH(annotator->arena, &annotator->owners) = element;
	tags_add_annotation(annotator->tags, element, object, page);
	return object;
}

/* Items of one link on one line, or on a line and raised above it, make one area. */
static bool joins(const Area *area, const Area *next)
{
	return area->link == next->link && next->left >= area->left && next->top < area->bottom &&
	       area->top < next->bottom;
}

Annotations annotate_page(Annotator *annotator, size_t index)
{
	const Page *page = &annotator->layout->pages.items[index];
	Annotations annotations = {.items = NULL};
	Area area = {.link = NULL};
	for (size_t i = 0; i <= page->count; i++) {
		const Item *item = i < page->count ? &page->items[i] : NULL;
		bool active = item != NULL && item->link != NULL && item->kind == ITEM_TEXT &&
		              item->glyph_count > 0 && leads_anywhere(annotator, item->link);
		Area next = active ? area_of(annotator, item) : (Area){.link = NULL};
		if (active && area.link != NULL && joins(&area, &next)) {
			area.right = next.right > area.right ? next.right : area.right;
			continue;
		}
		if (area.link != NULL)
			*ARENA_PUSH(annotator->arena, &annotations) =
			        write_area(annotator, &area, index);
		area = next;
	}
	return annotations;
}
