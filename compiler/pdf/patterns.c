/* Patterns: which lines of a hyphenation dictionary a text can need. */
#include "pdf/patterns.h"

#include "base/buffer.h"

enum { CHAINS = 16384, LINE_BYTES = 6 /* of a usual pattern */ };

typedef struct Pattern {
	uint32_t start; /* of its line */
	uint32_t hash;
	uint32_t next; /* of the same chain, an index from 1; 0 is none */
	bool chosen;
} Pattern;

struct Patterns {
	Text bytes;
	bool whole;
	Text preamble;  /* the character set and other first lines */
	Pattern *items; /* from 1 */
	size_t count;
	size_t capacity;
	size_t chosen;
	size_t longest; /* letters of a pattern */
	uint32_t chains[CHAINS];
};

/* FNV-1a, a letter at a time. */
static const uint32_t hash_start = 2166136261;

static uint32_t hash_letter(uint32_t hash, char letter)
{
	return (hash ^ (unsigned char)letter) * 16777619;
}

/* Lines in capitals say something of the dictionary, not of words: LEFTHYPHENMIN and the like. */
static bool is_directive(Text line)
{
	return line.length > 1 && line.bytes[0] >= 'A' && line.bytes[0] <= 'Z';
}

static void add_pattern(Patterns *patterns, Arena *arena, Text line)
{
	uint32_t hash = hash_start;
	size_t letters = 0;
	/* What follows a slash is how letters change there, not the pattern. */
	for (size_t i = 0; i < line.length && line.bytes[i] != '/'; i++) {
		char c = line.bytes[i];
		if (c >= '0' && c <= '9')
			continue;
		hash = hash_letter(hash, c);
		letters++;
	}
	if (letters == 0 || line.bytes[0] == '%' || line.bytes[0] == '#')
		return;
	patterns->longest = letters > patterns->longest ? letters : patterns->longest;
	uint32_t *chain = &patterns->chains[hash % CHAINS];
	uint32_t start = (uint32_t)(line.bytes - patterns->bytes.bytes);
	*ARENA_PUSH(arena, patterns) = (Pattern){.start = start, .hash = hash, .next = *chain};
	*chain = (uint32_t)patterns->count - 1;
}

Patterns *patterns_new(Arena *arena, Text dictionary)
{
	Patterns *patterns = ARENA_NEW(arena, Patterns);
	patterns->bytes = dictionary;
	patterns->whole = text_find(dictionary, TEXT("\nNEXTLEVEL"), 0) != TEXT_NOWHERE;
	if (patterns->whole)
		return patterns;
	Buffer preamble = buffer_new(arena, BUFFER_MAXIMUM);
	patterns->capacity = dictionary.length / LINE_BYTES + 2;
	patterns->items = ARENA_ARRAY(arena, Pattern, patterns->capacity);
	(void)ARENA_PUSH(arena, patterns); /* the one that ends chains */
	Text rest = dictionary, line = {0};
	for (bool first = true; text_next(&rest, '\n', &line); first = false) {
		if (text_ends(line, TEXT("\r")))
			line.length--;
		if (first || is_directive(line)) {
			buffer_put(&preamble, line);
			buffer_put_byte(&preamble, '\n');
		} else {
			add_pattern(patterns, arena, line);
		}
	}
	patterns->preamble = buffer_text(&preamble);
	return patterns;
}

static void choose(Patterns *patterns, uint32_t hash)
{
	for (uint32_t i = patterns->chains[hash % CHAINS]; i != 0; i = patterns->items[i].next) {
		Pattern *pattern = &patterns->items[i];
		if (pattern->hash != hash || pattern->chosen)
			continue;
		pattern->chosen = true;
		patterns->chosen++;
	}
}

/* The ends of a word are letters too: a full stop each. */
static char letter_at(Text word, size_t place)
{
	return place == 0 || place > word.length ? '.' : word.bytes[place - 1];
}

void patterns_choose(Patterns *patterns, Text word)
{
	size_t length = word.length + 2;
	for (size_t first = 0; first < length; first++) {
		uint32_t hash = hash_start;
		for (size_t n = 0; n < patterns->longest && first + n < length; n++) {
			hash = hash_letter(hash, letter_at(word, first + n));
			choose(patterns, hash);
		}
	}
}

size_t patterns_chosen(const Patterns *patterns)
{
	return patterns->chosen;
}

Text patterns_dictionary(const Patterns *patterns, Arena *arena)
{
	if (patterns->whole)
		return patterns->bytes;
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put(&out, patterns->preamble);
	for (size_t i = 1; i < patterns->count; i++) {
		const Pattern *pattern = &patterns->items[i];
		if (!pattern->chosen)
			continue;
		Text rest = text_after(patterns->bytes, pattern->start), line = {0};
		(void)text_next(&rest, '\n', &line);
		buffer_put(&out, line);
		buffer_put_byte(&out, '\n');
	}
	return buffer_text(&out);
}
