/* Check: the marks of templates walked once, as the expansion walks them, but into every branch. */
#include "template/check.h"

#include "base/limits.h"
#include "economics/table.h"
#include "model/fields.h"
#include "source/suggest.h"
#include "template/companion.h"
#include "template/directive.h"
#include "template/heading.h"
#include "template/target.h"

/* A text block that is being checked, within those that included it. */
typedef struct OpenBlock OpenBlock;

struct OpenBlock {
	const TextBlock *block;
	const OpenBlock *outer;
	int depth;
};

/* A text block that has been checked, and with which loop variables in force. */
typedef struct CheckedBlock {
	const TextBlock *block;
	const LoopVariable *variables;
} CheckedBlock;

typedef struct CheckedBlocks {
	CheckedBlock *items;
	size_t count;
	size_t capacity;
} CheckedBlocks;

typedef struct Check {
	Arena *arena;
	const TemplateSet *set;
	Diagnostics *diagnostics;
	ReferenceScope scope; /* of no case */
	MarkList excused;
	unsigned place;
	const OpenBlock *block; /* innermost, or NULL */
	CheckedBlocks checked;
	const Mark *sections; /* the template's {{#avsnitt}}, once one has been met */
} Check;

static void check_marks(Check *c, const Mark *first, const Mark *end, bool within_line);

/* Values and links. */

static void check_value(Check *c, const Mark *placeholder)
{
	if (placeholder->text.length == 0) /* has been reported */
		return;
	Reference found = reference_find(&c->scope, placeholder->text);
	reference_report(&c->scope, &found, placeholder->span, c->diagnostics);
}

static void check_link(Check *c, const Mark *link)
{
	if (!link_has_target(link, c->place != IN_CASES))
		link_report(link, c->diagnostics);
}

/* Text blocks. */

static bool is_checked(const Check *c, const TextBlock *block)
{
	for (size_t i = 0; i < c->checked.count; i++)
		if (c->checked.items[i].block == block &&
		    c->checked.items[i].variables == c->scope.variables)
			return true;
	return false;
}

static void check_block_text(Check *c, const TextBlock *block)
{
	const OpenBlock *outer = c->block;
	OpenBlock open = {block, outer, outer != NULL ? outer->depth + 1 : 1};
	unsigned place = c->place;
	if (is_checked(c, block))
		return;
	*ARENA_PUSH(c->arena, &c->checked) = (CheckedBlock){block, c->scope.variables};
	c->block = &open;
	c->place = IN_BLOCKS;
	check_marks(c, block->marks->first, NULL, false);
	c->place = place;
	c->block = outer;
}

/* A block that a directive includes, which is known to be there. */
static void check_included(Check *c, const Mark *placeholder, Text name)
{
	const TextBlock *block = template_block(c->set, c->arena, name);
	for (const OpenBlock *open = c->block; open != NULL; open = open->outer) {
		if (open->block != block)
			continue;
		diagnose(c->diagnostics, BLOCK_IN_ITSELF, placeholder->span, name);
		return;
	}
	if (c->block != NULL && c->block->depth == LIMIT_BLOCK_DEPTH)
		diagnose(c->diagnostics, BLOCK_TOO_DEEP, placeholder->span, name);
	else
		check_block_text(c, block);
}

static void check_block(Check *c, const DirectiveCall *call)
{
	check_included(c, call->placeholder, call->argument);
}

static void check_text(Check *c, const DirectiveCall *call)
{
	Text text = {0}, block = {0};
	argument_split_fallback(call->argument, &text, &block);
	if (block.length > 0)
		check_included(c, call->placeholder, block);
}

/* Conditions and loops. */

static void check_body(Check *c, const DirectiveCall *call)
{
	check_marks(c, call->body, call->close, call->within_line);
}

static void check_if(Check *c, const DirectiveCall *call)
{
	const Mark *other = directive_otherwise(call);
	check_marks(c, call->body, other != NULL ? other : call->close, call->within_line);
	if (other != NULL)
		check_marks(c, other->next, call->close, call->within_line);
}

/* Whether a loop's variable is used between `first` and `end`; or else, in `*near`, a word that a
 * name begins with there and that could be the variable misspelt. */
static bool uses_variable(const Mark *first, const Mark *end, Text variable, Text *near)
{
	for (const Mark *mark = first; mark != NULL && mark != end; mark = mark_following(mark)) {
		Text rest = mark->kind == MARK_PLACEHOLDER ? mark->text : (Text){0}, word = {0};
		while (text_next(&rest, ' ', &word)) {
			Text root = text_cut(word, 0, text_find(word, TEXT("."), 0));
			if (text_equal(root, variable))
				return true;
			if (root.length < word.length &&
			    record_field(&record_agreement, root) == NULL &&
			    suggest_nearest(root, &variable, 1).length > 0)
				*near = root;
		}
	}
	return false;
}

/* A variable that has another name within its loop: one report, where it is named. */
static bool is_misnamed(Check *c, const DirectiveCall *call, Text variable)
{
	Text near = {0};
	if (uses_variable(call->body, call->close, variable, &near) || near.length == 0 ||
	    reference_find(&c->scope, near).state != REFERENCE_UNKNOWN)
		return false;
	Span place = call->placeholder->span;
	diagnose(c->diagnostics, LOOP_VARIABLE, place, variable, near);
	Text as[] = {TEXT(" som "), variable};
	Span written = span_find(place, text_join(c->arena, as, 2));
	if (place.source != NULL)
		diagnostic_fix(c->diagnostics,
		               span_of(place.source, written.first + as[0].length, written.end),
		               near);
	return true;
}

/* Of a loop whose list or variable is not known, the items could be anything. */
static void check_each(Check *c, const DirectiveCall *call)
{
	Text name = {0}, item_name = {0};
	argument_split_loop(call->argument, &name, &item_name);
	Reference list = reference_find(&c->scope, name);
	LoopVariable *variable = ARENA_NEW(c->arena, LoopVariable);
	const LoopVariable *outer = c->scope.variables;
	*variable = (LoopVariable){.name = item_name, .record = list.record, .outer = outer};
	if (item_name.length > 0 && is_misnamed(c, call, item_name))
		*variable = (LoopVariable){.outer = outer};
	c->scope.variables = variable;
	check_body(c, call);
	c->scope.variables = outer;
}

/* Fields. */

static bool ends_line(const Mark *mark)
{
	return mark == NULL || mark->kind == MARK_SOFT_BREAK || mark->kind == MARK_LINE_BREAK;
}

/* The paragraph's line of this number, from 0. */
static Span line_place(const Mark *paragraph, size_t index)
{
	const Source *source = paragraph->span.source;
	if (source == NULL)
		return paragraph->span;
	size_t line = source_position(source, paragraph->span.first).line + index;
	return span_of_slice(source, text_trim(source_line(source, line)));
}

/* A line that the expansion would pass over, or that would show a label and nothing else. */
static void check_field_line(Check *c, const Mark *first, Span place)
{
	Text label = first->kind == MARK_TEXT ? first->text : (Text){0};
	size_t colon = text_find(label, TEXT(":"), 0);
	bool has_value =
	        colon != TEXT_NOWHERE &&
	        (text_trim(text_after(label, colon + 1)).length > 0 || !ends_line(first->next));
	if (colon == 0 || !has_value)
		diagnose(c->diagnostics, FIELD_LINE, place);
	for (const Mark *mark = first; !ends_line(mark); mark = mark->next) {
		if (mark->kind != MARK_PLACEHOLDER)
			continue;
		if (!directive_is_one(mark->text))
			check_value(c, mark);
		else if (!directive_is_end(mark->text)) /* its beginning has been reported */
			diagnose(c->diagnostics, DIRECTIVE_PLACE, mark->span, mark->text);
	}
}

static void check_paragraph_of_fields(Check *c, const Mark *paragraph)
{
	size_t line = 0;
	bool line_begins = true;
	for (const Mark *mark = paragraph->first; mark != NULL; mark = mark->next) {
		if (line_begins && !ends_line(mark))
			check_field_line(c, mark, line_place(paragraph, line));
		line_begins = ends_line(mark);
		line += line_begins;
	}
}

static bool has_label(const Mark *block)
{
	const Mark *first = block->kind == MARK_PARAGRAPH ? block->first : NULL;
	return first != NULL && first->kind == MARK_TEXT &&
	       text_find(first->text, TEXT(":"), 0) != TEXT_NOWHERE;
}

/* Fields without end are taken to end before the first block that does not begin with a label. */
static const Mark *end_of_fields(const DirectiveCall *call)
{
	const Mark *block = call->body;
	while (call->unclosed && block != NULL && block != call->close &&
	       (block->kind == MARK_COMMENT || has_label(block)))
		block = block->next;
	return call->unclosed ? block : call->close;
}

static void check_fields(Check *c, const DirectiveCall *call)
{
	const Mark *end = end_of_fields(call);
	for (const Mark *block = call->body; block != NULL && block != end; block = block->next) {
		if (block->kind == MARK_PARAGRAPH)
			check_paragraph_of_fields(c, block);
		else if (block->kind != MARK_COMMENT)
			diagnose(c->diagnostics, FIELD_LINE, block->span);
	}
	check_marks(c, end, call->close, false);
}

/* Sections. */

/* Comments of templates are for those who write, and never printed. */
static const Mark *after_comments(const Mark *mark, const Mark *end)
{
	while (mark != NULL && mark != end && mark->kind == MARK_COMMENT)
		mark = mark->next;
	return mark;
}

static const SectionHeading *earlier_heading(const SectionHeadings *headings, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (text_equal(headings->items[i].key, headings->items[index].key))
			return &headings->items[i];
	return NULL;
}

/* Where a part of what the braces of a heading hold stands. */
static Span place_in_braces(const SectionHeading *heading, Text part)
{
	Span whole = heading->mark->span;
	size_t open = text_find(span_text(whole), TEXT("{"), 0);
	if (whole.source == NULL || open == TEXT_NOWHERE)
		return whole;
	return span_find(span_of(whole.source, whole.first + open, whole.end), part);
}

static void check_heading_words(Check *c, const SectionHeading *heading)
{
	static const Text optional = TEXT_INIT(HEADING_OPTIONAL);
	if (heading->unknown.length == 0)
		return;
	Span place = place_in_braces(heading, heading->unknown);
	diagnose(c->diagnostics, SECTION_WORD, place, heading->unknown);
	if (suggest_nearest(heading->unknown, &optional, 1).length > 0)
		diagnostic_fix(c->diagnostics, place, optional);
}

static void check_heading(Check *c, const SectionHeadings *headings, size_t index)
{
	const SectionHeading *heading = &headings->items[index];
	const Mark *mark = heading->mark;
	bool plain = mark->first != NULL && mark->first == mark->last &&
	             mark->first->kind == MARK_TEXT && heading->title.length > 0;
	if (!plain) {
		diagnose(c->diagnostics, SECTION_TITLE, mark->span);
		return;
	}
	if (heading->key.length == 0) {
		diagnose(c->diagnostics, SECTION_KEY, mark->span, heading->title);
		return;
	}
	const SectionHeading *earlier = earlier_heading(headings, index);
	if (earlier != NULL) {
		diagnose(c->diagnostics, SECTION_KEY_TWICE, place_in_braces(heading, heading->key),
		         heading->key);
		diagnostic_note(c->diagnostics, SECTION_KEY_FIRST,
		                place_in_braces(earlier, earlier->key));
	}
	check_heading_words(c, heading);
	if (after_comments(mark->next, heading->end) == heading->end)
		diagnose(c->diagnostics, SECTION_WITHOUT_TEXT, mark->span, heading->title);
}

/* Whether the heading shows a key in braces that is meant for nobody's eyes. */
static void check_other_heading(Check *c, const Mark *mark)
{
	bool begins_section = c->place == IN_SECTIONS && mark->level == 2;
	if (mark->last == NULL || mark->last->kind != MARK_TEXT || begins_section)
		return;
	Text text = text_trim(mark->last->text);
	size_t open = text_find(text, TEXT("{"), 0);
	if (open != TEXT_NOWHERE && text_ends(text, TEXT("}")))
		diagnose(c->diagnostics, SECTION_KEY_PLACE,
		         span_find(mark->span, text_after(text, open)));
}

static bool is_other_heading(const Mark *mark)
{
	return mark->kind == MARK_HEADING && mark->level == 2 && !heading_read(mark).has_braces;
}

/* Sections without end are taken to end before the first heading that has no key, or what encloses
 * it. */
static const Mark *end_of_unclosed(const DirectiveCall *call)
{
	const Mark *outermost = call->body, *ended = NULL;
	for (const Mark *mark = call->body; mark != NULL && mark != call->close;
	     mark = mark->next) {
		if (mark == ended) {
			ended = NULL;
		} else if (ended == NULL) {
			outermost = mark;
			ended = mark->closing;
		}
		if (is_other_heading(mark))
			return outermost;
	}
	return call->close;
}

/* The comment below a section's heading is copied into new cases (outline.h), and what it names is
 * written there. */
static void check_guidance(Check *c, const SectionHeading *heading)
{
	const Mark *comment = heading->mark->next;
	DirectiveReader reader = {&c->scope, c->set, c->diagnostics, IN_CASES, &c->excused};
	if (comment == heading->end || comment->kind != MARK_COMMENT)
		return;
	for (const Mark *mark = comment->first; mark != NULL; mark = mark->next) {
		if (mark->kind != MARK_PLACEHOLDER)
			continue;
		if (directive_is_one(mark->text))
			directive_check_mention(&reader, mark);
		else
			check_value(c, mark);
	}
}

static void check_sections(Check *c, const DirectiveCall *call)
{
	if (c->sections != NULL) {
		diagnose(c->diagnostics, DIRECTIVE_PLACE, call->placeholder->span,
		         call->placeholder->text);
		diagnostic_note(c->diagnostics, SECTIONS_FIRST, c->sections->span);
	}
	c->sections = call->placeholder;
	const Mark *end = call->unclosed ? end_of_unclosed(call) : call->close;
	SectionHeadings headings = headings_read(c->arena, call->body, end);
	const Mark *first = headings.count > 0 ? headings.items[0].mark : end;
	const Mark *body = after_comments(call->body, first);
	if (body != first)
		diagnose(c->diagnostics, BEFORE_SECTIONS, body->span);
	c->place = IN_SECTIONS;
	for (size_t i = 0; i < headings.count; i++) {
		check_heading(c, &headings, i);
		check_guidance(c, &headings.items[i]);
		check_marks(c, headings.items[i].mark->next, headings.items[i].end, false);
	}
	c->place = OUTSIDE_SECTIONS;
	check_marks(c, end, call->close, false);
}

/* The walk. */

static void check_call(Check *c, const DirectiveCall *call)
{
	static void (*const checks[DIRECTIVES])(Check *, const DirectiveCall *) = {
	        [DIRECTIVE_run_text] = check_text,         [DIRECTIVE_run_block] = check_block,
	        [DIRECTIVE_run_sections] = check_sections, [DIRECTIVE_run_fields] = check_fields,
	        [DIRECTIVE_run_each] = check_each,         [DIRECTIVE_run_if] = check_if,
	};
	DirectiveWord name = call->directive->name;
	if (checks[name] != NULL)
		checks[name](c, call);
	else if (call->directive->closing.length > 0)
		check_body(c, call);
}

/* What an instruction with a wrong argument encloses has faults of its own. */
static const Mark *check_directive(Check *c, const Mark *mark, const Mark *end, bool within_line)
{
	DirectiveReader reader = {&c->scope, c->set, c->diagnostics, c->place, &c->excused};
	DirectiveCall call = {0};
	bool right = directive_read(&reader, mark, end, within_line, &call);
	bool encloses = call.directive != NULL && call.directive->closing.length > 0;
	if (right || (encloses && !call.misplaced))
		check_call(c, &call);
	return call.next;
}

static const Mark *check_mark(Check *c, const Mark *mark, const Mark *end, bool within_line)
{
	const Mark *placeholder = within_line && mark->kind == MARK_PLACEHOLDER ? mark
	                          : !within_line                                ? mark_alone(mark)
	                                                                        : NULL;
	if (mark->kind == MARK_COMMENT && c->place != IN_CASES)
		return mark->next;
	if (placeholder != NULL && directive_is_one(placeholder->text))
		return check_directive(c, mark, end, within_line);
	if (mark->kind == MARK_PLACEHOLDER)
		check_value(c, mark);
	if (mark->kind == MARK_LINK)
		check_link(c, mark);
	if (mark->kind == MARK_HEADING)
		check_other_heading(c, mark);
	check_marks(c, mark->first, NULL, !mark_holds_blocks(mark));
	return mark->next;
}

static void check_until(Check *c, const Mark *first, const Mark *end, bool within_line)
{
	for (const Mark *mark = first; mark != NULL && mark != end;)
		mark = check_mark(c, mark, end, within_line);
}

/* What stands before a closing word that has lost its beginning is read as if it had one: the one
 * report is that of the closing word. */
static const Mark *check_unopened(Check *c, const Mark *first, const Mark *end, bool within_line)
{
	const Mark *loop = directive_unopened(DIRECTIVE_run_each, first, end, within_line);
	const Mark *sections = directive_unopened(DIRECTIVE_run_sections, first, end, within_line);
	const LoopVariable *outer = c->scope.variables;
	unsigned place = c->place;
	if (loop != NULL) {
		LoopVariable *lost = ARENA_NEW(c->arena, LoopVariable);
		*lost = (LoopVariable){.outer = outer};
		c->scope.variables = lost;
		check_until(c, first, loop, within_line);
		c->scope.variables = outer;
		return loop;
	}
	if (sections == NULL || place != OUTSIDE_SECTIONS)
		return first;
	c->place = IN_SECTIONS;
	check_until(c, first, sections, within_line);
	c->place = place;
	return sections;
}

static void check_marks(Check *c, const Mark *first, const Mark *end, bool within_line)
{
	check_until(c, check_unopened(c, first, end, within_line), end, within_line);
}

/* Tables' words. */

static void report_unknown_words(Check *c, const TableWords *words)
{
	size_t count = 0;
	const TableKind *kinds = table_kinds(&count);
	Text *names = ARENA_ARRAY(c->arena, Text, count);
	for (size_t i = 0; i < count; i++)
		names[i] = kinds[i].name;
	suggest_report(c->diagnostics, &(UnknownName){.name = words->key.text,
	                                              .span = words->key.span,
	                                              .names = names,
	                                              .count = count,
	                                              .near = TABLE_NOT_COMPUTED_NEAR,
	                                              .far = TABLE_NOT_COMPUTED});
}

/* A caption is one line, which may speak of the party that the table is about. */
static void check_caption(Check *c, const TableWords *words)
{
	LoopVariable *party = ARENA_NEW(c->arena, LoopVariable);
	*party = (LoopVariable){.name = TEXT("part"), .record = &record_party};
	const Mark *root = marks_parse(c->arena, words->caption.text, words->caption.span,
	                               MARKS_WITHOUT_CODE, c->diagnostics);
	c->scope.variables = party;
	c->place = IN_CASES;
	for (const Mark *block = root->first; block != NULL; block = block->next)
		check_marks(c, block->first, NULL, true);
	c->scope.variables = NULL;
}

static void check_words(Check *c)
{
	const TableWords *items = c->set->words.items;
	for (size_t i = 0; i < c->set->words.count; i++) {
		const TableWords *words = &items[i];
		const TableKind *kind = table_kind(words->key.text);
		check_caption(c, words);
		if (kind == NULL)
			report_unknown_words(c, words);
		else if (words->columns.span.source != NULL && !template_words_suffice(words, kind))
			diagnose(c->diagnostics, TABLE_WORDS, words->key.span, kind->name,
			         template_words_needed(c->arena, kind));
	}
}

/* One that goes with no document is never made. */
static void check_companion(Check *c, const Template *companion)
{
	size_t errors = c->diagnostics->errors;
	c->place = IN_COMPANIONS;
	check_marks(c, companion->marks->first, NULL, false);
	for (size_t i = 0; i < c->set->count; i++)
		if (companion_goes_with(c->arena, companion, &c->set->items[i]))
			return;
	if (c->diagnostics->errors == errors)
		diagnose(c->diagnostics, COMPANION_OF_NONE, companion->head.format.span);
}

void templates_check(Arena *arena, const TemplateSet *set, Diagnostics *diagnostics)
{
	Check check = {
	        .arena = arena, .set = set, .diagnostics = diagnostics, .scope = {.arena = arena}};
	for (size_t i = 0; i < set->count; i++) {
		check.place = OUTSIDE_SECTIONS;
		check.sections = NULL;
		check_marks(&check, set->items[i].marks->first, NULL, false);
	}
	for (size_t i = 0; i < set->companions.count; i++)
		check_companion(&check, &set->companions.items[i]);
	check_words(&check);
	for (size_t i = 0; i < set->blocks.count; i++) {
		bool included = false;
		for (size_t k = 0; k < check.checked.count; k++)
			included =
			        included || check.checked.items[k].block == &set->blocks.items[i];
		if (!included)
			check_block_text(&check, &set->blocks.items[i]);
	}
}
