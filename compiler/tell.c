/* Tell: choosing a report's form and stream. */
#include "tell.h"

#include "base/buffer.h"

bool is_for_machines(const Job *job)
{
	return job->format == FORMAT_JSON || job->format == FORMAT_SARIF;
}

ReportForm report_form(const Job *job)
{
	static const ReportForm forms[] = {[FORMAT_HUMAN] = REPORT_HUMAN,
	                                   [FORMAT_PLAIN] = REPORT_PLAIN,
	                                   [FORMAT_JSON] = REPORT_JSON,
	                                   [FORMAT_SARIF] = REPORT_SARIF};
	const Host *host = job->host;
	if (job->format == FORMAT_HUMAN && host->is_terminal(host->context, HOST_ERRORS))
		return REPORT_COLOUR;
	return forms[job->format];
}

bool report_tell(const Job *job, Report *report)
{
	const Host *host = job->host;
	Buffer out = buffer_new(report->arena, BUFFER_MAXIMUM);
	report_end(report, &out);
	if (is_for_machines(job))
		return host->say(host->context, HOST_OUTPUT, buffer_text(&out));
	if (out.length > 0)
		host->say(host->context, HOST_ERRORS, buffer_text(&out));
	return true;
}
