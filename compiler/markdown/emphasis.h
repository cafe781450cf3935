/* Emphasis: when stars can mark it, and when it takes a tag. */
#ifndef MARKDOWN_EMPHASIS_H
#define MARKDOWN_EMPHASIS_H

#include <stdint.h>

#include "document/document.h"

/*
 * Stars begin and end emphasis only where CommonMark (0.30, 6.2) sees a left and a right edge of a
 * word: not beside a space, and not between a letter and a punctuation mark. Where they would not,
 * <em> and <strong> are written, which Markdown passes through.
 */
typedef enum EmphasisMark {
	EMPHASIS_UNMARKED, /* empty, or within the same emphasis already */
	EMPHASIS_STARS,
	EMPHASIS_TAG,
} EmphasisMark;

/* Whether the kind makes its text strong: STRONG, and captions, names of fields and sum cells. */
bool emphasis_is_strong(const Node *node);

/* How to mark an EMPHASIS or a strong node when `previous` is the character before it, or 0. */
EmphasisMark emphasis_mark(const Node *node, uint32_t previous);

/* The first character as it will be written after an inline node, 0 where the block ends. */
uint32_t emphasis_next(const Node *node);

#endif
