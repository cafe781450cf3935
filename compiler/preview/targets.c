/* Targets: making each, and finding out which have to be made. */
#include "preview/targets.h"

#include "inputs.h"

/* How long it has to be quiet after a change that ends a save, and after one that is in the middle
 * of it. An editor that never ends gets its page all the same. */
enum { QUIET_AFTER_SAVE = 50, QUIET_WITHIN_SAVE = 500, LONGEST_WAIT = 2000 };

static Target *add_target(Targets *targets, TargetKind kind, Text path)
{
	Target *target = ARENA_NEW(targets->arena, Target);
	path = text_copy(targets->arena, path);
	*target = (Target){.kind = kind,
	                   .path = path,
	                   .name = path_stem(path),
	                   .report = TEXT("[]"),
	                   .waiting = true,
	                   .findings = {.source = targets->arena->source},
	                   .last = {.source = targets->arena->source}};
	*ARENA_PUSH(targets->arena, targets) = target;
	return target;
}

Targets *targets_open(Arena *arena, const Job *job, Text folder)
{
	Targets *targets = ARENA_NEW(arena, Targets);
	*targets = (Targets){.arena = arena, .job = job, .folder = folder};
	if (job->case_count == 0)
		add_target(targets, TARGET_FOLDER, folder);
	add_target(targets, TARGET_SHARED, TEXT(""));
	add_target(targets, TARGET_PORTFOLIO, TEXT(""));
	for (size_t i = 0; i < job->case_count; i++)
		add_target(targets, TARGET_CASE, job->cases[i]);
	return targets;
}

void targets_close(Targets *targets)
{
	for (size_t i = 0; i < targets->count; i++) {
		arena_release(&targets->items[i]->findings);
		arena_release(&targets->items[i]->last);
	}
}

/* When. */

static void let_wait(Target *target, int64_t now, int64_t quiet)
{
	if (!target->waiting)
		target->since = now;
	target->waiting = true;
	target->due = now + quiet;
	if (target->due > target->since + LONGEST_WAIT)
		target->due = target->since + LONGEST_WAIT;
}

void targets_touch(Targets *targets, const TargetChange *change, int64_t now)
{
	int64_t quiet = change->complete ? QUIET_AFTER_SAVE : QUIET_WITHIN_SAVE;
	for (size_t i = 0; i < targets->count; i++) {
		Target *target = targets->items[i];
		if (!target->gone && (change->path.length == 0 ||
		                      trace_rests_on(&target->reads, change->path, change->names)))
			let_wait(target, now, quiet);
	}
}

/* Whether something that it rests on has to be made first, or mended. */
static bool is_held(const Targets *targets, const Target *target)
{
	for (size_t i = 0; i < targets->count; i++) {
		const Target *other = targets->items[i];
		if (!other->gone && other->kind < target->kind && (other->waiting || !other->sound))
			return true;
	}
	return false;
}

static bool is_before(const Targets *targets, const Target *a, const Target *b)
{
	if (b == NULL || a->kind != b->kind)
		return b == NULL || a->kind < b->kind;
	return text_equal(a->name, targets->shown) && !text_equal(b->name, targets->shown);
}

Target *targets_due(Targets *targets, int64_t now, int64_t *wait)
{
	Target *first = NULL;
	*wait = -1;
	for (size_t i = 0; i < targets->count; i++) {
		Target *target = targets->items[i];
		if (!target->waiting || target->gone || is_held(targets, target))
			continue;
		if (target->due <= now && is_before(targets, target, first))
			first = target;
		if (target->due > now && (*wait < 0 || target->due - now < *wait))
			*wait = target->due - now;
	}
	return first;
}

bool targets_are_making(const Targets *targets)
{
	for (size_t i = 0; i < targets->count; i++) {
		const Target *target = targets->items[i];
		if (target->waiting && !target->gone && !is_held(targets, target))
			return true;
	}
	return false;
}

bool target_is_current(const Targets *targets, const Target *target)
{
	return target->sound && !target->waiting && !is_held(targets, target);
}

const Target *targets_find(const Targets *targets, Text name)
{
	for (size_t i = 0; i < targets->count; i++) {
		const Target *target = targets->items[i];
		if (target->kind == TARGET_CASE && !target->gone && text_equal(target->name, name))
			return target;
	}
	return NULL;
}

/* The folder. */

static Target *find_case(const Targets *targets, Text path)
{
	for (size_t i = 0; i < targets->count; i++)
		if (targets->items[i]->kind == TARGET_CASE &&
		    text_equal(targets->items[i]->path, path))
			return targets->items[i];
	return NULL;
}

/* Cases that have come, and cases that have gone. */
static void sort_out(Targets *targets, Arena *arena, const HostNames *names)
{
	for (size_t i = 0; i < targets->count; i++)
		if (targets->items[i]->kind == TARGET_CASE)
			targets->items[i]->gone = true;
	for (size_t i = 0; i < names->count; i++) {
		Text path = path_join(arena, targets->folder, names->items[i]);
		Target *target = find_case(targets, path);
		if (target == NULL)
			target = add_target(targets, TARGET_CASE, path);
		target->gone = false;
	}
	for (size_t i = 0; i < targets->count; i++)
		if (targets->items[i]->kind == TARGET_CASE && targets->items[i]->gone)
			targets->items[i]->waiting = true;
}

/* A folder that is not there has no cases yet. */
static void make_folder(Targets *targets, Target *target, const Host *host)
{
	HostNames names = {0};
	host->list(host->context, &target->findings, targets->folder, TEXT(".yaml"), &names);
	sort_out(targets, &target->findings, &names);
	target->sound = true;
	for (size_t i = 0; i < targets->count; i++)
		if (targets->items[i]->kind == TARGET_PORTFOLIO)
			targets->items[i]->waiting = true;
}

/* Runs. */

typedef struct Making {
	Target *target;
	Arena *arena;
	TargetDocuments documents;
} Making;

static void keep_document(void *context, const MadeDocument *made)
{
	Making *making = context;
	*ARENA_PUSH(making->arena, &making->documents) =
	        (TargetDocument){.file = text_copy(making->arena, made->file),
	                         .key = text_copy(making->arena, made->key),
	                         .pages = made->pages};
}

static Text digest_of_written(const TraceWrites *written, Arena *arena, Text file, Text ending)
{
	Text parts[] = {file, ending};
	Text name = text_join(arena, parts, 2);
	for (size_t i = 0; i < written->count; i++)
		if (text_equal(written->items[i].name, name))
			return written->items[i].digest;
	return (Text){0};
}

/* What the run has written stands for what the one before it did. */
static void replace_documents(const Making *making, const TraceWrites *written)
{
	Target *target = making->target;
	arena_release(&target->last);
	target->documents = (TargetDocuments){0};
	for (size_t i = 0; i < making->documents.count; i++) {
		TargetDocument made = making->documents.items[i];
		made.html = digest_of_written(written, making->arena, made.file, TEXT(".html"));
		made.pdf = digest_of_written(written, making->arena, made.file, TEXT(".pdf"));
		Text *kept[] = {&made.file, &made.key, &made.html, &made.pdf};
		for (size_t k = 0; k < sizeof kept / sizeof kept[0]; k++)
			*kept[k] = text_copy(&target->last, *kept[k]);
		*ARENA_PUSH(&target->last, &target->documents) = made;
	}
}

/* Until a case can be made, what it gave before the preview was begun is shown. */
static void find_documents(const Targets *targets, Target *target)
{
	const Host *host = targets->job->host;
	Text folder = path_join(&target->findings, targets->job->output_folder, target->name);
	HostNames names = {0};
	if (target->documents.count > 0 ||
	    host->list(host->context, &target->last, folder, TEXT(".html"), &names) != HOST_OK)
		return;
	for (size_t i = 0; i < names.count; i++)
		*ARENA_PUSH(&target->last, &target->documents) =
		        (TargetDocument){.file = path_stem(names.items[i])};
}

/* The report has each diagnostic on a line of its own, which begins with its code. */
static size_t count_of(Text report, Text beginning)
{
	size_t count = 0;
	for (size_t at = 0; (at = text_find(report, beginning, at)) != TEXT_NOWHERE; at++)
		count++;
	return count;
}

static void run(const Targets *targets, Target *target, Trace *trace, const Job *job)
{
	Making making = {.target = target, .arena = &target->findings};
	Job own = *job;
	own.host = &trace->host;
	own.format = FORMAT_JSON;
	own.quiet = true;
	own.show = STAGE_NONE;
	own.made = keep_document;
	own.made_context = &making;
	target->sound = compile(&own) == EXIT_DONE;
	target->report = text_trim(buffer_text(&trace->said));
	target->errors = count_of(target->report, TEXT("\n{\"code\":\"E"));
	target->warnings = count_of(target->report, TEXT("\n{\"code\":\"W"));
	if (target->kind != TARGET_CASE)
		return;
	if (target->sound)
		replace_documents(&making, &trace->written);
	else
		find_documents(targets, target);
}

static void make_shared(const Targets *targets, Target *target, Trace *trace)
{
	Job job = *targets->job;
	job.task = TASK_CHECK;
	job.case_count = 0;
	run(targets, target, trace, &job);
}

static void make_case(const Targets *targets, Target *target, Trace *trace)
{
	Job job = *targets->job;
	job.task = TASK_BUILD;
	job.cases = &target->path;
	job.case_count = 1;
	run(targets, target, trace, &job);
}

static void make_portfolio(const Targets *targets, Target *target, Trace *trace)
{
	Job job = *targets->job;
	Text *paths = ARENA_ARRAY(&target->findings, Text, targets->count);
	job.task = TASK_PORTFOLIO;
	job.case_count = 0;
	for (size_t i = 0; i < targets->count; i++)
		if (targets->items[i]->kind == TARGET_CASE && !targets->items[i]->gone)
			paths[job.case_count++] = targets->items[i]->path;
	job.cases = paths;
	target->sound = true;
	if (job.case_count > 0)
		run(targets, target, trace, &job);
}

void targets_make(Targets *targets, Target *target)
{
	Trace trace;
	arena_release(&target->findings);
	target->report = TEXT("[]");
	target->errors = target->warnings = 0;
	target->waiting = false;
	const Host *host = trace_open(&trace, &target->findings, targets->job->host,
	                              targets->job->output_folder);
	switch (target->kind) {
	case TARGET_FOLDER: make_folder(targets, target, host); break;
	case TARGET_SHARED: make_shared(targets, target, &trace); break;
	case TARGET_CASE: make_case(targets, target, &trace); break;
	case TARGET_PORTFOLIO: make_portfolio(targets, target, &trace); break;
	}
	target->reads = trace.reads;
}
