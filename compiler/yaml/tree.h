/* YAML tree: what stands in the file, as it stands there; nothing is coerced. */
#ifndef YAML_TREE_H
#define YAML_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "source/source.h"

/*
 * Scalars keep the text that was typed: NO, 0123 and 12:30 are texts until a field gives them a
 * type. Every node knows its bytes in the source. Entries of a mapping stand in the file's order
 * and have distinct keys.
 */
typedef enum YamlKind { YAML_SCALAR, YAML_SEQUENCE, YAML_MAPPING } YamlKind;

typedef struct YamlNode YamlNode;

/* A member of a mapping (with key) or of a sequence (without). */
typedef struct YamlEntry {
	Text key;
	Span key_span;
	const YamlNode *value;
} YamlEntry;

struct YamlNode {
	YamlKind kind;
	Span span;
	Text text; /* a scalar's value after YAML's own unfolding and unescaping */
	/* The value has been refused, and what it says is nothing to complain of. */
	bool refused;
	const YamlEntry *entries;
	size_t count;
};

/* The value of a key, or NULL. */
const YamlNode *yaml_find(const YamlNode *mapping, Text key);

#endif
