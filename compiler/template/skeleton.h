/* Skeleton: a new case, commented, for somebody to fill in from top to bottom. */
#ifndef TEMPLATE_SKELETON_H
#define TEMPLATE_SKELETON_H

#include "base/arena.h"
#include "base/buffer.h"
#include "model/agreement.h"
#include "template/template.h"

/*
 * Everything in the file comes from what the compiler knows already: the field table (which keys,
 * in what order, each with its sentence and its example), the register (which boards there are) and
 * the templates (which groups a document is made from, its sections and what to write in them). A
 * field's row says whether its key stands in the file, and a template's comments are the guidance.
 *
 * The file compiles as it is, to a draft that shows what it lacks.
 */
typedef struct SkeletonRequest {
	Arena *arena;
	const Register *shared;
	const Template *const *documents; /* in the order they stand in the file */
	size_t document_count;
	Text path; /* of the file, for the command that it names */
} SkeletonRequest;

void skeleton_write(const SkeletonRequest *request, Buffer *out);

#endif
