/* Explain: how a figure came about, in text, down to what was declared and where. */
#ifndef ECONOMICS_EXPLAIN_H
#define ECONOMICS_EXPLAIN_H

#include "base/buffer.h"
#include "economics/ledger.h"
#include "model/agreement.h"

/*
 *	Bidrag, 2020 [ekonomi.bidrag.2020]: 1 904 058 kr, rad 46
 *	  Insats 1 (kontant, omsorgsnämnden), 2020 [ekonomi.insatser.1.2020]: 1 904 058 kr, rad 46
 *	    = 1 848 600 kr × 1,03
 *	    Uppräknat årsbelopp, insats 1, 2019 [ekonomi.årsbelopp.1.2019]: 1 848 600 kr, rad 46
 *	    ...
 *	        Insats 1 …, Hemmet [ekonomi.insatser.1.hemmet]: 1 500 000 kr, angivet på rad 48
 *
 * Each entry stands on a line with its label, its name, its value and its place in the case; below,
 * further in, its formula (formula.h) and its operands. An entry that has been explained already is
 * not explained again. What stands in another file than the case has that file's name.
 */
typedef struct ExplainRequest {
	Arena *arena;
	const Agreement *agreement;
	const Ledger *ledger;
} ExplainRequest;

/* One entry, with all that it rests on. */
void explain_entry(const ExplainRequest *request, const Entry *entry, Buffer *out);

/* Every computed entry in the ledger's order, each with its operands. */
void explain_all(const ExplainRequest *request, Buffer *out);

/* Reports that there is no such entry: it is misspelt, or the case gives no value for it. */
void explain_report_unknown(const ExplainRequest *request, Text name, Diagnostics *diagnostics);

#endif
