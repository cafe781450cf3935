/* Inputs: reading what cases share, and the files that a case asks for. */
#include "inputs.h"

#include "appearance.h"
#include "base/digest.h"
#include "base/limits.h"
#include "model/bind.h"
#include "model/resolve.h"
#include "template/check.h"
#include "yaml/reader.h"

/* Fonts and colour profiles are larger than any text that a person writes. Texts are read so far
 * too, so that source_open can tell how large one is that is too large. */
enum { FILE_BYTES = 16 << 20 };

/* Paths. */

Text path_join(Arena *arena, Text folder, Text name)
{
	if (folder.length == 0)
		return name;
	Text parts[] = {folder, text_ends(folder, TEXT("/")) ? TEXT("") : TEXT("/"), name};
	return text_join(arena, parts, 3);
}

static size_t last_of(Text text, char byte)
{
	for (size_t i = text.length; i > 0; i--)
		if (text.bytes[i - 1] == byte)
			return i - 1;
	return TEXT_NOWHERE;
}

Text path_folder(Text path)
{
	size_t slash = last_of(path, '/');
	return slash == TEXT_NOWHERE ? (Text){0} : text_cut(path, 0, slash == 0 ? 1 : slash);
}

Text path_stem(Text path)
{
	size_t slash = last_of(path, '/');
	Text name = slash == TEXT_NOWHERE ? path : text_after(path, slash + 1);
	size_t dot = last_of(name, '.');
	return dot == TEXT_NOWHERE || dot == 0 ? name : text_cut(name, 0, dot);
}

/* Files. */

static bool read_bytes(Arena *arena, const Host *host, Text path, size_t maximum, Span asked,
                       Diagnostics *diagnostics, bool *unreadable, Text *bytes)
{
	HostFault fault = host->read(host->context, arena, path, maximum, bytes);
	if (fault == HOST_OK)
		return true;
	*unreadable = true;
	diagnose(diagnostics, FILE_UNREADABLE, asked, path, host_cause(fault));
	return false;
}

const Source *inputs_read_source(Arena *arena, const Host *host, Text path, Span asked,
                                 Diagnostics *diagnostics, bool *unreadable)
{
	Text bytes = {0};
	if (!read_bytes(arena, host, path, FILE_BYTES, asked, diagnostics, unreadable, &bytes))
		return NULL;
	return source_open(arena, path, bytes, LIMIT_SOURCE_BYTES, diagnostics);
}

void inputs_remember(Arena *arena, InputFiles *files, InputRole role, Text name, Text bytes)
{
	for (size_t i = 0; i < files->count; i++)
		if (text_equal(files->items[i].name, name))
			return;
	*ARENA_PUSH(arena, files) = (InputFile){role, name, bytes, digest_of(arena, bytes)};
}

typedef struct InputReading {
	Arena *arena;
	const Job *job;
	Inputs *inputs;
	Diagnostics *diagnostics;
} InputReading;

static const Source *read_source(const InputReading *r, Text folder, Text name)
{
	return inputs_read_source(r->arena, r->job->host, path_join(r->arena, folder, name),
	                          (Span){0}, r->diagnostics, &r->inputs->unreadable);
}

static void remember(const InputReading *r, InputRole role, Text folder, const Source *source)
{
	size_t slash = source->path.length;
	while (slash > 0 && source->path.bytes[slash - 1] != '/')
		slash--;
	inputs_remember(r->arena, &r->inputs->files, role,
	                path_join(r->arena, folder, text_after(source->path, slash)),
	                source_written(source));
}

/* A folder that is not there has no files; that is a fault of one that has to be. */
static HostNames list_files(const InputReading *r, Text folder, Text ending, bool required)
{
	const Host *host = r->job->host;
	HostNames names = {0};
	HostFault fault = host->list(host->context, r->arena, folder, ending, &names);
	if (fault != HOST_OK && (required || fault != HOST_NOT_FOUND)) {
		r->inputs->unreadable = true;
		diagnose(r->diagnostics, FILE_UNREADABLE, (Span){0}, folder, host_cause(fault));
	}
	return names;
}

static void read_register(const InputReading *r)
{
	Text folder = r->job->register_folder;
	HostNames names = list_files(r, folder, TEXT(".yaml"), true);
	Binder binder = {.arena = r->arena, .diagnostics = r->diagnostics};
	for (size_t i = 0; i < names.count; i++) {
		const Source *source = read_source(r, folder, names.items[i]);
		const YamlNode *root =
		        source != NULL ? yaml_read(r->arena, source, r->diagnostics) : NULL;
		if (source != NULL)
			remember(r, INPUT_REGISTER, TEXT("register"), source);
		if (root != NULL)
			bind_record(&binder, &record_register, root, root->span,
			            &r->inputs->shared);
	}
	resolve_register(&r->inputs->shared, r->diagnostics);
}

static void read_blocks(const InputReading *r)
{
	Text folder = path_join(r->arena, r->job->templates_folder, TEXT("block"));
	HostNames names = list_files(r, folder, TEXT(".md"), false);
	for (size_t i = 0; i < names.count; i++)
		template_block_read(r->arena, read_source(r, folder, names.items[i]),
		                    path_stem(names.items[i]), &r->inputs->templates,
		                    r->diagnostics);
}

static void read_types(const InputReading *r, Text folder, bool required)
{
	HostNames names = list_files(r, folder, TEXT(".md"), required);
	for (size_t i = 0; i < names.count; i++) {
		const Source *source = read_source(r, folder, names.items[i]);
		if (source == NULL)
			continue;
		if (r->job->manual)
			remember(r, INPUT_SHARED, TEXT("templates/manual"), source);
		else
			remember(r, INPUT_TEMPLATE, TEXT("templates"), source);
		template_read(r->arena, source, path_stem(names.items[i]), &r->inputs->templates,
		              r->diagnostics);
	}
}

/* The manual's template has a folder of its own, so that no case can ask for it; where there is no
 * case, it is checked with the others. */
static void read_templates(const InputReading *r)
{
	const Job *job = r->job;
	Text folder = job->templates_folder;
	if (!job->manual)
		read_types(r, folder, true);
	if (job->manual || job->case_count == 0)
		read_types(r, path_join(r->arena, folder, TEXT("manual")), job->manual);
	read_blocks(r);
	const Source *words = read_source(r, folder, TEXT("tabeller.yaml"));
	if (words != NULL) {
		remember(r, INPUT_SHARED, TEXT("templates"), words);
		template_words_read(r->arena, words, &r->inputs->templates, r->diagnostics);
	}
	templates_check(r->arena, &r->inputs->templates, r->diagnostics);
	const Source *sheet = read_source(r, folder, TEXT("style.css"));
	if (sheet != NULL)
		r->inputs->style_sheet = sheet->bytes;
	const Source *overview =
	        job->task == TASK_PORTFOLIO ? read_source(r, folder, TEXT("overview.css")) : NULL;
	if (overview != NULL)
		r->inputs->overview_sheet = overview->bytes;
}

bool inputs_read(Arena *arena, const Job *job, Inputs *inputs, Diagnostics *diagnostics)
{
	InputReading r = {arena, job, inputs, diagnostics};
	read_register(&r);
	read_templates(&r);
	const Source *layout = read_source(&r, job->templates_folder, TEXT("layout.yaml"));
	if (layout != NULL) {
		remember(&r, INPUT_SHARED, TEXT("templates"), layout);
		appearance_read(arena, job, layout, inputs, diagnostics);
	}
	return diagnostics->errors == 0;
}

void inputs_close(Inputs *inputs)
{
	if (inputs->pdf != NULL)
		pdf_close(inputs->pdf);
	inputs->pdf = NULL;
}

/* Files that a case asks for. */

bool is_plain_name(Text name)
{
	return name.length > 0 && name.length < 256 && name.bytes[0] != '.' &&
	       text_find(name, TEXT("/"), 0) == TEXT_NOWHERE &&
	       text_find(name, TEXT("\\"), 0) == TEXT_NOWHERE;
}

static const Source *load(void *context, Text name, Span asked)
{
	CaseFiles *files = context;
	if (!is_plain_name(name)) {
		diagnose(files->diagnostics, NAME_NOT_PLAIN, asked, name);
		return NULL;
	}
	const Source *source = inputs_read_source(files->arena, files->job->host,
	                                          path_join(files->arena, files->folder, name),
	                                          asked, files->diagnostics, files->unreadable);
	if (source != NULL)
		inputs_remember(files->arena, &files->files, INPUT_CASE, name,
		                source_written(source));
	return source;
}

Loader inputs_loader(CaseFiles *files)
{
	return (Loader){load, files};
}
