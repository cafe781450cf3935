/* Source: one file that has been read, its lines, and places in it. */
#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/*
 * Everything that a person has written reaches the compiler as a Source. Its bytes have been
 * checked (source_open): valid UTF-8, no control characters but tab and line end, no characters
 * that reorder or hide text. So later phases may decode without checks, and a Span taken from it
 * always lies inside it.
 */
typedef struct Source Source;
typedef struct Mend Mend;

struct Source {
	Text path;  /* as the user may write it, relative to where the command was given */
	Text bytes; /* the whole file, without a byte order mark */
	const uint32_t *line_starts;
	size_t line_count;
	/* What a person has written, when this is that with letters composed or faults mended; or
	 * NULL. */
	const Source *written;
	const Mend *mends; /* by place */
	size_t mend_count;
};

/* Bytes [first, end) of a written source that `text` has taken the place of. */
struct Mend {
	uint32_t first;
	uint32_t end;
	Text text;
	bool composed; /* no fault: the same letter, as all others write it */
};

/* A place: bytes [first, end) of a source. A span without source has no place (`source == NULL`):
 * the compiler made it itself, or it belongs to the command line. */
typedef struct Span {
	const Source *source;
	uint32_t first;
	uint32_t end;
} Span;

/* Line and column count from 1; the column counts characters, as editors do. */
typedef struct Position {
	size_t line;
	size_t column;
} Position;

struct Diagnostics;

/*
 * Makes a Source of bytes that the host has read. Reports (and returns NULL for) a file that is
 * empty, too big, not UTF-8, or that holds characters that must not be in it: NUL and other
 * controls, U+0085, U+2028, U+2029 (line ends that editors and libyaml count differently),
 * bidirectional controls (U+202A-202E, U+2066-2069), a byte order mark that is not first, and the
 * noncharacters U+FFFE and U+FFFF. Lines end with LF or CR LF; a CR alone is a control. `bytes`
 * must live as long as the Source.
 *
 * Some programs, above all on the Mac, write å as an a and a combining ring. It looks the same, but
 * is no name of the register and is not found by who searches for it. Such letters are read as the
 * one letter that they are; places are told as places in what is written.
 */
const Source *source_open(Arena *arena, Text path, Text bytes, size_t maximum,
                          struct Diagnostics *diagnostics);

/* For text that does not stand as it is in a source, since an escape such as "\x07" wrote it: false
 * when it holds a character that a source may not hold; the first is reported at `span`. */
bool source_check_text(Text text, Span span, struct Diagnostics *diagnostics);

/*
 * The source with `text` in place of `span`, a span of what is written. A phase that can go no
 * further because of a fault reads on in the mended source, as if the fault were not there. Places
 * in it are told as places in what is written: span_written. NULL when something at the span has
 * been mended already.
 */
const Source *source_mended(Arena *arena, const Source *source, Span span, Text text);
Span span_written(Span span);
/* The bytes as they are in the file, for who keeps them. */
Text source_written(const Source *source);
/* The first mended fault that the span has bytes of, or NULL. */
const Mend *span_mend(Span span);

Position source_position(const Source *source, size_t byte);
/* The line (from 1) without its line end. */
Text source_line(const Source *source, size_t line);
/* The bytes of a span. */
Text span_text(Span span);
Span span_of(const Source *source, size_t first, size_t end);
/* The first place within a span where `part` stands; the whole span when it does not. */
Span span_find(Span span, Text part);
/* Where `part`, a slice of the source's own bytes, stands. */
Span span_of_slice(const Source *source, Text part);

#endif
