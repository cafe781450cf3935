/* Sample: cutting lines out of the example. */
#include "manual/sample.h"

#include "base/buffer.h"
#include "yaml/reader.h"

Sample sample_of(Arena *arena, const Source *example, Diagnostics *diagnostics)
{
	return (Sample){.mapping = yaml_read(arena, example, diagnostics)};
}

static const YamlNode *first_mapping(const YamlNode *node)
{
	for (size_t i = 0; i < node->count; i++)
		if (node->entries[i].value->kind == YAML_MAPPING)
			return node->entries[i].value;
	return node->kind == YAML_MAPPING ? node : NULL;
}

/* Whether all values of a mapping are mappings: then its keys are names, and not those of a record.
 */
static bool has_names(const YamlNode *mapping)
{
	for (size_t i = 0; i < mapping->count; i++)
		if (mapping->entries[i].value->kind != YAML_MAPPING)
			return false;
	return mapping->count > 0;
}

Sample sample_below(const Sample *sample, Text key)
{
	Sample found = {.mapping = NULL};
	for (size_t i = 0; sample->mapping != NULL && i < sample->mapping->count; i++)
		if (text_equal(sample->mapping->entries[i].key, key))
			found.entry = &sample->mapping->entries[i];
	if (found.entry == NULL)
		return found;
	const YamlNode *value = found.entry->value;
	bool inside = value->kind == YAML_SEQUENCE || has_names(value);
	found.mapping = inside ? first_mapping(value) : value;
	return found;
}

Text sample_lines(Arena *arena, const Sample *sample)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	if (sample->entry == NULL)
		return (Text){0};
	const Source *source = sample->entry->key_span.source;
	Position from = source_position(source, sample->entry->key_span.first);
	size_t end = sample->entry->value->span.end;
	Text whole = text_cut(source->bytes, sample->entry->key_span.first, end);
	while (text_trim(whole).length < whole.length)
		whole.length--;
	Position to = source_position(source, sample->entry->key_span.first + whole.length - 1);
	for (size_t line = from.line; line <= to.line; line++) {
		Text text = text_after(source_line(source, line), from.column - 1);
		/* What is said in the margin is said to those who read the whole. */
		if (text_starts(text_trim(text), TEXT("#")))
			continue;
		buffer_put(&out, text);
		buffer_put_byte(&out, '\n');
	}
	return buffer_text(&out);
}
