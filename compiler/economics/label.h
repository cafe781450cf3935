/* Label: what an entry is called by people, from its name. */
#ifndef ECONOMICS_LABEL_H
#define ECONOMICS_LABEL_H

#include "base/arena.h"
#include "base/text.h"
#include "economics/ledger.h"
#include "model/agreement.h"

/*
 *	ekonomi.omfattning			Omfattning per år
 *	ekonomi.bidrag.stadsmissionen.2019	Bidrag, Stadsmissionen, 2019
 *	ekonomi.insatser.1.perioden		Insats 1 (kontant, omsorgsnämnden), hela perioden
 *	ekonomi.uppräkning.2021			Ökning enligt index 2021
 *	ekonomi.utbetalning.2			Utbetalning 2 (2019-07-01)
 *	tabeller.iop.Andel.2			Språkvänner, Andel (Översikt över partnerskapen)
 *
 * The first words are those of quantities.def. A name of no known form is its own label.
 */
typedef struct Labels {
	Arena *arena;
	const Agreement *agreement;
	const Ledger *ledger; /* where an instalment's day is found */
} Labels;

Text label_of(const Labels *labels, Text name);

/* What names have in common that belong together in a list: "ekonomi.bidrag" for all grants,
 * "tabeller.iop" for all cells of a table; else the name itself. A slice of the name. */
Text label_family(Text name);

#endif
