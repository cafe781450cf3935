/* Tests of pdf: files inside a PDF, and the way back to them. */
#include "support.h"

#include <string.h>

#include "base/buffer.h"
#include "base/digest.h"
#include "pdf/attach.h"

static void the_digest_is_that_of_the_standard(void **state)
{
	(void)state;
	Arena arena = test_arena();
	assert_text(digest_of(&arena, TEXT("abc")),
	            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_text(digest_of(&arena, TEXT("")),
	            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	arena_release(&arena);
}

/* A PDF with no pages and these files in it. */
static Text pdf_with(Arena *arena, const Attachments *files)
{
	Text bytes = {0};
	Writer *writer = writer_open(arena);
	writer_catalogue(writer, attach_write(arena, writer, files));
	assert_true(writer_save(writer, &bytes));
	writer_close(writer);
	return bytes;
}

static Attachments two_files(Arena *arena)
{
	Attachments files = {0};
	Buffer all = buffer_new(arena, 256);
	for (int i = 0; i < 256; i++)
		buffer_put_byte(&all, (char)i);
	*ARENA_PUSH(arena, &files) =
	        (Attachment){TEXT("ärende.yaml"), TEXT("Ärendet."), TEXT("application/yaml"),
	                     ATTACHMENT_SOURCE, TEXT("ärende: {rubrik: Å}\n")};
	*ARENA_PUSH(arena, &files) =
	        (Attachment){TEXT("a (1).json"), TEXT("Allt."), TEXT("application/json"),
	                     ATTACHMENT_DATA, buffer_text(&all)};
	return files;
}

static void what_is_attached_is_found_again(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Attachments files = two_files(&arena), found = {0};
	Text pdf = pdf_with(&arena, &files);
	assert_true(attach_read(&arena, pdf, &found));
	assert_int_equal(found.count, 2);
	/* By name. */
	assert_text(found.items[0].name, "a (1).json");
	assert_true(text_equal(found.items[0].bytes, files.items[1].bytes));
	assert_text(found.items[1].name, "ärende.yaml");
	assert_true(text_equal(found.items[1].bytes, files.items[0].bytes));
	assert_true(text_find(pdf, TEXT("/AFRelationship/Source"), 0) != TEXT_NOWHERE);
	assert_true(text_find(pdf, TEXT("/AFRelationship/Data"), 0) != TEXT_NOWHERE);
	assert_true(text_find(pdf, TEXT("/Subtype/application#2Fyaml"), 0) != TEXT_NOWHERE);
	arena_release(&arena);
}

static void a_pdf_without_files_has_none(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Attachments none = {0}, found = {0};
	Text pdf = pdf_with(&arena, &none);
	assert_int_equal(text_find(pdf, TEXT("/AF"), 0), TEXT_NOWHERE);
	assert_false(attach_read(&arena, pdf, &found));
	assert_false(attach_read(&arena, TEXT(""), &found));
	arena_release(&arena);
}

/* However a file is cut or changed, reading it ends, and inside its own bytes. */
static void a_damaged_file_is_no_danger(void **state)
{
	(void)state;
	Arena arena = test_arena();
	Attachments files = two_files(&arena);
	Text pdf = pdf_with(&arena, &files);
	char *bytes = ARENA_ARRAY(&arena, char, pdf.length);
	size_t silent = 0;
	for (size_t i = 0; i < pdf.length; i++) {
		Attachments found = {0};
		attach_read(&arena, text_cut(pdf, 0, i), &found);
		memcpy(bytes, pdf.bytes, pdf.length);
		bytes[i] ^= 4;
		found = (Attachments){0};
		bool read = attach_read(&arena, (Text){bytes, pdf.length}, &found);
		silent += read && found.count == 2;
	}
	/* Most of the file is not about the attachments. */
	assert_true(silent > 0 && silent < pdf.length);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(the_digest_is_that_of_the_standard),
	        cmocka_unit_test(what_is_attached_is_found_again),
	        cmocka_unit_test(a_pdf_without_files_has_none),
	        cmocka_unit_test(a_damaged_file_is_no_danger),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
