/* Portfolio: copying what is kept of a case, and adding cases up. */
#include "economics/portfolio.h"

#include "base/buffer.h"
#include "economics/quantity.h"

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
	return ledger_find(ledger, quantity_facts(quantity)->name);
}

static PortfolioParty copy_party(Portfolio *portfolio, const Party *party, const Ledger *ledger)
{
	Arena *arena = portfolio->arena;
	Text granted = quantity_of(arena, QUANTITY_GRANT, party->key.text);
	const Entry *grant = ledger_find(ledger, granted);
	return (PortfolioParty){
	        .name = text_copy(arena, party->name.text),
	        .number = text_copy(arena, party->number.text),
	        .place = VALUE_GIVEN(party->number) ? party->number.span : party->key.span,
	        .civil = party->sector.choice == SECTOR_CIVIL,
	        .granted = grant != NULL ? grant->value : 0,
	};
}

/* What public parties put in: the scope less what the civil ones put in. */
static void copy_amounts(Portfolio *portfolio, PortfolioCase *c, const Ledger *ledger)
{
	const Entry *civil = find(ledger, QUANTITY_CIVIL_PUT_IN);
	const Entry *scope = find(ledger, QUANTITY_SCOPE);
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

void portfolio_add(Portfolio *portfolio, Text name, const Agreement *agreement,
                   const Ledger *ledger)
{
	Arena *arena = portfolio->arena;
	const Party *parties = agreement->parties.items;
	const Board *board = agreement->matter.board;
	PortfolioCase *c = ARENA_PUSH(arena, portfolio);
	*c = (PortfolioCase){
	        .name = text_copy(arena, name),
	        .title = text_copy(arena, agreement->matter.title.text),
	        .board = text_copy(arena, board != NULL ? board->name.text : TEXT("")),
	        .decided = agreement->matter.date.date,
	        .from = agreement->period.from.date,
	        .to = date_last_day(agreement->period.to.date),
	        .place = agreement->matter.title.span,
	        .parties = ARENA_ARRAY(arena, PortfolioParty, agreement->parties.count + 1),
	        .party_count = agreement->parties.count,
	};
	for (size_t i = 0; i < agreement->parties.count; i++)
		c->parties[i] = copy_party(portfolio, &parties[i], ledger);
	copy_amounts(portfolio, c, ledger);
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
