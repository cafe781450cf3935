/* Missing: what a draft does not say yet, as text of its documents. */
#include "base/buffer.h"
#include "model/gaps.h"
#include "template/expansion.h"

Text section_path(const Expansion *x)
{
	return path_below(x->scope.arena, x->scope.plan->key.text, x->section_key);
}

/* "föreningen, undertecknare 1, namn" for "föreningen.undertecknare.1.namn". */
static Text spoken(Arena *arena, Text path)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	Text rest = path, key = {0};
	while (text_next(&rest, '.', &key)) {
		int64_t number = 0;
		if (out.length > 0)
			buffer_put(&out, text_integer(key, &number) ? TEXT(" ") : TEXT(", "));
		buffer_put(&out, key);
	}
	return buffer_text(&out);
}

/* Words for a path. The keys of the case's facts, of the parties and of the document at hand go
 * without their group; others are called as references call them. */
static Text words_for(const Expansion *x, Text path)
{
	Arena *arena = x->scope.arena;
	Text own[] = {x->scope.plan->key.text, TEXT(".")};
	Text groups[] = {TEXT("ärende."), TEXT("parter."), text_join(arena, own, 2)};
	for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++)
		if (text_starts(path, groups[i]))
			return spoken(arena, text_after(path, groups[i].length));
	return path;
}

Text gap_text(Expansion *x, Text words, Text path)
{
	Gaps *gaps = x->scope.agreement->gaps;
	Gap *gap = gaps_find(gaps, path);
	Text parts[] = {TEXT("[saknas: "), words_for(x, words), TEXT("]")};
	Text mark = text_join(x->scope.arena, parts, 3);
	if (gap != NULL)
		gap_mark(gaps, gap, mark);
	return mark;
}

void expand_gap(Expansion *x, Text words, Text path, Node *parent)
{
	Text mark = gap_text(x, words, path);
	const Gap *gap = gaps_find(x->scope.agreement->gaps, path);
	Span place = gap != NULL ? gap->place : (Span){0};
	if ((node_facts(parent->kind)->children >> NODE_PARAGRAPH & 1) != 0)
		parent = document_add(x->document, parent, NODE_PARAGRAPH, place);
	document_add_with_text(x->document, parent, NODE_STRONG, mark, place);
}
