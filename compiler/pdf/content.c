/* Content: placed items as text and path operators. */
#include "pdf/content.h"

#include "base/buffer.h"
#include "pdf/syntax.h"

#define NO_COLOUR UINT32_C(0xffffffff)

/* What is no content (ISO 32000-1, 14.8.2.2). */
typedef enum Artifact { ARTIFACT_NONE, ARTIFACT_HEADER, ARTIFACT_FOOTER, ARTIFACT_LAYOUT } Artifact;

typedef struct Content {
	const ContentContext *context;
	Buffer out;
	size_t page;
	Length height; /* of the page */
	/* What the stream has set last, so that nothing is said twice. */
	Colour colour;
	int face;
	Length size;
	const Element *open; /* the element whose marked content is open */
	Artifact artifact;   /* else the artifact that is */
} Content;

/* ---- Marked content ---- */

static void close_mark(Content *content)
{
	if (content->open != NULL || content->artifact != ARTIFACT_NONE)
		buffer_put(&content->out, TEXT("EMC\n"));
	content->open = NULL;
	content->artifact = ARTIFACT_NONE;
}

static void open_content(Content *content, Leaf *leaf)
{
	if (content->open == leaf->element)
		return;
	close_mark(content);
	buffer_put_byte(&content->out, '/');
	buffer_put(&content->out, leaf->element->type);
	buffer_put(&content->out, TEXT(" <</MCID "));
	buffer_put_integer(&content->out, tags_mark(content->context->tags, leaf, content->page));
	buffer_put(&content->out, TEXT(">> BDC\n"));
	content->open = leaf->element;
}

static Artifact artifact_of(const Content *content, const Item *item)
{
	const Style *style = content->context->style;
	if (item->role != ROLE_PAGINATION)
		return ARTIFACT_LAYOUT;
	return item->y > content->height - style->margin_bottom ? ARTIFACT_FOOTER : ARTIFACT_HEADER;
}

static void open_artifact(Content *content, Artifact artifact)
{
	static const Text properties[] = {
	        [ARTIFACT_HEADER] = TEXT_INIT("/Type/Pagination/Subtype/Header"),
	        [ARTIFACT_FOOTER] = TEXT_INIT("/Type/Pagination/Subtype/Footer"),
	        [ARTIFACT_LAYOUT] = TEXT_INIT("/Type/Layout"),
	};
	if (content->artifact == artifact)
		return;
	close_mark(content);
	buffer_put(&content->out, TEXT("/Artifact <<"));
	buffer_put(&content->out, properties[artifact]);
	buffer_put(&content->out, TEXT(">> BDC\n"));
	content->artifact = artifact;
}

static void open_mark(Content *content, const Item *item)
{
	Leaf *leaf = tags_leaf(content->context->tags, item);
	if (leaf != NULL)
		open_content(content, leaf);
	else
		open_artifact(content, artifact_of(content, item));
}

/* ---- Text ---- */

static void set_colour(Content *content, Colour colour)
{
	if (content->colour == colour)
		return;
	syntax_put_fill(&content->out, colour);
	content->colour = colour;
}

static void set_font(Content *content, const Item *item)
{
	if (content->face == (int)item->face && content->size == item->size)
		return;
	buffer_put(&content->out, TEXT("/F"));
	buffer_put_integer(&content->out, item->face);
	buffer_put_byte(&content->out, ' ');
	syntax_put_length(&content->out, item->size);
	buffer_put(&content->out, TEXT("Tf "));
	content->face = (int)item->face;
	content->size = item->size;
}

static void put_cid(Buffer *out, uint16_t cid)
{
	syntax_put_string_byte(out, cid >> 8);
	syntax_put_string_byte(out, cid & 0xff);
}

/* Moves the next glyph `units` to the left: kerning, and whatever shaping displaced. */
static void put_adjustment(Buffer *out, const FontMetrics *metrics, int32_t units)
{
	int32_t thousandths = font_length(metrics, units, 1000);
	if (thousandths == 0)
		return;
	buffer_put_byte(out, ')');
	buffer_put_integer(out, thousandths);
	buffer_put_byte(out, '(');
}

/* Marks above or below letters stand higher or lower than the line. */
static void set_rise(Content *content, const Item *item, int32_t *rise, int32_t units)
{
	const FontMetrics *metrics = font_metrics(content->context->fonts, item->face);
	if (*rise == units)
		return;
	buffer_put(&content->out, TEXT(")] TJ "));
	syntax_put_length(&content->out, font_length(metrics, units, item->size));
	buffer_put(&content->out, TEXT("Ts [("));
	*rise = units;
}

static uint16_t cid_of(Content *content, const Item *item, size_t index)
{
	const PlacedGlyph *glyph = &item->glyphs[index];
	size_t end =
	        index + 1 < item->glyph_count ? item->glyphs[index + 1].cluster : item->text.length;
	return embed_cid(content->context->embedding, item->face, glyph->index,
	                 text_cut(item->text, glyph->cluster, end));
}

static void put_glyphs(Content *content, const Item *item)
{
	Buffer *out = &content->out;
	const FontMetrics *metrics = font_metrics(content->context->fonts, item->face);
	int32_t pending = 0; /* how far to the left the next glyph stands */
	int32_t rise = 0;
	buffer_put(out, TEXT("[("));
	for (size_t i = 0; i < item->glyph_count; i++) {
		const PlacedGlyph *glyph = &item->glyphs[i];
		uint16_t cid = cid_of(content, item, i);
		set_rise(content, item, &rise, glyph->y);
		put_adjustment(out, metrics, pending - glyph->x);
		put_cid(out, cid);
		pending = glyph->x - glyph->kern;
	}
	set_rise(content, item, &rise, 0);
	if (item->hyphen)
		put_cid(out, embed_cid(content->context->embedding, item->face, metrics->hyphen,
		                       TEXT("\u00ad")));
	buffer_put(out, TEXT(")] TJ"));
}

static void put_text(Content *content, const Item *item)
{
	Buffer *out = &content->out;
	if (item->glyph_count == 0)
		return;
	open_mark(content, item);
	set_colour(content, item->colour);
	buffer_put(out, TEXT("BT "));
	set_font(content, item);
	syntax_put_length(out, item->x);
	syntax_put_length(out, content->height - item->y);
	buffer_put(out, TEXT("Td "));
	put_glyphs(content, item);
	buffer_put(out, TEXT(" ET\n"));
}

static void put_rectangle_of(Content *content, const Item *item)
{
	syntax_put_length(&content->out, item->x);
	syntax_put_length(&content->out, content->height - item->y - item->height);
	syntax_put_length(&content->out, item->width);
	syntax_put_length(&content->out, item->height);
	buffer_put(&content->out, TEXT("re "));
}

static void put_rectangle(Content *content, const Item *item)
{
	open_mark(content, item);
	set_colour(content, item->colour);
	put_rectangle_of(content, item);
	buffer_put(&content->out, TEXT("f\n"));
}

static void put_step(Content *content, const Item *item, const PathStep *step)
{
	static const Text operators[] = {[PATH_MOVE] = TEXT_INIT("m\n"),
	                                 [PATH_LINE] = TEXT_INIT("l\n"),
	                                 [PATH_CURVE] = TEXT_INIT("c\n"),
	                                 [PATH_CLOSE] = TEXT_INIT("h\n")};
	static const int points[] = {
	        [PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CURVE] = 3, [PATH_CLOSE] = 0};
	Length top = content->height - item->y;
	for (int i = 0; i < points[step->kind]; i++) {
		syntax_put_length(&content->out, item->x + step->points[i].x);
		syntax_put_length(&content->out, top - step->points[i].y);
	}
	buffer_put(&content->out, operators[step->kind]);
}

/* Nothing of it shows outside its box. */
static void put_paths(Content *content, const Item *item)
{
	const PicturePaths *paths = &item->picture->paths;
	buffer_put(&content->out, TEXT("q "));
	put_rectangle_of(content, item);
	buffer_put(&content->out, TEXT("W n\n"));
	for (size_t p = 0; p < paths->count; p++) {
		const PicturePath *path = &paths->items[p];
		syntax_put_fill(&content->out, path->fill);
		for (size_t i = 0; i < path->count; i++)
			put_step(content, item, &path->items[i]);
		buffer_put(&content->out, path->even_odd ? TEXT("f*\n") : TEXT("f\n"));
	}
	buffer_put(&content->out, TEXT("Q\n"));
}

/* Pixels fill the unit square. */
static void put_pixels(Content *content, const Item *item)
{
	Buffer *out = &content->out;
	buffer_put(out, TEXT("q "));
	syntax_put_length(out, item->width);
	buffer_put(out, TEXT("0 0 "));
	syntax_put_length(out, item->height);
	syntax_put_length(out, item->x);
	syntax_put_length(out, content->height - item->y - item->height);
	buffer_put(out, TEXT("cm /" CONTENT_LOGOTYPE " Do Q\n"));
}

static void put_picture(Content *content, const Item *item)
{
	Tags *tags = content->context->tags;
	open_mark(content, item);
	tags_place_figure(tags, tags_leaf(tags, item), item, content->height);
	if (item->picture->kind == PICTURE_PATHS)
		put_paths(content, item);
	else
		put_pixels(content, item);
}

Text content_of_page(const ContentContext *context, const Page *page, size_t index)
{
	Content content = {.context = context,
	                   .out = buffer_new(context->arena, BUFFER_MAXIMUM),
	                   .page = index,
	                   .height = layout_style(context->style, page->turned).page_height,
	                   .colour = NO_COLOUR,
	                   .face = FONT_FACES};
	for (size_t i = 0; i < page->count; i++) {
		const Item *item = &page->items[i];
		if (item->kind == ITEM_TEXT)
			put_text(&content, item);
		else if (item->kind == ITEM_PICTURE)
			put_picture(&content, item);
		else
			put_rectangle(&content, item);
	}
	close_mark(&content);
	return buffer_text(&content.out);
}
