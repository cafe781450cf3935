/* Layout: blocks to strips, strips to pages, and what can be set only when the pages stand. */
#include "pdf/layout.h"

#include "pdf/blocks.h"
#include "pdf/flow.h"
#include "pdf/furniture.h"
#include "pdf/paginate.h"

static bool make_pages(Typeset *set, const Document *document, Layout *layout)
{
	Strips strips = blocks_to_strips(set, document);
	if (!paginate(set, document, &strips, layout))
		return false;
	arena_release(set->strips);
	furniture_put_page_numbers(set, layout);
	furniture_put_headers(set, &document->facts, layout);
	arena_release(set->strips);
	arena_release(set->scratch);
	return true;
}

bool layout_document(Typeset *set, const Document *document, Layout *layout)
{
	Arena words = {.source = set->scratch->source};
	*layout = (Layout){
	        .places = ARENA_ARRAY(set->arena, Place, document->serial + 1),
	        .place_count = document->serial + 1,
	};
	hyphenate_expect(set->hyphenator, node_text(&words, document->root));
	bool made = make_pages(set, document, layout);
	hyphenate_expect(set->hyphenator, (Text){.bytes = NULL});
	arena_release(&words);
	return made;
}

Style layout_style(const Style *style, bool turned)
{
	Style own = *style;
	if (turned) {
		own.page_width = style->page_height;
		own.page_height = style->page_width;
	}
	return own;
}

bool layout_is_left_hand(const Style *style, size_t page)
{
	return style->duplex && page % 2 == 1;
}

Length layout_left(const Style *style, size_t page)
{
	return layout_is_left_hand(style, page) ? style->margin_right : style->margin_left;
}

Place layout_place(const Layout *layout, const Node *node)
{
	if (node == NULL || node->serial >= layout->place_count)
		return (Place){.placed = false};
	return layout->places[node->serial];
}
