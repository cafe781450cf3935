/* JSON: escapes and commas. */
#include "base/json.h"

#include "base/utf8.h"

Json json_new(Buffer *out)
{
	return (Json){.out = out};
}

/* A value after a key stands beside it; others after a comma, those of the outermost array on lines
 * of their own. */
static void begin_value(Json *json)
{
	const Buffer *out = json->out;
	bool after_key = out->length > 0 && out->bytes[out->length - 1] == ':';
	if (!after_key && json->follows)
		buffer_put_byte(json->out, ',');
	if (!after_key && json->depth == 1)
		buffer_put_byte(json->out, '\n');
	json->follows = true;
}

void json_begin(Json *json, char bracket)
{
	begin_value(json);
	buffer_put_byte(json->out, bracket);
	json->follows = false;
	json->depth++;
}

void json_end(Json *json, char bracket)
{
	json->depth--;
	buffer_put_byte(json->out, bracket);
	json->follows = true;
}

static void put_escape(Buffer *out, uint32_t codepoint)
{
	buffer_put(out, TEXT("\\u"));
	buffer_put_hex(out, codepoint, 4);
}

static void put_string(Buffer *out, Text value)
{
	buffer_put_byte(out, '"');
	for (size_t at = 0; at < value.length;) {
		uint32_t c = (unsigned char)value.bytes[at];
		if (c < 0x80)
			at++;
		else
			c = utf8_next_lenient(value, &at);
		if (c == '"' || c == '\\') {
			buffer_put_byte(out, '\\');
			buffer_put_byte(out, (char)c);
		} else if (c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029) {
			put_escape(out, c);
		} else {
			buffer_put_codepoint(out, c);
		}
	}
	buffer_put_byte(out, '"');
}

void json_key(Json *json, Text key)
{
	if (json->follows)
		buffer_put_byte(json->out, ',');
	put_string(json->out, key);
	buffer_put_byte(json->out, ':');
	json->follows = false;
}

void json_text(Json *json, Text value)
{
	begin_value(json);
	put_string(json->out, value);
}

void json_integer(Json *json, int64_t value)
{
	begin_value(json);
	buffer_put_integer(json->out, value);
}

void json_null(Json *json)
{
	begin_value(json);
	buffer_put(json->out, TEXT("null"));
}

void json_boolean(Json *json, bool value)
{
	begin_value(json);
	buffer_put(json->out, value ? TEXT("true") : TEXT("false"));
}

void json_text_at(Json *json, Text key, Text value)
{
	json_key(json, key);
	json_text(json, value);
}

void json_integer_at(Json *json, Text key, int64_t value)
{
	json_key(json, key);
	json_integer(json, value);
}

void json_raw(Json *json, Text value)
{
	begin_value(json);
	buffer_put(json->out, value);
}
