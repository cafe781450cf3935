# A heading too few among the fixed words of a table.
cat >templates/tabeller.yaml <<'END'
finansiering:
  kolumner: [Part, Kronor per år]
  rader: [Summa]
END
sed -i 's/^  bakgrund: .*/  bakgrund: "{{tabell finansiering}}"/' ärende.yaml
"$overens" check ärende.yaml
