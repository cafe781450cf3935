/* Template: reading front matter, the Markdown behind it, and the tables' words. */
#include "template/template.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "model/bind.h"
#include "model/fields.h"
#include "template/companion.h"
#include "yaml/reader.h"

static const Text formats[] = {TEXT_INIT("dokument"), TEXT_INIT("text")};
static const Choices format_choices = CHOICES(formats);

static const Field head_fields[] = {
        {FIELD(TemplateHead, key, "nyckel"), .required = true,
         FIELD_ABOUT("Vad ett ärende kallar dokumentet.", "överenskommelse")},
        {FIELD(TemplateHead, type, "benämning"), .required = true,
         FIELD_ABOUT("Dokumenttypens namn i sidhuvudet.", "Överenskommelse")},
        {FIELD(TemplateHead, notes, "noter"),
         FIELD_ABOUT("Rubriken över fotnoterna på webbsidan.", "Noter")},
        {FIELD(TemplateHead, format, "format"), .choices = &format_choices,
         FIELD_ABOUT(
                 "Vad mallen blir. En text är inget eget dokument, utan ren text att klistra in, "
                 "som görs tillsammans med varje dokument vars beslutspunkter den visar.",
                 "text"),
         FIELD_OTHERWISE("dokument")},
        {FIELD(TemplateHead, manual, "handbok"),
         FIELD_ABOUT("Om mallen handlar om programmet och inte om ärendet. Då visas kod ordagrant, "
                     "och sidhuvudet har inga uppgifter ur ärendet.",
                     "ja"),
         FIELD_OTHERWISE("nej")},
        {FIELD(TemplateHead, needs, "behöver"), .record = &record_text,
         FIELD_ABOUT("De delar av ärendet som dokumentet bygger på. De står i en ny ärendefil.",
                     "[parter, period, ekonomi]")},
};
const Record record_template_head = {.name = TEXT_INIT("mallens huvud"),
                                     .size = sizeof(TemplateHead),
                                     RECORD_FIELDS(head_fields)};

static const Field words_fields[] = {
        {FIELD(TableWords, caption, "rubrik"),
         FIELD_ABOUT("Tabellens rubrik.", "Finansiering per år")},
        {FIELD(TableWords, columns, "kolumner"), .required = true, .record = &record_text,
         FIELD_ABOUT("Kolumnernas rubriker.", "[Part, Kronor per år]")},
        {FIELD(TableWords, rows, "rader"), .record = &record_text,
         FIELD_ABOUT("De fasta orden i raderna.", "[Summa]")},
};
const Record record_table_words = {.name = TEXT_INIT("tabellen"),
                                   .size = sizeof(TableWords),
                                   .keyed = true,
                                   RECORD_FIELDS(words_fields)};

static const Field set_words = {FIELD_MAPPED(TemplateSet, words, ""),
                                .record = &record_table_words};

/* The byte after the line "---" that ends the front matter, and in `*yaml_end` that line's first;
 * 0 when there is no front matter. */
static size_t front_matter_end(Text bytes, size_t *yaml_end)
{
	static const Text fence = TEXT_INIT("---\n");
	if (!text_starts(bytes, fence))
		return 0;
	size_t at = text_find(bytes, TEXT("\n---\n"), fence.length - 1);
	if (at == TEXT_NOWHERE)
		return 0;
	*yaml_end = at + 1;
	return at + 1 + fence.length;
}

static void check_key(const Template *template, const TemplateSet *set, Diagnostics *diagnostics)
{
	const TextValue *key = &template->head.key;
	const Template *same = template_find(set, key->text);
	if (same == NULL)
		same = companion_find(set, key->text);
	if (key->text.length == 0 || same == NULL)
		return;
	diagnose(diagnostics, TEMPLATE_TWICE, key->span, key->text);
	diagnostic_note(diagnostics, TEMPLATE_FIRST, same->head.key.span);
}

void template_read(Arena *arena, const Source *source, Text file, TemplateSet *set,
                   Diagnostics *diagnostics)
{
	size_t yaml_end = 0;
	size_t body = front_matter_end(source->bytes, &yaml_end);
	Source *head = ARENA_NEW(arena, Source);
	*head = *source;
	head->bytes = text_cut(source->bytes, 0, yaml_end);
	const YamlNode *root = yaml_end > 0 ? yaml_read(arena, head, diagnostics) : NULL;
	Template template = {.file = file};
	if (root != NULL)
		bind_record(&(Binder){.arena = arena, .diagnostics = diagnostics},
		            &record_template_head, root, root->span, &template.head);
	else if (yaml_end == 0)
		diagnose(diagnostics, MISSING_KEY, span_of(source, 0, 0), TEXT("nyckel"),
		         record_template_head.name, file);
	check_key(&template, set, diagnostics);
	template.marks = marks_parse(
	        arena, text_after(source->bytes, body), span_of(source, body, source->bytes.length),
	        template.head.manual.value ? MARKS_WITH_CODE : MARKS_WITHOUT_CODE, diagnostics);
	if (template.head.format.choice == TEMPLATE_TEXT)
		*ARENA_PUSH(arena, &set->companions) = template;
	else
		*ARENA_PUSH(arena, set) = template;
}

void template_block_read(Arena *arena, const Source *source, Text name, TemplateSet *set,
                         Diagnostics *diagnostics)
{
	static const Mark nothing = {.kind = MARK_ROOT};
	TextBlock *block = ARENA_PUSH(arena, &set->blocks);
	*block = (TextBlock){name, source, &nothing};
	if (source != NULL)
		block->marks =
		        marks_parse(arena, source->bytes, span_of(source, 0, source->bytes.length),
		                    MARKS_WITHOUT_CODE, diagnostics);
}

void template_words_read(Arena *arena, const Source *source, TemplateSet *set,
                         Diagnostics *diagnostics)
{
	static const Record record_set = {.name = TEXT_INIT("tabeller.yaml"),
	                                  .size = sizeof(TemplateSet),
	                                  .rest = &set_words};
	const YamlNode *root = yaml_read(arena, source, diagnostics);
	if (root == NULL)
		return;
	set->span = root->span;
	bind_record(&(Binder){.arena = arena, .diagnostics = diagnostics}, &record_set, root,
	            root->span, set);
}

const Template *template_find(const TemplateSet *set, Text key)
{
	for (size_t i = 0; i < set->count; i++)
		if (text_equal(set->items[i].head.key.text, key))
			return &set->items[i];
	return NULL;
}

const TextBlock *template_block(const TemplateSet *set, Arena *arena, Text name)
{
	Text file = utf8_ascii_folded(arena, name);
	for (size_t i = 0; i < set->blocks.count; i++)
		if (text_equal(set->blocks.items[i].name, file))
			return &set->blocks.items[i];
	return NULL;
}

const TableWords *template_words(const TemplateSet *set, Text table)
{
	const TableWords *words = set->words.items;
	for (size_t i = 0; i < set->words.count; i++)
		if (text_equal(words[i].key.text, table))
			return &words[i];
	return NULL;
}

Text template_words_needed(Arena *arena, const TableKind *kind)
{
	Buffer need = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put_integer(&need, (int64_t)kind->headings);
	buffer_put(&need, TEXT(" kolumnrubriker"));
	if (kind->words > 0) {
		buffer_put(&need, TEXT(" och "));
		buffer_put_integer(&need, (int64_t)kind->words);
		buffer_put(&need, TEXT(" ord för raderna"));
	}
	return buffer_text(&need);
}

bool template_words_suffice(const TableWords *words, const TableKind *kind)
{
	return words->columns.count == kind->headings && words->rows.count >= kind->words;
}
