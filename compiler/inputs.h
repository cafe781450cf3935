/* Inputs: everything that cases share, read once: register, templates, layout, style sheet, fonts.
 */
#ifndef INPUTS_H
#define INPUTS_H

#include <stdbool.h>

#include "base/arena.h"
#include "compile.h"
#include "document/picture.h"
#include "document/style.h"
#include "model/agreement.h"
#include "pdf/pdf.h"
#include "source/diagnostic.h"
#include "source/loader.h"
#include "template/template.h"

/*
 * A file that a document rests on, remembered so that it can be told later whether it has changed.
 * Its name is the same wherever the program was started: "templates/block/period.md".
 */
typedef enum InputRole {
	INPUT_CASE, /* the YAML, or a text beside it */
	INPUT_REGISTER,
	INPUT_TEMPLATE, /* a document type, as long as no other one is asked for */
	INPUT_SHARED,   /* what all document types use of templates/ */
} InputRole;

typedef struct InputFile {
	InputRole role;
	Text name;
	Text bytes;
	Text digest; /* base/digest.h */
} InputFile;

typedef struct InputFiles {
	InputFile *items;
	size_t count;
	size_t capacity;
} InputFiles;

/*
 * Inputs live as long as the run. inputs_read reports what is wrong with them; cases are compiled
 * only when nothing is. inputs_close gives back what the PDF libraries hold.
 */
typedef struct Inputs {
	Register shared;
	TemplateSet templates;
	Style style;
	const Picture *logotype; /* or NULL */
	Text style_sheet;
	Text overview_sheet; /* read for TASK_PORTFOLIO alone */
	PdfSetup *pdf;
	InputFiles files; /* of register and templates; the fonts are not among them */
	bool unreadable;  /* some file could not be read */
} Inputs;

bool inputs_read(Arena *arena, const Job *job, Inputs *inputs, Diagnostics *diagnostics);
void inputs_close(Inputs *inputs);

/* Reads one file as a source; NULL, after a report at `asked`, when that fails. */
const Source *inputs_read_source(Arena *arena, const Host *host, Text path, Span asked,
                                 Diagnostics *diagnostics, bool *unreadable);

/* Whether a name is that of a file in a folder that is known: no path, and no dot first. */
bool is_plain_name(Text name);

/* What a loader (source/loader.h) needs to read files for one case. */
typedef struct CaseFiles {
	Arena *arena;
	const Job *job;
	Text folder; /* of the case */
	Diagnostics *diagnostics;
	bool *unreadable;
	InputFiles files; /* that the loader has read */
} CaseFiles;

/* Adds a file that is not there yet. */
void inputs_remember(Arena *arena, InputFiles *files, InputRole role, Text name, Text bytes);

Loader inputs_loader(CaseFiles *files);

/* "folder/name", and the parts of a path. */
Text path_join(Arena *arena, Text folder, Text name);
Text path_folder(Text path);
/* The file's name without its ending. */
Text path_stem(Text path);

#endif
