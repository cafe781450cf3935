/* SVG: the elements and attributes of a drawing that is nothing but filled paths. */
#include "picture/formats.h"

#include <string.h>

#include "base/limits.h"

/* A start tag and what stands in it. */
typedef struct SvgTag {
	Text name;
	Text rest;  /* from after the name on */
	bool empty; /* "/>" */
} SvgTag;

typedef struct SvgAttribute {
	Text name;
	Text value;
} SvgAttribute;

typedef struct SvgReading {
	Arena *arena;
	const Source *source;
	size_t at;
	Span asked;
	Picture *picture;
	Frame frame;
	Colour fill; /* where a path says nothing */
	bool filled; /* false: "none" */
	size_t steps;
	Diagnostics *diagnostics;
} SvgReading;

static bool fail(const SvgReading *r, DiagnosticCode code, Text at)
{
	diagnose_with(r->diagnostics, code, span_of_slice(r->source, at), &at, 1);
	return false;
}

static bool fail_broken(const SvgReading *r)
{
	size_t length = r->source->bytes.length, at = r->at < length ? r->at : length;
	diagnose(r->diagnostics, SVG_BROKEN, span_of(r->source, at, at));
	return false;
}

static Text rest_of(const SvgReading *r)
{
	return text_after(r->source->bytes, r->at);
}

static bool is_space(char byte)
{
	return strchr(" \t\r\n", byte) != NULL;
}

/* Past the next `end`; false when there is none. */
static bool skip_past(SvgReading *r, Text end)
{
	size_t found = text_find(r->source->bytes, end, r->at);
	if (found == TEXT_NOWHERE)
		return fail_broken(r);
	r->at = found + end.length;
	return true;
}

/* ---- Tags ---- */

/* To the next "<" of a tag: what stands before may be space, comments and declarations. False at
 * the end, or after a report. */
static bool find_tag(SvgReading *r)
{
	for (;;) {
		Text rest = rest_of(r);
		if (rest.length == 0)
			return false;
		if (is_space(rest.bytes[0]))
			r->at++;
		else if (text_starts(rest, TEXT("<!--"))) {
			if (!skip_past(r, TEXT("-->")))
				return false;
		} else if (text_starts(rest, TEXT("<?")) || text_starts(rest, TEXT("<!DOCTYPE"))) {
			if (!skip_past(r, TEXT(">")))
				return false;
		} else if (rest.bytes[0] == '<') {
			return true;
		} else {
			return fail(r, SVG_PART, text_cut(rest, 0, text_find(rest, TEXT("<"), 0)));
		}
	}
}

static size_t name_end(Text text, size_t at)
{
	while (at < text.length && !is_space(text.bytes[at]) &&
	       strchr("=/>\"'<", text.bytes[at]) == NULL)
		at++;
	return at;
}

/* Reads a start tag at "<"; attributes hold no ">" that matters here. */
static bool read_tag(SvgReading *r, SvgTag *tag)
{
	Text rest = rest_of(r);
	size_t end = text_find(rest, TEXT(">"), 0);
	if (end == TEXT_NOWHERE)
		return fail_broken(r);
	size_t name = name_end(rest, 1);
	tag->name = text_cut(rest, 1, name);
	tag->empty = rest.bytes[end - 1] == '/';
	tag->rest = text_trim(text_cut(rest, name, tag->empty ? end - 1 : end));
	r->at += end + 1;
	return true;
}

/* The next attribute of a tag; false when there are no more, or after a report. */
static bool next_attribute(const SvgReading *r, SvgTag *tag, SvgAttribute *attribute)
{
	Text rest = tag->rest;
	if (rest.length == 0)
		return false;
	size_t end = name_end(rest, 0);
	attribute->name = text_cut(rest, 0, end);
	Text after = text_trim(text_after(rest, end));
	if (attribute->name.length > 0 && text_starts(after, TEXT("="))) {
		after = text_trim(text_after(after, 1));
		Text quote = text_cut(after, 0, 1);
		bool quoted = text_equal(quote, TEXT("\"")) || text_equal(quote, TEXT("'"));
		size_t closing = quoted ? text_find(after, quote, 1) : TEXT_NOWHERE;
		if (closing != TEXT_NOWHERE) {
			attribute->value = text_cut(after, 1, closing);
			tag->rest = text_trim(text_after(after, closing + 1));
			return true;
		}
	}
	tag->rest = (Text){0};
	return fail(r, SVG_PART, rest);
}

/* ---- Attributes ---- */

static bool is_among(Text name, const Text *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (text_equal(name, names[i]))
			return true;
	return false;
}

/* "#0b4f6c", "#05c", or one of three names. */
static bool read_fill(const SvgReading *r, Text value, Colour *fill, bool *filled)
{
	static const char digits[] = "0123456789abcdef0123456789ABCDEF";
	bool is_short = value.length == 4;
	*filled = !text_equal(value, TEXT("none"));
	*fill = text_equal(value, TEXT("white")) ? 0xffffff : 0;
	if (!*filled || text_equal(value, TEXT("white")) || text_equal(value, TEXT("black")))
		return true;
	if (!text_starts(value, TEXT("#")) || (value.length != 7 && !is_short))
		return fail(r, SVG_FILL, value);
	for (size_t i = 1; i < value.length; i++) {
		const char *digit = strchr(digits, value.bytes[i]);
		if (digit == NULL)
			return fail(r, SVG_FILL, value);
		Colour number = (Colour)(digit - digits) % 16;
		*fill = is_short ? *fill << 8 | number * 17 : *fill << 4 | number;
	}
	return true;
}

static bool read_view_box(SvgReading *r, Text value)
{
	Micro numbers[4] = {0};
	size_t at = 0;
	for (int i = 0; i < 4; i++)
		if (!path_number(value, &at, &numbers[i]))
			return fail(r, SVG_VIEW_BOX, value);
	Micro width = numbers[2];
	r->frame = (Frame){.left = numbers[0],
	                   .top = numbers[1],
	                   .height = numbers[3],
	                   .shown_height = r->picture->height};
	if (text_trim(text_after(value, at)).length > 0 || width <= 0 || r->frame.height <= 0 ||
	    !frame_reaches(&r->frame, r->frame.left) || !frame_reaches(&r->frame, r->frame.top) ||
	    !frame_reaches(&r->frame, width))
		return fail(r, SVG_VIEW_BOX, value);
	r->picture->width = (Length)(width * r->picture->height / r->frame.height);
	return true;
}

static bool read_root(SvgReading *r, SvgTag *tag)
{
	/* What says nothing that a drawing at a given height would show. */
	static const Text silent[] = {
	        TEXT_INIT("width"), TEXT_INIT("height"),      TEXT_INIT("version"), TEXT_INIT("id"),
	        TEXT_INIT("xmlns"), TEXT_INIT("baseProfile"), TEXT_INIT("x"),       TEXT_INIT("y"),
	        TEXT_INIT("role"),  TEXT_INIT("xml:space")};
	size_t errors = r->diagnostics->errors;
	SvgAttribute attribute;
	while (next_attribute(r, tag, &attribute)) {
		bool read = true;
		if (text_equal(attribute.name, TEXT("viewBox")))
			read = read_view_box(r, attribute.value);
		else if (text_equal(attribute.name, TEXT("fill")))
			read = read_fill(r, attribute.value, &r->fill, &r->filled);
		else if (!is_among(attribute.name, silent, sizeof silent / sizeof silent[0]) &&
		         !text_starts(attribute.name, TEXT("xmlns:")))
			read = fail(r, SVG_PART, attribute.name);
		if (!read)
			return false;
	}
	if (r->diagnostics->errors == errors && r->frame.height == 0)
		return fail(r, SVG_VIEW_BOX, tag->name);
	return r->diagnostics->errors == errors;
}

static bool read_rule(const SvgReading *r, Text value, bool *even_odd)
{
	*even_odd = text_equal(value, TEXT("evenodd"));
	return *even_odd || text_equal(value, TEXT("nonzero")) || fail(r, SVG_PART, value);
}

static bool read_path(SvgReading *r, SvgTag *tag)
{
	static const Text silent[] = {TEXT_INIT("id"), TEXT_INIT("clip-rule")};
	PicturePath path = {.fill = r->fill};
	bool filled = r->filled, read = true;
	Text data = {0};
	SvgAttribute attribute;
	size_t errors = r->diagnostics->errors;
	while (read && next_attribute(r, tag, &attribute)) {
		if (text_equal(attribute.name, TEXT("d")))
			data = attribute.value;
		else if (text_equal(attribute.name, TEXT("fill")))
			read = read_fill(r, attribute.value, &path.fill, &filled);
		else if (text_equal(attribute.name, TEXT("fill-rule")))
			read = read_rule(r, attribute.value, &path.even_odd);
		else if (!is_among(attribute.name, silent, sizeof silent / sizeof silent[0]))
			read = fail(r, SVG_PART, attribute.name);
	}
	if (r->diagnostics->errors > errors)
		return false;
	if (data.length > 0 &&
	    !path_read(r->arena, span_of_slice(r->source, data), &r->frame, &path, r->diagnostics))
		return false;
	r->steps += path.count;
	if (filled && path.count > 0)
		*ARENA_PUSH(r->arena, &r->picture->paths) = path;
	return true;
}

/* ---- Elements ---- */

/* What a drawing says of itself is not shown. */
static bool skip_words(SvgReading *r, const SvgTag *tag)
{
	Text parts[] = {TEXT("</"), tag->name, TEXT(">")};
	return tag->empty || skip_past(r, text_join(r->arena, parts, 3));
}

static bool read_element(SvgReading *r, bool *root_closed)
{
	SvgTag tag;
	if (!read_tag(r, &tag))
		return false;
	if (text_equal(tag.name, TEXT("title")) || text_equal(tag.name, TEXT("desc")))
		return skip_words(r, &tag);
	if (text_equal(tag.name, TEXT("path")))
		return read_path(r, &tag) && (tag.empty || skip_words(r, &tag));
	/* name_end stops at the slash of an end tag. */
	*root_closed = tag.name.length == 0 && text_equal(tag.rest, TEXT("/svg"));
	return *root_closed || fail(r, SVG_PART, tag.name.length > 0 ? tag.name : tag.rest);
}

static bool read_all(SvgReading *r)
{
	SvgTag root;
	bool closed = false;
	size_t errors = r->diagnostics->errors;
	if (!find_tag(r) || !read_tag(r, &root))
		return r->diagnostics->errors > errors ? false : fail_broken(r);
	if (!text_equal(root.name, TEXT("svg")))
		return fail(r, SVG_PART, root.name);
	if (!read_root(r, &root))
		return false;
	closed = root.empty;
	while (!closed && find_tag(r) && r->steps <= LIMIT_PICTURE_STEPS)
		if (!read_element(r, &closed))
			return false;
	if (r->diagnostics->errors > errors)
		return false;
	return closed || r->steps > LIMIT_PICTURE_STEPS || fail_broken(r);
}

bool svg_read(Arena *arena, const PictureFile *file, Picture *picture, Diagnostics *diagnostics)
{
	const Source *source =
	        source_open(arena, file->name, file->bytes, LIMIT_PICTURE_BYTES, diagnostics);
	if (source == NULL)
		return false;
	picture->kind = PICTURE_PATHS;
	SvgReading r = {.arena = arena,
	                .source = source,
	                .picture = picture,
	                .filled = true,
	                .diagnostics = diagnostics};
	if (!read_all(&r))
		return false;
	if (r.steps > LIMIT_PICTURE_STEPS)
		diagnose(diagnostics, PICTURE_LARGE, file->asked, file->name,
		         TEXT("fler än 20 000 steg"), TEXT("20 000 steg"));
	else if (picture->paths.count == 0)
		diagnose(diagnostics, SVG_EMPTY, file->asked, file->name);
	else
		return true;
	return false;
}
