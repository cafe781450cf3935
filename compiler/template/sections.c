/* Sections: which are written, in what order, and with whose text. */
#include "template/expansion.h"

#include "model/fields.h"
#include "source/suggest.h"

/*
 * The template's sections come in the template's order. A case gives the text of a section by its
 * key, adds sections of its own (with a heading, after another section), leaves optional ones out,
 * and may name an order of its own. A section of the template is written when the case gives it
 * text, or when the template has standard text for it; one that needs text and gets none is an
 * error unless it is optional.
 */
typedef struct PlannedSection {
	Text key;
	const Mark *heading; /* in the template, or NULL for the case's own */
	const Mark *end;     /* where the template's next section begins */
	Text title;          /* the template's */
	bool optional;
	const Section *given; /* what the case says, or NULL */
	bool written;
	bool named; /* in the case's own order */
} PlannedSection;

typedef struct SectionPlan {
	PlannedSection *items;
	size_t count;
	size_t capacity;
} SectionPlan;

static PlannedSection *plan_find(const SectionPlan *plan, Text key)
{
	for (size_t i = 0; i < plan->count; i++)
		if (text_equal(plan->items[i].key, key))
			return &plan->items[i];
	return NULL;
}

/* Reading the template's sections. */

/* "Legalitet {legalitet, valfritt}": the title, the key, and whether it is optional. */
static void read_heading(Text text, PlannedSection *section)
{
	size_t open = text_find(text, TEXT("{"), 0);
	section->title = text_trim(text_cut(text, 0, open));
	Text inside = text_after(text, open == TEXT_NOWHERE ? text.length : open + 1);
	Text rest = text_cut(inside, 0, text_find(inside, TEXT("}"), 0)), word = {0};
	if (text_next(&rest, ',', &word))
		section->key = text_trim(word);
	while (text_next(&rest, ',', &word))
		section->optional =
		        section->optional || text_equal(text_trim(word), TEXT("valfritt"));
}

static bool is_section_heading(const Mark *mark)
{
	return mark->kind == MARK_HEADING && mark->level == 2 && mark->first != NULL;
}

static void read_template_sections(Expansion *x, const Mark *first, const Mark *end,
                                   SectionPlan *plan)
{
	for (const Mark *mark = first; mark != NULL && mark != end; mark = mark->next) {
		if (!is_section_heading(mark))
			continue;
		if (plan->count > 0)
			plan->items[plan->count - 1].end = mark;
		PlannedSection *section = ARENA_PUSH(x->scope.arena, plan);
		section->heading = mark;
		section->end = end;
		read_heading(mark->first->text, section);
	}
}

/* Whether the template's part has a directive that only the case's text can satisfy. */
static bool needs_text(const PlannedSection *section)
{
	for (const Mark *mark = section->heading->next; mark != NULL && mark != section->end;
	     mark = mark->next) {
		const Mark *alone = mark_alone(mark);
		if (alone != NULL && (text_equal(alone->text, TEXT("text")) ||
		                      text_equal(alone->text, TEXT("punkter"))))
			return true;
	}
	return false;
}

/* What the case says. */

static bool is_left_out(const DocumentPlan *plan, Text key)
{
	const TextItem *items = plan->left_out.items;
	for (size_t i = 0; i < plan->left_out.count; i++)
		if (text_equal(items[i].text.text, key))
			return true;
	return false;
}

static bool section_has_text(const Section *section)
{
	return VALUE_GIVEN(section->text) || VALUE_GIVEN(section->file) ||
	       section->points.count > 0;
}

/* Reports a section that the template does not have; returns the key that was probably meant. */
static Text report_unknown_section(Expansion *x, const SectionPlan *plan, Text key, Span span)
{
	Text *names = ARENA_ARRAY(x->scope.arena, Text, plan->count + record_document.count);
	size_t count = 0;
	for (size_t i = 0; i < plan->count; i++)
		names[count++] = plan->items[i].key;
	for (size_t i = 0; i < record_document.count; i++)
		names[count++] = record_document.fields[i].key;
	return suggest_report(x->diagnostics, &(UnknownName){.name = key,
	                                                     .span = span,
	                                                     .where = x->scope.plan->key.text,
	                                                     .names = names,
	                                                     .count = count,
	                                                     .near = SECTION_UNKNOWN_NEAR,
	                                                     .far = SECTION_UNKNOWN});
}

static void insert_after(Expansion *x, SectionPlan *plan, size_t index, PlannedSection section)
{
	*ARENA_PUSH(x->scope.arena, plan) = section;
	for (size_t i = plan->count - 1; i > index + 1; i--) {
		PlannedSection moved = plan->items[i - 1];
		plan->items[i - 1] = plan->items[i];
		plan->items[i] = moved;
	}
}

static PlannedSection *find_before(Expansion *x, SectionPlan *plan, const Section *section)
{
	const TextValue *after = &section->after;
	PlannedSection *before = plan_find(plan, after->text);
	if (before != NULL)
		return before;
	return plan_find(plan, report_unknown_section(x, plan, after->text, after->span));
}

/* Where a section of the case's own goes: behind the one it names, and behind those that already
 * follow it; at the end when it names none. */
static void add_own_section(Expansion *x, SectionPlan *plan, const Section *section)
{
	PlannedSection own = {.key = section->key.text, .given = section, .written = true};
	size_t index = plan->count == 0 ? 0 : plan->count - 1;
	PlannedSection *before =
	        section->after.text.length > 0 ? find_before(x, plan, section) : NULL;
	if (before != NULL) {
		index = (size_t)(before - plan->items);
		while (index + 1 < plan->count && plan->items[index + 1].heading == NULL &&
		       text_equal(plan->items[index + 1].given->after.text, section->after.text))
			index++;
	}
	insert_after(x, plan, index, own);
}

/* One fault, one report: a misspelt section counts as the one that was meant. */
static void accept_misspelt(Expansion *x, const SectionPlan *plan, const Section *section)
{
	Text near = report_unknown_section(x, plan, section->key.text, section->key.span);
	PlannedSection *meant = plan_find(plan, near);
	if (meant != NULL && meant->given == NULL)
		meant->given = section;
}

static void read_case_sections(Expansion *x, SectionPlan *plan)
{
	const Section *sections = x->scope.plan->sections.items;
	for (size_t i = 0; i < x->scope.plan->sections.count; i++) {
		const Section *section = &sections[i];
		PlannedSection *planned = plan_find(plan, section->key.text);
		if (planned != NULL)
			planned->given = section;
		else if (!VALUE_GIVEN(section->heading))
			accept_misspelt(x, plan, section);
		else if (!section_has_text(section))
			diagnose(x->diagnostics, SECTION_EMPTY, section->key.span,
			         section->key.text);
		else
			add_own_section(x, plan, section);
	}
}

/* Decisions. */

static void decide_written(Expansion *x, SectionPlan *plan)
{
	for (size_t i = 0; i < plan->count; i++) {
		PlannedSection *section = &plan->items[i];
		if (section->heading == NULL)
			continue;
		bool given = section->given != NULL && section_has_text(section->given);
		bool empty = needs_text(section) && !given;
		section->written =
		        !is_left_out(x->scope.plan, section->key) && !(section->optional && empty);
		if (empty && section->written) {
			Span place = section->given != NULL ? section->given->key.span
			                                    : x->scope.plan->key.span;
			diagnose(x->diagnostics, SECTION_MISSING, place, section->key,
			         x->scope.plan->key.text);
			section->written = false;
		}
	}
}

static void check_left_out(Expansion *x, const SectionPlan *plan)
{
	const TextItem *items = x->scope.plan->left_out.items;
	for (size_t i = 0; i < x->scope.plan->left_out.count; i++) {
		const PlannedSection *section = plan_find(plan, items[i].text.text);
		if (section == NULL)
			report_unknown_section(x, plan, items[i].text.text, items[i].text.span);
		else if (!section->optional)
			diagnose(x->diagnostics, SECTION_NOT_OPTIONAL, items[i].text.span,
			         items[i].text.text);
	}
}

/* The case's own order; sections that it does not name but that are written are reported. */
static SectionPlan reorder(Expansion *x, SectionPlan *plan)
{
	const ListValue *order = &x->scope.plan->order;
	const TextItem *items = order->items;
	if (order->count == 0)
		return *plan;
	SectionPlan ordered = {0};
	for (size_t i = 0; i < order->count; i++) {
		const TextValue *key = &items[i].text;
		PlannedSection *section = plan_find(plan, key->text);
		if (section == NULL && key->text.length > 0)
			section = plan_find(plan,
			                    report_unknown_section(x, plan, key->text, key->span));
		if (section != NULL && !section->named) {
			section->named = true;
			*ARENA_PUSH(x->scope.arena, &ordered) = *section;
		}
	}
	/* One of those that could not be read may be the one. */
	bool unsure = diagnostics_have_error(x->diagnostics, order->span);
	for (size_t i = 0; i < plan->count; i++)
		if (plan->items[i].written && !plan->items[i].named && !unsure)
			diagnose(x->diagnostics, SECTION_NOT_ORDERED, items[0].text.span,
			         plan->items[i].key);
	return ordered;
}

/* Writing. */

static void write_section(Expansion *x, const PlannedSection *section, Node *parent)
{
	const Section *given = section->given;
	Span place = section->heading != NULL ? section->heading->span : given->key.span;
	Node *node = document_add(x->document, parent, NODE_SECTION, place);
	Node *heading = document_add(x->document, node, NODE_HEADING, place);
	heading->as.heading.level = 2;
	x->heading_level = 2;
	bool own_heading = given != NULL && VALUE_GIVEN(given->heading);
	document_add_text(x->document, heading, own_heading ? given->heading.text : section->title,
	                  own_heading ? given->heading.span : place);
	x->in_section = true;
	x->section = given != NULL && section_has_text(given) ? given : NULL;
	x->section_key = section->key;
	if (section->heading != NULL)
		expand_blocks(x, section->heading->next, section->end, node);
	else
		expand_section_text(x, false, node);
	x->section = NULL;
	x->in_section = false;
}

void expand_sections(Expansion *x, const Mark *first, const Mark *end, Node *parent)
{
	SectionPlan plan = {0};
	read_template_sections(x, first, end, &plan);
	read_case_sections(x, &plan);
	check_left_out(x, &plan);
	decide_written(x, &plan);
	SectionPlan ordered = reorder(x, &plan);
	for (size_t i = 0; i < ordered.count; i++)
		if (ordered.items[i].written)
			write_section(x, &ordered.items[i], parent);
}
