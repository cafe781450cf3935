/* YAML fault: from libyaml's problems to the mistakes behind them. */
#include "yaml/fault.h"

#include <string.h>

#include "base/utf8.h"
#include "yaml/indent.h"
#include "yaml/line.h"
#include "yaml/write.h"

static SeenLine line_of(const YamlFault *fault, size_t byte)
{
	return line_at_byte(fault->source, byte);
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

/* The character at a byte; nothing at the end of the file or of a line. */
static Span character_span(const YamlFault *fault, size_t byte)
{
	Text bytes = fault->source->bytes;
	size_t end = byte;
	if (byte < bytes.length && bytes.bytes[byte] != '\n' && bytes.bytes[byte] != '\r')
		utf8_next(bytes, &end);
	return span_of(fault->source, byte, end);
}

static Span rest_of_line(const YamlFault *fault, size_t byte)
{
	SeenLine line = line_of(fault, byte);
	size_t end = line.first + line.text.length;
	return span_of(fault->source, byte, end > byte ? end : byte);
}

/* Whether only blanks stand before `byte` on its line. */
static bool begins_line(const YamlFault *fault, size_t byte)
{
	size_t start = fault->source->line_starts[line_of(fault, byte).number - 1];
	while (start < byte && is_blank(fault->source->bytes.bytes[start]))
		start++;
	return start == byte;
}

static void fix_insertion(const YamlFault *fault, size_t at, Text text, Diagnostics *diagnostics)
{
	diagnostic_fix(diagnostics, span_of(fault->source, at, at), text);
}

void yaml_fix_quotation(const Source *source, size_t first, Diagnostics *diagnostics)
{
	Span value = span_of(source, first, line_value_end(source, first));
	diagnostic_fix(diagnostics, value, yaml_quoted(diagnostics->arena, span_text(value)));
}

void yaml_fix_emphasis(const Source *source, size_t first, Diagnostics *diagnostics)
{
	Text value = text_cut(source->bytes, first, line_value_end(source, first));
	bool emphasis =
	        text_starts(value, TEXT("*")) && text_find(value, TEXT("*"), 2) != TEXT_NOWHERE;
	if (emphasis)
		yaml_fix_quotation(source, first, diagnostics);
}

/* Whether a value can begin at `byte`: it is the first on its line, or stands after what a value
 * stands after. */
static bool begins_value(const YamlFault *fault, size_t byte)
{
	Text bytes = fault->source->bytes;
	SeenLine line = line_of(fault, byte);
	size_t before = byte;
	while (before > 0 && bytes.bytes[before - 1] == ' ')
		before--;
	return byte <= line.first ||
	       (before < byte && memchr(":,[", bytes.bytes[before - 1], 3) != NULL) ||
	       (before > 0 && bytes.bytes[before - 1] == '[');
}

static void report_indicator(const YamlFault *fault, size_t byte, Diagnostics *diagnostics)
{
	static const Text closing = TEXT_INIT("]},");
	Span span = character_span(fault, byte);
	if (span.first == span.end) {
		diagnose(diagnostics, YAML_UNREADABLE, span);
		return;
	}
	diagnose(diagnostics, YAML_INDICATOR, span, span_text(span));
	if (begins_value(fault, byte) && text_find(closing, span_text(span), 0) == TEXT_NOWHERE)
		yaml_fix_quotation(fault->source, byte, diagnostics);
}

/* A line that ought to begin with "key: " and does not. */
static void report_keyless(const YamlFault *fault, const SeenLine *line, Diagnostics *diagnostics)
{
	size_t colon = text_find(line->text, TEXT(":"), 0);
	bool address =
	        colon != TEXT_NOWHERE && text_starts(text_after(line->text, colon), TEXT("://"));
	if (colon == TEXT_NOWHERE || colon == 0 || address) {
		diagnose(diagnostics, YAML_COLON_MISSING, line_span(fault->source, line));
		return;
	}
	diagnose(diagnostics, YAML_COLON_SPACE,
	         span_of(fault->source, line->first, line->first + colon + 1),
	         text_cut(line->text, 0, colon));
	Text parts[] = {text_cut(line->text, 0, colon + 1), TEXT(" "),
	                text_after(line->text, colon + 1)};
	diagnostic_fix(diagnostics, line_span(fault->source, line),
	               text_join(diagnostics->arena, parts, 3));
}

static void explain_place(const YamlFault *fault, Diagnostics *diagnostics)
{
	diagnose(diagnostics, YAML_UNREADABLE, character_span(fault, fault->problem_at));
}

static void explain_indicator(const YamlFault *fault, Diagnostics *diagnostics)
{
	report_indicator(fault, fault->problem_at, diagnostics);
}

static void explain_opening_indicator(const YamlFault *fault, Diagnostics *diagnostics)
{
	report_indicator(fault, fault->context_at, diagnostics);
}

static void explain_alias(const YamlFault *fault, Diagnostics *diagnostics)
{
	Span span = character_span(fault, fault->context_at);
	diagnose(diagnostics, YAML_ALIAS, span, span_text(span));
	yaml_fix_emphasis(fault->source, fault->context_at, diagnostics);
}

static void explain_tag(const YamlFault *fault, Diagnostics *diagnostics)
{
	diagnose(diagnostics, YAML_TAG, rest_of_line(fault, fault->context_at));
}

static void explain_list(const YamlFault *fault, Diagnostics *diagnostics)
{
	diagnose(diagnostics, YAML_LIST_ON_KEY, character_span(fault, fault->problem_at));
}

/* Whether the lines below lie where those of an item do whose text follows a dash and a space. */
static bool fits_below(const YamlFault *fault, size_t number, size_t dash)
{
	SeenLine below = line_below(fault->source, number);
	size_t column = dash - fault->source->line_starts[number - 1];
	return below.number == 0 || below.spaces <= column || below.spaces == column + 2;
}

/* "-⇥Anna Berg": false when the fault is no tab between a dash and its text. */
static bool report_tab_after_dash(const YamlFault *fault, Diagnostics *diagnostics)
{
	SeenLine line = line_of(fault, fault->problem_at);
	Text bytes = fault->source->bytes;
	size_t dash = fault->source->line_starts[line.number - 1] + line.spaces, end = dash + 1;
	bool tab = false;
	for (; end < bytes.length && (bytes.bytes[end] == ' ' || bytes.bytes[end] == '\t'); end++)
		tab = tab || bytes.bytes[end] == '\t';
	if (!tab || bytes.bytes[dash] != '-' || fault->problem_at <= dash ||
	    fault->problem_at > end)
		return false;
	Span blanks = span_of(fault->source, dash + 1, end);
	diagnose(diagnostics, YAML_TAB, blanks, TEXT("Efter strecket står en tabb."));
	if (fits_below(fault, line.number, dash)) {
		Text text = span_text(rest_of_line(fault, end));
		Text parts[] = {TEXT("- "), text};
		diagnostic_fix(diagnostics, span_of(fault->source, dash, end + text.length),
		               text_join(diagnostics->arena, parts, 2));
	}
	return true;
}

/* libyaml stops at the line's first blank or at its tab; the whole indentation is marked. Each tab
 * stands for a level. */
static void explain_tab(const YamlFault *fault, Diagnostics *diagnostics)
{
	SeenLine line = line_of(fault, fault->problem_at);
	size_t first = fault->source->line_starts[line.number - 1], wanted = 0;
	Text bytes = fault->source->bytes;
	bool tab = false;
	for (size_t i = first; i < first + line.spaces; i++) {
		tab = tab || bytes.bytes[i] == '\t';
		wanted += bytes.bytes[i] == '\t' ? line_step(fault->source) : 1;
	}
	if (!tab || fault->problem_at > first + line.spaces) {
		if (!report_tab_after_dash(fault, diagnostics))
			explain_place(fault, diagnostics);
		return;
	}
	diagnose(diagnostics, YAML_TAB, span_of(fault->source, first, first + line.spaces),
	         TEXT("Raden är indragen med tabb."));
	indent_fix(fault->source, &line, wanted, diagnostics);
}

static void explain_character(const YamlFault *fault, Diagnostics *diagnostics)
{
	if (text_equal(span_text(character_span(fault, fault->problem_at)), TEXT("\t")))
		explain_tab(fault, diagnostics);
	else
		explain_indicator(fault, diagnostics);
}

/* A dash that touches what follows it makes no list, and the line no item. Only beside items can it
 * have been meant to. */
static bool report_dash(const YamlFault *fault, const SeenLine *line, Diagnostics *diagnostics)
{
	if (line->number == 0 || !text_starts(line->text, TEXT("-")) ||
	    text_starts(line->text, TEXT("--")))
		return false;
	SeenLine above = line_structure_above(fault->source, line->number);
	SeenLine below = line_below(fault->source, line->number);
	bool beside = (line_is_item(&above) && above.spaces == line->indent) ||
	              (line_is_item(&below) && below.spaces == line->indent) ||
	              (line_opens_group(&above) && !line_is_item(&above));
	if (!beside)
		return false;
	Text parts[] = {TEXT("- "), text_after(line->text, 1)};
	diagnose(diagnostics, YAML_DASH_SPACE, line_span(fault->source, line));
	diagnostic_fix(diagnostics, line_span(fault->source, line),
	               text_join(diagnostics->arena, parts, 2));
	return true;
}

/* The next line at the same column, when only deeper ones stand between. */
static SeenLine next_beside(const YamlFault *fault, const SeenLine *line)
{
	SeenLine below = line_below(fault->source, line->number);
	while (below.number != 0 && below.spaces > line->spaces)
		below = line_below(fault->source, below.number);
	return below.number != 0 && below.spaces == line->spaces ? below : (SeenLine){0};
}

/* The members of a list all begin with a dash, so a line that stands before or after one and has
 * none has lost it; after one a key may also be meant for another level. At the margin of the file
 * there are only keys. */
static bool report_no_dash(const YamlFault *fault, const SeenLine *line, Diagnostics *diagnostics)
{
	if (line->number == 0 || line->spaces == 0 || line_is_item(line) ||
	    text_starts(line->text, TEXT("-")))
		return false;
	SeenLine above = line_structure_above(fault->source, line->number);
	SeenLine below = next_beside(fault, line);
	bool key = line_key_colon(line->text) != TEXT_NOWHERE &&
	           memchr("{[\"'", line->text.bytes[0], 4) == NULL;
	bool before = below.number != 0 && line_is_item(&below);
	bool after = line_is_item(&above) && above.spaces == line->spaces && !key;
	if (!before && !after)
		return false;
	Text parts[] = {TEXT("- "), line->text};
	diagnose(diagnostics, YAML_DASH_MISSING, line_span(fault->source, line));
	diagnostic_fix(diagnostics, line_span(fault->source, line),
	               text_join(diagnostics->arena, parts, 2));
	return true;
}

/* A line at the margin of a mapping that never gets its colon: libyaml remembers where it began. */
static void explain_simple_key(const YamlFault *fault, Diagnostics *diagnostics)
{
	SeenLine line = line_of(fault, fault->context_at);
	if (fault->context_at > line.first) {
		Span rest = rest_of_line(fault, fault->context_at);
		line.first = rest.first;
		line.text = span_text(rest);
	}
	SeenLine above = line_structure_above(fault->source, line.number);
	if (!report_dash(fault, &line, diagnostics) && !report_dash(fault, &above, diagnostics) &&
	    !report_no_dash(fault, &line, diagnostics))
		report_keyless(fault, &line, diagnostics);
}

/* What lies around a line whose colon cannot end a key: the nearest line above on the same level
 * that has no key, and the first line further out. */
typedef struct Above {
	SeenLine keyless;
	SeenLine outer;
} Above;

static Above look_above(const YamlFault *fault, const SeenLine *line)
{
	Above found = {0};
	SeenLine above = line_above(fault->source, line->number);
	for (; above.number != 0; above = line_above(fault->source, above.number)) {
		if (above.indent > line->indent)
			continue;
		if (above.indent < line->indent) {
			found.outer = above;
			break;
		}
		if (line_key_colon(above.text) != TEXT_NOWHERE)
			break;
		found.keyless = above;
	}
	return found;
}

/* "undertecknare:", another key, and then what belongs to the first: the second line has come
 * between. */
static bool report_between(const YamlFault *fault, const SeenLine *between,
                           Diagnostics *diagnostics)
{
	SeenLine head = line_above(fault->source, between->number);
	if (head.number == 0 || head.spaces != between->spaces || line_is_item(&head) ||
	    !line_opens_group(&head))
		return false;
	Span first = line_whole(fault->source, &head), second = line_whole(fault->source, between);
	Text parts[] = {span_text(second), text_cut(fault->source->bytes, first.end, second.first),
	                span_text(first)};
	diagnose(diagnostics, YAML_LINE_BETWEEN, line_span(fault->source, between),
	         text_cut(head.text, 0, head.text.length - 1));
	diagnostic_fix(diagnostics, span_of(fault->source, first.first, second.end),
	               text_join(diagnostics->arena, parts, 3));
	return true;
}

static void report_under_value(const YamlFault *fault, const SeenLine *line, const SeenLine *outer,
                               Diagnostics *diagnostics)
{
	SeenLine culprit = indent_culprit(fault->source, line->number);
	if (!report_between(fault, outer, diagnostics))
		indent_report(fault->source, &culprit,
		              culprit.number == line->number ? YAML_UNDER_VALUE : YAML_INDENT,
		              diagnostics);
}

/* "- part: iogt, slag: kontant}" has lost its first bracket: in front of the whole item, or of what
 * follows the first key. */
static bool report_no_bracket(const YamlFault *fault, const SeenLine *line, size_t value,
                              Diagnostics *diagnostics)
{
	bool brace = text_ends(line->text, TEXT("}")) && !text_ends(line->text, TEXT("}}"));
	Text opening = brace ? TEXT("{") : TEXT("[");
	size_t end = line->first + line->text.length;
	if ((!brace && !text_ends(line->text, TEXT("]"))) ||
	    text_find(line->text, opening, 0) != TEXT_NOWHERE)
		return false;
	diagnose(diagnostics, YAML_BRACKET_NOT_OPENED, span_of(fault->source, end - 1, end),
	         text_after(line->text, line->text.length - 1), opening);
	fix_insertion(fault, line_is_item(line) ? line->first : value, opening, diagnostics);
	return true;
}

/*
 * "mapping values are not allowed": a colon where no key can end. Either the line has a colon
 * already, or the text of a line above runs on into this one. The first line further out tells
 * whether all of them continue a value that it began.
 */
static void explain_colon(const YamlFault *fault, Diagnostics *diagnostics)
{
	SeenLine line = line_of(fault, fault->problem_at);
	if (fault->problem_at < line.first) {
		explain_place(fault, diagnostics);
		return;
	}
	size_t colon = line_key_colon(line.text);
	if (colon != TEXT_NOWHERE && line.first + colon < fault->problem_at) {
		size_t value = line.first + colon + 1;
		while (is_blank(fault->source->bytes.bytes[value]))
			value++;
		if (report_dash(fault, &line, diagnostics) ||
		    report_no_bracket(fault, &line, value, diagnostics))
			return;
		diagnose(diagnostics, YAML_COLON_IN_VALUE, rest_of_line(fault, value));
		yaml_fix_quotation(fault->source, value, diagnostics);
		return;
	}
	Above above = look_above(fault, &line);
	if (report_dash(fault, &above.keyless, diagnostics) ||
	    report_dash(fault, &above.outer, diagnostics) ||
	    report_no_dash(fault, &above.outer, diagnostics))
		return;
	if (line_has_key_and_value(above.outer.text))
		report_under_value(fault, &line, &above.outer, diagnostics);
	else if (above.keyless.text.length > 0)
		report_keyless(fault, &above.keyless, diagnostics);
	else if (above.outer.text.length > 0 && line_key_colon(above.outer.text) == TEXT_NOWHERE)
		report_keyless(fault, &above.outer, diagnostics);
	else
		explain_place(fault, diagnostics);
}

/* A quotation mark that is closed on a later line has nearly always been left open by mistake: it
 * was the next quotation's first mark that closed it. */
static bool previous_ran_on(const YamlFault *fault)
{
	Text previous = span_text(fault->previous);
	bool quoted = text_starts(previous, TEXT("\"")) || text_starts(previous, TEXT("'"));
	return quoted && text_find(previous, TEXT("\n"), 0) != TEXT_NOWHERE &&
	       line_of(fault, fault->previous.end).number ==
	               line_of(fault, fault->problem_at).number;
}

/* The mark belongs at the end of the line, when nothing but the value stands there. */
static void report_open_quote(const YamlFault *fault, size_t at, Diagnostics *diagnostics)
{
	Span mark = character_span(fault, at);
	Text rest = span_text(rest_of_line(fault, at));
	diagnose(diagnostics, YAML_QUOTE_OPEN, mark);
	if (line_open_brackets(fault->source, at) == 0 && !text_ends(rest, TEXT("\\")) &&
	    text_find(rest, span_text(mark), 1) == TEXT_NOWHERE)
		fix_insertion(fault, at + rest.length, span_text(mark), diagnostics);
}

/* A line that begins where none can: it or one above has lost its dash, its colon or its place. */
static void report_line(const YamlFault *fault, const SeenLine *line, Diagnostics *diagnostics)
{
	SeenLine above = line_structure_above(fault->source, line->number);
	SeenLine culprit = indent_culprit(fault->source, line->number);
	bool moved = culprit.number != line->number;
	bool keyless = !moved && above.spaces == line->spaces && !line_is_item(&above) &&
	               line_key_colon(above.text) == TEXT_NOWHERE;
	if (report_dash(fault, line, diagnostics) || report_dash(fault, &above, diagnostics) ||
	    (!moved && report_no_dash(fault, line, diagnostics)))
		return;
	if (!moved && line_is_item(line) &&
	    (report_no_dash(fault, &above, diagnostics) ||
	     (above.spaces < line->spaces && report_between(fault, &above, diagnostics))))
		return;
	if (keyless && !line_is_item(line))
		report_keyless(fault, &above, diagnostics);
	else
		indent_report(fault->source, &culprit, YAML_INDENT, diagnostics);
}

/* What ended the value tells what may have been meant. */
static Text remedy_after_value(Text before, Text rest)
{
	bool apostrophe = text_ends(before, TEXT("'"));
	if (text_starts(rest, TEXT("#")))
		return TEXT("sätt ett mellanslag före #, om det är en anteckning");
	if (apostrophe)
		return TEXT("sätt hela värdet inom \"…\", om tecknet ' hör till texten");
	if (text_ends(text_trim(before), TEXT("\"")) || text_ends(text_trim(before), TEXT("'")))
		return TEXT("skriv ” på båda sidor, om citattecknen hör till texten");
	return TEXT("sätt hela värdet inom citattecken");
}

void yaml_report_after_value(Span rest, Diagnostics *diagnostics)
{
	Text before = text_cut(rest.source->bytes, 0, rest.first);
	diagnose(diagnostics, YAML_AFTER_VALUE, rest, remedy_after_value(before, span_text(rest)));
}

/* No key, or no dash, where the level needs one. */
static void explain_structure(const YamlFault *fault, Diagnostics *diagnostics)
{
	size_t at = fault->problem_at;
	Span rest = rest_of_line(fault, at);
	SeenLine line = line_of(fault, at);
	if (previous_ran_on(fault))
		report_open_quote(fault, fault->previous.first, diagnostics);
	else if (text_starts(span_text(rest), TEXT(":")))
		diagnose(diagnostics, YAML_KEY_NOT_TEXT, character_span(fault, at));
	else if (begins_line(fault, at))
		report_line(fault, &line, diagnostics);
	else
		yaml_report_after_value(rest, diagnostics);
}

/* Text after what libyaml took for the whole document. */
static void explain_document(const YamlFault *fault, Diagnostics *diagnostics)
{
	size_t number = line_of(fault, fault->problem_at).number;
	while (--number > 0) {
		Text line = source_line(fault->source, number);
		if (text_starts(line, TEXT("..."))) {
			size_t first = fault->source->line_starts[number - 1];
			diagnose(diagnostics, YAML_SECOND_DOCUMENT,
			         span_of(fault->source, first, first + 3));
			return;
		}
		if (text_trim(line).length > 0)
			break;
	}
	explain_structure(fault, diagnostics);
}

static void explain_quote(const YamlFault *fault, Diagnostics *diagnostics)
{
	report_open_quote(fault, fault->context_at, diagnostics);
}

/* The bracket belongs at the end of its line, when that is all that the line lacks. */
static void explain_bracket(const YamlFault *fault, Diagnostics *diagnostics)
{
	Span span = character_span(fault, fault->context_at);
	Text closing = text_equal(span_text(span), TEXT("[")) ? TEXT("]") : TEXT("}");
	SeenLine line = line_of(fault, fault->context_at);
	size_t end = line.first + line.text.length;
	diagnose(diagnostics, YAML_BRACKET, span, span_text(span), closing);
	/* With another pair of brackets on the line it may be one of those that is wrong. */
	bool alone = text_find(line.text, closing, 0) == TEXT_NOWHERE;
	if (alone && line_open_brackets(fault->source, end) == 1 &&
	    !text_ends(line.text, TEXT(",")))
		fix_insertion(fault, end, closing, diagnostics);
}

/* One row for each of libyaml 0.2.5's problems that a person can cause; an empty text fits all. The
 * first row that fits is taken. */
typedef struct FaultRow {
	Text problem;
	Text context;
	void (*explain)(const YamlFault *fault, Diagnostics *diagnostics);
} FaultRow;

#define PROBLEM(words, function)                                                                   \
	{                                                                                          \
		TEXT_INIT(words), TEXT_INIT(""), function                                          \
	}
#define CONTEXT(words, function)                                                                   \
	{                                                                                          \
		TEXT_INIT(""), TEXT_INIT(words), function                                          \
	}

static const FaultRow fault_rows[] = {
        PROBLEM("found a tab character that violates indentation", explain_tab),
        PROBLEM("found a tab character where an indentation space is expected", explain_tab),
        CONTEXT("while scanning an alias", explain_alias),
        CONTEXT("while scanning an anchor", explain_alias),
        CONTEXT("while scanning a tag", explain_tag),
        CONTEXT("while parsing a tag", explain_tag),
        PROBLEM("found undefined tag handle", explain_tag),
        CONTEXT("while scanning a directive", explain_opening_indicator),
        CONTEXT("while scanning a block scalar", explain_opening_indicator),
        CONTEXT("while scanning a quoted scalar", explain_quote),
        CONTEXT("while parsing a quoted scalar", explain_indicator),
        PROBLEM("mapping values are not allowed in this context", explain_colon),
        PROBLEM("could not find expected ':'", explain_simple_key),
        PROBLEM("found character that cannot start any token", explain_character),
        PROBLEM("did not find expected key", explain_structure),
        PROBLEM("did not find expected '-' indicator", explain_structure),
        PROBLEM("did not find expected <document start>", explain_document),
        PROBLEM("did not find expected ',' or ']'", explain_bracket),
        PROBLEM("did not find expected ',' or '}'", explain_bracket),
        PROBLEM("block sequence entries are not allowed in this context", explain_list),
        PROBLEM("mapping keys are not allowed in this context", explain_indicator),
        PROBLEM("did not find expected node content", explain_indicator),
        PROBLEM("found unexpected ':'", explain_indicator),
        PROBLEM("", explain_place),
};

static bool fits(Text wanted, Text words)
{
	return wanted.length == 0 || text_equal(wanted, words);
}

void yaml_fault_report(const YamlFault *fault, Diagnostics *diagnostics)
{
	const FaultRow *row = fault_rows;
	while (!fits(row->problem, fault->problem) || !fits(row->context, fault->context))
		row++;
	row->explain(fault, diagnostics);
}
