/* Fields: the one list of every YAML key, with its kind, its rules, and a sentence about it. */
#ifndef MODEL_FIELDS_H
#define MODEL_FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/money.h"
#include "base/text.h"
#include "model/agreement.h"

/*
 * The binder, the suggestions, the templates' references and every printed description of the
 * format read these tables; nothing else knows a key. A new field is one struct member
 * (agreement.h) and one row (fields.c, or the file beside it for the register). The kind of a row
 * follows from the C type of its member, so table and struct cannot disagree.
 */
typedef enum FieldKind {
	FIELD_TEXT,
	FIELD_PROSE,
	FIELD_DATE,
	FIELD_DURATION,
	FIELD_AMOUNT,
	FIELD_INTEGER,
	FIELD_SHARE,
	FIELD_NUMBER,
	FIELD_BOOLEAN,
	FIELD_CHOICE,
	FIELD_ORGANISATION_NUMBER,
	FIELD_RECORD, /* a mapping with fields of its own */
	FIELD_LIST,   /* a sequence of records */
	FIELD_MAP,    /* a mapping with keys that a person chose, each a record */
	FIELD_KINDS
} FieldKind;

typedef struct Record Record;

typedef struct Choices {
	const Text *words;
	size_t count;
} Choices;

/* Where a key stands in a new case (template/skeleton.h). */
typedef enum Starter {
	STARTER_NONE, /* nowhere: the manual tells of it */
	STARTER_HINT, /* commented out, with its example */
	STARTER_KEY,  /* to be filled in; so do all that are required */
} Starter;

typedef struct Field {
	Text key;
	FieldKind kind;
	size_t place; /* offsetof the member */
	bool required;
	bool list_of_one; /* FIELD_LIST: a single value may stand for a list of one */
	bool keeps_empty; /* FIELD_LIST: an empty item keeps its place, as a cell does in its row */
	MoneyPer per;     /* FIELD_AMOUNT: what the amount must be per, MONEY_ONCE for any */
	/* FIELD_INTEGER: both 0 for any. FIELD_SHARE: in per cent, both 0 for what a person can
	 * mean. FIELD_AMOUNT: least above 0 wants whole kronor and at least so many. */
	int64_t least, most;
	const Choices *choices;
	const Record *record; /* FIELD_RECORD, FIELD_LIST, FIELD_MAP */
	Text about;           /* one Swedish sentence */
	Text example;         /* how a value is written */
	Text otherwise;       /* the value that holds when none is given, as it would be written */
	Starter starter;
	/* What stands after the key in a new case: for a STARTER_KEY its beginning, as YAML in
	 * braces and brackets; for a STARTER_HINT in place of the example. */
	Text sketch;
	Text named_in; /* the group of the register whose keys it may be: "nämnder" */
} Field;

/*
 * A record is bound from a mapping by its fields' keys. Where a person may write less, a scalar
 * fills `as_scalar` and a sequence `as_sequence`. A record whose mapping may have keys of the
 * person's own choosing collects them in `rest`, a FIELD_MAP.
 */
struct Record {
	Text name; /* in messages: "ärende" */
	size_t size;
	bool keyed; /* an entry of a FIELD_MAP: the struct begins with a Key, then its Span */
	const Field *fields;
	size_t count;
	const Field *as_scalar;
	const Field *as_sequence;
	const Field *rest;
};

extern const Record record_text; /* one line of text, a TextItem */
extern const Record record_agreement;
extern const Record record_register;
extern const Record record_party;
extern const Record record_person;
extern const Record record_document;
extern const Record record_economy;
extern const Record record_weights;    /* a field for each WritingRule, in their order */
extern const Record record_exceptions; /* likewise */
extern const Record record_style;
extern const Record record_statute;
extern const Record record_abbreviation;

extern const Choices sector_choices; /* of a party, and of an organisation in the register */

/* What a kind is called in messages, with its article: "ett datum". */
Text field_kind_name(FieldKind kind);

/* The field with this key, or NULL. */
const Field *record_field(const Record *record, Text key);

/* The member of `owner`, a struct that `record` describes. */
const void *field_member(const Field *field, const void *owner);

/* The chosen word, for printing. */
Text field_choice_word(const Field *field, int choice);

/* The kind of a row from the C type of its member. */
#define FIELD_KIND_OF(member)                                                                      \
	_Generic((member), TextValue                                                               \
	         : FIELD_TEXT, ProseValue                                                          \
	         : FIELD_PROSE, DateValue                                                          \
	         : FIELD_DATE, DurationValue                                                       \
	         : FIELD_DURATION, AmountValue                                                     \
	         : FIELD_AMOUNT, IntegerValue                                                      \
	         : FIELD_INTEGER, ShareValue                                                       \
	         : FIELD_SHARE, NumberValue                                                        \
	         : FIELD_NUMBER, BooleanValue                                                      \
	         : FIELD_BOOLEAN, ChoiceValue                                                      \
	         : FIELD_CHOICE, OrganisationNumber                                                \
	         : FIELD_ORGANISATION_NUMBER, ListValue                                            \
	         : FIELD_LIST, default                                                             \
	         : FIELD_RECORD)

/* The beginning of a row: its key and its member. Other facts follow as designated initialisers. */
#define FIELD(type, member, name)                                                                  \
	.key = TEXT_INIT(name), .place = offsetof(type, member),                                   \
	.kind = FIELD_KIND_OF(((type *)0)->member)
/* What holds when the key is not given. The record's own span stands for the place. */
#define FIELD_OTHERWISE(value) .otherwise = TEXT_INIT(value)
/* A row for a mapping with keys of a person's own choosing. */
#define FIELD_MAPPED(type, member, name)                                                           \
	.key = TEXT_INIT(name), .place = offsetof(type, member), .kind = FIELD_MAP

#define FIELD_ABOUT(sentence, value) .about = TEXT_INIT(sentence), .example = TEXT_INIT(value)

/* No price level falls by more than all or doubles in a year. */
#define YEARLY_RISE .least = -100, .most = 100

#define FIELD_STARTER(place, text) .starter = STARTER_##place, .sketch = TEXT_INIT(text)
#define FIELD_NAMED_IN(group)      .named_in = TEXT_INIT(group)

#define RECORD_FIELDS(rows) .fields = (rows), .count = sizeof(rows) / sizeof(rows)[0]

#define CHOICES(list)                                                                              \
	{                                                                                          \
		.words = (list), .count = sizeof(list) / sizeof(list)[0]                           \
	}

#endif
