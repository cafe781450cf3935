# Measures, margins, leadings, ways of printing and colours that no page can have, each in a layout of its own.
# try SED-EXPRESSION: the messages without the line, which belongs to the real layout.
try() {
	cp layout.yaml templates/layout.yaml
	sed -i "$1" templates/layout.yaml
	"$overens" check --format=plain ärende.yaml 2>&1 | sed 's/rad [0-9]*, kolumn [0-9]*/rad …/'
}
cp templates/layout.yaml layout.yaml
try 's/^  bredd: .*/  bredd: 0 mm/'
try 's/^  höjd: 297.*/  höjd: 2001 mm/'
try 's/^\(brödtext: {storlek: \)"11 pt"/\1"0 pt"/'
try 's/^\(rubrik 1: {storlek: \)"20 pt", radavstånd: "26 pt"/\1"201 pt", radavstånd: "300 pt"/'
try 's/^\(fotnot: {storlek: "8,5 pt", radavstånd: \)"11,5 pt"/\1"8 pt"/'
try 's/^  marginal vänster: .*/  marginal vänster: 100 mm/; s/^  marginal höger: .*/  marginal höger: 60 mm/'
try 's/^  marginal upptill: .*/  marginal upptill: 500 pt/; s/^  marginal nedtill: .*/  marginal nedtill: 400 pt/'
try 's/^  sidhuvud: .*/  sidhuvud: 100 pt/; s/^  sidfot: .*/  sidfot: 1 pt/'
try 's/^  utskrift: .*/  utskrift: på båda sidor/'
try 's/^  text: .*/  text: "#aaaaaa"/; s/^  accent: .*/  accent: "#2fa4d7"/; s/^  dämpad: .*/  dämpad: "#777777"/'
try 's/^  skugga: .*/  skugga: "#6f7f8f"/'
