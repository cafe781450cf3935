/* Page: index.html from head to foot. */
#include "overview/page.h"

#include "base/swedish.h"
#include "html/escape.h"
#include "html/furniture.h"
#include "html/head.h"
#include "html/words.h"

/* What the parts share. */

void put(Page *page, Text markup)
{
	buffer_put(&page->out, markup);
}

void put_data(Page *page, Text text)
{
	html_put(&page->out, HTML_TEXT, text);
}

void put_number(Page *page, int64_t value)
{
	buffer_put_integer(&page->out, value);
}

void put_day(Page *page, Date date)
{
	Text day = swedish_date_short(page->arena, date);
	put(page, TEXT("<time>"));
	put(page, day);
	put(page, TEXT("</time>"));
}

void put_missing(Page *page, size_t count)
{
	if (count == 0)
		return;
	put(page, TEXT(" <small>"));
	put_number(page, (int64_t)count);
	put(page, TEXT(" belopp saknas</small>"));
}

void put_total(Page *page, const Total *total)
{
	put(page, swedish_amount_bare(page->arena, total->value));
	put_missing(page, total->missing);
}

Text cases_counted(Arena *arena, size_t count)
{
	Text parts[] = {swedish_integer(arena, (int64_t)count),
	                count == 1 ? TEXT(" ärende") : TEXT(" ärenden")};
	return text_join(arena, parts, 2);
}

Text case_title(const PortfolioCase *c)
{
	return c->title.length > 0 ? c->title : c->name;
}

static size_t index_of(const Page *page, const PortfolioCase *c)
{
	return (size_t)(c - page->overview->portfolio->items);
}

void put_case_id(Page *page, const PortfolioCase *c)
{
	put(page, TEXT(" id=\"a"));
	put_number(page, (int64_t)index_of(page, c) + 1);
	put(page, TEXT("\""));
}

void put_case_link(Page *page, const PortfolioCase *c, Text text)
{
	put(page, TEXT("<a href=\"#a"));
	put_number(page, (int64_t)index_of(page, c) + 1);
	put(page, TEXT("\">"));
	put_data(page, text);
	put(page, TEXT("</a>"));
}

void put_selectable(Page *page, const PortfolioCase *c)
{
	const Membership *member = &page->selection.cases[index_of(page, c)];
	put(page, TEXT(" class=\"r"));
	for (int d = 0; d < DIMENSIONS; d++)
		for (size_t i = 1; i < page->selection.dimensions[d].count; i++) {
			if (!(member->choices[d] >> i & 1u))
				continue;
			put(page, TEXT(" "));
			put(page, page->selection.dimensions[d].letter);
			put_number(page, (int64_t)i);
		}
	put(page, TEXT(" p"));
	put_number(page, (int64_t)index_of(page, c) + 1);
	put(page, TEXT("\""));
}

void put_table_open(Page *page, Text heading_id)
{
	put(page, TEXT("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-labelledby=\""));
	put(page, heading_id);
	put(page, TEXT("\">\n"));
}

void put_table_close(Page *page)
{
	put(page, TEXT("</div>\n"));
}

void put_percent(Page *page, int64_t part, int64_t whole)
{
	enum { THOUSANDTHS_OF_ALL = 100000 };
	int64_t place = 0;
	Ratio ratio;
	if (ratio_make(part, whole, &ratio) &&
	    ratio_scale(THOUSANDTHS_OF_ALL, ratio, 1, ROUND_HALF_UP, &place))
		buffer_put_thousandths(&page->out, place);
	put(page, TEXT("%"));
}

/* Style. */

static bool is_column(const Page *page, int id)
{
	return column_facts((ColumnId)id)->place == PLACE_OWN &&
	       column_is_shown(page->overview, (ColumnId)id);
}

/* The same widths for a table and for a grid of rows, which is what it becomes when rows move. */
static void put_widths(Page *page)
{
	unsigned all = 0, number = 0;
	for (int id = 0; id < COLUMN_IDS; id++)
		all += is_column(page, id) ? column_facts((ColumnId)id)->width : 0;
	for (int id = 0; id < COLUMN_IDS; id++) {
		if (!is_column(page, id))
			continue;
		put(page, TEXT(".cases thead th:nth-child("));
		put_number(page, ++number);
		put(page, TEXT(") { width: "));
		put_percent(page, column_facts((ColumnId)id)->width, all);
		put(page, TEXT(" }\n"));
	}
	put(page, TEXT(".cases { --columns:"));
	for (int id = 0; id < COLUMN_IDS; id++) {
		if (!is_column(page, id))
			continue;
		put(page, TEXT(" minmax(0, "));
		put_number(page, column_facts((ColumnId)id)->width);
		put(page, TEXT("fr)"));
	}
	put(page, TEXT(" }\n"));
}

/* What stands before each value of a card; a style sheet says when rows are cards. */
static void put_labels(Page *page)
{
	unsigned number = 1;
	for (int id = COLUMN_ID_TITLE + 1; id < COLUMN_IDS; id++) {
		if (!is_column(page, id))
			continue;
		put(page, TEXT(".cases .r > :nth-child("));
		put_number(page, ++number);
		put(page, TEXT(") { --label: \""));
		put(page, column_heading(page->overview, (ColumnId)id));
		put(page, TEXT("\" }\n"));
	}
}

/* After the style sheet come the rules that follow from what the page holds. */
static Text style_of(Page *page)
{
	Buffer body = page->out;
	page->out = buffer_new(page->arena, BUFFER_MAXIMUM);
	put(page, page->overview->style);
	put(page, TEXT("\n"));
	selection_put_style(&page->out, page->overview, &page->selection);
	put_widths(page);
	put_labels(page);
	put(page, TEXT(".timeline { --years: "));
	put_number(page, timeline_years(page->overview));
	put(page, TEXT(" }\n"));
	Text style = buffer_text(&page->out);
	page->out = body;
	return style;
}

/* The beginning. */

/* From so many cases on, the style sheet lets a browser lay out only the rows that are in sight. */
enum { MANY = 200 };

static void put_page_header(Page *page)
{
	const Overview *overview = page->overview;
	DocumentFacts facts = {
	        .title = TEXT("Överenskommelser"),
	        .type = overview->municipality,
	        .organisation = overview->municipality,
	        .date = swedish_date_short(page->arena, overview->day),
	        .logotype = overview->logotype,
	};
	html_put_head(&page->out, &facts, style_of(page));
	put(page, TEXT("<body class=\"overview\">\n<a class=\"skip\" href=\"#main\">" WORDS_SKIP
	               "</a>\n"));
	facts.type = TEXT("");
	html_put_header(&page->out, &facts);
	put(page, TEXT("<main id=\"main\""));
	put(page, overview->portfolio->count > MANY ? TEXT(" class=\"many\"") : TEXT(""));
	put(page, TEXT(">\n<h1>Överenskommelser</h1>\n"));
}

/* What no sum contains. */
static void put_left_out(Page *page)
{
	const CasePaths *left_out = &page->overview->portfolio->left_out;
	if (left_out->count == 0)
		return;
	put(page, TEXT("<section class=\"left-out\">\n"
	               "<h2 id=\"left-out\">"));
	put(page, cases_counted(page->arena, left_out->count));
	put(page, left_out->count == 1
	                  ? TEXT(" är inte medräknat</h2>\n<p>Det har fel, så inget "
	                         "av det står på sidan eller ingår i någon summa.</p>\n")
	                  : TEXT(" är inte medräknade</h2>\n<p>De har fel, så inget av "
	                         "dem står på sidan eller ingår i någon summa.</p>\n"));
	put(page, TEXT("<ul>\n"));
	for (size_t i = 0; i < left_out->count; i++) {
		put(page, TEXT("<li>"));
		put_data(page, left_out->items[i]);
		put(page, TEXT("</li>\n"));
	}
	put(page, TEXT("</ul>\n</section>\n"));
}

static void put_introduction(Page *page)
{
	const Overview *overview = page->overview;
	put(page, TEXT("<p>"));
	if (date_is_given(overview->day)) {
		put(page, TEXT("Dagar är räknade från "));
		put(page, swedish_date(page->arena, overview->day));
		put(page, TEXT(". "));
	}
	put(page, TEXT("Belopp är i kronor.</p>\n"
	               "<p>Hämta <a href=\"portfolio.csv\">tabellen för kalkylprogram (CSV)</a> "
	               "eller <a href=\"dates.ics\">dagarna för kalendern (ICS)</a>.</p>\n"));
}

/* Key figures. */

static void put_figure(Page *page, Text name, Text value)
{
	put(page, TEXT("<div><dt>"));
	put(page, name);
	put(page, TEXT("</dt><dd>"));
	put(page, value);
	put(page, TEXT("</dd></div>\n"));
}

static void put_figures(Page *page)
{
	const Overview *overview = page->overview;
	const Sums *sums = selection_sums(&page->selection, (const size_t[DIMENSIONS]){0});
	const Dimension *times = &page->selection.dimensions[BY_TIME];
	put(page, TEXT("<dl class=\"figures\">\n"));
	put_figure(page, TEXT("Ärenden"), swedish_integer(page->arena, (int64_t)sums->cases));
	for (size_t i = 1; i < times->count; i++) {
		size_t choices[DIMENSIONS] = {[BY_TIME] = i};
		put_figure(
		        page, times->labels[i],
		        swedish_integer(page->arena,
		                        (int64_t)selection_sums(&page->selection, choices)->cases));
	}
	/* On a known day it is that year's money that counts; agreements that have ended still have
	 * their yearly amounts. */
	ColumnId id = date_is_given(overview->day) ? COLUMN_ID_YEAR : COLUMN_ID_GRANT;
	put(page, TEXT("<div><dt>"));
	put(page, column_heading(overview, id));
	put(page, TEXT("</dt><dd>"));
	put_total(page, &sums->amounts[id]);
	put(page, TEXT("</dd></div>\n"));
	put(page, TEXT("</dl>\n"));
}

/* What comes next. */

enum { MOST_NEXT = 8 };

static void put_next_one(Page *page, const Event *event)
{
	int32_t days = overview_days_to(page->overview, event->day);
	Text amount = event_amount(page->arena, event);
	put(page, TEXT("<li>"));
	put_day(page, event->day);
	put(page, TEXT(" <span class=\"days\">"));
	put(page, days_shown(page->arena, days));
	put(page, TEXT("</span> <span><strong>"));
	put(page, event_name(event->kind));
	put(page, TEXT("</strong>"));
	put(page, event->c->status == STATUS_DRAFT ? TEXT(" (utkast)") : TEXT(""));
	if (amount.length > 0) {
		put(page, TEXT(", "));
		put_data(page, amount);
	}
	put(page, TEXT("<br>"));
	put_case_link(page, event->c, case_title(event->c));
	put(page, TEXT("</span></li>\n"));
}

static void put_next(Page *page)
{
	const Overview *overview = page->overview;
	size_t first = 0, count = page->events.count;
	if (!date_is_given(overview->day))
		return;
	while (first < count && date_order(page->events.items[first].day, overview->day) < 0)
		first++;
	put(page, TEXT("<section>\n<h2 id=\"next\">Närmast i tid</h2>\n"));
	if (first == count) {
		put(page, TEXT("<p>Inga dagar är kvar att hålla reda på.</p>\n</section>\n"));
		return;
	}
	put(page, TEXT("<ol class=\"next\">\n"));
	for (size_t i = first; i < count && i < first + MOST_NEXT; i++)
		put_next_one(page, &page->events.items[i]);
	put(page, TEXT("</ol>\n"));
	if (count - first > MOST_NEXT) {
		put(page, TEXT("<p>Sedan följer "));
		put(page, swedish_integer(page->arena, (int64_t)(count - first - MOST_NEXT)));
		put(page,
		    TEXT(" dagar till. Alla står i <a href=\"dates.ics\">kalendern</a>.</p>\n"));
	}
	put(page, TEXT("</section>\n"));
}

Text overview_page(const Overview *overview)
{
	Arena *arena = overview->portfolio->arena;
	Page page = {
	        .out = buffer_new(arena, BUFFER_MAXIMUM),
	        .arena = arena,
	        .overview = overview,
	        .selection = selection_of(overview),
	        .events = events_of(overview),
	};
	put_page_header(&page);
	put_introduction(&page);
	put_left_out(&page);
	put_figures(&page);
	put_next(&page);
	page_put_selection(&page);
	page_put_rows(&page);
	page_put_timeline(&page);
	page_put_years(&page);
	page_put_recipients(&page);
	put(&page,
	    TEXT("</main>\n<footer class=\"page\">\n<p>Sidan görs om när ärendena byggs. Det som "
	         "är fel rättas i ärendets fil.</p>\n</footer>\n</body>\n</html>\n"));
	return page.out.full ? (Text){0} : buffer_text(&page.out);
}
