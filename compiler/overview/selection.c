/* Selection: choices and places of every case, sums of every combination, and the CSS. */
#include "overview/selection.h"

#include "base/sort.h"
#include "base/swedish.h"

/* Choices. */

static size_t add_choice(Dimension *dimension, Text label)
{
	dimension->labels[dimension->count] = label;
	return dimension->count++;
}

static int by_label(const void *a, const void *b)
{
	return swedish_order(*(const Text *)a, *(const Text *)b);
}

/* Boards that cases have, in the order of the alphabet, and last that they have none. A dimension
 * has a bit for each choice; whatever boards there are beyond that are found under all. */
enum { MOST_CHOICES = 32 };

static size_t board_labels(const Portfolio *portfolio, Text *labels, bool *without)
{
	size_t count = 0, kept = 0;
	for (size_t i = 0; i < portfolio->count; i++)
		if (portfolio->items[i].board.length > 0)
			labels[count++] = portfolio->items[i].board;
		else
			*without = true;
	sort_stable(portfolio->arena, labels, count, sizeof *labels, by_label);
	for (size_t i = 0; i < count; i++)
		if (kept == 0 || !text_equal(labels[i], labels[kept - 1]))
			labels[kept++] = labels[i];
	return kept;
}

static void choose_boards(const Overview *overview, Selection *selection)
{
	const Portfolio *portfolio = overview->portfolio;
	Dimension *dimension = &selection->dimensions[BY_BOARD];
	bool without = false;
	Text *labels = ARENA_ARRAY(portfolio->arena, Text, portfolio->count + 1);
	size_t count = board_labels(portfolio, labels, &without);
	*dimension = (Dimension){.letter = TEXT("b"),
	                         .legend = TEXT("Nämnd"),
	                         .labels = ARENA_ARRAY(portfolio->arena, Text, MOST_CHOICES)};
	add_choice(dimension, TEXT("Alla"));
	for (size_t i = 0; i < count && dimension->count + 1 < MOST_CHOICES; i++)
		add_choice(dimension, labels[i]);
	size_t none = without ? add_choice(dimension, TEXT("Utan nämnd")) : 0;
	for (size_t i = 0; i < portfolio->count; i++) {
		Text board = portfolio->items[i].board;
		size_t choice = board.length == 0 ? none : 0;
		for (size_t k = 1; board.length > 0 && k < dimension->count; k++)
			if (text_equal(dimension->labels[k], board))
				choice = k;
		selection->cases[i].choices[BY_BOARD] = 1u | 1u << choice;
	}
}

static void choose_statuses(const Overview *overview, Selection *selection)
{
	const Portfolio *portfolio = overview->portfolio;
	Dimension *dimension = &selection->dimensions[BY_STATUS];
	*dimension = (Dimension){.letter = TEXT("s"),
	                         .legend = TEXT("Status"),
	                         .labels = ARENA_ARRAY(portfolio->arena, Text, MOST_CHOICES)};
	add_choice(dimension, TEXT("Alla"));
	for (int status = STATUS_DRAFT; status <= STATUS_DECIDED; status++) {
		size_t choice = 0;
		for (size_t i = 0; i < portfolio->count; i++) {
			if ((int)portfolio->items[i].status != status)
				continue;
			if (choice == 0)
				choice = add_choice(dimension, portfolio->items[i].status_word);
			selection->cases[i].choices[BY_STATUS] = 1u | 1u << choice;
		}
	}
}

/* Times, as they are on the day that is counted from. */

static bool is_running(const Overview *overview, const PortfolioCase *c)
{
	return date_is_given(c->from) && date_order(c->from, overview->day) <= 0 &&
	       (!date_is_given(c->to) || date_order(c->to, overview->day) >= 0);
}

static bool ends_soon(const Overview *overview, const PortfolioCase *c)
{
	return is_running(overview, c) && date_is_given(c->to) &&
	       date_order(c->to, date_add_months(overview->day, 12)) < 0;
}

static bool is_to_come(const Overview *overview, const PortfolioCase *c)
{
	return date_is_given(c->from) && date_order(c->from, overview->day) > 0;
}

static bool has_ended(const Overview *overview, const PortfolioCase *c)
{
	return date_is_given(c->to) && date_order(c->to, overview->day) < 0;
}

static bool has_no_period(const Overview *overview, const PortfolioCase *c)
{
	(void)overview;
	return !date_is_given(c->from) && !date_is_given(c->to);
}

static void choose_times(const Overview *overview, Selection *selection)
{
	static const struct {
		Text label;
		bool (*is)(const Overview *overview, const PortfolioCase *c);
	} times[] = {{TEXT_INIT("Pågår"), is_running},
	             {TEXT_INIT("Slutar inom ett år"), ends_soon},
	             {TEXT_INIT("Har inte börjat"), is_to_come},
	             {TEXT_INIT("Har slutat"), has_ended},
	             {TEXT_INIT("Utan period"), has_no_period}};
	const Portfolio *portfolio = overview->portfolio;
	Dimension *dimension = &selection->dimensions[BY_TIME];
	*dimension = (Dimension){.letter = TEXT("t"),
	                         .legend = TEXT("Tid"),
	                         .labels = ARENA_ARRAY(portfolio->arena, Text, MOST_CHOICES)};
	add_choice(dimension, TEXT("Alla"));
	for (size_t i = 0; i < portfolio->count; i++)
		selection->cases[i].choices[BY_TIME] = 1u;
	for (size_t k = 0; date_is_given(overview->day) && k < sizeof times / sizeof *times; k++) {
		size_t choice = 0;
		for (size_t i = 0; i < portfolio->count; i++) {
			if (!times[k].is(overview, &portfolio->items[i]))
				continue;
			if (choice == 0)
				choice = add_choice(dimension, times[k].label);
			selection->cases[i].choices[BY_TIME] |= 1u << choice;
		}
	}
}

/* One choice beside all of them chooses nothing. */
static void leave_out_lone(Selection *selection)
{
	for (int d = 0; d < DIMENSIONS; d++)
		if (selection->dimensions[d].count == 2)
			selection->dimensions[d].count = 1;
}

/* Orders. */

typedef struct RowKey {
	size_t index;
	Text text;
	int64_t number;
} RowKey;

static int by_key(const void *a, const void *b)
{
	const RowKey *one = a, *other = b;
	if (one->number != other->number)
		return one->number < other->number ? -1 : 1;
	return swedish_order(one->text, other->text);
}

/* The next first; then those that have passed, the latest first; then those that are not known. */
static int64_t date_key(const Overview *overview, Date date)
{
	const int64_t beyond = 10000000;
	if (!date_is_given(date))
		return 2 * beyond;
	if (date_is_given(overview->day) && date_order(date, overview->day) < 0)
		return 2 * beyond - 1 - date_to_days(date);
	return date_to_days(date);
}

static RowKey key_of(const Overview *overview, size_t index, RowOrder order)
{
	const PortfolioCase *c = &overview->portfolio->items[index];
	RowKey key = {.index = index};
	switch (order) {
	case ORDER_TITLE: key.text = c->title.length > 0 ? c->title : c->name; break;
	case ORDER_BOARD:
		key.text = c->board;
		key.number = c->board.length == 0;
		break;
	case ORDER_END: key.number = date_key(overview, c->to); break;
	case ORDER_NOTICE: key.number = date_key(overview, c->notice_day); break;
	case ORDER_GRANT: key.number = c->grant != NULL ? -c->grant->value : 1; break;
	case ORDER_GIVEN:
	case ROW_ORDERS: break;
	}
	return key;
}

static void find_places(const Overview *overview, Selection *selection)
{
	const Portfolio *portfolio = overview->portfolio;
	RowKey *keys = ARENA_ARRAY(portfolio->arena, RowKey, portfolio->count + 1);
	for (int order = ORDER_GIVEN + 1; order < ROW_ORDERS; order++) {
		for (size_t i = 0; i < portfolio->count; i++)
			keys[i] = key_of(overview, i, (RowOrder)order);
		sort_stable(portfolio->arena, keys, portfolio->count, sizeof *keys, by_key);
		for (size_t i = 0; i < portfolio->count; i++)
			selection->cases[keys[i].index].places[order] = i + 1;
	}
}

Text row_order_label(RowOrder order)
{
	static const Text labels[] = {
	        [ORDER_GIVEN] = TEXT_INIT("Filens namn"),
	        [ORDER_TITLE] = TEXT_INIT("Rubrik"),
	        [ORDER_BOARD] = TEXT_INIT("Nämnd"),
	        [ORDER_END] = TEXT_INIT("Slutar först"),
	        [ORDER_NOTICE] = TEXT_INIT("Sägs upp först"),
	        [ORDER_GRANT] = TEXT_INIT("Störst bidrag"),
	};
	return labels[order];
}

/* Sums. */

static size_t place_of(const Selection *selection, const size_t choices[DIMENSIONS])
{
	size_t place = 0;
	for (int d = 0; d < DIMENSIONS; d++)
		place = place * selection->dimensions[d].count + choices[d];
	return place;
}

const Sums *selection_sums(const Selection *selection, const size_t choices[DIMENSIONS])
{
	return &selection->sums[place_of(selection, choices)];
}

static void add_sums(const Overview *overview, Selection *selection)
{
	const Dimension *d = selection->dimensions;
	const Portfolio *portfolio = overview->portfolio;
	selection->sums = ARENA_ARRAY(portfolio->arena, Sums,
	                              d[BY_BOARD].count * d[BY_STATUS].count * d[BY_TIME].count);
	for (size_t i = 0; i < portfolio->count; i++) {
		const unsigned *has = selection->cases[i].choices;
		size_t at[DIMENSIONS];
		for (at[0] = 0; at[0] < d[0].count; at[0]++)
			for (at[1] = 0; has[0] >> at[0] & 1u && at[1] < d[1].count; at[1]++)
				for (at[2] = 0; has[1] >> at[1] & 1u && at[2] < d[2].count; at[2]++)
					if (has[2] >> at[2] & 1u)
						sums_add(&selection->sums[place_of(selection, at)],
						         overview, &portfolio->items[i]);
	}
}

Selection selection_of(const Overview *overview)
{
	const Portfolio *portfolio = overview->portfolio;
	Selection selection = {
	        .cases = ARENA_ARRAY(portfolio->arena, Membership, portfolio->count + 1)};
	choose_boards(overview, &selection);
	choose_statuses(overview, &selection);
	choose_times(overview, &selection);
	leave_out_lone(&selection);
	find_places(overview, &selection);
	add_sums(overview, &selection);
	return selection;
}

/* CSS. */

static void put_choice(Buffer *out, Text letter, size_t number)
{
	buffer_put(out, letter);
	buffer_put_integer(out, (int64_t)number);
}

static void put_places(Buffer *out, const Membership *member)
{
	for (size_t order = ORDER_GIVEN + 1; order < ROW_ORDERS; order++) {
		buffer_put(out, TEXT(" --"));
		put_choice(out, TEXT("o"), order);
		buffer_put(out, TEXT(": "));
		buffer_put_integer(out, (int64_t)member->places[order]);
		buffer_put_byte(out, ';');
	}
}

void selection_put_style(Buffer *out, const Overview *overview, const Selection *selection)
{
	for (int d = 0; d < DIMENSIONS; d++)
		for (size_t i = 0; i < selection->dimensions[d].count; i++) {
			Text letter = selection->dimensions[d].letter;
			buffer_put(out, TEXT("main:has(#"));
			put_choice(out, letter, i);
			buffer_put(out, i == 0 ? TEXT(":checked) .sums .r:not(.")
			                       : TEXT(":checked) .r:not(."));
			put_choice(out, letter, i);
			buffer_put(out, TEXT(") { display: none }\n"));
		}
	for (size_t order = ORDER_GIVEN + 1; order < ROW_ORDERS; order++) {
		buffer_put(out, TEXT("main:has(#"));
		put_choice(out, TEXT("o"), order);
		buffer_put(out, TEXT(":checked) .r { order: var(--"));
		put_choice(out, TEXT("o"), order);
		buffer_put(out, TEXT(") }\n"));
	}
	for (size_t i = 0; i < overview->portfolio->count; i++) {
		buffer_put(out, TEXT("."));
		put_choice(out, TEXT("p"), i + 1);
		buffer_put(out, TEXT(" {"));
		put_places(out, &selection->cases[i]);
		buffer_put(out, TEXT(" }\n"));
	}
}
