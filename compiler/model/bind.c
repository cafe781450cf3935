/* Bind: a YAML tree and the field tables make typed records. */
#include "model/bind.h"

#include "base/swedish.h"
#include "source/suggest.h"
#include "yaml/write.h"

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

/* Gaps. */

static Binder binder_at(const Binder *binder, Text path)
{
	Binder below = *binder;
	below.path = path;
	return below;
}

static Text path_of(const Binder *binder, Text key)
{
	return binder->gaps != NULL ? path_below(binder->arena, binder->path, key) : (Text){0};
}

/* A key that stands with nothing after it. What no sentence describes is not asked for. */
static void note_empty(const Binder *binder, const Field *field, Span place)
{
	if (binder->gaps != NULL && field->about.length > 0)
		gaps_add_field(binder->gaps, field, path_of(binder, field->key), place);
}

static void note_missing(const Binder *binder, const Record *record, const Field *field, Span place)
{
	if (binder->gaps == NULL) {
		diagnose(binder->diagnostics, MISSING_KEY, place, field->key, record->name,
		         field->example);
		return;
	}
	Gap *gap = gaps_add_field(binder->gaps, field, path_of(binder, field->key), place);
	gap->is_fault = true;
	gap->fault_place = place;
	gap->code = MISSING_KEY;
	gap->arguments[0] = field->key;
	gap->arguments[1] = record->name;
	gap->arguments[2] = field->example;
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

/* "-Socialnämnden" at the beginning of a list makes all of it one text. */
static bool report_joined_dash(const Binder *binder, const YamlNode *node)
{
	Text typed = span_text(node->span);
	Text line = text_trim(text_cut(typed, 0, text_find(typed, TEXT("\n"), 0)));
	if (node->kind != YAML_SCALAR || node->refused || !text_starts(typed, TEXT("-")))
		return false;
	Span first = span_of(node->span.source, node->span.first, node->span.first + line.length);
	Text parts[] = {TEXT("- "), text_after(line, 1)};
	diagnose(binder->diagnostics, YAML_DASH_SPACE, first);
	diagnostic_fix(binder->diagnostics, first, text_join(binder->arena, parts, 2));
	return true;
}

/* What stands where a list is wanted is what the list has one of. */
static void bind_list_of_one(const Binder *binder, const Field *field, const YamlNode *node,
                             Text name, ListValue *list)
{
	const Record *record = field->record;
	Text typed = span_text(node->span);
	bool group = node->kind == YAML_MAPPING && record->count > 0;
	bool value = node->kind == YAML_SCALAR && record->as_scalar != NULL &&
	             record->as_scalar->kind == FIELD_PROSE;
	report_shape(binder, name, field_kind_name(FIELD_LIST), node);
	if ((!group && !value) || node->refused)
		return;
	if (text_find(typed, TEXT("\n"), 0) == TEXT_NOWHERE &&
	    (value ? text_find(typed, TEXT(","), 0) == TEXT_NOWHERE
	           : text_starts(typed, TEXT("{")))) {
		Text parts[] = {TEXT("["), typed, TEXT("]")};
		diagnostic_fix(binder->diagnostics, node->span, text_join(binder->arena, parts, 3));
	}
	Binder below = binder_at(binder, path_of(binder, field->key));
	if (binder->gaps != NULL)
		below.path = path_item(binder->arena, below.path, list->count);
	bind_record(&below, record, node, node->span, list_push(binder->arena, list, record->size));
}

static void bind_list(const Binder *binder, const Field *field, const YamlNode *node, Text name,
                      Span name_span, ListValue *list)
{
	list->span = node->span;
	if (node->kind == YAML_SEQUENCE) {
		Text path = path_of(binder, field->key);
		for (size_t i = 0; i < node->count; i++) {
			const YamlNode *item = node->entries[i].value;
			if (is_empty(item) && !field->keeps_empty)
				continue;
			Binder below = binder_at(binder, path);
			if (binder->gaps != NULL)
				below.path = path_item(binder->arena, path, list->count);
			bind_record(&below, field->record, item, item->span,
			            list_push(binder->arena, list, field->record->size));
		}
		if (list->count == 0)
			note_empty(binder, field, name_span);
	} else if (field->list_of_one && node->kind == YAML_SCALAR) {
		bind_record(binder, field->record, node, node->span,
		            list_push(binder->arena, list, field->record->size));
	} else if (!report_joined_dash(binder, node)) {
		bind_list_of_one(binder, field, node, name, list);
	}
}

/* One entry of a map: its key, then its record or value behind the key. */
static void bind_entry(const Binder *binder, const Field *field, const YamlEntry *entry,
                       ListValue *list)
{
	char *item = list_push(binder->arena, list, field->record->size);
	*(Key *)(void *)item = (Key){entry->key_span, entry->key};
	Binder below = binder_at(binder, path_of(binder, entry->key));
	bind_record(&below, field->record, entry->value, entry->key_span, item);
}

/* "- part:iogt" is a text to YAML, where a group is wanted. Its key is one of the record's, or of a
 * person's own choosing. */
static bool report_joined_key(const Binder *binder, const YamlNode *node, const Record *record)
{
	size_t colon = text_find(node->text, TEXT(":"), 0);
	Text key = text_cut(node->text, 0, colon);
	if (node->kind != YAML_SCALAR || colon == TEXT_NOWHERE || colon == 0 ||
	    (record != NULL && record_field(record, key) == NULL) ||
	    !text_equal(span_text(node->span), node->text))
		return false;
	Text parts[] = {key, TEXT(": "), text_after(node->text, colon + 1)};
	diagnose(binder->diagnostics, YAML_COLON_SPACE,
	         span_of(node->span.source, node->span.first, node->span.first + colon + 1), key);
	diagnostic_fix(binder->diagnostics, node->span, text_join(binder->arena, parts, 3));
	return true;
}

static void bind_map(const Binder *binder, const Field *field, const YamlNode *node, Text name,
                     ListValue *list)
{
	list->span = node->span;
	if (node->kind != YAML_MAPPING) {
		if (!report_joined_key(binder, node, NULL))
			report_shape(binder, name, field_kind_name(FIELD_MAP), node);
		return;
	}
	Binder below = binder_at(binder, path_of(binder, field->key));
	for (size_t i = 0; i < node->count; i++)
		bind_entry(&below, field, &node->entries[i], list);
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
	if (is_empty(node)) {
		note_empty(binder, field, name_span);
		return;
	}
	if (field->kind == FIELD_RECORD) {
		Binder below = binder_at(binder, path_of(binder, field->key));
		if (!is_given_elsewhere(binder, node, name, name_span, member))
			bind_record(&below, field->record, node, name_span, member);
	} else if (field->kind == FIELD_LIST) {
		bind_list(binder, field, node, name, name_span, member);
	} else if (field->kind == FIELD_MAP) {
		bind_map(binder, field, node, name, member);
	} else if (node->kind != YAML_SCALAR) {
		report_shape(binder, name, field_kind_name(field->kind), node);
		*(Span *)member = node->span;
	} else {
		Text text = field->kind == FIELD_PROSE ? node->text : text_trim(node->text);
		/* What could not be read counts as given: it has been reported once. */
		if (node->refused || !bind_scalar(binder, field, text, node->span, member))
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

/* Whether a field's value is one scalar. */
static bool is_scalar_field(const Field *field)
{
	return field->kind != FIELD_RECORD && field->kind != FIELD_LIST && field->kind != FIELD_MAP;
}

/* "{part iogt, slag: kontant}" has lost the colon after its first key, which then is all of "part
 * iogt". The field whose key it begins with, the longest, or NULL. */
static const Field *field_without_colon(const Record *record, const YamlNode *mapping,
                                        const YamlEntry *entry)
{
	const Field *found = NULL;
	for (size_t i = 0; i < record->count && is_empty(entry->value); i++) {
		const Field *field = &record->fields[i];
		size_t length = field->key.length;
		if (is_scalar_field(field) && text_starts(entry->key, field->key) &&
		    entry->key.length > length + 1 && entry->key.bytes[length] == ' ' &&
		    yaml_find(mapping, field->key) == NULL &&
		    (found == NULL || length > found->key.length))
			found = field;
	}
	return found;
}

static void bind_without_colon(const Binder *binder, const Field *field, const YamlEntry *entry,
                               void *target)
{
	Text rest = text_after(entry->key, field->key.length);
	Text parts[] = {field->key, TEXT(":"), rest};
	diagnose(binder->diagnostics, KEY_WITHOUT_COLON, entry->key_span, field->key);
	if (text_equal(span_text(entry->key_span), entry->key))
		diagnostic_fix(binder->diagnostics, entry->key_span,
		               text_join(binder->arena, parts, 3));
	YamlNode value = {.kind = YAML_SCALAR, .span = entry->key_span, .text = text_trim(rest)};
	bind_field(binder, field, &value, field->key, entry->key_span, target);
}

/* False when the key was not found to mean anything. */
static bool bind_unknown_key(const Binder *binder, const Record *record, const YamlNode *mapping,
                             const YamlEntry *entry, void *target)
{
	const Field *joined = field_without_colon(record, mapping, entry);
	if (joined != NULL) {
		bind_without_colon(binder, joined, entry, target);
		return true;
	}
	const Field *meant = misspelt_field(binder, record, mapping, entry);
	bool has_rest = record->rest != NULL;
	if (has_rest && (meant == NULL || !shape_fits(meant, entry->value))) {
		ListValue *rest = (void *)((char *)target + record->rest->place);
		rest->span = mapping->span;
		/* A section that stands empty is waited for; anything else says nothing yet. */
		if (!is_empty(entry->value) || record->rest->record->as_scalar != NULL)
			bind_entry(binder, record->rest, entry, rest);
		return true;
	}
	report_unknown_key(binder, record, mapping, entry);
	if (meant != NULL)
		bind_field(binder, meant, entry->value, meant->key, entry->key_span, target);
	return meant != NULL;
}

/* The place of a key that stands with nothing after it, or `otherwise` when it does not stand
 * there.
 */
static Span empty_key(const YamlNode *mapping, Text key, Span otherwise)
{
	for (size_t i = 0; i < mapping->count; i++)
		if (text_equal(mapping->entries[i].key, key))
			return mapping->entries[i].key_span;
	return otherwise;
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
		    (field_without_colon(record, mapping, entry) == field ||
		     misspelt_field(binder, record, mapping, entry) == field))
			return true;
	}
	return false;
}

static void bind_mapping(const Binder *binder, const Record *record, const YamlNode *node,
                         Span name, void *target)
{
	bool understood = true;
	for (size_t i = 0; i < node->count; i++) {
		const YamlEntry *entry = &node->entries[i];
		const Field *field = record_field(record, entry->key);
		if (field != NULL)
			bind_field(binder, field, entry->value, field->key, entry->key_span,
			           target);
		else
			understood =
			        bind_unknown_key(binder, record, node, entry, target) && understood;
	}
	/* What is missing may be what a key that nobody knows was meant for. */
	for (size_t i = 0; understood && i < record->count; i++) {
		const Field *field = &record->fields[i];
		if (field->required && !key_is_meant(binder, record, node, field))
			note_missing(binder, record, field, empty_key(node, field->key, name));
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

/* "- Bakgrund: se bilaga" is a key and a value to YAML, where a text is wanted. Read as that text.
 */
static bool bind_text_with_colon(const Binder *binder, const Record *record, const YamlNode *node,
                                 Text called, void *target)
{
	const Field *field = record->as_scalar;
	Text typed = span_text(node->span);
	bool text = field != NULL && record->count == 0 &&
	            (field->kind == FIELD_TEXT || field->kind == FIELD_PROSE);
	if (!text || node->kind != YAML_MAPPING || node->count != 1 ||
	    text_starts(typed, TEXT("{")) || text_starts(typed, TEXT("[")))
		return false;
	diagnose(binder->diagnostics, YAML_COLON_IN_VALUE, node->span);
	/* "600: 000 kr" was no text with a colon in it. */
	bool number = typed.length > 0 && typed.bytes[0] >= '0' && typed.bytes[0] <= '9';
	if (text_find(typed, TEXT("\n"), 0) == TEXT_NOWHERE && !number)
		diagnostic_fix(binder->diagnostics, node->span, yaml_quoted(binder->arena, typed));
	/* A name that lost its place is nothing to look up. */
	YamlNode value = {.kind = YAML_SCALAR,
	                  .span = node->span,
	                  .text = typed,
	                  .refused = field->kind == FIELD_TEXT};
	bind_field(binder, field, &value, called, node->span, target);
	return true;
}

static void bind_misshapen(const Binder *binder, const Record *record, const YamlNode *node,
                           Text called, void *target)
{
	FieldKind wanted = record->count > 0           ? FIELD_RECORD
	                   : record->as_scalar != NULL ? record->as_scalar->kind
	                                               : FIELD_LIST;
	if (binder->gaps != NULL && is_empty(node)) {
		Gap *gap = gaps_add(binder->gaps, (Gap){.place = node->span, .path = binder->path});
		gap->is_fault = true;
		gap->fault_place = node->span;
		gap->code = WRONG_SHAPE;
		gap->arguments[0] = called;
		gap->arguments[1] = field_kind_name(wanted);
		gap->arguments[2] = shape_name(node);
		Text about[] = {TEXT("Här ska stå "), gap->arguments[1], TEXT(".")};
		gap->about = text_join(binder->arena, about, 3);
		return;
	}
	if (bind_text_with_colon(binder, record, node, called, target) ||
	    report_joined_key(binder, node, record))
		return;
	report_shape(binder, called, field_kind_name(wanted), node);
	/* What could not be read counts as given. A text can always be read, so it was not given.
	 */
	const Field *value = record->as_scalar;
	if (value != NULL && value->kind != FIELD_TEXT && value->kind != FIELD_PROSE)
		*(Span *)(void *)((char *)target + value->place) = node->span;
}

/* A value that stands for the whole record has the record's path. */
static void bind_short(const Binder *binder, const Field *field, const YamlNode *node, Text called,
                       Span name, void *target)
{
	Field own = *field;
	own.key = (Text){0};
	bind_field(binder, &own, node, called, name, target);
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
		bind_short(binder, record->as_scalar, node, called, name, target);
	else if (node->kind == YAML_SEQUENCE && record->as_sequence != NULL)
		bind_short(binder, record->as_sequence, node, called, name, target);
	else
		bind_misshapen(binder, record, node, called, target);
}
