/* Schema: a JSON Schema of a record, its fields and the records in them. */
#include "model/schema.h"

#include "base/json.h"

/* Forms of scalars, as ECMA-262 expressions. An empty one is any text. */
static const Text patterns[FIELD_KINDS] = {
        [FIELD_DATE] = TEXT_INIT("^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"),
        [FIELD_DURATION] = TEXT_INIT("^[0-9]+ +(år|månad|månader|dag|dagar|vecka|veckor)$"),
        [FIELD_SHARE] =
                TEXT_INIT("^[-−–]?[0-9][0-9 \xC2\xA0]*(,[0-9]+)?[ \xC2\xA0\xE2\x80\xAF]?%$"),
        [FIELD_ORGANISATION_NUMBER] = TEXT_INIT("^[0-9]{2,8} ?[0-9 ]*[-–]?[ 0-9]+$"),
};

static void put_record(Json *json, const Record *record);

static void put_type(Json *json, const Text *types, size_t count)
{
	json_key(json, TEXT("type"));
	json_begin(json, '[');
	for (size_t i = 0; i < count; i++)
		json_text(json, types[i]);
	json_end(json, ']');
}

#define PUT_TYPE(json, ...)                                                                        \
	put_type((json), (const Text[]){__VA_ARGS__},                                              \
	         sizeof((const Text[]){__VA_ARGS__}) / sizeof(Text))

static void put_words(Json *json, const Text *words, size_t count)
{
	json_key(json, TEXT("enum"));
	json_begin(json, '[');
	for (size_t i = 0; i < count; i++)
		json_text(json, words[i]);
	/* What is left empty counts as not given. */
	json_null(json);
	json_end(json, ']');
}

/* Digits with or without spaces between thousands; a bare number is an integer to YAML. */
static void put_integer(Json *json, const Field *field)
{
	PUT_TYPE(json, TEXT("integer"), TEXT("string"), TEXT("null"));
	json_text_at(json, TEXT("pattern"), TEXT("^[0-9][0-9 \xC2\xA0\xE2\x80\xAF]*$"));
	if (field->least == field->most)
		return;
	json_integer_at(json, TEXT("minimum"), field->least);
	json_integer_at(json, TEXT("maximum"), field->most);
}

static void put_list(Json *json, const Field *field)
{
	if (field->list_of_one)
		PUT_TYPE(json, TEXT("array"), TEXT("string"), TEXT("number"), TEXT("null"));
	else
		PUT_TYPE(json, TEXT("array"), TEXT("null"));
	json_key(json, TEXT("items"));
	json_begin(json, '{');
	put_record(json, field->record);
	json_end(json, '}');
}

static void put_map(Json *json, const Field *field)
{
	PUT_TYPE(json, TEXT("object"), TEXT("null"));
	json_key(json, TEXT("additionalProperties"));
	json_begin(json, '{');
	put_record(json, field->record);
	json_end(json, '}');
}

/* An amount per year must say so; an hour's value need not say that it is per hour. */
static void put_amount(Json *json, const Field *field)
{
	static const Text ends[] = {
	        [MONEY_ONCE] = TEXT_INIT("( ?(/|per ) ?(år|månad|timme))?$"),
	        [MONEY_PER_YEAR] = TEXT_INIT(" ?(/|per ) ?år$"),
	        [MONEY_PER_MONTH] = TEXT_INIT(" ?(/|per ) ?månad$"),
	        [MONEY_PER_HOUR] = TEXT_INIT("( ?(/|per ) ?timme)?$"),
	};
	Text parts[] = {TEXT("^[-−]?[0-9][0-9 \xC2\xA0\xE2\x80\xAF]*(,[0-9]+)?[ \xC2\xA0]?"
	                     "(kr|kronor|tkr|mnkr)"),
	                ends[field->per]};
	PUT_TYPE(json, TEXT("string"), TEXT("null"));
	json_text_at(json, TEXT("pattern"), text_join(json->out->arena, parts, 2));
}

/* What a field's value may be; the inside of an object. */
static void put_value(Json *json, const Field *field)
{
	static const Text yes_and_no[] = {TEXT_INIT("ja"), TEXT_INIT("nej")};
	switch (field->kind) {
	case FIELD_INTEGER: put_integer(json, field); break;
	case FIELD_AMOUNT: put_amount(json, field); break;
	case FIELD_BOOLEAN: put_words(json, yes_and_no, 2); break;
	case FIELD_CHOICE: put_words(json, field->choices->words, field->choices->count); break;
	case FIELD_LIST: put_list(json, field); break;
	case FIELD_MAP: put_map(json, field); break;
	case FIELD_RECORD: put_record(json, field->record); break;
	case FIELD_DATE:
	case FIELD_DURATION:
	case FIELD_SHARE:
	case FIELD_ORGANISATION_NUMBER:
		PUT_TYPE(json, TEXT("string"), TEXT("null"));
		json_text_at(json, TEXT("pattern"), patterns[field->kind]);
		break;
	case FIELD_TEXT:
	case FIELD_PROSE:
	case FIELD_NUMBER:
		PUT_TYPE(json, TEXT("string"), TEXT("number"), TEXT("boolean"), TEXT("null"));
		break;
	case FIELD_KINDS: break;
	}
}

static void put_property(Json *json, const Field *field)
{
	json_key(json, field->key);
	json_begin(json, '{');
	if (field->about.length > 0)
		json_text_at(json, TEXT("description"), field->about);
	bool one_line = field->kind != FIELD_RECORD && field->kind != FIELD_LIST &&
	                field->kind != FIELD_MAP;
	if (field->example.length > 0 && one_line) {
		json_key(json, TEXT("examples"));
		json_begin(json, '[');
		json_text(json, field->example);
		json_end(json, ']');
	}
	if (field->otherwise.length > 0)
		json_text_at(json, TEXT("default"), field->otherwise);
	put_value(json, field);
	json_end(json, '}');
}

static void put_required(Json *json, const Record *record)
{
	json_key(json, TEXT("required"));
	json_begin(json, '[');
	for (size_t i = 0; i < record->count; i++)
		if (record->fields[i].required)
			json_text(json, record->fields[i].key);
	json_end(json, ']');
}

static void put_object(Json *json, const Record *record, bool may_be_empty)
{
	if (may_be_empty)
		PUT_TYPE(json, TEXT("object"), TEXT("null"));
	else
		PUT_TYPE(json, TEXT("object"));
	put_required(json, record);
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
	put_record(json, record->rest->record);
	json_end(json, '}');
}

static void put_way(Json *json, const Field *field)
{
	json_begin(json, '{');
	put_value(json, field);
	json_end(json, '}');
}

/* A record, or the shorter forms that may stand for it; the inside of an object. */
static void put_record(Json *json, const Record *record)
{
	bool object = record->count > 0 || record->rest != NULL;
	json_text_at(json, TEXT("title"), record->name);
	if (object && record->as_scalar == NULL && record->as_sequence == NULL) {
		put_object(json, record, true);
		return;
	}
	json_key(json, TEXT("anyOf"));
	json_begin(json, '[');
	if (object) {
		json_begin(json, '{');
		put_object(json, record, true);
		json_end(json, '}');
	}
	if (record->as_scalar != NULL)
		put_way(json, record->as_scalar);
	if (record->as_sequence != NULL)
		put_way(json, record->as_sequence);
	json_end(json, ']');
}

void schema_write(const Record *record, Text title, Buffer *out)
{
	Json json = json_new(out);
	json_begin(&json, '{');
	json_text_at(&json, TEXT("$schema"), TEXT("https://json-schema.org/draft/2020-12/schema"));
	json_text_at(&json, TEXT("title"), title);
	put_object(&json, record, false);
	json_end(&json, '}');
	buffer_put_byte(out, '\n');
}
