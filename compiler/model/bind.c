/* Bind: a YAML tree and the field tables make typed records. */
#include "model/bind.h"

#include <assert.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "model/identifier.h"
#include "source/suggest.h"

typedef bool (*ScalarReader)(const Binder *binder, const Field *field, Text text, Span span,
                             void *target);

static Text number_text(const Binder *binder, int64_t number)
{
	Buffer digits = buffer_new(binder->arena, 32);
	buffer_put_integer(&digits, number);
	return buffer_text(&digits);
}

/* "a, b och c" of the items' keys or words, for messages. */
static Text enumeration(Arena *arena, const Text *words, size_t count, Text conjunction)
{
	Buffer list = buffer_new(arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buffer_put(&list, i + 1 < count ? TEXT(", ") : conjunction);
		buffer_put(&list, words[i]);
	}
	return buffer_text(&list);
}

/* Scalars, a function for each kind. */

static bool read_text(const Binder *binder, const Field *field, Text text, Span span, void *target)
{
	(void)binder, (void)field;
	*(TextValue *)target = (TextValue){span, text};
	return true;
}

static bool read_prose(const Binder *binder, const Field *field, Text text, Span span, void *target)
{
	(void)binder, (void)field;
	*(ProseValue *)target = (ProseValue){span, text};
	return true;
}

static bool report_no_such_date(const Binder *binder, Text text, Span span)
{
	static const Text month_names[] = {
	        TEXT_INIT("januari"), TEXT_INIT("februari"), TEXT_INIT("mars"),
	        TEXT_INIT("april"),   TEXT_INIT("maj"),      TEXT_INIT("juni"),
	        TEXT_INIT("juli"),    TEXT_INIT("augusti"),  TEXT_INIT("september"),
	        TEXT_INIT("oktober"), TEXT_INIT("november"), TEXT_INIT("december")};
	int64_t year = 0, month = 0;
	Text why = TEXT("Månaden ska vara 01 till 12.");
	if (text_integer(text_cut(text, 0, 4), &year) &&
	    text_integer(text_cut(text, 5, 7), &month) && month >= 1 && month <= 12) {
		Text parts[] = {
		        utf8_capitalised(binder->arena, month_names[month - 1]),
		        TEXT(" "),
		        number_text(binder, year),
		        TEXT(" har "),
		        number_text(binder, date_days_in_month((int)year, (int)month)),
		        TEXT(" dagar."),
		};
		why = text_join(binder->arena, parts, sizeof parts / sizeof parts[0]);
	}
	diagnose(binder->diagnostics, NO_SUCH_DATE, span, text, why);
	return false;
}

static bool read_date(const Binder *binder, const Field *field, Text text, Span span, void *target)
{
	(void)field;
	Date date = {0};
	switch (date_parse(text, &date)) {
	case DATE_OK: *(DateValue *)target = (DateValue){span, date}; return true;
	case DATE_SHAPE: diagnose(binder->diagnostics, NOT_A_DATE, span, text); return false;
	case DATE_CALENDAR: return report_no_such_date(binder, text, span);
	}
	return false;
}

static bool read_duration(const Binder *binder, const Field *field, Text text, Span span,
                          void *target)
{
	static const struct {
		Text word;
		int32_t months, days;
	} units[] = {{TEXT_INIT("år"), 12, 0},     {TEXT_INIT("månad"), 1, 0},
	             {TEXT_INIT("månader"), 1, 0}, {TEXT_INIT("dag"), 0, 1},
	             {TEXT_INIT("dagar"), 0, 1},   {TEXT_INIT("vecka"), 0, 7},
	             {TEXT_INIT("veckor"), 0, 7}};
	(void)field;
	size_t space = text_find(text, TEXT(" "), 0);
	int64_t number = 0;
	if (space != TEXT_NOWHERE && text_integer(text_cut(text, 0, space), &number) &&
	    number <= 10000) {
		Text word = text_trim(text_after(text, space));
		for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
			if (!text_equal(word, units[i].word))
				continue;
			Duration duration = {.months = units[i].months * (int32_t)number,
			                     .days = units[i].days * (int32_t)number};
			*(DurationValue *)target = (DurationValue){span, duration};
			return true;
		}
	}
	diagnose(binder->diagnostics, NOT_A_DURATION, span, text);
	return false;
}

static bool check_amount_per(const Binder *binder, const Field *field, Text text, Span span,
                             MoneyPer per)
{
	static const struct {
		Text meaning, suffix;
	} words[] = {
	        [MONEY_ONCE] = {TEXT_INIT("en gång"), TEXT_INIT("")},
	        [MONEY_PER_YEAR] = {TEXT_INIT("per år"), TEXT_INIT("/år")},
	        [MONEY_PER_MONTH] = {TEXT_INIT("per månad"), TEXT_INIT("/månad")},
	        [MONEY_PER_HOUR] = {TEXT_INIT("per timme"), TEXT_INIT("/timme")},
	};
	if (field->per == MONEY_ONCE || field->per == per)
		return true;
	/* An hour's value is per hour whether that is written or not. */
	if (field->per == MONEY_PER_HOUR && per == MONEY_ONCE)
		return true;
	Text remedy = field->example;
	if (per == MONEY_ONCE) {
		Text parts[] = {text, words[field->per].suffix};
		remedy = text_join(binder->arena, parts, 2);
	}
	diagnose(binder->diagnostics, AMOUNT_PER, span, text, words[field->per].meaning, remedy);
	return false;
}

static bool read_amount(const Binder *binder, const Field *field, Text text, Span span,
                        void *target)
{
	static const DiagnosticCode codes[] = {[MONEY_SHAPE] = NOT_AN_AMOUNT,
	                                       [MONEY_UNIT] = AMOUNT_WITHOUT_UNIT,
	                                       [MONEY_GROUPING] = AMOUNT_GROUPING,
	                                       [MONEY_TOO_BIG] = AMOUNT_TOO_BIG};
	Money money = 0;
	MoneyPer per = MONEY_ONCE;
	MoneyFault fault = money_parse(text, &money, &per);
	if (fault != MONEY_OK) {
		diagnose(binder->diagnostics, codes[fault], span, text);
		return false;
	}
	*(AmountValue *)target = (AmountValue){span, money, per};
	return check_amount_per(binder, field, text, span, per);
}

/* "18 000" and "18000" alike; spaces only between groups of three. */
static bool parse_grouped_integer(Arena *arena, Text text, int64_t *value)
{
	Buffer digits = buffer_new(arena, 32);
	size_t group = 0;
	bool grouped = false;
	for (size_t i = 0; i < text.length;) {
		uint32_t c = utf8_next(text, &i);
		if (c >= '0' && c <= '9') {
			buffer_put_codepoint(&digits, c);
			group++;
		} else if (c == ' ' || c == 0xA0 || c == 0x202F) {
			if (group == 0 || group > 3 || (grouped && group != 3))
				return false;
			grouped = true;
			group = 0;
		} else {
			return false;
		}
	}
	return (!grouped || group == 3) && !digits.full &&
	       text_integer(buffer_text(&digits), value);
}

static bool read_integer(const Binder *binder, const Field *field, Text text, Span span,
                         void *target)
{
	int64_t value = 0;
	if (!parse_grouped_integer(binder->arena, text, &value)) {
		diagnose(binder->diagnostics, NOT_AN_INTEGER, span, text,
		         field->example.length > 0 ? field->example : TEXT("12"));
		return false;
	}
	if (field->least != field->most && (value < field->least || value > field->most)) {
		diagnose(binder->diagnostics, INTEGER_RANGE, span, field->key,
		         number_text(binder, field->least), number_text(binder, field->most));
		return false;
	}
	*(IntegerValue *)target = (IntegerValue){span, value};
	return true;
}

static bool read_number(const Binder *binder, const Field *field, Text text, Span span,
                        void *target)
{
	Ratio ratio = {0};
	if (!ratio_parse(text, &ratio)) {
		diagnose(binder->diagnostics, NOT_A_NUMBER, span, text, field->example);
		return false;
	}
	*(NumberValue *)target = (NumberValue){span, ratio};
	return true;
}

/* "2,7 %", with any space before the sign or none. */
static bool read_share(const Binder *binder, const Field *field, Text text, Span span, void *target)
{
	Ratio ratio = {0};
	Text number = {0};
	if (text_ends(text, TEXT("%")))
		number = text_trim(text_cut(text, 0, text.length - 1));
	if (text_ends(number, TEXT("\xC2\xA0")))
		number = text_cut(number, 0, number.length - 2);
	if (!ratio_parse(number, &ratio) || !ratio_divide(ratio, (Ratio){100, 1}, &ratio)) {
		diagnose(binder->diagnostics, NOT_A_SHARE, span, text, field->example);
		return false;
	}
	*(ShareValue *)target = (ShareValue){span, ratio};
	return true;
}

static bool read_boolean(const Binder *binder, const Field *field, Text text, Span span,
                         void *target)
{
	(void)field;
	bool yes = text_equal(text, TEXT("ja"));
	if (!yes && !text_equal(text, TEXT("nej"))) {
		diagnose(binder->diagnostics, NOT_YES_OR_NO, span, text);
		return false;
	}
	*(BooleanValue *)target = (BooleanValue){span, yes};
	return true;
}

static bool read_choice(const Binder *binder, const Field *field, Text text, Span span,
                        void *target)
{
	const Choices *choices = field->choices;
	for (size_t i = 0; i < choices->count; i++) {
		if (text_equal(text, choices->words[i])) {
			*(ChoiceValue *)target = (ChoiceValue){span, (int)i};
			return true;
		}
	}
	Text near = suggest_nearest(text, choices->words, choices->count);
	if (near.length > 0) {
		diagnose(binder->diagnostics, NOT_A_CHOICE_NEAR, span, text, field->key, near);
		/* Taken for the word that was meant, so that no second fault follows from it. */
		for (int i = 0; i < (int)choices->count; i++)
			if (text_equal(near, choices->words[i]))
				((ChoiceValue *)target)->choice = i;
		return false;
	}
	diagnose(binder->diagnostics, NOT_A_CHOICE, span, text, field->key,
	         enumeration(binder->arena, choices->words, choices->count, TEXT(" eller ")));
	return false;
}

static bool read_organisation_number(const Binder *binder, const Field *field, Text text, Span span,
                                     void *target)
{
	static const DiagnosticCode codes[] = {[NUMBER_SHAPE] = NOT_A_NUMBER_OF_ORGANISATION,
	                                       [NUMBER_CHECK_DIGIT] = CHECK_DIGIT,
	                                       [NUMBER_PERSONAL] = PERSONAL_NUMBER};
	(void)field;
	Text number = {0};
	NumberFault fault = organisation_number_read(binder->arena, text, &number);
	if (fault != NUMBER_OK) {
		diagnose(binder->diagnostics, codes[fault], span, text);
		return false;
	}
	*(OrganisationNumber *)target = (OrganisationNumber){span, number};
	return true;
}

static const ScalarReader readers[FIELD_KINDS] = {
        [FIELD_TEXT] = read_text,
        [FIELD_PROSE] = read_prose,
        [FIELD_DATE] = read_date,
        [FIELD_DURATION] = read_duration,
        [FIELD_AMOUNT] = read_amount,
        [FIELD_INTEGER] = read_integer,
        [FIELD_SHARE] = read_share,
        [FIELD_NUMBER] = read_number,
        [FIELD_BOOLEAN] = read_boolean,
        [FIELD_CHOICE] = read_choice,
        [FIELD_ORGANISATION_NUMBER] = read_organisation_number,
};

bool bind_scalar(const Binder *binder, const Field *field, Text text, Span span, void *target)
{
	return readers[field->kind](binder, field, text, span, target);
}

/* Records, lists and maps. */

static Text shape_name(const YamlNode *node)
{
	static const Text names[] = {[YAML_SCALAR] = TEXT_INIT("en text"),
	                             [YAML_SEQUENCE] = TEXT_INIT("en lista"),
	                             [YAML_MAPPING] = TEXT_INIT("en grupp med nycklar")};
	return names[node->kind];
}

/* What to call a value whose field has no key of its own: an item of a list, or an entry of a map.
 */
static void report_shape(const Binder *binder, Text name, Text wanted, const YamlNode *node)
{
	diagnose(binder->diagnostics, WRONG_SHAPE, node->span, name, wanted, shape_name(node));
}

static bool is_empty(const YamlNode *node)
{
	return node->kind == YAML_SCALAR && text_trim(node->text).length == 0;
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
			/* An empty cell of a table keeps its place; an empty record is no record.
			 */
			if (is_empty(item) && field->record->count > 0)
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

static void bind_field(const Binder *binder, const Field *field, const YamlNode *node, Text name,
                       Span name_span, void *owner)
{
	void *member = (char *)owner + field->place;
	if (is_empty(node))
		return;
	if (field->kind == FIELD_RECORD) {
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

/* The field that a misspelt key was probably meant for: near in spelling, and not given itself. */
static const Field *misspelt_field(const Binder *binder, const Record *record,
                                   const YamlNode *mapping, const YamlEntry *entry)
{
	Text *free_keys = ARENA_ARRAY(binder->arena, Text, record->count + 1);
	size_t count = 0;
	for (size_t i = 0; i < record->count; i++)
		if (yaml_find(mapping, record->fields[i].key) == NULL)
			free_keys[count++] = record->fields[i].key;
	Text near = suggest_nearest(entry->key, free_keys, count);
	return near.length == 0 ? NULL : record_field(record, near);
}

static void bind_unknown_key(const Binder *binder, const Record *record, const YamlNode *mapping,
                             const YamlEntry *entry, void *target)
{
	const Field *meant = misspelt_field(binder, record, mapping, entry);
	bool has_rest = record->rest != NULL;
	if (meant != NULL && (!has_rest || shape_fits(meant, entry->value))) {
		diagnose(binder->diagnostics, UNKNOWN_KEY_NEAR, entry->key_span, entry->key,
		         record->name, meant->key);
		bind_field(binder, meant, entry->value, meant->key, entry->key_span, target);
		return;
	}
	if (has_rest) {
		ListValue *rest = (void *)((char *)target + record->rest->place);
		rest->span = mapping->span;
		if (!is_empty(entry->value))
			bind_entry(binder, record->rest, entry, rest);
		return;
	}
	Text *keys = ARENA_ARRAY(binder->arena, Text, record->count + 1);
	for (size_t i = 0; i < record->count; i++)
		keys[i] = record->fields[i].key;
	diagnose(binder->diagnostics, UNKNOWN_KEY, entry->key_span, entry->key, record->name,
	         enumeration(binder->arena, keys, record->count, TEXT(" och ")));
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
		report_shape(binder, called,
		             field_kind_name(record->count > 0           ? FIELD_RECORD
		                             : record->as_scalar != NULL ? record->as_scalar->kind
		                                                         : FIELD_LIST),
		             node);
}
