/* YAML tree: looking a key up. */
#include "yaml/tree.h"

const YamlNode *yaml_find(const YamlNode *mapping, Text key)
{
	if (mapping == NULL || mapping->kind != YAML_MAPPING)
		return NULL;
	for (size_t i = 0; i < mapping->count; i++)
		if (text_equal(mapping->entries[i].key, key))
			return mapping->entries[i].value;
	return NULL;
}
