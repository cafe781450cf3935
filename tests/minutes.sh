#!/bin/sh
# Texts for the minutes: tests/minutes.sh OVERENS. That they say what the documents say, minutes.py finds out; here
# are the names of the files, the draft, words of one's own, and what must not change because a text is there.
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

say() {
	if [ $? -eq 0 ]; then
		echo "ok minutes: $1"
	else
		echo "not ok minutes: $1"
	fi
}
build() {
	"$overens" build -q --out "$work/$1" --register agreements/register --templates "$work/templates" "$2" 2>"$work/said"
}

# All cases, each also as a draft that lacks its points, its grounds and its diary number.
mkdir "$work/cases"
cp agreements/*.yaml tests/golden/*.yaml tests/golden/*.md "$work/cases"
for case in "$work"/cases/*.yaml; do
	awk '/^[a-zåäö]/ { waiting = 0 }
		waiting && /^(    |$)/ { next }
		{ waiting = 0 }
		/^  (förslag till beslut|underlag):/ { sub(/:.*/, ":"); waiting = 1 }
		/^  diarienummer:/ { sub(/:.*/, ":") }
		/^  status:/ { next }
		/^  rubrik:/ && !given { given = 1; print "  status: utkast" }
		{ print }' "$case" >"$work/cases/utkast-$(basename "$case")"
done
sed 's/^information:/tjänsteskrivelse:/' tests/errors/valid-case.yaml | sed -n '/^tjänste/,$p' >"$work/second"
cat tests/errors/valid-case.yaml "$work/second" >"$work/cases/two.yaml"
"$overens" build -q --out "$work/out" "$work"/cases/*.yaml 2>"$work/said"
say "every case is compiled, and its draft"
python3 tests/minutes.py "$work/out"
python3 tests/minutes.py "$work/out" --spoil

ls "$work/out/two" | grep txt | tr '\n' ' ' >"$work/names"
[ "$(cat "$work/names")" = 'protokoll-information.txt protokoll-tjansteskrivelse.txt ' ]
say "two documents of a case have a text each"
head -n 2 "$work/out/utkast-004-hoppfull-framtid/protokoll.txt" | tr '\n' '|' | grep -q '^UTKAST||$' &&
	grep -q '^\[saknas: förslag till beslut\]$' "$work/out/utkast-004-hoppfull-framtid/protokoll.txt"
say "a draft says so first, and what it lacks"

# Another municipality's words, and a document type of its own that has never heard of the minutes.
cp -r templates "$work/templates"
sed -i 's/^## Beslutsunderlag/## Handlingar/; s/^## {{ärende.nämnd.genitiv}} beslut/## {{ärende.nämnd}} beslutar/' \
	"$work/templates/protokoll.md"
sed 's/^nyckel: .*/nyckel: svar/; s/^benämning: .*/benämning: Svar/' templates/information.md >"$work/templates/svar.md"
sed 's/^information:/svar:/; s/^  datum:/  nämnd: äldrenämnden\n  datum:/' tests/errors/valid-case.yaml >"$work/svar.yaml"
build own "$work/svar.yaml" && printf '%s\n' 'Partnerskap med Resurspoolen' '' 'Äldrenämnden beslutar' \
	'1. Informationen noteras.' '' 'Handlingar' '–' '' 'Beslutet skickas till' '–' |
	cmp -s - "$work/own/svar/protokoll.txt"
say "words and document types are the municipality's own"

# A section with points that may be left out, and is: there is nothing to decide, and no text.
sed -i 's/{förslag till beslut}/{förslag till beslut, valfritt}/' "$work/templates/svar.md"
sed '/^  förslag till beslut:/d' "$work/svar.yaml" >"$work/inget.yaml"
build none "$work/inget.yaml" && [ -f "$work/none/inget/svar.pdf" ] && [ ! -e "$work/none/inget/protokoll.txt" ]
say "a document without points has no text"
{
	cat "$work/svar.yaml"
	echo '  utelämna: [förslag till beslut]'
} >"$work/uteslutet.yaml"
build none "$work/uteslutet.yaml" && [ -f "$work/none/uteslutet/svar.pdf" ] && [ ! -e "$work/none/uteslutet/protokoll.txt" ]
say "nor one whose points are left out"

# A PDF does not change because its text does.
build own agreements/004-hoppfull-framtid.yaml && cmp -s "$work/own/004-hoppfull-framtid/tjansteskrivelse.pdf" \
	"$work/out/004-hoppfull-framtid/tjansteskrivelse.pdf" &&
	! cmp -s "$work/own/004-hoppfull-framtid/protokoll.txt" "$work/out/004-hoppfull-framtid/protokoll.txt"
say "a PDF stays as it was when the words of the text change"
rm "$work/templates/protokoll.md"
build bare agreements/004-hoppfull-framtid.yaml && cmp -s "$work/bare/004-hoppfull-framtid/tjansteskrivelse.pdf" \
	"$work/out/004-hoppfull-framtid/tjansteskrivelse.pdf" && [ ! -e "$work/bare/004-hoppfull-framtid/protokoll.txt" ]
say "and when there is none"

# No document type.
"$overens" new --out "$work" protokoll fall 2>"$work/said"
[ $? -eq 2 ] && grep -q 'fel E27[23]' "$work/said" && ! sed 's/”protokoll”//' "$work/said" | grep -q protokoll
say "a new case cannot be one"
