/* Tests of labels, of explanations and of the calculation table, on whole cases. */
#include "case.h"

#include "base/buffer.h"
#include "economics/explain.h"
#include "economics/label.h"

static const char index_register[] =
        "index:\n  OPI:\n    namn: omsorgsprisindex\n    källa: SKR\n    värden:\n"
        "      2019: 2,7 %\n      2020: {preliminärt: '3,0 %', källa: Cirkulär 19}\n";

static const char partnership[] =
        "ärende: {rubrik: R}\n"
        "parter:\n"
        "  nämnden: {register: socialnämnden}\n"
        "  stadsmissionen: {register: stadsmissionen, kortnamn: Stadsmissionen}\n"
        "  part 2: {namn: Den andra parten, kortnamn: Part 2}\n"
        "period: {från: 2018-07-01, till: 2020-12-31, uppsägningstid: 6 månader}\n"
        "ekonomi:\n"
        "  index: {serie: OPI, från: 2019-01-01}\n"
        "  utbetalning: {gånger per år: 1}\n"
        "  insatser:\n"
        "    - part: nämnden\n"
        "      slag: kontant\n"
        "      fördelning:\n"
        "        stadsmissionen: 1 000 000 kr/år\n"
        "        part 2: 500 000 kr/år\n"
        "    - {part: part 2, slag: ideell tid, timmar: 100, timvärde: 214 kr/timme}\n"
        "  kostnader:\n"
        "    - {part: stadsmissionen, post: Hyra, slag: lokaler, belopp: 1 200 000 kr/år}\n"
        "tabeller:\n"
        "  kurser:\n"
        "    rubrik: Kurser\n"
        "    kolumner: [{rubrik: Kurs}, {rubrik: Pris, slag: belopp}, {rubrik: Av, slag: "
        "belopp},\n"
        "               {rubrik: Andel, slag: andel, täljare: Av, nämnare: Pris}]\n"
        "    summarad: Alla\n"
        "    rader: [[Väva, 10 kr, 5 kr], ['', 30 kr, 5 kr]]\n"
        "  utan: {kolumner: [{rubrik: V}, {rubrik: P, slag: belopp}], summarad: S, rader: [[a, "
        "1 kr]]}\n";

static void read_case(Desk *desk, const char *yaml)
{
	desk->shared = (Register){0};
	desk_add_register(desk, desk_register);
	desk_add_register(desk, index_register);
	desk->diagnostics = (Diagnostics){.arena = &desk->arena};
	resolve_register(&desk->shared, &desk->diagnostics);
	desk_calculate(desk, yaml);
	assert_sound(desk);
	const FreeTable *tables = desk->agreement.tables.items;
	for (size_t i = 0; i < desk->agreement.tables.count; i++)
		free_table_make(desk->ledger, &tables[i], 1);
}

static Text spaced(Desk *desk, Text text)
{
	Buffer out = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < text.length; i++) {
		bool is_space = text_starts(text_after(text, i), TEXT("\xC2\xA0"));
		buffer_put_byte(&out, is_space ? ' ' : text.bytes[i]);
		i += is_space;
	}
	return buffer_text(&out);
}

/* Labels */

CASE_TEST(names_become_labels)
{
	static const struct {
		const char *name, *label;
	} rows[] = {
	        {"ekonomi.omfattning", "Omfattning per år"},
	        {"ekonomi.omfattning.2019", "Omfattning, 2019"},
	        {"ekonomi.omfattning.perioden", "Omfattning, hela perioden"},
	        {"ekonomi.omfattning.perioden före uppräkning",
	         "Omfattning, hela perioden före uppräkning"},
	        {"ekonomi.omfattning.till 2019-12-31", "Omfattning, till och med 2019-12-31"},
	        {"ekonomi.bidrag.stadsmissionen", "Bidrag per år, Stadsmissionen"},
	        {"ekonomi.bidrag.stadsmissionen.2019", "Bidrag, Stadsmissionen, 2019"},
	        {"ekonomi.bidrag.part 2.från 2019-07-01",
	         "Bidrag per år, Part 2, från och med 2019-07-01"},
	        {"ekonomi.bidrag från.nämnden", "Bidrag från socialnämnden per år"},
	        {"ekonomi.bidrag från.nämnden.2020", "Bidrag från socialnämnden, 2020"},
	        {"ekonomi.insatser.1", "Insats 1 (kontant, socialnämnden) per år"},
	        {"ekonomi.insatser.1.part 2.2019",
	         "Insats 1 (kontant, socialnämnden), Part 2, 2019"},
	        {"ekonomi.insatser.2.timmar", "Insats 2 (ideell tid, Part 2), timmar"},
	        {"ekonomi.insatser.2.timvärde", "Insats 2 (ideell tid, Part 2), värde per timme"},
	        {"ekonomi.insatser.9", "Insats 9 per år"},
	        {"ekonomi.kostnader.1.perioden", "Kostnad 1 (Hyra, Stadsmissionen), hela perioden"},
	        {"ekonomi.kostnadsslag.lokaler", "Kostnad, lokaler"},
	        {"ekonomi.andel.stadsmissionen", "Andel av omfattningen, Stadsmissionen"},
	        {"ekonomi.andel.alla", "Alla andelar"},
	        {"ekonomi.uppräkning.2019", "Ökning enligt index 2019"},
	        {"ekonomi.indexfaktor.2019.preliminärt", "Indexfaktor 2019, preliminärt"},
	        {"ekonomi.årsbelopp.1.2019", "Uppräknat årsbelopp, insats 1, 2019"},
	        {"ekonomi.utbetalning.1", "Utbetalning 1 (2018-07-01)"},
	        {"ekonomi.utbetalning.2.insats 1.part 2.definitivt",
	         "Utbetalning 2 (2019-07-01), insats 1, Part 2, definitivt"},
	        {"ekonomi.utbetalning.9", "Utbetalning 9"},
	        {"ekonomi.utbetalt", "Utbetalt"},
	        {"ekonomi.utbetalt.2019", "Utbetalt, 2019"},
	        {"ekonomi.slutavräkning.2020", "Slutavräkning 2020"},
	        {"period.från", "Periodens första dag"},
	        {"period.sista uppsägningsdag", "Sista uppsägningsdag"},
	        {"ekonomi.index.från", "Första dagen för uppräkning"},
	        {"tabeller.kurser.Andel.1", "Väva, Andel (Kurser)"},
	        {"tabeller.kurser.Andel.2", "2, Andel (Kurser)"},
	        {"tabeller.kurser.Pris", "Alla, Pris (Kurser)"},
	        {"tabeller.utan.P", "S, P (utan)"},
	        {"tabeller.utan.Q", "tabeller.utan.Q"},
	        {"något annat", "något annat"},
	};
	read_case(desk, partnership);
	Labels labels = {&desk->arena, &desk->agreement, desk->ledger};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_text(label_of(&labels, text_of(rows[i].name)), rows[i].label);
}

CASE_TEST(every_entry_has_a_label_of_its_own)
{
	read_case(desk, partnership);
	Labels labels = {&desk->arena, &desk->agreement, desk->ledger};
	for (size_t i = 0; i < desk->ledger->count; i++) {
		Text name = desk->ledger->items[i]->name, label = label_of(&labels, name);
		assert_false(text_equal(name, label));
		for (size_t k = 0; k < i; k++)
			assert_false(
			        text_equal(label, label_of(&labels, desk->ledger->items[k]->name)));
	}
}

CASE_TEST(families_are_quantities_and_tables)
{
	static const struct {
		const char *name, *family;
	} rows[] = {
	        {"ekonomi.bidrag", "ekonomi.bidrag"},
	        {"ekonomi.bidrag.a.2019", "ekonomi.bidrag"},
	        {"ekonomi.bidrag från.n", "ekonomi.bidrag från"},
	        {"ekonomi.kostnader.1", "ekonomi.kostnader"},
	        {"ekonomi.kostnad.a", "ekonomi.kostnad"},
	        {"tabeller.kurser.Andel.1", "tabeller.kurser"},
	        {"period.till", "period.till"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_text(label_family(text_of(rows[i].name)), rows[i].family);
	(void)desk;
}

/* Explanations */

static Text explanation(Desk *desk, const char *name)
{
	ExplainRequest request = {&desk->arena, &desk->agreement, desk->ledger};
	Buffer out = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	const Entry *entry = ledger_find(desk->ledger, text_of(name));
	assert_non_null(entry);
	explain_entry(&request, entry, &out);
	return spaced(desk, buffer_text(&out));
}

CASE_TEST(a_value_is_explained_down_to_what_was_declared)
{
	read_case(desk, partnership);
	assert_text(
	        explanation(desk, "ekonomi.bidrag.2020"),
	        "Bidrag, 2020 [ekonomi.bidrag.2020]: 1 586 715 kr (preliminärt), rad 11\n"
	        "  Insats 1 (kontant, socialnämnden), 2020 [ekonomi.insatser.1.2020]: 1 586 715 kr "
	        "(preliminärt), rad 14\n"
	        "    = 1 500 000 kr × 1,027 × 1,03\n"
	        "    Insats 1 (kontant, socialnämnden) per år [ekonomi.insatser.1]: 1 500 000 kr, "
	        "rad 14\n"
	        "      = 1 000 000 kr + 500 000 kr\n"
	        "      Insats 1 (kontant, socialnämnden) per år, Stadsmissionen "
	        "[ekonomi.insatser.1.stadsmissionen]: 1 000 000 kr, angivet på rad 14\n"
	        "      Insats 1 (kontant, socialnämnden) per år, Part 2 [ekonomi.insatser.1.part "
	        "2]: 500 000 kr, angivet på rad 15\n"
	        "    Indexfaktor 2020 [ekonomi.indexfaktor.2020]: 1,05781 (preliminärt), rad 8\n"
	        "      = 1,027 × 1,03\n"
	        "      Ökning enligt index 2019 [ekonomi.uppräkning.2019]: 2,7 %, register.yaml, "
	        "rad 6\n"
	        "        källa: SKR\n"
	        "      Ökning enligt index 2020 [ekonomi.uppräkning.2020]: 3,0 % (preliminärt), "
	        "register.yaml, rad 7\n"
	        "        källa: Cirkulär 19\n");
}

CASE_TEST(a_declared_value_says_where_it_stands)
{
	read_case(desk, partnership);
	assert_text(
	        explanation(desk, "ekonomi.insatser.2.timmar"),
	        "Insats 2 (ideell tid, Part 2), timmar [ekonomi.insatser.2.timmar]: 100 timmar, "
	        "angivet på rad 16\n");
	/* What stands in the register names its file. */
	desk->shared = (Register){0};
	desk_add_register(desk, "kommun: {namn: K, invånare: 1 000}\n");
	desk_calculate(desk, "ärende: {rubrik: R}\n");
	assert_text(explanation(desk, "ekonomi.invånare"),
	            "Invånare [ekonomi.invånare]: 1 000, angivet i register.yaml, rad 1\n");
}

CASE_TEST(nothing_is_explained_twice)
{
	read_case(desk, partnership);
	Text text = explanation(desk, "ekonomi.bidrag.perioden");
	size_t first = text_find(text, TEXT("      = 1 000 000 kr + 500 000 kr\n"), 0);
	assert_true(first != TEXT_NOWHERE);
	assert_true(text_find(text, TEXT("= 1 000 000 kr + 500 000 kr\n"), first + 8) ==
	            TEXT_NOWHERE);
	assert_true(text_find(text, TEXT("[ekonomi.insatser.1]: 1 500 000 kr, rad 14 (se ovan)\n"),
	                      first) != TEXT_NOWHERE);
}

CASE_TEST(a_share_shows_each_part_once)
{
	read_case(desk, "ärende: {rubrik: R}\nparter: {a: {namn: A}, b: {namn: B}}\n"
	                "ekonomi: {insatser: [{part: a, slag: material, belopp: 1 kr/år},\n"
	                "                     {part: b, slag: material, belopp: 2 kr/år}]}\n");
	assert_text(explanation(desk, "ekonomi.andel.a"),
	            "Andel av omfattningen, A [ekonomi.andel.a]: 33,3 %, rad 3\n"
	            "  = 1 kr / 3 kr (avrundat till en decimal)\n"
	            "  Insats per år, A [ekonomi.insats.a]: 1 kr, rad 3\n"
	            "    Insats 1 (material, A) per år [ekonomi.insatser.1]: 1 kr, angivet på rad "
	            "3\n"
	            "  Insats per år, B [ekonomi.insats.b]: 2 kr, rad 3\n"
	            "    Insats 2 (material, B) per år [ekonomi.insatser.2]: 2 kr, angivet på rad "
	            "4\n");
}

CASE_TEST(all_computed_values_are_explained_with_their_operands)
{
	read_case(desk, "ärende: {rubrik: R}\nparter: {a: {namn: A}}\n"
	                "ekonomi: {insatser: [{part: a, slag: material, belopp: 1 kr/år},\n"
	                "                     {part: a, slag: material, belopp: 2 kr/år}]}\n");
	ExplainRequest request = {&desk->arena, &desk->agreement, desk->ledger};
	Buffer out = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	explain_all(&request, &out);
	Text text = spaced(desk, buffer_text(&out));
	const char *beginning =
	        "Insats per år, A [ekonomi.insats.a]: 3 kr, rad 3\n"
	        "  = 1 kr + 2 kr\n"
	        "  Insats 1 (material, A) per år [ekonomi.insatser.1]: 1 kr, angivet på rad 3\n"
	        "  Insats 2 (material, A) per år [ekonomi.insatser.2]: 2 kr, angivet på rad 4\n"
	        "\n"
	        "Omfattning per år [ekonomi.omfattning]: 3 kr, rad 3\n"
	        "  Insats per år, A [ekonomi.insats.a]: 3 kr, rad 3\n"
	        "\n";
	assert_text(text_cut(text, 0, text_of(beginning).length), beginning);
	/* As many paragraphs as there are computed entries. */
	size_t computed = 0, paragraphs = 1;
	for (size_t i = 0; i < desk->ledger->count; i++)
		computed += desk->ledger->items[i]->operation != OPERATION_DECLARED;
	for (size_t at = text_find(text, TEXT("\n\n"), 0); at != TEXT_NOWHERE;
	     at = text_find(text, TEXT("\n\n"), at + 1))
		paragraphs++;
	assert_int_equal(paragraphs, computed);
}

CASE_TEST(unknown_names_are_reported)
{
	static const struct {
		const char *name;
		DiagnosticCode code;
		const char *sentence;
	} rows[] = {
	        {"ekonomi.bidrg", UNKNOWN_REFERENCE_NEAR,
	         "Det finns inget värde som heter ”ekonomi.bidrg”. Menade du ”ekonomi.bidrag”?"},
	        {"ekonomi.bidrag.part 2.2109", UNKNOWN_REFERENCE_NEAR,
	         "Det finns inget värde som heter ”ekonomi.bidrag.part 2.2109”. Menade du "
	         "”ekonomi.bidrag.part 2.2019”?"},
	        {"månen", UNKNOWN_REFERENCE,
	         "Det finns inget värde som heter ”månen”. Kör ”overens explain ÄRENDE.yaml”, så "
	         "syns "
	         "namnen på allt som räknas ut."},
	        {"period.förnyad till", NO_SUCH_VALUE,
	         "Ärendet har inget värde som heter ”period.förnyad till”, för uppgifterna som det "
	         "räknas ut av saknas."},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		read_case(desk, partnership);
		ExplainRequest request = {&desk->arena, &desk->agreement, desk->ledger};
		explain_report_unknown(&request, text_of(rows[i].name), &desk->diagnostics);
		assert_int_equal(desk->diagnostics.first->code, rows[i].code);
		assert_int_equal(desk->diagnostics.errors, 1);
		assert_sentence(desk, rows[i].sentence);
	}
}

/* The calculation table */

static Text table_text(Desk *desk)
{
	TableRequest request = {
	        .arena = &desk->arena, .agreement = &desk->agreement, .ledger = desk->ledger};
	const ComputedTable *table = table_kind(TEXT("beräkningar"))->make(&request);
	Buffer out = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	for (size_t i = 0; table != NULL && i < table->count; i++) {
		assert_int_equal(table->column_count, 2);
		assert_false(table->items[i].sum);
		for (size_t c = 0; c < 2; c++) {
			assert_int_equal(table->items[i].cells[c].kind, CELL_TEXT);
			buffer_put(&out, table->items[i].cells[c].text);
			buffer_put(&out, c == 0 ? TEXT(" | ") : TEXT("\n"));
		}
	}
	return spaced(desk, buffer_text(&out));
}

CASE_TEST(the_table_has_calculations_by_quantity)
{
	read_case(desk, "ärende: {rubrik: R}\n"
	                "parter: {n: {register: socialnämnden}, part 2: {namn: B, kortnamn: Part "
	                "2}}\n"
	                "period: {från: 2018-07-01, till: 2019-12-31}\n"
	                "ekonomi: {insatser: [{part: n, slag: kontant, belopp: 1 001 kr/år},\n"
	                "                     {part: part 2, slag: material, belopp: 2 000 "
	                "kr/år}]}\n");
	/* No declared amount, no index, no sum of one; years that were not moved only when they are
	 * parts of a year. */
	assert_text(
	        table_text(desk),
	        "Insats 1 (kontant, socialnämnden), hela perioden | 1 001 kr × 18/12 = 1 502 kr "
	        "(avrundat till hel krona)\n"
	        "Insats 1 (kontant, socialnämnden), 2018 | 1 001 kr × 6/12 = 501 kr (avrundat till "
	        "hel krona)\n"
	        "Insats 2 (material, Part 2), hela perioden | 2 000 kr × 18/12 = 3 000 kr\n"
	        "Insats 2 (material, Part 2), 2018 | 2 000 kr × 6/12 = 1 000 kr\n"
	        "Omfattning per år | 1 001 kr + 2 000 kr = 3 001 kr\n"
	        "Omfattning, 2018 | 501 kr + 1 000 kr = 1 501 kr\n"
	        "Omfattning, 2019 | 1 001 kr + 2 000 kr = 3 001 kr\n"
	        "Omfattning, hela perioden | 1 502 kr + 3 000 kr = 4 502 kr\n"
	        "Andel av omfattningen, socialnämnden | 1 001 kr / 3 001 kr = 33,4 % (avrundat "
	        "till "
	        "en decimal)\n"
	        "Andel av omfattningen, Part 2: | 2 000 kr / 3 001 kr = 66,6 % (avrundat till en "
	        "decimal)\n"
	        "Alla andelar | 33,4 % + 66,6 % = 100,0 %\n"
	        "Andel av kontanta insatser, socialnämnden | 1 001 kr / 1 001 kr = 100,0 %\n");
}

CASE_TEST(years_beside_a_moved_one_are_all_shown)
{
	read_case(desk, "ärende: {rubrik: R}\nparter: {a: {namn: A}}\n"
	                "period: {från: 2018-07-01, till: 2020-06-30}\n"
	                "ekonomi: {insatser: [{part: a, slag: material, belopp: 5 kr/år}]}\n");
	assert_text(table_text(desk),
	            "Insats 1 (material, A), hela perioden | 5 kr × 24/12 = 10 kr\n"
	            "Insats 1 (material, A), 2018 | 5 kr × 6/12 = 3 kr (avrundat till hel krona)\n"
	            "Insats 1 (material, A), 2019 | 5 kr × 12/12 = 5 kr\n"
	            "Insats 1 (material, A), 2020 | 5 kr × 6/12 = 2 kr (avrundat till hel krona, "
	            "justerat så att åren tillsammans blir 10 kr)\n"
	            "Andel av omfattningen, A | 5 kr / 5 kr = 100,0 %\n");
}

CASE_TEST(factors_are_left_to_the_amounts_and_tables_come_last)
{
	read_case(desk, partnership);
	Text text = table_text(desk);
	assert_true(text_find(text, TEXT("Indexfaktor"), 0) == TEXT_NOWHERE);
	assert_true(text_find(text, TEXT("× 1,027 × 1,03 = 1 586 715 kr (preliminärt)"), 0) !=
	            TEXT_NOWHERE);
	assert_true(text_ends(
	        text, TEXT("Väva, Andel (Kurser) | 5 kr / 10 kr = 50,0 %\n"
	                   "2, Andel (Kurser) | 5 kr / 30 kr = 16,7 % (avrundat till en decimal)\n"
	                   "Alla, Pris (Kurser) | 10 kr + 30 kr = 40 kr\n"
	                   "Alla, Av (Kurser) | 5 kr + 5 kr = 10 kr\n"
	                   "Alla, Andel (Kurser) | 10 kr / 40 kr = 25,0 %\n")));
}

CASE_TEST(a_case_without_economy_has_no_calculations)
{
	read_case(desk, "ärende: {rubrik: R}\nperiod: {från: 2018-07-01, till: 2020-06-30}\n");
	TableRequest request = {
	        .arena = &desk->arena, .agreement = &desk->agreement, .ledger = desk->ledger};
	assert_null(table_kind(TEXT("beräkningar"))->make(&request));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        CASE_UNIT(names_become_labels),
	        CASE_UNIT(every_entry_has_a_label_of_its_own),
	        CASE_UNIT(families_are_quantities_and_tables),
	        CASE_UNIT(a_value_is_explained_down_to_what_was_declared),
	        CASE_UNIT(a_declared_value_says_where_it_stands),
	        CASE_UNIT(nothing_is_explained_twice),
	        CASE_UNIT(a_share_shows_each_part_once),
	        CASE_UNIT(all_computed_values_are_explained_with_their_operands),
	        CASE_UNIT(unknown_names_are_reported),
	        CASE_UNIT(the_table_has_calculations_by_quantity),
	        CASE_UNIT(years_beside_a_moved_one_are_all_shown),
	        CASE_UNIT(factors_are_left_to_the_amounts_and_tables_come_last),
	        CASE_UNIT(a_case_without_economy_has_no_calculations),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
