/* New: names and documents as they were asked for, and the file that comes of them. */
#include "new.h"

#include "base/buffer.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "inputs.h"
#include "source/suggest.h"
#include "tell.h"
#include "template/skeleton.h"

typedef struct NewCase {
	Arena *arena;
	const Job *job;
	Inputs inputs;
	Diagnostics *diagnostics;
	const Template **documents;
	size_t document_count;
} NewCase;

/* Documents. */

/* A document by its template's key; or by the name of its file, for keyboards without å, ä and ö.
 */
static const Template *find_template(const NewCase *n, Text word)
{
	const TemplateSet *set = &n->inputs.templates;
	const Template *template = template_find(set, word);
	for (size_t i = 0; template == NULL && i < set->count; i++)
		if (text_equal(set->items[i].file, word))
			template = &set->items[i];
	return template;
}

static bool is_chosen(const NewCase *n, const Template *template)
{
	for (size_t i = 0; i < n->document_count; i++)
		if (n->documents[i] == template)
			return true;
	return false;
}

static void report_no_template(const NewCase *n, Text word)
{
	const TemplateSet *set = &n->inputs.templates;
	Text *keys = ARENA_ARRAY(n->arena, Text, set->count + 1);
	for (size_t i = 0; i < set->count; i++)
		keys[i] = set->items[i].head.key.text;
	suggest_report(n->diagnostics, &(UnknownName){.name = word,
	                                              .names = keys,
	                                              .count = set->count,
	                                              .near = NEW_DOCUMENT_NEAR,
	                                              .far = NEW_DOCUMENT});
}

static void choose_document(NewCase *n, Text word)
{
	const Template *template = find_template(n, word);
	if (template == NULL)
		report_no_template(n, word);
	else if (!is_chosen(n, template))
		n->documents[n->document_count++] = template;
}

/* The file. */

/* "Träffpunkt på torget" is written as traffpunkt-pa-torget.yaml. */
static Text file_name(NewCase *n, Text word)
{
	Text ending = TEXT(".yaml");
	Text stem = text_ends(word, ending) ? text_cut(word, 0, word.length - ending.length) : word;
	Text folded = utf8_ascii_folded(n->arena, stem);
	bool is_path = text_find(word, TEXT("/"), 0) != TEXT_NOWHERE ||
	               text_find(word, TEXT("\\"), 0) != TEXT_NOWHERE;
	bool any = false;
	for (size_t i = 0; i < folded.length; i++)
		any = any || folded.bytes[i] != '-';
	if (is_path || !any || text_starts(folded, TEXT("-"))) {
		diagnose(n->diagnostics, NEW_NAME, (Span){0}, word);
		return (Text){0};
	}
	Text parts[] = {folded, ending};
	return text_join(n->arena, parts, 2);
}

static bool is_free(const NewCase *n, Text path)
{
	const Host *host = n->job->host;
	Text bytes = {0};
	if (host->read(host->context, n->arena, path, LIMIT_SOURCE_BYTES, &bytes) == HOST_NOT_FOUND)
		return true;
	diagnose(n->diagnostics, NEW_FILE_EXISTS, (Span){0}, path);
	return false;
}

static bool write_file(const NewCase *n, Text name, Text path)
{
	const Host *host = n->job->host;
	Buffer out = buffer_new(n->arena, BUFFER_MAXIMUM);
	skeleton_write(&(SkeletonRequest){.arena = n->arena,
	                                  .shared = &n->inputs.shared,
	                                  .documents = n->documents,
	                                  .document_count = n->document_count,
	                                  .path = path},
	               &out);
	size_t failed = 0;
	HostFile file = {name, buffer_text(&out)};
	HostFault fault = host->commit(host->context, n->job->output_folder, &file, 1, &failed);
	if (fault != HOST_OK)
		diagnose(n->diagnostics, FILE_UNWRITABLE, (Span){0}, path, host_cause(fault));
	return fault == HOST_OK;
}

static void tell_written(const NewCase *n, Text path)
{
	Text parts[] = {path, TEXT(" är skriven. Fyll i den, och kör: make CASE="), path,
	                TEXT("\n")};
	const Host *host = n->job->host;
	if (!n->job->quiet && !is_for_machines(n->job))
		host->say(host->context, HOST_ERRORS, text_join(n->arena, parts, 4));
}

static ExitCode make_new(NewCase *n)
{
	const Job *job = n->job;
	if (!inputs_read(n->arena, job, &n->inputs, n->diagnostics))
		return n->inputs.unreadable ? EXIT_ACCESS : EXIT_INPUT;
	n->documents = ARENA_ARRAY(n->arena, const Template *, job->case_count + 1);
	for (size_t i = 0; i + 1 < job->case_count; i++)
		choose_document(n, job->cases[i]);
	Text name = file_name(n, job->cases[job->case_count - 1]);
	if (n->diagnostics->errors > 0)
		return EXIT_USAGE;
	Text path = path_join(n->arena, job->output_folder, name);
	if (!is_free(n, path) || !write_file(n, name, path))
		return EXIT_ACCESS;
	tell_written(n, path);
	return EXIT_DONE;
}

ExitCode new_case(const Job *job)
{
	Arena arena = {.source = job->host->memory};
	Diagnostics diagnostics = {.arena = &arena};
	Report report = report_new(&arena, report_form(job));
	NewCase n = {.arena = &arena, .job = job, .diagnostics = &diagnostics};
	ExitCode code = make_new(&n);
	report_add(&report, &diagnostics);
	if (!report_tell(job, &report))
		code = EXIT_ACCESS;
	inputs_close(&n.inputs);
	arena_release(&arena);
	return code;
}
