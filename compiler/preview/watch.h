/* Watch: waiting for what happens outside: a file that changes, a request, a signal to end. */
#ifndef PREVIEW_WATCH_H
#define PREVIEW_WATCH_H

#include "host/host.h"

/*
 * Linux' inotify, with a descriptor for signals beside it, so that one poll waits for all and
 * nothing runs in between. Folders are watched, not files: most editors save by giving a new file
 * the old one's name, and what is missing may come.
 *
 *	Watch *watch = watch_open(&arena, &fault);
 *	watch_file(watch, TEXT("agreements/002.yaml"), &added);		any number of times
 *	watch_wait(watch, also, 50);
 *	while (watch_next(watch, &change))
 *		...
 *	if (watch_ended(watch)) ...
 *	watch_close(watch);
 *
 * A file that a symbolic link in a watched folder leads to is not noticed, nor is what another
 * computer changes on a shared disk: the system does not tell.
 */
typedef struct Watch Watch;

typedef struct WatchChange {
	Text path;     /* plain (host_plain_path), valid until the next call; empty when too much
	                  happened to be told */
	bool names;    /* it has come, gone or got another name; or else what is in it changed */
	bool complete; /* whoever changed it is done; false in the middle of a save */
} WatchChange;

/* Interrupt and termination are from now on told by watch_ended alone. NULL when the system has no
 * more of what is needed. */
Watch *watch_open(Arena *arena, HostFault *fault);
void watch_close(Watch *watch);

/* Changes of the file at `path`, or of the folder and what stands in it, are told from now on; when
 * it is missing, that it comes. `*added` is set when something more had to be watched for that:
 * what happened there before now has not been seen. */
HostFault watch_file(Watch *watch, Text path, bool *added);
HostFault watch_folder(Watch *watch, Text path, bool *added);

/* Waits until there is something to look at, also at the descriptor `also`, or `milliseconds` have
 * passed; -1 waits for ever. */
void watch_wait(Watch *watch, int also, int64_t milliseconds);
bool watch_next(Watch *watch, WatchChange *change);
bool watch_ended(const Watch *watch);

/* Milliseconds from some moment on, of a clock that nobody sets. */
int64_t watch_clock(void);

#endif
