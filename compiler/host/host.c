/* Host: the Swedish causes of what could not be read or written. */
#include "host/host.h"

#include <assert.h>

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
