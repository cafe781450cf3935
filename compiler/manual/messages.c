/* Messages: every diagnostic by its number, with what it means and how it is mended. */
#include "manual/write.h"

#include "base/buffer.h"
#include "base/sort.h"
#include "source/diagnostic.h"

/* How many numbers stand under one heading. */
enum { NUMBERS_TOGETHER = 50 };

static int64_t number_of(const DiagnosticKind *kind)
{
	int64_t number = 0;
	text_integer(text_after(kind->name, 1), &number);
	return number;
}

static int by_number(const void *a, const void *b)
{
	const DiagnosticKind *left = *(const DiagnosticKind *const *)a;
	const DiagnosticKind *right = *(const DiagnosticKind *const *)b;
	return text_order(text_after(left->name, 1), text_after(right->name, 1));
}

typedef struct Kinds {
	const DiagnosticKind **items;
	size_t count;
} Kinds;

static Kinds kinds_sorted(Arena *arena)
{
	Kinds kinds = {ARENA_ARRAY(arena, const DiagnosticKind *, DIAGNOSTIC_CODES), 0};
	for (DiagnosticCode code = 0; code < DIAGNOSTIC_CODES; code++)
		if (diagnostic_kind(code)->severity != SEVERITY_NOTE)
			kinds.items[kinds.count++] = diagnostic_kind(code);
	return kinds;
}

/* A further place that the message shows has a sentence of its own and the same number. */
static void put_notes(ManualWriting *w, const DiagnosticKind *kind)
{
	for (DiagnosticCode code = 0; code < DIAGNOSTIC_CODES; code++) {
		const DiagnosticKind *note = diagnostic_kind(code);
		if (note == kind || diagnostic_owner(note) != kind)
			continue;
		Text parts[] = {TEXT("Meddelandet visar också en annan plats: ”"),
		                diagnostic_outline(w->arena, note), TEXT("”")};
		write_paragraph(w, text_join(w->arena, parts, 3));
	}
}

static void put_example(ManualWriting *w, Text words, Text example)
{
	if (example.length == 0)
		return;
	write_paragraph(w, words);
	write_code(w, example);
}

bool manual_message_line(ManualWriting *w, Text place, Text name)
{
	const DiagnosticKind *kind = diagnostic_named(name);
	if (kind == NULL)
		return false;
	Text parts[] = {place,
	                kind->severity == SEVERITY_ERROR ? TEXT(": fel ") : TEXT(": varning "),
	                name, TEXT(": "), diagnostic_outline(w->arena, kind)};
	write_code(w, text_join(w->arena, parts, sizeof parts / sizeof parts[0]));
	return true;
}

static void put_message(ManualWriting *w, const DiagnosticKind *kind)
{
	write_heading(w, 1, kind->name, manual_id(w->arena, (Text){0}, kind->name));
	Node *parent = w->parent;
	w->parent = document_add(w->document, parent, NODE_QUOTATION, (Span){0});
	write_paragraph(w, diagnostic_outline(w->arena, kind));
	w->parent = parent;
	write_paragraph(w, kind->meaning);
	put_notes(w, kind);
	put_example(w, TEXT("Så här blir det fel:"), kind->wrong);
	put_example(w, TEXT("Så här blir det rätt:"), kind->right);
}

void manual_messages(ManualWriting *w)
{
	Kinds kinds = kinds_sorted(w->arena);
	int64_t group = -1;
	sort_stable(w->arena, kinds.items, kinds.count, sizeof *kinds.items, by_number);
	for (size_t i = 0; i < kinds.count; i++) {
		int64_t own = number_of(kinds.items[i]) / NUMBERS_TOGETHER;
		if (own != group) {
			Buffer title = buffer_new(w->arena, 64);
			buffer_put(&title, TEXT("Meddelande "));
			buffer_put_integer(&title, own * NUMBERS_TOGETHER);
			buffer_put(&title, TEXT("–"));
			buffer_put_integer(&title, (own + 1) * NUMBERS_TOGETHER - 1);
			write_heading(w, 0, buffer_text(&title), (Text){0});
		}
		group = own;
		put_message(w, kinds.items[i]);
	}
}
