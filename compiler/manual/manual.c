/* Manual: the list of subjects, and those that are short. */
#include "manual/manual.h"

#include "base/buffer.h"
#include "base/swedish.h"
#include "manual/sample.h"
#include "manual/write.h"
#include "model/fields.h"
#include "template/directive.h"
#include "template/style.h"

/* ---- Tables of texts ---- */

static Node *text_table(ManualWriting *w, const Text *headings, size_t count)
{
	Node *table = document_add(w->document, w->parent, NODE_TABLE, (Span){0});
	Node *head = document_add(w->document, table, NODE_TABLE_HEAD, (Span){0});
	Node *row = document_add(w->document, head, NODE_ROW, (Span){0});
	for (size_t i = 0; i < count; i++)
		document_add_with_text(w->document, row, NODE_HEADER_CELL, headings[i], (Span){0});
	return document_add(w->document, table, NODE_TABLE_BODY, (Span){0});
}

/* A new row, and its first cell to be filled. */
static Node *row_new(ManualWriting *w, Node *body, Node **row)
{
	*row = document_add(w->document, body, NODE_ROW, (Span){0});
	Node *cell = document_add(w->document, *row, NODE_HEADER_CELL, (Span){0});
	cell->as.cell.scope = SCOPE_ROW;
	return cell;
}

static Node *cell_new(ManualWriting *w, Node *row)
{
	return document_add(w->document, row, NODE_CELL, (Span){0});
}

/* ---- Subjects ---- */

static void put_names(ManualWriting *w, Node *cell, Text name)
{
	if (cell->first != NULL)
		put_text(w, cell, TEXT(", "));
	put_inline_code(w, cell, name);
}

/* A row of keys that are about the same thing. Of several groups with the same keys, such as those
 * of headings, the keys are named once. */
static void put_layout_row(ManualWriting *w, Node *body, size_t first, size_t end)
{
	Node *row = NULL;
	Node *groups = row_new(w, body, &row), *keys = cell_new(w, row);
	StyleKey begun = style_key(first);
	for (size_t i = first; i < end; i++) {
		StyleKey key = style_key(i);
		if (i == first || !text_equal(style_key(i - 1).group, key.group))
			put_names(w, groups, key.group);
		if (text_equal(key.group, begun.group))
			put_names(w, keys, key.key);
	}
	put_text(w, cell_new(w, row), begun.about);
	Node *form = cell_new(w, row);
	put_text(w, form, begun.kind);
	put_text(w, form, TEXT(", "));
	put_inline_code(w, form, begun.example);
}

void manual_layout_keys(ManualWriting *w)
{
	static const Text headings[] = {TEXT_INIT("Grupp"), TEXT_INIT("Nycklar"),
	                                TEXT_INIT("Vad de gäller"), TEXT_INIT("Skrivs som")};
	Node *body = text_table(w, headings, sizeof headings / sizeof headings[0]);
	size_t first = 0;
	for (size_t i = 1; i <= style_key_count(); i++) {
		if (i < style_key_count() && text_equal(style_key(i).about, style_key(first).about))
			continue;
		put_layout_row(w, body, first, i);
		first = i;
	}
}

void manual_directives(ManualWriting *w)
{
	Node *terms = write_terms(w);
	for (size_t i = 0; i < DIRECTIVES; i++) {
		const Directive *facts = directive_at(i);
		Node *out = write_term(w, terms, in_braces(w->arena, facts->word),
		                       manual_id(w->arena, TEXT("instruktion-"), facts->word));
		put_text(w, out, facts->about);
		put_text(w, out,
		         (facts->where & IN_CASES) != 0
		                 ? TEXT(" Får stå i mallar och i ärendets texter")
		                 : TEXT(" Får stå i mallar"));
		put_text(w, out,
		         (facts->where & INLINE) != 0 ? TEXT(", också mitt i en rad.")
		                                      : TEXT(", ensam på sin rad."));
		if (facts->closing.length > 0) {
			put_text(w, out, TEXT(" Avslutas med "));
			put_inline_code(w, out, in_braces(w->arena, facts->closing));
			put_text(w, out, TEXT("."));
		}
		if (facts->example.length == 0)
			continue;
		put_break(w, out);
		put_text(w, out, TEXT("Exempel: "));
		put_inline_code(w, out, facts->example);
	}
}

void manual_writing_rules(ManualWriting *w)
{
	static const Text headings[] = {TEXT_INIT("Skrivregel"), TEXT_INIT("Väger"),
	                                TEXT_INIT("Vad den begär")};
	Node *body = text_table(w, headings, sizeof headings / sizeof headings[0]);
	for (size_t i = 0; i < record_weights.count; i++) {
		const Field *rule = &record_weights.fields[i];
		Node *row = NULL;
		put_inline_code(w, row_new(w, body, &row), rule->key);
		put_text(w, cell_new(w, row), rule->otherwise);
		put_text(w, cell_new(w, row), rule->about);
	}
}

void manual_limits(ManualWriting *w)
{
	static const struct {
		int64_t value;
		Text what;
	} limits[] = {
#define LIMIT(name, value, why, what) {(value), TEXT_INIT(what)},
#include "base/limits.def"
#undef LIMIT
	};
	static const Text headings[] = {TEXT_INIT("Gräns"), TEXT_INIT("Gäller")};
	Node *body = text_table(w, headings, 2);
	body->parent->first->first->first->as.cell.align = ALIGN_END;
	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
		Node *row = NULL;
		Node *cell = row_new(w, body, &row);
		cell->as.cell.align = ALIGN_END;
		put_text(w, cell, number_text(w->arena, limits[i].value));
		put_text(w, cell_new(w, row), limits[i].what);
	}
}

void manual_commands(ManualWriting *w)
{
	write_code(w, w->manual->help);
}

void manual_example(ManualWriting *w)
{
	write_code(w, w->manual->example->bytes);
}

static const struct {
	Text name;
	void (*write)(ManualWriting *w);
} subjects[] = {
        {TEXT_INIT("ärende"), manual_case_keys},
        {TEXT_INIT("register"), manual_register_keys},
        {TEXT_INIT("värden"), manual_values},
        {TEXT_INIT("härledda värden"), manual_derived_values},
        {TEXT_INIT("enheter"), manual_units},
        {TEXT_INIT("tabeller"), manual_tables},
        {TEXT_INIT("instruktioner"), manual_directives},
        {TEXT_INIT("mallhuvud"), manual_template_keys},
        {TEXT_INIT("tabellord"), manual_words_keys},
        {TEXT_INIT("layout"), manual_layout_keys},
        {TEXT_INIT("meddelanden"), manual_messages},
        {TEXT_INIT("skrivregler"), manual_writing_rules},
        {TEXT_INIT("gränser"), manual_limits},
        {TEXT_INIT("kommandon"), manual_commands},
        {TEXT_INIT("exempel"), manual_example},
};

enum { SUBJECTS = sizeof subjects / sizeof subjects[0] };

static void report_unknown(const ReferenceRequest *request)
{
	Text names[SUBJECTS];
	for (size_t i = 0; i < SUBJECTS; i++)
		names[i] = subjects[i].name;
	diagnose(request->diagnostics, UNKNOWN_REFERENCE_PART, request->place, request->subject,
	         swedish_list(request->scope->arena, names, SUBJECTS));
}

/* "exempel ekonomi.index": what stands under one of the example's keys. */
static bool write_example_of(ManualWriting *w, Text path)
{
	Sample sample = sample_of(w->arena, w->manual->example, w->request->diagnostics);
	Text key = {0};
	while (text_next(&path, '.', &key))
		sample = sample_below(&sample, key);
	if (sample.entry != NULL)
		write_code(w, sample_lines(w->arena, &sample));
	return sample.entry != NULL;
}

/* "meddelande E047 agreements/a.yaml:2:1". */
static bool write_message_of(ManualWriting *w, Text name)
{
	size_t space = text_find(name, TEXT(" "), 0);
	return manual_message_line(w, text_trim(text_after(name, space)), text_cut(name, 0, space));
}

/* Subjects that something follows. */
static const struct {
	Text word;
	bool (*write)(ManualWriting *w, Text rest);
} openings[] = {{TEXT_INIT("exempel "), write_example_of},
                {TEXT_INIT("meddelande "), write_message_of}};

static bool write_subject(ManualWriting *w, Text subject)
{
	for (size_t i = 0; i < SUBJECTS; i++) {
		if (!text_equal(subjects[i].name, subject))
			continue;
		subjects[i].write(w);
		return true;
	}
	for (size_t i = 0; i < sizeof openings / sizeof openings[0]; i++)
		if (text_starts(subject, openings[i].word))
			return openings[i].write(w, text_after(subject, openings[i].word.length));
	return false;
}

void manual_reference(void *context, const ReferenceRequest *request)
{
	ManualWriting w = {.manual = context,
	                   .request = request,
	                   .arena = request->scope->arena,
	                   .document = request->document,
	                   .parent = request->parent,
	                   .level = request->level};
	if (!write_subject(&w, request->subject))
		report_unknown(request);
}
