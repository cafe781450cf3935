# Pages so low that a line fills one, and a text of 2 001 lines.
sed -i 's/^  höjd: .*/  höjd: 60 pt/; s/^  marginal upptill: .*/  marginal upptill: 20 pt/; s/^  marginal nedtill: .*/  marginal nedtill: 20 pt/; s/^  sidhuvud: .*/  sidhuvud: 10 pt/' \
	templates/layout.yaml
yes 'Parterna samarbetar.

' | head -n 6003 >bakgrund.md
sed -i 's/^  bakgrund: .*/  bakgrund: {fil: bakgrund.md}/' ärende.yaml
"$overens" check ärende.yaml
