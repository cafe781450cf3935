/* Check: the content model, and what each kind of node must have. */
#include "base/buffer.h"
#include "base/text.h"
#include "document/document.h"

/*
 * A fault is a Swedish clause that can end a sentence. nodes.def says which kinds may stand in
 * which; what it cannot say is checked by one function a kind, in the table at the end. Some of
 * those rules are those of HTML (no link in a link, no header in a header), some those of PDF/UA
 * (ISO 14289-1, 7.4.2: no level of heading is left out), so that every writer may rely on them.
 */
typedef struct Check {
	const Document *document;
	int heading_level; /* of the heading before this place; 0 before the first */
	int notes;         /* NOTES so far */
	Text fault;        /* empty as long as there is none */
} Check;

#define BIT(kind) (UINT64_C(1) << NODE_##kind)

static bool is_within(const Node *node, uint64_t kinds)
{
	for (const Node *above = node->parent; above; above = above->parent) {
		if (kinds >> above->kind & 1)
			return true;
	}
	return false;
}

static bool has_text(const Check *check, const Node *node)
{
	Text space = TEXT("\xC2\xA0");
	Arena scratch = {.source = check->document->arena->source};
	Text text = text_trim(node_text(&scratch, node));
	while (text_starts(text, space))
		text = text_trim(text_after(text, space.length));
	arena_release(&scratch);
	return text.length > 0;
}

static void check_header(Check *check, const Node *node)
{
	if (is_within(node, BIT(COVER) | BIT(MASTHEAD)))
		check->fault = TEXT("ett sidhuvud står inuti ett annat");
}

static void check_heading(Check *check, const Node *node)
{
	int level = node->as.heading.level;
	if (level < 1 || level > 6)
		check->fault = TEXT("rubriken har en nivå som inte är 1 till 6");
	else if (!has_text(check, node))
		check->fault = TEXT("rubriken är tom");
	else if (level > check->heading_level + 1)
		check->fault = TEXT("rubriken hoppar över en nivå");
	check->heading_level = level;
}

static void check_paragraph(Check *check, const Node *node)
{
	if (!has_text(check, node))
		check->fault = TEXT("stycket är tomt");
}

static void check_label(Check *check, const Node *node)
{
	if (!has_text(check, node))
		check->fault = TEXT("raden att skriva under på saknar text");
}

static void check_list(Check *check, const Node *node)
{
	if (!node->first)
		check->fault = TEXT("listan är tom");
}

static void check_item(Check *check, const Node *node)
{
	if (!node->first)
		check->fault = TEXT("punkten i listan är tom");
}

static void check_quotation(Check *check, const Node *node)
{
	if (!node->first)
		check->fault = TEXT("citatet är tomt");
}

static void check_code(Check *check, const Node *node)
{
	if (!has_text(check, node))
		check->fault = TEXT("koden är tom");
}

static void check_field(Check *check, const Node *node)
{
	const Node *name = node->first;
	if (!name || name->kind != NODE_FIELD_NAME || !has_text(check, name)) {
		check->fault = TEXT("uppgiften saknar namn");
		return;
	}
	if (!name->next)
		check->fault = TEXT("uppgiften saknar värde");
	for (const Node *value = name->next; value; value = value->next) {
		if (value->kind != NODE_FIELD_VALUE)
			check->fault = TEXT("uppgiften har två namn");
	}
}

static size_t count_children(const Node *node)
{
	size_t count = 0;
	for (const Node *child = node->first; child; child = child->next)
		count++;
	return count;
}

/* Every row as long as the first. */
static void check_rows(Check *check, const Node *table)
{
	size_t width = 0;
	for (const Node *part = table->first; part; part = part->next) {
		if (part->kind == NODE_CAPTION)
			continue;
		if (!part->first)
			check->fault = TEXT("en del av tabellen saknar rader");
		for (const Node *row = part->first; row; row = row->next) {
			size_t cells = count_children(row);
			if (width == 0)
				width = cells;
			if (cells == 0 || cells != width)
				check->fault = TEXT("raderna i tabellen har olika många celler");
		}
	}
}

/* The parts come in the order of their kinds: caption, head, bodies, foot; only bodies repeat. */
static void check_table(Check *check, const Node *node)
{
	bool body = false;
	for (const Node *part = node->first; part; part = part->next) {
		const Node *next = part->next;
		body = body || part->kind == NODE_TABLE_BODY;
		if (next && (next->kind < part->kind ||
		             (next->kind == part->kind && part->kind != NODE_TABLE_BODY)))
			check->fault = TEXT("tabellens delar står i fel ordning");
	}
	if (!body)
		check->fault = TEXT("tabellen är tom");
	else if (check->fault.length == 0)
		check_rows(check, node);
}

static void check_caption(Check *check, const Node *node)
{
	if (!has_text(check, node))
		check->fault = TEXT("tabellens rubrik är tom");
}

static void check_entry(Check *check, const Node *node)
{
	const Node *heading = node->as.entry.heading;
	if (!heading || heading->kind != NODE_HEADING || heading->id.length == 0)
		check->fault = TEXT("en rad i innehållsförteckningen saknar rubrik");
}

static void check_signatures(Check *check, const Node *node)
{
	if (!node->first)
		check->fault = TEXT("underskrifterna är tomma");
}

static void check_notes(Check *check, const Node *node)
{
	if (++check->notes > 1)
		check->fault = TEXT("noterna står på mer än ett ställe");
	else if (!node->first)
		check->fault = TEXT("noterna är tomma");
}

static void check_note(Check *check, const Node *node)
{
	if (!has_text(check, node))
		check->fault = TEXT("noten är tom");
	else if (node->as.note.number == 0)
		check->fault = TEXT("ingenting hänvisar till noten");
}

static void check_foreign(Check *check, const Node *node)
{
	if (node->as.foreign.language.length == 0)
		check->fault = TEXT("det sägs inte vilket språk orden är på");
	else if (!has_text(check, node))
		check->fault = TEXT("orden på ett annat språk saknas");
}

static void check_abbreviation(Check *check, const Node *node)
{
	if (node->as.abbreviation.words.length == 0)
		check->fault = TEXT("det sägs inte vad förkortningen står för");
	else if (!has_text(check, node))
		check->fault = TEXT("förkortningen saknar bokstäver");
}

static void check_link(Check *check, const Node *node)
{
	if (!node_link_leads(node))
		check->fault = text_starts(node->as.link.target, TEXT("#"))
		                       ? TEXT("länken leder till en rubrik som inte finns")
		                       : TEXT("länken har en adress som inte är https, http, "
		                              "mailto eller tel");
	else if (!has_text(check, node))
		check->fault = TEXT("länken saknar text");
	else if (is_within(node, BIT(LINK) | BIT(CONTENTS)))
		check->fault = TEXT("en länk står inuti en annan");
}

static void check_reference(Check *check, const Node *node)
{
	const Node *note = node->as.reference.note;
	if (is_within(node, BIT(LINK) | BIT(CONTENTS) | BIT(NOTE)))
		check->fault = TEXT("en hänvisning till en not står i en länk eller i en not");
	else if (!note || note->kind != NODE_NOTE || !note->parent)
		check->fault = TEXT("hänvisningen saknar not");
}

static void (*const checks[NODE_KINDS])(Check *, const Node *) = {
        [NODE_COVER] = check_header,
        [NODE_MASTHEAD] = check_header,
        [NODE_HEADING] = check_heading,
        [NODE_PARAGRAPH] = check_paragraph,
        [NODE_LIST] = check_list,
        [NODE_ITEM] = check_item,
        [NODE_QUOTATION] = check_quotation,
        [NODE_CODE_BLOCK] = check_code,
        [NODE_FIELD_LIST] = check_list,
        [NODE_FIELD] = check_field,
        [NODE_TABLE] = check_table,
        [NODE_CAPTION] = check_caption,
        [NODE_CONTENTS] = check_list,
        [NODE_CONTENTS_ENTRY] = check_entry,
        [NODE_SIGNATURES] = check_signatures,
        [NODE_SIGNATURE] = check_signatures,
        [NODE_SIGNATURE_LINE] = check_label,
        [NODE_NOTES] = check_notes,
        [NODE_NOTE] = check_note,
        [NODE_CODE] = check_code,
        [NODE_FOREIGN] = check_foreign,
        [NODE_ABBREVIATION] = check_abbreviation,
        [NODE_LINK] = check_link,
        [NODE_NOTE_REFERENCE] = check_reference,
};

static void check_place(Check *check, const Node *node)
{
	const NodeFacts *facts = node_facts(node->kind);
	if (!node->parent) {
		if (facts->class != CLASS_ROOT)
			check->fault = TEXT("roten är inget dokument");
		return;
	}
	const NodeFacts *above = node_facts(node->parent->kind);
	if (above->children >> node->kind & 1)
		return;
	const Text parts[] = {facts->words, TEXT(" får inte stå i "), above->words};
	check->fault = text_join(check->document->arena, parts, sizeof parts / sizeof *parts);
}

const Node *document_check(const Document *document, Text *fault)
{
	Check check = {.document = document};
	for (Walk walk = walk_start(document->root); walk_next(&walk);) {
		if (walk.event != WALK_ENTER)
			continue;
		check_place(&check, walk.node);
		if (check.fault.length == 0 && checks[walk.node->kind])
			checks[walk.node->kind](&check, walk.node);
		if (check.fault.length > 0) {
			*fault = check.fault;
			return walk.node;
		}
	}
	return NULL;
}
