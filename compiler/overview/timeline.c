/* Timeline: every case as a bar along the years, in a row that the selection chooses with its own.
 */
#include "base/swedish.h"
#include "html/escape.h"
#include "overview/page.h"

/*
 * Each bar is a drawing of its own, so that rows can be hidden and ordered like those of the table;
 * all have the same scale. Places are in per cent: a drawing without a view box fills what room it
 * has, and its texts and marks keep their size.
 */
typedef struct Scale {
	int first_year, last_year;
	int32_t first_day, days;
} Scale;

static Scale scale_of(const Overview *overview)
{
	const Portfolio *portfolio = overview->portfolio;
	int first = 0, last = 0;
	for (size_t i = 0; i < portfolio->count; i++) {
		const PortfolioCase *c = &portfolio->items[i];
		int end = date_is_given(c->to) ? c->to.year : c->from.year;
		if (!date_is_given(c->from))
			continue;
		first = first == 0 || c->from.year < first ? c->from.year : first;
		last = end > last ? end : last;
	}
	Scale scale = {.first_year = first, .last_year = last};
	if (first == 0)
		return scale;
	scale.first_day = date_to_days((Date){(int16_t)first, 1, 1});
	scale.days = date_to_days((Date){(int16_t)last, 12, 31}) + 1 - scale.first_day;
	return scale;
}

static void put_place(Page *page, const Scale *scale, Date date)
{
	put_percent(page, date_to_days(date) - scale->first_day, scale->days);
}

int timeline_years(const Overview *overview)
{
	Scale scale = scale_of(overview);
	return scale.last_year - scale.first_year + 1;
}

static bool is_on(const Scale *scale, Date date)
{
	return date_is_given(date) && date.year >= scale->first_year &&
	       date.year <= scale->last_year;
}

/* Marks have shapes of their own, for colour is not seen by all. */
static const struct {
	EventKind kind;
	Text shape;
} marks[] = {
        {EVENT_NOTICE, TEXT_INIT("<path class=\"notice\" d=\"M0 -7L7 0L0 7L-7 0Z\"/>")},
        {EVENT_DECISION, TEXT_INIT("<path class=\"decision\" d=\"M-6 -6H6L0 6Z\"/>")},
        {EVENT_FOLLOW_UP, TEXT_INIT("<circle class=\"follow-up\" r=\"4\"/>")},
};

static Text shape_of(EventKind kind)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (marks[i].kind == kind)
			return marks[i].shape;
	return (Text){0};
}

static void put_mark(Page *page, const Scale *scale, EventKind kind, Date date)
{
	if (!is_on(scale, date))
		return;
	put(page, TEXT("<svg x=\""));
	put_place(page, scale, date);
	put(page, TEXT("\" y=\"50%\">"));
	put(page, shape_of(kind));
	put(page, TEXT("</svg>"));
}

static void put_today(Page *page, const Scale *scale)
{
	Date day = page->overview->day;
	if (!is_on(scale, day))
		return;
	put(page, TEXT("<line class=\"today\" x1=\""));
	put_place(page, scale, day);
	put(page, TEXT("\" x2=\""));
	put_place(page, scale, day);
	put(page, TEXT("\" y1=\"0\" y2=\"100%\"/>"));
}

/* What the bar shows, in words. */
static Text said(Page *page, const PortfolioCase *c)
{
	Arena *arena = page->arena;
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put(&out, portfolio_period(arena, c));
	const struct {
		EventKind kind;
		Date date;
	} days[] = {{EVENT_NOTICE, c->notice_day}, {EVENT_DECISION, c->decision_day}};
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		if (!date_is_given(days[i].date))
			continue;
		buffer_put(&out, TEXT(". "));
		buffer_put(&out, event_name(days[i].kind));
		buffer_put(&out, TEXT(": "));
		buffer_put(&out, swedish_date_short(arena, days[i].date));
	}
	for (size_t i = 0; i < c->follow_up_count; i++) {
		buffer_put(&out, i == 0 ? TEXT(". ") : TEXT(", "));
		buffer_put(&out, i == 0 ? event_name(EVENT_FOLLOW_UP) : TEXT(""));
		buffer_put(&out, i == 0 ? TEXT(": ") : TEXT(""));
		buffer_put(&out, swedish_date_short(arena, c->follow_ups[i]));
	}
	return buffer_text(&out);
}

static void put_bar(Page *page, const Scale *scale, const PortfolioCase *c)
{
	static const Text classes[] = {[STATUS_DRAFT] = TEXT_INIT("draft"),
	                               [STATUS_PROPOSED] = TEXT_INIT("proposed"),
	                               [STATUS_DECIDED] = TEXT_INIT("decided")};
	Date end = date_is_given(c->to) ? date_add_days(c->to, 1)
	                                : (Date){(int16_t)(scale->last_year + 1), 1, 1};
	put(page, TEXT("<svg class=\"bar\" role=\"img\""));
	html_put_attribute(&page->out, TEXT("aria-label"), said(page, c));
	put(page, TEXT("><rect class=\""));
	put(page, classes[c->status]);
	put(page, TEXT("\" x=\""));
	put_place(page, scale, c->from);
	put(page, TEXT("\" y=\"25%\" height=\"50%\" width=\""));
	put_percent(page, date_to_days(end) - date_to_days(c->from), scale->days);
	put(page, TEXT("\"/>"));
	put_today(page, scale);
	for (size_t i = 0; i < c->follow_up_count; i++)
		put_mark(page, scale, EVENT_FOLLOW_UP, c->follow_ups[i]);
	put_mark(page, scale, EVENT_DECISION, c->decision_day);
	put_mark(page, scale, EVENT_NOTICE, c->notice_day);
	put(page, TEXT("</svg>"));
}

/* So many years at most have their number written, for it to have room on a phone. */
static void put_axis(Page *page, const Scale *scale)
{
	enum { MOST_LABELS = 8 };
	int years = scale->last_year - scale->first_year + 1;
	int step = (years + MOST_LABELS - 1) / MOST_LABELS;
	put(page, TEXT("<div class=\"axis\" aria-hidden=\"true\"><svg>"));
	for (int year = scale->first_year; year <= scale->last_year; year += step) {
		put(page, TEXT("<text y=\"75%\" x=\""));
		put_place(page, scale, (Date){(int16_t)year, 1, 1});
		put(page, TEXT("\">"));
		put_number(page, year);
		put(page, TEXT("</text>"));
	}
	put(page, TEXT("</svg></div>\n"));
}

static void put_legend(Page *page)
{
	put(page, TEXT("<ul class=\"legend\">\n"));
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		put(page, TEXT("<li><svg aria-hidden=\"true\"><svg x=\"50%\" y=\"50%\">"));
		put(page, marks[i].shape);
		put(page, TEXT("</svg></svg> "));
		put(page, event_name(marks[i].kind));
		put(page, TEXT("</li>\n"));
	}
	const struct {
		Text class;
		Text label;
	} bars[] = {{TEXT_INIT("decided"), TEXT_INIT("Beslutad")},
	            {TEXT_INIT("proposed"), TEXT_INIT("Förslag")},
	            {TEXT_INIT("draft"), TEXT_INIT("Utkast")}};
	for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
		put(page, TEXT("<li><svg aria-hidden=\"true\"><rect width=\"100%\" height=\"50%\" "
		               "y=\"25%\" class=\""));
		put(page, bars[i].class);
		put(page, TEXT("\"/></svg> "));
		put(page, bars[i].label);
		put(page, TEXT("</li>\n"));
	}
	if (date_is_given(page->overview->day)) {
		put(page, TEXT("<li><svg aria-hidden=\"true\"><line class=\"today\" x1=\"50%\" "
		               "x2=\"50%\" y1=\"0\" y2=\"100%\"/></svg> "));
		put_day(page, page->overview->day);
		put(page, TEXT("</li>\n"));
	}
	put(page, TEXT("</ul>\n"));
}

void page_put_timeline(Page *page)
{
	const Portfolio *portfolio = page->overview->portfolio;
	Scale scale = scale_of(page->overview);
	if (scale.first_year == 0)
		return;
	put(page, TEXT("<section class=\"timeline\">\n"
	               "<h2 id=\"timeline\">Tidslinje</h2>\n"
	               "<p>Samma urval och ordning som i tabellen. Ärenden utan period är inte "
	               "med.</p>\n"));
	put_legend(page);
	put_axis(page, &scale);
	put(page, TEXT("<ol>\n"));
	for (size_t i = 0; i < portfolio->count; i++) {
		const PortfolioCase *c = &portfolio->items[i];
		if (!date_is_given(c->from))
			continue;
		put(page, TEXT("<li"));
		put_selectable(page, c);
		put(page, TEXT("><span>"));
		put_case_link(page, c, c->name);
		Fact parties = column_facts(COLUMN_ID_CIVIL)->of(page->overview, c);
		put(page, TEXT("<br><small>"));
		put_data(page, parties.knowledge == KNOWN ? parties.text : case_title(c));
		put(page, TEXT("</small></span>"));
		put_bar(page, &scale, c);
		put(page, TEXT("</li>\n"));
	}
	put(page, TEXT("</ol>\n</section>\n"));
}
