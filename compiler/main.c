/* Main: the command line, made into one job. */
#include "base/buffer.h"
#include "base/version.h"
#include "compile.h"
#include "describe.h"
#include "host/host.h"
#include "new.h"
#include "serve.h"
#include "verify.h"

/* Where the preview is found unless something else is said, and the last port there is. */
enum { USUAL_PORT = 8014, MOST_PORT = 65535 };

/* Where cases are. */
static const Text agreements = TEXT_INIT("agreements");

/* The command line as far as it has been read. */
typedef struct Arguments {
	Job job;
	Text *cases;
	DescribeSubject subject;
	bool help, version;
	Text bad; /* the word that was not understood, or empty */
} Arguments;

static const Text help_text = TEXT_INIT(
        "Användning: overens build [VAL] ÄRENDE.yaml …   skriv ärendets dokument\n"
        "            overens check [VAL] [ÄRENDE.yaml …] granska utan att skriva; utan ärende "
        "bara\n"
        "                                                mallarna och registret\n"
        "            overens check --missing ÄRENDE.yaml …\n"
        "                                                visa vad som är kvar att fylla i, en rad "
        "var;\n"
        "                                                svaret är 0 också när något är kvar\n"
        "            overens serve [VAL] [ÄRENDE.yaml …] visa dokumenten i webbläsaren, på nytt "
        "när "
        "en\n"
        "                                                fil sparas; utan ärende alla i "
        "agreements\n"
        "            overens explain [VAL] ÄRENDE.yaml [VÄRDE]\n"
        "                                                visa hur värden är uträknade\n"
        "            overens explain KOD                 förklara ett meddelande, som E042\n"
        "            overens explain codes               räkna upp alla meddelanden\n"
        "            overens portfolio [VAL] ÄRENDE.yaml …\n"
        "                                                ställ ärendena bredvid varandra, och "
        "skriv dem\n"
        "                                                till out/index.html, portfolio.csv och "
        "dates.ics\n"
        "            overens new [VAL] DOKUMENT … NAMN   börja ett nytt ärende, till exempel\n"
        "                                                overens new tjänsteskrivelse 005-torget\n"
        "            overens verify [VAL] HANDLING.pdf … är PDF-filen vad ärendet i den ger?\n"
        "            overens schema [register]           skriv ett JSON Schema för redigerare\n"
        "            overens manual [VAL]                skriv handboken\n"
        "\n"
        "VAL\n"
        "  --out MAPP         mappen att skriva i                   (out; new: agreements)\n"
        "  --templates MAPP   mappen med mallar                     (templates)\n"
        "  --register MAPP    mappen med registret                  (agreements/register)\n"
        "  --day DAG          portfolio: dagen att räkna dagar från (2026-11-26)\n"
        "  --show STEG        visa ett steg: ledger eller document\n"
        "  --format FORM      hur fel visas: human, plain (en rad var, utan bild),\n"
        "                     json eller sarif\n"
        "  --port NUMMER      serve: porten på den egna datorn      (8014; 0: en som är ledig)\n"
        "  -q, --quiet        säg bara det som är fel\n"
        "  --help, --version\n"
        "\n"
        "Svar: 0 klart, 1 fel i ärendet, 2 fel på kommandoraden, 70 fel i programmet,\n"
        "71 minnet tog slut, 74 något gick inte att läsa eller skriva.\n");

/* Verbs. */
static const struct {
	Text name;
	Task task;
} verbs[] = {{TEXT_INIT("build"), TASK_BUILD},     {TEXT_INIT("check"), TASK_CHECK},
             {TEXT_INIT("explain"), TASK_EXPLAIN}, {TEXT_INIT("portfolio"), TASK_PORTFOLIO},
             {TEXT_INIT("schema"), TASK_DESCRIBE}, {TEXT_INIT("new"), TASK_NEW},
             {TEXT_INIT("manual"), TASK_BUILD},    {TEXT_INIT("verify"), TASK_VERIFY},
             {TEXT_INIT("serve"), TASK_SERVE}};

static bool read_verb(Text word, Job *job)
{
	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
		if (!text_equal(word, verbs[i].name))
			continue;
		job->task = verbs[i].task;
		job->manual = text_equal(word, TEXT("manual"));
		return true;
	}
	return false;
}

static bool read_stage(Text word, Stage *stage)
{
	static const struct {
		Text name;
		Stage stage;
	} stages[] = {{TEXT_INIT("ledger"), STAGE_LEDGER}, {TEXT_INIT("document"), STAGE_DOCUMENT}};
	for (size_t i = 0; i < sizeof stages / sizeof stages[0]; i++) {
		if (!text_equal(word, stages[i].name))
			continue;
		*stage = stages[i].stage;
		return true;
	}
	return false;
}

static bool read_format(Text word, Format *format)
{
	static const Text words[] = {[FORMAT_HUMAN] = TEXT_INIT("human"),
	                             [FORMAT_PLAIN] = TEXT_INIT("plain"),
	                             [FORMAT_JSON] = TEXT_INIT("json"),
	                             [FORMAT_SARIF] = TEXT_INIT("sarif")};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		if (!text_equal(word, words[i]))
			continue;
		*format = (Format)i;
		return true;
	}
	return false;
}

/* The folder that an option names, or NULL when it is no such option. */
static Text *folder_option(Text word, Job *job)
{
	if (text_equal(word, TEXT("--out")))
		return &job->output_folder;
	if (text_equal(word, TEXT("--templates")))
		return &job->templates_folder;
	if (text_equal(word, TEXT("--register")))
		return &job->register_folder;
	return NULL;
}

static bool read_port(Text word, Job *job)
{
	return job->task == TASK_SERVE && text_integer(word, &job->port) && job->port <= MOST_PORT;
}

/* A whole date; a month would be no day to count from. */
static bool read_day(Text word, Job *job)
{
	return job->task == TASK_PORTFOLIO && date_parse(word, &job->day) == DATE_OK &&
	       job->day.day != 0;
}

/* Reads the word at `*index`, and the one after it when it needs that; false when it is not
 * understood. */
static bool read_word(Arguments *a, const Text *words, size_t count, size_t *index)
{
	Text word = words[*index];
	Text *folder = folder_option(word, &a->job);
	bool has_next = *index + 1 < count;
	if (folder != NULL && has_next) {
		*folder = words[++*index];
		return folder->length > 0;
	}
	if (text_equal(word, TEXT("--day")) && has_next)
		return read_day(words[++*index], &a->job);
	if (text_equal(word, TEXT("--show")) && has_next)
		return read_stage(words[++*index], &a->job.show);
	if (text_equal(word, TEXT("--format")) && has_next)
		return read_format(words[++*index], &a->job.format);
	if (text_starts(word, TEXT("--format=")))
		return read_format(text_after(word, TEXT("--format=").length), &a->job.format);
	if (text_equal(word, TEXT("--port")) && has_next)
		return read_port(words[++*index], &a->job);
	if (text_equal(word, TEXT("--missing"))) {
		a->job.missing = true;
		return a->job.task == TASK_CHECK;
	}
	if (text_equal(word, TEXT("-q")) || text_equal(word, TEXT("--quiet"))) {
		a->job.quiet = true;
		return true;
	}
	if (text_starts(word, TEXT("-")))
		return false;
	a->cases[a->job.case_count++] = word;
	return word.length > 0;
}

/* What to describe: cases, or the register. */
static void read_subject(Arguments *a)
{
	if (a->job.case_count == 0)
		return;
	a->subject = DESCRIBE_REGISTER;
	if (a->job.case_count > 1)
		a->bad = a->cases[1];
	else if (!text_equal(a->cases[0], TEXT("register")))
		a->bad = a->cases[0];
}

/* A code, or the word for all of them; or one case, and perhaps the value to explain in it. */
static void read_value(Arguments *a)
{
	bool codes = a->job.case_count == 1 && text_equal(a->cases[0], TEXT("codes"));
	if (codes || (a->job.case_count == 1 && is_diagnostic_code(a->cases[0]))) {
		a->job.task = TASK_DESCRIBE;
		a->subject = codes ? DESCRIBE_CODES : DESCRIBE_DIAGNOSTIC;
		a->job.value = a->cases[0];
		return;
	}
	if (a->job.case_count > 2)
		a->bad = a->cases[2];
	if (a->job.case_count == 2) {
		a->job.value = a->cases[1];
		a->job.case_count = 1;
	}
}

/* The manual's case stands beside its template. */
static void read_manual(Arguments *a, Arena *arena)
{
	if (a->job.case_count > 0)
		a->bad = a->cases[0];
	Text parts[] = {a->job.templates_folder, TEXT("/manual/manual.yaml")};
	a->cases[0] = text_join(arena, parts, 2);
	a->job.case_count = 1;
}

static void read_arguments(Arguments *a, const Text *words, size_t count, Arena *arena)
{
	for (size_t i = 0; i < count; i++) {
		a->help = a->help || text_equal(words[i], TEXT("--help"));
		a->version = a->version || text_equal(words[i], TEXT("--version"));
	}
	if (a->help || a->version || count == 0)
		return;
	if (!read_verb(words[0], &a->job)) {
		a->bad = words[0];
		return;
	}
	for (size_t i = 1; i < count; i++) {
		size_t at = i;
		if (!read_word(a, words, count, &i)) {
			a->bad = words[at];
			return;
		}
	}
	/* A list of what is missing holds no findings about a file, which is what SARIF is for. */
	if (a->job.missing && a->job.format == FORMAT_SARIF)
		a->bad = TEXT("sarif");
	if (a->job.output_folder.length == 0)
		a->job.output_folder = a->job.task == TASK_NEW ? agreements : TEXT("out");
	if (a->job.task == TASK_EXPLAIN)
		read_value(a);
	else if (a->job.task == TASK_DESCRIBE)
		read_subject(a);
	else if (a->job.manual)
		read_manual(a, arena);
}

/* A new case needs a document and a name; templates and register can be checked alone, and without
 * a case all of them are shown. */
static size_t cases_needed(const Job *job)
{
	if (job->task == TASK_NEW)
		return 2;
	bool alone = (job->task == TASK_CHECK && !job->missing) || job->task == TASK_SERVE;
	return alone || job->task == TASK_DESCRIBE ? 0 : 1;
}

static ExitCode usage(const Host *host, Arena *arena, const Arguments *a)
{
	Text parts[] = {TEXT("överens: "), a->bad.length > 0 ? TEXT("Ordet ”") : TEXT(""), a->bad,
	                a->bad.length > 0
	                        ? TEXT("” går inte att förstå här, eller saknar något efter sig.")
	                : a->job.task == TASK_NEW
	                        ? TEXT("Skriv vilka dokument ärendet ska ha, och sist filens namn: "
	                               "overens new tjänsteskrivelse 005-torget.")
	                        : TEXT("Skriv vad som ska göras och med vilket ärende."),
	                TEXT(" Se overens --help.\n")};
	host->say(host->context, HOST_ERRORS,
	          text_join(arena, parts, sizeof parts / sizeof parts[0]));
	return EXIT_USAGE;
}

int main(int argc, char **argv)
{
	const Host *host = host_posix();
	Arena arena = {.source = host->memory};
	size_t count = argc > 1 ? (size_t)argc - 1 : 0;
	Text *words = ARENA_ARRAY(&arena, Text, count + 1);
	for (size_t i = 0; i < count; i++)
		words[i] = text_of(argv[i + 1]);
	Arguments a = {
	        .job = {.host = host,
	                .register_folder = TEXT("agreements/register"),
	                .templates_folder = TEXT("templates"),
	                .output_folder = {0},
	                .port = USUAL_PORT,
	                .help = help_text},
	        .cases = ARENA_ARRAY(&arena, Text, count + 1),
	};
	a.job.cases = a.cases;
	read_arguments(&a, words, count, &arena);
	ExitCode code = EXIT_DONE;
	if (a.help || a.version)
		code = host->say(host->context, HOST_OUTPUT,
		                 a.help ? help_text : TEXT(PROGRAM "\n"))
		               ? EXIT_DONE
		               : EXIT_ACCESS;
	else if (a.bad.length > 0 || a.job.case_count < cases_needed(&a.job))
		code = usage(host, &arena, &a);
	else if (a.job.task == TASK_DESCRIBE)
		code = describe(host, a.subject, a.job.value);
	else if (a.job.task == TASK_NEW)
		code = new_case(&a.job);
	else if (a.job.task == TASK_VERIFY)
		code = verify(&a.job, agreements);
	else if (a.job.task == TASK_SERVE)
		code = serve(&a.job, agreements, argv);
	else
		code = compile(&a.job);
	arena_release(&arena);
	return (int)code;
}
