/* Overlay: given files first, commits kept in memory. */
#include "host/overlay.h"

static const HostFile *find(const OverlayFiles *files, Text name)
{
	for (size_t i = 0; i < files->count; i++)
		if (text_equal(files->items[i].name, name))
			return &files->items[i];
	return NULL;
}

static HostFault read_file(void *context, Arena *arena, Text path, size_t maximum, Text *bytes)
{
	Overlay *overlay = context;
	const HostFile *given = find(&overlay->given, path);
	if (given == NULL)
		return overlay->below->read(overlay->below->context, arena, path, maximum, bytes);
	if (given->bytes.length > maximum)
		return HOST_TOO_BIG;
	*bytes = given->bytes;
	return HOST_OK;
}

static HostFault list_files(void *context, Arena *arena, Text folder, Text ending, HostNames *names)
{
	Overlay *overlay = context;
	return overlay->below->list(overlay->below->context, arena, folder, ending, names);
}

static HostFault keep_files(void *context, Text folder, const HostFile *files, size_t count,
                            size_t *failed)
{
	Overlay *overlay = context;
	(void)folder, (void)failed;
	for (size_t i = 0; i < count; i++)
		*ARENA_PUSH(overlay->arena, &overlay->committed) =
		        (HostFile){text_copy(overlay->arena, files[i].name),
		                   text_copy(overlay->arena, files[i].bytes)};
	return HOST_OK;
}

static bool keep_words(void *context, HostStream stream, Text text)
{
	Overlay *overlay = context;
	if (stream == HOST_ERRORS)
		buffer_put(&overlay->said, text);
	return true;
}

static bool is_terminal(void *context, HostStream stream)
{
	Overlay *overlay = context;
	return overlay->below->is_terminal(overlay->below->context, stream);
}

static int64_t milliseconds(void *context)
{
	Overlay *overlay = context;
	return overlay->below->milliseconds(overlay->below->context);
}

static void die(void *context, ExitCode code)
{
	Overlay *overlay = context;
	overlay->below->die(overlay->below->context, code);
}

const Host *overlay_open(Overlay *overlay, Arena *arena, const Host *below)
{
	*overlay = (Overlay){
	        .arena = arena, .below = below, .said = buffer_new(arena, BUFFER_MAXIMUM)};
	overlay->host = (Host){.context = overlay,
	                       .memory = below->memory,
	                       .read = read_file,
	                       .list = list_files,
	                       .commit = keep_files,
	                       .say = keep_words,
	                       .is_terminal = is_terminal,
	                       .milliseconds = milliseconds,
	                       .die = die};
	return &overlay->host;
}

void overlay_give(Overlay *overlay, Text path, Text bytes)
{
	*ARENA_PUSH(overlay->arena, &overlay->given) = (HostFile){path, bytes};
}

bool overlay_committed(const Overlay *overlay, Text name, Text *bytes)
{
	const HostFile *file = find(&overlay->committed, name);
	if (file != NULL)
		*bytes = file->bytes;
	return file != NULL;
}
