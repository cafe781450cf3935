/* Argument: what has to stand after a directive's word, and whether it does. */
#include "economics/table.h"
#include "model/fields.h"
#include "prose/running_text.h"
#include "source/suggest.h"
#include "template/companion.h"
#include "template/directive.h"
#include "template/language.h"
#include "template/outline.h"

/* Taking arguments apart. */

bool argument_split_loop(Text argument, Text *list, Text *variable)
{
	static const Text as = TEXT_INIT(" som ");
	size_t at = text_find(argument, as, 0);
	if (at == TEXT_NOWHERE)
		return false;
	*list = text_trim(text_cut(argument, 0, at));
	*variable = text_trim(text_after(argument, at + as.length));
	/* A point would lead from the variable to one of its keys. */
	return list->length > 0 && text_find(*variable, TEXT("."), 0) == TEXT_NOWHERE;
}

void argument_split_line(Text argument, Text *label, Text *name)
{
	size_t colon = text_find(argument, TEXT(":"), 0);
	*label = text_trim(text_cut(argument, 0, colon));
	*name = colon == TEXT_NOWHERE ? (Text){0} : text_trim(text_after(argument, colon + 1));
}

void argument_split_fallback(Text argument, Text *text, Text *block)
{
	static const Text of_block = TEXT_INIT("block ");
	Text rest = outline_otherwise(argument);
	*text = *block = (Text){0};
	if (text_starts(rest, of_block))
		*block = text_trim(text_after(rest, of_block.length));
	else
		*text = rest;
}

const TableKind *argument_split_table(Text argument, Text *party)
{
	size_t space = text_find(argument, TEXT(" "), 0);
	const TableKind *kind = table_kind(text_cut(argument, 0, space));
	*party = (Text){0};
	if (space == TEXT_NOWHERE || kind == NULL || !kind->takes_party)
		return table_kind(argument);
	*party = text_trim(text_after(argument, space));
	return kind;
}

/* Faults. */

static const Text needs[] = {
#define ARGUMENT(name, check, need) [ARGUMENT_##name] = TEXT_INIT(need),
#include "template/arguments.def"
#undef ARGUMENT
};

static bool report(const DirectiveReader *reader, const DirectiveCall *call, Text need)
{
	diagnose(reader->diagnostics, DIRECTIVE_ARGUMENT, call->placeholder->span,
	         call->placeholder->text, need);
	return false;
}

static bool report_need(const DirectiveReader *reader, const DirectiveCall *call)
{
	return report(reader, call, needs[call->directive->argument]);
}

/* Reports a name that is none of `names`, with the nearest; `near` and `far` tell with and without
 * one. */
static void report_unknown(const DirectiveReader *reader, const DirectiveCall *call, Text name,
                           const TextList *names, DiagnosticCode near, DiagnosticCode far)
{
	suggest_report(reader->diagnostics, &(UnknownName){.name = name,
	                                                   .span = call->placeholder->span,
	                                                   .names = names->items,
	                                                   .count = names->count,
	                                                   .near = near,
	                                                   .far = far});
}

/* Templates are for many cases, and what they name may be missing in the one at hand. */
static bool may_be_missing(const DirectiveReader *reader, const Reference *found)
{
	return found->state == REFERENCE_UNKNOWN && reader->place != IN_CASES &&
	       reference_is_possible(reader->scope, found->name);
}

static bool is_known(const DirectiveReader *reader, const DirectiveCall *call,
                     const Reference *found)
{
	if (found->state != REFERENCE_UNKNOWN)
		return true;
	if (!may_be_missing(reader, found))
		reference_report(reader->scope, found, call->placeholder->span,
		                 reader->diagnostics);
	return false;
}

/* Checks, one for each row of arguments.def. */

static bool check_nothing(const DirectiveReader *reader, const DirectiveCall *call)
{
	if (call->argument.length > 0)
		diagnose(reader->diagnostics, DIRECTIVE_SURPLUS, call->placeholder->span,
		         call->placeholder->text, call->directive->word);
	return call->argument.length == 0;
}

static bool check_given(const DirectiveReader *reader, const DirectiveCall *call)
{
	return call->argument.length > 0 || report_need(reader, call);
}

/* Which parts there are is the manual's to know. */
static bool check_part(const DirectiveReader *reader, const DirectiveCall *call)
{
	(void)reader;
	(void)call;
	return true;
}

static bool check_condition(const DirectiveReader *reader, const DirectiveCall *call)
{
	if (call->argument.length == 0)
		return report_need(reader, call);
	/* "text" is whether the case has a text for the section. */
	if (reader->place == IN_SECTIONS && text_equal(call->argument, TEXT("text")))
		return true;
	Reference found = reference_find(reader->scope, call->argument);
	return is_known(reader, call, &found) || may_be_missing(reader, &found);
}

static bool check_loop(const DirectiveReader *reader, const DirectiveCall *call)
{
	Text name = {0}, variable = {0};
	if (!argument_split_loop(call->argument, &name, &variable))
		return report_need(reader, call);
	Reference found = reference_find(reader->scope, name);
	if (!is_known(reader, call, &found))
		return false;
	return found.is_list || report(reader, call, TEXT("en lista, och detta är ingen lista"));
}

/* A list of the document whose items are texts to print, and not keys. */
static bool is_list_of_lines(const Field *field)
{
	const Field *item = field->kind == FIELD_LIST ? field->record->as_scalar : NULL;
	return item != NULL && item->kind == FIELD_PROSE;
}

static bool check_list(const DirectiveReader *reader, const DirectiveCall *call)
{
	TextList names = {0};
	if (call->argument.length == 0)
		return report_need(reader, call);
	for (size_t i = 0; i < record_document.count; i++) {
		const Field *field = &record_document.fields[i];
		if (!is_list_of_lines(field))
			continue;
		if (text_equal(field->key, call->argument))
			return true;
		*ARENA_PUSH(reader->scope->arena, &names) = field->key;
	}
	report_unknown(reader, call, call->argument, &names, UNKNOWN_LIST_NEAR, UNKNOWN_LIST);
	return false;
}

/* In a section they are its own; a companion says whose. */
static bool check_points(const DirectiveReader *reader, const DirectiveCall *call)
{
	if (reader->place != IN_COMPANIONS)
		return check_nothing(reader, call);
	if (call->argument.length == 0)
		return report_need(reader, call);
	TextList names = companion_sections(reader->scope->arena, reader->templates);
	for (size_t i = 0; i < names.count; i++)
		if (text_equal(names.items[i], call->argument))
			return true;
	report_unknown(reader, call, call->argument, &names, POINTS_OF_NONE_NEAR, POINTS_OF_NONE);
	return false;
}

static bool check_line(const DirectiveReader *reader, const DirectiveCall *call)
{
	Text label = {0}, name = {0};
	argument_split_line(call->argument, &label, &name);
	if (label.length == 0)
		return report_need(reader, call);
	if (name.length == 0)
		return true;
	Reference found = reference_find(reader->scope, name);
	if (!may_be_missing(reader, &found))
		reference_report(reader->scope, &found, call->placeholder->span,
		                 reader->diagnostics);
	return true; /* the line is there, whether anything is filled in or not */
}

static bool names_block(const DirectiveReader *reader, const DirectiveCall *call, Text name)
{
	const TemplateSet *set = reader->templates;
	TextList names = {0};
	if (template_block(set, reader->scope->arena, name) != NULL)
		return true;
	for (size_t i = 0; i < set->blocks.count; i++)
		*ARENA_PUSH(reader->scope->arena, &names) = set->blocks.items[i].name;
	report_unknown(reader, call, name, &names, NO_SUCH_BLOCK_NEAR, NO_SUCH_BLOCK);
	return false;
}

static bool check_block(const DirectiveReader *reader, const DirectiveCall *call)
{
	if (call->argument.length == 0)
		return report_need(reader, call);
	return names_block(reader, call, call->argument);
}

/* "annars blok värdegrund" would be a text, but there is such a block. */
static bool is_misspelt_block(const DirectiveReader *reader, const DirectiveCall *call, Text text)
{
	static const Text word = TEXT_INIT("block");
	size_t space = text_find(text, TEXT(" "), 0);
	Text typed = text_cut(text, 0, space);
	if (space == TEXT_NOWHERE || suggest_nearest(typed, &word, 1).length == 0 ||
	    template_block(reader->templates, reader->scope->arena, text_after(text, space + 1)) ==
	            NULL)
		return false;
	suggest_report(reader->diagnostics, &(UnknownName){.name = typed,
	                                                   .span = call->placeholder->span,
	                                                   .names = &word,
	                                                   .count = 1,
	                                                   .near = UNKNOWN_DIRECTIVE_NEAR,
	                                                   .far = UNKNOWN_DIRECTIVE});
	return true;
}

static bool check_fallback(const DirectiveReader *reader, const DirectiveCall *call)
{
	Text text = {0}, block = {0};
	argument_split_fallback(call->argument, &text, &block);
	if (block.length > 0)
		return names_block(reader, call, block);
	if (is_misspelt_block(reader, call, text))
		return false;
	return call->argument.length == 0 || text.length > 0 || report_need(reader, call);
}

/* Before any case, a name that is near none of the computed tables' may be that of a case's own. */
static void check_table_name(const DirectiveReader *reader, const DirectiveCall *call)
{
	TextList names = {0};
	size_t count = 0;
	const TableKind *kinds = table_kinds(&count);
	for (size_t i = 0; i < count; i++)
		*ARENA_PUSH(reader->scope->arena, &names) = kinds[i].name;
	Text first = text_cut(call->argument, 0, text_find(call->argument, TEXT(" "), 0));
	if (table_kind(first) != NULL)
		diagnose(reader->diagnostics, UNKNOWN_TABLE_NEAR, call->placeholder->span,
		         call->argument, first);
	else if (suggest_nearest(call->argument, names.items, names.count).length > 0)
		report_unknown(reader, call, call->argument, &names, UNKNOWN_TABLE_NEAR,
		               UNKNOWN_TABLE);
}

/* That tabeller.yaml could not be read, or has misspelt the table's name, has been reported. */
static bool has_words(const TemplateSet *set, const TableKind *kind)
{
	const TableWords *words = set->words.items;
	if (set->span.source == NULL || template_words(set, kind->name) != NULL)
		return true;
	for (size_t i = 0; i < set->words.count; i++)
		if (table_kind(words[i].key.text) == NULL &&
		    suggest_nearest(words[i].key.text, &kind->name, 1).length > 0)
			return true;
	return false;
}

static bool check_table(const DirectiveReader *reader, const DirectiveCall *call)
{
	Text party = {0};
	if (call->argument.length == 0)
		return report_need(reader, call);
	const TableKind *kind = argument_split_table(call->argument, &party);
	if (kind == NULL && reader->scope->agreement == NULL)
		check_table_name(reader, call);
	if (kind == NULL || has_words(reader->templates, kind))
		return true;
	diagnose(reader->diagnostics, TABLE_WORDS, call->placeholder->span, kind->name,
	         template_words_needed(reader->scope->arena, kind));
	return false;
}

static bool check_exception(const DirectiveReader *reader, const DirectiveCall *call)
{
	Exception exception = exception_read(call->argument);
	if (exception.text.length == 0)
		return report_need(reader, call);
	if (exception.reason.length == 0)
		diagnose(reader->diagnostics, EXCEPTION_REASON, call->placeholder->span,
		         call->placeholder->text);
	return exception.reason.length > 0;
}

static bool check_language(const DirectiveReader *reader, const DirectiveCall *call)
{
	Foreign foreign = foreign_read(call->argument);
	if (foreign.language.length == 0 || foreign.text.length == 0)
		return report_need(reader, call);
	return language_check(foreign.language, call->placeholder->span, reader->diagnostics);
}

bool argument_check(const DirectiveReader *reader, const DirectiveCall *call)
{
	static bool (*const checks[])(const DirectiveReader *, const DirectiveCall *) = {
#define ARGUMENT(name, check, need) [ARGUMENT_##name] = (check),
#include "template/arguments.def"
#undef ARGUMENT
	};
	return checks[call->directive->argument](reader, call);
}
