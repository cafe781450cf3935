/* Compile: the pipeline, from a case's YAML to its documents, on one page. */
#include "compile.h"

#include "base/buffer.h"
#include "base/limits.h"
#include "base/sort.h"
#include "base/utf8.h"
#include "companions.h"
#include "document/document.h"
#include "economics/calculate.h"
#include "economics/explain.h"
#include "economics/table.h"
#include "html/writer.h"
#include "inputs.h"
#include "linked_data.h"
#include "lint/lint.h"
#include "manual/manual.h"
#include "markdown/writer.h"
#include "model/case.h"
#include "model/gaps.h"
#include "pdf/pdf.h"
#include "provenance.h"
#include "publish.h"
#include "source/suggest.h"
#include "survey.h"
#include "tell.h"
#include "template/companion.h"
#include "template/expand.h"
#include "yaml/reader.h"

/* One case on its way. */
typedef struct Case {
	Arena *arena;
	const Job *job;
	Inputs *inputs;
	Text path;
	Text name;            /* of its folder under out/ */
	const Source *source; /* its YAML */
	Diagnostics *diagnostics;
	Agreement agreement;
	Ledger *ledger;
	Lint *lint;
	const ComputedTable **free_tables;
	Portfolio *portfolio; /* read when a table asks for it */
	InputFiles portfolio_files;
	CompanionTexts companions;
	HostFile *items; /* ready to be written */
	size_t count;
	size_t capacity;
	Buffer summary;  /* "tjänsteskrivelse 3 sidor, protokoll.txt" */
	bool has_faults; /* before its documents were begun */
	Shown shown;     /* by its documents */
	bool unreadable; /* something could not be read, or shown */
} Case;

/* Shows a stage that was asked for. Output that is lost must not pass for output that was made. */
static void show(Case *c, Text text)
{
	const Host *host = c->job->host;
	c->unreadable = !host->say(host->context, HOST_OUTPUT, text) || c->unreadable;
}

/* What all cases of a run have in common. */
typedef struct Run {
	Arena *arena;
	const Job *job;
	Inputs inputs;
	Report report;
} Run;

static Text number(Arena *arena, int64_t value)
{
	Buffer digits = buffer_new(arena, 32);
	buffer_put_integer(&digits, value);
	return buffer_text(&digits);
}

/* Source to ledger. */

static bool read_case(Case *c)
{
	const Source *source = c->source = inputs_read_source(
	        c->arena, c->job->host, c->path, (Span){0}, c->diagnostics, &c->unreadable);
	const YamlNode *root = source != NULL ? yaml_read(c->arena, source, c->diagnostics) : NULL;
	if (root == NULL)
		return false;
	c->source = source;
	case_read(c->arena, root, &c->inputs->shared, c->job->missing, &c->agreement,
	          c->diagnostics);
	c->ledger = economics_calculate(c->arena, &c->agreement, c->diagnostics);
	if (c->diagnostics->errors == 0)
		rule_of_thumb_check(&c->agreement, c->ledger, c->diagnostics);
	const FreeTable *tables = c->agreement.tables.items;
	c->free_tables =
	        ARENA_ARRAY(c->arena, const ComputedTable *, c->agreement.tables.count + 1);
	for (size_t i = 0; i < c->agreement.tables.count; i++) {
		Text path = path_below(c->arena, TEXT("tabeller"), tables[i].key.text);
		if (gaps_find_within(c->agreement.gaps, path) == NULL)
			c->free_tables[i] = free_table_make(c->ledger, &tables[i],
			                                    economics_decimals(&c->agreement));
	}
	if (c->diagnostics->errors == 0) {
		c->lint = lint_open(c->arena, &c->agreement, c->ledger, c->diagnostics);
		lint_case(c->lint);
	}
	return true;
}

/* Explanations. */

static void explain(Case *c)
{
	ExplainRequest request = {c->arena, &c->agreement, c->ledger};
	Buffer out = buffer_new(c->arena, BUFFER_MAXIMUM);
	Text name = c->job->value;
	const Entry *entry = ledger_find(c->ledger, name);
	if (name.length == 0)
		explain_all(&request, &out);
	else if (entry != NULL)
		explain_entry(&request, entry, &out);
	else
		explain_report_unknown(&request, name, c->diagnostics);
	show(c, buffer_text(&out));
}

/* Documents. */

static Text template_names(const Case *c)
{
	const TemplateSet *set = &c->inputs->templates;
	Buffer all = buffer_new(c->arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < set->count; i++) {
		buffer_put(&all, i > 0 ? TEXT(", ") : TEXT(""));
		buffer_put(&all, set->items[i].head.key.text);
	}
	return buffer_text(&all);
}

/* The template that a key without one was probably meant for, or NULL. */
static const Template *report_no_template(Case *c, const Key *key)
{
	const TemplateSet *set = &c->inputs->templates;
	if (companion_find(set, key->text) != NULL) {
		diagnose(c->diagnostics, COMPANION_ASKED, key->span, key->text);
		return NULL;
	}
	Text *names = ARENA_ARRAY(c->arena, Text, set->count + 1);
	for (size_t i = 0; i < set->count; i++)
		names[i] = set->items[i].head.key.text;
	return template_find(set,
	                     suggest_report(c->diagnostics, &(UnknownName){.name = key->text,
	                                                                   .span = key->span,
	                                                                   .names = names,
	                                                                   .count = set->count,
	                                                                   .near = NO_TEMPLATE_NEAR,
	                                                                   .far = NO_TEMPLATE}));
}

static void add_output(Case *c, const Template *template, Text ending, Text bytes)
{
	Text parts[] = {template->file, ending};
	*ARENA_PUSH(c->arena, c) = (HostFile){text_join(c->arena, parts, 2), bytes};
}

static void add_companions(Case *c)
{
	for (size_t i = 0; i < c->companions.count; i++) {
		HostFile file = {companion_file(c->arena, &c->companions, i),
		                 c->companions.items[i].bytes};
		*ARENA_PUSH(c->arena, c) = file;
		buffer_put(&c->summary, TEXT(", "));
		buffer_put(&c->summary, file.name);
	}
}

/* What page headers say is in no node: where that which has a character is written. What templates
 * say has been looked at before any case. */
static Span header_origin(const Case *c, Text character)
{
	const Department *department = c->agreement.matter.department;
	const TextValue *const parts[] = {
	        &c->agreement.matter.diary_number,
	        department != NULL ? &department->name : NULL,
	        &c->inputs->shared.municipality.name,
	};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (parts[i] != NULL && text_find(parts[i]->text, character, 0) != TEXT_NOWHERE)
			return parts[i]->span;
	return (Span){0};
}

/* The character's own place, where its node's origin holds it. */
static Span glyph_place(const Case *c, const PdfMissingGlyph *missing)
{
	char bytes[4];
	Text character = {bytes, utf8_encode(missing->codepoint, bytes)};
	Span origin = missing->node != NULL ? missing->node->origin : header_origin(c, character);
	if (origin.source == NULL)
		return origin;
	size_t at = text_find(span_text(origin), character, 0);
	if (at == TEXT_NOWHERE)
		return origin;
	return span_of(origin.source, origin.first + at, origin.first + at + character.length);
}

static void report_missing_glyphs(Case *c, const PdfResult *result)
{
	for (size_t i = 0; i < result->missing_count; i++) {
		const PdfMissingGlyph *missing = &result->missing[i];
		Buffer character = buffer_new(c->arena, 8), code = buffer_new(c->arena, 16);
		buffer_put_codepoint(&character, missing->codepoint);
		buffer_put_hex(&code, missing->codepoint, 4);
		diagnose(c->diagnostics, GLYPH_MISSING, glyph_place(c, missing),
		         buffer_text(&character), buffer_text(&code));
	}
}

static Text write_pdf(Case *c, const Template *template, const Document *document)
{
	PdfResult result = {0};
	Text key = template->head.key.text;
	if (!pdf_write(c->inputs->pdf, c->arena, document, &result)) {
		if (result.fault.kind == PDF_TOO_MANY_PAGES)
			diagnose(c->diagnostics, TOO_MANY_PAGES, (Span){0}, key,
			         number(c->arena, LIMIT_PAGES));
		else
			diagnose(c->diagnostics, PDF_FAILED, (Span){0}, key);
		return (Text){0};
	}
	report_missing_glyphs(c, &result);
	buffer_put(&c->summary, c->summary.length > 0 ? TEXT(", ") : TEXT(""));
	buffer_put(&c->summary, key);
	buffer_put_byte(&c->summary, ' ');
	buffer_put_integer(&c->summary, result.pages);
	buffer_put(&c->summary, result.pages == 1 ? TEXT(" sida") : TEXT(" sidor"));
	if (c->job->made != NULL)
		c->job->made(c->job->made_context,
		             &(MadeDocument){key, template->file, result.pages});
	return result.bytes;
}

/* The document says and carries what it was made from. */
static void attach_provenance(Case *c, const Template *template, const CaseFiles *files,
                              Document *document)
{
	InputFiles own = {0};
	Text yaml[] = {c->name, TEXT(".yaml")};
	inputs_remember(c->arena, &own, INPUT_CASE, text_join(c->arena, yaml, 2),
	                source_written(c->source));
	for (size_t i = 0; i < files->files.count; i++)
		*ARENA_PUSH(c->arena, &own) = files->files.items[i];
	for (size_t i = 0; i < c->portfolio_files.count; i++)
		*ARENA_PUSH(c->arena, &own) = c->portfolio_files.items[i];
	provenance_attach(&(Provenance){.document = template->head.key.text,
	                                .template_file = template->file,
	                                .shared = &c->inputs->files,
	                                .own = &own,
	                                .ledger = c->ledger},
	                  document);
}

/* The PDF is made first: it needs much memory on the way, which the others then have. */
static void write_document(Case *c, const Template *template, const Document *document)
{
	Text pdf = write_pdf(c, template, document);
	add_output(c, template, TEXT(".md"), markdown_write(c->arena, document));
	add_output(c, template, TEXT(".html"),
	           html_write(c->arena, document, c->inputs->style_sheet));
	add_output(c, template, TEXT(".pdf"), pdf);
}

static const Portfolio *portfolio_of(void *context, Span asked)
{
	Case *c = context;
	if (c->portfolio == NULL) {
		c->portfolio = ARENA_NEW(c->arena, Portfolio);
		*c->portfolio = survey_folder(&(Survey){.arena = c->arena,
		                                        .job = c->job,
		                                        .inputs = c->inputs,
		                                        .diagnostics = c->diagnostics,
		                                        .asked = asked,
		                                        .unreadable = &c->unreadable,
		                                        .files = &c->portfolio_files},
		                              c->path);
	}
	return c->portfolio;
}

static void read_file(void *context, const Source *source, const DocumentPlan *plan,
                      const Section *section)
{
	const Case *c = context;
	lint_file(c->lint, source, plan, section);
}

static void remember_block(void *context, const TextBlock *block)
{
	CaseFiles *files = context;
	Text parts[] = {TEXT("templates/block/"), block->name, TEXT(".md")};
	if (block->source != NULL)
		inputs_remember(files->arena, &files->files, INPUT_SHARED,
		                text_join(files->arena, parts, 3), source_written(block->source));
}

static void make_document(Case *c, CaseFiles *files, const DocumentPlan *plan)
{
	Loader loader = inputs_loader(files);
	const Template *template = template_find(&c->inputs->templates, plan->key.text);
	if (template == NULL)
		template = report_no_template(c, &plan->key);
	if (template == NULL)
		return;
	Manual manual = {.help = c->job->help, .example = c->source};
	ExpandRequest request = {
	        .arena = c->arena,
	        .templates = &c->inputs->templates,
	        .agreement = &c->agreement,
	        .ledger = c->ledger,
	        .free_tables = c->free_tables,
	        .loader = &loader,
	        .diagnostics = c->diagnostics,
	        .portfolio = portfolio_of,
	        .portfolio_context = c,
	        .reference = manual_reference,
	        .reference_context = &manual,
	        .file_read = read_file,
	        .file_context = c,
	        .case_has_faults = c->has_faults,
	        .shown = &c->shown,
	        .block_used = remember_block,
	        .block_context = files,
	};
	/* What other documents of the case have asked for is not this one's. */
	files->files = (InputFiles){0};
	Document *document = expand_document(&request, template, plan);
	document->facts.file = template->file;
	if (c->job->show == STAGE_DOCUMENT)
		show(c, document_dump(c->arena, document));
	if (c->diagnostics->errors > 0)
		return;
	document->facts.logotype = c->inputs->logotype;
	if (!template->head.manual.value)
		document->facts.linked_data = linked_data_of(c->arena, &c->agreement, plan,
		                                             template->head.type.text, c->ledger);
	attach_provenance(c, template, files, document);
	write_document(c, template, document);
	companions_make(&request, template, plan, &c->companions);
}

static void make_documents(Case *c)
{
	CaseFiles files = {.arena = c->arena,
	                   .job = c->job,
	                   .folder = path_folder(c->path),
	                   .diagnostics = c->diagnostics,
	                   .unreadable = &c->unreadable};
	const DocumentPlan *plans = c->agreement.documents.items;
	c->has_faults = c->diagnostics->errors > 0;
	c->shown = shown_new(c->arena, &c->agreement);
	for (size_t i = 0; i < c->agreement.documents.count; i++)
		make_document(c, &files, &plans[i]);
	add_companions(c);
	if (c->diagnostics->errors == 0) {
		lint_end(c->lint);
		shown_check(&c->shown, &c->agreement, c->diagnostics);
	}
	if (c->agreement.documents.count > 0)
		return;
	diagnose(c->diagnostics, NO_DOCUMENTS, c->agreement.matter.span, template_names(c));
}

/* Writing. */

static bool commit_all(Case *c)
{
	const Host *host = c->job->host;
	Text folder = path_join(c->arena, c->job->output_folder, c->name);
	size_t failed = 0;
	HostFault fault = host->commit(host->context, folder, c->items, c->count, &failed);
	if (fault == HOST_OK)
		return true;
	Text place =
	        failed < c->count ? path_join(c->arena, folder, c->items[failed].name) : folder;
	diagnose(c->diagnostics, FILE_UNWRITABLE, (Span){0}, place, host_cause(fault));
	return false;
}

static void show_progress(Case *c, int64_t started)
{
	const Host *host = c->job->host;
	if (c->job->quiet || c->job->task != TASK_BUILD || is_for_machines(c->job))
		return;
	Buffer line = buffer_new(c->arena, BUFFER_MAXIMUM);
	buffer_put(&line, path_join(c->arena, c->job->output_folder, c->name));
	buffer_put(&line, TEXT(": "));
	buffer_put(&line, buffer_text(&c->summary));
	buffer_put(&line, TEXT(", "));
	buffer_put_integer(&line, host->milliseconds(host->context) - started);
	buffer_put(&line, TEXT(" ms\n"));
	host->say(host->context, HOST_ERRORS, buffer_text(&line));
}

/* What a draft lacks: a list when that was asked for, otherwise how much. */

static Text missing_summary(Case *c, size_t count)
{
	Text parts[] = {number(c->arena, (int64_t)count),
	                count == 1 ? TEXT(" uppgift saknas i ") : TEXT(" uppgifter saknas i "),
	                c->path,
	                TEXT(". Visa vad: overens check --missing "),
	                c->path,
	                TEXT("\n")};
	return text_join(c->arena, parts, 6);
}

static void list_missing(Run *run, Case *c)
{
	const Host *host = c->job->host;
	Gaps *gaps = c->agreement.gaps;
	Buffer lines = buffer_new(c->arena, BUFFER_MAXIMUM);
	gaps_sort(gaps);
	for (size_t i = 0; i < gaps->count; i++) {
		if (is_for_machines(c->job))
			report_add_json(&run->report, gaps->items[i].place,
			                gap_json(run->arena, &gaps->items[i]));
		else
			buffer_put(&lines, gap_line(c->arena, &gaps->items[i]));
	}
	if (gaps->count == 0 && !c->job->quiet && !is_for_machines(c->job)) {
		Text parts[] = {TEXT("Inget saknas i "), c->path, TEXT(".\n")};
		host->say(host->context, HOST_ERRORS, text_join(c->arena, parts, 3));
	}
	show(c, buffer_text(&lines));
}

static void tell_missing(Run *run, Case *c)
{
	const Host *host = c->job->host;
	const Gaps *gaps = c->agreement.gaps;
	if (gaps == NULL)
		return;
	if (c->job->missing)
		list_missing(run, c);
	else if (gaps->count > 0 && !c->job->quiet && !is_for_machines(c->job))
		host->say(host->context, HOST_ERRORS, missing_summary(c, gaps->count));
}

static ExitCode compile_case(Run *run, Text path)
{
	const Job *job = run->job;
	int64_t started = job->host->milliseconds(job->host->context);
	Arena arena = {.source = job->host->memory};
	Diagnostics diagnostics = {.arena = &arena};
	Case c = {
	        .arena = &arena,
	        .job = job,
	        .inputs = &run->inputs,
	        .path = path,
	        .name = path_stem(path),
	        .diagnostics = &diagnostics,
	        .summary = buffer_new(&arena, BUFFER_MAXIMUM),
	};
	ExitCode code = EXIT_DONE;
	if (read_case(&c)) {
		if (job->show == STAGE_LEDGER) {
			Buffer dump = buffer_new(&arena, BUFFER_MAXIMUM);
			ledger_dump(c.ledger, &dump);
			show(&c, buffer_text(&dump));
		}
		if (job->task == TASK_EXPLAIN)
			explain(&c);
		else
			make_documents(&c);
		if (job->missing)
			tell_missing(run, &c);
	}
	if (c.unreadable)
		code = EXIT_ACCESS;
	else if (diagnostics.errors > 0)
		code = EXIT_INPUT;
	else if (job->task == TASK_BUILD && !commit_all(&c))
		code = EXIT_ACCESS;
	else
		show_progress(&c, started);
	if (code == EXIT_DONE && job->task != TASK_EXPLAIN && !job->missing)
		tell_missing(run, &c);
	report_add(&run->report, &diagnostics);
	arena_release(&arena);
	return code;
}

static int by_stem(const void *a, const void *b)
{
	return text_order(path_stem(*(const Text *)a), path_stem(*(const Text *)b));
}

bool names_are_unique(const Job *job, Diagnostics *diagnostics)
{
	size_t count = job->task == TASK_BUILD || job->task == TASK_PORTFOLIO ? job->case_count : 0;
	Text *paths = ARENA_ARRAY(diagnostics->arena, Text, count + 1);
	for (size_t i = 0; i < count; i++)
		paths[i] = job->cases[i];
	sort_stable(diagnostics->arena, paths, count, sizeof *paths, by_stem);
	for (size_t i = 1; i < count; i++)
		if (by_stem(&paths[i - 1], &paths[i]) == 0)
			diagnose(diagnostics, SAME_OUTPUT, (Span){0}, paths[i], paths[i - 1]);
	return diagnostics->errors == 0;
}

/* What holds between the cases, when there are several. */
static ExitCode survey(Arena *arena, const Job *job, const Inputs *inputs, Diagnostics *diagnostics)
{
	const Host *host = job->host;
	bool unreadable = false;
	if (job->case_count < 2 && job->task != TASK_PORTFOLIO)
		return EXIT_DONE;
	Portfolio portfolio = survey_cases(&(Survey){.arena = arena,
	                                             .job = job,
	                                             .inputs = inputs,
	                                             .diagnostics = diagnostics,
	                                             .told = job->task != TASK_PORTFOLIO,
	                                             .unreadable = &unreadable},
	                                   job->cases, job->case_count);
	portfolio_check(&portfolio, &inputs->shared);
	if (job->task == TASK_PORTFOLIO && !unreadable &&
	    !publish(&(Publication){arena, job, inputs, &portfolio, diagnostics}))
		unreadable = true;
	if (job->task == TASK_PORTFOLIO && !job->quiet && !is_for_machines(job))
		unreadable =
		        !host->say(host->context, HOST_OUTPUT, survey_text(arena, &portfolio)) ||
		        unreadable;
	if (unreadable)
		return EXIT_ACCESS;
	return diagnostics->errors > 0 ? EXIT_INPUT : EXIT_DONE;
}

static ExitCode compile_cases(Run *run)
{
	const Job *job = run->job;
	ExitCode code = EXIT_DONE;
	for (size_t i = 0; job->task != TASK_PORTFOLIO && i < job->case_count; i++) {
		ExitCode one = compile_case(run, job->cases[i]);
		/* That something could not be read or written weighs heaviest. */
		code = one > code ? one : code;
	}
	return code;
}

/* When there is no case, what has been checked is what all cases share. */
static void show_checked(const Run *run)
{
	const Host *host = run->job->host;
	const TemplateSet *set = &run->inputs.templates;
	if (run->job->case_count > 0 || run->job->quiet || is_for_machines(run->job))
		return;
	size_t templates = set->count + set->companions.count;
	Text parts[] = {number(run->arena, (int64_t)templates), TEXT(" mallar, "),
	                number(run->arena, (int64_t)set->blocks.count),
	                TEXT(" textblock och registret är granskade.\n")};
	host->say(host->context, HOST_ERRORS, text_join(run->arena, parts, 4));
}

ExitCode compile(const Job *job)
{
	Arena arena = {.source = job->host->memory};
	Diagnostics diagnostics = {.arena = &arena};
	Run run = {.arena = &arena, .job = job, .report = report_new(&arena, report_form(job))};
	ExitCode code = EXIT_DONE;
	if (!inputs_read(&arena, job, &run.inputs, &diagnostics)) {
		code = run.inputs.unreadable ? EXIT_ACCESS : EXIT_INPUT;
	} else if (names_are_unique(job, &diagnostics)) {
		code = compile_cases(&run);
		ExitCode between = survey(&arena, job, &run.inputs, &diagnostics);
		code = between > code ? between : code;
		show_checked(&run);
	} else {
		code = EXIT_INPUT;
	}
	report_add(&run.report, &diagnostics);
	if (!report_tell(job, &run.report))
		code = EXIT_ACCESS;
	inputs_close(&run.inputs);
	arena_release(&arena);
	return code;
}
