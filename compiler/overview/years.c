/* Years: what all cases grant in each calendar year, as bars and as a table. */
#include "base/swedish.h"
#include "overview/page.h"

/* Bars grow upwards; above them is room for their figures. */
enum { TOP = 12, BOTTOM = 12, BARS = 100 - TOP - BOTTOM };

static Money most(const Totals *totals)
{
	Money most = 1;
	for (size_t y = 0; y < totals->year_count; y++)
		if (totals->years[y].value > most)
			most = totals->years[y].value;
	return most;
}

static void put_bar_text(Page *page, const Totals *totals, size_t y, int64_t top, Text text)
{
	put(page, TEXT("<text x=\""));
	put_percent(page, 2 * (int64_t)y + 1, 2 * (int64_t)totals->year_count);
	put(page, TEXT("\" y=\""));
	put_percent(page, top, INT64_C(100000));
	put(page, TEXT("\">"));
	put(page, text);
	put(page, TEXT("</text>"));
}

/* Short enough to stand above a bar: "1,8" millions. */
static Text in_millions(Arena *arena, Money money)
{
	enum { SPACE_AND_UNIT = sizeof "\xC2\xA0mnkr" - 1 };
	Text text = swedish_amount_millions(arena, money);
	return text_cut(text, 0, text.length - SPACE_AND_UNIT);
}

static Text year_text(Page *page, size_t y)
{
	Buffer out = buffer_new(page->arena, 32);
	buffer_put_integer(&out, page->overview->totals.first_year + (int)y);
	return buffer_text(&out);
}

/* Every bar has its figure and its year, as long as there is room for them. */
static void put_bar(Page *page, size_t y, Money highest)
{
	enum { MOST_LABELS = 12, SCALE = 1000 };
	const Totals *totals = &page->overview->totals;
	Money value = totals->years[y].value;
	int64_t height = 0;
	Ratio ratio;
	if (!ratio_make(value > 0 ? value : 0, highest, &ratio) ||
	    !ratio_scale((int64_t)BARS * SCALE, ratio, 1, ROUND_HALF_UP, &height))
		return;
	int64_t top = (int64_t)(TOP + BARS) * SCALE - height;
	size_t step = (totals->year_count + MOST_LABELS - 1) / MOST_LABELS;
	put(page, totals->years[y].standing == STANDING_DEFINITIVE
	                  ? TEXT("<rect class=\"known\" x=\"")
	                  : TEXT("<rect class=\"likely\" x=\""));
	put_percent(page, 20 * (int64_t)y + 3, 20 * (int64_t)totals->year_count);
	put(page, TEXT("\" width=\""));
	put_percent(page, 14, 20 * (int64_t)totals->year_count);
	put(page, TEXT("\" y=\""));
	put_percent(page, top, INT64_C(100) * SCALE);
	put(page, TEXT("\" height=\""));
	put_percent(page, height, INT64_C(100) * SCALE);
	put(page, TEXT("\"/>"));
	if (y % step != 0)
		return;
	put_bar_text(page, totals, y, top - 2 * SCALE, in_millions(page->arena, value));
	put_bar_text(page, totals, y, INT64_C(96) * SCALE, year_text(page, y));
}

static void put_chart(Page *page)
{
	const Totals *totals = &page->overview->totals;
	Money highest = most(totals);
	put(page, TEXT("<figure>\n<svg class=\"chart\" role=\"img\" "
	               "aria-labelledby=\"chart-title chart-text\">"
	               "<title id=\"chart-title\">Bidrag per kalenderår, miljoner kronor</title>"
	               "<desc id=\"chart-text\">Staplar för "));
	put(page, year_text(page, 0));
	put(page, TEXT(" till "));
	put(page, year_text(page, totals->year_count - 1));
	put(page, TEXT(". Det högsta året är "));
	put(page, swedish_amount(page->arena, highest));
	put(page, TEXT(". Samma siffror står i tabellen.</desc>"));
	for (size_t y = 0; y < totals->year_count; y++)
		put_bar(page, y, highest);
	put(page, TEXT("<line class=\"base\" x1=\"0\" x2=\"100%\" y1=\"88%\" y2=\"88%\"/></svg>\n"
	               "<figcaption>Miljoner kronor. Streckade staplar bygger på preliminära eller "
	               "antagna index.</figcaption>\n</figure>\n"));
}

static void put_remark(Page *page, const Total *total)
{
	bool sure = total->standing == STANDING_DEFINITIVE;
	put(page, sure ? TEXT("") : standing_word(total->standing));
	if (total->missing == 0)
		return;
	put(page, sure ? TEXT("") : TEXT(", "));
	put_number(page, (int64_t)total->missing);
	put(page, TEXT(" belopp saknas, helt eller delvis"));
}

static void put_year_rows(Page *page)
{
	const Totals *totals = &page->overview->totals;
	for (size_t y = 0; y < totals->year_count; y++) {
		const Total *total = &totals->years[y];
		put(page, TEXT("<tr><th scope=\"row\">"));
		put(page, year_text(page, y));
		put(page, TEXT("</th><td class=\"amount\">"));
		put_number(page, (int64_t)total->cases);
		put(page, TEXT("</td><td class=\"amount\">"));
		put(page, swedish_amount_bare(page->arena, total->value));
		put(page, TEXT("</td><td>"));
		put_remark(page, total);
		put(page, TEXT("</td></tr>\n"));
	}
}

static Total all_years(const Totals *totals)
{
	Total all = {0};
	for (size_t y = 0; y < totals->year_count; y++) {
		const Total *year = &totals->years[y];
		total_add(&all, (PortfolioAmount){KNOWN, year->value, year->standing, false});
		all.missing += year->missing;
	}
	return all;
}

static bool is_outside(const PortfolioCase *c)
{
	return c->year_count == 0 && (c->grant != NULL || c->grant_missing);
}

/* Whose grants are in no year, so that nobody takes the sums for more than they are. */
static void put_outside(Page *page)
{
	enum { MOST_NAMED = 10 };
	const Portfolio *portfolio = page->overview->portfolio;
	Text names[MOST_NAMED + 1];
	size_t count = 0, more = 0;
	for (size_t i = 0; i < portfolio->count; i++) {
		if (!is_outside(&portfolio->items[i]))
			continue;
		if (count < MOST_NAMED)
			names[count++] = portfolio->items[i].name;
		else
			more++;
	}
	if (count == 0)
		return;
	if (more > 0) {
		Text parts[] = {cases_counted(page->arena, more), TEXT(" till")};
		names[count++] = text_join(page->arena, parts, 2);
	}
	put(page,
	    TEXT("<p class=\"note\">Bidrag som ingen känd period har ingår inte i summorna per "
	         "år: "));
	put_data(page, swedish_list(page->arena, names, count));
	put(page, TEXT(".</p>\n"));
}

void page_put_years(Page *page)
{
	const Totals *totals = &page->overview->totals;
	put(page, TEXT("<section>\n"
	               "<h2 id=\"years\">Bidrag per kalenderår, alla ärenden</h2>\n"));
	if (totals->year_count > 0) {
		Total all = all_years(totals);
		put(page, TEXT("<div class=\"years\">\n"));
		put_chart(page);
		put_table_open(page, TEXT("years"));
		put(page, TEXT("<table>\n<thead>\n<tr><th scope=\"col\">År</th>"
		               "<th scope=\"col\" class=\"amount\">Ärenden</th>"
		               "<th scope=\"col\" class=\"amount\">Bidrag, kr</th>"
		               "<th scope=\"col\">Anmärkning</th></tr>\n</thead>\n<tbody>\n"));
		put_year_rows(page);
		put(page, TEXT("</tbody>\n<tfoot>\n<tr class=\"sum\"><th scope=\"row\">Summa</th>"
		               "<td></td><td class=\"amount\">"));
		put(page, swedish_amount_bare(page->arena, all.value));
		put(page, TEXT("</td><td>"));
		put_remark(page, &all);
		put(page, TEXT("</td></tr>\n</tfoot>\n</table>\n"));
		put_table_close(page);
		put(page, TEXT("</div>\n"));
	}
	put_outside(page);
	put(page, TEXT("</section>\n"));
}
