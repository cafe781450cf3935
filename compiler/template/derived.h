/* Derived: what a case implies but no single key of it holds. */
#ifndef TEMPLATE_DERIVED_H
#define TEMPLATE_DERIVED_H

#include <stddef.h>

#include "template/reference.h"

/* {{ärende.nämnd}} is a name from the register, {{period.längd}} follows from two days. */
typedef struct Derived {
	Text name;
	Text (*text)(const ReferenceScope *scope); /* empty when it is absent */
	/* The keys it is made from, in the order in which they are missed; none where it comes from
	 * the register or the template. */
	Text from[2];
	Text about; /* a Swedish sentence, for the manual */
} Derived;

/* The one of this name, or NULL; and the whole list. */
const Derived *derived_named(Text name);
const Derived *derived_values(size_t *count);

#endif
