/* Fields: labels and values, beside each other in running text, as a grid in a masthead. */
#include "pdf/blocks.h"

enum {
	LABEL_SHARE = 38, /* of the measure that labels may take from values, in per cent */
	COLUMN_GAP = 120, /* between label and value, in per cent of the type size */
	FIELD_SPACE = 25, /* between fields, in per cent of the leading */
	GRID_COLUMNS = 2,
	GRID_GAP = 200,  /* in per cent of the type size */
	GRID_SPACE = 55, /* between rows of the grid, in per cent of the leading */
};

static Node *part_of(Node *field, NodeKind kind)
{
	for (Node *part = field->first; part != NULL; part = part->next) {
		if (part->kind == kind)
			return part;
	}
	return NULL;
}

static const Paragraph *paragraph_of_part(Typeset *set, Node *field, NodeKind kind, Ink ink)
{
	Node *part = part_of(field, kind);
	return part != NULL ? paragraph_of_node(set, part, ink)
	                    : paragraph_of_text(set, TEXT(""), NULL, ink);
}

static Ink name_ink(const Style *style)
{
	return (Ink){.size = style->body.size, .colour = style->quiet_colour};
}

static Ink value_ink(const Style *style)
{
	return (Ink){.size = style->body.size, .colour = style->text_colour};
}

/* ---- Beside each other ---- */

typedef struct Parts {
	const Paragraph **items;
	size_t count;
	size_t capacity;
} Parts;

static Parts set_parts(Typeset *set, Node *list, NodeKind kind, Ink ink)
{
	Parts parts = {.items = NULL};
	for (Node *field = list->first; field != NULL; field = field->next)
		*ARENA_PUSH(set->scratch, &parts) = paragraph_of_part(set, field, kind, ink);
	return parts;
}

static Length widest_of(const Parts *parts)
{
	Length widest = 0;
	for (size_t i = 0; i < parts->count; i++) {
		Length width = break_natural_width(parts->items[i]);
		widest = width > widest ? width : widest;
	}
	return widest;
}

/* As wide as the widest name, within its share or what the values leave. */
static Length names_width(const Parts *names, const Parts *values, Length measure)
{
	Length widest = widest_of(names), most = measure * LABEL_SHARE / 100;
	Length left = measure - widest_of(values);
	most = left > most ? left : most;
	return widest < most ? widest : most;
}

void fields_to_strips(Flow *flow, Node *list)
{
	Typeset *set = flow->set;
	const TextStyle *body = &set->style->body;
	Parts names = set_parts(set, list, NODE_FIELD_NAME, name_ink(set->style));
	Parts values = set_parts(set, list, NODE_FIELD_VALUE, value_ink(set->style));
	Length gap = body->size * COLUMN_GAP / 100;
	Measure name_measure = {.width = names_width(&names, &values, flow->width - gap),
	                        .rag = BREAK_RAG_WORDS};
	Length indent = name_measure.width + gap;
	Measure value_measure = {.width = flow->width - indent, .rag = BREAK_RAG_TEXT};
	for (size_t i = 0; i < names.count; i++) {
		const Paragraph *name = names.items[i];
		const Paragraph *value = values.items[i];
		Column columns[] = {
		        {.paragraph = name,
		         .lines = break_lines(set, name, name_measure),
		         .x = flow->left,
		         .width = name_measure.width},
		        {.paragraph = value,
		         .lines = break_lines(set, value, value_measure),
		         .x = flow->left + indent,
		         .width = value_measure.width},
		};
		flow_columns(flow, columns, 2, body->leading, 0, 0);
		flow_space(flow, body->leading * FIELD_SPACE / 100);
	}
	flow_space(flow, body->after);
}

/* ---- As a grid ---- */

static Flow grid_cell(Typeset *set, Node *field, Length left, Length width)
{
	const Style *style = set->style;
	Flow cell = flow_new(set, left, width);
	TextStyle small = {.size = style->small.size, .leading = style->small.leading};
	TextStyle body = {.size = style->body.size, .leading = style->body.leading};
	Ink quiet = {.size = small.size, .colour = style->quiet_colour};
	flow_paragraph(&cell, paragraph_of_part(set, field, NODE_FIELD_NAME, quiet),
	               (Setting){.style = &small, .rag = BREAK_RAG_WORDS});
	flow_paragraph(&cell, paragraph_of_part(set, field, NODE_FIELD_VALUE, value_ink(style)),
	               (Setting){.style = &body, .rag = BREAK_RAG_WORDS, .even = true});
	return cell;
}

void fields_to_grid(Flow *flow, Node *list)
{
	const Style *style = flow->set->style;
	Length gap = style->body.size * GRID_GAP / 100;
	Length width = (flow->width - gap * (GRID_COLUMNS - 1)) / GRID_COLUMNS;
	Node *field = list->first;
	while (field != NULL) {
		Flow cells[GRID_COLUMNS];
		size_t count = 0;
		for (; count < GRID_COLUMNS && field != NULL; field = field->next, count++) {
			Length left = flow->left + (Length)count * (width + gap);
			cells[count] = grid_cell(flow->set, field, left, width);
		}
		flow_beside(flow, cells, count, blocks_page_height(style) / 2);
		flow_space(flow, style->body.leading * GRID_SPACE / 100);
	}
}
