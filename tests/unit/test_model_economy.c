/* Tests of model: indices and ceilings of the register, and the rules between a case's terms. */
#include "case.h"

#include <string.h>

#include "base/buffer.h"
#include "economics/quantity.h"

/* The register */

static void read_register(Desk *desk, const char *yaml)
{
	desk->diagnostics = (Diagnostics){.arena = &desk->arena};
	desk->shared = (Register){0};
	desk_add_register(desk, yaml);
	resolve_register(&desk->shared, &desk->diagnostics);
}

static const IndexYear *years_of(Desk *desk, size_t count)
{
	const IndexSeries *series = desk->shared.indices.items;
	assert_int_equal(series->years.count, count);
	return series->years.items;
}

#define SERIES "index: {OPI: {namn: omsorgsprisindex, källa: SKR, värden: {"

CASE_TEST(index_years_are_read)
{
	read_register(desk,
	              SERIES "2019: '2,7 %', 2023: {preliminärt: '3,5 %', definitivt: '4,6 %', "
	                     "publicerat: 2023-04-19, källa: K}}}}\n");
	assert_sound(desk);
	const IndexYear *years = years_of(desk, 2);
	assert_int_equal(years[0].year, 2019);
	assert_int_equal(years[0].definitive.ratio.numerator, 27);
	assert_false(VALUE_GIVEN(years[0].preliminary));
	assert_int_equal(years[1].year, 2023);
	assert_int_equal(years[1].preliminary.ratio.numerator, 7);
	assert_int_equal(years[1].preliminary.ratio.denominator, 200);
	assert_int_equal(years[1].published.date.day, 19);
	read_register(desk, SERIES "2018: {tal: '100,0'}, 2019: {tal: '102,5'}}}}\n");
	assert_sound(desk);
	assert_int_equal(years_of(desk, 2)[1].number.ratio.numerator, 205);
}

CASE_TEST(index_years_are_years)
{
	static const struct {
		const char *key, *marked;
	} rows[] = {{"19", "19"},       {"1899", "1899"},   {"02019", "02019"},
	            {"2019a", "2019a"}, {"10000", "10000"}, {"'2o19'", "'2o19'"},
	            {"-201", "-201"}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		read_register(desk,
		              desk_join(desk, desk_join(desk, SERIES, rows[i].key), ": 2 %}}}\n"));
		assert_reported(desk, {VALUE_NOT_HERE, rows[i].marked});
		assert_int_equal(years_of(desk, 1)->year, 0);
	}
	read_register(desk, SERIES "nästa år: 2 %}}}\n");
	assert_sentence(desk, "”nästa år” går inte här. Skriv ett år med fyra siffror, till "
	                      "exempel ”2019”.");
	read_register(desk, SERIES "1900: 2 %, 9999: 2 %}}}\n");
	assert_sound(desk);
}

CASE_TEST(an_index_year_has_one_kind_of_value)
{
	static const struct {
		const char *years;
		DiagnosticCode code;
		const char *marked;
	} rows[] = {
	        {"2019: ", INDEX_YEAR_EMPTY, "2019"},
	        {"2019: {}", INDEX_YEAR_EMPTY, "2019"},
	        {"2019: {källa: K}", INDEX_YEAR_EMPTY, "2019"},
	        {"2019: {tal: '102', definitivt: 2 %}", INDEX_MIXED, "'102'"},
	        {"2019: {tal: '102', preliminärt: 2 %}", INDEX_MIXED, "'102'"},
	        {"2019: 2 %, 2020: 3 %, 2021: {tal: '102'}, 2022: {tal: '103'}", INDEX_MIXED,
	         "2021"},
	        {"2019: {tal: '102'}, 2020: {preliminärt: 2 %}", INDEX_MIXED, "2020"},
	        {"2019: {preliminärt: 2 %, definitivt: 3 %}", PUBLISHED_MISSING, "2019"},
	        /* What could not be read counts as given. */
	        {"2019: [2 %]", WRONG_SHAPE, "[2 %]"},
	        {"2019: 2", SHARE_WITHOUT_SIGN, "2"},
	        {"2019: {tal: x}, 2020: {tal: '102'}", NOT_A_NUMBER, "x"},
	        {"2019: {preliminärt: 2 %, definitivt: 3 %, publicerat: snart}", NOT_A_DATE,
	         "snart"},
	        {"2019: 2 %, 2019: 3 %", YAML_DUPLICATE_KEY, "2019"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		read_register(desk,
		              desk_join(desk, desk_join(desk, SERIES, rows[i].years), "}}}\n"));
		desk->reading = rows[i].years;
		assert_reported(desk, {rows[i].code, rows[i].marked});
	}
	read_register(desk, SERIES "2019: 2 %, 2020: {tal: '102'}}}}\n");
	assert_sentence(desk, "Indexet OPI anges både i procent och med indextal. Skriv alla år på "
	                      "samma sätt.");
	assert_int_equal(desk->diagnostics.first->notes->code, INDEX_OTHERWISE_HERE);
	assert_text(span_text(desk->diagnostics.first->notes->span), "2019");
}

CASE_TEST(nothing_stands_twice_in_the_register)
{
	desk_add_register(desk, SERIES "2019: 2 %}}}\nstatsstöd: {tak: {euro: 1, år: 3, från: "
	                               "2014-01-01, källa: K}}\n");
	desk_add_register(desk, SERIES "2020: 2 %}}}\nstatsstöd: {tak: {euro: 2, år: 3, från: "
	                               "2024-01-01, källa: K}}\n");
	resolve_register(&desk->shared, &desk->diagnostics);
	assert_reported(desk, {TWICE_IN_REGISTER, "OPI"}, {TWICE_IN_REGISTER, "tak"});
	desk->diagnostics = (Diagnostics){.arena = &desk->arena};
	desk->shared = (Register){0};
	desk_add_register(desk, "kommun: {namn: A kommun}\neurokurs: {kronor: 10, källa: K}\n");
	desk_add_register(desk, "kommun: {namn: B kommun}\ntumregel: {källa: K}\n");
	resolve_register(&desk->shared, &desk->diagnostics);
	assert_reported(desk, {TWICE_IN_REGISTER, "kommun"});
	assert_int_equal(desk->diagnostics.first->notes->code, FIRST_IN_REGISTER);
	assert_text(desk->shared.municipality.name.text, "A kommun");
}

CASE_TEST(ceilings_run_forwards)
{
	read_register(desk,
	              "statsstöd: {a: {euro: 300 000, år: 3, från: 2024-01-01, till: "
	              "2030-12, källa: K}, b: {euro: 1, år: 3, från: 2024-01-01, källa: "
	              "K}, c: {euro: 1, år: 3, från: 2024-01-15, till: 2024-01, källa: K}}\n");
	assert_sound(desk);
	const AidCeiling *ceilings = desk->shared.ceilings.items;
	assert_text(ceilings[0].key.text, "a");
	assert_int_equal(ceilings[0].euro.value, 300000);
	read_register(desk, "statsstöd: {a: {euro: 300 000, år: 3, från: 2024-01-01, till: "
	                    "2023-12-31, källa: K}}\n");
	assert_reported(desk, {DAY_BEFORE, "2023-12-31"});
	assert_sentence(desk, "2023-12-31 ligger före takets första dag, 2024-01-01. Ändra den ena "
	                      "dagen.");
}

/* Cases */

#define REGISTER                                                                                    \
	"index:\n  OPI: {namn: omsorgsprisindex, källa: SKR, värden: {2019: '2,7 %', 2020: '3,0 " \
	"%',\n"                                                                                     \
	"        2021: {preliminärt: '1,5 %'}}}\n"                                                 \
	"  KPI: {namn: prisindex, källa: SCB, värden: {2019: {tal: 100}, 2020: {tal: 102}}}\n"

#define PARTIES                                                                                    \
	"ärende: {rubrik: R}\nparter: {nämnden: {register: socialnämnden}, pingst: {register: " \
	"pingst}}\n"
#define PERIOD "period: {från: 2019-07-01, till: 2021-06-30}\n"

/* A case on a desk whose register has indices. */
static void read_case(Desk *desk, const char *yaml)
{
	if (desk->shared.span.source == NULL) {
		desk_add_register(desk, desk_register);
		desk_add_register(desk, REGISTER);
		resolve_register(&desk->shared, &desk->diagnostics);
		assert_int_equal(desk->diagnostics.errors, 0);
	}
	desk_read(desk, yaml);
}

/* Each row, after `before`, gives one report. */
static void assert_each_faulty(Desk *desk, const char *before, const FaultRow *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		read_case(desk, desk_join(desk, before, rows[i].yaml));
		desk->reading = rows[i].yaml;
		assert_reported(desk, {rows[i].code, rows[i].marked});
	}
	desk->reading = NULL;
}

static void assert_each_sound(Desk *desk, const char *before, const char *const *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		read_case(desk, desk_join(desk, before, rows[i]));
		desk->reading = rows[i];
		assert_sound(desk);
	}
	desk->reading = NULL;
}

#define EACH_FAULTY(before, rows)                                                                  \
	assert_each_faulty(desk, (before), (rows), sizeof(rows) / sizeof(rows)[0])
#define EACH_SOUND(before, rows)                                                                   \
	assert_each_sound(desk, (before), (rows), sizeof(rows) / sizeof(rows)[0])

/* Index terms */

CASE_TEST(an_index_is_found_in_the_register)
{
	read_case(desk, PARTIES PERIOD "ekonomi: {index: {serie: KPI}}\n");
	assert_sound(desk);
	const IndexSeries *series = desk->shared.indices.items;
	assert_ptr_equal(desk->agreement.economy.index.in_force, &series[1]);
	static const FaultRow rows[] = {
	        {"{serie: OPl}}\n", NOT_IN_REGISTER_NEAR, "OPl"},
	        {"{serie: AKI-vård}}\n", NOT_IN_REGISTER, "AKI-vård"},
	        {"{serie: [OPI]}}\n", WRONG_SHAPE, "[OPI]"},
	};
	EACH_FAULTY(PARTIES PERIOD "ekonomi: {index: ", rows);
	assert_null(desk->agreement.economy.index.in_force);
	read_case(desk, PARTIES PERIOD "ekonomi: {index: {serie: OPl}}\n");
	assert_sentence(desk, "”OPl” finns inte bland indexen i registret. Menade du ”OPI”?");
	read_case(desk, PARTIES PERIOD "ekonomi: {}\n");
	assert_sound(desk);
	assert_null(desk->agreement.economy.index.in_force);
}

CASE_TEST(assumptions_are_for_years_that_the_index_lacks)
{
	read_case(desk, PARTIES PERIOD "ekonomi: {index: {serie: OPI, antaganden: {2022: '2,0 %', "
	                               "2020: '9 %', 2021: 1 %}}}\n");
	assert_reported(desk, {ASSUMPTION_NOT_USED, "2020"}, {ASSUMPTION_NOT_USED, "2021"});
	assert_int_equal(desk->diagnostics.errors, 0);
	assert_sentence(desk,
	                "Antagandet för 2020 används inte, för registret har ett värde för OPI "
	                "det året. Ta bort antagandet.");
	const IndexAssumption *assumptions = desk->agreement.economy.index.assumptions.items;
	assert_int_equal(assumptions[0].year, 2022);
	assert_int_equal(assumptions[0].rise.ratio.numerator, 1);
	assert_int_equal(assumptions[0].rise.ratio.denominator, 50);
	/* An index number alone tells no rise: the year before is needed too. */
	read_case(desk, PARTIES PERIOD
	          "ekonomi: {index: {serie: KPI, antaganden: {2019: 1 %, 2020: 1 %}}}\n");
	assert_reported(desk, {ASSUMPTION_NOT_USED, "2020"});
	read_case(desk,
	          PARTIES PERIOD "ekonomi: {index: {serie: OPI, antaganden: {snart: 1 %}}}\n");
	assert_reported(desk, {VALUE_NOT_HERE, "snart"});
}

CASE_TEST(index_terms_hold_together)
{
	static const FaultRow rows[] = {
	        {"tak: 1 %, golv: 2 %}}\n", CEILING_BELOW_FLOOR, "1 %"},
	        {"tak: '-0,1 %', golv: 0 %}}\n", CEILING_BELOW_FLOOR, "'-0,1 %'"},
	        {"ökningen avrundas till: 100 kr}}\n", NEEDS_ALSO, "100 kr"},
	        {"tak: hög, golv: 2 %}}\n", NOT_A_SHARE, "hög"},
	        {"tak: 2 %, golv: låg}}\n", NOT_A_SHARE, "låg"},
	};
	EACH_FAULTY(PARTIES PERIOD "ekonomi: {index: {serie: OPI, ", rows);
	read_case(desk, PARTIES PERIOD
	          "ekonomi: {index: {serie: OPI, ökningen avrundas till: 100 kr}}\n");
	assert_sentence(desk, "”ökningen avrundas till” behöver ”ökningen avrundas” under ”index”. "
	                      "Skriv till exempel ”ökningen avrundas: nedåt”.");
	static const char *const sound[] = {
	        "tak: 2 %, golv: 2 %}}\n",
	        "tak: 2 %}}\n",
	        "golv: 2 %}}\n",
	        "ökningen avrundas: nedåt}}\n",
	        "ökningen avrundas: nedåt, ökningen avrundas till: 100 kr}}\n",
	};
	EACH_SOUND(PARTIES PERIOD "ekonomi: {index: {serie: OPI, ", sound);
}

/* Contributions */

#define INSATS "ekonomi:\n  insatser:\n    - {part: nämnden, slag: kontant, "

CASE_TEST(a_contribution_says_its_value_in_one_way)
{
	static const FaultRow rows[] = {
	        {"timmar: 1, timvärde: 1 kr, belopp: 1 kr/år}\n", NOT_TOGETHER, "1"},
	        {"timvärde: 9 kr, belopp: 1 kr/år}\n", NOT_TOGETHER, "9 kr"},
	        {"fördelning: {pingst: 1 kr/år}, timmar: 7, timvärde: 1 kr}\n", NOT_TOGETHER, "7"},
	        {"belopp: 1 kr/år, per invånare: 2 kr/år}\n", NOT_TOGETHER, "2 kr/år"},
	        {"fördelning: {pingst: 1 kr/år}, per invånare: 2 kr/år}\n", NOT_TOGETHER,
	         "2 kr/år"},
	        {"timmar: 1, timvärde: 1 kr, per invånare: 2 kr/år}\n", NOT_TOGETHER, "2 kr/år"},
	};
	EACH_FAULTY(PARTIES "ekonomi:\n  invånare: 1\n  insatser:\n    - {part: nämnden, slag: "
	                    "kontant, ",
	            rows);
	read_case(desk, PARTIES INSATS "timmar: 1, belopp: 1 kr/år}\n");
	assert_sentence(desk,
	                "”belopp” och ”timmar” går inte att använda tillsammans. Ta bort det ena.");
	assert_int_equal(desk->diagnostics.first->notes->code, TOGETHER_WITH_THIS);
	assert_text(span_text(desk->diagnostics.first->notes->span), "1 kr/år");
	static const char *const sound[] = {
	        "belopp: 1 kr/år}\n",
	        "belopp: 1 kr/år, fördelning: {pingst: 1 kr/år}}\n",
	        "fördelning: {pingst: 0 kr/år}}\n",
	        "timmar: 0, timvärde: 1 kr}\n",
	};
	EACH_SOUND(PARTIES INSATS, sound);
	read_case(desk, PARTIES INSATS "belopp: }\n");
	assert_sentence(desk, "Insatsen saknar värde. Skriv ”belopp”, ”fördelning”, ”per invånare” "
	                      "eller ”timmar” och ”timvärde”.");
}

CASE_TEST(amounts_per_head_need_heads)
{
	static const FaultRow rows[] = {
	        {"ekonomi: {kostnad per deltagare: ja}\n", NEEDS_ALSO, "ja"},
	        {INSATS "per invånare: '2,82 kr/år'}\n", NEEDS_ALSO, "'2,82 kr/år'"},
	        {"ekonomi: {kostnad per deltagare: ja, deltagare: många}\n", NOT_AN_INTEGER,
	         "många"},
	};
	EACH_FAULTY(PARTIES, rows);
	read_case(desk, PARTIES "ekonomi: {kostnad per deltagare: ja}\n");
	assert_sentence(desk, "”kostnad per deltagare” behöver ”deltagare” under ”ekonomi”. Skriv "
	                      "till exempel ”deltagare: 25”.");
	static const char *const sound[] = {
	        "ekonomi: {kostnad per deltagare: ja, deltagare: 25}\n",
	        "ekonomi: {kostnad per deltagare: nej}\n",
	        "ekonomi: {deltagare: 25}\n",
	        "ekonomi: {invånare: 161 000, insatser: [{part: nämnden, slag: kontant, per "
	        "invånare: 2 kr/år}]}\n",
	};
	EACH_SOUND(PARTIES, sound);
	/* The municipality's own number will do. */
	desk->shared.municipality.inhabitants =
	        (IntegerValue){desk->shared.municipality.name.span, 161000};
	read_case(desk, PARTIES INSATS "per invånare: 2 kr/år}\n");
	assert_sound(desk);
}

CASE_TEST(whoever_is_named_has_an_amount)
{
	static const FaultRow rows[] = {
	        {INSATS "fördelning: {}}\n", AMOUNT_MISSING, "{}"},
	        {INSATS "belopp: 1 kr/år, fördelning: {}}\n", AMOUNT_MISSING, "{}"},
	        {INSATS "fördelning: {pingst: }}\n", AMOUNT_MISSING, "pingst"},
	        {INSATS "fördelning: {pingst: ''}}\n", AMOUNT_MISSING, "pingst"},
	        {"ekonomi: {egen finansiering: {pingst: }}\n", AMOUNT_MISSING, "pingst"},
	        {INSATS "fördelning: {pingst: mycket}}\n", NOT_AN_AMOUNT, "mycket"},
	        {INSATS "fördelning: {pingst: [1 kr/år]}}\n", WRONG_SHAPE, "[1 kr/år]"},
	};
	EACH_FAULTY(PARTIES, rows);
	read_case(desk, PARTIES INSATS "fördelning: {pingst: }}\n");
	assert_sentence(desk, "”pingst” saknar belopp. Skriv till exempel ”300 000 kr/år”, eller "
	                      "”0 kr/år” om det inte är något.");
}

CASE_TEST(amounts_are_not_negative)
{
	static const FaultRow rows[] = {
	        {INSATS "belopp: -1 kr/år}\n", NEGATIVE_AMOUNT, "-1 kr/år"},
	        {INSATS "belopp: '-0,01 kr/år'}\n", NEGATIVE_AMOUNT, "'-0,01 kr/år'"},
	        {INSATS "timmar: 1, timvärde: -214 kr}\n", NEGATIVE_AMOUNT, "-214 kr"},
	        {INSATS "fördelning: {pingst: -1 kr/år}}\n", NEGATIVE_AMOUNT, "-1 kr/år"},
	        {"ekonomi: {invånare: 1, insatser: [{part: nämnden, slag: kontant, per invånare: "
	         "-1 kr/år}]}\n",
	         NEGATIVE_AMOUNT, "-1 kr/år"},
	        {"ekonomi: {kostnader: [{part: pingst, post: P, belopp: -1 kr/år}]}\n",
	         NEGATIVE_AMOUNT, "-1 kr/år"},
	        {"ekonomi: {egen finansiering: {pingst: -1 kr/år}}\n", NEGATIVE_AMOUNT, "-1 kr/år"},
	};
	EACH_FAULTY(PARTIES, rows);
	read_case(desk, PARTIES INSATS "belopp: \u22121 kr/år}\n");
	assert_sentence(desk,
	                "En insats kan inte vara negativ. Skriv beloppet utan minustecken. Vad "
	                "en part får skrivs under ”fördelning”.");
	static const char *const sound[] = {
	        INSATS "belopp: 0 kr/år}\n",
	        INSATS "fördelning: {pingst: 0 kr/år}}\n",
	        "ekonomi: {kostnader: [{part: pingst, post: P, belopp: 0 kr/år}]}\n",
	        "ekonomi: {egen finansiering: {pingst: 0 kr/år}}\n",
	};
	EACH_SOUND(PARTIES, sound);
}

/* Days */

CASE_TEST(contributions_keep_within_the_period)
{
	static const FaultRow rows[] = {
	        {"från: 2020-07-01, till: 2020-06-30}\n", DAY_BEFORE, "2020-06-30"},
	        {"från: 2019-06-30}\n", DAY_BEFORE, "2019-06-30"},
	        {"från: 2019-06}\n", DAY_BEFORE, "2019-06"},
	        {"från: 2021-07-01}\n", DAY_AFTER, "2021-07-01"},
	        {"till: 2021-07-01}\n", DAY_AFTER, "2021-07-01"},
	        {"till: 2021-07}\n", DAY_AFTER, "2021-07"},
	        {"till: 2019-06-30}\n", DAY_BEFORE, "2019-06-30"},
	        {"från: 2020-01-01, till: 2021-12-31}\n", DAY_AFTER, "2021-12-31"},
	        {"från: 2018-01-01, till: 2018-12-31}\n", DAY_BEFORE, "2018-01-01"},
	        {"från: 2019-06-31}\n", NO_SUCH_DATE, "2019-06-31"},
	};
	EACH_FAULTY(PARTIES PERIOD INSATS "belopp: 1 kr/år, ", rows);
	read_case(desk, PARTIES PERIOD INSATS "belopp: 1 kr/år, till: 2021-07}\n");
	assert_sentence(desk, "2021-07 ligger efter periodens sista dag, 2021-06-30. Ändra den ena "
	                      "dagen.");
	assert_text(span_text(desk->diagnostics.first->notes->span), "2021-06-30");
	read_case(desk,
	          PARTIES PERIOD INSATS "belopp: 1 kr/år, från: 2020-07-01, till: 2020-06-30}\n");
	assert_sentence(desk, "2020-06-30 ligger före insatsens första dag, 2020-07-01. Ändra den "
	                      "ena dagen.");
	static const char *const sound[] = {
	        "från: 2019-07-01, till: 2021-06-30}\n",
	        "från: 2019-07, till: 2021-06}\n",
	        "från: 2020-02-15, till: 2020-02}\n",
	        "från: 2020-07-01, till: 2020-07-01}\n",
	};
	EACH_SOUND(PARTIES PERIOD INSATS "belopp: 1 kr/år, ", sound);
	/* Months as the ends of the period. */
	EACH_SOUND(PARTIES "period: {från: 2019-07, till: 2021-06}\n" INSATS "belopp: 1 kr/år, ",
	           sound);
	/* Without last day. */
	EACH_SOUND(PARTIES "period: {från: 2019-07}\n" INSATS "belopp: 1 kr/år, ", sound);
}

CASE_TEST(a_month_is_all_of_its_days)
{
	static const char *const sound[] = {
	        "period: {från: 2020-01-15, till: 2020-01}\n",
	        "period: {från: 2020-01, till: 2020-01}\n",
	        "period: {från: 2020-02, till: 2020-02-01}\n",
	        "period: {från: 2020-01-15}\nekonomi: {beräknas till: 2020-01}\n",
	};
	EACH_SOUND("ärende: {rubrik: R}\n", sound);
	static const FaultRow rows[] = {
	        {"period: {från: 2020-02-01, till: 2020-01}\n", PERIOD_BACKWARDS, "2020-01"},
	        {"period: {från: 2020-01, till: 2019-12-31}\n", PERIOD_BACKWARDS, "2019-12-31"},
	        /* And nothing more about what lies outside such a period. */
	        {"period: {från: 2020-01, till: 2019-12-31}\nekonomi: {beräknas till: 2019-01}\n",
	         PERIOD_BACKWARDS, "2019-12-31"},
	};
	EACH_FAULTY("ärende: {rubrik: R}\n", rows);
}

CASE_TEST(amounts_are_known_for_some_of_the_period)
{
	static const FaultRow rows[] = {
	        {"2019-06-30}\n", DAY_BEFORE, "2019-06-30"},
	        {"2019-06}\n", DAY_BEFORE, "2019-06"},
	};
	EACH_FAULTY(PARTIES "period: {från: 2019-07-01}\nekonomi: {beräknas till: ", rows);
	static const char *const sound[] = {"2019-07-01}\n", "2019-07}\n", "2024-12-31}\n"};
	EACH_SOUND(PARTIES "period: {från: 2019-07-01}\nekonomi: {beräknas till: ", sound);
}

CASE_TEST(terms_in_time_need_a_period)
{
	static const FaultRow rows[] = {
	        {"ekonomi: {index: {serie: OPI}}\n", NEEDS_ALSO, "OPI"},
	        {"ekonomi: {utbetalning: {månad: mars}}\n", NEEDS_ALSO, "{månad: mars}"},
	        {"ekonomi: {beräknas till: 2020-12-31}\n", NEEDS_ALSO, "2020-12-31"},
	        {INSATS "belopp: 1 kr/år, från: 2020-01-01}\n", NEEDS_ALSO, "2020-01-01"},
	        {INSATS "belopp: 1 kr/år, till: 2020-12-31}\n", NEEDS_ALSO, "2020-12-31"},
	        {"period: {från: 2020-01-01, förnyas: 1 år}\n", NEEDS_ALSO, "1 år"},
	        {"period: {från: 2020-01-01, beslutstid: 9 månader}\n", NEEDS_ALSO, "9 månader"},
	        /* What could not be read counts as given. */
	        {"period: {från: snart}\nekonomi: {index: {serie: OPI}}\n", NOT_A_DATE, "snart"},
	        {"period: {från: 2020-01-01, till: snart, förnyas: 1 år}\n", NOT_A_DATE, "snart"},
	};
	EACH_FAULTY(PARTIES, rows);
	read_case(desk, PARTIES "ekonomi: {index: {serie: OPI}}\n");
	assert_sentence(desk, "”index” behöver ”från” under ”period”. Skriv till exempel ”från: "
	                      "2020-01-01”.");
	read_case(desk, PARTIES "period: {från: 2020-01-01, förnyas: 1 år}\n");
	assert_sentence(desk, "”förnyas” behöver ”till” under ”period”. Skriv till exempel ”till: "
	                      "2022-12-31”.");
}

CASE_TEST(a_period_has_at_most_so_many_years)
{
	static const FaultRow rows[] = {
	        {"period: {från: 2000-12-31, till: 2100-01-01}\n", TOO_MANY_YEARS, "2100-01-01"},
	        {"period: {från: 2001-01-01, till: 9999-12-31}\n", YEAR_UNLIKELY, "9999-12-31"},
	        {"period: {från: 0201-01-01, till: 2020-12-31}\n", YEAR_UNLIKELY, "0201-01-01"},
	        {"period: {från: 2000-01-01}\nekonomi: {beräknas till: 2100-01}\n", TOO_MANY_YEARS,
	         "2100-01"},
	};
	EACH_FAULTY("ärende: {rubrik: R}\n", rows);
	read_case(desk, "ärende: {rubrik: R}\nperiod: {från: 2000-12-31, till: 2100-01-01}\n");
	assert_sentence(desk,
	                "Det blir 101 kalenderår att räkna på. Högst 100 är möjligt. Skriv en "
	                "tidigare dag.");
	static const char *const sound[] = {
	        "period: {från: 2000-01-01, till: 2099-12-31}\n",
	        "period: {från: 1900-01-01, till: 1900-12-31}\n",
	        "period: {från: 2999-01-01, till: 2999-12-31}\n",
	        "period: {från: 2000-01-01}\n",
	};
	EACH_SOUND("ärende: {rubrik: R}\n", sound);
}

/* Payments */

CASE_TEST(payments_divide_the_year)
{
	static const FaultRow rows[] = {
	        {"gånger per år: 5}}\n", VALUE_NOT_HERE, "5"},
	        {"gånger per år: 11}}\n", VALUE_NOT_HERE, "11"},
	        {"gånger per år: 13}}\n", INTEGER_RANGE, "13"},
	        {"gånger per år: ofta}}\n", NOT_AN_INTEGER, "ofta"},
	        {"engångsbelopp: ja, gånger per år: 4}}\n", NOT_TOGETHER, "4"},
	        {"engångsbelopp: ja, gånger per år: 5}}\n", NOT_TOGETHER, "5"},
	};
	EACH_FAULTY(PARTIES PERIOD "ekonomi: {utbetalning: {", rows);
	static const char *const sound[] = {
	        "gånger per år: 1}}\n",  "gånger per år: 2}}\n",
	        "gånger per år: 3}}\n",  "gånger per år: 4}}\n",
	        "gånger per år: 6}}\n",  "gånger per år: 12}}\n",
	        "engångsbelopp: ja}}\n", "engångsbelopp: nej, gånger per år: 4}}\n",
	};
	EACH_SOUND(PARTIES PERIOD "ekonomi: {utbetalning: {", sound);
}

/* Names */

static bool key_is_refused(Desk *desk, Text key)
{
	Text parts[] = {TEXT("ärende: {rubrik: R}\nparter: {'"), key, TEXT("': {namn: N}}\n")};
	read_case(desk, text_terminated(&desk->arena, text_join(&desk->arena, parts, 3)));
	return desk->diagnostics.first != NULL && desk->diagnostics.first->code == PARTY_KEY_TAKEN;
}

CASE_TEST(party_keys_are_not_names_of_something_else)
{
	static const char *const free_keys[] = {"alla barn", "2019 års förening", "till vänster",
	                                        "perioder",  "nämnden",           "idéburen"};
	static const char *const taken[] = {"alla",
	                                    "idéburna",
	                                    "offentliga",
	                                    "perioden",
	                                    "perioden före uppräkning",
	                                    "till 2021-12-31",
	                                    "från 2019-07-01",
	                                    "2019",
	                                    "1",
	                                    "kyrkan.a",
	                                    ".",
	                                    "i.o.g.t"};
	for (size_t i = 0; i < sizeof free_keys / sizeof free_keys[0]; i++)
		assert_false(key_is_refused(desk, text_of(free_keys[i])));
	for (size_t i = 0; i < sizeof taken / sizeof taken[0]; i++) {
		assert_true(key_is_refused(desk, text_of(taken[i])));
		assert_int_equal(desk->diagnostics.errors, 1);
	}
	assert_sentence(desk, "En part kan inte ha nyckeln ”i.o.g.t”, för då får uträknade värden "
	                      "namn som går att förväxla. Välj ett annat ord, utan punkt och inte "
	                      "bara siffror eller ett datum.");
}

/* The list of computed values decides which keys are taken: whatever one of them has after the name
 * of a value of a party. */
CASE_TEST(no_free_party_key_collides_with_a_computed_name)
{
	const Text name = TEXT("x");
	/* Of which only two years are known. */
	read_case(desk, "ärende: {rubrik: R}\nperiod: {från: 2020-01-01}\n"
	                "ekonomi: {beräknas till: 2021-12-31}\n");
	const Text ends[] = {
	        text_after(quantity_together(&desk->arena, &desk->agreement, name), 2),
	        text_after(quantity_from(&desk->arena, name, (Date){2019, 7, 1}), 2),
	        text_after(quantity_for_period(&desk->arena, name), 2),
	        text_after(quantity_before_index(&desk->arena, name), 2),
	        text_after(quantity_in_year(&desk->arena, name, 2019), 2),
	        text_after(quantity_number(&desk->arena, QUANTITY_CONTRIBUTION, 0),
	                   quantity_facts(QUANTITY_CONTRIBUTION)->name.length + 1),
	};
	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
		assert_true(key_is_refused(desk, ends[i]));
	size_t found = 0;
	for (Quantity a = 0; a < QUANTITIES; a++) {
		Text beginning = quantity_of(&desk->arena, a, TEXT(""));
		for (Quantity b = 0; quantity_facts(a)->of & OF_PARTY && b < QUANTITIES; b++) {
			Text whole = quantity_facts(b)->name;
			if (!text_starts(whole, beginning))
				continue;
			found++;
			assert_true(key_is_refused(desk, text_after(whole, beginning.length)));
		}
	}
	assert_true(found >= 3);
}

#define TABLES "ärende: {rubrik: R}\ntabeller:\n"

CASE_TEST(columns_have_headings_of_their_own)
{
	static const FaultRow rows[] = {
	        {"[{rubrik: A, slag: belopp}, {rubrik: A, slag: belopp}]\n    rader: []\n",
	         COLUMN_TAKEN, "A"},
	        {"[{rubrik: A}, {rubrik: A}]\n    rader: []\n", COLUMN_TAKEN, "A"},
	        {"[{rubrik: A}, {rubrik: A, slag: datum}]\n    rader: []\n", COLUMN_TAKEN, "A"},
	        {"[{rubrik: A, slag: belopp}, {rubrik: A.1, slag: belopp}]\n    rader: [[–, –]]\n",
	         COLUMN_TAKEN, "A.1"},
	        {"[{rubrik: A.2, slag: antal}, {rubrik: A, slag: antal}]\n"
	         "    rader: [[–, –], [–, –]]\n",
	         COLUMN_TAKEN, "A"},
	        {"[{rubrik: A}, {rubrik: }]\n    rader: []\n", MISSING_KEY, "rubrik"},
	};
	EACH_FAULTY(TABLES "  t:\n    kolumner: ", rows);
	static const char *const sound[] = {
	        "[{rubrik: A, slag: belopp}, {rubrik: a, slag: belopp}]\n    rader: []\n",
	        /* No such row, no such cell, no row of that name. */
	        "[{rubrik: A, slag: belopp}, {rubrik: A.2, slag: belopp}]\n    rader: [[–, –]]\n",
	        "[{rubrik: A, slag: belopp}, {rubrik: A.1}]\n    rader: [[–, –]]\n",
	        "[{rubrik: A, slag: belopp}, {rubrik: A.01, slag: belopp}]\n    rader: [[–, –]]\n",
	        "[{rubrik: 2019, slag: belopp}, {rubrik: 2020, slag: belopp}]\n    rader: []\n",
	        "[{rubrik: Kostn. per år, slag: belopp}, {rubrik: 1}]\n    rader: [[–, –]]\n",
	};
	EACH_SOUND(TABLES "  t:\n    kolumner: ", sound);
	read_case(desk,
	          TABLES "  t:\n    kolumner: [{rubrik: A, slag: belopp}, {rubrik: A.1, slag: "
	                 "belopp}]\n    rader: [[–, –]]\n");
	assert_sentence(desk, "Rubriken ”A.1” gör att ”tabeller.t.A.1” kan betyda två saker. Ge "
	                      "kolumnen en annan rubrik.");
	assert_text(span_text(desk->diagnostics.first->notes->span), "A");
}

CASE_TEST(columns_of_different_tables_seldom_collide)
{
	static const FaultRow rows[] = {
	        {"  a: {kolumner: [{rubrik: b.c, slag: belopp}], rader: []}\n"
	         "  a.b: {kolumner: [{rubrik: c, slag: belopp}], rader: []}\n",
	         COLUMN_TAKEN, "c"},
	        {"  a: {kolumner: [{rubrik: b, slag: belopp}], rader: [[–]]}\n"
	         "  a.b: {kolumner: [{rubrik: '1', slag: belopp}], rader: []}\n",
	         COLUMN_TAKEN, "'1'"},
	};
	EACH_FAULTY(TABLES, rows);
	static const char *const sound[] = {
	        "  a: {kolumner: [{rubrik: c, slag: belopp}], rader: []}\n"
	        "  b: {kolumner: [{rubrik: c, slag: belopp}], rader: []}\n",
	        "  a: {kolumner: [{rubrik: b.c}], rader: []}\n"
	        "  a.b: {kolumner: [{rubrik: c}], rader: []}\n",
	        "  a: {kolumner: [{rubrik: b, slag: belopp}], rader: []}\n"
	        "  a.b: {kolumner: [{rubrik: '1', slag: belopp}], rader: []}\n",
	};
	EACH_SOUND(TABLES, sound);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        CASE_UNIT(index_years_are_read),
	        CASE_UNIT(index_years_are_years),
	        CASE_UNIT(an_index_year_has_one_kind_of_value),
	        CASE_UNIT(nothing_stands_twice_in_the_register),
	        CASE_UNIT(ceilings_run_forwards),
	        CASE_UNIT(an_index_is_found_in_the_register),
	        CASE_UNIT(assumptions_are_for_years_that_the_index_lacks),
	        CASE_UNIT(index_terms_hold_together),
	        CASE_UNIT(a_contribution_says_its_value_in_one_way),
	        CASE_UNIT(amounts_per_head_need_heads),
	        CASE_UNIT(whoever_is_named_has_an_amount),
	        CASE_UNIT(amounts_are_not_negative),
	        CASE_UNIT(contributions_keep_within_the_period),
	        CASE_UNIT(a_month_is_all_of_its_days),
	        CASE_UNIT(amounts_are_known_for_some_of_the_period),
	        CASE_UNIT(terms_in_time_need_a_period),
	        CASE_UNIT(a_period_has_at_most_so_many_years),
	        CASE_UNIT(payments_divide_the_year),
	        CASE_UNIT(party_keys_are_not_names_of_something_else),
	        CASE_UNIT(no_free_party_key_collides_with_a_computed_name),
	        CASE_UNIT(columns_have_headings_of_their_own),
	        CASE_UNIT(columns_of_different_tables_seldom_collide),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
