/* Outline: reading the guidance and text directives below the headings of a template's sections. */
#include "template/outline.h"

#include "template/heading.h"

Text outline_otherwise(Text argument)
{
	static const Text otherwise = TEXT_INIT("annars ");
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

Outline outline_read(Arena *arena, const Mark *first, const Mark *end)
{
	Outline outline = {0};
	SectionHeadings headings = headings_read(arena, first, end);
	for (size_t i = 0; i < headings.count; i++) {
		const SectionHeading *heading = &headings.items[i];
		SectionOutline *section = ARENA_PUSH(arena, &outline);
		*section = (SectionOutline){.key = heading->key,
		                            .title = heading->title,
		                            .optional = heading->optional,
		                            .heading = heading->mark,
		                            .end = heading->end};
		read_body(section);
	}
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
