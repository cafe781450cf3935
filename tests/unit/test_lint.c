/* Tests of lint: for each rule, texts that it must complain of and texts that it must not. */
#include "case.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "lint/lint.h"
#include "model/fields.h"

static const char base[] =
        "ärende: {rubrik: R, datum: 2019-10-15, diarienummer: SN 2019-7}\n"
        "parter:\n  nämnden: {register: äldrenämnden}\n"
        "  poolen: {namn: Resurspoolen, kortnamn: Poolen}\n"
        "period: {från: 2020-01-01, till: 2022-12-31}\n"
        "ekonomi:\n  insatser:\n    - {part: nämnden, slag: kontant, belopp: 933 000 kr/år}\n";

static const char shared[] =
        "kommun: {namn: Storköpings kommun, diarienummer: [\"{prefix} {år}-{nummer}\"]}\n"
        "förvaltningar:\n  socialkontoret: {namn: Socialkontoret}\n"
        "nämnder:\n"
        "  socialnämnden: {namn: Socialnämnden, diarieprefix: SN}\n"
        "  äldrenämnden: {namn: Äldrenämnden, diarieprefix: ÄN, skrivs inte: äldreomsorgsnämnden}\n"
        "  social- och omsorgsnämnden: {namn: Social- och omsorgsnämnden}\n"
        "organisationer:\n"
        "  pingst: {namn: Pingstförsamlingen i Storköping, kortnamn: Pingstförsamlingen,\n"
        "           skrivs inte: [Pingstkyrkan]}\n"
        "  stadsmissionen: {namn: Storköpings stadsmission,\n"
        "                   skrivs inte: [Storköpings Stadsmission]}\n"
        "  föreningen: {namn: Internationella kvinnoföreningen, kortnamn: IKF}\n"
        "lagar:\n"
        "  \"1991:900\": {namn: kommunallagen, kallas: KL, upphävd: 2018-01-01,\n"
        "                ersatt av: \"2017:725\", källa: k}\n"
        "  \"2017:725\": {namn: kommunallagen, kallas: KL, från: 2018-01-01, källa: k}\n"
        "  \"2001:453\": {namn: socialtjänstlagen, kallas: SoL, upphävd: 2025-07-01, källa: k}\n"
        "  \"1998:1\": {namn: gamla lagen, kallas: GL, upphävd: 2010-01-01, källa: k}\n"
        "  \"1976:580\": {namn: lagen om medbestämmande i arbetslivet, kallas: [MBL], källa: k}\n"
        "  \"2022:900\": {namn: lagen om registrering, från: 2023-01-01, källa: k}\n";

/* The text as a block scalar of a section. */
static const char *section_of(Desk *desk, const char *head, const char *prose)
{
	Buffer out = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	Text rest = text_of(prose), line = {0};
	buffer_put(&out, text_of(head));
	while (text_next(&rest, '\n', &line)) {
		buffer_put(&out, TEXT("    "));
		buffer_put(&out, line);
		buffer_put_byte(&out, '\n');
	}
	return text_terminated(&desk->arena, buffer_text(&out));
}

#define IN_SECTION "rapport:\n  bakgrund: |\n"

/* Reads a register once, so that a test may say first how it weighs the rules. */
static void desk_register_also(Desk *desk, const char *more)
{
	desk_add_register(desk, desk_join(desk, shared, more));
	resolve_register(&desk->shared, &desk->diagnostics);
	assert_sound(desk);
}

/* Figures are the tally's to complain of. */
static void leave_out_figures(Desk *desk)
{
	Diagnostics kept = {.arena = &desk->arena};
	for (Diagnostic *one = desk->diagnostics.first; one != NULL; one = one->next) {
		if (one->code >= PROSE_UNKNOWN && one->code <= PROSE_MEANS_OTHER)
			continue;
		Diagnostic *copy = ARENA_NEW(&desk->arena, Diagnostic);
		*copy = *one;
		copy->next = NULL;
		*(kept.latest == NULL ? &kept.first : &kept.latest->next) = copy;
		kept.latest = copy;
		kept.errors += one->severity == SEVERITY_ERROR;
	}
	desk->diagnostics = kept;
}

static void desk_lint(Desk *desk, const char *yaml)
{
	if (desk->shared.span.source == NULL)
		desk_register_also(desk, "");
	desk_calculate(desk, yaml);
	assert_sound(desk);
	Lint *lint = lint_open(&desk->arena, &desk->agreement, desk->ledger, &desk->diagnostics);
	lint_case(lint);
	lint_end(lint);
	leave_out_figures(desk);
}

/* What the text would be with the fix of the first report written in. */
static const char *fixed(Desk *desk)
{
	const Diagnostic *first = desk->diagnostics.first;
	if (first->fix == NULL)
		return NULL;
	Span span = first->span, fix = first->fix->span;
	Text parts[] = {
	        span_text(span_of(span.source, span.first < fix.first ? span.first : fix.first,
	                          fix.first)),
	        first->fix->text,
	        span_text(span_of(span.source, fix.end, span.end > fix.end ? span.end : fix.end))};
	return text_terminated(&desk->arena, text_join(&desk->arena, parts, 3));
}

/* A text, the code and the place of its only report, and what the place is when it is mended; NULL
 * for a report without fix. */
typedef struct LintRow {
	const char *text;
	DiagnosticCode code;
	const char *marked;
	const char *right;
} LintRow;

static void assert_complains(Desk *desk, const char *head, const LintRow *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		desk->reading = rows[i].text;
		desk_lint(desk, desk_join(desk, base, section_of(desk, head, rows[i].text)));
		assert_reported(desk, {rows[i].code, rows[i].marked});
		const char *right = fixed(desk);
		if ((right == NULL) != (rows[i].right == NULL))
			fail_msg("%s: a fix where none is expected, or none", rows[i].text);
		if (right != NULL)
			assert_string_equal(right, rows[i].right);
	}
	desk->reading = NULL;
}

#define COMPLAINS(rows) assert_complains(desk, IN_SECTION, rows, sizeof(rows) / sizeof(rows)[0])

static void assert_content(Desk *desk, const char *head, const char *const *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		desk->reading = rows[i];
		desk_lint(desk, desk_join(desk, base, section_of(desk, head, rows[i])));
		assert_sound(desk);
	}
	desk->reading = NULL;
}

#define CONTENT(...)                                                                               \
	do {                                                                                       \
		static const char *const texts[] = {__VA_ARGS__};                                  \
		assert_content(desk, IN_SECTION, texts, sizeof texts / sizeof texts[0]);           \
	} while (0)

/* Figures and signs. */

CASE_TEST(placeholders)
{
	static const LintRow rows[] = {
	        {"Klicka här för att ange text.", PLACEHOLDER_LEFT, "Klicka här för att ange text.",
	         NULL},
	        {"Klicka eller tryck här för att ange text.", PLACEHOLDER_LEFT,
	         "Klicka eller tryck här för att ange text.", NULL},
	        {"Bidraget är xx kr.", PLACEHOLDER_LEFT, "xx", NULL},
	        {"Namn: XXX", PLACEHOLDER_LEFT, "XXX", NULL},
	        {"Linköping 2019-xx-xx.", PLACEHOLDER_LEFT, "2019-xx-xx", NULL},
	        {"Se dnr 2019-XXXX.", PLACEHOLDER_LEFT, "2019-XXXX", NULL},
	        {"Den (xx) maj.", PLACEHOLDER_LEFT, "xx", NULL},
	        {"ÅÅÅÅ-MM-DD", PLACEHOLDER_LEFT, "ÅÅÅÅ-MM-DD", NULL},
	        {"Datum: åååå-mm-dd.", PLACEHOLDER_LEFT, "åååå-mm-dd", NULL},
	        {"Kostnaden är TBD.", PLACEHOLDER_LEFT, "TBD", NULL},
	        {"TODO: skriv mer", PLACEHOLDER_LEFT, "TODO", NULL},
	        {"Lorem ipsum dolor sit amet.", PLACEHOLDER_LEFT, "Lorem ipsum", NULL},
	        {"Parten [namn] bidrar.", PLACEHOLDER_LEFT, "[namn]", NULL},
	        {"Se [fyll i bilagans namn].", PLACEHOLDER_LEFT, "[fyll i bilagans namn]", NULL},
	        {"Bidraget är [...] kr.", PLACEHOLDER_LEFT, "[...]", NULL},
	        {"Bidraget är […] kr.", PLACEHOLDER_LEFT, "[…]", NULL},
	        {"Bidraget är {belopp} kr.", PLACEHOLDER_LEFT, "{belopp}", NULL},
	        {"…", PLACEHOLDER_LEFT, "…", NULL},
	        {"...", PLACEHOLDER_LEFT, "...", NULL},
	        {"??", PLACEHOLDER_LEFT, "??", NULL},
	};
	COMPLAINS(rows);
	CONTENT("Storlek XXL och Max Faxe.", "En XX-kromosom och en XY-kromosom.",
	        "Se [riktlinjerna](https://a.se/[xx]).", "Ordet lorem är latin.",
	        "”Kommunen […] ansvarar ytterst.”", "Lagen säger ”den […] kommun” och mer.",
	        "Vi samverkar med flera … och andra.", "Fotnoten[^1] och listan [x] klar.",
	        "{{ekonomi.bidrag}} per år.", "Klicka på länken för att läsa mer.",
	        "Klicka här om du vill läsa protokollet.", "Den 1 x 2 stora planken.",
	        "Vad vet vi? Mer?", "[Kommunen] ansvarar.", "Todo är spanska.",
	        "Hälsar {{undantag xx, skäl: så heter gruppen}}.");
}

CASE_TEST(spaces_and_dashes)
{
	static const LintRow rows[] = {
	        {"Nämnden  bidrar.", DOUBLE_SPACE, "  ", "Nämnden bidrar."},
	        {"Ett.   Två.", DOUBLE_SPACE, "   ", "Ett. Två."},
	        {"Bidraget är  {{ekonomi.bidrag}} per år.", DOUBLE_SPACE, "  ",
	         "är {{ekonomi.bidrag}}"},
	        {"{{ekonomi.bidrag}}  per år.", DOUBLE_SPACE, "  ", "{{ekonomi.bidrag}} per"},
	        {"- En  punkt.", DOUBLE_SPACE, "  ", "En punkt."},
	        {"1. En  punkt.", DOUBLE_SPACE, "  ", "En punkt."},
	        {"Träffpunkten - en mötesplats.", HYPHEN_AS_DASH, "-", "–"},
	        {"Vi -- alla - samlas.\n", HYPHEN_AS_DASH, "--", "–"},
	        {"- Punkt ett - den första.", HYPHEN_AS_DASH, "-", "–"},
	        {"Gäller (2018-07-01 - 2021-06-30) nu.", HYPHEN_AS_DASH, "2018-07-01 - 2021-06-30",
	         "2018-07-01 – 2021-06-30"},
	        {"Perioden: 2018-07-01- 2021-06-30.", HYPHEN_AS_DASH, "2018-07-01- 2021-06-30",
	         "2018-07-01 – 2021-06-30"},
	        {"(2018-07-01-2021-06-30)", HYPHEN_AS_DASH, "2018-07-01-2021-06-30",
	         "2018-07-01 – 2021-06-30"},
	        {"{{ekonomi.bidrag}} - varje år.", HYPHEN_AS_DASH, "-", "–"},
	        {"omsorgs - och äldreförvaltningen", LOOSE_HYPHEN, " -", NULL},
	        {"Åren 2018 - 2021 gick.", INTERVAL_HYPHEN, "2018 - 2021", "2018–2021"},
	        {"Åren 2018-2021 gick.", INTERVAL_HYPHEN, "2018-2021", "2018–2021"},
	        {"Barn 6-12 år deltar.", INTERVAL_HYPHEN, "6-12", "6–12"},
	        {"Se 9-13 §§ i lagen.", INTERVAL_HYPHEN, "9-13", "9–13"},
	        {"Det är 50-60 % av alla.", INTERVAL_HYPHEN, "50-60", "50–60"},
	        {"I 10-12 veckor.", INTERVAL_HYPHEN, "10-12", "10–12"},
	        {"2015-2018 var åren.", INTERVAL_HYPHEN, "2015-2018", "2015–2018"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (i != 7) /* two at once */
			assert_complains(desk, IN_SECTION, &rows[i], 1);
	desk_lint(desk, desk_join(desk, base, section_of(desk, IN_SECTION, rows[7].text)));
	assert_reported(desk, {HYPHEN_AS_DASH, "--"}, {HYPHEN_AS_DASH, "-"});
	CONTENT("Rad ett  \nrad två.", "- Punkt\n  med rad två\n\n      kod", "1.  Ett\n2.  Två",
	        "| a  | b   |\n|----|-----|\n| 1  - | 2   |", "> Citat", "- Ett\n- Två\n  - Tre",
	        "Social- och omsorgsnämnden.", "EU-medborgare och IOGT-NTO.", "Ett – två.", "---",
	        "2018–2021 (2018-07-01).", "Dnr KS 2016-2018.", "SLK-2019-2020 gäller.",
	        "Ring 013-20 60 00.", "19-20-åringar och 171-84/2017.", "Se SOU 2016-2019.",
	        "Ärende SN 18-19.", "Mellan 10-12 är det lunch.", "Paragraf 12-13.",
	        "nr 2018-2019 av tidningen", "Se https://a.se/2018-2021/.");
}

CASE_TEST(signs_and_abbreviations)
{
	static const LintRow rows[] = {
	        {"Det är 47% av alla.", PERCENT_WITHOUT_SPACE, "47%", "47 %"},
	        {"Det är 2,5%.", PERCENT_WITHOUT_SPACE, "2,5%", "2,5 %"},
	        {"100% är allt.", PERCENT_WITHOUT_SPACE, "100%", "100 %"},
	        {"Enligt 4§ gäller det.", SECTION_SIGN_WITHOUT_SPACE, "4§", "4 §"},
	        {"Enligt 9–13§§ gäller det.", SECTION_SIGN_WITHOUT_SPACE, "13§§", "13 §§"},
	        {"Se protokollet, §45.", SECTION_SIGN_WITHOUT_SPACE, "§45", "§ 45"},
	        {"Enligt 3 kap 1 § gäller det.", ABBREVIATION_FORM, "kap", "kap."},
	        {"Enligt 5 kap i lagen.", ABBREVIATION_FORM, "kap", "kap."},
	        {"Det gäller bl a barn.", ABBREVIATION_FORM, "bl a", "bl.a."},
	        {"Det gäller bl a. barn.", ABBREVIATION_FORM, "bl a.", "bl.a."},
	        {"Det gäller t ex barn.", ABBREVIATION_FORM, "t ex", "t.ex."},
	        {"T ex barn.", ABBREVIATION_FORM, "T ex", "T.ex."},
	        {"Böcker m m finns.", ABBREVIATION_FORM, "m m", "m.m."},
	        {"Böcker m.m finns.", ABBREVIATION_FORM, "m.m", "m.m."},
	        {"Det gäller fr o m nu.", ABBREVIATION_FORM, "fr o m", "fr.o.m."},
	        {"Det gäller t. o. m. nu.", ABBREVIATION_FORM, "t. o. m.", "t.o.m."},
	        {"Samtal mm. och möten.", ABBREVIATION_FORM, "mm.", "m.m."},
	        {"Den s k trappan.", ABBREVIATION_FORM, "s k", "s.k."},
	        {"Barn m\nfl kommer.", ABBREVIATION_FORM, "m\n    fl", "m.fl."},
	        {"Det börjar kl 9.", CLOCK_FORM, "kl 9", "kl. 9"},
	        {"Det börjar kl. 9:30.", CLOCK_FORM, "kl. 9:30", "kl. 9.30"},
	        {"Det börjar kl 9:00-15:30.", CLOCK_FORM, "kl 9:00-15:30", "kl. 9.00–15.30"},
	        {"Klockan 18:00 slutar det.", CLOCK_FORM, "Klockan 18:00", "Klockan 18.00"},
	        {"Det kallas \"trappan\" här.", STRAIGHT_QUOTES, "\"trappan\"", "”trappan”"},
	        {"Det kallas “trappan” här.", STRAIGHT_QUOTES, "“trappan”", "”trappan”"},
	        {"Det \"är\n{{ekonomi.bidrag}}\" nu.", STRAIGHT_QUOTES,
	         "\"är\n    {{ekonomi.bidrag}}\"", "”är\n    {{ekonomi.bidrag}}”"},
	};
	COMPLAINS(rows);
	CONTENT("Det är 47 % av 5 procent.", "En 5%-ig lösning.", "https://a.se/5%20b",
	        "Enligt 4 § och § 45.", "Enligt 3 kap. 1 § och i kap 3.",
	        "bl.a., t.ex., m.m. och kap.", "Böcker m.m. finns. Alla kommer.",
	        "Han heter S K Larsson.", "A b, t och ex.", "Från a till o m.fl.",
	        "Elever i KL 4 kap.", "kl. 9.00–15.30 och kl. 9", "Kl. 9 börjar det.",
	        "Klockan 18 slutar klockan.", "Det ”kallas” så.", "Kod: `a \"b\" c`.",
	        "[länk](https://a.se \"titel\")", "En 5\" skärm.", "Mötet varade 10 m.",
	        "Hon är f.d. chef.", "En kapten och en kapellmästare.", "Skruven är 10 mm lång.",
	        "3 kap.", "Vikten 3:1.");
}

CASE_TEST(amounts)
{
	static const LintRow rows[] = {
	        {"Bidraget är 100.000 kr.", THOUSANDS_WITHOUT_SPACE, "100.000", "100 000"},
	        {"Det kostar 1.100.000 om året.", THOUSANDS_WITHOUT_SPACE, "1.100.000",
	         "1 100 000"},
	        {"Det är 100,000 kr.", THOUSANDS_WITHOUT_SPACE, "100,000", NULL},
	        {"Det är 1,100,000 kr.", THOUSANDS_WITHOUT_SPACE, "1,100,000", "1 100 000"},
	        {"Det är 1800000 kr.", THOUSANDS_WITHOUT_SPACE, "1800000", "1 800 000"},
	        {"Det är 50000 kronor.", THOUSANDS_WITHOUT_SPACE, "50000", "50 000"},
	        {"Det är 2.500 tkr.", THOUSANDS_WITHOUT_SPACE, "2.500", "2 500"},
	        {"100.000 kr är mycket.", THOUSANDS_WITHOUT_SPACE, "100.000", "100 000"},
	        {"Det är 10 000:-.", CURRENCY_FORM, "10 000:-", "10 000 kr"},
	        {"Det är 10 000 SEK.", CURRENCY_FORM, "10 000 SEK", "10 000 kr"},
	        {"Det är 10 000kr.", CURRENCY_FORM, "10 000kr", "10 000 kr"},
	        {"Det är 1,5 MSEK.", CURRENCY_FORM, "1,5 MSEK", "1,5 mnkr"},
	        {"Det är 1,5 mkr.", CURRENCY_FORM, "1,5 mkr", "1,5 mnkr"},
	        {"Det är 500 kkr.", CURRENCY_FORM, "500 kkr", "500 tkr"},
	        {"Det är 500 KSEK.", CURRENCY_FORM, "500 KSEK", "500 tkr"},
	        {"Det är SEK 10 000.", CURRENCY_FIRST, "SEK 10", NULL},
	};
	COMPLAINS(rows);
	CONTENT("Det är 100 000 kr och 5000 kr.", "Det är 2,718 kronor per styck.",
	        "Version 2.500 och 1.2.", "Det är 1,5 miljoner kronor.", "År 2019 kr 5.",
	        "Kapitel 1.100 finns.", "Postnumret är 58181.", "Numret 0700-123456.",
	        "Telefon 013.206.000.", "2.500 personer kom.", "Det är 12 kr/timme.",
	        "IP 192.168.1.1", "Det är 10 000 kr.", "Beloppet 100,00 kr.", "SEK är valutan.",
	        "Se 3:1 och 3:2.");
}

CASE_TEST(dates)
{
	static const LintRow rows[] = {
	        {"Den gäller från och med 2018-07-01.", DATE_STYLE, "2018-07-01",
	         "den 1 juli 2018"},
	        {"Den gäller till 2018-12-31 och upphör.", DATE_STYLE, "2018-12-31",
	         "den 31 december 2018"},
	        {"Den gäller den 2018-07-01.", DATE_STYLE, "2018-07-01", "1 juli 2018"},
	        {"För perioden 2018-07-01 – 2021-06-30.", DATE_STYLE, "2018-07-01 – 2021-06-30",
	         NULL},
	        {"För perioden 2018-07-01- 2021-06-30.", DATE_STYLE, "2018-07-01- 2021-06-30",
	         NULL},
	        {"Klart senast\n2018-07-01.", DATE_STYLE, "2018-07-01", "den 1 juli 2018"},
	        {"beslutade 2018-07-01, § 4", DATE_STYLE, "2018-07-01", "den 1 juli 2018"},
	        {"Möte den 24:e oktober.", DATE_FORM, "24:e", "24"},
	        {"Möte 24:e oktober 2017.", DATE_FORM, "24:e", "den 24"},
	        {"Möte den 1:a juli.", DATE_FORM, "1:a", "1"},
	        {"Möte den 24/10 2017.", DATE_FORM, "24/10 2017", "24 oktober 2017"},
	        {"Möte 24/10-2017.", DATE_FORM, "24/10-2017", "den 24 oktober 2017"},
	        {"Möte 1/7 2018 i salen.", DATE_FORM, "1/7 2018", "den 1 juli 2018"},
	        {"Den gäller till 191231.", DATE_FORM, "191231", NULL},
	        {"Den gäller till och med 191231.", DATE_FORM, "191231", NULL},
	        {"Den gäller från 20191231.", DATE_FORM, "20191231", "den 31 december 2019"},
	        {"Den gäller t.o.m. 191231 samt mer.", DATE_FORM, "191231", NULL},
	        {"Den gäller fr.o.m. 2018-07-01.", DATE_STYLE, "2018-07-01", "den 1 juli 2018"},
	        {"Senast 180701 ska det vara klart.", DATE_FORM, "180701", NULL},
	};
	COMPLAINS(rows);
	CONTENT("Se KF 2016-09-29.", "Beslut (2018-07-01).", "- 2018-07-01: möte",
	        "| Datum | 2018-07-01 |", "Tjänsteskrivelse 2018-07-01", "2018-07-01 började det.",
	        "Den 1 juli 2018 började det.", "Till och med 2018-13-45.", "Barn 1/7 av året.",
	        "Vi är 1/3 av 2018 års grupp.", "Den 24:e gången.", "Från 191331 räknat.",
	        "Det kom 191231 personer.", "Ring 191231-12.", "Se 12/2017.", "Dnr 171-84/2017.",
	        "Ärende 24/10/3.", "Nummer 1/7-18.");
}

CASE_TEST(dates_in_digits_when_the_municipality_wants_them)
{
	desk_register_also(desk, "skrivsätt: {datum i text: i siffror}\n");
	static const LintRow rows[] = {
	        {"Den gäller från den 1 juli 2018.", DATE_STYLE, "den 1 juli 2018", "2018-07-01"},
	        {"Den gäller från 31 december 2018 och framåt.", DATE_STYLE, "31 december 2018",
	         "2018-12-31"},
	        {"Den gäller från 20191231.", DATE_FORM, "20191231", "2019-12-31"},
	};
	COMPLAINS(rows);
	CONTENT("Den gäller från 2018-07-01.", "I juli 2018 och den 1 juli.", "Den 45 juli 2018.");
}

CASE_TEST(numbers_twice)
{
	static const LintRow rows[] = {
	        {"Tiden är sex (6) månader.", NUMBER_IN_WORDS_AND_DIGITS, "sex (6)", "sex"},
	        {"Högst en (1) gång per år.", NUMBER_IN_WORDS_AND_DIGITS, "en (1)", "en"},
	        {"De är tjugofyra (24) personer.", NUMBER_IN_WORDS_AND_DIGITS, "tjugofyra (24)",
	         "tjugofyra"},
	        {"Tre\n(3) år.", NUMBER_IN_WORDS_AND_DIGITS, "Tre\n    (3)", "Tre"},
	        {"Tiden är sex (5) månader.", NUMBER_DISAGREES, "sex (5)", NULL},
	        {"I två (3) år.", NUMBER_DISAGREES, "två (3)", NULL},
	};
	COMPLAINS(rows);
	CONTENT("Tiden är sex månader.", "En gång per år.", "I en (2) och annan.",
	        "Se avsnitt (6).", "Sex (6,5) månader.", "Enligt lag (2010:427).",
	        "De är sex (alla) personer.", "Punkt ett (a).", "Fem av sex (83 %).",
	        "Den ena (2017).", "Sex (ungefär 6) månader.", "(6) månader", "Elva elva.",
	        "Tjugo fem (5,0).", "Två (tre) år.");
	assert_int_equal(desk->diagnostics.errors, 0);
}

CASE_TEST(numbers_twice_when_the_municipality_wants_them)
{
	desk_register_also(desk, "skrivsätt: {tal i ord och siffror: ja}\n");
	static const LintRow rows[] = {
	        {"Tiden är sex månader.", NUMBER_ONCE, "sex", "sex (6)"},
	        {"Två gånger per år.", NUMBER_ONCE, "Två", "Två (2)"},
	        {"I tjugofyra timmar.", NUMBER_ONCE, "tjugofyra", "tjugofyra (24)"},
	};
	COMPLAINS(rows);
	CONTENT("Tiden är sex (6) månader.", "En gång om året.", "Ett år.", "Tre personer.",
	        "6 månader.");
}

CASE_TEST(headings)
{
	static const LintRow rows[] = {
	        {"### Kommunens ansvar.\n\nText.", HEADING_WITH_POINT, ".", ""},
	        {"Text.\n\n## Ett ansvar.", HEADING_WITH_POINT, ".", ""},
	};
	COMPLAINS(rows);
	CONTENT("### Kommunens ansvar\n\nText.", "### Lokaler m.m.\n\nText.", "# Ett. Två.",
	        "Nummer #4.", "### Vad gäller?", "### Och sedan ...");
	desk_lint(desk, "ärende: {rubrik: Partnerskap med Resurspoolen., datum: 2019-10-15}\n"
	                "rapport: {a: {rubrik: Övrigt., text: Text.}}\n");
	assert_reported(desk, {HEADING_WITH_POINT, "."}, {HEADING_WITH_POINT, "."});
}

/* Decisions. */

#define IN_DECISION "rapport:\n  förslag till beslut:\n   - |\n"

static void assert_decision(Desk *desk, const LintRow *rows, size_t count)
{
	assert_complains(desk, IN_DECISION, rows, count);
}

CASE_TEST(decision_points_that_are_not)
{
	static const LintRow rows[] = {
	        {"Nämnden godkänner planen", DECISION_WITHOUT_STOP, "planen", "planen."},
	        {"nämnden godkänner planen.", DECISION_SMALL_LETTER, "nämnden", "Nämnden"},
	        {"Nämnden godkänner planen till {{period.till}}", DECISION_WITHOUT_STOP,
	         "{{period.till}}", "{{period.till}}."},
	        {"att godkänna planen.", DECISION_IS_CLAUSE, "att", NULL},
	        {"Att godkänna planen.", DECISION_IS_CLAUSE, "Att", NULL},
	        {"Nämnden godkänner planen. Direktören genomför den.", DECISION_SEVERAL_SENTENCES,
	         "Direktören genomför den.", NULL},
	        {"Nämnden godkänner planen samt ger direktören i uppdrag att genomföra den.",
	         DECISION_SEVERAL_ACTIONS, "samt ger", NULL},
	        {"Nämnden godkänner planen och fastställer budgeten.", DECISION_SEVERAL_ACTIONS,
	         "och fastställer", NULL},
	        {"Nämnden beslutar att godkänna planen samt att ge direktören i uppdrag att "
	         "genomföra "
	         "den.",
	         DECISION_SEVERAL_ACTIONS, "samt att ge", NULL},
	        {"Nämnden beslutar att anta planen och delegera frågan.", DECISION_SEVERAL_ACTIONS,
	         "och delegera", NULL},
	        {"Nämnden godkänner avtalet, som gäller i år, och ger kontoret i uppdrag att följa "
	         "upp "
	         "det.",
	         DECISION_SEVERAL_ACTIONS, "och ger", NULL},
	        {"Nämnden beslutar enligt förvaltningens förslag.", DECISION_NOT_ALONE,
	         "enligt förvaltningens förslag", NULL},
	        {"Nämnden beslutar i enlighet med föreliggande förslag.", DECISION_NOT_ALONE,
	         "i enlighet med föreliggande", NULL},
	        {"Nämnden antar planen enligt bilaga.", DECISION_NOT_ALONE, "enligt bilaga", NULL},
	        {"Nämnden antar planen enligt ovan.", DECISION_NOT_ALONE, "enligt ovan", NULL},
	        {"Nämnden beslutar enligt omsorgs- och äldreförvaltningens förslag.",
	         DECISION_NOT_ALONE, "enligt omsorgs- och äldreförvaltningens förslag", NULL},
	        {"Nämnden beslutar i enlighet med tjänsteskrivelsen.", DECISION_NOT_ALONE,
	         "i enlighet med tjänsteskrivelsen", NULL},
	};
	assert_decision(desk, rows, sizeof rows / sizeof rows[0]);
}

CASE_TEST(decision_points_that_are)
{
	static const char *const rows[] = {
	        "Informationen noteras.",
	        "Nämnden godkänner överenskommelsen med Resurspoolen och Pingstförsamlingen.",
	        "Direktören får i uppdrag att underteckna överenskommelsen, som gäller från och "
	        "med "
	        "{{period.från}} till och med {{period.till}}.",
	        "Nämnden antar planen, som stärker skolan och ger barnen stöd.",
	        "Nämnden ger förvaltningen i uppdrag att utreda frågan och föreslå åtgärder.",
	        "Nämnden ger direktören och chefen i uppdrag att ta fram en plan.",
	        "Förvaltningen ska varje år, första gången i januari 2020, redovisa arbetet.",
	        "Nämnden noterar att planen är klar och att arbetet har börjat.",
	        "**Nämnden godkänner planen.**",
	        "Nämnden godkänner planen, se ”bilaga 1”.",
	        "{{parter.poolen}} får bidraget.",
	        "Nämnden antar följande mål:\n\n- Fler deltar\n- Färre är ensamma",
	        "Nämnden bidrar med {{ekonomi.bidrag}} per år, d.v.s. lika mycket som förut.",
	        "Nämnden godkänner planen enligt kommunallagen (2017:725).",
	        "Nämnden följer riktlinjerna enligt beslutet den 1 juli 2018.",
	        "Nämnden avslår ansökan, eftersom den kom för sent och avser 2015.",
	        "3 kap. i planen upphävs.",
	        "Nämnden antar planen för arbetet enligt överenskommelsen.",
	};
	assert_content(desk, IN_DECISION, rows, sizeof rows / sizeof rows[0]);
	static const LintRow text[] = {
	        {"Nämnden godkänner planen.\nDirektören får i uppdrag att genomföra den.",
	         DECISION_NOT_POINTS, "Nämnden godkänner planen.", NULL},
	};
	assert_complains(desk, "rapport:\n  förslag till beslut: |\n", text, 1);
	static const char *const lists[] = {
	        "1. Nämnden godkänner planen.\n2. Direktören genomför den.",
	        "Nämnden godkänner planen."};
	assert_content(desk, "rapport:\n  förslag till beslut: |\n", lists, 2);
	/* Other sections are no decisions. */
	CONTENT("att godkänna planen samt ge uppdrag, enligt förvaltningens förslag");
}

CASE_TEST(decision_points_as_clauses)
{
	desk_register_also(desk,
	                   "skrivsätt: {beslutspunkter: att-satser, beslut står under: beslut}\n");
	static const LintRow rows[] = {
	        {"Nämnden godkänner planen.", DECISION_IS_NO_CLAUSE, "Nämnden", NULL},
	        {"att godkänna planen samt att ge direktören i uppdrag att genomföra den",
	         DECISION_SEVERAL_ACTIONS, "samt att ge", NULL},
	        {"att besluta enligt förslaget", DECISION_NOT_ALONE, "enligt förslaget", NULL},
	};
	assert_complains(desk, "rapport:\n  beslut:\n   - |\n", rows, 3);
	static const char *const sound[] = {"att godkänna planen", "att godkänna planen, samt",
	                                    "att ge direktören i uppdrag att genomföra planen."};
	assert_content(desk, "rapport:\n  beslut:\n   - |\n", sound, 3);
	static const char *const elsewhere[] = {"Nämnden godkänner planen"};
	assert_content(desk, IN_DECISION, elsewhere, 1);
}

CASE_TEST(attachments)
{
	static const LintRow rows[] = {
	        {"Tjänsteskrivelse", ATTACHMENT_WITHOUT_DATE, "Tjänsteskrivelse", NULL},
	        {"IOP Bilda (KS2016-313)", ATTACHMENT_WITHOUT_DATE, "IOP Bilda (KS2016-313)", NULL},
	        {"Tjänsteskrivelse 2018-05-23.docx", FILE_NAME_IN_TEXT, "2018-05-23.docx", NULL},
	        {"TJSK_slut(2).pdf den 3 maj 2018", FILE_NAME_IN_TEXT, "TJSK_slut(2).pdf", NULL},
	};
	static const char item[] = "rapport:\n  underlag:\n   - |-\n";
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk->reading = rows[i].text;
		desk_lint(desk, desk_join(desk, base,
		                          desk_join(desk, "rapport:\n  underlag:\n   - ",
		                                    desk_join(desk, rows[i].text, "\n"))));
		assert_reported(desk, {rows[i].code, rows[i].marked});
	}
	static const char *const sound[] = {
	        "Tjänsteskrivelse 2018-05-23", "Bilaga den 3 maj 2018",
	        "Protokoll, maj 2018",         "Plan 2018-05",
	        "Skrivelse {{ärende.datum}}",  "Om pdf-filer, 2018-05-23"};
	assert_content(desk, item, sound, sizeof sound / sizeof sound[0]);
	desk_lint(desk, desk_join(desk, base,
	                          "rapport: {underlag: [Bilaga 2018-05-01, "
	                          "Tjänsteskrivelse 2018-05-23]}\n"));
	assert_reported(desk, {ATTACHMENT_NOT_FIRST, "Tjänsteskrivelse 2018-05-23"});
	assert_int_equal(desk->diagnostics.first->notes->code, ATTACHMENT_FIRST_HERE);
	desk_lint(desk,
	          desk_join(desk, base,
	                    "rapport: {underlag: [Tjänsteskrivelse 2018-05-23, "
	                    "Socialkontorets svar 2018-05-01, Tjänsteskrivelsen 2017-01-01]}\n"));
	assert_sound(desk);
}

CASE_TEST(one_unit_in_a_document)
{
	static const LintRow rows[] = {
	        {"Av 2 080 500 kr står kommunen för 1 100 tkr.", UNITS_MIXED, "1 100 tkr", NULL},
	        {"Bidraget är {{ekonomi.bidrag}}, alltså 1 mnkr.", UNITS_MIXED, "1 mnkr", NULL},
	        {"Bidraget är {{ekonomi.bidrag i tkr}} av 5 kr.", UNITS_MIXED, "5 kr", NULL},
	        {"Först 5 kronor, sedan 2 miljoner kronor och 3 mnkr.", UNITS_MIXED,
	         "2 miljoner kronor", NULL},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk_lint(desk, desk_join(desk, base, section_of(desk, IN_SECTION, rows[i].text)));
		assert_reported(desk, {UNITS_MIXED, rows[i].marked});
		assert_int_equal(desk->diagnostics.first->notes->code, UNIT_FIRST_HERE);
	}
	CONTENT("Bidraget är 5 kr och {{ekonomi.bidrag}}.", "5 tkr och {{ekonomi.bidrag i tkr}}.",
	        "{{ekonomi.andel.nämnden}} av 5 mnkr.", "5 kr och {{undantag 5 tkr, skäl: citat}}.",
	        "2 miljoner människor fick 5 kr.", "Fem kr, kronor och tkr.");
	desk_lint(desk,
	          desk_join(desk, base, "rapport: {a: Den är 5 kr.}\nbrev: {a: Den är 5 tkr.}\n"));
	assert_sound(desk);
}

/* Names and identifiers. */

CASE_TEST(names)
{
	static const LintRow rows[] = {
	        {"Äldreomsorgsnämnden bidrar.", NAME_UNWANTED, "Äldreomsorgsnämnden",
	         "Äldrenämnden"},
	        {"För äldreomsorgsnämndens del.", NAME_UNWANTED, "äldreomsorgsnämndens",
	         "äldrenämndens"},
	        {"Pingstkyrkan bidrar.", NAME_UNWANTED, "Pingstkyrkan", "Pingstförsamlingen"},
	        {"Pingstkyrkans lokaler.", NAME_UNWANTED, "Pingstkyrkans", "Pingstförsamlingens"},
	        {"Storköpings Stadsmission bidrar.", NAME_UNWANTED, "Storköpings Stadsmission",
	         "Storköpings stadsmission"},
	        {"Storköpings\nStadsmission bidrar.", NAME_UNWANTED,
	         "Storköpings\n    Stadsmission", "Storköpings stadsmission"},
	        {"Resurspolen bidrar.", NAME_MISSPELT, "Resurspolen", NULL},
	        {"Resusrpoolen bidrar.", NAME_MISSPELT, "Resusrpoolen", NULL},
	        {"Rresurspoolens volontärer.", NAME_MISSPELT, "Rresurspoolens", NULL},
	        {"Resurspolens volontärer.", NAME_MISSPELT, "Resurspolens", NULL},
	        {"Äldrenämden bidrar.", NAME_MISSPELT, "Äldrenämden", NULL},
	        {"Den äldernämnden är.", NAME_MISSPELT, "äldernämnden", NULL},
	        {"Socialnämmnden bidrar.", NAME_MISSPELT, "Socialnämmnden", NULL},
	        {"Social- och omsorgsnämden bidrar.", NAME_MISSPELT, "Social- och omsorgsnämden",
	         NULL},
	        {"Storköpings stadsmision bidrar.", NAME_MISSPELT, "Storköpings stadsmision", NULL},
	        {"Internationella kvinnnoföreningen.", NAME_MISSPELT,
	         "Internationella kvinnnoföreningen", NULL},
	        {"Pingstförsamligen bidrar.", NAME_MISSPELT, "Pingstförsamligen", NULL},
	        {"På socialkonttoret.", NAME_MISSPELT, "socialkonttoret", NULL},
	};
	COMPLAINS(rows);
	CONTENT("Äldrenämnden, äldrenämndens och ÄLDRENÄMNDEN.", "Resurspoolen och Resurspoolens.",
	        "En socialnämnd, flera socialnämnder.", "Socialkontor och socialkontorets.",
	        "Norköpings stadsmission.", "Storköpings stadsmissions arbete.",
	        "Pingst är en högtid.", "En internationell kvinnoförening.",
	        "Pingstförsamlingar i landet.", "Pingstkyrkan-huset.",
	        "Resurser, pooler och socialt.", "Kvinnoföreningen bjuder in.",
	        "Social- och omsorgsnämndens budget.", "Omsorgsnämnden i en annan kommun.",
	        "{{undantag Pingstkyrkan, skäl: byggnaden heter så}} är gammal.", "IKF och ikf.");
}

CASE_TEST(statutes)
{
	static const LintRow rows[] = {
	        {"Enligt kommunallagen (1991:900) gäller det.", STATUTE_REPEALED, "1991:900", NULL},
	        {"Enligt gamla lagen (1998:1) gäller det.", STATUTE_REPEALED, "1998:1", NULL},
	        {"Enligt 4 § gamla lagen gäller det.", STATUTE_REPEALED, "gamla lagen", NULL},
	        {"Enligt 4 § GL gäller det.", STATUTE_REPEALED, "GL", NULL},
	        {"Enligt lagen (2022:900) om registrering.", STATUTE_EARLY, "2022:900", NULL},
	        {"Enligt kommunallagen (2017:752) gäller det.", STATUTE_NUMBER, "2017:752", NULL},
	        {"Enligt Kommunallagen (SFS 2017:752).", STATUTE_NUMBER, "2017:752", NULL},
	        {"Enligt socialtjänstlagen (2017:725).", STATUTE_NUMBER, "2017:725", NULL},
	        {"Socialtjänstlag (2001:454) gäller.", STATUTE_NUMBER, "2001:454", NULL},
	        {"lag (1976:581) om medbestämmande i arbetslivet", STATUTE_NUMBER, "1976:581",
	         NULL},
	        {"KL (2017:726) gäller.", STATUTE_NUMBER, "2017:726", NULL},
	};
	COMPLAINS(rows);
	CONTENT("Enligt 3 kap. 1 § socialtjänstlagen (2001:453) gäller det.",
	        "Enligt 1 kap. 2 § kommunallagen (2017:725).",
	        "Enligt 19 § MBL och 3 kap. 1 § SoL.", "Enligt kommunallagen och KL.",
	        "lagen (1976:580) om medbestämmande i arbetslivet", "Enligt lag (2010:427).",
	        "Enligt skollagen (2010:800).", "Se prop. (2001:2).",
	        "Kommunallagen (1991:900)\nersattes av (2017:725).", "Betänkandet (SOU 2019:56).",
	        "Se (2018-07-01).", "Mötet (12:30).", "Bibeln (2000:1).",
	        "Den gamla lagstiftningen.",
	        "Förr gällde {{undantag kommunallagen (1991:900), skäl: historik}}.");
	/* A document of an earlier day. */
	desk_lint(desk, "ärende: {rubrik: R, datum: 2017-12}\n"
	                "rapport: {a: Enligt kommunallagen (1991:900).}\n"
	                "brev: {datum: 2025-07-01, a: Enligt socialtjänstlagen (2001:453).}\n");
	assert_reported(desk, {STATUTE_REPEALED, "2001:453"});
	assert_sentence(desk, "Socialtjänstlagen (2001:453) upphörde att gälla den\xC2\xA0"
	                      "1\xC2\xA0juli\xC2\xA0"
	                      "2025. "
	                      "Slå upp vad som gäller i stället. (Skrivregel: upphävda lagar.)");
	/* Without a day nothing is known. */
	desk_lint(desk, "ärende: {rubrik: R}\nrapport: {a: Enligt gamla lagen (1998:1).}\n");
	assert_sound(desk);
}

CASE_TEST(unknown_statutes_when_the_register_asks_for_them)
{
	desk_register_also(desk, "skrivregler: {okända lagar: fel}\n");
	desk_lint(desk, desk_join(desk, base, "rapport: {a: Enligt skollagen (2010:800).}\n"));
	assert_reported(desk, {STATUTE_UNKNOWN, "2010:800"});
	assert_int_equal(desk->diagnostics.errors, 1);
	CONTENT("Enligt 19 § MBL och kommunallagen (2017:725).");
}

CASE_TEST(diary_numbers)
{
	static const struct {
		const char *number, *forms, *right;
		bool fits;
	} rows[] = {
	        {"ON 2018-229", "{prefix} {år}-{nummer}", NULL, true},
	        {"ÄN 2019-878", "{prefix} {år}-{nummer}", NULL, true},
	        {"SON:2019–1251", "{prefix}:{år}-{nummer}", "SON:2019-1251", false},
	        {"KS 2016-573", "{prefix} {år}-{nummer}", NULL, true},
	        {"KS2016-313", "{prefix}{år}-{nummer}", NULL, true},
	        {"KS2016-313", "{prefix} {år}-{nummer}", NULL, false},
	        {"KSN-2016-1422", "{prefix}-{år}-{nummer}", NULL, true},
	        {"SN 18/0098", "{prefix} {åå}/{nummer}", NULL, true},
	        {"SN 2019/0055", "{prefix} {åå}/{nummer}", NULL, false},
	        {"SOCN/2018:18", "{prefix}/{år}:{nummer}", NULL, true},
	        {"SN 2016/00008 nr 29376", "{prefix} {år}/{nummer} nr {nummer}", NULL, true},
	        {"KS-2014/742.912", "{prefix}-{år}/{nummer}.{nummer}", NULL, true},
	        {"2021/KS 0280 013", "{år}/{prefix} {nummer} {nummer}", NULL, true},
	        {"KS2016/1963-2", "{prefix}{år}/{nummer}-{nummer}", NULL, true},
	        {"SLK-2023-01047", "{prefix}-{år}-{nummer}", NULL, true},
	        {"171-84/2017", "{nummer}-{nummer}/{år}", NULL, true},
	        {"KS/2016:7", "{prefix}/{år}:{nummer}", NULL, true},
	        {"BUN-2026-00037-1", "{prefix}-{år}-{nummer}-{nummer}", NULL, true},
	        {"STK-2015-938", "{prefix}-{år}-{nummer}", NULL, true},
	        {"kommer senare", "{prefix} {år}-{nummer}", NULL, false},
	        {"ON 218-229", "{prefix} {år}-{nummer}", NULL, false},
	        {"ON 2018-229 a", "{prefix} {år}-{nummer}", NULL, false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk->shared = (Register){0};
		desk->diagnostics = (Diagnostics){.arena = &desk->arena};
		desk->reading = rows[i].number;
		const char *parts[] = {
		        "kommun: {namn: K, diarienummer: \"",   rows[i].forms,  "\"}\n",
		        "ärende: {rubrik: R, diarienummer: \"", rows[i].number, "\"}\n"};
		desk_add_register(desk,
		                  desk_join(desk, desk_join(desk, parts[0], parts[1]), parts[2]));
		resolve_register(&desk->shared, &desk->diagnostics);
		desk_lint(desk, desk_join(desk, desk_join(desk, parts[3], parts[4]), parts[5]));
		if (rows[i].fits)
			assert_sound(desk);
		else
			assert_reported(desk, {DIARY_NUMBER_FORM, rows[i].number});
		if (rows[i].right != NULL)
			assert_string_equal(fixed(desk), rows[i].right);
	}
	desk->reading = NULL;
}

CASE_TEST(diary_numbers_have_the_prefixes_of_the_boards)
{
	desk_lint(desk, "ärende: {rubrik: R, diarienummer: KS 2019-7}\n");
	assert_reported(desk, {DIARY_NUMBER_FORM, "KS 2019-7"});
	assert_sentence(
	        desk,
	        "Diarienumret ”KS 2019-7” är inte skrivet så som kommunens. De ser ut som ”SN "
	        "2018-229”, med en nämnds bokstäver (SN eller ÄN). Kontrollera "
	        "det. (Skrivregel: diarienummer.)");
	desk_lint(desk, "ärende: {rubrik: R, diarienummer: ÄN 2019-7}\n");
	assert_sound(desk);
	static const char *const forms[] = {"{prefix} {ar}-{nummer}", "{prefix} {år}", "{nummer"};
	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
		desk->shared = (Register){0};
		desk->diagnostics = (Diagnostics){.arena = &desk->arena};
		desk_add_register(desk, desk_join(desk, "kommun:\n  namn: K\n  diarienummer: \"",
		                                  desk_join(desk, forms[i], "\"\n")));
		resolve_register(&desk->shared, &desk->diagnostics);
		assert_reported(desk, {VALUE_NOT_HERE,
		                       desk_join(desk, "\"", desk_join(desk, forms[i], "\""))});
	}
}

CASE_TEST(personal_numbers)
{
	static const LintRow rows[] = {
	        {"Anna Berg, 811228-9874, deltar.", PERSONAL_NUMBER_IN_TEXT, "811228-9874", NULL},
	        {"19811228-9874", PERSONAL_NUMBER_IN_TEXT, "19811228-9874", NULL},
	        {"Nummer 198112289874.", PERSONAL_NUMBER_IN_TEXT, "198112289874", NULL},
	        {"(811228+9874)", PERSONAL_NUMBER_IN_TEXT, "811228+9874", NULL},
	        {"811228–9874", PERSONAL_NUMBER_IN_TEXT, "811228–9874", NULL},
	        {"Samordningsnummer 701063-2391.", PERSONAL_NUMBER_IN_TEXT, "701063-2391", NULL},
	};
	COMPLAINS(rows);
	assert_int_equal(desk->diagnostics.errors, 1);
	assert_sentence(desk, "Här står ett personnummer, 701063-****. Ta bort det. (Skrivregel: "
	                      "personnummer.)");
	CONTENT("Resurspoolen, 822003-0913.", "811228-9875 är inget.", "811328-9874 är inget.",
	        "Ring 811228-98740.", "Nummer 8112289874.", "A811228-9874", "811228 9874.",
	        "Bankgiro 5050-1055.", "2018-07-01", "SON:811228-9874", "KS-811228-9874",
	        "1-811228-9874", "811228-9874-1", "99811228-9874", "1234567890123");
	desk_lint(
	        desk,
	        "ärende: {rubrik: R}\nrapport: {undertecknare: [{namn: \"Anna, 811228-9874\"}]}\n");
	assert_reported(desk, {PERSONAL_NUMBER_IN_TEXT, "811228-9874"});
}

/* Weighing and exceptions. */

CASE_TEST(the_register_weighs_the_rules)
{
	desk_register_also(desk, "skrivregler: {procenttecken: fel, dubbla mellanslag: av}\n");
	desk_lint(desk, desk_join(desk, base, "rapport: {a: 47%  av alla}\n"));
	assert_reported(desk, {PERCENT_WITHOUT_SPACE, "47%"});
	assert_int_equal(desk->diagnostics.first->severity, SEVERITY_ERROR);
	assert_int_equal(desk->diagnostics.errors, 1);
}

CASE_TEST(a_case_makes_exceptions_with_reasons)
{
	static const char exception[] = "undantag från skrivregler: {procenttecken: så står det}\n";
	desk_lint(desk,
	          desk_join(desk, desk_join(desk, base, exception), "rapport: {a: 47% av alla}\n"));
	assert_sound(desk);
	desk_lint(desk, desk_join(desk, desk_join(desk, base, exception),
	                          "rapport: {a: 47 % av alla}\n"));
	assert_reported(desk, {RULE_EXCEPTION_NOT_NEEDED, "så står det"});
	static const char *const reasons[] = {"av", "fel", "varning", "ja", "\"-\""};
	for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++) {
		const char *parts[] = {"undantag från skrivregler: {procenttecken: ", reasons[i],
		                       "}\nrapport: {a: 47% av alla}\n"};
		desk_lint(desk, desk_join(desk, base,
		                          desk_join(desk, desk_join(desk, parts[0], parts[1]),
		                                    parts[2])));
		assert_reported(desk, {RULE_EXCEPTION_REASON, reasons[i]});
	}
	/* What is left empty is not given. */
	desk_lint(desk, desk_join(desk, base,
	                          "undantag från skrivregler: {procenttecken: }\n"
	                          "rapport: {a: 47% av alla}\n"));
	assert_reported(desk, {PERCENT_WITHOUT_SPACE, "47%"});
}

CASE_TEST(exceptions_in_prose_are_for_both_figures_and_words)
{
	CONTENT("Det är {{undantag 47%, skäl: citat}} av alla.",
	        "Det är {{undantag 900 000 kr, skäl: gällde 2015}}.",
	        "{{undantag Den 24:e oktober 2017, skäl: citat}} hölls mötet.");
	static const LintRow rows[] = {
	        {"Det är {{undantag 933 000 kr, skäl: x}}.", EXCEPTION_NOT_NEEDED,
	         "{{undantag 933 000 kr, skäl: x}}", NULL},
	        {"Det är {{undantag ord, skäl: x}}.", EXCEPTION_OF_NOTHING,
	         "{{undantag ord, skäl: x}}", NULL},
	        {"Det är {{undantag ord, skäl: x}} och 47%.", EXCEPTION_OF_NOTHING,
	         "{{undantag ord, skäl: x}}", NULL},
	};
	assert_complains(desk, IN_SECTION, rows, 2);
	desk_lint(desk, desk_join(desk, base, section_of(desk, IN_SECTION, rows[2].text)));
	assert_reported(desk, {EXCEPTION_OF_NOTHING, rows[2].marked},
	                {PERCENT_WITHOUT_SPACE, "47%"});
}

/* A text is read in whatever way it is written down. */
CASE_TEST(places_in_all_kinds_of_scalars)
{
	static const char *const rows[] = {
	        "rapport:\n  a: 47% av alla\n",        "rapport:\n  a: '47% av alla'\n",
	        "rapport:\n  a: \"47% av alla\"\n",    "rapport:\n  a: >-\n    47% av\n    alla\n",
	        "rapport:\n  a: |2-\n    47%\n",       "rapport:\n  a: {punkter: [47% av alla]}\n",
	        "fotnoter: {n: 47% av alla}\nb: {}\n", "rapport:\n  rubrik: 47% av alla\n",
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk->reading = rows[i];
		desk_lint(desk, desk_join(desk, base, rows[i]));
		assert_reported(desk, {PERCENT_WITHOUT_SPACE, "47%"});
		assert_string_equal(fixed(desk), "47 %");
	}
	desk->reading = NULL;
	desk_lint(desk, desk_join(desk, base, "rapport: {a: \"47% \\x41v\"}\n"));
	assert_reported(desk, {PERCENT_WITHOUT_SPACE, "\"47% \\x41v\""});
	assert_null(fixed(desk));
}

CASE_TEST(a_file_is_read_as_a_section)
{
	desk_lint(desk, desk_join(desk, base, "rapport: {a: {fil: a.md}}\n"));
	assert_sound(desk);
	Lint *lint = lint_open(&desk->arena, &desk->agreement, desk->ledger, &desk->diagnostics);
	const DocumentPlan *plan = desk->agreement.documents.items;
	const Source *source = desk_source(desk, "a.md", "> 47% av alla.\n\n## Slut.\n");
	lint_file(lint, source, plan, plan->sections.items);
	leave_out_figures(desk);
	assert_reported(desk, {PERCENT_WITHOUT_SPACE, "47%"}, {HEADING_WITH_POINT, "."});
	assert_ptr_equal(desk->diagnostics.first->span.source, source);
}

/* Texts that a rule could look back or forth in again and again. */
CASE_TEST(any_text_is_read_in_time)
{
	static const char *const rows[] = {
	        "ikf/",         "xx-",         ".pdf",     "\"a\" ",
	        "- ",           "# ",          "a  b ",    "klicka här för ",
	        "[a ",          "{a ",         "(6) ",     "1 000 ",
	        "1.000",        "(2001:453) ", "a - b ",   "” [… ",
	        "kl 9-",        "enligt ",     "och ge ",  "§4",
	        "2018-07-01-",  "t o m ",      "den 1:e ", "Resurspolen/",
	        "Storköpings ", "811228-",     "sex (5) ", "a\n",
	        "åäö",          "xxåäö-",      "å.pdf",    "ÄÅ",
	};
	desk_lint(desk, desk_join(desk, base, "rapport: {förslag till beslut: {fil: a.md}}\n"));
	const DocumentPlan *plan = desk->agreement.documents.items;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		Buffer out = buffer_new(&desk->arena, BUFFER_MAXIMUM);
		while (out.length < 200000)
			buffer_put(&out, text_of(rows[i]));
		const Source *source = source_open(&desk->arena, TEXT("a.md"), buffer_text(&out),
		                                   LIMIT_SOURCE_BYTES, &desk->diagnostics);
		Lint *lint =
		        lint_open(&desk->arena, &desk->agreement, desk->ledger, &desk->diagnostics);
		lint_file(lint, source, plan, plan->sections.items);
	}
}

/* The table of rules and the catalogue tell the same. */
CASE_TEST(rules_have_names_weights_and_messages)
{
	static const Text names[] = {
#define WRITING_RULE(symbol, name, weight, texts, trigger, function, about) TEXT_INIT(name),
#include "model/writing_rules.def"
	};
	assert_int_equal(record_weights.count, WRITING_RULES);
	for (size_t i = 0; i < WRITING_RULES; i++) {
		assert_text(record_weights.fields[i].key, names[i].bytes);
		assert_true(record_weights.fields[i].about.length > 0);
		for (size_t k = 0; k < i; k++)
			assert_false(text_equal(names[i], names[k]));
	}
	for (int code = PLACEHOLDER_LEFT; code <= PERSONAL_NUMBER_IN_TEXT; code++) {
		const DiagnosticKind *kind = diagnostic_kind((DiagnosticCode)code);
		if (kind->severity == SEVERITY_NOTE)
			continue;
		bool named = false;
		for (size_t i = 0; i < WRITING_RULES; i++) {
			Text parts[] = {TEXT("(Skrivregel: "), names[i], TEXT(".)")};
			named = named ||
			        text_ends(kind->sentence, text_join(&desk->arena, parts, 3));
		}
		assert_true(named);
		assert_true(kind->meaning.length > 0 && kind->wrong.length > 0 &&
		            kind->right.length > 0);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        CASE_UNIT(placeholders),
	        CASE_UNIT(spaces_and_dashes),
	        CASE_UNIT(signs_and_abbreviations),
	        CASE_UNIT(amounts),
	        CASE_UNIT(dates),
	        CASE_UNIT(dates_in_digits_when_the_municipality_wants_them),
	        CASE_UNIT(numbers_twice),
	        CASE_UNIT(numbers_twice_when_the_municipality_wants_them),
	        CASE_UNIT(headings),
	        CASE_UNIT(decision_points_that_are_not),
	        CASE_UNIT(decision_points_that_are),
	        CASE_UNIT(decision_points_as_clauses),
	        CASE_UNIT(attachments),
	        CASE_UNIT(one_unit_in_a_document),
	        CASE_UNIT(names),
	        CASE_UNIT(statutes),
	        CASE_UNIT(unknown_statutes_when_the_register_asks_for_them),
	        CASE_UNIT(diary_numbers),
	        CASE_UNIT(diary_numbers_have_the_prefixes_of_the_boards),
	        CASE_UNIT(personal_numbers),
	        CASE_UNIT(the_register_weighs_the_rules),
	        CASE_UNIT(a_case_makes_exceptions_with_reasons),
	        CASE_UNIT(exceptions_in_prose_are_for_both_figures_and_words),
	        CASE_UNIT(places_in_all_kinds_of_scalars),
	        CASE_UNIT(a_file_is_read_as_a_section),
	        CASE_UNIT(any_text_is_read_in_time),
	        CASE_UNIT(rules_have_names_weights_and_messages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
