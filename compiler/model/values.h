/* Values: what a field holds once it has a type, each with the place where a person wrote it. */
#ifndef MODEL_VALUES_H
#define MODEL_VALUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/money.h"
#include "base/ratio.h"
#include "base/text.h"
#include "source/source.h"

/*
 * Every value begins with its span. A zeroed value is one that was not given (VALUE_GIVEN is
 * false), so a record starts its life as zeroed memory. Texts point into the source.
 */
#define VALUE_GIVEN(value) ((value).span.source != NULL)

/* One line of text, printed as it is; one written over several lines is read as one. */
typedef struct TextValue {
	Span span;
	Text text;
} TextValue;

/* Markdown, in which {{...}} refers to values. */
typedef struct ProseValue {
	Span span;
	Text text;
} ProseValue;

typedef struct DateValue {
	Span span;
	Date date;
} DateValue;

typedef struct DurationValue {
	Span span;
	Duration duration;
} DurationValue;

typedef struct AmountValue {
	Span span;
	Money money;
	MoneyPer per;
} AmountValue;

typedef struct IntegerValue {
	Span span;
	int64_t value;
} IntegerValue;

/* "2,7 %" as the exact ratio 27/1000. */
typedef struct ShareValue {
	Span span;
	Ratio ratio;
} ShareValue;

/* A positive number with decimals, "131,2", exactly. */
typedef struct NumberValue {
	Span span;
	Ratio ratio;
} NumberValue;

typedef struct BooleanValue {
	Span span;
	bool value;
} BooleanValue;

/* The position of the chosen word in the field's list of choices. */
typedef struct ChoiceValue {
	Span span;
	int choice;
} ChoiceValue;

/* Ten digits, checked, in the one form we print: 212000-0449. */
typedef struct OrganisationNumber {
	Span span;
	Text text;
} OrganisationNumber;

/* A sequence, or a mapping whose keys a person chose. The items are records of the field's record
 * type; in a mapping each begins with a Key. Grows while it is read. */
typedef struct ListValue {
	Span span;
	void *items;
	size_t count;
	size_t capacity;
} ListValue;

typedef struct Key {
	Span span;
	Text text;
} Key;

#endif
