/* Tests of model: organisation numbers, the register, parties, and the rules between fields. */
#include "case.h"

#include <string.h>

#include "model/identifier.h"

/* Organisation numbers */

static NumberFault read_number(Desk *desk, const char *typed, const char *expected)
{
	Text number = {0};
	NumberFault fault = organisation_number_read(&desk->arena, text_of(typed), &number);
	assert_text(number, expected);
	return fault;
}

CASE_TEST(valid_numbers_are_read)
{
	static const char *const numbers[] = {
	        "212000-0449", "822003-0913", "802506-5742", "822000-3811", "212000-0142",
	        "212000-1355", "802001-4778", "212000-0340", "212000-1850", "222000-0448"};
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		assert_int_equal(read_number(desk, numbers[i], numbers[i]), NUMBER_OK);
}

CASE_TEST(numbers_get_one_form)
{
	static const char *const typed[] = {"2120000449",    "212000–0449",      "212000‑0449",
	                                    "212000‐0449",   "21 20 00-0449",    "212000 0449",
	                                    "212000 - 0449", "212000\u00A00449", "16212000-0449",
	                                    "162120000449",  "16 212000-0449"};
	for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++)
		assert_int_equal(read_number(desk, typed[i], "212000-0449"), NUMBER_OK);
}

CASE_TEST(numbers_need_ten_digits_and_nothing_else)
{
	static const char *const typed[] = {"",
	                                    "212000-044",
	                                    "212000-04490",
	                                    "212000-04491234",
	                                    "31212000-0449",
	                                    "212000-044A",
	                                    "212000/0449",
	                                    "212000_0449",
	                                    "SE212000044901",
	                                    "２12000-0449"};
	for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++)
		assert_int_equal(read_number(desk, typed[i], ""), NUMBER_SHAPE);
}

CASE_TEST(every_other_check_digit_is_wrong)
{
	for (char digit = '0'; digit <= '9'; digit++) {
		char typed[] = "822003-091?";
		typed[sizeof typed - 2] = digit;
		assert_int_equal(read_number(desk, typed, digit == '3' ? "822003-0913" : ""),
		                 digit == '3' ? NUMBER_OK : NUMBER_CHECK_DIGIT);
	}
	/* Two digits that changed places. */
	assert_int_equal(read_number(desk, "822030-0913", ""), NUMBER_CHECK_DIGIT);
}

CASE_TEST(personal_numbers_are_refused)
{
	assert_int_equal(read_number(desk, "811228-9874", ""), NUMBER_PERSONAL);
	assert_int_equal(read_number(desk, "811228-9875", ""), NUMBER_PERSONAL);
	assert_int_equal(read_number(desk, "800101 0000", ""), NUMBER_PERSONAL);
	assert_int_equal(read_number(desk, "19811228-9874", ""), NUMBER_PERSONAL);
	assert_int_equal(read_number(desk, "20010101-1234", ""), NUMBER_PERSONAL);
	assert_int_equal(read_number(desk, "16811228-9874", ""), NUMBER_PERSONAL);
	/* The third digit of an organisation number is at least 2. */
	assert_int_equal(read_number(desk, "802001-4778", "802001-4778"), NUMBER_OK);
}

/* The register */

CASE_TEST(register_is_read_and_sound)
{
	desk_add_register(desk, desk_register);
	resolve_register(&desk->shared, &desk->diagnostics);
	assert_sound(desk);
	assert_text(desk->shared.municipality.name.text, "Storköpings kommun");
	assert_int_equal(desk->shared.boards.count, 2);
	assert_int_equal(desk->shared.departments.count, 2);
	assert_int_equal(desk->shared.organisations.count, 3);
}

CASE_TEST(register_files_are_merged)
{
	desk_add_register(desk, "nämnder: {a: {namn: A}}\n");
	desk_add_register(desk, "nämnder: {b: {namn: B}}\norganisationer: {c: {namn: C}}\n");
	resolve_register(&desk->shared, &desk->diagnostics);
	assert_sound(desk);
	assert_int_equal(desk->shared.boards.count, 2);
	const Board *boards = desk->shared.boards.items;
	assert_text(boards[0].key.text, "a");
	assert_text(boards[1].name.text, "B");
}

CASE_TEST(register_reports_what_stands_twice)
{
	desk_add_register(desk, "nämnder: {a: {namn: A}}\norganisationer: {x: {namn: X}}\n");
	desk_add_register(desk, "nämnder: {b: {namn: B}, a: {namn: A2}}\n"
	                        "organisationer: {x: {namn: X2}}\n");
	resolve_register(&desk->shared, &desk->diagnostics);
	assert_reported(desk, {TWICE_IN_REGISTER, "a"}, {TWICE_IN_REGISTER, "x"});
	const Diagnostic *note = desk->diagnostics.first->notes;
	assert_non_null(note);
	assert_int_equal(note->code, FIRST_IN_REGISTER);
	assert_int_equal(note->span.first, strlen("nämnder: {"));
}

CASE_TEST(register_reports_a_board_without_its_department)
{
	desk_add_register(desk, "förvaltningar: {socialkontoret: {namn: S}}\n"
	                        "nämnder:\n  a: {namn: A, förvaltning: socialkontor}\n"
	                        "  b: {namn: B, förvaltning: stadshuset}\n  c: {namn: C}\n");
	resolve_register(&desk->shared, &desk->diagnostics);
	assert_reported(desk, {NOT_IN_REGISTER_NEAR, "socialkontor"},
	                {NOT_IN_REGISTER, "stadshuset"});
	assert_sentence(desk, "”socialkontor” finns inte bland förvaltningarna i registret. Menade "
	                      "du ”socialkontoret”?");
}

/* The matter */

CASE_TEST(matter_finds_its_board_and_the_boards_department)
{
	desk_read(desk, "ärende: {rubrik: R, nämnd: äldrenämnden}\n");
	assert_sound(desk);
	assert_text(desk->agreement.matter.board->name.text, "Äldrenämnden");
	assert_text(desk->agreement.matter.department->name.text, "Äldrekontoret");
	desk_read(desk, "ärende: {rubrik: R, nämnd: äldrenämnden, förvaltning: socialkontoret}\n");
	assert_text(desk->agreement.matter.department->name.text, "Socialkontoret");
	desk_read(desk, "ärende: {rubrik: R}\n");
	assert_sound(desk);
	assert_null(desk->agreement.matter.board);
	assert_null(desk->agreement.matter.department);
}

CASE_TEST(matter_reports_what_the_register_does_not_know)
{
	static const FaultRow rows[] = {
	        {"nämnd: äldrenämden}\n", NOT_IN_REGISTER_NEAR, "äldrenämden"},
	        {"nämnd: rektorn}\n", NOT_IN_REGISTER, "rektorn"},
	        {"förvaltning: Socialkontoret}\n", NOT_IN_REGISTER_NEAR, "Socialkontoret"},
	        {"förvaltning: pingst}\n", NOT_IN_REGISTER, "pingst"},
	        {"nämnd: [socialnämnden]}\n", WRONG_SHAPE, "[socialnämnden]"},
	        {"förvaltning: {namn: x}}\n", WRONG_SHAPE, "{namn: x}"},
	};
	assert_faults(desk, "ärende: {rubrik: R, ", rows);
	desk_read(desk, "ärende: {rubrik: R, nämnd: äldrenämden}\n");
	assert_sentence(desk, "”äldrenämden” finns inte bland nämnderna i registret. Menade du "
	                      "”äldrenämnden”?");
}

/* Parties */

static const Party *party(Desk *desk, const char *id)
{
	const Party *found = agreement_party(&desk->agreement, text_of(id));
	assert_non_null(found);
	return found;
}

CASE_TEST(a_board_becomes_a_public_party)
{
	desk_read(desk, "ärende: {rubrik: R}\nparter: {nämnden: {register: äldrenämnden}}\n");
	assert_sound(desk);
	const Party *board = party(desk, "nämnden");
	assert_text(board->board->key.text, "äldrenämnden");
	assert_text(board->name.text, "Äldrenämnden");
	assert_text(board->short_name.text, "äldrenämnden");
	assert_text(board->number.text, "212000-0449");
	assert_int_equal(board->sector.choice, SECTOR_PUBLIC);
}

CASE_TEST(an_organisation_fills_what_the_party_leaves_out)
{
	desk_read(desk, "ärende: {rubrik: R}\nparter:\n  p: {register: pingst}\n"
	                "  q: {register: pingst, namn: Pingst Norr, sektor: offentlig,\n"
	                "      kortnamn: Norr, organisationsnummer: 802506-5742}\n"
	                "  s: {register: stadsmissionen}\n  b: {register: bolaget}\n");
	assert_sound(desk);
	assert_text(party(desk, "p")->name.text, "Pingstförsamlingen i Storköping");
	assert_text(party(desk, "p")->short_name.text, "Pingst");
	assert_text(party(desk, "p")->number.text, "822000-3811");
	assert_int_equal(party(desk, "p")->sector.choice, SECTOR_CIVIL);
	assert_null(party(desk, "p")->board);
	assert_text(party(desk, "q")->name.text, "Pingst Norr");
	assert_text(party(desk, "q")->short_name.text, "Norr");
	assert_text(party(desk, "q")->number.text, "802506-5742");
	assert_int_equal(party(desk, "q")->sector.choice, SECTOR_PUBLIC);
	/* Without sector in the register it is civil; without short name the name serves. */
	assert_int_equal(party(desk, "s")->sector.choice, SECTOR_CIVIL);
	assert_text(party(desk, "s")->short_name.text, "Storköpings stadsmission");
	assert_int_equal(party(desk, "b")->sector.choice, SECTOR_PUBLIC);
}

CASE_TEST(a_party_outside_the_register_needs_a_name)
{
	desk_read(desk, "ärende: {rubrik: R}\nparter:\n  a: {namn: Föreningen A}\n"
	                "  b: {kortnamn: B}\n");
	assert_reported(desk, {PARTY_WITHOUT_NAME, "b"});
	assert_text(party(desk, "a")->short_name.text, "Föreningen A");
	assert_int_equal(party(desk, "a")->sector.choice, SECTOR_CIVIL);
	assert_int_equal(party_index(&desk->agreement, party(desk, "b")), 1);
	assert_null(agreement_party(&desk->agreement, TEXT("c")));
}

CASE_TEST(a_party_that_the_register_does_not_know_is_reported)
{
	static const FaultRow rows[] = {
	        {"p: {register: pinsgt}}\n", NOT_IN_REGISTER_NEAR, "pinsgt"},
	        {"p: {register: älderenämnden}}\n", NOT_IN_REGISTER_NEAR, "älderenämnden"},
	        {"p: {register: scouterna}}\n", NOT_IN_REGISTER, "scouterna"},
	        {"p: {register: [pingst]}}\n", WRONG_SHAPE, "[pingst]"},
	        {"p: pingst}\n", WRONG_SHAPE, "pingst"},
	};
	assert_faults(desk, "ärende: {rubrik: R}\nparter: {", rows);
}

#define TWO_PARTIES                                                                                \
	"ärende: {rubrik: R}\nparter: {nämnden: {register: socialnämnden}, pingst: {register: " \
	"pingst}}\n"

CASE_TEST(unknown_parties_of_the_economy_are_reported)
{
	static const FaultRow rows[] = {
	        {"ekonomi: {insatser: [{part: pinst, slag: kontant, belopp: 1 kr/år}]}\n",
	         UNKNOWN_PARTY_NEAR, "pinst"},
	        {"ekonomi: {insatser: [{part: kyrkan, slag: kontant, belopp: 1 kr/år}]}\n",
	         UNKNOWN_PARTY, "kyrkan"},
	        {"ekonomi: {insatser: [{part: nämnden, slag: kontant, fördelning: {pingts: 1 "
	         "kr/år}}]}\n",
	         UNKNOWN_PARTY_NEAR, "pingts"},
	        {"ekonomi: {kostnader: [{part: kyrkan, post: P, belopp: 1 kr/år}]}\n",
	         UNKNOWN_PARTY, "kyrkan"},
	        {"ekonomi: {egen finansiering: {kyrkan: 1 kr/år}}\n", UNKNOWN_PARTY, "kyrkan"},
	        {"ekonomi: {kostnader: [{part: {a: b}, post: P, belopp: 1 kr/år}]}\n", WRONG_SHAPE,
	         "{a: b}"},
	};
	assert_faults(desk, TWO_PARTIES, rows);
	desk_read(desk, TWO_PARTIES "ekonomi: {egen finansiering: {kyrkan: 1 kr/år}}\n");
	assert_sentence(desk, "Parten ”kyrkan” finns inte under ”parter”. Där finns: nämnden, "
	                      "pingst.");
	desk_read(desk, "ärende: {rubrik: R}\nekonomi: {egen finansiering: {kyrkan: 1 kr/år}}\n");
	assert_sentence(desk, "Parten ”kyrkan” finns inte under ”parter”. Där finns: ingen part.");
}

CASE_TEST(a_misspelt_party_counts_as_the_one_that_was_meant)
{
	desk_read(desk, TWO_PARTIES
	          "ekonomi:\n  insatser:\n    - {part: nämden, slag: kontant, fördelning: {pingt: "
	          "9 kr/år}}\n");
	assert_reported(desk, {UNKNOWN_PARTY_NEAR, "nämden"}, {UNKNOWN_PARTY_NEAR, "pingt"});
	const Contribution *contribution = desk->agreement.economy.contributions.items;
	assert_ptr_equal(contribution->party, party(desk, "nämnden"));
	const PartyAmount *split = contribution->split.items;
	assert_ptr_equal(split->party, party(desk, "pingst"));
}

/* Rules */

CASE_TEST(a_period_runs_forwards)
{
	desk_read(desk, "ärende: {rubrik: R}\nperiod: {från: 2020-01-02, till: 2020-01-01}\n");
	assert_reported(desk, {PERIOD_BACKWARDS, "2020-01-01"});
	assert_int_equal(desk->diagnostics.first->notes->code, PERIOD_STARTS_HERE);
	assert_text(span_text(desk->diagnostics.first->notes->span), "2020-01-02");
	static const char *const sound[] = {
	        "period: {från: 2020-01-01, till: 2020-01-01}\n",
	        "period: {från: 2020-01-01, till: 2022-12-31}\n",
	        "period: {från: 2020-01, till: 2020-01}\n",
	        "period: {från: 2020-01-01}\n",
	};
	for (size_t i = 0; i < sizeof sound / sizeof sound[0]; i++) {
		desk_calculate(desk, desk_join(desk, "ärende: {rubrik: R}\n", sound[i]));
		assert_sound(desk);
	}
}

CASE_TEST(a_date_that_could_not_be_read_is_reported_once)
{
	static const FaultRow rows[] = {
	        {"period: {från: 2020-01-01, till: 2021-06-31}\n", NO_SUCH_DATE, "2021-06-31"},
	        {"period: {från: 2020-02-30, till: 2021-06-30}\n", NO_SUCH_DATE, "2020-02-30"},
	        {"period: {från: 2020-01-01, till: snart}\n", NOT_A_DATE, "snart"},
	        {"period: {från: [2020-01-01], till: 2021-06-30}\n", WRONG_SHAPE, "[2020-01-01]"},
	};
	assert_faults(desk, "ärende: {rubrik: R}\n", rows);
}

CASE_TEST(contributions_need_a_value)
{
	static const FaultRow rows[] = {
	        {"slag: kontant}\n", CONTRIBUTION_VALUE, "kontant"},
	        {"slag: ideell tid, timmar: 100}\n", CONTRIBUTION_VALUE, "100"},
	        {"slag: ideell tid, timvärde: 214 kr}\n", CONTRIBUTION_VALUE, "214 kr"},
	        {"slag: kontant, belopp: }\n", CONTRIBUTION_VALUE, "kontant"},
	        {"slag: kontant, belopp: mycket}\n", NOT_AN_AMOUNT, "mycket"},
	        {"slag: ideell tid, timmar: många, timvärde: 214 kr}\n", NOT_AN_INTEGER, "många"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const char *yaml =
		        desk_join(desk, TWO_PARTIES "ekonomi:\n  insatser:\n  - {part: nämnden, ",
		                  rows[i].yaml);
		desk_calculate(desk, yaml);
		assert_reported(desk, {rows[i].code, rows[i].marked});
	}
	desk_read(desk, TWO_PARTIES
	          "ekonomi:\n  insatser:\n  - {part: nämnden, slag: ideell tid, timmar: 100}\n");
	assert_sentence(desk, "Insatsen saknar ”timvärde”, vad en timme är värd.");
}

/* Tables of the case */

#define TABLE                                                                                      \
	"ärende: {rubrik: R}\ntabeller:\n  t:\n    kolumner:\n      - {rubrik: Namn}\n"           \
	"      - {rubrik: Värde, slag: belopp}\n      - {rubrik: Antal, slag: antal}\n"

CASE_TEST(rows_have_a_cell_for_every_typed_column)
{
	desk_read(desk, TABLE "    rader:\n      - [A, 1 kr, 2]\n      - [B, 1 kr]\n"
	                      "      - [C, 1 kr, 2, 3]\n      - []\n      - [D]\n");
	assert_reported(desk, {CELL_COUNT, "[B, 1 kr]"}, {CELL_COUNT, "[C, 1 kr, 2, 3]"},
	                {CELL_COUNT, "[]"}, {CELL_COUNT, "[D]"});
	assert_sentence(desk, "Antalet celler på raden är 2, men tabellen behöver 3.");
	desk_read(desk, TABLE "      - {rubrik: Andel, slag: andel, täljare: Värde, nämnare: "
	                      "Värde}\n    rader:\n      - [A, 1 kr, 2]\n      - [B, '', '']\n");
	assert_sound(desk);
}

CASE_TEST(shares_name_columns_with_numbers)
{
	static const FaultRow rows[] = {
	        {"täljare: Värde, nämnare: Namn}\n    rader: [[A, 1 kr, 2]]\n", UNKNOWN_COLUMN,
	         "Namn"},
	        {"täljare: Värdet, nämnare: Antal}\n    rader: [[A, 1 kr, 2]]\n",
	         UNKNOWN_COLUMN_NEAR, "Värdet"},
	        {"täljare: Andel, nämnare: Antal}\n    rader: [[A, 1 kr, 2]]\n", UNKNOWN_COLUMN,
	         "Andel"},
	        {"täljare: Värde}\n    rader: [[A, 1 kr, 2]]\n", MISSING_KEY, "andel"},
	        {"nämnare: Värde}\n    rader: [[A, 1 kr, 2]]\n", MISSING_KEY, "andel"},
	};
	assert_faults(desk, TABLE "      - {rubrik: Andel, slag: andel, ", rows);
	desk_read(desk, TABLE "      - {rubrik: Andel, slag: andel, täljare: Värde, nämnare: "
	                      "Namn}\n    rader: []\n");
	assert_sentence(desk,
	                "Tabellen har ingen kolumn med rubriken ”Namn” som går att räkna med. "
	                "Den har: Värde, Antal.");
}

CASE_TEST(a_misspelt_kind_of_column_is_reported_once)
{
	desk_calculate(desk, TABLE "      - {rubrik: Andel, slag: andl, täljare: Värde, nämnare: "
	                           "Antal}\n    rader:\n      - [A, 1 kr, 2]\n      - [B, 1 kr, "
	                           "2]\n");
	assert_reported(desk, {NOT_A_CHOICE_NEAR, "andl"});
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        CASE_UNIT(valid_numbers_are_read),
	        CASE_UNIT(numbers_get_one_form),
	        CASE_UNIT(numbers_need_ten_digits_and_nothing_else),
	        CASE_UNIT(every_other_check_digit_is_wrong),
	        CASE_UNIT(personal_numbers_are_refused),
	        CASE_UNIT(register_is_read_and_sound),
	        CASE_UNIT(register_files_are_merged),
	        CASE_UNIT(register_reports_what_stands_twice),
	        CASE_UNIT(register_reports_a_board_without_its_department),
	        CASE_UNIT(matter_finds_its_board_and_the_boards_department),
	        CASE_UNIT(matter_reports_what_the_register_does_not_know),
	        CASE_UNIT(a_board_becomes_a_public_party),
	        CASE_UNIT(an_organisation_fills_what_the_party_leaves_out),
	        CASE_UNIT(a_party_outside_the_register_needs_a_name),
	        CASE_UNIT(a_party_that_the_register_does_not_know_is_reported),
	        CASE_UNIT(unknown_parties_of_the_economy_are_reported),
	        CASE_UNIT(a_misspelt_party_counts_as_the_one_that_was_meant),
	        CASE_UNIT(a_period_runs_forwards),
	        CASE_UNIT(a_date_that_could_not_be_read_is_reported_once),
	        CASE_UNIT(contributions_need_a_value),
	        CASE_UNIT(rows_have_a_cell_for_every_typed_column),
	        CASE_UNIT(shares_name_columns_with_numbers),
	        CASE_UNIT(a_misspelt_kind_of_column_is_reported_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
