/* Web: libmicrohttpd, the socket that it listens on, and the files that it may open. */
#include "preview/web.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <microhttpd.h>

/* A browser opens at most six to one place. */
enum { CONNECTIONS = 64, IDLE_SECONDS = 60 };

struct Web {
	Arena *arena;
	WebSetup setup;
	struct MHD_Daemon *daemon;
	int descriptor;
	int64_t port;
	struct MHD_Connection *later[CONNECTIONS]; /* put off */
	size_t later_count;
};

/* Listening. */

static HostFault listen_on(int64_t port, int *listener)
{
	struct sockaddr_in address = {.sin_family = AF_INET,
	                              .sin_port = htons((uint16_t)port),
	                              .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int on = 1;
	*listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (*listener < 0)
		return host_fault_of(errno);
	/* A port that was left a moment ago is free. */
	setsockopt(*listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (bind(*listener, (const struct sockaddr *)&address, sizeof address) == 0 &&
	    listen(*listener, SOMAXCONN) == 0)
		return HOST_OK;
	HostFault fault = host_fault_of(errno);
	close(*listener);
	return fault;
}

static int64_t port_of(int listener)
{
	struct sockaddr_in address = {0};
	socklen_t length = sizeof address;
	getsockname(listener, (struct sockaddr *)&address, &length);
	return ntohs(address.sin_port);
}

/* Requests. */

static Text value_of(struct MHD_Connection *connection, enum MHD_ValueKind kind, const char *name)
{
	const char *value = MHD_lookup_connection_value(connection, kind, name);
	return value != NULL ? text_of(value) : (Text){0};
}

/* The name that the browser called, which may have a port after it. */
static bool is_this_computer(Text called)
{
	static const Text names[] = {TEXT_INIT("127.0.0.1"), TEXT_INIT("localhost"),
	                             TEXT_INIT("[::1]")};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (!text_starts(called, names[i]))
			continue;
		int64_t port = 0;
		Text after = text_after(called, names[i].length);
		if (after.length == 0 ||
		    (text_starts(after, TEXT(":")) && text_integer(text_after(after, 1), &port)))
			return true;
	}
	return false;
}

/* Files. */

/* Opens the next name of a path within a folder, or -1. */
static int open_within(int folder, Arena *arena, Text name, int flags)
{
	if (name.length == 0 || text_starts(name, TEXT(".")))
		return -1;
	return openat(folder, text_terminated(arena, name), flags | O_NOFOLLOW | O_CLOEXEC);
}

/* A regular file in a folder or in the folders of it, or -1. */
static int open_file(Arena *arena, Text folder, Text file, struct stat *status)
{
	Text rest = file, name;
	int at = open(text_terminated(arena, folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	while (at >= 0 && text_next(&rest, '/', &name)) {
		bool last = rest.bytes == NULL;
		int next = open_within(at, arena, name,
		                       O_RDONLY | O_NONBLOCK | (last ? 0 : O_DIRECTORY));
		close(at);
		at = next;
	}
	if (at >= 0 && fstat(at, status) == 0 && S_ISREG(status->st_mode))
		return at;
	if (at >= 0)
		close(at);
	return -1;
}

/* Answers. */

static void add_header(struct MHD_Response *response, Arena *arena, const char *name, Text value)
{
	if (value.length > 0)
		MHD_add_response_header(response, name, text_terminated(arena, value));
}

static struct MHD_Response *response_of(Arena *arena, WebAnswer *answer)
{
	struct stat status;
	int file = -1;
	if (answer->file.length > 0) {
		file = open_file(arena, answer->folder, answer->file, &status);
		if (file >= 0)
			return MHD_create_response_from_fd64((uint64_t)status.st_size, file);
		*answer = (WebAnswer){.status = 404,
		                      .type = TEXT("text/plain; charset=utf-8"),
		                      .bytes = TEXT("Sidan finns inte.\n")};
	}
	/* A copy is made, whatever the type of the parameter says. */
	return MHD_create_response_from_buffer(answer->bytes.length,
	                                       (void *)(uintptr_t)answer->bytes.bytes,
	                                       MHD_RESPMEM_MUST_COPY);
}

static enum MHD_Result reply(struct MHD_Connection *connection, Arena *arena, WebAnswer *answer)
{
	struct MHD_Response *response = response_of(arena, answer);
	if (response == NULL)
		return MHD_NO;
	add_header(response, arena, "Content-Type", answer->type);
	add_header(response, arena, "Content-Security-Policy", answer->policy);
	add_header(response, arena, "X-Content-Type-Options", TEXT("nosniff"));
	add_header(response, arena, "Cache-Control", TEXT("no-store"));
	add_header(response, arena, "Referrer-Policy", TEXT("no-referrer"));
	add_header(response, arena, "Cross-Origin-Resource-Policy", TEXT("same-origin"));
	add_header(response, arena, "Cross-Origin-Opener-Policy", TEXT("same-origin"));
	if (answer->status == 405)
		add_header(response, arena, "Allow", TEXT("GET, HEAD"));
	enum MHD_Result sent = MHD_queue_response(connection, answer->status, response);
	MHD_destroy_response(response);
	return sent;
}

static WebAnswer refusal(unsigned status, Text words)
{
	return (WebAnswer){
	        .status = status, .type = TEXT("text/plain; charset=utf-8"), .bytes = words};
}

static enum MHD_Result put_off(Web *web, struct MHD_Connection *connection)
{
	/* There are no more than the daemon lets in. */
	assert(web->later_count < CONNECTIONS);
	web->later[web->later_count++] = connection;
	MHD_suspend_connection(connection);
	return MHD_YES;
}

static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **remembered)
{
	Web *web = context;
	(void)version, (void)upload;
	bool reads = text_equal(text_of(method), TEXT("GET")) ||
	             text_equal(text_of(method), TEXT("HEAD"));
	/* What is remembered between the calls for a request is only how many there have been. The
	 * first is for its head alone; to write is refused before what would be written has come.
	 */
	void *called = web, *asked = &web->setup;
	if (*remembered == NULL && reads) {
		*remembered = called;
		return MHD_YES;
	}
	if (reads && *upload_size > 0) {
		*upload_size = 0;
		return MHD_YES;
	}
	Arena arena = {.source = web->arena->source};
	WebAnswer answer = {.status = 200};
	if (!is_this_computer(value_of(connection, MHD_HEADER_KIND, "Host")))
		answer = refusal(
		        403, TEXT("Förhandsvisningen svarar bara på 127.0.0.1 och localhost.\n"));
	else if (!reads)
		answer = refusal(405, TEXT("Förhandsvisningen går bara att läsa.\n"));
	else
		web->setup.answer(
		        web->setup.context, &arena,
		        &(WebRequest){.path = text_of(url),
		                      .after = value_of(connection, MHD_GET_ARGUMENT_KIND, "after"),
		                      .code = value_of(connection, MHD_GET_ARGUMENT_KIND, "code"),
		                      .woken = *remembered == asked},
		        &answer);
	*remembered = asked;
	enum MHD_Result result =
	        answer.later ? put_off(web, connection) : reply(connection, &arena, &answer);
	arena_release(&arena);
	return result;
}

/* The daemon. */

Web *web_open(Arena *arena, const WebSetup *setup, HostFault *fault)
{
	Web *web = ARENA_NEW(arena, Web);
	int listener;
	*web = (Web){.arena = arena, .setup = *setup};
	*fault = listen_on(setup->port, &listener);
	if (*fault != HOST_OK)
		return NULL;
	/* A browser that has gone is told of by write, not by a signal. */
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	sigaction(SIGPIPE, &ignore, NULL);
	web->port = port_of(listener);
	web->daemon = MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
	                               handle, web, MHD_OPTION_LISTEN_SOCKET, listener,
	                               MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
	                               MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS,
	                               MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1, MHD_OPTION_END);
	const union MHD_DaemonInfo *info =
	        web->daemon != NULL ? MHD_get_daemon_info(web->daemon, MHD_DAEMON_INFO_EPOLL_FD)
	                            : NULL;
	if (info != NULL) {
		web->descriptor = info->epoll_fd;
		return web;
	}
	*fault = HOST_NONE_LEFT;
	if (web->daemon != NULL)
		MHD_stop_daemon(web->daemon);
	else
		close(listener);
	return NULL;
}

void web_close(Web *web)
{
	web_wake(web);
	web_run(web);
	MHD_stop_daemon(web->daemon);
}

int64_t web_port(const Web *web)
{
	return web->port;
}

int web_descriptor(const Web *web)
{
	return web->descriptor;
}

int64_t web_timeout(const Web *web)
{
	MHD_UNSIGNED_LONG_LONG milliseconds = 0;
	if (MHD_get_timeout(web->daemon, &milliseconds) != MHD_YES)
		return -1;
	return milliseconds > INT32_MAX ? INT32_MAX : (int64_t)milliseconds;
}

static bool is_full(const Web *web)
{
	const union MHD_DaemonInfo *info =
	        MHD_get_daemon_info(web->daemon, MHD_DAEMON_INFO_CURRENT_CONNECTIONS);
	return info != NULL && info->num_connections >= CONNECTIONS;
}

void web_run(Web *web)
{
	bool was_full;
	/* When connections have made room, the daemon looks for others to let in only in its next
	 * run, and nothing would tell of them. */
	do {
		was_full = is_full(web);
		MHD_run(web->daemon);
	} while (was_full && !is_full(web));
}

void web_wake(Web *web)
{
	for (size_t i = 0; i < web->later_count; i++)
		MHD_resume_connection(web->later[i]);
	web->later_count = 0;
}
