# A heading of the third level right below one of the first.
cat >templates/brev.md <<'END'
---
nyckel: brev
benämning: Brev
---

# {{dokument.rubrik}}

### Bilagor
END
echo 'brev: {rubrik: Ett brev}' >>ärende.yaml
"$overens" check ärende.yaml
