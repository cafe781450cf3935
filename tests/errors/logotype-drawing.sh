# Drawings with something that a logotype cannot have, one fault in each.
printf '\nlogotyp: {fil: logotyp.svg, höjd: 12 mm, beskrivning: Provkommunens logotyp}\n' >>templates/layout.yaml
# try DRAWING: the messages, each with the place in the drawing.
try() {
	printf '%s\n' "$1" >templates/logotyp.svg
	"$overens" check ärende.yaml 2>&1
}
# path DATA
path() {
	try "<svg viewBox=\"0 0 40 10\"><path d=\"$1\"/></svg>"
}
try '<html><body>Filen finns inte.</body></html>'
try '<svg viewBox="0 0 40 10"><g><path d="M0 0h40v10z"/></g></svg>'
try '<svg viewBox="0 0 40 10"><text>Provkommunen</text></svg>'
try '<svg viewBox="0 0 40 10">Provkommunen</svg>'
try '<svg viewBox="0 0 40 10"><path transform="scale(2)" d="M0 0h40v10z"/></svg>'
try '<svg viewBox="0 0 40 10"><path style="fill:red" d="M0 0h40v10z"/></svg>'
try '<svg viewBox="0 0 40 10"><path fill-rule="odd" d="M0 0h40v10z"/></svg>'
try '<svg viewBox="0 0 40 10"><path fill="navy" d="M0 0h40v10z"/></svg>'
try '<svg viewBox="0 0 40 10"><path fill="#12345" d="M0 0h40v10z"/></svg>'
try '<svg viewBox="0 0 40 10"><path d=M0/></svg>'
try '<svg width="40" height="10"><path d="M0 0h40v10z"/></svg>'
try '<svg viewBox="0 0 40"><path d="M0 0h40v10z"/></svg>'
try '<svg viewBox="0 0 40 0"><path d="M0 0h40v10z"/></svg>'
try '<svg viewBox="0 0 40 10"><path d="M0 0h40v10z"/>'
try '<svg viewBox="0 0 40 10"><!-- ett märke </svg>'
try '<svg viewBox="0 0 40 10"'
path 'M5 5a5 5 0 1 1 10 0z'
path 'h40'
path 'M0'
path 'M0 0h40v10x'
path 'M0 0h40v10,z'
path 'M0 0h1000000000'
path 'M0 0h4000v10z'
path 'M0 0h9000v10z'
