/* Schema: a JSON Schema of a record, its fields and the records in them. */
#include "model/schema.h"

#include "base/json.h"
#include "base/limits.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "model/bind.h"
#include "yaml/reader.h"

/* Forms of scalars, as ECMA-262 expressions that say what scalar.c reads. */
#define SPACE   "[ \\u00a0\\u202f]"
#define DIGITS  "([0-9]{1,3}(" SPACE "[0-9]{3})+|[0-9]+)"
#define DECIMAL DIGITS "(,[0-9]+)?"
/* What may stand anywhere in an organisation number. */
#define DASH "[ \\u00a0\\u2010\\u2011\\u2013-]*"
#define PER  "(/|" SPACE "per" SPACE ")"

static const Text patterns[FIELD_KINDS] = {
        [FIELD_DATE] = TEXT_INIT("^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$"),
        [FIELD_DURATION] = TEXT_INIT("^0*([0-9]{1,4}|10000) +"
                                     "(år|månad|månader|dag|dagar|vecka|veckor)$"),
        [FIELD_SHARE] = TEXT_INIT("^[-\\u2212\\u2013]?" DECIMAL "[ \\u00a0\\u202f\\u2009]*%$"),
        /* At most as many digits as we count with. */
        [FIELD_INTEGER] = TEXT_INIT("^(?=(" SPACE "?[0-9]){1,15}$)" DIGITS "$"),
        /* More than zero: some digit is another. */
        [FIELD_NUMBER] = TEXT_INIT("^(?=.*[1-9])" DECIMAL "$"),
        /* The third digit tells an organisation from a person. */
        [FIELD_ORGANISATION_NUMBER] = TEXT_INIT("^" DASH "(1" DASH "6" DASH ")?([0-9]" DASH
                                                "){2}[2-9]" DASH "([0-9]" DASH "){7}$"),
};
/* Some text. */
static const Text not_blank = TEXT_INIT("[^ \\t\\r\\n]");

/* An amount per year must say so; an hour's value need not say that it is per hour. */
static Text amount_pattern(Arena *arena, MoneyPer per)
{
	static const Text ends[] = {
	        [MONEY_ONCE] = TEXT_INIT("(" PER "(år|månad|timme)|/h)?$"),
	        [MONEY_PER_YEAR] = TEXT_INIT(PER "år$"),
	        [MONEY_PER_MONTH] = TEXT_INIT(PER "månad$"),
	        [MONEY_PER_HOUR] = TEXT_INIT("(" PER "timme|/h)?$"),
	};
	Text parts[] = {TEXT("^([-\\u2212]" SPACE "*)?" DIGITS "((,[0-9]{1,2})?" SPACE
	                     "?(kr|kronor)|(,[0-9]{1,5}0*)?" SPACE "?tkr|(,[0-9]{1,8}0*)?" SPACE
	                     "?mnkr)"),
	                ends[per]};
	return text_join(arena, parts, 2);
}

/* Examples. */

static bool is_whole_number(Text text)
{
	int64_t value;
	bool zero_first = text.length > 1 && text.bytes[0] == '0';
	return !zero_first && text_integer(text, &value);
}

static void put_node(Json *json, const YamlNode *node)
{
	if (node->kind == YAML_SCALAR) {
		if (is_whole_number(node->text))
			json_raw(json, node->text);
		else
			json_text(json, node->text);
		return;
	}
	bool mapping = node->kind == YAML_MAPPING;
	json_begin(json, mapping ? '{' : '[');
	for (size_t i = 0; i < node->count; i++) {
		if (mapping)
			json_key(json, node->entries[i].key);
		put_node(json, node->entries[i].value);
	}
	json_end(json, mapping ? '}' : ']');
}

/* The tables' examples and defaults are YAML; NULL for one that only begins a text ("|"). */
static const YamlNode *example_node(Arena *arena, Text example)
{
	Diagnostics ignored = {.arena = arena};
	if (example.length == 0)
		return NULL;
	const Source *source = source_open(arena, TEXT(""), example, LIMIT_SOURCE_BYTES, &ignored);
	const YamlNode *node = source == NULL ? NULL : yaml_read(arena, source, &ignored);
	bool blank = node != NULL && node->kind == YAML_SCALAR && node->text.length == 0;
	return blank ? NULL : node;
}

static bool has_groups(const YamlNode *node)
{
	if (node->kind != YAML_SEQUENCE)
		return node->kind == YAML_MAPPING;
	for (size_t i = 0; i < node->count; i++)
		if (node->entries[i].value->kind != YAML_SCALAR)
			return true;
	return false;
}

static bool is_list_of_groups(const YamlNode *node)
{
	return node->kind == YAML_SEQUENCE && has_groups(node);
}

/* A piece of YAML to insert, for VS Code; others pass by the keyword. That of a list is an item. */
static void put_snippet(Json *json, Text type, const YamlNode *body)
{
	json_key(json, TEXT("defaultSnippets"));
	json_begin(json, '[');
	json_begin(json, '{');
	json_text_at(json, TEXT("label"), TEXT("exempel"));
	json_text_at(json, TEXT("type"), type);
	json_key(json, TEXT("body"));
	put_node(json, body);
	json_end(json, '}');
	json_end(json, ']');
}

/* Editors show and insert an example that is a text, a number or a list of them. One with groups
 * they cannot show, so it is a snippet, and a part of the description. */
static void put_example(Json *json, const Field *field)
{
	const YamlNode *example = example_node(json->out->arena, field->example);
	if (example == NULL)
		return;
	if (!has_groups(example)) {
		json_key(json, TEXT("examples"));
		json_begin(json, '[');
		put_node(json, example);
		json_end(json, ']');
		return;
	}
	Text parts[] = {field->about, TEXT("\n\n```yaml\n"), field->example, TEXT("\n```")};
	json_text_at(json, TEXT("markdownDescription"), text_join(json->out->arena, parts, 4));
	if (!is_list_of_groups(example))
		put_snippet(json, TEXT("object"), example);
}

static void put_about(Json *json, const Field *field)
{
	if (field->about.length > 0)
		json_text_at(json, TEXT("description"), field->about);
}

/* What an editor says of a value that does not fit. */
static void put_remedy(Json *json, const Field *field)
{
	Arena *arena = json->out->arena;
	bool choice = field->kind == FIELD_CHOICE;
	bool shown = !choice && field->kind != FIELD_BOOLEAN && field->kind != FIELD_PROSE &&
	             field->example.length > 0;
	Text parts[] = {TEXT("Här ska stå "),
	                field_kind_name(field->kind),
	                choice ? TEXT(" ") : TEXT(""),
	                choice ? choice_alternatives(arena, field->choices) : TEXT(""),
	                shown ? TEXT(", till exempel ") : TEXT(""),
	                shown ? field->example : TEXT(""),
	                TEXT(".")};
	json_text_at(json, TEXT("errorMessage"),
	             text_join(arena, parts, sizeof parts / sizeof parts[0]));
}

static void put_title(Json *json, Text title)
{
	json_text_at(json, TEXT("title"), utf8_capitalised(json->out->arena, title));
}

/* Values. */

static void put_record(Json *json, const Record *record, bool empty);

static void put_types(Json *json, const Text *types, size_t count)
{
	json_key(json, TEXT("type"));
	json_begin(json, '[');
	for (size_t i = 0; i < count; i++)
		json_text(json, types[i]);
	json_end(json, ']');
}

#define PUT_TYPES(json, ...)                                                                       \
	put_types((json), (const Text[]){__VA_ARGS__},                                             \
	          sizeof((const Text[]){__VA_ARGS__}) / sizeof(Text))

static void put_words(Json *json, const Text *words, size_t count)
{
	json_key(json, TEXT("enum"));
	json_begin(json, '[');
	for (size_t i = 0; i < count; i++)
		json_text(json, words[i]);
	json_end(json, ']');
}

/* A number in YAML's own form, which has no place for spaces, dashes or a comma, or a text. */
static void put_number(Json *json, FieldKind kind, int64_t least)
{
	PUT_TYPES(json, TEXT("integer"), TEXT("string"));
	json_text_at(json, TEXT("pattern"), patterns[kind]);
	json_integer_at(json, TEXT("minimum"), least);
}

static void put_integer(Json *json, const Field *field)
{
	bool any = field->least == field->most;
	put_number(json, FIELD_INTEGER, any ? 0 : field->least);
	if (!any)
		json_integer_at(json, TEXT("maximum"), field->most);
}

static void put_pattern(Json *json, Text pattern)
{
	json_text_at(json, TEXT("type"), TEXT("string"));
	json_text_at(json, TEXT("pattern"), pattern);
}

/* A bare number is a text to us. */
static void put_text(Json *json, bool empty)
{
	PUT_TYPES(json, TEXT("string"), TEXT("number"));
	if (!empty)
		json_text_at(json, TEXT("pattern"), not_blank);
}

/* A group, or nothing. An editor goes on to the next line after the key of a group, if it sees
 * its type; then it also proposes the word null, but on the key's own line only. */
static void put_group(Json *json, Text type, bool empty)
{
	if (empty)
		PUT_TYPES(json, type, TEXT("null"));
	else
		json_text_at(json, TEXT("type"), type);
}

static void put_list(Json *json, const Field *field, bool empty)
{
	const YamlNode *example = example_node(json->out->arena, field->example);
	put_group(json, TEXT("array"), empty);
	if (example != NULL && example->kind == YAML_SEQUENCE &&
	    example->entries[0].value->kind == YAML_MAPPING)
		put_snippet(json, TEXT("array"), example->entries[0].value);
	json_key(json, TEXT("items"));
	json_begin(json, '{');
	put_record(json, field->record, true);
	json_end(json, '}');
}

static void put_map(Json *json, const Field *field, bool empty)
{
	put_group(json, TEXT("object"), empty);
	json_key(json, TEXT("additionalProperties"));
	json_begin(json, '{');
	put_record(json, field->record, field->record->as_scalar != NULL);
	json_end(json, '}');
}

static void put_value(Json *json, const Field *field, bool empty)
{
	static const Text yes_and_no[] = {TEXT_INIT("ja"), TEXT_INIT("nej")};
	Arena *arena = json->out->arena;
	switch (field->kind) {
	case FIELD_INTEGER: put_integer(json, field); break;
	case FIELD_NUMBER:
	case FIELD_ORGANISATION_NUMBER: put_number(json, field->kind, 1); break;
	case FIELD_AMOUNT: put_pattern(json, amount_pattern(arena, field->per)); break;
	case FIELD_BOOLEAN: put_words(json, yes_and_no, 2); break;
	case FIELD_CHOICE: put_words(json, field->choices->words, field->choices->count); break;
	case FIELD_LIST: put_list(json, field, empty); break;
	case FIELD_MAP: put_map(json, field, empty); break;
	case FIELD_DATE:
	case FIELD_DURATION:
	case FIELD_SHARE: put_pattern(json, patterns[field->kind]); break;
	case FIELD_TEXT:
	case FIELD_PROSE: put_text(json, empty); break;
	case FIELD_RECORD:
	case FIELD_KINDS: break;
	}
}

/* Fields and records. */

static void put_property(Json *json, const Field *field);

/* The keys that must be given, or all; their count in `*count`. */
static Text *keys_of(Arena *arena, const Record *record, bool required, size_t *count)
{
	Text *keys = ARENA_ARRAY(arena, Text, record->count + 1);
	*count = 0;
	for (size_t i = 0; i < record->count; i++)
		if (!required || record->fields[i].required)
			keys[(*count)++] = record->fields[i].key;
	return keys;
}

/* The keys that an editor names where one of them is missing, or another one stands. */
static void put_keys(Json *json, const Record *record)
{
	Arena *arena = json->out->arena;
	size_t all = 0, required = 0;
	Text *keys = keys_of(arena, record, false, &all);
	Text *needed = keys_of(arena, record, true, &required);
	Text parts[] = {TEXT("Nycklar som kan stå här: "), swedish_list(arena, keys, all),
	                required > 0 ? TEXT(". De som måste finnas: ") : TEXT(""),
	                swedish_list(arena, needed, required), TEXT(".")};
	json_text_at(json, TEXT("errorMessage"), text_join(arena, parts, 5));
	json_key(json, TEXT("required"));
	json_begin(json, '[');
	for (size_t i = 0; i < required; i++)
		json_text(json, needed[i]);
	json_end(json, ']');
}

static void put_mapping(Json *json, const Record *record, bool empty)
{
	put_group(json, TEXT("object"), empty);
	put_keys(json, record);
	json_key(json, TEXT("properties"));
	json_begin(json, '{');
	for (size_t i = 0; i < record->count; i++)
		put_property(json, &record->fields[i]);
	json_end(json, '}');
	json_key(json, TEXT("additionalProperties"));
	if (record->rest == NULL) {
		json_boolean(json, false);
		return;
	}
	json_begin(json, '{');
	put_record(json, record->rest->record, true);
	json_end(json, '}');
}

/* The forms that one value may have: fields, and NULL for the mapping of `record`. */
typedef struct Forms {
	const Record *record;
	const Field *items[3];
	size_t count;
} Forms;

static void put_form(Json *json, const Record *record, const Field *field, bool empty)
{
	if (field == NULL) {
		put_title(json, record->name);
		put_mapping(json, record, empty);
		return;
	}
	put_title(json, field_kind_name(field->kind));
	if (record != NULL)
		put_about(json, field);
	put_remedy(json, field);
	put_value(json, field, empty);
}

/* What is let in beside the forms: nothing at all, where that counts as not given, and "true",
 * which is a text like another. It is said by what it is not, since an editor would propose the
 * word null, or true, wherever a type names it. */
static void put_beside(Json *json, bool empty, bool words)
{
	Text types[6] = {TEXT("string"), TEXT("number"), TEXT("array"), TEXT("object")};
	size_t count = 4;
	if (!words)
		types[count++] = TEXT("boolean");
	if (!empty)
		types[count++] = TEXT("null");
	json_begin(json, '{');
	json_key(json, TEXT("not"));
	json_begin(json, '{');
	put_types(json, types, count);
	json_end(json, '}');
	json_end(json, '}');
}

static bool is_words(const Field *field)
{
	return field != NULL && (field->kind == FIELD_TEXT || field->kind == FIELD_PROSE);
}

static bool is_group(const Field *field)
{
	return field == NULL || field->kind == FIELD_LIST || field->kind == FIELD_MAP;
}

/* The inside of a schema. `empty`: the value may be left out after its key. */
static void put_forms(Json *json, const Forms *forms, bool empty)
{
	bool words = false;
	for (size_t i = 0; i < forms->count; i++)
		words = words || is_words(forms->items[i]);
	if (forms->count == 1 && !words && (!empty || is_group(forms->items[0]))) {
		put_form(json, forms->record, forms->items[0], empty);
		return;
	}
	json_key(json, TEXT("anyOf"));
	json_begin(json, '[');
	for (size_t i = 0; i < forms->count; i++) {
		json_begin(json, '{');
		put_form(json, forms->record, forms->items[i], empty && !is_group(forms->items[i]));
		json_end(json, '}');
	}
	if (empty || words)
		put_beside(json, empty, words);
	json_end(json, ']');
}

static void put_record(Json *json, const Record *record, bool empty)
{
	Forms forms = {.record = record};
	if (record->as_scalar != NULL)
		forms.items[forms.count++] = record->as_scalar;
	if (record->as_sequence != NULL)
		forms.items[forms.count++] = record->as_sequence;
	if (record->count > 0 || record->rest != NULL)
		forms.items[forms.count++] = NULL;
	put_forms(json, &forms, empty);
}

static void put_property(Json *json, const Field *field)
{
	json_key(json, field->key);
	json_begin(json, '{');
	put_about(json, field);
	put_example(json, field);
	const YamlNode *otherwise = example_node(json->out->arena, field->otherwise);
	if (otherwise != NULL) {
		json_key(json, TEXT("default"));
		put_node(json, otherwise);
	}
	if (field->kind == FIELD_RECORD) {
		put_record(json, field->record, true);
	} else {
		Forms forms = {.items = {field}, .count = 1};
		if (field->list_of_one)
			forms.items[forms.count++] = field->record->as_scalar;
		put_forms(json, &forms, true);
	}
	json_end(json, '}');
}

void schema_write(const Record *record, Text title, Buffer *out)
{
	Json json = json_new(out);
	json_begin(&json, '{');
	json_text_at(&json, TEXT("$schema"), TEXT("https://json-schema.org/draft/2020-12/schema"));
	json_text_at(&json, TEXT("title"), title);
	put_mapping(&json, record, false);
	json_end(&json, '}');
	buffer_put_byte(out, '\n');
}
