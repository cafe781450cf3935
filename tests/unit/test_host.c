/* Tests of host: the real one, in a folder of its own, also when the system refuses. */
#include "support.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"
#include "host/host.h"

/* The working directory of every test is a new folder, which is removed after it. */
typedef struct Place {
	Arena arena;
	const Host *host;
	char folder[64];
} Place;

static int place_open(void **state)
{
	Place *place = test_malloc(sizeof *place);
	*place = (Place){.arena = test_arena(), .host = host_posix()};
	snprintf(place->folder, sizeof place->folder, "/tmp/test-host.XXXXXX");
	assert_non_null(mkdtemp(place->folder));
	assert_int_equal(chdir(place->folder), 0);
	umask(022);
	*state = place;
	return 0;
}

static void remove_tree(const char *path)
{
	DIR *folder = opendir(path);
	assert_non_null(folder);
	for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
		char name[1024];
		struct stat status;
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
		assert_int_equal(lstat(name, &status), 0);
		if (S_ISDIR(status.st_mode))
			remove_tree(name);
		else
			assert_int_equal(unlink(name), 0);
	}
	closedir(folder);
	assert_int_equal(rmdir(path), 0);
}

static int place_close(void **state)
{
	Place *place = *state;
	assert_int_equal(chdir("/"), 0);
	remove_tree(place->folder);
	arena_release(&place->arena);
	test_free(place);
	return 0;
}

static HostFault read_path(Place *place, const char *path, size_t maximum, Text *bytes)
{
	return place->host->read(place->host->context, &place->arena, text_of(path), maximum,
	                         bytes);
}

static HostFault commit(Place *place, const char *path, const char *bytes)
{
	const char *slash = strrchr(path, '/');
	size_t length = slash == NULL ? 0 : slash == path ? 1 : (size_t)(slash - path);
	Text folder = slash == NULL ? TEXT(".") : (Text){path, length};
	HostFile file = {text_of(slash == NULL ? path : slash + 1), text_of(bytes)};
	size_t failed = 9;
	return place->host->commit(place->host->context, folder, &file, 1, &failed);
}

static void assert_content(Place *place, const char *path, const char *expected)
{
	Text bytes = {0};
	assert_int_equal(read_path(place, path, 1000, &bytes), HOST_OK);
	assert_text(bytes, expected);
}

/* How many names, hidden ones too, a folder has. */
static size_t names_in(const char *path)
{
	size_t count = 0;
	DIR *folder = opendir(path);
	assert_non_null(folder);
	while (readdir(folder) != NULL)
		count++;
	closedir(folder);
	return count - 2;
}

static void read_gives_the_whole_file(void **state)
{
	Place *place = *state;
	assert_int_equal(commit(place, "a", "å\n"), HOST_OK);
	assert_content(place, "a", "å\n");
	assert_int_equal(commit(place, "empty", ""), HOST_OK);
	assert_content(place, "empty", "");
}

static void read_stops_at_the_maximum(void **state)
{
	Place *place = *state;
	Text bytes = {0};
	assert_int_equal(commit(place, "a", "1234"), HOST_OK);
	assert_int_equal(read_path(place, "a", 4, &bytes), HOST_OK);
	assert_int_equal(bytes.length, 4);
	assert_int_equal(read_path(place, "a", 3, &bytes), HOST_TOO_BIG);
}

static void read_tells_why_it_could_not(void **state)
{
	Place *place = *state;
	Text bytes = {0};
	assert_int_equal(commit(place, "a", "x"), HOST_OK);
	assert_int_equal(mkfifo("pipe", 0600), 0);
	assert_int_equal(symlink("loop", "loop"), 0);
	assert_int_equal(read_path(place, "none", 10, &bytes), HOST_NOT_FOUND);
	assert_int_equal(read_path(place, ".", 10, &bytes), HOST_IS_FOLDER);
	assert_int_equal(read_path(place, "a/b", 10, &bytes), HOST_NOT_A_FOLDER);
	assert_int_equal(read_path(place, "pipe", 10, &bytes), HOST_NOT_A_FILE);
	assert_int_equal(read_path(place, "/dev/null", 10, &bytes), HOST_NOT_A_FILE);
	assert_int_equal(read_path(place, "loop", 10, &bytes), HOST_BAD_NAME);
	assert_int_equal(read_path(place, "", 10, &bytes), HOST_BAD_NAME);
	char *name = arena_take(&place->arena, 5000, 1);
	memset(name, 'x', 4999);
	assert_int_equal(read_path(place, name, 10, &bytes), HOST_BAD_NAME);
	name[300] = '\0';
	assert_int_equal(read_path(place, name, 10, &bytes), HOST_BAD_NAME);
	assert_int_equal(place->host->read(NULL, &place->arena, TEXT("a\0b"), 10, &bytes),
	                 HOST_BAD_NAME);
	/* A file that says it is empty and is not, as one that grows meanwhile. */
	assert_int_equal(read_path(place, "/proc/self/status", 10, &bytes), HOST_CHANGED);
	assert_null(bytes.bytes);
}

static void files_that_are_not_ours_are_refused(void **state)
{
	Place *place = *state;
	enum { NOBODY = 65534 };
	Text bytes = {0};
	bool root = geteuid() == 0;
	/* Nothing is closed to root, who therefore asks as somebody else. */
	if (root) {
		assert_int_equal(chown(".", NOBODY, NOBODY), 0);
		assert_int_equal(seteuid(NOBODY), 0);
	}
	assert_int_equal(commit(place, "secret", "x"), HOST_OK);
	assert_int_equal(chmod("secret", 0), 0);
	HostFault reading = read_path(place, "secret", 10, &bytes);
	assert_int_equal(mkdir("closed", 0500), 0);
	HostFault writing = commit(place, "closed/a", "x");
	assert_true(!root || seteuid(0) == 0);
	assert_int_equal(reading, HOST_NOT_PERMITTED);
	assert_int_equal(writing, HOST_NOT_PERMITTED);
}

static void list_gives_names_in_order(void **state)
{
	Place *place = *state;
	static const char *const names[] = {"b.yaml", "a.yaml",  "å.yaml",
	                                    "a.yml",  ".c.yaml", "B.yaml"};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		assert_int_equal(commit(place, names[i], "x"), HOST_OK);
	assert_int_equal(mkdir("d.yaml", 0700), 0);
	assert_int_equal(symlink("a.yml", "link.yaml"), 0);
	assert_int_equal(symlink("nowhere", "broken.yaml"), 0);
	HostNames found = {0};
	assert_int_equal(place->host->list(NULL, &place->arena, TEXT("."), TEXT(".yaml"), &found),
	                 HOST_OK);
	static const char *const expected[] = {"B.yaml", "a.yaml", "b.yaml", "link.yaml", "å.yaml"};
	assert_int_equal(found.count, 5);
	for (size_t i = 0; i < found.count; i++)
		assert_text(found.items[i], expected[i]);
	assert_int_equal(place->host->list(NULL, &place->arena, TEXT("none"), TEXT(""), &found),
	                 HOST_NOT_FOUND);
	assert_int_equal(place->host->list(NULL, &place->arena, TEXT("a.yml"), TEXT(""), &found),
	                 HOST_NOT_A_FOLDER);
}

static void commit_replaces_and_leaves_nothing_behind(void **state)
{
	Place *place = *state;
	assert_int_equal(commit(place, "a", "old"), HOST_OK);
	struct stat before;
	assert_int_equal(stat("a", &before), 0);
	assert_int_equal(before.st_mode & 07777, 0644);
	assert_int_equal(commit(place, "a", "new content"), HOST_OK);
	struct stat after;
	assert_int_equal(stat("a", &after), 0);
	assert_true(before.st_ino != after.st_ino);
	assert_content(place, "a", "new content");
	assert_int_equal(names_in("."), 1);
}

/* Files that belong together: when one cannot be written, none is replaced. */
static void commit_is_for_all_files_or_none(void **state)
{
	Place *place = *state;
	HostFile old[] = {{TEXT("a"), TEXT("old a")}, {TEXT("c"), TEXT("old c")}};
	HostFile new[] = {
	        {TEXT("a"), TEXT("new a")}, {TEXT("b"), TEXT("new b")}, {TEXT("c"), TEXT("new c")}};
	size_t failed = 9;
	const Host *host = place->host;
	assert_int_equal(host->commit(NULL, TEXT("together"), old, 2, &failed), HOST_OK);
	assert_int_equal(mkdir("together/b", 0755), 0);
	assert_int_equal(host->commit(NULL, TEXT("together"), new, 3, &failed), HOST_IS_FOLDER);
	assert_int_equal(failed, 1);
	assert_content(place, "together/a", "old a");
	assert_content(place, "together/c", "old c");
	HostNames names = {0};
	assert_int_equal(host->list(NULL, &place->arena, TEXT("together"), TEXT(""), &names), 0);
	assert_int_equal(names.count, 2);
	assert_int_equal(rmdir("together/b"), 0);
	assert_int_equal(host->commit(NULL, TEXT("together"), new, 3, &failed), HOST_OK);
	assert_int_equal(failed, 3);
	assert_content(place, "together/a", "new a");
	assert_content(place, "together/b", "new b");
	assert_content(place, "together/c", "new c");
}

/* A case may have every document type that a municipality has, each in its formats. */
static void commit_takes_as_many_files_as_there_are(void **state)
{
	Place *place = *state;
	HostFile files[300];
	size_t count = sizeof files / sizeof files[0], failed = 0;
	for (size_t i = 0; i < count; i++) {
		Buffer name = buffer_new(&place->arena, 32);
		buffer_put_integer(&name, (int64_t)i);
		files[i] = (HostFile){buffer_text(&name), buffer_text(&name)};
	}
	assert_int_equal(place->host->commit(NULL, TEXT("many"), files, count, &failed), HOST_OK);
	assert_int_equal(failed, count);
	assert_content(place, "many/299", "299");
	assert_int_equal(place->host->commit(NULL, TEXT("none"), files, 0, &failed), HOST_OK);
}

static void commit_respects_the_umask(void **state)
{
	Place *place = *state;
	umask(077);
	assert_int_equal(commit(place, "a", "x"), HOST_OK);
	struct stat status;
	assert_int_equal(stat("a", &status), 0);
	assert_int_equal(status.st_mode & 07777, 0600);
}

static void commit_makes_missing_folders(void **state)
{
	Place *place = *state;
	assert_int_equal(commit(place, "out/002/deep/x.md", "x"), HOST_OK);
	assert_content(place, "out/002/deep/x.md", "x");
	assert_int_equal(commit(place, "out//002/y.md", "y"), HOST_OK);
	assert_content(place, "out/002/y.md", "y");
	char absolute[128];
	snprintf(absolute, sizeof absolute, "%s/new/z", place->folder);
	assert_int_equal(commit(place, absolute, "z"), HOST_OK);
	assert_content(place, "new/z", "z");
}

static void commit_replaces_a_link_and_not_its_target(void **state)
{
	Place *place = *state;
	assert_int_equal(commit(place, "target", "old"), HOST_OK);
	assert_int_equal(symlink("target", "link"), 0);
	assert_int_equal(commit(place, "link", "new"), HOST_OK);
	assert_content(place, "target", "old");
	assert_content(place, "link", "new");
	struct stat status;
	assert_int_equal(lstat("link", &status), 0);
	assert_true(S_ISREG(status.st_mode));
}

static void commit_passes_leftovers_by(void **state)
{
	Place *place = *state;
	char leftover[64];
	snprintf(leftover, sizeof leftover, ".a.%lx-0", (long)getpid());
	int file = open(leftover, O_WRONLY | O_CREAT | O_EXCL, 0600);
	assert_true(file >= 0);
	close(file);
	assert_int_equal(commit(place, "a", "x"), HOST_OK);
	assert_content(place, "a", "x");
	assert_int_equal(names_in("."), 2);
}

static void commit_tells_why_it_could_not(void **state)
{
	Place *place = *state;
	assert_int_equal(commit(place, "a", "x"), HOST_OK);
	assert_int_equal(mkdir("folder", 0700), 0);
	assert_int_equal(commit(place, "folder", "x"), HOST_IS_FOLDER);
	assert_int_equal(commit(place, "folder/", "x"), HOST_BAD_NAME);
	assert_int_equal(commit(place, "a/b", "x"), HOST_NOT_A_FOLDER);
	assert_int_equal(commit(place, "a/b/c", "x"), HOST_NOT_A_FOLDER);
	assert_int_equal(commit(place, "", "x"), HOST_BAD_NAME);
	char name[301] = {0};
	memset(name, 'x', 300);
	assert_int_equal(commit(place, name, "x"), HOST_BAD_NAME);
	assert_int_equal(names_in("."), 2);
	assert_int_equal(names_in("folder"), 0);
	assert_content(place, "a", "x");
}

/* A limit on file size stands in for a full disk: the write fails half way. */
static void commit_that_fails_half_way_keeps_the_old_file(void **state)
{
	Place *place = *state;
	assert_int_equal(commit(place, "a", "old"), HOST_OK);
	struct rlimit before;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	const struct rlimit small = {.rlim_cur = 10, .rlim_max = before.rlim_max};
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	HostFault fault = commit(place, "a", "this is far longer than ten bytes");
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_DFL);
	assert_int_equal(fault, HOST_TOO_BIG);
	assert_content(place, "a", "old");
	assert_int_equal(names_in("."), 1);
}

/* What a child process that runs `act` wrote to one of its streams, and how it ended. */
typedef struct Child {
	char written[512];
	int status;
} Child;

static Child run_child(void (*act)(void), int stream)
{
	Child child = {.status = -1};
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	fflush(NULL);
	pid_t process = fork();
	assert_true(process >= 0);
	if (process == 0) {
		dup2(ends[1], stream);
		close(ends[0]);
		close(ends[1]);
		act();
		_exit(0);
	}
	close(ends[1]);
	size_t length = 0;
	ssize_t got;
	while ((got = read(ends[0], child.written + length, sizeof child.written - 1 - length)) > 0)
		length += (size_t)got;
	close(ends[0]);
	int status;
	assert_int_equal(waitpid(process, &status, 0), process);
	assert_true(WIFEXITED(status));
	child.status = WEXITSTATUS(status);
	return child;
}

static void take_too_much(void)
{
	const Host *host = host_posix();
	Arena arena = {.source = host->memory};
	arena_take_array(&arena, SIZE_MAX, 2, 1);
}

static void die_of_our_own_fault(void)
{
	host_posix()->die(NULL, EXIT_INTERNAL);
}

static void die_says_one_line(void **state)
{
	(void)state;
	Child child = run_child(take_too_much, STDERR_FILENO);
	assert_int_equal(child.status, EXIT_MEMORY);
	assert_string_equal(child.written, "Minnet tog slut. Inget har skrivits.\n");
	child = run_child(die_of_our_own_fault, STDERR_FILENO);
	assert_int_equal(child.status, EXIT_INTERNAL);
	assert_ptr_equal(strchr(child.written, '\n'), child.written + strlen(child.written) - 1);
}

static void memory_is_given_and_taken_back(void **state)
{
	Place *place = *state;
	MemorySource memory = place->host->memory;
	char *block = memory.take(memory.context, 100);
	memset(block, 1, 100);
	memory.give(memory.context, block, 100);
}

static void say_both(void)
{
	if (!host_posix()->say(NULL, HOST_OUTPUT, TEXT("ut å")) ||
	    !host_posix()->say(NULL, HOST_ERRORS, TEXT("fel ö\n")) ||
	    !host_posix()->say(NULL, HOST_OUTPUT, TEXT("")))
		_exit(9);
}

static void say_to_a_full_device(void)
{
	dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO);
	_exit(host_posix()->say(NULL, HOST_OUTPUT, TEXT("x")) ? 9 : 3);
}

static void say_writes_to_its_stream(void **state)
{
	(void)state;
	fflush(NULL);
	Child child = run_child(say_both, STDOUT_FILENO);
	assert_int_equal(child.status, 0);
	assert_string_equal(child.written, "ut å");
	assert_int_equal(run_child(say_to_a_full_device, STDERR_FILENO).status, 3);
}

/* Exits with how is_terminal answers for: xterm, NO_COLOR=1, NO_COLOR empty, dumb, unset, a pipe.
 */
static void ask_a_terminal(void)
{
	const Host *host = host_posix();
	int terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY);
	if (terminal < 0)
		_exit(77);
	int before = host->is_terminal(NULL, HOST_OUTPUT);
	dup2(terminal, STDOUT_FILENO);
	setenv("TERM", "xterm", 1);
	unsetenv("NO_COLOR");
	int answers = before << 5 | host->is_terminal(NULL, HOST_OUTPUT);
	setenv("NO_COLOR", "1", 1);
	answers |= host->is_terminal(NULL, HOST_OUTPUT) << 1;
	setenv("NO_COLOR", "", 1);
	answers |= host->is_terminal(NULL, HOST_OUTPUT) << 2;
	setenv("TERM", "dumb", 1);
	answers |= host->is_terminal(NULL, HOST_OUTPUT) << 3;
	unsetenv("TERM");
	answers |= host->is_terminal(NULL, HOST_OUTPUT) << 4;
	_exit(answers);
}

static void colour_is_for_terminals_that_want_it(void **state)
{
	(void)state;
	int answers = run_child(ask_a_terminal, STDOUT_FILENO).status;
	assert_int_equal(answers, 1 << 0 | 1 << 2);
}

static void milliseconds_do_not_go_backwards(void **state)
{
	Place *place = *state;
	int64_t before = place->host->milliseconds(NULL);
	assert_true(before >= 0);
	assert_true(place->host->milliseconds(NULL) >= before);
}

static void every_fault_has_a_cause(void **state)
{
	(void)state;
	assert_text(host_cause(HOST_OK), "");
	assert_text(host_cause(HOST_NOT_FOUND), "den finns inte");
	for (int fault = HOST_OK + 1; fault <= HOST_IO; fault++)
		assert_true(host_cause((HostFault)fault).length > 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_open, place_close)
	const struct CMUnitTest tests[] = {
	        TEST(read_gives_the_whole_file),
	        TEST(read_stops_at_the_maximum),
	        TEST(read_tells_why_it_could_not),
	        TEST(files_that_are_not_ours_are_refused),
	        TEST(list_gives_names_in_order),
	        TEST(commit_replaces_and_leaves_nothing_behind),
	        TEST(commit_is_for_all_files_or_none),
	        TEST(commit_takes_as_many_files_as_there_are),
	        TEST(commit_respects_the_umask),
	        TEST(commit_makes_missing_folders),
	        TEST(commit_replaces_a_link_and_not_its_target),
	        TEST(commit_passes_leftovers_by),
	        TEST(commit_tells_why_it_could_not),
	        TEST(commit_that_fails_half_way_keeps_the_old_file),
	        TEST(die_says_one_line),
	        TEST(memory_is_given_and_taken_back),
	        TEST(say_writes_to_its_stream),
	        TEST(colour_is_for_terminals_that_want_it),
	        TEST(milliseconds_do_not_go_backwards),
	        TEST(every_fault_has_a_cause),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
