/* YAML reader: pulls libyaml's events and builds the tree; the only file that knows libyaml. */
#include "yaml/reader.h"

#include <assert.h>
#include <string.h>
#include <yaml.h>

#include "base/limits.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "yaml/fault.h"
#include "yaml/slip.h"
#include "yaml/write.h"

/*
 * An event is held until the next one is asked for. read_value is called with a value's first event
 * at hand and returns with its last; NULL means that reading ends, and that the reason has been
 * reported. Nesting is bounded, so recursion is too.
 *
 * What is refused but can be understood is read as if the person had mended it in the obvious way:
 * of two equal keys the first stands, and a value with an anchor, alias or tag is the text that was
 * typed, as if it had been quoted. So one mistake gives one message.
 */
typedef struct Reader {
	Arena *arena;
	const Source *source;
	Diagnostics *diagnostics;
	yaml_parser_t parser;
	yaml_event_t event;
	size_t mark_index; /* a place as libyaml counts it, in characters */
	size_t mark_byte;  /* the same place in bytes */
	size_t nodes;
	Span previous;      /* the last scalar */
	size_t refused_end; /* where the last refused anchor, alias or tag ended */
	Diagnostic *fault;  /* what reading ended with, when mending it may help */
} Reader;

static bool is_continuation(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Marks come nearly in order, so walking from the latest one is linear in all. */
static size_t byte_of(Reader *reader, yaml_mark_t mark)
{
	Text bytes = reader->source->bytes;
	while (reader->mark_index < mark.index && reader->mark_byte < bytes.length) {
		reader->mark_byte++;
		while (reader->mark_byte < bytes.length &&
		       is_continuation(bytes.bytes[reader->mark_byte]))
			reader->mark_byte++;
		reader->mark_index++;
	}
	while (reader->mark_index > mark.index) {
		reader->mark_byte--;
		while (is_continuation(bytes.bytes[reader->mark_byte]))
			reader->mark_byte--;
		reader->mark_index--;
	}
	return reader->mark_byte;
}

static Span event_span(Reader *reader)
{
	size_t first = byte_of(reader, reader->event.start_mark);
	size_t end = byte_of(reader, reader->event.end_mark);
	return span_of(reader->source, first, end);
}

static Text limit_text(Reader *reader, int64_t limit)
{
	return swedish_integer(reader->arena, limit);
}

/* libyaml's texts are all static or absent. */
static Text words_of(const char *terminated)
{
	return terminated == NULL ? TEXT("") : text_of(terminated);
}

/* Whether a refused value stands earlier on the same line: then what follows it is no new mistake.
 */
static bool follows_refused(const Reader *reader, size_t byte)
{
	if (reader->refused_end == 0 || byte < reader->refused_end)
		return false;
	Text between = text_cut(reader->source->bytes, reader->refused_end, byte);
	return text_find(between, TEXT("\n"), 0) == TEXT_NOWHERE;
}

static void report_failure(Reader *reader)
{
	const yaml_parser_t *parser = &reader->parser;
	/* One of libyaml's own allocations fails without setting any error. */
	if (parser->error == YAML_MEMORY_ERROR || parser->problem == NULL) {
		arena_take_array(reader->arena, SIZE_MAX, 2, 1);
		return;
	}
	YamlFault fault = {
	        .source = reader->source,
	        .problem = words_of(parser->problem),
	        .context = words_of(parser->context),
	        .context_at = byte_of(reader, parser->context_mark),
	        .problem_at = byte_of(reader, parser->problem_mark),
	        .previous = reader->previous,
	};
	if (follows_refused(reader, fault.problem_at))
		return;
	yaml_fault_report(&fault, reader->diagnostics);
	reader->fault = reader->diagnostics->latest;
}

static bool next_event(Reader *reader)
{
	yaml_event_delete(&reader->event);
	if (yaml_parser_parse(&reader->parser, &reader->event))
		return true;
	report_failure(reader);
	return false;
}

static bool is_block_scalar(yaml_scalar_style_t style)
{
	return style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
}

/* Reports the anchors and tags that a value begins with: "&a !t text". */
static void refuse_properties(Reader *reader, Span span)
{
	Text text = span_text(span);
	size_t first = 0;
	while (first < text.length && (text.bytes[first] == '&' || text.bytes[first] == '!')) {
		size_t end = first;
		while (end < text.length && memchr(" \t\r\n", text.bytes[end], 4) == NULL)
			end++;
		Span property = span_of(reader->source, span.first + first, span.first + end);
		if (text.bytes[first] == '!')
			diagnose(reader->diagnostics, YAML_TAG, property);
		else
			diagnose(reader->diagnostics, YAML_ALIAS, property, TEXT("&"));
		reader->refused_end = property.end;
		while (end < text.length && memchr(" \t\r\n", text.bytes[end], 4) != NULL)
			end++;
		first = end;
	}
}

/* libyaml ends a block scalar where the next token begins. */
static Span without_trailing_blanks(Span span)
{
	Text text = span_text(span);
	while (text.length > 0 && memchr(" \t\r\n", text.bytes[text.length - 1], 4) != NULL)
		text.length--;
	span.end = span.first + (uint32_t)text.length;
	return span;
}

static YamlNode *node_new(Reader *reader, YamlKind kind, Span span)
{
	YamlNode *node = ARENA_NEW(reader->arena, YamlNode);
	node->kind = kind;
	node->span = span;
	return node;
}

static const YamlNode *read_alias(Reader *reader)
{
	Span span = event_span(reader);
	diagnose(reader->diagnostics, YAML_ALIAS, span, TEXT("*"));
	yaml_fix_emphasis(reader->source, span.first, reader->diagnostics);
	reader->refused_end = span.end;
	if (reader->diagnostics->latest->fix != NULL) {
		reader->fault = reader->diagnostics->latest;
		return NULL;
	}
	YamlNode *node = node_new(reader, YAML_SCALAR, span);
	node->text = span_text(span);
	node->refused = true;
	return node;
}

static bool is_blank_at(Text bytes, size_t at)
{
	return at < bytes.length && (bytes.bytes[at] == ' ' || bytes.bytes[at] == '\t');
}

static bool is_at(Text bytes, size_t at, char byte)
{
	return at < bytes.length && bytes.bytes[at] == byte;
}

/* A comment begins after a space. libyaml also takes "#" right after a value, a bracket or a comma
 * for one, and what the person wrote there would be lost. `at` is where the value ends. */
static void refuse_touching_comment(Reader *reader, size_t at)
{
	Text bytes = reader->source->bytes;
	size_t comma = at;
	while (is_blank_at(bytes, comma))
		comma++;
	if (is_at(bytes, comma, ','))
		at = comma + 1;
	if (at == 0 || !is_at(bytes, at, '#'))
		return;
	Span mark = span_of(reader->source, at, at + 1);
	if (memchr("\"']}", bytes.bytes[at - 1], 4) != NULL)
		yaml_report_after_value(mark, reader->diagnostics);
	else
		diagnose(reader->diagnostics, YAML_INDICATOR, mark, TEXT("#"));
}

/* Where the "|", ">-" or the like that a block scalar begins with ends. */
static size_t block_header_end(Span span)
{
	Text text = span_text(span);
	size_t length = 1;
	while (length < text.length && memchr("+-0123456789", text.bytes[length], 12) != NULL)
		length++;
	return span.first + length;
}

static const YamlNode *read_scalar(Reader *reader)
{
	Span span = event_span(reader);
	Text value = {(const char *)reader->event.data.scalar.value,
	              reader->event.data.scalar.length};
	bool block = is_block_scalar(reader->event.data.scalar.style);
	if (block)
		span = without_trailing_blanks(span);
	reader->previous = span;
	refuse_touching_comment(reader, block ? block_header_end(span) : span.end);
	if (reader->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
		slip_after_value(span, reader->diagnostics);
	YamlNode *node = node_new(reader, YAML_SCALAR, span);
	Text typed = span_text(span);
	if (text_starts(typed, TEXT("&")) || text_starts(typed, TEXT("!"))) {
		refuse_properties(reader, span);
		node->text = typed;
		node->refused = true;
		return node;
	}
	if (value.length > LIMIT_SCALAR_BYTES) {
		diagnose(reader->diagnostics, YAML_TOO_LONG, span,
		         limit_text(reader, LIMIT_SCALAR_BYTES));
		node->refused = true;
	}
	source_check_text(value, span, reader->diagnostics);
	node->text = text_copy(reader->arena, value);
	return node;
}

static const YamlNode *read_value(Reader *reader, int depth);

typedef struct EntryList {
	YamlEntry *items;
	size_t count;
	size_t capacity;
} EntryList;

/* The numbers of a mapping's entries, in the order of their keys. */
typedef struct KeyOrder {
	uint32_t *items;
	size_t count;
	size_t capacity;
} KeyOrder;

/* The entry that has this key already, or NULL; then the key has its place in the order. */
static const YamlEntry *find_or_place(Reader *reader, const EntryList *entries, KeyOrder *order,
                                      Text key)
{
	size_t low = 0;
	size_t high = order->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const YamlEntry *entry = &entries->items[order->items[middle]];
		int compared = text_order(key, entry->key);
		if (compared == 0)
			return entry;
		if (compared < 0)
			high = middle;
		else
			low = middle + 1;
	}
	*ARENA_PUSH(reader->arena, order) = 0;
	memmove(&order->items[low + 1], &order->items[low],
	        (order->count - 1 - low) * sizeof order->items[0]);
	order->items[low] = (uint32_t)entries->count;
	return NULL;
}

/* "{{...}}" outside quotes is a mapping in a mapping to YAML, and to the writer a reference; then
 * reading ends, to begin again with the value in quotes. */
static bool report_key(Reader *reader, const YamlNode *key)
{
	Text bytes = reader->source->bytes;
	size_t first = key->span.first;
	if (first > 0 && text_starts(text_after(bytes, first - 1), TEXT("{{"))) {
		Span braces = span_of(reader->source, first - 1, first + 1);
		diagnose(reader->diagnostics, YAML_INDICATOR, braces, TEXT("{{"));
		yaml_fix_quotation(reader->source, braces.first, reader->diagnostics);
		reader->fault = reader->diagnostics->latest;
		return false;
	}
	diagnose(reader->diagnostics, YAML_KEY_NOT_TEXT, key->span);
	return true;
}

static bool is_digit_at(Text bytes, size_t at)
{
	return at < bytes.length && bytes.bytes[at] >= '0' && bytes.bytes[at] <= '9';
}

/* "? key" is another way to write a key, and between brackets libyaml takes "?key" for it too, so
 * that a character would be lost. */
static void refuse_question_mark(Reader *reader, Span key, size_t previous_end)
{
	Text bytes = reader->source->bytes;
	size_t at = key.first;
	while (at > previous_end && is_blank_at(bytes, at - 1))
		at--;
	if (at > previous_end && bytes.bytes[at - 1] == '?')
		diagnose(reader->diagnostics, YAML_INDICATOR, span_of(reader->source, at - 1, at),
		         TEXT("?"));
}

/* Reads a key and says in `*usable` whether it names an entry; false when reading ends. */
static bool read_key(Reader *reader, int depth, YamlEntry *entry, bool *usable)
{
	bool scalar = reader->event.type == YAML_SCALAR_EVENT;
	bool text = scalar && !is_block_scalar(reader->event.data.scalar.style) &&
	            reader->event.data.scalar.length > 0;
	size_t refused_before = reader->refused_end;
	size_t previous_end = reader->previous.end;
	const YamlNode *key = read_value(reader, depth);
	if (key == NULL)
		return false;
	bool refused = reader->refused_end != refused_before;
	*usable = text && !refused;
	if (*usable && slip_in_key(key->span, reader->diagnostics)) {
		reader->fault = reader->diagnostics->latest;
		return false;
	}
	if (!text && !refused && !report_key(reader, key))
		return false;
	if (*usable)
		refuse_question_mark(reader, key->span, previous_end);
	entry->key = key->text;
	entry->key_span = key->span;
	return true;
}

static bool read_entry(Reader *reader, int depth, EntryList *entries, KeyOrder *order, size_t *end)
{
	YamlEntry entry = {0};
	bool usable = false;
	if (!read_key(reader, depth, &entry, &usable) || !next_event(reader))
		return false;
	if (usable) {
		const YamlEntry *first = find_or_place(reader, entries, order, entry.key);
		if (first != NULL) {
			usable = false;
			diagnose(reader->diagnostics, YAML_DUPLICATE_KEY, entry.key_span,
			         entry.key);
			diagnostic_note(reader->diagnostics, YAML_FIRST_KEY, first->key_span);
		}
	}
	/* The entry is there before its value is read, so the order's numbers are right. */
	size_t place = entries->count;
	if (usable)
		*ARENA_PUSH(reader->arena, entries) = entry;
	const YamlNode *value = read_value(reader, depth);
	if (value == NULL)
		return false;
	if (usable)
		entries->items[place].value = value;
	*end = value->span.end;
	return true;
}

static bool read_item(Reader *reader, int depth, EntryList *entries, size_t *end)
{
	const YamlNode *value = read_value(reader, depth);
	if (value == NULL)
		return false;
	ARENA_PUSH(reader->arena, entries)->value = value;
	*end = value->span.end;
	return true;
}

static bool is_flow(const yaml_event_t *event)
{
	if (event->type == YAML_MAPPING_START_EVENT)
		return event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
	return event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
}

static bool has_properties(const yaml_event_t *event)
{
	if (event->type == YAML_MAPPING_START_EVENT)
		return event->data.mapping_start.anchor != NULL ||
		       event->data.mapping_start.tag != NULL;
	return event->data.sequence_start.anchor != NULL || event->data.sequence_start.tag != NULL;
}

/* Whether the text after the comma at `end` goes on with a number: "2,7 %" between brackets, which
 * YAML takes for two values. In a list only when a unit follows, as [1,2] may be meant. */
static bool is_decimal_comma(const Reader *reader, size_t end, Span next, bool mapping)
{
	Text bytes = reader->source->bytes;
	size_t at = end + 1;
	if (end == 0 || next.first != at || !is_digit_at(bytes, end - 1) ||
	    bytes.bytes[end] != ',' || !is_digit_at(bytes, at))
		return false;
	while (is_digit_at(bytes, at))
		at++;
	return mapping || (at < next.end && bytes.bytes[at] == ' ');
}

/* Joins what was one number with decimals, and reports it, so that it is one fault. */
static void join_decimals(Reader *reader, EntryList *entries, bool mapping)
{
	size_t kept = 0;
	for (size_t i = 0; i < entries->count; i++) {
		YamlEntry entry = entries->items[i];
		YamlEntry *before = kept > 0 ? &entries->items[kept - 1] : NULL;
		Span next = mapping ? entry.key_span : entry.value->span;
		bool empty = !mapping ||
		             (entry.value->kind == YAML_SCALAR && entry.value->text.length == 0);
		if (before == NULL || !empty || before->value->kind != YAML_SCALAR ||
		    !is_decimal_comma(reader, before->value->span.end, next, mapping)) {
			entries->items[kept++] = entry;
			continue;
		}
		Span whole = span_of(reader->source, before->value->span.first, next.end);
		YamlNode *joined = node_new(reader, YAML_SCALAR, whole);
		joined->text = span_text(whole);
		before->value = joined;
		diagnose(reader->diagnostics, YAML_DECIMAL_COMMA, whole, joined->text);
		/* With a unit it is a number with decimals; without, it may not be one at all. */
		joined->refused = is_digit_at(joined->text, joined->text.length - 1);
		if (!joined->refused)
			yaml_fix_value(reader->diagnostics, whole, joined->text);
	}
	entries->count = kept;
}

/* A block collection has no end of its own: libyaml's mark lies at the next token. */
static const YamlNode *read_collection(Reader *reader, int depth)
{
	bool mapping = reader->event.type == YAML_MAPPING_START_EVENT;
	yaml_event_type_t last = mapping ? YAML_MAPPING_END_EVENT : YAML_SEQUENCE_END_EVENT;
	bool flow = is_flow(&reader->event);
	Span span = event_span(reader);
	if (depth > LIMIT_YAML_DEPTH) {
		diagnose(reader->diagnostics, YAML_TOO_DEEP, span,
		         limit_text(reader, LIMIT_YAML_DEPTH));
		return NULL;
	}
	if (has_properties(&reader->event))
		refuse_properties(reader, span);
	else if (flow)
		refuse_touching_comment(reader, span.end);
	EntryList entries = {0};
	KeyOrder order = {0};
	size_t end = span.end;
	for (;;) {
		if (!next_event(reader))
			return NULL;
		if (reader->event.type == last)
			break;
		bool read = mapping ? read_entry(reader, depth + 1, &entries, &order, &end)
		                    : read_item(reader, depth + 1, &entries, &end);
		if (!read)
			return NULL;
	}
	if (flow) {
		end = byte_of(reader, reader->event.end_mark);
		refuse_touching_comment(reader, end);
		join_decimals(reader, &entries, mapping);
	}
	YamlNode *node = node_new(reader, mapping ? YAML_MAPPING : YAML_SEQUENCE,
	                          span_of(reader->source, span.first, end));
	node->entries = entries.items;
	node->count = entries.count;
	return node;
}

static const YamlNode *read_value(Reader *reader, int depth)
{
	if (++reader->nodes > LIMIT_YAML_NODES) {
		diagnose(reader->diagnostics, YAML_TOO_MANY, event_span(reader),
		         limit_text(reader, LIMIT_YAML_NODES));
		return NULL;
	}
	if (reader->event.type == YAML_ALIAS_EVENT)
		return read_alias(reader);
	if (reader->event.type == YAML_SCALAR_EVENT)
		return read_scalar(reader);
	return read_collection(reader, depth);
}

static void report_empty(Reader *reader)
{
	diagnose(reader->diagnostics, FILE_EMPTY, span_of(reader->source, 0, 0));
}

/* stream start, document start, value, document end, stream end */
static const YamlNode *read_document(Reader *reader)
{
	if (!next_event(reader) || !next_event(reader))
		return NULL;
	if (reader->event.type == YAML_STREAM_END_EVENT) {
		report_empty(reader);
		return NULL;
	}
	if (!next_event(reader))
		return NULL;
	const YamlNode *root = read_value(reader, 1);
	if (root == NULL || !next_event(reader) || !next_event(reader))
		return NULL;
	if (reader->event.type != YAML_STREAM_END_EVENT) {
		diagnose(reader->diagnostics, YAML_SECOND_DOCUMENT, event_span(reader));
		return NULL;
	}
	if (root->kind == YAML_SCALAR && root->span.first == root->span.end) {
		report_empty(reader);
		return NULL;
	}
	return root;
}

static const YamlNode *read_once(Reader *reader)
{
	const YamlNode *root = NULL;
	if (!yaml_parser_initialize(&reader->parser)) {
		report_failure(reader);
		return NULL;
	}
	yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&reader->parser,
	                             (const unsigned char *)reader->source->bytes.bytes,
	                             reader->source->bytes.length);
	root = read_document(reader);
	yaml_event_delete(&reader->event);
	yaml_parser_delete(&reader->parser);
	return root;
}

/* One reading of the source, from its beginning. */
typedef struct Reading {
	const YamlNode *root;
	Diagnostics found;
	Diagnostic *fault;
} Reading;

static Reading read_source(Arena *arena, const Source *source)
{
	Reading reading = {.found = {.arena = arena}};
	Reader reader = {.arena = arena, .source = source, .diagnostics = &reading.found};
	reading.root = read_once(&reader);
	reading.fault = reading.root == NULL ? reader.fault : NULL;
	return reading;
}

/* Whether reading came past a fault when it had been mended. */
static bool has_come_past(const Reading *reading, const Fix *fix)
{
	if (reading->root != NULL)
		return true;
	return reading->fault != NULL && reading->fault->span.first > fix->span.end;
}

/*
 * libyaml cannot go on after a fault. Where it is certain how to mend it the file is read again, as
 * if it had been mended, so that the faults after it are found in the same run. A fix that does not
 * get the reading past the fault is none.
 */
const YamlNode *yaml_read(Arena *arena, const Source *source, Diagnostics *diagnostics)
{
	Reading reading = read_source(arena, source);
	for (int mended = 0; reading.fault != NULL && mended < LIMIT_YAML_MENDS; mended++) {
		const Fix *fix = reading.fault->fix;
		const Source *next =
		        fix != NULL ? source_mended(arena, source, fix->span, fix->text) : NULL;
		if (next == NULL)
			break;
		Reading after = read_source(arena, next);
		if (!has_come_past(&after, fix)) {
			reading.fault->fix = NULL;
			break;
		}
		/* What else was found in this reading is found in the next one too. */
		Diagnostics fault = {arena, reading.fault, reading.fault, 1, 0};
		diagnostics_append(diagnostics, &fault);
		source = next;
		reading = after;
	}
	diagnostics_append(diagnostics, &reading.found);
	return reading.root;
}
