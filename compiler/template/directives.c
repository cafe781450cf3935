/* Directives: carrying out what {{...}} asks for besides values. */
#include "template/expansion.h"

#include "base/utf8.h"
#include "model/fields.h"
#include "model/gaps.h"
#include "prose/running_text.h"
#include "template/language.h"

/* What a directive has to work with: it has been read, and its argument found right. */
typedef struct Call {
	DirectiveCall read;
	Node *parent;
} Call;

static void expand_either(Expansion *x, const Call *call, const Mark *first, const Mark *end)
{
	if (call->read.within_line)
		expand_inlines(x, first, end, call->parent);
	else
		expand_blocks(x, first, end, call->parent);
}

/* What says nothing is written out. */
static void put_dash(Expansion *x, const Call *call)
{
	document_add_with_text(x->document, call->parent, NODE_PARAGRAPH, TEXT("–"),
	                       call->read.placeholder->span);
}

/* Text of the section in force. */

/* A draft shows what it waits for. */
static bool write_gap(Expansion *x, const Call *call)
{
	if (x->section_open)
		expand_gap(x, x->section_key, section_path(x), call->parent);
	return x->section_open;
}

static void include_block(Expansion *x, Text name, Node *parent)
{
	const TextBlock *block = template_block(x->request->templates, x->scope.arena, name);
	bool prose = x->prose, in_block = x->in_block;
	if (x->request->block_used != NULL)
		x->request->block_used(x->request->block_context, block);
	x->prose = false; /* a block is part of the templates, wherever it is asked for */
	x->in_block = true;
	expand_blocks(x, block->marks->first, NULL, parent);
	x->prose = prose;
	x->in_block = in_block;
}

static void report_missing_section(Expansion *x)
{
	diagnose(x->diagnostics, SECTION_MISSING, x->scope.plan->key.span, x->section_key,
	         x->scope.plan->key.text);
}

/* {{text annars Ej påkallat.}} and {{text annars block värdegrund}}. */
static void run_text(Expansion *x, const Call *call)
{
	Text text = {0}, block = {0};
	argument_split_fallback(call->read.argument, &text, &block);
	if (write_gap(x, call) || expand_section_text(x, false, call->parent))
		return;
	if (block.length > 0)
		include_block(x, block, call->parent);
	else if (text.length > 0)
		document_add_with_text(x->document, call->parent, NODE_PARAGRAPH, text,
		                       call->read.placeholder->span);
	else
		report_missing_section(x);
}

/* {{punkter förslag till beslut}} of a companion; a document without them gets a dash. */
static void put_points_of(Expansion *x, const Call *call)
{
	Text key = call->read.argument;
	Text path = path_below(x->scope.arena, x->scope.plan->key.text, key);
	x->section = section_given(x->scope.plan, key);
	if (gaps_find(x->scope.agreement->gaps, path) != NULL)
		expand_gap(x, key, path, call->parent);
	else if (!expand_section_text(x, true, call->parent))
		put_dash(x, call);
	x->section = NULL;
}

static void run_points(Expansion *x, const Call *call)
{
	if (call->read.argument.length > 0)
		put_points_of(x, call);
	else if (!write_gap(x, call) && !expand_section_text(x, true, call->parent))
		report_missing_section(x);
}

static void run_block(Expansion *x, const Call *call)
{
	include_block(x, call->read.argument, call->parent);
}

/* Structures. */

static void run_sections(Expansion *x, const Call *call)
{
	expand_sections(x, call->read.body, call->read.close, call->parent);
}

static void run_masthead(Expansion *x, const Call *call)
{
	Node *node = document_add(x->document, call->parent, NODE_MASTHEAD,
	                          call->read.placeholder->span);
	expand_blocks(x, call->read.body, call->read.close, node);
	if (node->first == NULL)
		node_detach(node);
}

static void run_cover(Expansion *x, const Call *call)
{
	Node *node =
	        document_add(x->document, call->parent, NODE_COVER, call->read.placeholder->span);
	expand_blocks(x, call->read.body, call->read.close, node);
}

static void run_contents(Expansion *x, const Call *call)
{
	Node *node = document_add(x->document, call->parent, NODE_CONTENTS,
	                          call->read.placeholder->span);
	node->as.group.title = call->read.argument;
}

static void run_table(Expansion *x, const Call *call)
{
	expand_table(x, call->read.placeholder, call->read.argument, call->parent);
}

static void run_note(Expansion *x, const Call *call)
{
	expand_note(x, call->read.placeholder, call->read.argument, call->parent);
}

/* Fields: lines "Etikett: värde". */

/* Whether every value on the line is given. */
static bool line_has_values(Expansion *x, const Mark *first, const Mark *end)
{
	for (const Mark *mark = first; mark != NULL && mark != end; mark = mark->next)
		if (mark->kind == MARK_PLACEHOLDER && !expand_condition(x, mark->text))
			return false;
	return true;
}

static const Mark *line_end(const Mark *mark)
{
	while (mark != NULL && mark->kind != MARK_SOFT_BREAK && mark->kind != MARK_LINE_BREAK)
		mark = mark->next;
	return mark;
}

static void put_field(Expansion *x, const Mark *label, const Mark *end, Node *list)
{
	size_t colon = text_find(label->text, TEXT(":"), 0);
	if (colon == TEXT_NOWHERE || !line_has_values(x, label, end))
		return;
	Node *field = document_add(x->document, list, NODE_FIELD, label->span);
	document_add_with_text(x->document, field, NODE_FIELD_NAME,
	                       text_trim(text_cut(label->text, 0, colon)), label->span);
	Node *value = document_add(x->document, field, NODE_FIELD_VALUE, label->span);
	Text after = text_after(label->text, colon + 1);
	while (text_starts(after, TEXT(" ")))
		after = text_after(after, 1);
	if (after.length > 0)
		document_add_text(x->document, value, after, label->span);
	expand_inlines(x, label->next, end, value);
}

static void run_fields(Expansion *x, const Call *call)
{
	Node *list = document_add(x->document, call->parent, NODE_FIELD_LIST,
	                          call->read.placeholder->span);
	for (const Mark *block = call->read.body; block != NULL && block != call->read.close;
	     block = block->next) {
		bool line_begins = true;
		for (const Mark *mark = block->first; mark != NULL; mark = mark->next) {
			if (line_begins && mark->kind == MARK_TEXT)
				put_field(x, mark, line_end(mark), list);
			line_begins = mark == line_end(mark);
		}
	}
	if (list->first == NULL)
		node_detach(list);
}

/* Signatures. */

static void run_signature(Expansion *x, const Call *call)
{
	Node *before = call->parent->last;
	Node *group = before != NULL && before->kind == NODE_SIGNATURES
	                      ? before
	                      : document_add(x->document, call->parent, NODE_SIGNATURES,
	                                     call->read.placeholder->span);
	Node *signature =
	        document_add(x->document, group, NODE_SIGNATURE, call->read.placeholder->span);
	expand_blocks(x, call->read.body, call->read.close, signature);
	if (signature->first == NULL)
		node_detach(signature);
	if (group->first == NULL)
		node_detach(group);
}

/* {{linje Ort och datum: person.ort och datum}}: a line to write on, with what is known already. */
static void run_line(Expansion *x, const Call *call)
{
	Text label = {0}, name = {0};
	argument_split_line(call->read.argument, &label, &name);
	Node *line = document_add_with_text(x->document, call->parent, NODE_SIGNATURE_LINE, label,
	                                    call->read.placeholder->span);
	if (name.length == 0 || !expand_condition(x, name))
		return;
	Reference filled = reference_find(&x->scope, name);
	line->as.line.filled = filled.state == REFERENCE_GAP
	                               ? gap_text(x, filled.path, filled.cause)
	                               : filled.text;
}

/* Lists. */

/* False when the list says nothing: it has no points, or none with more in it than a dash. */
static bool put_points(Expansion *x, const ListValue *list, bool ordered, Node *parent)
{
	Node *node = document_add(x->document, parent, NODE_LIST, list->span);
	node->as.list.ordered = ordered;
	node->as.list.start = 1;
	node->as.list.tight = true;
	const ProseItem *items = list->items;
	for (size_t i = 0; i < list->count; i++) {
		if (!VALUE_GIVEN(items[i].text))
			continue;
		Node *item = document_add(x->document, node, NODE_ITEM, items[i].text.span);
		expand_prose(x, &items[i].text, 2, item);
		if (item->first == NULL)
			node_detach(item);
	}
	if (node->first != NULL)
		return true;
	node_detach(node);
	return false;
}

/* {{lista underlag}}: a list of the document; one with nothing in it is written out as a dash. */
static void run_list(Expansion *x, const Call *call)
{
	const Field *field = record_field(&record_document, call->read.argument);
	const ListValue *list = field_member(field, x->scope.plan);
	Text path = path_below(x->scope.arena, x->scope.plan->key.text, field->key);
	if (gaps_find(x->scope.agreement->gaps, path) != NULL)
		expand_gap(x, path, path, call->parent);
	else if (!put_points(x, list, false, call->parent))
		put_dash(x, call);
}

bool expand_section_text(Expansion *x, bool numbered, Node *parent)
{
	const Section *section = x->section;
	if (section == NULL)
		return false;
	if (VALUE_GIVEN(section->file)) {
		const Loader *loader = x->request->loader;
		const Source *source =
		        loader->load(loader->context, section->file.text, section->file.span);
		if (source != NULL) {
			if (x->request->file_read != NULL && !x->case_has_faults)
				x->request->file_read(x->request->file_context, source,
				                      x->scope.plan, section);
			expand_file(x, source, parent);
		}
	}
	if (VALUE_GIVEN(section->text))
		expand_prose(x, &section->text, 2, parent);
	if (section->points.count > 0)
		put_points(x, &section->points, numbered, parent);
	return true;
}

/* Conditions and loops. */

static void run_if(Expansion *x, const Call *call)
{
	const Mark *other = directive_otherwise(&call->read);
	if (expand_condition(x, call->read.argument))
		expand_either(x, call, call->read.body, other != NULL ? other : call->read.close);
	else if (other != NULL)
		expand_either(x, call, other->next, call->read.close);
}

/* "parter.resurspoolen", or "parter.resurspoolen.undertecknare.1". */
static Text item_path(const Expansion *x, const Reference *list, size_t index)
{
	const char *item = (const char *)list->list->items + list->record->size * index;
	return list->record->keyed ? path_below(x->scope.arena, list->path,
	                                        ((const Key *)(const void *)item)->text)
	                           : path_item(x->scope.arena, list->path, index);
}

/* {{#varje parter som part}} */
static void run_each(Expansion *x, const Call *call)
{
	Text name = {0}, item_name = {0};
	argument_split_loop(call->read.argument, &name, &item_name);
	Reference list = reference_find(&x->scope, name);
	if (list.state == REFERENCE_GAP) {
		expand_gap(x, list.path, list.cause, call->parent);
		return;
	}
	const LoopVariable *outer = x->scope.variables;
	for (size_t i = 0; list.list != NULL && i < list.list->count; i++) {
		LoopVariable variable = {
		        .name = item_name,
		        .path = item_path(x, &list, i),
		        .record = list.record,
		        .item = (const char *)list.list->items + list.record->size * i,
		        .outer = outer,
		};
		x->scope.variables = &variable;
		expand_either(x, call, call->read.body, call->read.close);
		x->scope.variables = outer;
	}
}

/* Exceptions. */

/* {{undantag 900 000 kr, skäl: gällde 2015}}: the text as it is; lint/lint.h does not complain of
 * it. */
static void run_exception(Expansion *x, const Call *call)
{
	Exception exception = exception_read(call->read.argument);
	document_add_text(x->document, call->parent, exception.text, call->read.placeholder->span);
}

/* References: what the compiler knows about its own language. */
static void run_reference(Expansion *x, const Call *call)
{
	ReferenceRequest request = {
	        .scope = &x->scope,
	        .expansion = x,
	        .document = x->document,
	        .parent = call->parent,
	        .subject = call->read.argument,
	        .place = call->read.placeholder->span,
	        .level = x->heading_level + 1,
	        .diagnostics = x->diagnostics,
	};
	x->request->reference(x->request->reference_context, &request);
}

/* {{språk engelska: social impact bond}}: a screen reader takes on another voice, and no rules of
 * Swedish divide the words. */
static void run_language(Expansion *x, const Call *call)
{
	Foreign foreign = foreign_read(call->read.argument);
	Span place = call->read.placeholder->span;
	Node *node = document_add(x->document, call->parent, NODE_FOREIGN, place);
	node->as.foreign.language = language_tag(foreign.language);
	document_add_text(x->document, node, foreign.text, place);
}

/* Carrying them out. */

static unsigned place_of(const Expansion *x)
{
	if (x->prose)
		return IN_CASES;
	if (x->in_block)
		return IN_BLOCKS;
	if (x->scope.template->head.format.choice == TEMPLATE_TEXT)
		return IN_COMPANIONS;
	return x->in_section ? IN_SECTIONS : OUTSIDE_SECTIONS;
}

static const Mark *run(Expansion *x, const Mark *mark, const Mark *end, Node *parent,
                       bool within_line)
{
	static void (*const runs[DIRECTIVES])(Expansion *, const Call *) = {
#define DIRECTIVE(word, closing, run, where, argument, about, example) [DIRECTIVE_##run] = (run),
#include "template/directives.def"
#undef DIRECTIVE
	};
	DirectiveReader reader = {.scope = &x->scope,
	                          .templates = x->request->templates,
	                          .diagnostics = x->diagnostics,
	                          .place = place_of(x),
	                          .excused = &x->excused};
	Call call = {.parent = parent};
	if (directive_read(&reader, mark, end, within_line, &call.read))
		runs[call.read.directive->name](x, &call);
	return call.read.next;
}

const Mark *directive_run(Expansion *x, const Mark *mark, const Mark *end, Node *parent)
{
	/* A note or a text may be alone in its paragraph and still be part of a line. */
	if (directive_is_part_of_line(mark_alone(mark)->text)) {
		Node *paragraph = document_add(x->document, parent, NODE_PARAGRAPH, mark->span);
		directive_run_inline(x, mark->first, NULL, paragraph);
		settle_line(x, paragraph);
		return mark->next;
	}
	return run(x, mark, end, parent, false);
}

const Mark *directive_run_inline(Expansion *x, const Mark *mark, const Mark *end, Node *parent)
{
	return run(x, mark, end, parent, true);
}
