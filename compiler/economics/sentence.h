/* Sentence: a sentence of running text, its figures, and what its words say of them. */
#ifndef ECONOMICS_SENTENCE_H
#define ECONOMICS_SENTENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "economics/known.h"
#include "economics/literal.h"
#include "economics/meaning.h"
#include "model/agreement.h"
#include "prose/running_text.h"

/* No more parties than this are looked for by name in a sentence. */
enum { PARTIES_BY_NAME = 64 };

/* Values that are nobody's, those of all parties together, which are not those of one that is
 * named, and those of all civil or public parties. */
#define ANY_PARTY      SIZE_MAX
#define ALL_PARTIES    (SIZE_MAX - 1)
#define CIVIL_PARTIES  (SIZE_MAX - 2)
#define PUBLIC_PARTIES (SIZE_MAX - 3)

/* What is the same for all sentences of a case. */
typedef struct TallyCase {
	Arena *arena;
	const Agreement *agreement;
	KnownList known;
	const uint32_t *meant_by; /* for each known value, a bit for each row that can mean it */
	const size_t *party_of;   /* for each known value whose it is: a party's place in the list,
	                             or one of the above */
} TallyCase;

void tally_case_open(Arena *arena, const Agreement *agreement, const Ledger *ledger, TallyCase *c);

/* What a sentence says in a row's words. */
typedef struct RowState {
	bool mentioned;
	bool sure;
	bool satisfied;        /* a figure or a reference in the sentence is what the words mean */
	const Literal *target; /* the figure nearest to the words; NULL when there is none */
} RowState;

typedef struct Sentence {
	Text text; /* the whole running text; places are bytes of it */
	size_t first, end;
	const Literal *literals; /* the sentence's own */
	size_t literal_count;
	Insert *inserts; /* those that are exceptions are marked when they are needed */
	size_t insert_count;
	RowState rows[MEANINGS];
	bool party_named[PARTIES_BY_NAME];
	bool any_party;
	bool civil_party, public_party;
	bool other_year; /* a year outside the period is named */
} Sentence;

/* Reads the words of a sentence whose figures and inserts are set. */
void sentence_read(const TallyCase *c, Sentence *sentence);

/* Whether a row's words, in this sentence, can mean a known value. */
bool sentence_can_mean(const TallyCase *c, const Sentence *sentence, size_t row, size_t known);

/* Whether the sentence is about another time or agreement than the case. */
bool sentence_is_doubtful(const Sentence *sentence, Unit unit);

#endif
