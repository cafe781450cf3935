/* Host of POSIX systems: the only file that calls the operating system. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "host/host.h"

extern char **environ;

/* The longest path that is passed on, and the longest name of a temporary file. */
#define PATH_BYTES 4096
#define NAME_BYTES 256

/* What malloc keeps of a heap that shrinks, and by how much it grows. */
#define HEAP_KEPT (64 << 20)
#define HEAP_STEP (1 << 20)

/* A temporary file that a killed run has left behind only costs a new number. */
#define TEMPORARY_ATTEMPTS 1000

typedef struct ErrnoRow {
	int number;
	HostFault fault;
} ErrnoRow;

static const ErrnoRow errno_rows[] = {
        {ENOENT, HOST_NOT_FOUND},     {EISDIR, HOST_IS_FOLDER},      {ENOTDIR, HOST_NOT_A_FOLDER},
        {EACCES, HOST_NOT_PERMITTED}, {EPERM, HOST_NOT_PERMITTED},   {EROFS, HOST_READ_ONLY},
        {ENOSPC, HOST_DISK_FULL},     {EDQUOT, HOST_DISK_FULL},      {EFBIG, HOST_TOO_BIG},
        {EOVERFLOW, HOST_TOO_BIG},    {ENAMETOOLONG, HOST_BAD_NAME}, {ELOOP, HOST_BAD_NAME},
        {EINVAL, HOST_BAD_NAME},      {EILSEQ, HOST_BAD_NAME},       {ENXIO, HOST_NOT_A_FILE},
        {ENODEV, HOST_NOT_A_FILE},    {EADDRINUSE, HOST_TAKEN},      {EMFILE, HOST_NONE_LEFT},
        {ENFILE, HOST_NONE_LEFT},
};

HostFault host_fault_of(int number)
{
	for (size_t i = 0; i < sizeof errno_rows / sizeof errno_rows[0]; i++)
		if (errno_rows[i].number == number)
			return errno_rows[i].fault;
	return HOST_IO;
}

/* A path with a terminator; false when it is empty, too long or has a zero byte. */
static bool path_copy(Text path, char copy[PATH_BYTES])
{
	if (path.length == 0 || path.length >= PATH_BYTES ||
	    memchr(path.bytes, '\0', path.length) != NULL)
		return false;
	memcpy(copy, path.bytes, path.length);
	copy[path.length] = '\0';
	return true;
}

static bool write_all(int file, Text bytes)
{
	while (bytes.length > 0) {
		ssize_t written = write(file, bytes.bytes, bytes.length);
		if (written >= 0) {
			bytes = text_after(bytes, (size_t)written);
			continue;
		}
		/* Another program may have made the terminal we share non-blocking. */
		if (errno == EAGAIN)
			poll(&(struct pollfd){.fd = file, .events = POLLOUT}, 1, -1);
		else if (errno != EINTR)
			return false;
	}
	return true;
}

/* Ending. */

static _Noreturn void posix_die(void *context, ExitCode code)
{
	(void)context;
	Text line = TEXT("Programmet har ett fel och måste sluta. Inget mer skrivs. Berätta gärna "
	                 "för den som sköter programmet vilken fil det gällde.\n");
	if (code == EXIT_MEMORY)
		line = TEXT("Minnet tog slut. Inget har skrivits.\n");
	write_all(STDERR_FILENO, line);
	exit((int)code);
}

/* Memory. */

static void *posix_take(void *context, size_t size)
{
	/* No allocator gives more than half of the address space. */
	void *block = size > PTRDIFF_MAX ? NULL : malloc(size);
	if (block == NULL)
		posix_die(context, EXIT_MEMORY);
	return block;
}

static void posix_give(void *context, void *block, size_t size)
{
	(void)context;
	(void)size;
	free(block);
}

/* Reading. */

/* Reads until `bytes` is full or the file ends; how much goes to `*length`. */
static bool read_until(int file, char *bytes, size_t size, size_t *length)
{
	*length = 0;
	while (*length < size) {
		ssize_t got = read(file, bytes + *length, size - *length);
		if (got == 0)
			break;
		if (got > 0)
			*length += (size_t)got;
		else if (errno != EINTR)
			return false;
	}
	return true;
}

static HostFault read_file(int file, Arena *arena, size_t maximum, Text *bytes)
{
	struct stat status;
	if (fstat(file, &status) != 0)
		return host_fault_of(errno);
	if (S_ISDIR(status.st_mode))
		return HOST_IS_FOLDER;
	if (!S_ISREG(status.st_mode))
		return HOST_NOT_A_FILE;
	if ((uintmax_t)status.st_size > maximum || (uintmax_t)status.st_size >= SIZE_MAX)
		return HOST_TOO_BIG;
	size_t size = (size_t)status.st_size;
	/* One byte more is asked for, to see that the file ends where it said. */
	char *copy = ARENA_ARRAY(arena, char, size + 1);
	size_t length;
	if (!read_until(file, copy, size + 1, &length))
		return host_fault_of(errno);
	if (length != size)
		return HOST_CHANGED;
	*bytes = (Text){copy, size};
	return HOST_OK;
}

static HostFault posix_read(void *context, Arena *arena, Text path, size_t maximum, Text *bytes)
{
	(void)context;
	char name[PATH_BYTES];
	if (!path_copy(path, name))
		return HOST_BAD_NAME;
	/* Without O_NONBLOCK a named pipe would keep us waiting for a writer. */
	int file = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (file < 0)
		return host_fault_of(errno);
	HostFault fault = read_file(file, arena, maximum, bytes);
	close(file);
	return fault;
}

/* Listing. */

static void insert_in_order(Arena *arena, HostNames *names, Text name)
{
	Text *last = ARENA_PUSH(arena, names);
	while (last > names->items && text_order(name, last[-1]) < 0) {
		*last = last[-1];
		last--;
	}
	*last = name;
}

static bool is_listed(int folder, const char *name, Text ending)
{
	struct stat status;
	return name[0] != '.' && text_ends(text_of(name), ending) &&
	       fstatat(folder, name, &status, 0) == 0 && S_ISREG(status.st_mode);
}

static HostFault posix_list(void *context, Arena *arena, Text folder, Text ending, HostNames *names)
{
	(void)context;
	char name[PATH_BYTES];
	if (!path_copy(folder, name))
		return HOST_BAD_NAME;
	DIR *opened = opendir(name);
	if (opened == NULL)
		return host_fault_of(errno);
	*names = (HostNames){0};
	HostFault fault = HOST_OK;
	for (;;) {
		errno = 0;
		const struct dirent *entry = readdir(opened);
		if (entry == NULL) {
			fault = errno == 0 ? HOST_OK : host_fault_of(errno);
			break;
		}
		if (is_listed(dirfd(opened), entry->d_name, ending))
			insert_in_order(arena, names, text_copy(arena, text_of(entry->d_name)));
	}
	closedir(opened);
	return fault;
}

/*
 * Committing.
 *
 * The new content goes to a temporary file in the same folder, so that the rename stays within one
 * file system and is atomic. The order of the fsyncs is what makes HOST_OK mean durable: first the
 * content, then the rename, then the folder that holds the name. A folder made on the way is
 * durable when its parent has been synced. Until the rename every failure only has the temporary
 * file to remove; after it there is nothing to undo.
 */

/* Some file systems cannot sync a folder and say EINVAL; there is then nothing to wait for. */
static HostFault sync_folder(int folder)
{
	while (fsync(folder) != 0) {
		if (errno == EINVAL)
			return HOST_OK;
		if (errno != EINTR)
			return host_fault_of(errno);
	}
	return HOST_OK;
}

static HostFault open_folder(const char *path, int *folder)
{
	*folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return *folder < 0 ? host_fault_of(errno) : HOST_OK;
}

/* Makes the last part of `path`, whose parent exists, unless it is there. */
static HostFault make_folder(char *path)
{
	if (mkdir(path, 0777) != 0)
		return errno == EEXIST ? HOST_OK : host_fault_of(errno);
	char *slash = strrchr(path, '/');
	const char *parent = ".";
	if (slash == path)
		parent = "/";
	else if (slash != NULL)
		parent = path;
	int folder;
	if (slash != NULL && slash != path)
		*slash = '\0';
	HostFault fault = open_folder(parent, &folder);
	if (slash != NULL && slash != path)
		*slash = '/';
	if (fault != HOST_OK)
		return fault;
	fault = sync_folder(folder);
	close(folder);
	return fault;
}

/* Makes every folder of `path` that is missing. Looks before it makes: mkdir of a folder that
 * exists may fail for other reasons than that it does, such as a read-only parent. */
static HostFault make_folders(char *path)
{
	struct stat status;
	if (stat(path, &status) == 0)
		return S_ISDIR(status.st_mode) ? HOST_OK : HOST_NOT_A_FOLDER;
	for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		HostFault fault = stat(path, &status) == 0 ? HOST_OK : make_folder(path);
		*slash = '/';
		if (fault != HOST_OK)
			return fault;
	}
	return make_folder(path);
}

/* Opens ".name.<process>-<attempt>" in the folder. Mode 0644 here is what the umask is taken from,
 * so no later change of mode is needed. */
static HostFault open_temporary(int folder, Text name, char temporary[NAME_BYTES], int *file)
{
	for (int attempt = 0; attempt < TEMPORARY_ATTEMPTS; attempt++) {
		int length = snprintf(temporary, NAME_BYTES, ".%.*s.%lx-%x", (int)name.length,
		                      name.bytes, (long)getpid(), (unsigned)attempt);
		if (length < 0 || length >= NAME_BYTES)
			return HOST_BAD_NAME;
		*file = openat(folder, temporary,
		               O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
		if (*file >= 0)
			return HOST_OK;
		if (errno != EEXIST)
			return host_fault_of(errno);
	}
	return HOST_IO;
}

static HostFault write_and_close(int file, Text bytes)
{
	HostFault fault = HOST_OK;
	if (!write_all(file, bytes))
		fault = host_fault_of(errno);
	while (fault == HOST_OK && fsync(file) != 0)
		if (errno != EINTR)
			fault = host_fault_of(errno);
	/* An interrupted close has closed, and what was synced is safe. */
	if (close(file) != 0 && errno != EINTR && fault == HOST_OK)
		fault = host_fault_of(errno);
	return fault;
}

/* A file's names, as terminated texts. */
typedef struct CommitNames {
	char name[NAME_BYTES];
	char temporary[NAME_BYTES];
} CommitNames;

/* Files on their way into a folder: some written, of these some renamed. */
typedef struct Commit {
	int folder;
	const HostFile *files;
	CommitNames *names; /* one for each file */
	size_t written;
	size_t renamed;
} Commit;

static HostFault copy_name(Text name, char copy[NAME_BYTES])
{
	if (name.length == 0 || name.length >= NAME_BYTES ||
	    memchr(name.bytes, '\0', name.length) != NULL ||
	    memchr(name.bytes, '/', name.length) != NULL)
		return HOST_BAD_NAME;
	memcpy(copy, name.bytes, name.length);
	copy[name.length] = '\0';
	return HOST_OK;
}

/* Writes the next file under its temporary name. */
static HostFault write_next(Commit *commit)
{
	struct stat status;
	size_t i = commit->written;
	CommitNames *names = &commit->names[i];
	HostFault fault = copy_name(commit->files[i].name, names->name);
	if (fault != HOST_OK)
		return fault;
	if (fstatat(commit->folder, names->name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISDIR(status.st_mode))
		return HOST_IS_FOLDER;
	int file;
	fault = open_temporary(commit->folder, commit->files[i].name, names->temporary, &file);
	if (fault != HOST_OK)
		return fault;
	commit->written++;
	return write_and_close(file, commit->files[i].bytes);
}

static HostFault rename_next(Commit *commit)
{
	const CommitNames *names = &commit->names[commit->renamed];
	if (renameat(commit->folder, names->temporary, commit->folder, names->name) != 0)
		return host_fault_of(errno);
	commit->renamed++;
	return HOST_OK;
}

static HostFault commit_in(int folder, const HostFile *files, CommitNames *names, size_t count,
                           size_t *failed)
{
	Commit commit = {.folder = folder, .files = files, .names = names};
	HostFault fault = HOST_OK;
	for (size_t i = 0; fault == HOST_OK && i < count; i++) {
		*failed = i;
		fault = write_next(&commit);
	}
	while (fault == HOST_OK && commit.renamed < count) {
		*failed = commit.renamed;
		fault = rename_next(&commit);
	}
	for (size_t i = commit.renamed; i < commit.written; i++)
		unlinkat(folder, names[i].temporary, 0);
	if (fault != HOST_OK)
		return fault;
	*failed = count;
	return sync_folder(folder);
}

static HostFault posix_commit(void *context, Text path, const HostFile *files, size_t count,
                              size_t *failed)
{
	(void)context;
	char copy[PATH_BYTES];
	*failed = count;
	if (!path_copy(path, copy))
		return HOST_BAD_NAME;
	HostFault fault = make_folders(copy);
	if (fault != HOST_OK)
		return fault;
	int folder;
	fault = open_folder(copy, &folder);
	if (fault != HOST_OK)
		return fault;
	size_t size = (count + 1) * sizeof(CommitNames);
	CommitNames *names = posix_take(NULL, size);
	fault = commit_in(folder, files, names, count, failed);
	posix_give(NULL, names, size);
	close(folder);
	return fault;
}

static int descriptor_of(HostStream stream)
{
	return stream == HOST_OUTPUT ? STDOUT_FILENO : STDERR_FILENO;
}

static bool posix_say(void *context, HostStream stream, Text text)
{
	(void)context;
	return write_all(descriptor_of(stream), text);
}

/* The value of an environment variable, empty when it is not set. */
static Text environment(Text name)
{
	for (char **variable = environ; variable != NULL && *variable != NULL; variable++) {
		Text text = text_of(*variable);
		if (text_starts(text, name) &&
		    text_starts(text_after(text, name.length), TEXT("=")))
			return text_after(text, name.length + 1);
	}
	return TEXT("");
}

/* NO_COLOR as no-color.org defines it: set and not empty. */
static bool posix_is_terminal(void *context, HostStream stream)
{
	(void)context;
	Text terminal = environment(TEXT("TERM"));
	return isatty(descriptor_of(stream)) == 1 && environment(TEXT("NO_COLOR")).length == 0 &&
	       terminal.length > 0 && !text_equal(terminal, TEXT("dumb"));
}

static int64_t posix_milliseconds(void *context)
{
	(void)context;
	struct timespec used;
	if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) != 0)
		return 0;
	return (int64_t)used.tv_sec * 1000 + used.tv_nsec / 1000000;
}

HostFault host_become(Arena *arena, Text program, char **words, Text *path)
{
	char own[PATH_BYTES];
	ssize_t length = readlink("/proc/self/exe", own, sizeof own);
	if (length < 0)
		return host_fault_of(errno);
	while (length > 0 && own[length - 1] != '/')
		length--;
	Text parts[] = {{own, (size_t)length}, program};
	*path = text_join(arena, parts, 2);
	execv(text_terminated(arena, *path), words);
	return host_fault_of(errno);
}

const Host *host_posix(void)
{
	static const Host host = {
	        .memory = {.take = posix_take, .give = posix_give},
	        .read = posix_read,
	        .list = posix_list,
	        .commit = posix_commit,
	        .say = posix_say,
	        .is_terminal = posix_is_terminal,
	        .milliseconds = posix_milliseconds,
	        .die = posix_die,
	};
	/* One run's memory comes and goes by arenas: giving the top of the heap back between them
	 * only has it zeroed and mapped anew, which costs more than setting a page. */
	mallopt(M_TRIM_THRESHOLD, HEAP_KEPT);
	mallopt(M_TOP_PAD, HEAP_STEP);
	return &host;
}
