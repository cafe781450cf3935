/* Pages: what the preview answers when a browser asks for an address. */
#ifndef PREVIEW_PAGES_H
#define PREVIEW_PAGES_H

#include "preview/targets.h"
#include "preview/web.h"

/*
 *	/			the shell, a page around the documents; and what belongs to it
 *	/-/preview.js		(templates/preview/)
 *	/-/preview.css
 *	/-/icon.svg
 *	/-/state?after=VERSION	what there is to show, as JSON; not answered as long as VERSION is
 *				what it was, but not put off twice
 *	/-/code?code=E042	what "overens explain E042" says
 *	/CASE/FILE, /FILE	a file in out/, as it is there
 *
 * The shell is files, read each time they are asked for, so that its look can be changed without C
 * and without starting again. It has no part in how the documents look: they are pages of their own
 * in a frame, and may do no more there than anywhere else. Of out/ only files in it and in the
 * cases' own folders are given, and of these only the kinds that documents have: not the program,
 * not what it is built of.
 *
 * The state:
 *
 *	{"version": "…", "making": false,
 *	 "shared": [diagnostic, …], "between": [diagnostic, …],
 *	 "index": true,					there is an out/index.html
 *	 "cases": [{"name": "002-resurspoolen", "file": "agreements/002-resurspoolen.yaml",
 *		    "current": true, "errors": 0, "warnings": 0,
 *		    "diagnostics": [diagnostic, …],	source/report_machine.h
 *		    "documents": [{"file": "overenskommelse", "key": "överenskommelse",
 *				   "pages": 6, "html": "3f9a…", "pdf": "77b0…"}, …]}, …]}
 */
typedef struct Pages {
	const Job *job;
	Targets *targets;
	int64_t started; /* versions of another run are other versions */
	int64_t version; /* of the state: it counts */
} Pages;

/* What a Web asks; `context` is a Pages. */
void pages_answer(void *context, Arena *arena, const WebRequest *request, WebAnswer *answer);

#endif
