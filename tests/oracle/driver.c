/* Driver: answers questions about the arithmetic and about whole cases, a line each, so that an
 * oracle in another language can compare (oracle.py).
 *
 *	scale VALUE NUMERATOR DENOMINATOR UNIT ROUNDING
 *	products UNIT ROUNDING COUNT (VALUE NUM DEN NUM DEN)...
 *	split WHOLE UNIT COUNT WEIGHT...
 *	shares DECIMALS COUNT AMOUNT...
 *	part PRORATION FIRST LAST		days, counted from 0001-01-01
 *	months FIRST LAST			whole months in the interval
 *	before DAY MONTHS DAYS			the last day so that a term follows up to DAY
 *	case BYTES				a YAML of so many bytes follows
 *
 * An answer is numbers on one line, or "none"; for a case "name=value" lines and then "end". With
 * the argument --lie every hundredth amount is a krona too much: the oracle must find it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/limits.h"
#include "economics/calculate.h"
#include "economics/timeline.h"
#include "model/bind.h"
#include "model/resolve.h"
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

typedef struct Driver {
	Register shared;
	bool lies;
	unsigned told; /* amounts so far */
} Driver;

static Arena new_arena(void)
{
	return (Arena){.source = {.take = take, .give = give}};
}

static int64_t number(void)
{
	long long value = 0;
	if (scanf("%lld", &value) != 1)
		exit(2);
	return value;
}

static void answer(bool known, int64_t value)
{
	if (known)
		printf("%lld\n", (long long)value);
	else
		printf("none\n");
}

static void answer_all(bool known, const int64_t *values, size_t count)
{
	for (size_t i = 0; known && i < count; i++)
		printf("%s%lld", i > 0 ? " " : "", (long long)values[i]);
	printf(known ? "\n" : "none\n");
}

static Ratio read_ratio(void)
{
	Ratio ratio = {0, 1};
	int64_t numerator = number(), denominator = number();
	if (!ratio_make(numerator, denominator, &ratio))
		exit(2);
	return ratio;
}

static void answer_scale(void)
{
	int64_t value = number(), result = 0;
	Ratio ratio = read_ratio();
	int64_t unit = number();
	Rounding rounding = (Rounding)number();
	bool known = ratio_scale(value, ratio, unit, rounding, &result);
	answer(known, result);
}

enum { MOST = 64 };

static void answer_products(void)
{
	RatioProduct products[MOST];
	int64_t unit = number(), result = 0;
	Rounding rounding = (Rounding)number();
	size_t count = (size_t)number();
	for (size_t i = 0; i < count && i < MOST; i++) {
		products[i].value = number();
		products[i].a = read_ratio();
		products[i].b = read_ratio();
	}
	bool known = ratio_sum_products(products, count, unit, rounding, &result);
	answer(known, result);
}

static void answer_split(void)
{
	int64_t weights[MOST], parts[MOST];
	int64_t whole = number(), unit = number();
	size_t count = (size_t)number();
	for (size_t i = 0; i < count && i < MOST; i++)
		weights[i] = number();
	answer_all(money_split(whole, unit, weights, count, parts), parts, count);
}

static void answer_shares(void)
{
	Arena arena = new_arena();
	Diagnostics diagnostics = {.arena = &arena};
	Ledger ledger = {.arena = &arena, .diagnostics = &diagnostics};
	const Entry *parts[MOST], *shares[MOST];
	Text names[MOST];
	int64_t values[MOST];
	unsigned decimals = (unsigned)number();
	size_t count = (size_t)number();
	for (size_t i = 0; i < count && i < MOST; i++) {
		parts[i] = ledger_declare(&ledger, TEXT("del"), UNIT_AMOUNT, number(), (Span){0});
		names[i] = TEXT("andel");
	}
	bool made = ledger_shares(&ledger, names, parts, count, decimals, shares);
	for (size_t i = 0; made && i < count; i++)
		values[i] = shares[i]->value;
	answer_all(made, values, count);
	arena_release(&arena);
}

static Date read_day(void)
{
	return date_from_days((int32_t)number());
}

static void answer_part(void)
{
	Proration proration = (Proration)number();
	Date first = read_day(), last = read_day();
	Ratio part = days_part_of_year((Days){first, last}, proration);
	answer_all(true, (const int64_t[]){part.numerator, part.denominator}, 2);
}

static void answer_months(void)
{
	Date first = read_day(), last = read_day();
	int months = 0;
	bool whole = date_whole_months(first, last, &months);
	answer(whole, months);
}

static void answer_before(void)
{
	Arena arena = new_arena();
	Diagnostics diagnostics = {.arena = &arena};
	Ledger ledger = {.arena = &arena, .diagnostics = &diagnostics};
	const Entry *end = ledger_date(&ledger, TEXT("a"), read_day(), (Span){0});
	Duration length = {0};
	length.months = (int32_t)number();
	length.days = (int32_t)number();
	const Entry *term = ledger_duration(&ledger, TEXT("b"), length, (Span){0});
	const Entry *day = ledger_term_before(&ledger, TEXT("c"), end, term, (Span){0});
	answer(day != NULL, day != NULL ? day->value : 0);
	arena_release(&arena);
}

static void print_ledger(Driver *driver, const Ledger *ledger)
{
	for (size_t i = 0; i < ledger->count; i++) {
		const Entry *entry = ledger->items[i];
		int64_t value = entry->value;
		if (entry->unit == UNIT_AMOUNT && driver->lies && ++driver->told % 100 == 0)
			value += MONEY_KRONA;
		printf("%.*s=%lld\n", (int)entry->name.length, entry->name.bytes, (long long)value);
	}
}

static void print_faults(Arena *arena, const Diagnostics *diagnostics)
{
	for (const Diagnostic *d = diagnostics->first; d != NULL; d = d->next) {
		Text sentence = diagnostic_sentence(arena, d);
		printf("!%.*s\n", (int)sentence.length, sentence.bytes);
	}
}

static void answer_case(Driver *driver)
{
	Arena arena = new_arena();
	Diagnostics diagnostics = {.arena = &arena};
	size_t size = (size_t)number();
	char *bytes = arena_take(&arena, size + 1, 1);
	if (getchar() != '\n' || fread(bytes, 1, size, stdin) != size)
		exit(2);
	const Source *source = source_open(&arena, TEXT("fall.yaml"), (Text){bytes, size},
	                                   LIMIT_SOURCE_BYTES, &diagnostics);
	const YamlNode *root = source != NULL ? yaml_read(&arena, source, &diagnostics) : NULL;
	if (root != NULL) {
		Agreement agreement = {0};
		bind_record(&(Binder){.arena = &arena, .diagnostics = &diagnostics},
		            &record_agreement, root, span_of(source, 0, 0), &agreement);
		resolve_agreement(&arena, &agreement, &driver->shared, &diagnostics);
		print_ledger(driver, economics_calculate(&arena, &agreement, &diagnostics));
	}
	print_faults(&arena, &diagnostics);
	printf("end\n");
	arena_release(&arena);
}

/* The register is a file beside this one, so that the oracle can read it too. */
static bool read_register(Arena *arena, const char *path, Register *shared)
{
	static char bytes[1 << 16];
	Diagnostics diagnostics = {.arena = arena};
	FILE *file = fopen(path, "rb");
	if (file == NULL)
		return false;
	size_t size = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	const Source *source = source_open(arena, text_of(path), (Text){bytes, size},
	                                   LIMIT_SOURCE_BYTES, &diagnostics);
	const YamlNode *root = source != NULL ? yaml_read(arena, source, &diagnostics) : NULL;
	if (root == NULL)
		return false;
	bind_record(&(Binder){.arena = arena, .diagnostics = &diagnostics}, &record_register, root,
	            root->span, shared);
	resolve_register(shared, &diagnostics);
	print_faults(arena, &diagnostics);
	return diagnostics.errors == 0;
}

int main(int argc, char **argv)
{
	static const struct {
		const char *word;
		void (*answer)(void);
	} questions[] = {{"scale", answer_scale},  {"products", answer_products},
	                 {"split", answer_split},  {"shares", answer_shares},
	                 {"part", answer_part},    {"months", answer_months},
	                 {"before", answer_before}};
	Arena arena = new_arena();
	Driver driver = {.lies = argc > 2 && strcmp(argv[2], "--lie") == 0};
	char word[16];
	if (argc < 2 || !read_register(&arena, argv[1], &driver.shared))
		return 2;
	while (scanf("%15s", word) == 1) {
		if (strcmp(word, "case") == 0)
			answer_case(&driver);
		for (size_t i = 0; i < sizeof questions / sizeof questions[0]; i++)
			if (strcmp(word, questions[i].word) == 0)
				questions[i].answer();
	}
	arena_release(&arena);
	return 0;
}
