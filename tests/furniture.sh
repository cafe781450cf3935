#!/bin/sh
# Pages in the variants that a layout can choose, as other programs see them: tests/furniture.sh OVERENS
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
cp -r "$top/templates" plain
mkdir agreements
cp -r "$top/agreements/register" register
cp "$top/agreements/002-resurspoolen.yaml" agreements/fall.yaml
cp "$top/tests/fixtures/logotype/logotyp.svg" "$top/tests/fixtures/logotype/logotyp.png" plain

# check NAME COMMAND...
check() {
	name=$1
	shift
	if "$@" >said 2>&1; then
		echo "ok furniture: $name"
	else
		echo "not ok furniture: $name"
		cat said
	fi
}

# build VARIANT SED: templates VARIANT, whose layout is the plain one with a change.
build() {
	cp -r plain "$1"
	sed -i "$2" "$1/layout.yaml"
	"$overens" build -q --templates "$1" --register register --out "out-$1" agreements/fall.yaml || exit 1
	pdf=out-$1/fall/overenskommelse.pdf
	html=out-$1/fall/overenskommelse.html
	pdfinfo -struct "$pdf" >struct
	# It complains of the blank page.
	pdftotext -bbox "$pdf" words 2>complaints
	pages=$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')
}

# Nothing in the right half below the text, on any page, in a list of words.
foot_is_free() {
	awk -F'"' '/<page / { width = $2; foot = $4 - 62 }
		/<word / { if ($8 > foot) { seen++; if ($6 > width / 2) { print; bad = 1 } } }
		END { exit bad || seen == 0 }' "$1"
}

moved_is_seen() {
	sed 's/xMax="[0-9.]*"\(.*>Fingeravtryck<\)/xMax="520"\1/' words >moved
	! foot_is_free moved
}

build without ''
single=$pages
check "without a logotype there is no figure" sh -c '! grep -q Figure struct'
check "the foot is free to the right" foot_is_free words
check "and a word there would be seen" moved_is_seen

build svg '$a logotyp: {fil: logotyp.svg, höjd: 12 mm, beskrivning: Provkommunens märke}'
check "a drawing is a figure" grep -q '^  Figure' struct
check "a drawing needs no image" sh -c "! pdfimages -list $pdf | grep -q ' image '"
check "a drawing is in the web page" grep -q '<svg role="img" aria-label="Provkommunens märke"' "$html"

build png '$a logotyp: {fil: logotyp.png, höjd: 12 mm, beskrivning: Provkommunens märke}'
check "pixels are a figure" grep -q '^  Figure' struct
check "pixels are there, on the first page alone" \
	sh -c "pdfimages -list $pdf | awk '\$3 == \"image\" { n++; at = \$1 } END { exit n != 1 || at != 1 }'"
check "pixels are in the web page" grep -q '^<image [^>]*data:image/png;base64,iVBOR' "$html"

build duplex 's/utskrift: enkelsidig/utskrift: dubbelsidig/'
check "the back of a cover is blank" test "$pages" -eq $((single + 1))
check "and has nothing on it" sh -c "! pdftotext -f 2 -l 2 $pdf - | grep -q '[^[:space:]]'"
check "page marks stand at the outer edges" awk -F'"' '/<page / { page++ }
	/>\([0-9]+\)</ { side[page % 2] = $2 } END { exit !(side[1] > 450 && side[0] < 150) }' words
check "the foot is free to the right of duplex pages" foot_is_free words

sed -i 's/status: förslag/status: utkast/' agreements/fall.yaml
build draft ''
check "a draft is stamped on every page" test "$(grep -c '>UTKAST<' words)" -eq "$pages"
check "a draft says so in its title" sh -c "pdfinfo $pdf | grep -q '^Title: *Utkast: ' && grep -q '<title>Utkast: ' $html"
check "the stamp is no content" sh -c "! pdfinfo -struct-text $pdf | grep -q UTKAST"
