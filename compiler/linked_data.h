/* Linked data: what a document is about, for machines that read pages. */
#ifndef LINKED_DATA_H
#define LINKED_DATA_H

#include "base/arena.h"
#include "economics/ledger.h"
#include "model/agreement.h"

/*
 * JSON-LD in the words of schema.org, whose meanings decide what is said and how:
 *
 *	DigitalDocument		the document: its title, type, date, status and diary number, who
 *				publishes it, and as temporalCoverage the period agreed on
 *	Project, in `about`	the partnership: its parties as members, and its funding
 *	Grant, MonetaryGrant	a contribution, or a recipient's part of one: who gives, who gets,
 *				and its kind in the YAML's word as name
 *	MonetaryAmount		what it is a year (per unit ANN, a year in UN/CEFACT's list) and for
 *				the period, with the ledger's name as identifier. Schema.org has
 *				`amount` for grants of money; on others it says what the ledger
 *				says, what the time or the premises are worth
 *
 * Nothing is said a second time: every value is the model's or a ledger entry's. Amounts are exact
 * decimals in kronor, dates as in the YAML. What is not known (in a draft, or in a case that has
 * none) is absent; an amount that is not definitive says so in its description.
 *
 * The context is inline, a vocabulary and nothing to fetch. Texts are not escaped for any page:
 * html/escape.h does that for the place where they will stand.
 */
Text linked_data_of(Arena *arena, const Agreement *agreement, const DocumentPlan *plan, Text type,
                    const Ledger *ledger);

#endif
