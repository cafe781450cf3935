/* Web: pages to the browsers of this computer, and to nobody else. */
#ifndef PREVIEW_WEB_H
#define PREVIEW_WEB_H

#include "host/host.h"

/*
 * GNU libmicrohttpd, without threads: it works only inside web_run, and web_descriptor tells when
 * there is something for it to do.
 *
 *	Web *web = web_open(&arena, &setup, &fault);
 *	for (;;) {
 *		web_run(web);
 *		... wait for web_descriptor(web), at most web_timeout(web) milliseconds ...
 *	}
 *	web_wake(web);			what was put off may be answered now
 *	web_close(web);
 *
 * What is refused before anybody is asked:
 *
 *	others		it listens on 127.0.0.1, where only this computer can call; a page from
 *			elsewhere that has its name lead here (DNS rebinding) says that name in its
 *			request; only "127.0.0.1", "localhost" and "[::1]" are answered, with any
 *			port, since what is called may be one end of a tunnel
 *	writing		only GET and HEAD
 *	other files	a file is named by the folder that it must be in and the names on the way,
 *			none of which may be empty, begin with a dot or be a symbolic link
 *
 * No answer is kept by the browser, taken for another type than it says, or given to a page from
 * elsewhere.
 */
typedef struct Web Web;

typedef struct WebRequest {
	Text path;  /* decoded, from its first slash on */
	Text after; /* the argument with that name, or empty */
	Text code;  /* likewise */
	bool woken; /* it has been put off */
} WebRequest;

typedef struct WebAnswer {
	unsigned status; /* 200 */
	Text type;
	Text policy; /* what the page may do: Content-Security-Policy */
	Text bytes;
	Text folder, file; /* instead of bytes; 404 when there is no such file */
	bool later;        /* no answer yet: the request comes again when it is woken */
} WebAnswer;

typedef struct WebSetup {
	int64_t port; /* 0 for any that is free */
	void (*answer)(void *context, Arena *arena, const WebRequest *request, WebAnswer *answer);
	void *context;
} WebSetup;

/* NULL, with the cause, when the port cannot be had. */
Web *web_open(Arena *arena, const WebSetup *setup, HostFault *fault);
void web_close(Web *web);

int64_t web_port(const Web *web);
int web_descriptor(const Web *web);
int64_t web_timeout(const Web *web); /* -1: none */
void web_run(Web *web);
void web_wake(Web *web);

#endif
