/* Report: gathering, sorting and counting what a run has to say. */
#include "source/report.h"

#include "base/limits.h"
#include "base/sort.h"
#include "source/report_human.h"
#include "source/report_machine.h"

Report report_new(Arena *arena, ReportForm form)
{
	return (Report){.arena = arena, .form = form};
}

static bool is_for_machines(const Report *report)
{
	return report->form == REPORT_JSON || report->form == REPORT_SARIF;
}

static Text render(const Report *report, const Diagnostic *diagnostic)
{
	Buffer out = buffer_new(report->arena, BUFFER_MAXIMUM);
	switch (report->form) {
	case REPORT_HUMAN: report_human(diagnostic, false, &out); break;
	case REPORT_COLOUR: report_human(diagnostic, true, &out); break;
	case REPORT_PLAIN: report_plain(diagnostic, &out); break;
	case REPORT_JSON: report_json(diagnostic, &out); break;
	case REPORT_SARIF: report_sarif(diagnostic, &out); break;
	}
	return buffer_text(&out);
}

static void add_one(Report *report, const Diagnostic *diagnostic)
{
	const DiagnosticKind *kind = diagnostic_kind(diagnostic->code);
	bool error = diagnostic->severity == SEVERITY_ERROR;
	size_t *kept = error ? &report->errors : &report->others;
	if (!is_for_machines(report) && *kept == LIMIT_DIAGNOSTICS_SHOWN) {
		*(error ? &report->errors_left : &report->others_left) += 1;
		return;
	}
	*kept += 1;
	const Source *source = diagnostic->span.source;
	*ARENA_PUSH(report->arena, report) = (ReportItem){
	        .path = source != NULL ? text_copy(report->arena, source->path) : (Text){0},
	        .byte = diagnostic->span.first,
	        .error = error,
	        .code = kind->name,
	        .rendered = render(report, diagnostic),
	};
}

void report_add(Report *report, const Diagnostics *diagnostics)
{
	size_t count;
	const Diagnostic **sorted = diagnostics_sorted(diagnostics, &count);
	for (size_t i = 0; i < count; i++)
		add_one(report, sorted[i]);
}

void report_add_json(Report *report, Span place, Text object)
{
	const Source *source = place.source;
	report->others++;
	*ARENA_PUSH(report->arena, report) = (ReportItem){
	        .path = source != NULL ? text_copy(report->arena, source->path) : (Text){0},
	        .byte = place.first,
	        .rendered = object,
	};
}

/* Those without place come first, as they are about the run. */
static int item_order(const void *one, const void *other)
{
	const ReportItem *a = one, *b = other;
	int order = text_order(a->path, b->path);
	return order != 0 ? order : (a->byte > b->byte) - (a->byte < b->byte);
}

/* Two cases can both find the same fault in a template. */
static void drop_equal(Report *report)
{
	size_t kept = 0;
	for (size_t i = 0; i < report->count; i++) {
		const ReportItem *item = &report->items[i];
		bool told = false;
		for (size_t k = kept;
		     !told && k > 0 && item_order(&report->items[k - 1], item) == 0; k--)
			told = text_equal(report->items[k - 1].rendered, item->rendered);
		if (told)
			*(item->error ? &report->errors : &report->others) -= 1;
		else
			report->items[kept++] = *item;
	}
	report->count = kept;
}

void report_put_count(Buffer *out, size_t errors, size_t others)
{
	if (errors > 0) {
		buffer_put_integer(out, (int64_t)errors);
		buffer_put(out, TEXT(" fel"));
	}
	if (errors > 0 && others > 0)
		buffer_put(out, TEXT(" och "));
	if (others > 0) {
		buffer_put_integer(out, (int64_t)others);
		buffer_put(out, others == 1 ? TEXT(" varning") : TEXT(" varningar"));
	}
}

static void put_left_out(Buffer *out, size_t errors, size_t others)
{
	if (errors + others == 0)
		return;
	buffer_put(out, TEXT("Dessutom finns "));
	report_put_count(out, errors, others);
	buffer_put(out, TEXT(" som inte visas här.\n"));
}

/* How it went, and where to read more; of the first error, or else of the first warning. */
static void put_summary(const Report *report, Buffer *out)
{
	const ReportItem *asked = report->items;
	for (size_t i = report->count; i > 0; i--)
		if (report->items[i - 1].error)
			asked = &report->items[i - 1];
	report_put_count(out, report->errors + report->errors_left,
	                 report->others + report->others_left);
	buffer_put(out, TEXT(". Läs mer: overens explain "));
	buffer_put(out, asked->code);
	buffer_put_byte(out, '\n');
}

static void tell_people(Report *report, Buffer *out)
{
	bool apart = report->form == REPORT_COLOUR && report->count > 0;
	size_t room = LIMIT_DIAGNOSTICS_SHOWN - report->errors, left = report->others_left;
	for (size_t i = 0; i < report->count; i++) {
		const ReportItem *item = &report->items[i];
		if (!item->error && room == 0) {
			left++;
			continue;
		}
		room -= !item->error;
		buffer_put(out, item->rendered);
		buffer_put(out, apart ? TEXT("\n") : TEXT(""));
	}
	put_left_out(out, report->errors_left, left);
	if (apart)
		put_summary(report, out);
}

void report_end(Report *report, Buffer *out)
{
	sort_stable(report->arena, report->items, report->count, sizeof *report->items, item_order);
	drop_equal(report);
	if (!is_for_machines(report)) {
		tell_people(report, out);
		return;
	}
	Json json = json_new(out);
	report_machine_begin(&json, report->form == REPORT_SARIF);
	for (size_t i = 0; i < report->count; i++)
		json_raw(&json, report->items[i].rendered);
	report_machine_end(&json, report->form == REPORT_SARIF);
}
