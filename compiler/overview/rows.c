/* Rows: the cases side by side with their sums, and the choice of which to show. */
#include "base/swedish.h"
#include "html/escape.h"
#include "overview/page.h"

/* The choice. */

static void put_radio(Page *page, Text letter, size_t number, Text label)
{
	put(page, TEXT("<label><input type=\"radio\" name=\""));
	put(page, letter);
	put(page, TEXT("\" id=\""));
	put(page, letter);
	put_number(page, (int64_t)number);
	put(page, number == 0 ? TEXT("\" checked> ") : TEXT("\"> "));
	put_data(page, label);
	put(page, TEXT("</label>\n"));
}

static void put_legend(Page *page, Text legend)
{
	put(page, TEXT("<fieldset>\n<legend>"));
	put(page, legend);
	put(page, TEXT("</legend>\n"));
}

void page_put_selection(Page *page)
{
	put(page, TEXT("<h2 id=\"cases\">Ärenden</h2>\n"
	               "<form class=\"selection\" aria-label=\"Urval och ordning\">\n"));
	for (int d = 0; d < DIMENSIONS; d++) {
		const Dimension *dimension = &page->selection.dimensions[d];
		if (dimension->count == 1) {
			/* There is nothing to choose, but the rules of the sums look for it. */
			put(page, TEXT("<span hidden>"));
			put_radio(page, dimension->letter, 0, TEXT("Alla"));
			put(page, TEXT("</span>\n"));
			continue;
		}
		put_legend(page, dimension->legend);
		for (size_t i = 0; i < dimension->count; i++)
			put_radio(page, dimension->letter, i, dimension->labels[i]);
		put(page, TEXT("</fieldset>\n"));
	}
	put_legend(page, TEXT("Ordning"));
	for (size_t order = 0; order < ROW_ORDERS; order++)
		put_radio(page, TEXT("o"), order, row_order_label((RowOrder)order));
	put(page, TEXT("</fieldset>\n<p><button type=\"reset\">Visa alla</button></p>\n</form>\n"));
}

/* Cells. */

static bool is_amount(FactKind kind)
{
	return kind == FACT_AMOUNT || kind == FACT_SHARE;
}

/* The standing is said in so many words, not by a mark that has to be learnt. */
static void put_amount(Page *page, PortfolioAmount amount)
{
	put(page, amount_shown(page->arena, amount));
	if (amount.knowledge != KNOWN)
		return;
	if (amount.partial)
		put(page, TEXT(" <small>känt för en del av tiden</small>"));
	if (amount.standing != STANDING_DEFINITIVE) {
		put(page, TEXT(" <small>"));
		put(page, standing_word(amount.standing));
		put(page, TEXT("</small>"));
	}
}

static void put_document_link(Page *page, const PortfolioCase *c, const PortfolioDocument *document,
                              Text word, Text ending)
{
	Text path[] = {c->name, TEXT("/"), document->file, ending};
	Text name[] = {word, TEXT(": "), document->key, TEXT(", "), c->name};
	put(page, TEXT(" <a href=\""));
	html_put(&page->out, HTML_URL, text_join(page->arena, path, 4));
	put(page, TEXT("\""));
	html_put_attribute(&page->out, TEXT("aria-label"), text_join(page->arena, name, 5));
	put(page, TEXT(">"));
	put(page, word);
	put(page, TEXT("</a>"));
}

static void put_documents(Page *page, const PortfolioCase *c)
{
	for (size_t i = 0; i < c->document_count; i++) {
		const PortfolioDocument *document = &c->documents[i];
		put(page, TEXT("<div>"));
		put_data(page, document->key);
		put(page, TEXT("<br>"));
		put_document_link(page, c, document, TEXT("webb"), TEXT(".html"));
		put_document_link(page, c, document, TEXT("PDF"), TEXT(".pdf"));
		put_document_link(page, c, document, TEXT("Markdown"), TEXT(".md"));
		put(page, TEXT("</div>"));
	}
}

/* Days that are soon are marked by weight as well as by colour. */
static void put_days(Page *page, int32_t days)
{
	enum { SOON = 90 };
	put(page, days >= 0 && days <= SOON ? TEXT("<span class=\"soon\">")
	                                    : TEXT("<span class=\"days\">"));
	put(page, days_shown(page->arena, days));
	put(page, TEXT("</span>"));
}

static void put_fact(Page *page, const PortfolioCase *c, FactKind kind, const Fact *fact)
{
	if (fact->knowledge == NOT_KNOWN) {
		put(page, TEXT("<span class=\"missing\">saknas</span>"));
		return;
	}
	switch (kind) {
	case FACT_TEXT: put_data(page, fact->text); break;
	case FACT_AMOUNT: put_amount(page, fact->amount); break;
	case FACT_SHARE:
		put(page, share_shown(page->arena, fact->amount.value, fact->whole.value));
		break;
	case FACT_DATE:
		if (date_is_given(fact->date))
			put_day(page, fact->date);
		else
			put(page, fact->text);
		break;
	case FACT_DAYS: put_days(page, fact->days); break;
	case FACT_DOCUMENTS: put_documents(page, c); break;
	}
}

/* The lines below a column's own in its cell. */
static void put_below(Page *page, const PortfolioCase *c, int id)
{
	for (id++; id < COLUMN_IDS && column_facts((ColumnId)id)->place != PLACE_OWN; id++) {
		const ColumnFacts *column = column_facts((ColumnId)id);
		Fact fact = column->of(page->overview, c);
		if (fact.knowledge == NOTHING_AGREED ||
		    !column_is_shown(page->overview, (ColumnId)id))
			continue;
		put(page, column->kind == FACT_DATE ? TEXT("<div class=\"date\">")
		                                    : TEXT("<div class=\"below\">"));
		if (column->kind != FACT_DATE || date_is_given(fact.date))
			put(page, column->page);
		put_fact(page, c, column->kind, &fact);
		put(page, TEXT("</div>"));
	}
}

static void put_cell(Page *page, const PortfolioCase *c, int id)
{
	const ColumnFacts *column = column_facts((ColumnId)id);
	Fact fact = column->of(page->overview, c);
	bool heads = id == COLUMN_ID_TITLE;
	bool none = fact.knowledge == NOTHING_AGREED;
	put(page, heads ? TEXT("<th scope=\"row\"") : TEXT("<td"));
	put(page, is_amount(column->kind)
	                  ? none ? TEXT(" class=\"amount none\">") : TEXT(" class=\"amount\">")
	          : none ? TEXT(" class=\"none\">")
	                 : TEXT(">"));
	if (none)
		put(page, TEXT("–"));
	else
		put_fact(page, c, column->kind, &fact);
	put_below(page, c, id);
	put(page, heads ? TEXT("</th>") : TEXT("</td>"));
}

static bool is_column(const Page *page, int id)
{
	return column_facts((ColumnId)id)->place == PLACE_OWN &&
	       column_is_shown(page->overview, (ColumnId)id);
}

static void put_row(Page *page, const PortfolioCase *c)
{
	put(page, TEXT("<tr"));
	put_case_id(page, c);
	put_selectable(page, c);
	put(page, TEXT(">"));
	for (int id = 0; id < COLUMN_IDS; id++)
		if (is_column(page, id))
			put_cell(page, c, id);
	put(page, TEXT("</tr>\n"));
}

/* Sums. */

static void put_sum_cell(Page *page, const Sums *sums, int id)
{
	const ColumnFacts *column = column_facts((ColumnId)id);
	if (!is_amount(column->kind)) {
		put(page, TEXT("<td></td>"));
		return;
	}
	put(page, TEXT("<td class=\"amount\">"));
	if (column->kind == FACT_SHARE)
		put(page,
		    share_shown(page->arena, sums->amounts[id].value, sums->wholes[id].value));
	else
		put(page, swedish_amount_bare(page->arena, sums->amounts[id].value));
	put_missing(page, sums->amounts[id].missing);
	put(page, TEXT("</td>"));
}

static void put_sum_row(Page *page, const size_t choices[DIMENSIONS])
{
	const Sums *sums = selection_sums(&page->selection, choices);
	bool all = true;
	put(page, TEXT("<tr class=\"r sum"));
	for (int d = 0; d < DIMENSIONS; d++) {
		put(page, TEXT(" "));
		put(page, page->selection.dimensions[d].letter);
		put_number(page, (int64_t)choices[d]);
		all = all && choices[d] == 0;
	}
	put(page, all ? TEXT(" all\">") : TEXT("\">"));
	put(page, TEXT("<th scope=\"row\">"));
	if (sums->cases > 0) {
		put(page, TEXT("Summa av "));
		put(page, cases_counted(page->arena, sums->cases));
	} else {
		put(page, TEXT("Inga ärenden passar urvalet"));
	}
	put(page, TEXT("</th>"));
	for (int id = COLUMN_ID_TITLE + 1; id < COLUMN_IDS; id++)
		if (is_column(page, id))
			put_sum_cell(page, sums, id);
	put(page, TEXT("</tr>\n"));
}

static void put_sums(Page *page)
{
	const Dimension *d = page->selection.dimensions;
	size_t at[DIMENSIONS];
	put(page, TEXT("<tbody class=\"sums\">\n"));
	for (at[0] = 0; at[0] < d[0].count; at[0]++)
		for (at[1] = 0; at[1] < d[1].count; at[1]++)
			for (at[2] = 0; at[2] < d[2].count; at[2]++)
				put_sum_row(page, at);
	put(page, TEXT("</tbody>\n"));
}

void page_put_rows(Page *page)
{
	const Portfolio *portfolio = page->overview->portfolio;
	put_table_open(page, TEXT("cases"));
	put(page, TEXT("<table class=\"cases\">\n<thead>\n<tr>"));
	for (int id = 0; id < COLUMN_IDS; id++) {
		if (!is_column(page, id))
			continue;
		put(page, is_amount(column_facts((ColumnId)id)->kind)
		                  ? TEXT("<th scope=\"col\" class=\"amount\">")
		                  : TEXT("<th scope=\"col\">"));
		put(page, column_heading(page->overview, (ColumnId)id));
		put(page, TEXT("</th>"));
	}
	put(page, TEXT("</tr>\n</thead>\n"));
	put_sums(page);
	put(page, TEXT("<tbody class=\"rows\">\n"));
	for (size_t i = 0; i < portfolio->count; i++)
		put_row(page, &portfolio->items[i]);
	put(page, TEXT("</tbody>\n</table>\n"));
	put_table_close(page);
}
