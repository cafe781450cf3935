/* Tests of trace: what was read and written is remembered, and what touches it is told. */
#include "memory_host.h"

#include "host/trace.h"

typedef struct Place {
	MemoryHost *memory;
	Trace trace;
	const Host *host;
} Place;

static Place place_of(void **state)
{
	Place place = {.memory = *state};
	memory_put(place.memory, "fall/ett.yaml", "ett");
	memory_put(place.memory, "ut/ett/gammal.html", "gammal");
	return place;
}

static void place_open(Place *place)
{
	place->host =
	        trace_open(&place->trace, &place->memory->arena, &place->memory->host, TEXT("ut"));
}

static HostFault read_path(Place *place, const char *path)
{
	Text bytes;
	return place->host->read(place->host->context, &place->memory->arena, text_of(path), 100,
	                         &bytes);
}

static bool rests_on(const Place *place, const char *path, bool names)
{
	return trace_rests_on(&place->trace.reads, text_of(path), names);
}

static void test_files_that_were_read_are_remembered(void **state)
{
	Place place = place_of(state);
	place_open(&place);
	assert_int_equal(read_path(&place, "fall/ett.yaml"), HOST_OK);
	assert_int_equal(read_path(&place, "fall/ett.yaml"), HOST_OK);
	assert_int_equal(read_path(&place, "fall/kommer.md"), HOST_NOT_FOUND);
	assert_int_equal(place.trace.reads.count, 2);
	assert_true(rests_on(&place, "fall/ett.yaml", false));
	assert_true(rests_on(&place, "fall/kommer.md", true));
	/* A folder on the way that comes, goes or is moved. */
	assert_true(rests_on(&place, "fall", true));
	assert_false(rests_on(&place, "fal", true));
	assert_false(rests_on(&place, "fall/ett.yaml~", true));
	assert_false(rests_on(&place, "fall/ett", true));
	assert_false(rests_on(&place, "fall/tre.yaml", true));
}

static void test_a_list_is_touched_by_names_that_belong_in_it(void **state)
{
	Place place = place_of(state);
	HostNames names = {0};
	place_open(&place);
	place.host->list(place.host->context, &place.memory->arena, TEXT("fall"), TEXT(".yaml"),
	                 &names);
	assert_true(rests_on(&place, "fall/tre.yaml", true));
	assert_false(rests_on(&place, "fall/tre.yaml", false));
	assert_false(rests_on(&place, "fall/.tre.yaml", true));
	assert_false(rests_on(&place, "fall/tre.md", true));
	assert_false(rests_on(&place, "fall/under/tre.yaml", true));
	assert_false(rests_on(&place, "falltre.yaml", true));
	assert_true(rests_on(&place, "fall", true));
}

/* However a person, or who put it together, has written it. */
static void test_one_path_can_be_written_in_many_ways(void **state)
{
	static const char *const paths[][2] = {
	        {"a", "a"}, {"./a", "a"},         {".//a/./b/", "a/b"}, {"../a", "../a"},
	        {"/", "/"}, {"//a", "/a"},        {"a/../b", "a/../b"}, {"./", "."},
	        {"", "."},  {".a/..b", ".a/..b"},
	};
	Place place = place_of(state);
	for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++)
		assert_text(host_plain_path(&place.memory->arena, text_of(paths[i][0])),
		            paths[i][1]);
	HostNames names = {0};
	place_open(&place);
	read_path(&place, "./fall//ett.yaml");
	assert_true(rests_on(&place, "fall/ett.yaml", false));
	assert_true(rests_on(&place, "fall", false));
	place.host->list(place.host->context, &place.memory->arena, TEXT("."), TEXT(".yaml"),
	                 &names);
	assert_true(rests_on(&place, "ny.yaml", true));
	assert_false(rests_on(&place, "../ny.yaml", true));
	assert_false(rests_on(&place, "under/ny.yaml", true));
	assert_false(rests_on(&place, "/ny.yaml", true));
}

static void test_what_is_written_is_told_apart_and_not_rested_on(void **state)
{
	Place place = place_of(state);
	size_t failed = 0;
	HostFile files[] = {{TEXT("a.html"), TEXT("ett")}, {TEXT("b.html"), TEXT("två")}};
	place_open(&place);
	assert_int_equal(read_path(&place, "ut/ett/gammal.html"), HOST_OK);
	assert_int_equal(place.trace.reads.count, 0);
	assert_int_equal(place.host->commit(place.host->context, TEXT("ut/ett"), files, 2, &failed),
	                 HOST_OK);
	assert_text(memory_written(place.memory, "ut/ett/b.html"), "två");
	assert_int_equal(place.trace.written.count, 2);
	assert_text(place.trace.written.items[1].name, "b.html");
	assert_false(text_equal(place.trace.written.items[0].digest,
	                        place.trace.written.items[1].digest));
	place.memory->commit_fault = HOST_DISK_FULL;
	assert_int_equal(place.host->commit(place.host->context, TEXT("ut/ett"), files, 2, &failed),
	                 HOST_DISK_FULL);
	assert_int_equal(place.trace.written.count, 2);
}

static void test_output_is_kept_and_errors_are_passed_on(void **state)
{
	Place place = place_of(state);
	place_open(&place);
	assert_true(place.host->say(place.host->context, HOST_OUTPUT, TEXT("[]")));
	assert_true(place.host->say(place.host->context, HOST_ERRORS, TEXT("aj")));
	assert_text(buffer_text(&place.trace.said), "[]");
	assert_text(buffer_text(&place.memory->output), "");
	assert_text(buffer_text(&place.memory->errors), "aj");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup_teardown(test_files_that_were_read_are_remembered,
	                                        memory_open, memory_close),
	        cmocka_unit_test_setup_teardown(test_a_list_is_touched_by_names_that_belong_in_it,
	                                        memory_open, memory_close),
	        cmocka_unit_test_setup_teardown(test_one_path_can_be_written_in_many_ways,
	                                        memory_open, memory_close),
	        cmocka_unit_test_setup_teardown(
	                test_what_is_written_is_told_apart_and_not_rested_on, memory_open,
	                memory_close),
	        cmocka_unit_test_setup_teardown(test_output_is_kept_and_errors_are_passed_on,
	                                        memory_open, memory_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
