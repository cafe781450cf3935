/* Label: a name taken apart at its points, each piece in words. */
#include "economics/label.h"

#include "base/buffer.h"
#include "base/limits.h"
#include "economics/formula.h"
#include "economics/quantity.h"
#include "model/fields.h"
#include "model/resolve.h"

/* What is declared outside quantities.def but stands in the ledger. */
static const struct {
	Text name, label;
} declared[] = {
        {TEXT_INIT("ärende.datum"), TEXT_INIT("Ärendets datum")},
        {TEXT_INIT("period.från"), TEXT_INIT("Periodens första dag")},
        {TEXT_INIT("period.till"), TEXT_INIT("Periodens sista dag")},
        {TEXT_INIT("period.uppsägningstid"), TEXT_INIT("Uppsägningstid")},
        {TEXT_INIT("period.förlängning"), TEXT_INIT("Förlängning")},
        {TEXT_INIT("period.förnyas"), TEXT_INIT("Tid som överenskommelsen förnyas")},
        {TEXT_INIT("period.beslutstid"), TEXT_INIT("Tid före sista dagen för beslut")},
        {TEXT_INIT("ekonomi.index.från"), TEXT_INIT("Första dagen för uppräkning")},
};

/* Pieces that mean the same in every name. */
static const struct {
	Text piece, words;
	bool of_time; /* the value is for this time, and not for a year as agreed */
} pieces[] = {
        {TEXT_INIT("perioden"), TEXT_INIT(", hela perioden"), true},
        {TEXT_INIT("perioden före uppräkning"), TEXT_INIT(", hela perioden före uppräkning"), true},
        {TEXT_INIT("timmar"), TEXT_INIT(", timmar"), true},
        {TEXT_INIT("timvärde"), TEXT_INIT(", värde per timme"), true},
        {TEXT_INIT("per invånare"), TEXT_INIT(", per invånare"), true},
        {TEXT_INIT("dag"), TEXT_INIT(", dag"), true},
        {TEXT_INIT("preliminärt"), TEXT_INIT(", preliminärt"), false},
        {TEXT_INIT("definitivt"), TEXT_INIT(", definitivt"), false},
};

/* The same for pieces that begin so and go on with a day or a number. */
static const struct {
	Text beginning, words;
	bool of_time;
} beginnings[] = {
        {TEXT_INIT("från "), TEXT_INIT(", från och med "), false},
        {TEXT_INIT("till "), TEXT_INIT(", till och med "), true},
        {TEXT_INIT("insats "), TEXT_INIT(", insats "), false},
};

/* Totals of what is paid have no addition and are still not for a year. */
static bool is_per_year(Quantity quantity)
{
	return (quantity_facts(quantity)->when & WHEN_YEARS) != 0 && quantity != QUANTITY_PAID;
}

static bool is_year(Text piece)
{
	int64_t year = 0;
	return piece.length == 4 && text_integer(piece, &year);
}

/* Pieces. */

static Text choice_word(Text list, Text key, int choice)
{
	const Record *items = record_field(&record_economy, list)->record;
	return field_choice_word(record_field(items, key), choice);
}

static Text party_words(const Agreement *agreement, Text key)
{
	const Party *party = agreement_party(agreement, key);
	return party != NULL && VALUE_GIVEN(party->short_name) ? party->short_name.text : key;
}

/* "kontant, omsorgsnämnden": what tells a numbered contribution, cost or instalment from others. */
static Text number_words(const Labels *labels, Quantity quantity, size_t index, Text name)
{
	const Economy *economy = &labels->agreement->economy;
	const Contribution *contributions = economy->contributions.items;
	const Cost *costs = economy->costs.items;
	Text parts[] = {{0}, TEXT(", "), {0}};
	if (quantity == QUANTITY_CONTRIBUTION && index < economy->contributions.count) {
		const Contribution *item = &contributions[index];
		parts[0] = choice_word(TEXT("insatser"), TEXT("slag"), item->kind.choice);
		parts[2] = party_words(labels->agreement, item->party_id.text);
	} else if (quantity == QUANTITY_COST_ITEM && index < economy->costs.count) {
		parts[0] = costs[index].item.text;
		parts[2] = party_words(labels->agreement, costs[index].party_id.text);
	} else if (quantity == QUANTITY_INSTALMENT) {
		Text day[] = {name, TEXT(".dag")};
		const Entry *due = ledger_find(labels->ledger, text_join(labels->arena, day, 2));
		return due != NULL ? formula_value(labels->arena, due) : (Text){0};
	} else {
		return (Text){0};
	}
	return text_join(labels->arena, parts, 3);
}

/* " 1 (kontant, omsorgsnämnden)" */
static void put_number(Buffer *out, const Labels *labels, Quantity quantity, Text piece)
{
	Text whole[] = {quantity_facts(quantity)->name, TEXT("."), piece};
	int64_t number = 0;
	Text words = {0};
	if (text_integer(piece, &number) && number > 0)
		words = number_words(labels, quantity, (size_t)number - 1,
		                     text_join(labels->arena, whole, 3));
	Text parts[] = {TEXT(" "), piece, TEXT(" ("), words, TEXT(")")};
	buffer_put(out, text_join(labels->arena, parts, words.length > 0 ? 5 : 2));
}

/* A year after the name of an index's value, or set apart from an amount's. */
static void put_year(Buffer *out, Quantity quantity, Text piece)
{
	const QuantityFacts *facts = quantity_facts(quantity);
	bool close = facts->of == OF_ALL && facts->when == WHEN_INDEX;
	buffer_put(out, close ? TEXT(" ") : TEXT(", "));
	buffer_put(out, piece);
}

/* A party, a type of cost, or a piece of one of the two tables above. */
static void put_piece(Buffer *out, const Labels *labels, Text piece)
{
	for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
		if (!text_equal(piece, pieces[i].piece))
			continue;
		buffer_put(out, pieces[i].words);
		return;
	}
	for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++) {
		if (!text_starts(piece, beginnings[i].beginning))
			continue;
		buffer_put(out, beginnings[i].words);
		buffer_put(out, text_after(piece, beginnings[i].beginning.length));
		return;
	}
	/* "Bidrag från omsorgsnämnden" */
	bool goes_on = text_ends(buffer_text(out), TEXT(" från"));
	buffer_put(out, goes_on ? TEXT(" ") : TEXT(", "));
	buffer_put(out, party_words(labels->agreement, piece));
}

static bool is_of_time(Text piece)
{
	for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++)
		if (text_equal(piece, pieces[i].piece))
			return pieces[i].of_time;
	for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++)
		if (text_starts(piece, beginnings[i].beginning))
			return beginnings[i].of_time;
	return is_year(piece);
}

static bool tells_time(Text rest)
{
	Text piece = {0};
	while (text_next(&rest, '.', &piece))
		if (is_of_time(piece))
			return true;
	return false;
}

static void put_quantity(Buffer *out, const Labels *labels, Quantity quantity, Text name)
{
	const QuantityFacts *facts = quantity_facts(quantity);
	Text rest = text_after(name, facts->name.length + 1), piece = {0};
	bool per_year = is_per_year(quantity) && !tells_time(rest);
	buffer_put(out, facts->label);
	if (facts->of & OF_NUMBER && text_next(&rest, '.', &piece))
		put_number(out, labels, quantity, piece);
	/* "Bidrag från Omsorgsnämnden per år" */
	if (per_year && !text_ends(facts->label, TEXT(" från"))) {
		buffer_put(out, TEXT(" per år"));
		per_year = false;
	}
	while (rest.length > 0 && text_next(&rest, '.', &piece)) {
		if (is_year(piece))
			put_year(out, quantity, piece);
		else
			put_piece(out, labels, piece);
	}
	buffer_put(out, per_year ? TEXT(" per år") : TEXT(""));
}

/* The case's own tables. */

static bool cut_beginning(Text *text, Text beginning)
{
	if (!text_starts(*text, beginning))
		return false;
	*text = text_after(*text, beginning.length);
	return true;
}

/* What a row is called: its first cell. */
static Text row_words(const FreeTable *table, Text row)
{
	const TableRow *rows = table->rows.items;
	int64_t number = 0;
	if (row.length == 0)
		return table->sum_label.text;
	if (!text_integer(row, &number) || number < 1 || (size_t)number > table->rows.count ||
	    rows[number - 1].cells.count == 0)
		return row;
	const TextItem *cells = rows[number - 1].cells.items;
	return cells[0].text.text.length > 0 ? cells[0].text.text : row;
}

static bool put_cell(Buffer *out, const FreeTable *table, Text rest)
{
	const Column *columns = table->columns.items;
	for (size_t c = 0; c < table->columns.count; c++) {
		Text row = rest;
		int64_t number = 0;
		if (!cut_beginning(&row, columns[c].heading.text))
			continue;
		bool summed = row.length == 0;
		if (!summed && (!cut_beginning(&row, TEXT(".")) || !text_integer(row, &number)))
			continue;
		bool has_caption = VALUE_GIVEN(table->caption);
		Text parts[] = {row_words(table, row),
		                TEXT(", "),
		                columns[c].heading.text,
		                TEXT(" ("),
		                has_caption ? table->caption.text : table->key.text,
		                TEXT(")")};
		buffer_put(out, text_join(out->arena, parts, 6));
		return true;
	}
	return false;
}

static bool put_table(Buffer *out, const Agreement *agreement, Text name)
{
	const FreeTable *tables = agreement->tables.items;
	if (!cut_beginning(&name, TEXT("tabeller.")))
		return false;
	for (size_t i = 0; i < agreement->tables.count; i++) {
		Text rest = name;
		if (cut_beginning(&rest, tables[i].key.text) && cut_beginning(&rest, TEXT(".")) &&
		    put_cell(out, &tables[i], rest))
			return true;
	}
	return false;
}

Text label_of(const Labels *labels, Text name)
{
	Buffer out = buffer_new(labels->arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < sizeof declared / sizeof declared[0]; i++)
		if (text_equal(name, declared[i].name))
			return declared[i].label;
	Quantity quantity = quantity_in(name);
	if (quantity != QUANTITIES)
		put_quantity(&out, labels, quantity, name);
	else if (!put_table(&out, labels->agreement, name))
		return name;
	return buffer_text(&out);
}

Text label_family(Text name)
{
	Quantity quantity = quantity_in(name);
	if (quantity != QUANTITIES)
		return text_cut(name, 0, quantity_facts(quantity)->name.length);
	if (text_starts(name, TEXT("tabeller.")))
		return text_cut(name, 0, text_find(name, TEXT("."), TEXT("tabeller.").length));
	return name;
}
