/* Verify: compiles what a PDF carries and compares. */
#include "verify.h"

#include "base/buffer.h"
#include "base/digest.h"
#include "base/version.h"
#include "host/overlay.h"
#include "pdf/attach.h"
#include "provenance.h"

/* No document that we write is larger. */
enum { PDF_BYTES = 256 << 20 };

/* What the latest case gave. PDFs of one case follow each other, and the case is compiled once. */
typedef struct Compilation {
	Arena arena;
	Attachments given;
	Overlay overlay;
	ExitCode code;
} Compilation;

typedef struct Verification {
	Arena *arena;
	Compilation *latest;
	const Job *job;
	Text agreements_folder;
	Text path;
	Text pdf;
	Attachments attachments;
	Text summary; /* underlag.json */
	Buffer out;
} Verification;

static void put_line(Verification *v, Text before, Text name, Text after)
{
	Text parts[] = {before, name, after, TEXT("\n")};
	buffer_put(&v->out, text_join(v->arena, parts, 4));
}

/* The case is the first of the attached YAML files; underlag.json is there too. */
static bool read_attachments(Verification *v, Text *yaml)
{
	if (!attach_read(v->arena, v->pdf, &v->attachments))
		return false;
	for (size_t i = 0; i < v->attachments.count; i++) {
		const Attachment *file = &v->attachments.items[i];
		if (text_equal(file->name, TEXT(PROVENANCE_FILE)))
			v->summary = file->bytes;
		else if (text_ends(file->name, TEXT(".yaml")))
			*yaml = file->name;
	}
	return v->summary.length > 0 && yaml->length > 0;
}

/* Whether what the PDF carries is what the latest carried, but for what that says of the PDF. */
static bool is_same_case(const Verification *v)
{
	const Attachments *one = &v->latest->given, *other = &v->attachments;
	if (one->count != other->count)
		return false;
	for (size_t i = 0; i < one->count; i++) {
		const Attachment *a = &one->items[i], *b = &other->items[i];
		if (!text_equal(a->name, b->name) || (!text_equal(a->name, TEXT(PROVENANCE_FILE)) &&
		                                      !text_equal(a->bytes, b->bytes)))
			return false;
	}
	return true;
}

static void compile_case(Verification *v, Text yaml)
{
	Compilation *c = v->latest;
	Arena *arena = &c->arena;
	Job job = *v->job;
	arena_release(arena);
	*c = (Compilation){.arena = {.source = v->job->host->memory}};
	/* The manual's case stands beside its template. */
	job.manual = text_equal(yaml, TEXT("manual.yaml"));
	Text folder = job.manual ? path_join(arena, job.templates_folder, TEXT("manual"))
	                         : v->agreements_folder;
	Text path = path_join(arena, folder, yaml);
	job.host = overlay_open(&c->overlay, arena, v->job->host);
	for (size_t i = 0; i < v->attachments.count; i++) {
		const Attachment *file = &v->attachments.items[i];
		Attachment *kept = ARENA_PUSH(arena, &c->given);
		kept->name = text_copy(arena, file->name);
		kept->bytes = text_copy(arena, file->bytes);
		overlay_give(&c->overlay, path_join(arena, folder, kept->name), kept->bytes);
	}
	job.task = TASK_BUILD;
	job.quiet = true;
	job.format = FORMAT_HUMAN;
	job.cases = &path;
	job.case_count = 1;
	c->code = compile(&job);
}

/* What the case gives today; false when it no longer compiles to that document. */
static bool compile_again(Verification *v, Text yaml, Text *bytes)
{
	if (!is_same_case(v))
		compile_case(v, yaml);
	Text name[] = {provenance_template(v->summary), TEXT(".pdf")};
	return v->latest->code == EXIT_DONE &&
	       overlay_committed(&v->latest->overlay, text_join(v->arena, name, 2), bytes);
}

static const InputFile *find_file(const InputFiles *files, Text name)
{
	for (size_t i = 0; i < files->count; i++)
		if (text_equal(files->items[i].name, name))
			return &files->items[i];
	return NULL;
}

/* The files that `then` and `now` have different; returns how many. */
static size_t tell_changed(Verification *v, const InputFiles *then, const InputFiles *now)
{
	size_t told = 0;
	for (size_t i = 0; i < then->count; i++) {
		const InputFile *file = find_file(now, then->items[i].name);
		if (file != NULL && text_equal(file->digest, then->items[i].digest))
			continue;
		put_line(v, TEXT("  "), then->items[i].name,
		         file != NULL ? TEXT(" har ändrats sedan dess.")
		                      : TEXT(" används inte längre."));
		told++;
	}
	for (size_t i = 0; i < now->count; i++) {
		if (find_file(then, now->items[i].name) != NULL)
			continue;
		put_line(v, TEXT("  "), now->items[i].name, TEXT(" har tillkommit sedan dess."));
		told++;
	}
	return told;
}

static Text count_text(Verification *v, size_t count)
{
	Buffer digits = buffer_new(v->arena, 32);
	buffer_put_integer(&digits, (int64_t)count);
	return buffer_text(&digits);
}

static void tell_difference(Verification *v, Text again)
{
	Attachments today = {0};
	InputFiles then = provenance_files(v->arena, v->summary), now = {0};
	Text program[] = {TEXT("\"program\":\""), TEXT(PROGRAM), TEXT("\"")};
	if (attach_read(v->arena, again, &today))
		now = provenance_files(v->arena, today.items[today.count - 1].bytes);
	size_t told = tell_changed(v, &then, &now);
	if (text_find(v->summary, text_join(v->arena, program, 3), 0) == TEXT_NOWHERE) {
		put_line(v, TEXT("  Den är gjord med en annan version av programmet."), TEXT(""),
		         TEXT(""));
		told++;
	}
	size_t at = 0;
	while (at < again.length && at < v->pdf.length && again.bytes[at] == v->pdf.bytes[at])
		at++;
	if (told == 0)
		put_line(v,
		         TEXT("  Ingen av filerna som den vilar på har ändrats, så PDF-filen själv "
		              "eller typsnitten är ändrade. Den första skillnaden är byte "),
		         count_text(v, at + 1), TEXT("."));
}

static ExitCode verify_one(Verification *v)
{
	Text yaml = {0}, again = {0};
	const Host *host = v->job->host;
	HostFault fault = host->read(host->context, v->arena, v->path, PDF_BYTES, &v->pdf);
	if (fault != HOST_OK) {
		Text cause[] = {TEXT(": "), host_cause(fault), TEXT(".")};
		put_line(v, TEXT("Det gick inte att läsa "), v->path,
		         text_join(v->arena, cause, 3));
		return EXIT_ACCESS;
	}
	if (!read_attachments(v, &yaml)) {
		put_line(v, TEXT(""), v->path,
		         TEXT(": stämmer inte. Ärendet som den är gjord av går inte att läsa ur "
		              "den."));
		return EXIT_INPUT;
	}
	if (!compile_again(v, yaml, &again)) {
		put_line(v, TEXT(""), v->path,
		         TEXT(": stämmer inte. Ärendet i den ger ingen sådan handling i dag:"));
		buffer_put(&v->out, buffer_text(&v->latest->overlay.said));
		return EXIT_INPUT;
	}
	if (text_equal(again, v->pdf)) {
		put_line(v, TEXT(""), v->path,
		         TEXT(": stämmer, byte för byte, med ärendet som den är gjord av."));
		return EXIT_DONE;
	}
	put_line(v, TEXT(""), v->path, TEXT(": stämmer inte med ärendet som den är gjord av."));
	tell_difference(v, again);
	return EXIT_INPUT;
}

ExitCode verify(const Job *job, Text agreements_folder)
{
	ExitCode code = EXIT_DONE;
	Compilation latest = {.arena = {.source = job->host->memory}};
	for (size_t i = 0; i < job->case_count; i++) {
		Arena arena = {.source = job->host->memory};
		Verification v = {.arena = &arena,
		                  .latest = &latest,
		                  .job = job,
		                  .agreements_folder = agreements_folder,
		                  .path = job->cases[i],
		                  .out = buffer_new(&arena, BUFFER_MAXIMUM)};
		ExitCode one = verify_one(&v);
		if (!job->host->say(job->host->context, HOST_OUTPUT, buffer_text(&v.out)))
			one = EXIT_ACCESS;
		code = one > code ? one : code;
		arena_release(&arena);
	}
	arena_release(&latest.arena);
	return code;
}
