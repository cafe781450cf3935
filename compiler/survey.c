/* Survey: reading cases for a portfolio, and showing it as text. */
#include "survey.h"

#include "base/buffer.h"
#include "base/swedish.h"
#include "base/utf8.h"
#include "economics/calculate.h"
#include "model/case.h"
#include "template/template.h"
#include "yaml/reader.h"

/* What has no template gets no document; that is told when the case is compiled. */
static void copy_documents(const Survey *survey, PortfolioCase *c, const Agreement *agreement)
{
	const DocumentPlan *plans = agreement->documents.items;
	c->documents = ARENA_ARRAY(survey->arena, PortfolioDocument, agreement->documents.count);
	for (size_t i = 0; i < agreement->documents.count; i++) {
		const Template *template =
		        template_find(&survey->inputs->templates, plans[i].key.text);
		if (template != NULL)
			c->documents[c->document_count++] =
			        (PortfolioDocument){template->head.key.text, template->file};
	}
}

/* The source is read into the portfolio's arena, all else into one that is released. */
static void survey_case(const Survey *survey, Portfolio *portfolio, Text path, bool told)
{
	Arena arena = {.source = survey->job->host->memory};
	Diagnostics own = {.arena = &arena};
	Agreement agreement = {0};
	const Source *source =
	        inputs_read_source(survey->arena, survey->job->host, path, survey->asked,
	                           told ? &own : survey->diagnostics, survey->unreadable);
	/* The case that asks is remembered by who compiles it, as its own. */
	if (source != NULL && survey->files != NULL && !told) {
		Text name[] = {TEXT("agreements/"), path_stem(path), TEXT(".yaml")};
		inputs_remember(survey->arena, survey->files, INPUT_SHARED,
		                text_join(survey->arena, name, 3), source_written(source));
	}
	const YamlNode *root = source != NULL ? yaml_read(&arena, source, &own) : NULL;
	const Ledger *ledger = NULL;
	if (root != NULL) {
		case_read(&arena, root, &survey->inputs->shared, false, &agreement, &own);
		ledger = economics_calculate(&arena, &agreement, &own);
	}
	if (ledger != NULL && own.errors == 0) {
		PortfolioCase *c = portfolio_add(portfolio, path_stem(path), &agreement, ledger);
		copy_documents(survey, c, &agreement);
	} else if (source != NULL && !told) {
		diagnose(survey->diagnostics, CASE_LEFT_OUT, survey->asked, path);
		*ARENA_PUSH(survey->arena, &portfolio->left_out) = path;
	}
	arena_release(&arena);
}

Portfolio survey_cases(const Survey *survey, const Text *paths, size_t count)
{
	Portfolio portfolio = portfolio_new(survey->arena, survey->diagnostics);
	for (size_t i = 0; i < count; i++)
		survey_case(survey, &portfolio, paths[i], survey->told);
	portfolio_sum(&portfolio);
	return portfolio;
}

/* A case is compiled whatever its file's name ends in, but only these are looked for beside it. */
static HostNames names_beside(const Survey *survey, Text folder, Text own)
{
	const Host *host = survey->job->host;
	Text place = folder.length > 0 ? folder : TEXT(".");
	HostNames names = {0};
	HostFault fault = host->list(host->context, survey->arena, place, TEXT(".yaml"), &names);
	if (fault != HOST_OK) {
		*survey->unreadable = true;
		diagnose(survey->diagnostics, FILE_UNREADABLE, survey->asked, place,
		         host_cause(fault));
		names.count = 0;
	}
	for (size_t i = 0; i < names.count; i++)
		if (text_equal(names.items[i], own))
			return names;
	*ARENA_PUSH(survey->arena, &names) = own;
	return names;
}

Portfolio survey_folder(const Survey *survey, Text path)
{
	Text folder = path_folder(path);
	Text own = text_after(path, folder.length);
	while (text_starts(own, TEXT("/")))
		own = text_after(own, 1);
	Portfolio portfolio = portfolio_new(survey->arena, survey->diagnostics);
	HostNames names = names_beside(survey, folder, own);
	for (size_t i = 0; i < names.count; i++)
		survey_case(survey, &portfolio, path_join(survey->arena, folder, names.items[i]),
		            text_equal(names.items[i], own));
	portfolio_sum(&portfolio);
	return portfolio;
}

/* As text. */

enum { COLUMNS = 7, FIRST_NUMBER = 4, NAME_WIDTH = 40 };

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

static Text civil_parties(Arena *arena, const PortfolioCase *c)
{
	Text *names = ARENA_ARRAY(arena, Text, c->party_count + 1);
	size_t count = 0;
	for (size_t i = 0; i < c->party_count; i++)
		if (c->parties[i].civil)
			names[count++] = c->parties[i].short_name;
	return count > 0 ? shortened(arena, swedish_list(arena, names, count)) : TEXT("–");
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
	lines[count++] =
	        (Line){{TEXT("Ärende"), TEXT("Idéburna parter"), TEXT("Nämnd"), TEXT("Period"),
	                TEXT("Bidrag per år"), TEXT("Omfattning per år"), TEXT("Offentlig andel")}};
	for (size_t i = 0; i < portfolio->count; i++) {
		const PortfolioCase *c = &portfolio->items[i];
		lines[count++] = (Line){{shortened(arena, c->name), civil_parties(arena, c),
		                         c->board.length > 0 ? c->board : TEXT("–"),
		                         portfolio_period(arena, c), amount(arena, c->grant),
		                         amount(arena, c->scope), share(arena, c->share)}};
	}
	lines[count++] = (Line){{TEXT("Summa"), TEXT(""), TEXT(""), TEXT(""),
	                         amount(arena, portfolio->grant), amount(arena, portfolio->scope),
	                         share(arena, portfolio->share)}};
	for (size_t i = 0; i < count; i++)
		for (size_t c = 0; c < COLUMNS; c++)
			if (width(lines[i].cells[c]) > widths[c])
				widths[c] = width(lines[i].cells[c]);
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < count; i++)
		put_line(&out, &lines[i], widths);
	return buffer_text(&out);
}
