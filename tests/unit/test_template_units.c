/* Tests of template: amounts in thousands and millions, and what else may be asked for in them. */
#include "page.h"

#define MATTER                                                                                     \
	"ärende: {rubrik: R}\n"                                                                   \
	"parter: {nämnden: {register: socialnämnden}, kyrkan i norr: {register: pingst}}\n"      \
	"period: {från: 2020-01-01, till: 2022-12-31}\n"                                          \
	"ekonomi:\n  insatser:\n"                                                                  \
	"    - {part: nämnden, slag: kontant, belopp: 1 149 500 kr/år}\n"                        \
	"    - {part: kyrkan i norr, slag: material, belopp: 499 kr/år}\n"                        \
	"rapport:\n  a: "

static void prose(Desk *desk, const char *value)
{
	desk->reading = value;
	page_expand(desk, PAGE_SECTION, desk_join(desk, MATTER, value));
}

CASE_TEST(amounts_are_written_in_thousands_and_millions)
{
	static const struct {
		const char *value, *outline;
	} rows[] = {
	        {"'{{ekonomi.bidrag i tkr}}'\n", "<p>1~150~tkr</p>"},
	        {"'{{ekonomi.bidrag i mnkr}}'\n", "<p>1,1~mnkr</p>"},
	        {"'{{ ekonomi.bidrag i tkr }}'\n", "<p>1~150~tkr</p>"},
	        {"'{{ekonomi.bidrag.perioden i mnkr}}'\n", "<p>3,4~mnkr</p>"},
	        {"'{{ekonomi.insats.kyrkan i norr i tkr}}'\n", "<p>0~tkr</p>"},
	        /* A key may have the same word in it. */
	        {"'{{ekonomi.insats.kyrkan i norr}}'\n", "<p>499~kr</p>"},
	        {"|\n    {{#om ekonomi.bidrag i tkr}}\n\n    Ja.\n\n    {{/om}}\n", "<p>Ja.</p>"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		prose(desk, rows[i].value);
		assert_sound(desk);
		assert_text(page_prose(desk), rows[i].outline);
	}
}

CASE_TEST(units_that_do_not_fit_are_reported)
{
	static const struct {
		const char *value;
		DiagnosticCode code;
		const char *sentence;
	} rows[] = {
	        {"'{{ekonomi.bidrag i öre}}'\n", UNIT_UNKNOWN,
	         "”ekonomi.bidrag” går inte att skriva i öre. Skriv ”i tkr” eller ”i mnkr”, eller "
	         "ingenting för kronor."},
	        {"'{{ekonomi.andel.nämnden i tkr}}'\n", UNIT_OF_NO_AMOUNT,
	         "”ekonomi.andel.nämnden” är inget belopp och kan inte skrivas i tkr. Skriv "
	         "{{ekonomi.andel.nämnden}}."},
	        {"'{{period.längd i dagar}}'\n", UNIT_OF_NO_AMOUNT,
	         "”period.längd” är inget belopp och kan inte skrivas i dagar. Skriv "
	         "{{period.längd}}."},
	        {"'{{ekonomi.bidrg i tkr}}'\n", UNKNOWN_REFERENCE_NEAR,
	         "Det finns inget värde som heter ”ekonomi.bidrg”. Menade du ”ekonomi.bidrag”?"},
	        {"'{{ekonomi.bidrg i byn}}'\n", UNKNOWN_REFERENCE,
	         "Det finns inget värde som heter ”ekonomi.bidrg i byn”. Kör ”overens explain "
	         "ÄRENDE.yaml”, så syns namnen på allt som räknas ut."},
	        {"'{{ekonomi.kostnad i tkr}}'\n", MISSING_VALUE,
	         "Texten visar ”ekonomi.kostnad i tkr”, men ärendet har inget sådant värde. Fyll i "
	         "det i ärendet, eller ta bort det här."},
	        {"'{{parter.nämnden i tkr}}'\n", UNIT_OF_NO_AMOUNT,
	         "”parter.nämnden” är inget belopp och kan inte skrivas i tkr. Skriv "
	         "{{parter.nämnden}}."},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		prose(desk, rows[i].value);
		assert_non_null(desk->diagnostics.first);
		assert_int_equal(desk->diagnostics.first->code, rows[i].code);
		assert_int_equal(desk->diagnostics.errors, 1);
		assert_sentence(desk, rows[i].sentence);
	}
}

CASE_TEST(what_is_not_certain_is_marked_in_every_unit)
{
	desk->shared = (Register){0};
	desk_add_register(desk, desk_register);
	desk_add_register(desk, "index:\n  OPI:\n    namn: omsorgsprisindex\n    källa: SKR\n"
	                        "    värden: {2021: {preliminärt: '10 %'}, 2022: 0 %}\n");
	resolve_register(&desk->shared, &desk->diagnostics);
	page_expand(desk, PAGE_SECTION,
	            "ärende: {rubrik: R}\n"
	            "parter: {nämnden: {register: socialnämnden}, p: {register: pingst}}\n"
	            "period: {från: 2020-01-01, till: 2022-12-31}\n"
	            "ekonomi:\n  index: {serie: OPI, från: 2021-01-01}\n  insatser:\n"
	            "    - {part: nämnden, slag: kontant, belopp: 100 000 kr/år}\n"
	            "rapport:\n  a: '{{ekonomi.bidrag.2020 i tkr}} {{ekonomi.bidrag.2021 i "
	            "tkr}}'\n");
	assert_sound(desk);
	assert_text(page_prose(desk), "<p>100~tkr 110~tkr (preliminärt)</p>");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        CASE_UNIT(amounts_are_written_in_thousands_and_millions),
	        CASE_UNIT(units_that_do_not_fit_are_reported),
	        CASE_UNIT(what_is_not_certain_is_marked_in_every_unit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
