# Pages so low that a line fills one, and a text of 2 001 lines.
sed -i 's/^  höjd: .*/  höjd: 200 pt/; s/^  marginal upptill: .*/  marginal upptill: 90 pt/; s/^  marginal nedtill: .*/  marginal nedtill: 80 pt/' \
	templates/layout.yaml
yes 'Parterna samarbetar.

' | head -n 6003 >bakgrund.md
sed -i 's/^  bakgrund: .*/  bakgrund: {fil: bakgrund.md}/' ärende.yaml
"$overens" check ärende.yaml
