/* Tests of economics: the computed tables and the case's own, cell by cell. */
#include "case.h"

#include "base/buffer.h"

#define MATTER "ärende: {rubrik: R}\n"

static const char economy[] =
        MATTER "parter:\n  nämnden: {register: socialnämnden}\n  iogt: {namn: IOGT-NTO}\n"
               "  pingst: {register: pingst}\n"
               "ekonomi:\n  decimaler: 2\n  insatser:\n    - part: nämnden\n      slag: kontant\n"
               "      fördelning: {pingst: 452 948 kr/år, iogt: 339 690 kr/år}\n"
               "  kostnader:\n"
               "    - {part: iogt, post: Anställda, slag: personal, belopp: 205 000 kr/år}\n"
               "    - {part: pingst, post: Lokaler, slag: lokaler, belopp: 330 000 kr/år}\n"
               "    - {part: iogt, post: Volontärer, slag: volontärer, belopp: 160 000 kr/år}\n"
               "    - {part: pingst, post: Personal, slag: personal, belopp: 1 190 000 kr/år}\n"
               "    - {part: iogt, post: Annat, belopp: 170 000 kr/år}\n"
               "    - {part: pingst, post: Ideella, slag: volontärer, belopp: 700 000 kr/år}\n";

/* A row a line: "= " before a sum row, "/" between cells; an entry is its integer with "%" and the
 * decimals for shares, a fixed word #n, nothing for an empty cell. */
static void put_cell(const TableCell *cell, Buffer *out)
{
	switch (cell->kind) {
	case CELL_EMPTY: return;
	case CELL_TEXT: buffer_put(out, cell->text); return;
	case CELL_WORD:
		buffer_put_byte(out, '#');
		buffer_put_integer(out, (int64_t)cell->word);
		return;
	case CELL_DATE:
		buffer_put_integer(out, cell->date.year);
		buffer_put_byte(out, '-');
		buffer_put_integer(out, cell->date.month);
		buffer_put_byte(out, '-');
		buffer_put_integer(out, cell->date.day);
		return;
	case CELL_ENTRY:
		buffer_put_integer(out, cell->entry->value);
		if (cell->entry->unit == UNIT_SHARE) {
			buffer_put_byte(out, '%');
			buffer_put_integer(out, cell->entry->decimals);
		}
		return;
	}
}

static Text table_text(Desk *desk, const ComputedTable *table)
{
	Buffer out = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	for (size_t r = 0; r < table->count; r++) {
		buffer_put(&out, table->items[r].sum ? TEXT("= ") : TEXT(""));
		for (size_t c = 0; c < table->column_count; c++) {
			buffer_put(&out, c > 0 ? TEXT("/") : TEXT(""));
			put_cell(&table->items[r].cells[c], &out);
		}
		buffer_put_byte(&out, '\n');
	}
	return buffer_text(&out);
}

static const ComputedTable *computed(Desk *desk, const char *name, const char *party)
{
	const TableKind *kind = table_kind(text_of(name));
	assert_non_null(kind);
	TableRequest request = {
	        .arena = &desk->arena, .agreement = &desk->agreement, .ledger = desk->ledger};
	if (party != NULL)
		request.party = agreement_party(&desk->agreement, text_of(party));
	return kind->make(&request);
}

static void assert_computed(Desk *desk, const char *name, const char *party, const char *expected)
{
	const ComputedTable *table = computed(desk, name, party);
	assert_non_null(table);
	assert_text(table_text(desk, table), expected);
	assert_false(table->numeric[0]);
	for (size_t c = 1; c < table->column_count; c++)
		assert_true(table->numeric[c]);
}

/* The computed tables */

CASE_TEST(kinds_of_table_are_found_by_name)
{
	static const struct {
		const char *name;
		bool takes_party;
		size_t words;
	} rows[] = {{"finansiering", false, 1}, {"fördelning", false, 1}, {"kostnader", true, 1},
	            {"kostnadsslag", false, 1}, {"uppräkning", false, 1}, {"budget", false, 1},
	            {"utbetalning", false, 2},  {"helhet", false, 4}};
	size_t count = 0;
	const TableKind *kinds = table_kinds(&count);
	assert_true(count >= sizeof rows / sizeof rows[0]);
	for (size_t i = 0; i < count; i++)
		assert_ptr_equal(table_kind(kinds[i].name), &kinds[i]);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const TableKind *kind = table_kind(text_of(rows[i].name));
		assert_non_null(kind);
		assert_int_equal(kind->takes_party, rows[i].takes_party);
		assert_int_equal(kind->words, rows[i].words);
	}
	assert_null(table_kind(TEXT("kostnad")));
	assert_null(table_kind(TEXT("")));
	(void)desk;
}

CASE_TEST(financing_shows_each_party_and_its_share)
{
	desk_calculate(desk, economy);
	assert_sound(desk);
	assert_computed(desk, "finansiering", NULL,
	                "Socialnämnden/79263800/2877%2\nIOGT-NTO/19531000/709%2\n"
	                "Pingstförsamlingen i Storköping/176705200/6414%2\n"
	                "= #0/275500000/10000%2\n");
}

CASE_TEST(split_shows_each_recipient)
{
	desk_calculate(desk, economy);
	assert_computed(desk, "fördelning", NULL,
	                "IOGT-NTO/33969000\nPingstförsamlingen i Storköping/45294800\n"
	                "= #0/79263800\n");
}

CASE_TEST(split_keeps_a_recipient_of_nothing)
{
	desk_calculate(desk, MATTER
	               "parter: {n: {register: socialnämnden}, a: {namn: A}, b: {namn: B}}\n"
	               "ekonomi: {insatser: [{part: n, slag: kontant, fördelning: {b: 5 kr/år, a: "
	               "0 kr/år}}]}\n");
	assert_sound(desk);
	assert_computed(desk, "fördelning", NULL, "A/0\nB/500\n= #0/500\n");
}

CASE_TEST(costs_stand_by_party_with_their_sums)
{
	desk_calculate(desk, economy);
	assert_computed(desk, "kostnader", NULL,
	                "Anställda/20500000\nVolontärer/16000000\nAnnat/17000000\n"
	                "= IOGT-NTO/53500000\n"
	                "Lokaler/33000000\nPersonal/119000000\nIdeella/70000000\n"
	                "= Pingstförsamlingen i Storköping/222000000\n= #0/275500000\n");
	assert_computed(desk, "kostnader", "iogt",
	                "Anställda/20500000\nVolontärer/16000000\nAnnat/17000000\n"
	                "= #0/53500000\n");
	assert_null(computed(desk, "kostnader", "nämnden"));
}

CASE_TEST(cells_lead_back_to_what_was_written)
{
	desk_calculate(desk, economy);
	const ComputedTable *table = computed(desk, "kostnader", "pingst");
	assert_text(span_text(table->items[0].cells[0].origin), "Lokaler");
	assert_text(span_text(table->items[0].cells[1].origin), "330 000 kr/år");
	assert_ptr_equal(table->items[3].cells[1].entry,
	                 ledger_find(desk->ledger, TEXT("ekonomi.kostnad.pingst")));
}

CASE_TEST(cost_kinds_stand_in_their_own_order)
{
	desk_calculate(desk, economy);
	assert_computed(desk, "kostnadsslag", NULL,
	                "Personal/139500000\nVolontärer/86000000\nLokaler/33000000\n"
	                "Övrigt/17000000\n= #0/275500000\n");
}

CASE_TEST(balance_ends_with_the_difference)
{
	desk_calculate(desk, economy);
	assert_computed(desk, "helhet", NULL, "#0/275500000\n#1/79263800\n#2/196236200\n= #3/0\n");
	/* Without grant there is no row for it. */
	desk_calculate(desk, MATTER "parter: {a: {namn: A}}\nekonomi: {kostnader: [{part: a, post: "
	                            "P, belopp: 7 kr/år}]}\n");
	assert_sound(desk);
	assert_computed(desk, "helhet", NULL, "#0/700\n#2/700\n= #3/0\n");
}

CASE_TEST(tables_without_data_are_none)
{
	static const char *const names[] = {"finansiering", "fördelning", "kostnader",
	                                    "kostnadsslag", "helhet"};
	desk_calculate(desk, MATTER "parter: {n: {register: socialnämnden}, a: {namn: A}}\n");
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		assert_null(computed(desk, names[i], NULL));
	desk_calculate(desk, MATTER "parter: {a: {namn: A}}\nekonomi: {insatser: [{part: a, slag: "
	                            "lokaler, belopp: 3 kr/år}]}\n");
	assert_computed(desk, "finansiering", NULL, "A/300/1000%1\n= #0/300/1000%1\n");
	for (size_t i = 1; i < sizeof names / sizeof names[0]; i++)
		assert_null(computed(desk, names[i], NULL));
}

CASE_TEST(shares_of_nothing_are_empty_cells)
{
	desk_calculate(desk, MATTER "parter: {a: {namn: A}}\nekonomi: {insatser: [{part: a, slag: "
	                            "lokaler, belopp: 0 kr/år}]}\n");
	assert_sound(desk);
	assert_computed(desk, "finansiering", NULL, "A/0/\n= #0/0/\n");
}

/* The case's own tables */

static const ComputedTable *own_table(Desk *desk, const char *yaml)
{
	desk_calculate(desk, desk_join(desk, MATTER "tabeller:\n  t:\n", yaml));
	const FreeTable *tables = desk->agreement.tables.items;
	assert_int_equal(desk->agreement.tables.count, 1);
	return free_table_make(desk->ledger, &tables[0], 2);
}

#define PORTFOLIO                                                                                  \
	"    rubrik: Partnerskap\n    kolumner:\n      - {rubrik: IOP}\n"                          \
	"      - {rubrik: Värde per år, slag: belopp}\n"                                         \
	"      - {rubrik: Kostnad, slag: belopp}\n"                                                \
	"      - {rubrik: Andel, slag: andel, täljare: Kostnad, nämnare: Värde per år}\n"      \
	"      - {rubrik: Deltagare, slag: antal}\n      - {rubrik: Till, slag: datum}\n"
#define PORTFOLIO_ROWS                                                                             \
	"    rader:\n      - [Hoppfull framtid, 2 080 500 kr, 1 100 000 kr, 25, 2020-12-31]\n"     \
	"      - [Språkträning, 897 626 kr, 590 000 kr, 54, 2021-07]\n"                          \
	"      - [Bromodellen, 1 791 200 kr, 1 150 000 kr, 58, –]\n"                             \
	"      - [Inkludering, 454 000 kr, 230 000 kr, 80, '-']\n"                                 \
	"      - [Språkvänner, 1 077 600 kr, 600 000 kr, 1 205, '']\n"

CASE_TEST(own_table_has_typed_cells_shares_and_sums)
{
	const ComputedTable *table =
	        own_table(desk, PORTFOLIO "    summarad: Summa\n" PORTFOLIO_ROWS);
	assert_sound(desk);
	assert_text(table_text(desk, table),
	            "Hoppfull framtid/208050000/110000000/5287%2/25/2020-12-31\n"
	            "Språkträning/89762600/59000000/6573%2/54/2021-7-0\n"
	            "Bromodellen/179120000/115000000/6420%2/58/\n"
	            "Inkludering/45400000/23000000/5066%2/80/\n"
	            "Språkvänner/107760000/60000000/5568%2/1205/\n"
	            "= Summa/630092600/367000000/5825%2//\n");
	assert_entry(desk, "tabeller.t.Värde per år", KR(6300926));
	assert_entry(desk, "tabeller.t.Kostnad", KR(3670000));
	assert_entry(desk, "tabeller.t.Andel", 5825);
	assert_entry(desk, "tabeller.t.Kostnad.2", KR(590000));
	assert_entry(desk, "tabeller.t.Andel.5", 5568);
	assert_no_entry(desk, "tabeller.t.Deltagare");
	assert_text(table->caption->text, "Partnerskap");
	static const bool numeric[] = {false, true, true, true, true, false};
	for (size_t c = 0; c < 6; c++)
		assert_int_equal(table->numeric[c], numeric[c]);
}

CASE_TEST(own_table_without_sum_label_has_no_sum_row)
{
	const ComputedTable *table = own_table(desk, PORTFOLIO PORTFOLIO_ROWS);
	assert_sound(desk);
	assert_int_equal(table->count, 5);
	assert_false(table->items[4].sum);
}

CASE_TEST(counts_are_summed_when_asked_and_amounts_unless_not)
{
	const ComputedTable *table = own_table(
	        desk, "    kolumner:\n      - {rubrik: P}\n      - {rubrik: A, slag: antal, summa: "
	              "ja}\n      - {rubrik: B, slag: belopp, summa: nej}\n"
	              "      - {rubrik: C, slag: text, summa: ja}\n"
	              "    summarad: Totalt\n    rader:\n      - [x, 2, 5 kr, u]\n"
	              "      - [y, '', 6 kr, v]\n      - [z, 40, –, '']\n");
	assert_sound(desk);
	assert_text(table_text(desk, table), "x/2/500/u\ny//600/v\nz/40//\n= Totalt/42//\n");
	assert_int_equal(ledger_find(desk->ledger, TEXT("tabeller.t.A"))->unit, UNIT_COUNT);
}

CASE_TEST(sums_of_the_projects_for_two_years)
{
	const ComputedTable *table = own_table(
	        desk,
	        "    kolumner:\n      - {rubrik: Projekt}\n      - {rubrik: 2019, slag: belopp}\n"
	        "      - {rubrik: 2020, slag: belopp}\n    summarad: Summa\n    rader:\n"
	        "      - [A, 120 875 kr, 290 100 kr]\n      - [B, 1 350 tkr, '1,35 mnkr']\n"
	        "      - [C, 550 000 kr, 550 tkr]\n      - [D, 1 600 000 kr, 2 500 000 kr]\n");
	assert_sound(desk);
	assert_text(span_text(table->items[1].cells[2].origin), "'1,35 mnkr'");
	assert_entry(desk, "tabeller.t.2019", KR(3620875));
	assert_entry(desk, "tabeller.t.2020", KR(4690100));
}

CASE_TEST(own_share_needs_both_its_cells)
{
	const ComputedTable *table = own_table(
	        desk, "    kolumner:\n      - {rubrik: P}\n      - {rubrik: A, slag: belopp}\n"
	              "      - {rubrik: B, slag: belopp}\n"
	              "      - {rubrik: S, slag: andel, täljare: A, nämnare: B}\n"
	              "    summarad: Summa\n    rader:\n      - [x, 1 kr, 0 kr]\n"
	              "      - [y, '', 4 kr]\n      - [z, 1 kr, –]\n");
	assert_sound(desk);
	assert_text(table_text(desk, table),
	            "x/100/0/\ny//400/\nz/100//\n= Summa/200/400/5000%2\n");
}

CASE_TEST(wrong_cells_are_reported_at_the_cell)
{
	static const FaultRow rows[] = {
	        {"[x, mycket, 1, 2020-01-01]\n", NOT_AN_AMOUNT, "mycket"},
	        {"[x, 5 000, 1, 2020-01-01]\n", AMOUNT_WITHOUT_UNIT, "5 000"},
	        {"[x, 1.000 kr, 1, 2020-01-01]\n", AMOUNT_GROUPING, "1.000 kr"},
	        {"[x, 1 kr, 54 st, 2020-01-01]\n", NOT_AN_INTEGER, "54 st"},
	        {"[x, 1 kr, 1, snart]\n", NOT_A_DATE, "snart"},
	        {"[x, 1 kr, 1, 2020-02-30]\n", NO_SUCH_DATE, "2020-02-30"},
	        {"[x, [1 kr], 1, 2020-01-01]\n", WRONG_SHAPE, "[1 kr]"},
	        {"[x, 1 kr, 1]\n", CELL_COUNT, "[x, 1 kr, 1]"},
	        {"[x, 1 kr, 1, 2020-01-01, y]\n", CELL_COUNT, "[x, 1 kr, 1, 2020-01-01, y]"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const ComputedTable *table = own_table(
		        desk,
		        desk_join(desk,
		                  "    kolumner:\n      - {rubrik: P}\n      - {rubrik: A, slag: "
		                  "belopp}\n      - {rubrik: B, slag: antal}\n      - {rubrik: C, "
		                  "slag: datum}\n    rader:\n      - ",
		                  rows[i].yaml));
		print_message("%s", rows[i].yaml);
		assert_reported(desk, {rows[i].code, rows[i].marked});
		assert_int_equal(table->count, 1);
	}
}

CASE_TEST(a_table_of_no_rows_has_headings_alone)
{
	const ComputedTable *table =
	        own_table(desk, "    kolumner: [{rubrik: P}, {rubrik: A, slag: belopp}]\n"
	                        "    summarad: Summa\n    rader: []\n");
	assert_text(table_text(desk, table), "= Summa/\n");
	assert_int_equal(table->column_count, 2);
	assert_text(table->columns[1].heading.text, "A");
	assert_no_entry(desk, "tabeller.t.A");
}

/* Names */

static bool has_name(const TextList *names, const char *name)
{
	for (size_t i = 0; i < names->count; i++)
		if (text_equal(names->items[i], text_of(name)))
			return true;
	return false;
}

CASE_TEST(names_cover_every_entry_that_is_not_numbered)
{
	desk_calculate(desk,
	               desk_join(desk, economy, "period: {från: 2024-01-01, till: 2026-12-31}\n"));
	TextList names = {0};
	quantity_names(&desk->arena, &desk->agreement, &names);
	for (size_t i = 0; i < desk->ledger->count; i++) {
		Text name = desk->ledger->items[i]->name;
		bool numbered = text_starts(name, TEXT("ekonomi.insatser.")) ||
		                text_starts(name, TEXT("ekonomi.kostnader.")) ||
		                text_starts(name, TEXT("period."));
		assert_int_equal(has_name(&names, text_terminated(&desk->arena, name)), !numbered);
	}
	assert_true(has_name(&names, "ekonomi.kostnadsslag.material"));
	assert_true(has_name(&names, "ekonomi.timmar.iogt"));
	assert_false(has_name(&names, "ekonomi.timmar.iogt.perioden"));
	assert_false(has_name(&names, "ekonomi.timmar"));
	assert_text(cost_kind_word(COST_STAFF), "personal");
	assert_text(cost_kind_word(COST_OTHER), "övrigt");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        CASE_UNIT(kinds_of_table_are_found_by_name),
	        CASE_UNIT(financing_shows_each_party_and_its_share),
	        CASE_UNIT(split_shows_each_recipient),
	        CASE_UNIT(split_keeps_a_recipient_of_nothing),
	        CASE_UNIT(costs_stand_by_party_with_their_sums),
	        CASE_UNIT(cells_lead_back_to_what_was_written),
	        CASE_UNIT(cost_kinds_stand_in_their_own_order),
	        CASE_UNIT(balance_ends_with_the_difference),
	        CASE_UNIT(tables_without_data_are_none),
	        CASE_UNIT(shares_of_nothing_are_empty_cells),
	        CASE_UNIT(own_table_has_typed_cells_shares_and_sums),
	        CASE_UNIT(own_table_without_sum_label_has_no_sum_row),
	        CASE_UNIT(counts_are_summed_when_asked_and_amounts_unless_not),
	        CASE_UNIT(sums_of_the_projects_for_two_years),
	        CASE_UNIT(own_share_needs_both_its_cells),
	        CASE_UNIT(wrong_cells_are_reported_at_the_cell),
	        CASE_UNIT(a_table_of_no_rows_has_headings_alone),
	        CASE_UNIT(names_cover_every_entry_that_is_not_numbered),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
