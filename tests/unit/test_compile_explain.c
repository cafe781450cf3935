/* Tests of compile.c: a job that only explains values. */
#include "memory_host.h"

#include "compile.h"
#include "layout_yaml.h"

static const char money_case[] = "ärende: {rubrik: R}\nparter: {a: {namn: A}, b: {namn: B}}\n"
                                 "ekonomi:\n  insatser:\n"
                                 "    - {part: a, slag: material, belopp: 12 kr/år}\n"
                                 "    - {part: b, slag: material, belopp: 30 kr/år}\n"
                                 "brev: {rubrik: '{{finns inte}}'}\n";

static int open_office(void **state)
{
	memory_open(state);
	MemoryHost *memory = *state;
	memory_put(memory, "register/kommun.yaml", "kommun: {namn: Storköpings kommun}\n");
	memory_put(memory, "mallar/brev.md",
	           "---\nnyckel: brev\nbenämning: B\nnoter: Noter\n---\n\n# {{dokument.rubrik}}\n");
	memory_put(memory, "mallar/tabeller.yaml",
	           "finansiering: {kolumner: [Part, Kronor, Andel], rader: [Summa]}\n");
	memory_put(memory, "mallar/style.css", "p { margin: 0 }\n");
	memory_put(memory, "mallar/layout.yaml", layout_yaml);
	memory_put(memory, "fall/pengar.yaml", money_case);
	memory_put(memory, "fall/fel.yaml", "ärende: {rubrk: R}\n");
	return 0;
}

static ExitCode explain(MemoryHost *memory, const char *path, const char *value)
{
	Text given = text_of(path);
	Job job = {.host = &memory->host,
	           .register_folder = TEXT("register"),
	           .templates_folder = TEXT("mallar"),
	           .output_folder = TEXT("ut"),
	           .cases = &given,
	           .case_count = 1,
	           .task = TASK_EXPLAIN,
	           .value = text_of(value)};
	return compile(&job);
}

static bool has(const Buffer *buffer, const char *part)
{
	return text_find(buffer_text(buffer), text_of(part), 0) != TEXT_NOWHERE;
}

static void test_one_value_is_explained(void **state)
{
	MemoryHost *memory = *state;
	assert_int_equal(explain(memory, "fall/pengar.yaml", "ekonomi.omfattning"), EXIT_DONE);
	assert_text(buffer_text(&memory->output),
	            "Omfattning per år [ekonomi.omfattning]: 42\u00A0kr, rad 4\n"
	            "  = 12\u00A0kr + 30\u00A0kr\n"
	            "  Insats per år, A [ekonomi.insats.a]: 12\u00A0kr, rad 5\n"
	            "    Insats 1 (material, A) per år [ekonomi.insatser.1]: 12\u00A0kr, angivet "
	            "på rad 5\n"
	            "  Insats per år, B [ekonomi.insats.b]: 30\u00A0kr, rad 5\n"
	            "    Insats 2 (material, B) per år [ekonomi.insatser.2]: 30\u00A0kr, angivet "
	            "på rad 6\n");
	assert_text(buffer_text(&memory->errors), "");
}

/* No documents are made, so what is wrong in them does not matter here. */
static void test_all_values_are_explained_and_nothing_is_written(void **state)
{
	MemoryHost *memory = *state;
	assert_int_equal(explain(memory, "fall/pengar.yaml", ""), EXIT_DONE);
	assert_true(has(&memory->output, "[ekonomi.omfattning]: 42\u00A0kr"));
	assert_true(has(&memory->output, "[ekonomi.andel.b]: 71,4\u00A0%"));
	assert_int_equal(memory->commits, 0);
	assert_text(buffer_text(&memory->errors), "");
}

static void test_an_unknown_value_is_an_error_in_the_input(void **state)
{
	MemoryHost *memory = *state;
	assert_int_equal(explain(memory, "fall/pengar.yaml", "ekonomi.omfatning"), EXIT_INPUT);
	assert_text(buffer_text(&memory->output), "");
	assert_true(has(&memory->errors, "E111: Det finns inget värde som heter "
	                                 "”ekonomi.omfatning”. Menade du ”ekonomi.omfattning”?"));
}

static void test_a_case_with_faults_reports_them(void **state)
{
	MemoryHost *memory = *state;
	assert_int_equal(explain(memory, "fall/fel.yaml", ""), EXIT_INPUT);
	assert_true(has(&memory->errors, "fall/fel.yaml:1:10: fel E040: "));
}

static void test_output_that_is_lost_is_told(void **state)
{
	MemoryHost *memory = *state;
	assert_int_equal(explain(memory, "fall/pengar.yaml", ""), EXIT_DONE);
	/* Saying the explanation is the last operation. */
	size_t last = memory->operations;
	memory_forget(memory);
	memory->failing = last;
	assert_int_equal(explain(memory, "fall/pengar.yaml", ""), EXIT_ACCESS);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup_teardown(test_one_value_is_explained, open_office,
	                                        memory_close),
	        cmocka_unit_test_setup_teardown(
	                test_all_values_are_explained_and_nothing_is_written, open_office,
	                memory_close),
	        cmocka_unit_test_setup_teardown(test_an_unknown_value_is_an_error_in_the_input,
	                                        open_office, memory_close),
	        cmocka_unit_test_setup_teardown(test_a_case_with_faults_reports_them, open_office,
	                                        memory_close),
	        cmocka_unit_test_setup_teardown(test_output_that_is_lost_is_told, open_office,
	                                        memory_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
