/* Tables: computed cells become the document's table, with the templates' words. */
#include "template/expansion.h"

#include <assert.h>

#include "base/buffer.h"
#include "base/swedish.h"
#include "model/gaps.h"
#include "model/resolve.h"
#include "source/suggest.h"

/* A table on its way into the document. `words` is NULL for the case's own tables. */
typedef struct TableWriting {
	Expansion *x;
	const ComputedTable *table;
	const TableWords *words;
	Span place;
} TableWriting;

static Text entry_in_cell(const TableWriting *w, const Entry *entry)
{
	Arena *arena = w->x->scope.arena;
	switch (entry->unit) {
	case UNIT_AMOUNT:
		/* The headings of computed tables name the unit; a case's own may not. */
		return w->words != NULL ? swedish_amount_bare(arena, entry->value)
		                        : swedish_amount(arena, entry->value);
	case UNIT_SHARE: return swedish_percent(arena, entry->value, entry->decimals);
	case UNIT_HOURS:
	case UNIT_COUNT: return swedish_integer(arena, entry->value);
	case UNIT_DATE: return swedish_date_short(arena, date_from_days((int32_t)entry->value));
	case UNIT_MONTHS:
		return swedish_duration(arena, (Duration){.months = (int32_t)entry->value});
	case UNIT_DAYS: return swedish_duration(arena, (Duration){.days = (int32_t)entry->value});
	case UNIT_FACTOR: return swedish_decimal(arena, entry->exact, 6);
	}
	return (Text){0};
}

static Text word(const TableWriting *w, size_t index)
{
	const TextItem *rows = w->words->rows.items;
	return index < w->words->rows.count ? rows[index].text.text : (Text){0};
}

static Text worded(const TableWriting *w, const TableCell *cell)
{
	Text parts[] = {cell->text, TEXT(" "), word(w, cell->word)};
	return cell->text.length > 0 ? text_join(w->x->scope.arena, parts, 3) : parts[2];
}

static Text cell_string(const TableWriting *w, const TableCell *cell, bool sum)
{
	Arena *arena = w->x->scope.arena;
	switch (cell->kind) {
	case CELL_TEXT: return cell->text;
	case CELL_WORD: return worded(w, cell);
	case CELL_ENTRY: return entry_in_cell(w, cell->entry);
	case CELL_DATE: return swedish_date_short(arena, cell->date);
	case CELL_EMPTY: return sum ? (Text){0} : TEXT("–");
	}
	return (Text){0};
}

/* Whether a draft does not give what a cell would show. */
static bool is_missing(const TableWriting *w, const TableCell *cell)
{
	if (cell->kind == CELL_ENTRY)
		return cell->entry->standing == STANDING_UNKNOWN;
	return cell->kind == CELL_TEXT && cell->text.length == 0 && w->words != NULL &&
	       w->x->scope.agreement->gaps != NULL;
}

/* The least sure value of a row, of those that are known. */
static Standing row_standing(const TableWriting *w, const ComputedRow *row)
{
	Standing least = STANDING_DEFINITIVE;
	for (size_t c = 0; !w->table->tells_standing && c < w->table->column_count; c++)
		if (row->cells[c].kind == CELL_ENTRY && !is_missing(w, &row->cells[c]) &&
		    row->cells[c].entry->standing > least)
			least = row->cells[c].entry->standing;
	return least;
}

/* "2026 (antagande)" */
static Text marked(const TableWriting *w, Text text, Standing standing)
{
	Text parts[] = {text, TEXT(" ("), standing_word(standing), TEXT(")")};
	return standing == STANDING_DEFINITIVE ? text : text_join(w->x->scope.arena, parts, 4);
}

static void put_row(const TableWriting *w, const ComputedRow *row, Node *parent)
{
	Document *document = w->x->document;
	Node *node = document_add(document, parent, NODE_ROW, w->place);
	node->as.row.sum = row->sum;
	for (size_t c = 0; c < w->table->column_count; c++) {
		const TableCell *cell = &row->cells[c];
		Span origin = cell->origin.source != NULL ? cell->origin : w->place;
		Node *out =
		        document_add(document, node, c == 0 ? NODE_HEADER_CELL : NODE_CELL, origin);
		out->as.cell.scope = SCOPE_ROW;
		out->as.cell.align = w->table->numeric[c] ? ALIGN_END : ALIGN_START;
		if (is_missing(w, cell)) {
			document_add_with_text(document, out, NODE_STRONG, TEXT("[saknas]"),
			                       origin);
			continue;
		}
		Text text = cell_string(w, cell, row->sum);
		if (c == 0)
			text = marked(w, text, row_standing(w, row));
		if (text.length > 0)
			document_add_text(document, out, text, origin);
	}
}

static bool has_own_heading(const ComputedTable *table, size_t column)
{
	return table->headings != NULL && table->headings[column].length > 0;
}

/* How many of the columns before this one have their headings from the templates. */
static size_t headings_from_templates(const ComputedTable *table, size_t column)
{
	size_t count = 0;
	for (size_t c = 0; c < column; c++)
		count += !has_own_heading(table, c);
	return count;
}

static Text column_heading(const TableWriting *w, size_t column)
{
	if (w->table->columns != NULL)
		return w->table->columns[column].heading.text;
	if (has_own_heading(w->table, column))
		return w->table->headings[column];
	const TextItem *headings = w->words->columns.items;
	size_t index = headings_from_templates(w->table, column);
	assert(index < w->words->columns.count); /* as many as tables.def says */
	return headings[index].text.text;
}

static void put_head(const TableWriting *w, Node *parent)
{
	Document *document = w->x->document;
	Node *head = document_add(document, parent, NODE_TABLE_HEAD, w->place);
	Node *row = document_add(document, head, NODE_ROW, w->place);
	for (size_t c = 0; c < w->table->column_count; c++) {
		Node *cell = document_add_with_text(document, row, NODE_HEADER_CELL,
		                                    column_heading(w, c), w->place);
		cell->as.cell.scope = SCOPE_COLUMN;
		cell->as.cell.align = w->table->numeric[c] ? ALIGN_END : ALIGN_START;
	}
}

static void put_caption(const TableWriting *w, const Party *party, Node *parent)
{
	Expansion *x = w->x;
	bool free_table = w->table->caption != NULL;
	Span given = free_table ? w->table->caption->span : w->words->caption.span;
	if (given.source == NULL)
		return;
	Node *caption = document_add(x->document, parent, NODE_CAPTION, w->place);
	if (free_table) {
		document_add_text(x->document, caption, w->table->caption->text,
		                  w->table->caption->span);
		return;
	}
	/* The templates' captions may speak of the party that the directive named, if it did. */
	static const Party nobody = {0};
	const LoopVariable *outer = x->scope.variables;
	LoopVariable variable = {
	        .name = TEXT("part"),
	        .path = party != NULL ? path_below(x->scope.arena, TEXT("parter"), party->key.text)
	                              : (Text){0},
	        .record = &record_party,
	        .item = party != NULL ? party : &nobody,
	        .outer = outer,
	};
	x->scope.variables = &variable;
	expand_line(x, &w->words->caption, caption);
	x->scope.variables = outer;
}

static void put_table(const TableWriting *w, const Party *party, Node *parent)
{
	const ComputedTable *table = w->table;
	Node *node = document_add(w->x->document, parent, NODE_TABLE, w->place);
	put_caption(w, party, node);
	put_head(w, node);
	size_t foot = table->count > 0 && table->items[table->count - 1].sum ? 1 : 0;
	Node *body = document_add(w->x->document, node, NODE_TABLE_BODY, w->place);
	for (size_t r = 0; r + foot < table->count; r++)
		put_row(w, &table->items[r], body);
	if (foot == 1)
		put_row(w, &table->items[table->count - 1],
		        document_add(w->x->document, node, NODE_TABLE_FOOT, w->place));
}

/* Names. */

static const FreeTable *find_free_table(const Agreement *agreement, Text name)
{
	const FreeTable *tables = agreement->tables.items;
	for (size_t i = 0; i < agreement->tables.count; i++)
		if (text_equal(tables[i].key.text, name))
			return &tables[i];
	return NULL;
}

static void report_unknown_table(Expansion *x, Text name, Span place)
{
	size_t count = 0;
	const TableKind *kinds = table_kinds(&count);
	const FreeTable *tables = x->scope.agreement->tables.items;
	size_t own = x->scope.agreement->tables.count;
	Text *names = ARENA_ARRAY(x->scope.arena, Text, count + own);
	for (size_t i = 0; i < own + count; i++)
		names[i] = i < own ? tables[i].key.text : kinds[i - own].name;
	suggest_report(x->diagnostics, &(UnknownName){.name = name,
	                                              .span = place,
	                                              .names = names,
	                                              .count = own + count,
	                                              .near = UNKNOWN_TABLE_NEAR,
	                                              .far = UNKNOWN_TABLE});
}

/* The party that a table is asked to be about; NULL for an empty key, and after a report. */
static const Party *find_party(Expansion *x, Text key, Span place)
{
	return key.length > 0 ? unknown_party(x, key, place) : NULL;
}

/* In prose, the writer can take the table away; what a template shows, the case must have. */
static void report_without_data(Expansion *x, const TableKind *kind, Span place)
{
	if (x->case_has_faults)
		return;
	diagnose(x->diagnostics, TABLE_WITHOUT_DATA, x->prose ? place : x->scope.plan->key.span,
	         kind->name);
	if (!x->prose)
		diagnostic_note(x->diagnostics, TABLE_SHOWN_HERE, place);
}

static Text table_words(const Expansion *x, Text name)
{
	Text parts[] = {TEXT("tabell "), name};
	return text_join(x->scope.arena, parts, 2);
}

/* Stands for a table of a draft that has nothing to show yet; false when nothing is missing. */
static bool put_missing_table(Expansion *x, const TableKind *kind, Node *parent)
{
	if (x->scope.agreement->gaps == NULL || x->case_has_faults || kind->shows.length == 0)
		return false;
	Reference shown = reference_find(&x->scope, kind->shows);
	if (shown.state == REFERENCE_ABSENT)
		reference_want(&x->scope, &shown);
	if (shown.state == REFERENCE_GAP)
		expand_gap(x, table_words(x, kind->name), shown.cause, parent);
	return shown.state == REFERENCE_GAP;
}

/* False when the case says nothing that the table could show. */
static bool expand_computed(Expansion *x, const TableKind *kind, const Party *party, Span place,
                            Node *parent)
{
	TableRequest request = {.arena = x->scope.arena,
	                        .agreement = x->scope.agreement,
	                        .ledger = x->scope.ledger,
	                        .party = party,
	                        .place = place,
	                        .portfolio = x->request->portfolio,
	                        .portfolio_context = x->request->portfolio_context};
	const ComputedTable *table = kind->make(&request);
	if (table == NULL)
		return put_missing_table(x, kind, parent);
	const TableWords *words = template_words(x->request->templates, kind->name);
	/* Headings that are parties' names may be missing too. */
	const Gap *nameless = gaps_find_within(x->scope.agreement->gaps, TEXT("parter"));
	size_t headings = headings_from_templates(table, table->column_count);
	if (nameless != NULL && headings > words->columns.count)
		expand_gap(x, table_words(x, kind->name), nameless->path, parent);
	else
		put_table(&(TableWriting){x, table, words, place}, party, parent);
	return true;
}

void reference_put_table(const ReferenceRequest *request, Text name)
{
	const TableKind *kind = table_kind(name);
	const TemplateSet *set = request->expansion->request->templates;
	if (template_words(set, name) != NULL)
		expand_computed(request->expansion, kind, NULL, request->place, request->parent);
	else
		diagnose(request->diagnostics, TABLE_WORDS, request->place, name,
		         template_words_needed(request->scope->arena, kind));
}

void expand_table(Expansion *x, const Mark *placeholder, Text argument, Node *parent)
{
	Span place = placeholder->span;
	Text party = {0};
	const FreeTable *own = find_free_table(x->scope.agreement, argument);
	if (own != NULL) {
		size_t index = (size_t)(own - (const FreeTable *)x->scope.agreement->tables.items);
		const ComputedTable *table = x->request->free_tables[index];
		Text path = path_below(x->scope.arena, TEXT("tabeller"), argument);
		const Gap *gap = gaps_find_within(x->scope.agreement->gaps, path);
		show_table(x, index);
		if (gap != NULL)
			expand_gap(x, table_words(x, argument), gap->path, parent);
		else if (table != NULL)
			put_table(&(TableWriting){x, table, NULL, place}, NULL, parent);
		return;
	}
	const TableKind *kind = argument_split_table(argument, &party);
	if (kind == NULL)
		report_unknown_table(x, argument, place);
	else if (!expand_computed(x, kind, find_party(x, party, place), place, parent))
		report_without_data(x, kind, place);
}
