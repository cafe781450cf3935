/* Portfolio: copying what is kept of a case, and adding cases up. */
#include "economics/portfolio.h"

#include "base/buffer.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "economics/portfolio_time.h"
#include "economics/quantity.h"
#include "economics/timeline.h"
#include "model/fields.h"
#include "model/gaps.h"

Portfolio portfolio_new(Arena *arena, Diagnostics *diagnostics)
{
	Ledger *ledger = ARENA_NEW(arena, Ledger);
	*ledger = (Ledger){.arena = arena, .diagnostics = diagnostics};
	return (Portfolio){.arena = arena, .ledger = ledger};
}

/* "portfölj.<case>.bidrag" */
static Text entry_name(const Portfolio *portfolio, Text name, Text what)
{
	Text parts[] = {TEXT("portfölj."), name, TEXT("."), what};
	return text_join(portfolio->arena, parts, 4);
}

static const Entry *copy_entry(Portfolio *portfolio, Text name, const Entry *entry, Span place)
{
	return entry != NULL
	               ? ledger_declare(portfolio->ledger, name, entry->unit, entry->value, place)
	               : NULL;
}

static const Entry *find(const Ledger *ledger, Quantity quantity)
{
	return ledger_find_known(ledger, quantity_facts(quantity)->name);
}

/* In lower case, with one space between words. */
static Text folded(Arena *arena, Text name)
{
	enum { NO_BREAK_SPACE = 0xA0 };
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	bool apart = false;
	for (size_t at = 0; at < name.length;) {
		uint32_t codepoint = utf8_next(name, &at);
		if (codepoint == ' ' || codepoint == '\t' || codepoint == NO_BREAK_SPACE) {
			apart = out.length > 0;
			continue;
		}
		if (apart)
			buffer_put_byte(&out, ' ');
		apart = false;
		buffer_put_codepoint(&out, utf8_lower(codepoint));
	}
	return buffer_text(&out);
}

/* Grants. */

typedef struct Grants {
	PortfolioGrant *items;
	size_t count;
	size_t capacity;
} Grants;

/* Adds a day on which a contribution begins or the day after one ends, unless it is there. */
static void add_day(Arena *arena, Grants *grants, Date day, Days days)
{
	if (!date_is_given(day) || date_order(day, days.first) <= 0 ||
	    date_order(day, days.last) > 0)
		return;
	for (size_t i = 1; i < grants->count; i++)
		if (date_order(grants->items[i].from, day) == 0)
			return;
	*ARENA_PUSH(arena, grants) = (PortfolioGrant){.from = day};
	for (size_t at = grants->count - 1;
	     at > 1 && date_order(grants->items[at - 1].from, day) > 0; at--) {
		grants->items[at] = grants->items[at - 1];
		grants->items[at - 1] = (PortfolioGrant){.from = day};
	}
}

static void add_days(Arena *arena, Grants *grants, const Agreement *agreement)
{
	Timeline timeline = timeline_of(agreement);
	const Contribution *items = agreement->economy.contributions.items;
	for (size_t i = 0; timeline.known && i < agreement->economy.contributions.count; i++) {
		Date from = items[i].from.date, to = date_last_day(items[i].to.date);
		if (date_is_given(from) && from.day == 0)
			from.day = 1;
		add_day(arena, grants, from, timeline.days);
		if (date_is_given(to))
			add_day(arena, grants, date_add_days(to, 1), timeline.days);
	}
}

/* What the ledger has for the first day and for each day on which something changes. */
static Grants grants_of(Arena *arena, const Party *party, const Agreement *agreement,
                        const Ledger *ledger)
{
	Text name = quantity_of(arena, QUANTITY_GRANT, party->key.text);
	Grants grants = {0};
	*ARENA_PUSH(arena, &grants) = (PortfolioGrant){0};
	add_days(arena, &grants, agreement);
	for (size_t i = 0; i < grants.count; i++) {
		Date from = grants.items[i].from;
		const Entry *entry =
		        ledger_find_known(ledger, i == 0 ? name : quantity_from(arena, name, from));
		grants.items[i].yearly = entry != NULL ? entry->value : 0;
	}
	return grants;
}

static PortfolioParty copy_party(Portfolio *portfolio, const Party *party,
                                 const Agreement *agreement, const Ledger *ledger,
                                 const PortfolioCase *c)
{
	Arena *arena = portfolio->arena;
	Grants grants = grants_of(arena, party, agreement, ledger);
	PortfolioParty copy = {
	        .name = text_copy(arena, party->name.text),
	        .short_name = text_copy(arena, party->short_name.text),
	        .folded = folded(arena, party->name.text),
	        .register_id = text_copy(arena, party->register_id.text),
	        .number = text_copy(arena, party->number.text),
	        .place = VALUE_GIVEN(party->number) ? party->number.span : party->key.span,
	        .civil = party->sector.choice == SECTOR_CIVIL,
	        .grants = grants.items,
	        .grant_count = grants.count,
	};
	if (copy.civil)
		copy_party_years(arena, c, agreement, ledger, party, &copy);
	return copy;
}

Text portfolio_period(Arena *arena, const PortfolioCase *c)
{
	Text parts[] = {swedish_date_short(arena, c->from), TEXT(" – "),
	                date_is_given(c->to) ? swedish_date_short(arena, c->to)
	                                     : TEXT("tills vidare")};
	return date_is_given(c->from) ? text_join(arena, parts, 3) : TEXT("–");
}

/* Whether a draft will have an amount that it lacks so far. */
static bool is_missing(const Agreement *agreement, const Ledger *ledger, Quantity quantity)
{
	Text name = quantity_facts(quantity)->name;
	if (ledger_find_known(ledger, name) != NULL)
		return false;
	return ledger_find(ledger, name) != NULL ||
	       gaps_find_within(agreement->gaps, TEXT("ekonomi")) != NULL;
}

/* What public parties put in: the scope less what the civil ones put in. */
static void copy_amounts(Portfolio *portfolio, PortfolioCase *c, const Agreement *agreement,
                         const Ledger *ledger)
{
	const Entry *civil = find(ledger, QUANTITY_CIVIL_PUT_IN);
	const Entry *scope = find(ledger, QUANTITY_SCOPE);
	c->grant_missing = is_missing(agreement, ledger, QUANTITY_GRANT);
	c->scope_missing = is_missing(agreement, ledger, QUANTITY_SCOPE);
	if (scope == NULL)
		return;
	c->scope = copy_entry(portfolio, entry_name(portfolio, c->name, TEXT("omfattning")), scope,
	                      c->place);
	c->grant = copy_entry(portfolio, entry_name(portfolio, c->name, TEXT("bidrag")),
	                      find(ledger, QUANTITY_GRANT), c->place);
	c->public = ledger_declare(portfolio->ledger,
	                           entry_name(portfolio, c->name, TEXT("offentligt")), UNIT_AMOUNT,
	                           scope->value - (civil != NULL ? civil->value : 0), c->place);
	c->share = ledger_quotient(portfolio->ledger, entry_name(portfolio, c->name, TEXT("andel")),
	                           c->public, c->scope, 1, c->place);
}

static Text status_word(const Agreement *agreement)
{
	const Record *matter = record_field(&record_agreement, TEXT("ärende"))->record;
	return field_choice_word(record_field(matter, TEXT("status")),
	                         agreement->matter.status.choice);
}

PortfolioCase *portfolio_add(Portfolio *portfolio, Text name, const Agreement *agreement,
                             const Ledger *ledger)
{
	Arena *arena = portfolio->arena;
	const Party *parties = agreement->parties.items;
	const Board *board = agreement->matter.board;
	PortfolioCase *c = ARENA_PUSH(arena, portfolio);
	*c = (PortfolioCase){
	        .name = text_copy(arena, name),
	        .title = text_copy(arena, agreement->matter.title.text),
	        .diary_number = text_copy(arena, agreement->matter.diary_number.text),
	        .board = text_copy(arena, board != NULL ? board->name.text : TEXT("")),
	        .status = (Status)agreement->matter.status.choice,
	        .status_word = status_word(agreement),
	        .from_missing = gaps_find(agreement->gaps, TEXT("period.från")) != NULL,
	        .to_missing = gaps_find(agreement->gaps, TEXT("period.till")) != NULL,
	        .incomplete = agreement->gaps != NULL && agreement->gaps->count > 0,
	        .decided = agreement->matter.date.date,
	        .from = agreement->period.from.date,
	        .to = date_last_day(agreement->period.to.date),
	        .place = agreement->matter.title.span,
	        .parties = ARENA_ARRAY(arena, PortfolioParty, agreement->parties.count + 1),
	};
	copy_time(arena, c, agreement, ledger);
	/* Nobody knows whether two parties without a name, in drafts, are the same. */
	for (size_t i = 0; i < agreement->parties.count; i++)
		if (parties[i].name.text.length > 0)
			c->parties[c->party_count++] =
			        copy_party(portfolio, &parties[i], agreement, ledger, c);
	copy_amounts(portfolio, c, agreement, ledger);
	copy_payments(arena, c, agreement, ledger);
	return c;
}

/* The entries of one kind, one for each case that has it, added up. */
static const Entry *sum_of(Portfolio *portfolio, Text what, size_t member)
{
	const Entry **entries = ARENA_ARRAY(portfolio->arena, const Entry *, portfolio->count + 1);
	Text parts[] = {TEXT("portfölj."), what};
	size_t count = 0;
	for (size_t i = 0; i < portfolio->count; i++) {
		const char *c = (const char *)&portfolio->items[i];
		const Entry *entry = *(const Entry *const *)(const void *)(c + member);
		if (entry != NULL)
			entries[count++] = entry;
	}
	return ledger_sum(portfolio->ledger, text_join(portfolio->arena, parts, 2), entries, count,
	                  (Span){0});
}

void portfolio_sum(Portfolio *portfolio)
{
	portfolio->grant = sum_of(portfolio, TEXT("bidrag"), offsetof(PortfolioCase, grant));
	portfolio->scope = sum_of(portfolio, TEXT("omfattning"), offsetof(PortfolioCase, scope));
	portfolio->public = sum_of(portfolio, TEXT("offentligt"), offsetof(PortfolioCase, public));
	if (portfolio->scope != NULL)
		portfolio->share =
		        ledger_quotient(portfolio->ledger, TEXT("portfölj.andel"),
		                        portfolio->public, portfolio->scope, 1, (Span){0});
}
