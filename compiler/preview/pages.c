/* Pages: addresses, their types, and the state. */
#include "preview/pages.h"

#include "base/json.h"
#include "base/sort.h"
#include "describe.h"
#include "inputs.h"

/* What the pages may do. The shell: its own script, style, state and frames, and nothing that is
 * written as text may become any of them. A document has its own policy in it; no page from
 * elsewhere may have it in a frame. */
static const Text shell_policy = TEXT_INIT(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src "
        "'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'");
static const Text document_policy = TEXT_INIT("frame-ancestors 'self'");

/* The kinds of files that are given. */
static const struct {
	Text ending, type;
} types[] = {{TEXT_INIT(".html"), TEXT_INIT("text/html; charset=utf-8")},
             {TEXT_INIT(".pdf"), TEXT_INIT("application/pdf")},
             {TEXT_INIT(".md"), TEXT_INIT("text/markdown; charset=utf-8")},
             {TEXT_INIT(".txt"), TEXT_INIT("text/plain; charset=utf-8")},
             {TEXT_INIT(".csv"), TEXT_INIT("text/csv; charset=utf-8")},
             {TEXT_INIT(".ics"), TEXT_INIT("text/calendar; charset=utf-8")},
             {TEXT_INIT(".json"), TEXT_INIT("application/json")}};

static Text type_of(Text file)
{
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
		if (text_ends(file, types[i].ending))
			return types[i].type;
	return (Text){0};
}

/* The shell's own files. */
static const struct {
	Text path, file, type;
} shell[] = {
        {TEXT_INIT("/"), TEXT_INIT("preview.html"), TEXT_INIT("text/html; charset=utf-8")},
        {TEXT_INIT("/-/preview.js"), TEXT_INIT("preview.js"),
         TEXT_INIT("text/javascript; charset=utf-8")},
        {TEXT_INIT("/-/preview.css"), TEXT_INIT("preview.css"),
         TEXT_INIT("text/css; charset=utf-8")},
        {TEXT_INIT("/-/icon.svg"), TEXT_INIT("icon.svg"), TEXT_INIT("image/svg+xml")},
};

static bool answer_shell(const Pages *pages, Arena *arena, Text path, WebAnswer *answer)
{
	for (size_t i = 0; i < sizeof shell / sizeof shell[0]; i++) {
		if (!text_equal(path, shell[i].path))
			continue;
		answer->type = shell[i].type;
		answer->policy = shell_policy;
		answer->folder = path_join(arena, pages->job->templates_folder, TEXT("preview"));
		answer->file = shell[i].file;
		return true;
	}
	return false;
}

/* The state. */

static void put_document(Json *json, const TargetDocument *document)
{
	json_begin(json, '{');
	json_text_at(json, TEXT("file"), document->file);
	json_text_at(json, TEXT("key"), document->key);
	json_integer_at(json, TEXT("pages"), document->pages);
	json_text_at(json, TEXT("html"), document->html);
	json_text_at(json, TEXT("pdf"), document->pdf);
	json_end(json, '}');
}

static void put_case(Json *json, const Targets *targets, const Target *target)
{
	json_begin(json, '{');
	json_text_at(json, TEXT("name"), target->name);
	json_text_at(json, TEXT("file"), target->path);
	json_key(json, TEXT("current"));
	json_boolean(json, target_is_current(targets, target));
	json_integer_at(json, TEXT("errors"), (int64_t)target->errors);
	json_integer_at(json, TEXT("warnings"), (int64_t)target->warnings);
	json_key(json, TEXT("diagnostics"));
	json_raw(json, target->report);
	json_key(json, TEXT("documents"));
	json_begin(json, '[');
	for (size_t i = 0; i < target->documents.count; i++)
		put_document(json, &target->documents.items[i]);
	json_end(json, ']');
	json_end(json, '}');
}

static int name_order(const void *a, const void *b)
{
	const Target *const *one = a, *const *other = b;
	return text_order((*one)->name, (*other)->name);
}

/* In the order of their names, whenever they came. */
static void put_cases(Json *json, const Targets *targets)
{
	Arena *arena = json->out->arena;
	const Target **cases = ARENA_ARRAY(arena, const Target *, targets->count);
	size_t count = 0;
	for (size_t i = 0; i < targets->count; i++)
		if (targets->items[i]->kind == TARGET_CASE && !targets->items[i]->gone)
			cases[count++] = targets->items[i];
	sort_stable(arena, cases, count, sizeof(const Target *), name_order);
	json_key(json, TEXT("cases"));
	json_begin(json, '[');
	for (size_t i = 0; i < count; i++)
		put_case(json, targets, cases[i]);
	json_end(json, ']');
}

static void put_findings(Json *json, const Targets *targets, Text key, TargetKind kind)
{
	json_key(json, key);
	for (size_t i = 0; i < targets->count; i++)
		if (targets->items[i]->kind == kind)
			json_raw(json, targets->items[i]->report);
}

static bool has_index(const Pages *pages, Arena *arena)
{
	const Host *host = pages->job->host;
	HostNames names = {0};
	host->list(host->context, arena, pages->job->output_folder, TEXT(".html"), &names);
	for (size_t i = 0; i < names.count; i++)
		if (text_equal(names.items[i], TEXT("index.html")))
			return true;
	return false;
}

static Text version_of(const Pages *pages, Arena *arena)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put_integer(&out, pages->started);
	buffer_put_byte(&out, '.');
	buffer_put_integer(&out, pages->version);
	return buffer_text(&out);
}

static Text state(const Pages *pages, Arena *arena)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	Json json = json_new(&out);
	json_begin(&json, '{');
	json_text_at(&json, TEXT("version"), version_of(pages, arena));
	json_key(&json, TEXT("making"));
	json_boolean(&json, targets_are_making(pages->targets));
	json_key(&json, TEXT("index"));
	json_boolean(&json, has_index(pages, arena));
	put_findings(&json, pages->targets, TEXT("shared"), TARGET_SHARED);
	put_findings(&json, pages->targets, TEXT("between"), TARGET_PORTFOLIO);
	put_cases(&json, pages->targets);
	json_end(&json, '}');
	return buffer_text(&out);
}

static bool is_code(Text word)
{
	for (int code = 0; code < DIAGNOSTIC_CODES; code++)
		if (text_equal(diagnostic_kind((DiagnosticCode)code)->name, word))
			return true;
	return false;
}

/* What "overens explain" says to the output stream. */
static Text explanation(const Pages *pages, Arena *arena, Text code)
{
	Trace trace;
	const Host *host = trace_open(&trace, arena, pages->job->host, pages->job->output_folder);
	describe(host, DESCRIBE_DIAGNOSTIC, code);
	return buffer_text(&trace.said);
}

/* Addresses. */

static void answer_own(const Pages *pages, Arena *arena, const WebRequest *request,
                       WebAnswer *answer)
{
	if (text_equal(request->path, TEXT("/-/state"))) {
		answer->later =
		        !request->woken && text_equal(request->after, version_of(pages, arena));
		answer->type = TEXT("application/json");
		answer->bytes = state(pages, arena);
	} else if (text_equal(request->path, TEXT("/-/code")) && is_code(request->code)) {
		answer->type = TEXT("text/plain; charset=utf-8");
		answer->bytes = explanation(pages, arena, request->code);
	}
}

/* A file that may be given; what folders it is in, the web looks at once more. */
static void answer_document(const Pages *pages, Text path, WebAnswer *answer)
{
	Text file = text_after(path, 1);
	size_t slash = text_find(file, TEXT("/"), 0);
	const Target *target = targets_find(pages->targets, text_cut(file, 0, slash));
	if ((slash != TEXT_NOWHERE && target == NULL) || type_of(file).length == 0)
		return;
	if (target != NULL)
		pages->targets->shown = target->name;
	answer->folder = pages->job->output_folder;
	answer->file = file;
	answer->type = type_of(file);
	answer->policy = document_policy;
}

void pages_answer(void *context, Arena *arena, const WebRequest *request, WebAnswer *answer)
{
	const Pages *pages = context;
	if (!answer_shell(pages, arena, request->path, answer))
		answer_own(pages, arena, request, answer);
	if (answer->type.length == 0)
		answer_document(pages, request->path, answer);
	if (answer->type.length == 0)
		*answer = (WebAnswer){.status = 404,
		                      .type = TEXT("text/plain; charset=utf-8"),
		                      .bytes = TEXT("Sidan finns inte.\n")};
}
