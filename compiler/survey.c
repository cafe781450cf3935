/* Survey: reading cases for a portfolio, and showing it as text. */
#include "survey.h"

#include "base/buffer.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "economics/calculate.h"
#include "model/bind.h"
#include "model/resolve.h"
#include "yaml/reader.h"

/* The source is read into the portfolio's arena, all else into one that is released. */
static void survey_case(Portfolio *portfolio, const Job *job, const Inputs *inputs, Text path,
                        bool *unreadable)
{
	Arena arena = {.source = job->host->memory};
	Diagnostics diagnostics = {.arena = &arena};
	Agreement agreement = {0};
	const Source *source = inputs_read_source(portfolio->arena, job->host, path, (Span){0},
	                                          &diagnostics, unreadable);
	const YamlNode *root = source != NULL ? yaml_read(&arena, source, &diagnostics) : NULL;
	if (root != NULL) {
		bind_record(&(Binder){&arena, &diagnostics}, &record_agreement, root,
		            span_of(source, 0, 0), &agreement);
		resolve_agreement(&arena, &agreement, &inputs->shared, &diagnostics);
		const Ledger *ledger = economics_calculate(&arena, &agreement, &diagnostics);
		if (diagnostics.errors == 0)
			portfolio_add(portfolio, path_stem(path), &agreement, ledger);
	}
	arena_release(&arena);
}

Portfolio survey_cases(Arena *arena, const Job *job, const Inputs *inputs, const Text *paths,
                       size_t count, Diagnostics *diagnostics, bool *unreadable)
{
	Portfolio portfolio = portfolio_new(arena, diagnostics);
	for (size_t i = 0; i < count; i++)
		survey_case(&portfolio, job, inputs, paths[i], unreadable);
	portfolio_sum(&portfolio);
	return portfolio;
}

Portfolio survey_folder(Arena *arena, const Job *job, const Inputs *inputs, Text folder,
                        Diagnostics *diagnostics, bool *unreadable)
{
	const Host *host = job->host;
	HostNames names = {0};
	if (host->list(host->context, arena, folder, TEXT(".yaml"), &names) != HOST_OK) {
		*unreadable = true;
		names.count = 0;
	}
	Text *paths = ARENA_ARRAY(arena, Text, names.count + 1);
	for (size_t i = 0; i < names.count; i++)
		paths[i] = path_join(arena, folder, names.items[i]);
	return survey_cases(arena, job, inputs, paths, names.count, diagnostics, unreadable);
}

/* As text. */

enum { COLUMNS = 5, FIRST_NUMBER = 2, NAME_WIDTH = 40 };

typedef struct Line {
	Text cells[COLUMNS];
} Line;

static size_t width(Text text)
{
	size_t count = 0;
	for (size_t at = 0; at < text.length; count++)
		utf8_next(text, &at);
	return count;
}

static Text shortened(Arena *arena, Text text)
{
	size_t at = 0;
	for (size_t count = 0; count + 1 < NAME_WIDTH && at < text.length; count++)
		utf8_next(text, &at);
	Text parts[] = {text_cut(text, 0, at), TEXT("…")};
	return at < text.length ? text_join(arena, parts, 2) : text;
}

static Text amount(Arena *arena, const Entry *entry)
{
	return entry != NULL ? swedish_amount_bare(arena, entry->value) : TEXT("–");
}

static Text share(Arena *arena, const Entry *entry)
{
	return entry != NULL ? swedish_percent(arena, entry->value, entry->decimals) : TEXT("–");
}

static Text period(Arena *arena, const PortfolioCase *c)
{
	Text parts[] = {swedish_date_short(arena, c->from), TEXT(" – "),
	                swedish_date_short(arena, c->to)};
	return date_is_given(c->from) ? text_join(arena, parts, 3) : TEXT("–");
}

static void put_padding(Buffer *out, size_t count)
{
	while (count-- > 0)
		buffer_put_byte(out, ' ');
}

static void put_line(Buffer *out, const Line *line, const size_t *widths)
{
	for (size_t c = 0; c < COLUMNS; c++) {
		size_t padding = widths[c] - width(line->cells[c]);
		bool last = c + 1 == COLUMNS;
		if (c >= FIRST_NUMBER)
			put_padding(out, padding);
		buffer_put(out, line->cells[c]);
		if (c < FIRST_NUMBER)
			put_padding(out, padding);
		buffer_put(out, last ? TEXT("\n") : TEXT("  "));
	}
}

Text survey_text(Arena *arena, const Portfolio *portfolio)
{
	Line *lines = ARENA_ARRAY(arena, Line, portfolio->count + 2);
	size_t count = 0, widths[COLUMNS] = {0};
	lines[count++] = (Line){{TEXT("Ärende"), TEXT("Period"), TEXT("Bidrag per år"),
	                         TEXT("Omfattning per år"), TEXT("Offentlig andel")}};
	for (size_t i = 0; i < portfolio->count; i++) {
		const PortfolioCase *c = &portfolio->items[i];
		lines[count++] = (Line){{shortened(arena, c->name), period(arena, c),
		                         amount(arena, c->grant), amount(arena, c->scope),
		                         share(arena, c->share)}};
	}
	lines[count++] = (Line){{TEXT("Summa"), TEXT(""), amount(arena, portfolio->grant),
	                         amount(arena, portfolio->scope), share(arena, portfolio->share)}};
	for (size_t i = 0; i < count; i++)
		for (size_t c = 0; c < COLUMNS; c++)
			if (width(lines[i].cells[c]) > widths[c])
				widths[c] = width(lines[i].cells[c]);
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < count; i++)
		put_line(&out, &lines[i], widths);
	return buffer_text(&out);
}
