/* Companions: expanding them, and telling them apart. */
#include "companions.h"

#include "plain/writer.h"
#include "template/companion.h"

/* What the document shows, uses and has had read is no more for being said once again. */
static ExpandRequest request_without_listeners(const ExpandRequest *request)
{
	ExpandRequest quiet = *request;
	quiet.block_used = NULL;
	quiet.file_read = NULL;
	quiet.shown = NULL;
	return quiet;
}

void companions_make(const ExpandRequest *request, const Template *template,
                     const DocumentPlan *plan, CompanionTexts *texts)
{
	Arena *arena = request->arena;
	const TemplateList *companions = &request->templates->companions;
	ExpandRequest quiet = request_without_listeners(request);
	for (size_t i = 0; i < companions->count; i++) {
		const Template *companion = &companions->items[i];
		if (!companion_goes_with(arena, companion, template) ||
		    !companion_has_points(arena, companion, request->agreement, plan))
			continue;
		const Document *document = expand_document(&quiet, companion, plan);
		*ARENA_PUSH(arena, texts) = (CompanionText){
		        .companion = companion,
		        .of = template,
		        .bytes = plain_write(arena, document),
		};
	}
}

static bool is_only_one(const CompanionTexts *texts, size_t index)
{
	for (size_t i = 0; i < texts->count; i++)
		if (i != index && texts->items[i].companion == texts->items[index].companion)
			return false;
	return true;
}

Text companion_file(Arena *arena, const CompanionTexts *texts, size_t index)
{
	const CompanionText *text = &texts->items[index];
	Text name = text->companion->file, ending = TEXT(".txt");
	Text alone[] = {name, ending};
	Text several[] = {name, TEXT("-"), text->of->file, ending};
	return is_only_one(texts, index) ? text_join(arena, alone, 2)
	                                 : text_join(arena, several, 4);
}
