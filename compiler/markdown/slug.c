/* Slug: GitHub's rule, https://github.com/gjtorikian/html-pipeline (table of contents filter). */
#include "markdown/slug.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "document/names.h"

static Text slug(Arena *arena, Text heading)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < heading.length;) {
		uint32_t codepoint = utf8_lower(utf8_next(heading, &i));
		bool digit = codepoint >= '0' && codepoint <= '9';
		if (codepoint == ' ')
			buffer_put_byte(&out, '-');
		else if (utf8_is_letter(codepoint) || digit || codepoint == '-' || codepoint == '_')
			buffer_put_codepoint(&out, codepoint);
	}
	return buffer_text(&out);
}

/* What the writer makes a heading of: its text, or a group's title. */
static Text heading_of(Arena *arena, const Node *node)
{
	if (node->kind == NODE_HEADING)
		return node_text(arena, node);
	if (node->kind == NODE_CONTENTS || node->kind == NODE_NOTES)
		return node->as.group.title;
	return TEXT("");
}

Text *slug_all(Arena *arena, const Document *document)
{
	Text *slugs = ARENA_ARRAY(arena, Text, (size_t)document->serial + 1);
	Names names = {.arena = arena};
	for (Walk walk = walk_start(document->root); walk_next(&walk);) {
		if (walk.event != WALK_ENTER)
			continue;
		Text heading = heading_of(arena, walk.node);
		if (heading.length > 0)
			slugs[walk.node->serial] = names_take(&names, slug(arena, heading), 1);
	}
	return slugs;
}
