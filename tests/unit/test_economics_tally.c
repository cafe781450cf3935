/* Tests of economics/tally: figures in running text against the case, word by word and place by
 * place. */
#include "case.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "economics/meaning.h"
#include "economics/quantity.h"
#include "economics/tally.h"
#include "prose/texts.h"

/* A board gives 933 000 kr, an organisation 18 000 hours at 214 kr and has costs of 2 000 000 kr.
 */
static const char base[] =
        "ärende: {rubrik: R, datum: 2019-10-15}\n"
        "parter:\n  nämnden: {register: äldrenämnden}\n"
        "  poolen: {namn: Resurspoolen, kortnamn: Poolen}\n"
        "period: {från: 2020-01-01, till: 2022-12-31, uppsägningstid: 6 månader, förlängning: 3 "
        "år}\n"
        "ekonomi:\n  decimaler: 2\n  insatser:\n"
        "    - {part: nämnden, slag: kontant, belopp: 933 000 kr/år}\n"
        "    - {part: poolen, slag: ideell tid, timmar: 18 000, timvärde: 214 kr/timme}\n";

/* The text of a section, as a block scalar: each line of it is indented. */
static const char *block_of(Desk *desk, const char *prose)
{
	Buffer out = buffer_new(&desk->arena, BUFFER_MAXIMUM);
	Text rest = text_of(prose), line = {0};
	buffer_put(&out, TEXT("överenskommelse:\n  ekonomi: |\n"));
	while (text_next(&rest, '\n', &line)) {
		buffer_put(&out, TEXT("    "));
		buffer_put(&out, line);
		buffer_put_byte(&out, '\n');
	}
	return text_terminated(&desk->arena, buffer_text(&out));
}

static void tally_one(Desk *desk, const TallyCase *c, const ProseValue *prose)
{
	Reading reading = reading_of(&desk->arena, prose);
	tally_text(c, &reading, &desk->diagnostics);
	reading_report_exceptions(&reading, &desk->diagnostics);
}

static void desk_tally(Desk *desk, const char *before, const char *after)
{
	desk_calculate(desk, desk_join(desk, before, after));
	assert_sound(desk);
	const FreeTable *tables = desk->agreement.tables.items;
	for (size_t i = 0; i < desk->agreement.tables.count; i++)
		free_table_make(desk->ledger, &tables[i], economics_decimals(&desk->agreement));
	TallyCase c;
	tally_case_open(&desk->arena, &desk->agreement, desk->ledger, &c);
	CaseTexts texts = case_texts(&desk->arena, &desk->agreement);
	for (size_t i = 0; i < texts.count; i++)
		if (texts.items[i].kind & TEXTS_RUNNING)
			tally_one(desk, &c, &texts.items[i].text);
}

/* Each row is a text that nothing is reported for. */
static void assert_silent(Desk *desk, const char *const *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		desk->reading = rows[i];
		desk_tally(desk, base, block_of(desk, rows[i]));
		assert_sound(desk);
	}
}

#define SILENT(rows) assert_silent(desk, (rows), sizeof(rows) / sizeof(rows)[0])

/* Each row is a text and the one report that it gives. */
static void assert_reports(Desk *desk, const FaultRow *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		desk->reading = rows[i].yaml;
		desk_tally(desk, base, block_of(desk, rows[i].yaml));
		assert_reported(desk, {rows[i].code, rows[i].marked});
	}
}

#define REPORTS(rows) assert_reports(desk, (rows), sizeof(rows) / sizeof(rows)[0])

CASE_TEST(what_equals_the_case_is_silent)
{
	static const char *const rows[] = {
	        "Äldrenämnden bidrar med 933 000 kr per år.",
	        "Äldrenämnden bidrar med 933 tkr, alltså 0,93 mnkr eller 0,933 miljoner kronor.",
	        "Resurspoolen bidrar med insatser som är värda 3 852 000 kr.",
	        "Överenskommelsen omfattar sammanlagt 4 785 000 kr per år, drygt 4,7 mnkr.",
	        "För hela perioden blir bidraget 2 799 000 kr.",
	        "Nämndens andel är 19,50 %, Poolens 80,5 procent. Andelarna är 100 % av helheten.",
	        "Nämndens andel är 20 % av omfattningen, exakt 19,498 %.",
	        "Resurspoolen bidrar med 18 000 timmars ideellt arbete per år.",
	        "En timme är värd 214 kr, alltså är timvärdet 214 kr per timme.",
	        "Den gäller från och med den 1 januari 2020 till och med den 31 december 2022.",
	        "Perioden är 2020-01-01–2022-12-31.",
	        "Överenskommelsen gäller i tre år. Uppsägningstiden är sex (6) månader.",
	        "Den kan förlängas med ytterligare 36 månader.",
	        "Ärendet skrevs den 15 oktober 2019.",
	        "Parterna bidrar tillsammans med 4 785 000 kr per år.",
	        "En part kan säga upp överenskommelsen sex månader i förväg.",
	        "Uppsägningstiden är 0,5 år.",
	};
	SILENT(rows);
}

/* Running text is full of figures and times that say nothing about the agreement. */
CASE_TEST(what_is_said_of_other_things_is_silent)
{
	static const char *const rows[] = {
	        "I tre år har vi arbetat så, och i fem veckor har vi vilat.",
	        "Barn mellan 6 och 12 år deltar två timmar i veckan.",
	        "Enligt 4 § och 5 kap. 6 § socialtjänstlagen (2001:453) ...",
	        "Se ÄN 2019-878, ring 013-20 60 00 kl. 13.30.",
	        "Hälften av deltagarna är unga, och en tredjedel är äldre.",
	        "Hösten 2017 började det, och i januari 2016 fanns riktlinjer.",
	        "Läs https://example.org/2015-01-01/900%20kr och [här](https://a.se/5%).",
	        "Öppet omkring 220 dagar om året.",
	        "Poolens volontärer håller öppet två timmar i veckan.",
	        "{{ekonomi.bidrag}} {{#om period.förlängning}}a{{/om}}",
	};
	SILENT(rows);
}

CASE_TEST(what_no_value_is_gets_a_warning)
{
	static const FaultRow rows[] = {
	        {"Hyran är 50 000 kr.", PROSE_UNKNOWN_NEAR, "50 000 kr"},
	        {"Av deltagarna är 45 % kvinnor.", PROSE_UNKNOWN_NEAR, "45 %"},
	        {"Mötet hölls 2019-03-01.", PROSE_UNKNOWN_NEAR, "2019-03-01"},
	        {"Vi möttes den **1 mars** 2019 i salen.", PROSE_UNKNOWN_NEAR,
	         "den **1 mars** 2019"},
	        {"Vi möttes den 30 februari 2020.", PROSE_UNKNOWN_NEAR, "den 30 februari 2020"},
	        {"Poolens andel av kvinnorna: 12 %, inte 80,5 %.", PROSE_UNKNOWN_NEAR, "12 %"},
	        /* The word is satisfied by something else in the sentence. */
	        {"Bidraget är 933 000 kr, varav 50 000 kr är hyra.", PROSE_UNKNOWN_NEAR,
	         "50 000 kr"},
	        {"Nämndens bidrag är {{ekonomi.bidrag}}, varav 50 000 kr är hyra.",
	         PROSE_UNKNOWN_NEAR, "50 000 kr"},
	        {"Hyran är 933 000 kr och nämndens bidrag 900 000 kr.", PROSE_UNKNOWN_NEAR,
	         "900 000 kr"},
	        /* Another time, or only a limit. */
	        {"2015 var nämndens bidrag 900 000 kr.", PROSE_UNKNOWN_NEAR, "900 000 kr"},
	        {"Nämndens tidigare bidrag är 900 000 kr.", PROSE_UNKNOWN_NEAR, "900 000 kr"},
	        {"Nämnden bidrar med minst 900 000 kr.", PROSE_UNKNOWN_NEAR, "900 000 kr"},
	        {"Nämnden bidrar med upp till 950 000 kr.", PROSE_UNKNOWN_NEAR, "950 000 kr"},
	        {"Uppsägningstiden är högst tre månader.", PROSE_UNKNOWN_NEAR, "tre månader"},
	        {"Överenskommelsen kan sägas upp efter ett år.", PROSE_UNKNOWN_NEAR, "ett år"},
	        {"Den får sägas upp vart 1 år.", PROSE_UNKNOWN_NEAR, "1 år"},
	        /* Words that are not sure. */
	        {"Föreningen söker ett bidrag på 10 000 kr av en stiftelse.", PROSE_UNKNOWN_NEAR,
	         "10 000 kr"},
	        {"Erbjudandet varar till och med den 1 maj 2018.", PROSE_UNKNOWN_NEAR,
	         "den 1 maj 2018"},
	        {"Andelen kvinnor är 45 %.", PROSE_UNKNOWN_NEAR, "45 %"},
	        /* Of another size than anything that the word can mean. */
	        {"Äldrenämndens andel är 69,5 %.", PROSE_UNKNOWN_NEAR, "69,5 %"},
	        {"Nämndens bidrag är 93 300 kr.", PROSE_UNKNOWN_NEAR, "93 300 kr"},
	        {"Nämndens bidrag är 9 330 000 kr.", PROSE_UNKNOWN_NEAR, "9 330 000 kr"},
	        {"Hallen kostar 200 kr i timmen.", PROSE_UNKNOWN_NEAR, "200 kr"},
	        /* A term that is named but is none of the case's. */
	        {"Avgiften är 12 timmars ideellt arbete.", PROSE_UNKNOWN_NEAR, "12 timmars"},
	};
	REPORTS(rows);
}

CASE_TEST(what_its_own_word_contradicts_is_an_error)
{
	static const FaultRow rows[] = {
	        {"Uppsägningstiden är tre månader.", PROSE_CONTRADICTS, "tre månader"},
	        {"Uppsägningstiden är 30 dagar.", PROSE_CONTRADICTS, "30 dagar"},
	        {"Uppsägningstiden är sex (7) månader.", PROSE_CONTRADICTS, "sex (7) månader"},
	        {"Parterna har tre månaders uppsägningstid.", PROSE_CONTRADICTS, "tre månaders"},
	        {"En part kan säga\nupp den tre månader i förväg.", PROSE_CONTRADICTS,
	         "tre månader"},
	        {"Parterna kan förlänga den med två år.", PROSE_CONTRADICTS, "två år"},
	        {"Överenskommelsen gäller i fyra år.", PROSE_CONTRADICTS, "fyra år"},
	        {"Överenskommelsen gäller under fyra år.", PROSE_CONTRADICTS, "fyra år"},
	        {"Den gäller från och med den 1 januari 2021.", PROSE_CONTRADICTS,
	         "den 1 januari 2021"},
	        {"Den gäller från och med 2020-01-01 till och med 2022-12-30.", PROSE_CONTRADICTS,
	         "2022-12-30"},
	        {"Den gäller till och med den 31 juni 2022.", PROSE_CONTRADICTS,
	         "den 31 juni 2022"},
	        {"Överenskommelsen omfattar 4 758 000 kr per år.", PROSE_CONTRADICTS,
	         "4 758 000 kr"},
	        {"Nämndens bidrag är 993 000 kr.", PROSE_CONTRADICTS, "993 000 kr"},
	        {"Nämndens bidrag är **993 000** kr.", PROSE_CONTRADICTS, "993 000** kr"},
	        {"Resurspoolen bidrar med 3 825 000 kr.", PROSE_CONTRADICTS, "3 825 000 kr"},
	        {"Poolens insats är 3,8 mnkr.", PROSE_CONTRADICTS, "3,8 mnkr"},
	        {"Äldrenämnden finansierar 950 tkr.", PROSE_CONTRADICTS, "950 tkr"},
	        {"De räknas till 241 kr per timme.", PROSE_CONTRADICTS, "241 kr"},
	        {"Äldrenämndens andel är 15,9 %.", PROSE_CONTRADICTS, "15,9 %"},
	        {"Poolen ger 16 000 timmars ideellt arbete.", PROSE_CONTRADICTS, "16 000 timmars"},
	        {"År 2021 är nämndens bidrag 900 000 kr.", PROSE_CONTRADICTS, "900 000 kr"},
	        {"Uppsägningstiden är {{period.uppsägningstid}}, och den förlängs med ett år.",
	         PROSE_CONTRADICTS, "ett år"},
	        {"Om ingen säger upp den sex månader före förlängs den med ett år.",
	         PROSE_CONTRADICTS, "ett år"},
	};
	REPORTS(rows);
}

CASE_TEST(what_is_another_value_gets_a_warning)
{
	static const FaultRow rows[] = {
	        {"Överenskommelsen omfattar 933 000 kr per år.", PROSE_MEANS_OTHER, "933 000 kr"},
	        {"Uppsägningstiden är tre år.", PROSE_MEANS_OTHER, "tre år"},
	        {"Den gäller från och med den 31 december 2022.", PROSE_MEANS_OTHER,
	         "den 31 december 2022"},
	        {"Äldrenämnden bidrar med 3 852 000 kr.", PROSE_MEANS_OTHER, "3 852 000 kr"},
	        {"Äldrenämnden bidrar med 4 785 000 kr.", PROSE_MEANS_OTHER, "4 785 000 kr"},
	        {"Äldrenämndens andel är 80,50 %.", PROSE_MEANS_OTHER, "80,50 %"},
	};
	REPORTS(rows);
}

CASE_TEST(reports_name_the_value_and_how_it_is_printed)
{
	desk_tally(desk, base, block_of(desk, "Hyran är 950 000 kr."));
	assert_sentence(desk,
	                "”950 000 kr” är inte något av ärendets värden. Närmast ligger "
	                "ekonomi.bidrag, som är 933\u00a0000\u00a0kr: skriv {{ekonomi.bidrag}} "
	                "om det är det som menas. Är det med avsikt, skriv {{undantag 950 000 "
	                "kr, skäl: …}}.");
	desk_tally(desk, base, block_of(desk, "Uppsägningstiden är *tre*\nmånader."));
	assert_sentence(desk,
	                "”tre månader” säger emot ärendet, där period.uppsägningstid är sex "
	                "månader. Skriv {{period.uppsägningstid}} i stället, eller rätta "
	                "ärendet. Är det med avsikt, skriv {{undantag tre månader, skäl: …}}.");
	const Diagnostic *note = desk->diagnostics.first->notes;
	assert_non_null(note);
	assert_int_equal(note->code, PROSE_VALUE_FROM);
	assert_text(span_text(note->span), "6 månader");
	desk_tally(desk, base, block_of(desk, "Överenskommelsen omfattar 933 000 kr per år."));
	assert_sentence(desk,
	                "”933 000 kr” är ekonomi.bidrag, men meningen ser ut att handla om "
	                "ekonomi.omfattning, som är 4\u00a0785\u00a0000\u00a0kr. Skriv det som "
	                "menas: {{ekonomi.bidrag}} eller {{ekonomi.omfattning}}.");
	desk_tally(desk, "ärende: {rubrik: R}\n", block_of(desk, "Hyran är 5 kr."));
	assert_sentence(desk, "”5 kr” finns bara i texten, inte bland ärendets värden. Skriv in "
	                      "värdet där det hör hemma och visa det med {{…}}. Är det med avsikt, "
	                      "skriv {{undantag 5 kr, skäl: …}}.");
}

CASE_TEST(exceptions_are_not_checked_but_must_be_needed)
{
	static const char *const silent[] = {
	        "Hyran är {{undantag 50 000 kr, skäl: hör inte hit}}.",
	        "Nämndens bidrag är {{undantag 900 000 kr, skäl: gällde 2015}}.",
	        "Uppsägningstiden är {{undantag tre månader, skäl: ett annat avtal}}.",
	        "Hyran {{undantag 5 kr, skäl: a}} och {{undantag 6 kr, skäl: b}}. Nästa. "
	        "{{undantag 7 kr, skäl: c}}",
	};
	SILENT(silent);
	static const FaultRow rows[] = {
	        {"Bidraget är {{undantag 933 000 kr, skäl: a}}.", EXCEPTION_NOT_NEEDED,
	         "{{undantag 933 000 kr, skäl: a}}"},
	        {"Det varar {{undantag tre år, skäl: a}}.", EXCEPTION_OF_NOTHING,
	         "{{undantag tre år, skäl: a}}"},
	        {"Hyran {{undantag många kronor, skäl: a}}.", EXCEPTION_OF_NOTHING,
	         "{{undantag många kronor, skäl: a}}"},
	        {"Hyran är {{språk engelska: 5 kr a month}}.", PROSE_UNKNOWN_NEAR, "5 kr"},
	        {"Hyran {{undantag 5 kr, skäl: a}} eller 6 kr.", PROSE_UNKNOWN_NEAR, "6 kr"},
	        {"{{undantag 5 kr, skäl: a}} {{undantag 933 tkr, skäl: b}}", EXCEPTION_NOT_NEEDED,
	         "{{undantag 933 tkr, skäl: b}}"},
	};
	REPORTS(rows);
	/* What lacks its reason or its text is reported where it is carried out. */
	static const char *const elsewhere[] = {"Det är {{undantag 933 000 kr}}.",
	                                        "Det är {{undantag 933 000 kr, skäl: }}.",
	                                        "Det är {{undantag , skäl: a}}.", "{{undantag}}"};
	SILENT(elsewhere);
}

/* Every way that YAML lets a text be written; the mark stands under the figure itself. */
CASE_TEST(places_in_every_style_of_scalar)
{
	static const FaultRow rows[] = {
	        {"  ekonomi: Hyran är 5 kr.\n", PROSE_UNKNOWN_NEAR, "5 kr"},
	        {"  ekonomi: Hyran är 5\n    000 kr.\n", PROSE_UNKNOWN_NEAR, "5\n    000 kr"},
	        {"  ekonomi: 'Hyran ''är'' 5 kr.'\n", PROSE_UNKNOWN_NEAR, "5 kr"},
	        {"  ekonomi: \"Hyran är 5 kr.\"\n", PROSE_UNKNOWN_NEAR, "5 kr"},
	        {"  ekonomi: \"Hyran \\u00e4r 5\\u00a0kr.\"\n", PROSE_UNKNOWN_NEAR,
	         "\"Hyran \\u00e4r 5\\u00a0kr.\""},
	        {"  ekonomi: >-\n    Hyran är\n    5\n    kr.\n", PROSE_UNKNOWN_NEAR, "5\n    kr"},
	        {"  ekonomi: |2\n    Hyran är 5 kr.\n", PROSE_UNKNOWN_NEAR, "5 kr"},
	        {"  ekonomi: |\r\n    Hyran är 5\r\n    kr.\r\n", PROSE_UNKNOWN_NEAR,
	         "5\r\n    kr"},
	        {"  ekonomi: [En punkt, Hyran är 5 kr]\n", PROSE_UNKNOWN_NEAR, "5 kr"},
	        {"  ekonomi: {text: Hyran är 5 kr, rubrik: För 6 kr}\n", PROSE_UNKNOWN_NEAR,
	         "5 kr"},
	        {"  eget:\n    rubrik: Eget\n    punkter: [Hyran är 5 kr]\n", PROSE_UNKNOWN_NEAR,
	         "5 kr"},
	        {"  underlag: [Avtal 2015-01-01]\n  beslutet skickas till: [5 kr]\n"
	         "fotnoter: {a: Hyran är 5 kr.}\n",
	         PROSE_UNKNOWN_NEAR, "5 kr"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk->reading = rows[i].yaml;
		desk_tally(desk, desk_join(desk, base, "överenskommelse:\n"), rows[i].yaml);
		assert_reported(desk, {rows[i].code, rows[i].marked});
	}
}

/* A text of a file is marked in the file. */
CASE_TEST(a_prose_from_a_file)
{
	desk_calculate(desk, base);
	const Source *source = desk_source(desk, "bakgrund.md", "> Hyran är 5 kr.\n\nSlut.\n");
	ProseValue prose = {span_of(source, 0, source->bytes.length), source->bytes};
	TallyCase c;
	tally_case_open(&desk->arena, &desk->agreement, desk->ledger, &c);
	tally_one(desk, &c, &prose);
	assert_reported(desk, {PROSE_UNKNOWN_NEAR, "5 kr"});
	assert_ptr_equal(desk->diagnostics.first->span.source, source);
}

/* Values that are declared and that no entry of the ledger holds count too. */
CASE_TEST(declared_values_and_tables_are_known)
{
	static const char more[] =
	        "ärende: {rubrik: R, datum: 2019-10-15}\n"
	        "parter: {n: {register: äldrenämnden}, p: {namn: P}}\n"
	        "period: {från: 2020-01-15, till: 2020-02-20}\n"
	        "ekonomi:\n  avrundning: {till: 100 kr}\n  beräknas till: 2020-01-31\n"
	        "  insatser:\n"
	        "    - {part: n, slag: kontant, belopp: 7 000 kr/år, från: 2020-01-20}\n"
	        "tabeller:\n  t:\n    rubrik: T\n    kolumner:\n      - {rubrik: Vad}\n"
	        "      - {rubrik: Värde, slag: belopp}\n      - {rubrik: Kostnad, slag: belopp}\n"
	        "      - {rubrik: Andel, slag: andel, täljare: Kostnad, nämnare: Värde}\n"
	        "      - {rubrik: Slut, slag: datum}\n    summarad: S\n    rader:\n"
	        "      - [Ett, 2 000 kr, 500 kr, 2021-07-31]\n      - [Två, –, –, 2021-08]\n";
	desk_tally(
	        desk, more,
	        block_of(desk,
	                 "Beloppen avrundas till 100 kr från och med den 20 januari 2020. De är "
	                 "kända till 2020-01-31. Projektet slutar den 31 juli 2021 och kostar 500 "
	                 "kr, 25 % av 2 000 kr. Nämndens bidrag till projektet är 500 kr. "
	                 "Överenskommelsen gäller i 37 dagar."));
	assert_sound(desk);
	desk_tally(desk, more, block_of(desk, "Den gäller i 38 dagar.\n\nDet slutar 2021-08-01."));
	assert_reported(desk, {PROSE_CONTRADICTS, "38 dagar"}, {PROSE_UNKNOWN_NEAR, "2021-08-01"});
}

/* The rises of an index, as it was published and as it counts here. */
CASE_TEST(rises_of_an_index_are_known)
{
	static const char index[] =
	        "index:\n  OPI:\n    namn: omsorgsprisindex\n    källa: SKR\n    värden:\n"
	        "      2021: {definitivt: \"1,5 %\", källa: S}\n"
	        "      2022: {definitivt: \"1,9 %\", källa: S}\n";
	static const char indexed[] =
	        "ärende: {rubrik: R}\n"
	        "parter: {nämnden: {register: äldrenämnden}, p: {namn: P}}\n"
	        "period: {från: 2020-01-01, till: 2022-12-31}\n"
	        "ekonomi:\n  index: {serie: OPI, från: 2021-01-01, faktor: 80 %}\n  insatser:\n"
	        "    - {part: nämnden, slag: kontant, belopp: 933 000 kr/år}\n";
	desk_add_register(desk, desk_register);
	desk_add_register(desk, index);
	resolve_register(&desk->shared, &desk->diagnostics);
	desk_tally(desk, indexed,
	           block_of(desk,
	                    "Bidraget räknas upp med 80 % av ökningen från och med den 1 "
	                    "januari 2021. Uppräkningen är 1,2 % (80 % av 1,5 %), och nästa år "
	                    "1,52 procent, avrundat 1,5 %."));
	assert_sound(desk);
	desk_tally(desk, indexed,
	           block_of(desk, "Uppräkningen gäller från och med den 1 januari 2021."));
	assert_sound(desk);
	desk_tally(desk, indexed,
	           block_of(desk, "Bidraget räknas upp från och med den 1 januari 2020."));
	assert_reported(desk, {PROSE_MEANS_OTHER, "den 1 januari 2020"});
	desk_tally(desk, indexed,
	           block_of(desk, "Bidraget räknas upp från och med den 1 februari 2020."));
	assert_reported(desk, {PROSE_CONTRADICTS, "den 1 februari 2020"});
	desk_tally(desk, indexed, block_of(desk, "Bidraget räknas upp med 1,3 % år 2021."));
	assert_reported(desk, {PROSE_CONTRADICTS, "1,3 %"});
}

/* Parties are told apart by their names, short names, keys and genitives. */
CASE_TEST(a_named_party_says_whose_the_figure_is)
{
	static const char parties[] =
	        "ärende: {rubrik: R}\n"
	        "parter:\n  n: {register: äldrenämnden}\n  iogt: {namn: IOGT-NTO Kamratstödet, "
	        "kortnamn: IOGT-NTO}\n  pingst: {register: pingst}\n"
	        "ekonomi:\n  insatser:\n    - part: n\n      slag: kontant\n      fördelning: "
	        "{iogt: "
	        "300 000 kr/år, pingst: 400 000 kr/år}\n"
	        "    - {part: iogt, slag: in natura, belopp: 50 000 kr/år}\n";
	static const struct {
		const char *text;
		DiagnosticCode code;
	} rows[] = {
	        {"Bidraget till IOGT-NTO är 300 000 kr.", DIAGNOSTIC_CODES},
	        {"IOGT-NTO:s bidrag är 300 000 kr.", DIAGNOSTIC_CODES},
	        {"Bidraget till Pingst är 300 000 kr.", PROSE_MEANS_OTHER},
	        {"Pingstförsamlingen i\nStorköpings bidrag är 300 000 kr.", PROSE_MEANS_OTHER},
	        {"IOGTS bidrag är 400 000 kr.", PROSE_MEANS_OTHER},
	        {"Bidraget till Pingstvännen är 300 000 kr.", DIAGNOSTIC_CODES},
	        {"Pingst och IOGT-NTO får bidrag på 300 000 kr.", DIAGNOSTIC_CODES},
	        {"Pingst får bidrag på 350 000 kr.", PROSE_CONTRADICTS},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk->reading = rows[i].text;
		desk_tally(desk, parties, block_of(desk, rows[i].text));
		if (rows[i].code == DIAGNOSTIC_CODES)
			assert_sound(desk);
		else
			assert_reported(desk, {rows[i].code,
			                       rows[i].code == PROSE_CONTRADICTS ? "350 000 kr"
			                       : text_find(text_of(rows[i].text), TEXT("400"), 0) !=
			                                       TEXT_NOWHERE
			                               ? "400 000 kr"
			                               : "300 000 kr"});
	}
}

/* A name in the list of words that no case can have would make its words mean nothing. */
static void assert_in_lower_case(Desk *desk, Text words)
{
	Text lowered = utf8_lowered(&desk->arena, words);
	assert_text(words, text_terminated(&desk->arena, lowered));
}

CASE_TEST(every_name_in_the_list_of_words_exists)
{
	for (size_t row = 0; row < MEANINGS; row++) {
		assert_in_lower_case(desk, meaning_at(row)->words);
		assert_in_lower_case(desk, meaning_at(row)->sure);
	}
	desk_calculate(desk, base);
	TextList names = {0};
	quantity_names(&desk->arena, &desk->agreement, &names);
	static const char *const others[] = {"period.från",         "period.till",
	                                     "period.längd",        "period.uppsägningstid",
	                                     "period.förlängning",  "period.förnyas",
	                                     "period.beslutstid",   "period.förlängd till",
	                                     "period.förnyad till", "period.sista uppsägningsdag",
	                                     "ekonomi.index.från",  "ekonomi.index"};
	for (size_t row = 0; row < MEANINGS; row++) {
		Text rest = meaning_at(row)->names, name = {0};
		while (text_next(&rest, '|', &name)) {
			bool found = false;
			for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
				found = found || text_equal(name, text_of(others[i]));
			for (size_t i = 0; i < names.count; i++)
				found = found || text_equal(name, names.items[i]) ||
				        (text_starts(names.items[i], name) &&
				         names.items[i].bytes[name.length] == '.');
			for (Quantity q = 0; q < QUANTITIES; q++)
				found = found || text_equal(name, quantity_facts(q)->name);
			if (!found)
				print_error("%.*s\n", (int)name.length, name.bytes);
			assert_true(found);
		}
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        CASE_UNIT(what_equals_the_case_is_silent),
	        CASE_UNIT(what_is_said_of_other_things_is_silent),
	        CASE_UNIT(what_no_value_is_gets_a_warning),
	        CASE_UNIT(what_its_own_word_contradicts_is_an_error),
	        CASE_UNIT(what_is_another_value_gets_a_warning),
	        CASE_UNIT(reports_name_the_value_and_how_it_is_printed),
	        CASE_UNIT(exceptions_are_not_checked_but_must_be_needed),
	        CASE_UNIT(places_in_every_style_of_scalar),
	        CASE_UNIT(a_prose_from_a_file),
	        CASE_UNIT(declared_values_and_tables_are_known),
	        CASE_UNIT(rises_of_an_index_are_known),
	        CASE_UNIT(a_named_party_says_whose_the_figure_is),
	        CASE_UNIT(every_name_in_the_list_of_words_exists),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
