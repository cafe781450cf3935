/* Resolve: connects what a case names with what it means. */
#include "model/resolve.h"

#include "model/gaps.h"
#include "model/misnamed.h"
#include "model/register.h"
#include "model/rules.h"
#include "source/suggest.h"

/* A list of records that begin with a Key, to search by id. */
typedef struct Directory {
	const ListValue *list;
	size_t size;
	Text plural; /* "nämnderna", for messages */
} Directory;

static const Key *directory_key(Directory directory, size_t index)
{
	return (const Key *)(const void *)((const char *)directory.list->items +
	                                   directory.size * index);
}

static const void *directory_find(Directory directory, Text id)
{
	for (size_t i = 0; i < directory.list->count; i++)
		if (text_equal(directory_key(directory, i)->text, id))
			return directory_key(directory, i);
	return NULL;
}

/* Writes the directory's ids to `ids` and returns how many they are. */
static size_t copy_ids(Directory directory, Text *ids)
{
	for (size_t i = 0; i < directory.list->count; i++)
		ids[i] = directory_key(directory, i)->text;
	return directory.list->count;
}

static Text *directory_ids(Arena *arena, Directory directory)
{
	Text *ids = ARENA_ARRAY(arena, Text, directory.list->count + 1);
	copy_ids(directory, ids);
	return ids;
}

static Directory boards_of(const Register *shared)
{
	return (Directory){&shared->boards, sizeof(Board), TEXT("nämnderna")};
}

static Directory departments_of(const Register *shared)
{
	return (Directory){&shared->departments, sizeof(Department), TEXT("förvaltningarna")};
}

static Directory organisations_of(const Register *shared)
{
	return (Directory){&shared->organisations, sizeof(Organisation), TEXT("organisationerna")};
}

static Directory indices_of(const Register *shared)
{
	return (Directory){&shared->indices, sizeof(IndexSeries), TEXT("indexen")};
}

static Directory ceilings_of(const Register *shared)
{
	return (Directory){&shared->ceilings, sizeof(AidCeiling), TEXT("taken")};
}

static Directory statutes_of(const Register *shared)
{
	return (Directory){&shared->statutes, sizeof(Statute), TEXT("lagarna")};
}

static Directory abbreviations_of(const Register *shared)
{
	return (Directory){&shared->abbreviations, sizeof(Abbreviation), TEXT("förkortningarna")};
}

static Directory parties_of(const Agreement *agreement)
{
	return (Directory){&agreement->parties, sizeof(Party), TEXT("parterna")};
}

/* What a text that names nothing in the register was probably meant to name; empty for nothing. */
static Text report_not_in_register(const TextValue *name, Text plural, const Text *ids,
                                   size_t count, Diagnostics *diagnostics)
{
	return suggest_report(diagnostics, &(UnknownName){.name = name->text,
	                                                  .span = name->span,
	                                                  .where = plural,
	                                                  .names = ids,
	                                                  .count = count,
	                                                  .near = NOT_IN_REGISTER_NEAR,
	                                                  .far = NOT_IN_REGISTER});
}

/* What a text names in the register. When it names nothing, that is reported, and the answer is
 * what it was probably meant to name, or NULL. */
static const void *look_up(Arena *arena, Directory directory, const TextValue *name,
                           Diagnostics *diagnostics)
{
	if (name->text.length == 0)
		return NULL;
	const void *found = directory_find(directory, name->text);
	if (found != NULL)
		return found;
	return directory_find(directory,
	                      report_not_in_register(name, directory.plural,
	                                             directory_ids(arena, directory),
	                                             directory.list->count, diagnostics));
}

/* The register. */

static void check_unique(Directory directory, Diagnostics *diagnostics)
{
	for (size_t i = 1; i < directory.list->count; i++) {
		const Key *key = directory_key(directory, i);
		const Key *first = directory_find(directory, key->text);
		if (first != NULL && first != key) {
			diagnose(diagnostics, TWICE_IN_REGISTER, key->span, key->text);
			diagnostic_note(diagnostics, FIRST_IN_REGISTER, first->span);
		}
	}
}

void resolve_register(Register *shared, Diagnostics *diagnostics)
{
	check_unique(boards_of(shared), diagnostics);
	check_unique(departments_of(shared), diagnostics);
	check_unique(organisations_of(shared), diagnostics);
	check_unique(indices_of(shared), diagnostics);
	check_unique(ceilings_of(shared), diagnostics);
	check_unique(statutes_of(shared), diagnostics);
	check_unique(abbreviations_of(shared), diagnostics);
	register_check(shared, diagnostics);
	const Board *boards = shared->boards.items;
	for (size_t i = 0; i < shared->boards.count; i++)
		look_up(diagnostics->arena, departments_of(shared), &boards[i].department,
		        diagnostics);
	Statute *statutes = shared->statutes.items;
	for (size_t i = 0; i < shared->statutes.count; i++)
		statutes[i].successor = look_up(diagnostics->arena, statutes_of(shared),
		                                &statutes[i].successor_id, diagnostics);
}

/* Parties. */

static void fill_text(TextValue *target, const TextValue *source)
{
	if (!VALUE_GIVEN(*target))
		*target = *source;
}

static void fill_from_board(Party *party, const Board *board, const Register *shared)
{
	party->board = board;
	fill_text(&party->name, &board->name);
	/* In running text a board is called by its id, which has no capital. */
	if (!VALUE_GIVEN(party->short_name))
		party->short_name = (TextValue){board->key.span, board->key.text};
	if (!VALUE_GIVEN(party->number))
		party->number = shared->municipality.number;
	if (!VALUE_GIVEN(party->sector))
		party->sector = (ChoiceValue){board->key.span, SECTOR_PUBLIC};
}

static void fill_from_organisation(Party *party, const Organisation *organisation)
{
	fill_text(&party->name, &organisation->name);
	fill_text(&party->short_name, &organisation->short_name);
	if (!VALUE_GIVEN(party->number))
		party->number = organisation->number;
	if (!VALUE_GIVEN(party->sector))
		party->sector = organisation->sector;
}

/* A party may be a board or an organisation, so both are candidates for what was meant. */
static Text report_no_such_party(Arena *arena, const TextValue *name, const Register *shared,
                                 Diagnostics *diagnostics)
{
	Text *ids =
	        ARENA_ARRAY(arena, Text, shared->boards.count + shared->organisations.count + 1);
	size_t count = copy_ids(boards_of(shared), ids);
	count += copy_ids(organisations_of(shared), ids + count);
	return report_not_in_register(name, TEXT("nämnderna och organisationerna"), ids, count,
	                              diagnostics);
}

/* False when the register has nobody of that name. */
static bool fill_from_register(Party *party, Text id, const Register *shared)
{
	const Board *board = directory_find(boards_of(shared), id);
	const Organisation *organisation = directory_find(organisations_of(shared), id);
	if (board != NULL)
		fill_from_board(party, board, shared);
	else if (organisation != NULL)
		fill_from_organisation(party, organisation);
	return board != NULL || organisation != NULL;
}

static void party_without_name(const Party *party, Gaps *gaps, Diagnostics *diagnostics)
{
	if (gaps == NULL) {
		diagnose(diagnostics, PARTY_WITHOUT_NAME, party->key.span, party->key.text);
		return;
	}
	Text path = path_below(gaps->arena, TEXT("parter"), party->key.text);
	if (gaps_find(gaps, path_below(gaps->arena, path, TEXT("register"))) == NULL)
		gaps_add_field(gaps, record_field(&record_party, TEXT("namn")),
		               path_below(gaps->arena, path, TEXT("namn")), party->key.span);
}

/* A party that is waiting for its place in the register has no sector yet, and neither has one
 * whose sector is waited for. */
static bool sector_is_open(const Party *party, const Gaps *gaps)
{
	if (gaps == NULL || VALUE_GIVEN(party->sector))
		return false;
	Text path = path_below(gaps->arena, TEXT("parter"), party->key.text);
	return gaps_find(gaps, path_below(gaps->arena, path, TEXT("register"))) != NULL ||
	       gaps_find(gaps, path_below(gaps->arena, path, TEXT("sektor"))) != NULL;
}

static void resolve_party(Arena *arena, Party *party, const Register *shared, Gaps *gaps,
                          Diagnostics *diagnostics)
{
	if (VALUE_GIVEN(party->register_id)) {
		Text id = party->register_id.text;
		if (id.length > 0 && !fill_from_register(party, id, shared))
			fill_from_register(party,
			                   report_no_such_party(arena, &party->register_id, shared,
			                                        diagnostics),
			                   shared);
	} else if (!VALUE_GIVEN(party->name) && VALUE_GIVEN(*party)) {
		party_without_name(party, gaps, diagnostics);
	}
	/* Whoever is not said to be public is the civil party that the agreement is made with. */
	if (!VALUE_GIVEN(party->sector) && !sector_is_open(party, gaps))
		party->sector = (ChoiceValue){party->key.span, SECTOR_CIVIL};
	fill_text(&party->short_name, &party->name);
}

const Party *agreement_party(const Agreement *agreement, Text id)
{
	return directory_find(parties_of(agreement), id);
}

bool column_is_computed(const Column *column)
{
	return column->kind.choice == COLUMN_SHARE || column->kind.choice == COLUMN_UNIT_PRICE;
}

bool period_is_known(const Period *period)
{
	/* A date that could not be read counts as given, but is none. */
	return date_is_given(period->from.date) && date_is_given(period->to.date);
}

size_t party_index(const Agreement *agreement, const Party *party)
{
	return (size_t)(party - (const Party *)agreement->parties.items);
}

static const Party *resolve_party_id(Arena *arena, const Agreement *agreement, Text id, Span span,
                                     Diagnostics *diagnostics)
{
	const Party *party = agreement_party(agreement, id);
	if (party != NULL || id.length == 0)
		return party;
	Directory parties = parties_of(agreement);
	Text meant =
	        suggest_report(diagnostics, &(UnknownName){.name = id,
	                                                   .span = span,
	                                                   .names = directory_ids(arena, parties),
	                                                   .count = parties.list->count,
	                                                   .near = UNKNOWN_PARTY_NEAR,
	                                                   .far = UNKNOWN_PARTY,
	                                                   .none = TEXT("ingen part")});
	return agreement_party(agreement, meant);
}

static void resolve_party_amounts(Arena *arena, const Agreement *agreement, ListValue *list,
                                  Diagnostics *diagnostics)
{
	PartyAmount *amounts = list->items;
	for (size_t i = 0; i < list->count; i++)
		amounts[i].party = resolve_party_id(arena, agreement, amounts[i].key.text,
		                                    amounts[i].key.span, diagnostics);
}

static void resolve_index(Arena *arena, IndexTerms *terms, const Register *shared,
                          Diagnostics *diagnostics)
{
	terms->in_force = look_up(arena, indices_of(shared), &terms->series, diagnostics);
	IndexAssumption *assumptions = terms->assumptions.items;
	for (size_t i = 0; i < terms->assumptions.count; i++)
		assumptions[i].year = register_year(&assumptions[i].key, diagnostics);
}

static void resolve_economy(Arena *arena, Agreement *agreement, Diagnostics *diagnostics)
{
	Economy *economy = &agreement->economy;
	Contribution *contributions = economy->contributions.items;
	for (size_t i = 0; i < economy->contributions.count; i++) {
		contributions[i].party =
		        resolve_party_id(arena, agreement, contributions[i].party_id.text,
		                         contributions[i].party_id.span, diagnostics);
		resolve_party_amounts(arena, agreement, &contributions[i].split, diagnostics);
	}
	Cost *costs = economy->costs.items;
	for (size_t i = 0; i < economy->costs.count; i++)
		costs[i].party = resolve_party_id(arena, agreement, costs[i].party_id.text,
		                                  costs[i].party_id.span, diagnostics);
	resolve_party_amounts(arena, agreement, &economy->own_financing, diagnostics);
	resolve_index(arena, &economy->index, agreement->shared, diagnostics);
}

void resolve_agreement(Arena *arena, Agreement *agreement, const Register *shared,
                       Diagnostics *diagnostics)
{
	agreement->shared = shared;
	Matter *matter = &agreement->matter;
	matter->board = look_up(arena, boards_of(shared), &matter->board_id, diagnostics);
	matter->department =
	        look_up(arena, departments_of(shared), &matter->department_id, diagnostics);
	if (!VALUE_GIVEN(matter->department_id) && matter->board != NULL)
		matter->department =
		        directory_find(departments_of(shared), matter->board->department.text);
	Party *parties = agreement->parties.items;
	for (size_t i = 0; i < agreement->parties.count; i++)
		resolve_party(arena, &parties[i], shared, agreement->gaps, diagnostics);
	misnamed_parties(arena, agreement, diagnostics);
	resolve_economy(arena, agreement, diagnostics);
	rules_check(arena, agreement, diagnostics);
}
