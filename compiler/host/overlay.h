/* Overlay: a host on top of another, where some files are given and nothing is written. */
#ifndef HOST_OVERLAY_H
#define HOST_OVERLAY_H

#include "base/buffer.h"
#include "host/host.h"

/*
 * Reading a path that has been given gives those bytes; all else is the host's below, except that
 * commits are only remembered and nothing is said. So the program can be run inside itself to see
 * what it would have made.
 *
 *	Overlay overlay;
 *	const Host *host = overlay_open(&overlay, &arena, below);
 *	overlay_give(&overlay, TEXT("agreements/002.yaml"), bytes);
 *	... compile with `host` ...
 *	overlay_committed(&overlay, TEXT("overenskommelse.pdf"), &bytes)
 */
typedef struct OverlayFiles {
	HostFile *items; /* name: the path, or for what was committed the file's name */
	size_t count;
	size_t capacity;
} OverlayFiles;

typedef struct Overlay {
	Arena *arena;
	const Host *below;
	Host host;
	OverlayFiles given;
	OverlayFiles committed;
	Buffer said; /* what would have gone to the error stream */
} Overlay;

const Host *overlay_open(Overlay *overlay, Arena *arena, const Host *below);
void overlay_give(Overlay *overlay, Text path, Text bytes);

/* False when no such file was committed. */
bool overlay_committed(const Overlay *overlay, Text name, Text *bytes);

#endif
