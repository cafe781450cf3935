/* Sections: which are written, in what order, and with whose text. */
#include "template/expansion.h"

#include "model/fields.h"
#include "model/gaps.h"
#include "source/suggest.h"
#include "template/outline.h"

/*
 * The template's sections come in the template's order. A case gives the text of a section by its
 * key, adds sections of its own (with a heading, after another section), leaves optional ones out,
 * and may name an order of its own. A section of the template is written when the case gives it
 * text, or when the template has standard text for it; one that needs text and gets none is an
 * error unless it is optional.
 */
typedef struct PlannedSection {
	SectionOutline is;    /* the template's; the case's own has nothing but a key */
	const Section *given; /* what the case says, or NULL */
	bool written;
	bool open;  /* in a draft: it waits for its text */
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
		if (text_equal(plan->items[i].is.key, key))
			return &plan->items[i];
	return NULL;
}

static void plan_outline(Expansion *x, const Mark *first, const Mark *end, SectionPlan *plan)
{
	Outline outline = outline_read(x->scope.arena, first, end);
	for (size_t i = 0; i < outline.count; i++)
		*ARENA_PUSH(x->scope.arena, plan) = (PlannedSection){.is = outline.items[i]};
}

/* Whether only the case's text can fill it. */
static bool needs_text(const PlannedSection *section)
{
	return section->is.takes_text && section->is.otherwise.length == 0;
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

const Section *section_given(const DocumentPlan *plan, Text key)
{
	const Section *sections = plan->sections.items;
	for (size_t i = 0; i < plan->sections.count; i++)
		if (text_equal(sections[i].key.text, key) && section_has_text(&sections[i]) &&
		    !is_left_out(plan, key))
			return &sections[i];
	return NULL;
}

/* Reports a section that the template does not have; returns the key that was probably meant. */
static Text report_unknown_section(Expansion *x, const SectionPlan *plan, Text key, Span span)
{
	Text *names = ARENA_ARRAY(x->scope.arena, Text, plan->count + record_document.count);
	size_t count = 0;
	for (size_t i = 0; i < plan->count; i++)
		names[count++] = plan->items[i].is.key;
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
	PlannedSection own = {.is = {.key = section->key.text}, .given = section, .written = true};
	size_t index = plan->count == 0 ? 0 : plan->count - 1;
	PlannedSection *before =
	        section->after.text.length > 0 ? find_before(x, plan, section) : NULL;
	if (before != NULL) {
		index = (size_t)(before - plan->items);
		while (index + 1 < plan->count && plan->items[index + 1].is.heading == NULL &&
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

/* The path of the heading of a section of the case's own. */
static Text heading_path(const Expansion *x, const Section *section)
{
	Arena *arena = x->scope.arena;
	Text path = path_below(arena, x->scope.plan->key.text, section->key.text);
	return path_below(arena, path, TEXT("rubrik"));
}

/* Whether a draft has the key of its heading, with nothing after it. */
static bool waits_for_heading(const Expansion *x, const Section *section)
{
	const Gap *gap = gaps_find(x->scope.agreement->gaps, heading_path(x, section));
	return gap != NULL && text_ends(gap->path, TEXT(".rubrik"));
}

static void read_case_sections(Expansion *x, SectionPlan *plan)
{
	const Section *sections = x->scope.plan->sections.items;
	for (size_t i = 0; i < x->scope.plan->sections.count; i++) {
		const Section *section = &sections[i];
		PlannedSection *planned = plan_find(plan, section->key.text);
		if (planned != NULL)
			planned->given = section;
		else if (!VALUE_GIVEN(section->heading) && !waits_for_heading(x, section))
			accept_misspelt(x, plan, section);
		else if (!section_has_text(section) && x->scope.agreement->gaps == NULL)
			diagnose(x->diagnostics, SECTION_EMPTY, section->key.span,
			         section->key.text);
		else
			add_own_section(x, plan, section);
	}
}

/* Decisions. */

/* Whether a draft waits for a section's text: no other text can stand there, or its key does. */
static bool is_open(const Expansion *x, const PlannedSection *section)
{
	bool own = section->is.heading == NULL;
	if (x->scope.agreement->gaps == NULL ||
	    (section->given != NULL && section_has_text(section->given)))
		return false;
	return own || (section->is.takes_text && section->given != NULL) ||
	       (needs_text(section) && !section->is.optional);
}

static void add_section_gap(Expansion *x, const PlannedSection *section)
{
	const DocumentPlan *plan = x->scope.plan;
	const Record *record = record_document.rest->record;
	Gap *gap = gaps_add(
	        x->scope.agreement->gaps,
	        (Gap){.place = section->given != NULL ? section->given->key.span : plan->key.span,
	              .path = path_below(x->scope.arena, plan->key.text, section->is.key)});
	const Field *way = section->is.points ? record->as_sequence : record->as_scalar;
	gap->about = section->is.guidance.length > 0 ? section->is.guidance : way->about;
	gap->example = way->example;
	gap->is_prose = true;
}

static void decide_one(Expansion *x, PlannedSection *section)
{
	bool left_out = is_left_out(x->scope.plan, section->is.key);
	bool given = section->given != NULL && section_has_text(section->given);
	bool empty = needs_text(section) && !given;
	section->open = !left_out && is_open(x, section);
	section->written = section->open || (!left_out && !(section->is.optional && empty));
	if (section->open) {
		add_section_gap(x, section);
	} else if (empty && section->written) {
		Span place =
		        section->given != NULL ? section->given->key.span : x->scope.plan->key.span;
		diagnose(x->diagnostics, SECTION_MISSING, place, section->is.key,
		         x->scope.plan->key.text);
		section->written = false;
	}
}

static void decide_written(Expansion *x, SectionPlan *plan)
{
	for (size_t i = 0; i < plan->count; i++)
		if (plan->items[i].is.heading != NULL || is_open(x, &plan->items[i]))
			decide_one(x, &plan->items[i]);
}

static void check_left_out(Expansion *x, const SectionPlan *plan)
{
	const TextItem *items = x->scope.plan->left_out.items;
	for (size_t i = 0; i < x->scope.plan->left_out.count; i++) {
		const PlannedSection *section = plan_find(plan, items[i].text.text);
		if (section == NULL)
			report_unknown_section(x, plan, items[i].text.text, items[i].text.span);
		else if (!section->is.optional)
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
			         plan->items[i].is.key);
	return ordered;
}

/* Writing. */

static void write_section(Expansion *x, const PlannedSection *section, Node *parent)
{
	const Section *given = section->given;
	Span place = section->is.heading != NULL ? section->is.heading->span : given->key.span;
	Node *node = document_add(x->document, parent, NODE_SECTION, place);
	Node *heading = document_add(x->document, node, NODE_HEADING, place);
	heading->as.heading.level = 2;
	x->heading_level = 2;
	bool own_heading = given != NULL && VALUE_GIVEN(given->heading);
	if (section->is.heading == NULL && !own_heading)
		expand_gap(x, heading_path(x, given), heading_path(x, given), heading);
	else
		document_add_text(x->document, heading,
		                  own_heading ? given->heading.text : section->is.title,
		                  own_heading ? given->heading.span : place);
	x->in_section = true;
	x->section = given != NULL && section_has_text(given) ? given : NULL;
	x->section_key = section->is.key;
	x->section_open = section->open;
	if (section->is.heading != NULL)
		expand_blocks(x, section->is.heading->next, section->is.end, node);
	else if (!expand_section_text(x, false, node))
		expand_gap(x, section->is.key, section_path(x), node);
	x->section = NULL;
	x->section_open = false;
	x->in_section = false;
}

void expand_sections(Expansion *x, const Mark *first, const Mark *end, Node *parent)
{
	SectionPlan plan = {0};
	plan_outline(x, first, end, &plan);
	read_case_sections(x, &plan);
	check_left_out(x, &plan);
	decide_written(x, &plan);
	SectionPlan ordered = reorder(x, &plan);
	for (size_t i = 0; i < ordered.count; i++)
		if (ordered.items[i].written)
			write_section(x, &ordered.items[i], parent);
}
