/* The field tables of the register's statutes, of abbreviations, and of the rules of writing with a
 * case's exceptions. */
#include "model/fields.h"

/* The rules of writing: a key for each. */

static const Text weights[] = {TEXT_INIT("fel"), TEXT_INIT("varning"), TEXT_INIT("av")};
static const Choices weight_choices = CHOICES(weights);

#define WORD_OF_ERROR   "fel"
#define WORD_OF_WARNING "varning"
#define WORD_OF_OFF     "av"
#define WRITING_RULE(symbol, name_, weight_, texts, trigger, function, about_)                     \
	{FIELD(RuleWeights, of[RULE_##symbol], name_), .choices = &weight_choices,                 \
	 FIELD_ABOUT(about_, WORD_OF_##weight_), FIELD_OTHERWISE(WORD_OF_##weight_)},
static const Field weight_fields[] = {
#include "model/writing_rules.def"
};
const Record record_weights = {.name = TEXT_INIT("skrivregler"),
                               .size = sizeof(RuleWeights),
                               RECORD_FIELDS(weight_fields)};

#define WRITING_RULE(symbol, name_, weight_, texts, trigger, function, about_)                     \
	{FIELD(RuleExceptions, of[RULE_##symbol], name_),                                          \
	 FIELD_ABOUT("Skälet till att regeln inte följs. " about_, "så står det i förlagan")},
static const Field exception_fields[] = {
#include "model/writing_rules.def"
};
const Record record_exceptions = {.name = TEXT_INIT("undantag från skrivregler"),
                                  .size = sizeof(RuleExceptions),
                                  RECORD_FIELDS(exception_fields)};

/* How the municipality writes, the statutes, and abbreviations. */

static const Field statute_fields[] = {
        {FIELD(Statute, name, "namn"), .required = true,
         FIELD_ABOUT("Vad lagen heter.", "kommunallagen")},
        {FIELD(Statute, other_names, "kallas"), .record = &record_text, .list_of_one = true,
         FIELD_ABOUT("Vad lagen också kallas.", "[KL]")},
        {FIELD(Statute, from, "från"), FIELD_ABOUT("Första dagen som lagen gäller.", "2018-01-01")},
        {FIELD(Statute, repealed, "upphävd"),
         FIELD_ABOUT("Första dagen som lagen inte längre gäller.", "2025-07-01")},
        {FIELD(Statute, successor_id, "ersatt av"),
         FIELD_ABOUT("Numret på lagen som kom i stället, om den finns i registret.", "2025:400")},
        {FIELD(Statute, source, "källa"), .required = true,
         FIELD_ABOUT("Varifrån uppgifterna är hämtade.", "lagen.nu/2017:725")},
};
const Record record_statute = {.name = TEXT_INIT("lagen"),
                               .size = sizeof(Statute),
                               .keyed = true,
                               RECORD_FIELDS(statute_fields)};

static const Field abbreviation_words = {
        FIELD(Abbreviation, words, ""),
        FIELD_ABOUT("Orden som förkortningen står för.", "idéburet offentligt partnerskap")};
const Record record_abbreviation = {.name = TEXT_INIT("förkortningen"),
                                    .size = sizeof(Abbreviation),
                                    .as_scalar = &abbreviation_words};

static const Text decision_forms[] = {TEXT_INIT("meningar"), TEXT_INIT("att-satser")};
static const Choices decision_choices = CHOICES(decision_forms);
static const Text dates_in_text[] = {TEXT_INIT("i ord"), TEXT_INIT("i siffror")};
static const Choices date_choices = CHOICES(dates_in_text);

static const Field style_fields[] = {
        {FIELD(WritingStyle, decisions, "beslutspunkter"), .choices = &decision_choices,
         FIELD_ABOUT("Om beslutspunkter är hela meningar eller att-satser.", "meningar"),
         FIELD_OTHERWISE("meningar")},
        {FIELD(WritingStyle, dates, "datum i text"), .choices = &date_choices,
         FIELD_ABOUT("Om datum i löpande text skrivs den 1 juli 2018 eller 2018-07-01.", "i ord"),
         FIELD_OTHERWISE("i ord")},
        {FIELD(WritingStyle, numbers_twice, "tal i ord och siffror"),
         FIELD_ABOUT("Om tider skrivs både med bokstäver och med siffror, sex (6) månader.", "nej"),
         FIELD_OTHERWISE("nej")},
        {FIELD(WritingStyle, decision_sections, "beslut står under"),
         FIELD_ABOUT("Nyckeln till det avsnitt som beslutspunkterna står i.",
                     "förslag till beslut"),
         FIELD_OTHERWISE("förslag till beslut")},
};
const Record record_style = {
        .name = TEXT_INIT("skrivsätt"), .size = sizeof(WritingStyle), RECORD_FIELDS(style_fields)};
