/* Outline: reading the headings, guidance and text directives of a template's sections. */
#include "template/outline.h"

/* "Legalitet {legalitet, valfritt}": the title, the key, and whether it is optional. */
static void read_heading(Text text, SectionOutline *section)
{
	size_t open = text_find(text, TEXT("{"), 0);
	section->title = text_trim(text_cut(text, 0, open));
	Text inside = text_after(text, open == TEXT_NOWHERE ? text.length : open + 1);
	Text rest = text_cut(inside, 0, text_find(inside, TEXT("}"), 0)), word = {0};
	if (text_next(&rest, ',', &word))
		section->key = text_trim(word);
	while (text_next(&rest, ',', &word))
		section->optional =
		        section->optional || text_equal(text_trim(word), TEXT("valfritt"));
}

Text outline_otherwise(Text argument)
{
	static const Text otherwise = TEXT_INIT("annars");
	if (!text_starts(argument, otherwise))
		return (Text){0};
	return text_trim(text_after(argument, otherwise.length));
}

/* What the directive says of where the case's text goes, if it is such a one. */
static void read_directive(Text directive, SectionOutline *section)
{
	bool points = text_equal(directive, TEXT("punkter"));
	bool text = text_equal(directive, TEXT("text")) || text_starts(directive, TEXT("text "));
	section->points = section->points || points;
	section->takes_text = section->takes_text || points || text;
	if (text)
		section->otherwise = outline_otherwise(text_trim(text_after(directive, 4)));
}

static void read_body(SectionOutline *section)
{
	const Mark *first = section->heading->next;
	if (first != NULL && first != section->end && first->kind == MARK_COMMENT)
		section->guidance = first->text;
	for (const Mark *mark = first; mark != NULL && mark != section->end; mark = mark->next) {
		const Mark *alone = mark_alone(mark);
		if (alone != NULL)
			read_directive(alone->text, section);
	}
}

static bool is_section_heading(const Mark *mark)
{
	return mark->kind == MARK_HEADING && mark->level == 2 && mark->first != NULL;
}

Outline outline_read(Arena *arena, const Mark *first, const Mark *end)
{
	Outline outline = {0};
	for (const Mark *mark = first; mark != NULL && mark != end; mark = mark->next) {
		if (!is_section_heading(mark))
			continue;
		if (outline.count > 0)
			outline.items[outline.count - 1].end = mark;
		SectionOutline *section = ARENA_PUSH(arena, &outline);
		section->heading = mark;
		section->end = end;
		read_heading(mark->first->text, section);
	}
	for (size_t i = 0; i < outline.count; i++)
		read_body(&outline.items[i]);
	return outline;
}

Outline outline_of_template(Arena *arena, const Mark *root)
{
	const Mark *first = NULL;
	for (const Mark *mark = root->first; mark != NULL; mark = mark->next) {
		const Mark *alone = mark_alone(mark);
		if (alone == NULL)
			continue;
		if (text_equal(alone->text, TEXT("#avsnitt")))
			first = mark->next;
		else if (first != NULL && text_equal(alone->text, TEXT("/avsnitt")))
			return outline_read(arena, first, mark);
	}
	return (Outline){0};
}
