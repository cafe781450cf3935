/* Provenance: the attachments of a document, and its fingerprint. */
#include "provenance.h"

#include "base/buffer.h"
#include "base/digest.h"
#include "base/json.h"
#include "base/version.h"
#include "economics/formula.h"

enum { FINGERPRINT_DIGITS = 10 };

/* The files that count for this document, those of the case first. */
static InputFiles files_of(const Provenance *p, Arena *arena)
{
	Text own_template[] = {TEXT("templates/"), p->template_file, TEXT(".md")};
	Text name = text_join(arena, own_template, 3);
	InputFiles all = {0};
	for (size_t i = 0; i < p->own->count; i++)
		*ARENA_PUSH(arena, &all) = p->own->items[i];
	for (size_t i = 0; i < p->shared->count; i++) {
		const InputFile *file = &p->shared->items[i];
		if (file->role != INPUT_TEMPLATE || text_equal(file->name, name))
			*ARENA_PUSH(arena, &all) = *file;
	}
	return all;
}

static Text fingerprint_of(const InputFiles *files, Arena *arena)
{
	Buffer all = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put(&all, TEXT(PROGRAM));
	for (size_t i = 0; i < files->count; i++) {
		buffer_put(&all, TEXT("\n"));
		buffer_put(&all, files->items[i].digest);
		buffer_put(&all, TEXT(" "));
		buffer_put(&all, files->items[i].name);
	}
	return text_cut(digest_of(arena, buffer_text(&all)), 0, FINGERPRINT_DIGITS);
}

static void put_files(Json *json, const InputFiles *files)
{
	json_key(json, TEXT("filer"));
	json_begin(json, '[');
	for (size_t i = 0; i < files->count; i++) {
		json_begin(json, '{');
		json_text_at(json, TEXT("fil"), files->items[i].name);
		json_text_at(json, TEXT("sha256"), files->items[i].digest);
		json_end(json, '}');
	}
	json_end(json, ']');
}

static void put_values(Json *json, Arena *arena, const Ledger *ledger)
{
	json_key(json, TEXT("värden"));
	json_begin(json, '[');
	for (size_t i = 0; i < ledger->count; i++) {
		const Entry *entry = ledger->items[i];
		json_begin(json, '{');
		json_text_at(json, TEXT("namn"), entry->name);
		json_key(json, TEXT("värde"));
		if (entry->standing == STANDING_UNKNOWN)
			json_null(json);
		else
			json_integer(json, entry->value);
		json_text_at(json, TEXT("enhet"), ledger_unit_name(entry->unit));
		json_text_at(json, TEXT("text"), formula_value(arena, entry));
		json_end(json, '}');
	}
	json_end(json, ']');
}

static Text summary_of(const Provenance *p, const InputFiles *files, Text fingerprint, Arena *arena)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	Json json = json_new(&out);
	json_begin(&json, '{');
	json_text_at(&json, TEXT("program"), TEXT(PROGRAM));
	json_text_at(&json, TEXT("dokument"), p->document);
	json_text_at(&json, TEXT("mall"), p->template_file);
	json_text_at(&json, TEXT("fingeravtryck"), fingerprint);
	put_files(&json, files);
	put_values(&json, arena, p->ledger);
	json_end(&json, '}');
	buffer_put_byte(&out, '\n');
	return buffer_text(&out);
}

void provenance_attach(const Provenance *p, Document *document)
{
	Arena *arena = document->arena;
	InputFiles files = files_of(p, arena);
	document->facts.fingerprint = fingerprint_of(&files, arena);
	for (size_t i = 0; i < p->own->count; i++) {
		const InputFile *file = &p->own->items[i];
		bool yaml = i == 0;
		if (file->role != INPUT_CASE)
			continue;
		*ARENA_PUSH(arena, &document->attachments) = (Attachment){
		        .name = file->name,
		        .about = yaml ? TEXT("Ärendet som handlingen är gjord av.")
		                      : TEXT("En text som ärendet hämtar."),
		        .media_type = yaml ? TEXT("application/yaml") : TEXT("text/markdown"),
		        .relation = ATTACHMENT_SOURCE,
		        .bytes = file->bytes,
		};
	}
	*ARENA_PUSH(arena, &document->attachments) = (Attachment){
	        .name = TEXT(PROVENANCE_FILE),
	        .about = TEXT("Filerna som handlingen vilar på, och ärendets alla belopp."),
	        .media_type = TEXT("application/json"),
	        .relation = ATTACHMENT_DATA,
	        .bytes = summary_of(p, &files, document->facts.fingerprint, arena),
	};
}

/* The text between `before` and the next quotation mark, from `*at` on. */
static bool next_value(Text json, Text before, size_t *at, Text *value)
{
	size_t first = text_find(json, before, *at);
	size_t end =
	        first == TEXT_NOWHERE ? first : text_find(json, TEXT("\""), first + before.length);
	if (end == TEXT_NOWHERE)
		return false;
	*value = text_cut(json, first + before.length, end);
	*at = end;
	return true;
}

InputFiles provenance_files(Arena *arena, Text json)
{
	InputFiles files = {0};
	InputFile file = {0};
	size_t values = text_find(json, TEXT("\"värden\""), 0);
	json = text_cut(json, 0, values);
	for (size_t at = 0; next_value(json, TEXT("\"fil\":\""), &at, &file.name) &&
	                    next_value(json, TEXT("\"sha256\":\""), &at, &file.digest);)
		*ARENA_PUSH(arena, &files) = file;
	return files;
}

Text provenance_template(Text json)
{
	Text file = {0};
	size_t at = 0;
	return next_value(json, TEXT("\"mall\":\""), &at, &file) ? file : (Text){0};
}
