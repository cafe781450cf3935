/* YAML fault: from libyaml's problems to the mistakes behind them. */
#include "yaml/fault.h"

#include "base/utf8.h"

/* A line as the eye sees it: where its text starts and stops, without comment. Dashes of a list in
 * front count as indentation, since what follows them lies on their inner level. */
typedef struct SeenLine {
	size_t indent; /* bytes before the text */
	size_t first;  /* the text's place in the source */
	Text text;     /* empty for a line that is blank or only a comment */
} SeenLine;

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

static SeenLine seen_line(const Source *source, size_t line)
{
	Text text = source_line(source, line);
	size_t indent = 0;
	while (indent < text.length &&
	       (is_blank(text.bytes[indent]) || text_starts(text_after(text, indent), TEXT("- "))))
		indent++;
	size_t comment = text_find(text, TEXT(" #"), 0);
	if (indent < text.length && text.bytes[indent] == '#')
		comment = indent;
	Text seen = text_trim(text_cut(text, indent, comment));
	return (SeenLine){indent, source->line_starts[line - 1] + indent, seen};
}

static size_t line_of(const YamlFault *fault, size_t byte)
{
	return source_position(fault->source, byte).line;
}

static Span line_span(const YamlFault *fault, const SeenLine *line)
{
	return span_of(fault->source, line->first, line->first + line->text.length);
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
	SeenLine line = seen_line(fault->source, line_of(fault, byte));
	size_t end = line.first + line.text.length;
	return span_of(fault->source, byte, end > byte ? end : byte);
}

/* Whether only blanks stand before `byte` on its line. */
static bool begins_line(const YamlFault *fault, size_t byte)
{
	size_t start = fault->source->line_starts[line_of(fault, byte) - 1];
	while (start < byte && is_blank(fault->source->bytes.bytes[start]))
		start++;
	return start == byte;
}

/* The colon that ends a key, or TEXT_NOWHERE. */
static size_t key_colon(Text text)
{
	size_t colon = text_find(text, TEXT(": "), 0);
	if (colon == TEXT_NOWHERE && text_ends(text, TEXT(":")))
		colon = text.length - 1;
	return colon;
}

static bool has_key_and_value(Text text)
{
	size_t colon = key_colon(text);
	return colon != TEXT_NOWHERE && colon + 1 < text.length;
}

static void report_indicator(const YamlFault *fault, size_t byte, Diagnostics *diagnostics)
{
	Span span = character_span(fault, byte);
	if (span.first == span.end)
		diagnose(diagnostics, YAML_UNREADABLE, span);
	else
		diagnose(diagnostics, YAML_INDICATOR, span, span_text(span));
}

/* A line that ought to begin with "key: " and does not. */
static void report_keyless(const YamlFault *fault, const SeenLine *line, Diagnostics *diagnostics)
{
	size_t colon = text_find(line->text, TEXT(":"), 0);
	bool address =
	        colon != TEXT_NOWHERE && text_starts(text_after(line->text, colon), TEXT("://"));
	if (colon == TEXT_NOWHERE || colon == 0 || address) {
		diagnose(diagnostics, YAML_COLON_MISSING, line_span(fault, line));
		return;
	}
	diagnose(diagnostics, YAML_COLON_SPACE,
	         span_of(fault->source, line->first, line->first + colon + 1),
	         text_cut(line->text, 0, colon));
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
}

static void explain_tag(const YamlFault *fault, Diagnostics *diagnostics)
{
	diagnose(diagnostics, YAML_TAG, rest_of_line(fault, fault->context_at));
}

static void explain_list(const YamlFault *fault, Diagnostics *diagnostics)
{
	diagnose(diagnostics, YAML_LIST_ON_KEY, character_span(fault, fault->problem_at));
}

/* libyaml stops at the line's first blank or at its tab; the whole indentation is marked. */
static void explain_tab(const YamlFault *fault, Diagnostics *diagnostics)
{
	size_t first = fault->source->line_starts[line_of(fault, fault->problem_at) - 1];
	Text bytes = fault->source->bytes;
	size_t end = first;
	bool tab = false;
	for (; end < bytes.length && is_blank(bytes.bytes[end]); end++)
		tab = tab || bytes.bytes[end] == '\t';
	if (!tab || fault->problem_at > end) {
		explain_place(fault, diagnostics);
		return;
	}
	diagnose(diagnostics, YAML_TAB, span_of(fault->source, first, end));
}

static void explain_character(const YamlFault *fault, Diagnostics *diagnostics)
{
	if (text_equal(span_text(character_span(fault, fault->problem_at)), TEXT("\t")))
		explain_tab(fault, diagnostics);
	else
		explain_indicator(fault, diagnostics);
}

/* A line at the margin of a mapping that never gets its colon: libyaml remembers where it began. */
static void explain_simple_key(const YamlFault *fault, Diagnostics *diagnostics)
{
	SeenLine line = seen_line(fault->source, line_of(fault, fault->context_at));
	if (fault->context_at > line.first) {
		Span rest = rest_of_line(fault, fault->context_at);
		line.first = rest.first;
		line.text = span_text(rest);
	}
	report_keyless(fault, &line, diagnostics);
}

/*
 * "mapping values are not allowed": a colon where no key can end. Either the line has a colon
 * already, or the text of a line above runs on into this one. Going upwards, `keyless` is the
 * nearest line on the same level that has no key; the first line further out tells whether all of
 * them continue a value that it began.
 */
static void explain_colon(const YamlFault *fault, Diagnostics *diagnostics)
{
	size_t number = line_of(fault, fault->problem_at);
	SeenLine line = seen_line(fault->source, number);
	if (fault->problem_at < line.first) {
		explain_place(fault, diagnostics);
		return;
	}
	size_t colon = key_colon(line.text);
	if (colon != TEXT_NOWHERE && line.first + colon < fault->problem_at) {
		size_t value = line.first + colon + 1;
		while (is_blank(fault->source->bytes.bytes[value]))
			value++;
		diagnose(diagnostics, YAML_COLON_IN_VALUE, rest_of_line(fault, value));
		return;
	}
	SeenLine keyless = {0};
	SeenLine outer = {0};
	while (--number > 0) {
		SeenLine above = seen_line(fault->source, number);
		if (above.text.length == 0 || above.indent > line.indent)
			continue;
		if (above.indent < line.indent) {
			outer = above;
			break;
		}
		if (key_colon(above.text) != TEXT_NOWHERE)
			break;
		keyless = above;
	}
	if (has_key_and_value(outer.text))
		diagnose(diagnostics, YAML_UNDER_VALUE, line_span(fault, &line));
	else if (keyless.text.length > 0)
		report_keyless(fault, &keyless, diagnostics);
	else if (outer.text.length > 0 && key_colon(outer.text) == TEXT_NOWHERE)
		report_keyless(fault, &outer, diagnostics);
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
	       line_of(fault, fault->previous.end) == line_of(fault, fault->problem_at);
}

/* No key, or no dash, where the level needs one. */
static void explain_structure(const YamlFault *fault, Diagnostics *diagnostics)
{
	size_t at = fault->problem_at;
	Span rest = rest_of_line(fault, at);
	if (previous_ran_on(fault))
		diagnose(diagnostics, YAML_QUOTE_OPEN,
		         character_span(fault, fault->previous.first));
	else if (text_starts(span_text(rest), TEXT(":")))
		diagnose(diagnostics, YAML_KEY_NOT_TEXT, character_span(fault, at));
	else
		diagnose(diagnostics, begins_line(fault, at) ? YAML_INDENT : YAML_AFTER_VALUE,
		         rest);
}

/* Text after what libyaml took for the whole document. */
static void explain_document(const YamlFault *fault, Diagnostics *diagnostics)
{
	size_t number = line_of(fault, fault->problem_at);
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
	diagnose(diagnostics, YAML_QUOTE_OPEN, character_span(fault, fault->context_at));
}

static void explain_bracket(const YamlFault *fault, Diagnostics *diagnostics)
{
	Span span = character_span(fault, fault->context_at);
	Text closing = text_equal(span_text(span), TEXT("[")) ? TEXT("]") : TEXT("}");
	diagnose(diagnostics, YAML_BRACKET, span, span_text(span), closing);
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
