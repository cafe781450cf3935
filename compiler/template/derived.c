/* Derived: the values, and what each is made from. */
#include "template/derived.h"

#include "base/buffer.h"
#include "base/date.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "model/resolve.h"

Text plan_title(const Agreement *agreement, const DocumentPlan *plan)
{
	return VALUE_GIVEN(plan->title) ? plan->title.text : agreement->matter.title.text;
}

Date plan_date(const Agreement *agreement, const DocumentPlan *plan)
{
	return VALUE_GIVEN(plan->date) ? plan->date.date : agreement->matter.date.date;
}

Text officers_text(Arena *arena, const Agreement *agreement)
{
	const TextItem *items = agreement->matter.officers.items;
	size_t count = agreement->matter.officers.count;
	Text *names = ARENA_ARRAY(arena, Text, count + 1);
	for (size_t i = 0; i < count; i++)
		names[i] = items[i].text.text;
	return swedish_list(arena, names, count);
}

/* Derived values: what a case implies but no single field holds. An empty text is absent. */

static Text board_name(const ReferenceScope *scope)
{
	const Board *board = scope->agreement->matter.board;
	return board != NULL ? board->name.text : (Text){0};
}

static Text board_genitive(const ReferenceScope *scope)
{
	return swedish_genitive(scope->arena, board_name(scope));
}

static Text department_name(const ReferenceScope *scope)
{
	const Department *department = scope->agreement->matter.department;
	return department != NULL ? department->name.text : (Text){0};
}

static Text officer_names(const ReferenceScope *scope)
{
	return officers_text(scope->arena, scope->agreement);
}

static Text municipality_name(const ReferenceScope *scope)
{
	return scope->agreement->shared->municipality.name.text;
}

static Text municipality_place(const ReferenceScope *scope)
{
	return scope->agreement->shared->municipality.place.text;
}

static Text municipality_number(const ReferenceScope *scope)
{
	return scope->agreement->shared->municipality.number.text;
}

static Text document_title(const ReferenceScope *scope)
{
	return plan_title(scope->agreement, scope->plan);
}

static Text document_type(const ReferenceScope *scope)
{
	return scope->template->head.type.text;
}

static Text document_date(const ReferenceScope *scope)
{
	Date date = plan_date(scope->agreement, scope->plan);
	if (!date_is_given(date))
		return (Text){0};
	/* A month alone is written out, as on the cover of a document: "Oktober 2019". */
	return date.day == 0 ? utf8_capitalised(scope->arena, swedish_date(scope->arena, date))
	                     : swedish_date_short(scope->arena, date);
}

static Text period_length(const ReferenceScope *scope)
{
	const Period *period = &scope->agreement->period;
	if (!period_is_known(period))
		return (Text){0};
	Duration length = {0};
	Date last = date_last_day(period->to.date);
	if (!date_whole_months(period->from.date, last, &length.months))
		length = (Duration){.days = date_to_days(last) - date_to_days(period->from.date) +
		                            1};
	return swedish_duration(scope->arena, length);
}

static Text price_year(const ReferenceScope *scope)
{
	const IntegerValue *year = &scope->agreement->economy.price_year;
	Buffer digits = buffer_new(scope->arena, 32);
	if (VALUE_GIVEN(*year)) /* a year is not grouped in threes */
		buffer_put_integer(&digits, year->value);
	return buffer_text(&digits);
}

static Text payments_per_year(const ReferenceScope *scope)
{
	const IntegerValue *times = &scope->agreement->economy.payment.per_year;
	return VALUE_GIVEN(*times) ? swedish_count(scope->arena, times->value, false) : (Text){0};
}

static const Derived derived[] = {
        {TEXT_INIT("ärende.nämnd"),
         board_name,
         {TEXT_INIT("ärende.nämnd")},
         TEXT_INIT("Den beslutande nämndens namn i registret.")},
        {TEXT_INIT("ärende.nämnd.genitiv"),
         board_genitive,
         {TEXT_INIT("ärende.nämnd")},
         TEXT_INIT("Samma namn i genitiv: ”Omsorgsnämndens”.")},
        {TEXT_INIT("ärende.förvaltning"),
         department_name,
         {TEXT_INIT("ärende.förvaltning"), TEXT_INIT("ärende.nämnd")},
         TEXT_INIT("Förvaltningens namn i registret: ärendets, eller annars nämndens egen.")},
        {TEXT_INIT("ärende.handläggare"),
         officer_names,
         {TEXT_INIT("ärende.handläggare")},
         TEXT_INIT("Handläggarnas namn efter varandra.")},
        {TEXT_INIT("kommun.namn"),
         municipality_name,
         {TEXT_INIT("")},
         TEXT_INIT("Kommunens namn i registret.")},
        {TEXT_INIT("kommun.ort"),
         municipality_place,
         {TEXT_INIT("")},
         TEXT_INIT("Kommunens ort i registret.")},
        {TEXT_INIT("kommun.organisationsnummer"),
         municipality_number,
         {TEXT_INIT("")},
         TEXT_INIT("Kommunens organisationsnummer i registret.")},
        {TEXT_INIT("dokument.rubrik"),
         document_title,
         {TEXT_INIT("ärende.rubrik")},
         TEXT_INIT("Dokumentets egen rubrik, eller annars ärendets.")},
        {TEXT_INIT("dokument.benämning"),
         document_type,
         {TEXT_INIT("")},
         TEXT_INIT("Vad dokumenttypen heter enligt mallen.")},
        {TEXT_INIT("dokument.datum"),
         document_date,
         {TEXT_INIT("ärende.datum")},
         TEXT_INIT("Dokumentets eget datum, eller annars ärendets.")},
        {TEXT_INIT("period.längd"),
         period_length,
         {TEXT_INIT("period.från"), TEXT_INIT("period.till")},
         TEXT_INIT("Hur lång perioden är, i ord.")},
        {TEXT_INIT("ekonomi.prisnivå"),
         price_year,
         {TEXT_INIT("ekonomi.prisnivå")},
         TEXT_INIT("Det år vars priser beloppen är uttryckta i.")},
        {TEXT_INIT("ekonomi.utbetalning.gånger per år"),
         payments_per_year,
         {TEXT_INIT("ekonomi.utbetalning.gånger per år")},
         TEXT_INIT("Hur många gånger per år bidraget betalas ut, i ord.")},
};

const Derived *derived_values(size_t *count)
{
	*count = sizeof derived / sizeof derived[0];
	return derived;
}

const Derived *derived_named(Text name)
{
	for (size_t i = 0; i < sizeof derived / sizeof derived[0]; i++)
		if (text_equal(derived[i].name, name))
			return &derived[i];
	return NULL;
}
