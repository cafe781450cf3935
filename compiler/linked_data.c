/* Linked data: the case and its ledger as JSON-LD. */
#include "linked_data.h"

#include "base/buffer.h"
#include "base/json.h"
#include "base/swedish.h"
#include "economics/quantity.h"
#include "model/fields.h"
#include "model/gaps.h"
#include "model/resolve.h"
#include "template/reference.h"

typedef struct Writing {
	Arena *arena;
	const Agreement *agreement;
	const Ledger *ledger;
	Json json;
} Writing;

static void begin(Writing *w, Text type)
{
	json_begin(&w->json, '{');
	json_text_at(&w->json, TEXT("@type"), type);
}

static void end(Writing *w)
{
	json_end(&w->json, '}');
}

/* Nothing when there is no value. */
static void put(Writing *w, Text key, Text value)
{
	if (value.length > 0)
		json_text_at(&w->json, key, value);
}

static void put_identifier(Writing *w, Text kind, Text value)
{
	if (value.length == 0)
		return;
	json_key(&w->json, TEXT("identifier"));
	begin(w, TEXT("PropertyValue"));
	put(w, TEXT("propertyID"), kind);
	put(w, TEXT("value"), value);
	end(w);
}

static Text date_text(Writing *w, Date date)
{
	return date_is_given(date) ? swedish_date_short(w->arena, date) : (Text){0};
}

/* The word that was chosen for a key of a record. */
static Text chosen(const Record *record, Text key, const ChoiceValue *value)
{
	return VALUE_GIVEN(*value) ? field_choice_word(record_field(record, key), value->choice)
	                           : (Text){0};
}

/* Parties */

/* A name within the page: "_:part-1". */
static void put_party_name(Writing *w, const Party *party)
{
	Buffer name = buffer_new(w->arena, 32);
	buffer_put(&name, TEXT("_:part-"));
	buffer_put_integer(&name, (int64_t)party_index(w->agreement, party) + 1);
	json_text_at(&w->json, TEXT("@id"), buffer_text(&name));
}

static Text party_type(const Party *party)
{
	if (party->board != NULL)
		return TEXT("GovernmentOrganization");
	return VALUE_GIVEN(party->sector) && party->sector.choice == SECTOR_CIVIL
	               ? TEXT("NGO")
	               : TEXT("Organization");
}

static void put_parties(Writing *w)
{
	const Party *parties = w->agreement->parties.items;
	if (w->agreement->parties.count == 0)
		return;
	json_key(&w->json, TEXT("member"));
	json_begin(&w->json, '[');
	for (size_t i = 0; i < w->agreement->parties.count; i++) {
		begin(w, party_type(&parties[i]));
		put_party_name(w, &parties[i]);
		put(w, TEXT("name"), parties[i].name.text);
		put_identifier(w, TEXT("organisationsnummer"), parties[i].number.text);
		end(w);
	}
	json_end(&w->json, ']');
}

static void put_party(Writing *w, Text key, const Party *party)
{
	if (party == NULL)
		return;
	json_key(&w->json, key);
	json_begin(&w->json, '{');
	put_party_name(w, party);
	end(w);
}

/* Amounts */

/* "933000", "12.50": exactly. */
static Text decimal(Arena *arena, Money money)
{
	Buffer out = buffer_new(arena, 32);
	uint64_t ore = money < 0 ? 0 - (uint64_t)money : (uint64_t)money;
	buffer_put(&out, money < 0 ? TEXT("-") : TEXT(""));
	buffer_put_padded(&out, ore / 100, 1);
	if (ore % 100 != 0) {
		buffer_put(&out, TEXT("."));
		buffer_put_padded(&out, ore % 100, 2);
	}
	return buffer_text(&out);
}

static void put_amount(Writing *w, const Entry *entry, bool per_year)
{
	begin(w, TEXT("MonetaryAmount"));
	put(w, TEXT("identifier"), entry->name);
	if (entry->standing != STANDING_DEFINITIVE)
		put(w, TEXT("description"), standing_word(entry->standing));
	put(w, TEXT("currency"), TEXT("SEK"));
	if (per_year) {
		json_key(&w->json, TEXT("value"));
		begin(w, TEXT("QuantitativeValue"));
	}
	put(w, TEXT("value"), decimal(w->arena, entry->value));
	if (per_year) {
		put(w, TEXT("unitCode"), TEXT("ANN"));
		end(w);
	}
	end(w);
}

/* What an entry is a year, and together for all the time that is calculated. */
static void put_amounts(Writing *w, Text name)
{
	const Entry *yearly = ledger_find_known(w->ledger, name);
	const Entry *together =
	        ledger_find_known(w->ledger, quantity_together(w->arena, w->agreement, name));
	if (yearly == NULL && together == NULL)
		return;
	json_key(&w->json, TEXT("amount"));
	json_begin(&w->json, '[');
	if (yearly != NULL)
		put_amount(w, yearly, true);
	if (together != NULL)
		put_amount(w, together, false);
	json_end(&w->json, ']');
}

/* Funding */

static void put_grant(Writing *w, const Contribution *contribution, Text name,
                      const Party *recipient)
{
	const Record *record = record_field(&record_economy, TEXT("insatser"))->record;
	bool cash = contribution->kind.choice == CONTRIBUTION_CASH;
	begin(w, cash ? TEXT("MonetaryGrant") : TEXT("Grant"));
	put(w, TEXT("name"), chosen(record, TEXT("slag"), &contribution->kind));
	put_party(w, TEXT("funder"), contribution->party);
	put_party(w, TEXT("fundedItem"), recipient);
	put_amounts(w, name);
	end(w);
}

static bool is_made_of(const Entry *sum, const Entry *part)
{
	for (size_t i = 0; sum != NULL && i < sum->operand_count; i++)
		if (sum->operands[i] == part)
			return true;
	return false;
}

/* Who gets the whole of a contribution, as the ledger has it: the party whose grant it is part of.
 */
static const Party *recipient_of(Writing *w, Text name)
{
	const Party *parties = w->agreement->parties.items;
	const Entry *given = ledger_find(w->ledger, name);
	for (size_t i = 0; given != NULL && i < w->agreement->parties.count; i++) {
		Text grant = quantity_of(w->arena, QUANTITY_GRANT, parties[i].key.text);
		if (is_made_of(ledger_find(w->ledger, grant), given))
			return &parties[i];
	}
	return NULL;
}

static void put_contribution(Writing *w, const Contribution *contribution, Text name)
{
	const PartyAmount *parts = contribution->split.items;
	if (contribution->split.count == 0)
		put_grant(w, contribution, name, recipient_of(w, name));
	for (size_t i = 0; i < contribution->split.count; i++)
		put_grant(w, contribution, path_below(w->arena, name, parts[i].key.text),
		          parts[i].party);
}

static void put_funding(Writing *w)
{
	const ListValue *list = &w->agreement->economy.contributions;
	const Contribution *items = list->items;
	if (list->count == 0)
		return;
	json_key(&w->json, TEXT("funding"));
	json_begin(&w->json, '[');
	for (size_t i = 0; i < list->count; i++)
		put_contribution(w, &items[i], quantity_number(w->arena, QUANTITY_CONTRIBUTION, i));
	json_end(&w->json, ']');
}

/* The document */

static void put_context(Writing *w)
{
	json_key(&w->json, TEXT("@context"));
	json_begin(&w->json, '{');
	json_text_at(&w->json, TEXT("@vocab"), TEXT("https://schema.org/"));
	end(w);
}

/* "2020-01-01/2022-12-31", and "2020-01-01/.." without a last day (ISO 8601-2). */
static void put_period(Writing *w)
{
	const Period *period = &w->agreement->period;
	Text from = date_text(w, period->from.date), to = date_text(w, period->to.date);
	bool open = !VALUE_GIVEN(period->to) &&
	            gaps_find(w->agreement->gaps, TEXT("period.till")) == NULL;
	Text parts[] = {from, TEXT("/"), open ? TEXT("..") : to};
	if (from.length > 0 && parts[2].length > 0)
		put(w, TEXT("temporalCoverage"), text_join(w->arena, parts, 3));
}

static void put_publisher(Writing *w)
{
	const Municipality *municipality = &w->agreement->shared->municipality;
	if (municipality->name.text.length == 0)
		return;
	json_key(&w->json, TEXT("publisher"));
	begin(w, TEXT("GovernmentOrganization"));
	put(w, TEXT("name"), municipality->name.text);
	put_identifier(w, TEXT("organisationsnummer"), municipality->number.text);
	end(w);
}

static void put_partnership(Writing *w)
{
	const Agreement *agreement = w->agreement;
	if (agreement->parties.count == 0 && agreement->economy.contributions.count == 0)
		return;
	json_key(&w->json, TEXT("about"));
	begin(w, TEXT("Project"));
	put(w, TEXT("name"), agreement->matter.title.text);
	put_parties(w);
	put_funding(w);
	end(w);
}

Text linked_data_of(Arena *arena, const Agreement *agreement, const DocumentPlan *plan, Text type,
                    const Ledger *ledger)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	Writing w = {
	        .arena = arena, .agreement = agreement, .ledger = ledger, .json = json_new(&out)};
	const Matter *matter = &agreement->matter;
	const Record *record = record_field(&record_agreement, TEXT("ärende"))->record;
	json_begin(&w.json, '{');
	put_context(&w);
	put(&w, TEXT("@type"), TEXT("DigitalDocument"));
	put(&w, TEXT("name"), plan_title(agreement, plan));
	put(&w, TEXT("genre"), type);
	put(&w, TEXT("inLanguage"), TEXT("sv"));
	put(&w, TEXT("creativeWorkStatus"), chosen(record, TEXT("status"), &matter->status));
	put(&w, TEXT("dateCreated"), date_text(&w, plan_date(agreement, plan)));
	put_period(&w);
	put_identifier(&w, TEXT("diarienummer"), matter->diary_number.text);
	put_publisher(&w);
	put_partnership(&w);
	end(&w);
	return buffer_text(&out);
}
