/* PDF: from a document to the bytes of its file, step by step. */
#include "pdf/pdf.h"

#include "base/buffer.h"
#include "pdf/annotate.h"
#include "pdf/attach.h"
#include "pdf/content.h"
#include "pdf/embed.h"
#include "pdf/font.h"
#include "pdf/hyphenate.h"
#include "pdf/layout.h"
#include "pdf/metadata.h"
#include "pdf/outline.h"
#include "pdf/structure.h"
#include "pdf/syntax.h"
#include "pdf/tags.h"
#include "pdf/typeset.h"
#include "pdf/writer.h"

struct PdfSetup {
	const Style *style;
	Fonts *fonts;
	Hyphenator *hyphenator;
	Text profile;
};

/* One document on its way. */
typedef struct Job {
	const PdfSetup *setup;
	Arena *arena;
	const Document *document;
	Layout layout;
	Tags *tags;
	Writer *writer;
	uint32_t *pages;    /* their object numbers */
	uint32_t logotype;  /* of its pixels; 0 when there are none */
	Arena layout_arena; /* of the pages, until they are written */
} Job;

PdfSetup *pdf_open(Arena *arena, const Style *style, const PdfFiles *files, PdfFault *fault)
{
	PdfSetup *setup = ARENA_NEW(arena, PdfSetup);
	*fault = (PdfFault){.kind = PDF_BAD_DICTIONARY};
	setup->style = style;
	setup->profile = files->profile;
	setup->hyphenator = hyphenate_new(arena, files->hyphenation);
	if (setup->hyphenator == NULL)
		return NULL;
	fault->kind = PDF_BAD_FONT;
	setup->fonts = font_open(arena, files->faces, &fault->face);
	if (setup->fonts == NULL)
		return NULL;
	fault->kind = PDF_SOUND;
	return setup;
}

void pdf_close(PdfSetup *setup)
{
	hyphenate_close(setup->hyphenator);
	font_close(setup->fonts);
}

bool pdf_can_show(const PdfSetup *setup, FontFace face, uint32_t codepoint)
{
	return font_has(setup->fonts, face, codepoint);
}

/* ---- Layout ---- */

static PdfFaultKind set_document(Job *job, PdfResult *result)
{
	const PdfSetup *setup = job->setup;
	Arena strips = {.source = job->arena->source};
	Arena scratch = {.source = job->arena->source};
	Typeset set = {.arena = job->arena,
	               .pages = &job->layout_arena,
	               .strips = &strips,
	               .scratch = &scratch,
	               .style = setup->style,
	               .fonts = setup->fonts,
	               .hyphenator = setup->hyphenator};
	bool fits = layout_document(&set, job->document, &job->layout);
	arena_release(&strips);
	arena_release(&scratch);
	result->missing = set.missing.items;
	result->missing_count = set.missing.count;
	if (!fits)
		return PDF_TOO_MANY_PAGES;
	if (hyphenate_failed(setup->hyphenator))
		return PDF_BAD_DICTIONARY;
	return font_exhausted(setup->fonts) ? PDF_LIBRARY : PDF_SOUND;
}

/* ---- Writing ---- */

/* All pages are there, empty, before anything refers to one. */
static void open_pages(Job *job)
{
	job->pages = ARENA_ARRAY(job->arena, uint32_t, job->layout.pages.count);
	for (size_t i = 0; i < job->layout.pages.count; i++)
		job->pages[i] = writer_page(job->writer);
}

/* An image (ISO 32000-1, 8.9.5). */
static uint32_t write_pixels(Job *job, const Picture *picture)
{
	if (picture == NULL || picture->kind != PICTURE_PIXELS)
		return 0;
	Buffer out = buffer_new(job->arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT("/Type/XObject/Subtype/Image/BitsPerComponent 8/Width "));
	buffer_put_integer(&out, picture->pixels.width);
	buffer_put(&out, TEXT("/Height "));
	buffer_put_integer(&out, picture->pixels.height);
	buffer_put(&out, picture->pixels.channels == 1 ? TEXT("/ColorSpace/DeviceGray")
	                                               : TEXT("/ColorSpace/DeviceRGB"));
	buffer_put(&out, TEXT("/Filter/FlateDecode"));
	return writer_stream(job->writer, buffer_text(&out), picture->pixels.deflated,
	                     WRITER_PLAIN);
}

/* What is left of a page when its items are. */
typedef struct PageParts {
	bool turned;
	Text content;
	Annotations annotations;
} PageParts;

/* Tabs go in the order of the structure (ISO 14289-1, 7.18.3). */
static void write_page(Job *job, size_t index, const PageParts *parts, uint32_t fonts)
{
	Style style = layout_style(job->setup->style, parts->turned);
	const Annotations *annotations = &parts->annotations;
	uint32_t stream = writer_stream(job->writer, TEXT(""), parts->content, WRITER_COMPRESSED);
	Buffer out = buffer_new(job->arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT("/Type/Page/Tabs/S/MediaBox[0 0 "));
	syntax_put_length(&out, style.page_width);
	syntax_put_length(&out, style.page_height);
	buffer_put(&out, TEXT("]/StructParents "));
	buffer_put_integer(&out, (int64_t)index);
	buffer_put(&out, TEXT("/Resources<</Font "));
	syntax_put_reference(&out, fonts);
	if (job->logotype != 0 && index == 0) {
		buffer_put(&out, TEXT("/XObject<</" CONTENT_LOGOTYPE " "));
		syntax_put_reference(&out, job->logotype);
		buffer_put(&out, TEXT(">>"));
	}
	buffer_put(&out, TEXT(">>/Contents "));
	syntax_put_reference(&out, stream);
	if (annotations->count > 0) {
		buffer_put(&out, TEXT("/Annots["));
		for (size_t i = 0; i < annotations->count; i++) {
			syntax_put_reference(&out, annotations->items[i]);
			buffer_put_byte(&out, ' ');
		}
		buffer_put_byte(&out, ']');
	}
	writer_define(job->writer, job->pages[index], buffer_text(&out));
}

/* The contents of all pages come first: only then is it known which glyphs the fonts must have. */
static bool write_pages(Job *job, ElementList *annotated)
{
	size_t count = job->layout.pages.count;
	Arena scratch = {.source = job->arena->source};
	ContentContext context = {.arena = &scratch,
	                          .style = job->setup->style,
	                          .fonts = job->setup->fonts,
	                          .embedding = embed_new(job->arena, job->setup->fonts),
	                          .tags = job->tags};
	Annotator annotator = {.arena = job->arena,
	                       .writer = job->writer,
	                       .style = job->setup->style,
	                       .fonts = job->setup->fonts,
	                       .layout = &job->layout,
	                       .tags = job->tags,
	                       .pages = job->pages};
	PageParts *parts = ARENA_ARRAY(job->arena, PageParts, count);
	for (size_t i = 0; i < count; i++) {
		const Page *page = &job->layout.pages.items[i];
		parts[i].turned = page->turned;
		parts[i].annotations = annotate_page(&annotator, i);
		parts[i].content = text_copy(job->arena, content_of_page(&context, page, i));
		arena_release(&scratch);
	}
	arena_release(&job->layout_arena);
	uint32_t fonts = 0;
	if (!embed_write(context.embedding, job->writer, &fonts))
		return false;
	for (size_t i = 0; i < count; i++)
		write_page(job, i, &parts[i], fonts);
	*annotated = annotator.owners;
	return true;
}

static void write_catalogue(Job *job, const ElementList *annotated)
{
	const DocumentFacts *facts = &job->document->facts;
	Text profile = job->setup->profile;
	CatalogueParts parts = {
	        .structure =
	                structure_write(job->arena, job->writer, job->tags, job->pages, annotated),
	        .outline = outline_write(job->arena, job->writer, job->setup->style, job->document,
	                                 &job->layout, job->pages),
	        .metadata = writer_stream(job->writer, TEXT("/Type/Metadata/Subtype/XML"),
	                                  metadata_xmp(job->arena, facts, profile.length > 0),
	                                  WRITER_PLAIN),
	};
	parts.attachments = attach_write(job->arena, job->writer, &job->document->attachments);
	if (profile.length > 0)
		parts.profile =
		        writer_stream(job->writer, TEXT("/N 3"), profile, WRITER_COMPRESSED);
	writer_information(job->writer, metadata_information(job->arena, facts));
	writer_catalogue(job->writer, metadata_catalogue(job->arena, facts, parts));
}

static bool write_file(Job *job, Text *bytes)
{
	ElementList annotated = {.items = NULL};
	job->writer = writer_open(job->arena);
	if (job->writer == NULL)
		return false;
	job->tags = tags_new(job->arena, job->document, job->layout.pages.count);
	open_pages(job);
	job->logotype = write_pixels(job, job->document->facts.logotype);
	bool written = write_pages(job, &annotated);
	if (written) {
		write_catalogue(job, &annotated);
		written = writer_save(job->writer, bytes);
	}
	writer_close(job->writer);
	return written;
}

bool pdf_write(PdfSetup *setup, Arena *arena, const Document *document, PdfResult *result)
{
	Job job = {.setup = setup,
	           .arena = arena,
	           .document = document,
	           .layout_arena = {.source = arena->source}};
	*result = (PdfResult){.pages = 0};
	result->fault.kind = set_document(&job, result);
	if (result->fault.kind == PDF_SOUND) {
		result->pages = (int)job.layout.pages.count;
		if (!write_file(&job, &result->bytes))
			result->fault.kind = PDF_LIBRARY;
	}
	arena_release(&job.layout_arena);
	return result->fault.kind == PDF_SOUND;
}
