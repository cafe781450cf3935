/* Table: the portfolio for spreadsheets, as a Swedish Excel opens it. */
#include "base/buffer.h"
#include "base/swedish.h"
#include "overview/columns.h"

/*
 * A byte order mark, for Excel takes a file without one for Windows-1252; semicolons, for the comma
 * is the decimal sign; RFC 4180 in the rest. Amounts are kronor and shares per cent, digits and a
 * comma only, so that they are numbers there.
 */
#define BYTE_ORDER_MARK TEXT("\xEF\xBB\xBF")

/* What begins so is calculated by a spreadsheet. An apostrophe makes it a text. */
static bool would_be_calculated(Text text)
{
	return text.length > 0 &&
	       text_find(TEXT("=+-@\t\r"), text_cut(text, 0, 1), 0) != TEXT_NOWHERE;
}

static void put_text(Buffer *out, Text text)
{
	buffer_put_byte(out, '"');
	if (would_be_calculated(text))
		buffer_put_byte(out, '\'');
	for (size_t i = 0; i < text.length; i++) {
		if (text.bytes[i] == '"')
			buffer_put_byte(out, '"');
		buffer_put_byte(out, text.bytes[i]);
	}
	buffer_put_byte(out, '"');
}

/* `value` / 10^decimals, with as many decimals as there are. */
static void put_decimal(Buffer *out, int64_t value, unsigned decimals)
{
	uint64_t size = value < 0 ? UINT64_C(0) - (uint64_t)value : (uint64_t)value, unit = 1;
	for (unsigned i = 0; i < decimals; i++)
		unit *= 10;
	if (value < 0)
		buffer_put_byte(out, '-');
	buffer_put_padded(out, size / unit, 1);
	if (size % unit == 0)
		return;
	buffer_put_byte(out, ',');
	buffer_put_padded(out, size % unit, decimals);
}

static void put_amount(Buffer *out, PortfolioAmount amount)
{
	enum { ORE = 2 };
	if (amount.knowledge == KNOWN)
		put_decimal(out, amount.value, ORE);
	else if (amount.knowledge == NOT_KNOWN)
		buffer_put(out, TEXT("saknas"));
}

static void put_fact(Buffer *out, const PortfolioCase *c, FactKind kind, const Fact *fact,
                     Arena *arena)
{
	if (fact->knowledge == NOTHING_AGREED)
		return;
	if (fact->knowledge == NOT_KNOWN) {
		buffer_put(out, TEXT("saknas"));
		return;
	}
	switch (kind) {
	case FACT_TEXT: put_text(out, fact->text); break;
	case FACT_AMOUNT: put_amount(out, fact->amount); break;
	case FACT_SHARE:
		if (c->share != NULL)
			put_decimal(out, c->share->value, c->share->decimals);
		break;
	case FACT_DATE:
		buffer_put(out, date_is_given(fact->date) ? swedish_date_short(arena, fact->date)
		                                          : fact->text);
		break;
	case FACT_DAYS: buffer_put_integer(out, fact->days); break;
	case FACT_DOCUMENTS: break;
	}
}

static bool is_column(const Overview *overview, ColumnId id)
{
	const ColumnFacts *column = column_facts(id);
	return column->csv.length > 0 &&
	       (column->kind != FACT_DAYS || date_is_given(overview->day));
}

static void put_headings(Buffer *out, const Overview *overview)
{
	bool first = true;
	for (int id = 0; id < COLUMN_IDS; id++) {
		if (!is_column(overview, (ColumnId)id))
			continue;
		buffer_put(out, first ? TEXT("") : TEXT(";"));
		buffer_put(out, column_facts((ColumnId)id)->csv);
		first = false;
	}
	for (size_t y = 0; y < overview->totals.year_count; y++) {
		buffer_put(out, TEXT(";Bidrag "));
		buffer_put_integer(out, overview->totals.first_year + (int)y);
	}
	buffer_put(out, TEXT("\r\n"));
}

Text overview_table(const Overview *overview)
{
	const Portfolio *portfolio = overview->portfolio;
	Arena *arena = portfolio->arena;
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put(&out, BYTE_ORDER_MARK);
	put_headings(&out, overview);
	for (size_t i = 0; i < portfolio->count; i++) {
		const PortfolioCase *c = &portfolio->items[i];
		bool first = true;
		for (int id = 0; id < COLUMN_IDS; id++) {
			const ColumnFacts *column = column_facts((ColumnId)id);
			if (!is_column(overview, (ColumnId)id))
				continue;
			Fact fact = column->of(overview, c);
			buffer_put(&out, first ? TEXT("") : TEXT(";"));
			put_fact(&out, c, column->kind, &fact, arena);
			first = false;
		}
		for (size_t y = 0; y < overview->totals.year_count; y++) {
			buffer_put_byte(&out, ';');
			put_amount(&out, portfolio_year(c, overview->totals.first_year + (int)y));
		}
		buffer_put(&out, TEXT("\r\n"));
	}
	return out.full ? (Text){0} : buffer_text(&out);
}
