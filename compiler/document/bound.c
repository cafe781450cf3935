/* Bound: no-break spaces in the texts of a document, each block of it as if it were one text. */
#include "document/bound.h"

#include "base/buffer.h"
#include "base/swedish.h"

/* The texts of a block: "**933 000** kr" has two, and a line end in its source makes more. */
typedef struct Runs {
	Node **items;
	size_t count;
	size_t capacity;
} Runs;

typedef struct Binding {
	Document *document;
	Runs runs;
	Buffer text; /* of all of them */
} Binding;

/* In code every space counts. */
static bool is_code(const Node *run)
{
	return run->parent->kind == NODE_CODE || run->parent->kind == NODE_CODE_BLOCK;
}

/* Takes from `bound` what became of `text`, which it begins with but for the spaces that are bound.
 */
static Text take(Text *bound, Text text)
{
	size_t end = 0;
	for (size_t i = 0; i < text.length; i++)
		end += text.bytes[i] == ' ' && bound->bytes[end] != ' ' ? 2 : 1;
	Text taken = text_cut(*bound, 0, end);
	*bound = text_after(*bound, end);
	return taken;
}

static void bind_block(Binding *b)
{
	Text text = buffer_text(&b->text);
	if (b->runs.count == 0)
		return;
	Text bound = swedish_bound(b->document->arena, text);
	if (bound.length > text.length) {
		for (size_t i = 0; i < b->runs.count; i++) {
			Node *run = b->runs.items[i];
			if (run->kind != NODE_TEXT_RUN) {
				bound = text_after(bound, 1);
				continue;
			}
			Text taken = take(&bound, run->as.text);
			if (!is_code(run))
				run->as.text = taken;
		}
	}
	b->runs.count = 0;
	buffer_clear(&b->text);
}

/* What stands on a line to sign on is no run. */
static void bind_filled(Document *document, Node *node)
{
	if (node->kind == NODE_SIGNATURE_LINE)
		node->as.line.filled = swedish_bound(document->arena, node->as.line.filled);
}

void document_bind(Document *document)
{
	Binding b = {.document = document, .text = buffer_new(document->arena, BUFFER_MAXIMUM)};
	for (Walk walk = walk_start(document->root); walk_next(&walk);) {
		Node *node = walk.node;
		if (node_facts(node->kind)->class != CLASS_INLINE) {
			bind_block(&b);
			bind_filled(document, node);
			continue;
		}
		bool text = node->kind == NODE_TEXT_RUN, line_break = node->kind == NODE_LINE_BREAK;
		if (walk.event != WALK_ENTER || (!text && !line_break))
			continue;
		*ARENA_PUSH(document->arena, &b.runs) = node;
		if (text)
			buffer_put(&b.text, node->as.text);
		else
			buffer_put_byte(&b.text, '\n');
	}
}
