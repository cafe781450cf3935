/* Gaps: adding, finding and telling what a case does not say yet. */
#include "model/gaps.h"

#include "base/json.h"
#include "base/sort.h"

/* Paths. */

Text path_below(Arena *arena, Text path, Text key)
{
	Text parts[] = {path, TEXT("."), key};
	if (path.length == 0 || key.length == 0)
		return path.length == 0 ? key : path;
	return text_join(arena, parts, 3);
}

Text path_item(Arena *arena, Text path, size_t index)
{
	Buffer number = buffer_new(arena, 32);
	buffer_put_integer(&number, (int64_t)index + 1);
	return path_below(arena, path, buffer_text(&number));
}

/* Whether `path` is `above`, or lies below it. */
static bool lies_in(Text path, Text above)
{
	return text_starts(path, above) &&
	       (path.length == above.length || path.bytes[above.length] == '.');
}

/* Finding and adding. */

Gap *gaps_find(const Gaps *gaps, Text path)
{
	for (size_t i = 0; gaps != NULL && i < gaps->count; i++)
		if (lies_in(path, gaps->items[i].path))
			return &gaps->items[i];
	return NULL;
}

Gap *gaps_find_within(const Gaps *gaps, Text path)
{
	Gap *found = gaps_find(gaps, path);
	for (size_t i = 0; gaps != NULL && found == NULL && i < gaps->count; i++)
		if (lies_in(gaps->items[i].path, path))
			found = &gaps->items[i];
	return found;
}

Gap *gaps_add(Gaps *gaps, Gap gap)
{
	Gap *found = gaps_find(gaps, gap.path);
	if (found != NULL)
		return found;
	found = ARENA_PUSH(gaps->arena, gaps);
	*found = gap;
	return found;
}

Gap *gaps_add_field(Gaps *gaps, const Field *field, Text path, Span place)
{
	return gaps_add(gaps, (Gap){.place = place,
	                            .path = path,
	                            .about = field->about,
	                            .example = field->example});
}

void gap_mark(Gaps *gaps, Gap *gap, Text mark)
{
	for (size_t i = 0; i < gap->mark_count; i++)
		if (text_equal(gap->marks[i], mark))
			return;
	if (gap->mark_count == gap->mark_capacity)
		gap->marks = arena_grow(gaps->arena, gap->marks, &gap->mark_capacity, sizeof mark);
	gap->marks[gap->mark_count++] = mark;
}

void gaps_report(Gaps *gaps, Diagnostics *diagnostics)
{
	for (size_t i = 0; i < gaps->count; i++) {
		const Gap *gap = &gaps->items[i];
		if (gap->is_fault)
			diagnose(diagnostics, gap->code, gap->fault_place, gap->arguments[0],
			         gap->arguments[1], gap->arguments[2]);
	}
	gaps->count = 0;
}

/* Places. */

static Text cut_segment(Text *path)
{
	Text segment = {0};
	text_next(path, '.', &segment);
	return segment;
}

/* The item of a list or a map that a segment names; NULL when there is none. */
static const void *item_named(const Field *field, const ListValue *list, Text segment)
{
	int64_t number = 0;
	const char *items = list->items;
	if (field->kind == FIELD_LIST && text_integer(segment, &number) && number > 0 &&
	    (size_t)number <= list->count)
		return items + field->record->size * (size_t)(number - 1);
	for (size_t i = 0; field->kind == FIELD_MAP && i < list->count; i++) {
		const char *item = items + field->record->size * i;
		if (text_equal(((const Key *)(const void *)item)->text, segment))
			return item;
	}
	return NULL;
}

/* Every value struct, list and record begins with its span; an entry of a map with its key's. */
static Span span_of_member(const void *member)
{
	return *(const Span *)member;
}

/* What a key leads to in a record. */
typedef struct Step {
	const Field *field;
	const void *member;
} Step;

static Step step_to(const Record *record, const void *owner, Text key)
{
	const Field *field = record_field(record, key);
	if (field == NULL)
		return (Step){0};
	return (Step){field, field_member(field, owner)};
}

static bool is_given(const Field *field, const void *member)
{
	bool several = field->kind == FIELD_LIST || field->kind == FIELD_MAP;
	return span_of_member(member).source != NULL &&
	       (!several || ((const ListValue *)member)->count > 0);
}

PathPlace path_place(const Agreement *agreement, Text path)
{
	PathPlace found = {.place = agreement->span};
	const Record *record = &record_agreement;
	const void *owner = agreement;
	Text rest = path;
	while (owner != NULL && rest.length > 0) {
		Text key = cut_segment(&rest);
		Step step = step_to(record, owner, key);
		const Field *field = step.field != NULL ? step.field : record->rest;
		found.field = step.field;
		found.given = step.field != NULL && is_given(step.field, step.member);
		if (found.given)
			found.place = span_of_member(step.member);
		if (field == NULL)
			return found;
		if (step.field == NULL)
			owner = item_named(field, field_member(field, owner), key);
		else if (field->kind == FIELD_RECORD)
			owner = step.member;
		else
			owner = rest.length > 0 ? item_named(field, step.member, cut_segment(&rest))
			                        : NULL;
		if (owner != NULL && span_of_member(owner).source != NULL)
			found.place = span_of_member(owner);
		record = field->record;
	}
	return found;
}

Gap *gaps_add_path(const Agreement *agreement, Text path)
{
	PathPlace at = path_place(agreement, path);
	Gap gap = {.place = at.place, .path = path};
	if (at.field != NULL) {
		gap.about = at.field->about;
		gap.example = at.field->example;
	}
	return gaps_add(agreement->gaps, gap);
}

/* Telling. */

static int place_order(const void *one, const void *other)
{
	const Gap *a = one, *b = other;
	return (a->place.first > b->place.first) - (a->place.first < b->place.first);
}

void gaps_sort(Gaps *gaps)
{
	sort_stable(gaps->arena, gaps->items, gaps->count, sizeof *gaps->items, place_order);
}

Text gap_line(Arena *arena, const Gap *gap)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	if (gap->place.source != NULL) {
		Position at = source_position(gap->place.source, gap->place.first);
		buffer_put(&out, gap->place.source->path);
		buffer_put_byte(&out, ':');
		buffer_put_integer(&out, (int64_t)at.line);
		buffer_put_byte(&out, ':');
		buffer_put_integer(&out, (int64_t)at.column);
		buffer_put(&out, TEXT(": "));
	}
	buffer_put(&out, gap->path);
	buffer_put(&out, gap->about.length > 0 ? TEXT(": ") : TEXT(""));
	buffer_put(&out, gap->about);
	if (gap->example.length > 0 && !gap->is_prose) {
		buffer_put(&out, TEXT(" Till exempel: "));
		buffer_put(&out, gap->example);
	}
	buffer_put_byte(&out, '\n');
	return buffer_text(&out);
}

Text gap_json(Arena *arena, const Gap *gap)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	Json json = json_new(&out);
	json_begin(&json, '{');
	json_text_at(&json, TEXT("severity"), TEXT("missing"));
	json_text_at(&json, TEXT("path"), gap->path);
	json_text_at(&json, TEXT("message"), gap->about);
	json_text_at(&json, TEXT("example"), gap->example);
	if (gap->place.source != NULL) {
		Position at = source_position(gap->place.source, gap->place.first);
		json_text_at(&json, TEXT("file"), gap->place.source->path);
		json_integer_at(&json, TEXT("line"), (int64_t)at.line);
		json_integer_at(&json, TEXT("column"), (int64_t)at.column);
	}
	json_key(&json, TEXT("marks"));
	json_begin(&json, '[');
	for (size_t i = 0; i < gap->mark_count; i++)
		json_text(&json, gap->marks[i]);
	json_end(&json, ']');
	json_end(&json, '}');
	return buffer_text(&out);
}
