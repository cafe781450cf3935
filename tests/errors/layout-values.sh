# A colour, a length, a font and a key that are not there, each in a layout of its own.
# try SED-EXPRESSION: the messages without the line, which belongs to the real layout.
try() {
	cp layout.yaml templates/layout.yaml
	sed -i "$1" templates/layout.yaml
	"$overens" check ärende.yaml 2>&1 | sed '1s/^\([^:]*\):[0-9]*:[0-9]*: /\1: /; 2,$d'
}
cp templates/layout.yaml layout.yaml
try 's/^  accent: .*/  accent: mörkblå/'
try 's/^  indrag: .*/  indrag: 17pt/'
try '/^  indrag: /d; s/^lista:/lista: {}/'
try 's|^  normal: .*|  normal: templates/layout.yaml|'
try 's|^  normal: .*|  normal: templates/finns-inte.ttf|'
