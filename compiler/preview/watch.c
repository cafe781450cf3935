/* Watch: inotify, signalfd and poll. */
#include "preview/watch.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

/* Room for many changes at a time: one of a long name takes less than 300 bytes. */
enum { EVENTS_BYTES = 16 << 10 };

#define NAMES_CHANGED                                                                              \
	(IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)
/* What comes last of a save; after the others more is to be expected. */
#define COMPLETED (IN_CLOSE_WRITE | IN_MOVED_TO | IN_ATTRIB)
#define WATCHED   (NAMES_CHANGED | COMPLETED | IN_MODIFY | IN_ONLYDIR)

/* One folder can have several names, and then has several rows with the same number. */
typedef struct Folder {
	Text path; /* "." for the working folder */
	int number;
} Folder;

struct Watch {
	Arena *arena;
	int notes;   /* inotify */
	int signals; /* signalfd */
	bool ended;
	Folder *items;
	size_t count;
	size_t capacity;
	/* The events that have been read, how far they have been told, and of the one that is being
	 * told how many folders have been. */
	_Alignas(struct inotify_event) char events[EVENTS_BYTES];
	size_t length, position, row;
	Arena paths; /* of the change that was told last */
};

Watch *watch_open(Arena *arena, HostFault *fault)
{
	Watch *watch = ARENA_NEW(arena, Watch);
	sigset_t set;
	*fault = HOST_OK;
	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	sigprocmask(SIG_BLOCK, &set, NULL);
	*watch = (Watch){.arena = arena,
	                 .notes = -1,
	                 .signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK),
	                 .paths = {.source = arena->source}};
	if (watch->signals >= 0)
		watch->notes = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	if (watch->notes >= 0)
		return watch;
	*fault = host_fault_of(errno);
	watch_close(watch);
	return NULL;
}

void watch_close(Watch *watch)
{
	if (watch->notes >= 0)
		close(watch->notes);
	if (watch->signals >= 0)
		close(watch->signals);
	arena_release(&watch->paths);
}

/* Folders. */

static Folder *find_folder(Watch *watch, Text path)
{
	for (size_t i = 0; i < watch->count; i++)
		if (text_equal(watch->items[i].path, path))
			return &watch->items[i];
	return NULL;
}

/* Of a plain path. */
static Text folder_above(Text path)
{
	size_t end = path.length;
	while (end > 0 && path.bytes[end - 1] != '/')
		end--;
	if (end > 1)
		end--;
	return end > 0 ? text_cut(path, 0, end) : TEXT(".");
}

/* False, with a fault, when it is no folder or may not be watched. */
static bool add_folder(Watch *watch, Text path, bool *added, HostFault *fault)
{
	Folder *known = find_folder(watch, path);
	if (known != NULL && known->number >= 0)
		return true;
	const char *name = text_terminated(&watch->paths, path);
	int number = inotify_add_watch(watch->notes, name, WATCHED);
	if (number < 0) {
		/* This is how it says that there are no more watches to be had. */
		*fault = errno == ENOSPC ? HOST_NONE_LEFT : host_fault_of(errno);
		return false;
	}
	if (known == NULL) {
		known = ARENA_PUSH(watch->arena, watch);
		known->path = text_copy(watch->arena, path);
	}
	known->number = number;
	*added = true;
	return true;
}

HostFault watch_file(Watch *watch, Text path, bool *added)
{
	return watch_folder(watch, folder_above(host_plain_path(&watch->paths, path)), added);
}

HostFault watch_folder(Watch *watch, Text path, bool *added)
{
	path = host_plain_path(&watch->paths, path);
	for (;; path = folder_above(path)) {
		HostFault fault = HOST_OK;
		if (add_folder(watch, path, added, &fault))
			return HOST_OK;
		bool missing = fault == HOST_NOT_FOUND || fault == HOST_NOT_A_FOLDER;
		if (!missing || text_equal(path, TEXT(".")) || text_equal(path, TEXT("/")))
			return fault;
	}
}

/* Waiting. */

static void read_signals(Watch *watch)
{
	struct signalfd_siginfo signal;
	while (read(watch->signals, &signal, sizeof signal) == (ssize_t)sizeof signal)
		watch->ended = true;
}

void watch_wait(Watch *watch, int also, int64_t milliseconds)
{
	struct pollfd files[] = {{.fd = watch->signals, .events = POLLIN},
	                         {.fd = watch->notes, .events = POLLIN},
	                         {.fd = also, .events = POLLIN}};
	int limit = milliseconds > INT_MAX ? INT_MAX : (int)milliseconds;
	if (poll(files, sizeof files / sizeof files[0], limit) > 0 && files[0].revents != 0)
		read_signals(watch);
}

bool watch_ended(const Watch *watch)
{
	return watch->ended;
}

int64_t watch_clock(void)
{
	struct timespec now;
	if (clock_gettime(CLOCK_MONOTONIC, &now) != 0)
		return 0;
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Changes. */

static Text path_of(Watch *watch, const Folder *folder, const struct inotify_event *event)
{
	if (event->len == 0)
		return folder->path;
	Text name = text_of(event->name);
	if (text_equal(folder->path, TEXT(".")))
		return text_copy(&watch->paths, name);
	Text parts[] = {folder->path, text_ends(folder->path, TEXT("/")) ? TEXT("") : TEXT("/"),
	                name};
	return text_join(&watch->paths, parts, 3);
}

/* What one event says of one folder; false when that is nothing. */
static bool told(Watch *watch, Folder *folder, const struct inotify_event *event,
                 WatchChange *change)
{
	if (folder->number != event->wd)
		return false;
	/* The folder is gone. What is put in its place is watched when it is asked for again. */
	if ((event->mask & (IN_IGNORED | IN_MOVE_SELF)) != 0)
		folder->number = -1;
	if ((event->mask & (IN_MODIFY | NAMES_CHANGED | COMPLETED)) == 0)
		return false;
	*change = (WatchChange){.path = path_of(watch, folder, event),
	                        .names = (event->mask & NAMES_CHANGED) != 0,
	                        .complete = (event->mask & COMPLETED) != 0};
	return true;
}

static bool read_events(Watch *watch)
{
	ssize_t got = read(watch->notes, watch->events, sizeof watch->events);
	watch->position = watch->row = 0;
	watch->length = got > 0 ? (size_t)got : 0;
	return got > 0;
}

bool watch_next(Watch *watch, WatchChange *change)
{
	arena_release(&watch->paths);
	while (watch->position < watch->length || read_events(watch)) {
		const struct inotify_event *event = (const void *)(watch->events + watch->position);
		if ((event->mask & IN_Q_OVERFLOW) != 0 && watch->row++ == 0) {
			*change = (WatchChange){.names = true, .complete = true};
			return true;
		}
		while (watch->row < watch->count)
			if (told(watch, &watch->items[watch->row++], event, change))
				return true;
		watch->position += sizeof *event + event->len;
		watch->row = 0;
	}
	return false;
}
