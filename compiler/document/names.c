/* Names: an open-addressed hash table, at most half full. */
#include "document/names.h"
#include "base/buffer.h"

/* FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
static uint64_t hash(Text name)
{
	uint64_t value = UINT64_C(0xcbf29ce484222325);
	for (size_t i = 0; i < name.length; i++)
		value = (value ^ (unsigned char)name.bytes[i]) * UINT64_C(0x100000001b3);
	return value;
}

/* The slot that holds `name`, or the unused one where it belongs. */
static NameSlot *find(NameSlot *slots, size_t capacity, Text name)
{
	size_t i = (size_t)hash(name) & (capacity - 1);
	while (slots[i].suffix && !text_equal(slots[i].name, name))
		i = (i + 1) & (capacity - 1);
	return &slots[i];
}

static void make_room(Names *names)
{
	if (names->count * 2 < names->capacity)
		return;
	size_t capacity = names->capacity ? names->capacity * 2 : 64;
	NameSlot *slots = ARENA_ARRAY(names->arena, NameSlot, capacity);
	for (size_t i = 0; i < names->capacity; i++) {
		if (names->slots[i].suffix)
			*find(slots, capacity, names->slots[i].name) = names->slots[i];
	}
	names->slots = slots;
	names->capacity = capacity;
}

static Text with_suffix(Arena *arena, Text name, int64_t suffix)
{
	Buffer text = buffer_new(arena, name.length + 24);
	buffer_put(&text, name);
	buffer_put_byte(&text, '-');
	buffer_put_integer(&text, suffix);
	return buffer_text(&text);
}

Text names_take(Names *names, Text wanted, int64_t suffix)
{
	make_room(names);
	NameSlot *slot = find(names->slots, names->capacity, wanted);
	Text name = wanted;
	if (slot->suffix) {
		NameSlot *taken = slot;
		do {
			name = with_suffix(names->arena, wanted, taken->suffix++);
			slot = find(names->slots, names->capacity, name);
		} while (slot->suffix);
	}
	*slot = (NameSlot){.name = name, .suffix = suffix};
	names->count++;
	return name;
}
