/* JSON: objects, arrays and values written one after the other, for machines that read us. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/text.h"

/*
 *	Json json = json_new(&buffer);
 *	json_begin(&json, '{');
 *	json_key(&json, TEXT("name"));
 *	json_text(&json, name);
 *	json_end(&json, '}');
 *
 * Commas come by themselves. Quotes, backslashes and control characters are escaped (RFC 8259,
 * section 7), and U+2028 and U+2029 too, which old readers take for line ends; what is not UTF-8,
 * as in the span of a complaint about just that, becomes U+FFFD. Each element of the outermost
 * array begins on a line of its own.
 */
typedef struct Json {
	Buffer *out;
	bool follows; /* a comma stands before the next value */
	unsigned depth;
} Json;

Json json_new(Buffer *out);
void json_begin(Json *json, char bracket); /* '{' or '[' */
void json_end(Json *json, char bracket);   /* '}' or ']' */
void json_key(Json *json, Text key);
void json_text(Json *json, Text value);
void json_integer(Json *json, int64_t value);
void json_null(Json *json);
void json_boolean(Json *json, bool value);
/* A value that is JSON already. */
void json_raw(Json *json, Text value);

/* A key and its value. */
void json_text_at(Json *json, Text key, Text value);
void json_integer_at(Json *json, Text key, int64_t value);

#endif
