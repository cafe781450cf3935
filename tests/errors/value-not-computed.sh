# The name is right, but the case tells of no costs.
"$overens" explain ärende.yaml ekonomi.kostnad
