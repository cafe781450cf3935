/* Target: whether a link may lead where it does. */
#include "template/target.h"

#include "document/link.h"

bool link_has_target(const Mark *link, bool of_template)
{
	bool within = of_template && text_starts(link->text, TEXT("#"));
	return text_find(link->text, TEXT("{{"), 0) == TEXT_NOWHERE &&
	       (within || link_is_allowed(link->text));
}

void link_report(const Mark *link, Diagnostics *diagnostics)
{
	/* The text of the link may be that of the target too, and comes first. */
	Text parts[] = {TEXT("]("), link->text, TEXT(")")};
	Text written = text_join(diagnostics->arena, parts, 3);
	Span place = span_find(link->span, written);
	if (link->span.source != NULL && text_equal(span_text(place), written))
		place = span_of(place.source, place.first + parts[0].length, place.end - 1);
	else
		place = link->span;
	diagnose(diagnostics, BAD_LINK, place, link->text);
}
