/* Case: binding, then what its status says of gaps, then resolving. */
#include "model/case.h"

#include "model/bind.h"
#include "model/gaps.h"
#include "model/resolve.h"

void case_read(Arena *arena, const YamlNode *root, const Register *shared, bool as_draft,
               Agreement *agreement, Diagnostics *diagnostics)
{
	Gaps *gaps = ARENA_NEW(arena, Gaps);
	*gaps = (Gaps){.arena = arena};
	Binder binder = {.arena = arena, .diagnostics = diagnostics, .gaps = gaps};
	bind_record(&binder, &record_agreement, root, span_of(root->span.source, 0, 0), agreement);
	const ChoiceValue *status = &agreement->matter.status;
	if (as_draft || (VALUE_GIVEN(*status) && status->choice == STATUS_DRAFT))
		agreement->gaps = gaps;
	else
		gaps_report(gaps, diagnostics);
	resolve_agreement(arena, agreement, shared, diagnostics);
}
