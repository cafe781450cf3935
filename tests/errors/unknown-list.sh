# A template asks for a list that no document has.
cat >templates/brev.md <<'END'
---
nyckel: brev
benämning: Brev
---

# {{dokument.rubrik}}

{{lista bilagor}}
END
echo 'brev: {rubrik: Ett brev}' >>ärende.yaml
"$overens" check ärende.yaml
