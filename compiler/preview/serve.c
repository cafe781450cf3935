/* Serve, in overens-serve: the loop that waits, makes and answers. */
#include "serve.h"

#include "inputs.h"
#include "preview/pages.h"
#include "preview/targets.h"
#include "preview/watch.h"
#include "preview/web.h"
#include "source/report.h"
#include "tell.h"

/* How long a page that waits for news is left waiting, in milliseconds: one that has been closed is
 * found out when it is answered. */
enum { LONGEST_SILENCE = 25000 };

typedef struct Preview {
	Arena *arena;
	const Job *job;
	Text folder;
	Diagnostics *diagnostics;
	Watch *watch;
	Web *web;
	Targets *targets;
	Pages pages;
	int64_t woken; /* when the pages that wait were answered last */
	bool blind;    /* it has been told that something cannot be watched */
} Preview;

static void say(const Preview *p, Text text)
{
	const Host *host = p->job->host;
	host->say(host->context, HOST_ERRORS, text);
}

static void tell_address(const Preview *p)
{
	Buffer line = buffer_new(p->arena, BUFFER_MAXIMUM);
	buffer_put(&line, TEXT("Förhandsvisning: http://127.0.0.1:"));
	buffer_put_integer(&line, web_port(p->web));
	buffer_put(&line, TEXT("/ – avsluta med Ctrl-C\n"));
	say(p, buffer_text(&line));
}

/* "002-resurspoolen: klart, 14 ms". What all cases share is only told of when something is wrong
 * with it. */
static void tell_made(const Preview *p, const Target *target, int64_t milliseconds)
{
	static const Text names[] = {[TARGET_FOLDER] = TEXT_INIT("Ärendena"),
	                             [TARGET_SHARED] = TEXT_INIT("Mallarna och registret"),
	                             [TARGET_PORTFOLIO] = TEXT_INIT("Mellan ärendena")};
	size_t found = target->errors + target->warnings;
	if (target->gone || (target->kind != TARGET_CASE && found == 0) ||
	    (p->job->quiet && target->errors == 0))
		return;
	Arena arena = {.source = p->arena->source};
	Buffer line = buffer_new(&arena, BUFFER_MAXIMUM);
	buffer_put(&line, target->kind == TARGET_CASE ? target->name : names[target->kind]);
	buffer_put(&line, target->errors == 0 ? TEXT(": klart, ") : TEXT(": "));
	report_put_count(&line, target->errors, target->warnings);
	buffer_put(&line, found > 0 ? TEXT(", ") : TEXT(""));
	buffer_put_integer(&line, milliseconds);
	buffer_put(&line, TEXT(" ms\n"));
	say(p, buffer_text(&line));
	arena_release(&arena);
}

/* What has been said so far of what went wrong, as other commands say it. */
static void tell_faults(const Preview *p)
{
	Report report = report_new(p->arena, report_form(p->job));
	report_add(&report, p->diagnostics);
	report_tell(p->job, &report);
	*p->diagnostics = (Diagnostics){.arena = p->arena};
}

/* Watching. */

static void watch(Preview *p, Text path, bool is_folder, bool *added)
{
	HostFault fault =
	        is_folder ? watch_folder(p->watch, path, added) : watch_file(p->watch, path, added);
	if (fault == HOST_OK || p->blind)
		return;
	p->blind = true;
	diagnose(p->diagnostics, WATCH_FAILED, (Span){0}, text_copy(p->arena, path),
	         host_cause(fault));
	tell_faults(p);
}

/* What was read from a folder that was not watched may have changed since. */
static void watch_reads(Preview *p, Target *target)
{
	bool added = false;
	for (size_t i = 0; i < target->reads.count; i++)
		watch(p, target->reads.items[i].path, target->reads.items[i].list, &added);
	target->waiting = target->waiting || added;
}

/* The folders that most of what is made reads from, so that little is made twice. */
static void watch_folders(Preview *p)
{
	bool added = false;
	watch(p, p->folder, true, &added);
	watch(p, p->job->register_folder, true, &added);
	watch(p, p->job->templates_folder, true, &added);
	for (size_t i = 0; i < p->job->case_count; i++)
		watch(p, p->job->cases[i], false, &added);
}

static void take_changes(Preview *p)
{
	WatchChange change;
	while (watch_next(p->watch, &change))
		targets_touch(p->targets,
		              &(TargetChange){.path = change.path,
		                              .names = change.names,
		                              .complete = change.complete},
		              watch_clock());
}

/* The loop. */

static void make_target(Preview *p, Target *target)
{
	int64_t started = watch_clock();
	targets_make(p->targets, target);
	watch_reads(p, target);
	/* It is only told of when that is the last word. */
	if (!target->waiting)
		tell_made(p, target, watch_clock() - started);
	p->pages.version++;
	p->woken = watch_clock();
	web_wake(p->web);
}

static int64_t sooner(int64_t a, int64_t b)
{
	return a < 0 || (b >= 0 && b < a) ? b : a;
}

static void run(Preview *p)
{
	p->woken = watch_clock();
	while (!watch_ended(p->watch)) {
		int64_t wait = 0, now = watch_clock();
		Target *target = targets_due(p->targets, now, &wait);
		if (target != NULL) {
			make_target(p, target);
			wait = 0;
		} else if (now - p->woken >= LONGEST_SILENCE) {
			p->woken = now;
			web_wake(p->web);
		}
		web_run(p->web);
		wait = sooner(wait, web_timeout(p->web));
		wait = sooner(wait, p->woken + LONGEST_SILENCE - now);
		watch_wait(p->watch, web_descriptor(p->web), wait > 0 ? wait : 0);
		take_changes(p);
	}
}

/* Beginning. */

static bool open_web(Preview *p)
{
	HostFault fault = HOST_OK;
	WebSetup setup = {.port = p->job->port, .answer = pages_answer, .context = &p->pages};
	p->web = web_open(p->arena, &setup, &fault);
	if (p->web != NULL)
		return true;
	Buffer port = buffer_new(p->arena, BUFFER_MAXIMUM);
	buffer_put_integer(&port, p->job->port);
	diagnose(p->diagnostics, PORT_UNAVAILABLE, (Span){0}, buffer_text(&port),
	         host_cause(fault));
	return false;
}

static bool open_watch(Preview *p)
{
	HostFault fault = HOST_OK;
	p->watch = watch_open(p->arena, &fault);
	if (p->watch != NULL)
		return true;
	diagnose(p->diagnostics, WATCH_FAILED, (Span){0}, p->folder, host_cause(fault));
	return false;
}

/* That the shell's first page can be read is seen at once, not when somebody asks for it. */
static bool find_shell(Preview *p)
{
	const Host *host = p->job->host;
	Text bytes = {0},
	     path = path_join(p->arena, p->job->templates_folder, TEXT("preview/preview.html"));
	HostFault fault = host->read(host->context, p->arena, path, SIZE_MAX / 2, &bytes);
	if (fault != HOST_OK)
		diagnose(p->diagnostics, FILE_UNREADABLE, (Span){0}, path, host_cause(fault));
	return fault == HOST_OK;
}

static ExitCode preview(Preview *p)
{
	Job build = *p->job;
	build.task = TASK_BUILD;
	if (!names_are_unique(&build, p->diagnostics))
		return EXIT_INPUT;
	if (!find_shell(p) || !open_watch(p))
		return EXIT_ACCESS;
	bool opened = open_web(p);
	if (opened) {
		p->targets = targets_open(p->arena, p->job, p->folder);
		p->pages = (Pages){.job = p->job, .targets = p->targets, .started = watch_clock()};
		tell_address(p);
		watch_folders(p);
		run(p);
		web_close(p->web);
		targets_close(p->targets);
	}
	watch_close(p->watch);
	return opened ? EXIT_DONE : EXIT_ACCESS;
}

ExitCode serve(const Job *job, Text folder, char **words)
{
	Arena arena = {.source = job->host->memory};
	Diagnostics diagnostics = {.arena = &arena};
	Preview p = {.arena = &arena, .job = job, .folder = folder, .diagnostics = &diagnostics};
	(void)words;
	ExitCode code = preview(&p);
	tell_faults(&p);
	arena_release(&arena);
	return code;
}
