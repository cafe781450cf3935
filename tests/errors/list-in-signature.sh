# What a template puts into a signature that no signature can hold.
cat >templates/brev.md <<'MALL'
---
nyckel: brev
benämning: Brev
---

# {{dokument.rubrik}}

{{#underskrift}}

- Vi som skriver under

{{/underskrift}}
MALL
echo 'brev: {rubrik: Ett brev}' >>ärende.yaml
"$overens" check ärende.yaml
