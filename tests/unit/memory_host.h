/* Memory host: a host whose files are a list, that records what is written and fails on request. */
#ifndef TESTS_UNIT_MEMORY_HOST_H
#define TESTS_UNIT_MEMORY_HOST_H

#include "support.h"

#include "base/buffer.h"
#include "host/host.h"

/*
 *	memory_put(memory, "fall/ett.yaml", "ärende: ...");
 *	Job job = {.host = &memory->host, ...};
 *	compile(&job);
 *	... memory_written(memory, "ut/ett/rapport.md")
 *
 * Paths under /usr are read from the disk, so that the real fonts are used. Every read, list and
 * commit and every write to the output stream is an operation; the one numbered `failing`, from 1,
 * fails. What is said on the error stream is not counted: a lost progress line loses nothing.
 */
typedef struct MemoryFile {
	Text path;
	Text bytes;
} MemoryFile;

typedef struct MemoryFiles {
	MemoryFile *items;
	size_t count;
	size_t capacity;
} MemoryFiles;

typedef struct MemoryHost {
	Arena arena;
	Host host;
	MemoryFiles files;   /* what can be read */
	MemoryFiles written; /* what has been committed, each path once */
	size_t commits;      /* that succeeded */
	size_t operations;
	size_t failing;
	HostFault commit_fault; /* every commit fails with this */
	size_t commit_failed;   /* at this file */
	Buffer output;
	Buffer errors;
} MemoryHost;

static inline MemoryFile *memory_find(const MemoryFiles *files, Text path)
{
	for (size_t i = 0; i < files->count; i++)
		if (text_equal(files->items[i].path, path))
			return &files->items[i];
	return NULL;
}

static inline void memory_set(MemoryHost *memory, MemoryFiles *files, Text path, Text bytes)
{
	MemoryFile *file = memory_find(files, path);
	if (file == NULL) {
		file = ARENA_PUSH(&memory->arena, files);
		file->path = text_copy(&memory->arena, path);
	}
	file->bytes = text_copy(&memory->arena, bytes);
}

static inline void memory_put(MemoryHost *memory, const char *path, const char *bytes)
{
	memory_set(memory, &memory->files, text_of(path), text_of(bytes));
}

/* What stands in the file; fails when it is not there. */
static inline Text memory_bytes(const MemoryFiles *files, const char *path)
{
	const MemoryFile *file = memory_find(files, text_of(path));
	if (file != NULL)
		return file->bytes;
	fail_msg("there is no %s", path);
	return (Text){0};
}

/* What was committed to the path. */
static inline Text memory_written(const MemoryHost *memory, const char *path)
{
	return memory_bytes(&memory->written, path);
}

/* Every path that was written, in the order of the first writing, each with a space behind it. */
static inline Text memory_all_written(MemoryHost *memory)
{
	Buffer all = buffer_new(&memory->arena, BUFFER_MAXIMUM);
	for (size_t i = 0; i < memory->written.count; i++) {
		buffer_put(&all, memory->written.items[i].path);
		buffer_put_byte(&all, ' ');
	}
	return buffer_text(&all);
}

/* The functions of the host. */

static inline bool memory_fails(MemoryHost *memory)
{
	memory->operations++;
	return memory->operations == memory->failing;
}

static inline HostFault memory_read(void *context, Arena *arena, Text path, size_t maximum,
                                    Text *bytes)
{
	MemoryHost *memory = context;
	if (memory_fails(memory))
		return HOST_IO;
	if (text_starts(path, TEXT("/usr/")))
		return host_posix()->read(host_posix()->context, arena, path, maximum, bytes);
	const MemoryFile *file = memory_find(&memory->files, path);
	if (file == NULL)
		return HOST_NOT_FOUND;
	if (file->bytes.length > maximum)
		return HOST_TOO_BIG;
	*bytes = text_copy(arena, file->bytes);
	return HOST_OK;
}

/* A file's name when it stands in the folder itself, else an empty text. */
static inline Text memory_name_in(Text path, Text folder)
{
	Text rest = text_after(path, folder.length);
	if (!text_starts(path, folder) || !text_starts(rest, TEXT("/")))
		return (Text){0};
	Text name = text_after(rest, 1);
	bool deeper = text_find(name, TEXT("/"), 0) != TEXT_NOWHERE;
	return deeper || text_starts(name, TEXT(".")) ? (Text){0} : name;
}

static inline HostFault memory_list(void *context, Arena *arena, Text folder, Text ending,
                                    HostNames *names)
{
	MemoryHost *memory = context;
	if (memory_fails(memory))
		return HOST_IO;
	for (size_t i = 0; i < memory->files.count; i++) {
		Text name = memory_name_in(memory->files.items[i].path, folder);
		if (name.length == 0 || !text_ends(name, ending))
			continue;
		*ARENA_PUSH(arena, names) = name;
		for (size_t k = names->count - 1;
		     k > 0 && text_order(names->items[k - 1], name) > 0; k--) {
			names->items[k] = names->items[k - 1];
			names->items[k - 1] = name;
		}
	}
	return HOST_OK;
}

static inline HostFault memory_commit(void *context, Text folder, const HostFile *files,
                                      size_t count, size_t *failed)
{
	MemoryHost *memory = context;
	*failed = memory->commit_failed;
	if (memory_fails(memory))
		return HOST_IO;
	if (memory->commit_fault != HOST_OK)
		return memory->commit_fault;
	for (size_t i = 0; i < count; i++) {
		Text parts[] = {folder, TEXT("/"), files[i].name};
		memory_set(memory, &memory->written, text_join(&memory->arena, parts, 3),
		           files[i].bytes);
	}
	memory->commits++;
	return HOST_OK;
}

static inline bool memory_say(void *context, HostStream stream, Text text)
{
	MemoryHost *memory = context;
	if (stream == HOST_OUTPUT && memory_fails(memory))
		return false;
	buffer_put(stream == HOST_OUTPUT ? &memory->output : &memory->errors, text);
	return true;
}

static inline bool memory_is_terminal(void *context, HostStream stream)
{
	(void)context;
	(void)stream;
	return false;
}

static inline int64_t memory_milliseconds(void *context)
{
	(void)context;
	return 0;
}

static inline void memory_die(void *context, ExitCode code)
{
	(void)context;
	print_error("the program died with exit code %d\n", (int)code);
	abort();
}

/* Setup and teardown of a cmocka test whose state is a MemoryHost. */

static inline int memory_open(void **state)
{
	MemoryHost *memory = test_malloc(sizeof *memory);
	*memory = (MemoryHost){.arena = test_arena()};
	memory->host = (Host){
	        .context = memory,
	        .memory = memory->arena.source,
	        .read = memory_read,
	        .list = memory_list,
	        .commit = memory_commit,
	        .say = memory_say,
	        .is_terminal = memory_is_terminal,
	        .milliseconds = memory_milliseconds,
	        .die = memory_die,
	};
	memory->output = buffer_new(&memory->arena, BUFFER_MAXIMUM);
	memory->errors = buffer_new(&memory->arena, BUFFER_MAXIMUM);
	*state = memory;
	return 0;
}

static inline int memory_close(void **state)
{
	MemoryHost *memory = *state;
	arena_release(&memory->arena);
	test_free(memory);
	return 0;
}

/* Forgets what was said and how much was done; what was written stays. */
static inline void memory_forget(MemoryHost *memory)
{
	buffer_clear(&memory->output);
	buffer_clear(&memory->errors);
	memory->operations = 0;
	memory->commits = 0;
}

#endif
