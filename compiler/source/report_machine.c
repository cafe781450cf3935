/* Report for machines: JSON and SARIF. */
#include "source/report_machine.h"

#include "base/version.h"

/* A longer line is no help to anybody, and many of them may be complained about. */
enum { EXCERPT_BYTES = 4000 };

static Text level_of(const Diagnostic *diagnostic)
{
	static const Text levels[] = {[SEVERITY_ERROR] = TEXT_INIT("error"),
	                              [SEVERITY_WARNING] = TEXT_INIT("warning"),
	                              [SEVERITY_NOTE] = TEXT_INIT("note")};
	return levels[diagnostic->severity];
}

/* Where a span begins and ends. */
typedef struct Place {
	Position first, end;
} Place;

static Place place_of(Span span)
{
	return (Place){source_position(span.source, span.first),
	               source_position(span.source, span.end)};
}

/* JSON. */

static void put_place(Json *json, Span span)
{
	Place place = place_of(span);
	json_text_at(json, TEXT("file"), span.source->path);
	json_integer_at(json, TEXT("line"), (int64_t)place.first.line);
	json_integer_at(json, TEXT("column"), (int64_t)place.first.column);
	json_integer_at(json, TEXT("endLine"), (int64_t)place.end.line);
	json_integer_at(json, TEXT("endColumn"), (int64_t)place.end.column);
	json_integer_at(json, TEXT("byte"), span.first);
	json_integer_at(json, TEXT("endByte"), span.end);
	json_text_at(json, TEXT("text"), span_text(span));
}

/* The line that it stands on, for who shows the place without the file at hand. */
static void put_excerpt(Json *json, Span span)
{
	Text line = source_line(span.source, place_of(span).first.line);
	if (line.length <= EXCERPT_BYTES)
		json_text_at(json, TEXT("excerpt"), line);
}

static void put_record(Json *json, const Diagnostic *diagnostic)
{
	const DiagnosticKind *kind = diagnostic_kind(diagnostic->code);
	json_begin(json, '{');
	json_text_at(json, TEXT("code"), kind->name);
	json_text_at(json, TEXT("severity"), level_of(diagnostic));
	json_text_at(json, TEXT("message"), diagnostic_sentence(json->out->arena, diagnostic));
	if (diagnostic->span.source != NULL) {
		put_place(json, diagnostic->span);
		put_excerpt(json, diagnostic->span);
	}
	if (diagnostic->notes != NULL) {
		json_key(json, TEXT("notes"));
		json_begin(json, '[');
		for (const Diagnostic *note = diagnostic->notes; note != NULL; note = note->next)
			put_record(json, note);
		json_end(json, ']');
	}
	if (diagnostic->fix != NULL) {
		json_key(json, TEXT("fix"));
		json_begin(json, '{');
		put_place(json, diagnostic->fix->span);
		json_text_at(json, TEXT("replacement"), diagnostic->fix->text);
		json_end(json, '}');
	}
	json_end(json, '}');
}

/* SARIF. */

static void put_message(Json *json, Text key, Text words)
{
	json_key(json, key);
	json_begin(json, '{');
	json_text_at(json, TEXT("text"), words);
	json_end(json, '}');
}

static void put_region(Json *json, Text key, Span span)
{
	Place place = place_of(span);
	json_key(json, key);
	json_begin(json, '{');
	json_integer_at(json, TEXT("startLine"), (int64_t)place.first.line);
	json_integer_at(json, TEXT("startColumn"), (int64_t)place.first.column);
	json_integer_at(json, TEXT("endLine"), (int64_t)place.end.line);
	json_integer_at(json, TEXT("endColumn"), (int64_t)place.end.column);
	json_integer_at(json, TEXT("byteOffset"), span.first);
	json_integer_at(json, TEXT("byteLength"), span.end - span.first);
	json_end(json, '}');
}

/* The path as part of an address: RFC 3986 lets letters, digits and -._~/ stand for themselves. */
static Text address_of(Arena *arena, Text path)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < path.length; i++) {
		unsigned char c = (unsigned char)path.bytes[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		             (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
		             c == '~' || c == '/';
		if (plain) {
			buffer_put_byte(&out, (char)c);
			continue;
		}
		buffer_put_byte(&out, '%');
		buffer_put_hex(&out, c, 2);
	}
	return buffer_text(&out);
}

static void put_artifact(Json *json, Span span)
{
	json_key(json, TEXT("artifactLocation"));
	json_begin(json, '{');
	json_text_at(json, TEXT("uri"), address_of(json->out->arena, span.source->path));
	json_end(json, '}');
}

/* One change of one file: SARIF 2.1.0, 3.55 to 3.57. */
static void put_fix(Json *json, const Fix *fix)
{
	json_key(json, TEXT("fixes"));
	json_begin(json, '[');
	json_begin(json, '{');
	json_key(json, TEXT("artifactChanges"));
	json_begin(json, '[');
	json_begin(json, '{');
	put_artifact(json, fix->span);
	json_key(json, TEXT("replacements"));
	json_begin(json, '[');
	json_begin(json, '{');
	put_region(json, TEXT("deletedRegion"), fix->span);
	put_message(json, TEXT("insertedContent"), fix->text);
	json_end(json, '}');
	json_end(json, ']');
	json_end(json, '}');
	json_end(json, ']');
	json_end(json, '}');
	json_end(json, ']');
}

static void put_location(Json *json, Span span, const Diagnostic *note)
{
	json_begin(json, '{');
	json_key(json, TEXT("physicalLocation"));
	json_begin(json, '{');
	put_artifact(json, span);
	put_region(json, TEXT("region"), span);
	json_end(json, '}');
	if (note != NULL)
		put_message(json, TEXT("message"), diagnostic_sentence(json->out->arena, note));
	json_end(json, '}');
}

static void put_result(Json *json, const Diagnostic *diagnostic)
{
	const DiagnosticKind *kind = diagnostic_kind(diagnostic->code);
	json_begin(json, '{');
	json_text_at(json, TEXT("ruleId"), kind->name);
	json_text_at(json, TEXT("level"), level_of(diagnostic));
	put_message(json, TEXT("message"), diagnostic_sentence(json->out->arena, diagnostic));
	if (diagnostic->span.source != NULL) {
		json_key(json, TEXT("locations"));
		json_begin(json, '[');
		put_location(json, diagnostic->span, NULL);
		json_end(json, ']');
	}
	if (diagnostic->notes != NULL) {
		json_key(json, TEXT("relatedLocations"));
		json_begin(json, '[');
		for (const Diagnostic *note = diagnostic->notes; note != NULL; note = note->next)
			if (note->span.source != NULL)
				put_location(json, note->span, note);
		json_end(json, ']');
	}
	if (diagnostic->fix != NULL)
		put_fix(json, diagnostic->fix);
	json_end(json, '}');
}

static void put_rules(Json *json)
{
	json_key(json, TEXT("rules"));
	json_begin(json, '[');
	for (int code = 0; code < DIAGNOSTIC_CODES; code++) {
		const DiagnosticKind *kind = diagnostic_kind((DiagnosticCode)code);
		if (kind->severity == SEVERITY_NOTE)
			continue;
		json_begin(json, '{');
		json_text_at(json, TEXT("id"), kind->name);
		put_message(json, TEXT("shortDescription"),
		            diagnostic_outline(json->out->arena, kind));
		put_message(json, TEXT("fullDescription"), kind->meaning);
		json_end(json, '}');
	}
	json_end(json, ']');
}

static void begin_sarif(Json *json)
{
	json_begin(json, '{');
	json_text_at(json, TEXT("$schema"), TEXT("https://json.schemastore.org/sarif-2.1.0.json"));
	json_text_at(json, TEXT("version"), TEXT("2.1.0"));
	json_key(json, TEXT("runs"));
	json_begin(json, '[');
	json_begin(json, '{');
	json_key(json, TEXT("tool"));
	json_begin(json, '{');
	json_key(json, TEXT("driver"));
	json_begin(json, '{');
	json_text_at(json, TEXT("name"), TEXT("overens"));
	json_text_at(json, TEXT("version"), TEXT(VERSION));
	json_text_at(json, TEXT("language"), TEXT("sv"));
	put_rules(json);
	json_end(json, '}');
	json_end(json, '}');
	json_text_at(json, TEXT("columnKind"), TEXT("unicodeCodePoints"));
	json_key(json, TEXT("results"));
	json_begin(json, '[');
}

/* Pieces. */

void report_machine_begin(Json *json, bool sarif)
{
	if (sarif)
		begin_sarif(json);
	else
		json_begin(json, '[');
}

void report_json(const Diagnostic *diagnostic, Buffer *out)
{
	Json json = json_new(out);
	put_record(&json, diagnostic);
}

void report_sarif(const Diagnostic *diagnostic, Buffer *out)
{
	Json json = json_new(out);
	put_result(&json, diagnostic);
}

void report_machine_end(Json *json, bool sarif)
{
	json_end(json, ']');
	if (sarif) {
		json_end(json, '}');
		json_end(json, ']');
		json_end(json, '}');
	}
	buffer_put_byte(json->out, '\n');
}
