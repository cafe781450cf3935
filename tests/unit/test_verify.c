/* Tests of verify.c: whatever bit of a PDF is another, it is not what its source gives. */
#include "memory_host.h"

#include "compile.h"
#include "layout_yaml.h"
#include "verify.h"

static const char template[] =
        "---\nnyckel: rapport\nbenämning: Rapport\nnoter: Noter\n---\n\n"
        "# {{dokument.rubrik}}\n\n{{#avsnitt}}\n\n## Bakgrund {bakgrund}\n\n{{text}}\n\n"
        "{{/avsnitt}}\n";
static const char given[] = "ärende: {rubrik: Partnerskap, diarienummer: ÄN 2019-878}\n"
                            "rapport: {bakgrund: {fil: text.md}}\n";

/*
 * verify reads "17" as the PDF with bit 17 flipped, bit 0 being the lowest of the first byte, and
 * "hel" as the PDF itself. Everything else stands in the memory.
 */
typedef struct Flipping {
	MemoryHost *memory;
	Host host;
	Text pdf;
	size_t same;  /* files of which it was said that they are what their source gives */
	size_t other; /* and that they are not */
} Flipping;

static HostFault read_flipped(void *context, Arena *arena, Text path, size_t maximum, Text *bytes)
{
	Flipping *flipping = context;
	int64_t bit = 0;
	bool whole = text_equal(path, TEXT("hel"));
	if (!whole && !text_integer(path, &bit))
		return memory_read(flipping->memory, arena, path, maximum, bytes);
	char *copy = ARENA_ARRAY(arena, char, flipping->pdf.length);
	memcpy(copy, flipping->pdf.bytes, flipping->pdf.length);
	if (!whole)
		copy[bit / 8] = (char)((unsigned char)copy[bit / 8] ^ 1u << bit % 8);
	*bytes = (Text){copy, flipping->pdf.length};
	return HOST_OK;
}

static HostFault list_memory(void *context, Arena *arena, Text folder, Text ending,
                             HostNames *names)
{
	Flipping *flipping = context;
	return memory_list(flipping->memory, arena, folder, ending, names);
}

static HostFault commit_nothing(void *context, Text folder, const HostFile *files, size_t count,
                                size_t *failed)
{
	(void)context, (void)folder, (void)files, (void)count, (void)failed;
	fail_msg("verify has written something");
	return HOST_IO;
}

static bool count_verdict(void *context, HostStream stream, Text text)
{
	Flipping *flipping = context;
	(void)stream;
	if (text_find(text, TEXT(": stämmer, byte för byte"), 0) != TEXT_NOWHERE)
		flipping->same++;
	if (text_find(text, TEXT(": stämmer inte"), 0) != TEXT_NOWHERE)
		flipping->other++;
	return true;
}

static Job job_on(const Host *host, const Text *cases, size_t count)
{
	return (Job){.host = host,
	             .register_folder = TEXT("register"),
	             .templates_folder = TEXT("mallar"),
	             .output_folder = TEXT("ut"),
	             .quiet = true,
	             .cases = cases,
	             .case_count = count};
}

static void make_pdf(MemoryHost *memory)
{
	static const Text path = TEXT_INIT("agreements/ett.yaml");
	memory_put(memory, "register/kommun.yaml", "kommun: {namn: Storköpings kommun}\n");
	memory_put(memory, "mallar/rapport.md", template);
	memory_put(memory, "mallar/tabeller.yaml",
	           "finansiering: {kolumner: [Part, Kronor, Andel], rader: [Summa]}\n");
	memory_put(memory, "mallar/style.css", "p { margin: 0 }\n");
	memory_put(memory, "mallar/layout.yaml", layout_yaml);
	memory_put(memory, "agreements/ett.yaml", given);
	memory_put(memory, "agreements/text.md", "Det kostar *mycket*.[^1]\n");
	Job job = job_on(&memory->host, &path, 1);
	assert_int_equal(compile(&job), EXIT_DONE);
}

static ExitCode verify_all(Flipping *flipping, const Text *names, size_t count)
{
	Job job = job_on(&flipping->host, names, count);
	flipping->same = flipping->other = 0;
	return verify(&job, TEXT("agreements"));
}

static Text name_of(Arena *arena, size_t bit)
{
	Buffer name = buffer_new(arena, 32);
	buffer_put_integer(&name, (int64_t)bit);
	return buffer_text(&name);
}

static void every_bit_counts(void **state)
{
	MemoryHost *memory = *state;
	make_pdf(memory);
	Flipping flipping = {.memory = memory, .host = memory->host};
	flipping.host.context = &flipping;
	flipping.host.read = read_flipped;
	flipping.host.list = list_memory;
	flipping.host.commit = commit_nothing;
	flipping.host.say = count_verdict;
	flipping.pdf = memory_written(memory, "ut/ett/rapport.pdf");
	static const Text whole = TEXT_INIT("hel");
	assert_int_equal(verify_all(&flipping, &whole, 1), EXIT_DONE);
	assert_int_equal(flipping.same, 1);

	size_t bits = flipping.pdf.length * 8;
	Text *names = ARENA_ARRAY(&memory->arena, Text, bits);
	for (size_t bit = 0; bit < bits; bit++)
		names[bit] = name_of(&memory->arena, bit);
	assert_true(bits > 100000);
	assert_int_equal(verify_all(&flipping, names, bits), EXIT_INPUT);
	assert_int_equal(flipping.same, 0);
	assert_int_equal(flipping.other, bits);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup_teardown(every_bit_counts, memory_open, memory_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
