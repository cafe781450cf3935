/* Deadlines: the dates and terms of an agreement, and the last days that follow from them. */
#include "base/text.h"
#include "economics/calculation.h"

static const Entry *declare_date(Calculation *c, Text name, const DateValue *value, Date date)
{
	return date_is_given(date) && date.day != 0
	               ? ledger_date(c->ledger, name, date, value->span)
	               : NULL;
}

static const Entry *declare_term(Calculation *c, Text name, const DurationValue *value)
{
	const Duration *length = &value->duration;
	bool is_term = VALUE_GIVEN(*value) && (length->months > 0 || length->days > 0);
	return is_term ? ledger_duration(c->ledger, name, *length, value->span) : NULL;
}

static void before_end(Calculation *c, Text name, const Entry *end, const Entry *term)
{
	if (end != NULL && term != NULL)
		ledger_term_before(c->ledger, name, end, term, term->origin);
}

static void after_end(Calculation *c, Text name, const Entry *end, const Entry *term)
{
	if (end != NULL && term != NULL)
		ledger_term_after(c->ledger, name, end, term, term->origin);
}

static void declare_follow_ups(Calculation *c)
{
	const ListValue *days = &c->agreement->period.follow_ups;
	const DayItem *items = days->items;
	for (size_t i = 0; i < days->count; i++)
		declare_date(c, quantity_number(c->arena, QUANTITY_FOLLOW_UP_DAY, i), &items[i].day,
		             date_last_day(items[i].day.date));
}

void deadlines_declare(Calculation *c)
{
	const Period *period = &c->agreement->period;
	const DateValue *index = &c->agreement->economy.index.from;
	declare_date(c, TEXT("ärende.datum"), &c->agreement->matter.date,
	             c->agreement->matter.date.date);
	declare_date(c, TEXT("period.från"), &period->from, period->from.date);
	const Entry *end =
	        declare_date(c, TEXT("period.till"), &period->to, date_last_day(period->to.date));
	declare_date(c, TEXT("ekonomi.index.från"), index, index->date);
	const Entry *notice = declare_term(c, TEXT("period.uppsägningstid"), &period->notice);
	const Entry *extension = declare_term(c, TEXT("period.förlängning"), &period->extension);
	const Entry *renewal = declare_term(c, TEXT("period.förnyas"), &period->renewal);
	const Entry *lead = declare_term(c, TEXT("period.beslutstid"), &period->lead_time);
	before_end(c, name_of_all(c, QUANTITY_NOTICE_DAY), end, notice);
	before_end(c, name_of_all(c, QUANTITY_DECISION_DAY), end, lead);
	after_end(c, name_of_all(c, QUANTITY_EXTENDED_TO), end, extension);
	after_end(c, name_of_all(c, QUANTITY_RENEWED_TO), end, renewal);
	declare_follow_ups(c);
}
