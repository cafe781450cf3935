/* Keys: a chapter for each record of the field tables, a term for each of its keys. */
#include "manual/write.h"

#include "manual/sample.h"
#include "model/fields.h"
#include "template/template.h"

/* A record that has keys of its own is described once, where it is first met, and linked to from
 * wherever else it is used. */
typedef struct Chapter {
	const Record *record;
	Text title; /* "ekonomi › index", with a no-break space */
	Text id;    /* "nyckel-ekonomi-index" */
} Chapter;

typedef struct Keys {
	ManualWriting *w;
	Text prefix; /* of ids */
	Chapter *items;
	size_t count;
	size_t capacity;
} Keys;

static const Chapter *chapter_of(Keys *keys, const Record *record, Text title)
{
	for (size_t i = 0; i < keys->count; i++)
		if (keys->items[i].record == record)
			return &keys->items[i];
	Chapter *chapter = ARENA_PUSH(keys->w->arena, keys);
	*chapter = (Chapter){record, title, manual_id(keys->w->arena, keys->prefix, title)};
	return chapter;
}

static Text below(Arena *arena, Text title, Text key)
{
	return title.length > 0 ? join3(arena, title, TEXT("\xC2\xA0› "), key) : key;
}

/* ---- What a value may be ---- */

static void put_choices(ManualWriting *w, Node *out, const Choices *choices)
{
	for (size_t i = 0; i < choices->count; i++) {
		bool last = i + 1 == choices->count;
		put_text(w, out, i == 0 ? TEXT(" ") : last ? TEXT(" eller ") : TEXT(", "));
		put_inline_code(w, out, choices->words[i]);
	}
}

static void put_range(ManualWriting *w, Node *out, const Field *field)
{
	if (field->least == field->most)
		return;
	put_text(w, out, TEXT(" från "));
	put_text(w, out, number_text(w->arena, field->least));
	put_text(w, out, TEXT(" till "));
	put_text(w, out, number_text(w->arena, field->most));
	put_text(w, out, field->kind == FIELD_SHARE ? TEXT("\xC2\xA0%") : TEXT(""));
}

static void put_amount(ManualWriting *w, Node *out, const Field *field)
{
	static const Text per[] = {[MONEY_ONCE] = TEXT_INIT(""),
	                           [MONEY_PER_YEAR] = TEXT_INIT(" per år"),
	                           [MONEY_PER_MONTH] = TEXT_INIT(" per månad"),
	                           [MONEY_PER_HOUR] = TEXT_INIT(" per timme")};
	put_text(w, out, per[field->per]);
	if (field->least > 0)
		put_text(w, out, TEXT(" i hela kronor"));
}

/* The only form of a record that has no keys. */
static const Field *bare_form(const Record *record)
{
	if (record->count > 0 || record->rest != NULL)
		return NULL;
	return record->as_scalar != NULL ? record->as_scalar : record->as_sequence;
}

static void put_kind(ManualWriting *w, Node *out, const Field *field);

static void put_items(ManualWriting *w, Node *out, Text before, const Field *field)
{
	const Field *item = bare_form(field->record);
	if (item == NULL)
		return;
	put_text(w, out, before);
	put_kind(w, out, item);
}

static void put_kind(ManualWriting *w, Node *out, const Field *field)
{
	put_text(w, out, field_kind_name(field->kind));
	switch (field->kind) {
	case FIELD_CHOICE: put_choices(w, out, field->choices); break;
	case FIELD_AMOUNT: put_amount(w, out, field); break;
	case FIELD_INTEGER:
	case FIELD_SHARE: put_range(w, out, field); break;
	case FIELD_LIST:
		put_items(w, out, TEXT(" där varje post är "), field);
		put_text(w, out, field->list_of_one ? TEXT(", eller en enda") : TEXT(""));
		break;
	case FIELD_MAP:
		put_text(w, out, TEXT(" som du själv väljer namnen på"));
		put_items(w, out, TEXT(", var och en med "), field);
		break;
	case FIELD_RECORD:
	case FIELD_TEXT:
	case FIELD_PROSE:
	case FIELD_DATE:
	case FIELD_DURATION:
	case FIELD_NUMBER:
	case FIELD_BOOLEAN:
	case FIELD_ORGANISATION_NUMBER:
	case FIELD_KINDS: break;
	}
}

/* ---- One key ---- */

static bool wants_example(const Field *field)
{
	return field->example.length > 0 && !text_equal(field->example, TEXT("|")) &&
	       field->kind != FIELD_BOOLEAN && field->kind != FIELD_CHOICE;
}

static void put_form(ManualWriting *w, Node *out, const Field *field)
{
	put_text(w, out, TEXT("Skrivs som "));
	put_kind(w, out, field);
	if (wants_example(field)) {
		put_text(w, out, TEXT(", till exempel "));
		put_inline_code(w, out, field->example);
	}
	if (!wants_example(field) || !text_ends(field->example, TEXT(".")))
		put_text(w, out, TEXT("."));
}

static void put_key(Keys *keys, Node *terms, const Field *field, Text title)
{
	ManualWriting *w = keys->w;
	Text path = below(w->arena, title, field->key);
	const Record *record = field->record;
	const Chapter *chapter =
	        record != NULL && record->count > 0 ? chapter_of(keys, record, path) : NULL;
	Text id = manual_id(w->arena, keys->prefix, path);
	/* The id of a group is that of its chapter. */
	bool own = chapter == NULL || !text_equal(chapter->id, id);
	Node *out = write_term(w, terms, field->key, own ? id : (Text){0});
	if (field->about.length > 0) {
		put_text(w, out, field->about);
		put_break(w, out);
	}
	put_form(w, out, field);
	if (chapter != NULL) {
		put_text(w, out, TEXT(" Se "));
		put_link(w, out, chapter->title, chapter->id);
		put_text(w, out, TEXT("."));
	}
	if (field->required)
		put_text(w, out, TEXT(" Nyckeln måste finnas."));
	if (field->otherwise.length > 0) {
		put_text(w, out, TEXT(" Utan nyckeln gäller "));
		put_inline_code(w, out, field->otherwise);
		put_text(w, out, TEXT("."));
	}
}

/* ---- Records ---- */

static void put_short_form(ManualWriting *w, const Field *form)
{
	if (form == NULL)
		return;
	Node *line = write_line(w);
	put_text(w, line, TEXT("I stället för gruppen går det att skriva bara "));
	put_kind(w, line, form);
	put_text(w, line, TEXT(". Det gäller då som "));
	put_inline_code(w, line, form->key);
	put_text(w, line, TEXT("."));
}

static void put_introduction(ManualWriting *w, const Record *record, const Field *via)
{
	Node *line = write_line(w);
	put_text(w, line, via->about);
	if (via->kind == FIELD_LIST)
		put_text(w, line, TEXT(" Varje post i listan har de här nycklarna."));
	if (via->kind == FIELD_MAP && via->key.length > 0)
		put_text(w, line,
		         TEXT(" Varje post har ett namn som du väljer själv, och under det de här "
		              "nycklarna."));
	put_short_form(w, record->as_scalar);
	put_short_form(w, record->as_sequence);
}

static void put_sample(ManualWriting *w, const Sample *sample)
{
	enum { MOST_LINES = 14 };
	Text lines = sample_lines(w->arena, sample), rest = lines, line = {0};
	size_t count = 0;
	while (text_next(&rest, '\n', &line))
		count++;
	/* More would hide what they are to show. */
	if (lines.length == 0 || count > MOST_LINES)
		return;
	write_paragraph(w, TEXT("Så står det i exemplet:"));
	write_code(w, lines);
}

static void describe(Keys *keys, const Record *record, Text title, const Sample *sample);

/* The chapter of the record that a field leads to, unless it has been written or has no keys. */
static void describe_below(Keys *keys, const Field *field, Text title, const Sample *sample)
{
	ManualWriting *w = keys->w;
	const Chapter *chapter = chapter_of(keys, field->record, title);
	Text id = chapter->id;
	if (!text_equal(chapter->title, title))
		return;
	write_heading(w, 0, title, id);
	put_introduction(w, field->record, field);
	describe(keys, field->record, title, sample);
}

static void describe(Keys *keys, const Record *record, Text title, const Sample *sample)
{
	ManualWriting *w = keys->w;
	Node *terms = write_terms(w);
	for (size_t i = 0; i < record->count; i++)
		put_key(keys, terms, &record->fields[i], title);
	if (title.length > 0)
		put_sample(w, sample);
	for (size_t i = 0; i < record->count; i++) {
		const Field *field = &record->fields[i];
		Sample inner = sample_below(sample, field->key);
		if (field->record != NULL && field->record->count > 0)
			describe_below(keys, field, below(w->arena, title, field->key), &inner);
	}
}

static void describe_root(ManualWriting *w, Text prefix, const Record *record, const Field *rest,
                          Text rest_title, const Sample *sample)
{
	Keys keys = {.w = w, .prefix = prefix};
	describe(&keys, record, (Text){0}, sample);
	for (; rest != NULL; rest = rest->record->rest) {
		describe_below(&keys, rest, rest_title, &(Sample){0});
		rest_title = below(w->arena, rest_title, TEXT("avsnitt"));
	}
}

void manual_case_keys(ManualWriting *w)
{
	Sample sample = sample_of(w->arena, w->manual->example, w->request->diagnostics);
	describe_root(w, TEXT("nyckel-"), &record_agreement, record_agreement.rest,
	              TEXT("dokument"), &sample);
}

void manual_register_keys(ManualWriting *w)
{
	describe_root(w, TEXT("nyckel-register-"), &record_register, NULL, (Text){0}, &(Sample){0});
}

void manual_template_keys(ManualWriting *w)
{
	describe_root(w, TEXT("nyckel-mall-"), &record_template_head, NULL, (Text){0},
	              &(Sample){0});
}

void manual_words_keys(ManualWriting *w)
{
	describe_root(w, TEXT("nyckel-tabellord-"), &record_table_words, NULL, (Text){0},
	              &(Sample){0});
}
