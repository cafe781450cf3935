/* Language: what {{språk engelska: words}} calls a language. */
#ifndef TEMPLATE_LANGUAGE_H
#define TEMPLATE_LANGUAGE_H

#include "source/diagnostic.h"

/* Whether a language has this Swedish name; reported when none has. */
bool language_check(Text name, Span place, Diagnostics *diagnostics);

/* Its tag of BCP 47; empty when there is none of the name. */
Text language_tag(Text name);

#endif
