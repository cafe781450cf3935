/* Trace: a host on top of another, that remembers what was read and what was written. */
#ifndef HOST_TRACE_H
#define HOST_TRACE_H

#include "base/buffer.h"
#include "host/host.h"

/*
 * What a run has read is what its result rests on: when one of those files changes, and only then,
 * it has to be run again. A file that was looked for and not found counts too, since it may come;
 * so does a folder's list of files. What the run wrote itself, in its folder for output, does not.
 *
 *	Trace trace;
 *	job.host = trace_open(&trace, &arena, host_posix(), job.output_folder);
 *	compile(&job);
 *	... buffer_text(&trace.said), trace.written ...
 *	trace_rests_on(&trace.reads, path, false)		when a file has changed
 *
 * Nothing goes to the output stream: what would have is in `said`. All else is the host's below.
 */
typedef struct TraceRead {
	Text path;   /* plain */
	bool list;   /* a folder's names were read */
	Text ending; /* of these names */
} TraceRead;

typedef struct TraceReads {
	TraceRead *items; /* each once, in the order they were first read */
	size_t count;
	size_t capacity;
} TraceReads;

typedef struct TraceWritten {
	Text name;
	Text digest; /* base/digest.h */
} TraceWritten;

typedef struct TraceWrites {
	TraceWritten *items;
	size_t count;
	size_t capacity;
} TraceWrites;

typedef struct Trace {
	Arena *arena;
	const Host *below;
	Text output_folder;
	Host host;
	TraceReads reads;
	TraceWrites written;
	Buffer said;
} Trace;

const Host *trace_open(Trace *trace, Arena *arena, const Host *below, Text output_folder);

/* Whether a change of the file or folder at the plain `path` (host_plain_path) touches what was
 * read. `names` when it may have come, gone or got another name; otherwise only what is in it has
 * changed. */
bool trace_rests_on(const TraceReads *reads, Text path, bool names);

#endif
