/* The field tables: one row for every key of a case; those of the register are in
 * fields_register.c, those of statutes and of rules of writing in fields_writing.c. */
#include "model/fields.h"

#include <string.h>

/* Values that stand alone in a list. */

static const Field text_item = {FIELD(TextItem, text, "")};
const Record record_text = {
        .name = TEXT_INIT("texten"), .size = sizeof(TextItem), .as_scalar = &text_item};

static const Field prose_item = {FIELD(ProseItem, text, "")};
static const Record record_prose = {
        .name = TEXT_INIT("texten"), .size = sizeof(ProseItem), .as_scalar = &prose_item};

static const Field day_item = {FIELD(DayItem, day, "")};
static const Record record_day = {
        .name = TEXT_INIT("dagen"), .size = sizeof(DayItem), .as_scalar = &day_item};

/* People and parties. */

static const Field person_fields[] = {
        {FIELD(Person, name, "namn"), FIELD_ABOUT("Den som skriver under.", "Siv Nordqvist")},
        {FIELD(Person, role, "roll"), FIELD_ABOUT("Uppdrag eller titel.", "ordförande")},
        {FIELD(Person, place, "ort och datum"),
         FIELD_ABOUT("Det som ska stå ifyllt på raden för ort och datum.", "Linköping")},
};
const Record record_person = {
        .name = TEXT_INIT("undertecknare"), .size = sizeof(Person), RECORD_FIELDS(person_fields)};

static const Text sectors[] = {TEXT_INIT("offentlig"), TEXT_INIT("idéburen")};
const Choices sector_choices = CHOICES(sectors);

static const Field party_fields[] = {
        {FIELD(Party, register_id, "register"),
         FIELD_ABOUT("Nämnd eller organisation som finns i registret.", "äldrenämnden")},
        {FIELD(Party, name, "namn"),
         FIELD_ABOUT("Partens fullständiga namn, om den inte finns i registret.", "Resurspoolen")},
        {FIELD(Party, short_name, "kortnamn"),
         FIELD_ABOUT("Hur parten kallas i löpande text.", "Stadsmissionen")},
        {FIELD(Party, number, "organisationsnummer"),
         FIELD_ABOUT("Partens organisationsnummer.", "822003-0913")},
        {FIELD(Party, sector, "sektor"), .choices = &sector_choices,
         FIELD_ABOUT("Om parten är offentlig eller idéburen.", "idéburen")},
        {FIELD(Party, signatories, "undertecknare"), .record = &record_person,
         FIELD_ABOUT("De som skriver under för parten.",
                     "- {namn: Siv Nordqvist, roll: ordförande}")},
};
const Record record_party = {.name = TEXT_INIT("parten"),
                             .size = sizeof(Party),
                             .keyed = true,
                             RECORD_FIELDS(party_fields)};

/* The case's own facts. */

static const Text statuses[] = {TEXT_INIT("utkast"), TEXT_INIT("förslag"), TEXT_INIT("beslutad")};
static const Choices status_choices = CHOICES(statuses);

static const Field matter_fields[] = {
        {FIELD(Matter, title, "rubrik"), FIELD_STARTER(KEY, ""), .required = true,
         FIELD_ABOUT("Ärendets rubrik.", "Partnerskap med Resurspoolen")},
        {FIELD(Matter, diary_number, "diarienummer"), FIELD_STARTER(KEY, ""),
         FIELD_ABOUT("Ärendets diarienummer, som det ska stå i handlingarna.", "ON 2018-229")},
        {FIELD(Matter, date, "datum"), FIELD_STARTER(KEY, ""),
         FIELD_ABOUT("Handlingarnas datum.", "2018-05-23")},
        {FIELD(Matter, board_id, "nämnd"), FIELD_STARTER(KEY, ""), FIELD_NAMED_IN("nämnder"),
         FIELD_ABOUT("Den nämnd som beslutar, enligt registret.", "omsorgsnämnden")},
        {FIELD(Matter, department_id, "förvaltning"), FIELD_STARTER(HINT, ""),
         FIELD_NAMED_IN("förvaltningar"),
         FIELD_ABOUT("Den förvaltning som skriver, om det inte är nämndens egen.",
                     "socialförvaltningen")},
        {FIELD(Matter, officers, "handläggare"), FIELD_STARTER(KEY, ""), .record = &record_text,
         .list_of_one = true, FIELD_ABOUT("De som handlägger ärendet.", "[Anna Berg, Bo Ek]")},
        {FIELD(Matter, status, "status"), FIELD_STARTER(KEY, "utkast"), .choices = &status_choices,
         FIELD_ABOUT("Hur långt ärendet har kommit. Utkast syns på varje sida.", "utkast")},
};
static const Record record_matter = {
        .name = TEXT_INIT("ärende"), .size = sizeof(Matter), RECORD_FIELDS(matter_fields)};

static const Field period_fields[] = {
        {FIELD(Period, from, "från"), FIELD_STARTER(KEY, ""), .required = true,
         FIELD_ABOUT("Första dagen.", "2020-01-01")},
        {FIELD(Period, to, "till"), FIELD_STARTER(KEY, ""),
         FIELD_ABOUT("Sista dagen.", "2022-12-31")},
        {FIELD(Period, notice, "uppsägningstid"), FIELD_STARTER(KEY, ""),
         FIELD_ABOUT("Hur lång tid i förväg en part måste säga upp.", "6 månader")},
        {FIELD(Period, extension, "förlängning"), FIELD_STARTER(HINT, ""),
         FIELD_ABOUT("Hur länge överenskommelsen kan förlängas.", "3 år")},
        {FIELD(Period, renewal, "förnyas"), FIELD_STARTER(HINT, ""),
         FIELD_ABOUT("Hur länge överenskommelsen fortsätter om ingen säger upp den.", "1 år")},
        {FIELD(Period, lead_time, "beslutstid"),
         FIELD_ABOUT("Hur lång tid före sista dagen en förlängning måste vara beslutad.",
                     "9 månader")},
        {FIELD(Period, follow_ups, "uppföljning"), .record = &record_day, .list_of_one = true,
         FIELD_ABOUT("Dagarna då överenskommelsen senast ska vara uppföljd. En månad räknas till "
                     "sin sista dag.",
                     "[2021-01-31, 2022-01-31]")},
};
static const Record record_period = {
        .name = TEXT_INIT("period"), .size = sizeof(Period), RECORD_FIELDS(period_fields)};

/* The economy. */

static const Field party_amount = {FIELD(PartyAmount, amount, ""), .per = MONEY_PER_YEAR,
                                   FIELD_ABOUT("Belopp per år.", "300 000 kr/år")};
static const Record record_party_amount = {
        .name = TEXT_INIT("beloppet"), .size = sizeof(PartyAmount), .as_scalar = &party_amount};

static const Text contribution_kinds[] = {TEXT_INIT("kontant"), TEXT_INIT("in natura"),
                                          TEXT_INIT("ideell tid"), TEXT_INIT("lokaler"),
                                          TEXT_INIT("material")};
static const Choices contribution_choices = CHOICES(contribution_kinds);

static const Field contribution_fields[] = {
        {FIELD(Contribution, party_id, "part"), .required = true,
         FIELD_ABOUT("Den part som bidrar.", "resurspoolen")},
        {FIELD(Contribution, kind, "slag"), .required = true, .choices = &contribution_choices,
         FIELD_ABOUT("Vad insatsen består av.", "kontant")},
        {FIELD(Contribution, amount, "belopp"), .per = MONEY_PER_YEAR,
         FIELD_ABOUT("Insatsens värde per år.", "933 000 kr/år")},
        {FIELD(Contribution, hours, "timmar"), .least = 0, .most = 100000000,
         FIELD_ABOUT("Ideella timmar per år.", "18 000")},
        {FIELD(Contribution, hour_value, "timvärde"), .per = MONEY_PER_HOUR,
         FIELD_ABOUT("Vad en ideell timme är värd.", "214 kr/timme")},
        {FIELD(Contribution, per_inhabitant, "per invånare"),
         FIELD_ABOUT("Vad insatsen är per invånare och år, om den är räknad så.", "2,82 kr/år")},
        {FIELD_MAPPED(Contribution, split, "fördelning"), .record = &record_party_amount,
         FIELD_ABOUT("Vad varje mottagare får av bidraget per år. Bidraget är deras summa.",
                     "stadsmissionen: 1 500 000 kr/år")},
        {FIELD(Contribution, from, "från"),
         FIELD_ABOUT("Första dagen för insatsen, om det inte är periodens.", "2019-07-01")},
        {FIELD(Contribution, to, "till"),
         FIELD_ABOUT("Sista dagen för insatsen, om det inte är periodens.", "2019-06-30")},
        {FIELD(Contribution, indexed, "räknas upp"),
         FIELD_ABOUT("Om insatsen räknas upp med index. Annars gör bara offentliga parters "
                     "kontanta bidrag det.",
                     "nej")},
};
static const Record record_contribution = {.name = TEXT_INIT("insatsen"),
                                           .size = sizeof(Contribution),
                                           RECORD_FIELDS(contribution_fields)};

static const Text cost_kinds[] = {TEXT_INIT("personal"), TEXT_INIT("volontärer"),
                                  TEXT_INIT("lokaler"), TEXT_INIT("material"), TEXT_INIT("övrigt")};
static const Choices cost_choices = CHOICES(cost_kinds);

static const Field cost_fields[] = {
        {FIELD(Cost, party_id, "part"), .required = true,
         FIELD_ABOUT("Den part som har kostnaden.", "resurspoolen")},
        {FIELD(Cost, item, "post"), .required = true,
         FIELD_ABOUT("Vad kostnaden gäller.", "Anställda")},
        {FIELD(Cost, kind, "slag"), .choices = &cost_choices,
         FIELD_ABOUT("Kostnadens slag, för summor per slag.", "personal")},
        {FIELD(Cost, amount, "belopp"), .required = true, .per = MONEY_PER_YEAR,
         FIELD_ABOUT("Kostnaden per år.", "205 000 kr/år")},
};
static const Record record_cost = {
        .name = TEXT_INIT("kostnaden"), .size = sizeof(Cost), RECORD_FIELDS(cost_fields)};

static const Field index_assumption = {FIELD(IndexAssumption, rise, ""), YEARLY_RISE,
                                       FIELD_ABOUT("Antagen ökning.", "2,0 %")};
static const Record record_index_assumption = {.name = TEXT_INIT("antagandet"),
                                               .size = sizeof(IndexAssumption),
                                               .as_scalar = &index_assumption};

static const Text index_bases[] = {TEXT_INIT("föregående års belopp"), TEXT_INIT("grundbeloppet")};
static const Choices index_basis_choices = CHOICES(index_bases);

static const Text roundings[] = {TEXT_INIT("närmaste"), TEXT_INIT("närmaste jämna"),
                                 TEXT_INIT("nedåt"), TEXT_INIT("uppåt")};
static const Choices rounding_choices = CHOICES(roundings);

static const Field index_fields[] = {
        {FIELD(IndexTerms, series, "serie"), .required = true,
         FIELD_ABOUT("Det index som bidraget räknas upp med.", "OPI")},
        {FIELD(IndexTerms, from, "från"),
         FIELD_ABOUT("Första dagen för uppräkning.", "2021-01-01")},
        {FIELD(IndexTerms, basis, "räknas på"), .choices = &index_basis_choices,
         FIELD_ABOUT("Om varje ökning läggs på föregående års belopp eller på grundbeloppet.",
                     "föregående års belopp"),
         FIELD_OTHERWISE("föregående års belopp")},
        {FIELD(IndexTerms, covers, "omfattar"), .least = 0, .most = 100,
         FIELD_ABOUT("Hur stor del av beloppet som räknas upp.", "90 %"), FIELD_OTHERWISE("100 %")},
        {FIELD(IndexTerms, factor, "faktor"), .least = 0, .most = 200,
         FIELD_ABOUT("Hur stor del av indexets ökning som räknas.", "80 %"),
         FIELD_OTHERWISE("100 %")},
        {FIELD(IndexTerms, ceiling, "tak"), YEARLY_RISE,
         FIELD_ABOUT("Ökningen under ett år är högst.", "3 %")},
        {FIELD(IndexTerms, floor, "golv"), YEARLY_RISE,
         FIELD_ABOUT("Ökningen under ett år är lägst.", "0 %")},
        {FIELD(IndexTerms, lag, "eftersläpning"), .least = 0, .most = 5,
         FIELD_ABOUT("Hur många år före uppräkningen som indexets år ligger.", "1"),
         FIELD_OTHERWISE("0")},
        {FIELD(IndexTerms, rise_rounding, "ökningen avrundas"), .choices = &rounding_choices,
         FIELD_ABOUT("Hur varje års ökning i kronor avrundas, om den avrundas för sig.", "nedåt")},
        {FIELD(IndexTerms, rise_unit, "ökningen avrundas till"), .least = 1,
         FIELD_ABOUT("Till vilka hela belopp varje års ökning avrundas.", "100 kr"),
         FIELD_OTHERWISE("1 kr")},
        {FIELD_MAPPED(IndexTerms, assumptions, "antaganden"), .record = &record_index_assumption,
         FIELD_ABOUT("Ökningar som antas för år som indexet inte finns för.", "2024: 2,0 %")},
};
static const Record record_index = {
        .name = TEXT_INIT("index"), .size = sizeof(IndexTerms), RECORD_FIELDS(index_fields)};

static const Text months[] = {TEXT_INIT("januari"), TEXT_INIT("februari"), TEXT_INIT("mars"),
                              TEXT_INIT("april"),   TEXT_INIT("maj"),      TEXT_INIT("juni"),
                              TEXT_INIT("juli"),    TEXT_INIT("augusti"),  TEXT_INIT("september"),
                              TEXT_INIT("oktober"), TEXT_INIT("november"), TEXT_INIT("december")};
static const Choices month_choices = CHOICES(months);

static const Text odd_kronor[] = {TEXT_INIT("sista"), TEXT_INIT("första")};
static const Choices odd_krona_choices = CHOICES(odd_kronor);

static const Field payment_fields[] = {
        {FIELD(PaymentTerms, per_year, "gånger per år"), .least = 1, .most = 12,
         FIELD_ABOUT("Hur många gånger per år bidraget betalas ut.", "1")},
        {FIELD(PaymentTerms, month, "månad"), .choices = &month_choices,
         FIELD_ABOUT("Månaden för (den första) utbetalningen.", "januari")},
        {FIELD(PaymentTerms, day, "dag"), .least = 1, .most = 28,
         FIELD_ABOUT("Dagen i månaden för utbetalningen.", "15"), FIELD_OTHERWISE("1")},
        {FIELD(PaymentTerms, in_arrears, "i efterskott"),
         FIELD_ABOUT("Om pengarna betalas ut efter den tid som de gäller.", "ja"),
         FIELD_OTHERWISE("nej")},
        {FIELD(PaymentTerms, lump_sum, "engångsbelopp"),
         FIELD_ABOUT("Om hela periodens bidrag betalas ut på en gång.", "ja"),
         FIELD_OTHERWISE("nej")},
        {FIELD(PaymentTerms, odd_krona, "udda kronor"), .choices = &odd_krona_choices,
         FIELD_ABOUT("Vilken av årets utbetalningar som tar de kronor som inte går jämnt upp.",
                     "sista"),
         FIELD_OTHERWISE("sista")},
};
static const Record record_payment = {.name = TEXT_INIT("utbetalning"),
                                      .size = sizeof(PaymentTerms),
                                      RECORD_FIELDS(payment_fields)};

static const Text rounding_times[] = {TEXT_INIT("sist"), TEXT_INIT("varje år")};
static const Choices rounding_time_choices = CHOICES(rounding_times);

static const Field rounding_fields[] = {
        {FIELD(RoundingTerms, way, "sätt"), .choices = &rounding_choices,
         FIELD_ABOUT("Åt vilket håll belopp avrundas.", "närmaste"), FIELD_OTHERWISE("närmaste")},
        {FIELD(RoundingTerms, unit, "till"), .least = 1,
         FIELD_ABOUT("Till vilka hela belopp.", "100 kr"), FIELD_OTHERWISE("1 kr")},
        {FIELD(RoundingTerms, when, "när"), .choices = &rounding_time_choices,
         FIELD_ABOUT("Om uppräknade belopp avrundas bara sist, när kalenderårets del är uträknad, "
                     "eller varje år innan de räknas vidare.",
                     "sist"),
         FIELD_OTHERWISE("sist")},
};
static const Record record_rounding = {.name = TEXT_INIT("avrundning"),
                                       .size = sizeof(RoundingTerms),
                                       RECORD_FIELDS(rounding_fields)};

static const Text prorations[] = {TEXT_INIT("månader"), TEXT_INIT("dagar")};
static const Choices proration_choices = CHOICES(prorations);

static const Field economy_fields[] = {
        {FIELD(Economy, price_year, "prisnivå"), .least = 1900, .most = 9999,
         FIELD_ABOUT("Det år vars priser beloppen är uttryckta i.", "2020")},
        {FIELD(Economy, decimals, "decimaler"), .least = 0, .most = 2,
         FIELD_ABOUT("Antal decimaler i procenttal.", "0")},
        {FIELD(Economy, rounding, "avrundning"), .record = &record_rounding,
         FIELD_ABOUT("Hur belopp avrundas.", "{sätt: närmaste, till: 1 kr, när: sist}")},
        {FIELD(Economy, proration, "del av år"), .choices = &proration_choices,
         FIELD_ABOUT("Om del av år räknas i månader eller i dagar.", "månader"),
         FIELD_OTHERWISE("månader")},
        {FIELD(Economy, horizon, "beräknas till"),
         FIELD_ABOUT("Sista dagen som beloppen är kända för, om det inte är periodens.",
                     "2024-12-31")},
        {FIELD(Economy, participants, "deltagare"), .least = 1, .most = 10000000,
         FIELD_ABOUT("Antal deltagare per år.", "25")},
        {FIELD(Economy, per_participant, "kostnad per deltagare"),
         FIELD_ABOUT("Om kostnad per deltagare ska räknas ut.", "ja"), FIELD_OTHERWISE("nej")},
        {FIELD(Economy, inhabitants, "invånare"), .least = 1, .most = 100000000,
         FIELD_ABOUT("Antal invånare, om det inte är kommunens i registret.", "161 000")},
        {FIELD(Economy, index, "index"), FIELD_STARTER(HINT, ""), .record = &record_index,
         FIELD_ABOUT("Hur bidraget räknas upp.", "{serie: OPI, från: 2021-01-01}")},
        {FIELD(Economy, payment, "utbetalning"), FIELD_STARTER(HINT, ""), .record = &record_payment,
         FIELD_ABOUT("När bidraget betalas ut.", "{gånger per år: 1, månad: januari}")},
        {FIELD(Economy, contributions, "insatser"),
         FIELD_STARTER(KEY, "[{part: nämnden, slag: kontant, belopp: }, {part: föreningen, slag: "
                            "ideell tid, timmar: , timvärde: }]"),
         .record = &record_contribution,
         FIELD_ABOUT("Vad varje part bidrar med per år.",
                     "- {part: resurspoolen, slag: in natura, belopp: 809 000 kr/år}")},
        {FIELD(Economy, costs, "kostnader"),
         FIELD_STARTER(HINT, "- {part: föreningen, post: Anställda, belopp: 205 000 kr/år}"),
         .record = &record_cost,
         FIELD_ABOUT("Vad verksamheten kostar per år.",
                     "- {part: resurspoolen, post: Anställda, belopp: 205 000 kr/år}")},
        {FIELD_MAPPED(Economy, own_financing, "egen finansiering"), .record = &record_party_amount,
         FIELD_ABOUT("Vad en organisation själv betalar, om det är ett eget åtagande och inte "
                     "resten av kostnaden.",
                     "resurspoolen: 195 310 kr/år")},
};
const Record record_economy = {
        .name = TEXT_INIT("ekonomi"), .size = sizeof(Economy), RECORD_FIELDS(economy_fields)};

/* The case's own tables and notes. */

static const Text column_kinds[] = {TEXT_INIT("text"),  TEXT_INIT("belopp"),
                                    TEXT_INIT("antal"), TEXT_INIT("andel"),
                                    TEXT_INIT("datum"), TEXT_INIT("belopp per antal")};
static const Choices column_choices = CHOICES(column_kinds);

static const Field column_fields[] = {
        {FIELD(Column, heading, "rubrik"), .required = true,
         FIELD_ABOUT("Kolumnens rubrik.", "Värde per år")},
        {FIELD(Column, kind, "slag"), .choices = &column_choices,
         FIELD_ABOUT("Vad kolumnen innehåller.", "belopp")},
        {FIELD(Column, numerator, "täljare"),
         FIELD_ABOUT("För andel: rubriken på kolumnen som är delen.", "Kostnad per år")},
        {FIELD(Column, denominator, "nämnare"),
         FIELD_ABOUT("För andel: rubriken på kolumnen som är det hela.", "Värde per år")},
        {FIELD(Column, sum, "summa"), FIELD_ABOUT("Om kolumnen ska summeras.", "ja")},
};
static const Record record_column = {
        .name = TEXT_INIT("kolumnen"), .size = sizeof(Column), RECORD_FIELDS(column_fields)};

static const Field row_cells = {FIELD(TableRow, cells, ""), .record = &record_text,
                                .keeps_empty = true};
static const Record record_row = {
        .name = TEXT_INIT("raden"), .size = sizeof(TableRow), .as_sequence = &row_cells};

static const Field table_fields[] = {
        {FIELD(FreeTable, caption, "rubrik"), FIELD_ABOUT("Tabellens rubrik.", "Pågående projekt")},
        {FIELD(FreeTable, columns, "kolumner"), .required = true, .record = &record_column,
         FIELD_ABOUT("Tabellens kolumner.", "- {rubrik: Värde per år, slag: belopp}")},
        {FIELD(FreeTable, sum_label, "summarad"),
         FIELD_ABOUT("Ordet framför summorna. Utan det blir det ingen summarad.", "Summa")},
        {FIELD(FreeTable, rows, "rader"), .required = true, .record = &record_row,
         FIELD_ABOUT("Tabellens rader, en cell för varje kolumn som inte räknas ut.",
                     "- [Hoppfull framtid, 2 080 500 kr]")},
};
static const Record record_table = {.name = TEXT_INIT("tabellen"),
                                    .size = sizeof(FreeTable),
                                    .keyed = true,
                                    RECORD_FIELDS(table_fields)};

static const Field footnote_text = {FIELD(Footnote, text, ""),
                                    FIELD_ABOUT("Fotnotens text.", "SOU 2019:56, avsnitt 2.")};
static const Record record_footnote = {
        .name = TEXT_INIT("fotnoten"), .size = sizeof(Footnote), .as_scalar = &footnote_text};

/* Documents and their sections. */

static const Field section_fields[] = {
        {FIELD(Section, heading, "rubrik"),
         FIELD_ABOUT("Avsnittets rubrik, om den inte är mallens.", "Översikt över partnerskapen")},
        {FIELD(Section, text, "text"),
         FIELD_ABOUT("Avsnittets text.", "Föreningen driver en öppen träffpunkt i stadsdelen.")},
        {FIELD(Section, points, "punkter"), .record = &record_prose,
         FIELD_ABOUT("Avsnittets punkter.", "- Överenskommelsen godkänns.")},
        {FIELD(Section, file, "fil"),
         FIELD_ABOUT("En Markdownfil i samma mapp som innehåller texten.", "bakgrund.md")},
        {FIELD(Section, after, "efter"),
         FIELD_ABOUT("Nyckeln till det avsnitt som ett eget avsnitt följer efter.", "bakgrund")},
};
static const Record record_section = {.name = TEXT_INIT("avsnittet"),
                                      .size = sizeof(Section),
                                      .keyed = true,
                                      RECORD_FIELDS(section_fields),
                                      .as_scalar = &section_fields[1],
                                      .as_sequence = &section_fields[2]};

static const Field document_sections = {
        FIELD_MAPPED(DocumentPlan, sections, ""), .record = &record_section,
        FIELD_ABOUT("Dokumentets avsnitt. Mallen bestämmer vad de heter, och ärendet kan ha egna.",
                    "bakgrund: Parterna har samverkat sedan 2012.")};
static const Field document_fields[] = {
        {FIELD(DocumentPlan, title, "rubrik"),
         FIELD_ABOUT("Dokumentets rubrik, om den inte är ärendets.", "Överenskommelse med …")},
        {FIELD(DocumentPlan, date, "datum"),
         FIELD_ABOUT("Dokumentets datum, om det inte är ärendets.", "2018-05-23")},
        {FIELD(DocumentPlan, contents, "innehållsförteckning"), FIELD_STARTER(HINT, ""),
         FIELD_ABOUT("Om dokumentet ska ha en innehållsförteckning.", "ja")},
        {FIELD(DocumentPlan, calculations, "beräkningsbilaga"), FIELD_STARTER(HINT, ""),
         FIELD_ABOUT(
                 "Om dokumentet ska sluta med en bilaga som visar hur varje belopp är uträknat.",
                 "ja")},
        {FIELD(DocumentPlan, attachments, "underlag"), FIELD_STARTER(KEY, ""),
         .record = &record_prose,
         FIELD_ABOUT("Beslutsunderlaget, den egna handlingen först.",
                     "- Tjänsteskrivelse 2018-05-23")},
        {FIELD(DocumentPlan, recipients, "beslutet skickas till"), FIELD_STARTER(KEY, ""),
         .record = &record_prose, FIELD_ABOUT("De som ska få beslutet.", "- Socialnämnden")},
        {FIELD(DocumentPlan, signatories, "undertecknare"),
         FIELD_STARTER(KEY, "[{namn: , roll: }]"), .record = &record_person,
         FIELD_ABOUT("De som står för handlingen.", "- {namn: Anna Berg, roll: enhetschef}")},
        {FIELD(DocumentPlan, order, "ordning"), .record = &record_text,
         FIELD_ABOUT("Avsnittens ordning, om den inte är mallens.", "[bakgrund, ekonomi, period]")},
        {FIELD(DocumentPlan, left_out, "utelämna"), .record = &record_text,
         FIELD_ABOUT("Valfria avsnitt som inte ska vara med.", "[legalitet]")},
};
const Record record_document = {.name = TEXT_INIT("dokumentet"),
                                .size = sizeof(DocumentPlan),
                                .keyed = true,
                                RECORD_FIELDS(document_fields),
                                .rest = &document_sections};

static const Field agreement_documents = {
        FIELD_MAPPED(Agreement, documents, ""), .record = &record_document,
        FIELD_ABOUT("Ett dokument som ska skrivas. Nyckeln är dokumenttypens.", "")};
static const Field agreement_fields[] = {
        {FIELD(Agreement, matter, "ärende"), FIELD_STARTER(KEY, ""), .required = true,
         .record = &record_matter, FIELD_ABOUT("Det som gäller ärendet som helhet.", "")},
        {FIELD_MAPPED(Agreement, parties, "parter"),
         FIELD_STARTER(KEY,
                       "{nämnden: {register: , undertecknare: [{namn: , roll: }]}, föreningen: "
                       "{namn: , organisationsnummer: , undertecknare: [{namn: , roll: }]}}"),
         .record = &record_party,
         FIELD_ABOUT("Parterna, var och en med ett kort namn som nyckel.", "")},
        {FIELD(Agreement, period, "period"), FIELD_STARTER(KEY, ""), .record = &record_period,
         FIELD_ABOUT("Tiden som överenskommelsen gäller.", "")},
        {FIELD(Agreement, economy, "ekonomi"), FIELD_STARTER(KEY, ""), .record = &record_economy,
         FIELD_ABOUT("Belopp och villkor. Summor och andelar räknas ut.", "")},
        {FIELD_MAPPED(Agreement, tables, "tabeller"), .record = &record_table,
         FIELD_ABOUT("Ärendets egna tabeller.", "")},
        {FIELD_MAPPED(Agreement, footnotes, "fotnoter"), .record = &record_footnote,
         FIELD_ABOUT("Ärendets fotnoter.", "")},
        {FIELD_MAPPED(Agreement, abbreviations, "förkortningar"), .record = &record_abbreviation,
         FIELD_ABOUT("Förkortningar som bara ärendet har, och de ord som de står för.",
                     "{AMC: Arbetsmarknadscentrum}")},
        {FIELD(Agreement, exceptions, "undantag från skrivregler"), .record = &record_exceptions,
         FIELD_ABOUT("Skrivregler som ärendet inte följer, var och en med ett skäl.", "")},
};
const Record record_agreement = {.name = TEXT_INIT("ärendet"),
                                 .size = sizeof(Agreement),
                                 RECORD_FIELDS(agreement_fields),
                                 .rest = &agreement_documents};

Text field_kind_name(FieldKind kind)
{
	static const Text names[FIELD_KINDS] = {
	        [FIELD_TEXT] = TEXT_INIT("en text"),
	        [FIELD_PROSE] = TEXT_INIT("en text"),
	        [FIELD_DATE] = TEXT_INIT("ett datum"),
	        [FIELD_DURATION] = TEXT_INIT("en tid"),
	        [FIELD_AMOUNT] = TEXT_INIT("ett belopp"),
	        [FIELD_INTEGER] = TEXT_INIT("ett heltal"),
	        [FIELD_SHARE] = TEXT_INIT("en procentsats"),
	        [FIELD_NUMBER] = TEXT_INIT("ett tal"),
	        [FIELD_BOOLEAN] = TEXT_INIT("ja eller nej"),
	        [FIELD_CHOICE] = TEXT_INIT("ett av orden"),
	        [FIELD_ORGANISATION_NUMBER] = TEXT_INIT("ett organisationsnummer"),
	        [FIELD_RECORD] = TEXT_INIT("en grupp med nycklar"),
	        [FIELD_LIST] = TEXT_INIT("en lista"),
	        [FIELD_MAP] = TEXT_INIT("en grupp med nycklar"),
	};
	return names[kind];
}

const Field *record_field(const Record *record, Text key)
{
	for (size_t i = 0; i < record->count; i++)
		if (text_equal(record->fields[i].key, key))
			return &record->fields[i];
	return NULL;
}

const void *field_member(const Field *field, const void *owner)
{
	return (const char *)owner + field->place;
}

Text field_choice_word(const Field *field, int choice)
{
	return field->choices->words[choice];
}
