/* Tests of compile.c and inputs.c: what is read, what is written, when nothing is, exit codes. */
#include "memory_host.h"

#include "compile.h"
#include "inputs.h"
#include "layout_yaml.h"

#define HEAD(key) "---\nnyckel: " key "\nbenämning: B\nnoter: Noter\n---\n\n"

static const char matter[] = "ärende: {rubrik: Partnerskap, diarienummer: ÄN 2019-878}\n";
static const char sound_case[] = "ärende: {rubrik: Partnerskap, diarienummer: ÄN 2019-878}\n"
                                 "rapport:\n  bakgrund: Den å är {{ärende.diarienummer}}.\n"
                                 "brev: {rubrik: Ett brev}\n";
static const char faulty_case[] = "ärende: {rubrik: Partnerskap}\n"
                                  "brev: {rubrik: Ett brev}\n"
                                  "rapport:\n  bakgrund: Den å är {{ärende.titel}}.\n";

/* A register, two templates, a text block and the layout. */
static int open_office(void **state)
{
	memory_open(state);
	MemoryHost *memory = *state;
	memory_put(memory, "register/kommun.yaml", "kommun: {namn: Storköpings kommun}\n");
	memory_put(memory, "mallar/rapport.md",
	           HEAD("rapport") "# {{dokument.rubrik}}\n\n{{#avsnitt}}\n\n"
	                           "## Bakgrund {bakgrund}\n\n{{text}}\n\n{{/avsnitt}}\n");
	memory_put(memory, "mallar/brev.md",
	           HEAD("brev") "# {{dokument.rubrik}}\n\n{{block avslutande hälsning}}\n");
	memory_put(memory, "mallar/block/avslutande-halsning.md", "Hälsningar från nämnden.\n");
	memory_put(memory, "mallar/tabeller.yaml",
	           "finansiering: {kolumner: [Part, Kronor, Andel], rader: [Summa]}\n");
	memory_put(memory, "mallar/style.css", "p { margin: 0 }\n");
	memory_put(memory, "mallar/layout.yaml", layout_yaml);
	memory_put(memory, "fall/rätt.yaml", sound_case);
	memory_put(memory, "fall/fel.yaml", faulty_case);
	return 0;
}

static Job job_of(const MemoryHost *memory, const Text *cases, size_t count)
{
	return (Job){
	        .host = &memory->host,
	        .register_folder = TEXT("register"),
	        .templates_folder = TEXT("mallar"),
	        .output_folder = TEXT("ut"),
	        .cases = cases,
	        .case_count = count,
	};
}

static const Text sound = TEXT_INIT("fall/rätt.yaml");
static const Text faulty = TEXT_INIT("fall/fel.yaml");

static ExitCode compile_one(MemoryHost *memory, Text path)
{
	Job job = job_of(memory, &path, 1);
	return compile(&job);
}

static ExitCode compile_two(MemoryHost *memory, Text first, Text second)
{
	Text cases[] = {first, second};
	Job job = job_of(memory, cases, 2);
	return compile(&job);
}

static bool has(Text text, const char *part)
{
	return text_find(text, text_of(part), 0) != TEXT_NOWHERE;
}

/* That the error stream tells of this; shows what it did tell otherwise. */
#define assert_told(memory, part) assert_told_at((memory), (part), __FILE__, __LINE__)

static void assert_told_at(const MemoryHost *memory, const char *part, const char *file, int line)
{
	Text told = buffer_text(&memory->errors);
	if (has(told, part))
		return;
	print_error("expected \"%s\" in \"%.*s\"\n", part, (int)told.length,
	            told.length == 0 ? "" : told.bytes);
	_fail(file, line);
}

#define ALL_OF_SOUND                                                                               \
	"ut/rätt/rapport.md ut/rätt/rapport.html ut/rätt/rapport.pdf "                          \
	"ut/rätt/brev.md ut/rätt/brev.html ut/rätt/brev.pdf "

/* What is written */

static void test_every_document_is_written_in_every_format(void **state)
{
	MemoryHost *memory = *state;
	assert_int_equal(compile_one(memory, sound), EXIT_DONE);
	assert_text(memory_all_written(memory), ALL_OF_SOUND);
	assert_int_equal(memory->commits, 1);
	Text markdown = memory_written(memory, "ut/rätt/rapport.md");
	assert_true(text_starts(markdown, TEXT("# Partnerskap\n")));
	assert_true(has(markdown, "Den å är ÄN\u00a02019-878."));
	assert_true(has(memory_written(memory, "ut/rätt/brev.md"), "Hälsningar från nämnden."));
	Text html = memory_written(memory, "ut/rätt/rapport.html");
	assert_true(has(html, "<title>Partnerskap"));
	assert_true(has(html, "p{margin:0}"));
	assert_true(text_starts(memory_written(memory, "ut/rätt/rapport.pdf"), TEXT("%PDF-1.7\n")));
	assert_text(buffer_text(&memory->errors), "ut/rätt: rapport 1 sida, brev 1 sida, 0 ms\n");
	assert_text(buffer_text(&memory->output), "");
}

static void test_the_same_input_gives_the_same_bytes(void **state)
{
	MemoryHost *memory = *state;
	memory_put(memory, "fall/annat.yaml",
	           "ärende: {rubrik: Något helt annat}\nbrev: {rubrik: Åäö}\n");
	assert_int_equal(compile_one(memory, sound), EXIT_DONE);
	Text alone = memory_written(memory, "ut/rätt/rapport.pdf");
	assert_int_equal(compile_two(memory, TEXT("fall/annat.yaml"), sound), EXIT_DONE);
	Text after = memory_written(memory, "ut/rätt/rapport.pdf");
	assert_true(after.bytes != alone.bytes);
	assert_true(text_equal(alone, after));
}

static void test_checking_writes_nothing(void **state)
{
	MemoryHost *memory = *state;
	Job job = job_of(memory, &sound, 1);
	job.task = TASK_CHECK;
	assert_int_equal(compile(&job), EXIT_DONE);
	assert_int_equal(memory->written.count, 0);
	assert_text(buffer_text(&memory->errors), "");
	job.cases = &faulty;
	assert_int_equal(compile(&job), EXIT_INPUT);
	assert_told(memory, "fall/fel.yaml:4:22: fel E110: ");
}

static void test_quiet_leaves_progress_out_but_not_errors(void **state)
{
	MemoryHost *memory = *state;
	Job job = job_of(memory, &sound, 1);
	job.quiet = true;
	assert_int_equal(compile(&job), EXIT_DONE);
	assert_int_equal(memory->commits, 1);
	assert_text(buffer_text(&memory->errors), "");
	job.cases = &faulty;
	assert_int_equal(compile(&job), EXIT_INPUT);
	assert_told(memory, "fel E11");
}

static void test_stages_are_shown(void **state)
{
	MemoryHost *memory = *state;
	memory_put(memory, "fall/pengar.yaml",
	           "ärende: {rubrik: R}\nparter: {a: {namn: A}}\n"
	           "ekonomi: {insatser: [{part: a, slag: kontant, belopp: 12 kr/år}]}\n"
	           "brev: {rubrik: B}\n");
	Text path = TEXT("fall/pengar.yaml");
	Job job = job_of(memory, &path, 1);
	job.show = STAGE_LEDGER;
	assert_int_equal(compile(&job), EXIT_DONE);
	assert_true(has(buffer_text(&memory->output), "ekonomi.omfattning"));
	assert_false(has(buffer_text(&memory->output), "DOCUMENT"));
	memory_forget(memory);
	job.show = STAGE_DOCUMENT;
	assert_int_equal(compile(&job), EXIT_DONE);
	assert_true(text_starts(buffer_text(&memory->output), TEXT("DOCUMENT\n  HEADING level=1")));
	assert_false(has(buffer_text(&memory->output), "ekonomi.omfattning"));
}

/* When nothing is written */

static void test_one_wrong_document_keeps_all_of_its_case(void **state)
{
	MemoryHost *memory = *state;
	assert_int_equal(compile_one(memory, faulty), EXIT_INPUT);
	assert_int_equal(memory->commits, 0);
	assert_int_equal(memory->written.count, 0);
	assert_told(memory, "fall/fel.yaml:4:22: fel E110: Det finns inget värde som heter "
	                    "”ärende.titel”.");
}

static void test_what_was_written_before_stays(void **state)
{
	MemoryHost *memory = *state;
	assert_int_equal(compile_one(memory, sound), EXIT_DONE);
	Text before = memory_written(memory, "ut/rätt/brev.md");
	memory_put(memory, "fall/rätt.yaml", faulty_case);
	assert_int_equal(compile_one(memory, sound), EXIT_INPUT);
	assert_ptr_equal(memory_written(memory, "ut/rätt/brev.md").bytes, before.bytes);
	assert_text(memory_all_written(memory), ALL_OF_SOUND);
}

static void test_a_wrong_case_does_not_stop_the_next(void **state)
{
	MemoryHost *memory = *state;
	assert_int_equal(compile_two(memory, faulty, sound), EXIT_INPUT);
	assert_text(memory_all_written(memory), ALL_OF_SOUND);
	memory->written.count = 0;
	assert_int_equal(compile_two(memory, sound, faulty), EXIT_INPUT);
	assert_text(memory_all_written(memory), ALL_OF_SOUND);
}

static void test_a_warning_does_not_hinder(void **state)
{
	MemoryHost *memory = *state;
	memory_put(memory, "fall/varning.yaml",
	           "ärende: {rubrik: R}\nrapport:\n  bakgrund: 'Se [här](x.html).'\n");
	assert_int_equal(compile_one(memory, TEXT("fall/varning.yaml")), EXIT_DONE);
	assert_int_equal(memory->commits, 1);
	assert_told(memory, "W126");
	assert_told(memory, "ut/varning: rapport 1 sida");
}

static void test_a_character_without_glyph_is_an_error_at_its_place(void **state)
{
	MemoryHost *memory = *state;
	memory_put(memory, "fall/tecken.yaml",
	           "ärende: {rubrik: R}\nrapport:\n  bakgrund: Hej å \xE6\xBC\xA2 slut.\n");
	assert_int_equal(compile_one(memory, TEXT("fall/tecken.yaml")), EXIT_INPUT);
	assert_told(memory, "fall/tecken.yaml:3:19: fel E138: ");
	assert_told(memory, "(U+6F22)");
	assert_int_equal(memory->written.count, 0);
}

static void test_documents_need_a_template(void **state)
{
	MemoryHost *memory = *state;
	Text path = TEXT("fall/x.yaml");
	memory_put(memory, "fall/x.yaml", "ärende: {rubrik: R}\nraport: {rubrik: B}\n");
	assert_int_equal(compile_one(memory, path), EXIT_INPUT);
	assert_told(memory, "fall/x.yaml:2:1: fel E128: ");
	assert_told(memory, "Menade du ”rapport”?");
	memory_forget(memory);
	memory_put(memory, "fall/x.yaml", "ärende: {rubrik: R}\nprotokoll: {rubrik: B}\n");
	assert_int_equal(compile_one(memory, path), EXIT_INPUT);
	assert_told(memory, "fall/x.yaml:2:1: fel E127: ");
	assert_told(memory, "Mallar finns för: brev, rapport.");
	memory_forget(memory);
	memory_put(memory, "fall/x.yaml", matter);
	assert_int_equal(compile_one(memory, path), EXIT_INPUT);
	assert_told(memory, "fel E129: Ärendet har inget dokument. Lägg till något av: brev, "
	                    "rapport.");
	assert_int_equal(memory->written.count, 0);
}

/* What cannot be read or written */

static void test_an_unreadable_case_weighs_heaviest_and_stops_no_other(void **state)
{
	MemoryHost *memory = *state;
	Text missing = TEXT("fall/saknas.yaml");
	assert_int_equal(compile_two(memory, missing, sound), EXIT_ACCESS);
	assert_text(memory_all_written(memory), ALL_OF_SOUND);
	assert_told(memory, "Det gick inte att läsa fall/saknas.yaml: den finns inte.");
	assert_int_equal(compile_two(memory, missing, faulty), EXIT_ACCESS);
	assert_int_equal(compile_two(memory, faulty, missing), EXIT_ACCESS);
}

static void test_files_beside_the_case(void **state)
{
	MemoryHost *memory = *state;
	Text path = TEXT("fall/x.yaml");
	memory_put(memory, "fall/text.md", "Ur en fil.\n");
	memory_put(memory, "fall/x.yaml",
	           "ärende: {rubrik: R}\nrapport:\n  bakgrund: {fil: text.md}\n");
	assert_int_equal(compile_one(memory, path), EXIT_DONE);
	assert_true(has(memory_written(memory, "ut/x/rapport.md"), "Ur en fil."));
	memory_put(memory, "fall/x.yaml",
	           "ärende: {rubrik: R}\nrapport:\n  bakgrund: {fil: saknas.md}\n");
	assert_int_equal(compile_one(memory, path), EXIT_ACCESS);
	assert_told(memory, "fall/x.yaml:3:19: fel E001: Det gick inte att läsa fall/saknas.md: "
	                    "den finns inte.");
	assert_int_equal(memory->commits, 1);
}

static void test_names_do_not_leave_their_folder(void **state)
{
	MemoryHost *memory = *state;
	static const char *const names[] = {
	        "../register/kommun.yaml", "/etc/passwd", "..", ".dold", "a/b.md", "'a\\b.md'"};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		Text parts[] = {TEXT("ärende: {rubrik: R}\nrapport:\n  bakgrund: {fil: "),
		                text_of(names[i]), TEXT("}\n")};
		memory_put(memory, "fall/x.yaml",
		           text_terminated(&memory->arena, text_join(&memory->arena, parts, 3)));
		memory_forget(memory);
		assert_int_equal(compile_one(memory, TEXT("fall/x.yaml")), EXIT_INPUT);
		assert_told(memory, "fall/x.yaml:3:19: fel E007: ");
	}
	assert_int_equal(memory->written.count, 0);
}

static void test_a_commit_that_fails_is_told_and_stops_no_other_case(void **state)
{
	MemoryHost *memory = *state;
	memory->commit_fault = HOST_DISK_FULL;
	memory->commit_failed = 2;
	assert_int_equal(compile_one(memory, sound), EXIT_ACCESS);
	assert_text(buffer_text(&memory->errors),
	            "fel E002: Det gick inte att skriva ut/rätt/rapport.pdf: disken är full.\n");
	memory_forget(memory);
	memory->commit_failed = 6;
	memory->commit_fault = HOST_NOT_PERMITTED;
	assert_int_equal(compile_one(memory, sound), EXIT_ACCESS);
	assert_text(buffer_text(&memory->errors),
	            "fel E002: Det gick inte att skriva ut/rätt: du saknar behörighet.\n");
	assert_int_equal(memory->written.count, 0);
}

static void test_output_that_is_lost_is_no_success(void **state)
{
	MemoryHost *memory = *state;
	Job job = job_of(memory, &sound, 1);
	job.show = STAGE_DOCUMENT;
	assert_int_equal(compile(&job), EXIT_DONE);
	/* The last operations are two writes to the output stream and a commit. */
	memory->failing = memory->operations - 2;
	memory->operations = 0;
	memory->written.count = 0;
	assert_int_equal(compile(&job), EXIT_ACCESS);
	assert_int_equal(memory->written.count, 0);
}

/* What all cases share */

static void test_faulty_inputs_stop_everything(void **state)
{
	MemoryHost *memory = *state;
	static const struct {
		const char *path;
		const char *bytes;
		const char *told;
	} rows[] = {
	        {"register/kommun.yaml", "kommun: {nam: x}\n", "register/kommun.yaml:1:10: fel"},
	        {"mallar/brev.md", "Utan huvud.\n", "mallar/brev.md:1:1: fel E042: "},
	        {"mallar/brev.md", "---\nnyckel: brev\nbenämning: B\n---\n\nÖppen {{x\n",
	         "mallar/brev.md:6:7: fel E100: "},
	        {"mallar/tabeller.yaml", "helhet: {kolumer: [a]}\n",
	         "mallar/tabeller.yaml:1:10: fel"},
	        {"mallar/layout.yaml", "sida: {bredd: 210 mm}\n", "fel E140: "},
	        {"mallar/style.css", "p { \x01 }\n", "mallar/style.css:1:5: fel E006: "},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		Text kept = memory_bytes(&memory->files, rows[i].path);
		memory_put(memory, rows[i].path, rows[i].bytes);
		memory_forget(memory);
		assert_int_equal(compile_one(memory, sound), EXIT_INPUT);
		assert_told(memory, rows[i].told);
		memory_set(memory, &memory->files, text_of(rows[i].path), kept);
	}
	assert_int_equal(memory->written.count, 0);
	assert_int_equal(compile_one(memory, sound), EXIT_DONE);
}

static void test_fonts_must_be_fonts(void **state)
{
	MemoryHost *memory = *state;
	memory_put(memory, "trasig.ttf", "detta är ingen ttf");
	Text layout =
	        layout_with(&memory->arena, "/usr/share/fonts/truetype/open-sans/OpenSans-Bold.ttf",
	                    "trasig.ttf");
	memory_set(memory, &memory->files, TEXT("mallar/layout.yaml"), layout);
	assert_int_equal(compile_one(memory, sound), EXIT_INPUT);
	assert_text(buffer_text(&memory->errors),
	            "mallar/layout.yaml:12:8: fel E143: trasig.ttf går inte att använda som "
	            "typsnitt eller avstavningslista. Välj en annan fil i templates/layout.yaml.\n"
	            "   12 |   fet: trasig.ttf\n      |        ^~~~~~~~~~\n");
	memory_forget(memory);
	layout = layout_with(&memory->arena, "/usr/share/hyphen/hyph_sv_SE.dic", "saknas.dic");
	memory_set(memory, &memory->files, TEXT("mallar/layout.yaml"), layout);
	assert_int_equal(compile_one(memory, sound), EXIT_ACCESS);
	assert_told(memory, "mallar/layout.yaml:16:15: fel E344: ”avstavning” under ”typsnitt” är "
	                    "saknas.dic, och den filen gick inte att läsa: den finns inte.");
}

static void test_the_register_may_be_several_files(void **state)
{
	MemoryHost *memory = *state;
	memory_put(memory, "register/namnder.yaml", "nämnder: {n: {namn: Nämnden}}\n");
	memory_put(memory, "register/.dold.yaml", "trasig: [\n");
	memory_put(memory, "register/las.txt", "trasig: [\n");
	memory_put(memory, "fall/x.yaml",
	           "ärende: {rubrik: R, nämnd: n}\nrapport: {bakgrund: '{{ärende.nämnd}}'}\n");
	assert_int_equal(compile_one(memory, TEXT("fall/x.yaml")), EXIT_DONE);
	assert_true(has(memory_written(memory, "ut/x/rapport.md"), "\nNämnden\n"));
}

/* Whatever fails */

static void test_no_failing_operation_passes_for_success(void **state)
{
	MemoryHost *memory = *state;
	Text cases[] = {sound, TEXT("fall/x.yaml")};
	memory_put(memory, "fall/text.md", "Ur en fil.\n");
	memory_put(memory, "fall/x.yaml",
	           "ärende: {rubrik: R}\nrapport: {bakgrund: {fil: text.md}}\nbrev: {rubrik: B}\n");
	Job job = job_of(memory, cases, 2);
	job.show = STAGE_DOCUMENT;
	assert_int_equal(compile(&job), EXIT_DONE);
	size_t all = memory->operations;
	/* Three folders, a register, two templates, a block, words, sheet, layout, seven of the
	 * PDF; for each case itself, its file, its output and its commit; and each case once more,
	 * to be held against the other. */
	assert_int_equal(all, 3 + 7 + 7 + 4 + 5 + 2);
	for (size_t n = 1; n <= all; n++) {
		memory_forget(memory);
		memory->written.count = 0;
		memory->failing = n;
		assert_int_equal(compile(&job), EXIT_ACCESS);
		/* One operation spoils one case at most; each is written whole or not at all. */
		assert_int_equal(memory->written.count, 6 * memory->commits);
		assert_int_equal(memory->commits, n <= 17 ? 0 : n <= 26 ? 1 : 2);
	}
	memory_forget(memory);
	memory->failing = all + 1;
	assert_int_equal(compile(&job), EXIT_DONE);
	assert_int_equal(memory->commits, 2);
}

/* Paths */

static void test_parts_of_paths(void **state)
{
	MemoryHost *memory = *state;
	static const struct {
		const char *path, *folder, *stem;
	} rows[] = {
	        {"a/b/c.yaml", "a/b", "c"}, {"c.yaml", "", "c"},        {"/c.yaml", "/", "c"},
	        {"a.b/c", "a.b", "c"},      {"a/c.d.yaml", "a", "c.d"}, {".yaml", "", ".yaml"},
	        {"å/ä.ö", "å", "ä"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_text(path_folder(text_of(rows[i].path)), rows[i].folder);
		assert_text(path_stem(text_of(rows[i].path)), rows[i].stem);
	}
	Arena *arena = &memory->arena;
	assert_text(path_join(arena, TEXT("a"), TEXT("b")), "a/b");
	assert_text(path_join(arena, TEXT("a/"), TEXT("b")), "a/b");
	assert_text(path_join(arena, TEXT("/"), TEXT("b")), "/b");
	assert_text(path_join(arena, TEXT(""), TEXT("b")), "b");
}

#define OFFICE_UNIT(name) cmocka_unit_test_setup_teardown(name, open_office, memory_close)

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        OFFICE_UNIT(test_every_document_is_written_in_every_format),
	        OFFICE_UNIT(test_the_same_input_gives_the_same_bytes),
	        OFFICE_UNIT(test_checking_writes_nothing),
	        OFFICE_UNIT(test_quiet_leaves_progress_out_but_not_errors),
	        OFFICE_UNIT(test_stages_are_shown),
	        OFFICE_UNIT(test_one_wrong_document_keeps_all_of_its_case),
	        OFFICE_UNIT(test_what_was_written_before_stays),
	        OFFICE_UNIT(test_a_wrong_case_does_not_stop_the_next),
	        OFFICE_UNIT(test_a_warning_does_not_hinder),
	        OFFICE_UNIT(test_a_character_without_glyph_is_an_error_at_its_place),
	        OFFICE_UNIT(test_documents_need_a_template),
	        OFFICE_UNIT(test_an_unreadable_case_weighs_heaviest_and_stops_no_other),
	        OFFICE_UNIT(test_files_beside_the_case),
	        OFFICE_UNIT(test_names_do_not_leave_their_folder),
	        OFFICE_UNIT(test_a_commit_that_fails_is_told_and_stops_no_other_case),
	        OFFICE_UNIT(test_output_that_is_lost_is_no_success),
	        OFFICE_UNIT(test_faulty_inputs_stop_everything),
	        OFFICE_UNIT(test_fonts_must_be_fonts),
	        OFFICE_UNIT(test_the_register_may_be_several_files),
	        OFFICE_UNIT(test_no_failing_operation_passes_for_success),
	        OFFICE_UNIT(test_parts_of_paths),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
