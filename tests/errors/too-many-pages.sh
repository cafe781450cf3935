# Pages so low and letters so large that a line fills one, and a text of 2 001 lines.
sed -i 's/^  höjd: .*/  höjd: 260 pt/; s/^  marginal upptill: .*/  marginal upptill: 20 pt/; s/^  marginal nedtill: .*/  marginal nedtill: 20 pt/; s/^  sidhuvud: .*/  sidhuvud: 10 pt/; s/^  sidfot: .*/  sidfot: 10 pt/
	s/^brödtext: {storlek: "11 pt", radavstånd: "16 pt"/brödtext: {storlek: "90 pt", radavstånd: "120 pt"/' \
	templates/layout.yaml
yes 'Parter.

' | head -n 6003 >bakgrund.md
sed -i 's/^  bakgrund: .*/  bakgrund: {fil: bakgrund.md}/' ärende.yaml
"$overens" check ärende.yaml
