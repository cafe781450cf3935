/* Bind: a YAML tree and the field tables make typed records. */
#include "model/bind.h"

#include "base/swedish.h"
#include "source/suggest.h"

/* Records, lists and maps. */

static bool is_empty(const YamlNode *node)
{
	return node->kind == YAML_SCALAR && text_trim(node->text).length == 0;
}

static Text shape_name(const YamlNode *node)
{
	static const Text names[] = {[YAML_SCALAR] = TEXT_INIT("en text"),
	                             [YAML_SEQUENCE] = TEXT_INIT("en lista"),
	                             [YAML_MAPPING] = TEXT_INIT("en grupp med nycklar")};
	return is_empty(node) ? TEXT("inget") : names[node->kind];
}

/* What to call a value whose field has no key of its own: an item of a list, or an entry of a map.
 */
static void report_shape(const Binder *binder, Text name, Text wanted, const YamlNode *node)
{
	diagnose(binder->diagnostics, WRONG_SHAPE, node->span, name, wanted, shape_name(node));
}

static void bind_field(const Binder *binder, const Field *field, const YamlNode *node, Text name,
                       Span name_span, void *owner);

/* The next zeroed item of a list. */
static void *list_push(Arena *arena, ListValue *list, size_t size)
{
	if (list->count == list->capacity)
		list->items = arena_grow(arena, list->items, &list->capacity, size);
	return (char *)list->items + size * list->count++;
}

static void bind_list(const Binder *binder, const Field *field, const YamlNode *node, Text name,
                      ListValue *list)
{
	list->span = node->span;
	if (node->kind == YAML_SEQUENCE) {
		for (size_t i = 0; i < node->count; i++) {
			const YamlNode *item = node->entries[i].value;
			if (is_empty(item) && !field->keeps_empty)
				continue;
			bind_record(binder, field->record, item, item->span,
			            list_push(binder->arena, list, field->record->size));
		}
	} else if (field->list_of_one && node->kind == YAML_SCALAR) {
		bind_record(binder, field->record, node, node->span,
		            list_push(binder->arena, list, field->record->size));
	} else {
		report_shape(binder, name, field_kind_name(FIELD_LIST), node);
	}
}

/* One entry of a map: its key, then its record or value behind the key. */
static void bind_entry(const Binder *binder, const Field *field, const YamlEntry *entry,
                       ListValue *list)
{
	char *item = list_push(binder->arena, list, field->record->size);
	*(Key *)(void *)item = (Key){entry->key_span, entry->key};
	bind_record(binder, field->record, entry->value, entry->key_span, item);
}

static void bind_map(const Binder *binder, const Field *field, const YamlNode *node, Text name,
                     ListValue *list)
{
	list->span = node->span;
	if (node->kind != YAML_MAPPING) {
		report_shape(binder, name, field_kind_name(FIELD_MAP), node);
		return;
	}
	for (size_t i = 0; i < node->count; i++)
		bind_entry(binder, field, &node->entries[i], list);
}

/* A group that another file has given already. In lists and maps the entries of all files come
 * after each other, but a group has room for one. */
static bool is_given_elsewhere(const Binder *binder, const YamlNode *node, Text name,
                               Span name_span, const Span *given)
{
	if (given->source == NULL || given->source == node->span.source)
		return false;
	diagnose(binder->diagnostics, TWICE_IN_REGISTER, name_span, name);
	diagnostic_note(binder->diagnostics, FIRST_IN_REGISTER, *given);
	return true;
}

static void bind_field(const Binder *binder, const Field *field, const YamlNode *node, Text name,
                       Span name_span, void *owner)
{
	void *member = (char *)owner + field->place;
	if (is_empty(node))
		return;
	if (field->kind == FIELD_RECORD) {
		if (!is_given_elsewhere(binder, node, name, name_span, member))
			bind_record(binder, field->record, node, name_span, member);
	} else if (field->kind == FIELD_LIST) {
		bind_list(binder, field, node, name, member);
	} else if (field->kind == FIELD_MAP) {
		bind_map(binder, field, node, name, member);
	} else if (node->kind != YAML_SCALAR) {
		report_shape(binder, name, field_kind_name(field->kind), node);
		*(Span *)member = node->span;
	} else {
		Text text = field->kind == FIELD_PROSE ? node->text : text_trim(node->text);
		/* What could not be read counts as given: it has been reported once. */
		if (!bind_scalar(binder, field, text, node->span, member))
			*(Span *)member = node->span;
	}
}

/* Whether a value looks like what a field holds, so that its key may be a misspelling of the
 * field's. Tells a misspelt field from an entry with a name of the person's own choosing. */
static bool shape_fits(const Field *field, const YamlNode *node)
{
	switch (field->kind) {
	case FIELD_RECORD:
	case FIELD_MAP: return node->kind == YAML_MAPPING;
	case FIELD_LIST: return node->kind == YAML_SEQUENCE;
	case FIELD_TEXT:
	case FIELD_PROSE:
	case FIELD_DATE:
	case FIELD_DURATION:
	case FIELD_AMOUNT:
	case FIELD_INTEGER:
	case FIELD_SHARE:
	case FIELD_NUMBER:
	case FIELD_BOOLEAN:
	case FIELD_CHOICE:
	case FIELD_ORGANISATION_NUMBER:
	case FIELD_KINDS: return node->kind == YAML_SCALAR;
	}
	return false;
}

/* The keys of a record that a mapping does not have itself: what a misspelt one can be meant for.
 */
static size_t free_keys(const Binder *binder, const Record *record, const YamlNode *mapping,
                        Text **keys)
{
	*keys = ARENA_ARRAY(binder->arena, Text, record->count + 1);
	size_t count = 0;
	for (size_t i = 0; i < record->count; i++)
		if (yaml_find(mapping, record->fields[i].key) == NULL)
			(*keys)[count++] = record->fields[i].key;
	return count;
}

static const Field *misspelt_field(const Binder *binder, const Record *record,
                                   const YamlNode *mapping, const YamlEntry *entry)
{
	Text *keys;
	size_t count = free_keys(binder, record, mapping, &keys);
	Text near = suggest_nearest(entry->key, keys, count);
	return near.length == 0 ? NULL : record_field(record, near);
}

static void report_unknown_key(const Binder *binder, const Record *record, const YamlNode *mapping,
                               const YamlEntry *entry)
{
	UnknownName unknown = {.name = entry->key,
	                       .span = entry->key_span,
	                       .where = record->name,
	                       .near = UNKNOWN_KEY_NEAR,
	                       .far = UNKNOWN_KEY,
	                       .last = TEXT(" och ")};
	Text *keys;
	unknown.count = free_keys(binder, record, mapping, &keys);
	unknown.names = keys;
	suggest_report(binder->diagnostics, &unknown);
}

static void bind_unknown_key(const Binder *binder, const Record *record, const YamlNode *mapping,
                             const YamlEntry *entry, void *target)
{
	const Field *meant = misspelt_field(binder, record, mapping, entry);
	bool has_rest = record->rest != NULL;
	if (has_rest && (meant == NULL || !shape_fits(meant, entry->value))) {
		ListValue *rest = (void *)((char *)target + record->rest->place);
		rest->span = mapping->span;
		if (!is_empty(entry->value))
			bind_entry(binder, record->rest, entry, rest);
		return;
	}
	report_unknown_key(binder, record, mapping, entry);
	if (meant != NULL)
		bind_field(binder, meant, entry->value, meant->key, entry->key_span, target);
}

/* Whether some key of the mapping was meant for the field, rightly spelt or not. */
static bool key_is_meant(const Binder *binder, const Record *record, const YamlNode *mapping,
                         const Field *field)
{
	const YamlNode *value = yaml_find(mapping, field->key);
	if (value != NULL)
		return !is_empty(value);
	for (size_t i = 0; i < mapping->count; i++) {
		const YamlEntry *entry = &mapping->entries[i];
		if (record_field(record, entry->key) == NULL &&
		    misspelt_field(binder, record, mapping, entry) == field)
			return true;
	}
	return false;
}

static void bind_mapping(const Binder *binder, const Record *record, const YamlNode *node,
                         Span name, void *target)
{
	for (size_t i = 0; i < node->count; i++) {
		const YamlEntry *entry = &node->entries[i];
		const Field *field = record_field(record, entry->key);
		if (field != NULL)
			bind_field(binder, field, entry->value, field->key, entry->key_span,
			           target);
		else
			bind_unknown_key(binder, record, node, entry, target);
	}
	for (size_t i = 0; i < record->count; i++) {
		const Field *field = &record->fields[i];
		if (field->required && !key_is_meant(binder, record, node, field))
			diagnose(binder->diagnostics, MISSING_KEY, name, field->key, record->name,
			         field->example);
	}
}

/* A place that is one line long: a sequence's or mapping's first key or item. */
static Span first_line_of(const YamlNode *node, Span name)
{
	while (node->kind != YAML_SCALAR && node->count > 0) {
		if (node->entries[0].key.length > 0)
			return node->entries[0].key_span;
		node = node->entries[0].value;
	}
	return node->kind == YAML_SCALAR ? node->span : name;
}

static void bind_misshapen(const Binder *binder, const Record *record, const YamlNode *node,
                           Text called, void *target)
{
	FieldKind wanted = record->count > 0           ? FIELD_RECORD
	                   : record->as_scalar != NULL ? record->as_scalar->kind
	                                               : FIELD_LIST;
	report_shape(binder, called, field_kind_name(wanted), node);
	/* What could not be read counts as given. A text can always be read, so it was not given.
	 */
	const Field *value = record->as_scalar;
	if (value != NULL && value->kind != FIELD_TEXT && value->kind != FIELD_PROSE)
		*(Span *)(void *)((char *)target + value->place) = node->span;
}

void bind_record(const Binder *binder, const Record *record, const YamlNode *node, Span name,
                 void *target)
{
	bool has_key = name.first < name.end && name.end <= node->span.first;
	Text called = has_key ? span_text(name) : record->name;
	/* A record's own span is its first member, after the key where it has one. */
	if (record->count > 0 && node->kind == YAML_MAPPING)
		*(Span *)(void *)((char *)target + (record->keyed ? sizeof(Key) : 0)) = node->span;
	if (node->kind == YAML_MAPPING && (record->count > 0 || record->rest != NULL))
		bind_mapping(binder, record, node, has_key ? name : first_line_of(node, name),
		             target);
	else if (node->kind == YAML_SCALAR && record->as_scalar != NULL)
		bind_field(binder, record->as_scalar, node, called, name, target);
	else if (node->kind == YAML_SEQUENCE && record->as_sequence != NULL)
		bind_field(binder, record->as_sequence, node, called, name, target);
	else
		bind_misshapen(binder, record, node, called, target);
}
