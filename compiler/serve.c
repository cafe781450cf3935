/* Serve, in overens: becomes the program that has the preview. */
#include "serve.h"

#include "source/report.h"
#include "tell.h"

ExitCode serve(const Job *job, Text folder, char **words)
{
	(void)folder;
	Arena arena = {.source = job->host->memory};
	Diagnostics diagnostics = {.arena = &arena};
	Report report = report_new(&arena, report_form(job));
	Text path = TEXT("overens-serve");
	HostFault fault = host_become(&arena, TEXT("overens-serve"), words, &path);
	diagnose(&diagnostics, FILE_UNREADABLE, (Span){0}, path, host_cause(fault));
	report_add(&report, &diagnostics);
	report_tell(job, &report);
	arena_release(&arena);
	return EXIT_ACCESS;
}
