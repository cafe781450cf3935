# A template shows what the case does not give.
cat >templates/brev.md <<'END'
---
nyckel: brev
benämning: Brev
---

# {{dokument.rubrik}}

Diarienummer {{ärende.diarienummer}}.
END
echo 'brev: {rubrik: Ett brev}' >>ärende.yaml
"$overens" check ärende.yaml
