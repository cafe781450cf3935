/* Running text: overwriting what is no text, and finding where sentences end. */
#include "prose/running_text.h"

#include <string.h>

#include "base/utf8.h"
#include "prose/numeral.h"

typedef struct Masking {
	Arena *arena;
	Text source;
	char *bytes; /* the copy */
	RunningText *into;
	size_t closing; /* the first "}}" at or after the place reached, TEXT_NOWHERE if none */
	size_t blank;   /* the first blank line, likewise */
} Masking;

static void overwrite(Masking *m, size_t first, size_t end)
{
	if (end > first)
		memset(m->bytes + first, OVERWRITTEN, end - first);
}

/* The first `part` at or after `at`, knowing where it was found last: each byte is passed once. */
static size_t find_onwards(Text text, Text part, size_t at, size_t *last)
{
	if (*last == TEXT_NOWHERE || *last >= at)
		return *last;
	*last = text_find(text, part, at);
	return *last;
}

Exception exception_read(Text argument)
{
	static const Text reason = TEXT_INIT("skäl:");
	size_t at = text_find(argument, reason, 0);
	Text text = text_trim(text_cut(argument, 0, at));
	if (at == TEXT_NOWHERE)
		return (Exception){.text = text};
	if (text_ends(text, TEXT(",")))
		text = text_trim(text_cut(text, 0, text.length - 1));
	return (Exception){text, text_trim(text_after(argument, at + reason.length))};
}

Foreign foreign_read(Text argument)
{
	size_t colon = text_find(argument, TEXT(":"), 0);
	if (colon == TEXT_NOWHERE)
		return (Foreign){.language = text_trim(argument)};
	return (Foreign){text_trim(text_cut(argument, 0, colon)),
	                 text_trim(text_after(argument, colon + 1))};
}

/* The text of an exception stays, and words in another language. */
static void read_insert(const Masking *m, Insert *insert)
{
	static const Text exception = TEXT_INIT(EXCEPTION_WORD " "), foreign = TEXT_INIT("språk ");
	Text text = {0};
	insert->exception = text_starts(insert->body, exception);
	if (insert->exception)
		text = exception_read(text_after(insert->body, exception.length)).text;
	else if (text_starts(insert->body, foreign))
		text = foreign_read(text_after(insert->body, foreign.length)).text;
	if (text.bytes == NULL)
		return;
	insert->text_first = (size_t)(text.bytes - m->source.bytes);
	insert->text_end = insert->text_first + text.length;
}

/* Overwrites the {{...}} at `at`; returns where to go on. */
static size_t mask_insert(Masking *m, size_t at)
{
	size_t end = find_onwards(m->source, TEXT("}}"), at + 2, &m->closing);
	size_t blank = find_onwards(m->source, TEXT("\n\n"), at + 1, &m->blank);
	if (end == TEXT_NOWHERE || end > blank)
		return at + 2;
	Insert *insert = ARENA_PUSH(m->arena, m->into);
	*insert = (Insert){.first = at, .end = end + 2};
	insert->body = text_trim(text_cut(m->source, at + 2, end));
	read_insert(m, insert);
	if (insert->text_end > 0) {
		overwrite(m, at, insert->text_first);
		overwrite(m, insert->text_end, insert->end);
	} else {
		overwrite(m, at, insert->end);
	}
	return insert->end;
}

/* Overwrites what runs on from `at` without space; returns where it ends. */
static size_t mask_address(Masking *m, size_t at)
{
	size_t end = at;
	while (end < m->source.length && strchr(" \t\r\n<>)", m->source.bytes[end]) == NULL)
		end++;
	overwrite(m, at, end);
	return end;
}

static bool is_address(Text text, size_t at)
{
	static const Text beginnings[] = {TEXT_INIT("http://"), TEXT_INIT("https://"),
	                                  TEXT_INIT("mailto:"), TEXT_INIT("www.")};
	for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++)
		if (begins_with_word(text, at, beginnings[i]))
			return true;
	return false;
}

RunningText running_text_of(Arena *arena, Text markdown)
{
	RunningText running = {0};
	Masking m = {.arena = arena, .source = markdown, .into = &running};
	m.bytes = ARENA_ARRAY(arena, char, markdown.length + 1);
	if (markdown.length > 0)
		memcpy(m.bytes, markdown.bytes, markdown.length);
	for (size_t at = 0; at < markdown.length;) {
		/* What is overwritten begins with one of these, and nothing else does. */
		if (strchr("{]hHmMwW", markdown.bytes[at]) == NULL)
			at++;
		else if (text_starts(text_after(markdown, at), TEXT("{{")))
			at = mask_insert(&m, at);
		else if (text_starts(text_after(markdown, at), TEXT("](")))
			at = mask_address(&m, at + 2);
		else if (is_address(markdown, at))
			at = mask_address(&m, at);
		else
			at++;
	}
	running.text = (Text){m.bytes, markdown.length};
	return running;
}

/* The last insert that begins at or before a place. */
Insert *exception_around(Insert *inserts, size_t count, size_t place)
{
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (inserts[middle].first <= place)
			low = middle + 1;
		else
			high = middle;
	}
	Insert *insert = low > 0 ? &inserts[low - 1] : NULL;
	return insert != NULL && insert->exception && place < insert->end ? insert : NULL;
}

/* Sentences. */

static bool is_blank(uint32_t codepoint)
{
	return codepoint == ' ' || codepoint == '\t' || codepoint == '\r' || codepoint == '\n';
}

static size_t skip_blanks(Text text, size_t at)
{
	while (at < text.length && is_blank((unsigned char)text.bytes[at]))
		at++;
	return at;
}

/* Whether a new paragraph, heading, quotation or item begins on the line that begins at `at`. */
static bool begins_block(Text text, size_t at)
{
	while (at < text.length && (text.bytes[at] == ' ' || text.bytes[at] == '\t'))
		at++;
	if (at >= text.length || strchr("\r\n#>", text.bytes[at]) != NULL)
		return true;
	size_t mark = at;
	while (mark < text.length && mark < at + 9 && is_digit((unsigned char)text.bytes[mark]))
		mark++;
	bool numbered = mark > at && (utf8_at(text, mark) == '.' || utf8_at(text, mark) == ')');
	bool bullet = mark == at && strchr("-*+", text.bytes[at]) != NULL;
	return (numbered || bullet) && is_blank(utf8_at(text, mark + 1));
}

/* Whether an item of a list is numbered by what stands before the point. */
static bool numbers_item(Text text, size_t first, size_t point)
{
	for (size_t i = first; i < point; i++)
		if (!is_digit((unsigned char)text.bytes[i]))
			return false;
	while (first > 0 && (text.bytes[first - 1] == ' ' || text.bytes[first - 1] == '\t'))
		first--;
	return first == 0 || text.bytes[first - 1] == '\n';
}

/* "t.ex.", "ca.", and the number of an item. */
static bool is_abbreviation(Text text, size_t point)
{
	static const Text abbreviations[] = {TEXT_INIT("ca"),  TEXT_INIT("dvs"),  TEXT_INIT("kap"),
	                                     TEXT_INIT("kl"),  TEXT_INIT("nr"),   TEXT_INIT("st"),
	                                     TEXT_INIT("tel"), TEXT_INIT("resp"), TEXT_INIT("milj"),
	                                     TEXT_INIT("mån"), TEXT_INIT("dnr"),  TEXT_INIT("jfr")};
	size_t first = point;
	bool points = false;
	while (first > 0 && !is_blank((unsigned char)text.bytes[first - 1]) &&
	       text.bytes[first - 1] != '(') {
		first--;
		points = points || text.bytes[first] == '.';
	}
	if (points || numbers_item(text, first, point))
		return true;
	for (size_t i = 0; i < sizeof abbreviations / sizeof abbreviations[0]; i++)
		if (is_word(text, first, abbreviations[i]))
			return first + abbreviations[i].length == point;
	return false;
}

/* Whether the mark at `at` ends a sentence; marks of quotation and emphasis may close after it. */
static bool ends_sentence(Text text, size_t at, size_t *end)
{
	size_t after = at + 1;
	while (after < text.length && after < at + GAP_BYTES &&
	       strchr("*_\"')]\xE2\x80\x9D\x1A", text.bytes[after]) != NULL)
		after++;
	if (after < text.length && !is_blank((unsigned char)text.bytes[after]))
		return false;
	*end = skip_blanks(text, after);
	if (text.bytes[at] != '.')
		return true;
	uint32_t next = utf8_at(text, *end);
	bool lower = utf8_is_letter(next) && utf8_upper(next) != next;
	return !lower && !is_abbreviation(text, at);
}

size_t sentence_end(Text text, size_t first)
{
	bool heading = utf8_at(text, skip_blanks(text, first)) == '#';
	for (size_t at = skip_blanks(text, first); at < text.length; at++) {
		char byte = text.bytes[at];
		size_t end = at + 1;
		if (byte == '\n' && (heading || begins_block(text, end)))
			return end;
		if ((byte == '.' || byte == '!' || byte == '?') && ends_sentence(text, at, &end))
			return end;
	}
	return text.length;
}
