/* Language: names and tags, from languages.def. */
#include "template/language.h"

#include "source/suggest.h"

static const Text names[] = {
#define LANGUAGE(name, tag) TEXT_INIT(name),
#include "template/languages.def"
#undef LANGUAGE
};

static const Text tags[] = {
#define LANGUAGE(name, tag) TEXT_INIT(tag),
#include "template/languages.def"
#undef LANGUAGE
};

enum { LANGUAGES = sizeof names / sizeof names[0] };

/* Where `name` is among the names or the tags; LANGUAGES when it is not. */
static size_t find(const Text *among, Text name)
{
	size_t i = 0;
	while (i < LANGUAGES && !text_equal(among[i], name))
		i++;
	return i;
}

bool language_check(Text name, Span place, Diagnostics *diagnostics)
{
	if (find(names, name) < LANGUAGES)
		return true;
	/* Who knows the tag means its language. */
	size_t tag = find(tags, name);
	if (tag < LANGUAGES)
		diagnose(diagnostics, LANGUAGE_UNKNOWN_NEAR, place, name, names[tag]);
	else
		suggest_report(diagnostics, &(UnknownName){.name = name,
		                                           .span = place,
		                                           .names = names,
		                                           .count = LANGUAGES,
		                                           .near = LANGUAGE_UNKNOWN_NEAR,
		                                           .far = LANGUAGE_UNKNOWN,
		                                           .last = TEXT(" och ")});
	return false;
}

Text language_tag(Text name)
{
	size_t found = find(names, name);
	return found < LANGUAGES ? tags[found] : (Text){0};
}
