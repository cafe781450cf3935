/* Driver: reads many files in one process and says of each what the reader and the binder found.
 *
 *	yaml BYTES	a file of so many bytes follows, read as YAML alone; its events follow the
 *			answer
 *	case BYTES	... and bound as a case
 *	register BYTES	... and bound as a file of the register
 *
 * An answer is one line: "tree" when the file can be read as YAML, else "none", and then each
 * diagnostic in the order of the file as CODE:LINE:COLUMN. What belongs to the rules between
 * values, to references and to the arithmetic is not asked for. Events are told as the YAML test
 * suite does, one a line: +MAP, -MAP, +SEQ, -SEQ and =VAL with the text, whatever its quotes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "model/bind.h"
#include "source/report.h"
#include "yaml/reader.h"

static void *take(void *context, size_t size)
{
	(void)context;
	void *block = malloc(size);
	if (block == NULL)
		abort();
	return block;
}

static void give(void *context, void *block, size_t size)
{
	(void)context, (void)size;
	free(block);
}

static void answer(const Diagnostics *diagnostics, bool tree)
{
	size_t count = 0;
	const Diagnostic **sorted = diagnostics_sorted(diagnostics, &count);
	printf(tree ? "tree" : "none");
	for (size_t i = 0; i < count; i++) {
		Text name = diagnostic_kind(sorted[i]->code)->name;
		Position place = {0};
		if (sorted[i]->span.source != NULL)
			place = source_position(sorted[i]->span.source, sorted[i]->span.first);
		printf(" %.*s:%zu:%zu", (int)name.length, name.bytes, place.line, place.column);
	}
	printf("\n");
}

static void tell_text(Text text)
{
	static const char special[] = "\\\n\t\r\b", letter[] = "\\ntrb";
	printf("=VAL ");
	for (size_t i = 0; i < text.length; i++) {
		const char *found = memchr(special, text.bytes[i], sizeof special - 1);
		if (found != NULL)
			printf("\\%c", letter[found - special]);
		else
			putchar(text.bytes[i]);
	}
	printf("\n");
}

static void tell_events(const YamlNode *node)
{
	if (node->kind == YAML_SCALAR) {
		tell_text(node->text);
		return;
	}
	bool mapping = node->kind == YAML_MAPPING;
	printf(mapping ? "+MAP\n" : "+SEQ\n");
	for (size_t i = 0; i < node->count; i++) {
		if (mapping)
			tell_text(node->entries[i].key);
		tell_events(node->entries[i].value);
	}
	printf(mapping ? "-MAP\n" : "-SEQ\n");
}

/* A report with everything that a diagnostic can have. */
static void tell_sarif(Arena *arena, Diagnostics *diagnostics)
{
	for (Diagnostic *d = diagnostics->first; d != NULL; d = d->next) {
		Fix *fix = ARENA_NEW(arena, Fix);
		*fix = (Fix){d->span, d == diagnostics->first ? TEXT("") : TEXT("”rätt”\n")};
		d->fix = fix;
	}
	diagnose(diagnostics, FILE_UNREADABLE, (Span){0}, TEXT("a.md"), TEXT("den finns inte"));
	Report report = report_new(arena, REPORT_SARIF);
	report_add(&report, diagnostics);
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	report_end(&report, &out);
	fwrite(out.bytes, 1, out.length, stdout);
}

static void bind_as(Arena *arena, const char *what, const YamlNode *root, Diagnostics *diagnostics)
{
	Binder binder = {.arena = arena, .diagnostics = diagnostics};
	Agreement agreement = {0};
	Register shared = {0};
	if (strcmp(what, "case") == 0 || strcmp(what, "sarif") == 0)
		bind_record(&binder, &record_agreement, root, (Span){root->span.source, 0, 0},
		            &agreement);
	else if (strcmp(what, "register") == 0)
		bind_record(&binder, &record_register, root, root->span, &shared);
}

static bool read_file(const char *what, size_t size)
{
	Arena arena = {.source = {.take = take, .give = give}};
	Diagnostics diagnostics = {.arena = &arena};
	char *bytes = arena_take(&arena, size + 1, 1);
	if (getchar() != '\n' || fread(bytes, 1, size, stdin) != size)
		return false;
	const Source *source = source_open(&arena, TEXT("fil.yaml"), (Text){bytes, size},
	                                   LIMIT_SOURCE_BYTES, &diagnostics);
	const YamlNode *root = source != NULL ? yaml_read(&arena, source, &diagnostics) : NULL;
	if (root != NULL)
		bind_as(&arena, what, root, &diagnostics);
	if (strcmp(what, "sarif") == 0)
		tell_sarif(&arena, &diagnostics);
	else
		answer(&diagnostics, root != NULL);
	if (root != NULL && strcmp(what, "yaml") == 0)
		tell_events(root);
	fflush(stdout);
	arena_release(&arena);
	return true;
}

int main(void)
{
	char what[16];
	size_t size = 0;
	while (scanf("%15s %zu", what, &size) == 2)
		if (!read_file(what, size))
			return 2;
	return 0;
}
