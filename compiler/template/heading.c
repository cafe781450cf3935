/* Heading: taking a section's heading apart. */
#include "template/heading.h"

SectionHeading heading_read(const Mark *mark)
{
	SectionHeading heading = {.mark = mark};
	Text text = mark->first != NULL ? mark->first->text : (Text){0};
	size_t open = text_find(text, TEXT("{"), 0);
	heading.has_braces = open != TEXT_NOWHERE;
	heading.title = text_trim(text_cut(text, 0, open));
	Text inside = text_after(text, open == TEXT_NOWHERE ? text.length : open + 1);
	Text rest = text_cut(inside, 0, text_find(inside, TEXT("}"), 0)), word = {0};
	if (text_next(&rest, ',', &word))
		heading.key = text_trim(word);
	while (text_next(&rest, ',', &word)) {
		word = text_trim(word);
		if (text_equal(word, TEXT(HEADING_OPTIONAL)))
			heading.optional = true;
		else if (heading.unknown.length == 0)
			heading.unknown = word;
	}
	return heading;
}

SectionHeadings headings_read(Arena *arena, const Mark *first, const Mark *end)
{
	SectionHeadings headings = {0};
	for (const Mark *mark = first; mark != NULL && mark != end; mark = mark->next) {
		if (mark->kind != MARK_HEADING || mark->level != 2)
			continue;
		if (headings.count > 0)
			headings.items[headings.count - 1].end = mark;
		SectionHeading *heading = ARENA_PUSH(arena, &headings);
		*heading = heading_read(mark);
		heading->end = end;
	}
	return headings;
}
