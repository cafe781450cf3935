/* Trace: the host below, with a note of everything that passes. */
#include "host/trace.h"

#include "base/digest.h"

/* What is beneath the folder, or the folder itself; both plain. */
static bool is_within(Text path, Text folder)
{
	if (text_equal(folder, TEXT(".")))
		return !text_starts(path, TEXT("/")) && !text_starts(path, TEXT("../"));
	return text_starts(path, folder) &&
	       (path.length == folder.length || text_ends(folder, TEXT("/")) ||
	        path.bytes[folder.length] == '/');
}

static void remember(Trace *trace, TraceRead read)
{
	read.path = host_plain_path(trace->arena, read.path);
	if (is_within(read.path, trace->output_folder))
		return;
	for (size_t i = 0; i < trace->reads.count; i++) {
		const TraceRead *known = &trace->reads.items[i];
		if (known->list == read.list && text_equal(known->path, read.path) &&
		    text_equal(known->ending, read.ending))
			return;
	}
	read.ending = text_copy(trace->arena, read.ending);
	*ARENA_PUSH(trace->arena, &trace->reads) = read;
}

static HostFault read_file(void *context, Arena *arena, Text path, size_t maximum, Text *bytes)
{
	Trace *trace = context;
	remember(trace, (TraceRead){.path = path});
	return trace->below->read(trace->below->context, arena, path, maximum, bytes);
}

static HostFault list_files(void *context, Arena *arena, Text folder, Text ending, HostNames *names)
{
	Trace *trace = context;
	remember(trace, (TraceRead){.path = folder, .list = true, .ending = ending});
	return trace->below->list(trace->below->context, arena, folder, ending, names);
}

static HostFault commit_files(void *context, Text folder, const HostFile *files, size_t count,
                              size_t *failed)
{
	Trace *trace = context;
	HostFault fault = trace->below->commit(trace->below->context, folder, files, count, failed);
	for (size_t i = 0; fault == HOST_OK && i < count; i++)
		*ARENA_PUSH(trace->arena, &trace->written) =
		        (TraceWritten){text_copy(trace->arena, files[i].name),
		                       digest_of(trace->arena, files[i].bytes)};
	return fault;
}

static bool keep_words(void *context, HostStream stream, Text text)
{
	Trace *trace = context;
	if (stream == HOST_ERRORS)
		return trace->below->say(trace->below->context, stream, text);
	buffer_put(&trace->said, text);
	return true;
}

static bool is_terminal(void *context, HostStream stream)
{
	Trace *trace = context;
	return trace->below->is_terminal(trace->below->context, stream);
}

static int64_t milliseconds(void *context)
{
	Trace *trace = context;
	return trace->below->milliseconds(trace->below->context);
}

static void die(void *context, ExitCode code)
{
	Trace *trace = context;
	trace->below->die(trace->below->context, code);
}

const Host *trace_open(Trace *trace, Arena *arena, const Host *below, Text output_folder)
{
	*trace = (Trace){.arena = arena,
	                 .below = below,
	                 .output_folder = host_plain_path(arena, output_folder),
	                 .said = buffer_new(arena, BUFFER_MAXIMUM)};
	trace->host = (Host){.context = trace,
	                     .memory = below->memory,
	                     .read = read_file,
	                     .list = list_files,
	                     .commit = commit_files,
	                     .say = keep_words,
	                     .is_terminal = is_terminal,
	                     .milliseconds = milliseconds,
	                     .die = die};
	return &trace->host;
}

/* A name that the list holds, or would hold if it were there. */
static bool is_listed(const TraceRead *list, Text path)
{
	if (!is_within(path, list->path) || text_equal(path, list->path))
		return false;
	bool here = text_equal(list->path, TEXT("."));
	Text name = here ? path : text_after(path, list->path.length);
	if (text_starts(name, TEXT("/")))
		name = text_after(name, 1);
	return !text_starts(name, TEXT(".")) && text_ends(name, list->ending) &&
	       text_find(name, TEXT("/"), 0) == TEXT_NOWHERE;
}

bool trace_rests_on(const TraceReads *reads, Text path, bool names)
{
	for (size_t i = 0; i < reads->count; i++) {
		const TraceRead *read = &reads->items[i];
		if (is_within(read->path, path) || (names && read->list && is_listed(read, path)))
			return true;
	}
	return false;
}
