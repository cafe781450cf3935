/* Case: a YAML text as an agreement, and ways to say what was reported about it. */
#ifndef TESTS_UNIT_CASE_H
#define TESTS_UNIT_CASE_H

#include "support.h"

#include "base/limits.h"
#include "economics/calculate.h"
#include "economics/table.h"
#include "model/agreement.h"
#include "model/bind.h"
#include "model/case.h"
#include "model/resolve.h"
#include "source/diagnostic.h"
#include "yaml/reader.h"

/*
 * Each test gets a Desk: one case, its register, and everything that was reported about both.
 *
 *	CASE_TEST(a_date_is_read)
 *	{
 *		desk_read(desk, "ärende: {rubrik: R, datum: 2020-13-01}\n");
 *		assert_reported(desk, {NO_SUCH_DATE, "2020-13-01"});
 *	}
 *	... static const struct CMUnitTest tests[] = {CASE_UNIT(a_date_is_read)};
 *
 * Reports are compared in the order of their places: the code, and exactly the bytes that the mark
 * stands under.
 */
typedef struct DeskFile {
	const char *name;
	const char *bytes;
} DeskFile;

typedef struct Desk {
	Arena arena;
	Diagnostics diagnostics;
	Register shared;
	Agreement agreement;
	Ledger *ledger;
	struct Document *document;
	const DeskFile *files; /* what a loader finds; ends with a row without name */
	const char *reading;   /* the row of a table that is being tested, or NULL */
} Desk;

static inline int desk_open(void **state)
{
	Desk *desk = test_malloc(sizeof *desk);
	*desk = (Desk){.arena = test_arena()};
	desk->diagnostics.arena = &desk->arena;
	*state = desk;
	return 0;
}

static inline int desk_close(void **state)
{
	Desk *desk = *state;
	arena_release(&desk->arena);
	test_free(desk);
	return 0;
}

#define CASE_TEST(name)                                                                            \
	static void name##_on(Desk *desk);                                                         \
	static void name(void **state)                                                             \
	{                                                                                          \
		name##_on(*state);                                                                 \
	}                                                                                          \
	static void name##_on(Desk *desk)
#define CASE_UNIT(name) cmocka_unit_test_setup_teardown(name, desk_open, desk_close)

/* A small municipality: two boards, three organisations. */
static const char desk_register[] =
        "kommun: {namn: Storköpings kommun, ort: Storköping, organisationsnummer: 212000-0449}\n"
        "förvaltningar:\n"
        "  socialkontoret: {namn: Socialkontoret}\n"
        "  äldrekontoret: {namn: Äldrekontoret}\n"
        "nämnder:\n"
        "  socialnämnden: {namn: Socialnämnden, förvaltning: socialkontoret}\n"
        "  äldrenämnden: {namn: Äldrenämnden, förvaltning: äldrekontoret}\n"
        "organisationer:\n"
        "  pingst: {namn: Pingstförsamlingen i Storköping, kortnamn: Pingst,\n"
        "           organisationsnummer: 822000-3811, sektor: idéburen}\n"
        "  stadsmissionen: {namn: Storköpings stadsmission}\n"
        "  bolaget: {namn: Bolaget AB, sektor: offentlig}\n";

static inline const Source *desk_source(Desk *desk, const char *path, const char *bytes)
{
	return source_open(&desk->arena, text_of(path), text_of(bytes), LIMIT_SOURCE_BYTES,
	                   &desk->diagnostics);
}

/* Reads one more file into the register. */
static inline void desk_add_register(Desk *desk, const char *bytes)
{
	const Source *source = desk_source(desk, "register.yaml", bytes);
	const YamlNode *root = yaml_read(&desk->arena, source, &desk->diagnostics);
	assert_non_null(root);
	bind_record(&(Binder){.arena = &desk->arena, .diagnostics = &desk->diagnostics},
	            &record_register, root, root->span, &desk->shared);
}

static inline const YamlNode *desk_parse(Desk *desk, const char *yaml)
{
	desk->diagnostics = (Diagnostics){.arena = &desk->arena};
	desk->agreement = (Agreement){0};
	const Source *source = desk_source(desk, "fall.yaml", yaml);
	const YamlNode *root = yaml_read(&desk->arena, source, &desk->diagnostics);
	assert_non_null(root);
	return root;
}

/* Binds a case without looking anything up. */
static inline void desk_bind(Desk *desk, const char *yaml)
{
	const YamlNode *root = desk_parse(desk, yaml);
	bind_record(&(Binder){.arena = &desk->arena, .diagnostics = &desk->diagnostics},
	            &record_agreement, root, span_of(root->span.source, 0, 0), &desk->agreement);
}

/* Binds a case and connects it with the register above. */
static inline void desk_read(Desk *desk, const char *yaml)
{
	if (desk->shared.span.source == NULL) {
		desk_add_register(desk, desk_register);
		resolve_register(&desk->shared, &desk->diagnostics);
	}
	const YamlNode *root = desk_parse(desk, yaml);
	case_read(&desk->arena, root, &desk->shared, false, &desk->agreement, &desk->diagnostics);
}

/* Reads a case and calculates its economy. */
static inline void desk_calculate(Desk *desk, const char *yaml)
{
	desk_read(desk, yaml);
	desk->ledger = economics_calculate(&desk->arena, &desk->agreement, &desk->diagnostics);
}

static inline const char *desk_join(Desk *desk, const char *first, const char *second)
{
	Text parts[] = {text_of(first), text_of(second)};
	return text_terminated(&desk->arena, text_join(&desk->arena, parts, 2));
}

/* What was reported. */

typedef struct Reported {
	DiagnosticCode code;
	const char *marked; /* the bytes that the report marks */
} Reported;

static inline void desk_print(Desk *desk)
{
	size_t count = 0;
	const Diagnostic **all = diagnostics_sorted(&desk->diagnostics, &count);
	for (size_t i = 0; i < count; i++) {
		Text sentence = diagnostic_sentence(&desk->arena, all[i]);
		Text marked = all[i]->span.source != NULL ? span_text(all[i]->span) : TEXT("");
		Text name = diagnostic_kind(all[i]->code)->name;
		print_error("%.*s at \"%.*s\": %.*s\n", (int)name.length, name.bytes,
		            (int)marked.length, marked.bytes, (int)sentence.length, sentence.bytes);
	}
}

static inline void desk_assert_reported(Desk *desk, const Reported *expected, size_t count,
                                        const char *file, int line)
{
	size_t got = 0;
	const Diagnostic **all = diagnostics_sorted(&desk->diagnostics, &got);
	bool same = got == count;
	for (size_t i = 0; same && i < count; i++) {
		Text marked = all[i]->span.source != NULL ? span_text(all[i]->span) : TEXT("");
		same = all[i]->code == expected[i].code &&
		       text_equal(marked, text_of(expected[i].marked));
	}
	if (same)
		return;
	if (desk->reading != NULL)
		print_error("in %s", desk->reading);
	for (size_t i = 0; i < count; i++) {
		Text name = diagnostic_kind(expected[i].code)->name;
		print_error("expected %.*s at \"%s\"\n", (int)name.length, name.bytes,
		            expected[i].marked);
	}
	print_error("but got %zu:\n", got);
	desk_print(desk);
	_fail(file, line);
}

#define assert_reported(desk, ...)                                                                 \
	desk_assert_reported((desk), (const Reported[]){__VA_ARGS__},                              \
	                     sizeof((const Reported[]){__VA_ARGS__}) / sizeof(Reported), __FILE__, \
	                     __LINE__)
#define assert_sound(desk) desk_assert_reported((desk), NULL, 0, __FILE__, __LINE__)

/* The sentence of the first report. */
#define assert_sentence(desk, expected)                                                            \
	do {                                                                                       \
		assert_non_null((desk)->diagnostics.first);                                        \
		assert_text(diagnostic_sentence(&(desk)->arena, (desk)->diagnostics.first),        \
		            (expected));                                                           \
	} while (0)

/* Each row is a case and the one report that it gives. */
typedef struct FaultRow {
	const char *yaml;
	DiagnosticCode code;
	const char *marked;
} FaultRow;

static inline void desk_assert_faults(Desk *desk, const char *before, const FaultRow *rows,
                                      size_t count, const char *file, int line)
{
	for (size_t i = 0; i < count; i++) {
		desk_calculate(desk, desk_join(desk, before, rows[i].yaml));
		desk->reading = rows[i].yaml;
		desk_assert_reported(desk, &(Reported){rows[i].code, rows[i].marked}, 1, file,
		                     line);
	}
	desk->reading = NULL;
}

#define assert_faults(desk, before, rows)                                                          \
	desk_assert_faults((desk), (before), (rows), sizeof(rows) / sizeof(rows)[0], __FILE__,     \
	                   __LINE__)

/* The ledger. */

static inline int64_t desk_value(Desk *desk, const char *name)
{
	const Entry *entry = ledger_find(desk->ledger, text_of(name));
	if (entry == NULL)
		fail_msg("no entry %s", name);
	assert_non_null(entry);
	return entry->value;
}

#define assert_entry(desk, name, expected) assert_int_equal(desk_value((desk), (name)), (expected))
#define assert_no_entry(desk, name)        assert_null(ledger_find((desk)->ledger, text_of(name)))

/* Kronor as öre. */
#define KR(kronor) ((kronor)*MONEY_KRONA)

#endif
