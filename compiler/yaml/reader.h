/* YAML reader: libyaml's events into a tree, refusing what no agreement needs. */
#ifndef YAML_READER_H
#define YAML_READER_H

#include "base/arena.h"
#include "source/diagnostic.h"
#include "source/source.h"
#include "yaml/tree.h"

/*
 * Refused, each with its own diagnostic: anchors, aliases, tags, several documents, duplicate keys,
 * keys that are not plain texts, nesting beyond LIMIT_YAML_DEPTH, more than LIMIT_YAML_NODES nodes
 * (keys counted) or LIMIT_SCALAR_BYTES in one scalar, and whatever libyaml itself cannot read.
 *
 * Of a duplicate key the first stands and the second is reported with a note at the first. libyaml
 * counts characters where we count bytes; the reader converts, so all spans are bytes. A block
 * scalar's span runs from its indicator to its last line with text.
 *
 * Returns NULL when the file cannot be read as one YAML document; then at least one error has been
 * reported. A file with only comments is reported as empty. libyaml's parser and its memory are
 * released before the function returns. When libyaml runs out of memory the arena's source is asked
 * for an impossible amount, which ends the program as any other lack of memory does.
 */
const YamlNode *yaml_read(Arena *arena, const Source *source, Diagnostics *diagnostics);

#endif
