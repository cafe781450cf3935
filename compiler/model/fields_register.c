/* The field tables of the register, but for its statutes and its rules of writing. */
#include "model/fields.h"

static const Field municipality_fields[] = {
        {FIELD(Municipality, name, "namn"), .required = true,
         FIELD_ABOUT("Kommunens namn.", "Linköpings kommun")},
        {FIELD(Municipality, place, "ort"), FIELD_ABOUT("Kommunens ort.", "Linköping")},
        {FIELD(Municipality, number, "organisationsnummer"),
         FIELD_ABOUT("Kommunens organisationsnummer.", "212000-0449")},
        {FIELD(Municipality, inhabitants, "invånare"), .least = 1, .most = 100000000,
         FIELD_ABOUT("Antal invånare.", "161 000")},
        {FIELD(Municipality, diary_forms, "diarienummer"), .record = &record_text,
         .list_of_one = true,
         FIELD_ABOUT("Hur diarienummer skrivs, med {prefix}, {år}, {åå} och {nummer}. Utan det "
                     "jämförs de inte.",
                     "\"{prefix} {år}-{nummer}\"")},
};
static const Record record_municipality = {.name = TEXT_INIT("kommun"),
                                           .size = sizeof(Municipality),
                                           RECORD_FIELDS(municipality_fields)};

static const Field department_fields[] = {
        {FIELD(Department, name, "namn"), .required = true,
         FIELD_ABOUT("Förvaltningens namn.", "Socialförvaltningen")},
        {FIELD(Department, unwanted, "skrivs inte"), .record = &record_text, .list_of_one = true,
         FIELD_ABOUT("Namn på förvaltningen som inte ska användas.", "[Soc]")},
};
static const Record record_department = {.name = TEXT_INIT("förvaltningen"),
                                         .size = sizeof(Department),
                                         .keyed = true,
                                         RECORD_FIELDS(department_fields)};

static const Field board_fields[] = {
        {FIELD(Board, name, "namn"), .required = true,
         FIELD_ABOUT("Nämndens namn.", "Omsorgsnämnden")},
        {FIELD(Board, department, "förvaltning"),
         FIELD_ABOUT("Nyckeln till nämndens förvaltning.", "socialförvaltningen")},
        {FIELD(Board, diary_prefix, "diarieprefix"),
         FIELD_ABOUT("Bokstäverna i nämndens diarienummer.", "ON")},
        {FIELD(Board, unwanted, "skrivs inte"), .record = &record_text, .list_of_one = true,
         FIELD_ABOUT("Namn på nämnden som inte ska användas.", "[äldreomsorgsnämnden]")},
};
static const Record record_board = {.name = TEXT_INIT("nämnden"),
                                    .size = sizeof(Board),
                                    .keyed = true,
                                    RECORD_FIELDS(board_fields)};

static const Field organisation_fields[] = {
        {FIELD(Organisation, name, "namn"), .required = true,
         FIELD_ABOUT("Organisationens fullständiga namn.", "Resurspoolen")},
        {FIELD(Organisation, short_name, "kortnamn"),
         FIELD_ABOUT("Hur organisationen kallas i löpande text.", "Stadsmissionen")},
        {FIELD(Organisation, number, "organisationsnummer"),
         FIELD_ABOUT("Organisationens nummer.", "822003-0913")},
        {FIELD(Organisation, sector, "sektor"), .choices = &sector_choices,
         FIELD_ABOUT("Om organisationen är offentlig eller idéburen.", "idéburen")},
        {FIELD(Organisation, unwanted, "skrivs inte"), .record = &record_text, .list_of_one = true,
         FIELD_ABOUT("Namn på organisationen som inte ska användas.", "[Pingstkyrkan]")},
};
static const Record record_organisation = {.name = TEXT_INIT("organisationen"),
                                           .size = sizeof(Organisation),
                                           .keyed = true,
                                           RECORD_FIELDS(organisation_fields)};

static const Field index_year_fields[] = {
        {FIELD(IndexYear, definitive, "definitivt"), YEARLY_RISE,
         FIELD_ABOUT("Det slutliga värdet.", "4,6 %")},
        {FIELD(IndexYear, preliminary, "preliminärt"), YEARLY_RISE,
         FIELD_ABOUT("Värdet som det först fastställdes.", "3,5 %")},
        {FIELD(IndexYear, number, "tal"),
         FIELD_ABOUT("Indextalet, om indexet anges i tal och inte i procent.", "131,2")},
        {FIELD(IndexYear, published, "publicerat"),
         FIELD_ABOUT("Dagen då det slutliga värdet blev känt.", "2023-04-19")},
        {FIELD(IndexYear, source, "källa"),
         FIELD_ABOUT("Varifrån årets värde är hämtat.", "SKR:s cirkulär")},
};
static const Record record_index_year = {.name = TEXT_INIT("indexåret"),
                                         .size = sizeof(IndexYear),
                                         .keyed = true,
                                         RECORD_FIELDS(index_year_fields),
                                         .as_scalar = &index_year_fields[0]};

static const Field index_series_fields[] = {
        {FIELD(IndexSeries, name, "namn"), .required = true,
         FIELD_ABOUT("Vad indexet heter.", "omsorgsprisindex")},
        {FIELD(IndexSeries, source, "källa"), .required = true,
         FIELD_ABOUT("Varifrån värdena är hämtade.", "SKR")},
        {FIELD_MAPPED(IndexSeries, years, "värden"), .record = &record_index_year,
         FIELD_ABOUT("Ett värde för varje år.", "2019: 2,7 %")},
};
static const Record record_index_series = {.name = TEXT_INIT("indexet"),
                                           .size = sizeof(IndexSeries),
                                           .keyed = true,
                                           RECORD_FIELDS(index_series_fields)};

static const Field ceiling_fields[] = {
        {FIELD(AidCeiling, euro, "euro"), .required = true, .least = 1, .most = 1000000000,
         FIELD_ABOUT("Taket i euro.", "300 000")},
        {FIELD(AidCeiling, years, "år"), .required = true, .least = 1, .most = 10,
         FIELD_ABOUT("Hur många år taket gäller tillsammans.", "3")},
        {FIELD(AidCeiling, from, "från"), .required = true,
         FIELD_ABOUT("Första dagen som taket gäller.", "2024-01-01")},
        {FIELD(AidCeiling, to, "till"), FIELD_ABOUT("Sista dagen som taket gäller.", "2030-12-31")},
        {FIELD(AidCeiling, source, "källa"), .required = true,
         FIELD_ABOUT("Var taket är bestämt.", "förordning (EU) 2023/2831")},
};
static const Record record_ceiling = {.name = TEXT_INIT("taket"),
                                      .size = sizeof(AidCeiling),
                                      .keyed = true,
                                      RECORD_FIELDS(ceiling_fields)};

static const Field euro_fields[] = {
        {FIELD(EuroRate, kronor, "kronor"), .required = true,
         FIELD_ABOUT("Vad en euro är värd i kronor.", "10,40")},
        {FIELD(EuroRate, date, "datum"), FIELD_ABOUT("Kursens dag.", "2024-01-02")},
        {FIELD(EuroRate, source, "källa"), .required = true,
         FIELD_ABOUT("Varifrån kursen är hämtad.", "Riksbanken")},
};
static const Record record_euro = {
        .name = TEXT_INIT("eurokurs"), .size = sizeof(EuroRate), RECORD_FIELDS(euro_fields)};

static const Field rule_fields[] = {
        {FIELD(RuleOfThumb, most_public, "offentlig andel högst"), .least = 0, .most = 100,
         FIELD_ABOUT("Så stor del av omfattningen bör det offentliga högst stå för.", "60 %")},
        {FIELD(RuleOfThumb, source, "källa"),
         FIELD_ABOUT("Var tumregeln är bestämd.", "kommunens riktlinjer")},
};
static const Record record_rule = {
        .name = TEXT_INIT("tumregel"), .size = sizeof(RuleOfThumb), RECORD_FIELDS(rule_fields)};

static const Field register_fields[] = {
        {FIELD(Register, municipality, "kommun"), .record = &record_municipality,
         FIELD_ABOUT("Kommunen.", "")},
        {FIELD_MAPPED(Register, departments, "förvaltningar"), .record = &record_department,
         FIELD_ABOUT("Kommunens förvaltningar.", "")},
        {FIELD_MAPPED(Register, boards, "nämnder"), .record = &record_board,
         FIELD_ABOUT("Kommunens nämnder.", "")},
        {FIELD_MAPPED(Register, organisations, "organisationer"), .record = &record_organisation,
         FIELD_ABOUT("Organisationer som kommunen har överenskommelser med.", "")},
        {FIELD_MAPPED(Register, indices, "index"), .record = &record_index_series,
         FIELD_ABOUT("Index som bidrag räknas upp med.", "")},
        {FIELD_MAPPED(Register, ceilings, "statsstöd"), .record = &record_ceiling,
         FIELD_ABOUT("Tak för stöd till en och samma mottagare.", "")},
        {FIELD(Register, euro, "eurokurs"), .record = &record_euro,
         FIELD_ABOUT("Kursen som taken räknas om med.", "{kronor: \"10,40\", källa: Riksbanken}")},
        {FIELD(Register, rule, "tumregel"), .record = &record_rule,
         FIELD_ABOUT("Kommunens egen tumregel.", "{offentlig andel högst: 60 %}")},
        {FIELD_MAPPED(Register, statutes, "lagar"), .record = &record_statute,
         FIELD_ABOUT("Lagar som ärendena hänvisar till.", "")},
        {FIELD_MAPPED(Register, abbreviations, "förkortningar"), .record = &record_abbreviation,
         FIELD_ABOUT("Förkortningar och de ord som de står för. Index, lagar och organisationer "
                     "som kallas vid en förkortning behöver inte stå här också.",
                     "{IOP: idéburet offentligt partnerskap}")},
        {FIELD(Register, weights, "skrivregler"), .record = &record_weights,
         FIELD_ABOUT("Vad varje skrivregel väger: fel, varning eller av.", "{filnamn: fel}")},
        {FIELD(Register, style, "skrivsätt"), .record = &record_style,
         FIELD_ABOUT("Hur kommunen skriver.", "{beslutspunkter: att-satser}")},
};
const Record record_register = {
        .name = TEXT_INIT("registret"), .size = sizeof(Register), RECORD_FIELDS(register_fields)};
