/* Lint: a case's own texts, read as a colleague would: figures against the case, words against the
 * rules of writing, names and numbers against the register. */
#ifndef LINT_LINT_H
#define LINT_LINT_H

#include "economics/ledger.h"
#include "model/agreement.h"
#include "source/diagnostic.h"

/*
 * Every text is read once and goes through the tally (economics/tally.h) and the rules
 * (model/writing_rules.def):
 *
 *	Lint *lint = lint_open(&arena, &agreement, ledger, &diagnostics);
 *	lint_case(lint);	all texts of the case itself
 *	lint_file(lint, source, &plan, &section);	each file beside the case, once it is read
 *	lint_end(lint);
 *
 * Only what the case's writer has typed is read, never the words of a template. What a rule weighs
 * is the register's to say. A case may make an exception to a rule ("undantag från skrivregler"),
 * or to a rule and the tally for some words ({{undantag ..., skäl: ...}}); one that nothing needs
 * is reported, the first kind by lint_end.
 *
 * False alarms are worse than misses: a rule is silent wherever there is another reading.
 *
 * The ledger must be complete and the case without faults. Time is in proportion to the texts.
 */
typedef struct Lint Lint;

Lint *lint_open(Arena *arena, const Agreement *agreement, const Ledger *ledger,
                Diagnostics *diagnostics);
void lint_case(Lint *lint);
void lint_file(Lint *lint, const Source *source, const DocumentPlan *plan, const Section *section);
void lint_end(Lint *lint);

#endif
