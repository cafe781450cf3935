/* Directives: carrying out what {{...}} asks for besides values. */
#include "template/expansion.h"

#include <assert.h>

#include "base/limits.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "model/fields.h"
#include "model/gaps.h"
#include "prose/running_text.h"
#include "template/outline.h"

enum { IN_TEMPLATES = 1, IN_PROSE = 2, INLINE = 4 };

/*
 * What a directive has to work with. For one with a closing word, `body` is the first mark after it
 * and `close` the mark that closes it; otherwise `close` is NULL.
 */
typedef struct DirectiveCall {
	const Mark *placeholder;
	Text argument;
	const Mark *body;
	const Mark *close;
	Node *parent;
	bool within_line; /* body and close are inlines */
} DirectiveCall;

struct Directive {
	Text word;
	Text closing;
	void (*run)(Expansion *x, const DirectiveCall *call);
	unsigned where;
	Text about, example; /* for the manual */
};

static const Text otherwise = TEXT_INIT("annars");

static void expand_either(Expansion *x, const DirectiveCall *call, const Mark *first,
                          const Mark *end)
{
	if (call->within_line)
		expand_inlines(x, first, end, call->parent);
	else
		expand_blocks(x, first, end, call->parent);
}

/* The placeholder that a mark is, alone or within a line. */
static const Mark *placeholder_of(const Mark *mark, bool within_line)
{
	if (within_line)
		return mark->kind == MARK_PLACEHOLDER ? mark : NULL;
	return mark_alone(mark);
}

/* The first mark from `first` on that is the placeholder `word`, at the depth where `first` stands:
 * pairs of `opening` and `closing` in between are passed over. */
static const Mark *find_matching(const Mark *first, const Mark *end, const Directive *directive,
                                 Text word, bool within_line)
{
	int depth = 0;
	for (const Mark *mark = first; mark != NULL && mark != end; mark = mark->next) {
		const Mark *placeholder = placeholder_of(mark, within_line);
		if (placeholder == NULL)
			continue;
		Text argument = {0};
		if (depth == 0 && text_equal(placeholder->text, word))
			return mark;
		if (directive_of(placeholder->text, &argument) == directive)
			depth++;
		else if (text_equal(placeholder->text, directive->closing))
			depth--;
	}
	return NULL;
}

static void report_argument(Expansion *x, const DirectiveCall *call, Text what)
{
	diagnose(x->diagnostics, DIRECTIVE_ARGUMENT, call->placeholder->span,
	         call->placeholder->text, what);
}

/* Text of the section in force. */

static bool run_fallback(Expansion *x, const DirectiveCall *call);

/* A draft shows what it waits for. */
static bool write_gap(Expansion *x, const DirectiveCall *call)
{
	if (x->section_open)
		expand_gap(x, x->section_key, section_path(x), call->parent);
	return x->section_open;
}

static void run_text(Expansion *x, const DirectiveCall *call)
{
	if (!x->in_section) {
		diagnose(x->diagnostics, DIRECTIVE_PLACE, call->placeholder->span,
		         call->placeholder->text);
		return;
	}
	if (write_gap(x, call) || expand_section_text(x, false, call->parent) ||
	    run_fallback(x, call))
		return;
	diagnose(x->diagnostics, SECTION_MISSING, x->scope.plan->key.span, x->section_key,
	         x->scope.plan->key.text);
}

static void run_points(Expansion *x, const DirectiveCall *call)
{
	if (!x->in_section) {
		diagnose(x->diagnostics, DIRECTIVE_PLACE, call->placeholder->span,
		         call->placeholder->text);
		return;
	}
	if (write_gap(x, call) || expand_section_text(x, true, call->parent))
		return;
	diagnose(x->diagnostics, SECTION_MISSING, x->scope.plan->key.span, x->section_key,
	         x->scope.plan->key.text);
}

static void include_block(Expansion *x, const DirectiveCall *call, Text name)
{
	if (x->block_depth == LIMIT_BLOCK_DEPTH) {
		diagnose(x->diagnostics, UNKNOWN_BLOCK, call->placeholder->span, name,
		         swedish_integer(x->scope.arena, LIMIT_BLOCK_DEPTH));
		return;
	}
	const Loader *loader = x->request->loader;
	const Source *source =
	        loader->load(loader->context, LOADER_BLOCKS, name, call->placeholder->span);
	if (source == NULL)
		return;
	bool prose = x->prose;
	x->block_depth++;
	x->prose = false; /* a block is part of the templates, wherever it is asked for */
	expand_source(x, source, false, call->parent);
	x->prose = prose;
	x->block_depth--;
}

/* {{text annars Ej påkallat.}} and {{text annars block värdegrund}}. */
static bool run_fallback(Expansion *x, const DirectiveCall *call)
{
	Text rest = outline_otherwise(call->argument);
	if (rest.length == 0)
		return false;
	if (text_starts(rest, TEXT("block ")))
		include_block(x, call, text_trim(text_after(rest, 6)));
	else
		document_add_with_text(x->document, call->parent, NODE_PARAGRAPH, rest,
		                       call->placeholder->span);
	return true;
}

static void run_block(Expansion *x, const DirectiveCall *call)
{
	if (call->argument.length == 0)
		report_argument(x, call, TEXT("namnet på ett textblock"));
	else
		include_block(x, call, call->argument);
}

/* Structures. */

static void run_sections(Expansion *x, const DirectiveCall *call)
{
	expand_sections(x, call->body, call->close, call->parent);
}

static void run_masthead(Expansion *x, const DirectiveCall *call)
{
	Node *node =
	        document_add(x->document, call->parent, NODE_MASTHEAD, call->placeholder->span);
	expand_blocks(x, call->body, call->close, node);
	if (node->first == NULL)
		node_detach(node);
}

static void run_cover(Expansion *x, const DirectiveCall *call)
{
	Node *node = document_add(x->document, call->parent, NODE_COVER, call->placeholder->span);
	expand_blocks(x, call->body, call->close, node);
}

static void run_contents(Expansion *x, const DirectiveCall *call)
{
	Node *node =
	        document_add(x->document, call->parent, NODE_CONTENTS, call->placeholder->span);
	node->as.group.title = call->argument;
}

static void run_table(Expansion *x, const DirectiveCall *call)
{
	if (call->argument.length == 0)
		report_argument(x, call, TEXT("namnet på en tabell"));
	else
		expand_table(x, call->placeholder, call->argument, call->parent);
}

static void run_note(Expansion *x, const DirectiveCall *call)
{
	expand_note(x, call->placeholder, call->argument, call->parent);
}

/* Fields: lines "Etikett: värde". */

/* Whether every value on the line is given. Reports names that do not exist. */
static bool line_has_values(Expansion *x, const Mark *first, const Mark *end)
{
	for (const Mark *mark = first; mark != NULL && mark != end; mark = mark->next)
		if (mark->kind == MARK_PLACEHOLDER && !expand_condition(x, mark->text, mark->span))
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

static void run_fields(Expansion *x, const DirectiveCall *call)
{
	Node *list =
	        document_add(x->document, call->parent, NODE_FIELD_LIST, call->placeholder->span);
	for (const Mark *block = call->body; block != NULL && block != call->close;
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

static void run_signature(Expansion *x, const DirectiveCall *call)
{
	Node *before = call->parent->last;
	Node *group = before != NULL && before->kind == NODE_SIGNATURES
	                      ? before
	                      : document_add(x->document, call->parent, NODE_SIGNATURES,
	                                     call->placeholder->span);
	Node *signature = document_add(x->document, group, NODE_SIGNATURE, call->placeholder->span);
	expand_blocks(x, call->body, call->close, signature);
	if (signature->first == NULL)
		node_detach(signature);
	if (group->first == NULL)
		node_detach(group);
}

/* {{linje Ort och datum: person.ort och datum}}: a line to write on, with what is known already. */
static void run_line(Expansion *x, const DirectiveCall *call)
{
	Text rest = call->argument, label = {0};
	if (!text_next(&rest, ':', &label))
		return;
	Node *line = document_add_with_text(x->document, call->parent, NODE_SIGNATURE_LINE,
	                                    text_trim(label), call->placeholder->span);
	Text name = text_trim(rest);
	if (label.length < call->argument.length &&
	    expand_condition(x, name, call->placeholder->span)) {
		Reference filled = reference_find(&x->scope, name);
		line->as.line.filled = filled.state == REFERENCE_GAP
		                               ? gap_text(x, filled.path, filled.cause)
		                               : filled.text;
	}
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
static void run_list(Expansion *x, const DirectiveCall *call)
{
	const Field *field = record_field(&record_document, call->argument);
	if (field == NULL || field->kind != FIELD_LIST || field->record->as_scalar == NULL) {
		diagnose(x->diagnostics, UNKNOWN_LIST, call->placeholder->span, call->argument);
		return;
	}
	const ListValue *list = field_member(field, x->scope.plan);
	Text path = path_below(x->scope.arena, x->scope.plan->key.text, field->key);
	if (gaps_find(x->scope.agreement->gaps, path) != NULL)
		expand_gap(x, path, path, call->parent);
	else if (!put_points(x, list, false, call->parent))
		document_add_with_text(x->document, call->parent, NODE_PARAGRAPH, TEXT("–"),
		                       call->placeholder->span);
}

bool expand_section_text(Expansion *x, bool numbered, Node *parent)
{
	const Section *section = x->section;
	if (section == NULL)
		return false;
	if (VALUE_GIVEN(section->file)) {
		const Loader *loader = x->request->loader;
		const Source *source = loader->load(loader->context, LOADER_CASE,
		                                    section->file.text, section->file.span);
		if (source != NULL) {
			if (x->request->file_read != NULL && !x->case_has_faults)
				x->request->file_read(x->request->file_context, source,
				                      x->scope.plan, section);
			expand_source(x, source, true, parent);
		}
	}
	if (VALUE_GIVEN(section->text))
		expand_prose(x, &section->text, 2, parent);
	if (section->points.count > 0)
		put_points(x, &section->points, numbered, parent);
	return true;
}

/* Conditions and loops. */

static void run_if(Expansion *x, const DirectiveCall *call)
{
	const Directive *self = directive_of(call->placeholder->text, &(Text){0});
	const Mark *other =
	        find_matching(call->body, call->close, self, otherwise, call->within_line);
	if (call->argument.length == 0)
		report_argument(x, call, TEXT("namnet på ett värde"));
	else if (expand_condition(x, call->argument, call->placeholder->span))
		expand_either(x, call, call->body, other != NULL ? other : call->close);
	else if (other != NULL)
		expand_either(x, call, other->next, call->close);
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
static void run_each(Expansion *x, const DirectiveCall *call)
{
	static const Text as = TEXT_INIT(" som ");
	size_t at = text_find(call->argument, as, 0);
	if (at == TEXT_NOWHERE) {
		report_argument(x, call, TEXT("en lista och ett namn: {{#varje parter som part}}"));
		return;
	}
	Text name = text_trim(text_cut(call->argument, 0, at));
	Reference list = reference_find(&x->scope, name);
	if (list.list == NULL && list.state == REFERENCE_UNKNOWN) {
		expand_condition(x, name, call->placeholder->span);
		return;
	}
	if (list.list == NULL) {
		report_argument(x, call, TEXT("en lista, och detta är ingen lista"));
		return;
	}
	if (list.state == REFERENCE_GAP) {
		expand_gap(x, list.path, list.cause, call->parent);
		return;
	}
	const LoopVariable *outer = x->scope.variables;
	for (size_t i = 0; i < list.list->count; i++) {
		LoopVariable variable = {
		        .name = text_trim(text_after(call->argument, at + as.length)),
		        .path = item_path(x, &list, i),
		        .record = list.record,
		        .item = (const char *)list.list->items + list.record->size * i,
		        .outer = outer,
		};
		x->scope.variables = &variable;
		expand_either(x, call, call->body, call->close);
		x->scope.variables = outer;
	}
}

/* Exceptions. */

/* {{undantag 900 000 kr, skäl: gällde 2015}}: the text as it is; lint/lint.h does not complain of
 * it.
 */
static void run_exception(Expansion *x, const DirectiveCall *call)
{
	Exception exception = exception_read(call->argument);
	if (exception.text.length == 0)
		report_argument(x, call,
		                TEXT("det som ska stå i texten, och ett skäl: {{undantag 900 000 "
		                     "kr, skäl: gällde 2015}}"));
	else if (exception.reason.length == 0)
		diagnose(x->diagnostics, EXCEPTION_REASON, call->placeholder->span,
		         call->placeholder->text);
	else
		document_add_text(x->document, call->parent,
		                  swedish_bound(x->scope.arena, exception.text),
		                  call->placeholder->span);
}

/* References: what the compiler knows about its own language. */
static void run_reference(Expansion *x, const DirectiveCall *call)
{
	ReferenceRequest request = {
	        .scope = &x->scope,
	        .expansion = x,
	        .document = x->document,
	        .parent = call->parent,
	        .subject = call->argument,
	        .place = call->placeholder->span,
	        .level = x->heading_level + 1,
	        .diagnostics = x->diagnostics,
	};
	x->request->reference(x->request->reference_context, &request);
}

/* The list, and carrying its members out. */

static const Directive directives[] = {
#define DIRECTIVE(word, closing, run, where, about, example)                                       \
	{TEXT_INIT(word), TEXT_INIT(closing), run, where, TEXT_INIT(about), TEXT_INIT(example)},
#include "template/directives.def"
#undef DIRECTIVE
};

size_t directive_count(void)
{
	return sizeof directives / sizeof directives[0];
}

DirectiveFacts directive_facts(size_t index)
{
	const Directive *directive = &directives[index];
	return (DirectiveFacts){directive->word,
	                        directive->closing,
	                        directive->about,
	                        directive->example,
	                        (directive->where & IN_PROSE) != 0,
	                        (directive->where & INLINE) != 0};
}

/* Words that only make sense after an opening one, and a misspelt instruction. */
static const Directive stray = {.word = TEXT_INIT("")};

const Directive *directive_of(Text body, Text *argument)
{
	for (size_t i = 0; i < sizeof directives / sizeof directives[0]; i++) {
		Text word = directives[i].word;
		if (!text_starts(body, word))
			continue;
		if (body.length > word.length && body.bytes[word.length] != ' ')
			continue;
		*argument = text_trim(text_after(body, word.length));
		return &directives[i];
	}
	if (text_starts(body, TEXT("#")) || text_starts(body, TEXT("/")) ||
	    text_equal(body, otherwise))
		return &stray;
	return NULL;
}

const Text *directive_words(size_t *count)
{
	static const Text words[] = {
#define DIRECTIVE(word, closing, run, where, about, example) TEXT_INIT(word),
#include "template/directives.def"
#undef DIRECTIVE
	};
	*count = sizeof words / sizeof words[0];
	return words;
}

static void report_stray(Expansion *x, const Mark *placeholder)
{
	bool closing = !text_starts(placeholder->text, TEXT("#"));
	diagnose(x->diagnostics, closing ? DIRECTIVE_CLOSE : UNKNOWN_DIRECTIVE, placeholder->span,
	         placeholder->text);
}

static bool may_stand(Expansion *x, const Directive *directive, const Mark *placeholder,
                      bool within_line)
{
	if (x->prose && !(directive->where & IN_PROSE)) {
		diagnose(x->diagnostics, DIRECTIVE_PLACE, placeholder->span, placeholder->text);
		return false;
	}
	if (within_line && !(directive->where & INLINE)) {
		diagnose(x->diagnostics, DIRECTIVE_ALONE, placeholder->span, placeholder->text);
		return false;
	}
	return true;
}

static const Mark *run(Expansion *x, const Mark *mark, const Mark *end, Node *parent,
                       bool within_line)
{
	const Mark *placeholder = placeholder_of(mark, within_line);
	assert(placeholder != NULL);
	DirectiveCall call = {
	        .placeholder = placeholder, .parent = parent, .within_line = within_line};
	const Directive *directive = directive_of(placeholder->text, &call.argument);
	const Mark *next = mark->next;
	if (directive == &stray) {
		report_stray(x, placeholder);
		return next;
	}
	/* One that is refused takes what it encloses with it: one fault, one report. */
	bool allowed = may_stand(x, directive, placeholder, within_line);
	if (directive->closing.length > 0) {
		call.body = mark->next;
		call.close =
		        find_matching(call.body, end, directive, directive->closing, within_line);
		if (call.close == NULL && !allowed)
			return next;
		if (call.close == NULL) {
			diagnose(x->diagnostics, DIRECTIVE_OPEN, placeholder->span,
			         placeholder->text, directive->closing);
			return next;
		}
		next = call.close->next;
	}
	if (allowed)
		directive->run(x, &call);
	return next;
}

const Mark *directive_run(Expansion *x, const Mark *mark, const Mark *end, Node *parent)
{
	/* A note or a text may be alone in its paragraph and still be part of a line. */
	Text argument = {0};
	const Directive *directive = directive_of(mark_alone(mark)->text, &argument);
	if (directive->run == run_note || directive->run == run_exception) {
		Node *paragraph = document_add(x->document, parent, NODE_PARAGRAPH, mark->span);
		directive_run_inline(x, mark->first, NULL, paragraph);
		return mark->next;
	}
	return run(x, mark, end, parent, false);
}

const Mark *directive_run_inline(Expansion *x, const Mark *mark, const Mark *end, Node *parent)
{
	return run(x, mark, end, parent, true);
}
