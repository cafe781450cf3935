/* Publish: making the overview, and committing its files together. */
#include "publish.h"

#include "overview/overview.h"
#include "tell.h"

static Overview overview_of(const Publication *p)
{
	/* The page looks like the documents that it leads to, where it does not say otherwise. */
	Text sheets[] = {p->inputs->style_sheet, TEXT("\n"), p->inputs->overview_sheet};
	return (Overview){
	        .portfolio = p->portfolio,
	        .totals = totals_of(p->portfolio),
	        .municipality = p->inputs->shared.municipality.name.text,
	        .logotype = p->inputs->logotype,
	        .day = p->job->day,
	        .style = text_join(p->arena, sheets, 3),
	};
}

static void show_progress(const Publication *p)
{
	const Host *host = p->job->host;
	if (p->job->quiet || is_for_machines(p->job))
		return;
	Text parts[] = {path_join(p->arena, p->job->output_folder, TEXT("index.html")),
	                TEXT(", portfolio.csv och dates.ics är skrivna.\n")};
	host->say(host->context, HOST_ERRORS, text_join(p->arena, parts, 2));
}

bool publish(const Publication *p)
{
	enum { FILES = 3 };
	const Host *host = p->job->host;
	Overview overview = overview_of(p);
	const HostFile files[FILES] = {
	        {TEXT("index.html"), overview_page(&overview)},
	        {TEXT("portfolio.csv"), overview_table(&overview)},
	        {TEXT("dates.ics"), overview_calendar(&overview)},
	};
	Text folder = p->job->output_folder;
	size_t failed = 0;
	for (size_t i = 0; i < FILES; i++) {
		if (files[i].bytes.length > 0)
			continue;
		diagnose(p->diagnostics, FILE_UNWRITABLE, (Span){0},
		         path_join(p->arena, folder, files[i].name), host_cause(HOST_TOO_BIG));
		return false;
	}
	HostFault fault = host->commit(host->context, folder, files, FILES, &failed);
	if (fault == HOST_OK) {
		show_progress(p);
		return true;
	}
	diagnose(p->diagnostics, FILE_UNWRITABLE, (Span){0},
	         failed < FILES ? path_join(p->arena, folder, files[failed].name) : folder,
	         host_cause(fault));
	return false;
}
