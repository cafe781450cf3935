/* Describe: schemas for editors, explanations of codes for people. */
#include "describe.h"

#include "base/buffer.h"
#include "model/fields.h"
#include "model/schema.h"
#include "source/diagnostic.h"

bool is_diagnostic_code(Text word)
{
	return diagnostic_named(word) != NULL;
}

/* A note is explained with what it belongs to. */
static const DiagnosticKind *explained_kind(Text name)
{
	static const char *const initials[] = {"E", "W"};
	const DiagnosticKind *kind = diagnostic_named(name);
	for (size_t i = 0; i < 2 && kind->severity == SEVERITY_NOTE; i++) {
		char code[8] = {initials[i][0]};
		Text digits = text_after(kind->name, 1);
		size_t length = 1;
		for (; length <= digits.length && length < sizeof code; length++)
			code[length] = digits.bytes[length - 1];
		const DiagnosticKind *owner = diagnostic_named((Text){code, length});
		kind = owner != NULL ? owner : kind;
	}
	return kind;
}

/* The sentence with "…" where a case's own words go. */
static void put_sentence(Buffer *out, Text sentence)
{
	for (size_t i = 0; i < sentence.length; i++) {
		bool slot = i + 2 < sentence.length && sentence.bytes[i] == '{' &&
		            sentence.bytes[i + 1] >= '0' && sentence.bytes[i + 1] <= '9' &&
		            sentence.bytes[i + 2] == '}';
		buffer_put(out, slot ? TEXT("…") : text_cut(sentence, i, i + 1));
		i += slot ? 2 : 0;
	}
}

static void put_example(Buffer *out, Text heading, Text example)
{
	Text rest = example, line = {0};
	if (example.length == 0)
		return;
	buffer_put(out, TEXT("\n"));
	buffer_put(out, heading);
	buffer_put(out, TEXT("\n\n"));
	while (text_next(&rest, '\n', &line)) {
		buffer_put(out, TEXT("    "));
		buffer_put(out, line);
		buffer_put(out, TEXT("\n"));
	}
}

static void explain_code(Text name, Buffer *out)
{
	const DiagnosticKind *kind = explained_kind(name);
	buffer_put(out, kind->name);
	buffer_put(out, kind->severity == SEVERITY_ERROR ? TEXT(", fel: ") : TEXT(", varning: "));
	put_sentence(out, kind->sentence);
	buffer_put(out, TEXT("\n\n"));
	buffer_put(out, kind->meaning);
	buffer_put(out, TEXT("\n"));
	put_example(out, TEXT("Så här blir det fel:"), kind->wrong);
	put_example(out, TEXT("Så här blir det rätt:"), kind->right);
}

ExitCode describe(const Host *host, DescribeSubject subject, Text name)
{
	Arena arena = {.source = host->memory};
	Buffer out = buffer_new(&arena, BUFFER_MAXIMUM);
	switch (subject) {
	case DESCRIBE_CASES: schema_write(&record_agreement, TEXT("Ärende"), &out); break;
	case DESCRIBE_REGISTER: schema_write(&record_register, TEXT("Register"), &out); break;
	case DESCRIBE_DIAGNOSTIC: explain_code(name, &out); break;
	}
	bool said = host->say(host->context, HOST_OUTPUT, buffer_text(&out));
	arena_release(&arena);
	return said ? EXIT_DONE : EXIT_ACCESS;
}
