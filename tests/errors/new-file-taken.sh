# A new case with the name of another.
: >agreements/torget.yaml
"$overens" new tjänsteskrivelse Torget
