/* Skeleton: writing a new case from the field table, the register and the templates. */
#include "template/skeleton.h"

#include "base/limits.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "model/fields.h"
#include "template/outline.h"
#include "yaml/reader.h"

enum { WIDTH = 92, STEP = 2, MOST_NAMES = 8 };

typedef struct Skeleton {
	const SkeletonRequest *request;
	Arena *arena;
	Buffer *out;
	size_t indent;
	/* Fields that have been explained: a sentence stands once in the file. */
	const Field **items;
	size_t count;
	size_t capacity;
} Skeleton;

/* Lines. */

static void put_line(Skeleton *s, Text text)
{
	buffer_put_repeated(s->out, ' ', text.length > 0 ? s->indent : 0);
	buffer_put(s->out, text);
	buffer_put_byte(s->out, '\n');
}

static size_t width(Text text)
{
	size_t columns = 0;
	for (size_t at = 0; at < text.length;)
		columns += utf8_width(utf8_next(text, &at));
	return columns;
}

/* Words after "# ", on as many lines as they need. */
static void put_comment(Skeleton *s, Text text)
{
	Text rest = text, word = {0};
	size_t column = 0;
	while (text_next(&rest, ' ', &word)) {
		size_t columns = width(word);
		if (column > 0 && column + 1 + columns > WIDTH) {
			buffer_put_byte(s->out, '\n');
			column = 0;
		}
		if (column == 0) {
			buffer_put_repeated(s->out, ' ', s->indent);
			buffer_put_byte(s->out, '#');
			column = s->indent + 1;
		}
		buffer_put_byte(s->out, ' ');
		buffer_put(s->out, word);
		column += 1 + columns;
	}
	buffer_put(s->out, column > 0 ? TEXT("\n") : TEXT(""));
}

static Text joined(Skeleton *s, Text a, Text b, Text c)
{
	return text_join(s->arena, (Text[]){a, b, c}, 3);
}

/* What is said of a field. */

static bool is_said(Skeleton *s, const Field *field)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->items[i] == field)
			return true;
	*ARENA_PUSH(s->arena, s) = field;
	return false;
}

/* "a, b eller c" */
static Text alternatives(Skeleton *s, const Text *words, size_t count)
{
	Buffer list = buffer_new(s->arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buffer_put(&list, i + 1 < count ? TEXT(", ") : TEXT(" eller "));
		buffer_put(&list, words[i]);
	}
	return buffer_text(&list);
}

/* The keys of a group of the register; none when they are too many for a comment. */
static Text names_in_register(Skeleton *s, Text group)
{
	const Field *field = record_field(&record_register, group);
	Text names[MOST_NAMES];
	if (field == NULL)
		return (Text){0};
	const ListValue *list = field_member(field, s->request->shared);
	const char *items = list->items;
	for (size_t i = 0; i < list->count && list->count <= MOST_NAMES; i++)
		names[i] = ((const Key *)(const void *)(items + field->record->size * i))->text;
	return list->count <= MOST_NAMES ? swedish_list(s->arena, names, list->count) : (Text){0};
}

/* Groups explain themselves by what stands in them; their examples would say it all again. */
static bool shows_example(const Field *field)
{
	bool group = field->kind == FIELD_RECORD || field->kind == FIELD_MAP;
	return !group && field->sketch.length == 0 && field->example.length > 0 &&
	       !text_starts(field->example, TEXT("- "));
}

/* The sentence, and what may be written; in front of it the key where several keys share a place.
 */
static void put_about_of(Skeleton *s, Text before, const Field *field, bool with_example)
{
	Text names = names_in_register(s, field->named_in);
	Text after = {0};
	if (is_said(s, field))
		return;
	if (field->choices != NULL)
		after = joined(s, TEXT(" Välj "),
		               alternatives(s, field->choices->words, field->choices->count),
		               TEXT("."));
	else if (names.length > 0)
		after = joined(s, TEXT(" Registret har "), names, TEXT("."));
	else if (with_example && shows_example(field))
		after = joined(s, TEXT(" Till exempel: "), field->example, (Text){0});
	put_comment(s, joined(s, before, field->about, after));
}

static void put_about(Skeleton *s, const Field *field, bool with_example)
{
	put_about_of(s, (Text){0}, field, with_example);
}

/* Keys with what they begin with. */

static void put_node(Skeleton *s, const Record *record, const YamlNode *node);

static const YamlNode *parse_sketch(Skeleton *s, Text sketch)
{
	Diagnostics diagnostics = {.arena = s->arena};
	const Source *source =
	        source_open(s->arena, (Text){0}, sketch, LIMIT_SOURCE_BYTES, &diagnostics);
	return source != NULL ? yaml_read(s->arena, source, &diagnostics) : NULL;
}

/* "key:", and its value on the same line or on those below. */
static void put_key(Skeleton *s, Text key, const Record *record, const YamlNode *value)
{
	bool plain = value == NULL || value->kind == YAML_SCALAR;
	bool given = plain && value != NULL && value->text.length > 0;
	put_line(s,
	         joined(s, key, given ? TEXT(": ") : TEXT(":"), given ? value->text : (Text){0}));
	s->indent += STEP;
	if (!plain)
		put_node(s, record, value);
	s->indent -= STEP;
}

/* The first key of an item stands after its dash, so comments come before the whole item. */
static void put_item(Skeleton *s, const Record *record, const YamlNode *item)
{
	for (size_t i = 0; i < item->count; i++) {
		const YamlEntry *entry = &item->entries[i];
		const Field *field = record_field(record, entry->key);
		bool given = entry->value->text.length > 0;
		if (field != NULL)
			put_about_of(s, joined(s, entry->key, TEXT(": "), (Text){0}), field,
			             !given);
	}
	size_t start = s->out->length + s->indent;
	s->indent += STEP;
	for (size_t i = 0; i < item->count; i++)
		put_key(s, item->entries[i].key, NULL, item->entries[i].value);
	s->indent -= STEP;
	s->out->bytes[start] = '-';
}

static void put_node(Skeleton *s, const Record *record, const YamlNode *node)
{
	for (size_t i = 0; i < node->count; i++) {
		const YamlEntry *entry = &node->entries[i];
		if (node->kind == YAML_SEQUENCE) {
			put_item(s, record, entry->value);
			continue;
		}
		const Field *field = record_field(record, entry->key);
		if (field != NULL)
			put_about(s, field, true);
		put_key(s, entry->key, field != NULL ? field->record : record, entry->value);
	}
}

static void put_group(Skeleton *s, const Record *record);

static void put_field(Skeleton *s, const Field *field)
{
	bool texts = field->kind == FIELD_LIST && field->record->as_scalar != NULL;
	put_about(s, field, true);
	if (field->sketch.length > 0) {
		put_key(s, field->key, field->record, parse_sketch(s, field->sketch));
		return;
	}
	put_key(s, field->key, NULL, NULL);
	s->indent += STEP;
	if (texts && !field->list_of_one)
		put_line(s, TEXT("- "));
	if (field->kind == FIELD_RECORD)
		put_group(s, field->record);
	s->indent -= STEP;
}

/* Commented out: the sign goes away, and the key is there. */
static void put_hint(Skeleton *s, const Field *field)
{
	Text value = field->sketch.length > 0 ? field->sketch : field->example;
	Text key = joined(s, TEXT("#"), field->key, TEXT(":"));
	put_about(s, field, false);
	if (text_starts(value, TEXT("- "))) {
		put_line(s, key);
		put_line(s, joined(s, TEXT("#  "), value, (Text){0}));
	} else {
		put_line(s, joined(s, key, TEXT(" "), value));
	}
}

static void put_group(Skeleton *s, const Record *record)
{
	bool first = true;
	for (int hints = 0; hints < 2; hints++) {
		for (size_t i = 0; i < record->count; i++) {
			const Field *field = &record->fields[i];
			bool key = field->required || field->starter == STARTER_KEY;
			if (hints == 0 ? !key : key || field->starter != STARTER_HINT)
				continue;
			if (!first)
				put_line(s, (Text){0});
			first = false;
			if (key)
				put_field(s, field);
			else
				put_hint(s, field);
		}
	}
}

/* Documents. */

/* Whether a mark or one below it shows a document's own key: {{lista underlag}},
 * {{dokument.rubrik}}, {{#varje dokument.undertecknare som person}}. */
static bool mentions(Skeleton *s, const Mark *mark, const Field *field)
{
	Text list = joined(s, TEXT("lista "), field->key, (Text){0});
	Text member = joined(s, TEXT("dokument."), field->key, (Text){0});
	if (mark->kind == MARK_PLACEHOLDER)
		return text_equal(mark->text, list) ||
		       text_find(mark->text, member, 0) != TEXT_NOWHERE;
	for (const Mark *child = mark->first; child != NULL; child = child->next)
		if (mentions(s, child, field))
			return true;
	return false;
}

static bool mentioned(Skeleton *s, const Mark *first, const Mark *end, const Field *field)
{
	for (const Mark *mark = first; mark != NULL && mark != end; mark = mark->next)
		if (mentions(s, mark, field))
			return true;
	return false;
}

/* The document's own keys that are shown between two marks, of those not written before. */
static void put_own_keys(Skeleton *s, const Mark *first, const Mark *end, Starter starter,
                         bool *written)
{
	for (size_t i = 0; i < record_document.count; i++) {
		const Field *field = &record_document.fields[i];
		if (written[i] || field->starter != starter || !mentioned(s, first, end, field))
			continue;
		written[i] = true;
		put_line(s, (Text){0});
		if (starter == STARTER_KEY)
			put_field(s, field);
		else
			put_hint(s, field);
	}
}

static void put_section(Skeleton *s, const SectionOutline *section)
{
	bool waits = section->otherwise.length == 0 && !section->optional;
	Text block = TEXT("block ");
	if (!text_equal(section->title, utf8_capitalised(s->arena, section->key)))
		put_comment(s, section->title);
	put_comment(s, section->guidance);
	if (text_starts(section->otherwise, block))
		put_comment(s, joined(s, TEXT("Utan egen text skrivs mallens textblock ”"),
		                      text_after(section->otherwise, block.length), TEXT("”.")));
	else if (section->otherwise.length > 0)
		put_comment(s, joined(s, TEXT("Utan egen text skrivs: "), section->otherwise,
		                      (Text){0}));
	else if (section->optional)
		put_comment(s, TEXT("Avsnittet är valfritt."));
	put_line(s, joined(s, waits ? TEXT("") : TEXT("#"), section->key,
	                   section->points ? TEXT(":") : TEXT(": |")));
	if (section->points) {
		s->indent += STEP;
		put_line(s, TEXT("- "));
		s->indent -= STEP;
	}
}

static void put_document(Skeleton *s, const Template *template)
{
	Outline outline = outline_of_template(s->arena, template->marks);
	bool *written = ARENA_ARRAY(s->arena, bool, record_document.count + 1);
	put_line(s, (Text){0});
	put_line(s, (Text){0});
	put_comment(s, template->head.type.text);
	put_comment(
	        s, TEXT("Texten i ett avsnitt skrivs på raderna under nyckeln, med fyra mellanslag "
	                "före. Tecknet | står kvar."));
	put_line(s, joined(s, template->head.key.text, TEXT(":"), (Text){0}));
	s->indent += STEP;
	for (size_t i = 0; i < outline.count; i++) {
		const SectionOutline *section = &outline.items[i];
		if (section->takes_text) {
			if (i > 0)
				put_line(s, (Text){0});
			put_section(s, section);
		}
		put_own_keys(s, section->heading, section->end, STARTER_KEY, written);
	}
	put_own_keys(s, template->marks->first, NULL, STARTER_KEY, written);
	/* What can be added concerns what the document is made from. */
	if (template->head.needs.count > 0)
		put_own_keys(s, template->marks->first, NULL, STARTER_HINT, written);
	s->indent -= STEP;
}

/* The whole. */

static Text document_names(Skeleton *s)
{
	const SkeletonRequest *request = s->request;
	Text *names = ARENA_ARRAY(s->arena, Text, request->document_count + 1);
	for (size_t i = 0; i < request->document_count; i++)
		names[i] = request->documents[i]->head.key.text;
	return utf8_capitalised(s->arena, swedish_list(s->arena, names, request->document_count));
}

static void put_head(Skeleton *s)
{
	put_line(s, TEXT("# yaml-language-server: $schema=../out/schema.json"));
	put_comment(s, joined(s, document_names(s), TEXT("."), (Text){0}));
	put_line(s, TEXT("#"));
	put_comment(
	        s, TEXT("Fyll i det som är tomt, uppifrån och ned. Behövs en rad inte, ta bort "
	                "den. Kör "
	                "make när som helst: det som saknas står i dokumenten som [saknas: datum], "
	                "så länge status är utkast."));
	put_line(s, TEXT("#"));
	put_comment(s,
	            TEXT("En rad som börjar med # är en förklaring. Står det en nyckel tätt efter "
	                 "tecknet, som i #förvaltning, tar du bort # för att använda den."));
	put_line(s, TEXT("#"));
	put_comment(s, TEXT("Det här kommandot visar vad som är kvar att fylla i:"));
	put_line(s, joined(s, TEXT("#     overens check --missing "), s->request->path, (Text){0}));
	put_comment(s, TEXT("När inget är kvar ändrar du status till förslag."));
}

static bool is_needed(const SkeletonRequest *request, const Field *field)
{
	for (size_t i = 0; i < request->document_count; i++) {
		const ListValue *needs = &request->documents[i]->head.needs;
		const TextItem *items = needs->items;
		for (size_t k = 0; k < needs->count; k++)
			if (text_equal(items[k].text.text, field->key))
				return true;
	}
	return field->required;
}

void skeleton_write(const SkeletonRequest *request, Buffer *out)
{
	Skeleton s = {.request = request, .arena = request->arena, .out = out};
	put_head(&s);
	for (size_t i = 0; i < record_agreement.count; i++) {
		const Field *field = &record_agreement.fields[i];
		if (field->starter != STARTER_KEY || !is_needed(request, field))
			continue;
		put_line(&s, (Text){0});
		put_line(&s, (Text){0});
		put_field(&s, field);
	}
	for (size_t i = 0; i < request->document_count; i++)
		put_document(&s, request->documents[i]);
	put_line(&s, (Text){0});
	put_line(&s, (Text){0});
	put_comment(
	        &s,
	        TEXT("Ett ärende kan ha fler nycklar, egna avsnitt, tabeller och fotnoter. Allt "
	             "står i handboken, out/manual."));
}
