/* Needs: quantities and the groups of the case that they are made from. */
#include "economics/needs.h"

#include "economics/quantity.h"
#include "model/gaps.h"
#include "model/resolve.h"

/* What rests on anything else than contributions. */
static const Text needs[QUANTITIES] = {
        [QUANTITY_COST_ITEM] = TEXT_INIT("ekonomi.kostnader"),
        [QUANTITY_COST] = TEXT_INIT("ekonomi.kostnader"),
        [QUANTITY_COST_OF_KIND] = TEXT_INIT("ekonomi.kostnader"),
        [QUANTITY_OWN_FINANCING] = TEXT_INIT("ekonomi.kostnader"),
        [QUANTITY_DIFFERENCE] = TEXT_INIT("ekonomi.kostnader"),
        [QUANTITY_FINANCED_SHARE] = TEXT_INIT("ekonomi.kostnader"),
        [QUANTITY_OWN_SHARE] = TEXT_INIT("ekonomi.kostnader"),
        [QUANTITY_COST_WITHOUT_TIME] = TEXT_INIT("ekonomi.kostnader"),
        [QUANTITY_FINANCED_WITHOUT_TIME] = TEXT_INIT("ekonomi.kostnader"),
        [QUANTITY_INHABITANTS] = TEXT_INIT("ekonomi.invånare"),
        [QUANTITY_PARTICIPANTS] = TEXT_INIT("ekonomi.deltagare"),
        [QUANTITY_GRANT_PER_INHABITANT] = TEXT_INIT("ekonomi.invånare"),
        [QUANTITY_SCOPE_PER_PARTICIPANT] = TEXT_INIT("ekonomi.deltagare"),
        [QUANTITY_GRANT_PER_PARTICIPANT] = TEXT_INIT("ekonomi.deltagare"),
        [QUANTITY_INDEXED] = TEXT_INIT("ekonomi.index"),
        [QUANTITY_INDEXED_GRANT] = TEXT_INIT("ekonomi.index"),
        [QUANTITY_RISE] = TEXT_INIT("ekonomi.index"),
        [QUANTITY_RATE] = TEXT_INIT("ekonomi.index"),
        [QUANTITY_FACTOR] = TEXT_INIT("ekonomi.index"),
        [QUANTITY_NOTICE_DAY] = TEXT_INIT("period.uppsägningstid"),
        [QUANTITY_DECISION_DAY] = TEXT_INIT("period.beslutstid"),
        [QUANTITY_EXTENDED_TO] = TEXT_INIT("period.förlängning"),
        [QUANTITY_RENEWED_TO] = TEXT_INIT("period.förnyas"),
        [QUANTITY_FOLLOW_UP_DAY] = TEXT_INIT("period.uppföljning"),
        [QUANTITY_INSTALMENT] = TEXT_INIT("ekonomi.utbetalning"),
        [QUANTITY_PAYMENT_YEAR] = TEXT_INIT("ekonomi.utbetalning"),
        [QUANTITY_PAID] = TEXT_INIT("ekonomi.utbetalning"),
        [QUANTITY_SETTLEMENT] = TEXT_INIT("ekonomi.utbetalning"),
};

Text value_needs(Text name)
{
	Quantity quantity = quantity_in(name);
	if (quantity == QUANTITIES)
		return (Text){0};
	return needs[quantity].length > 0 ? needs[quantity] : TEXT("ekonomi.insatser");
}

/* Names. */

/* A year or a number, a party, a type of cost, or one of the fixed words after a name. */
static bool extends_a_name(const Agreement *agreement, Text piece)
{
	static const Text words[] = {TEXT_INIT("perioden"), TEXT_INIT("perioden före uppräkning"),
	                             TEXT_INIT("dag"), TEXT_INIT("timmar"), TEXT_INIT("timvärde")};
	static const Text beginnings[] = {TEXT_INIT("från "), TEXT_INIT("till ")};
	int64_t number = 0;
	if (text_integer(piece, &number) || agreement_party(agreement, piece) != NULL)
		return true;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (text_equal(piece, words[i]))
			return true;
	for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++)
		if (text_starts(piece, beginnings[i]))
			return true;
	for (int kind = 0; kind < COST_KINDS; kind++)
		if (text_equal(piece, cost_kind_word(kind)))
			return true;
	return false;
}

bool value_is_possible(const Agreement *agreement, Text name)
{
	Quantity quantity = quantity_in(name);
	if (quantity == QUANTITIES)
		return false;
	Text rest = text_after(name, quantity_facts(quantity)->name.length + 1), piece = {0};
	while (rest.length > 0 && text_next(&rest, '.', &piece))
		if (!extends_a_name(agreement, piece))
			return false;
	return true;
}

/* What is open. */

/* Whether some gap is "<beginning>.<anything>.<end>" for one of the ends. */
static bool item_lacks(const Agreement *agreement, Text beginning, const Text *ends, size_t count)
{
	const Gaps *gaps = agreement->gaps;
	for (size_t i = 0; gaps != NULL && i < gaps->count; i++) {
		Text path = gaps->items[i].path;
		for (size_t k = 0; text_starts(path, beginning) && k < count; k++)
			if (text_ends(path, ends[k]))
				return true;
	}
	return false;
}

#define ITEM_LACKS(agreement, beginning, ...)                                                      \
	item_lacks((agreement), TEXT(beginning), (const Text[]){__VA_ARGS__},                      \
	           sizeof((const Text[]){__VA_ARGS__}) / sizeof(Text))

/* Whether the yearly sums depend on the day: what a contribution with days of its own adds to them
 * is known only when all days are. */
static bool days_are_open(const Agreement *agreement)
{
	const Contribution *items = agreement->economy.contributions.items;
	bool own = ITEM_LACKS(agreement, "ekonomi.insatser.", TEXT(".från"), TEXT(".till"));
	for (size_t i = 0; i < agreement->economy.contributions.count; i++)
		own = own || VALUE_GIVEN(items[i].from) || VALUE_GIVEN(items[i].to);
	return own && time_is_open(agreement);
}

bool kinds_are_open(const Agreement *agreement)
{
	return ITEM_LACKS(agreement, "ekonomi.kostnader.", TEXT(".slag"));
}

bool sums_are_open(const Agreement *agreement)
{
	const Party *parties = agreement->parties.items;
	if (days_are_open(agreement))
		return true;
	for (size_t i = 0; i < agreement->parties.count; i++)
		if (!VALUE_GIVEN(parties[i].sector))
			return true;
	return ITEM_LACKS(agreement, "ekonomi.insatser.", TEXT(".part"), TEXT(".slag")) ||
	       ITEM_LACKS(agreement, "ekonomi.kostnader.", TEXT(".part"));
}

bool time_is_open(const Agreement *agreement)
{
	static const Text groups[] = {
	        TEXT_INIT("ekonomi.index"),     TEXT_INIT("ekonomi.avrundning"),
	        TEXT_INIT("ekonomi.del av år"), TEXT_INIT("ekonomi.beräknas till"),
	        TEXT_INIT("period.från"),       TEXT_INIT("period.till")};
	for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++)
		if (gaps_find_within(agreement->gaps, groups[i]) != NULL)
			return true;
	return ITEM_LACKS(agreement, "ekonomi.insatser.", TEXT(".från"), TEXT(".till"),
	                  TEXT(".räknas upp"));
}

bool figures_are_open(const Agreement *agreement)
{
	return gaps_find_within(agreement->gaps, TEXT("ekonomi")) != NULL ||
	       gaps_find_within(agreement->gaps, TEXT("period")) != NULL ||
	       sums_are_open(agreement);
}
