# A new case with a document that no template makes, and with one that is misspelt.
"$overens" new avtal torget
"$overens" new tjänsteskrivlse överenskommelse torget
ls agreements
