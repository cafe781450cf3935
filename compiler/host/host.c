/* Host: what is the same in all of them: causes in Swedish, and how paths are compared. */
#include "host/host.h"

#include <assert.h>

#include "base/buffer.h"

static const Text causes[] = {
#define HOST_FAULT(name, cause) [name] = TEXT_INIT(cause),
        HOST_FAULTS(HOST_FAULT)
#undef HOST_FAULT
};

Text host_cause(HostFault fault)
{
	assert(fault < sizeof causes / sizeof causes[0]);
	return causes[fault];
}

Text host_plain_path(Arena *arena, Text path)
{
	Text rest = path, name;
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	if (text_starts(path, TEXT("/")))
		buffer_put_byte(&out, '/');
	while (text_next(&rest, '/', &name)) {
		if (name.length == 0 || text_equal(name, TEXT(".")))
			continue;
		if (out.length > 0 && !text_ends(buffer_text(&out), TEXT("/")))
			buffer_put_byte(&out, '/');
		buffer_put(&out, name);
	}
	return out.length > 0 ? buffer_text(&out) : TEXT(".");
}
