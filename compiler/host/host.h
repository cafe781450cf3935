/* Host: everything that the program wants from the world outside it, as one table of functions. */
#ifndef HOST_HOST_H
#define HOST_HOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/*
 * Tests, fault injection and fuzzing are other implementations of these functions; the real one is
 * host/posix.c, which alone may call the operating system. What the preview needs beyond it (notes
 * of changed files, connections) is in preview/watch.c and preview/web.c, and in no other program.
 *
 * Guarantee of `commit`: readers of a file see its old content or its new content, complete, and
 * nothing else, whatever fails or is killed; HOST_OK means that the new content is durable. Files
 * that belong together are committed together: each is written in full and fsynced under a name of
 * its own, and only when all of them are is the first renamed; then the folder is fsynced. Missing
 * folders on the way are made. A symbolic link in a file's place is replaced, not followed.
 *
 * The program compiles wholly in memory, then commits: `die` may therefore be called anywhere
 * before the first commit without leaving anything half done.
 */

/* Why something could not be read or written. HOST_FAULT(name, Swedish cause) */
#define HOST_FAULTS(HOST_FAULT)                                                                    \
	HOST_FAULT(HOST_OK, "")                                                                    \
	HOST_FAULT(HOST_NOT_FOUND, "den finns inte")                                               \
	HOST_FAULT(HOST_IS_FOLDER, "det är en mapp, inte en fil")                                  \
	HOST_FAULT(HOST_NOT_A_FILE, "det är inte en vanlig fil")                                   \
	HOST_FAULT(HOST_NOT_A_FOLDER, "något på vägen dit är en fil, inte en mapp")                \
	HOST_FAULT(HOST_NOT_PERMITTED, "du saknar behörighet")                                     \
	HOST_FAULT(HOST_READ_ONLY, "platsen är skrivskyddad")                                      \
	HOST_FAULT(HOST_DISK_FULL, "disken är full")                                               \
	HOST_FAULT(HOST_TOO_BIG, "filen är för stor")                                              \
	HOST_FAULT(HOST_CHANGED, "filen ändrades medan den lästes")                                \
	HOST_FAULT(HOST_BAD_NAME, "namnet går inte att använda")                                   \
	HOST_FAULT(HOST_TAKEN, "ett annat program använder den redan")                             \
	HOST_FAULT(HOST_NONE_LEFT, "gränsen för vad datorn håller öppet på en gång är nådd")       \
	HOST_FAULT(HOST_IO, "läs- eller skrivfel")

typedef enum HostFault {
#define HOST_FAULT(name, cause) name,
	HOST_FAULTS(HOST_FAULT)
#undef HOST_FAULT
} HostFault;

/* The Swedish cause, to stand after "Det gick inte att läsa X:". */
Text host_cause(HostFault fault);

typedef enum HostStream { HOST_OUTPUT, HOST_ERRORS } HostStream;

/* Exit codes of the program. */
typedef enum ExitCode {
	EXIT_DONE = 0,
	EXIT_INPUT = 1,     /* errors in the input */
	EXIT_USAGE = 2,     /* the command line was not understood */
	EXIT_INTERNAL = 70, /* our own fault */
	EXIT_MEMORY = 71,   /* out of memory */
	EXIT_ACCESS = 74,   /* could not read or write */
} ExitCode;

typedef struct HostNames {
	Text *items; /* in byte order */
	size_t count;
	size_t capacity;
} HostNames;

typedef struct HostFile {
	Text name; /* in the folder */
	Text bytes;
} HostFile;

typedef struct Host {
	void *context;
	MemorySource memory; /* `take` ends the program with EXIT_MEMORY rather than return NULL */

	/* Reads a regular file of at most `maximum` bytes into the arena. */
	HostFault (*read)(void *context, Arena *arena, Text path, size_t maximum, Text *bytes);
	/* The names of the regular files in a folder that end in `ending`, none beginning with a
	 * dot. */
	HostFault (*list)(void *context, Arena *arena, Text folder, Text ending, HostNames *names);
	/* Replaces files in a folder, all together or none; see the guarantee above.
	 * Of a fault, `*failed` tells the file; it is `count` when the folder is at fault. */
	HostFault (*commit)(void *context, Text folder, const HostFile *files, size_t count,
	                    size_t *failed);
	/* Writes all of `text` to a stream; false when that failed. */
	bool (*say)(void *context, HostStream stream, Text text);
	/* Whether the stream is a terminal that shows colour. */
	bool (*is_terminal)(void *context, HostStream stream);
	/* Milliseconds of processor time that the program has used; only for progress messages. */
	int64_t (*milliseconds)(void *context);
	/* Ends the program after one line on the error stream; never returns. (C17 has no way to
	 * say so of a pointer to a function.) */
	void (*die)(void *context, ExitCode code);
} Host;

/* The operating system. */
const Host *host_posix(void);

/* The path in the one way that all who compare paths write it: "./a//b" is "a/b". Nothing is looked
 * up, so ".." stays. */
Text host_plain_path(Arena *arena, Text path);

/* The cause of an errno. */
HostFault host_fault_of(int number);

/* Becomes the program that lies beside this one, with the same words on its command line; a process
 * is not begun. Returns only when that fails; `*path` is then where it was looked for. */
HostFault host_become(Arena *arena, Text program, char **words, Text *path);

#endif
