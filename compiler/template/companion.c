/* Companion: which sections' points it shows, and who has them. */
#include "template/companion.h"

#include "model/gaps.h"
#include "template/expansion.h"
#include "template/outline.h"

const Template *companion_find(const TemplateSet *set, Text key)
{
	for (size_t i = 0; i < set->companions.count; i++)
		if (text_equal(set->companions.items[i].head.key.text, key))
			return &set->companions.items[i];
	return NULL;
}

static bool is_among(const TextList *list, Text text)
{
	for (size_t i = 0; i < list->count; i++)
		if (text_equal(list->items[i], text))
			return true;
	return false;
}

static void add_sections(Arena *arena, const Template *type, TextList *keys)
{
	Outline outline = outline_of_template(arena, type->marks);
	for (size_t i = 0; i < outline.count; i++)
		if (outline.items[i].points && !is_among(keys, outline.items[i].key))
			*ARENA_PUSH(arena, keys) = outline.items[i].key;
}

TextList companion_sections(Arena *arena, const TemplateSet *set)
{
	TextList keys = {0};
	for (size_t i = 0; i < set->count; i++)
		add_sections(arena, &set->items[i], &keys);
	return keys;
}

/* The sections of {{punkter ...}}. */
static TextList shown_sections(Arena *arena, const Template *companion)
{
	static const Text points = TEXT_INIT("punkter ");
	TextList keys = {0};
	for (const Mark *mark = companion->marks; mark != NULL; mark = mark_following(mark))
		if (mark->kind == MARK_PLACEHOLDER && mark->parent->kind != MARK_COMMENT &&
		    text_starts(mark->text, points))
			*ARENA_PUSH(arena, &keys) =
			        text_trim(text_after(mark->text, points.length));
	return keys;
}

bool companion_goes_with(Arena *arena, const Template *companion, const Template *type)
{
	TextList shown = shown_sections(arena, companion), had = {0};
	add_sections(arena, type, &had);
	for (size_t i = 0; i < shown.count; i++)
		if (!is_among(&had, shown.items[i]))
			return false;
	return shown.count > 0;
}

bool companion_has_points(Arena *arena, const Template *companion, const Agreement *agreement,
                          const DocumentPlan *plan)
{
	TextList shown = shown_sections(arena, companion);
	for (size_t i = 0; i < shown.count; i++) {
		Text path = path_below(arena, plan->key.text, shown.items[i]);
		if (section_given(plan, shown.items[i]) != NULL ||
		    gaps_find(agreement->gaps, path) != NULL)
			return true;
	}
	return false;
}
