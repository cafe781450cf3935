/* Recipients: what each organisation receives, in every year and in all. */
#include "base/swedish.h"
#include "overview/page.h"

static void put_money(Page *page, const Total *total)
{
	put(page, TEXT("<td class=\"amount\">"));
	if (total->cases == 0)
		put(page, TEXT("–"));
	else if (total->missing == total->cases && total->value == 0)
		put(page, TEXT("<span class=\"missing\">saknas</span>"));
	else
		put_total(page, total);
	put(page, TEXT("</td>"));
}

static void put_recipient(Page *page, const Totals *totals, const Recipient *recipient)
{
	put(page, TEXT("<tr><th scope=\"row\">"));
	if (recipient->name.length > 0)
		put_data(page, recipient->name);
	else
		put(page, TEXT("Inte fördelat på mottagare"));
	put(page, TEXT("</th><td>"));
	for (size_t i = 0; i < recipient->number_count; i++) {
		put(page, i > 0 ? TEXT(", ") : TEXT(""));
		put_data(page, recipient->numbers[i]);
	}
	put(page, TEXT("</td><td class=\"amount\">"));
	put_number(page, (int64_t)recipient->cases);
	put(page, TEXT("</td>"));
	put_money(page, &recipient->period);
	for (size_t y = 0; y < totals->year_count; y++)
		put_money(page, &recipient->years[y]);
	put(page, TEXT("</tr>\n"));
}

void page_put_recipients(Page *page)
{
	const Totals *totals = &page->overview->totals;
	if (totals->recipient_count == 0)
		return;
	put(page, TEXT("<section>\n"
	               "<h2 id=\"recipients\">Organisationer, alla ärenden</h2>\n"
	               "<p>Vad varje organisation får i bidrag enligt alla ärenden med en känd "
	               "period, i kronor.</p>\n"));
	put_table_open(page, TEXT("recipients"));
	put(page,
	    TEXT("<table class=\"recipients\">\n<thead>\n<tr><th scope=\"col\">Organisation</th>"
	         "<th scope=\"col\">Organisationsnummer</th>"
	         "<th scope=\"col\" class=\"amount\">Ärenden</th>"
	         "<th scope=\"col\" class=\"amount\">Hela tiden</th>"));
	for (size_t y = 0; y < totals->year_count; y++) {
		put(page, TEXT("<th scope=\"col\" class=\"amount\">"));
		put_number(page, totals->first_year + (int)y);
		put(page, TEXT("</th>"));
	}
	put(page, TEXT("</tr>\n</thead>\n<tbody>\n"));
	for (size_t i = 0; i < totals->recipient_count; i++)
		put_recipient(page, totals, &totals->recipients[i]);
	put(page, TEXT("</tbody>\n<tfoot>\n<tr class=\"sum\"><th scope=\"row\">Summa</th><td></td>"
	               "<td></td>"));
	put_money(page, &totals->period);
	for (size_t y = 0; y < totals->year_count; y++)
		put_money(page, &totals->years[y]);
	put(page, TEXT("</tr>\n</tfoot>\n</table>\n"));
	put_table_close(page);
	put(page, TEXT("</section>\n"));
}
