/* Columns: what stands in each of them, and how amounts, shares and days are said. */
#include "overview/columns.h"

#include "base/swedish.h"
#include "base/utf8.h"

/* Facts. */

static Fact text_fact(Text text)
{
	return (Fact){.knowledge = text.length > 0 ? KNOWN : NOTHING_AGREED, .text = text};
}

static Fact missing(void)
{
	return (Fact){.knowledge = NOT_KNOWN};
}

static Fact date_fact(Date date)
{
	return (Fact){.knowledge = date_is_given(date) ? KNOWN : NOTHING_AGREED, .date = date};
}

static Fact days_fact(const Overview *overview, Date date)
{
	bool counted = date_is_given(date) && date_is_given(overview->day);
	return (Fact){.knowledge = counted ? KNOWN : NOTHING_AGREED,
	              .days = counted ? overview_days_to(overview, date) : 0};
}

static Fact amount_fact(PortfolioAmount amount)
{
	return (Fact){.knowledge = amount.knowledge, .amount = amount};
}

static PortfolioAmount entry_amount(const Entry *entry, bool is_missing)
{
	if (entry == NULL)
		return (PortfolioAmount){.knowledge = is_missing ? NOT_KNOWN : NOTHING_AGREED};
	return (PortfolioAmount){KNOWN, entry->value, entry->standing, false};
}

/* Texts. */

static Fact title_of(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	return c->title.length > 0 ? text_fact(c->title) : missing();
}

static Fact name_of(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	return text_fact(c->name);
}

static Fact diary_number_of(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	return text_fact(c->diary_number);
}

static Fact status_of(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	return text_fact(c->status_word);
}

static Fact incomplete_of(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	return text_fact(c->incomplete ? TEXT("uppgifter saknas") : TEXT(""));
}

static Fact board_of(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	return text_fact(c->board);
}

static Fact parties_of(const Overview *overview, const PortfolioCase *c, bool civil, bool numbers)
{
	Arena *arena = overview->portfolio->arena;
	Text *names = ARENA_ARRAY(arena, Text, c->party_count + 1);
	size_t count = 0;
	for (size_t i = 0; i < c->party_count; i++) {
		Text text = numbers ? c->parties[i].number : c->parties[i].short_name;
		if (c->parties[i].civil == civil && text.length > 0)
			names[count++] = utf8_capitalised(arena, text);
	}
	return text_fact(swedish_series(arena, names, count, TEXT(", ")));
}

static Fact civil_of(const Overview *overview, const PortfolioCase *c)
{
	return parties_of(overview, c, true, false);
}

static Fact public_of(const Overview *overview, const PortfolioCase *c)
{
	return parties_of(overview, c, false, false);
}

static Fact numbers_of(const Overview *overview, const PortfolioCase *c)
{
	return parties_of(overview, c, true, true);
}

static Fact documents_of(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	return (Fact){.knowledge = c->document_count > 0 ? KNOWN : NOTHING_AGREED};
}

/* Dates. */

static Fact from_of(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	return c->from_missing ? missing() : date_fact(c->from);
}

static Fact to_of(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	if (date_is_given(c->to) || !date_is_given(c->from))
		return date_fact(c->to);
	return c->to_missing ? missing() : (Fact){.knowledge = KNOWN, .text = TEXT("tills vidare")};
}

static Fact to_days_of(const Overview *overview, const PortfolioCase *c)
{
	return days_fact(overview, c->to);
}

static Fact notice_of(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	return date_fact(c->notice_day);
}

static Fact notice_days_of(const Overview *overview, const PortfolioCase *c)
{
	return days_fact(overview, c->notice_day);
}

static Fact decision_of(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	return date_fact(c->decision_day);
}

/* Amounts. */

static Fact grant_of(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	return amount_fact(entry_amount(c->grant, c->grant_missing));
}

static Fact year_of(const Overview *overview, const PortfolioCase *c)
{
	return amount_fact(portfolio_year(c, overview->day.year));
}

static Fact period_of(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	return amount_fact(c->period);
}

static Fact known_to_of(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	return date_fact(c->period.knowledge == KNOWN ? c->known_to : (Date){0});
}

static Fact scope_of(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	return amount_fact(entry_amount(c->scope, c->scope_missing));
}

static Fact share_of(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	Fact fact = amount_fact(entry_amount(c->public, c->scope_missing));
	fact.whole = entry_amount(c->scope, c->scope_missing);
	return fact;
}

/* The list. */

const ColumnFacts *column_facts(ColumnId id)
{
	static const ColumnFacts columns[] = {
#define COLUMN(id, kind, place, width, page, csv, function)                                        \
	[COLUMN_ID_##id] = {FACT_##kind,     PLACE_##place,  width,                                \
	                    TEXT_INIT(page), TEXT_INIT(csv), function},
#include "overview/columns.def"
#undef COLUMN
	};
	return &columns[id];
}

bool column_is_shown(const Overview *overview, ColumnId id)
{
	const ColumnFacts *column = column_facts(id);
	bool counts = column->kind == FACT_DAYS || id == COLUMN_ID_YEAR;
	return column->place != PLACE_NONE && (!counts || date_is_given(overview->day));
}

Text column_heading(const Overview *overview, ColumnId id)
{
	Arena *arena = overview->portfolio->arena;
	Text heading = column_facts(id)->page;
	if (id != COLUMN_ID_YEAR)
		return heading;
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put(&out, heading);
	buffer_put_integer(&out, overview->day.year);
	buffer_put(&out, TEXT(", kr"));
	return buffer_text(&out);
}

/* For people. */

Text amount_shown(Arena *arena, PortfolioAmount amount)
{
	switch (amount.knowledge) {
	case KNOWN: return swedish_amount_bare(arena, amount.value);
	case NOT_KNOWN: return TEXT("saknas");
	case NOTHING_AGREED: break;
	}
	return TEXT("–");
}

Text share_shown(Arena *arena, Money part, Money whole)
{
	enum { DECIMALS = 1 };
	Ratio ratio;
	int64_t share = 0;
	if (!ratio_make(part, whole, &ratio) ||
	    !ratio_scale(hundred_per_cent(DECIMALS), ratio, 1, ROUND_HALF_UP, &share))
		return TEXT("–");
	return swedish_percent(arena, share, DECIMALS);
}

Text days_shown(Arena *arena, int32_t days)
{
	Text parts[] = {{0}, days == 1 ? TEXT(" dag kvar") : TEXT(" dagar kvar")};
	if (days <= 0)
		return days == 0 ? TEXT("i dag") : TEXT("passerat");
	parts[0] = swedish_integer(arena, days);
	return text_join(arena, parts, 2);
}

int32_t overview_days_to(const Overview *overview, Date date)
{
	return date_to_days(date) - date_to_days(overview->day);
}

/* Sums. */

void sums_add(Sums *sums, const Overview *overview, const PortfolioCase *c)
{
	sums->cases++;
	for (int id = 0; id < COLUMN_IDS; id++) {
		const ColumnFacts *column = column_facts((ColumnId)id);
		if (column->kind != FACT_AMOUNT && column->kind != FACT_SHARE)
			continue;
		Fact fact = column->of(overview, c);
		total_add(&sums->amounts[id], fact.amount);
		total_add(&sums->wholes[id], fact.whole);
	}
}
